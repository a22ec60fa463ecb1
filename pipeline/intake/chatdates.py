"""Dates and hours as WhatsApp writes them: which number is the day is told by the whole chat, never guessed."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, time
from itertools import pairwise
from typing import Literal

from pipeline.content.datewords import MONTH_NUMBERS

Order = Literal["hari-bulan", "bulan-hari", "tahun-bulan"]
ORDERS: tuple[Order, ...] = ("hari-bulan", "bulan-hari", "tahun-bulan")

DATE = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}[./]\d{1,2}|\d{1,2} [A-Za-z]{3,10}\.?,? \d{2,4}"
TIME = r"\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?: ?[AaPp]\.? ?[Mm]\.?)?"

_NUMBERS = re.compile(r"(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})")
_WORDS = re.compile(r"(\d{1,2}) ([A-Za-z]+)\.?,? (\d{2,4})")
_CLOCK = re.compile(r"(\d{1,2})[.:](\d{2})(?:[.:](\d{2}))? ?([AaPp])?")


def read_date(text: str, order: Order) -> date | None:
    """Return the day that *text* names where numbers stand in *order*; ``None`` where there is none, or no year."""
    if found := _WORDS.fullmatch(text):
        return _date(int(found[3]), MONTH_NUMBERS.get(found[2].lower(), 0), int(found[1]))
    found = _NUMBERS.fullmatch(text)
    if not found:
        return None
    first, second, third = (int(part) for part in found.groups())
    if len(found[1]) == 4 or order == "tahun-bulan":
        return _date(first, second, third) if len(found[1]) == 4 else None
    day, month = (first, second) if order == "hari-bulan" else (second, first)
    return _date(third, month, day)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


def read_clock(text: str) -> time | None:
    """Return the hour that *text* names, with or without AM and PM; ``None`` for one that does not exist."""
    found = _CLOCK.match(text)
    if not found:
        return None
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    if found[4]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found[4] in "Pp" else 0)
    try:
        return time(hour, minute, second)
    except ValueError:
        return None


def solve(stamps: Sequence[tuple[str, str]]) -> Order | None:
    """Return the order in which the numbers of all dates stand; ``None`` where that cannot be told.

    *stamps* are date and hour of each message as written, in the order of the chat. An order is possible where each
    date exists and none lies before the one above it. Where two are, a clock with dots decides for the day first:
    every language whose clock has dots (Indonesian among them) writes the day before the month.
    """
    written = list(dict.fromkeys(day for day, _clock in stamps if _NUMBERS.fullmatch(day)))
    possible = [order for order in ORDERS if _fits(written, order)]
    if len(possible) > 1 and all(_same(day, possible) for day in written):
        return possible[0]
    if len(possible) > 1 and any("." in clock[:3] for _day, clock in stamps):
        return "hari-bulan"
    return possible[0] if len(possible) == 1 else None


def _fits(written: Iterable[str], order: Order) -> bool:
    days = [read_date(text, order) for text in written]
    known = [day for day in days if day]
    return len(known) == len(days) and all(earlier <= later for earlier, later in pairwise(known))


def _same(text: str, orders: Sequence[Order]) -> bool:
    return len({read_date(text, order) for order in orders}) == 1
