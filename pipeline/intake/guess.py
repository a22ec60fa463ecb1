"""Guesses from a text: its title, its day, its library. Each is marked as such, and none is made without a reason."""

import re
from datetime import date
from typing import NamedTuple

from pipeline.content.dates import DateError, read_moment
from pipeline.content.datewords import MONTH_NUMBERS, WEEKDAY_NUMBERS
from pipeline.content.text import one_line
from pipeline.intake.context import Context
from pipeline.intake.draft import Guess
from pipeline.language import _

FAR = 6_000
"""Letters of a text that are looked at: the day and the library of a report stand near its beginning."""

LONGEST_TITLE = 150

_MONTH = "|".join(sorted(map(re.escape, MONTH_NUMBERS), key=len, reverse=True))
_WEEKDAY = "|".join(sorted(map(re.escape, WEEKDAY_NUMBERS), key=len, reverse=True))
_DATE = re.compile(
    rf"(?:\b(?:{_WEEKDAY})\b,?\s*(?:tanggal\s+)?)?"
    rf"(?<![\d/.-])(?:\d{{1,2}}(?:\s*(?:-|–|s\.?/?d\.?|sampai|dan|&)\s*)\d{{1,2}}\s+(?:{_MONTH})\s+\d{{4}}"
    rf"|\d{{1,2}}\s+(?:{_MONTH})\s+\d{{4}}"
    rf"|\d{{1,2}}[/-]\d{{1,2}}[/-]\d{{4}}"
    rf"|\d{{4}}-\d{{2}}-\d{{2}})(?![\d/-])",
    re.IGNORECASE,
)
_HOUR = re.compile(r"[,.]?\s*\(?(?:pukul|pkl\.?|jam)\s*\d{1,2}[.:]\d{2}(?:\s*(?:WIB|WITA|WIT)\b)?", re.IGNORECASE)
_MARKS = re.compile(r"\\(.)|[*_#>`]+")
_LABEL = re.compile(r"^(?:judul|perihal|hal|tema)\s*:\s*", re.IGNORECASE)


class Guessed(NamedTuple):
    """A value and why it was taken."""

    value: str
    why: str


def day_of(text: str) -> date | None:
    """Return the day that a ``tanggal`` names; ``None`` where it names none."""
    try:
        return read_moment(text).moment.day
    except DateError:
        return None


def date_in(text: str) -> Guessed | None:
    """Return the first date in *text* that can be one; where several days are named, *why* says so."""
    found: dict[date, str] = {}
    for match in _DATE.finditer(text[:FAR]):
        hour = _HOUR.match(text, match.end())
        whole = one_line(match[0] + (hour[0].lstrip(",.( ") and " " + hour[0].lstrip(",.( ") if hour else ""))
        if day := day_of(whole):
            found.setdefault(day, whole)
        elif day := day_of(one_line(match[0])):
            found.setdefault(day, one_line(match[0]))
    if not found:
        return None
    first = next(iter(found.values()))
    if len(found) == 1:
        return Guessed(first, _("satu-satunya tanggal di dalam teks"))
    others = ", ".join(list(found.values())[1:4])
    return Guessed(first, _("tanggal pertama di dalam teks; ada juga {others}").format(others=others))


def title_of(line: str) -> str:
    """Return *line* (Markdown) as a title; an empty string where it is too long to be one."""
    if len(line) > 8 * LONGEST_TITLE:  # also, patterns take long over a line without end
        return ""
    bare = _LABEL.sub("", one_line(_MARKS.sub(lambda mark: mark[1] or "", line)))
    bare = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", bare).rstrip(" :")
    return bare if 0 < len(bare) <= LONGEST_TITLE else ""


def library_in(text: str, context: Context) -> Guessed | None:
    """Return the library that *text* is about: the one asked for, the only one, or the only one that it names."""
    if context.library:
        return Guessed(context.library, "")
    if len(context.libraries) == 1:
        return Guessed(context.libraries[0].slug, _("satu-satunya perpustakaan"))
    folded = f" {_folded(text[:FAR])} "
    named = [library for library in context.libraries if f" {_folded(library.name)} " in folded]
    # "Perpustakaan Desa Sukamaju Indah" also holds the name of "Perpustakaan Desa Sukamaju".
    whole = [one for one in named if not any(_folded(one.name) in _folded(two.name) for two in named if two is not one)]
    return Guessed(whole[0].slug, _("namanya disebut di dalam teks")) if len(whole) == 1 else None


def _folded(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.lower()))


def as_guess(key: str, found: Guessed | None) -> tuple[Guess, ...]:
    """Return the mark of a guess for *key*; none where nothing was found, or nothing guessed."""
    return (Guess(key, found.why),) if found and found.why else ()
