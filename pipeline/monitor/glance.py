"""The glance: an item as rules see it, and how they say where its words stand."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.monitor import weights
from pipeline.monitor.areas import Area
from pipeline.monitor.folding import Word
from pipeline.monitor.item import Item
from pipeline.monitor.match import Reason, Rule


class Place(NamedTuple):
    """Words of an item, from *start* up to *end*."""

    start: int
    end: int

    def within(self, other: "Place") -> bool:
        """Whether all of it lies in *other*."""
        return other.start <= self.start and self.end <= other.end


class Glance(NamedTuple):
    """An item as rules see it. Numbers count its words.

    *spans* tells where names that are looked for stand, *codes* and *provinces* which regions are named, *library*
    where a word for a library stands, *outlet* the region of who prints it. *day* counts as ``date.toordinal``.
    *aside*: it tells of football, of a vacancy, or a joke.
    """

    item: Item
    words: list[Word]
    texts: list[str]
    spans: dict[str, list[Place]]
    areas: list[Area]
    codes: frozenset[str]
    provinces: frozenset[str]
    library: tuple[int, ...]
    outlet: str
    day: int
    aside: bool


_LIBRARY = frozenset(("perpustakaan", "tbm"))
_BEFORE_BACA = frozenset(("rumah", "pondok", "pojok", "taman", "ruang", "sudut", "kampung"))

ASIDE = frozenset(
    """
    stadion fc gol striker laga kesebelasan klasemen liga lowongan loker cpns pelamar satire satir humor jenaka
    anekdot innalillahi
    """.split()  # noqa: SIM905  a list of words is read more easily so
)
"""Words of football, vacancies, jokes and deaths."""


def is_library(texts: Sequence[str], at: int) -> bool:
    """Whether a word for a library stands *at* that word."""
    return texts[at] in _LIBRARY or (texts[at] == "baca" and at > 0 and texts[at - 1] in _BEFORE_BACA)


def reason(glance: Glance, rule: Rule, weight: float, place: Place) -> Reason:
    """Return that *rule* applied, with the words at *place* as they were written."""
    first, last = glance.words[place.start], glance.words[min(place.end, len(glance.words)) - 1]
    text = glance.item.title if first.title else glance.item.summary
    end = last.end if last.title == first.title else first.end
    return Reason(rule=rule, words=text[first.at : end], weight=weight, at=first.at, title=first.title)


def area_reason(glance: Glance, rule: Rule, weight: float, code: str) -> Reason:
    """Return that *rule* applied because the region of *code* is named."""
    area = next(area for area in glance.areas if code in area.codes)
    return reason(glance, rule, weight, Place(area.start, area.end))


def scattered(glance: Glance, rule: Rule, weight: float, places: Iterable[int]) -> Reason:
    """Return that *rule* applied because of words that stand apart, told in their order from where the first stands."""
    found = sorted(set(places))
    first = glance.words[found[0]]
    said = dict.fromkeys((glance.words[at].title, glance.words[at].at, glance.words[at].end) for at in found)
    item = glance.item
    told = " … ".join((item.title if title else item.summary)[at:end] for title, at, end in said)
    return Reason(rule=rule, words=told, weight=weight, at=first.at, title=first.title)


def scored(why: Iterable[Reason], glance: Glance) -> float:
    """Return the score that all of *why* gives, from 0 to 1."""
    score = sum(one.weight for one in why) * (weights.OTHER_THINGS if glance.aside else 1)
    return round(max(0.0, min(1.0, score)), 3)
