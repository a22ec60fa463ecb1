"""What is known of a photo before anything is made of it."""

import msgspec


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
