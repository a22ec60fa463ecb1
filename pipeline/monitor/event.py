"""The event: one report that several outlets printed, with changed titles.

Two items are of one event where their page is one, or where they came within two days of each other and tell the same
story of ours or have nearly one title. An event is all that hangs together so, whatever the order in which it came.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from itertools import chain, count
from typing import NamedTuple

from pipeline.content.address import slug
from pipeline.monitor.entry import FILLERS
from pipeline.monitor.folding import stem, words

WINDOW = 2 * 86_400
"""Seconds within which one event is told."""

SHARED = 4
"""Words that two titles share at least, fillers not counted: shorter titles say too little."""

NEAR = 0.7
"""The share of the shorter title's words that stand in the other."""

LONGEST = 60
"""Letters of an event's name before its day."""


class Print(NamedTuple):
    """One item as events are told by: *key* names it, *page* is its normalized URL, *when* seconds since 1970.

    *stories* are the addresses of ours that it tells. *event* is the name that an editor's clipping of it has already.
    """

    key: int
    title: str
    when: int
    page: str = ""
    stories: tuple[str, ...] = ()
    event: str = ""


def events(prints: Iterable[Print]) -> dict[int, str]:
    """Return the name of the event of each of *prints*: what a clipping of it is called by, else its first title."""
    ordered = sorted(prints, key=lambda one: (one.when, one.title, one.key))
    roots = list(range(len(ordered)))

    def root(at: int) -> int:
        while roots[at] != at:
            roots[at] = roots[roots[at]]
            at = roots[at]
        return at

    for first, second in _pairs(ordered):
        low, high = sorted((root(first), root(second)))
        roots[high] = low
    groups: dict[int, list[Print]] = defaultdict(list)
    for at, one in enumerate(ordered):
        groups[root(at)].append(one)
    taken = {one.event for one in ordered if one.event}
    named: dict[int, str] = {}
    for group in groups.values():  # in the order of their first prints
        name = _name(group, taken)
        taken.add(name)
        named |= {one.key: name for one in group}
    return named


def _name(group: Sequence[Print], taken: set[str]) -> str:
    known = sorted(one.event for one in group if one.event)
    if known:
        return known[0]
    first = group[0]
    title = slug(first.title)
    if len(title) > LONGEST:
        title = title[:LONGEST].rpartition("-")[0] or title[:LONGEST]
    name = f"{title or 'peristiwa'}-{datetime.fromtimestamp(first.when, UTC):%Y-%m-%d}"
    return next(one for one in chain([name], (f"{name}-{at}" for at in count(2))) if one not in taken)


def _pairs(ordered: Sequence[Print]) -> Iterable[tuple[int, int]]:
    """Yield pairs of places in *ordered* (by time) that are of one event."""
    pages: dict[str, int] = {}
    telling = [_telling(one.title) for one in ordered]
    start = 0
    for at, one in enumerate(ordered):
        if one.page:
            if one.page in pages:
                yield pages[one.page], at
            pages[one.page] = at
        while ordered[start].when < one.when - WINDOW:
            start += 1
        for other in range(start, at):
            if set(one.stories) & set(ordered[other].stories) or _same(telling[at], telling[other]):
                yield other, at


class _Telling(NamedTuple):
    stems: frozenset[str]
    numerals: frozenset[str]


def _telling(title: str) -> _Telling:
    found = [word.text for word in words(title)]
    return _Telling(
        frozenset(stem(word).melted for word in found if word not in FILLERS and not word.isdigit()),
        frozenset(re.findall(r"\d+", title)),
    )


def _same(one: _Telling, other: _Telling) -> bool:
    """Whether two titles tell one thing: prices and results differ in nothing but their numerals."""
    if one.numerals and other.numerals and one.numerals != other.numerals:
        return False
    shared = len(one.stems & other.stems)
    return shared >= SHARED and shared >= NEAR * min(len(one.stems), len(other.stems))
