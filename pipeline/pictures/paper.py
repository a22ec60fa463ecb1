"""Photos and logos for paper: as SVG that carries their pixels, which a document can take in without any file."""

import base64
from functools import lru_cache
from pathlib import Path

from pipeline.build.workbench import Workbench
from pipeline.content.picture import Picture
from pipeline.pictures.album import Album
from pipeline.pictures.drawing import jpeg
from pipeline.pictures.vips import give_back, vips

LONGEST = 1_400
"""Pixels of the longer side: 195 to an inch across a sheet of A4, which a good office printer can show."""

QUALITY = 78

LOGO = 360
"""Pixels of a logo's longer side."""


def photo(bench: Workbench, picture: Picture, longest: int = LONGEST) -> str:
    """Return *picture* as SVG in its own proportions, never enlarged: pixels of its clean copy, and nothing else.

    Its longer side has at most *longest* pixels.
    """
    data, width, height = _small(bench.options["album"], picture.name, longest)
    return _wrapped("jpeg", data, width, height)


def address(bench: Workbench, picture: Picture, longest: int) -> str:
    """Return *picture* as an address ``data:``, made as for paper."""
    return _address("jpeg", _small(bench.options["album"], picture.name, longest)[0])


def small(bench: Workbench, picture: Picture, longest: int) -> tuple[bytes, int, int]:
    """Return *picture* as JPEG, made as for paper, with its width and height in pixels."""
    return _small(bench.options["album"], picture.name, longest)


@lru_cache(32)
def _small(album: str, name: str, longest: int) -> tuple[bytes, int, int]:
    """Return the photo *name* as JPEG with its width and height: several forms of one release show the same."""
    copy = Album(Path(album)).path(name)
    image = vips().Image.thumbnail(f"{copy}", longest, height=longest, size="down")
    made = jpeg(image, quality=QUALITY), image.width, image.height
    give_back()
    return made


def logo(data: bytes, longest: int = LOGO) -> str:
    """Return a logo (PNG, JPEG or SVG) as an address ``data:``: always pixels, whatever fonts or colours it asks for.

    Raises ``vips().Error`` where it cannot be drawn.
    """
    return _address("png", pixels(data, longest)[0])


def pixels(data: bytes, longest: int = LOGO) -> tuple[bytes, int, int]:
    """Return a logo as PNG, with its width and height in pixels; raises as ``logo`` does."""
    image = vips().Image.thumbnail_buffer(data, longest, height=longest, export_profile="srgb")
    return image.write_to_buffer(".png", keep="none"), image.width, image.height


def _wrapped(kind: str, data: bytes, width: int, height: int) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
        f'<image href="{_address(kind, data)}" width="{width}" height="{height}"/></svg>'
    )


def _address(kind: str, data: bytes) -> str:
    return f"data:image/{kind};base64,{base64.b64encode(data).decode('ascii')}"
