"""Numbers and days that do not agree: within the front matter, and between it and the body."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from pipeline.coaching.manuscript import Manuscript
from pipeline.coaching.numerals import PATTERN, numerals, value
from pipeline.content.datewords import MONTH_NUMBERS, MONTHS, WEEKDAY_NUMBERS, WEEKDAYS
from pipeline.content.problem import Problem

MOST = 40
"""Dates of a body that are looked at."""


NEAR = dt.timedelta(days=60)
"""A day without its year so close to the event is of no other year."""


def parts(script: Manuscript) -> Iterator[Problem]:
    """Yield men and women who are fewer than all together; more than all is a warning of the reader's."""
    people = script.story.participants
    if people is None or people.total is None or people.men is None or people.women is None:
        return
    both = people.men + people.women
    if both >= people.total:
        return
    line = script.line_of("peserta")
    written = (f"{key}: {people.total}" for key in ("total", "jumlah", "Total"))
    cited = next((found for text in written if (found := script.exactly(text, head=True))), None)
    if cited is not None:
        values = {"men": people.men, "women": people.women, "sum": both}
        yield script.note(line, "saran-peserta-jumlah", words=cited.words, **values)


def attendance(script: Manuscript) -> Iterator[Problem]:
    """Yield a number of participants in the body that is not the one in the front matter.

    A total that stands anywhere in the body, or follows from two numbers there, is no contradiction.
    """
    people = script.story.participants
    if people is None or people.total is None:
        return
    known = {number.value for number in numerals(script.text[: MOST * 250])}
    total = people.total
    if total in known or any(total - one in known for one in known):
        return
    own = {people.men, people.women, people.children, people.elderly, people.disabled}
    for found in _attended().finditer(script.text):
        said = next(group for group in found.groups() if group)
        number = value(said)
        cited = script.exactly(found[0])
        if number not in own and number > 1 and cited is not None:
            yield script.note(cited.line, "saran-angka-peserta", words=cited.words, total=total, number=number)
            return


@cache
def _attended() -> re.Pattern[str]:
    kinds = "orang peserta|peserta|orang|warga|anak|siswa|ibu|pelajar|pengunjung|pengelola|remaja|lansia|petani"
    return re.compile(
        rf"\b(?:diikuti|dihadiri)(?:\soleh)?\s({PATTERN})\s(?:{kinds})\b|({PATTERN})\s(?:orang\s)?peserta\b",
        re.IGNORECASE,
    )


def weekdays(script: Manuscript) -> Iterator[Problem]:
    """Yield the dates in the body whose weekday is another, as ``Sabtu (9/5)`` in 2023."""
    event = script.story.date.day
    for count, found in enumerate(_dated().finditer(script.text)):
        if count == MOST:
            return
        days = _days(found, event)
        weekday = WEEKDAY_NUMBERS[re.sub(r"['’]", "", found["weekday"]).lower()]
        if not days or any(day.weekday() == weekday for day in days):
            continue
        right = WEEKDAYS[days[0].weekday()][0].capitalize()
        cited = script.exactly(found[0])
        yield script.note(
            cited.line if cited else script.line_of("tanggal"), "hari-tidak-cocok",
            key="isi", value=found[0], right=right, weekday=found["weekday"],
        )  # fmt: skip


def _days(found: re.Match[str], event: dt.date) -> list[dt.date]:
    """Return the day that is meant; where the year is not said and the day is not near, those that may be."""
    month = int(found["month"]) if found["month"] else MONTH_NUMBERS[found["name"].lower()]
    said = found["year"] or found["after"]
    near = (event.year - 1, event.year, event.year + 1)
    years = (int(said) + (2000 if len(said) == 2 else 0),) if said else near
    days = []
    for year in years:
        try:
            days.append(dt.date(year, month, int(found["day"] or found["date"])))
        except ValueError:
            continue
    days.sort(key=lambda day: abs(day - event))
    return days[:1] if days and abs(days[0] - event) < NEAR else days


@cache
def _dated() -> re.Pattern[str]:
    weekday = r"(?P<weekday>Senin|Selasa|Rabu|Kamis|Jumat|Jum['’]at|Sabtu|Minggu|Ahad)"
    months = "|".join(word.capitalize() for words in MONTHS for word in words if len(word) > 2)
    return re.compile(
        rf"\b{weekday}(?:\s(?:pagi|siang|sore|malam))?,?\s(?:"
        r"\((?P<day>\d{1,2})/(?P<month>\d{1,2})(?:/(?P<year>\d{4}|\d{2}))?\)"
        rf"|\(?(?P<date>\d{{1,2}})\s(?P<name>{months})\b(?:\s(?P<after>\d{{4}})\b)?)"
    )
