"""Consent of the people in photos and quotes (``izin``): for which channels, until when."""

from typing import Literal

import msgspec

from pipeline.content.fields import NO, Fields, as_yes
from pipeline.content.keys import CONSENT
from pipeline.content.moment import Moment
from pipeline.content.near import either, fold, nearest
from pipeline.content.node import Group, Node
from pipeline.content.when import moment

Channel = Literal["web", "sosial", "pers", "cetak"]
CHANNELS: tuple[Channel, ...] = ("web", "sosial", "pers", "cetak")


class Consent(msgspec.Struct, frozen=True, omit_defaults=True):
    """What was agreed. *given* is ``None`` where nothing was said (a warning; treated as no objection).

    *until* is the last day of consent, *revoked* the first day without it, both in the library's zone. *unclear* tells
    a no that nobody said: what was written could not be understood.
    """

    given: bool | None = None
    channels: tuple[Channel, ...] = CHANNELS
    reference: str = ""
    until: Moment | None = None
    revoked: Moment | None = None
    guardian: bool = False
    unclear: bool = False


REFUSED = Consent(given=False, unclear=True)
"""What an ``izin`` that cannot be understood counts as: nobody is shown by a slip of the pen."""

_CHANNEL: dict[str, Channel] = {name: name for name in CHANNELS} | {
    "social": "sosial",
    "press": "pers",
    "print": "cetak",
}


def read_consent(fields: Fields, *, absent: str, of: str) -> Consent:
    """Return the ``izin`` of *fields*; where there is none, the problem *absent* is noted, naming what it is *of*."""
    node = fields.node("izin")
    if node is None:
        fields.add("izin", absent, of=of)
        return Consent()
    refused = _says_no(node)
    group = fields.group("izin", CONSENT) if isinstance(node, Group) and node.entries and not refused else None
    if group:
        return _read_group(group)
    given = as_yes(node)
    if given is None:
        fields.add("izin", "izin-tidak-jelas", value=fields.shown("izin"))
        return Consent(given=False, unclear=not refused)
    return Consent(given=given)


def _says_no(node: Node) -> bool:
    """Tell whether *node* is a no in brackets, as in ``izin: {tidak}``; its keys would be taken for a yes."""
    return isinstance(node, Group) and any(entry.key.strip().lower() in NO for entry in node.entries)


def _read_group(fields: Fields) -> Consent:
    until, until_read = moment(fields, "sampai", wrong="izin-tanggal")
    revoked, revoked_read = moment(fields, "dicabut", wrong="izin-tanggal")
    channels = _read_channels(fields)
    if not (until_read and revoked_read):
        return REFUSED
    return Consent(
        given=True,
        channels=channels,
        reference=fields.text("ref"),
        until=until,
        revoked=revoked,
        guardian=fields.yes("wali", unclear=False) or False,
    )


def _read_channels(fields: Fields) -> tuple[Channel, ...]:
    """Return the channels of ``kanal``; a misspelt one is left out, so that it is never taken for another."""
    if fields.node("kanal") is None:
        return CHANNELS
    chosen = set()
    for word in fields.words("kanal"):
        channel = _CHANNEL.get(fold(word))
        if channel is None:
            fields.add("kanal", "kanal-tidak-dikenal", value=word, near=nearest(word, CHANNELS) or either(CHANNELS))
        else:
            chosen.add(channel)
    return tuple(channel for channel in CHANNELS if channel in chosen)
