"""Bringing the archive up to date: what was read is entered, and what depends on other files is checked.

Two files may claim one address, a story names a library and photos, profiles come and go: whatever such a change can
alter is settled again, address by address, and told as a list of changes.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import msgspec

from pipeline.archive.entry import Entry, enter
from pipeline.archive.privacy import agreed
from pipeline.archive.private import Care, judged, met, public
from pipeline.archive.reading import Outcome
from pipeline.archive.records import (
    KINDS,
    Kind,
    RecordChange,
    decode,
    known_kind,
    libraries_of,
    lines_of,
    owners_of,
    stories_of,
    with_stories,
)
from pipeline.archive.reserved import reserved, reserved_alias
from pipeline.archive.store import Source, Store
from pipeline.archive.taken import refusals, said
from pipeline.archive.translation import bound
from pipeline.content.address import FOLDERS, story_address
from pipeline.content.clipping import Clipping
from pipeline.content.indicator_reader import default_indicators
from pipeline.content.library import Library
from pipeline.content.near import nearest
from pipeline.content.page import Page
from pipeline.content.picture import SMALL
from pipeline.content.plan import Plan
from pipeline.content.problem import Problem
from pipeline.content.record import Record
from pipeline.content.report import Report
from pipeline.content.story import Photo, Story

_story = msgspec.json.Decoder(Story).decode
_library = msgspec.json.Decoder(Library).decode
_page = msgspec.json.Decoder(Page).decode
_clipping = msgspec.json.Decoder(Clipping).decode


_ABOUT = r"^(?:berita|stories)\s*:"
_TRANSLATES = r"^(?:terjemahan|translation)\s*:"


class StoryChange(NamedTuple):
    """A story was added (*old* is ``None``), removed (*new* is ``None``), or may look different."""

    old: Entry | None
    new: Entry | None


class LibraryChange(NamedTuple):
    """A profile was added, removed or changed; ``None`` also stands for one with errors."""

    slug: str
    old: Library | None
    new: Library | None


class PageChange(NamedTuple):
    """A free page was added, removed or changed."""

    old: Page | None
    new: Page | None


class NewsChange(NamedTuple):
    """A story entered or left the two days of the news sitemap."""

    address: str


class TakenChange(NamedTuple):
    """What is known of a story that was taken down, or is no more, changed."""

    address: str


class ClippingChange(NamedTuple):
    """A clipping was added, removed or changed; *names* are all sequences in which it stood or stands."""

    old: Clipping | None
    new: Clipping | None
    names: frozenset[str]


class IndicatorChange(NamedTuple):
    """What is counted changed (``content/indikator.toml``)."""


Change = (
    StoryChange
    | LibraryChange
    | PageChange
    | NewsChange
    | TakenChange
    | ClippingChange
    | RecordChange
    | IndicatorChange
)


def following(store: Store, change: StoryChange) -> Iterable[RecordChange]:
    """Yield what else a change of a story alters: the ledgers in which it has lines, and records that name it.

    They show it only while everybody may see it.
    """
    entries = [entry for entry in change if entry is not None]
    libraries = {line.library for entry in entries for line in lines_of(entry)}
    if libraries:
        yield RecordChange("support", None, None, store.records.areas(libraries))
    for address in sorted({entry.story.address for entry in entries}):
        for path in store.needing(named(address)):
            source = store.source(path)
            if source is not None and source.address and (kind := known_kind(source.kind)):
                record = store.records.one(kind, source.address)
                if record is not None:
                    yield RecordChange(kind, record, record, store.records.shown(record))


class Update:
    """One update of *store*, whose files lie below *root*. *drafts* shows everything, for a preview.

    *care* is what the newsroom says about private data.
    """

    def __init__(self, store: Store, root: Path, care: Care, *, drafts: bool = False) -> None:
        self._store = store
        self._root = root
        self._care = care
        self._drafts = drafts
        self._addresses: set[str] = set()
        self._slugs: set[str] = set()
        self._files: set[str] = set()
        self._pages: set[str] = set()
        self._clippings: set[str] = set()
        self._records: set[tuple[Kind, str]] = set()
        self._unread: set[str] = set()
        self._originals: set[str] = set()
        self._whole = False
        self._indicators = False
        self.refused: list[tuple[str, str]] = []
        """Photos to which somebody says no who agreed before: pairs of the photo's name and the story's address."""
        self._library = lru_cache(4096)(store.library)
        """Looked up only when all profiles are settled."""

    # -- what was read -----------------------------------------------------------------------------------------------

    def enter(self, outcome: Outcome, *, known: bool) -> None:
        """Remember what reading one file gave. *known*: it, or another file, may have been read before."""
        if outcome.source is None:
            self._store.restamp(outcome.path, outcome.stamp)
            return
        if known:
            before = self._store.source(outcome.path)
            self._note(before)
            self._refuse(before, outcome.source)
            self._store.put_cross(outcome.path, (), ())
        self._store.put_source(outcome.source)
        self._store.taken.curtail(outcome.path, cut=outcome.cut)
        if outcome.advice is not None:
            self._store.put_advice(outcome.path, outcome.advice)
        self._note(outcome.source)

    def gone(self, path: str) -> None:
        """Remember that a file is no more there."""
        self._note(self._store.source(path))
        self._store.drop_source(path)
        self._store.taken.curtail(path, cut=False)
        self._store.drop_photo(path)
        self._store.put_cross(path, (), ())

    def everything(self) -> None:
        """Settle all that was read again: the rules may have changed."""
        self._whole = True
        self._store.forget_derived()
        self._slugs.update(self._store.known("library"))
        self._pages.update(self._store.known("page"))
        self._clippings.update(self._store.known("clipping"))
        self._records.update((kind, address) for kind in KINDS for address in self._store.known(kind))
        self._addresses.update(self._store.known("story"))

    def again(self, addresses: Iterable[str]) -> None:
        """Settle these stories although nothing of theirs was read."""
        self._addresses.update(addresses)

    def private(self) -> None:
        """Settle again all that tells something of persons: what is public, or which rules count, may have changed."""
        self._slugs |= self._store.private("library")
        self._pages |= self._store.private("page")
        self._clippings |= self._store.private("clipping")
        self._records.update((kind, address) for kind in KINDS for address in self._store.private(kind))
        self._addresses |= self._store.private("story")
        self._unread |= self._store.private_unread()

    @cached_property
    def _public(self) -> frozenset[str]:
        """What may stand anywhere; looked up only where something was found, and when all that was read is entered."""
        return public(self._care, self._store.profiles())

    def _judged(self, source: Source) -> list[Problem]:
        """Return what is wrong with what the file *source* tells of persons."""
        return judged(source.path, source.found, self._public, self._care) if source.found else []

    def _refuse(self, before: Source | None, after: Source) -> None:
        """Remember photos that a report showed before and for which it now says no, by the hash of their bytes."""
        for refusal in refusals(before.record if before else None, after.record):
            opened = self._store.photo(refusal.file)
            if opened is not None and opened.name:
                self.refused.append((opened.name, refusal.address))

    def _note(self, source: Source | None) -> None:
        if source is None:
            return
        if not source.address and source.kind != "file":
            self._unread.add(source.path)
        if source.kind == "story":
            self._addresses.add(source.address)
            self._originals.add(source.original)
        elif source.kind == "library":
            self._slugs.add(source.address)
        elif source.kind == "page":
            self._pages.add(source.address)
        elif source.kind == "clipping":
            self._clippings.add(source.address)
        elif kind := known_kind(source.kind):
            self._records.add((kind, source.address))
        elif source.kind == "indicators":
            self._indicators = True
        else:
            self._files.add(source.path)

    # -- photos ------------------------------------------------------------------------------------------------------

    def unopened(self) -> list[str]:
        """Return the photos, by path, of the stories to settle that are not known, or whose file may have changed.

        A photo whose people said no is not among them: nobody opens it.
        """
        self._spread()
        found: set[str] = set()
        for source in self._store.with_photos(None if self._whole else sorted(self._addresses)):
            for photo in _story(source.record or b"").photos:
                if agreed(photo.consent) and photo.file not in found and self._is_unopened(photo.file):
                    found.add(photo.file)
        return sorted(found)

    def _is_unopened(self, file: str) -> bool:
        known = self._store.photo(file)
        return (file in self._files or known is None or not known.name) and self._store.has(file)

    def _spread(self) -> None:
        """Settle the stories that name a photo which came, went or changed, and the translations of every story."""
        for file in self._files:
            self._note_all(self._store.needing(file))
        todo = (self._addresses | self._originals) - {""}
        while todo:
            found = {source.address for address in todo for source in self._store.versions(address)}
            todo = found - self._addresses
            self._addresses |= found
        for address in () if self._store.bare else sorted(self._addresses | self._broken()):
            self._note_all(self._store.needing(named(address)))
        if self._addresses:
            self._note_all([*self._store.told("berita-tidak-dikenal"), *self._store.told("pilihan-tidak-ada")])
            self._addresses |= self._store.orphans()  # what is near to the address that they name may have changed

    def _broken(self) -> set[str]:
        """Return the addresses, by their paths, of reports that an error holds, or held, so that they have none."""
        return {address for path in self._unread if (address := story_address(path, None, Report(path)))}

    def _note_all(self, paths: Iterable[str]) -> None:
        for path in paths:
            self._note(self._store.source(path))

    # -- what follows ------------------------------------------------------------------------------------------------

    def settle(self) -> Iterable[Change]:
        """Yield every change that follows from what was entered, after having made it."""
        if self._slugs:
            self.private()
        self._settle_unread()
        if self._indicators:
            yield IndicatorChange()
        yield from self._settle_pages()
        yield from self._settle_libraries()
        self._spread()
        self._addresses.discard("")
        # A translation looks at its original, so that is settled first.
        translated = self._store.translated() & self._addresses
        for address in (*sorted(self._addresses - translated), *sorted(translated)):
            old, new = self._settle_story(address)
            if old is not None or new is not None:
                yield StoryChange(old, new)
                yield from () if self._store.bare else following(self._store, StoryChange(old, new))
        yield from self._settle_clippings()
        yield from self._settle_records()
        self._store.bare = False

    def _settle_unread(self) -> None:
        """Tell of files that an error holds what else is wrong with them: all of it at once."""
        for path in sorted(self._unread):
            source = self._store.source(path)
            if source is not None and source.record is None:
                self._store.put_cross(path, self._judged(source), ())

    def _settle_pages(self) -> Iterable[Change]:
        for address in sorted(self._pages - {""}):
            old = {page.address: page for page, _ in self._store.pages()}.get(address)
            sources = [source for source in self._store.sources("page", address) if source.record is not None]
            self._store.drop_page(address)
            self._rivals(sources)
            new = None
            if sources and sources[0].record is not None:
                new = self._free_page(sources[0], _page(sources[0].record))
            if new is not None:
                self._store.put_page(new, sources[0].html)
            yield PageChange(old, new)

    def _free_page(self, source: Source, page: Page) -> Page | None:
        problems = self._judged(source)
        if reserved(page.address):
            values = {"address": page.address, "example": f"tentang-{page.address}"}
            problems.append(Problem(source.path, 1, "alamat-dipesan", values))
        self._store.put_cross(source.path, problems, ())
        return None if _hold(problems) else page

    def _settle_libraries(self) -> Iterable[Change]:
        for slug in sorted(self._slugs):
            before = self._store.library(slug)
            sources = list(self._store.sources("library", slug))
            self._store.drop_library(slug)
            new = None
            if sources:
                record, problems = sources[0].record, self._judged(sources[0])
                new = None if record is None or _hold(problems) else _library(record)
                self._store.put_library(slug, new, sources[0].html)
            self._rivals(sources)
            if sources:
                self._store.put_cross(sources[0].path, problems, ())
            self._addresses.update(self._store.addresses_of(slug))
            yield LibraryChange(slug, before[0] if before else None, new)
        if self._slugs:
            self._addresses.update(self._homeless())
            self._note_all(self._store.told("perpustakaan-catatan-tidak-dikenal"))
        for slug in sorted(self._slugs):
            self._note_all(self._store.needing(f"perpustakaan/{slug}"))

    def _settle_clippings(self) -> Iterable[Change]:
        """Settle the clippings that came or changed, and those whose stories or libraries did."""
        if self._slugs:
            self._note_all(self._store.told("perpustakaan-kliping-tidak-dikenal"))
        there = self._store.clippings
        for address in sorted(self._clippings - {""}):
            old, names = there.one(address), {*there.names(address)}
            sources = list(self._store.sources("clipping", address))
            there.drop(address)
            self._rivals(sources)
            new = self._clipping(sources[0]) if sources and sources[0].record is not None else None
            if new is not None:
                there.put(new, tuple(self._region(slug) for slug in new.libraries))
            yield ClippingChange(old, new, frozenset(names.union(there.names(address))))

    def _settle_records(self) -> Iterable[Change]:
        """Settle the records that came or changed, and those whose stories or libraries did."""
        there = self._store.records
        if self._indicators:
            self._records.update(("plan", address) for address in self._store.known("plan"))
        for kind, address in sorted(self._records):
            if not address:
                continue
            old = there.one(kind, address)
            areas = frozenset() if old is None else there.shown(old)
            sources = list(self._store.sources(kind, address))
            there.drop(kind, address)
            self._rivals(sources)
            new = None
            if sources and sources[0].record is not None:
                new = self._record(sources[0], decode(kind, sources[0].record))
            if new is not None:
                there.put(kind, new)
                areas |= there.shown(new)
            if old is not None or new is not None:
                yield RecordChange(kind, old, new, areas)

    def _record(self, source: Source, record: Record) -> Record | None:
        """Return *record*, which *source* says, with what is known of what it names; ``None`` where it has no place."""
        problems = self._judged(source)
        names, slugs = stories_of(record), dict.fromkeys(libraries_of(record))
        kept = with_stories(record, self._named_stories(source.path, names, problems, where=""))
        unknown = [self._unlisted(source.path, slug) for slug in slugs if self._library(slug) is None]
        if kept is None:
            line = self._line(source.path, names[0], r"^(?:dipilih|chosen)\s*:")
            missing = next(one for one in problems if one.values.get("value") == names[0])
            problems.remove(missing)
            problems.append(Problem(source.path, line, "pilihan-tidak-ada", missing.values))
        if isinstance(kept, Plan):
            kept = self._measured(source.path, kept, problems)
        needs = [*map(named, names), *(f"perpustakaan/{slug}" for slug in slugs)]
        self._store.put_cross(source.path, [*problems, *unknown], needs)
        return None if _hold(problems) or unknown else kept

    def _measured(self, path: str, plan: Plan, problems: list[Problem]) -> Plan:
        """Return *plan* without indicators that nobody defined; of these is said so in *problems*."""
        codes = [one.code for one in self._store.indicators() or default_indicators()]
        items = []
        for item in plan.items:
            if item.indicator and item.indicator not in codes:
                line = self._line(path, "", rf"(?:indikator|indicator)\s*:\s*[\"']?{re.escape(item.indicator)}\b")
                near = nearest(item.indicator, codes) or codes[0]
                problems.append(Problem(path, line, "butir-indikator", {"value": item.indicator, "near": near}))
                item = msgspec.structs.replace(item, indicator="")  # noqa: PLW2901  the same line without it
            items.append(item)
        return msgspec.structs.replace(plan, items=tuple(items))

    def _unlisted(self, path: str, slug: str) -> Problem:
        line = self._line(path, slug)
        near = nearest(slug, self._store.slugs()) or "perpustakaan-desa-sukamaju"
        return Problem(path, line, "perpustakaan-catatan-tidak-dikenal", {"value": slug, "near": near})

    def _region(self, slug: str) -> str:
        known = self._library(slug)
        return known[0].region if known and known[0] else ""

    def _clipping(self, source: Source) -> Clipping | None:
        """Return the clipping in *source* with what is known of it, ``None`` where it may not be shown."""
        clipping = _clipping(source.record or b"")
        problems = self._judged(source)
        stories = self._named_stories(source.path, clipping.stories, problems)
        wanted = dict.fromkeys(clipping.libraries)
        for slug in clipping.libraries:
            if self._library(slug) is None:
                line = self._line(source.path, slug, r"^(?:perpustakaan|librar(?:y|ies))\s*:")
                near = nearest(slug, self._store.slugs()) or "perpustakaan-desa-sukamaju"
                problems.append(
                    Problem(source.path, line, "perpustakaan-kliping-tidak-dikenal", {"value": slug, "near": near})
                )
                del wanted[slug]
        for address in stories:
            entry = self._store.entry(address)
            if entry is not None:
                wanted[entry.story.library] = None
        needs = [*map(named, clipping.stories), *(f"perpustakaan/{slug}" for slug in (*clipping.libraries, *wanted))]
        self._store.put_cross(source.path, problems, needs)
        return None if _hold(problems) else msgspec.structs.replace(
            clipping, stories=stories, libraries=tuple(wanted)
        )  # fmt: skip

    def _named_stories(
        self, path: str, addresses: Iterable[str], problems: list[Problem], *, where: str = _ABOUT
    ) -> tuple[str, ...]:
        """Return those of *addresses* at which there is a report; of the others is said so in *problems*.

        *where* is the pattern of the line that names them; empty: the first that holds the address.
        """
        found = []
        for address in addresses:
            if self._is_broken(address) or next(self._store.sources("story", address), None) is not None:
                found.append(address)
                continue
            line = self._line(path, address, where)
            near = nearest(address, sorted(set(self._store.known("story")) - {""})) or "2023/05/panen-hidroponik"
            problems.append(Problem(path, line, "berita-tidak-dikenal", {"value": address, "near": near}))
        return tuple(found)

    def _homeless(self) -> list[str]:
        """Return the stories of libraries that are not there: another profile changes what is said to them."""
        rows = self._store.db.execute("SELECT address FROM entry WHERE library NOT IN (SELECT slug FROM library)")
        return [address for (address,) in rows]

    def _settle_story(self, address: str) -> tuple[Entry | None, Entry | None]:
        old = None if self._store.bare else self._store.entry(address)
        sources = list(self._store.sources("story", address))
        self._rivals(sources)
        if not sources or sources[0].record is None:
            self._store.drop_entry(address)
            return old, None
        new = self._entry(sources[0], _story(sources[0].record))
        self._store.put_entry(new)
        return old, new

    def _entry(self, source: Source, story: Story) -> Entry:
        known = self._library(story.library)
        problems: list[Problem] = []
        if known is None:
            problems.append(self._unknown_library(source.path, story.library))
        photos = [self._photo(source.path, photo, problems) for photo in story.photos]
        problems += self._taken_aliases(source.path, story)
        private = self._judged(source) + met(source.path, source.found, story, known[0] if known else None)
        problems += private
        taken = self._store.taken.story(story.address) if story.status in ("terbit", "ralat") else None
        if taken is not None:
            line = self._line(source.path, "", r"^status\s*:")
            problems.append(Problem(source.path, line, "alamat-ditarik", said(taken)))
        fault = self._translation_fault(source.path, story) if story.original else None
        first = self._store.entry(story.original) if story.original and fault is None else None
        waits = bool(story.original) and (first is None or not first.live)
        if waits:
            line = self._line(source.path, "", _TRANSLATES)
            problems.append(fault or Problem(source.path, line, "terjemahan-menunggu"))
        about = self._named_stories(source.path, story.about, problems)
        owners = sorted(owners_of(story) - {story.library})
        problems += [self._unlisted(source.path, slug) for slug in owners if self._library(slug) is None]
        needs = [*(photo.file for photo in story.photos), *map(named, story.about)]
        self._store.put_cross(source.path, problems, [*needs, *(f"perpustakaan/{slug}" for slug in owners)])
        there = msgspec.structs.replace(
            story,
            photos=tuple(photo for photo in photos if photo is not None),
            aliases=tuple(alias for alias in story.aliases if not reserved_alias(alias)),
            about=about,
        )
        if first is not None:
            there = self._bound(there, first)
        return enter(
            there, source.html, source.text, known[0] if known else None,
            holds=known is None or waits or taken is not None or _hold(private), drafts=self._drafts,
            after=first.opens if first else 0,
        )  # fmt: skip

    def _translation_fault(self, path: str, story: Story) -> Problem | None:
        """Return why *story* cannot stand beside its original, ``None`` where it can."""
        line = self._line(path, "", _TRANSLATES)
        values = {"value": story.original, "language": story.language}
        found = next(self._store.sources("story", story.original), None)
        if found is None and self._is_broken(story.original):
            return None  # its own report says why
        if found is None:
            originals = set(self._store.known("story")) - self._store.translated() - {""}
            near = nearest(story.original, sorted(originals)) or "2023/05/panen-hidroponik"
            return Problem(path, line, "terjemahan-asli-tidak-ada", values | {"near": near})
        if found.original:
            return Problem(path, line, "terjemahan-berantai", values | {"original": found.original})
        if found.record is not None and _story(found.record).language == story.language:
            return Problem(path, line, "terjemahan-sama-bahasa", values)
        for other in self._store.versions(story.original):
            if other.path >= path:
                break
            if other.record is not None and _story(other.record).language == story.language:
                return Problem(path, line, "terjemahan-ganda", values | {"other": other.path})
        return None

    def _photo(self, path: str, photo: Photo, problems: list[Problem]) -> Photo | None:
        """Return *photo* with what is known of it, ``None`` where it cannot be shown; why is added to *problems*."""
        if not self._store.has(photo.file):
            if photo.consent.given is False or photo.consent.revoked is not None:
                return None  # nobody may show it, so nobody need have it
            problems.append(self._about(path, photo, "foto-tidak-ada"))
            return None
        opened = self._store.photo(photo.file) if agreed(photo.consent) else None
        if opened is None:
            return None
        if (taken := self._store.taken.photo(opened.name)) is not None:
            if photo.consent.revoked is None:
                problems.append(self._about(path, photo, "foto-ditarik", said(taken)))
            return None
        if opened.picture is None:
            problems.append(self._about(path, photo, opened.code, opened.values))
            return None
        if opened.width < SMALL:
            problems.append(self._about(path, photo, "foto-kecil", {"width": f"{opened.width}"}))
        return msgspec.structs.replace(photo, picture=opened.picture)

    def _bound(self, story: Story, first: Entry) -> Story:
        """Return a translation with its consents made as strict as those of its original, the entry *first*.

        Two files are one photo where their bytes or their names are: of one that nobody may open, no more is known.
        """
        source = next(self._store.sources("story", first.story.address), None)
        whole = first.story if source is None or source.record is None else _story(source.record)
        known = [photo for photo in (*story.photos, *whole.photos) if agreed(photo.consent)]
        names = {photo.file: opened.name for photo in known if (opened := self._store.photo(photo.file))}
        return bound(
            story, whole, first.zone,
            lambda one, other: _name(one) == _name(other) or names.get(one, 1) == names.get(other),
        )  # fmt: skip

    def _is_broken(self, address: str) -> bool:
        """Tell whether there is a report for *address* that could not be read."""
        return any(self._store.has(f"{folder}{address}{end}") for folder in FOLDERS for end in (".md", "/index.md"))

    def _about(self, path: str, photo: Photo, code: str, values: Mapping[str, str] = MappingProxyType({})) -> Problem:
        line = self._line(path, photo.file.rpartition("/")[2])
        return Problem(path, line, code, {"file": photo.file, **values})

    def _taken_aliases(self, path: str, story: Story) -> list[Problem]:
        """Say which aliases of *story* lead nowhere: living addresses of other stories, and the site's own."""
        found = []
        for alias in story.aliases:
            if reserved_alias(alias):
                found.append(Problem(path, self._line(path, alias), "alias-dipesan", {"alias": alias}))
                continue
            others = [source.path for source in self._store.sources("story", alias) if source.path != path]
            if others:
                line = self._line(path, alias)
                found.append(Problem(path, line, "alias-terpakai", {"alias": alias, "other": others[0]}))
        return found

    def _rivals(self, sources: list[Source]) -> None:
        """Of files with one address the first by path is published; to each of the others it is said so."""
        for source in sources[1:]:
            first = sources[0].path
            code = "beda-huruf-besar" if first.casefold() == source.path.casefold() else "alamat-ganda"
            self._store.put_cross(
                source.path, [Problem(source.path, 1, code, {"other": first, "address": source.address})], ()
            )
        if sources and sources[0].kind != "story":
            self._store.put_cross(sources[0].path, (), ())

    def _unknown_library(self, path: str, slug: str) -> Problem:
        slugs = self._store.slugs()
        near = nearest(slug, slugs) or (slugs[0] if slugs else "perpustakaan-desa-contoh")
        line = self._line(path, slug, r"^(?:perpustakaan|library)\s*:")
        return Problem(path, line, "perpustakaan-tidak-dikenal", {"value": slug, "near": near})

    def _line(self, path: str, word: str, pattern: str = "") -> int:
        """Return the line of *path* that matches *pattern* or holds *word*, 1 where none does."""
        wanted = re.compile(pattern or re.escape(word), re.IGNORECASE)
        try:
            lines = (self._root / path).read_text("utf-8-sig", "replace").splitlines()
        except OSError:
            return 1
        return next((number for number, line in enumerate(lines, 1) if wanted.search(line)), 1)


def _hold(problems: Iterable[Problem]) -> bool:
    """Whether one of *problems* holds its file back."""
    return any(problem.holds for problem in problems)


def named(address: str) -> str:
    """Return what a file needs that names the story at *address*."""
    return f"berita/{address}"


def _name(file: str) -> str:
    return file.rpartition("/")[2].casefold()
