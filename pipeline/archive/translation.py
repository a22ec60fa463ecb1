"""What ties a translation to its original: it shows nobody whom the original may not show."""

from collections.abc import Callable, Iterable

import msgspec

from pipeline.content.consent import Consent
from pipeline.content.moment import Moment
from pipeline.content.story import Photo, Quote, Story


def bound(story: Story, original: Story, zone: str, same: Callable[[str, str], bool]) -> Story:
    """Return the translation *story* with its consents made as strict as those of *original* (whose zone is *zone*).

    *same* tells of two files whether they hold one photo. A quotation is that of a person of the same name; where one
    of the two names nobody, it may be anyone's, so both consents count.
    """
    return msgspec.structs.replace(
        story,
        photos=tuple(
            _photo(photo, (its for its in original.photos if same(its.file, photo.file)), zone)
            for photo in story.photos
        ),
        quotes=tuple(
            _quote(quote, (its for its in original.quotes if not (its.name and quote.name) or _named(its, quote)), zone)
            for quote in story.quotes
        ),
    )


def _named(one: Quote, other: Quote) -> bool:
    return one.name.casefold() == other.name.casefold()


def _photo(photo: Photo, others: Iterable[Photo], zone: str) -> Photo:
    for its in others:
        # What both files say of children and their guardians must hold.
        agreed = all(found.consent.guardian or not found.shows_child for found in (photo, its))
        consent = msgspec.structs.replace(_stricter(photo.consent, its.consent, zone), guardian=agreed)
        photo = msgspec.structs.replace(photo, consent=consent, shows_child=photo.shows_child or its.shows_child)
    return photo


def _quote(quote: Quote, others: Iterable[Quote], zone: str) -> Quote:
    for its in others:
        quote = msgspec.structs.replace(quote, consent=_stricter(quote.consent, its.consent, zone))
    return quote


def _stricter(own: Consent, its: Consent, zone: str) -> Consent:
    return msgspec.structs.replace(
        own,
        given=False if its.given is False else own.given,
        channels=tuple(channel for channel in own.channels if channel in its.channels),
        until=_earlier(own.until, its.until, zone),
        revoked=_earlier(own.revoked, its.revoked, zone),
    )


def _earlier(own: Moment | None, its: Moment | None, zone: str) -> Moment | None:
    """Return the earlier of two days; *its*, where it names no zone, is one of *zone*."""
    if its is None:
        return own
    its = msgspec.structs.replace(its, zone=its.zone or zone)
    return its if own is None or its.instant(zone) < own.instant(zone) else own
