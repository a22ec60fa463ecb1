"""The one gate: everything that a desk may see of the archive, for its channel and at one instant.

Draft, hold, embargo, consent and withdrawal are decided here and nowhere else. Every look-up is a window on a named
sequence (``semua``, ``perpustakaan/<slug>``, ``wilayah/<code>``, ``topik/<slug>``, ``strategi/<slug>``,
``resep/<slug>``, ``bulan/<yyyy>/<mm>``, ``topik/<slug>@<regency>``, ``strategi/<slug>@<province>``, ``siaran``),
newest first. The press
sees its releases before an embargo ends (``rilis``, ``rilis/perpustakaan/<slug>``, ``rilis/wilayah/<code>``,
``memuat/<address>``).
Translations stand in none of these, but in ``versi/<address of the original>`` and ``terjemahan/<yyyy>/<mm>``.
"""

from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

import msgspec

from pipeline.archive import tally
from pipeline.archive.entry import EVERYTHING, NEWS, VERSIONS, Card, Entry, Shot
from pipeline.archive.fact import Fact
from pipeline.archive.facts import Place
from pipeline.archive.privacy import allows, shown_participants
from pipeline.archive.records import folder_of
from pipeline.archive.store import Store
from pipeline.archive.tally import Tally
from pipeline.content.consent import Channel, Consent
from pipeline.content.indicator import Indicator
from pipeline.content.indicator_reader import default_indicators
from pipeline.content.library import Library
from pipeline.content.option import Issue
from pipeline.content.page import Page
from pipeline.content.plan import Plan
from pipeline.content.selection import Selection
from pipeline.content.story import Photo, Story
from pipeline.content.support import Line

NEEDS: dict[Channel, tuple[Channel, ...]] = {
    "web": ("web",),
    "sosial": ("sosial", "web"),
    "pers": ("pers",),
    "cetak": ("cetak",),
}
"""Whose consent a channel needs: what is posted links to the page, so a post needs both."""

FRONT = 24
"""A list's first page shows the newest so many; older stories stand on its pages by year or month."""

_CARDS = "SELECT e.card FROM place AS p JOIN entry AS e ON e.address = p.address WHERE p.name = ? AND p.opens <= ?"
_NEWEST = f"{_CARDS} ORDER BY p.published DESC, p.address DESC LIMIT ?"
_BUCKET = f"{_CARDS} AND p.bucket = ? ORDER BY p.published DESC, p.address DESC"
_BEFORE = f"{_CARDS} AND (p.published, p.address) < (?, ?) ORDER BY p.published DESC, p.address DESC LIMIT ?"
_AFTER = (
    "SELECT address FROM place WHERE name = ? AND opens <= ? AND (published, address) > (?, ?)"
    " ORDER BY published, address LIMIT ?"
)
_OLDER_BUCKETS = (
    "SELECT DISTINCT bucket FROM place WHERE name = ? AND opens <= ? AND (published, address) < (?, ?)"
    " ORDER BY bucket DESC"
)
_RANK = (
    "SELECT published, address, bucket FROM place WHERE name = ? AND opens <= ?"
    " ORDER BY published DESC, address DESC LIMIT ? OFFSET ?"
)


class Spot(NamedTuple):
    """One place in a sequence: publication time (seconds since 1970), address and bucket."""

    published: int
    address: str
    bucket: str


class Tombstone(NamedTuple):
    """What may be said of a story that was taken down: since which day, why, whose it was; *path* is its report's.

    *reason*, *library* and *path* are empty where there is no such report any more.
    """

    address: str
    since: date
    reason: str
    library: str
    path: str


class Visible:
    """The archive as one channel may see it at the instant *now* (seconds since 1970)."""

    def __init__(self, store: Store, channel: Channel, now: int, *, drafts: bool = False) -> None:
        self.now = now
        self.drafts = drafts
        self._store = store
        self._channels = NEEDS[channel]
        self._early = channel == "pers"
        self.clippings = store.clippings
        self._facts = store.facts
        self.shared: dict[str, Any] = {}
        """What was worked out of facts, which are the same through every channel: those who do keep it short."""
        self.library = lru_cache(4096)(self._library)
        self.buckets = lru_cache(4096)(self._buckets)

    def through(self, channel: Channel) -> "Visible":
        """Return the same archive at the same instant, as *channel* may see it."""
        found = Visible(self._store, channel, self.now, drafts=self.drafts)
        found.shared = self.shared
        return found

    # -- stories ---------------------------------------------------------------------------------------------------

    def entry(self, address: str) -> Entry | None:
        """Return the story at *address* with all that this channel may show of it, or ``None``."""
        found = self._store.entry(address)
        if found is None or not found.live or self._opens(found) > self.now:
            return None
        return msgspec.structs.replace(found, story=self._cleared(found.story, found.zone))

    def _opens(self, entry: Entry) -> int:
        """Return when *entry* may be seen: the press gets its releases before an embargo ends, and keeps to it."""
        return entry.released if self._early and entry.story.release is not None else entry.opens

    def _cleared(self, story: Story, zone: str) -> Story:
        """Return *story* without what nobody consented to and without counts that would point at single people."""
        return msgspec.structs.replace(
            story,
            quotes=tuple(quote for quote in story.quotes if self._allowed(quote.consent, zone)),
            photos=tuple(photo for photo in story.photos if self._may_show(photo, zone)),
            participants=shown_participants(story.participants),
        )

    def _may_show(self, photo: Photo | Shot, zone: str) -> bool:
        return self._allowed(photo.consent, zone) and (photo.consent.guardian or not photo.shows_child)

    def _allowed(self, consent: Consent, zone: str) -> bool:
        return all(allows(consent, channel, self.now, zone) for channel in self._channels)

    def _cards(self, query: str, values: tuple[object, ...]) -> list[Card]:
        """Return the cards that *query* selects, each with the photos that may be shown."""
        return [self._cleared_card(card) for card in self._store.cards(query, values)]

    def _cleared_card(self, card: Card) -> Card:
        shots = tuple(shot for shot in card.shots if self._may_show(shot, card.zone))
        return card if shots == card.shots else msgspec.structs.replace(card, shots=shots)

    def addresses(self) -> list[str]:
        """Return the addresses of all visible stories, by address."""
        rows = self._store.db.execute(
            "SELECT address FROM entry WHERE live AND opens <= ? ORDER BY address", (self.now,)
        )
        return [row[0] for row in rows]

    def tombstone(self, address: str) -> Tombstone | None:
        """Return what may be said of the story at *address* that was taken down, ``None`` where it was not."""
        taken = self._store.taken.story(address)
        if taken is None:
            return None
        entry = self._store.entry(address)
        if entry is None or entry.story.status != "tarik":
            return Tombstone(address, taken.since, "", "", "")
        story = entry.story
        return Tombstone(address, taken.since, story.withdrawn_because, story.library, story.path)

    def tombstones(self) -> list[str]:
        """Return the addresses of all stories that were taken down."""
        return self._store.taken.stories()

    def redirects(self, address: str | None = None) -> list[tuple[str, str]]:
        """Return pairs of old and living address, of one story or of all."""
        where, values = ("", ()) if address is None else (" AND a.address = ?", (address,))
        rows = self._store.db.execute(  # *where* is one of two constants
            "SELECT a.alias, min(a.address) FROM alias AS a JOIN entry AS e ON e.address = a.address"
            f" WHERE e.live AND e.opens <= ?{where} GROUP BY a.alias ORDER BY a.alias",
            (self.now, *values),
        )
        return [(alias, target) for alias, target in rows]

    def redirect(self, alias: str) -> str | None:
        """Return the living address to which *alias* leads; of several stories that claim it, the first."""
        row = self._store.db.execute(
            "SELECT a.address FROM alias AS a JOIN entry AS e ON e.address = a.address"
            " WHERE a.alias = ? AND e.live AND e.opens <= ? ORDER BY a.address",
            (alias, self.now),
        ).fetchone()
        return None if row is None else str(row[0])

    # -- sequences ---------------------------------------------------------------------------------------------------

    def newest(self, name: str, most: int | None = None) -> list[Card]:
        """Return the newest of a sequence: as many as its first page shows, or *most*."""
        return self._cards(_NEWEST, (name, self.now, FRONT if most is None else most))

    def whole(self, name: str) -> list[Card]:
        """Return all of a sequence: only for those that are small by nature, such as a month."""
        return self._cards(_NEWEST, (name, self.now, -1))

    def bucket(self, name: str, bucket: str) -> list[Card]:
        """Return the stories of one year or month of a sequence."""
        return self._cards(_BUCKET, (name, self.now, bucket))

    def earlier(self, name: str, entry: Entry, most: int) -> list[Card]:
        """Return the nearest stories of a sequence that were published before *entry*."""
        return self._cards(_BEFORE, (name, self.now, entry.published, entry.story.address, most))

    def later(self, name: str, entry: Entry, most: int) -> list[str]:
        """Return the addresses of the nearest stories of a sequence that were published after *entry*."""
        values = (name, self.now, entry.published, entry.story.address, most)
        return [row[0] for row in self._store.db.execute(_AFTER, values)]

    def ranks(self, name: str, first: int, most: int) -> list[Spot]:
        """Return *most* places of a sequence from rank *first* (the newest has rank 0)."""
        return [Spot(*row) for row in self._store.db.execute(_RANK, (name, self.now, most, first))]

    def _buckets(self, name: str) -> list[str]:
        """Return the years or months, newest first, that hold a story which is no more on the list's first page."""
        edge = self.ranks(name, FRONT - 1, 1)
        if not edge:
            return []
        values = (name, self.now, edge[0].published, edge[0].address)
        return [row[0] for row in self._store.db.execute(_OLDER_BUCKETS, values)]

    def archives(self, year: str) -> list[tuple[str, str]]:
        """Return all pages of lists by *year* or one of its months, as pairs of sequence and bucket, in order."""
        rows = self._store.db.execute(
            "SELECT DISTINCT name, bucket FROM place WHERE bucket >= ? AND bucket < ? AND opens <= ?"
            " ORDER BY name, bucket",
            (year, f"{year}0", self.now),
        )
        return [(name, bucket) for name, bucket in rows if bucket in self.buckets(name)]

    def versions(self, original: str) -> list[Card]:
        """Return the translations of the story at *original*, by language."""
        return sorted(self.whole(f"{VERSIONS}/{original}"), key=lambda card: (card.language, card.address))

    def any(self, name: str) -> bool:
        """Whether a sequence holds a visible story."""
        row = self._store.db.execute("SELECT 1 FROM place WHERE name = ? AND opens <= ? LIMIT 1", (name, self.now))
        return row.fetchone() is not None

    def count(self, name: str = EVERYTHING) -> int:
        """Return how many visible stories a sequence holds."""
        row = self._store.db.execute("SELECT count(*) FROM place WHERE name = ? AND opens <= ?", (name, self.now))
        return int(row.fetchone()[0])

    def tallies(self, name: str = EVERYTHING) -> tuple[Tally, Tally]:
        """Return what a sequence's real stories add up to, and its samples."""
        return tally.tallies(self._store.db, name, self.now)

    def months(self, name: str) -> list[tuple[str, int]]:
        """Return how many stories each month of a sequence holds: pairs of month (``2023/05``) and count, by month."""
        return tally.months(self._store.db, name, self.now)

    def sizes(self, kind: str) -> dict[str, int]:
        """Return how many visible stories each sequence of *kind* holds, by what follows ``<kind>/`` in its name."""
        return tally.sizes(self._store.db, kind, self.now)

    def names(self, kind: str) -> list[str]:
        """Return what follows ``<kind>/`` in the names of all sequences of that kind which hold a visible story."""
        rows = self._store.db.execute(
            "SELECT DISTINCT name FROM place WHERE name > ? AND name < ? AND opens <= ? ORDER BY name",
            (f"{kind}/", f"{kind}0", self.now),
        )
        return [row[0].partition("/")[2] for row in rows if "@" not in row[0]]

    # -- evidence ----------------------------------------------------------------------------------------------------

    def facts(self, area: str) -> list[Fact]:
        """Return what the stories of *area* add to evidence, with those that share an event with one of them.

        *area* is ``semua``, the code of a province or regency, or a library's slug.
        """
        return self._facts.within(area, self.now)

    def indicators(self) -> tuple[Indicator, ...]:
        """Return what is counted: by the newsroom's own list, or the default."""
        return self._store.indicators() or default_indicators()

    def counted(self, most: int = 1) -> int:
        """Return how many real stories say how many came; no more than *most* are counted."""
        return tally.counted(self._store.db, self.now, most)

    def shares(self, event: str) -> list[Place]:
        """Return the places of all visible stories that tell of *event*."""
        return self._facts.places(event, self.now)

    def peopled(self) -> set[str]:
        """Return the codes of all provinces and regencies in which a visible story stands."""
        return self._facts.regions(self.now)

    def recent(self, most: int) -> list[Entry]:
        """Return the stories published within the last two days, newest first."""
        rows = self._store.db.execute(
            "SELECT address FROM place WHERE name = ? AND opens <= ? AND published > ? AND published <= ?"
            " ORDER BY published DESC, address DESC LIMIT ?",
            (EVERYTHING, self.now, self.now - NEWS, self.now, most),
        ).fetchall()
        found = (self.entry(address) for (address,) in rows)
        return [entry for entry in found if entry is not None]

    # -- records behind advocacy -------------------------------------------------------------------------------------

    def supports(self, area: str) -> list[Line]:
        """Return the lines of the ledger of support of *area* (``semua``, a code, a slug), by library and source.

        Of the stories that tell of a line, those are named that everybody may see.
        """
        found = self._store.records.lines(area, self.now)
        return [msgspec.structs.replace(line, stories=self._open(line.stories)) for line in found]

    def plans(self, area: str) -> list[Plan]:
        """Return the work plans of exactly *area*: the newest year first, then by title."""
        found = self._store.records.of(Plan, area)
        return sorted(found, key=lambda plan: (-plan.year, plan.title, plan.address))

    def issues(self, area: str) -> list[Issue]:
        """Return the policy questions of exactly *area*: the newest first, then by title."""
        found = self._store.records.of(Issue, area)
        return sorted(found, key=lambda issue: (-(issue.day or date.min).toordinal(), issue.title, issue.address))

    def selections(self, area: str) -> list[Selection]:
        """Return the selections of exactly *area*, the newest first.

        One whose chosen story not everybody may see is not there, and of candidates only those are that everybody may.
        """
        found = []
        for selection in self._store.records.of(Selection, area):
            if self._open((selection.chosen,)):
                left = self._open(selection.candidates)
                found.append(msgspec.structs.replace(selection, candidates=left))
        return sorted(found, key=lambda one: (-(one.day or date.min).toordinal(), one.address))

    def recorded(self) -> list[tuple[str, str]]:
        """Return what areas have pages of, in order: the keys of areas, each with the part of its page.

        A part is ``dukungan``, ``rencana`` or ``pilihan``, or ``opsi/`` and the address of a policy question.
        """
        records = self._store.records
        owners = records.owners(self.now)
        found = {(area, folder_of("support")) for area in records.areas(owners)} if owners else set()
        for kind, area, address in records.held():
            if kind == "issue":
                found.add((area, f"{folder_of(kind)}/{address}"))
            elif kind == "plan" or self.selections(area):
                found.add((area, folder_of(kind)))
        return sorted(found)

    def _open(self, addresses: tuple[str, ...]) -> tuple[str, ...]:
        """Return those of *addresses* at which there is a story that everybody may see."""
        query = "SELECT 1 FROM entry WHERE address = ? AND live AND opens <= ?"
        return tuple(
            address for address in addresses if self._store.db.execute(query, (address, self.now)).fetchone()
        )  # fmt: skip

    # -- libraries and pages -----------------------------------------------------------------------------------------

    def _library(self, slug: str) -> Library | None:
        found = self._store.library(slug)
        return found[0] if found else None

    def profile(self, slug: str) -> tuple[Library, str] | None:
        """Return a library's profile with the hash of its text, or ``None`` where there is none without errors."""
        found = self._store.library(slug)
        return None if found is None or found[0] is None else (found[0], found[1])

    def has_library(self, slug: str) -> bool:
        """Whether there is a profile of that slug, with errors or not."""
        return self._store.library(slug) is not None

    def libraries(self, region: str = "") -> list[Library]:
        """Return all libraries, or those in a province or regency, by slug."""
        where, values = ("", ()) if not region else (" AND (region = ? OR region LIKE ?)", (region, f"{region}.%"))
        rows = self._store.db.execute(
            f"SELECT record FROM library WHERE record IS NOT NULL{where} ORDER BY slug",
            values,
        )
        return [msgspec.json.decode(record, type=Library) for (record,) in rows]

    def slugs(self) -> list[str]:
        """Return the slugs of all libraries, also of those whose profile has errors."""
        return self._store.slugs()

    def pages(self) -> list[tuple[Page, str]]:
        """Return all free pages with the hashes of their texts, by address."""
        return self._store.pages()
