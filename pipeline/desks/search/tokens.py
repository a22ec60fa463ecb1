"""From text to the words that are searched: letters and digits, without case, accents and words of no meaning."""

import re
import unicodedata

import regex  # type: ignore[import-untyped]  # ships no types

from pipeline.desks.search.roots import STOPS
from pipeline.desks.search.stem import stem

_PLAIN = re.compile("[a-z0-9]+")
_ANY = regex.compile(r"[\p{L}\p{N}]+")
_MARKS = regex.compile(r"\p{M}+")


def fold(text: str) -> str:
    """Return *text* without case, accents and ligatures (``Café`` gives ``cafe``)."""
    if text.isascii():
        return text.lower()
    return str(_MARKS.sub("", unicodedata.normalize("NFKD", text))).lower()


def words(text: str) -> list[str]:
    """Return every word of *text*, folded, in its order."""
    folded = fold(text)
    return _PLAIN.findall(folded) if folded.isascii() else _ANY.findall(folded)


def terms(text: str) -> list[str]:
    """Return the stems of the words of *text* that mean something, in their order."""
    return [stem(word) for word in words(text) if word not in STOPS]
