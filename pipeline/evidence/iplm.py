"""What reports of one library say of what surveys of libraries ask for, year by year; the rest is plainly not there.

The questions are those that the index of library development (IPLM) asks a library about the last year. Reports tell of
activities, not of loans or visits: what they do not tell is never filled in, nor derived from something else.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from pipeline.evidence.evidence import Evidence, years
from pipeline.evidence.sums import NOTHING, Sums
from pipeline.evidence.table import Row

HEAD = ("tahun", "isian", "nilai", "satuan", "keterangan")
"""Columns; a contract: add at the end, never rename."""

MISSING = "tidak ada datanya"


class Year(NamedTuple):
    """What one year adds up to, and how many *partners* took part in it, each once."""

    sums: Sums
    partners: int


class Question(NamedTuple):
    """What is asked: its *name* and *unit*. The *answer* is ``None`` where reports do not say; *note* tells why so."""

    name: str
    unit: str
    answer: Callable[[Year], int | None] = lambda _: None
    note: Callable[[Year], str] = lambda _: "laporan warta tidak mencatatnya"


QUESTIONS = (
    Question(
        "peserta kegiatan",
        "kehadiran",
        lambda year: year.sums.came if year.sums.counted else None,
        lambda year: (
            f"kehadiran, bukan orang; dari {year.sums.counted} dari {year.sums.events} kegiatan yang menyebut jumlahnya"
            if year.sums.counted
            else "tidak ada laporan yang menyebut jumlahnya"
        ),
    ),
    Question("pemustaka luring dan daring", "orang"),
    Question("pengguna TIK", "orang"),
    Question("bahan yang dipinjam atau dibaca", "eksemplar"),
    Question("akses ke layanan digital", "akses"),
    Question(
        "jumlah program dan kegiatan",
        "kegiatan",
        lambda year: year.sums.events or None,
        lambda year: "yang dilaporkan, masing-masing sekali" if year.sums.events else "tidak ada yang dilaporkan",
    ),
    Question(
        "jumlah kerja sama eksternal",
        "mitra",
        lambda year: year.partners or None,
        lambda year: "yang disebut laporan, masing-masing sekali" if year.partners else "tidak ada yang disebut",
    ),
    Question("jenis layanan", "jenis"),
    Question("dokumen kebijakan", "dokumen"),
)  # fmt: skip


def head(*, sample: bool) -> Row:
    """Return the names of the columns."""
    return (*HEAD, "contoh") if sample else HEAD


def rows(found: Evidence) -> Iterator[Row]:
    """Yield for each year of *found*, the oldest first, one row for each question; those of samples say so."""
    partners = {year: many for year, (_, many) in found.distinct}
    sums = years(found)
    for year in sorted({*sums, *partners}):
        for question in QUESTIONS:
            row = (year, *_row(question, Year(sums.get(year, NOTHING), partners.get(year, 0))))
            yield (*row, "ya") if found.sample else row


def _row(question: Question, year: Year) -> Row:
    answer = question.answer(year)
    return question.name, MISSING if answer is None else f"{answer}", question.unit, question.note(year)
