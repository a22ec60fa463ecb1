"""Whole numbers in a text, in figures or in words: ``1.284``, ``empat puluh dua``."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_UNITS = {
    word: number
    for number, word in enumerate("satu dua tiga empat lima enam tujuh delapan sembilan".split(), 1)  # noqa: SIM905  read more easily so
}
_WHOLE = {"sepuluh": 10, "sebelas": 11, "seratus": 100, "seribu": 1000}
_TIMES = {"puluh": 10, "ratus": 100, "ribu": 1000}
_NUMBER = "|".join([*_UNITS, *_WHOLE])
_MORE = "|".join([*_UNITS, *_WHOLE, *_TIMES, "belas"])

PATTERN = (
    r"(?:(?<![\d.,])\d{1,3}(?:\.\d{3})+(?!\d)|(?<![\d.,])\d{1,7}(?!\d)"
    rf"|\b(?:{_NUMBER})(?:\s(?:{_MORE})){{0,7}}\b)"
)
"""A number, as others may build it into a pattern of theirs (ignoring case)."""

_PATTERN = re.compile(PATTERN, re.IGNORECASE)


class Numeral(NamedTuple):
    """A number, as written, and where."""

    value: int
    text: str
    start: int


def numerals(text: str) -> Iterator[Numeral]:
    """Yield every whole number in *text*."""
    for found in _PATTERN.finditer(text):
        yield Numeral(value(found[0]), found[0], found.start())


def value(text: str) -> int:
    """Return the number that *text*, which matches the pattern, says."""
    if text[0].isdecimal():
        return int(re.sub(r"\D", "", text))
    total = group = last = 0
    for word in text.lower().split():
        if word == "ribu":
            total, group, last = total + max(1, group + last) * 1000, 0, 0
        elif word in _TIMES:
            group, last = group + max(1, last) * _TIMES[word], 0
        elif word == "belas":
            last += 10
        elif word in _WHOLE:
            group, last = group + last + _WHOLE[word], 0
        else:
            group, last = group + last, _UNITS[word]
    return total + group + last
