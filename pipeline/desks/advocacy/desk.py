"""The advocacy desk: ``output/advocacy/<area>/``, papers for those who may support libraries."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from pipeline.archive.entry import Entry
from pipeline.archive.records import RecordChange
from pipeline.archive.update import Change, IndicatorChange, LibraryChange, StoryChange
from pipeline.archive.visible import Visible
from pipeline.build.output import Output, Renderer
from pipeline.build.state import WHOLE
from pipeline.config import Site
from pipeline.content.consent import Channel
from pipeline.content.library import Library
from pipeline.desks.advocacy import neighbours
from pipeline.desks.advocacy.audience import turned_to
from pipeline.desks.advocacy.grounds import Grounds
from pipeline.desks.advocacy.sheets import Sheets, Told
from pipeline.evidence.area import Area, area, areas, of_entry, of_event, of_library
from pipeline.pictures.deck import Style

FOLDER = "advocacy/"
SAMPLE = "-contoh"
"""Where an area has both, the sheet of its samples is called so."""

FORMS = {
    "pdf": (Renderer("pipeline.desks.advocacy.render:document", ("advocacy/lembar.typ",)), 6),
    "docx": (Renderer("pipeline.desks.advocacy.render:word", ("advocacy/lembar.docx",)), 2),
}
"""How each form is made, and how dear that is."""

TABLES = "pipeline.desks.advocacy.tables:"
LEDGERS = {"csv": Renderer(f"{TABLES}spread"), "xlsx": Renderer(f"{TABLES}book")}
COPIES = {"csv": Renderer(f"{TABLES}copied"), "xlsx": Renderer(f"{TABLES}copies")}
ACCOUNTS = Renderer(f"{TABLES}accounts")


class AdvocacyDesk:
    """The desk that makes a sheet for every area, for the audience to whom it turns first."""

    name = "advocacy"
    channel: Channel = "cetak"

    def __init__(self, site: Site, style: Style, grounds: Grounds) -> None:
        self._site = site
        self._style = style
        self._grounds = grounds
        self._seen: tuple[Visible, Sheets] | None = None
        self._last: tuple[Visible, Area, list[Output]] | None = None

    def outputs(self, visible: Visible) -> Iterator[Output]:
        """Yield everything of every area."""
        for one in areas(visible):
            yield from self._of(visible, one)

    def output(self, visible: Visible, path: str) -> Output | None:
        """Return the output at *path*, or ``None`` where there must be none."""
        key = path.removeprefix(FOLDER).rpartition("/")[0]
        found = area(visible, key)
        if found is None:
            return None
        if self._last is None or self._last[0] is not visible or self._last[1] != found:
            self._last = (visible, found, [*self._of(visible, found)])  # one area's paths are asked for in a row
        return next((output for output in self._last[2] if output.path == path), None)

    def touched(self, visible: Visible, changes: Sequence[Change]) -> set[str]:
        """Return the paths that *changes* may alter.

        A sheet shows what stands in its area: a story alters those of its library, regency, province and of all, and
        those in which another story of its event stands; a library those of its areas. Support that a library received
        may be an example to those before it (``neighbours``).
        """
        keys: set[str] = set()
        examples: set[Library] = set()
        for change in changes:
            if isinstance(change, StoryChange):
                for entry in (change.old, change.new):
                    keys |= _of_entry(visible, entry) if entry is not None else set()
            elif isinstance(change, LibraryChange):
                keys.add(change.slug)
                for library in (change.old, change.new):
                    if library is not None:
                        keys.update(of_library(library))
                        examples.add(library)
            elif isinstance(change, IndicatorChange):
                return {WHOLE}
            elif isinstance(change, RecordChange):
                keys |= change.areas
                examples |= {found for key in change.areas if (found := visible.library(key)) is not None}
        own = {path for key in keys for path in paths(key)}
        return own | {path for key in _shown_to(visible, examples) for path in sheets_of(key)}

    def _of(self, visible: Visible, one: Area) -> Iterator[Output]:
        sheets = self._sheets(visible)
        audience = sheets.audience(one)
        made = 0
        for sample in (False, True):
            told = sheets.of(one, audience, sample=sample)
            if told is None:
                continue
            name = f"{folder(one.key)}lembar-{audience}{SAMPLE if made else ''}"
            made += 1
            for form, (renderer, weight) in FORMS.items():
                yield Output(f"{name}.{form}", told.view, renderer, owner=told.owner, weight=weight)
            yield from _tables(sheets, told, one, SAMPLE if made > 1 else "")

    def _sheets(self, visible: Visible) -> Sheets:
        if self._seen is None or self._seen[0] is not visible:
            self._seen = (visible, Sheets(self._site, self._style, self._grounds, visible))
        return self._seen[1]


def _tables(sheets: Sheets, told: Told, one: Area, end: str) -> Iterator[Output]:
    place = folder(one.key)
    yield Output(f"{place}bukti{end}.json", sheets.accounts(told, one), ACCOUNTS, owner=told.owner)
    for name, view in sheets.copies(told, one):
        stem, _, form = name.partition(".")
        yield Output(f"{place}{stem}{end}.{form}", view, COPIES[form], owner=told.owner)
    ledger = sheets.books(told, one)
    if ledger is not None:
        for form, renderer in LEDGERS.items():
            yield Output(f"{place}dukungan{end}.{form}", ledger, renderer, owner=told.owner)


def folder(key: str) -> str:
    """Return the folder of the area *key*."""
    return f"{FOLDER}{key}/"


def paths(key: str) -> Iterator[str]:
    """Yield everything that the area *key* may have."""
    yield from sheets_of(key)
    for sample in ("", SAMPLE):
        yield f"{folder(key)}bukti{sample}.json"
        yield from (f"{folder(key)}{stem}{sample}.csv" for stem in ("sim", "iplm"))
        yield f"{folder(key)}sim-iplm{sample}.xlsx"
        yield from (f"{folder(key)}dukungan{sample}.{form}" for form in LEDGERS)


def sheets_of(key: str) -> Iterator[str]:
    """Yield the sheets that the area *key* may have, whatever the level of its library is, or was."""
    for audience in turned_to(key):
        for sample in ("", SAMPLE):
            yield from (f"{folder(key)}lembar-{audience}{sample}.{form}" for form in FORMS)


def _shown_to(visible: Visible, examples: Iterable[Library]) -> set[str]:
    """Return the keys of the areas to which the support of *examples* may be an example."""
    if not examples:
        return set()
    within = lru_cache(1024)(visible.libraries)
    around = [one for one in areas(visible) if one.level in ("provinsi", "kabupaten")]
    return {key for library in examples for key in neighbours.seeing(library, around, within)}


def _of_entry(visible: Visible, entry: Entry) -> set[str]:
    found = set(of_entry(entry))
    return found | of_event(visible, entry.story.event) if entry.story.event else found
