"""From a story to its release: everything that it shows, as the press may have it."""

from collections.abc import Iterator
from urllib.parse import quote

import msgspec

from pipeline import regions
from pipeline.archive.entry import Entry, places
from pipeline.archive.visible import Visible
from pipeline.config import Site
from pipeline.content.consent import Consent
from pipeline.content.library import Contact, Library, PressContact
from pipeline.content.story import Story
from pipeline.desks.press.statement import filled
from pipeline.desks.press.views import About, Person, Release, Shot, Spoken, Told
from pipeline.language import N_, texts
from pipeline.pictures.deck import Style
from pipeline.templating.dates import local_day, short_date


class Releases:
    """Makes the views of releases over what *visible* shows."""

    def __init__(self, site: Site, style: Style, visible: Visible) -> None:
        self._site = site
        self._style = style
        self._visible = visible
        self._say = texts(site.bahasa)
        self._over: dict[str, Library] | None = None

    def of(self, entry: Entry) -> Release:
        """Return the release that *entry* is; its story's ``release`` is not ``None``."""
        site, story = self._site, entry.story
        library = self._visible.library(story.library)
        name = library.name if library else story.library
        city, day = city_of(entry), local_day(entry.published, entry.zone)
        return Release(
            address=story.address,
            url=self._url(story.address),
            language=site.bahasa,
            number=story.release.number if story.release else "",
            city=city,
            dateline=filled(site.pers.dateline, city, name, short_date(day, site.bahasa)),
            until=entry.opens if entry.opens > self._visible.now else 0,
            day=day,
            title=story.title,
            summary=story.summary if story.summary_given else "",
            date=story.date,
            zone=entry.zone,
            kind=story.kind,
            place=story.place,
            region=tuple(_places(entry.region)),
            participants=story.participants,
            partners=story.partners,
            problem=story.problem,
            action=story.action,
            result=story.result,
            outcome=story.outcome,
            quotes=tuple(Spoken(said.text.strip(' "“”'), said.name, said.role) for said in story.quotes),
            html=entry.html,
            text=entry.text,
            stories=tuple(self._stories(story)),
            corrections=tuple((item.date, item.text) for item in story.corrections),
            photos=self._photos(story),
            library=name,
            home=_home(library),
            ways=self._ways(library.contact) if library else (),
            spokespersons=tuple(
                Person(one.name, one.role, (), one.about) for one in (library.spokespersons if library else ())
            ),
            contact=self._contact(library.press_contact) if library and library.press_contact else None,
            desk=site.pers.narahubung or ("" if library and any(self._ways(library.contact)) else site.surel),
            about=tuple(self._about(library, entry)),
            heading=site.pers.kop,
            site=site.nama,
            colours=site.kartu.colours,
            logo=self._style.logo,
            sample=story.sample,
        )

    def _url(self, address: str) -> str:
        return f"{self._site.base}{quote(address)}/"

    def _stories(self, story: Story) -> Iterator[Told]:
        """Yield the stories of which a campaign tells, as far as this channel may see them."""
        for address in story.about:
            entry = self._visible.entry(address)
            if entry is not None:
                yield Told(entry.story.title, entry.story.summary, self._url(address))

    def _photos(self, story: Story) -> tuple[Shot, ...]:
        found = {
            photo.picture.name: Shot(
                photo.picture, photo.caption, photo.alt, photo.photographer, self._consent(photo.consent)
            )
            for photo in story.photos
            if photo.picture is not None
        }
        return tuple(found.values())

    def _consent(self, consent: Consent) -> str:
        """Return what was agreed, in words, for whoever has to answer for printing it."""
        if consent.given is None:
            return self._say("tidak dicatat; tanyakan kepada narahubung sebelum memuat")
        parts = [self._say("boleh dimuat pers")]
        if consent.guardian:
            parts.append(self._say("disetujui wali"))
        if consent.reference:
            parts.append(self._say("formulir {number}").format(number=consent.reference))
        if consent.until is not None:
            day = short_date(consent.until.day, self._site.bahasa)
            parts.append(self._say("berlaku sampai {day}").format(day=day))
        return ", ".join(parts)

    def _ways(self, contact: Contact | PressContact) -> tuple[str, ...]:
        """Return how somebody may be reached, in words."""
        site = contact.website.removeprefix("https://").rstrip("/") if isinstance(contact, Contact) else ""
        pairs = (
            (N_("Telepon {contact}"), contact.telephone), (N_("WhatsApp {contact}"), contact.whatsapp),
            (N_("Surel {contact}"), contact.email), ("{contact}", site),
        )  # fmt: skip
        return tuple(self._say(said).format(contact=way) for said, way in pairs if way)

    def _contact(self, contact: PressContact) -> Person:
        return Person(contact.name, contact.role, self._ways(contact))

    def _about(self, library: Library | None, entry: Entry) -> Iterator[About]:
        """Yield the boilerplate of the library, of those over it (regency, province), and of the programme."""
        if library is not None and library.about:
            yield About(library.name, library.about)
        for code in (entry.regency, entry.province):
            above = self._above.get(code)
            if above is not None and above.about and (library is None or above.slug != library.slug):
                yield About(above.name, above.about)
        if self._site.pers.program:
            yield About(self._say("program ini"), self._site.pers.program)

    @property
    def _above(self) -> dict[str, Library]:
        """The libraries of regencies and provinces, by the codes of these; of several in one, the first by slug."""
        if self._over is None:
            self._over = {}
            for library in self._visible.libraries():
                if is_above(library):
                    self._over.setdefault(library.region, library)
        return self._over


def is_above(library: Library) -> bool:
    """Whether *library* is one of a regency or a province, of which the releases of others tell."""
    return library.level in ("kabupaten", "provinsi") and regions.region(library.region) is not None


def both(press: Entry, web: Entry) -> Entry:
    """Return *press* with the photos and quotations alone that stand in *web* as well: what the media room may show."""
    story, other = press.story, web.story
    shown = msgspec.structs.replace(
        story,
        photos=tuple(photo for photo in story.photos if photo in other.photos),
        quotes=tuple(said for said in story.quotes if said in other.quotes),
    )
    return msgspec.structs.replace(press, story=shown)


def city_of(entry: Entry) -> str:
    """Return the city of a dateline: the release's own, else the regency without its kind, else the province."""
    if entry.story.release is not None and entry.story.release.city:
        return entry.story.release.city
    region = regions.region(entry.regency) or regions.region(entry.province)
    return "" if region is None else region.name.removeprefix("Kabupaten ").removeprefix("Kota ")


def _places(code: str) -> list[str]:
    """Return the names of the regency and the province in which *code* lies, as far as they are known."""
    found = map(regions.region, places(code))
    return [region.name for region in found if region is not None]


def _home(library: Library | None) -> str:
    """Return where the library is, for its letterhead."""
    if library is None:
        return ""
    return library.address or ", ".join(filter(None, (library.village, library.district, *_places(library.region))))
