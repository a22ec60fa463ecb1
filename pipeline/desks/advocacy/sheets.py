"""From the archive to sheets: whose evidence each shows, which story, which numbers, and whom to ask."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import lru_cache
from itertools import chain, islice
from typing import NamedTuple
from urllib.parse import quote

from pipeline import regions
from pipeline.archive.entry import EVERYTHING, Entry
from pipeline.archive.visible import Visible
from pipeline.config import Site
from pipeline.content.indicator import Measure
from pipeline.content.indicator_reader import default_indicators
from pipeline.content.library import Library
from pipeline.content.selection import Selection
from pipeline.desks.advocacy import audience as audiences
from pipeline.desks.advocacy import neighbours
from pipeline.desks.advocacy.dossier import Account, Dossier
from pipeline.desks.advocacy.grounds import Grounds
from pipeline.desks.advocacy.views import Accounts, Ask, Figure, Given, Kind, Ledger, Row, Sheaf, Sheet, Tale
from pipeline.evidence import evidence, iplm, sim
from pipeline.evidence.area import Area
from pipeline.evidence.evidence import Evidence
from pipeline.evidence.indicator import Measured, measured, worded
from pipeline.evidence.ledger import Matter, matters, overdue, today, totals
from pipeline.language import N_, texts
from pipeline.pictures.deck import Style
from pipeline.pictures.rendition import lead
from pipeline.templating.dates import local_day

NEWEST = 12
"""Among so many of the newest stories of an area the one for its sheet is chosen."""

OTHERS, GIVEN = 2, 2
"""So many further asks, and so much of the support received, reach a view."""

CONTACTS, NAMED = 3, 12
"""So many ways to reach somebody, and so many names of a list, reach a view."""

LABELS: dict[Measure, str] = {
    "kehadiran": N_("kehadiran warga"),
    "perempuan": N_("kehadiran perempuan"),
    "laki-laki": N_("kehadiran laki-laki"),
    "anak": N_("kehadiran anak"),
    "lansia": N_("kehadiran lansia"),
    "disabilitas": N_("kehadiran penyandang disabilitas"),
    "orang": N_("orang, dihitung satu kali"),
    "kegiatan": N_("kegiatan dilaporkan"),
    "mitra": N_("mitra ikut serta"),
    "kerja-sama": N_("kali mitra ikut serta"),
    "perpustakaan": N_("perpustakaan melapor"),
    "biaya": N_("biaya kegiatan yang dilaporkan"),
    "biaya-per-kehadiran": N_("biaya untuk satu kehadiran"),
    "penerapan": N_("peserta akan menerapkan yang dipelajari"),
    "laporan": N_("kabar ditulis perpustakaan"),
}
"""What our own indicators are called on paper; a newsroom's own are called as it calls them."""

SHARES: tuple[Measure, ...] = ("pengetahuan", "percaya-diri", "penerapan", "kesadaran")
MONEY: tuple[Measure, ...] = ("biaya", "biaya-per-kehadiran")
WHOLE: tuple[Measure, ...] = ("kegiatan", "laporan", "perpustakaan", "mitra", "kerja-sama")
"""Measures in per cent, in rupiah, and those that are of all events."""


class Told(NamedTuple):
    """The view of a sheet, and the report on which it hangs most (empty where there is none)."""

    view: Sheet
    owner: str


class Known(NamedTuple):
    """What stands in an area, its evidence (real, samples), and the addresses of its newest stories of both kinds."""

    gathered: evidence.Gathered
    evidence: tuple[Evidence, Evidence]
    real: tuple[str, ...]
    samples: tuple[str, ...]


class Sheets:
    """Makes the views of sheets over what *visible* shows."""

    def __init__(self, site: Site, style: Style, grounds: Grounds, visible: Visible) -> None:
        self._site = site
        self._style = style
        self._grounds = grounds
        self._visible = visible
        self._say = texts(site.bahasa)
        self._known = lru_cache(4)(self._look)
        self._ledger = lru_cache(4096)(self.ledger)
        self._within = lru_cache(1024)(visible.libraries)

    def audience(self, area: Area) -> str:
        """Return the audience to whom *area* turns first."""
        library = self._visible.library(area.key) if area.level == "perpustakaan" else None
        if area.level == "perpustakaan":
            return audiences.of_library(library.level) if library else "kades"
        return audiences.of_region(area.key)

    def of(self, area: Area, audience: str, *, sample: bool) -> Told | None:
        """Return the sheet of *area* for *audience*, of its real stories or its samples; ``None`` where there is none.

        Where there is no story at all, the one sheet is a sample where the library is.
        """
        real, samples = self._known(area).evidence
        found = samples if sample else real
        if not found.sums.stories and (real.sums.stories or samples.sums.stories or sample != self._invented(area)):
            return None
        return self._sheet(area, audience, found)

    def _look(self, area: Area) -> Known:
        known = evidence.known(self._visible, area)
        own = (part.fact for part in known.gathered.stories)
        newest = sorted(own, key=lambda fact: (fact.published, fact.address), reverse=True)
        real = (fact.address for fact in newest if not fact.sample)
        samples = (fact.address for fact in newest if fact.sample)
        return Known(*known, tuple(islice(real, NEWEST)), tuple(islice(samples, NEWEST)))

    def _figures(self, area: Area, *, sample: bool) -> tuple[Figure, ...]:
        """Return the newsroom's indicators as far as stories say something."""
        ours = self._visible.indicators() == default_indicators()
        found = (figure(one, self._say, ours=ours) for one in self._measured(area, sample=sample))
        return tuple(one for one in found if one is not None)

    def _measured(self, area: Area, *, sample: bool) -> tuple[Measured, ...]:
        library = self._visible.library(area.key) if area.level == "perpustakaan" else None
        level = library.level if library else None
        known = self._known(area)
        whole = known.evidence[sample]
        named = worded(self._visible.indicators(), self._site.bahasa)
        return measured(area, known.gathered, named, sample=sample, level=level, whole=whole)

    def _invented(self, area: Area) -> bool:
        return all(library.sample for library in self._libraries(area)) and bool(self._libraries(area))

    def _libraries(self, area: Area) -> list[Library]:
        if area.level == "perpustakaan":
            library = self._visible.library(area.key)
            return [library] if library else []
        return [*self._within("" if area.key == EVERYTHING else area.key)]

    def _sheet(self, area: Area, audience: str, found: Evidence) -> Told:
        site = self._site
        libraries = [one for one in self._libraries(area) if one.sample == found.sample]
        speaking = {place.key for place in found.libraries}
        silent = [one.name for one in libraries if one.slug not in speaking] if area.level != "perpustakaan" else []
        entry = self._story(area, sample=found.sample)
        chosen = self._chosen(area, sample=found.sample)
        happened = [cell.month for cell in found.cells if cell.sums.events] or [cell.month for cell in found.cells]
        contact = self._whom(area, libraries)
        waiting, ask = self._asks(area, audience, sample=found.sample)
        view = Sheet(
            key=area.key,
            audience=audience,
            addressee=self._addressee(area, audience),
            language=site.bahasa,
            name=area.name or site.nama,
            place=self._place(area),
            day=self._day(entry),
            figures=self._figures(area, sample=found.sample),
            since=happened[0] if happened else "",
            until=happened[-1] if happened else "",
            stories=found.sums.stories,
            events=found.sums.events,
            came=found.sums.came,
            counted=found.sums.counted,
            libraries=len(libraries),
            silent=tuple(silent[:NAMED]),
            mute=len(silent),
            partners=tuple(name for name, _ in found.partners[:NAMED]),
            partnered=len(found.partners),
            tale=self._tale(entry, chosen.reason if chosen else "") if entry else None,
            ask=ask,
            open=len(waiting),
            others=tuple(one for one in waiting if one is not ask)[:OTHERS],
            given=self._given(area, sample=found.sample),
            grounds=self._grounds.of(audience),
            peer=self._peer(area, sample=found.sample),
            example=self._grounds.example(audience),
            contacts=self._ways(contact),
            contact=_person(contact),
            url=self._url(area),
            site=site.nama,
            heading=site.pers.kop,
            colours=site.kartu.colours,
            logo=self._style.logo,
            sample=found.sample,
        )
        owner = entry.story.path if entry else contact.path if contact else ""
        return Told(view, owner)

    def dossier(self, told: Told, area: Area, text: str) -> Dossier:
        """Return all that papers on demand may say of *area* beside the sheet *told*; *text* is its story's body."""
        sample = told.view.sample
        found = self._own(area, sample=sample)
        slugs = dict.fromkeys(one.library for one in found)
        addresses = dict.fromkeys(address for one in found for address in one.stories)
        return Dossier(
            sheet=told.view,
            text=text,
            library=self._whom(area, self._libraries(area)),
            matters=found,
            plans=tuple(one for one in self._visible.plans(area.key) if one.sample is sample),
            issues=tuple(one for one in self._visible.issues(area.key) if one.sample is sample),
            measured=self._measured(area, sample=sample),
            names={slug: self._named(slug) for slug in slugs},
            accounts={
                address: Account(
                    entry.story.title, f"{self._site.base}{quote(address)}/", entry.story.outcome or entry.story.summary
                )
                for address in addresses if (entry := self._visible.entry(address)) is not None
            },
        )  # fmt: skip

    def books(self, told: Told, area: Area) -> Ledger | None:
        """Return the ledger beside the sheet *told* of *area*, ``None`` where it has no line."""
        found = self._own(area, sample=told.view.sample)
        late = {one.key for one in overdue(found, today(self._visible.now))}
        rows = tuple(
            Row(one, self._named(one.library), tuple(f"{self._site.base}{quote(address)}/" for address in one.stories),
                one.key in late) for one in found
        )  # fmt: skip
        return Ledger(day=told.view.day, rows=rows, totals=totals(found)) if found else None

    def accounts(self, told: Told, area: Area) -> Accounts:
        """Return all numbers beside the sheet *told* of *area*."""
        sample = told.view.sample
        found = self._known(area).evidence[sample]
        return Accounts(
            key=area.key, level=area.level, name=told.view.name, base=self._site.base, language=self._site.bahasa,
            measured=self._measured(area, sample=sample), told=found.told, places=found.places or found.libraries,
            totals=totals(self._own(area, sample=sample)), sample=sample,
        )  # fmt: skip

    def copies(self, told: Told, area: Area) -> Iterator[tuple[str, Sheaf]]:
        """Yield the tables to be copied elsewhere beside the sheet *told* of *area*, by name; the workbook last."""
        known, library = self._known(area), self._visible.library(area.key)
        found = known.evidence[told.view.sample]
        tables = []
        if library is not None:
            chosen = self._site.bukti.sim_kolom
            rows = sim.rows(library, known.gathered, chosen, self._site.base, sample=found.sample)
            tables.append(("sim", sim.head(chosen, sample=found.sample), tuple(rows)))
        tables.append(("iplm", iplm.head(sample=found.sample), tuple(iplm.rows(found))))
        for one in tables:
            yield f"{one[0]}.csv", Sheaf(day=told.view.day, tables=(one,))
        yield "sim-iplm.xlsx", Sheaf(day=told.view.day, tables=tuple(tables))

    def _own(self, area: Area, *, sample: bool) -> tuple[Matter, ...]:
        return tuple(one for one in self._ledger(area.key) if one.sample is sample)

    # -- the story -------------------------------------------------------------------------------------------------

    def _story(self, area: Area, *, sample: bool) -> Entry | None:
        """Return the story for *area*'s sheet: that which a panel chose, else of its newest that which tells most."""
        if (chosen := self._chosen(area, sample=sample)) is not None:
            return self._visible.entry(chosen.chosen)
        known = self._known(area)
        entries = map(self._visible.entry, known.samples if sample else known.real)
        found = [entry for entry in entries if entry is not None]
        return max(found, key=_worth, default=None)

    def _chosen(self, area: Area, *, sample: bool) -> Selection | None:
        """Return the newest choice of a panel of *area* that this sheet may show."""
        for one in self._visible.selections(area.key):
            entry = self._visible.entry(one.chosen)
            if entry is not None and entry.story.sample is sample and not entry.story.original:
                return one
        return None

    def _tale(self, entry: Entry, reason: str) -> Tale:
        story = entry.story
        library = self._visible.library(story.library)
        photo = lead(story.photos)
        said = next((one for one in story.quotes if one.text), None)
        return Tale(
            title=story.title,
            url=f"{self._site.base}{quote(story.address)}/",
            library=library.name if library else story.library,
            place=story.place,
            day=story.date.day,
            summary=story.summary,
            problem=story.problem,
            action=story.action,
            result=story.result,
            outcome=story.outcome,
            meaning=story.meaning,
            text=entry.text,
            quote=said.text.strip(' "“”') if said else "",
            speaker=", ".join(filter(None, (said.name, said.role))) if said else "",
            photo=photo.picture if photo else None,
            alt=(photo.alt or photo.caption) if photo else "",
            photographer=photo.photographer if photo else "",
            reason=reason,
        )

    def _day(self, entry: Entry | None) -> date:
        """Return the day that the sheet bears: its story's, else that of the newest rule it may cite."""
        if entry is not None:
            return local_day(entry.published, entry.zone)
        dated = max((one.tanggal for one in self._grounds.dasar), default="")
        parts = [int(part) for part in dated.split("-")] if dated else [2026]
        return date(*[*parts, 1, 1][:3])

    # -- asks and support ------------------------------------------------------------------------------------------

    def ledger(self, key: str) -> tuple[Matter, ...]:
        """Return the matters of the area *key*, real ones and samples."""
        return matters(self._visible.supports(key))

    def _asks(self, area: Area, audience: str, *, sample: bool) -> tuple[list[Ask], Ask | None]:
        """Return what is asked for and not answered, the most urgent first, and which of it concerns *audience*.

        What names nobody concerns whoever reads, where nothing is asked of them by name.
        """
        day = today(self._visible.now)
        found = [one for one in self._ledger(area.key) if one.sample is sample and one.status == "diminta"]
        found.sort(key=lambda one: (_late(one, day), one.due or date.max, one.asked or date.max, one.key))
        waiting = [self._ask(one) for one in found]
        named = (ask for ask in waiting if ask.party and audiences.concerns(audience, ask.party))
        unnamed = (ask for ask in waiting if not ask.party)
        return waiting, next(chain(named, unnamed), None)

    def _ask(self, one: Matter) -> Ask:
        return Ask(
            what=one.what, party=one.asked_of, value=one.value, amount=one.amount, due=one.due,
            library=self._named(one.library), url=self._story_url(one),
        )  # fmt: skip

    def _given(self, area: Area, *, sample: bool) -> tuple[Given, ...]:
        """Return the support that came, the newest first."""
        return tuple(self._gift(one) for one in _received(self._ledger(area.key), sample=sample)[:GIVEN])

    def _gift(self, one: Matter) -> Given:
        return Given(
            what=one.what, party=one.party, value=one.value, amount=one.amount, day=one.received or one.since,
            library=self._named(one.library), url=self._story_url(one), thanks=one.thanks,
        )  # fmt: skip

    def _peer(self, area: Area, *, sample: bool) -> Given | None:
        """Return the newest support of the nearest library that received any, in the same regency, then province."""
        library = self._visible.library(area.key) if area.level == "perpustakaan" else None
        for one in neighbours.seen(area, library.region if library else "", self._within):
            if found := _received(self._ledger(one.slug), sample=sample):
                return self._gift(found[0])
        return None

    def _named(self, slug: str) -> str:
        library = self._visible.library(slug)
        return library.name if library else slug

    def _story_url(self, one: Matter) -> str:
        return f"{self._site.base}{quote(one.stories[-1])}/" if one.stories else ""

    # -- who and where ---------------------------------------------------------------------------------------------

    def _addressee(self, area: Area, audience: str) -> str:
        """Return to whom the sheet is handed, by name of office and place; empty where only the office is known."""
        library = self._visible.library(area.key) if area.level == "perpustakaan" else None
        if library is not None and audience == "kades":
            if library.level == "kecamatan":
                return self._say(N_("Untuk camat dan kepala desa"))
            return self._say(N_("Untuk Kepala Desa {name}")).format(name=library.village) if library.village else ""
        code = area.key if library is None else library.region
        return addressee(regions.region(code[: 5 if audience == "bupati" else 2]), audience, self._say)

    def _place(self, area: Area) -> str:
        """Return where *area* is, in words."""
        library = self._visible.library(area.key) if area.level == "perpustakaan" else None
        code = library.region if library else area.key
        names = [
            known.name
            for key in (regions.regency_of(code), regions.province_of(code))
            if (known := regions.region(key))
        ]
        if library:
            parts = (say.format(name=name) if name else "" for say, name in (
                (self._say(N_("Desa {name}")), library.village), (self._say(N_("Kecamatan {name}")), library.district)
            ))  # fmt: skip
            return ", ".join((*filter(None, parts), *names))
        return ", ".join(name for name in names if name != area.name)

    def _whom(self, area: Area, libraries: Iterable[Library]) -> Library | None:
        """Return the library that answers for *area*: itself, or the one of that very region."""
        if area.level == "perpustakaan":
            return self._visible.library(area.key)
        levels = {"nasional": "nasional", "provinsi": "provinsi", "kabupaten": "kabupaten"}
        code = "" if area.key == EVERYTHING else area.key
        return next((one for one in libraries if one.level == levels[area.level] and one.region[:5] == code), None)

    def _ways(self, library: Library | None) -> tuple[str, ...]:
        """Return how to reach those who hand over the sheet, in words."""
        if library is None:
            return (self._site.surel,) if self._site.surel else ()
        known = library.contact
        ways = (
            (N_("WhatsApp {contact}"), known.whatsapp),
            (N_("Telepon {contact}"), known.telephone),
            ("{contact}", known.email),
            ("{contact}", known.website.removeprefix("https://").removeprefix("http://").rstrip("/")),
        )
        found = [self._say(said).format(contact=contact) for said, contact in ways if contact]
        return tuple(found[:CONTACTS]) or ((self._site.surel,) if self._site.surel else ())

    def _url(self, area: Area) -> str:
        """Return the page of *area* to which the code leads, empty where the site has none."""
        if not self._site.meja.site:
            return ""
        if self._site.has_evidence:
            return f"{self._site.base}bukti/{quote(area.key)}/"
        if area.key == EVERYTHING:
            return self._site.base
        kind = "perpustakaan" if area.level == "perpustakaan" else "wilayah"
        return f"{self._site.base}{kind}/{quote(area.key)}/"


def figure(one: Measured, say: Callable[[str], str], *, ours: bool) -> Figure | None:
    """Return the number that an indicator comes to, ``None`` where no story says; *ours* is called as we do."""
    number, known = one.whole.number, one.indicator
    if number is None:
        return None
    label = LABELS.get(known.measure) if ours and not known.filtered else None
    kind: Kind = "rupiah" if known.measure in MONEY else "persen" if known.measure in SHARES else ""
    behind = 0 if known.measure in WHOLE else one.whole.events
    measure = "" if known.filtered else known.measure
    return Figure(known.code, say(label) if label else known.name, round(number), behind, kind, measure)


def _received(found: Iterable[Matter], *, sample: bool) -> list[Matter]:
    """Return what came, the newest first."""
    came = [one for one in found if one.status == "diterima" and one.sample is sample]
    return sorted(came, key=lambda one: (one.received or one.since or date.min, one.key), reverse=True)


def _late(one: Matter, day: date) -> bool:
    return one.due is not None and one.due < day


def _worth(entry: Entry) -> tuple[int, int]:
    """Return how much the story of *entry* has for a sheet."""
    story = entry.story
    told = (story.outcome, story.result, story.action, story.problem, story.meaning)
    parts = sum(map(bool, told)) + 2 * bool(story.outcome) + bool(story.quotes) + 2 * bool(lead(story.photos))
    return (parts if story.kind != "pengumuman" else -1, entry.published)


def _person(library: Library | None) -> str:
    if library is None or library.press_contact is None:
        return ""
    return ", ".join(filter(None, (library.press_contact.name, library.press_contact.role)))


def addressee(known: regions.Region | None, audience: str, say: Callable[[str], str]) -> str:
    """Return the head of the region *known* as *audience*; empty where it has none such."""
    if known is None or audience not in ("bupati", "gubernur"):
        return ""
    if audience == "gubernur":
        return say("Untuk Gubernur {name}").format(name=known.name)
    if known.kind == "kota":
        return say("Untuk Wali {name}").format(name=known.name)
    return say("Untuk Bupati {name}").format(name=known.name.removeprefix("Kabupaten "))
