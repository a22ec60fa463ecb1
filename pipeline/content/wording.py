"""The words of a quotation, however they are set: capitals, white space, quotation marks and commas make no other."""

import re
from unicodedata import normalize

from pipeline.content.text import QUOTES

FEW = 3
"""A quotation of fewer words stands in a text only between quotation marks: "Senang sekali" is what anybody says."""

_WORD = re.compile(r"[^\W_]+")
_CLOSING = frozenset("".join(QUOTES.values()))


def bare(text: str) -> str:
    """Return only the letters and digits of *text*, case folded; empty where it has none."""
    return "".join(filter(str.isalnum, normalize("NFKC", text))).casefold()


def find(quote: str, text: str, *, few: int = FEW) -> int | None:
    """Return where in *text* the words of *quote* begin, ``None`` where they do not stand there.

    Fewer than *few* words must stand between quotation marks.
    """
    wanted = [word.casefold() for word in _WORD.findall(normalize("NFKC", quote))]
    if not wanted:
        return None
    there = list(_WORD.finditer(text))
    words = [normalize("NFKC", found[0]).casefold() for found in there]
    for at in range(len(words) - len(wanted) + 1):
        if words[at : at + len(wanted)] == wanted:
            start, end = there[at].start(), there[at + len(wanted) - 1].end()
            if len(wanted) >= few or _is_quoted(text, start, end):
                return start
    return None


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Tell whether quotation marks stand around *text* from *start* to *end*."""
    before, after = text[:start].rstrip(), text[end:].lstrip(" .,!?…")
    return before[-1:] in QUOTES and after[:1] in _CLOSING and bool(before and after)
