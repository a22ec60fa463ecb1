"""Sheets to look at: made of a view alone, or by a build, and read back as a printer and a telephone would."""

import datetime as dt

import pytest

from pipeline import config
from pipeline.build.blobs import Blobs
from pipeline.build.keys import digest
from pipeline.build.workbench import Setting, Workbench
from pipeline.content.picture import Picture
from pipeline.desks.advocacy import grounds
from pipeline.desks.advocacy.render import document
from pipeline.desks.advocacy.views import Ask, Figure, Given, Sheet, Tale
from pipeline.pictures.album import Album
from pipeline.production.ingredients import Recipes
from pipeline.production.newsroom import Newsroom
from tests.pictures.conftest import scene
from tests.posters.conftest import Sheet as Page

FACTS = grounds.parse(grounds.OURS.read_text("utf-8"))
BODY = "Embun belum kering ketika keranjang pertama penuh. Warga memetik selada dari pipa yang mereka rakit sendiri."
TALE = Tale(
    title="Kebun hidroponik di halaman perpustakaan panen perdana",
    url="https://kabar.example/2026/05/panen/",
    library="Perpustakaan Desa Alfa",
    place="Desa Alfa",
    day=dt.date(2026, 5, 9),
    summary="Sebelas kilogram selada dipetik warga dari kebun belajar di halaman perpustakaan.",
    problem="Pekarangan warga sempit, sementara harga sayur sering berubah.",
    action="Perpustakaan menaruh enam buku hidroponik di teras dan membuka kelas setiap Sabtu selama enam pekan.",
    result="Dua puluh enam warga memanen 11,2 kilogram sayur, dan separuhnya dibagi kepada tetangga.",
    outcome="Empat keluarga kini menanam sayur sendiri di pekarangannya.",
    meaning="Buku yang dibaca bersama menjadi makanan di meja.",
    quote="Dulu saya kira perpustakaan hanya untuk orang sekolahan.",
    speaker="Ibu S., peserta kelas",
)
FIGURES = (
    Figure("kehadiran", "kehadiran warga", 312, 14, measure="kehadiran"),
    Figure("perempuan", "kehadiran perempuan", 201, 9, measure="perempuan"),
    Figure("kegiatan", "kegiatan dilaporkan", 14, measure="kegiatan"),
    Figure("mitra", "mitra ikut serta", 9, measure="mitra"),
)
ASK = Ask(
    what="Tiga komputer untuk kelas warga", party="Pemerintah Desa Alfa", value=18_500_000, amount="3 unit",
    due=dt.date(2027, 1, 31), library="Perpustakaan Desa Alfa",
)  # fmt: skip
GIVEN = Given(
    what="Rak buku", party="Bank Contoh", value=4_000_000, day=dt.date(2026, 3, 2), library="Perpustakaan Desa Beta",
    url="https://kabar.example/2026/03/rak/", thanks="Rak itu kini menampung 300 buku anak.",
)  # fmt: skip


def sheet(**more: object) -> Sheet:
    """Return a view in which all is there, but for what *more* says otherwise."""
    whole = {
        "key": "alfa", "audience": "kades", "addressee": "", "language": "id", "name": "Perpustakaan Desa Alfa",
        "place": "Desa Alfa, Kabupaten Bandung", "day": dt.date(2026, 5, 9), "figures": FIGURES, "since": "2025-01",
        "until": "2026-05", "stories": 15, "events": 14, "came": 312, "counted": 14,
        "libraries": 1, "silent": (), "mute": 0,
        "partners": ("PKK Alfa", "Karang Taruna Alfa", "Kelompok Tani Alfa", "Puskesmas Alfa"), "partnered": 4,
        "tale": TALE,
        "ask": ASK, "open": 2, "others": (Ask(what="Rak buku anak", party="Dinas Perpustakaan", amount="2 unit"),),
        "given": (GIVEN,), "grounds": FACTS.of("kades"), "peer": GIVEN, "example": None,
        "contacts": ("WhatsApp 0812 3456 7890", "alfa@kabar.example"), "contact": "Ibu Sari, pengelola",
        "url": "https://kabar.example/bukti/alfa/", "site": "Kabar", "heading": "", "colours": ("#9a3412", "#1f4d3a"),
        "logo": "", "sample": False,
    }  # fmt: skip
    return Sheet(**whole | more)


class Studio:
    """Makes sheets of views, with the workbench of a newsroom."""

    def __init__(self, room) -> None:
        place = Newsroom(room.root)
        options = Recipes(place, config.load(room.root)).options
        self.album, self.blobs = Album(place.album), Blobs(place.blobs, write=True)
        self.bench = Workbench(Setting(place.blobs, room.output, place.cache / "stage", options))
        self.blobs.put([(digest(BODY.encode()), BODY.encode())])

    def page(self, **more: object) -> Page:
        """Return the sheet of a view as PDF."""
        return Page(document(sheet(**more), self.bench))

    def photo(self, width: int, height: int) -> Picture:
        """Put a photo into the album."""
        name = f"{width:08}{height:08}"
        if not self.album.has(name):
            self.album.put(name, scene(width, height).write_to_buffer(".jpg", keep="none"))
        return Picture(name, width, height, focus=(200, 500))


@pytest.fixture(scope="session")
def studio(tmp_path_factory, make_room) -> Studio:
    room = make_room(tmp_path_factory.mktemp("lembar"), {})
    room.build(only=("site",))
    return Studio(room)
