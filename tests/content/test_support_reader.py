"""Support is read as librarians write it: forgiving in form, strict in sense, and what is wrong costs itself."""

import datetime as dt

import pytest

from pipeline.content.story_reader import read_story
from pipeline.content.support_reader import read_support

PATH = "content/stories/2026/11/a.md"
HEAD = "---\njudul: A\ntanggal: 2026-11-02\nperpustakaan: alfa\nringkasan: Kabar.\n{}\n---\nIsi.\n"
FILE = "content/dukungan/2026/Rak Buku.md"


def story(more):
    read = read_story(PATH, HEAD.format(more).encode())
    return read.story, [(problem.line, problem.code) for problem in read.problems]


def test_a_line_of_text_is_kept_as_what_is_asked_for():
    text = "rak buku, dari Pemerintah Desa, Rp5.000.000, sebelum 31 Desember 2026"
    found, problems = story(f"permintaan: {text}")

    (ask,) = found.asks
    assert (ask.what, ask.status, ask.value, problems) == (text, "diminta", None, [])


def test_a_mapping_and_a_list_are_read_alike():
    one, _ = story("permintaan: {kepada: Pemdes, apa: rak, nilai: 5 juta, tenggat: 31 Desember 2026}")
    many, _ = story("permintaan:\n  - {kepada: Pemdes, apa: rak, nilai: 5 juta, tenggat: 31 Desember 2026}\n  - meja")

    assert one.asks[0] == many.asks[0]
    assert (one.asks[0].party, one.asks[0].value, one.asks[0].due) == ("Pemdes", 5_000_000, dt.date(2026, 12, 31))
    assert many.asks[1].what == "meja"


@pytest.mark.parametrize(
    ("amount", "value", "words"),
    [("18500000", 18_500_000, ""), ("Rp750.000", 750_000, ""), ("5 juta", 5_000_000, ""), ("600", None, "600"),
     ("3 unit", None, "3 unit"), ("Rp5.000", 5_000, "")],
)  # fmt: skip
def test_an_amount_is_money_or_words(amount, value, words):
    found, problems = story(f"permintaan: {{apa: rak, jumlah: {amount}}}")

    assert (found.asks[0].value, found.asks[0].amount, problems) == (value, words, [])


def test_two_currencies_are_an_error_of_that_key_and_cost_nothing_else():
    found, problems = story("dukungan: {dari: Koperasi, apa: mesin, nilai: Rp5 juta + USD 20, status: diterima}")

    assert problems == [(6, "mata-uang-lain")]
    assert (found.supports[0].what, found.supports[0].value) == ("mesin", None)


@pytest.mark.parametrize(
    ("text", "due"),
    [("Oktober 2026", (2026, 10, 31)), ("sebelum akhir tahun 2026", (2026, 12, 31)), ("2026-11-20", (2026, 11, 20)),
     ("Februari 2028", (2028, 2, 29)), ("paling lambat bulan Des. 2026", (2026, 12, 31))],
)  # fmt: skip
def test_a_deadline_may_be_a_month_or_a_year(text, due):
    found, problems = story(f"dukungan: {{dari: Koperasi, status: dijanjikan, tenggat: {text}}}")

    assert (found.supports[0].due, problems) == (dt.date(*due), [])


def test_the_name_of_who_is_not_to_be_shown_is_not_kept():
    found, problems = story("dukungan: {dari: Ibu Sari, apa: buku, status: diterima, tampilkan: tidak}")

    assert (found.supports[0].party, found.supports[0].anonymous, problems) == ("", True, [])
    unclear, _ = story("dukungan: {dari: Ibu Sari, apa: buku, status: diterima, tampilkan: mungkin}")
    assert unclear.supports[0].party == ""


@pytest.mark.parametrize(("party", "asked"), [("Ibu Sari", True), ("Pak Budi", True), ("Bapak Kepala Desa", False),
                                              ("Ibu-ibu PKK", False), ("Koperasi Lumbung Kata", False)])  # fmt: skip
def test_a_person_is_asked_whether_the_name_may_be_shown(party, asked):
    found, problems = story(f"dukungan: {{dari: {party}, status: diterima}}")

    assert found.supports[0].party == party
    assert ((6, "dukungan-perorangan") in problems) == asked


def test_a_status_follows_from_the_newest_day_where_none_is_written():
    found, _ = story("dukungan: {dari: Koperasi, dijanjikan: 2026-09-17, diterima: 2026-10-31}")

    (line,) = found.supports
    assert (line.status, line.on("dijanjikan"), line.on("diterima")) == (
        "diterima", dt.date(2026, 9, 17), dt.date(2026, 10, 31),
    )  # fmt: skip


def test_what_is_wrong_costs_itself():
    found, problems = story(
        "dukungan:\n"
        "  - {dari: Satu, status: kapan-kapan}\n"
        "  - {dari: Dua, wujud: aneh, kode: '///', status: diterima, tanggal: besok lusa}\n"
        "  - {status: diterima}\n"
        "  - {dari: Tiga}\n"
    )

    assert [line.party for line in found.supports] == ["Dua", "Tiga"]
    assert problems == [
        (7, "status-dukungan-tidak-dikenal"), (8, "kode-tidak-sah"), (8, "tanggal-catatan"), (8, "wujud-tidak-dikenal"),
        (9, "dukungan-kosong"), (10, "dukungan-tanpa-status"),
    ]  # fmt: skip


def test_a_report_with_both_is_told_how_to_join_them():
    assert story("permintaan: rak\ndukungan: {dari: Desa, status: diterima}")[1] == [(7, "dukungan-tanpa-kode")]
    assert story("permintaan: {apa: rak, kode: rak}\ndukungan: {dari: Desa, status: diterima, kode: Rak}")[1] == []


WHOLE = """---
perpustakaan: Perpustakaan Desa Alfa
apa: Rak buku
dari: Pemerintah Desa
wujud: barang
nilai: Rp5.000.000
jumlah: 3 unit
diminta: 3 Januari 2026
dijanjikan: 2026-02-04
tenggat: Maret 2026
berita: [2026/11/a]
hasil: Buku anak kini terjangkau.
contoh: ya
---
Catatan redaksi.
"""


def test_a_file_is_one_line():
    read = read_support(FILE, WHOLE.encode())

    record, support = read.record, read.record.support
    assert read.problems == ()
    assert (record.address, record.library, record.stories, record.sample) == (
        "2026-rak-buku", "perpustakaan-desa-alfa", ("2026/11/a",), True,
    )  # fmt: skip
    assert (support.status, support.form, support.value, support.amount, support.due, support.thanks) == (
        "dijanjikan", "material", 5_000_000, "3 unit", dt.date(2026, 3, 31), "Buku anak kini terjangkau.",
    )  # fmt: skip


@pytest.mark.parametrize("status", ["draf", "periksa", "tarik", "draft"])
def test_a_draft_is_no_line_yet(status):
    read = read_support(FILE, WHOLE.replace("contoh: ya", f"status: {status}").encode())

    assert (read.record, read.problems) == (None, ())


def test_a_file_without_a_library_is_held():
    read = read_support(FILE, WHOLE.replace("perpustakaan: Perpustakaan Desa Alfa\n", "").encode())

    assert read.record is None
    assert [problem.code for problem in read.problems] == ["perpustakaan-hilang"]


def test_contacts_in_a_file_are_found_as_everywhere():
    read = read_support(FILE, WHOLE.replace("Catatan redaksi.", "Hubungi 0812 3456 7890.").encode())

    assert [found.kind for found in read.found] == ["telepon"]
