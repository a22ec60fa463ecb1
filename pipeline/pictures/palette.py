"""The 64 colours that stand in for a photo until it has come: classes of the stylesheet, for pages allow no styles."""

from collections.abc import Sequence

STEPS = (0x20, 0x60, 0xA0, 0xE0)
"""The four steps of red, green and blue; each stands for the quarter of the range in whose middle it lies."""


def nearest(colour: Sequence[float]) -> int:
    """Return the number (0 to 63) of the placeholder nearest to *colour* (red, green, blue from 0 to 255)."""
    red, green, blue = (min(3, max(0, int(part // 64))) for part in colour)
    return 16 * red + 4 * green + blue


def hexadecimal(number: int) -> str:
    """Return the placeholder's colour as ``#rrggbb``."""
    return "#" + "".join(f"{STEPS[number >> shift & 3]:02x}" for shift in (4, 2, 0))
