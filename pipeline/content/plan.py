"""The work plan: what a library, a regency, a province or all of them mean to do in a year, and what came of it."""

from datetime import date
from typing import Literal

import msgspec

Progress = Literal["belum", "berjalan", "selesai", "tertunda", "batal"]
PROGRESS: tuple[Progress, ...] = ("belum", "berjalan", "selesai", "tertunda", "batal")


class Item(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One line of a plan. *target* and *done* are numbers of *unit*.

    Where *indicator* is a code, its evidence tells what was done, and *done* is only what somebody wrote. *status* is
    what was written; ``progress`` says what follows where nothing was.
    """

    what: str
    indicator: str = ""
    target: float | None = None
    unit: str = ""
    done: float | None = None
    due: date | None = None
    obstacle: str = ""
    follow_up: str = ""
    status: Progress | None = None


class Plan(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One plan. *area* is a library's slug, the code of a regency or province, or ``semua``; *year* 0 where unknown."""

    address: str
    path: str
    area: str
    title: str
    year: int = 0
    items: tuple[Item, ...] = ()
    sample: bool = False


def progress(item: Item, done: float | None) -> Progress:
    """Return how far *item* has come, *done* being what was done of it: what was written, else what numbers show."""
    if item.status is not None:
        return item.status
    if not done:
        return "belum"
    return "selesai" if item.target is not None and done >= item.target else "berjalan"
