"""Open data: what the tables hold adds up, tells of nobody, describes itself, and follows its stories."""

import csv
import io
import json
import re
import zipfile

import pytest

from pipeline.evidence.table import TABLES
from tests.conftest import BASE
from tests.evidence.test_pages import LIBRARY, SITE

ALL = "site/bukti/semua"
WORDS = {"string", "integer", "number", "date", "year", "yearmonth"}


def rows(room, path=f"{ALL}/kehadiran.csv"):
    """Return the rows of a table as mappings."""
    return list(csv.DictReader(io.StringIO((room.output / path).read_text("utf-8-sig"), newline="")))


@pytest.fixture
def room(newsroom, story):
    more = {
        f"content/libraries/{slug}.md": LIBRARY.format(slug, *row.split("|"))
        for slug, row in {"beta": "desa|32.04.99.2998", "jauh": "desa|73.71.99.2999"}.items()
    }
    told = {
        "2025/01/a": story("Satu", peserta="{laki-laki: 12, perempuan: 20}", strategi="advokasi", mitra="[PKK]"),
        "2025/01/b": story("Dua", library="beta", peserta="{laki-laki: 3, perempuan: 30}"),
        "2025/02/c": story("Tiga", library="jauh", day="2025-02-05", peserta="{total: 40, perempuan: 15}"),
        "2025/02/d": story("=1+1", library="jauh", day="2025-02-06", biaya="Rp1,5 juta"),
    }
    on = {SITE: BASE[SITE].replace("evidence = false\n", "")}
    return newsroom({**on, **more, **{f"content/stories/{name}.md": text for name, text in told.items()}})


def test_attendance_has_its_columns_and_every_area_adds_up(room):
    room.build(only=("evidence",))
    text = (room.output / ALL / "kehadiran.csv").read_bytes()
    assert text.startswith(b"area,bulan,strategi,laki_laki,perempuan,total\r\n")
    found = rows(room)
    assert [(row["area"], row["total"]) for row in found if row["bulan"] == "2025-01"] == [
        ("semua", "33"), ("semua", "32"), ("32", "33"), ("32", "32"), ("32.04", "33"), ("32.04", "32"),
        ("alfa", "32"), ("beta", "33"),
    ]  # fmt: skip

    def whole(*areas: str) -> int:
        return sum(int(row["total"]) for row in found if row["area"] in areas)

    assert whole("semua") == whole("32", "73") == whole("32.04", "73.71") == whole("alfa", "beta", "jauh") == 105


def test_no_small_part_stands_there_or_follows(room):
    room.build(only=("evidence",))
    (beta,) = (row for row in rows(room) if row["area"] == "beta")
    assert (beta["laki_laki"], beta["perempuan"], beta["total"]) == ("", "", "33")
    (jauh,) = (row for row in rows(room) if row["area"] == "jauh")
    assert (jauh["laki_laki"], jauh["perempuan"], jauh["total"]) == ("", "15", "40")
    (event,) = (row for row in rows(room, f"{ALL}/kegiatan.csv") if row["perpustakaan"] == "beta")
    assert (event["laki_laki"], event["perempuan"], event["total"]) == ("", "", "33")


def test_what_is_left_of_the_whole_may_be_small_too(room, story):
    room.write({"content/stories/2025/03/e.md": story("Lima", day="2025-03-05", peserta="{total: 17, perempuan: 15}")})
    room.build(only=("evidence",))
    (alone,) = (row for row in rows(room) if row["area"] == "alfa" and row["bulan"] == "2025-03")
    assert (alone["laki_laki"], alone["perempuan"], alone["total"]) == ("", "", "17")


def test_other_tables_tell_of_every_event_library_and_indicator(room):
    room.build(only=("evidence",))
    events = rows(room, f"{ALL}/kegiatan.csv")
    assert [row["alamat"] for row in events] == ["2025/01/a", "2025/01/b", "2025/02/c", "2025/02/d"]
    assert (events[3]["judul"], events[3]["total"], events[3]["biaya"]) == ("'=1+1", "", "1500000")
    assert [(row["wilayah"][:5], row["jenis"]) for row in events] == [
        ("32.04", "kegiatan"), ("32.04", "kegiatan"), ("73.71", "kegiatan"), ("73.71", "kegiatan"),
    ]  # fmt: skip
    libraries = rows(room, f"{ALL}/perpustakaan.csv")
    assert [(row["perpustakaan"], row["kecamatan"], row["laporan"], row["kehadiran"]) for row in libraries] == [
        ("alfa", "32.04.99", "1", "32"), ("beta", "32.04.99", "1", "33"), ("jauh", "73.71.99", "2", "40"),
    ]  # fmt: skip
    came = [row for row in rows(room, f"{ALL}/indikator.csv") if row["kode"] == "kehadiran" and not row["tahun"]]
    assert {row["area"]: row["nilai"] for row in came} == {
        "semua": "105", "32": "65", "32.04": "65", "73": "40", "73.71": "40", "alfa": "32", "beta": "33", "jauh": "40",
    }  # fmt: skip


def test_json_and_the_workbook_say_the_same(room):
    room.build(only=("evidence",))
    found = json.loads((room.output / ALL / "kehadiran.json").read_text("utf-8"))
    assert found[0] == {
        "area": "semua", "bulan": "2025-01", "strategi": None, "laki_laki": None, "perempuan": None, "total": 33,
    }  # fmt: skip
    events = json.loads((room.output / ALL / "kegiatan.json").read_text("utf-8"))
    assert events[3]["judul"] == "=1+1"
    with zipfile.ZipFile(room.output / ALL / "bukti.xlsx") as book:
        sheets = [name for name in book.namelist() if "worksheets" in name]
        assert len(sheets) == 3
        assert "Perpustakaan" in book.read("xl/workbook.xml").decode()


def test_the_package_describes_every_table_as_it_is(room):
    room.build(only=("evidence",))
    package = json.loads((room.output / ALL / "datapackage.json").read_text("utf-8"))
    assert (package["profile"], package["licenses"][0]["name"], package["contoh"]) == (
        "tabular-data-package", "CC-BY-4.0", False,
    )  # fmt: skip
    assert re.fullmatch(r"[a-z0-9._-]+", package["name"])
    assert package["created"] == "2025-02-06T00:00:00Z"
    assert [one["name"] for one in package["resources"]] == [one.name for one in TABLES]
    for one in package["resources"]:
        path = room.output / ALL / one["path"]
        assert (one["encoding"], one["format"], one["mediatype"]) == ("utf-8", "csv", "text/csv")
        head = path.read_bytes().decode().partition("\r\n")[0].split(",")
        assert head == [field["name"] for field in one["schema"]["fields"]]
        for field in one["schema"]["fields"]:
            assert field["type"] in WORDS
            assert field["description"]
        needed = [f["name"] for f in one["schema"]["fields"] if f.get("constraints", {}).get("required")]
        whole = [f["name"] for f in one["schema"]["fields"] if f["type"] == "integer"]
        for row in rows(room, f"{ALL}/{one['path']}"):
            assert all(row[name] for name in needed)
            assert all(not row[name] or row[name].isdecimal() for name in whole)


def test_rows_for_other_systems_have_the_columns_that_the_newsroom_chose(room):
    room.build(only=("evidence",))
    path = "site/bukti/alfa/data/sim.csv"
    assert rows(room, path) == [
        {"Bulan": "2025-01", "Strategi": "Advokasi", "Jumlah kegiatan": "1", "Jumlah kehadiran": "32",
         "Kehadiran laki-laki": "12", "Kehadiran perempuan": "20", "Jumlah kerja sama": "1",
         "Tautan laporan": "https://kabar.example/2025/01/a/"}
    ]  # fmt: skip
    text = (room.root / SITE).read_text("utf-8")
    room.write({SITE: text + '[bukti]\nsim_kolom = ["perpustakaan", "bulan", "anak"]\nlisensi = "CC0-1.0"\n'})
    room.build(only=("evidence",))
    assert rows(room, path) == [{"Perpustakaan": "Perpustakaan Desa Alfa", "Bulan": "2025-01", "Kehadiran anak": ""}]
    assert "CC0-1.0" in (room.output / ALL / "datapackage.json").read_text("utf-8")
    answers = {row["isian"]: row["nilai"] for row in rows(room, "site/bukti/alfa/data/iplm.csv")}
    assert (room.output / path).read_bytes().startswith(b"\xef\xbb\xbf")
    assert (answers["peserta kegiatan"], answers["pengguna TIK"]) == ("32", "tidak ada datanya")


@pytest.mark.parametrize("line", ['lisensi = "CC-BY"', 'sim_kolom = ["nik"]'])
def test_an_unknown_licence_or_column_is_told_with_the_nearest(room, line):
    from pipeline.errors import ConfigError

    text = (room.root / SITE).read_text("utf-8")
    room.write({SITE: f"{text}[bukti]\n{line}\n"})
    with pytest.raises(ConfigError, match=r"content/site.toml:\d+: .*Maksudnya"):
        room.build(only=("evidence",))


def test_tables_hold_samples_where_nothing_real_is_counted_and_else_beside_them(room, story):
    for path in ("2025/01/a", "2025/01/b", "2025/02/c"):
        file = room.root / f"content/stories/{path}.md"
        file.write_text(file.read_text("utf-8").replace("---\n", "---\ncontoh: ya\n", 1), "utf-8")
    room.build()
    assert sum(int(row["total"]) for row in rows(room) if row["area"] == "semua") == 105
    assert json.loads((room.output / ALL / "datapackage.json").read_text("utf-8"))["contoh"] is True
    for change in (
        {"content/stories/2025/03/e.md": story("Lima", day="2025-03-05", peserta="9")},
        {"content/stories/2025/03/e.md": None},
        {"content/stories/2025/02/d.md": story("Empat", day="2025-02-05", peserta="8", library="jauh")},
        {f"content/stories/{path}.md": None for path in ("2025/01/a", "2025/01/b", "2025/02/c")},
    ):
        room.write(change)
        room.build()
        assert room.tree() == room.clean()
    assert [row["total"] for row in rows(room) if row["area"] == "semua"] == ["8"]


def test_what_is_withdrawn_leaves_every_table(room, story):
    room.build()
    gone = story("Rahasia Satu", peserta="77", status="tarik", tarik_alasan="Diminta narasumber")
    room.write({"content/stories/2025/01/a.md": gone})
    room.build()
    assert room.tree() == room.clean()
    tables = {path: data for path, data in room.tree().items() if "/bukti/" in path}
    assert not [path for path, data in tables.items() if b"2025/01/a" in data]
    assert sum(int(row["total"]) for row in rows(room) if row["area"] == "semua") == 73
