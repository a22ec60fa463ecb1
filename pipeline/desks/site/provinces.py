"""The 38 provinces as tiles: one square each, about where it lies, so that a small screen shows all and none is lost.

Squares instead of outlines: a map in its true shape hides Jakarta under a thumb, and needs many times the bytes.
"""

from typing import NamedTuple

_ROWS = """
11 -- 21 -- -- 65 -- 75 71 -- -- -- --
-- 12 14 -- 61 64 -- 72 -- 82 -- -- --
-- 13 15 -- 62 63 -- 76 74 -- 96 92 91
-- 17 16 19 -- -- -- 73 -- 81 -- 94 95
-- -- 18 -- -- -- -- -- -- -- -- -- 93
-- -- -- 36 31 33 35 51 52 53 -- -- --
-- -- -- -- 32 34 -- -- -- -- -- -- --
"""
"""From the north-west: codes of provinces (Kemendagri), ``--`` for sea."""

NAMES = {
    "11": "Aceh", "12": "Sumut", "13": "Sumbar", "14": "Riau", "15": "Jambi", "16": "Sumsel", "17": "Bengkulu",
    "18": "Lampung", "19": "Babel", "21": "Kepri", "31": "Jakarta", "32": "Jabar", "33": "Jateng", "34": "DIY",
    "35": "Jatim", "36": "Banten", "51": "Bali", "52": "NTB", "53": "NTT", "61": "Kalbar", "62": "Kalteng",
    "63": "Kalsel", "64": "Kaltim", "65": "Kaltara", "71": "Sulut", "72": "Sulteng", "73": "Sulsel", "74": "Sultra",
    "75": "Gorontalo", "76": "Sulbar", "81": "Maluku", "82": "Malut", "91": "Papua", "92": "Pabar", "93": "Pasel",
    "94": "Pateng", "95": "Papeg", "96": "PBD",
}  # fmt: skip
"""What fits on a square: the short names of the newspapers."""


class Square(NamedTuple):
    """Where a province's tile lies: *column* and *row* from the upper left, beginning with 0."""

    code: str
    name: str
    column: int
    row: int


SQUARES = tuple(
    Square(code, NAMES[code], column, row)
    for row, line in enumerate(_ROWS.split("\n")[1:-1])
    for column, code in enumerate(line.split())
    if code != "--"
)
"""All provinces, by rows."""

COLUMNS = 1 + max(square.column for square in SQUARES)
ROWS = 1 + max(square.row for square in SQUARES)

STEPS = (1, 3, 10, 30)
"""From so many stories on a tile has the next deeper shade."""


def shade(stories: int) -> int:
    """Return the shade of a tile: 0 (no story) to 4."""
    return sum(stories >= step for step in STEPS)
