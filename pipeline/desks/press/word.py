"""A release as a Word document, set by a template that an office may restyle in Word.

What the template sees is named in Indonesian (``docs/siaran.md``), for those who edit it are no programmers.
"""

from typing import Any

from pipeline.build.workbench import Workbench
from pipeline.desks.press import plain
from pipeline.desks.press.body import Block
from pipeline.desks.press.statement import Statement
from pipeline.desks.press.views import Release
from pipeline.language import _
from pipeline.pictures import paper
from pipeline.templating import word

TEMPLATE = "press/siaran-pers.docx"

LOGO = 17
"""Millimetres that a logo is high."""


def document(view: Release, told: Statement, bench: Workbench) -> bytes:
    """Return the release *told* as Word opens it; the same of the same. Raises ``CannotMakeError`` with the fault."""
    values = values_of(view, told) | {"logo": _logo(view, bench)}
    return word.document(bench.options["templates"], TEMPLATE, values, view.day, what=_("siaran"))


def values_of(view: Release, told: Statement) -> dict[str, Any]:
    """Return all that the template is told, but for the logo."""
    say = told.say
    return {
        "perpustakaan": view.library,
        "kop": [line for line in (view.heading, view.home, " · ".join(view.ways)) if line],
        "label": say["label"].upper(),
        "nomor": told.number,
        "waktu": told.timing.upper(),
        "embargo": told.embargoed,
        "contoh": view.sample,
        "judul": told.title,
        "dateline": told.dateline,
        "teras": told.lead,
        "isi": [_part(block) for block in told.blocks],
        "kutipan": list(told.quotes),
        "data": [{"nama": line.name, "teks": line.text} for line in told.facts],
        "sumber": told.source,
        "alamat": view.url,
        "kabar": [{"judul": one.title, "alamat": one.url} for one in view.stories],
        "ralat": [{"nama": line.name, "teks": line.text} for line in told.corrections],
        "tentang": [{"nama": say["about"].format(name=one.name), "teks": one.text} for one in told.about],
        "narahubung": [
            {"nama": ", ".join(filter(None, (one.name, one.role))), "cara": " · ".join(one.ways)}
            for one in told.contacts
        ],
        "foto": list(plain.photos(told)),
        "kata": {
            "nomor": say["number"],
            "contoh": say["sample"],
            "selesai": say["end"],
            "data": say["facts"],
            "sumber": say["source"],
            "kabar": say["stories"],
            "ralat": say["corrections"],
            "narahubung": say["contacts"],
            "foto": say["photos"],
        },
    }


def _part(block: Block) -> dict[str, Any]:
    kinds = {"heading": "subjudul" if block.level == 2 else "anak subjudul", "list": "daftar", "table": "tabel"}
    marks = ((depth, f"{number}." if number else "•", text) for depth, number, text in block.items)
    return {
        "jenis": kinds.get(block.kind, "kutipan" if block.kind == "quote" else "paragraf"),
        "teks": block.text,
        "butir": [{"dalam": depth > 0, "tanda": mark, "teks": text} for depth, mark, text in marks],
        "kepala": list(block.rows[0]) if block.head else [],
        "baris": [list(row) for row in block.rows[1 if block.head else 0 :]],
    }


def _logo(view: Release, bench: Workbench) -> word.Image | str:
    if not view.logo:
        return ""
    data, width, height = paper.pixels(bench.blob(view.logo))
    return word.Image(data, "png", LOGO * width / height, LOGO, view.library)
