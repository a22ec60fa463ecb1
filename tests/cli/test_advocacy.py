"""``warta advocacy``: what is there, and papers of every kind on demand, in both forms, with what is missing named."""

import json
import re

import pytest

from pipeline.desks.advocacy import policy
from tests.press.conftest import words_of_docx, words_of_pdf

AT = "2026-11-22T08:00:00+07:00"
SITE = 'nama = "Kabar"\nurl = "https://kabar.example/"\n[meja]\n' + "".join(
    f"{name} = false\n" for name in ("photos", "cards", "posters", "kit", "search", "social", "press", "calendar")
)
LIBRARY = """---
nama: Perpustakaan Desa Alfa
tingkat: desa
wilayah: "32.04.99.2999"
desa: Alfa
tentang: Perpustakaan Desa Alfa buka setiap hari.
kontak: {surel: alfa@kabar.example}
---
Profil.
"""
ISSUE = """---
judul: Bagaimana warga dusun memakai perpustakaan?
jenis: {view}
tanggal: 2026-11-10
perpustakaan: alfa
masalah: Warga dusun jarang datang karena jauh.
bukti: [Dari dusun hanya satu dari dua puluh pengunjung]
opsi:
  - nama: Keliling
    uraian: Motor singgah setiap minggu.
    biaya: Rp14.400.000
    kelebihan: [Buku datang ke warga]
    kekurangan: [Terhenti saat hujan]
    skor: {{efektivitas: 4, efisiensi: 3, kecukupan: 3, perataan: 5, responsivitas: 4, ketepatan: 4}}
  - nama: Sudut baca
    skor: {{efektivitas: 3, efisiensi: 5, kecukupan: 2, perataan: 4, responsivitas: 3, ketepatan: 4}}
bobot: {{efektivitas: 25, efisiensi: 15, kecukupan: 10, perataan: 25, responsivitas: 15, ketepatan: 10}}
rekomendasi: Keliling dahulu.
acuan: [Buku tamu]
---
"""
PLAN = """---
judul: Rencana 2026
tahun: 2026
perpustakaan: alfa
butir:
  - {apa: Kelas komputer, target: 6 pertemuan, tercapai: 4, tenggat: Desember 2026, hambatan: Listrik padam}
  - {apa: Warga hadir, indikator: kehadiran, target: 100 kehadiran}
---
"""
ASKS = (
    "[{kepada: Pemerintah Desa Alfa, apa: Komputer, jumlah: 3 unit, nilai: Rp9.000.000, tenggat: 2027-01-31},"
    " {kepada: Pemerintah Desa Alfa, apa: Rak, tenggat: 2027-02-28}]"
)
GIFTS = (
    "[{dari: Koperasi Alfa, apa: Mesin jahit, nilai: Rp5.000.000, status: diterima, tanggal: 2026-10-01,"
    " hasil: Kelas menjahit tidak lagi meminjam.}, {dari: Bank Beta, apa: Kursi, status: dijanjikan}]"
)


@pytest.fixture
def room(newsroom, story):
    made = newsroom({
        "content/site.toml": SITE,
        "content/libraries/alfa.md": LIBRARY,
        "content/stories/2026/11/panen.md": story(
            "Panen", day="2026-11-02", peserta="{total: 32}", masalah="Sayur mahal.", hasil="Warga memanen.",
            permintaan=ASKS, dukungan=GIFTS,
        ),
        "content/opsi/dusun.md": ISSUE.format(view="prospektif"),
        "content/rencana/2026.md": PLAN,
    })  # fmt: skip
    assert made.build().errors == 0
    return made


@pytest.fixture
def advocacy(warta, room):
    return lambda *args, now=AT: warta("advocacy", *args, "--root", room.root, "--now", now)


def read(room, name: str) -> tuple[str, str]:
    """Return the words of a paper as PDF and as Word document."""
    place = room.root / "kirim/alfa" / name
    return words_of_pdf(place.with_suffix(".pdf").read_bytes()), words_of_docx(place.with_suffix(".docx").read_bytes())


def test_it_tells_what_is_there_what_is_missing_and_how_to_have_others_made(advocacy, room):
    ran = advocacy("alfa")
    assert ran.status == 0
    lines = ran.out.splitlines()
    assert lines[0] == "Perpustakaan Desa Alfa"
    assert f"  {room.output}/advocacy/alfa/lembar-kades.pdf" in lines
    assert any(line.startswith("Yang kurang:") for line in lines)
    assert "warta advocacy alfa --untuk perusahaan" in ran.out
    assert "--dokumen proposal" in ran.out
    told = json.loads(advocacy("alfa", "--json").out)
    assert told["key"] == "alfa"
    assert told["audience"] == "kades"
    assert "advocacy/alfa/lembar-kades.docx" in told["files"]


@pytest.mark.parametrize(
    ("name", "key"), [("alfa", "alfa"), ("3204", "32.04"), ("Kabupaten Bandung", "32.04"), ("jawa barat", "32"),
                      ("Perpustakaan Desa Alfa", "alfa"), ("semua", "semua")],
)  # fmt: skip
def test_an_area_is_known_by_its_slug_code_or_name(advocacy, name, key):
    assert json.loads(advocacy(name, "--json").out)["key"] == key


def test_an_unknown_area_is_one_sentence_with_the_nearest(advocacy):
    ran = advocacy("alfaa")
    assert ran.status == 2
    assert ran.err.count("\n") == 1
    assert "Maksudnya alfa?" in ran.err


@pytest.mark.parametrize("audience", ["perusahaan", "media", "warga", "bupati"])
def test_another_audience_gets_its_own_sheet_of_the_same_numbers(advocacy, room, audience):
    assert advocacy("alfa", "--untuk", audience).status == 0
    for words in read(room, f"lembar-{audience}"):
        assert "32" in words
        assert "Karena" in words
    assert not (room.output / f"advocacy/alfa/lembar-{audience}.pdf").exists()


def test_a_proposal_has_all_its_parts_and_adds_only_what_is_in_rupiah(advocacy, room):
    ran = advocacy("alfa", "--dokumen", "proposal")
    assert ran.status == 0
    for words in read(room, "proposal"):
        at = -1
        for part in (
            "Nomor", "Lampiran", "Perihal", "Permohonan dukungan: Komputer", "Yth. Pemerintah Desa Alfa",
            "Profil lembaga", "buka setiap hari", "Latar belakang", "Sayur mahal", "Tujuan", "Sasaran",
            "Kegiatan dan jadwal",
            "Kelas komputer", "6 pertemuan", "Indikator keberhasilan", "Rencana anggaran biaya", "3 unit",
            "Rp9.000.000", "belum dihitung", "Jumlah", "1 uraian belum bernilai rupiah", "Dukungan yang sudah ada",
            "Koperasi Alfa",
            "Penutup", "Mengetahui", "Kepala Desa Alfa", "Pengelola Perpustakaan Desa Alfa",
        ):  # fmt: skip
            found = words.find(part, at + 1)
            assert found > at, f"{part} is not behind what comes before it: {words}"
            at = found


def test_what_nobody_wrote_is_named_with_its_key_and_nothing_is_invented(advocacy, room):
    ran = advocacy("32", "--dokumen", "proposal")
    assert ran.status == 0
    assert "content/rencana/" in ran.out
    words = words_of_pdf((room.root / "kirim/32/proposal.pdf").read_bytes())
    assert "[Belum ditulis: kunci tentang di profil perpustakaan.]" in words


def test_a_brief_has_at_most_1500_words_and_a_matrix_its_sensitivity(advocacy, room):
    assert advocacy("alfa", "--dokumen", "ringkasan").status == 0
    assert advocacy("alfa", "--dokumen", "matriks").status == 0
    for words in read(room, "ringkasan-kebijakan-dusun"):
        for part in ("Ringkasan", "Masalah", "Bukti", "satu dari dua puluh", "Kelebihan: Buku datang",
                     "Kekurangan: Terhenti",
                     "Rp14.400.000", "Rekomendasi", "Keliling dahulu", "Acuan", "Buku tamu"):  # fmt: skip
            assert part in words, part
        assert len(words.split()) <= 1_500
    for words in read(room, "matriks-pilihan-dusun"):
        assert "Prospektif" in words
        assert "Urutan pertama: Keliling." in words
        assert "bobot efisiensi antara 0 % dan" in words
        assert "25 %" in words

    room.write({"content/opsi/dusun.md": ISSUE.format(view="retrospektif").replace("jauh.", "sangat jauh. " * 900)})
    room.build()
    assert advocacy("alfa", "--dokumen", "ringkasan").status == 0
    assert advocacy("alfa", "--dokumen", "matriks").status == 0
    assert len(read(room, "ringkasan-kebijakan-dusun")[0].split()) <= policy.MOST
    assert "Retrospektif" in read(room, "matriks-pilihan-dusun")[0]


def test_the_board_says_what_was_done_of_each_target(advocacy, room):
    assert advocacy("alfa", "--dokumen", "papan").status == 0
    for words in read(room, "papan-rencana"):
        assert re.search(r"Kelas komputer 6 pertemuan 4 pertemuan .*? berjalan Listrik padam", words)
        assert "32 kehadiran" in words, "counted from the stories by its indicator"


def test_a_report_back_tells_what_came_and_what_came_of_it(advocacy, room):
    ran = advocacy("alfa", "--dari", "koperasi alfa")
    assert ran.status == 0
    for words in read(room, "laporan-dukungan"):
        for part in ("Laporan untuk Koperasi Alfa", "Mesin jahit", "Rp5.000.000", "Kelas menjahit tidak lagi meminjam",
                     "https://kabar.example/2026/11/panen/"):  # fmt: skip
            assert part in words, part
        assert "Kursi" not in words
    lost = advocacy("alfa", "--dari", "Toko Gama")
    assert lost.status == 2
    assert "Koperasi Alfa" in lost.err
    assert "--dari" in advocacy("alfa", "--dokumen", "laporan-dukungan").err


@pytest.mark.parametrize("place", ["output/x", "content", ".warta/x"])
def test_nothing_is_written_where_warta_keeps_its_own(advocacy, room, place):
    ran = advocacy("alfa", "--dokumen", "proposal", "--ke", room.root / place)
    assert ran.status == 2
    assert "pilih folder lain" in ran.err


def test_the_same_is_made_twice_and_scripts_are_told_the_files(advocacy, room, tmp_path):
    place = tmp_path / "serah"
    told = json.loads(advocacy("alfa", "--dokumen", "proposal", "--ke", place, "--json").out)
    assert told["files"] == [f"{place}/proposal.pdf", f"{place}/proposal.docx"]
    before = {path.name: path.read_bytes() for path in place.iterdir()}
    advocacy("alfa", "--dokumen", "proposal", "--ke", place)
    assert {path.name: path.read_bytes() for path in place.iterdir()} == before
    assert (room.root / "kirim").exists() is False


def test_after_a_deadline_passed_a_build_comes_first(advocacy):
    ran = advocacy("alfa", "--dokumen", "proposal", now="2027-03-10T08:00:00+07:00")
    assert ran.status == 2
    assert "warta build" in ran.err


def test_without_options_policy_and_support_it_says_where_to_write_them(advocacy):
    for kind, place in (("ringkasan", "content/opsi/"), ("laporan-dukungan", "")):
        ran = advocacy("32", "--dokumen", kind)
        assert ran.status == 2
        assert place in ran.err
