"""Consent of the people in photos and quotes (``izin``): for which channels, until when."""

from typing import Literal

import msgspec

from pipeline.content.moment import Moment

Channel = Literal["web", "sosial", "pers", "cetak"]
CHANNELS: tuple[Channel, ...] = ("web", "sosial", "pers", "cetak")


class Consent(msgspec.Struct, frozen=True, omit_defaults=True):
    """What was agreed. *given* is ``None`` where nothing was said (a warning; treated as no objection).

    *until* is the last day of consent, *revoked* the first day without it, both in the library's zone.
    """

    given: bool | None = None
    channels: tuple[Channel, ...] = CHANNELS
    reference: str = ""
    until: Moment | None = None
    revoked: Moment | None = None
    guardian: bool = False
