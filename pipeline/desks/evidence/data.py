"""Open data: the tables of every area, and of all areas together, with what they mean.

The tables of all areas are put together from those of each, so that one story makes few of them again. They hold real
stories; where no real story says how many came, they hold the samples, and say so. Where there are both, the samples
lie beside them in ``contoh/``.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property

from pipeline.archive.entry import EVERYTHING
from pipeline.archive.update import Change, StoryChange
from pipeline.archive.visible import Visible
from pipeline.build.output import Output, Renderer
from pipeline.config import Site
from pipeline.desks.evidence import addresses
from pipeline.desks.evidence.seen import Seen
from pipeline.desks.evidence.views import AreaData, Copied, Package, Twin, WholeTable, Workbook
from pipeline.evidence import iplm, sim, table
from pipeline.evidence.area import ALL, Area, area
from pipeline.evidence.ledger import matters
from pipeline.evidence.table import ATTENDANCE, EVENTS, INDICATORS, LIBRARIES, SUPPORT, TABLES, Row, Table
from pipeline.templating.dates import local_day

RENDER = "pipeline.desks.evidence.tables:"
OWN = Renderer(f"{RENDER}own")
WHOLE = Renderer(f"{RENDER}whole")
TWIN = Renderer(f"{RENDER}twin")
BOOK = Renderer(f"{RENDER}book")
PACKAGE = Renderer(f"{RENDER}package")

SAMPLES = "contoh/"
FOLDER = f"{addresses.SITE}semua/"
GATHERED = (ATTENDANCE, INDICATORS, EVENTS, LIBRARIES)
"""The tables that are put together from those of areas."""

BOOKED = (INDICATORS, LIBRARIES, SUPPORT)
"""The tables in the workbook of all; the others are longer than anybody reads in one, and lie beside it."""

SIM, IPLM = "sim", "iplm"
"""Files of a library beside its tables."""


def folder(key: str, *, aside: bool = False) -> str:
    """Return the folder of the tables of the area *key*; *aside* of samples that lie beside those of real stories."""
    return f"{addresses.SITE}{key}/data/{SAMPLES if aside else ''}"


class Data:
    """Makes the tables over one visible archive."""

    def __init__(self, site: Site, seen: Seen) -> None:
        visible = seen.visible
        self._site = site
        self._seen = seen
        self._visible = visible
        self._sampled = not visible.counted()
        """Whether the tables hold the samples."""

    def output(self, path: str) -> Output | None:
        """Return the output at *path*, or ``None`` where there must be none."""
        if path.startswith(FOLDER):
            return self._whole.get(path)
        key = path.removeprefix(addresses.SITE).partition("/")[0]
        one = area(self._visible, key)
        found = self.of_area(one) if one is not None and one.key != EVERYTHING else ()
        return next((output for output in found if output.path == path), None)

    @cached_property
    def _whole(self) -> dict[str, Output]:
        """The tables of all areas together, by path: what one of them shows costs as much as what all of them show."""
        return {output.path: output for output in self.of_all()}

    @cached_property
    def samples_aside(self) -> bool:
        """Whether there are samples beside real stories."""
        return not self._sampled and self._visible.tallies()[1].stories > 0

    # -- of one area -------------------------------------------------------------------------------------------------

    def of_area(self, one: Area) -> Iterator[Output]:
        """Yield the tables of *one*."""
        for sample, aside in self._kinds:
            yield Output(folder(one.key, aside=aside), self._of(one, sample=sample), OWN, rank=1)

    def _of(self, one: Area, *, sample: bool) -> AreaData:
        found = self._seen.evidence(one, sample=sample)
        rows: dict[str, tuple[Row, ...]] = {
            ATTENDANCE.name: tuple(table.attendance(found)),
            INDICATORS.name: tuple(table.indicators(one.key, self._seen.measured(one, sample))),
        }
        heads = {ATTENDANCE.name: ATTENDANCE.head, INDICATORS.name: INDICATORS.head}
        library = self._visible.library(one.key) if one.level == "perpustakaan" else None
        if one.level == "perpustakaan":
            shown = library is not None and (library.sample is sample or bool(found.cells))
            rows[EVENTS.name] = tuple(table.events(found.told))
            rows[LIBRARIES.name] = (table.library(library, found),) if library is not None and shown else ()
            heads |= {EVENTS.name: EVENTS.head, LIBRARIES.name: LIBRARIES.head}
        if library is not None:
            chosen = self._site.bukti.sim_kolom
            known = self._seen.gathered(one)
            rows[SIM] = tuple(sim.rows(library, known, chosen, self._site.base, sample=sample))
            rows[IPLM] = tuple(iplm.rows(found))
            heads |= {
                SIM: sim.head(chosen, sample=sample),
                IPLM: iplm.head(sample=sample),
            }
        return AreaData(
            key=one.key,
            heads=tuple(heads.items()),
            rows=tuple(rows.items()),
            people=(SIM, IPLM),
        )

    @property
    def _kinds(self) -> tuple[tuple[bool, bool], ...]:
        """The tables of an area: whether they hold samples, and whether they lie beside those of real stories."""
        return ((self._sampled, False), (True, True)) if self.samples_aside else ((self._sampled, False),)

    def has_copied(self, one: Area) -> bool:
        """Whether *one* is a library with rows that are ready to be copied."""
        if one.level != "perpustakaan" or self._visible.library(one.key) is None:
            return False
        samples = {sample for sample, _ in self._kinds}
        return any(event.leader.sample in samples for event in self._seen.gathered(one).happened)

    def copied(self, one: Area) -> tuple[Copied, ...]:
        """Return the rows of the library *one* that are ready to be copied, newest first, as its tables hold them."""
        library = self._visible.library(one.key)
        if library is None or not self.has_copied(one):
            return ()
        chosen, known = self._site.bukti.sim_kolom, self._seen.gathered(one)
        found = []
        for sample, aside in self._kinds:
            rows = tuple(sim.rows(library, known, chosen, self._site.base, sample=sample))
            file = f"{folder(one.key, aside=aside)}{SIM}.csv".removeprefix(f"{addresses.SITE}{one.key}/")
            found.append(Copied(sample, sim.head(chosen, sample=sample), rows[::-1], file))
        return tuple(one for one in found if one.rows)

    # -- of all ------------------------------------------------------------------------------------------------------

    def of_all(self) -> Iterator[Output]:
        """Yield the tables of all areas together."""
        for sample, aside in self._kinds:
            yield from self._together(sample=sample, aside=aside)

    def _together(self, *, sample: bool, aside: bool) -> Iterator[Output]:
        top = f"{FOLDER}{SAMPLES if aside else ''}"
        found = self._seen.evidence(ALL, sample=sample)
        own: dict[str, tuple[Row, ...]] = {
            ATTENDANCE.name: tuple(table.attendance(found)),
            INDICATORS.name: tuple(table.indicators(EVERYTHING, self._seen.measured(ALL, sample))),
        }
        for one in GATHERED:
            of = [area.key for area in self._seen.areas[1:] if one in GATHERED[:2] or area.level == "perpustakaan"]
            folders = tuple(folder(key, aside=aside) for key in of)
            view = WholeTable(name=one.name, head=one.head, rows=own.get(one.name, ()), parts=folders)
            yield Output(f"{top}{one.name}.csv", view, WHOLE, made=folders, rank=1)
        lines = tuple(line for line in self._visible.supports(EVERYTHING) if line.sample is sample)
        ledger = WholeTable(name=SUPPORT.name, head=SUPPORT.head, rows=tuple(table.support(matters(lines))))
        yield Output(f"{top}{SUPPORT.name}.csv", ledger, WHOLE, rank=1)
        for one in TABLES:
            twin = Twin(of=f"{top}{one.name}.csv", numbers=numbers(one))
            yield Output(f"{top}{one.name}.json", twin, TWIN, made=(twin.of,), rank=1)
        day = f"{found.last}-01" if found.last else ""
        book = Workbook(
            tables=tuple((one.title, f"{top}{one.name}.csv", numbers(one), one is INDICATORS) for one in BOOKED),
            day=day,
        )
        yield Output(f"{top}bukti.xlsx", book, BOOK, made=tuple(file for _, file, _, _ in book.tables), rank=1)
        yield Output(f"{top}datapackage.json", self._package(sample=sample), PACKAGE, rank=1)

    def _package(self, *, sample: bool) -> Package:
        newest = self._visible.newest(EVERYTHING, 1)
        day = local_day(newest[0].published, newest[0].zone).isoformat() if newest else ""
        return Package(
            title=self._site.nama, url=self._site.base, publisher=self._site.penerbit or self._site.nama,
            language=self._site.bahasa, licence=self._site.bukti.lisensi, sample=sample, day=day,
            files=tuple(one.name for one in TABLES),
        )  # fmt: skip


def numbers(one: Table) -> tuple[str, ...]:
    """Return the names of the columns of *one* that hold numbers."""
    return tuple(field.name for field in one.fields if field.type in ("integer", "number"))


# -- what a change may alter -------------------------------------------------------------------------------------------


def paths(key: str) -> Iterator[str]:
    """Yield all tables that the area *key* may have."""
    if key == EVERYTHING:
        for top in (FOLDER, f"{FOLDER}{SAMPLES}"):
            for one in TABLES:
                yield from (f"{top}{one.name}.csv", f"{top}{one.name}.json")
            yield from (f"{top}bukti.xlsx", f"{top}datapackage.json")
    else:
        yield from (folder(key), folder(key, aside=True))


def turns(visible: Visible, changes: Sequence[Change]) -> bool:
    """Whether *changes* may have decided whose numbers the tables hold: all of them are then other ones."""
    real = sum(_counts(change) for change in changes if isinstance(change, StoryChange))
    sampled = sum(_samples(change) for change in changes if isinstance(change, StoryChange))
    return bool(real and visible.counted(real + 1) <= real) or bool(sampled and visible.tallies()[1].stories <= sampled)


def _counts(change: StoryChange) -> bool:
    return any(one is not None and not one.story.sample and one.story.participants is not None for one in change)


def _samples(change: StoryChange) -> bool:
    return any(one is not None and one.story.sample for one in change)
