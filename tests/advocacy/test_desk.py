"""Which sheets there are, what one edit makes anew, and that what nobody agrees to any more is gone from every byte."""

import csv
import json
import zipfile
from io import BytesIO, StringIO

import openpyxl
import pytest

from pipeline.desks.advocacy.desk import AdvocacyDesk, paths
from pipeline.errors import ConfigError
from tests.conftest import NOW, difference
from tests.pictures import conftest as make
from tests.posters.conftest import Sheet
from tests.press.conftest import words_of_docx

OFF = ("photos", "cards", "posters", "kit", "search", "social", "press", "calendar")
SITE = 'nama = "Kabar"\nurl = "https://kabar.example/"\nsurel = "redaksi@kabar.example"\n[meja]\n' + "".join(
    f"{name} = false\n" for name in OFF
)
MONTH = "content/stories/2026/11/"
KADES = "advocacy/alfa/lembar-kades"
PLACES = ("alfa", "32.04", "32", "semua")


@pytest.fixture
def advocacy(newsroom, story):
    """Make a newsroom with one story of which *more* tells, and *files*."""

    def make_it(files: dict | None = None, **more: str):
        head = {
            "peserta": "{total: 32, perempuan: 20, laki-laki: 12}",
            "dampak": "Empat keluarga menanam sayur.",
        } | more
        story_ = story("Panen", day="2026-11-02", **head)
        return newsroom({"content/site.toml": SITE, f"{MONTH}panen.md": story_} | (files or {}))

    return make_it


def sheets(room) -> list[str]:
    return sorted(path.removeprefix("advocacy/") for path in room.tree() if "/lembar-" in path)


def unpacked(room) -> bytes:
    """Return all bytes of all sheets, and of all that is packed in them."""
    found: list[bytes] = []
    for path, data in room.tree().items():
        if path.startswith("advocacy/"):
            packed = path.endswith((".docx", ".xlsx"))
            found += [data, *(Sheet(data).streams() if path.endswith(".pdf") else _parts(data) if packed else ())]
    return b"\0".join(found)


def _parts(data: bytes) -> list[bytes]:
    with zipfile.ZipFile(BytesIO(data)) as parts:
        return [parts.read(name) for name in parts.namelist()]


def test_every_area_has_a_sheet_for_its_own_audience_in_two_forms(advocacy):
    room = advocacy()
    report = room.build()
    assert report.problems == ()
    wanted = ["32.04/lembar-bupati", "32/lembar-gubernur", "alfa/lembar-kades", "semua/lembar-kementerian"]
    assert sheets(room) == sorted(f"{name}.{form}" for name in wanted for form in ("pdf", "docx"))
    for path in ("alfa/lembar-kades", "semua/lembar-kementerian"):
        assert "32" in Sheet((room.output / f"advocacy/{path}.pdf").read_bytes()).text


def test_samples_have_sheets_of_their_own_and_are_never_added(advocacy, story):
    invented = story("Rekaan", day="2026-11-03", contoh="ya", peserta="{total: 1000}")
    room = advocacy({f"{MONTH}rekaan.md": invented})
    room.build()
    assert "alfa/lembar-kades-contoh.pdf" in sheets(room)
    real, sample = (Sheet((room.output / f"{KADES}{name}.pdf").read_bytes()).text for name in ("", "-contoh"))
    assert "1.000" in sample
    assert "rekaan" in sample
    assert "1.0" not in real.replace("kabar.example", "")
    room.write({f"{MONTH}panen.md": None})
    room.build()
    assert "alfa/lembar-kades-contoh.pdf" not in sheets(room)
    assert "1.000" in Sheet((room.output / f"{KADES}.pdf").read_bytes()).text


def test_one_story_plans_the_sheets_of_its_places_and_no_others(advocacy, story):
    far = '---\nnama: Perpustakaan Jauh\ntingkat: desa\nwilayah: "73.05.99.2999"\n---\nProfil.\n'
    near = '---\nnama: Perpustakaan Dekat\ntingkat: desa\nwilayah: "32.04.99.2999"\n---\nProfil.\n'
    room = advocacy({"content/libraries/jauh.md": far, "content/libraries/dekat.md": near})
    room.build()
    room.write({f"{MONTH}panen.md": story("Panen raya", day="2026-11-02", peserta="{total: 40}")})
    report = room.build(only=("advocacy",))
    assert (report.planned, report.made) == (21, 21)
    assert len({path for key in PLACES for path in paths(key)}) <= 90


def test_what_is_made_step_by_step_is_what_is_made_at_once(advocacy, story):
    room = advocacy()
    room.build()
    other = (
        '---\nnama: Perpustakaan Beta\ntingkat: kabupaten\nwilayah: "32.04"\nkontak: {surel: b@kabar.example}\n---\n'
    )
    for files in (
        {"content/libraries/beta.md": other},
        {f"{MONTH}rapat.md": story("Rapat", day="2026-11-05", library="beta", kegiatan="alfa/panen", mitra="[PKK]")},
        {f"{MONTH}panen.md": story("Panen", day="2026-11-02", kegiatan="panen", peserta="{total: 9}")},
        {"content/libraries/alfa.md": other.replace("Beta", "Alfa").replace("kabupaten", "provinsi")},
        {f"{MONTH}panen.md": None},
        {"content/libraries/beta.md": None},
    ):
        room.write(files)
        room.build()
        assert difference(room.tree(), room.clean()) == ""


@pytest.mark.parametrize(
    "consent", ["tidak", "{kanal: [web, sosial, pers]}", "{sampai: 2026-11-21}", "{dicabut: 2026-11-22}"]
)
def test_a_consent_that_is_withdrawn_takes_photo_and_words_out_of_every_byte(advocacy, story, consent):
    photo = make.scene(1_000, 750).write_to_buffer(".jpg")
    head = {"peserta": "{total: 32}", "dampak": "Empat keluarga menanam sayur."}

    def told(consent: str) -> str:
        shown = {
            "foto": f"[{{berkas: foto.jpg, keterangan: Rak, alt: Rak biru tua, fotografer: Budi, izin: {consent}}}]",
            "kutipan": f"[{{teks: Senang sekali, nama: Ibu Sulastri, peran: peserta, izin: {consent}}}]",
        }
        return story("Panen", day="2026-11-02", **head | shown)

    room = advocacy({f"{MONTH}panen.md": told("ya"), f"{MONTH}foto.jpg": photo})
    room.build()
    said = (b"Senang sekali", b"Ibu Sulastri", b"Rak biru tua", b"Budi")
    agreed = unpacked(room)
    words = words_of_docx((room.output / f"{KADES}.docx").read_bytes())
    assert all(part in agreed for part in said[:1])
    assert "Senang sekali" in words
    assert Sheet((room.output / f"{KADES}.pdf").read_bytes()).photos
    assert b"\xff\xd8\xff" in agreed

    room.write({f"{MONTH}panen.md": told(consent)})
    room.build()
    left = unpacked(room)
    assert not any(part in left for part in said)
    assert b"\xff\xd8\xff" not in left
    for path in sheets(room):
        if path.endswith(".pdf"):
            assert "Senang" not in Sheet((room.output / "advocacy" / path).read_bytes()).text


def test_a_newsroom_cites_its_own_facts_and_hears_what_is_wrong_with_them(advocacy):
    facts = (
        '[[dasar]]\nkode = "a"\ntingkat = "desa"\nuntuk = ["kades"]\nteks = "Desa boleh membiayai."\nsumber = "Kabar"\n'
        'alamat = "https://kabar.example/"\ntanggal = "2026-11"\n'
    )
    room = advocacy()
    room.build()
    room.write({"content/dasar-hukum.toml": facts})
    room.build()
    assert "Desa boleh membiayai." in Sheet((room.output / f"{KADES}.pdf").read_bytes()).text
    assert "Surat Edaran" not in Sheet((room.output / f"{KADES}.pdf").read_bytes()).text

    bad = facts.replace('"kades"', '"raja"').replace("2026-11", "kemarin").replace("https", "ftp")
    room.write({"content/dasar-hukum.toml": "\n" + bad + "[[dasar]]\nkode = 'b'\n"})
    with pytest.raises(ConfigError) as error:
        room.build()
    said = str(error.value)
    assert "content/dasar-hukum.toml:2: untuk: raja tidak dikenal." in said
    assert 'tanggal = "kemarin"' in said
    assert "bukan alamat web" in said
    assert "content/dasar-hukum.toml:10: kunci tingkat, untuk, teks, sumber, alamat, tanggal belum ditulis." in said


def test_a_sheet_that_cannot_be_made_costs_itself(advocacy):
    room = advocacy({"templates/advocacy/lembar.typ": '#let d = json(bytes(sys.inputs.lembar))\n#panic("rusak")\n'})
    report = room.build()
    assert len(report.failures) == 4
    assert "rusak" in report.failures[0].error
    assert sheets(room) == sorted(f"{name}.docx" for name in (
        "32.04/lembar-bupati", "32/lembar-gubernur", "alfa/lembar-kades", "semua/lembar-kementerian"
    ))  # fmt: skip


def test_the_desk_may_be_switched_off(advocacy):
    room = advocacy({"content/site.toml": f"{SITE}advocacy = false\n"})
    room.build()
    assert sheets(room) == []
    assert AdvocacyDesk.channel == "cetak"


# -- asks, support, neighbours -----------------------------------------------------------------------------------------

VILLAGE = '---\nnama: Perpustakaan {name}\ntingkat: desa\nwilayah: "{code}"\n---\nProfil.\n'


def words(room, path: str = KADES) -> str:
    return Sheet((room.output / f"{path}.pdf").read_bytes()).text


def test_the_one_ask_is_the_most_urgent_to_this_reader(advocacy):
    asks = (
        "[{kepada: Pemerintah Desa Alfa, apa: Rak buku, jumlah: 2 unit, tenggat: 2027-03-01},"
        " {kepada: Pemerintah Desa Alfa, apa: Komputer, nilai: Rp9.000.000, tenggat: 2027-01-31},"
        " {kepada: Pemerintah Desa Alfa, apa: Terpal, tenggat: 2026-11-21},"
        " {kepada: Bupati Bandung, apa: Mobil keliling, tenggat: 2026-12-01}]"
    )
    room = advocacy(permintaan=asks)
    room.build()
    village, regency = words(room), words(room, "advocacy/32.04/lembar-bupati")
    assert (
        "PERMINTAAN KAMI Komputer Berapa Rp9.000.000 Kepada Pemerintah Desa Alfa Paling lambat 31 Januari 2027"
        in " ".join(part.strip() for part in village.split())
        or ("Komputer" in village and "31 Januari 2027" in village)
    )
    assert "Rak buku (2 unit), diminta kepada Pemerintah Desa Alfa" in village
    assert "Mobil keliling" in regency
    assert "1 Desember 2026" in regency
    assert "Belum ada permintaan" in words(room, "advocacy/32/lembar-gubernur")


def test_an_ask_past_its_day_gives_way_at_that_very_instant(advocacy):
    asks = "[{kepada: Desa Alfa, apa: Terpal, tenggat: 2026-11-22}, {kepada: Desa Alfa, apa: Rak, tenggat: 2026-12-01}]"
    room = advocacy(permintaan=asks)
    room.build()
    assert "22 November 2026" in words(room)
    room.build(now=NOW + 86_400)
    assert "22 November 2026" not in words(room)
    assert difference(room.tree(), room.clean(now=NOW + 86_400)) == ""


def test_support_that_a_neighbour_received_is_the_example(advocacy, story):
    gift = "[{dari: Koperasi Alfa, apa: Mesin jahit, nilai: Rp5.000.000, status: diterima, tanggal: 2026-10-01}]"
    room = advocacy(
        {f"content/libraries/{name}.md": VILLAGE.format(name=name, code=code) for name, code in (
            ("beta", "32.04.99.2998"), ("gama", "32.05.99.2999"), ("jauh", "73.05.99.2999"))},
        dukungan=gift,
    )  # fmt: skip
    room.build()
    said = "Perpustakaan Desa Alfa menerima Mesin jahit (Rp5.000.000) dari Koperasi Alfa."
    for path in ("beta/lembar-kades", "gama/lembar-kades", "32.05/lembar-bupati"):
        assert said in words(room, f"advocacy/{path}"), path
    for path in ("jauh/lembar-kades", "alfa/lembar-kades", "32.04/lembar-bupati"):
        assert said not in words(room, f"advocacy/{path}"), path
    assert "Diterima: Mesin jahit (Rp5.000.000) dari Koperasi Alfa" in words(room)

    room.write({f"{MONTH}panen.md": story("Panen", day="2026-11-02", dukungan=gift.replace("5.000", "6.000"))})
    room.build()
    assert "Rp6.000.000" in words(room, "advocacy/gama/lembar-kades")
    room.write(
        {"content/libraries/beta.md": None, "content/libraries/alfa.md": VILLAGE.format(name="A", code="73.05.99.2998")}
    )
    room.build()
    assert difference(room.tree(), room.clean()) == ""


def test_one_change_of_support_alters_few_papers_however_many_libraries_there_are(advocacy, story):
    gift = "[{dari: Koperasi, apa: Rak, status: diterima}]"
    many = {f"content/libraries/p{n:02}.md": VILLAGE.format(name=n, code=f"32.04.{n:02}.2001") for n in range(1, 31)}
    room = advocacy(many)
    room.build(only=("advocacy",))
    room.write({f"{MONTH}panen.md": story("Panen", day="2026-11-02", dukungan=gift)})
    report = room.build(only=("advocacy",))
    assert report.planned <= 29 + 2 * 2 * 8
    assert report.made >= 20


# -- tables ------------------------------------------------------------------------------------------------------------


def test_the_ledger_is_a_table_in_two_forms_and_adds_only_rupiah(advocacy):
    room = advocacy(
        permintaan="[{kepada: Desa Alfa, apa: '=Rak & kursi', nilai: Rp2.000.000, tenggat: 2026-12-01}]",
        dukungan="[{dari: Bank Beta, apa: Meja, nilai: Rp3.000.000, status: dijanjikan, tenggat: 2026-11-01},"
        " {dari: PKK, apa: Tenaga, status: diterima, wujud: nonmaterial}]",
    )
    room.build()
    text = room.page("advocacy/32.04/dukungan.csv")
    assert text.startswith("\ufeffkode,perpustakaan,nama,")
    rows = list(csv.DictReader(StringIO(text.removeprefix("\ufeff"))))
    assert [row["apa"] for row in rows] == ["'=Rak & kursi", "Meja", "Tenaga"]
    assert [row["nilai"] for row in rows] == ["2000000", "3000000", ""]
    assert [row["terlambat"] for row in rows] == ["", "ya", ""]
    assert rows[0]["berita"] == "https://kabar.example/2026/11/panen/"
    book = openpyxl.load_workbook(BytesIO((room.output / "advocacy/32.04/dukungan.xlsx").read_bytes()))
    assert [cell.value for cell in book["dukungan"][2]][4] == "=Rak & kursi"
    sums = {row[0].value: row[4].value for row in book["jumlah"].iter_rows(min_row=2)}
    assert sums == {"diminta": 2_000_000, "dijanjikan": 3_000_000, "diterima": 0}
    assert "advocacy/alfa/dukungan-contoh.csv" not in room.tree()


def test_every_number_of_an_area_stands_with_its_stories(advocacy):
    room = advocacy()
    room.build()
    found = json.loads(room.page("advocacy/alfa/bukti.json"))
    numbers = {one["kode"]: (one["nilai"], one["dari"]) for one in found["indikator"]}
    assert numbers["kehadiran"] == (32, 1)
    assert numbers["perempuan"] == (20, 1)
    assert found["kegiatan"] == [{
        "alamat": "https://kabar.example/2026/11/panen/", "judul": "Panen", "hari": "2026-11-02",
        "perpustakaan": "alfa", "kehadiran": 32, "berita_lain": [],
    }]  # fmt: skip
    assert "belum diaudit" in found["batas"]
    assert json.loads(room.page("advocacy/semua/bukti.json"))["di_bawahnya"][0]["kunci"] == "32"


def test_rows_to_copy_into_other_systems_lie_ready(advocacy):
    room = advocacy(strategi="pelibatan-masyarakat")
    room.build()
    sim = room.page("advocacy/alfa/sim.csv").splitlines()
    assert sim[0].startswith("\ufeffBulan,Strategi,Jumlah kegiatan,Jumlah kehadiran")
    assert sim[1].startswith("2026-11,Pelibatan masyarakat,1,32,12,20,,https://")
    iplm = room.page("advocacy/32.04/iplm.csv").splitlines()
    assert iplm[1].startswith("2026,peserta kegiatan,32,kehadiran")
    assert "advocacy/32.04/sim.csv" not in room.tree()
    book = openpyxl.load_workbook(BytesIO((room.output / "advocacy/alfa/sim-iplm.xlsx").read_bytes()))
    assert book.sheetnames == ["sim", "iplm"]
    assert book["iplm"]["C2"].value == 32
