"""What is known of a photo before anything is made of it: found when it is opened, kept by the hash of its bytes."""

import msgspec

SMALL = 640
"""A photo narrower than so many pixels looks blurred on a card; its writer is told."""


class Picture(msgspec.Struct, frozen=True, omit_defaults=True):
    """A photo that could be read, as it was developed: upright, sRGB, at most 1600 px wide.

    *name* is the hash of the original's bytes, under which its clean copy is kept. *width* and *height* are those of
    the clean copy in pixels, *colour* is the nearest of the 64 placeholder colours, *focus* where the eye goes, in
    thousandths of width and height from the upper left corner.
    """

    name: str
    width: int
    height: int
    colour: int = 0
    focus: tuple[int, int] = (500, 500)


class Opened(msgspec.Struct, frozen=True, omit_defaults=True):
    """What came of opening a photo.

    *name* is the hash of its bytes (empty where they could not be had), *pixels* how many its header promises, *width*
    how wide it lies upright. *picture* is ``None`` where it cannot be used; *code* and *values* then say why, as a
    problem of the catalogue.
    """

    name: str = ""
    picture: Picture | None = None
    pixels: int = 0
    width: int = 0
    code: str = ""
    values: dict[str, str] = {}
