"""The report of coverage: its records from the archive, its outlets from ``sumber.toml``."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from pipeline import regions
from pipeline.archive.store import Store
from pipeline.content.clipping import Clipping
from pipeline.content.moment import tzinfo
from pipeline.content.near import nearest
from pipeline.errors import OutputError, UsageError
from pipeline.language import _
from pipeline.monitor import source
from pipeline.monitor.report import Clipped, Coverage, Quarter, Release, Scope, report, within
from pipeline.production.newsroom import Newsroom
from pipeline.production.survey import surveyed


class Told(NamedTuple):
    """A report, the clippings that it counts, and what its scope is called."""

    coverage: Coverage
    clippings: list[Clipping]
    name: str


def coverage(room: Newsroom, when: Quarter, scope: Scope, now: int, waiting: Callable[[], None] = lambda: None) -> Told:
    """Return the report of *when* for *scope* as the files are now; what opens after *now* is not in it.

    Raises ``UsageError`` for a library or a region that is not known.
    """
    declared = [one.name for one in source.load(room.root) if not one.search]
    with surveyed(room, now=now, waiting=waiting) as store:
        name = _name(store, scope)
        clippings = _clipped(store)
        releases = [
            Release(
                entry.story.address, entry.story.title, entry.story.library, entry.region,
                datetime.fromtimestamp(entry.released, tzinfo(entry.zone)).date(), entry.story.about,
            )
            for entry in store.entries()
            if entry.live and entry.story.release is not None and not entry.story.original and entry.released <= now
        ]  # fmt: skip
    return Told(report(releases, clippings, declared, when, scope), within(clippings, when, scope), name)


def _clipped(store: Store) -> list[Clipped]:
    """Return all clippings, with the libraries and regions of which their stories speak, too."""
    homes = {one.slug: one.region for one in store.profiles()}
    found = []
    for clipping in store.clippings.newest():
        told = [entry for entry in map(store.entry, clipping.stories) if entry is not None]
        libraries = {*clipping.libraries, *(entry.story.library for entry in told)} - {""}
        codes = {clipping.region, *(homes.get(slug, "") for slug in libraries), *(entry.region for entry in told)} - {
            ""
        }
        found.append(Clipped(clipping, frozenset(libraries), frozenset(codes)))
    return found


def _name(store: Store, scope: Scope) -> str:
    """Return what *scope* is called; raises ``UsageError`` where it is not known."""
    if scope.library:
        names = {one.slug: one.name for one in store.profiles()}
        if scope.library not in names:
            near = nearest(scope.library, list(names))
            said = _('perpustakaan "{value}" tidak ada di content/libraries/.').format(value=scope.library)
            raise UsageError(f"{said} {_('Mungkin maksudnya: {near}').format(near=near)}" if near else said)
        return names[scope.library]
    if scope.region:
        upper = regions.region(regions.regency_of(scope.region)) or regions.region(regions.province_of(scope.region))
        if upper is None:
            said = _('wilayah "{value}" bukan kode provinsi, kabupaten, atau kota. Contoh: "32.04"')
            raise UsageError(said.format(value=scope.region))
        return upper.name if upper.code == scope.region else f"{scope.region}, {upper.name}"
    return _("semua perpustakaan")


def write(path: Path, text: str) -> None:
    """Write *text* to *path*, whole or not at all; raises ``OutputError``."""
    draft = path.with_name(f".{path.name}.warta")
    try:
        draft.write_text(text, "utf-8", newline="")
        draft.replace(path)
    except OSError as error:
        said = _("{path}: tidak dapat ditulis ({reason}).")
        raise OutputError(said.format(path=path, reason=error.strerror or error)) from error
