"""The posters desk: ``output/site/<address>/bagikan/poster.pdf``, to be printed and hung up."""

from collections.abc import Iterator, Sequence
from urllib.parse import quote
from zlib import crc32

import msgspec

from pipeline import regions
from pipeline.archive.entry import Entry
from pipeline.archive.update import Change, StoryChange
from pipeline.archive.visible import Visible
from pipeline.build.output import Output, Renderer
from pipeline.config import Site
from pipeline.content.consent import Channel
from pipeline.content.library import Library
from pipeline.content.story import Quote, Story
from pipeline.desks.posters.views import Poster
from pipeline.language import N_, texts
from pipeline.pictures import motifs
from pipeline.pictures.deck import Style
from pipeline.pictures.rendition import folder, lead
from pipeline.templating.dates import local_day

LONGEST = 200
"""A quotation of more characters is none to be read in passing."""

CONTACTS = 3
"""So many ways to reach the library at most: those that somebody without the site can use come first."""

RENDERER = Renderer("pipeline.desks.posters.render:poster", ("posters/poster.typ", "posters/latar.svg"))


class PosterDesk:
    """The desk that makes one poster for every story."""

    name = "posters"
    channel: Channel = "cetak"

    def __init__(self, site: Site, style: Style) -> None:
        self._site = site
        self._style = style

    def outputs(self, visible: Visible) -> Iterator[Output]:
        """Yield the posters of all stories."""
        shared = visible.through("sosial")
        for address in visible.addresses():
            output = self._output(visible, shared, address)
            if output is not None:
                yield output

    def output(self, visible: Visible, path: str) -> Output | None:
        """Return the poster at *path*, or ``None`` where there must be none."""
        address = path.removeprefix("site/").removesuffix("/bagikan/poster.pdf")
        return self._output(visible, visible.through("sosial"), address) if path == poster(address) else None

    def touched(self, visible: Visible, changes: Sequence[Change]) -> set[str]:  # noqa: ARG002  the protocol's
        """Return the posters that *changes* may alter: one shows nothing but its own story and library."""
        entries = (entry for change in changes if isinstance(change, StoryChange) for entry in (change.old, change.new))
        return {poster(entry.story.address) for entry in entries if entry is not None and entry.live}

    def _output(self, visible: Visible, shared: Visible, address: str) -> Output | None:
        printed, posted = visible.entry(address), shared.entry(address)
        if printed is None or posted is None or printed.story.original:  # a translation is read, not hung up
            return None
        if not self._site.kit.covers(local_day(printed.published, printed.zone)):
            return None
        view = self._view(visible, both(printed, posted))
        return Output(poster(address), view, RENDERER, owner=printed.story.path, weight=12)

    def _view(self, visible: Visible, entry: Entry) -> Poster:
        site, story = self._site, entry.story
        library = visible.library(story.library)
        photo, quoted = lead(story.photos), _spoken(story)
        topic = entry.topics[0].replace("-", " ").capitalize() if entry.topics else ""
        return Poster(
            address=f"{site.base}{quote(story.address)}/",
            title=story.title,
            kicker=topic,
            summary=story.summary if story.summary_given else "",
            text=entry.text,
            quote=quoted.text.strip(' "“”') if quoted else "",
            speaker=", ".join(part for part in (quoted.name, quoted.role) if part) if quoted else "",
            invitation=story.kind == "pengumuman",
            date=story.date,
            zone=entry.zone,
            place=story.place or _place(entry, library),
            library=library.name if library else story.library,
            contacts=_contacts(library, site.bahasa),
            site=site.nama,
            motif=motifs.motif(entry.province),
            icon=motifs.icon(entry.topics, story.strategy),
            seed=crc32(story.address.encode()) % 1_000,
            colours=site.kartu.colours,
            logo=self._style.logo,
            photo=photo.picture if photo else None,
            alt=(photo.alt or photo.caption) if photo else "",
            language=site.bahasa,
            sample=story.sample,
        )


def poster(address: str) -> str:
    """Return the path of the poster of the story at *address*."""
    return f"{folder(address)}bagikan/poster.pdf"


def both(printed: Entry, posted: Entry) -> Entry:
    """Return *printed* with the photos and quotations alone that stand in *posted* as well.

    A poster hangs in public and lies on the site, too, where it is handed on.
    """
    story, other = printed.story, posted.story
    shown = msgspec.structs.replace(
        story,
        photos=tuple(photo for photo in story.photos if photo in other.photos),
        quotes=tuple(quoted for quoted in story.quotes if quoted in other.quotes),
    )
    return msgspec.structs.replace(printed, story=shown)


def _spoken(story: Story) -> Quote | None:
    return next((quoted for quoted in story.quotes if len(quoted.text) <= LONGEST), None)


def _place(entry: Entry, library: Library | None) -> str:
    """Return where something of *entry* is, when its report does not say: at the library, or somewhere in a region."""
    region = regions.region(entry.regency or entry.province)
    named = library.name if library and entry.story.kind == "pengumuman" else ""
    return ", ".join(part for part in (named, region.name if region else "") if part)


def _contacts(library: Library | None, language: str) -> tuple[str, ...]:
    """Return how the library may be reached, in words."""
    if library is None:
        return ()
    known, say = library.contact, texts(language)
    ways = (
        (N_("WhatsApp {contact}"), known.whatsapp),
        (N_("Telepon {contact}"), known.telephone),
        ("{contact}", known.email),
        ("{contact}", known.website.removeprefix("https://").removeprefix("http://").rstrip("/")),
    )
    found = [say(said).format(contact=contact) for said, contact in ways if contact]
    return tuple(found[:CONTACTS])
