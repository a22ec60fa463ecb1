"""Terms with their postings, cut into blocks of a few KB: a search asks only for the blocks of its own words."""

import re
from collections.abc import Mapping
from zlib import crc32

LEAST = 4_000
"""A block has at least so many characters, unless its year has not."""

MANY = 64
"""A year is cut into so many blocks at most, however many stories it has: they are the files that one story plans."""

ENDS = 2
"""Once a block is long enough, about one term in so many begins another, by its own letters: so blocks fall back into
step after a term that is new, and the rest keep their names."""

_NAME = re.compile(r"[a-z0-9][a-z0-9.-]*")


def cut(terms: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Return blocks by their names: the first term of each, empty for the first block.

    Terms are in the order in which JavaScript compares text, by UTF-16.
    """
    least = _least(sum(_size(term, text) for term, text in terms.items()))
    name, size = "", 0
    blocks: dict[str, dict[str, str]] = {name: {}}
    for term in sorted(terms, key=lambda term: term.encode("utf-16-be")):
        if size >= least and _NAME.fullmatch(term) and (size >= 2 * least or crc32(term.encode()) % ENDS == 0):
            name, size = term, 0
            blocks[name] = {}
        blocks[name][term] = terms[term]
        size += _size(term, terms[term])
    return blocks


def _size(term: str, text: str) -> int:
    return len(term) + len(text) + 6


def _least(total: int) -> int:
    """Return how long a block must be, by steps: one story more seldom makes another step."""
    least = LEAST
    while total > least * (MANY - 1):
        least = least * 5 // 4
    return least
