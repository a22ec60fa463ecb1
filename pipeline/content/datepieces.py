"""The pieces of a written date: days, hours, zones, weekdays, found in order and not yet put together.

One table of rules says what a piece looks like. Whatever no rule knows makes the whole text unknown: a date is never
guessed from a part of it.
"""

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import NamedTuple

from pipeline.content.datewords import MONTH_NUMBERS, PARTS, SILENT, WEEKDAY_NUMBERS


class Day(NamedTuple):
    """A day as far as it was written: ``8``, ``30 April`` or ``12 Mei 2023``."""

    day: int
    month: int | None
    year: int | None


class Clock(NamedTuple):
    """An hour as written, with the part of the day (``siang``) where it stands beside it."""

    hour: int
    minute: int
    second: int = 0
    part: str | None = None


class Pieces:
    """What was found, each kind in order. *weekdays* carry the number of days found before them.

    *zones* are ``WIB``, ``WITA``, ``WIT`` or an offset such as ``+07:00``, which may be one that cannot be.
    """

    def __init__(self) -> None:
        self.days: list[Day] = []
        self.clocks: list[Clock] = []
        self.zones: list[str] = []
        self.parts: list[str] = []
        self.weekdays: list[tuple[str, int]] = []


def find_pieces(plain: str) -> Pieces | None:
    """Return the pieces of *plain* (lower case, plain dashes); ``None`` where some of it is not understood."""
    pieces, place = Pieces(), 0
    while place < len(plain):
        for pattern, take in _rules():
            if match := pattern.match(plain, place):
                take(pieces, match)
                place = match.end()
                break
        else:
            return None
    return pieces


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")(?![a-z])"


_MONTH, _WEEKDAY, _PART = _any(MONTH_NUMBERS), _any(WEEKDAY_NUMBERS), _any(PARTS)
_DAY = r"(?P<day>[0-9]{1,2})"
_NTH = rf"{_DAY}(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[0-9]{4})(?![0-9])"
_MONTH_NUMBER = r"(?P<month>[0-9]{1,2})"

_YEAR_FIRST = rf"(?P<year>[0-9]{{4}})(?P<sep>[-/.]){_MONTH_NUMBER}(?P=sep){_DAY}(?![0-9])"
# `10-11-12 Mei 2023` is a list of days, so no month may follow.
_DAY_FIRST = rf"{_DAY}(?P<sep>\s?[-/.]\s?){_MONTH_NUMBER}(?P=sep)(?P<year>[0-9]{{4}}|[0-9]{{2}})(?![0-9]|\s*{_MONTH})"
_LONG = rf"{_NTH}[\s.,/-]*(?:(?:of|bulan)\s)?(?P<month>{_MONTH})[\s,./-]*(?:tahun|thn|th)?[\s.]*{_YEAR}"
# `12 Mei 23`; in `12 Mei 09.00` and `30 April 12 Mei 2023` the number is no year.
_LONG_SHORT_YEAR = rf"{_NTH}[\s./-]?(?P<month>{_MONTH})\.?[\s./-](?P<year>[0-9]{{2}})(?![0-9]|[.:][0-9]|\s*{_MONTH})"
_LONG_NO_YEAR = rf"{_NTH}[\s.,/-]*(?:bulan\s)?(?P<month>{_MONTH})"
_ENGLISH = rf"(?P<month>{_MONTH})\.?\s*{_NTH}(?:\s*-\s*[0-9]{{1,2}})?[\s,]+{_YEAR}"
_DAY_AND_MONTH = rf"{_DAY}/{_MONTH_NUMBER}(?![0-9]|/[0-9]|\s*{_MONTH})"
_HEAD = r"(?:pukul|pkl|pk|jam)[\s.:]*"
_HOUR = r"(?P<hour>[0-9]{1,2})"
_MINUTE = r"[.:](?P<minute>[0-9]{2})(?:[.:](?P<second>[0-9]{2}))?"
_TO = r"(?:-|s\s?[./]?\s?d\b\.?|sampai(?:\ dengan)?|hingga|to|until)"
# A day without a month goes on to the next: `1 2 Mei 2023` is a slip for 12, `3 hari` no date.
_BARE_DAY = rf"{_NTH}(?=\s*(?:[,&/]|dan|serta|and|{_TO}))"

# After an hour: its part of the day, its zone, the end of a range. In `09.00 - 12 Mei 2023` the 12 is a day.
_TAIL = (
    rf"(?![0-9])(?:\s*(?P<part>{_PART}))?(?:\s*(?P<zone>wib|wita|wit)(?![a-z]))?"
    rf"(?:\s*{_TO}\s*(?:{_HEAD})?(?P<end>[0-9]{{1,2}})(?:[.:](?P<end_minute>[0-9]{{2}}))?"
    rf"(?![0-9]|\s*[-/.:]\s*[0-9]|\s*{_MONTH}))?"
)
_OFFSET = (
    r"(?:(?:utc|gmt)\s?(?=[-+]))?(?P<sign>\+|(?<=utc)-|(?<=gmt)-)(?P<hours>[0-9]{1,2})"
    r"(?::?(?P<minutes>[0-9]{2}))?(?![0-9])"
)
_GREENWICH = r"(?P<sign>)(?P<hours>)(?P<minutes>)(?:utc|gmt|(?<=[0-9])z)(?![a-z])"


def _take_day(pieces: Pieces, match: re.Match[str]) -> None:
    found = match.groupdict()
    pieces.days.append(Day(int(found["day"]), _month(found.get("month")), _year(found.get("year"))))


def _month(text: str | None) -> int | None:
    if text is None:
        return None
    return MONTH_NUMBERS[text] if text in MONTH_NUMBERS else int(text)


def _year(text: str | None) -> int | None:
    """Return the year; of two digits, 69 to 99 are of the last century (as ``%y`` of POSIX ``strptime``)."""
    if text is None:
        return None
    if len(text) == 4:
        return int(text)
    return int(text) + (1900 if int(text) >= 69 else 2000)


def _take_clock(pieces: Pieces, match: re.Match[str]) -> None:
    found = match.groupdict()
    minute, second = found.get("minute") or 0, found.get("second") or 0
    pieces.clocks.append(Clock(int(found["hour"]), int(minute), int(second), found["part"]))
    if found["zone"]:
        pieces.zones.append(found["zone"].upper())
    if found["end"]:
        pieces.clocks.append(Clock(int(found["end"]), int(found["end_minute"] or 0)))


def _take_zone(pieces: Pieces, match: re.Match[str]) -> None:
    pieces.zones.append(match[0].upper())


def _take_offset(pieces: Pieces, match: re.Match[str]) -> None:
    hours, minutes = int(match["hours"] or 0), int(match["minutes"] or 0)
    pieces.zones.append(f"{match['sign'] or '+'}{hours:02}:{minutes:02}")


def _take_part(pieces: Pieces, match: re.Match[str]) -> None:
    pieces.parts.append(match["part"])


def _take_weekday(pieces: Pieces, match: re.Match[str]) -> None:
    pieces.weekdays.append((match[0].capitalize(), len(pieces.days)))


def _take_nothing(pieces: Pieces, match: re.Match[str]) -> None:
    """Pass over what carries nothing."""


_Take = Callable[[Pieces, re.Match[str]], None]


@cache  # compiled when the first date that is not ISO is read: start-up counts
def _rules() -> tuple[tuple[re.Pattern[str], _Take], ...]:
    """Return what a piece looks like and what is taken from it; at each place of a text the first that fits counts."""
    rules: tuple[tuple[str, _Take], ...] = (
        (r"[-\s,.:;/()&|~]+", _take_nothing),
        (rf"{_HEAD}{_HOUR}(?:{_MINUTE})?{_TAIL}", _take_clock),
        (_YEAR_FIRST, _take_day),
        (_DAY_FIRST, _take_day),
        (_LONG, _take_day),
        (_LONG_SHORT_YEAR, _take_day),
        (_LONG_NO_YEAR, _take_day),
        (_ENGLISH, _take_day),
        (_DAY_AND_MONTH, _take_day),
        (rf"{_HOUR}{_MINUTE}{_TAIL}", _take_clock),
        (rf"{_HOUR}(?=\s?{_PART}){_TAIL}", _take_clock),
        (_BARE_DAY, _take_day),
        (_any(("wib", "wita", "wit")), _take_zone),
        (_OFFSET, _take_offset),
        (_GREENWICH, _take_offset),
        (rf"(?P<part>malam)\s+{_WEEKDAY}", _take_part),  # `malam Minggu` is a Saturday
        (rf"(?P<part>{_PART})", _take_part),
        (_WEEKDAY, _take_weekday),
        (_any(SILENT), _take_nothing),
    )
    return tuple((re.compile(pattern), take) for pattern, take in rules)
