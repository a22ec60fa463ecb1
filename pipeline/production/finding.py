"""Finds: items that came are held against the newsroom's names, and what speaks of it is kept for an editor."""

import hashlib
import sqlite3
from collections.abc import Callable, Iterable

import msgspec

from pipeline import regions
from pipeline.archive.store import Store
from pipeline.content.library import Library
from pipeline.intake.gazetteer import folded, gazetteer
from pipeline.monitor import finds, memory, people, source, weights
from pipeline.monitor.folding import joined
from pipeline.monitor.matching import Index
from pipeline.monitor.names import LibraryName, Outlet, Person, StoryName
from pipeline.monitor.names import Newsroom as Names
from pipeline.production.newsroom import Newsroom
from pipeline.production.survey import surveyed

EDITION = "1"
"""Of the rules: another one matches anew what came lately."""


def names(room: Newsroom, db: sqlite3.Connection, waiting: Callable[[], None] = lambda: None) -> Names:
    """Return all that is looked for in the news for *room*, as its files are now.

    Regions whose libraries as a whole are watched are those of libraries above the village. How many villages share a
    name is remembered in *db*: all villages of the country take two seconds to read.
    """
    sources, declared = source.load(room.root), people.load(room.root)
    with surveyed(room, waiting=waiting) as store:
        libraries = store.profiles()
        stories = tuple(_stories(store))
    placed = _placed(db, libraries)
    return Names(
        libraries=tuple(placed),
        stories=stories,
        people=(*declared, *_spokespersons(libraries, {joined(one.name) for one in declared})),
        regions=tuple(sorted({one.region for one in libraries if one.level != "desa" and one.region})),
        outlets=tuple(Outlet(name=one.name, region=one.region) for one in sources),
    )


def _spokespersons(libraries: Iterable[Library], known: set[str]) -> Iterable[Person]:
    """Yield who speaks for a library, without an office: they are found where their library is, too."""
    for library in libraries:
        for one in library.spokespersons:
            if len(one.name.split()) > 1 and joined(one.name) not in known:
                known.add(joined(one.name))
                yield Person(name=one.name)


def _stories(store: Store) -> Iterable[StoryName]:
    for entry in store.entries():
        story = entry.story
        if entry.live and not story.original:
            yield StoryName(address=story.address, title=story.title, library=story.library, day=story.date.day)


def _placed(db: sqlite3.Connection, libraries: Iterable[Library]) -> Iterable[LibraryName]:
    """Yield *libraries* with the names of where they lie, and how many villages share that of theirs."""
    for one in libraries:
        code = one.region
        village = one.village or (_noted(db, "nama", code, _name) if regions.level_of(code) == "desa" else "")
        district = one.district or (_noted(db, "nama", code[:8], _name) if len(code) >= 8 else "")
        yield LibraryName(
            slug=one.slug, name=one.name, level=one.level, region=code, village=village, district=district,
            shared=int(_noted(db, "sama", folded(village), _shared) or 0) if village else 0,
        )  # fmt: skip


def _noted(db: sqlite3.Connection, kind: str, name: str, find: Callable[[str], str]) -> str:
    """Return what *find* says of *name*: asked once, and noted."""
    said = finds.noted(db, f"{kind}/{name}")
    if not said:
        said = find(name) or "-"
        finds.note(db, [(f"{kind}/{name}", said)])
    return said.removeprefix("-")


def _name(code: str) -> str:
    return gazetteer().names.get(code, "")


def _shared(village: str) -> str:
    return str(len(gazetteer().villages.get(village, ())))


def found(
    room: Newsroom, db: sqlite3.Connection, now: int, *, again: bool = False, waiting: Callable[[], None] = lambda: None
) -> list[int]:
    """Match what came since the last time, and return the numbers of new finds.

    Where the names (or the rules) changed since, the items of the last weeks are matched once more: no older one can be
    the coverage of a new story. *again*: all that are kept. The caller holds the monitor's lock.
    """
    wanted = names(room, db, waiting)
    edition = _edition(wanted)
    above, seen = int(finds.noted(db, "cocok/nomor") or 0), 0
    if again or edition != finds.noted(db, "cocok/nama"):
        above, seen = 0, 0 if again else now - (weights.AFTER + weights.BEFORE) * 86_400
    last = memory.last(db)
    fresh: list[int] = []
    if last <= above:
        return fresh
    index = Index(wanted)
    with memory.transaction(db):
        for _number, feed, page, item in list(finds.items(db, above, seen)):
            number = finds.offer(db, feed, item, page, index.match(item))
            if number is not None:
                fresh.append(number)
        finds.arrange(db)
        finds.note(db, [("cocok/nomor", str(last)), ("cocok/nama", edition)])
    return fresh


def _edition(wanted: Names) -> str:
    """Return what changes where the names or the rules do."""
    rules = [(name, value) for name, value in sorted(vars(weights).items()) if name.isupper()]
    return hashlib.sha256(msgspec.json.encode([EDITION, rules, wanted])).hexdigest()
