"""A sheet as a Word document. What the template sees is named in Indonesian (``docs/advokasi.md``)."""

from typing import Any, NamedTuple

from pipeline.build.workbench import Workbench
from pipeline.desks.advocacy.sheet import Cited, Told, short
from pipeline.desks.advocacy.views import Sheet
from pipeline.language import _
from pipeline.pictures import code, paper
from pipeline.templating import word

TEMPLATE = "advocacy/lembar.docx"

PIXELS = 640
WIDE, LOGO, SCANNED = 58.0, 11.0, 24.0
"""Millimetres: how wide a photo is at most, and how high a logo and the code are."""


class Room(NamedTuple):
    """Letters that texts may have, lines of a list, and how high a photo is in millimetres.

    Word cannot be told to take smaller letters where there are many.
    """

    line: int = 110
    lines: int = 4
    cited: int = 260
    story: int = 620
    ask: int = 120
    photo: float = 52.0
    note: bool = True


TIGHT = Room(line=56, lines=2, cited=100, story=300, ask=50, photo=34.0, note=False)
"""Where all texts are long."""

REACHED = 150
"""Letters of the line that tells how to reach those who hand the sheet over."""

MANY = 2_300
"""Letters with which a page is full in the letters of the template."""


def document(view: Sheet, told: Told, bench: Workbench) -> bytes:
    """Return the sheet *told* as Word opens it; the same of the same. Raises ``CannotMakeError`` with the fault."""
    values = values_of(view, told) | _pictures(view, told, bench)
    return word.document(bench.options["templates"], TEMPLATE, values, view.day, what=_("lembar"))


def values_of(view: Sheet, told: Told) -> dict[str, Any]:
    """Return all that the template is told, but for pictures."""
    room, peer = _room(told), told.peer
    ask = told.ask and tuple(short(part, room.ask) for part in told.ask)
    return {
        "bahasa": view.language,
        "nama": short(told.name, room.line),
        "tempat": short(told.place, room.line),
        "untuk": short(told.addressee, 60),
        "judul": short(told.headline, max(80, room.line)),
        "karena": told.because,
        "judul_cerita": short(told.story_title, room.line),
        "cerita": short(told.story, room.story),
        "kutipan": short(told.quote, room.cited),
        "pembicara": told.speaker,
        "sumber_cerita": short(told.story_source, room.line) if room.note else "",
        "fotografer": told.credit,
        "angka": [{"nilai": one.value, "nama": one.name, "catatan": one.note} for one in told.numbers],
        "tanpa_angka": told.no_numbers,
        "sumber": short(told.source, 2 * room.line),
        "ada": [short(line, room.line) for line in told.there[: room.lines]],
        "kurang": [short(line, room.line) for line in told.missing[: room.lines]],
        "permintaan": ask and {
            "apa": ask[0], "jumlah": ask[1], "kepada": ask[2], "tenggat": ask[3],
            "perpustakaan": short(told.ask_of, room.ask),
        },
        "tanpa_permintaan": told.no_ask,
        "dasar": [{"teks": _cited(one, room.cited), "sumber": short(one.source, 60)} for one in told.grounds],
        "tanpa_dasar": told.no_grounds,
        "tetangga": f"{short(peer.text, room.cited)} ({short(peer.source, 60)})" if peer else told.no_peer,
        "narahubung": _reached(told.contact),
        "alamat": view.url.partition("://")[2],
        "contoh": view.sample,
        "kata": told.say | {"label": told.say["label"].upper()},
    }  # fmt: skip


def _room(told: Told) -> Room:
    lists = (*told.there, *told.missing, *(part for one in told.grounds for part in one[:3]), *(told.ask or ()))
    words = (told.name, told.place, told.headline, told.story_title, told.story, told.quote, told.story_source)
    return Room() if sum(map(len, (*words, *lists))) <= MANY else TIGHT


def _reached(ways: tuple[str, ...]) -> str:
    """Return the first of *ways* that have room in two lines: each of them whole, or nobody is reached by it."""
    found = ways[:1]
    for way in ways[1:]:
        if len(" · ".join((*found, way))) <= REACHED:
            found = (*found, way)
    return " · ".join(found)


def _cited(one: Cited, letters: int) -> str:
    return short(f"{one.title}. {one.text}" if one.title else one.text, letters)


def _pictures(view: Sheet, told: Told, bench: Workbench) -> dict[str, word.Image | str]:
    made: dict[str, word.Image | str] = {"foto": "", "logo": "", "qr": ""}
    if view.tale is not None and view.tale.photo is not None:
        data, width, height = paper.small(bench, view.tale.photo, PIXELS)
        by = min(WIDE / width, _room(told).photo / height)
        made["foto"] = word.Image(data, "jpeg", width * by, height * by, view.tale.alt or view.tale.title)
    if view.logo:
        data, width, height = paper.pixels(bench.blob(view.logo))
        made["logo"] = word.Image(data, "png", LOGO * width / height, LOGO, view.name)
    if view.url:
        made["qr"] = word.Image(code.png(view.url), "png", SCANNED, SCANNED, told.say["code"])
    return made
