"""What the cards of a story show: pictures with words, for link previews, feeds and status."""

from datetime import date
from typing import ClassVar, Literal

import msgspec

from pipeline.build.output import Blob, View
from pipeline.config import LOOKS
from pipeline.content.picture import Picture

__all__ = ["LOOKS", "Cards", "Kind", "Shape"]

Kind = Literal["berita", "kutipan", "angka", "sampul", "situs"]
"""A story's card, a quotation, a number, a cover without words for search engines, the site's own card."""


class Shape(msgspec.Struct, frozen=True):
    """One card to draw: its kind, and its size in pixels."""

    kind: Kind
    width: int
    height: int


class Cards(View, frozen=True, kw_only=True):
    """The cards of one story (or of the site), one for each of *shapes*, all with the same content.

    *kicker* says in a word or two what it is about, *place* where, *seed* varies patterns. *motif* and *icon* name the
    drawings for a story without a photo. *colours* are the site's two (``#rrggbb``), *logo* its logo's bytes,
    *edition* a hash of all templates of cards.
    """

    INPUTS: ClassVar[dict[str, str]] = {
        "shapes": "ukuran kartu",
        "look": "gaya kartu",
        "title": "judul",
        "kicker": "jenis, strategi, atau topik",
        "library": "perpustakaan",
        "place": "wilayah",
        "day": "tanggal",
        "site": "site.toml: nama",
        "host": "site.toml: url",
        "quote": "kutipan",
        "speaker": "kutipan",
        "number": "peserta",
        "label": "peserta",
        "motif": "wilayah",
        "icon": "topik",
        "seed": "alamat berkas",
        "colours": "site.toml: kartu",
        "logo": "site.toml: kartu",
        "photo": "foto",
        "language": "bahasa",
        "sample": "contoh",
        "edition": "templates/cards",
    }

    shapes: tuple[Shape, ...]
    look: str
    title: str
    kicker: str = ""
    library: str = ""
    place: str = ""
    day: date | None = None
    site: str = ""
    host: str = ""
    quote: str = ""
    speaker: str = ""
    number: str = ""
    label: str = ""
    motif: str = ""
    icon: str = ""
    seed: int = 0
    colours: tuple[str, str] = ("#9a3412", "#1f4d3a")
    logo: Blob = ""
    photo: Picture | None = None
    language: str = "id"
    sample: bool = False
    edition: str = ""
