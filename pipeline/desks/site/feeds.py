"""Feeds: what feed readers read, and which lists have one."""

from pipeline.archive.entry import EVERYTHING, Entry
from pipeline.build.output import Output, Renderer
from pipeline.desks.site import naming
from pipeline.desks.site.corrections import corrected
from pipeline.desks.site.pages import Pages
from pipeline.desks.site.views import Feed, FeedEntry
from pipeline.language import N_

RENDER = "pipeline.desks.site.render:"
RSS = Renderer(f"{RENDER}rss", ("site/feed.xml",))
ATOM = Renderer(f"{RENDER}atom", ("site/atom.xml",))
JSON = Renderer(f"{RENDER}json_feed")

SHORT = 12
"""The newest so many stand in the feed of a library, region or topic (the site's own feed has a whole front page)."""

WHOLE_FEEDS = {"feed.xml": RSS, "atom.xml": ATOM, "feed.json": JSON}


class Feeds:
    """Makes the outputs of feeds, over the same archive as *pages*."""

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
            corrected=corrected(entry),
        )

    def lists(self) -> list[str]:
        """Return the sequences of all libraries, regions, topics and strategies that have a page."""
        slugs = [s for s in self.visible.slugs() if self.visible.library(s) or self.visible.any(f"perpustakaan/{s}")]
        return [
            *(f"perpustakaan/{slug}" for slug in slugs),
            *(f"wilayah/{code}" for code in self.pages.regions if naming.region(code)),
            *(f"topik/{slug}" for slug in self.visible.names("topik")),
            *(f"strategi/{slug}" for slug in naming.STRATEGIES),
        ]
