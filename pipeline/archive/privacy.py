"""Who and what may be shown: consent, and counts that would point at single people."""

import msgspec

from pipeline.content.consent import CHANNELS, Channel, Consent
from pipeline.content.story import Participants, Photo

SMALL = 4
"""Parts of 1 to so many are left out."""

DAY = 86_400


def allows(consent: Consent, channel: Channel, now: int, zone: str) -> bool:
    """Whether *consent* covers *channel* at the instant *now*; days end and begin by *zone*.

    Where nothing was said about consent, nothing is held back: the writer was warned.
    """
    if consent.given is False or channel not in consent.channels:
        return False
    if consent.until is not None and now >= consent.until.instant(zone) + DAY:
        return False
    return consent.revoked is None or now < consent.revoked.instant(zone)


def agreed(consent: Consent) -> bool:
    """Whether *consent* covers any channel at any time; a photo for which it does not is never even opened."""
    return consent.given is not False and bool(consent.channels)


def wanted(photo: Photo, now: int, zone: str) -> bool:
    """Whether any channel may show *photo* at the instant *now*."""
    return (photo.consent.guardian or not photo.shows_child) and any(
        allows(photo.consent, channel, now, zone) for channel in CHANNELS
    )


def shown_participants(counts: Participants | None) -> Participants | None:
    """Return *counts* without parts of 1 to 4, and without any part from which such a one follows by subtraction.

    Men and women add up to the total, which is shown: given, or made of the two. So leaving out one of them means
    leaving out both, and their sum stands for them.
    """
    if counts is None:
        return None
    total, men, women = counts.total, _safe(counts.men), _safe(counts.women)
    if total is None and counts.men is not None and counts.women is not None and None in (men, women):
        total = counts.men + counts.women
    if total is not None and (men != counts.men or women != counts.women or _follows(counts)):
        men = women = None
    return msgspec.structs.replace(
        counts,
        total=total,
        men=men,
        women=women,
        children=_safe(counts.children),
        elderly=_safe(counts.elderly),
        disabled=_safe(counts.disabled),
    )


def _follows(counts: Participants) -> bool:
    """Whether the total and one of men and women tell that the other, of whom nothing is said, is a small part."""
    if counts.total is None or (counts.men is None) == (counts.women is None):
        return False
    return 1 <= counts.total - (counts.men or 0) - (counts.women or 0) <= SMALL


def _safe(part: int | None) -> int | None:
    return None if part is not None and 1 <= part <= SMALL else part
