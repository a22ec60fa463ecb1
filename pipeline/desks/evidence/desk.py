"""The evidence desk: pages of what all reports together show."""

from collections.abc import Iterator, Sequence

from pipeline.archive.entry import Entry
from pipeline.archive.records import RecordChange
from pipeline.archive.update import Change, IndicatorChange, LibraryChange, PageChange, StoryChange
from pipeline.archive.visible import Visible
from pipeline.build.output import Output
from pipeline.build.state import WHOLE
from pipeline.config import Site
from pipeline.content.consent import Channel
from pipeline.desks.evidence import addresses, data, records
from pipeline.desks.evidence.pages import Pages
from pipeline.evidence.area import of_entry, of_event, of_library
from pipeline.pictures.deck import Style


class EvidenceDesk:
    """The desk that makes the pages of evidence of every area."""

    name = "evidence"
    channel: Channel = "web"

    def __init__(self, site: Site, style: Style) -> None:
        self._site = site
        self._style = style
        self._seen: tuple[Visible, Pages] | None = None

    def outputs(self, visible: Visible) -> Iterator[Output]:
        """Yield all pages."""
        yield from self._pages(visible).outputs()

    def output(self, visible: Visible, path: str) -> Output | None:
        """Return the output at *path*, or ``None`` where there must be none."""
        return self._pages(visible).output(path)

    def touched(self, visible: Visible, changes: Sequence[Change]) -> set[str]:
        """Return the paths that *changes* may alter.

        A story alters the evidence of its library, regency, province and of all, and of those where other stories of
        its event stand, with all pages of their sources: where an area gets too many events for its own page, all its
        years get one at once. A library alters that of its areas, and the way to all.
        """
        if any(map(_is_everywhere, changes)) or data.turns(visible, changes):
            return {WHOLE}
        keys = {key for change in changes for key in _areas(visible, change)}
        years = {year for change in changes for year in _years(visible, change)}
        found = {addresses.page(key) for key in keys}
        found |= {addresses.page(key, year) for key in keys for year in years}
        found |= {*records.paths(visible, keys), *records.moved(changes)}
        found |= {path for key in keys for path in (*data.paths(key), addresses.page(key, addresses.SIM))}
        return found | {addresses.page(), addresses.page(*addresses.DICTIONARY)} if found else found

    def _pages(self, visible: Visible) -> Pages:
        if self._seen is None or self._seen[0] is not visible:
            self._seen = (visible, Pages(self._site, self._style, visible))
        return self._seen[1]


def _is_everywhere(change: Change) -> bool:
    """Whether *change* alters all pages: what is counted, or the menu."""
    if isinstance(change, PageChange):
        return any(page and page.order for page in (change.old, change.new))
    return isinstance(change, IndicatorChange)


def _areas(visible: Visible, change: Change) -> Iterator[str]:
    """Yield the keys of the areas that *change* alters."""
    if isinstance(change, StoryChange):
        for entry in _told(change):
            yield from of_entry(entry)
            yield from of_event(visible, entry.story.event) if entry.story.event else ()
    elif isinstance(change, LibraryChange):
        yield change.slug
        for library in (change.old, change.new):
            yield from of_library(library) if library is not None else ()
    elif isinstance(change, RecordChange):
        yield from change.areas


def _years(visible: Visible, change: Change) -> Iterator[str]:
    """Yield the years of whose sources some may be other ones through *change*."""
    if isinstance(change, StoryChange):
        yield from (entry.month[:4] for entry in _told(change))
        yield from (month[:4] for month in visible.names("bulan"))


def _told(change: StoryChange) -> list[Entry]:
    """Return the entries of *change* that add to evidence."""
    return [entry for entry in (change.old, change.new) if entry is not None and not entry.story.original]
