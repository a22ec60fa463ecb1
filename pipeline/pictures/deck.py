"""Which cards a story has, what they show and how they are called: decided before any is drawn."""

import re
from typing import NamedTuple
from urllib.parse import urlsplit
from zlib import crc32

from pipeline import regions
from pipeline.archive.entry import Entry
from pipeline.archive.visible import Visible
from pipeline.build.keys import canonical, digest
from pipeline.build.output import Output, Renderer
from pipeline.config import Site
from pipeline.content.story import Quote, Story
from pipeline.language import N_, texts
from pipeline.pictures import motifs
from pipeline.pictures.card import Cards, Shape
from pipeline.pictures.rendition import SHAPES, folder, lead
from pipeline.templating.dates import local_day, number

WIDE = Shape("berita", 1_200, 630)
"""For link previews (Open Graph)."""

TALL = (Shape("berita", 1_080, 1_350), Shape("berita", 1_080, 1_920))
"""For feeds, and for stories and status."""

QUOTE, NUMBER = Shape("kutipan", 1_080, 1_350), Shape("angka", 1_080, 1_350)

LONGEST = 280
"""A quotation of more characters fills no card well."""

FEWEST = 5
"""A count below this is no number to put on a card, and could point at single people."""

_COUNTED = re.compile(r"(Rp ?)?(\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?(?: ?(?:%|(?:persen|ribu|juta|miliar)\b))?")


_YEAR = re.compile(r"(?:19|20)\d\d")


class Style(NamedTuple):
    """What all cards of a newsroom share beside its settings: a hash of their templates, and the logo's bytes.

    *vector* tells that the logo is an SVG small enough to be sent as it is.
    """

    edition: str = ""
    logo: str = ""
    vector: bool = False


class CardFile(NamedTuple):
    """One card as a file. *path* is relative to ``output/``; *kind* and sizes are those of its shape."""

    path: str
    kind: str
    width: int
    height: int


class Deck:
    """The cards of a newsroom with the settings *site*, over what *visible* shows of its archive."""

    def __init__(self, site: Site, style: Style, visible: Visible) -> None:
        self._site = site
        self._style = style
        self._visible = visible

    def web(self, entry: Entry) -> Cards | None:
        """Return the card of *entry* for link previews, with covers for search engines where it has no photo."""
        covers = () if lead(entry.story.photos) else tuple(Shape("sampul", *shape) for shape in SHAPES)
        return self._cards(entry, (WIDE, *covers))

    def social(self, entry: Entry) -> Cards | None:
        """Return the cards of *entry* for feeds and status, with a quotation and a number where it has them."""
        more = ((QUOTE, _spoken(entry.story)), (NUMBER, counted(entry.story, self._site.bahasa)))
        return self._cards(entry, (*TALL, *(shape for shape, found in more if found)))

    def site(self) -> Cards:
        """Return the site's own card."""
        site = self._site
        return Cards(
            shapes=(Shape("situs", WIDE.width, WIDE.height),), look=site.kartu.looks[0], title=site.slogan,
            site=site.nama, host=urlsplit(site.base).netloc, colours=site.kartu.colours, logo=self._style.logo,
            language=site.bahasa, seed=crc32(site.nama.encode()) % 1_000, edition=self._style.edition,
        )  # fmt: skip

    def _cards(self, entry: Entry, shapes: tuple[Shape, ...]) -> Cards | None:
        site, story = self._site, entry.story
        day = local_day(entry.published, entry.zone)
        if not site.kit.covers(day):
            return None
        library = self._visible.library(story.library)
        region = regions.region(entry.regency or entry.province)
        photo, quote = lead(story.photos), _spoken(story)
        figure = counted(story, site.bahasa)
        return Cards(
            shapes=shapes,
            look=site.kartu.looks[crc32(story.library.encode()) % len(site.kartu.looks)],
            title=story.title,
            kicker=entry.topics[0].replace("-", " ").capitalize() if entry.topics else "",
            library=library.name if library else story.library,
            place=region.name if region else "",
            day=day,
            site=site.nama,
            host=urlsplit(site.base).netloc,
            quote=quote.text.strip(' "“”') if quote else "",
            speaker=", ".join(part for part in (quote.name, quote.role) if part) if quote else "",
            number=figure[0] if figure else "",
            label=figure[1] if figure else "",
            motif=motifs.motif(entry.province),
            icon=motifs.icon(entry.topics, story.strategy),
            seed=crc32(story.address.encode()) % 1_000,
            colours=site.kartu.colours,
            logo=self._style.logo,
            photo=photo.picture if photo else None,
            language=site.bahasa,
            sample=story.sample,
            edition=self._style.edition,
        )


def _spoken(story: Story) -> Quote | None:
    return next((quote for quote in story.quotes if len(quote.text) <= LONGEST), None)


def counted(story: Story, language: str) -> tuple[str, str] | None:
    """Return the number that says most of *story* with what it counts, ``None`` where it gives none.

    An outcome or a result that begins with a number (``24 ibu kini berjualan daring``) goes before how many came.
    """
    for text in (story.outcome, story.result):
        sentence = re.split(r"(?<=[.!?])\s", text, maxsplit=1)[0].rstrip(".")
        found = _COUNTED.match(sentence)
        if found and not _YEAR.fullmatch(found[0]) and len(sentence) <= 140 and sentence[found.end() :].strip():
            return found[0], sentence[found.end() :].strip()
    people = story.participants
    if people is not None and people.total is not None and people.total >= FEWEST:
        return number(people.total, language), texts(language)(N_("peserta"))
    return None


# -- names and outputs -------------------------------------------------------------------------------------------------


def name(view: Cards, shape: Shape) -> str:
    """Return the file name of one of *view*'s cards; other content has another name, so no cache shows an old card."""
    kind = f"{shape.kind}-" if shape.kind in ("kutipan", "angka") else ""
    return f"kartu-{shape.width}x{shape.height}-{kind}{digest(canonical(view))[:10]}.jpg"


def stem(address: str, view: Cards) -> str:
    """Return what the paths of *view*'s cards begin with; it is the same whatever they show."""
    return f"{folder(address) if address else 'site/'}kartu-{view.shapes[0].width}x"


def stems(address: str) -> dict[str, str]:
    """Return the stems of the cards for the web and for social media of the story at *address*."""
    return {"web": f"{folder(address)}kartu-1200x", "social": f"{folder(address)}kartu-1080x"}


def files(address: str, view: Cards) -> list[CardFile]:
    """Return the files that *view* becomes."""
    inside = folder(address) if address else "site/"
    return [CardFile(inside + name(view, shape), shape.kind, shape.width, shape.height) for shape in view.shapes]


def output(address: str, view: Cards, owner: str) -> Output:
    """Return the output that draws *view*."""
    templates = {"kutipan": "kutipan", "angka": "angka", "sampul": "sampul", "situs": "situs", "berita": view.look}
    used = dict.fromkeys(f"cards/{templates[shape.kind]}.svg" for shape in view.shapes)
    renderer = Renderer("pipeline.pictures.render:cards", tuple(used))
    return Output(stem(address, view), view, renderer, owner=owner, weight=5 * len(view.shapes))
