"""A photo in another shape: cut where that costs little and no face, else whole on a blurred ground of itself."""

from typing import NamedTuple

from pipeline.content.picture import Picture
from pipeline.pictures.vips import Image

KEPT = 0.62
"""A cut keeps at least this part of a photo; more is lost only where it is asked for."""

TOP = 3
"""Of what is cut off in height at most one part in so many comes from the top: heads are high."""

GROUND = 24
"""The blurred ground is made so many times smaller, and enlarged: the blur is the same and costs nothing."""

SHADE = 0.62
"""How bright the ground is beside the photo."""


class Window(NamedTuple):
    """The part of a photo that is shown, in its own pixels."""

    left: int
    top: int
    width: int
    height: int


def window(size: tuple[int, int], wanted: tuple[int, int], focus: tuple[int, int]) -> Window:
    """Return the part of a photo of *size* that has the shape *wanted*, as large as can be, around *focus*.

    *focus* is in thousandths of width and height. Never more than a third of what is cut off in height comes from the
    top.
    """
    width, height = size
    scale = min(width / wanted[0], height / wanted[1])
    wide, high = max(1, min(width, round(wanted[0] * scale))), max(1, min(height, round(wanted[1] * scale)))
    left = _placed(focus[0] * width / 1_000, wide, width - wide)
    top = _placed(focus[1] * height / 1_000, high, (height - high) // TOP)
    return Window(left, top, wide, high)


def _placed(middle: float, length: int, most: int) -> int:
    """Return where a stretch of *length* around *middle* begins, between 0 and *most*."""
    return max(0, min(most, round(middle - length / 2)))


def cuts(size: tuple[int, int], wanted: tuple[int, int]) -> bool:
    """Tell whether a photo of *size* may be cut to *wanted*: enough of it stays, and nothing is enlarged."""
    scale = max(wanted[0] / size[0], wanted[1] / size[1])
    kept = wanted[0] * wanted[1] / (size[0] * size[1] * scale * scale)
    return scale <= 1 and kept >= KEPT


def fitted(image: Image, picture: Picture, width: int, height: int, *, force: bool = False) -> Image:
    """Return *image*, the clean copy of *picture*, in exactly *width* by *height* pixels.

    With *force* it is always cut, and enlarged where it must be.
    """
    size = (image.width, image.height)
    if force or cuts(size, (width, height)):
        part = image.extract_area(*window(size, (width, height), picture.focus))
        return part.thumbnail_image(width, height=height, size="force")
    return _whole(image, width, height)


def _whole(image: Image, width: int, height: int) -> Image:
    """Return all of *image*, never enlarged, in the middle of a blurred and darker copy of itself."""
    small = image.thumbnail_image(max(2, width // GROUND), height=max(2, height // GROUND), crop="centre")
    blurred = small.gaussblur(1.6, precision="integer", min_ampl=0.1)
    ground = blurred.resize(width / blurred.width, vscale=height / blurred.height, kernel="cubic")
    ground = ground.linear(SHADE, 0).cast("uchar").copy(interpretation="srgb")
    if (ground.width, ground.height) != (width, height):
        ground = ground.embed(0, 0, width, height, extend="copy")
    photo = image.thumbnail_image(width, height=height, size="down")
    return ground.insert(photo, (width - photo.width) // 2, (height - photo.height) // 2)
