"""The media room: ``output/site/pers/``, what journalists find for themselves.

Everybody sees it, so nothing stands there that may not be seen on the web: no release under embargo, and of photos and
quotations those alone whose people agreed to the web and to the press.
"""

from collections.abc import Iterator

from pipeline.archive import visible as look
from pipeline.archive.entry import MEDIA_ROOM, Card
from pipeline.archive.tally import TOLD
from pipeline.archive.visible import Visible
from pipeline.build.output import Output, Renderer
from pipeline.config import Site
from pipeline.desks.press.forms import RENDER, archive, copies, files, goes_out
from pipeline.desks.press.release import Releases, both
from pipeline.desks.press.views import Asset, Counted, Listed, ReleasePage, Room
from pipeline.pictures import plates
from pipeline.pictures.deck import Deck, Style
from pipeline.pictures.icon import marks
from pipeline.templating.dates import local_day
from pipeline.templating.frame import frame

ROOT = "site/pers/"
FRONT = f"{ROOT}index.html"
STYLES = "site/pers.css"
TWINS = ("siaran-pers.docx", "siaran-pers.pdf", "siaran-pers.txt")
"""The forms of a release beside its page; the page itself is the fourth."""

PAGE = Renderer(f"{RENDER}twin", ("press/page.html",))
ROOM = Renderer(f"{RENDER}room", ("press/room.html",))
LOOK = Output(STYLES, Asset(name="press/pers.css"), Renderer(f"{RENDER}styles", ("press/pers.css",)))


class MediaRoom:
    """Makes the outputs of the media room over one visible archive."""

    def __init__(self, site: Site, style: Style, visible: Visible) -> None:
        self._site = site
        self._press = visible
        self._web = visible.through("web")
        self._releases = Releases(site, style, self._web)
        self._sent = Releases(site, style, visible)
        menu = sorted((page.order, page.address, page.title) for page, _body in visible.pages() if page.order)
        picture = plates.own(site, Deck(site, style, self._web)) if site.meja.photos else None
        pairs = tuple((title, address) for _order, address, title in menu)
        self._frame = frame(site, pairs, picture, marks(site, style))

    def outputs(self) -> Iterator[Output]:
        """Yield everything of the media room."""
        for card in self._web.whole(MEDIA_ROOM):
            yield from self.of_story(card.address)
        yield self._room("", self._web.newest(MEDIA_ROOM))
        for year in self._web.buckets(MEDIA_ROOM):
            yield self._room(year, self._web.bucket(MEDIA_ROOM, year))
        yield LOOK

    def output(self, path: str) -> Output | None:
        """Return the output at *path*, or ``None`` where there must be none."""
        if path == STYLES:
            return LOOK
        inside = path.removeprefix(ROOT)
        if inside == "index.html":
            return self._room("", self._web.newest(MEDIA_ROOM))
        folder = inside.rpartition("/")[0]
        if "/" not in folder and path == of_year(folder):
            return self._year(folder)
        return next((output for output in self.of_story(folder) if output.path == path), None)

    def of_story(self, address: str) -> Iterator[Output]:
        """Yield the page of a release and what may be downloaded beside it."""
        press, web = self._press.entry(address), self._web.entry(address)
        if press is None or web is None or not goes_out(web):
            return
        view = self._releases.of(both(press, web))
        inside, owner = f"{ROOT}{address}/", web.story.path
        page = ReleasePage(frame=self._frame, release=view, kit=archive(address), pictured=self._site.meja.photos)
        yield Output(f"{inside}index.html", page, PAGE, owner=owner)
        if view == self._sent.of(press):
            yield from copies(inside, address, TWINS, owner)
        else:
            yield from files(inside, view, TWINS, owner)

    def _year(self, year: str) -> Output | None:
        known = year in self._web.buckets(MEDIA_ROOM)
        return self._room(year, self._web.bucket(MEDIA_ROOM, year)) if known else None

    def _room(self, year: str, cards: list[Card]) -> Output:
        view = Room(
            frame=self._frame,
            year=year,
            releases=tuple(map(self._listed, cards)),
            archives=() if year else tuple(self._web.buckets(MEDIA_ROOM)),
            program="" if year else self._site.pers.program,
            desk="" if year else self._site.pers.narahubung or self._site.surel,
            counted=() if year else tuple(self._counted()),
            covered=not year and self._web.clippings.any(),
        )
        return Output(of_year(year) if year else FRONT, view, ROOM, rank=1)

    def _listed(self, card: Card) -> Listed:
        library = self._web.library(card.library)
        return Listed(
            address=card.address,
            title=card.title,
            summary=card.summary,
            library=library.name if library else card.library,
            day=local_day(card.published, card.zone),
            kit=archive(card.address),
            sample=card.sample,
        )

    def _counted(self) -> Iterator[Counted]:
        """Yield what all stories add up to, samples by themselves."""
        for tally, sample in zip(self._web.tallies(), (False, True), strict=True):
            if tally.stories >= TOLD:
                yield Counted(
                    tally.stories, tally.libraries, tally.events, tally.attendances, tally.first, sample=sample
                )


def of_year(year: str) -> str:
    """Return the path of the page with the older releases of *year*."""
    return f"{ROOT}{year}/index.html"


def paths(address: str) -> Iterator[str]:
    """Yield everything that the media room may hold of the story at *address*."""
    yield from (f"{ROOT}{address}/{name}" for name in ("index.html", *TWINS, archive(address)))


def edges(web: Visible, moved: int) -> set[str]:
    """Return the pages of years that *moved* releases may bring or take away, by crossing the end of the first page."""
    spots = web.ranks(MEDIA_ROOM, max(0, look.FRONT - moved), 2 * moved)
    return {of_year(spot.bucket) for spot in spots}
