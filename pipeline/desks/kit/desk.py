"""The kit desk: under ``output/site/<address>/bagikan/`` a page to copy posts from, and the same as one ZIP."""

from collections.abc import Iterator, Sequence

from pipeline.archive.entry import Entry
from pipeline.archive.update import Change, StoryChange
from pipeline.archive.visible import Visible
from pipeline.build.output import Output, Renderer
from pipeline.config import Site
from pipeline.content.consent import Channel
from pipeline.desks.kit.views import Asset, Kit, Room
from pipeline.pictures import deck, plates
from pipeline.pictures.deck import Deck, Style
from pipeline.pictures.icon import marks
from pipeline.platforms.intent import host
from pipeline.templating.dates import local_day

RENDER = "pipeline.desks.kit.render:"
PAGE = Renderer(f"{RENDER}page", ("kit/page.html",))
ARCHIVE = Renderer(f"{RENDER}archive", ("kit/bagikan.html", "kit/kit.css", "kit/kit.js"))
ASSETS = {
    "site/kit.css": Output(
        "site/kit.css", Asset(name="kit/kit.css"), Renderer(f"{RENDER}stylesheet", ("kit/kit.css",))
    ),
    "site/kit.js": Output("site/kit.js", Asset(name="kit/kit.js"), Renderer(f"{RENDER}script", ("kit/kit.js",))),
}
FOLDER = "/bagikan/"


class KitDesk:
    """The desk that makes the share kit of every story."""

    name = "kit"
    channel: Channel = "sosial"

    def __init__(self, site: Site, style: Style) -> None:
        self._site = site
        self._style = style
        found = marks(site, style)
        self._room = Room(
            name=site.nama,
            url=site.base,
            language=site.bahasa,
            icon=found.vector or found.small,
            mastodon=host(site.akun.mastodon),
        )
        self._seen: tuple[Visible, Visible] | None = None

    def outputs(self, visible: Visible) -> Iterator[Output]:
        """Yield the page and the ZIP of every story, and what all pages share."""
        if not self._works:
            return
        for address in visible.addresses():
            yield from self._of_story(visible, address)
        yield from ASSETS.values()

    def output(self, visible: Visible, path: str) -> Output | None:
        """Return the output at *path*, or ``None`` where there must be none."""
        if not self._works:
            return None
        if path in ASSETS:
            return ASSETS[path]
        address = path.removeprefix("site/").partition(FOLDER)[0]
        return next((output for output in self._of_story(visible, address) if output.path == path), None)

    def touched(self, visible: Visible, changes: Sequence[Change]) -> set[str]:  # noqa: ARG002  the protocol's
        """Return the pages and ZIPs that *changes* may alter: a kit shows nothing but its own story and library."""
        entries = (entry for change in changes if isinstance(change, StoryChange) for entry in (change.old, change.new))
        addresses = {entry.story.address for entry in entries if entry is not None and entry.live}
        return {path(address) for address in addresses for path in (page, archive)}

    @property
    def _works(self) -> bool:
        """Whether there are kits at all: they are made of posts, and stand beside pages."""
        return self._site.meja.social and self._site.meja.site

    def _of_story(self, visible: Visible, address: str) -> list[Output]:
        entry = visible.entry(address)
        if entry is None or entry.story.original:  # a translation is read, not posted
            return []
        if not self._site.has_kit(local_day(entry.published, entry.zone)):
            return []
        view = self._kit(visible, entry)
        made, optional, owner = (f"social/{address}/",), tuple(self._uses(view)), entry.story.path
        return [
            Output(page(address), view, PAGE, made=made, optional=optional, owner=owner, weight=2),
            Output(archive(address), view, ARCHIVE, made=made, optional=optional, owner=owner, weight=10),
        ]

    def _kit(self, visible: Visible, entry: Entry) -> Kit:
        story = entry.story
        return Kit(
            room=self._room,
            address=story.address,
            title=story.title,
            summary=story.summary,
            day=local_day(entry.published, entry.zone),
            preview=self._preview(visible, entry),
            poster=self._site.meja.posters,
        )

    def _preview(self, visible: Visible, entry: Entry) -> str:
        """Return the picture of links to *entry*: made for the web, so only if it can show nothing that we may not."""
        if not self._site.meja.photos:
            return ""
        web = self._web(visible)
        found = web.entry(entry.story.address)
        if found is None or found.story.photos != entry.story.photos:
            return ""
        return f"site/{plates.preview(self._site, Deck(self._site, self._style, web), found).address}"

    def _web(self, visible: Visible) -> Visible:
        if self._seen is None or self._seen[0] is not visible:
            self._seen = (visible, visible.through("web"))
        return self._seen[1]

    def _uses(self, view: Kit) -> Iterator[str]:
        """Yield the outputs whose pictures and poster a kit holds, where they could be made."""
        stems = deck.stems(view.address)
        if self._site.meja.cards:
            yield stems["social"]
        if view.preview.startswith(stems["web"]):
            yield stems["web"]
        if view.poster:
            yield poster(view.address)


def page(address: str) -> str:
    """Return the path of the page with the kit of the story at *address*."""
    return f"site/{address}{FOLDER}index.html"


def poster(address: str) -> str:
    """Return the path of the poster of the story at *address*, which the posters desk makes."""
    return f"site/{address}{FOLDER}poster.pdf"


def archive(address: str) -> str:
    """Return the path of the ZIP with the kit of the story at *address*."""
    return f"site/{address}{FOLDER}{address.rpartition('/')[2]}-bagikan.zip"
