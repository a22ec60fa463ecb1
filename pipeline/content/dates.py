"""Dates as Indonesians write them: ISO, ``Jumat, 12 Mei 2023 pukul 09.00 WIB``, ``8 s.d. 12 Mei 2023``.

A date that cannot be, or cannot be understood, is an error with an example, never a guess. The day comes before the
month; of a range or list the first day counts, of hours the first hour. The system's locale is never asked.
"""

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Literal

import msgspec

from pipeline.content.datepieces import Clock, Day, Pieces, find_pieces
from pipeline.content.datewords import MONTH_NUMBERS, MONTHS, PARTS, WEEKDAY_NUMBERS
from pipeline.content.moment import Moment

EXAMPLE = "12 Mei 2023"
LONGEST = 200
"""Characters; what is longer is no date."""

Reason = Literal["empty", "unknown", "impossible"]


class ReadMoment(msgspec.Struct, frozen=True):
    """What was read. *weekday_written* is the weekday of the first day, if given; *weekday_wrong*: it does not fit."""

    moment: Moment
    weekday_written: str | None = None
    weekday_wrong: bool = False


class DateError(ValueError):
    """No date: *reason* is ``empty``, ``unknown`` (not understood) or ``impossible`` (31 Juni, pukul 25.00).

    *suggestion* is a date that can be read, as near to the writer's own as can be told.
    """

    def __init__(self, reason: Reason, suggestion: str) -> None:
        super().__init__(reason, suggestion)
        self.reason = reason
        self.suggestion = suggestion


def read_moment(text: str) -> ReadMoment:
    """Return the moment that *text* names; raise ``DateError`` where it names none."""
    return _read_iso(text) or _read_written(text)


# The forms that programs write (ISO 8601, and its cousin with a space): quick, and the only ones with a bare `-05:00`.
# 24:00 goes the long way: since Python 3.14 `fromisoformat` makes it the next day.
_ISO = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"((T(?!24)[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?|\ (?!24)[0-9]{2}:[0-9]{2}:[0-9]{2})"
    r"(Z|[+-][0-9]{2}:?[0-9]{2})?)?"
)


def _read_iso(text: str) -> ReadMoment | None:
    """Return the moment of an ISO form; ``None`` leaves it, and what is wrong with it, to the long way."""
    if not _ISO.fullmatch(text):
        return None
    try:
        if len(text) == 10:
            return ReadMoment(Moment(date.fromisoformat(text)))
        stamp = datetime.fromisoformat(text)
    except ValueError:
        return None
    shift = stamp.utcoffset()
    zone = None if shift is None else _offset(shift)
    return ReadMoment(Moment(stamp.date(), stamp.time().replace(microsecond=0), zone))


def _offset(shift: timedelta) -> str:
    """Return *shift* as ``+07:00``."""
    hours, minutes = divmod(abs(int(shift.total_seconds())) // 60, 60)
    return f"{'-' if shift < timedelta(0) else '+'}{hours:02}:{minutes:02}"


@lru_cache(maxsize=4096)  # thousands of stories share a few hundred dates
def _read_written(text: str) -> ReadMoment:
    plain = _plain(text)
    if not plain:
        raise DateError("empty", EXAMPLE)
    pieces = find_pieces(plain) if len(plain) <= LONGEST else None
    days = _days(pieces.days) if pieces else None
    if not pieces or not days:
        raise DateError("unknown", _nearest(plain))
    moment = Moment(days[0], _clock(pieces, days[0]), _zone(pieces.zones, days[0]))
    return _with_weekday(moment, pieces)


_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼ`´′"))
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")


def _plain(text: str) -> str:
    """Return *text* in lower case, with plain digits, dashes and spaces, without apostrophes and invisible signs."""
    text = text[: LONGEST + 1].translate(_APOSTROPHES)
    text = unicodedata.normalize("NFKC", text).translate(_DASHES).lower()
    return " ".join("".join(sign for sign in text if unicodedata.category(sign) != "Cf").split())


def _days(written: list[Day]) -> list[date] | None:
    """Return the days; each takes the month and year it lacks from the next. ``None`` where the last lacks them."""
    days: list[date] = []
    month: int | None = None
    year: int | None = None
    for piece in reversed(written):
        if piece.year is not None:
            year = piece.year
        elif year is not None and month and (piece.month or 0) > month:
            year -= 1  # 30 Desember - 2 Januari 2023
        month = month if piece.month is None else piece.month
        if month is None or year is None:
            return None
        days.insert(0, _date(piece.day, month, year))
    if any(later < earlier for earlier, later in pairwise(days)):
        raise DateError("impossible", _say(days[-1]))
    return days


def _date(day: int, month: int, year: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise DateError("impossible", _say(_possible(day, month, year))) from None


def _clock(pieces: Pieces, day: date) -> time | None:
    """Return the first hour written; every hour of a range must be one that exists."""
    hours = [(_hour(clock, pieces.parts), clock.minute, clock.second) for clock in pieces.clocks]
    for hour, minute, second in hours:
        if (hour, minute, second) > (24, 0, 0) or minute > 59 or second > 59:
            raise DateError("impossible", f"{_say(day)} pukul {min(hour, 23):02}.{min(minute, 59):02}")
    if not hours:
        return None
    # 24.00 ends the day that was written, and a Moment keeps that day: its last second.
    return time(23, 59, 59) if hours[0][0] == 24 else time(*hours[0])


def _hour(clock: Clock, parts: list[str]) -> int:
    """Return the hour of 24. A part of the day beside it rules (99: no such hour); one elsewhere helps if it fits."""
    part = clock.part or (parts[0] if parts else None)
    first, last = PARTS[part] if part else (0, 99)
    for hour in (clock.hour, clock.hour + 12, clock.hour - 12):
        if first <= hour <= last:
            return hour
    return 99 if clock.part else clock.hour


def _zone(zones: list[str], day: date) -> str | None:
    """Return the first zone; an offset is less than a day."""
    for zone in zones:
        if zone[0] in "+-" and (zone[1:3] > "23" or zone[4:] > "59"):
            raise DateError("impossible", f"{_say(day)} pukul 09.00 WIB")
    return zones[0] if zones else None


def _with_weekday(moment: Moment, pieces: Pieces) -> ReadMoment:
    """Return *moment* with its weekday: one written before the first day, or after it where it is the only day."""
    for name, days_before in pieces.weekdays:
        if days_before == 0 or len(pieces.days) == 1:
            return ReadMoment(moment, name, WEEKDAY_NUMBERS[name.lower()] != moment.day.weekday())
    return ReadMoment(moment)


def _say(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][0].capitalize()} {day.year:04}"


def _possible(day: int, month: int, year: int) -> date:
    """Return the date nearest to one that cannot be; ``5/25`` was the American order."""
    from calendar import monthrange  # noqa: PLC0415  only for errors

    if month > 12 and 1 <= day <= 12:
        day, month = month, day
    year, month = max(year, 1), min(max(month, 1), 12)
    return date(year, month, min(max(day, 1), monthrange(year, month)[1]))


def _nearest(plain: str) -> str:
    """Return an example from the day, month and year that can be told in a text that was not understood."""
    from difflib import get_close_matches  # noqa: PLC0415  only for errors

    days = re.findall(r"(?<![0-9.:])[0-9]{1,2}(?![0-9.:])", plain)
    years = re.findall(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])", plain)
    words = re.findall("[a-z]{3,}", plain)
    months = [word for word in words if word in MONTH_NUMBERS]
    months = months or [near for word in words for near in get_close_matches(word, MONTH_NUMBERS, cutoff=0.7)]
    if not (days or years or months):
        return EXAMPLE
    month = MONTH_NUMBERS[months[0]] if months else 5
    return _say(_possible(int(days[0]) if days else 1, month, int(years[0]) if years else 2023))
