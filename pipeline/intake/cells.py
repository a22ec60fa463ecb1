"""The cells of one row by what they are: dates, counts, lists, ticks. Pure."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from pipeline.content.count import read_count
from pipeline.content.dates import DateError, read_moment
from pipeline.intake.chatdates import Order, read_date, solve
from pipeline.intake.mapping import DROP, ID, NOTE, SENT, Columns, choice

_SERIAL = re.compile(r"([34]\d{4}|[56]\d{4})(?:[.,]\d+)?")
_EPOCH = date(1899, 12, 30)
"""Day 0 of Excel's dates: its day 60 is 29 February 1900, which never was, so from March 1900 on this fits."""

_NUMERIC = re.compile(r"\s*(\d{1,4}[./-]\d{1,2}[./-]\d{1,4})\b")
_PEOPLE = re.compile(r"\s*(?:±|sekitar|kurang lebih)?\s*(\d[\d.]*)\s*(?:orang|org|jiwa|peserta)?\s*", re.IGNORECASE)
YES = frozenset(("1", "ya", "true", "yes", "x", "v", "✓", "✔", "benar"))


class Cells(NamedTuple):
    """One row: *values* and *ticks* by key, *notes* as pairs of heading and text, its *id*, and when it was *sent*."""

    number: int
    values: Mapping[str, str]
    ticks: Mapping[str, tuple[str, ...]]
    notes: tuple[tuple[str, str], ...]
    id: str
    sent: str


def cells(number: int, row: Iterable[tuple[str, str]], columns: Columns) -> Cells:
    """Return the cells of a *row* (pairs of heading and text) as *columns* say; what is dropped is in none of it."""
    values: dict[str, str] = {}
    ticks: dict[str, tuple[str, ...]] = {}
    notes: list[tuple[str, str]] = []
    for heading, text in row:
        key = columns.get(heading, NOTE)
        tick = choice(key)
        if not text or key == DROP:
            continue
        if tick:
            if text.lower() in YES or text == tick[1]:
                ticks[tick[0]] = (*ticks.get(tick[0], ()), tick[1])
        elif key == NOTE:
            notes.append((heading, text))
        else:
            values[key] = "\n\n".join(filter(None, (values.get(key), text)))
    sent, named = values.pop(SENT, ""), values.pop(ID, "")
    return Cells(number, values, ticks, tuple(notes), named, sent)


def order_of(dates: Iterable[str], sent: Iterable[str]) -> Order | None:
    """Return in which order days and months stand in a table; ``None`` where no row tells.

    Times of sending follow each other, so their order tells more than that of other *dates*, of which each must exist.
    """
    stamps = [(found[1], "") for text in sent if (found := _NUMERIC.match(text))]
    solved = solve(stamps) if stamps else None
    written = [found[1] for text in dates if (found := _NUMERIC.match(text))]
    orders: tuple[Order, ...] = ("hari-bulan", "bulan-hari")
    fitting = [order for order in orders if all(read_date(text, order) for text in written)]
    if solved in fitting or not written:
        return solved
    if len(fitting) == 1:
        return fitting[0]
    same = all(read_date(text, "hari-bulan") == read_date(text, "bulan-hari") for text in written)
    return "hari-bulan" if same else None


def day(text: str, order: Order | None) -> date | None:
    """Return the day that a cell names: words, ISO, a serial number of Excel, or numbers in *order*.

    ``None`` where it names none, and where its numbers might be read either way and nothing tells which.
    """
    if found := _SERIAL.fullmatch(text.strip()):
        return _EPOCH + timedelta(days=int(found[1]))
    if found := _NUMERIC.match(text):
        either = {read_date(found[1], one) for one in ("hari-bulan", "bulan-hari")} - {None}
        return read_date(found[1], order) if order else either.pop() if len(either) == 1 else None
    try:
        return read_moment(text).moment.day
    except DateError:
        return None


def count(text: str) -> int | None:
    """Return how many *text* says (``24 orang``, ``1.200``), ``None`` where it says no number."""
    found = read_count(text)
    if found is None and (number := _PEOPLE.fullmatch(text)):
        found = read_count(number[1])
    return found if found is not None and found >= 0 else None


def several(text: str) -> tuple[str, ...]:
    """Return the items of a cell that holds several, parted by commas, semicolons or lines."""
    return tuple(dict.fromkeys(part.strip(" .-•") for part in re.split(r"[,;\n|]", text) if part.strip(" .-•")))
