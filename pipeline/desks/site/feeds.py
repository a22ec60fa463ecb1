"""Feeds and sitemaps: what machines read."""

from pipeline.archive.entry import EVERYTHING, Entry
from pipeline.archive.reserved import LISTS
from pipeline.build.output import Output, Renderer
from pipeline.desks.site import naming
from pipeline.desks.site.pages import Pages
from pipeline.desks.site.views import Feed, FeedEntry, NewsEntry, NewsSitemap, Robots, Sitemap
from pipeline.language import N_
from pipeline.templating.dates import local_day

RENDER = "pipeline.desks.site.render:"
RSS = Renderer(f"{RENDER}rss", ("site/feed.xml",))
ATOM = Renderer(f"{RENDER}atom", ("site/atom.xml",))
JSON = Renderer(f"{RENDER}json_feed")
SITEMAP = Renderer(f"{RENDER}sitemap", ("site/sitemap.xml",))
INDEX = Renderer(f"{RENDER}sitemap_index", ("site/sitemap-index.xml",))
NEWS = Renderer(f"{RENDER}news_sitemap", ("site/news-sitemap.xml",))
ROBOTS = Renderer(f"{RENDER}robots", ("site/robots.txt",))

SHORT = 12
"""The newest so many stand in the feed of a library, region or topic (the site's own feed has a whole front page)."""

NEWS_MOST = 1_000
"""A news sitemap holds at most so many (Google's limit)."""

WHOLE_FEEDS = {"feed.xml": RSS, "atom.xml": ATOM, "feed.json": JSON}
PLACES = "sitemap-halaman.xml"


class Feeds:
    """Makes the outputs of feeds and sitemaps, over the same archive as *pages*."""

    def __init__(self, pages: Pages) -> None:
        self.pages = pages
        self.visible = pages.visible
        self.site = pages.site

    def feed(self, name: str) -> Output:
        """Return one of the site's own feeds."""
        cards = self.visible.newest(EVERYTHING)
        view = self._feed(name, "", self.site.nama, [card.address for card in cards])
        return Output(f"site/{name}", view, WHOLE_FEEDS[name], rank=2)

    def listing(self, name: str) -> Output | None:
        """Return the feed of a library, region or topic that has a page."""
        if name.startswith("strategi/") or not self.pages.has(name):
            return None
        link = naming.sequence(self.visible, name, self.site.bahasa)
        cards = self.visible.newest(name, SHORT)
        title = f"{link.title if link else name} - {self.site.nama}"
        view = self._feed(f"{name}/feed.xml", name, title, [card.address for card in cards])
        return Output(f"site/{name}/feed.xml", view, RSS, rank=2)

    def _feed(self, path: str, address: str, title: str, stories: list[str]) -> Feed:
        entries = [self._entry(entry) for story in stories if (entry := self.visible.entry(story)) is not None]
        return Feed(
            frame=self.pages.frame, path=path, address=address, title=title, entries=tuple(entries),
            hub=self.site.umpan_hub,
        )  # fmt: skip

    def _entry(self, entry: Entry) -> FeedEntry:
        story = entry.story
        tags = [naming.words(slug) for slug in entry.topics]
        if story.strategy:
            tags.append(naming.strategy(story.strategy, self.site.bahasa).title)
        if story.sample:
            tags.append(self.pages.say(N_("Contoh")))
        return FeedEntry(
            address=story.address,
            title=story.title,
            summary=story.summary,
            author=story.author,
            library=naming.library(self.visible, story.library).title,
            published=entry.published,
            updated=entry.modified,
            zone=entry.zone,
            tags=tuple(tags),
            body=entry.html,
            language=story.language,
            image=next(iter(self.pages.images(entry)), None),
        )

    # -- sitemaps ------------------------------------------------------------------------------------------------------

    def sitemap_index(self) -> Output:
        """Return the index of all sitemaps: one for each month of stories, one for all other pages."""
        months = [f"sitemap-{month.replace('/', '-')}.xml" for month in self.visible.names("bulan")]
        view = Sitemap(base=self.site.base, pages=tuple((name, "") for name in (PLACES, *months)))
        return Output("site/sitemap.xml", view, INDEX, rank=2)

    def month(self, month: str) -> Output | None:
        """Return the sitemap of the stories of a calendar month (``2023/05``)."""
        cards = self.visible.whole(f"bulan/{month}")
        if not cards:
            return None
        pages = sorted((card.address, local_day(card.modified, card.zone).isoformat()) for card in cards)
        view = Sitemap(base=self.site.base, pages=tuple(pages))
        return Output(f"site/sitemap-{month.replace('/', '-')}.xml", view, SITEMAP, rank=2)

    def places(self) -> Output:
        """Return the sitemap of everything that is not a story."""
        found = ["", "arsip", *LISTS, *self.visible.names("bulan")]
        found += [page.address for page, _ in self.pages.free]
        found += self.lists()
        view = Sitemap(base=self.site.base, pages=tuple((address, "") for address in found))
        return Output(f"site/{PLACES}", view, SITEMAP, rank=2)

    def lists(self) -> list[str]:
        """Return the sequences of all libraries, regions, topics and strategies that have a page."""
        slugs = [s for s in self.visible.slugs() if self.visible.library(s) or self.visible.any(f"perpustakaan/{s}")]
        return [
            *(f"perpustakaan/{slug}" for slug in slugs),
            *(f"wilayah/{code}" for code in self.pages.regions if naming.region(code)),
            *(f"topik/{slug}" for slug in self.visible.names("topik")),
            *(f"strategi/{slug}" for slug in naming.STRATEGIES),
        ]

    def news(self) -> Output:
        """Return the news sitemap."""
        entries = tuple(
            NewsEntry(entry.story.address, entry.story.title, entry.published, entry.zone, entry.story.language)
            for entry in self.visible.recent(NEWS_MOST)
        )
        view = NewsSitemap(base=self.site.base, name=self.site.nama, entries=entries)
        return Output("site/news-sitemap.xml", view, NEWS, rank=2)

    def robots(self) -> Output:
        """Return ``robots.txt``."""
        return Output("site/robots.txt", Robots(base=self.site.base), ROBOTS, rank=2)
