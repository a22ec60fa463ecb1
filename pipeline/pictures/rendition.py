"""Which files a photo becomes, and how they are called: decided from what is known of it, before any is made."""

from typing import ClassVar

import msgspec

from pipeline.build.keys import canonical, digest
from pipeline.build.output import Output, Renderer, View
from pipeline.content.picture import Picture
from pipeline.content.story import Photo

WIDTHS = (320, 480, 720, 960, 1_600)
"""Widths of renditions in pixels: a list, a small phone, the usual one (360 px at two dots), a window, a wide one.

None is ever larger than its photo.
"""

FALLBACK = 960
"""The JPEG is the widest rendition up to this."""

SHAPES = ((1_200, 675), (1_200, 900), (1_200, 1_200))
"""Of the lead photo, for search engines: 16:9, 4:3 and 1:1 (Google Search Central, Article structured data)."""

LEAD = 480
"""A photo narrower than this leads no story: on a card it would be a stamp."""

RENDITIONS = Renderer("pipeline.pictures.render:renditions")
CROPS = Renderer("pipeline.pictures.render:crops")


class Renditions(View, frozen=True, kw_only=True):
    """One photo for a page, in several widths."""

    INPUTS: ClassVar[dict[str, str]] = {"picture": "foto", "widths": "foto"}

    picture: Picture
    widths: tuple[int, ...]


class Crops(View, frozen=True, kw_only=True):
    """The lead photo in the shapes that search engines ask for."""

    INPUTS: ClassVar[dict[str, str]] = {"picture": "foto", "shapes": "foto"}

    picture: Picture
    shapes: tuple[tuple[int, int], ...] = SHAPES


class Shown(msgspec.Struct, frozen=True):
    """A photo as a page shows it. Its files lie beside the page: *stem* and a width, ``.webp`` or ``.jpg``.

    *width* and *height* are those of the widest, *fallback* is the width of the JPEG, *colour* the placeholder's
    number.
    """

    stem: str
    widths: tuple[int, ...]
    width: int
    height: int
    fallback: int
    colour: int
    caption: str
    alt: str
    photographer: str


class Thumb(msgspec.Struct, frozen=True):
    """A photo as a list shows it, cut to a common shape by the page. *stem* is a path below the site's root.

    *aim* is the part that must stay: one of nine, from the upper left (0) by rows to the lower right (8).
    """

    stem: str
    widths: tuple[int, ...]
    width: int
    height: int
    fallback: int
    colour: int
    aim: int
    alt: str


def folder(address: str) -> str:
    """Return the folder below ``output/`` in which the pictures of the story at *address* lie."""
    return f"site/{address}/"


def stem(address: str, view: View) -> str:
    """Return what the names of *view*'s files begin with: the story's own name, so no person's, and a hash."""
    return f"{address.rpartition('/')[2]}-{digest(canonical(view))[:10]}-"


def widths(picture: Picture) -> tuple[int, ...]:
    """Return the widths in which *picture* is made: those that are smaller than it, and its own where that is small."""
    smaller = tuple(width for width in WIDTHS if width < picture.width)
    return smaller if len(smaller) == len(WIDTHS) else (*smaller, min(picture.width, WIDTHS[-1]))


def fallback(picture: Picture) -> int:
    """Return the width of the JPEG, for the few browsers without WebP and for those who save a photo."""
    found = widths(picture)
    return max((width for width in found if width <= FALLBACK), default=found[0])


def renditions(picture: Picture) -> Renditions:
    """Return the view of *picture* in its widths."""
    return Renditions(picture=picture, widths=widths(picture))


def shown(address: str, photo: Photo) -> Shown | None:
    """Return *photo* as the page at *address* shows it, ``None`` where it could not be opened."""
    picture = photo.picture
    if picture is None:
        return None
    found = widths(picture)
    height = max(1, round(picture.height * found[-1] / picture.width))
    return Shown(
        stem(address, renditions(picture)), found, found[-1], height, fallback(picture), picture.colour,
        photo.caption, photo.alt, photo.photographer,
    )  # fmt: skip


def thumb(address: str, picture: Picture, alt: str) -> Thumb:
    """Return *picture* of the story at *address* as lists show it."""
    found = widths(picture)
    height = max(1, round(picture.height * found[-1] / picture.width))
    x, y = (min(2, part * 3 // 1_000) for part in picture.focus)
    name = f"{address}/{stem(address, renditions(picture))}"
    return Thumb(name, found, found[-1], height, fallback(picture), picture.colour, 3 * y + x, alt)


def lead(photos: tuple[Photo, ...]) -> Photo | None:
    """Return the first of *photos* that is large enough to lead a story."""
    large = (photo for photo in photos if photo.picture is not None and photo.picture.width >= LEAD)
    return next(large, None)


def outputs(address: str, photos: tuple[Photo, ...], owner: str) -> list[Output]:
    """Return everything that is made of *photos* for the page at *address*."""
    pictures = dict.fromkeys(photo.picture for photo in photos if photo.picture is not None)
    views = [(renditions(picture), RENDITIONS) for picture in pictures]
    first = lead(photos)
    made: list[tuple[View, Renderer]] = [*views]
    if first is not None and first.picture is not None:
        made.append((Crops(picture=first.picture), CROPS))
    return [
        Output(folder(address) + stem(address, view), view, renderer, owner=owner, weight=12) for view, renderer in made
    ]
