"""The site desk: everything under ``output/site/``."""

from collections.abc import Callable, Iterable, Iterator

from pipeline.archive.entry import Entry, places, sequences
from pipeline.archive.reserved import LISTS
from pipeline.archive.update import Change, LibraryChange, PageChange, StoryChange
from pipeline.archive.visible import FRONT, Visible
from pipeline.build.output import Output, Renderer
from pipeline.build.state import WHOLE
from pipeline.config import Site
from pipeline.content.consent import Channel
from pipeline.content.library import Library
from pipeline.content.page import Page
from pipeline.desks.site import addresses, feeds
from pipeline.desks.site.addresses import Address
from pipeline.desks.site.feeds import Feeds
from pipeline.desks.site.pages import Pages, related_sequences
from pipeline.desks.site.views import Asset

ASSETS = ("style.css",)


class SiteDesk:
    """The desk that makes the news site of *site*'s settings."""

    name = "site"
    channel: Channel = "web"

    def __init__(self, site: Site) -> None:
        self._site = site
        self._seen: tuple[Visible, Pages, Feeds] | None = None

    def _makers(self, visible: Visible) -> tuple[Pages, Feeds]:
        if self._seen is None or self._seen[0] is not visible:
            pages = Pages(self._site, visible)
            self._seen = (visible, pages, Feeds(pages))
        return self._seen[1:]

    # -- what must exist -----------------------------------------------------------------------------------------------

    def outputs(self, visible: Visible) -> Iterator[Output]:
        """Yield every page, feed and sitemap."""
        for path in self._paths(visible):
            output = self.output(visible, path)
            if output is not None:
                yield output

    def _paths(self, visible: Visible) -> Iterator[str]:
        pages, feed_maker = self._makers(visible)
        for address in visible.addresses():
            yield addresses.page(address)
        living = set(visible.addresses()) if visible.redirects() else set()
        yield from (addresses.page(alias) for alias, _ in visible.redirects() if alias not in living)
        for month in visible.names("bulan"):
            yield addresses.page(month)
            yield f"site/sitemap-{month.replace('/', '-')}.xml"
        for name in feed_maker.lists():
            yield addresses.page(name)
            yield f"site/{name}/feed.xml"
            yield from (addresses.page(f"{name}/{bucket}") for bucket in visible.buckets(name))
        yield from (addresses.page(kind) for kind in (*LISTS, "arsip"))
        yield from (addresses.page(page.address) for page, _ in pages.free)
        yield addresses.page("")
        yield from (f"site/{name}" for name in _FILES)

    def output(self, visible: Visible, path: str) -> Output | None:
        """Return the output at *path*, or ``None`` where there must be none."""
        if not path.startswith(addresses.SITE):
            return None
        pages, feed_maker = self._makers(visible)
        return _make(pages, feed_maker, addresses.parse(path))

    # -- what a change may alter ---------------------------------------------------------------------------------------

    def touched(self, visible: Visible, change: Change) -> Iterable[str]:
        """Return the paths that *change* may alter."""
        if isinstance(change, StoryChange):
            found: set[str] = set()
            for entry in (change.old, change.new):
                if entry is not None and entry.live:
                    found.update(_by_story(visible, entry))
            return found
        if isinstance(change, LibraryChange):
            return _by_library(visible, change)
        if isinstance(change, PageChange):
            return _by_page(change)
        return ("site/news-sitemap.xml",)


_FILES = (*feeds.WHOLE_FEEDS, "sitemap.xml", feeds.PLACES, "news-sitemap.xml", "robots.txt", "404.html", *ASSETS)


def _make(pages: Pages, feed_maker: Feeds, address: Address) -> Output | None:
    makers: dict[str, Callable[[str], Output | None]] = {
        "home": lambda _: pages.home(),
        "story": pages.story,
        "month": pages.month,
        "bucket": lambda name: pages.bucket(name, address.bucket),
        "list": pages.listing,
        "listfeed": feed_maker.listing,
        "hub": pages.hub,
        "page": lambda name: pages.page(name) or pages.story(name),
        "file": lambda name: _file(pages, feed_maker, name),
    }
    return makers[address.kind](address.name)


def _file(pages: Pages, feed_maker: Feeds, name: str) -> Output | None:
    if name in feeds.WHOLE_FEEDS:
        return feed_maker.feed(name)
    if name in ASSETS:
        return Output(f"site/{name}", Asset(name=name), Renderer("pipeline.desks.site.render:asset", (f"site/{name}",)))
    makers = {
        "sitemap.xml": feed_maker.sitemap_index,
        feeds.PLACES: feed_maker.places,
        "news-sitemap.xml": feed_maker.news,
        "robots.txt": feed_maker.robots,
        "404.html": pages.missing,
    }
    if name in makers:
        return makers[name]()
    month = name.removeprefix("sitemap-").removesuffix(".xml")
    return feed_maker.month(month.replace("-", "/")) if name.startswith("sitemap-") else None


def _by_story(visible: Visible, entry: Entry) -> Iterator[str]:
    """Yield what a story in its place may alter: its page, the lists in which it stands, and who looks back at it."""
    yield addresses.page(entry.story.address)
    yield from (addresses.page(alias) for alias in entry.story.aliases)
    yield addresses.page("")
    yield from (f"site/{name}" for name in feeds.WHOLE_FEEDS)
    yield f"site/sitemap-{entry.month.replace('/', '-')}.xml"
    yield "site/news-sitemap.xml"
    for name, bucket in sequences(entry).items():
        if name.startswith("bulan/"):
            yield addresses.page(entry.month)
            yield from _if_alone(visible, name, "arsip")
        elif bucket:
            yield from _by_list(visible, name, bucket)
            yield from _if_alone(visible, name, name.partition("/")[0])
    for most, (_, _, name) in enumerate(related_sequences(entry), 2):
        yield from (addresses.page(address) for address in visible.later(name, entry, most))
    yield from _lookers(visible, entry)


def _lookers(visible: Visible, entry: Entry) -> Iterator[str]:
    """Yield the stories that may look back at *entry* by one of its further topics."""
    for topic in entry.topics[1:]:
        if entry.regency:
            for address in visible.later(f"topik/{topic}@{entry.regency}", entry, 3):
                yield addresses.page(address)


def _by_list(visible: Visible, name: str, bucket: str) -> Iterator[str]:
    """Yield a list's pages: the first, its feed, the bucket, and those of the stories at the first page's edge."""
    yield addresses.page(name)
    yield f"site/{name}/feed.xml"
    yield addresses.page(f"{name}/{bucket}")
    yield from (addresses.page(f"{name}/{spot.bucket}") for spot in visible.ranks(name, FRONT - 1, 3))


def _if_alone(visible: Visible, name: str, hub: str) -> Iterator[str]:
    """Yield the lists that name *name*, where it may just have come to be or ceased to be."""
    if not visible.ranks(name, 1, 1):
        yield from (addresses.page(hub), "site/sitemap.xml", f"site/{feeds.PLACES}")


def _by_library(visible: Visible, change: LibraryChange) -> Iterator[str]:
    """Yield what a profile may alter beside its stories (they are changes of their own)."""
    name = f"perpustakaan/{change.slug}"
    yield from (
        addresses.page(name),
        f"site/{name}/feed.xml",
        addresses.page("perpustakaan"),
        addresses.page("wilayah"),
    )
    yield from (addresses.page(f"{name}/{bucket}") for bucket in visible.buckets(name))
    yield from (addresses.page(""), f"site/{feeds.PLACES}")
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
    yield f"site/{feeds.PLACES}"
    if _in_menu(change.old) != _in_menu(change.new):
        yield WHOLE


def _in_menu(page: Page | None) -> tuple[int, str, str] | None:
    return (page.order, page.title, page.address) if page is not None and page.order else None
