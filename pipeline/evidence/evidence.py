"""The evidence of one area: what its stories add up to, by month and strategy and place, and whence each number comes.

Stories and events count where they stand: a story in its own month and place, an event in those of its leader.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple, TypeVar

import msgspec

from pipeline.archive.entry import EVERYTHING
from pipeline.archive.fact import Fact
from pipeline.archive.visible import Visible
from pipeline.content.proof import Measure
from pipeline.evidence.area import Area
from pipeline.evidence.event import Event, events
from pipeline.evidence.sums import NOTHING, Adds, Sums, added, adds, total

K = TypeVar("K", str, tuple[str, str])

CHANGES = 12
"""So many measures before and after are shown of an area; all of them stand in its stories."""

NAME = 80
"""Letters of a partner's name beyond which two are not told apart."""


class Cell(msgspec.Struct, frozen=True):
    """What the stories of one *month* (``2023-05``) and one *strategy* (a slug, or empty) add up to."""

    month: str
    strategy: str
    sums: Sums


class Place(msgspec.Struct, frozen=True):
    """An area directly below, by its key, with its sums and the *last* month (``2023-05``) with a story of its own."""

    key: str
    sums: Sums
    last: str


class Told(msgspec.Struct, frozen=True, omit_defaults=True):
    """One event, and where it is told. *day* is ISO, *month* ``2023-05``; *others* are addresses of further stories.

    *kind*, *region* (Kemendagri's code) and *topics* are those of the story that counts.
    """

    address: str
    title: str
    day: str
    month: str
    library: str
    strategy: str
    sums: Sums
    others: tuple[str, ...] = ()
    kind: str = ""
    region: str = ""
    topics: tuple[str, ...] = ()


class Changed(msgspec.Struct, frozen=True):
    """What was measured *before* and *after* one activity, by the story at *address*; *month* is its event's."""

    address: str
    title: str
    month: str
    library: str
    before: Measure
    after: Measure


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """All that the real stories of an area show, or (*sample*) its samples; *sums* are those of all *cells*.

    *places* lie directly in it and have stories. *told* are the events that count in no place below: those of a
    library, of a regency, and what lies in no regency of a province or in no province at all. *libraries* are all whose
    stories stand in it. *changes* are the newest, latest first. *partners* are names, each with the events in which it
    took part, the most frequent first; *funding* likewise says where money came from. *distinct* are, by year, how many
    libraries have a story and how many partners took part: numbers that do not add up.
    """

    area: str
    sample: bool
    sums: Sums = NOTHING
    cells: tuple[Cell, ...] = ()
    topics: tuple[tuple[str, Sums], ...] = ()
    places: tuple[Place, ...] = ()
    libraries: tuple[Place, ...] = ()
    told: tuple[Told, ...] = ()
    changes: tuple[Changed, ...] = ()
    partners: tuple[tuple[str, int], ...] = ()
    funding: tuple[tuple[str, int], ...] = ()
    distinct: tuple[tuple[str, tuple[int, int]], ...] = ()

    @property
    def last(self) -> str:
        """The last month with a story, empty where there is none."""
        return self.cells[-1].month if self.cells else ""


class Part(NamedTuple):
    """One story or event with what it adds, and the fact that says where and when."""

    fact: Fact
    adds: Adds


_STORY = adds(stories=1)


class Gathered(NamedTuple):
    """The *stories* that stand in an area, and what *happened* there."""

    area: Area
    stories: list[Part]
    happened: list[Event]

    def only(self, counts: Callable[[Fact], bool]) -> "Gathered":
        """Return the same of those stories, and of events by their leaders, that *counts* accepts."""
        stories = [part for part in self.stories if counts(part.fact)]
        return Gathered(self.area, stories, [event for event in self.happened if counts(event.leader)])


def gathered(area: Area, facts: Iterable[Fact]) -> Gathered:
    """Return what stands and happened in *area*.

    *facts* are those of ``Visible.facts``: also stories elsewhere that share an event with one of the area.
    """
    known, here = list(facts), _within(area)
    stories = [Part(fact, _STORY) for fact in known if here(fact)]
    return Gathered(area, stories, [event for event in events(known) if here(event.leader)])


def evidence(area: Area, facts: Iterable[Fact] | Gathered) -> tuple[Evidence, Evidence]:
    """Return the evidence of *area*: of its real stories, and of its samples. *facts* as for ``gathered``."""
    known = facts if isinstance(facts, Gathered) else gathered(area, facts)
    return _evidence(known, sample=False), _evidence(known, sample=True)


class Known(NamedTuple):
    """All that is known of an area: what stands and happened there, and the evidence of real stories and samples."""

    gathered: Gathered
    evidence: tuple[Evidence, Evidence]


MOST = 16
"""So many areas are kept at hand: pages, tables and papers of one area are planned one after the other."""


def known(visible: Visible, area: Area) -> Known:
    """Return all that *visible* shows of *area*, added up once for everybody who asks soon after."""
    kept: dict[str, Known] = visible.shared
    found = kept.pop(area.key, None)
    if found is None:
        there = gathered(area, visible.facts(area.key))
        found = Known(there, evidence(area, there))
    kept[area.key] = found
    while len(kept) > MOST:
        del kept[next(iter(kept))]
    return found


def _evidence(known: Gathered, *, sample: bool) -> Evidence:
    area = known.area
    own = [event for event in known.happened if event.leader.sample is sample]
    parts = [part for part in known.stories if part.fact.sample is sample]
    parts += [Part(event.leader, event.adds) for event in own]
    if not parts:
        return Evidence(area=area.key, sample=sample)
    cells = _grouped(parts, lambda fact: (fact.month, fact.strategy))
    return Evidence(
        area=area.key,
        sample=sample,
        sums=total(cells.values()),
        cells=tuple(Cell(_iso(month), strategy, sums) for (month, strategy), sums in sorted(cells.items())),
        topics=tuple(sorted(_by_topic(parts).items())),
        places=_places(parts, _below(area)),
        libraries=() if area.level == "perpustakaan" else _places(parts, lambda fact: fact.library),
        told=_told(own, _below(area)),
        changes=_changes(own),
        partners=_names(event.partners for event in own),
        funding=_names(event.funding for event in own),
        distinct=tuple(sorted(_distinct(parts, own).items())),
    )


def _iso(month: str) -> str:
    return month.replace("/", "-")


def _within(area: Area) -> Callable[[Fact], bool]:
    if area.key == EVERYTHING:
        return lambda _fact: True
    if area.level == "perpustakaan":
        return lambda fact: fact.library == area.key
    if area.level == "kabupaten":
        return lambda fact: fact.regency == area.key
    return lambda fact: fact.province == area.key


def _below(area: Area) -> Callable[[Fact], str]:
    """Return what tells in which place directly below *area* a fact stands: its key, empty for none."""
    if area.level == "nasional":
        return lambda fact: fact.province
    if area.level == "provinsi":
        return lambda fact: fact.regency
    return lambda _fact: ""


def _grouped(parts: Iterable[Part], key: Callable[[Fact], K]) -> dict[K, Sums]:
    found: defaultdict[K, list[Adds]] = defaultdict(list)
    for part in parts:
        found[key(part.fact)].append(part.adds)
    return {name: added(some) for name, some in found.items()}


def _by_topic(parts: Iterable[Part]) -> dict[str, Sums]:
    """Return the sums of every topic; a story with two is in both, so they do not add up to the whole."""
    found: defaultdict[str, list[Adds]] = defaultdict(list)
    for part in parts:
        for topic in part.fact.topics:
            found[topic].append(part.adds)
    return {topic: added(some) for topic, some in found.items()}


def _places(parts: list[Part], of: Callable[[Fact], str]) -> tuple[Place, ...]:
    found = _grouped(parts, of)
    last: dict[str, str] = {}
    for fact, counted in parts:
        if counted is _STORY and fact.month > last.get(key := of(fact), ""):
            last[key] = fact.month
    return tuple(Place(key, found[key], _iso(last.get(key, ""))) for key in sorted(found) if key)


def _told(happened: list[Event], below: Callable[[Fact], str]) -> tuple[Told, ...]:
    """Return the events that stand in no place below, by day."""
    own = (event for event in happened if not below(event.leader))
    found = (_tell(event) for event in own)
    return tuple(sorted(found, key=lambda told: (told.month, told.day, told.address)))


def _tell(event: Event) -> Told:
    fact = event.leader
    others = tuple(sorted(other.address for other in event.others))
    return Told(
        fact.address, fact.title, fact.day, _iso(fact.month), fact.library, fact.strategy, added((event.adds,)), others,
        fact.kind, fact.region, fact.topics,
    )  # fmt: skip


def _changes(happened: list[Event]) -> tuple[Changed, ...]:
    found = [
        Changed(
            event.measured.address, event.measured.title, _iso(event.leader.month), event.leader.library, *event.change
        )
        for event in happened
        if event.change is not None and event.measured is not None
    ]
    return tuple(sorted(found, key=lambda one: (one.month, one.address), reverse=True)[:CHANGES])


def _names(events: Iterable[tuple[str, ...]]) -> tuple[tuple[str, int], ...]:
    """Return every name once, as it was written first, with the number of events that give it."""
    names: dict[str, str] = {}
    counts: defaultdict[str, int] = defaultdict(int)
    for event in events:
        for key, name in {_folded(name): name for name in event}.items():
            names.setdefault(key, name)
            counts[key] += 1
    return tuple(sorted(((names[key], count) for key, count in counts.items()), key=lambda pair: (-pair[1], pair[0])))


def _distinct(parts: Iterable[Part], happened: list[Event]) -> dict[str, tuple[int, int]]:
    libraries: defaultdict[str, set[str]] = defaultdict(set)
    partners: defaultdict[str, set[str]] = defaultdict(set)
    for part in parts:
        if part.adds is _STORY:
            libraries[part.fact.month[:4]].add(part.fact.library)
    for event in happened:
        partners[event.leader.month[:4]].update(map(_folded, event.partners))
    return {year: (len(libraries[year]), len(partners[year])) for year in {*libraries, *partners}}


@lru_cache(65_536)
def _folded(name: str) -> str:
    return " ".join(name.casefold().split())[:NAME]


def months(found: Evidence) -> dict[str, Sums]:
    """Return the sums by month (``2023-05``)."""
    return _by(found, lambda cell: cell.month)


def years(found: Evidence) -> dict[str, Sums]:
    """Return the sums by year."""
    return _by(found, lambda cell: cell.month[:4])


def strategies(found: Evidence) -> dict[str, Sums]:
    """Return the sums by strategy; the empty one is of stories that name none."""
    return _by(found, lambda cell: cell.strategy)


def _by(found: Evidence, key: Callable[[Cell], str]) -> dict[str, Sums]:
    groups: defaultdict[str, list[Sums]] = defaultdict(list)
    for cell in found.cells:
        groups[key(cell)].append(cell.sums)
    return {name: total(groups[name]) for name in sorted(groups)}
