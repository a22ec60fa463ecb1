"""Plans, policy options and selections are read as people write them; what is wrong is told, and the rest is kept."""

import datetime as dt

import pytest

from pipeline.content.option import CRITERIA, Mark, Reference
from pipeline.content.option_reader import read_issue
from pipeline.content.plan import Item, progress
from pipeline.content.plan_reader import read_plan
from pipeline.content.selection_reader import read_selection


def read(reader, folder, text):
    found = reader(f"content/{folder}/2026/Satu.md", f"---\n{text}---\nCatatan.\n".encode())
    return found.record, [(problem.line, problem.code) for problem in found.problems]


def plan(text):
    return read(read_plan, "rencana", f"judul: Rencana\ntahun: 2026\nperpustakaan: alfa\nbutir:\n{text}")


def test_a_plan_is_a_list_of_lines():
    found, problems = plan(
        "  - Membuka perpustakaan setiap hari\n"
        "  - {apa: Kelas komputer, indikator: kegiatan, target: 12 kali, tercapai: 8, tenggat: Desember 2026,"
        " hambatan: listrik padam, tindak_lanjut: meminjam genset}\n"
        "  - {apa: Buku, target: Rp18.500.000, tercapai: 2,5 juta, status: jalan}\n"
        "  - {apa: Rak, target: '1.500', satuan: buku, tercapai: 75,5}\n"
    )

    assert problems == []
    assert (found.address, found.area, found.year, found.title) == ("2026-satu", "alfa", 2026, "Rencana")
    assert found.items == (
        Item(what="Membuka perpustakaan setiap hari"),
        Item(
            what="Kelas komputer", indicator="kegiatan", target=12, unit="kali", done=8, due=dt.date(2026, 12, 31),
            obstacle="listrik padam", follow_up="meminjam genset",
        ),
        Item(what="Buku", target=18_500_000, unit="rupiah", done=2_500_000, status="berjalan"),
        Item(what="Rak", target=1_500, unit="buku", done=75.5),
    )  # fmt: skip


def test_what_is_wrong_in_a_plan_costs_itself():
    found, problems = plan(
        "  - {apa: Satu, target: 12}\n"
        "  - {apa: Dua, target: -3 kali}\n"
        "  - {apa: Tiga, target: banyak}\n"
        "  - {apa: Empat, target: 3 kali, tercapai: 2 buku}\n"
        "  - {target: 3 kali}\n"
        "  - {apa: Lima, target: USD 300}\n"
        "  - {apa: Enam, target: 3 kali, status: aneh}\n"
        "  - {apa: Tujuh, target: 3, indikator: kegiatan}\n"
    )

    assert [(item.what, item.target) for item in found.items] == [
        ("Satu", None), ("Dua", None), ("Tiga", None), ("Empat", 3), ("Lima", None), ("Enam", 3), ("Tujuh", 3),
    ]  # fmt: skip
    assert problems == [
        (6, "target-tanpa-satuan"), (7, "jumlah-mustahil"), (8, "bukan-jumlah"), (9, "satuan-tercapai-berbeda"),
        (10, "butir-kosong"), (11, "bukan-jumlah"), (12, "status-butir-tidak-dikenal"),
    ]  # fmt: skip


@pytest.mark.parametrize(("done", "said", "state"), [(None, None, "belum"), (0, None, "belum"), (3, None, "berjalan"),
                                                     (5, None, "selesai"), (3, "batal", "batal")])  # fmt: skip
def test_how_far_a_line_has_come_follows_from_its_numbers(done, said, state):
    assert progress(Item(what="Kelas", target=5, unit="kali", status=said), done) == state


@pytest.mark.parametrize(
    ("place", "area", "codes"),
    [
        ("", "semua", []),
        ("wilayah: '32.04'", "32.04", []),
        ("wilayah: 32", "32", []),
        ("perpustakaan: Perpustakaan Desa Alfa", "perpustakaan-desa-alfa", []),
        ("perpustakaan: alfa\nwilayah: 32.04", "alfa", ["catatan-dua-tempat"]),
        ("wilayah: 32.04.05.2003", None, ["catatan-wilayah"]),
        ("wilayah: Bandung", None, ["catatan-wilayah"]),
        ("wilayah: 99.99", None, ["catatan-wilayah", "wilayah-tidak-dikenal"]),
    ],
)
def test_a_record_belongs_to_the_area_that_it_names(place, area, codes):
    text = f"judul: R\ntahun: 2026\n{place}\nbutir: [a]\n"
    found, problems = read(read_plan, "rencana", text)

    assert (found.area if found else None) == area
    assert sorted(code for _, code in problems) == codes


SCORES = "efektivitas: 4, efisiensi: 3, kecukupan: 2, perataan: 5, responsivitas: 1, ketepatan: 3"
ISSUE = """judul: Bagaimana melayani tiga dusun jauh?
jenis: evaluasi
wilayah: "32.04"
masalah: Dusun jauh.
bukti:
  - Buku tamu, 2026, hanya 4 %, dari dusun jauh
  - Survei
opsi:
  - nama: Keliling
    biaya: 12 juta
    kelebihan: [murah, dekat]
    kekurangan: |
      - hujan
      - jauh
    skor:
      efektivitas: 4, dipakai tiap minggu
      efisiensi: {skor: 3, alasan: bensin}
      kecukupan: 2
      perataan: "5 (semua dusun)"
      responsivitas: 1
      ketepatan: 3/5 karena cocok
  - {nama: Tetap, skor: {SCORES}}
bobot: {efektivitas: 30, efisiensi: 20, perataan: 50}
acuan:
  - Buku tamu 2026
  - {judul: Laporan, url: "https://laporan.example/a"}
  - {judul: Jahat, url: "javascript:alert(1)"}
  - https://kabar.example/b
rekomendasi: Keliling.
""".replace("{SCORES}", f"{{{SCORES}}}")


def test_a_policy_question_has_options_with_scores_and_reasons():
    found, problems = read(read_issue, "opsi", ISSUE)

    first, second = found.options
    assert problems == [(28, "url-acuan")]
    assert (found.view, found.area, found.evidence[0]) == (
        "retrospektif", "32.04", "Buku tamu, 2026, hanya 4 %, dari dusun jauh",
    )  # fmt: skip
    assert (first.cost, first.pros, first.cons) == (12_000_000, ("murah", "dekat"), ("hujan", "jauh"))
    assert first.marks == (
        Mark(4, "dipakai tiap minggu"), Mark(3, "bensin"), Mark(2), Mark(5, "semua dusun"), Mark(1), Mark(3, "cocok"),
    )  # fmt: skip
    assert [mark.score for mark in second.marks] == [4, 3, 2, 5, 1, 3]
    assert found.weights == (30_000, 20_000, 0, 50_000, 0, 0)
    assert found.references == (
        Reference("Buku tamu 2026"), Reference("Laporan", "https://laporan.example/a"), Reference("Jahat"),
        Reference("https://kabar.example/b", "https://kabar.example/b"),
    )  # fmt: skip


def test_what_is_wrong_in_a_policy_question_costs_itself():
    text = (
        "judul: J\nopsi:\n"
        "  - {nama: A, skor: {efektivitas: 6, efisiensi: 0, kecukupan: banyak, keindahan: 3, perataan: 2}}\n"
        "  - {biaya: 5 juta}\n"
        f"  - {{nama: A, skor: {{{SCORES}}}}}\n"
        "bobot: {efektivitas: 1, efisiensi: 2, keadilan: 3, perataan: -1, ketepatan: nan}\n"
    )
    found, problems = read(read_issue, "opsi", text)

    assert [mark.score for mark in found.options[0].marks] == [None, None, None, 2, None, None]
    assert found.weights == (1_000, 2_000, 0, 0, 0, 0)
    assert sorted(problems) == [
        (3, "opsi-jumlah"), (4, "isian-tidak-dikenal"), (4, "skor-di-luar"), (4, "skor-di-luar"), (4, "skor-di-luar"),
        (4, "skor-kurang"), (5, "opsi-tanpa-nama"), (6, "opsi-ganda"), (7, "bobot-disesuaikan"), (7, "bobot-tidak-sah"),
        (7, "bobot-tidak-sah"), (7, "isian-tidak-dikenal"),
    ]  # fmt: skip


def test_weights_that_say_nothing_are_as_good_as_none():
    found, problems = read(
        read_issue, "opsi", f"judul: J\nopsi: [{{nama: A, skor: {{{SCORES}}}}}, {{nama: B, skor: {{{SCORES}}}}}]\n"
        "bobot: {efektivitas: 0}\n",
    )  # fmt: skip

    assert (found.weights, problems) == ((), [(4, "bobot-kosong")])
    assert len(CRITERIA) == len(found.options[0].marks)


CHOICE = """judul: Paling berarti
perpustakaan: alfa
periode: Triwulan III 2026
tanggal: 5 Oktober 2026
panel: [kepala desa, ketua PKK]
calon: [2026/09/satu, /2026/09/dua/, 2026/09/satu]
dipilih: 2026/09/dua
alasan: Dapat ditiru desa lain.
"""


def test_a_selection_says_who_chose_what_and_why():
    found, problems = read(read_selection, "pilihan", CHOICE)

    assert problems == []
    assert (found.level, found.area, found.chosen, found.day) == ("desa", "alfa", "2026/09/dua", dt.date(2026, 10, 5))
    assert (found.candidates, found.panel) == (("2026/09/satu", "2026/09/dua"), ("kepala desa", "ketua PKK"))


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("dipilih: 2026/09/dua", "dipilih: 2026/09/tiga", (8, "pilihan-bukan-calon")),
        ("dipilih: 2026/09/dua\n", "", (1, "pilihan-hilang")),
        ("dipilih: 2026/09/dua", "dipilih: yang kedua", (8, "pilihan-tidak-sah")),
        ("alasan: Dapat ditiru desa lain.\n", "", (1, "pilihan-tanpa-alasan")),
    ],
)
def test_a_selection_without_a_choice_among_candidates_or_a_reason_is_held(old, new, problem):
    assert read(read_selection, "pilihan", CHOICE.replace(old, new)) == (None, [problem])


def test_a_selection_of_one_candidate_chooses_nothing():
    found, problems = read(
        read_selection, "pilihan", CHOICE.replace("[2026/09/satu, /2026/09/dua/, 2026/09/satu]", "[2026/09/dua, dua]")
    )

    assert (found.candidates, problems) == (("2026/09/dua",), [(7, "calon-kurang"), (7, "calon-tidak-sah")])
