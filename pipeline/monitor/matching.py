"""Which of our libraries and stories an item speaks of: rules with named weights, over an index of folded names.

Pure. The index is made once for a newsroom; an item then costs look-ups by its own words, never a walk over all
libraries or stories. Every rule that applied is told with the words it applied to. Measured by
``python -m bench.matching``; why the rules are what they are stands in ``docs/decisions/matching.md``.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from pipeline.monitor import weights
from pipeline.monitor.areas import areas
from pipeline.monitor.entry import Entry, Told, all_told, entry_of, near_in_time
from pipeline.monitor.evidence import around, is_name, named, retold, role
from pipeline.monitor.folding import Stem, joined, stem, words
from pipeline.monitor.glance import ASIDE, Glance, Place, is_library, reason, scored
from pipeline.monitor.item import Item
from pipeline.monitor.match import Match, Reason, Target
from pipeline.monitor.names import Newsroom, Person

LONGEST = 6
"""Words of the longest name that is looked up as a whole."""

MOST_WORDS = 120
"""Words of an item that are looked at: a headline and a snippet have fewer, a whole text is cut."""

_NOT_PUBLIC = frozenset(("sekolah", "kampus", "universitas", "nasional", "pribadi", "masjid", "digital"))
"""Whose library is not that of all people of a region."""


class _Hit(NamedTuple):
    """A library that is named."""

    entry: Entry
    reason: Reason
    place: Place


class Index:
    """All names of a newsroom, by their folded words. Made once, asked for each item."""

    def __init__(self, newsroom: Newsroom) -> None:
        """Index *newsroom*."""
        self._outlets = {joined(outlet.name): outlet.region for outlet in newsroom.outlets}
        self._watched = frozenset(newsroom.regions)
        self._by_core: dict[str, list[Entry]] = defaultdict(list)
        self._by_village: dict[str, list[Entry]] = defaultdict(list)
        self._by_district: dict[str, list[Entry]] = defaultdict(list)
        self._offices: dict[str, list[Entry]] = defaultdict(list)
        entries = [entry_of(library) for library in newsroom.libraries]
        for entry in entries:
            self._enter(entry)
        self._people: dict[str, list[Person]] = defaultdict(list)
        for person in newsroom.people:
            self._people[joined(person.name)].append(person)
        self._names = frozenset(
            name for entry in entries for name in (entry.core, entry.name, entry.village, entry.district) if name
        ).union(self._people)
        by_slug = {entry.library.slug: entry for entry in entries}
        self._owners = {story.address: story.library for story in newsroom.stories if story.library in by_slug}
        # Lists of stories are in the order of days, so that those of an item's time are a slice.
        self._of_library: dict[str, list[Told]] = defaultdict(list)
        # Without a place nearly all of a title must be told again: then its two rarest words are among them.
        self._by_rarest: dict[Stem, dict[Stem, list[Told]]] = defaultdict(lambda: defaultdict(list))
        self._stems: dict[str, set[Stem]] = defaultdict(set)
        for told in all_told(newsroom.stories, by_slug):
            self._of_library[told.story.library].append(told)
            for one in told.stems:
                for form in one.takes:
                    self._stems[form].add(one)
            first, second = sorted(told.stems, key=lambda one: (-told.stems[one], one))[:2]
            self._by_rarest[first][second].append(told)

    def _enter(self, entry: Entry) -> None:
        if entry.office:
            self._offices[entry.library.region].append(entry)
        if entry.core:
            self._by_core[entry.core].append(entry)
        if entry.village and entry.village != entry.core:
            self._by_village[entry.village].append(entry)
        if entry.district and entry.district not in {entry.core, entry.village}:
            self._by_district[entry.district].append(entry)

    def match(self, item: Item) -> Match | None:
        """Return what *item* speaks of, ``None`` where it is nothing of ours."""
        glance = self._glance(item)
        stories = list(self._stories(glance))
        libraries = self._with_owners(list(self._libraries(glance)), stories)
        found = [*stories, *libraries, *self._persons(glance, of_ours=bool(libraries))]
        if not libraries and not stories:
            found += self._regions(glance)
        if not found:
            return None
        found.sort(key=lambda target: (-target.score, target.kind, target.name))
        return Match(score=found[0].score, targets=tuple(found))

    def _glance(self, item: Item) -> Glance:
        found = words(item.title, item.summary)[:MOST_WORDS]
        texts = [word.text for word in found]
        spans: dict[str, list[Place]] = defaultdict(list)
        for start, first in enumerate(found):
            whole = ""
            for end in range(start, min(start + LONGEST, len(texts))):
                if found[end].title != first.title:
                    break
                whole += texts[end]
                if whole in self._names:
                    spans[whole].append(Place(start, end + 1))
        of_areas = areas(found)
        codes = frozenset(code for area in of_areas for code in area.codes)
        outlet = self._outlets.get(joined(item.outlet)) or self._outlets.get(joined(item.source), "")
        when = item.seen if item.published is None else item.published
        return Glance(
            item=item,
            words=found,
            texts=texts,
            spans=spans,
            areas=of_areas,
            codes=codes,
            provinces=frozenset(code[:2] for code in (*codes, outlet)),
            library=tuple(at for at in range(len(texts)) if is_library(texts, at)),
            outlet=outlet,
            day=datetime.fromtimestamp(when, UTC).toordinal(),
            aside=not ASIDE.isdisjoint(texts),
        )

    # -- libraries -----------------------------------------------------------------------------------------------------

    def _libraries(self, glance: Glance) -> Iterator[Target]:
        """Yield the libraries that are named surely enough; nothing where no word for a library stands."""
        if not glance.library:
            return
        best: dict[str, _Hit] = {}
        for hit in (*self._named(glance), *self._offices_named(glance)):
            known = best.get(hit.entry.library.slug)
            if known is None or known.reason.weight < hit.reason.weight:
                best[hit.entry.library.slug] = hit
        for hit in best.values():
            if _in_longer(hit, best.values()):
                continue
            why = (hit.reason, *around(glance, hit.entry, hit.place))
            score = scored(why, glance)
            if score >= weights.ENOUGH:
                yield Target(kind="perpustakaan", name=hit.entry.library.slug, score=score, why=why)

    def _named(self, glance: Glance) -> Iterator[_Hit]:
        for name, places in glance.spans.items():
            for place in places:
                for entry in self._by_core.get(name, ()):
                    if found := named(glance, entry, place):
                        yield _Hit(entry, *found)
                if name in self._by_village and is_name(glance, place):
                    why = reason(glance, "desa", weights.VILLAGE_LIBRARY, place)
                    yield from (_Hit(entry, why, place) for entry in self._by_village[name])

    def _offices_named(self, glance: Glance) -> Iterator[_Hit]:
        """Yield the libraries of regions: *Dinas Perpustakaan …*, *Perpustakaan Umum Kabupaten …*.

        That of the region behind it; else, of an office, that of a region which is named, or where the outlet is read.
        """
        for at in glance.library:
            office = at > 0 and glance.texts[at - 1] == "dinas"
            behind = next((area for area in glance.areas if at < area.start <= at + 3), None)
            if not office and (behind is None or not _of_region(glance.texts[at + 1 : behind.start])):
                continue
            place = Place(at - office, at + 1 if behind is None else behind.end)
            codes = glance.codes.union({glance.outlet}) if behind is None else behind.codes
            weight = weights.CORE if behind is None else weights.NAME + weights.REGENCY
            why = reason(glance, "inti" if behind is None else "nama", weight, place)
            yield from (_Hit(entry, why, place) for code in sorted(codes) for entry in self._offices.get(code, ()))

    def _with_owners(self, libraries: list[Target], stories: list[Target]) -> list[Target]:
        """Return *libraries* and those whose *stories* are told: who tells a story tells of its library."""
        known = {target.name for target in libraries}
        for story in sorted(stories, key=lambda target: (-target.score, target.name)):
            slug = self._owners.get(story.name, "")
            if slug and slug not in known:
                known.add(slug)
                libraries.append(Target(kind="perpustakaan", name=slug, score=story.score, why=story.why))
        return libraries

    # -- stories -------------------------------------------------------------------------------------------------------

    def _stories(self, glance: Glance) -> Iterator[Target]:
        have: dict[Stem, int] = {}
        for at, text in enumerate(glance.texts):
            for form in stem(text).gives:
                for one in self._stems.get(form, ()):
                    have.setdefault(one, at)
        candidates: dict[str, tuple[Told, Place | None]] = {}
        for told, place in (*self._of_places(glance), *self._by_title(glance, have)):
            candidates.setdefault(told.story.address, (told, place))
        found = [
            (told.story.library, target)
            for told, place in candidates.values()
            if (target := retold(glance, told, place, have))
        ]
        best: dict[str, float] = defaultdict(float)
        for library, target in found:
            best[library] = max(best[library], target.why[0].weight)
        # A library tells of one thing several times: meant is what is told again most.
        for library, target in found:
            if not library or target.why[0].weight >= weights.RIVAL * best[library]:
                yield target

    def _of_places(self, glance: Glance) -> Iterator[tuple[Told, Place | None]]:
        """Yield the stories of this time whose library, village, district or region is named, the nearest first."""
        near = [
            (entry, places[0])
            for name, places in glance.spans.items()
            for entry in (*self._by_core.get(name, ()), *self._by_village.get(name, ()))
        ]
        far = [entry for name in glance.spans for entry in self._by_district.get(name, ())]
        far += [entry for code in sorted(glance.codes) for entry in self._offices.get(code, ())]
        for entry, place in (*near, *((entry, None) for entry in far)):
            for told in near_in_time(self._of_library.get(entry.library.slug, []), glance.day):
                yield told, place

    def _by_title(self, glance: Glance, have: dict[Stem, int]) -> Iterator[tuple[Told, None]]:
        for one in self._by_rarest.keys() & have.keys():
            seconds = self._by_rarest[one]
            for other in seconds.keys() & have.keys():
                for told in near_in_time(seconds[other], glance.day):
                    yield told, None

    # -- people and regions --------------------------------------------------------------------------------------------

    def _persons(self, glance: Glance, *, of_ours: bool) -> Iterator[Target]:
        """Yield who speaks where a library is spoken of: a name alone is shared by too many."""
        if not (glance.library or of_ours):
            return
        for name, places in glance.spans.items():
            for person in self._people.get(name, ()):
                why = [reason(glance, "tokoh", weights.PERSON, places[0])]
                if said := role(glance, person):
                    why.append(said)
                if of_ours:
                    why.append(Reason(rule="perpustakaan", words="", weight=weights.WITH_LIBRARY))
                score = scored(why, glance)
                if score >= weights.ENOUGH:
                    yield Target(kind="tokoh", name=person.name, score=score, why=tuple(why))

    def _regions(self, glance: Glance) -> Iterable[Target]:
        """Return the watched regions of whose libraries the title speaks."""
        found: dict[str, Target] = {}
        for area in glance.areas if glance.library else ():
            at = glance.library[0]
            apart = glance.words[area.start].title + glance.words[at].title
            for code in sorted(area.codes & self._watched):
                # Of a regency and a city of one name it is the regency's only where that is printed there.
                if not apart or (len(area.codes) > 1 and glance.outlet not in {"", code, code[:2]}):
                    continue
                weight = weights.REGION if apart > 1 else weights.REGION_APART
                why = (reason(glance, "wilayah", weight, Place(area.start, area.end)), _public(glance, at))
                score = scored(why, glance)
                if score >= weights.ENOUGH:
                    found.setdefault(code, Target(kind="wilayah", name=code, score=score, why=why))
        return found.values()


def _in_longer(hit: _Hit, others: Iterable[_Hit]) -> bool:
    """Whether *hit* is part of a longer name: *Cahaya Ilmu* of *Cahaya Ilmu Nusantara*."""
    return any(hit.place.within(other.place) and len(other.entry.core) > len(hit.entry.core) for other in others)


def _of_region(between: Sequence[str]) -> bool:
    """Whether the words between a library and a region say that it is the library of that region."""
    return bool(between) and set(between) <= {"umum", "daerah", "kabupaten", "kota", "provinsi"}


def _public(glance: Glance, at: int) -> Reason:
    if glance.texts[at + 1 : at + 2] and glance.texts[at + 1] in _NOT_PUBLIC:
        return reason(glance, "perpustakaan", weights.NOT_PUBLIC, Place(at, at + 2))
    return reason(glance, "perpustakaan", weights.PUBLIC, Place(at, at + 1))
