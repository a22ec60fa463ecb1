"""From views to the bytes of renditions, crops and cards. Runs in workers, and reads clean copies only."""

import base64
from pathlib import Path
from typing import Any

from pipeline.build.output import renders
from pipeline.build.workbench import Workbench
from pipeline.content.picture import Picture
from pipeline.pictures import deck, icon
from pipeline.pictures.album import Album
from pipeline.pictures.card import Cards, Shape
from pipeline.pictures.crop import fitted
from pipeline.pictures.drawing import draw, jpeg, png
from pipeline.pictures.icon import Form, Icon, Manifest
from pipeline.pictures.rendition import Crops, Renditions, fallback
from pipeline.pictures.tones import tones
from pipeline.pictures.vips import give_back, vips
from pipeline.templating.environment import fill

WEBP = {"Q": 75, "effort": 2, "keep": "none"}
"""See docs/decisions/webp.md for what AVIF and more effort would cost and save."""

JPEG = 80
PREVIEW = 200_000
"""Bytes of a card for link previews, at most: WhatsApp takes 600 kB, and little is quick."""

_TEMPLATES = {"kutipan": "cards/kutipan.svg", "angka": "cards/angka.svg", "sampul": "cards/sampul.svg"}
_TEMPLATES["situs"] = "cards/situs.svg"


def _copy(bench: Workbench, picture: Picture) -> Path:
    return Album(Path(bench.options["album"])).path(picture.name)


@renders(Renditions)
def renditions(view: Renditions, bench: Workbench) -> dict[str, bytes]:
    """Return a photo in its widths, as WebP, and once as JPEG."""
    whole = vips().Image.new_from_file(f"{_copy(bench, view.picture)}").copy_memory()
    files: dict[str, bytes] = {}
    for width in view.widths:
        image = _narrow(whole, width)
        files[f"{width}.webp"] = image.write_to_buffer(".webp", **WEBP)
        if width == fallback(view.picture):
            files[f"{width}.jpg"] = jpeg(image, quality=JPEG)
    give_back()
    return files


def _narrow(image: Any, width: int) -> Any:  # noqa: ANN401  libvips has no types
    if width == image.width:
        return image
    height = max(1, round(image.height * width / image.width))
    return image.thumbnail_image(width, height=height, size="force").copy_memory()


@renders(Crops)
def crops(view: Crops, bench: Workbench) -> dict[str, bytes]:
    """Return the lead photo in the shapes for search engines."""
    image = vips().Image.new_from_file(f"{_copy(bench, view.picture)}").copy_memory()
    files = {
        f"{width}x{height}.jpg": jpeg(fitted(image, view.picture, width, height), quality=JPEG)
        for width, height in view.shapes
    }
    give_back()
    return files


@renders(Cards)
def cards(view: Cards, bench: Workbench) -> dict[str, bytes]:
    """Return the cards of a story, or of the site."""
    prefix = f"kartu-{view.shapes[0].width}x"
    files = {deck.name(view, shape).removeprefix(prefix): _card(view, shape, bench) for shape in view.shapes}
    give_back()
    return files


def _card(view: Cards, shape: Shape, bench: Workbench) -> bytes:
    photo = None if view.photo is None else _copy(bench, view.photo)
    drawn = draw(svg(view, shape, bench), photo, view.photo)
    wide = shape.width == deck.WIDE.width  # its letters are small, so each pixel keeps its colour
    return jpeg(drawn.image, most=PREVIEW if wide else 0, sharp=wide)


def svg(view: Cards, shape: Shape, bench: Workbench) -> str:
    """Return one card as SVG, its slots still empty."""
    template = _TEMPLATES.get(shape.kind, f"cards/{view.look}.svg")
    values = {
        "card": view, "shape": shape, "w": shape.width, "h": shape.height, "tone": tones(view.colours),
        "photo": view.photo, "logo": _logo(bench.blob(view.logo)) if view.logo else None,
    }  # fmt: skip
    return fill(bench.options, view.language, template, values)


@renders(Icon)
def favicon(view: Icon, bench: Workbench) -> bytes:
    """Return the site's sign as SVG."""
    return _sign(view, "plain", bench).encode()


@renders(Icon)
def icons(view: Icon, bench: Workbench) -> dict[str, bytes]:
    """Return the site's sign as PNG, in every form and size."""
    files = {name: png(_sign(view, form, bench), size) for name, (form, size) in icon.PIXELS.items()}
    give_back()
    return files


def _sign(view: Icon, form: Form, bench: Workbench) -> str:
    logo = _logo(bench.blob(view.logo)) if view.logo else ""
    return fill(bench.options, "id", icon.TEMPLATES[0], {"shape": form, "tone": tones(view.colours), "logo": logo})


@renders(Manifest)
def webmanifest(view: Manifest, bench: Workbench) -> bytes:  # noqa: ARG001  a renderer's signature
    """Return the web manifest."""
    return icon.told(view)


def _logo(data: bytes) -> str:
    kind = "svg+xml" if data.lstrip()[:1] == b"<" else "png" if data.startswith(b"\x89PNG") else "jpeg"
    return f"data:image/{kind};base64,{base64.b64encode(data).decode('ascii')}"
