"""An area: whose evidence it is. All, a province, a regency or city, or one library."""

from typing import Literal, NamedTuple

from pipeline import regions
from pipeline.archive.entry import EVERYTHING, Entry, places
from pipeline.archive.visible import Visible
from pipeline.content.library import Library
from pipeline.regions import valid_code

Level = Literal["nasional", "provinsi", "kabupaten", "perpustakaan"]


class Area(NamedTuple):
    """An area. *key* is ``semua``, a code, or a slug; *above* are the keys of those that hold it, ``semua`` last.

    *name* is empty for ``semua``: what all are called is for who speaks of them.
    """

    key: str
    level: Level
    name: str
    above: tuple[str, ...] = ()


ALL = Area(EVERYTHING, "nasional", "")


def areas(visible: Visible) -> list[Area]:
    """Return ``semua``, then provinces and regencies that have a library or a story by code, libraries by slug."""
    codes = {code for code in visible.peopled() if regions.region(code)}
    for library in visible.libraries():
        codes.update(filter(None, places(library.region)))
    slugs = (slug for slug in visible.slugs() if slug != EVERYTHING and not valid_code(slug))
    found = (area(visible, key) for key in (*sorted(codes), *slugs))
    return [ALL, *(one for one in found if one is not None)]


def area(visible: Visible, key: str) -> Area | None:
    """Return the area named *key*, ``None`` where there is none."""
    if key == EVERYTHING:
        return ALL
    if valid_code(key):
        return _region(visible, key)
    library = visible.library(key)
    if library is None:
        silent = not visible.has_library(key) or not visible.any(f"perpustakaan/{key}")
        return None if silent else Area(key, "perpustakaan", key, (EVERYTHING,))
    return Area(key, "perpustakaan", library.name, of_library(library)[1:])


def _region(visible: Visible, code: str) -> Area | None:
    found = regions.region(code)
    if found is None or not (visible.any(f"wilayah/{code}") or visible.libraries(code) or code in visible.peopled()):
        return None
    if found.parent is None:
        return Area(code, "provinsi", found.name, (EVERYTHING,))
    return Area(code, "kabupaten", found.name, (found.parent, EVERYTHING))


def of_library(library: Library) -> tuple[str, ...]:
    """Return the keys of the areas to which *library* belongs, its own first, ``semua`` last."""
    return tuple(filter(None, (library.slug, *places(library.region), EVERYTHING)))


def of_entry(entry: Entry) -> tuple[str, ...]:
    """Return the keys of the areas in which *entry* counts, its library first, ``semua`` last."""
    return tuple(filter(None, (entry.story.library, entry.regency, entry.province, EVERYTHING)))


def of_event(visible: Visible, event: str) -> set[str]:
    """Return the keys of all areas in which a visible story of *event* stands."""
    return {key for place in visible.shares(event) for key in (*place, EVERYTHING) if key}
