"""Whose support may be an example to an area: a window of libraries after it, so that one change alters few papers."""

from collections.abc import Callable, Sequence

from pipeline import regions
from pipeline.content.library import Library
from pipeline.evidence.area import Area

NEAR = 8
"""So many libraries after an area are looked at in the order of their regency, and as many in that of the province."""

Within = Callable[[str], Sequence[Library]]
"""Gives the libraries of a region, or all, by slug."""


def seen(area: Area, region: str, within: Within) -> list[Library]:
    """Return the libraries to whose support the paper of *area* may point, the nearest first.

    *region* is the code of the library that the area is. The country has no neighbour.
    """
    if area.level == "nasional":
        return []
    if area.level != "perpustakaan":
        return _beyond(area.key, within)
    regency, province = regions.regency_of(region), regions.province_of(region)
    found = [library for code in (regency, province) if code for library in _after(area.key, within(code))]
    return list({library.slug: library for library in found}.values())


def seeing(library: Library, areas: Sequence[Area], within: Within) -> set[str]:
    """Return the keys of all areas that may point to *library*; *areas* are the provinces and regencies there are."""
    regency, province = regions.regency_of(library.region), regions.province_of(library.region)
    found = {one.slug for code in (regency, province) if code for one in _before(library.slug, within(code))}
    for area in areas:
        if any(one.slug == library.slug for one in _beyond(area.key, within, library)):
            found.add(area.key)
    return found


def _after(slug: str, libraries: Sequence[Library]) -> list[Library]:
    """Return the libraries after *slug*, from the end on to the beginning."""
    later = [library for library in libraries if library.slug > slug]
    earlier = [library for library in libraries if library.slug < slug]
    return (later + earlier)[:NEAR]


def _before(slug: str, libraries: Sequence[Library]) -> list[Library]:
    """Return the libraries after which *slug* comes, *slug* being there or not."""
    later = [library for library in libraries if library.slug > slug]
    earlier = [library for library in libraries if library.slug < slug]
    return (earlier[::-1] + later[::-1])[:NEAR]


def _beyond(code: str, within: Within, also: Library | None = None) -> list[Library]:
    """Return the libraries that come after the region *code* within what it lies in; *also* counts as there."""
    around = regions.province_of(code) if regions.regency_of(code) else ""
    known = [library for library in within(around) if also is None or library.slug != also.slug]
    if also is not None and _inside(also.region, around):
        known.append(also)
    others = [library for library in known if library.region and not _inside(library.region, code)]
    ordered = sorted(others, key=lambda library: (library.region < code, library.region, library.slug))
    return ordered[:NEAR]


def _inside(region: str, code: str) -> bool:
    return not code or region == code or region.startswith(f"{code}.")
