"""Who agreed to what, story by story: what is missing, what ends soon, what was refused or taken back."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Literal, NamedTuple

import msgspec

from pipeline import regions
from pipeline.archive.store import Source, Store
from pipeline.content.consent import Consent, read_consent
from pipeline.content.document import open_document
from pipeline.content.fields import Fields
from pipeline.content.file import Loaded, load
from pipeline.content.keys import PHOTO, QUOTE, SAFE, STORY
from pipeline.content.library import Library
from pipeline.content.moment import tzinfo
from pipeline.content.near import nearest
from pipeline.content.photo_reader import inside
from pipeline.content.problem import Problem
from pipeline.content.report import Report
from pipeline.content.story import Story
from pipeline.content.taken import Quotes
from pipeline.content.text import shown
from pipeline.errors import UsageError
from pipeline.language import _
from pipeline.production.newsroom import Newsroom
from pipeline.production.survey import surveyed

State = Literal[
    "tanpa-izin", "tidak-jelas", "tanpa-wali", "segera", "berakhir", "ditolak", "dicabut", "ditarik", "aman"
]  # fmt: skip
STATES: tuple[State, ...] = (
    "tanpa-wali", "tidak-jelas", "tanpa-izin", "segera", "berakhir", "ditolak", "dicabut", "ditarik", "aman",
)  # fmt: skip
"""In the order in which they are counted: what must be done first stands first."""

WRONG: tuple[State, ...] = ("tanpa-wali", "tidak-jelas")
"""What ``warta check`` calls an error."""

WORDS = 60
"""Letters of a quotation by which people know it."""

_story = msgspec.json.Decoder(Story).decode
_library = msgspec.json.Decoder(Library).decode


class Row(NamedTuple):
    """One thing to know about a consent, or an exception (``aman``), in the report at *path*.

    *kind* is ``foto``, ``kutipan``, ``aman`` or ``berita``; *what* the file, the beginning of what was said, or the
    code. *day* is the day that matters: the last one of the consent, the first without it, or since when.
    """

    path: str
    line: int
    address: str
    library: str
    kind: Literal["foto", "kutipan", "aman", "berita"]
    what: str
    state: State
    day: date | None = None
    reference: str = ""
    reason: str = ""


class Consents(NamedTuple):
    """All rows by story, the titles of those stories by path, and how many reports were looked at."""

    rows: tuple[Row, ...]
    titles: dict[str, str]
    reports: int

    @property
    def counts(self) -> Counter[str]:
        """How many rows there are of each state."""
        return Counter(row.state for row in self.rows)


def consents(room: Newsroom, now: int, *, days: int, library: str = "", story: str = "") -> Consents:
    """Return what is to be known of consents in *room* at the instant *now*; what ends within *days* ends soon.

    *library* (a slug) or *story* (an address) narrows it; raises ``UsageError`` where there is none such.
    """
    with surveyed(room, now=now) as store:
        _known(store, library, story)
        look = _Look(room, store, now, days)
        rows: list[Row] = []
        titles: dict[str, str] = {}
        reports = 0
        for source in store.sources("story"):
            record = None if source.record is None else _story(source.record)
            if (library and (record is None or record.library != library)) or (story and source.address != story):
                continue
            reports += 1
            found = look.rows(source, record)
            rows += found
            if found:
                titles[source.path] = record.title if record else ""
    return Consents(tuple(rows), titles, reports)


def _known(store: Store, library: str, story: str) -> None:
    for wanted, kind in ((library, "library"), (story, "story")):
        there = sorted(set(store.known(kind)) - {""})
        if wanted and wanted not in there:
            near = nearest(wanted, there)
            said = (
                _('Tidak ada perpustakaan "{name}".')
                if kind == "library"
                else _('Tidak ada berita di alamat "{name}".')
            ).format(name=wanted)
            raise UsageError(f"{said} {_('Maksudnya {near}?').format(near=near)}" if near else said)


class _Look:
    """A look at one report after the other."""

    def __init__(self, room: Newsroom, store: Store, now: int, days: int) -> None:
        self._room = room
        self._store = store
        self._now = now
        self._days = days
        self._quotes = Quotes(store.taken.all())
        self._zones: dict[str, str] = {}

    def rows(self, source: Source, record: Story | None) -> list[Row]:
        """Return all rows of one report, by line."""
        if record is not None and record.status == "tarik":
            taken = self._store.taken.story(record.address)
            since = taken.since if taken else None
            reason = record.withdrawn_because
            return [Row(source.path, 1, source.address, record.library, "berita", "", "ditarik", since, reason=reason)]
        if record is not None and not (record.photos or record.quotes or _noted(source.problems)):
            return []
        loaded = load(self._room.root, source.path)
        document = open_document(loaded.data, STORY, Report(source.path)) if isinstance(loaded, Loaded) else None
        if document is None or document.fields is None:
            return []
        library = record.library if record else ""
        base = Row(source.path, 1, source.address, library, "aman", "", "aman")
        found = [*self._photos(document.fields, base), *self._spoken(document.fields, base)]
        found += _exceptions(document.fields, base)
        return sorted(found, key=lambda row: row.line)

    def _photos(self, fields: Fields, base: Row) -> Iterator[Row]:
        for photo in fields.each("foto", PHOTO, "berkas"):
            name = photo.text("berkas", wrong="")
            child = bool(photo.yes("ada_anak", unclear=True))
            consent = read_consent(photo, absent="foto-tanpa-izin", of=name)
            file = inside(name, base.path)
            opened = self._store.photo(file) if file else None
            taken = self._store.taken.photo(opened.name) if opened is not None and opened.name else None
            row = base._replace(kind="foto", what=name, line=photo.line_of("berkas"), reference=consent.reference)
            yield from self._judged(row, consent, child=child, since=taken.since if taken else None)

    def _spoken(self, fields: Fields, base: Row) -> Iterator[Row]:
        for quote in fields.each("kutipan", QUOTE, "teks"):
            said, name = quote.text("teks", wrong=""), quote.text("nama", wrong="")
            consent = read_consent(quote, absent="kutipan-tanpa-izin", of=said)
            taken = self._quotes.find(said)
            what = f"{name}: {_short(said)}" if name else _short(said)
            row = base._replace(kind="kutipan", what=what, line=quote.line_of("teks"), reference=consent.reference)
            yield from self._judged(row, consent, child=False, since=taken.since if taken else None)

    def _judged(self, row: Row, consent: Consent, *, child: bool, since: date | None) -> Iterator[Row]:
        """Yield *row* with its state, where there is something to say."""
        state, day = self._state(consent, self._zone(row.library), child=child)
        if since is not None and state not in ("ditolak", "dicabut"):
            state, day = "ditarik", since
        if state is not None:
            yield row._replace(state=state, day=day)

    def _state(self, consent: Consent, zone: str, *, child: bool) -> tuple[State | None, date | None]:
        today = datetime.fromtimestamp(self._now, tzinfo(zone)).date()
        soon = today + timedelta(days=self._days)
        if consent.given is False:
            return ("tidak-jelas" if consent.unclear else "ditolak"), None
        if consent.revoked is not None and consent.revoked.instant(zone) <= self._now:
            return "dicabut", consent.revoked.day
        if child and not (consent.given and consent.guardian):
            return "tanpa-wali", None
        if consent.given is None:
            return "tanpa-izin", None
        last = min((day for day in (_last(consent), _until(consent)) if day is not None), default=None)
        if last is None or last > soon:
            return None, None
        return ("berakhir" if last < today else "segera"), last

    def _zone(self, library: str) -> str:
        if library not in self._zones:
            found = next(self._store.sources("library", library), None) if library else None
            region = _library(found.record).region if found is not None and found.record is not None else ""
            self._zones[library] = regions.zone_of(region)
        return self._zones[library]


def _until(consent: Consent) -> date | None:
    return None if consent.until is None else consent.until.day


def _last(consent: Consent) -> date | None:
    """Return the last day before a consent that is already known to be taken back."""
    return None if consent.revoked is None else consent.revoked.day - timedelta(days=1)


def _noted(problems: tuple[Problem, ...]) -> bool:
    """Whether reading noted an exception, or a photo that is in no record."""
    return any(problem.code.startswith(("aman-", "foto-", "izin-")) for problem in problems)


def _exceptions(fields: Fields, base: Row) -> Iterator[Row]:
    for entry in fields.each("aman", SAFE, "kode"):
        code, reason = entry.text("kode", wrong=""), entry.text("alasan", wrong="")
        if code:
            yield base._replace(what=code, line=entry.line_of("kode"), reason=reason)


def _short(said: str) -> str:
    text = shown(said)
    return text if len(text) <= WORDS else text[: WORDS - 1].rstrip() + "…"
