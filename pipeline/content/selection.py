"""The selection: which story a panel found the most significant of a period, and why."""

from datetime import date

import msgspec

from pipeline.content.library import Level


class Selection(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One selection. *area* is a library's slug, the code of a regency or province, or ``semua``.

    *panel* are roles, never names. *candidates* and *chosen* are addresses of stories; the chosen one is a candidate.
    """

    address: str
    path: str
    area: str
    level: Level
    chosen: str
    reason: str
    title: str = ""
    period: str = ""
    day: date | None = None
    panel: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    sample: bool = False
