"""What all records behind advocacy have in common: days, deadlines, the area to which they belong, drafts."""

import calendar
import re
from collections.abc import Callable
from datetime import date

from pipeline import regions
from pipeline.content.address import record_address, slug
from pipeline.content.datewords import MONTHS
from pipeline.content.document import open_document
from pipeline.content.fields import Fields
from pipeline.content.keys import Keys
from pipeline.content.near import fold
from pipeline.content.private_reader import read_private
from pipeline.content.record import ReadRecord, Record
from pipeline.content.region_reader import read_region
from pipeline.content.report import Report
from pipeline.content.status import STATUS
from pipeline.content.when import moment

ALL = "semua"
"""The area of what belongs to no single place."""

_MONTH = {word: number for number, words in enumerate(MONTHS, 1) for word in words}
_PART = re.compile(r"(?:(?:akhir|sebelum|paling lambat|selambatnya|sampai)\s+)*(?:(?:bulan|tahun)\s+)?"
                   r"(?:([a-z]+)\.?\s+)?(\d{4})")  # fmt: skip


def read_file(
    path: str, data: bytes, folder: str, keys: Keys, read: Callable[[Fields, str, str], Record | None]
) -> ReadRecord:
    """Return what *read* makes of the fields, the path and the name of the record *data* at *path* below *folder*.

    Pure; never raises for what is in it. The body is for the newsroom's own notes: nobody else ever sees it.
    """
    report = Report(path)
    document = open_document(data, keys, report)
    address = record_address(path, folder, report)
    if document is None or document.fields is None:
        return ReadRecord(None, report.problems)
    found = read_private(document, report)
    record = read(document.fields, path, address or "")
    kept = not report.holds and not is_draft(document.fields)
    return ReadRecord(record if kept else None, report.problems, found)


def is_draft(fields: Fields) -> bool:
    """Whether ``status`` says that the file may not be shown yet, or no more."""
    return STATUS.get(fold(fields.text("status", wrong=""))) in ("draf", "periksa", "tarik")


def day(fields: Fields, key: str) -> date | None:
    """Return the day at *key*; one that cannot be read is noted, and left out."""
    found = moment(fields, key, wrong="tanggal-catatan")[0]
    return None if found is None else found.day


def deadline(fields: Fields, key: str) -> date | None:
    """Return the last day of what *key* says: a day, a month (``Oktober 2026``), or a year."""
    text = fields.text(key, wrong="").lower()
    found = _PART.fullmatch(text)
    if found is None or (found[1] and found[1] not in _MONTH) or not int(found[2]):
        return day(fields, key)
    year, month = int(found[2]), _MONTH[found[1]] if found[1] else 12
    return date(year, month, calendar.monthrange(year, month)[1])


def area(fields: Fields) -> str:
    """Return the area to which a record belongs: a library's slug, the code of a regency or province, or ``semua``.

    A code that is none, or lies below a regency, holds the record: elsewhere it would be told of others.
    """
    library = slug(fields.text("perpustakaan").removesuffix(".md"))
    if library:
        if not fields.lacks("wilayah"):
            fields.add("wilayah", "catatan-dua-tempat")
        return library
    if fields.lacks("wilayah"):
        return ALL
    code = read_region(fields, wrong="catatan-wilayah")
    if code and not (regions.region(code) and code in (regions.regency_of(code), regions.province_of(code))):
        fields.add("wilayah", "catatan-wilayah", value=code, example=regions.regency_of(code) or "32.04")
    return code or ALL
