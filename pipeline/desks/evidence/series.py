"""What is shown of the evidence of one area."""

from collections.abc import Iterator

from pipeline.archive.entry import places
from pipeline.content.library import Library
from pipeline.desks.evidence import addresses
from pipeline.desks.evidence.seen import Seen
from pipeline.desks.evidence.views import Inside, Quiet, Row, Series, Way
from pipeline.evidence.area import Area, area
from pipeline.evidence.evidence import Evidence, Place
from pipeline.evidence.indicator import Measured
from pipeline.evidence.sums import NOTHING as NONE

FEW = 24
"""So many events stand on the page of their area; more have a page for each year."""

NAMED = 40
"""So many silent libraries are named; of more only the number is told, and their regencies name them."""

HALF_YEAR = 6
YEARS = 3
"""Indicators are shown for so many years, the newest."""


class Shown:
    """Makes what is shown of areas, over one visible archive."""

    def __init__(self, seen: Seen) -> None:
        self._seen = seen
        self._visible = seen.visible

    def of(self, one: Area) -> tuple[Series, ...]:
        """Return what is shown of *one*: its real stories, and its samples; nothing where it has neither."""
        return tuple(self._series(one, found) for found in self.told(one))

    def told(self, one: Area) -> tuple[Evidence, ...]:
        """Return the evidence of *one*, as far as it has any."""
        both = (self._seen.evidence(one, sample=sample) for sample in (False, True))
        return tuple(found for found in both if found.cells)

    def _series(self, one: Area, found: Evidence) -> Series:
        known = self._seen.measured(one, found.sample)
        counted = [
            row for row in known if not (one.level == "perpustakaan" and row.indicator.measure == "perpustakaan")
        ]
        inside = self._libraries(one, found) if one.level != "perpustakaan" else []
        quiet = [self._quiet(library, last) for library, last in inside if is_silent(last, found.last)]
        columns = tuple(sorted({year for row in counted for year, _ in row.years}))[-YEARS:]
        return Series(
            sample=found.sample,
            sums=found.sums,
            first=found.cells[0].month,
            until=found.last,
            columns=columns,
            rows=tuple(_row(row, columns) for row in counted if _is_told(row)),
            missing=tuple(row.indicator.name for row in counted if not _is_told(row)),
            cells=found.cells,
            inside=tuple(self._inside(one, found, inside)),
            libraries=len(inside),
            silent=len(quiet),
            quiet=tuple(quiet) if len(quiet) <= NAMED else (),
            changes=found.changes,
            partners=found.partners,
            funding=found.funding,
            told=found.told if len(found.told) <= FEW else (),
            years=years(found),
        )

    def _libraries(self, one: Area, found: Evidence) -> list[tuple[Library, str]]:
        """Return the libraries that lie in *one*, each with the last month in which it told of something there."""
        last = {place.key: place.last for place in found.libraries}
        there = self._visible.libraries("" if one.level == "nasional" else one.key)
        return [(library, last.get(library.slug, "")) for library in there if library.sample is found.sample]

    @staticmethod
    def _quiet(library: Library, last: str) -> Quiet:
        return Quiet(Way(library.name, addresses.of_area(library.slug)), last)

    def _inside(self, one: Area, found: Evidence, inside: list[tuple[Library, str]]) -> Iterator[Inside]:
        """Yield the places of *one*: provinces of all, regencies of a province, libraries of a regency."""
        if one.level == "kabupaten":
            known = {place.key: place for place in found.libraries}
            for library, last in inside:
                known.setdefault(library.slug, Place(library.slug, NONE, last))
            for key in sorted(known):
                yield self._place(known[key], 0, 0)
        elif one.level != "perpustakaan":
            homes = [(places(library.region)[one.level == "nasional"], last) for library, last in inside]
            keys = {key for key, _ in homes if key} | {place.key for place in found.places}
            known = {place.key: place for place in found.places}
            for key in sorted(keys):
                months = [last for home, last in homes if home == key]
                silent = sum(is_silent(last, found.last) for last in months)
                yield self._place(known.get(key) or Place(key, NONE, ""), len(months), silent)

    def _place(self, place: Place, libraries: int, silent: int) -> Inside:
        found = area(self._visible, place.key)
        way = Way(found.name if found else place.key, addresses.of_area(place.key))
        return Inside(way, place.sums, place.last, libraries, silent)


def years(found: Evidence) -> tuple[str, ...]:
    """Return the years that have a page of sources, newest first; none where the events stand on the area's page."""
    if len(found.told) <= FEW:
        return ()
    return tuple(sorted({told.month[:4] for told in found.told}, reverse=True))


def is_silent(last: str, until: str) -> bool:
    """Whether a library whose last report is of the month *last* is silent, seen from the month *until* of its area."""
    return not last or _number(until) - _number(last) >= HALF_YEAR


def _number(month: str) -> int:
    return 12 * int(month[:4]) + int(month[5:])


def _is_told(found: Measured) -> bool:
    """Whether there is anything to show of an indicator: a number, or a target that waits for one."""
    return found.whole.number is not None or any(value.target is not None for _, value in found.years)


def _row(found: Measured, columns: tuple[str, ...]) -> Row:
    one, years = found.indicator, dict(found.years)
    return Row(one.code, one.name, one.unit, one.about, found.whole, tuple(map(years.get, columns)))
