"""Which characters our fonts have: the others are left out, for a font draws an empty box for what it has not."""

import unicodedata
from bisect import bisect_right
from functools import cache

from pipeline.pictures.vips import FONTS

FAMILY = "Plus Jakarta Sans"
"""The family of all words; for Javanese and for emoji fontconfig knows what stands in (``fonts/fonts.conf``)."""

WEIGHTS = {400: "Regular", 600: "Semi-Bold", 800: "Ultra-Bold"}
"""The weights that we ship, as Pango calls them."""

_JOINERS = "\u200d\ufe0f"


def drawable(text: str) -> str:
    """Return *text* on one line, composed (NFC), without what none of our fonts can draw."""
    composed = unicodedata.normalize("NFC", text)
    kept = "".join(sign if _covers(ord(sign)) else " " if sign.isspace() else "" for sign in composed)
    return " ".join(filter(None, map(_joined, kept.split())))


def _joined(word: str) -> str:
    """Return *word* without joiners that have lost what they joined."""
    return word.strip("\u200d").lstrip(_JOINERS)


def _covers(code: int) -> bool:
    starts, ends = _ranges()
    at = bisect_right(starts, code) - 1
    return at >= 0 and code <= ends[at]


@cache
def _ranges() -> tuple[list[int], list[int]]:
    """Return the first and last code points of all ranges that our fonts cover (``fonts/covered.tsv``)."""
    rows = [row.split("\t") for row in (FONTS / "covered.tsv").read_text("ascii").splitlines()]
    return [int(first, 16) for first, _ in rows], [int(last, 16) for _, last in rows]
