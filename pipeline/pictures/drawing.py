"""A card drawn: an SVG with slots for words and for a photo becomes a picture.

A slot for words is ``<text data-box="x y w h" data-size="84 34">…</text>``: they are fitted into the box and drawn
above all else. A slot for the photo is ``<image data-photo="cover" x y width height/>``. docs/kartu.md tells designers
the rest.
"""

import math
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

from pipeline.content.picture import Picture
from pipeline.errors import RenderError
from pipeline.language import _
from pipeline.pictures.crop import fitted
from pipeline.pictures.lettering import Manner, lettered
from pipeline.pictures.vips import Image, vips

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
ET.register_namespace("", SVG)
ET.register_namespace("xlink", XLINK)

LARGEST = 4_096
"""A card is no wider or higher than so many pixels."""

LOWEST = 40
"""The quality below which no JPEG goes, however small it should be."""


class Box(NamedTuple):
    """A rectangle in pixels."""

    left: int
    top: int
    width: int
    height: int


class Words(NamedTuple):
    """Words on a card: the *box* they were to fit, where their *ink* is, their size in pixels, and what was drawn."""

    box: Box
    ink: Box
    size: int
    text: str


class Drawn(NamedTuple):
    """A card, and the words on it."""

    image: Image
    words: tuple[Words, ...]


def draw(svg: str, photo: Path | None = None, picture: Picture | None = None) -> Drawn:
    """Return the card that *svg* describes, with the clean copy *photo* of *picture* in its slot.

    Raises ``RenderError`` where the SVG cannot be read: its template is at fault.
    """
    root = _parsed(svg)
    slots = list(_taken(root))
    shown = None if photo is None or picture is None else _opened(photo, photo.stat().st_mtime_ns)
    holes = _photos(root, kept=shown is not None)
    try:
        image = _developed(root, holes, shown, picture) if shown is not None and picture else _rastered(root)
    except vips().Error as error:
        raise RenderError(_("kartu tidak dapat digambar: {error}").format(error=error)) from None
    return _lettered(image, slots)


def _parsed(svg: str) -> ET.Element:
    """Return the SVG's root; one with a DOCTYPE is refused, for it could hold entities without end."""
    try:
        if "<!DOCTYPE" in svg:
            raise ET.ParseError("DOCTYPE")  # noqa: TRY301  told in one place
        root = ET.fromstring(svg)  # noqa: S314  a template of the owner's, with escaped values and no DOCTYPE
        sizes = [float(root.get(name, "0")) for name in ("width", "height")]
    except (ET.ParseError, ValueError) as error:
        raise RenderError(_("kartu tidak dapat digambar: {error}").format(error=error)) from None
    if not all(1 <= size <= LARGEST for size in sizes):
        raise RenderError(_("kartu tidak dapat digambar: {error}").format(error=f"{sizes}"))
    return root


def _taken(root: ET.Element) -> Iterator[ET.Element]:
    """Take the slots for words out of *root*, and yield them in their order."""
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag == f"{{{SVG}}}text" and child.get("data-box"):
                parent.remove(child)
                yield child


# -- the photo ---------------------------------------------------------------------------------------------------------


class _Slot(NamedTuple):
    """A slot for the photo: the stand-in that holds its place, the pixels it covers, whether it is always cut."""

    element: ET.Element
    box: Box
    force: bool


def _photos(root: ET.Element, *, kept: bool) -> list[_Slot]:
    """Turn the slots for the photo into rectangles; without a photo (*kept* is false) they go."""
    found = []
    for parent in list(root.iter()):
        for element in [child for child in parent if child.tag == f"{{{SVG}}}image" and child.get("data-photo")]:
            if not kept:
                parent.remove(element)
                continue
            element.tag = f"{{{SVG}}}rect"
            found.append(_Slot(element, _covered(element), force=element.get("data-photo") == "fill"))
    return found


def _covered(element: ET.Element) -> Box:
    """Return the pixels that *element* covers, be it in part."""
    x, y, width, height = (float(element.get(name, "0")) for name in ("x", "y", "width", "height"))
    left, top = math.floor(x), math.floor(y)
    return Box(left, top, math.ceil(x + width) - left, math.ceil(y + height) - top)


def _developed(root: ET.Element, slots: list[_Slot], photo: Image, picture: Picture) -> Image:
    """Return the SVG with *photo* in its *slots*.

    It is drawn with the slot black, then white: the difference is how much of the photo each pixel shows, whatever
    clips, fades or covers it. librsvg takes 50 to 100 ms to draw the same photo from a data: URI, this takes 20.
    """
    for slot in slots:
        slot.element.set("fill", "#000000")
    image = _rastered(root).copy_memory()
    for slot in slots:
        part = _seen(slot.box, image)
        if part is None:
            continue
        slot.element.set("fill", "#ffffff")
        ground = image.extract_area(*part).copy_memory()
        shown = (_rastered(root).extract_area(*part)[1] - ground[1]).cast("uchar")
        pixels = fitted(photo, picture, slot.box.width, slot.box.height, force=slot.force)
        pixels = pixels.extract_area(part.left - slot.box.left, part.top - slot.box.top, part.width, part.height)
        black = pixels.linear(0, 0, uchar=True)
        whole = (ground + shown.ifthenelse(pixels, black, blend=True)).cast("uchar")
        image = image.insert(whole.copy(interpretation="srgb"), part.left, part.top)
        slot.element.set("fill", "#000000")
    return image.copy_memory()


def _seen(box: Box, image: Image) -> Box | None:
    """Return the part of *box* that lies on *image*."""
    left, top = max(0, box.left), max(0, box.top)
    right, bottom = min(image.width, box.left + box.width), min(image.height, box.top + box.height)
    return Box(left, top, right - left, bottom - top) if right > left and bottom > top else None


def _rastered(root: ET.Element) -> Image:
    return vips().Image.svgload_buffer(ET.tostring(root)).flatten(background=255)


@lru_cache(1)
def _opened(photo: Path, _edition: int) -> Image:
    """Return a clean copy's pixels; the cards of one story are drawn one after the other."""
    return vips().Image.new_from_file(f"{photo}").copy_memory()


# -- words -------------------------------------------------------------------------------------------------------------


def _lettered(image: Image, slots: list[ET.Element]) -> Drawn:
    found: list[Words] = []
    for slot in slots:
        try:
            image, words = _set(image, slot)
        except (KeyError, TypeError, ValueError, vips().Error) as error:
            said = f'<text data-box="{slot.get("data-box")}">: {error}'
            raise RenderError(_("kartu tidak dapat digambar: {error}").format(error=said)) from None
        found += words
    return Drawn(image.copy_memory(), tuple(found))


def _set(image: Image, slot: ET.Element) -> tuple[Image, list[Words]]:
    """Return *image* with the words of *slot*, and where they are."""
    box = Box(*(round(float(part)) for part in slot.get("data-box", "").split()))
    lettering = lettered(_case(slot), box.width, box.height, _manner(slot))
    if lettering is None:
        return image, []
    ink = _ink(box, lettering.mask, slot)
    image = _inked(image, _faded(lettering.mask, slot), _colour(slot.get("fill", "#000000")), ink)
    return image, [Words(box, ink, lettering.size, lettering.text)]


def _inked(image: Image, mask: Image, colour: list[int], ink: Box) -> Image:
    """Return *image* with *colour* where *mask* says so: only the rectangle of the words is touched."""
    ground = image.extract_area(*ink)
    return image.insert(mask.ifthenelse(colour, ground, blend=True), ink.left, ink.top)


def _case(slot: ET.Element) -> str:
    text = "".join(slot.itertext())
    return text.upper() if slot.get("data-case") == "upper" else text


def _manner(slot: ET.Element) -> Manner:
    sizes = [round(float(part)) for part in slot.get("data-size", "40").split()]
    return Manner(
        largest=sizes[0],
        smallest=sizes[-1],
        weight=int(slot.get("data-weight", "400")),
        align=slot.get("data-align", "left"),
        leading=float(slot.get("data-leading", "1.2")),
        lines=int(slot.get("data-lines", "0")),
        tracking=float(slot.get("data-tracking", "0")),
    )


def _ink(box: Box, mask: Image, slot: ET.Element) -> Box:
    """Return where the ink of *mask* lies: its own edges are aligned with those of the box, so none leaves it."""
    free = (box.width - mask.width, box.height - mask.height)
    across = {"left": 0, "center": free[0] // 2, "right": free[0]}[slot.get("data-align", "left")]
    down = {"top": 0, "middle": free[1] // 2, "bottom": free[1]}[slot.get("data-valign", "top")]
    return Box(box.left + across, box.top + down, mask.width, mask.height)


def _faded(mask: Image, slot: ET.Element) -> Image:
    opacity = float(slot.get("opacity", "1")) * float(slot.get("fill-opacity", "1"))
    return mask if opacity >= 1 else mask.linear(opacity, 0).cast("uchar")


def _colour(text: str) -> list[int]:
    digits = text.removeprefix("#")
    digits = digits if len(digits) == 6 else "".join(2 * digit for digit in digits)
    return [int(digits[at : at + 2], 16) for at in (0, 2, 4)]


# -- the file ----------------------------------------------------------------------------------------------------------


def png(svg: str, width: int) -> bytes:
    """Return the square picture that *svg* describes as PNG of so many pixels, clear where it is empty.

    Raises ``RenderError`` where the SVG cannot be read: its template is at fault.
    """
    root = _parsed(svg)
    try:
        image = vips().Image.svgload_buffer(ET.tostring(root), scale=width / float(root.get("width", "1")))
    except vips().Error as error:
        raise RenderError(_("kartu tidak dapat digambar: {error}").format(error=error)) from None
    data: bytes = image.write_to_buffer(".png", keep="none", compression=9)
    return data


def jpeg(image: Image, *, most: int = 0, quality: int = 84, sharp: bool = False) -> bytes:
    """Return *image* as JPEG with nothing but pixels, of lower *quality* where it would have more than *most* bytes.

    *sharp* keeps the colour of every pixel, for small coloured letters on coloured ground, and takes some time to be
    small; without it a file has 3 % more bytes and half the cost.
    """
    while True:
        data: bytes = image.write_to_buffer(
            ".jpg", Q=quality, subsample_mode="off" if sharp else "on", optimize_coding=sharp, keep="none"
        )
        if not most or len(data) <= most or quality <= LOWEST:
            return data
        quality -= 6
