"""Chats, tables and exports made to do harm: refused or cleaned, with one line, and at no one else's cost."""

import io
import zipfile

import pytest

from pipeline.content.markdown import read_body
from pipeline.intake.draft import Refusal
from pipeline.intake.table import MOST_ROWS, read_csv
from tests.intake.boxes import ANDROID_ID, KOBO, LONG, book, export, item, jpeg
from tests.intake.conftest import body, zipped

LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>\n'
    '<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>&c;</title></channel></rss>'
)
OUTSIDE = LAUGHS.replace('<!ENTITY a "haha">', '<!ENTITY a SYSTEM "file:///etc/passwd">')


def swapped(workbook: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """Return *workbook* with *old* in one of its parts replaced."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as source, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, data.replace(old, new, 1) if name == part else data)
    return stream.getvalue()


@pytest.mark.parametrize(("name", "data"), [("tawa.xml", LAUGHS), ("luar.xml", OUTSIDE)])
def test_exports_that_declare_entities_are_refused(desk, name, data):
    assert "DTD atau entitas" in desk.refused(name, data)


def test_a_damaged_export_is_told_with_its_line(desk):
    data = export(item("A", "isi", number=1)).replace(b"</channel>", b"</chanel>")
    assert "rusak di baris" in desk.refused("rusak.xml", data)


def test_a_workbook_that_declares_entities_is_refused(desk):
    sheet = "xl/worksheets/sheet1.xml"
    bad = swapped(KOBO, sheet, b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet')
    assert "DTD" in desk.refused("tabel.xlsx", bad)


def test_a_workbook_of_rubbish_is_refused(desk):
    bad = swapped(KOBO, "xl/workbook.xml", b"<workbook", b"<workbok")
    assert "rusak" in desk.refused("tabel.xlsx", bad)


def test_a_cell_at_the_end_of_the_sheet_makes_no_million_rows(desk):
    sheet = "xl/worksheets/sheet1.xml"
    lone = b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>jauh</t></is></c></row></sheetData>'
    (found,) = desk.take(
        desk.put("jauh.xlsx", swapped(book(("Judul", "Isi"), ("Panen", "Kami memanen.")), sheet, b"</sheetData>", lone))
    )
    assert found.draft.title == "Panen"
    assert any("XFD1048576" in note for note in found.draft.notes)


def test_a_table_without_end_is_cut_and_says_so():
    table = read_csv(b"Judul,Isi\n" + b"Panen,Kami\n" * (MOST_ROWS + 100))
    assert len(table.rows) == MOST_ROWS
    assert table.notes == ("Hanya 20000 baris pertama yang dibaca.",)


def test_a_huge_cell_costs_its_row(desk):
    rows = f"Judul,Tanggal,Isi\nPanen,12 Agustus 2026,Kami memanen.\nBesar,12 Agustus 2026,{'a' * 200_000}\n"
    good, bad = sorted(desk.take(desk.put("besar.csv", rows)), key=lambda one: isinstance(one, Refusal))
    assert good.draft.title == "Panen"
    assert bad.name.endswith("baris 3")


def test_formulas_of_a_csv_stay_text(desk):
    cells = "=HYPERLINK(\"http://jahat.example\"),@SUM(1+1),+cmd|' /C calc'!A0,-2+3"
    rows = f'Judul,Tanggal,Isi,Lokasi\n{cells.split(",", 1)[0]},12 Agustus 2026,"{cells.rsplit(",", 2)[1]}",-2+3\n'
    written = desk.one(
        "rumus.csv", rows.replace('=HYPERLINK("http://jahat.example")', '"=HYPERLINK(""http://jahat.example"")"')
    )
    text = desk.text(written)
    assert "judul: '=HYPERLINK(\"http://jahat.example\")'" in text
    assert "+cmd|" in text


def test_a_chat_that_points_outside_takes_nothing_from_there(desk, tmp_path):
    (tmp_path / "rahasia.jpg").write_bytes(jpeg())
    chat = ANDROID_ID.replace("IMG-20260813-WA0001.jpg", "../rahasia.jpg")
    desk.put("chat.txt", chat)
    first, _second = desk.take()
    assert first.draft.photos == ()
    assert any("rahasia.jpg" in note for note in first.draft.notes)


def test_links_beside_a_chat_are_not_followed(desk, tmp_path):
    (tmp_path / "rahasia.jpg").write_bytes(jpeg())
    (desk.folder / "IMG-20260813-WA0001.jpg").symlink_to(tmp_path / "rahasia.jpg")
    first, _second = desk.take(desk.put("chat.txt", ANDROID_ID))
    assert first.draft.photos == ()


def test_a_chat_that_swells_is_refused(desk):
    assert "membengkak" in desk.refused("chat.zip", zipped({"_chat.txt": ANDROID_ID, "besar.jpg": b"\0" * 30_000_000}))


def test_a_chat_with_markup_leaves_no_markup(desk):
    chat = f"13/08/26 09.00 - A: <script>alert(1)</script> [x](javascript:alert(1)) {LONG}\n---\njudul: palsu\n"
    text = desk.text(desk.one("chat.txt", chat))
    below = body(text)  # a title is plain text, and shown as such
    assert "<script>" not in below
    assert text.count("\n---\n") == 1
    html = read_body(below, prefix="x").html
    assert "<a" not in html
    assert "<script" not in html


def test_uploads_are_taken_from_their_folder_alone(desk, tmp_path):
    (tmp_path / "rahasia.jpg").write_bytes(jpeg())
    (desk.folder / "uploads").mkdir()
    (desk.folder / "uploads" / "tautan.jpg").symlink_to(tmp_path / "rahasia.jpg")
    html = '<p>Isi.</p><img src="http://a.example/wp-content/uploads/tautan.jpg"><img src="http://a.example/wp-content/uploads/../../rahasia.jpg">'
    found = desk.one("blog.xml", export(item("Panen", html, number=3)))
    assert found.draft.photos == ()
