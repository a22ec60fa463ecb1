"""Rows of a registry as profiles of libraries, again and again without doubles."""

import random

import pytest

from pipeline import regions
from pipeline.content.library_reader import read_library
from pipeline.errors import UsageError
from pipeline.intake.cells import cells, count, day, order_of
from pipeline.intake.gazetteer import gazetteer
from pipeline.intake.mapping import appended, parse, propose, settle
from pipeline.intake.profile import Fault, profile
from pipeline.intake.registry import register

HEADINGS = (
    "No", "Nama Perpustakaan", "Desa/Kelurahan", "Kecamatan", "Kabupaten/Kota", "Provinsi", "Alamat", "Email", "No HP",
)  # fmt: skip


def rows(many: int) -> list[tuple[str, ...]]:
    """Return the rows of a registry: real villages, drawn with a fixed seed."""
    known = gazetteer()
    # A few districts have two villages of one name; those are asked, and tested elsewhere.
    places = {
        (code[:8], known.names[code].lower().replace(" ", "")): code for code in sorted(known.names) if len(code) > 8
    }
    codes = random.Random(42).sample(sorted(places.values()), many)
    return [
        (
            str(number), f"Perpustakaan Desa {known.names[code]}", known.names[code], known.names[code[:8]],
            regions.region(code[:5]).name, regions.region(code[:2]).name, "Jl. Raya No. 1", "a@b.id", "0812",
        )
        for number, code in enumerate(codes, 1)
    ]  # fmt: skip


def profiles(table):
    columns = propose(HEADINGS, "perpustakaan")
    return [profile(cells(number, zip(HEADINGS, row, strict=True), columns)) for number, row in enumerate(table, 2)]


def test_619_libraries_in_one_go_and_again_without_doubles(tmp_path):
    made = profiles(rows(619))
    assert [one for one in made if isinstance(one, Fault)] == []
    assert register(tmp_path, made).done == {"baru": 619}
    files = sorted((tmp_path / "content/libraries").glob("*.md"))
    assert len(files) == 619
    for file in files:
        path = file.relative_to(tmp_path).as_posix()
        assert [one.code for one in read_library(path, file.read_bytes()).problems if one.level == "error"] == []
    assert not any(b"0812" in file.read_bytes() or b"a@b.id" in file.read_bytes() for file in files)
    assert register(tmp_path, made).done == {"tetap": 619}


def test_a_profile_that_somebody_edited_is_left(tmp_path):
    (row,) = rows(1)
    path = tmp_path / register(tmp_path, profiles([row])).written[0]
    changed = (*row[:6], "Jl. Baru No. 2", *row[7:])
    assert register(tmp_path, profiles([changed])).done == {"diperbarui": 1}
    assert "Jl. Baru" in path.read_text("utf-8")

    path.write_text(path.read_text("utf-8") + "Profil kami.\n", "utf-8")
    assert register(tmp_path, profiles([changed])).done == {"tetap": 1}, "nothing new in the table"
    assert register(tmp_path, profiles([row])).left == (path.relative_to(tmp_path).as_posix(),)
    assert "Profil kami" in path.read_text("utf-8")


def test_two_of_one_name_get_two_files_and_nobody_s_own_is_touched(tmp_path):
    own = tmp_path / "content/libraries/perpustakaan-desa-sukamaju.md"
    own.parent.mkdir(parents=True)
    own.write_text("---\nnama: Milik kami\n---\n", "utf-8")
    places = [
        ("Sukamaju", "Cihaurbeuti", "Kab. Ciamis", "Jawa Barat"),
        ("Sukamaju", "Megamendung", "Kab. Bogor", "Jawa Barat"),
    ]
    made = profiles([("1", "Perpustakaan Desa Sukamaju", *place, "", "", "") for place in places])
    assert register(tmp_path, made).written == (
        "content/libraries/perpustakaan-desa-sukamaju-cihaurbeuti.md",
        "content/libraries/perpustakaan-desa-sukamaju-megamendung.md",
    )
    assert own.read_text("utf-8") == "---\nnama: Milik kami\n---\n"
    assert register(tmp_path, made[::-1]).done == {"tetap": 2}, "whatever the order of rows"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (("1", "", "Sukamaju", "", "", "", "", "", ""), "tidak ada nama"),
        (("1", "Perpustakaan Desa Sukamaju", "Sukamaju", "", "", "", "", "", ""), "bisa 1"),
        (("1", "Perpustakaan Desa Antah", "Antahberantah", "", "", "", "", "", ""), "tidak ditemukan (Antahberantah)"),
        (("1", "Rumah Buku", "", "", "", "", "", "", ""), "tingkatnya tidak diketahui"),
    ],
)
def test_a_row_that_cannot_be_one_is_told_with_its_number(row, said):
    (fault,) = profiles([row])
    assert fault.number == 2
    assert said in fault.said


def test_values_stay_values():
    name, address = 'Perpustakaan Desa "Maju": #1', "- x: {y}\n=1+1"
    (made,) = profiles([("1", name, "Sukamaju", "Cihaurbeuti", "Ciamis", "Jawa Barat", address, "", "")])
    read = read_library("content/libraries/x.md", made.text.encode())
    assert read.library.name == name
    assert read.library.address == "- x: {y} =1+1"


def test_a_mapping_is_proposed_written_and_known_again():
    headings = (
        "Cap waktu",
        "Judul kegiatan",
        "Tgl",
        "Nama perpustakaan",
        "Ceritakan",
        'Kolom "aneh"',
        "Nomor HP",
        "NIK",
    )
    proposed = settle(headings, "laporan", [])
    assert not proposed.known
    assert list(proposed.columns.values()) == [
        "dikirim",
        "judul",
        "tanggal",
        "perpustakaan",
        "catatan",
        "catatan",
        "buang",
        "buang",
    ]
    text = appended("", proposed, "form.csv").replace('"Ceritakan" = "catatan"', '"Ceritakan" = "isi"')
    again = settle(headings, "laporan", parse(text, "pemetaan.toml"))
    assert again.known
    assert again.columns["Ceritakan"] == "isi"
    wider = settle((*headings, "Lokasi"), "laporan", parse(text, "pemetaan.toml"))
    assert (wider.known, wider.columns["Ceritakan"], wider.columns["Lokasi"]) == (False, "isi", "lokasi")


def test_the_columns_of_kobotoolbox():
    headings = [
        "start",
        "_id",
        "_uuid",
        "_submission_time",
        "k/judul",
        "k/tgl",
        "topik",
        "topik/pertanian",
        "topik/gizi",
        "foto",
        "foto_URL",
        "_status",
    ]
    assert propose(headings, "laporan") == {
        "start": "catatan", "_id": "buang", "_uuid": "kunci", "_submission_time": "dikirim", "k/judul": "judul",
        "k/tgl": "tanggal", "topik": "buang", "topik/pertanian": "pilihan: topik = pertanian",
        "topik/gizi": "pilihan: topik = gizi", "foto": "foto", "foto_URL": "catatan", "_status": "buang",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '[[tabel]]\nuntuk = "laporan"\n[tabel.kolom]\n"A" = "judl"\n',
            'x.toml:4: kolom "A": isian "judl" tidak dikenal. Maksudnya judul?',
        ),
        ('[[tabel]]\nuntuk = "lain"\n', "x.toml:2: "),
        ("[[tabel]\n", "x.toml:1: "),
    ],
)
def test_a_wrong_mapping_is_told_with_its_line(text, said):
    with pytest.raises(UsageError) as error:
        parse(text, "x.toml")
    assert str(error.value).startswith(said)


def test_which_number_is_the_day_is_told_by_the_whole_table():
    assert order_of(["8/12/2026", "8/13/2026"], []) == "bulan-hari"
    assert order_of(["08/12/2026", "09/12/2026"], []) is None
    assert order_of(["08/12/2026"], ["8/1/2026 08:00:00", "8/14/2026 09:00:00"]) == "bulan-hari"
    assert day("05/06/2026", None) is None
    assert str(day("05/06/2026", "hari-bulan")) == "2026-06-05"
    assert str(day("46246", None)) == "2026-08-12"
    assert str(day("Rabu, 12 Agustus 2026", None)) == "2026-08-12"


@pytest.mark.parametrize(
    ("text", "number"), [("24", 24), ("24 orang", 24), ("sekitar 30 peserta", 30), ("banyak", None), ("-3", None)]
)
def test_counts(text, number):
    assert count(text) == number
