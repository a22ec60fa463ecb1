"""Words fitted into a box: measured, wrapped and drawn by Pango, as large as they may be and no larger than fits."""

import math
from functools import lru_cache
from html import escape
from typing import NamedTuple

import regex  # type: ignore[import-untyped]  # the package brings no types

from pipeline.pictures.fonts import FAMILY, WEIGHTS, drawable
from pipeline.pictures.vips import Image, vips

NATURAL = 1.26
"""The line height of Plus Jakarta Sans in sizes: what Pango's factors for line heights refer to."""

MEASURE = 100
"""The size in which a word's width is measured once for all sizes."""

GIANT = 60
"""A word of more characters is broken anyway."""

SIDES = 0.2
"""What the first and last letter of a word keep free at their sides, in ems, at most."""

GAP = 0.04
"""What is added to the space between words, in ems: on a card they are read from afar."""

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
    word (of a single long word: at a character), with an ellipsis. Its lines are about equally long.
    """
    words = drawable(text)
    if not words:
        return None
    fit = _Fit(width, height, manner)
    size = _largest(fit, words)
    if size:
        return Lettering(_balanced(fit, words, size).mask(words, size), size, words)
    return _cut(fit, words)


class _Ink(NamedTuple):
    """The ink of words, measured: its width and height in pixels."""

    width: int
    height: int


class _Fit(NamedTuple):
    """A box, and the manner in which words are set in it."""

    width: int
    height: int
    manner: Manner

    def measured(self, words: str, size: int) -> _Ink:
        """Return how much room *words* take in *size*."""
        image, times = _drawn(self, words, size), _finer(size)
        return _Ink(-(-image.width // times), -(-image.height // times))

    def mask(self, words: str, size: int) -> Image:
        """Return the ink of *words* in *size*, exactly as large as measured."""
        image, times, ink = _drawn(self, words, size), _finer(size), self.measured(words, size)
        return image.embed(0, 0, ink.width * times, ink.height * times).shrink(times, times)

    def holds(self, words: str, size: int) -> bool:
        """Tell whether *words* fit in *size*, be it that one of them is broken in two."""
        ink = self.measured(words, size)
        fits = ink.width <= self.width and ink.height <= self.height
        return fits and self.lines(words, size) <= (self.manner.lines or 99)

    def lines(self, words: str, size: int) -> int:
        """Return on how many lines *words* stand in *size*."""
        height = self.measured(words, size).height
        return 1 + max(0, round((height - INK * size) / (self.manner.leading * size)))

    def unbroken(self, words: str) -> int:
        """Return about the largest size in which no word is wider than the box: widths grow with sizes."""
        longest: str = max(regex.split(r"[\s-]+", words), key=len)
        return int(MEASURE * self.width / self.longest(longest, MEASURE))

    def longest(self, word: str, size: int) -> int:
        """Return how much room *word* needs on one line in *size*: its ink, and what its letters keep at their sides.

        A giant one is measured in part only, for a surface has an end.
        """
        sides = (SIDES + max(0, self.manner.tracking)) * size
        return math.ceil(_Fit(10_000, 10_000, self.manner).measured(word[:GIANT], size).width + sides)


@lru_cache(32)
def _drawn(fit: _Fit, words: str, size: int) -> Image:
    """Return *words*, so many times larger as ``_finer`` says; drawn only when its pixels are asked for."""
    manner, times = fit.manner, _finer(size)
    leading = f"{manner.leading / NATURAL:.3f}"
    spacing, gap = (round(part * size * times * 1_024) for part in (manner.tracking, manner.tracking + GAP))
    spaced = escape(words).replace(" ", f'<span letter_spacing="{gap}"> </span>')
    return vips().Image.text(
        f'<span line_height="{leading}" letter_spacing="{spacing}">{spaced}</span>',
        font=f"{FAMILY} {WEIGHTS[manner.weight]} {size * times}",
        dpi=72,
        width=fit.width * times,
        wrap="word-char",
        align=_ALIGN[manner.align],
    )


def _finer(size: int) -> int:
    """Return how many times larger letters of *size* are drawn: Pango puts them at whole pixels, coarse for small."""
    return 2 if size < 56 else 1


def _balanced(fit: _Fit, words: str, size: int) -> _Fit:
    """Return *fit* with the narrowest box in which *words* take no more room in height: no last line of one word."""
    ink = fit.measured(words, size)
    if " " not in words or fit.lines(words, size) == 1:
        return fit
    longest = max(words.split(" "), key=len)
    low, high = max(fit.longest(longest, size), fit.width // 2) - 1, fit.width
    while high - low > max(6, fit.width // 32):
        middle = (low + high) // 2
        narrow = fit._replace(width=middle).measured(words, size)
        low, high = (low, middle) if narrow.height <= ink.height and narrow.width <= middle else (middle, high)
    return fit._replace(width=high)


def _largest(fit: _Fit, words: str) -> int:
    """Return the largest size in which all of *words* fits, 0 where there is none; whole words come before size."""
    low, high = fit.manner.smallest, fit.manner.largest
    if fit.holds(words, high) and fit.lines(words, high) == 1:
        return high
    unbroken = min(high, fit.unbroken(words))
    if unbroken >= low and (size := _search(fit, words, low, unbroken)):
        return size
    return _search(fit, words, low, high)


def _search(fit: _Fit, words: str, low: int, high: int) -> int:
    """Return the largest size from *low* to *high* in which *words* fit, 0 where there is none.

    Words fill about the square of their size, so the first guess is good, and few sizes are tried.
    """
    if fit.holds(words, high):
        return high
    guess = int(high * math.sqrt(fit.height / max(1, fit.measured(words, high).height)))
    found, low, step = 0, low - 1, 2
    middle = min(max(guess, low + 1), high - 1)
    while high - low > 1:
        if fit.holds(words, middle):
            found = low = middle
            middle = min(low + step, high - 1)
        else:
            high = middle
            middle = max(high - step, low + 1)
        step = 2 * step if high - low > 4 * step else 1 if high - low <= 4 else (high - low) // 2
    return found


def _cut(fit: _Fit, words: str) -> Lettering | None:
    """Return as many of *words* as fit in the smallest size, with an ellipsis; only a giant word is cut inside."""
    size = fit.manner.smallest
    for stops in (_stops(words), range(1, len(words))):
        beginnings = [f"{words[:end].rstrip(' ,.;:–-')}…" for end in stops]
        low, high = -1, len(beginnings)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if fit.holds(beginnings[middle], size) else (low, middle)
        if low >= 0:
            return Lettering(fit.mask(beginnings[low], size), size, beginnings[low])
    return None


def _stops(words: str) -> list[int]:
    """Return where *words* may be cut: at the end of each word, and between the signs of a giant one."""
    return [
        end
        for word in regex.finditer(r"\S+", words)
        for end in ([sign.end() for sign in regex.finditer(r"\X", word[0])] if len(word[0]) > GIANT else [len(word[0])])
        for end in [word.start() + end]
        if end < len(words)
    ]
