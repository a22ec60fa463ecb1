"""The front page: one story leads; then the newest, the freshest by province, numbers, libraries, and ways in."""

from pipeline.archive.entry import EVERYTHING, Card
from pipeline.build.output import Output, Renderer
from pipeline.content.library import Library
from pipeline.desks.site import addresses, naming
from pipeline.desks.site.cuttings import cuttings
from pipeline.desks.site.pages import FEW, RENDER, Pages
from pipeline.desks.site.views import Corner, HomePage, Link, Place

HOME = Renderer(f"{RENDER}home", ("site/home.html",))

LEADING = 6
"""Of so many newest stories the first with a photo leads."""

LATEST = 5
CORNERS = 6
IN_CORNER = 2
LIBRARIES = 8
TOPICS = 12

LOOKED_AT = 60
"""Libraries are named by their newest stories: so many are looked at."""


def home(pages: Pages) -> Output:
    """Return the front page."""
    newest = pages.visible.newest(EVERYTHING, LOOKED_AT)
    lead = next((card for card in newest[:LEADING] if pages.thumb(card)), newest[0] if newest else None)
    latest = [card for card in newest if card is not lead][:LATEST]
    shown = {card.address for card in (lead, *latest) if card}
    view = HomePage(
        frame=pages.frame,
        lead=pages.item(lead) if lead else None,
        items=pages.items(latest),
        corners=_corners(pages, shown),
        figures=pages.figures(EVERYTHING),
        libraries=_libraries(pages, newest),
        many=len(pages.visible.slugs()),
        tiles=pages.tiles(),
        topics=_topics(pages),
        coverage=cuttings(pages.visible, pages.visible.clippings.newest(EVERYTHING, FEW)),
    )
    return Output(addresses.page(""), view, HOME, rank=1)


def _corners(pages: Pages, shown: set[str]) -> tuple[Corner, ...]:
    """Return the provinces with the freshest news, each with what does not stand further up already."""
    found: list[tuple[int, Corner]] = []
    for code in pages.regions:
        link = naming.region(code)
        if "." in code or link is None:
            continue
        cards = pages.visible.newest(f"wilayah/{code}", IN_CORNER + len(shown))
        fresh = [card for card in cards if card.address not in shown][:IN_CORNER]
        if fresh:
            found.append((fresh[0].published, Corner(link, pages.items(fresh))))
    found.sort(key=lambda pair: (-pair[0], pair[1].region.address))
    return tuple(corner for _, corner in found[:CORNERS])


def _libraries(pages: Pages, newest: list[Card]) -> tuple[Place, ...]:
    slugs = list(dict.fromkeys(card.library for card in newest))
    libraries = (pages.visible.library(slug) for slug in slugs)
    return tuple(pages.place(library) for library in libraries if isinstance(library, Library))[:LIBRARIES]


def _topics(pages: Pages) -> tuple[Link, ...]:
    """Return the topics of most stories, by name."""
    sizes = pages.visible.sizes("topik")
    largest = sorted(sizes, key=lambda slug: (-sizes[slug], slug))[:TOPICS]
    return tuple(naming.topic(slug, sizes[slug]) for slug in sorted(largest))
