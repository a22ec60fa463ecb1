"""Words fitted into a box: measured, wrapped and drawn by Pango, as large as they may be and no larger than fits."""

import re
from html import escape
from typing import NamedTuple

from pipeline.pictures.fonts import FAMILY, WEIGHTS, drawable
from pipeline.pictures.vips import Image, vips

NATURAL = 1.26
"""The line height of Plus Jakarta Sans in sizes: what Pango's factors for line heights refer to."""

MEASURE = 100
"""The size in which a word's width is measured once for all sizes."""

INK = 0.75
"""About how high, in sizes, the ink of one line is."""

_ALIGN = {"left": "low", "center": "centre", "right": "high"}


class Manner(NamedTuple):
    """How words are set: sizes in pixels, *leading* in sizes, *tracking* in ems; *lines* is the most (0: any)."""

    largest: int
    smallest: int
    weight: int = 400
    align: str = "left"
    leading: float = 1.2
    lines: int = 0
    tracking: float = 0.0


class Lettering(NamedTuple):
    """Words as they are drawn: the *mask* of their ink, exactly as large as that, the size used, and the words."""

    mask: Image
    size: int
    text: str


def lettered(text: str, width: int, height: int, manner: Manner) -> Lettering | None:
    """Return *text* fitted into *width* by *height* pixels, ``None`` where nothing of it can be drawn.

    It has the largest size in which all of it fits; where it does not fit in the smallest, it is cut at the end of a
    word (of a single long word: at a character), with an ellipsis.
    """
    words = drawable(text)
    if not words:
        return None
    fit = _Fit(width, height, manner)
    size = _largest(fit, words)
    if size:
        return Lettering(fit.set(words, size), size, words)
    return _cut(fit, words)


class _Fit(NamedTuple):
    """A box, and the manner in which words are set in it."""

    width: int
    height: int
    manner: Manner

    def set(self, words: str, size: int) -> Image:
        """Return *words* in *size*: so far only measured, drawn when its pixels are asked for."""
        manner = self.manner
        height, spacing = f"{manner.leading / NATURAL:.3f}", round(manner.tracking * size * 1_024)
        return vips().Image.text(
            f'<span line_height="{height}" letter_spacing="{spacing}">{escape(words)}</span>',
            font=f"{FAMILY} {WEIGHTS[manner.weight]} {size}",
            dpi=72,
            width=self.width,
            wrap="word-char",
            align=_ALIGN[manner.align],
        )

    def holds(self, words: str, size: int) -> bool:
        """Tell whether *words* fit in *size*, be it that one of them is broken in two."""
        image = self.set(words, size)
        fits = image.width <= self.width and image.height <= self.height
        return fits and self._lines(image, size) <= (self.manner.lines or 99)

    def _lines(self, image: Image, size: int) -> int:
        return 1 + max(0, round(float(image.height - INK * size) / (self.manner.leading * size)))

    def unbroken(self, words: str) -> int:
        """Return about the largest size in which no word is wider than the box: widths grow with sizes."""
        longest = max(re.split(r"[\s-]+", words), key=len)
        width = _Fit(100_000, 100_000, self.manner).set(longest, MEASURE).width
        return int(MEASURE * self.width / width)


def _largest(fit: _Fit, words: str) -> int:
    """Return the largest size in which all of *words* fits, 0 where there is none; whole words come before size."""
    low, high = fit.manner.smallest, fit.manner.largest
    unbroken = min(high, fit.unbroken(words))
    if unbroken >= low and (size := _search(fit, words, low, unbroken)):
        return size
    return _search(fit, words, low, high)


def _search(fit: _Fit, words: str, low: int, high: int) -> int:
    """Return the largest size from *low* to *high* in which *words* fit, 0 where there is none."""
    if fit.holds(words, high):
        return high
    found, low = 0, low - 1
    while high - low > 1:
        middle = (low + high) // 2
        if fit.holds(words, middle):
            found = low = middle
        else:
            high = middle
    return found


def _cut(fit: _Fit, words: str) -> Lettering | None:
    """Return as many of *words* as fit in the smallest size, with an ellipsis."""
    size = fit.manner.smallest
    ends = [found.start() for found in re.finditer(r"\s", words)]
    for stops in (ends, range(1, len(words))):
        beginnings = [f"{words[:end].rstrip(' ,.;:–-')}…" for end in stops]
        low, high = -1, len(beginnings)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if fit.holds(beginnings[middle], size) else (low, middle)
        if low >= 0:
            return Lettering(fit.set(beginnings[low], size), size, beginnings[low])
    return None
