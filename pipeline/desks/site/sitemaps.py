"""Sitemaps: which pages there are, for search engines (sitemaps.org, Google's image and news sitemaps).

``sitemap.xml`` is an index. Stories stand in a sitemap for each month of addresses, the months themselves and the
pages of lists by year or month in one for each year, everything else in as many as it needs.
"""

from collections.abc import Iterator
from functools import cached_property

from pipeline.archive.entry import EVERYTHING, TRANSLATED, VERSIONS, Card
from pipeline.archive.reserved import LISTS
from pipeline.archive.visible import Visible
from pipeline.build.output import Output, Renderer
from pipeline.desks.site import coverage, recipes
from pipeline.desks.site.feeds import RENDER, Feeds
from pipeline.desks.site.views import NewsEntry, NewsSitemap, Robots, Sitemap, SitemapPage
from pipeline.templating.dates import local_day

SITEMAP = Renderer(f"{RENDER}sitemap", ("site/sitemap.xml",))
INDEX = Renderer(f"{RENDER}sitemap_index", ("site/sitemap-index.xml",))
NEWS = Renderer(f"{RENDER}news_sitemap", ("site/news-sitemap.xml",))
ROBOTS = Renderer(f"{RENDER}robots", ("site/robots.txt",))

MOST = 50_000
"""A sitemap holds at most so many addresses (sitemaps.org); so many of ours have some 25 MB, where 50 are allowed."""

NEWS_MOST = 1_000
"""A news sitemap holds at most so many (Google's limit)."""

EACH = 20
"""A story stands in at most nine lists that may come or go with it, and it may leave nine others."""

OTHERS = 1_400
"""More than all regions, with their evidence, strategies and lists of lists together."""

INDEX_NAME, NEWS_NAME, ROBOTS_NAME = "sitemap.xml", "news-sitemap.xml", "robots.txt"
WHOLE = f"site/{INDEX_NAME}"
"""The path of the index. Where it may be another one, so may the sitemaps of all that is sorted by no time."""


def of_pages(number: int) -> str:
    """Return the name of the sitemap *number* (from 1) of all that is not sorted by time."""
    return "sitemap-halaman.xml" if number == 1 else f"sitemap-halaman-{number}.xml"


def of_time(when: str) -> str:
    """Return the name of the sitemap of a year or a month (``2023``, ``2023/05``)."""
    return f"sitemap-{when.replace('/', '-')}.xml"


def touched(visible: Visible, changes: int) -> Iterator[str]:
    """Yield the paths that may be other ones when pages that are sorted by no time came or went.

    So many *changes*, each of at most ``EACH`` pages, may have taken away whole sitemaps: too many are named, never
    too few.
    """
    most = 2 * len(visible.slugs()) + len(visible.names("topik")) + len(visible.pages()) + OTHERS + EACH * changes
    most += len([*coverage.there(visible), *recipes.there(visible), *visible.recorded()])
    yield WHOLE
    yield from (f"site/{of_pages(number)}" for number in range(1, most // MOST + 2))


class Sitemaps:
    """Makes the outputs of sitemaps, over the same archive as *feeds*."""

    def __init__(self, feeds: Feeds) -> None:
        self._feeds = feeds
        self._pages = feeds.pages
        self._visible: Visible = feeds.visible
        self._base = feeds.site.base

    def names(self) -> Iterator[str]:
        """Yield the names of all sitemaps."""
        yield from (INDEX_NAME, NEWS_NAME, ROBOTS_NAME, *self._listed())

    def _listed(self) -> list[str]:
        """Return the names of the sitemaps that the index lists."""
        months = sorted({*self._visible.names("bulan"), *self._visible.names(TRANSLATED)})
        parts = range(1, -(-len(self._unsorted) // MOST) + 1)
        years = dict.fromkeys(month[:4] for month in self._visible.names("bulan"))
        return [*map(of_pages, parts), *map(of_time, years), *map(of_time, months)]

    def output(self, name: str) -> Output | None:
        """Return the sitemap of that *name*, ``None`` where there must be none."""
        if name == INDEX_NAME:
            return self._index()
        if name == NEWS_NAME:
            return self._news()
        if name == ROBOTS_NAME:
            return Output(f"site/{name}", Robots(base=self._base), ROBOTS, rank=2)
        found = name.removeprefix("sitemap-").removesuffix(".xml")
        if found.partition("-")[0] == "halaman":
            number = found.removeprefix("halaman").removeprefix("-") or "1"
            pages = self._part(int(number)) if number.isdecimal() and of_pages(int(number)) == name else []
        else:
            pages = self._month(found.replace("-", "/")) if "-" in found else self._year(found)
        view = Sitemap(base=self._base, pages=tuple(pages))
        return Output(f"site/{name}", view, SITEMAP, rank=2) if pages else None

    def _index(self) -> Output:
        view = Sitemap(base=self._base, pages=tuple(SitemapPage(name) for name in self._listed()))
        return Output(f"site/{INDEX_NAME}", view, INDEX, rank=2)

    # -- by time -------------------------------------------------------------------------------------------------------

    def _month(self, month: str) -> list[SitemapPage]:
        """Return the stories of a calendar month (``2023/05``), each with its picture."""
        translations = self._visible.whole(f"{TRANSLATED}/{month}")
        several = self._translated.union(card.address for card in translations)
        found = sorted([*self._visible.whole(f"bulan/{month}"), *translations], key=lambda card: card.address)
        return [self._story(card, several=card.address in several) for card in found]

    @cached_property
    def _translated(self) -> set[str]:
        """The addresses of all stories that have a translation."""
        return set(self._visible.names(VERSIONS))

    def _story(self, card: Card, *, several: bool) -> SitemapPage:
        picture = self._pages.thumb(card)
        day = local_day(card.modified, card.zone).isoformat()
        image = f"{picture.stem}{picture.fallback}.jpg" if picture else ""
        entry = self._visible.entry(card.address) if several else None
        versions = self._pages.versions(entry) if entry else ()
        return SitemapPage(card.address, day, image, tuple((it.language, it.address) for it in versions))

    def _year(self, year: str) -> list[SitemapPage]:
        """Return the months of a year, and the pages of that year and its months of every list."""
        months = [month for month in self._visible.names("bulan") if month.startswith(f"{year}/")]
        if not months:
            return []
        known = set(self._feeds.lists())
        archives = [f"{name}/{bucket}" for name, bucket in self._visible.archives(year) if name in known]
        return [SitemapPage(address) for address in (*months, *archives)]

    # -- the rest ------------------------------------------------------------------------------------------------------

    @cached_property
    def _unsorted(self) -> list[str]:
        """Return the addresses of everything that is sorted by no time."""
        free = [page.address for page, _ in self._pages.free]
        search = ["cari"] if self._pages.site.meja.search else []
        more = (*coverage.there(self._visible), *recipes.there(self._visible))
        press = ["pers"] if self._pages.site.has_media_room else []
        lists = list(self._feeds.lists())
        return ["", "arsip", *search, *press, *LISTS, *free, *lists, *more, *self._evidence(lists)]

    def _evidence(self, lists: list[str]) -> list[str]:
        """Return the pages of evidence: every library and region with a page has one, and those of its records."""
        if not self._pages.site.has_evidence:
            return []
        parts = (name.partition("/") for name in lists)
        keys = [EVERYTHING, *(key for kind, _, key in parts if kind in ("perpustakaan", "wilayah"))]
        there = {*keys}
        records = (f"bukti/{area}/{part}" for area, part in self._visible.recorded() if area in there)
        return ["bukti", "bukti/semua/metode", "bukti/semua/data", *(f"bukti/{key}" for key in keys), *records]

    def _part(self, number: int) -> list[SitemapPage]:
        return [SitemapPage(address) for address in self._unsorted[(number - 1) * MOST : number * MOST]]

    def _news(self) -> Output:
        """Return the news sitemap: the stories of the last two days."""
        entries = tuple(
            NewsEntry(entry.story.address, entry.story.title, entry.published, entry.zone, entry.story.language)
            for entry in self._visible.recent(NEWS_MOST)
        )
        view = NewsSitemap(base=self._base, name=self._feeds.site.nama, entries=entries)
        return Output(f"site/{NEWS_NAME}", view, NEWS, rank=2)
