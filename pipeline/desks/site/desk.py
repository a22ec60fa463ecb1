"""The site desk: everything under ``output/site/``."""

from collections.abc import Callable, Iterator, Sequence

from pipeline.archive.reserved import LISTS
from pipeline.archive.update import Change
from pipeline.archive.visible import Visible
from pipeline.build.output import Output, Renderer
from pipeline.config import Site
from pipeline.content.consent import Channel
from pipeline.desks.site import addresses, coverage, feeds, front, hubs, recipes, search, sitemaps
from pipeline.desks.site.addresses import Address
from pipeline.desks.site.feeds import Feeds
from pipeline.desks.site.pages import RENDER, Pages
from pipeline.desks.site.sitemaps import Sitemaps
from pipeline.desks.site.touched import touched
from pipeline.desks.site.views import Asset
from pipeline.pictures import icon
from pipeline.pictures.deck import Style

ASSETS = ("_headers", "style.css", "bagikan.js", "fonts/plus-jakarta-sans.woff2", "fonts/OFL.txt")


class SiteDesk:
    """The desk that makes the news site of *site*'s settings."""

    name = "site"
    channel: Channel = "web"

    def __init__(self, site: Site, style: Style) -> None:
        self._site = site
        self._style = style
        self._seen: tuple[Visible, Pages, Feeds, Sitemaps] | None = None

    def _makers(self, visible: Visible) -> tuple[Pages, Feeds, Sitemaps]:
        if self._seen is None or self._seen[0] is not visible:
            pages = Pages(self._site, self._style, visible)
            lists = Feeds(pages)
            self._seen = (visible, pages, lists, Sitemaps(lists))
        return self._seen[1:]

    # -- what must exist -----------------------------------------------------------------------------------------------

    def outputs(self, visible: Visible) -> Iterator[Output]:
        """Yield every page, feed and sitemap."""
        for path in dict.fromkeys(self._paths(visible)):  # an old address may be that of a page by now
            output = self.output(visible, path)
            if output is not None:
                yield output

    def _paths(self, visible: Visible) -> Iterator[str]:
        pages, feed_maker, maps = self._makers(visible)
        for address in visible.addresses():
            yield addresses.page(address)
        taken, redirects = visible.tombstones(), visible.redirects()
        claimed = set(visible.addresses()) if taken or redirects else set()
        yield from (addresses.page(address) for address in taken if address not in claimed)
        claimed.update(taken)
        yield from (addresses.page(alias) for alias, _ in redirects if alias not in claimed)
        for month in visible.names("bulan"):
            yield addresses.page(month)
        for name in feed_maker.lists():
            yield addresses.page(name)
            yield f"site/{name}/feed.xml"
            yield from (addresses.page(f"{name}/{bucket}") for bucket in visible.buckets(name))
        yield from (addresses.page(kind) for kind in (*LISTS, "arsip"))
        yield from (addresses.page(page.address) for page, _ in pages.free)
        yield from map(addresses.page, coverage.there(visible))
        yield from map(addresses.page, recipes.there(visible))
        yield addresses.page("")
        yield addresses.page("cari")
        yield from (f"site/{name}" for name in (*_FILES, *maps.names()))

    def output(self, visible: Visible, path: str) -> Output | None:
        """Return the output at *path*, or ``None`` where there must be none."""
        if not path.startswith(addresses.SITE):
            return None
        return _make(*self._makers(visible), addresses.parse(path))

    # -- what a change may alter ---------------------------------------------------------------------------------------

    def touched(self, visible: Visible, changes: Sequence[Change]) -> set[str]:
        """Return the paths that *changes*, all together, may alter."""
        found = set(touched(visible, changes))
        return found.union(sitemaps.touched(visible, len(changes))) if sitemaps.WHOLE in found else found


_FILES = (*feeds.WHOLE_FEEDS, "404.html", icon.VECTOR, icon.MANIFEST, *ASSETS, *search.ASSETS)


def _make(pages: Pages, feed_maker: Feeds, maps: Sitemaps, address: Address) -> Output | None:
    makers: dict[str, Callable[[str], Output | None]] = {
        "home": lambda _: front.home(pages),
        "story": pages.story,
        "month": pages.month,
        "bucket": lambda name: pages.bucket(name, address.bucket),
        "list": pages.listing,
        "listfeed": feed_maker.listing,
        "hub": lambda name: hubs.hub(pages, name),
        "coverage": lambda name: coverage.coverage(pages, name),
        "recipe": lambda name: recipes.recipe(pages, name),
        "search": lambda _: search.search(pages),
        "page": lambda name: pages.page(name) or pages.story(name),
        "file": lambda name: _file(pages, feed_maker, maps, name),
    }
    return makers[address.kind](address.name)


def _file(pages: Pages, feed_maker: Feeds, maps: Sitemaps, name: str) -> Output | None:
    if name in feeds.WHOLE_FEEDS:
        return feed_maker.feed(name)
    if name in ASSETS or (name in search.ASSETS and pages.site.meja.search):
        maker = "stylesheet" if name.endswith(".css") else "asset"
        return Output(f"site/{name}", Asset(name=name), Renderer(f"{RENDER}{maker}", (f"site/{name}",)))
    if name == icon.VECTOR:
        return icon.vector(pages.site, pages.style)
    if name == icon.MANIFEST:
        return icon.manifest(pages.site, pages.style)
    return pages.missing() if name == "404.html" else maps.output(name)
