"""Where a text may be cut, and what is left of it: after a sentence, after a word, after one character.

A cut is an index into the text; what stands before it is kept. Nothing is ever cut inside a grapheme (what a reader
sees as one character), and a link is kept whole or not at all.
"""

import re
from functools import cache
from typing import TYPE_CHECKING

from pipeline.desks.social.links import find_links

if TYPE_CHECKING:
    import regex  # type: ignore[import-untyped]  # the package brings no types

ELLIPSIS = "…"
_LOOSE = " \t\n,;:.–—-(“‘\"'["
"""What does not stand well right before an ellipsis …"""
_FEW = 3
"""… and is left out, up to this many characters: a line drawn with dashes stays."""


def beginning(text: str, end: int) -> str:
    """Return *text* up to *end*, which is not the end of a sentence, with an ellipsis; empty where nothing is left.

    After a link the ellipsis stands apart, so that no platform takes it into the address.
    """
    kept = text[:end].rstrip()
    word = kept[_word_start(kept) :]
    if is_link(word):
        return f"{kept} {ELLIPSIS}"
    clean = kept.rstrip(_LOOSE)
    if len(kept) - len(clean) <= _FEW:
        kept = clean
    return kept + ELLIPSIS if kept else ""


def word_ends(text: str, start: int, end: int) -> list[int]:
    """Return the index after each word of *text* between *start* and *end*, ascending."""
    return [word.end() for word in re.compile(r"\S+").finditer(text, start, end)]


def grapheme_ends(text: str, start: int) -> list[int]:
    """Return the index after each grapheme of the first word of *text* after *start*; none inside a link."""
    word = re.compile(r"\S+").search(text, start)
    if word is None or is_link(word[0]):
        return []
    return [found.end() for found in _grapheme().finditer(text, word.start(), word.end())]


def is_link(word: str) -> bool:
    """Return whether *word* holds a link, with or without ``https://``."""
    return "://" in word or bool(find_links(word, bare=True))


def _word_start(text: str) -> int:
    return max(text.rfind(" "), text.rfind("\n")) + 1


@cache
def _grapheme() -> "regex.Pattern[str]":
    import regex  # noqa: PLC0415  start-up counts

    return regex.compile(r"\X")
