"""Workbooks: read back by another library as what was put in, whatever it is, and the same of the same."""

import datetime as dt
from io import BytesIO

import openpyxl
from hypothesis import given
from hypothesis import strategies as st

from pipeline.templating.workbook import workbook

DAY = dt.date(2026, 5, 9)


def read(data: bytes) -> dict[str, list[tuple]]:
    book = openpyxl.load_workbook(BytesIO(data))
    return {sheet.title: [tuple(cell.value for cell in row) for row in sheet.iter_rows()] for sheet in book.worksheets}


def test_words_are_words_and_numbers_numbers_in_every_sheet():
    rows = [("=1+1", 5_000_000, None), ('<b> & "x"', 2.5, "baris\nlain"), ("@a", -1, "+62")]
    data = workbook({"dukungan": (("apa", "nilai", "catatan"), rows), "jumlah/[x]": (("a",), [])}, DAY)
    assert read(data) == {"dukungan": [("apa", "nilai", "catatan"), *rows], "jumlah  x ": [("a",)]}
    assert data == workbook({"dukungan": (("apa", "nilai", "catatan"), iter(rows)), "jumlah/[x]": (("a",), [])}, DAY)


texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=40)


@given(rows=st.lists(st.tuples(texts, st.integers(-(10**12), 10**12) | st.none()), max_size=5))
def test_any_words_can_be_read_back(rows):
    found = read(workbook({"a": (("kata", "angka"), rows)}, DAY))["a"][1:]
    assert [row[1] for row in found] == [number for _, number in rows]
    assert len(found) == len(rows)
