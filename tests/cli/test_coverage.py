"""``warta monitor --laporan`` over real files."""

import csv
import json

import pytest

NOW = "2026-11-22T08:00:00+07:00"

LIBRARY = '---\nnama: Perpustakaan Desa {name}\ntingkat: desa\nwilayah: "{code}"\n---\nProfil.\n'
STORY = """\
---
judul: {title}
tanggal: {day}
terbit_pada: {day} 08.00 WIB
perpustakaan: {library}
siaran: ya
{more}---
Isi.
"""
CLIPPING = """\
---
judul: {title}
tanggal: {day}
media: {outlet}
jenis: daring
lingkup: kabupaten
nada: positif
berita: [2026/10/panen]
peristiwa: panen
---
"""


@pytest.fixture
def room(tmp_path):
    files = {
        "site.toml": 'url = "https://kabar.example/"\n[meja]\nphotos = false\n',
        "libraries/alfa.md": LIBRARY.format(name="Alfa", code="32.04.05.2001"),
        "libraries/beta.md": LIBRARY.format(name="Beta", code="33.05.01.2001"),
        "stories/2026/10/panen.md": STORY.format(title="Panen", day="2026-10-05", library="alfa", more=""),
        "stories/2026/12/nanti.md": STORY.format(title="Nanti", day="2026-12-05", library="alfa", more=""),
        "stories/2026/10/draf.md": STORY.format(title="Draf", day="2026-10-05", library="alfa", more="status: draf\n"),
        "kliping/2026/10/a.md": CLIPPING.format(title='"=SUM(A1)"', day="2026-10-07", outlet="Kabar"),
        "kliping/2026/10/b.md": CLIPPING.format(title="Panen tiba", day="2026-10-08", outlet="Lain"),
        "press/sumber.toml": '[[sumber]]\nnama = "Kabar"\numpan = "https://kabar.example/feed"\n'
        '[[sumber]]\nnama = "Diam"\numpan = "https://diam.example/feed"\n'
        '[[sumber]]\nnama = "Cari"\numpan = "https://cari.example/feed"\ncari = true\n',
    }
    for path, text in files.items():
        (tmp_path / "content" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "content" / path).write_text(text)
    return tmp_path


def test_a_quarter_is_told(warta, room):
    ran = warta("monitor", "--root", room, "--now", NOW, "--laporan")
    assert ran.status == 0
    assert ran.out.splitlines() == [
        "Liputan triwulan 2026-4 (1 Oktober 2026 sampai 31 Desember 2026): semua perpustakaan",
        "",
        "Siaran pers: 1, dimuat: 1. Separuh dari yang dimuat itu muncul dalam 2 hari.",
        "  2026-10-05  Panen: 2 kliping, 1 peristiwa, sesudah 2 hari: Kabar, Lain",
        "Kliping: 2, dari 1 peristiwa.",
        "Media terdaftar yang memuat: 1 dari 2 (50 %): Kabar",
        "Belum memuat: Diam",
        "Media lain: Lain",
        "Jangkauan, kliping (peristiwa menurut jangkauan terluasnya): kabupaten 2 (1)",
        "Jenis media: daring 2",
        "Nada menurut redaksi: positif 2",
    ]


def test_a_library_is_known_by_its_stories_and_a_region_by_its_libraries(warta, room):
    def clippings(*options):
        return json.loads(warta("monitor", "--root", room, "--now", NOW, "--laporan", "--json", *options).out)

    assert clippings("--perpustakaan", "alfa")["clippings"] == 2
    assert clippings("--perpustakaan", "beta")["clippings"] == 0
    assert clippings("--wilayah", "3204")["clippings"] == 2
    assert clippings("--wilayah", "33")["clippings"] == 0
    assert clippings("--triwulan", "2026-3")["clippings"] == 0
    assert (clippings()["share"], clippings()["median_days"]) == (0.5, 2.0)


def test_the_table_is_read_back_and_reckons_nothing(warta, room, tmp_path):
    path = tmp_path / "liputan.csv"
    ran = warta("monitor", "--root", room, "--now", NOW, "--laporan", "--csv", path)
    assert ran.out.endswith(f"Daftar kliping ditulis ke {path}.\n")
    assert path.read_bytes().startswith(b"\xef\xbb\xbftanggal,")
    rows = list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))
    assert [(row["tanggal"], row["media"], row["judul"]) for row in rows] == [
        ("2026-10-07", "Kabar", "'=SUM(A1)"),
        ("2026-10-08", "Lain", "Panen tiba"),
    ]
    assert rows[0]["berita"] == "2026/10/panen"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--triwulan", "2026-5"), 'triwulan "2026-5" tidak terbaca'),
        (("--perpustakaan", "alfo"), "Mungkin maksudnya: alfa"),
        (("--wilayah", "99.99"), 'wilayah "99.99"'),
        (("--wilayah", "32", "--perpustakaan", "alfa"), "satu perpustakaan atau satu wilayah"),
        (("--tinjau",), "Pilih salah satu"),
        (("--csv", "tidak/ada/x.csv"), "tidak/ada/x.csv: tidak dapat ditulis"),
    ],
)
def test_what_cannot_be_told_is_said_in_a_sentence(warta, room, options, said):
    ran = warta("monitor", "--root", room, "--now", NOW, "--laporan", *options)
    assert ran.status == 2
    assert said in ran.err
    assert "Traceback" not in ran.err
