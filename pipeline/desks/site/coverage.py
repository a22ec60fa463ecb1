"""Coverage: what other media said of our libraries, as clippings that an editor confirmed."""

from collections.abc import Iterable, Iterator

from pipeline.archive import visible as look
from pipeline.archive.entry import EVERYTHING, Entry
from pipeline.archive.update import ClippingChange
from pipeline.archive.visible import Visible
from pipeline.build.output import Output, Renderer
from pipeline.content.clipping import Clipping
from pipeline.desks.site import addresses, naming
from pipeline.desks.site.cuttings import cuttings
from pipeline.desks.site.pages import RENDER, Pages
from pipeline.desks.site.views import CoveragePage, Link

COVERAGE = Renderer(f"{RENDER}coverage", ("site/coverage.html",))

ADDRESS = "liputan"


# -- pages -------------------------------------------------------------------------------------------------------------


def there(visible: Visible) -> Iterator[str]:
    """Yield the addresses of all pages of coverage."""
    if visible.clippings.any():
        yield ADDRESS
        yield from (f"{ADDRESS}/{year}" for year in visible.clippings.buckets(EVERYTHING, look.FRONT))
        slugs = visible.clippings.kinds("perpustakaan")
        yield from (of_library(slug) for slug in slugs if visible.library(slug) is not None)


def of_library(slug: str) -> str:
    """Return the address of the page of all that was said of a library."""
    return f"perpustakaan/{slug}/{ADDRESS}"


def coverage(pages: Pages, address: str) -> Output | None:
    """Return the page at *address*: ``liputan``, ``liputan/2026`` or ``perpustakaan/<slug>/liputan``."""
    parts = address.split("/")
    if parts[0] != ADDRESS:
        return _library(pages, parts[1])
    return _year(pages, parts[1]) if parts[1:] else _newest(pages)


def _newest(pages: Pages) -> Output | None:
    known = pages.visible.clippings
    found = known.newest(EVERYTHING, look.FRONT)
    archives = tuple(Link(year, f"{ADDRESS}/{year}") for year in known.buckets(EVERYTHING, look.FRONT))
    return _page(pages, ADDRESS, pages.say("Liputan media"), found, (), archives)


def _year(pages: Pages, year: str) -> Output | None:
    known = pages.visible.clippings
    if year not in known.buckets(EVERYTHING, look.FRONT):
        return None
    title = f"{pages.say('Liputan media')}: {year}"
    return _page(pages, f"{ADDRESS}/{year}", title, known.bucket(EVERYTHING, year), (hub(pages),), ())


def _library(pages: Pages, slug: str) -> Output | None:
    name = f"perpustakaan/{slug}"
    if pages.visible.library(slug) is None:
        return None
    link = naming.library(pages.visible, slug)
    title = f"{pages.say('Liputan media')}: {link.title}"
    found = pages.visible.clippings.newest(name)
    return _page(pages, of_library(slug), title, found, (naming.hub(pages.site.bahasa, name), link), ())


def _page(
    pages: Pages,
    address: str,
    title: str,
    found: list[Clipping],
    up: tuple[Link, ...],
    archives: tuple[Link, ...],
) -> Output | None:
    if not found:
        return None
    view = CoveragePage(
        frame=pages.frame, address=address, title=title, up=up, archives=archives,
        cuttings=cuttings(pages.visible, found, own=up[-1].address if up else ""),
    )  # fmt: skip
    return Output(addresses.page(address), view, COVERAGE, rank=1)


def hub(pages: Pages) -> Link:
    """Return the way to the page of all coverage."""
    return Link(pages.say("Liputan media"), ADDRESS)


# -- what a change may alter -------------------------------------------------------------------------------------------


def by_clipping(visible: Visible, change: ClippingChange) -> Iterator[str]:
    """Yield what a clipping may alter: all pages on which it stood or stands, and the lists that it moves."""
    yield addresses.page("")
    yield from _lists(visible)
    years = {clipping.date.day.year for clipping in (change.old, change.new) if clipping is not None}
    yield from (addresses.page(f"{ADDRESS}/{year}") for year in sorted(years))
    yield from _standing(change.names)


def by_story(visible: Visible, entry: Entry) -> Iterator[str]:
    """Yield the pages of all clippings that name the story *entry*: it may have opened just now.

    A change of what it says, or of a library, is a change of the clippings that name it as well.
    """
    found = visible.clippings.newest(f"berita/{entry.story.address}")
    if found:
        yield addresses.page("")
        yield from _lists(visible)
        yield from _standing({name for one in found for name in visible.clippings.names(one.address)})


def _standing(names: Iterable[str]) -> Iterator[str]:
    """Yield the pages on which the clippings of the sequences *names* stand."""
    for name in sorted(names):
        kind, _, rest = name.partition("/")
        if kind == "berita":
            yield addresses.page(rest)
        elif kind == "perpustakaan":
            yield from (addresses.page(name), addresses.page(of_library(rest)))


def _lists(visible: Visible) -> Iterator[str]:
    """Yield the lists of all clippings: the newest, and every year, of which there are few."""
    yield addresses.page(ADDRESS)
    yield from (addresses.page(f"{ADDRESS}/{year}") for year in visible.clippings.years())
