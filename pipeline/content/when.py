"""Dates in front matter: a key's text to a moment, or a problem that says what to write instead."""

from pipeline.content.dates import DateError, ReadMoment, read_moment
from pipeline.content.fields import Fields
from pipeline.content.moment import Moment

WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")

HOLDING = {"empty": "tanggal-tidak-terbaca", "unknown": "tanggal-tidak-terbaca", "impossible": "tanggal-mustahil"}
"""The problem for each reason of a ``DateError``, where the date decides when a story may be public."""


def moment(fields: Fields, key: str, *, wrong: str = "") -> tuple[Moment | None, bool]:
    """Return the moment at *key*, and whether what stands there could be read (an absent one can).

    One that cannot is noted as *wrong*; without it as an error that holds the story back.
    """
    if fields.node(key) is None:
        return None, True
    text = fields.text(key, wrong="")
    try:
        read = read_moment(text)
    except DateError as error:
        fields.add(key, wrong or HOLDING[error.reason], value=text or "…", example=error.suggestion)
        return None, False
    _check_weekday(fields, key, text, read)
    return read.moment, True


def _check_weekday(fields: Fields, key: str, text: str, read: ReadMoment) -> None:
    if read.weekday_wrong:
        written, right = read.weekday_written or "", WEEKDAYS[read.moment.day.weekday()]
        fields.add(key, "hari-tidak-cocok", value=text, weekday=written, right=right)
