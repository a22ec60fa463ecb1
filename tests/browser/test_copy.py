"""A click copies the rows of a table as spreadsheets take them."""

import csv
import io

import pytest

pytestmark = pytest.mark.browser

PAGE = "bukti/perpustakaan-desa-sukabaca/sim/"


def test_rows_are_copied_as_a_spreadsheet_takes_them(website, reader):
    page = reader.open(website.at(PAGE), permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Salin semua baris").click()
    page.get_by_text("Tersalin.").wait_for()
    copied = [line.split("\t") for line in page.evaluate("navigator.clipboard.readText()").split("\n")]
    text = (website.folder / PAGE.replace("sim/", "data/sim.csv")).read_text("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(text))
    assert copied == [head, *rows[::-1]]
