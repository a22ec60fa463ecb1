"""Which characters our fonts have: the others are left out, for a font draws an empty box for what it has not."""

import unicodedata
from bisect import bisect_right
from functools import cache

import regex  # type: ignore[import-untyped]  # the package brings no types

from pipeline.pictures.vips import FONTS

FAMILY = "Plus Jakarta Sans"
"""The family of all words; for Javanese and for emoji fontconfig knows what stands in (``fonts/fonts.conf``)."""

WEIGHTS = {400: "Regular", 600: "Semi-Bold", 800: "Ultra-Bold"}
"""The weights that we ship, as Pango calls them."""

_JOINER = "\u200d"
_SELECTORS = f"{_JOINER}\u200c\ufe0e\ufe0f"
_KEYCAP = regex.compile("^([0-9#*])\ufe0f?\u20e3")
_PICTURE = regex.compile(r"\p{Extended_Pictographic}|\p{Regional_Indicator}")


def drawable(text: str) -> str:
    """Return *text* on one line, composed (NFC), without what none of our fonts can draw.

    A letter in a fancy form that our fonts have not (𝗔, Ａ, ㎡) is drawn in its plain one; a sign goes with its marks.
    """
    clusters: list[str] = regex.findall(r"\X", unicodedata.normalize("NFC", text))
    return " ".join("".join(map(_cluster, clusters)).split())


def _cluster(cluster: str) -> str:
    """Return what of a sign and its marks can be drawn; nothing where the sign itself cannot, or is missing."""
    if cluster[0].isspace():
        return " "
    if keycap := _KEYCAP.match(cluster):
        return str(keycap[1])  # our fonts would draw the digit and an empty key beside it
    base = _plain(cluster[0])
    if not base or unicodedata.category(base[0])[0] in "MC":
        return ""
    picture = bool(_PICTURE.search(cluster))
    kept = [mark for mark in cluster[1:] if _covers(ord(mark)) and (picture or mark not in _SELECTORS)]
    return (base + "".join(kept)).rstrip(_JOINER)


def _plain(sign: str) -> str:
    """Return *sign*, or the plain form of it that our fonts have (its compatibility decomposition), or nothing."""
    if _covers(ord(sign)):
        return sign
    parts = unicodedata.normalize("NFKD", sign)
    plain = "".join(part for part in parts if _covers(ord(part)))
    return plain if plain and parts[0] == plain[0] else ""


def _covers(code: int) -> bool:
    starts, ends = _ranges()
    at = bisect_right(starts, code) - 1
    return at >= 0 and code <= ends[at]


@cache
def _ranges() -> tuple[list[int], list[int]]:
    """Return the first and last code points of all ranges that our fonts cover (``fonts/covered.tsv``)."""
    rows = [row.split("\t") for row in (FONTS / "covered.tsv").read_text("ascii").splitlines()]
    return [int(first, 16) for first, _ in rows], [int(last, 16) for _, last in rows]
