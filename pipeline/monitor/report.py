"""The report of coverage in a quarter: what went to the press, who printed what, how far it is read, and how soon.

Pure, over plain records. What a page "would have cost as an advertisement" is not in it, and never will be: the
Barcelona Principles reject it as a measure (``docs/kliping.md`` says why).
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

import msgspec

from pipeline.content.clipping import MEDIA, TONES, Clipping
from pipeline.content.library import LEVELS

NOT_YET = "belum"
"""The tone of a clipping to which no editor gave one, and the reach of one of which nobody said it."""


class Quarter(NamedTuple):
    """A quarter of a year."""

    year: int
    number: int

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        after = date(self.year + 1, 1, 1) if self.number == 4 else date(self.year, 3 * self.number + 1, 1)
        return after - timedelta(days=1)

    @property
    def name(self) -> str:
        """As it is written: ``2026-4``."""
        return f"{self.year}-{self.number}"

    def holds(self, day: date) -> bool:
        """Whether *day* lies in it."""
        return self.first <= day <= self.last


def quarter(text: str) -> Quarter | None:
    """Return the quarter that *text* names (``2026-4``, also ``2026-Q4``), ``None`` where it names none."""
    found = re.fullmatch(r"([12]\d{3})[-/ ]?[QqTt]?([1-4])", text.strip(), re.ASCII)
    return Quarter(int(found[1]), int(found[2])) if found else None


def quarter_of(day: date) -> Quarter:
    """Return the quarter in which *day* lies."""
    return Quarter(day.year, (day.month + 2) // 3)


class Release(NamedTuple):
    """A story that went to the press on *day*. *about* are the addresses of the stories of which it tells."""

    address: str
    title: str
    library: str
    region: str
    day: date
    about: tuple[str, ...] = ()


class Clipped(NamedTuple):
    """A clipping, with the *libraries* of which it or its stories speak, and the *regions* of all of these."""

    clipping: Clipping
    libraries: frozenset[str]
    regions: frozenset[str]


class Scope(NamedTuple):
    """What a report is of: one library (a slug), one region (a code), or, where both are empty, all."""

    library: str = ""
    region: str = ""

    def takes(self, libraries: Iterable[str], regions: Iterable[str]) -> bool:
        """Whether what speaks of *libraries* and *regions* belongs to it."""
        if self.library:
            return self.library in set(libraries)
        return not self.region or any(code == self.region or code.startswith(f"{self.region}.") for code in regions)


class Covered(msgspec.Struct, frozen=True, kw_only=True):
    """A release, and what came of it at any time: *days* from its day to the first clipping, ``None`` without one.

    A clipping that names the release is its own whenever it was printed: the editor said so. One that names only a
    story that the release tells is its own from the day of the release on: what came before cannot have come of it.
    """

    address: str
    title: str
    date: date
    clippings: int
    events: int
    outlets: tuple[str, ...]
    days: int | None


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """A report. *declared* are the outlets of ``sumber.toml``, *printed* those of them that printed something.

    *others* are outlets that printed and are not declared. *reach*, *media* and *tone* count clippings; *reach_events*
    counts each event once, by the widest reach that it had.
    """

    quarter: str
    first: date
    last: date
    library: str
    region: str
    releases: tuple[Covered, ...]
    clippings: int
    events: int
    declared: tuple[str, ...]
    printed: tuple[str, ...]
    others: tuple[str, ...]
    reach: dict[str, int]
    reach_events: dict[str, int]
    media: dict[str, int]
    tone: dict[str, int]

    @property
    def covered(self) -> int:
        """How many releases were printed."""
        return sum(bool(one.clippings) for one in self.releases)

    @property
    def share(self) -> float | None:
        """The share of the declared outlets that printed something, ``None`` where none is declared."""
        return len(self.printed) / len(self.declared) if self.declared else None

    @property
    def median(self) -> float | None:
        """The days after which half of the printed releases were printed, ``None`` where none was."""
        days = sorted(one.days for one in self.releases if one.days is not None)
        if not days:
            return None
        half = len(days) // 2
        return float(days[half]) if len(days) % 2 else (days[half - 1] + days[half]) / 2


def within(clippings: Iterable[Clipped], when: Quarter, scope: Scope) -> list[Clipping]:
    """Return the clippings printed in that quarter that belong to *scope*, by day and address."""
    found = [
        one.clipping for one in clippings
        if when.holds(one.clipping.date.day) and scope.takes(one.libraries, one.regions)
    ]  # fmt: skip
    return sorted(found, key=lambda one: (one.date.day, one.address))


def report(
    releases: Iterable[Release], clippings: Sequence[Clipped], declared: Iterable[str], when: Quarter, scope: Scope
) -> Coverage:
    """Return the report of *when* for *scope*. Everything counts once, in whatever order it is given."""
    found = within(clippings, when, scope)
    sent = sorted(
        (one for one in releases if when.holds(one.day) and scope.takes((one.library,), (one.region,))),
        key=lambda one: (one.day, one.address),
    )
    names = tuple(dict.fromkeys(declared))
    printing = {_folded(one.outlet): one.outlet for one in sorted(found, key=lambda one: one.outlet)}
    known = {_folded(name) for name in names}
    return Coverage(
        quarter=when.name,
        first=when.first,
        last=when.last,
        library=scope.library,
        region=scope.region,
        releases=tuple(_covered(one, clippings) for one in sent),
        clippings=len(found),
        events=len({_event(one) for one in found}),
        declared=names,
        printed=tuple(name for name in names if _folded(name) in printing),
        others=tuple(sorted(name for folded, name in printing.items() if folded not in known)),
        reach=_counted((one.reach or NOT_YET for one in found), (*LEVELS, NOT_YET)),
        reach_events=_counted(_widest(found), (*LEVELS, NOT_YET)),
        media=_counted((one.medium for one in found), MEDIA),
        tone=_counted((one.tone or NOT_YET for one in found), (*TONES, NOT_YET)),
    )


def _covered(release: Release, clippings: Iterable[Clipped]) -> Covered:
    found = [one.clipping for one in clippings if _came_of(release, one.clipping)]
    days = [(one.date.day - release.day).days for one in found]
    return Covered(
        address=release.address,
        title=release.title,
        date=release.day,
        clippings=len(found),
        events=len({_event(one) for one in found}),
        outlets=tuple(sorted({one.outlet for one in found})),
        days=max(0, min(days)) if days else None,
    )


def _came_of(release: Release, clipping: Clipping) -> bool:
    if release.address in clipping.stories:
        return True
    return clipping.date.day >= release.day and not set(release.about).isdisjoint(clipping.stories)


def _event(clipping: Clipping) -> str:
    return f"peristiwa/{clipping.event}" if clipping.event else clipping.address


def _widest(clippings: Iterable[Clipping]) -> Iterable[str]:
    """Return for each event the widest reach of its clippings."""
    widest: dict[str, int] = {}
    for one in clippings:
        rank = LEVELS.index(one.reach) if one.reach else -1
        widest[_event(one)] = max(rank, widest.get(_event(one), -1))
    return (LEVELS[rank] if rank >= 0 else NOT_YET for rank in widest.values())


def _counted(found: Iterable[str], order: Sequence[str]) -> dict[str, int]:
    counts = Counter(found)
    return {name: counts[name] for name in order}


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
