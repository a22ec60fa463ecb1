"""The social desk: for every story a folder of posts, under ``output/social/``."""

from collections.abc import Iterator, Sequence
from urllib.parse import quote

from pipeline import regions
from pipeline.archive.entry import Entry
from pipeline.archive.update import Change, StoryChange
from pipeline.archive.visible import Visible
from pipeline.build.output import Output, Renderer
from pipeline.config import Site
from pipeline.content.consent import Channel
from pipeline.desks.social.views import Posts
from pipeline.pictures import plates
from pipeline.pictures.deck import Deck, Style
from pipeline.platforms.limits import LIMITS
from pipeline.templating.plate import Plate

FOLDER = "social/"


class SocialDesk:
    """The desk that makes the posts of every story, for the platforms that *site* names."""

    name = "social"
    channel: Channel = "sosial"

    def __init__(self, site: Site, style: Style) -> None:
        self._site = site
        self._style = style
        self._platforms = tuple(name for name in dict.fromkeys(site.sosial.platform) if name in LIMITS)
        templates = tuple(f"social/{name}.txt" for name in (*self._platforms, "own", "thread", "comment", "correction"))
        self._renderer = Renderer("pipeline.desks.social.render:posts", templates)

    def outputs(self, visible: Visible) -> Iterator[Output]:
        """Yield a folder of posts for every story."""
        for address in visible.addresses():
            output = self._output(visible, address)
            if output is not None:
                yield output

    def output(self, visible: Visible, path: str) -> Output | None:
        """Return the folder of posts at *path*, or ``None`` where there must be none."""
        return self._output(visible, path.removeprefix(FOLDER).removesuffix("/")) if path.startswith(FOLDER) else None

    def touched(self, visible: Visible, changes: Sequence[Change]) -> set[str]:  # noqa: ARG002  the protocol's
        """Return the folders that *changes* may alter: posts show nothing but their own story and library."""
        entries = (entry for change in changes if isinstance(change, StoryChange) for entry in (change.old, change.new))
        return {folder(entry.story.address) for entry in entries if entry is not None and entry.live}

    def _output(self, visible: Visible, address: str) -> Output | None:
        entry = visible.entry(address)
        if entry is None or entry.story.original:  # a translation is read, not posted
            return None
        return Output(folder(address), self._posts(visible, entry), self._renderer, owner=entry.story.path)

    def _posts(self, visible: Visible, entry: Entry) -> Posts:
        story = entry.story
        library = visible.library(story.library)
        spoken = story.quotes[0] if story.quotes else None
        region = regions.region(entry.regency or entry.province)
        return Posts(
            address=story.address,
            url=f"{self._site.base}{quote(story.address)}/",
            platforms=self._platforms,
            title=story.title,
            summary=story.summary if story.summary_given else "",
            text=entry.text,
            date=story.date,
            zone=entry.zone,
            place=story.place or (region.name if region else ""),
            library=library.name if library else story.library,
            quote=spoken.text if spoken else "",
            speaker=", ".join(part for part in (spoken.name, spoken.role) if part) if spoken else "",
            tags=self._tags(entry),
            own=story.social,
            pictures=self._pictures(visible, entry),
            sample=story.sample,
            kind=story.kind,
            outcome=story.outcome or story.result,
            steps=bool(story.steps),
            corrections=tuple(sorted(story.corrections, key=lambda item: -item.date.instant(entry.zone))),
            tagged=tuple(name for name in self._platforms if name in self._site.sosial.utm),
            language=self._site.bahasa,
        )

    def _pictures(self, visible: Visible, entry: Entry) -> tuple[Plate, ...]:
        if not self._site.meja.cards:
            return ()
        return plates.posted(self._site, Deck(self._site, self._style, visible), entry)

    def _tags(self, entry: Entry) -> tuple[tuple[str, ...], ...]:
        """Return the sources of hashtags: the story's own, its topics, the site's, its strategy, its places.

        The site's name comes last, so that there is always one.
        """
        story = entry.story
        places = (regions.region(code) for code in (entry.regency, entry.province))
        return (
            story.hashtags,
            entry.topics[:2],
            self._site.sosial.tagar,
            (story.strategy,) if story.strategy else (),
            tuple(place.name for place in places if place is not None),
            entry.topics[2:],
            (self._site.nama, "Perpustakaan"),
        )


def folder(address: str) -> str:
    """Return the folder of a story's posts."""
    return f"{FOLDER}{address}/"
