"""From a story's kit to its page, its ZIP, and the one page inside of it that works alone. Runs in workers."""

import base64
import hashlib
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import msgspec
from markupsafe import Markup

from pipeline.build.output import renders
from pipeline.build.parcel import packed
from pipeline.build.workbench import Workbench
from pipeline.desks.kit import blocks
from pipeline.desks.kit.desk import poster
from pipeline.desks.kit.views import Asset, Kit
from pipeline.platforms.intent import intent
from pipeline.platforms.limits import LIMITS
from pipeline.platforms.sheet import CORRECTION, Sheet
from pipeline.templating.environment import fill
from pipeline.templating.stylesheet import squeezed


@renders(Kit)
def page(view: Kit, bench: Workbench) -> bytes:
    """The page of a kit."""
    sheet = _sheet(view, bench)
    there = _there(view, sheet, bench)
    values = _values(view, sheet, {file: bench.size(file) for file in there})
    values["poster"] = view.poster and bench.has(poster(view.address))
    return fill(bench.options, view.room.language, "kit/page.html", values).encode()


@renders(Kit)
def archive(view: Kit, bench: Workbench) -> bytes:
    """All of a kit in one ZIP: texts, pictures, the poster, and a page that opens from a telephone's own storage."""
    sheet = _sheet(view, bench)
    pictures = {file: bench.made(file) for file in _there(view, sheet, bench)}
    files = {**texts(sheet), "bagikan.html": alone(view, sheet, pictures, bench.options)}
    for picture in sheet.pictures:
        if picture.file in pictures:
            files[f"gambar/{saved(picture.file)}"] = pictures[picture.file]
    if view.poster and bench.has(poster(view.address)):
        files["poster.pdf"] = bench.made(poster(view.address))
    return packed(files, view.day)


@renders(Asset)
def stylesheet(view: Asset, bench: Workbench) -> bytes:  # noqa: ARG001  every renderer takes its view
    """The stylesheet of all kits."""
    return _styles(bench.options, alone=False)


@renders(Asset)
def script(view: Asset, bench: Workbench) -> bytes:
    """The script of all kits."""
    return fill(bench.options, "id", view.name, {}).encode()


def alone(view: Kit, sheet: Sheet, pictures: Mapping[str, bytes], options: Mapping[str, Any]) -> bytes:
    """Return the page of a kit with everything inside of it; *pictures* are their bytes by path."""
    style = _styles(options, alone=True).decode()
    # Inside a script element nothing may look like its end; in the texts and patterns of a script this says the same.
    code = fill(options, "id", "kit/kit.js", {}).replace("</", "<\\/")
    values = _values(view, sheet, {file: len(data) for file, data in pictures.items()})
    values |= {
        "style": Markup(style),  # noqa: S704  a template of the newsroom
        "script": Markup(code),  # noqa: S704  as above
        "policy": f"default-src 'none'; img-src data:; style-src {_allowed(style)}; script-src {_allowed(code)};"
        " base-uri 'none'; form-action 'none'",
        "data": {file: f"data:image/jpeg;base64,{base64.b64encode(data).decode()}" for file, data in pictures.items()},
    }
    return fill(options, view.room.language, "kit/bagikan.html", values).encode()


def texts(sheet: Sheet) -> dict[str, bytes]:
    """Return every text of *sheet* by the name of its file."""
    found = {f"teks/{slip.file}": slip.text.text for block in blocks.blocks(sheet, {}) for slip in block.slips}
    if sheet.spoken.text:
        found["teks/pengeras-suara.txt"] = sheet.spoken.text
    if sheet.corrections:
        found[f"teks/{CORRECTION}"] = sheet.corrections[0].text
    if sheet.pictures:
        told = (f"{saved(picture.file)}\n{picture.alt}\n" for picture in sheet.pictures)
        found["gambar/teks-alternatif.txt"] = "\n".join(told)
    return {name: text.encode() for name, text in found.items()}


def saved(file: str) -> str:
    """Return what the picture *file* is called in the ZIP: as on the site, without the hash."""
    name, _, kind = file.rpartition("/")[2].rpartition(".")
    return f"{name.rpartition('-')[0]}.{kind}"


def _sheet(view: Kit, bench: Workbench) -> Sheet:
    return msgspec.json.decode(bench.made(f"social/{view.address}/posts.json"), type=Sheet)


def _there(view: Kit, sheet: Sheet, bench: Workbench) -> list[str]:
    """Return the pictures that could be made: those to post, and that of links to the page."""
    named = [picture.file for picture in sheet.pictures]
    return [file for file in dict.fromkeys((*named, view.preview)) if file and bench.has(file)]


def _values(view: Kit, sheet: Sheet, sizes: Mapping[str, int]) -> dict[str, Any]:
    """Return what the templates of a kit see; *sizes* are the bytes of the pictures that are there."""
    name = view.address.rpartition("/")[2]
    return {
        "kit": view,
        "sheet": sheet,
        "lang": view.room.language,
        "host": urlsplit(view.room.url).netloc,
        "blocks": blocks.blocks(sheet, sizes),
        "whatsapp": lambda text: intent(LIMITS["whatsapp"], text, sheet.url),
        "frames": blocks.frames(sheet, sizes),
        "preview": view.preview if view.preview in sizes else "",
        "archive": f"{name}-bagikan.zip",
        "poster": False,
        "root": "../" * (view.address.count("/") + 2),
    }


def _styles(options: Mapping[str, Any], *, alone: bool) -> bytes:
    return squeezed(fill(options, "id", "kit/kit.css", {"alone": alone})).encode()


def _allowed(code: str) -> str:
    """Return how a policy allows *code*, which stands inside of a page."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"
