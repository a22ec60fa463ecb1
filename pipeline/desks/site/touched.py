"""What a change may alter on the site: too many paths is allowed, too few never.

Every list is a window on a sequence, so what a story may alter is a window too. Changes are looked at together: several
stories that come or go at once move the edge of a list's first page by as many places.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from pipeline.archive import visible as look
from pipeline.archive.entry import ABOUT, Entry, places, sequences
from pipeline.archive.records import RecordChange
from pipeline.archive.reserved import LISTS
from pipeline.archive.update import (
    Change,
    ClippingChange,
    LibraryChange,
    NewsChange,
    PageChange,
    StoryChange,
    TakenChange,
)
from pipeline.archive.visible import Spot, Visible
from pipeline.build.state import WHOLE
from pipeline.content.library import Library
from pipeline.content.page import Page
from pipeline.desks.site import addresses, coverage, feeds, recipes, sitemaps
from pipeline.desks.site.pages import related_sequences


def touched(visible: Visible, changes: Sequence[Change]) -> Iterator[str]:
    """Yield the paths that *changes*, all together, may alter, the archive already being in its new state."""
    lists: Counter[str] = Counter()
    places: defaultdict[str, set[Spot]] = defaultdict(set)
    for change in changes:
        if isinstance(change, StoryChange):
            entries = [entry for entry in (change.old, change.new) if entry is not None and entry.live]
            for entry in entries:
                yield from _by_story(visible, entry)
            yield from _by_tombstone(change)
            lists.update({name for entry in entries for name in sequences(entry)})
            for entry in entries:
                for name, bucket in sequences(entry).items():
                    places[name].add(Spot(entry.published, entry.story.address, bucket))
        else:
            yield from _by_other(visible, change)
    for name, moved in lists.items():
        yield from _by_edges(visible, name, moved)
        yield from _by_years(visible, name, moved, places[name])


def _by_other(visible: Visible, change: Change) -> Iterator[str]:
    """Yield what a change may alter that is not one of a story."""
    if isinstance(change, LibraryChange):
        yield from _by_library(visible, change)
    elif isinstance(change, PageChange):
        yield from _by_page(change)
    elif isinstance(change, ClippingChange):
        yield from coverage.by_clipping(visible, change)
        yield sitemaps.WHOLE
    elif isinstance(change, RecordChange):
        yield sitemaps.WHOLE
    elif isinstance(change, NewsChange):
        yield NEWS
    elif isinstance(change, TakenChange):
        yield addresses.page(change.address)


DEPTHS = {"perpustakaan": 1, "topik": 2, "strategi": 3}
"""How many stories back a page may look in each sequence: one, and one more for each sequence before it."""

COUNTED = ("wilayah", "topik", "strategi", "arsip")
"""The lists of lists that tell how many stories each holds."""

NEWS = "site/news-sitemap.xml"


def _by_story(visible: Visible, entry: Entry) -> Iterator[str]:
    """Yield what a story in its place may alter: its page, the lists in which it stands, and who looks back at it."""
    yield addresses.page(entry.story.address)
    yield from (addresses.page(alias) for alias in entry.story.aliases)
    yield from _by_versions(visible, entry)
    if entry.story.original:
        return
    yield from coverage.by_story(visible, entry)
    yield from recipes.by_story(entry, sitemaps.WHOLE)
    yield from (addresses.page(card.address) for card in visible.whole(f"{ABOUT}/{entry.story.address}"))
    yield addresses.page("")
    yield from (addresses.page(hub) for hub in COUNTED)
    yield from (f"site/{name}" for name in feeds.WHOLE_FEEDS)
    yield _map(entry.month)
    yield NEWS
    yield addresses.page(entry.month)
    for name, bucket in sequences(entry).items():
        if bucket and name.partition("/")[0] in LISTS:
            yield addresses.page(name)
            yield f"site/{name}/feed.xml"
            yield addresses.page(f"{name}/{bucket}")
    yield from _lookers(visible, entry)


def _by_tombstone(change: StoryChange) -> Iterator[str]:
    """Yield the page at the address of a story that is not seen: it may have been taken down."""
    for entry in (change.old, change.new):
        if entry is not None and not entry.live:
            yield addresses.page(entry.story.address)


def _by_versions(visible: Visible, entry: Entry) -> Iterator[str]:
    """Yield the pages of a story in its other languages, and the sitemaps that name them all."""
    first = entry.story.original or entry.story.address
    there = [first, *(card.address for card in visible.versions(first))]
    for address in there if len(there) > 1 or entry.story.original else ():
        yield addresses.page(address)
        yield _map(address[:7])
    if entry.story.original:
        yield from (_map(entry.month), sitemaps.WHOLE)


def _lookers(visible: Visible, entry: Entry) -> Iterator[str]:
    """Yield the stories that may look back at *entry*: they pass over what an earlier sequence gave them."""
    found = [(name, DEPTHS[reason]) for reason, _, name in related_sequences(entry)]
    found += [(f"topik/{topic}@{entry.regency}", DEPTHS["topik"]) for topic in entry.topics[1:] if entry.regency]
    for name, depth in found:
        yield from (addresses.page(address) for address in visible.later(name, entry, depth))


def _by_edges(visible: Visible, name: str, moved: int) -> Iterator[str]:
    """Yield what *moved* stories may alter at the edges of a list in which they came, went or moved.

    Up to so many stories crossed the end of its first page, so the pages of their years or months may come or go; and
    a list that holds no more than so many may just have come to be.
    """
    kind = name.partition("/")[0]
    if kind in (*LISTS, "bulan") and "@" not in name:
        for spot in visible.ranks(name, max(0, look.FRONT - moved), 2 * moved):
            if spot.bucket:
                yield addresses.page(f"{name}/{spot.bucket}")
        if not visible.ranks(name, moved, 1):
            yield from (addresses.page("arsip" if kind == "bulan" else kind), addresses.page("cari"), sitemaps.WHOLE)
            if kind == "bulan":
                yield _map(name.split("/")[1])


def _by_years(visible: Visible, name: str, moved: int, changed: set[Spot]) -> Iterator[str]:
    """Yield the sitemaps of the years of whose pages of a list some may have come or gone.

    A year or month has a page where one of its stories has rank ``FRONT`` or more. Of *moved* changes each shifts a
    rank by one place at most, so only stories around that rank can have crossed it, and *changed* ones in their own
    place. Where more than *moved* stories beyond both are of one year or month, one of them stood there before as well.
    """
    if name.partition("/")[0] not in LISTS or "@" in name:
        return
    first = max(0, look.FRONT - moved)
    spots = visible.ranks(name, first, look.FRONT + 2 * moved + 1 - first)
    if first and not spots:
        return  # there were no more than fit on the first page, and there are not
    edge, beyond = spots[: look.FRONT + moved - first], spots[look.FRONT + moved - first :]
    buckets = {spot.bucket for spot in edge}
    buckets |= {spot.bucket for spot in changed if not first or spot[:2] <= spots[0][:2]}
    if len(beyond) > moved and len({spot.bucket for spot in beyond}) == 1:
        buckets.discard(beyond[0].bucket)
    yield from {_map(bucket[:4]) for bucket in buckets}


def _map(when: str) -> str:
    return f"site/{sitemaps.of_time(when)}"


def _by_library(visible: Visible, change: LibraryChange) -> Iterator[str]:
    """Yield what a profile may alter beside its stories (they are changes of their own)."""
    name = f"perpustakaan/{change.slug}"
    yield from (
        addresses.page(name),
        f"site/{name}/feed.xml",
        addresses.page("perpustakaan"),
        addresses.page("wilayah"),
        addresses.page("cari"),
    )
    yield from (addresses.page(f"{name}/{bucket}") for bucket in visible.buckets(name))
    yield from (addresses.page(""), sitemaps.WHOLE)
    for library in (change.old, change.new):
        yield from _by_region(library)


def _by_region(library: Library | None) -> Iterator[str]:
    for code in places(library.region if library else ""):
        if code:
            yield addresses.page(f"wilayah/{code}")
            yield f"site/wilayah/{code}/feed.xml"


def _by_page(change: PageChange) -> Iterator[str]:
    """Yield what a free page may alter; a change of the menu alters everything."""
    for page in (change.old, change.new):
        if page is not None:
            yield addresses.page(page.address)
    yield sitemaps.WHOLE
    if _in_menu(change.old) != _in_menu(change.new):
        yield WHOLE


def _in_menu(page: Page | None) -> tuple[int, str, str] | None:
    return (page.order, page.title, page.address) if page is not None and page.order else None
