"""A report with a number that names a person is held, unless somebody looked at it and says why it may stand."""

import re

import pytest

from pipeline.content.library_reader import read_library
from pipeline.content.page_reader import read_page
from pipeline.content.story_reader import read_story

PATH = "content/stories/2026/01/a.md"
HEAD = "judul: Panen\ntanggal: 2026-01-02\nperpustakaan: alfa\nringkasan: Ringkas.\n"


def read(body: str, head: str = ""):
    """Return what a report with *body* gives: whether it stands, and its problems as (line, code)."""
    made = read_story(PATH, f"---\n{HEAD}{head}---\n{body}\n".encode())
    return made.story is not None, [(problem.line, problem.code) for problem in made.problems]


NUMBERS = {
    "data-nik": "NIK 3204125203980001 milik peserta.",
    "data-kk": "Nomor KK: 3204120102030004.",
    "data-npwp": "NPWP 01.234.567.8-901.000 pemateri.",
    "data-nip": "NIP 19800101 200501 1 001.",
    "data-nisn": "NISN 0051234567.",
    "data-bpjs": "nomor BPJS 0001234567890.",
    "data-akta": "akta kelahiran 3204-LT-01022010-0012.",
    "data-paspor": "paspor B1234567.",
    "data-plat": "Motor D 1234 XX diparkir.",
}


@pytest.mark.parametrize(("code", "text"), NUMBERS.items())
def test_it_is_held_and_told_where(code, text):
    stands, problems = read(f"Baris satu.\n\n{text}")

    assert not stands
    assert (9, code) in problems


def test_it_is_found_wherever_it_stands():
    quoted = 'kutipan: [{teks: "NIK saya 3204125203980001.", nama: Ibu S., izin: ya}]\n'
    assert (6, "data-nik") in read("Isi.", quoted)[1]
    assert (6, "data-nik") in read("Isi.", 'sosial: {x: "Daftar dengan NIK 3204125203980001"}\n')[1]


@pytest.mark.parametrize(("code", "text"), NUMBERS.items())
def test_the_number_itself_is_not_repeated(code, text):
    made = read_story(PATH, f"---\n{HEAD}---\n{text}\n".encode())
    told = next(str(problem) for problem in made.problems if problem.code == code)
    shown = re.search(r'"(.{4})…"', told)[1]

    assert shown in text
    assert not re.search(r"\d{5}|\d[\d .-]{6,}\d", told.partition(": ")[2])


def test_no_other_message_repeats_it_either():
    """Hints quote what was written: a made summary, a quotation without consent, a value that is not known."""
    quoted = 'kutipan: [{teks: "NIK saya 3204125203980001.", nama: Ibu S.}]\nstrategi: NIK 3204125203980001\n'
    head = HEAD.replace("ringkasan: Ringkas.\n", "")
    made = read_story(PATH, f"---\n{head}{quoted}---\nNIK 3204125203980001 tercatat.\n".encode())
    told = "\n".join(map(str, made.problems))

    assert {"ringkasan-hilang", "kutipan-tanpa-izin", "strategi-tidak-dikenal"} <= {one.code for one in made.problems}
    assert "3204125203980001" not in told


def test_profiles_and_pages_are_held_as_well():
    profile = "---\nnama: Alfa\ntingkat: desa\nwilayah: 32.04.99.2999\n---\nKepala: NIP 19800101 200501 1 001.\n"
    page = "---\njudul: Tentang\n---\nNIK 3204125203980001.\n"

    assert read_library("content/libraries/alfa.md", profile.encode()).library is None
    assert read_page("content/pages/tentang.md", page.encode()).page is None


def test_what_was_looked_at_may_stand_and_is_told():
    stands, problems = read(NUMBERS["data-plat"], "aman: [{kode: data-plat, alasan: nama regu lomba}]\n")

    assert stands
    assert problems == [(6, "aman-dipakai")]


def test_an_exception_is_for_its_own_code_only():
    stands, problems = read(
        f"{NUMBERS['data-plat']}\n\n{NUMBERS['data-nik']}", "aman: [{kode: data-plat, alasan: nama regu}]\n"
    )

    assert not stands
    assert [code for _, code in problems] == ["aman-dipakai", "data-nik"]


@pytest.mark.parametrize(
    ("aman", "code"),
    [
        ("[{kode: data-plat}]", "aman-tanpa-alasan"),
        ("data-plat", "aman-tanpa-alasan"),
        ("[{kode: data-pelat, alasan: salah tulis}]", "aman-tidak-dikenal"),
        ("[{kode: foto-rusak, alasan: bukan ini}]", "aman-tidak-dikenal"),
    ],
)
def test_an_exception_that_says_too_little_is_none(aman, code):
    stands, problems = read(NUMBERS["data-plat"], f"aman: {aman}\n")

    assert not stands
    assert {found for _, found in problems} == {code, "data-plat"}


def test_an_exception_that_nothing_needs_is_told():
    assert read("Isi.", "aman: [{kode: data-nik, alasan: dulu perlu}]\n") == (True, [(6, "aman-tidak-perlu")])


@pytest.mark.parametrize(
    "text",
    [
        "Perdes Nomor 7 Tahun 2023 dan SK Nomor 421.9/123/2024.", "ISBN 978-602-8519-93-9.",
        "Rp1.850.000 untuk 24 ibu.", "Sabtu 14/11/2026 pukul 09.00–11.00 WIB.", "Kode wilayah 32.04.05.2003.",
        "Telepon perpustakaan 0800-000-0001.", "NPSN 20212345 dan kode pos 40391.", "Skor 3-2, versi 2.0.1, 11,2 kg.",
    ],
)  # fmt: skip
def test_honest_numbers_stand(text):
    assert read(text) == (True, [])
