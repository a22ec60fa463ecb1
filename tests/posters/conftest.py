"""Posters to look at: made of a view alone, or by a build, and read back as a printer and a telephone would."""

import datetime as dt
from collections.abc import Iterator
from functools import cached_property
from io import BytesIO

import pypdfium2
import pytest
import zxingcpp
from pypdf import PdfReader

from pipeline import config
from pipeline.build.blobs import Blobs
from pipeline.build.keys import digest
from pipeline.build.workbench import Setting, Workbench
from pipeline.content.moment import Moment
from pipeline.content.picture import Picture
from pipeline.desks.posters.render import poster
from pipeline.desks.posters.views import Poster
from pipeline.pictures.album import Album
from pipeline.production.ingredients import Recipes
from pipeline.production.newsroom import Newsroom
from tests.pictures.conftest import scene

SETTINGS = 'nama = "Kabar"\nurl = "https://kabar.example/"\n[meja]\nphotos = false\ncards = false\nsocial = false\n'
TEXT = "Isi kabar yang pendek. Warga datang sejak pagi. Mereka pulang membawa buku."
POINT = 72 / 25.4
"""Points to a millimetre."""


class Sheet:
    """A poster read back."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.reader = PdfReader(BytesIO(data))
        self.pages = len(self.reader.pages)
        self.document = pypdfium2.PdfDocument(data)

    @cached_property
    def text(self) -> str:
        """All words, on one line."""
        return " ".join(self.document[0].get_textpage().get_text_range().replace("\u200b", "").split())

    @cached_property
    def title(self) -> str:
        """What programs call the file."""
        return str(self.reader.metadata.title)

    @property
    def boxes(self) -> list[tuple[float, float, float, float]]:
        """Left, bottom, right and top of the ink of every letter, in millimetres from the lower left corner."""
        page = self.document[0].get_textpage()
        letters = (n for n in range(page.count_chars()) if page.get_text_range(n, 1).strip(" \u200b\r\n\ufffe"))
        found = (page.get_charbox(n) for n in letters)
        return [tuple(edge / POINT for edge in box) for box in found if box[2] > box[0]]

    @property
    def fonts(self) -> set[str]:
        """The fonts of all letters."""
        found = self.reader.pages[0]["/Resources"]["/Font"].values()
        return {font.get_object()["/BaseFont"].partition("+")[2] for font in found}

    @property
    def photos(self) -> list[bytes]:
        """The bytes of all photos, as they lie in the file."""
        return [data for data in self.streams(raw=True) if data.startswith(b"\xff\xd8")]

    def streams(self, *, raw: bool = False) -> Iterator[bytes]:
        """Yield the bytes of all streams of the file, unpacked or as they are."""
        for number in self.reader.xref_objStm.keys() | self.reader.xref[0].keys():
            found = self.reader.get_object(number)
            if hasattr(found, "get_data"):
                yield found._data if raw else found.get_data()

    def scanned(self, dots: int = 150) -> zxingcpp.Barcode:
        """Return the one code that a telephone finds."""
        bitmap = self.document[0].render(scale=dots / 72, grayscale=True)
        image = memoryview(bytes(bitmap.buffer)).cast("B", (bitmap.height, bitmap.stride))
        (found,) = zxingcpp.read_barcodes(image)
        return found


def view(**more: object) -> Poster:
    """Return a view; what is not said is short and plain."""
    plain = {
        "address": "https://kabar.example/2026/11/panen/", "title": "Panen kangkung", "kicker": "Pertanian",
        "summary": "", "text": TEXT, "quote": "", "speaker": "", "invitation": False,
        "date": Moment(dt.date(2026, 11, 2)), "zone": "WIB", "place": "Kabupaten Bandung",
        "library": "Perpustakaan Desa Alfa", "contacts": ("WhatsApp 0812 3456 7890",), "site": "Kabar", "motif": "buku",
        "icon": "daun", "seed": 1, "colours": ("#9a3412", "#1f4d3a"), "logo": "", "photo": None, "alt": "",
        "language": "id", "sample": False,
    }  # fmt: skip
    return Poster(**plain | more)


class Studio:
    """Makes posters of views, with the workbench of a newsroom."""

    def __init__(self, room) -> None:
        place = Newsroom(room.root)
        options = Recipes(place, config.load(room.root)).options
        self.album, self.blobs = Album(place.album), Blobs(place.blobs, write=True)
        self.bench = Workbench(Setting(place.blobs, room.output, place.cache / "stage", options))

    def poster(self, size: tuple[int, int] | None = None, **more: object) -> Sheet:
        """Return the poster of a view; *size* is that of its photo."""
        for name in ("text", "logo"):
            data = more.get(name, TEXT if name == "text" else "")
            data = data if isinstance(data, bytes) else str(data).encode()
            more[name] = digest(data) if data or name == "text" else ""
            self.blobs.put([(digest(data), data)])
        return Sheet(poster(view(photo=self.photo(*size) if size else None, **more), self.bench))

    def photo(self, width: int, height: int) -> Picture:
        """Put a photo into the album."""
        name = f"{width:08}{height:08}"
        if not self.album.has(name):
            self.album.put(name, scene(width, height).write_to_buffer(".jpg", keep="none"))
        return Picture(name, width, height, focus=(200, 500))


@pytest.fixture(scope="session")
def studio(tmp_path_factory, make_room) -> Studio:
    room = make_room(tmp_path_factory.mktemp("studio"), {})
    room.build()
    return Studio(room)
