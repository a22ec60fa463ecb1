"""What a report proves by numbers: read in any form in which it is written, and told where it cannot be."""

from datetime import date

import pytest

from pipeline.content.proof import Answers, Measure, People, Proof, Recipe, Survey
from pipeline.content.story_reader import read_story

PATH = "content/stories/2023/05/panen.md"


def read(*lines):
    """Return the story with *lines* in its head (the first is line 6), and what is wrong with it."""
    head = ["judul: Panen", "tanggal: 12 Mei 2023", "perpustakaan: p", "ringkasan: Sayur.", *lines]
    found = read_story(PATH, "\n".join(["---", *head, "---", "Isi laporan."]).encode())
    return found.story, [(problem.line, problem.code) for problem in found.problems]


def test_evidence_has_a_number_a_unit_a_source_and_a_day():
    story, problems = read(
        "bukti:",
        "  - {apa: selada terjual, nilai: 12 kg, sumber: buku kas, tanggal: 9 Mei 2023}",
        "  - {jenis: jumlah, nilai: 60.5, satuan: kilogram, sumber: buku panen}",
        "  - {apa: SK kelompok terbit, sumber: arsip desa}",
    )
    assert problems == []
    assert story.proofs == (
        Proof("selada terjual", "", 12, "kg", "buku kas", date(2023, 5, 9)),
        Proof("", "jumlah", 60.5, "kilogram", "buku panen"),
        Proof("SK kelompok terbit", source="arsip desa"),
    )


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("bukti: [{sumber: buku kas}]", "bukti-kosong"),
        ("bukti: panen besar", "bukti-tanpa-sumber"),
        ("bukti: [{apa: panen, nilai: banyak, sumber: kas}]", "ukuran-tanpa-angka"),
        ("bukti: [{apa: panen, nilai: 12, sumber: kas}]", "ukuran-tanpa-satuan"),
        ("bukti: [{apa: panen, sumber: kas, tanggal: besok lusa}]", "bukti-tanggal"),
        ("sebelum: 3 keluarga", "sebelum-tanpa-sesudah"),
        ("sesudah: 3 keluarga", "sebelum-tanpa-sesudah"),
        ("sebelum: sepi\nsesudah: 3 keluarga", "ukuran-tanpa-angka"),
        ("sebelum: 3 keluarga\nsesudah: 9 orang", "satuan-berbeda"),
        ("survei: {menjawab: 20}", "survei-kosong"),
        ("survei: {pengetahuan: 18}", "survei-tanpa-penjawab"),
        ("survei: {pengetahuan: 21/20}", "survei-tidak-cocok"),
        ("survei: {pengetahuan: hampir semua, menjawab: 9}", "survei-tidak-terbaca"),
        ("orang: 45", "orang-tanpa-sumber"),
        ("peserta: 20\norang: {jumlah: 45, sumber: daftar hadir}", "orang-lebih-banyak"),
        ("peserta: 2000000", "peserta-mustahil"),
        ("peserta: {total: 20, perempuan: 9999999}", "peserta-mustahil"),
        ("biaya: USD 500", "mata-uang-lain"),
        ("biaya: -5000", "uang-minus"),
    ],
)
def test_what_cannot_be_used_is_said_in_its_line_and_the_story_stays(said, code):
    story, problems = read(*said.split("\n"))
    assert story is not None
    assert code in [found for _, found in problems]
    assert all(line >= 6 for line, _ in problems)
    assert (story.change, story.survey, story.people, story.cost) == (None, None, None, None)


def test_before_and_after_are_read_as_a_sentence_or_in_parts():
    story, problems = read(
        "sebelum: 7 pinjaman buku pertanian (Februari 2026)", "sesudah: 31 pinjaman buku pertanian (Juli 2026)"
    )
    assert problems == []
    assert story.change == (
        Measure(7, "pinjaman buku pertanian", note="Februari 2026"),
        Measure(31, "pinjaman buku pertanian", note="Juli 2026"),
    )
    story, problems = read(
        "sebelum: Rp8.000 per bungkus, tanpa label",
        "sesudah: {nilai: 12500, satuan: rupiah per bungkus, apa: harga, sumber: kas, tanggal: 2 Mei 2023}",
    )
    assert problems == []
    assert story.change == (
        Measure(8000, "rupiah per bungkus", note="tanpa label"),
        Measure(12500, "rupiah per bungkus", "harga", "", "kas", date(2023, 5, 2)),
    )


def test_a_survey_is_read_with_one_number_of_answers_or_one_for_each_question():
    story, problems = read("survei: {menjawab: 20, pengetahuan: 18, percaya_diri: 15/19, penerapan: 17 dari 18}")
    assert problems == []
    assert story.survey == Survey(Answers(18, 20), Answers(15, 19), Answers(17, 18))


def test_people_cost_funding_and_recipes():
    story, problems = read(
        "orang: {jumlah: 45, sumber: daftar hadir}", "biaya: Rp1,5 juta", "sumber_dana: [apbdes, Swadaya, PT Maju]",
        "resep: Kebun hidroponik", "kebutuhan: [pipa, benih]",
        "hambatan: Bibit layu, lalu disiram pagi dan sore.",
    )  # fmt: skip
    assert problems == []
    assert story.people == People(45, "daftar hadir")
    assert (story.cost, story.funding) == (1_500_000, ("APBDes", "swadaya", "PT Maju"))
    assert story.recipe == Recipe("Kebun hidroponik", ("pipa", "benih"), ("Bibit layu, lalu disiram pagi dan sore.",))
