"""The inverted index of some stories: for each term, which stories have it, and how much it weighs there."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.desks.search.tokens import terms

TITLE, NAMED, SUMMARY, BODY = 14, 8, 5, 6
"""What a word weighs in the title, in the names of library, place and topic, in the summary; at most in the body."""

LEVELS = (0, 1, 2, 3, 5, 8, 13, 21)
"""Weights as they are kept: the highest of these that is not above. Eight of them and eight gaps make one letter."""

LONG = 250
"""Words of a usual body: in one of twice as many a word must be said more often to weigh the same."""

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


class Text(NamedTuple):
    """The words of one story by where they stand; *facets* are terms that narrow a search (``t-pertanian``)."""

    title: str
    named: str
    summary: str
    body: str
    facets: tuple[str, ...]


Posting = tuple[int, int]
"""The number of a story and the level of a term's weight in it, 0 to 7."""


def weigh(text: Text) -> dict[str, int]:
    """Return the weight of each term of a story; facets weigh nothing."""
    body = terms(text.body)
    slow = 1 + len(body) // LONG
    found = {term: 1 + (BODY - 1) * count // (count + slow) for term, count in Counter(body).items()}
    for field, weight in ((text.summary, SUMMARY), (text.named, NAMED), (text.title, TITLE)):
        for term in set(terms(field)):
            found[term] = found.get(term, 0) + weight
    found.update(dict.fromkeys(text.facets, 0))
    return found


def invert(texts: Iterable[Text]) -> dict[str, list[Posting]]:
    """Return the postings of each term, by the number of the story in *texts*."""
    found: dict[str, list[Posting]] = {}
    for number, text in enumerate(texts):
        for term, weight in weigh(text).items():
            found.setdefault(term, []).append((number, bisect_right(LEVELS, weight) - 1))
    return found


FAR = 7
"""A gap of so many or more is told by further letters."""


def encode(postings: Sequence[Posting]) -> str:
    """Write *postings* down: for each a letter of level and gap (stories passed over since the one before).

    What a gap has above ``FAR`` follows in groups of five bits, the lowest first; the sixth bit tells of another group.
    """
    parts: list[str] = []
    last = -1
    for number, level in postings:
        gap, last = number - last - 1, number
        parts.append(ALPHABET[level << 3 | min(gap, FAR)])
        if gap >= FAR:
            gap -= FAR
            while gap > 31:
                parts.append(ALPHABET[32 | gap & 31])
                gap >>= 5
            parts.append(ALPHABET[gap])
    return "".join(parts)


def decode(text: str) -> list[Posting]:
    """Read what ``encode`` wrote (the browser does the same)."""
    found: list[Posting] = []
    values, number = iter(map(ALPHABET.index, text)), -1
    for value in values:
        gap, shift, more = value & 7, 0, value & 7 == FAR
        while more:
            group = next(values)
            gap += (group & 31) << shift
            shift, more = shift + 5, group > 31
        number += gap + 1
        found.append((number, value >> 3))
    return found
