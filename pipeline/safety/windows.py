"""A text in pieces of bounded length: rules look back and ahead, and on a long line that takes too long."""

import re
from collections.abc import Iterator

MOST = 1_000
"""Characters of one piece: a sentence of a report has 150, a paragraph 600."""

_WORD = re.compile(r"[^\W\d_]+")
_END = re.compile(r"[.!?…][\"'”’)\]]*\s|\n|\s")


def words(piece: str) -> frozenset[str]:
    """Return the words of *piece* in small letters, by which a rule knows at once that it has nothing to find."""
    return frozenset(_WORD.findall(piece.lower()))


def windows(text: str) -> Iterator[tuple[int, str]]:
    """Yield pieces of *text*, each with where it begins: whole paragraphs, cut where one is longer than ``MOST``.

    A cut falls after a sentence if there is one in the second half of the piece, else after a word.
    """
    start = 0
    for line in text.splitlines(keepends=True):
        at, left = start, line
        start += len(line)
        while len(left) > MOST:
            end = _cut(left)
            yield at, left[:end]
            at, left = at + end, left[end:]
        if left.strip():
            yield at, left


def _cut(line: str) -> int:
    """Return where the first piece of *line*, which is too long, ends."""
    ends = [found.end() for found in _END.finditer(line, MOST // 2, MOST)]
    sentences = [end for end in ends if line[end - 2] in ".!?…\"'”’)]"]
    return (sentences or ends or [MOST])[-1]
