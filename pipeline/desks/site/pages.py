"""The pages of the site: for each kind, what it shows, drawn from what may be seen of the archive."""

from functools import cached_property

from pipeline.archive.entry import Card, Entry, card, places
from pipeline.archive.fact import answered
from pipeline.archive.tally import TOLD
from pipeline.archive.visible import Visible
from pipeline.build.output import Output, Renderer
from pipeline.config import Site
from pipeline.content.library import Contact, Library
from pipeline.content.page import Page
from pipeline.content.story import Story
from pipeline.desks.site import addresses, naming, provinces
from pipeline.desks.site.corrections import corrected
from pipeline.desks.site.cuttings import cuttings
from pipeline.desks.site.views import (
    Bar,
    Cutting,
    Figures,
    FreePage,
    Item,
    LibraryPage,
    Link,
    ListPage,
    Place,
    Proven,
    RedirectPage,
    RegionPage,
    Related,
    Spoken,
    StoryPage,
    Tile,
    TombstonePage,
    Version,
)
from pipeline.language import spoken, texts
from pipeline.pictures import plates
from pipeline.pictures.deck import Deck, Style
from pipeline.pictures.icon import marks
from pipeline.pictures.rendition import LEAD, Shown, Thumb, shown, thumb
from pipeline.templating.dates import local_day, month_name, native
from pipeline.templating.frame import frame
from pipeline.templating.plate import Plate

RENDER = "pipeline.desks.site.render:"
STORY = Renderer(f"{RENDER}story", ("site/story.html",))
LIST = Renderer(f"{RENDER}listing", ("site/list.html",))
LIBRARY = Renderer(f"{RENDER}library", ("site/library.html",))
REGION = Renderer(f"{RENDER}region", ("site/region.html",))
FREE = Renderer(f"{RENDER}free", ("site/page.html",))
MISSING = Renderer(f"{RENDER}missing", ("site/404.html",))
TOMBSTONE = Renderer(f"{RENDER}tombstone", ("site/tombstone.html",))
REDIRECT = Renderer(f"{RENDER}redirect", ("site/redirect.html",))

CUTTINGS, FEW = 12, 3
"""So many of its clippings stand on a story's page, and so many of a library's on the library's: all have their own."""

NAMED = 60
"""A region with more libraries leaves their names to its regencies and to the list of all libraries."""

MONTHS = 24
"""A region's activity is shown for so many months, back from its newest story."""


class Pages:
    """Makes the outputs of pages over one visible archive."""

    def __init__(self, site: Site, style: Style, visible: Visible) -> None:
        self.site = site
        self.style = style
        self._cards = Deck(site, style, visible)
        self._pictured = site.meja.photos
        self.visible = visible
        self.say = texts(site.bahasa)
        self.free = visible.pages()
        shown = sorted((page for page, _body in self.free if page.order), key=lambda page: (page.order, page.address))
        picture = plates.own(site, self._cards) if self._pictured else None
        self.frame = frame(site, tuple((page.title, page.address) for page in shown), picture, marks(site, style))

    # -- a story ---------------------------------------------------------------------------------------------------

    def story(self, address: str) -> Output | None:
        """Return a story's page; what is said where it was taken down; or a redirect where *address* is an old one."""
        entry = self.visible.entry(address)
        if entry is None:
            return self._tombstone(address) or self._redirect(address)
        path = addresses.page(address)
        return Output(path, self._story(entry), STORY, owner=entry.story.path, principal=True)

    def _story(self, entry: Entry) -> StoryPage:
        story = entry.story
        found = self.visible.library(story.library)
        tongue = self._tongue(story)
        return StoryPage(
            frame=self.frame,
            address=story.address,
            title=story.title,
            summary=story.summary,
            date=story.date,
            published=entry.published,
            modified=entry.modified,
            corrected=corrected(entry),
            zone=entry.zone,
            library=naming.library(self.visible, story.library),
            level=found.level if found else "",
            place=story.place,
            regency=naming.region(entry.regency),
            province=naming.region(entry.province),
            author=story.author,
            strategy=naming.strategy(story.strategy, tongue) if story.strategy else None,
            topics=tuple(naming.topic(slug) for slug in entry.topics),
            kind=story.kind,
            participants=story.participants,
            partners=story.partners,
            photos=self._photos(entry),
            preview=plates.preview(self.site, self._cards, entry) if self._pictured else None,
            images=self.images(entry),
            quotes=tuple(Spoken(quote.text, quote.name, quote.role) for quote in story.quotes),
            problem=story.problem,
            action=story.action,
            result=story.result,
            outcome=story.outcome,
            meaning=story.meaning,
            steps=story.steps,
            proven=self._proven(story),
            needs=story.recipe.needs if story.recipe else (),
            obstacles=story.recipe.obstacles if story.recipe else (),
            recipe=naming.recipe(story),
            contact=found.contact if found else Contact(),
            body=entry.html,
            related=() if story.original else self._related(entry),
            language=story.language,
            tongue=tongue,
            versions=self.versions(entry),
            sample=story.sample,
            kit=self._kit(entry),
            press=self.site.has_media_room and story.release is not None and not story.original,
            about=self._about(story),
            coverage=self._coverage(story),
        )

    @staticmethod
    def _proven(story: Story) -> Proven | None:
        """Return what *story* proves by numbers, ``None`` where it proves nothing so."""
        found = Proven(
            story.proofs, story.change, answered(story.survey), story.people, story.cost, story.funding
        )  # fmt: skip
        return None if found == Proven() else found

    def _about(self, story: Story) -> tuple[Item, ...]:
        """Return the stories of which a release tells, as far as they may be seen."""
        found = (self.visible.entry(address) for address in story.about)
        return tuple(self.item(card(entry)) for entry in found if entry is not None)

    def _coverage(self, story: Story) -> tuple[Cutting, ...]:
        """Return what other media made of *story*."""
        found = self.visible.clippings.newest(f"berita/{story.address}", CUTTINGS)
        return () if story.original else cuttings(self.visible, found, story.address)

    def _kit(self, entry: Entry) -> bool:
        """Whether the kit desk makes a kit of *entry*."""
        return not entry.story.original and self.site.has_kit(local_day(entry.published, entry.zone))

    def images(self, entry: Entry) -> tuple[Plate, ...]:
        """Return the pictures of a story for search engines and feed readers, the widest shape first."""
        return plates.found(self.site, self._cards, entry) if self._pictured else ()

    def _tongue(self, story: Story) -> str:
        """Return the language of what stands around *story*: a translation's own, where we speak it."""
        speaks = spoken(story.language, self.site.bahasa_uji)
        return story.language if story.original and speaks else self.site.bahasa

    def versions(self, entry: Entry) -> tuple[Version, ...]:
        """Return a story in all its languages, the original first; nothing where there is but one."""
        story = entry.story
        first = self.visible.entry(story.original) if story.original else entry
        if first is None:
            return ()
        others = self.visible.versions(first.story.address)
        found = [(first.story.language, first.story.address), *((card.language, card.address) for card in others)]
        pairs = ((code, native(code), address, address == first.story.address) for code, address in found)
        return tuple(Version(*pair) for pair in pairs) if others else ()

    def _photos(self, entry: Entry) -> tuple[Shown, ...]:
        """Return the photos of a story, each once."""
        found = (shown(entry.story.address, photo) for photo in entry.story.photos if self._pictured)
        return tuple({photo.stem: photo for photo in found if photo is not None}.values())

    def _related(self, entry: Entry) -> tuple[Related, ...]:
        """Return the nearest earlier story of the library, of the topic in the regency, of the strategy around."""
        found: list[Related] = []
        taken: set[str] = set()
        for reason, name, sequence in related_sequences(entry, self.site.bahasa):
            cards = self.visible.earlier(sequence, entry, len(found) + 1)
            card = next((card for card in cards if card.address not in taken), None)
            if card is not None:
                taken.add(card.address)
                found.append(Related(reason, name or naming.library(self.visible, card.library).title, self.item(card)))
        return tuple(found)

    def _tombstone(self, address: str) -> Output | None:
        found = self.visible.tombstone(address)
        if found is None:
            return None
        library = self.visible.library(found.library) if found.library else None
        there = found.library and self.has(f"perpustakaan/{found.library}")
        view = TombstonePage(
            frame=self.frame,
            address=address,
            title=self.say("Berita ini sudah ditarik"),
            since=found.since,
            reason=found.reason,
            library=naming.library(self.visible, found.library) if there else None,
            contact=library.contact if library else Contact(),
        )
        return Output(addresses.page(address), view, TOMBSTONE, owner=found.path)

    def _redirect(self, alias: str) -> Output | None:
        target = self.visible.redirect(alias)
        entry = self.visible.entry(target) if target else None
        if entry is None:
            return None
        view = RedirectPage(
            address=alias, target=entry.story.address, title=entry.story.title, base=self.site.base,
            language=self.site.bahasa,
        )  # fmt: skip
        return Output(addresses.page(alias), view, REDIRECT, owner=entry.story.path)

    # -- lists -----------------------------------------------------------------------------------------------------

    def item(self, card: Card) -> Item:
        """Return what a list shows of a story."""
        return Item(
            card.address, card.title, card.summary, naming.library(self.visible, card.library).title,
            naming.place(card.regency or card.province), local_day(card.published, card.zone), card.sample,
            self.thumb(card), "" if card.language == self.site.bahasa else card.language,
        )  # fmt: skip

    def items(self, cards: list[Card]) -> tuple[Item, ...]:
        """Return what a list shows of several stories."""
        return tuple(self.item(card) for card in cards)

    def thumb(self, card: Card) -> Thumb | None:
        """Return the photo that stands beside a story in lists: the first that is large enough to lead it."""
        shots = (shot for shot in card.shots if self._pictured and shot.picture.width >= LEAD)
        return next((thumb(card.address, shot.picture, shot.alt) for shot in shots), None)

    def figures(self, name: str) -> tuple[Figures, ...]:
        """Return what a sequence adds up to, its samples by themselves; nothing where it has few stories."""
        pairs = zip(self.visible.tallies(name), (False, True), strict=True)
        return tuple(Figures(*tally, sample=sample) for tally, sample in pairs if tally.stories >= TOLD)

    def place(self, library: Library) -> Place:
        """Return a library as a list names it."""
        regency, province = places(library.region)
        where = ", ".join(filter(None, (library.village, naming.place(regency or province))))
        return Place(library.name, f"perpustakaan/{library.slug}", where, library.sample)

    def month(self, month: str) -> Output | None:
        """Return the page of a calendar month (``2023/05``), which holds all its stories."""
        cards = self.visible.whole(f"bulan/{month}")
        if not cards:
            return None
        title = month_name(int(month[:4]), int(month[5:]), self.site.bahasa)
        up = (Link(self.say("Arsip"), "arsip"),)
        view = ListPage(frame=self.frame, address=month, title=title, lead="", items=self.items(cards), up=up)
        return Output(addresses.page(month), view, LIST, rank=1)

    def bucket(self, name: str, bucket: str) -> Output | None:
        """Return one year or month of a list, where it holds a story that is no more on the list's first page."""
        link = naming.sequence(self.visible, name, self.site.bahasa)
        if link is None or bucket not in self.visible.buckets(name):
            return None
        title = f"{link.title}: {self.bucket_title(bucket)}"
        view = ListPage(
            frame=self.frame, address=f"{name}/{bucket}", title=title, lead="",
            items=self.items(self.visible.bucket(name, bucket)), up=(naming.hub(self.site.bahasa, name), link),
        )  # fmt: skip
        return Output(addresses.page(view.address), view, LIST, rank=1)

    def listing(self, name: str) -> Output | None:
        """Return the first page of a library, region, topic or strategy."""
        kind, _, slug = name.partition("/")
        if kind == "perpustakaan":
            return self._library(slug)
        if kind == "wilayah":
            return self._region(slug)
        link = naming.sequence(self.visible, name, self.site.bahasa)
        if link is None or not self.has(name):
            return None
        view = ListPage(
            frame=self.frame,
            address=name,
            title=link.title,
            lead=self.say(naming.LEADS[slug]) if kind == "strategi" else "",
            items=self.items(self.visible.newest(name)),
            up=(naming.hub(self.site.bahasa, name),),
            archives=self._archives(name),
            feed=kind == "topik",
        )
        return Output(addresses.page(name), view, LIST, rank=1)

    def has(self, name: str) -> bool:
        """Whether a library, region, topic or strategy has a page."""
        kind, _, slug = name.partition("/")
        if kind == "perpustakaan":
            found = self.visible.library(slug) is not None
            return found or (self.visible.has_library(slug) and self.visible.any(name))
        if kind == "wilayah":
            return slug in self.regions and naming.region(slug) is not None
        return slug in naming.STRATEGIES if kind == "strategi" else self.visible.any(name)

    def _library(self, slug: str) -> Output | None:
        name = f"perpustakaan/{slug}"
        if not self.has(name):
            return None
        found = self.visible.profile(slug)
        library, body = found or (None, "")
        covered = self.visible.clippings.newest(name, FEW)
        regency, province = places(library.region if library else "")
        view = LibraryPage(
            frame=self.frame,
            address=name,
            title=library.name if library else slug,
            level=library.level if library else "",
            about=library.about if library else "",
            body=body,
            village=library.village if library else "",
            district=library.district if library else "",
            regency=naming.region(regency),
            province=naming.region(province),
            street=library.address if library else "",
            contact=library.contact if library else Contact(),
            figures=self.figures(name),
            items=self.items(self.visible.newest(name)),
            archives=self._archives(name),
            sample=library.sample if library else False,
            coverage=cuttings(self.visible, covered, name),
            covered=Link(self.say("Semua liputan media"), f"{name}/liputan") if library and covered else None,
        )
        return Output(addresses.page(name), view, LIBRARY, rank=1)

    def _region(self, code: str) -> Output | None:
        link = naming.region(code)
        libraries = self.visible.libraries(code)
        items = self.items(self.visible.newest(f"wilayah/{code}"))
        if link is None or not (libraries or items):
            return None
        province = None if "." not in code else naming.region(code.partition(".")[0])
        inside = [c for c in self.regions if c.startswith(f"{code}.")] if "." not in code else []
        view = RegionPage(
            frame=self.frame,
            address=f"wilayah/{code}",
            title=link.title,
            up=(naming.hub(self.site.bahasa, "wilayah/"), *((province,) if province else ())),
            regencies=tuple(found for c in inside if (found := naming.region(c, self.sizes.get(c, 0)))),
            libraries=tuple(map(self.place, libraries)) if len(libraries) <= NAMED else (),
            many=len(libraries),
            figures=self.figures(f"wilayah/{code}"),
            activity=self._activity(f"wilayah/{code}"),
            items=items,
            archives=self._archives(f"wilayah/{code}"),
        )
        return Output(addresses.page(view.address), view, REGION, rank=1)

    def _activity(self, name: str) -> tuple[Bar, ...]:
        """Return the stories of each month, up to the newest story's, those without stories too."""
        found = dict(self.visible.months(name))
        if not found:
            return ()
        last = _month(max(found))
        first = max(_month(min(found)), last - MONTHS + 1)
        names = (f"{month // 12:04}/{month % 12 + 1:02}" for month in range(first, last + 1))
        return tuple(Bar(name, found.get(name, 0)) for name in names)

    @cached_property
    def sizes(self) -> dict[str, int]:
        """How many stories each province and regency has, by code."""
        return self.visible.sizes("wilayah")

    def tiles(self) -> tuple[Tile, ...]:
        """Return the map of provinces."""
        here = set(self.regions)
        found = []
        for square in provinces.SQUARES:
            link, count = naming.region(square.code), self.sizes.get(square.code, 0)
            if link is not None:
                address = link.address if square.code in here else ""
                found.append(
                    Tile(link.title, square.name, address, square.column, square.row, count, provinces.shade(count))
                )
        return tuple(found)

    def _archives(self, name: str) -> tuple[Link, ...]:
        return tuple(
            Link(self.bucket_title(bucket), f"{name}/{bucket}") for bucket in self.visible.buckets(name)
        )  # fmt: skip

    def bucket_title(self, bucket: str) -> str:
        """Return what a year or month of a list is called."""
        return month_name(int(bucket[:4]), int(bucket[5:]), self.site.bahasa) if "/" in bucket else bucket

    @cached_property
    def regions(self) -> list[str]:
        """The codes of all provinces and regencies that have a library or a story."""
        found = set(self.visible.names("wilayah"))
        for library in self.visible.libraries():
            found.update(places(library.region))
        return sorted(found - {""})

    # -- free pages --------------------------------------------------------------------------------------------------

    def page(self, address: str) -> Output | None:
        """Return a free page."""
        found = next(((page, body) for page, body in self.free if page.address == address), None)
        return None if found is None else self._free(*found)

    def _free(self, page: Page, body: str) -> Output:
        view = FreePage(frame=self.frame, address=page.address, title=page.title, summary=page.summary, body=body)
        return Output(addresses.page(page.address), view, FREE, owner=page.path)

    def missing(self) -> Output:
        """Return the page that a server shows where there is none."""
        view = FreePage(frame=self.frame, address="404", title=self.say("Halaman tidak ditemukan"), summary="", body="")
        return Output("site/404.html", view, MISSING, rank=1)


def _month(name: str) -> int:
    """Return a month (``2023/05``) as a number that counts months."""
    return 12 * int(name[:4]) + int(name[5:]) - 1


def related_sequences(entry: Entry, language: str = "id") -> list[tuple[str, str, str]]:
    """Return the sequences in which a story looks back: reason, name for people in *language*, and the sequence."""
    story = entry.story
    found = [("perpustakaan", "", f"perpustakaan/{story.library}")]
    if entry.topics and entry.regency:
        slug = entry.topics[0]
        found.append(("topik", naming.words(slug), f"topik/{slug}@{entry.regency}"))
    if story.strategy and entry.province:
        title = naming.strategy(story.strategy, language).title
        found.append(("strategi", title, f"strategi/{story.strategy}@{entry.province}"))
    return found
