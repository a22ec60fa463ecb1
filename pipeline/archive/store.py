"""The archive's tables, and the only place that writes to them.

Everything here follows from the files of ``content/``; it is a cache with indexes, in the newsroom's database.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, NamedTuple
from zlib import crc32

import msgspec

from pipeline.archive import clippings, facts, records, taken
from pipeline.archive.clippings import Clippings
from pipeline.archive.entry import NEWS, Card, Entry, attendance, card, for_all, instants, sequences
from pipeline.archive.facts import Facts
from pipeline.archive.records import Records, lines_of
from pipeline.coaching.advice import Advice
from pipeline.content.found import Found
from pipeline.content.indicator import Indicator
from pipeline.content.library import Library
from pipeline.content.page import Page
from pipeline.content.picture import Opened
from pipeline.content.problem import Problem

_TABLES = (
    """
CREATE TABLE IF NOT EXISTS source (
    path TEXT PRIMARY KEY, kind TEXT NOT NULL, size INTEGER, mtime_ns INTEGER, ctime_ns INTEGER, inode INTEGER,
    racy INTEGER NOT NULL, hash TEXT NOT NULL, address TEXT NOT NULL, record BLOB, html TEXT NOT NULL,
    text TEXT NOT NULL, problems BLOB NOT NULL, original TEXT NOT NULL, found BLOB NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS source_address ON source (kind, address);
CREATE INDEX IF NOT EXISTS source_original ON source (original) WHERE original <> '';
CREATE INDEX IF NOT EXISTS source_found ON source (kind) WHERE found <> X'5B5D';
CREATE TABLE IF NOT EXISTS entry (
    address TEXT PRIMARY KEY, library TEXT NOT NULL, live INTEGER NOT NULL, opens INTEGER NOT NULL,
    entry BLOB NOT NULL, card BLOB NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS entry_library ON entry (library);
CREATE INDEX IF NOT EXISTS entry_opens ON entry (live, opens);
CREATE TABLE IF NOT EXISTS place (
    name TEXT, published INTEGER, address TEXT, opens INTEGER NOT NULL, bucket TEXT NOT NULL,
    PRIMARY KEY (name, published, address)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS counted (
    address TEXT PRIMARY KEY, library TEXT NOT NULL, sample INTEGER NOT NULL, event TEXT NOT NULL, attendance INTEGER
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS due (
    instant INTEGER, what TEXT, address TEXT, PRIMARY KEY (instant, what, address)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS event (
    name TEXT, published INTEGER, address TEXT, opens INTEGER NOT NULL, counts BLOB NOT NULL,
    PRIMARY KEY (name, published, address)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS alias (alias TEXT, address TEXT, PRIMARY KEY (alias, address)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS needs (file TEXT, path TEXT, PRIMARY KEY (file, path)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS photo (
    path TEXT PRIMARY KEY, name TEXT NOT NULL, pixels INTEGER NOT NULL, opened BLOB NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS photo_name ON photo (name);
CREATE TABLE IF NOT EXISTS advice (path TEXT PRIMARY KEY, advice BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS cross (path TEXT PRIMARY KEY, problems BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS library (
    slug TEXT PRIMARY KEY, region TEXT NOT NULL, record BLOB, html TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS page (address TEXT PRIMARY KEY, record BLOB NOT NULL, html TEXT NOT NULL) WITHOUT ROWID;
"""
    + taken.TABLES
    + clippings.TABLES
    + records.TABLES
    + facts.TABLES
)

DERIVED = (
    "entry",
    "place",
    "counted",
    "event",
    "due",
    "alias",
    "needs",
    "cross",
    "library",
    "page",
    *clippings.DERIVED,
    *records.DERIVED,
    *facts.DERIVED,
)

_encode = msgspec.json.Encoder().encode
_entry = msgspec.json.Decoder(Entry).decode
_card = msgspec.json.Decoder(Card).decode
_library = msgspec.json.Decoder(Library).decode
_indicators = msgspec.json.Decoder(tuple[Indicator, ...]).decode
_page = msgspec.json.Decoder(Page).decode
_opened = msgspec.json.Decoder(Opened).decode
_problems = msgspec.json.Decoder(tuple[Problem, ...]).decode
_advice = msgspec.json.Decoder(Advice).decode
_found = msgspec.json.Decoder(tuple[Found, ...]).decode


class Stamp(NamedTuple):
    """What a file looked like when it was last read. *racy*: it changed too close to that to be trusted."""

    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int
    racy: bool = False


class Source(NamedTuple):
    """One file of ``content/`` as it was last read.

    *kind* is ``story``, ``library``, ``page``, ``clipping``, one of ``records.KINDS``, or ``file`` (a photo: only its
    existence counts).
    *record* is the record as JSON, ``None`` where errors hold it back. *original* is the address of the story that it
    translates, *found* what the file tells of persons.
    """

    path: str
    kind: str
    stamp: Stamp
    hash: str
    address: str
    record: bytes | None
    html: str
    text: str
    problems: tuple[Problem, ...]
    original: str = ""
    found: tuple[Found, ...] = ()


class Store:
    """Reads and writes of the archive's tables."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self.bare = False
        """Whether nothing that follows from the sources is there yet, so that nothing old need be looked for."""
        self.taken = taken.Register(db)
        self.clippings = Clippings(db)
        self.records = Records(db)
        self.facts = Facts(db)
        if not db.in_transaction:
            _lay_out(db)

    # -- files -----------------------------------------------------------------------------------------------------

    def stamps(self) -> dict[str, tuple[Stamp, str]]:
        """Return, for every known file, its stamp and hash."""
        rows = self.db.execute("SELECT path, size, mtime_ns, ctime_ns, inode, racy, hash FROM source")
        return {row[0]: (Stamp(row[1], row[2], row[3], row[4], bool(row[5])), row[6]) for row in rows}

    def restamp(self, path: str, stamp: Stamp) -> None:
        """Remember that *path* was found unchanged under a new stamp."""
        self.db.execute(
            "UPDATE source SET size = ?, mtime_ns = ?, ctime_ns = ?, inode = ?, racy = ? WHERE path = ?", (*stamp, path)
        )

    def put_source(self, source: Source) -> None:
        """Remember what reading a file gave."""
        self.db.execute(
            "INSERT OR REPLACE INTO source VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                source.path, source.kind, *source.stamp, source.hash, source.address, source.record,
                source.html, source.text, _encode(source.problems), source.original,
                _encode(source.found),
            ),
        )  # fmt: skip

    def unread(self, paths: Iterable[str]) -> None:
        """Forget what these files were like, so that they are read again."""
        self.db.executemany("UPDATE source SET hash = '', size = -1 WHERE path = ?", [(path,) for path in paths])

    def drop_source(self, path: str) -> None:
        """Forget a file."""
        self.db.execute("DELETE FROM source WHERE path = ?", (path,))
        self.db.execute("DELETE FROM advice WHERE path = ?", (path,))

    def source(self, path: str) -> Source | None:
        """Return what reading *path* gave."""
        row = self.db.execute("SELECT * FROM source WHERE path = ?", (path,)).fetchone()
        return None if row is None else _source(row)

    def sources(self, kind: str, address: str | None = None) -> Iterator[Source]:
        """Yield the files of one kind, or of one address, by path."""
        where, values = ("kind = ?", (kind,)) if address is None else ("kind = ? AND address = ?", (kind, address))
        for row in self.db.execute(f"SELECT * FROM source WHERE {where} ORDER BY path", values):
            yield _source(row)

    def versions(self, original: str) -> Iterator[Source]:
        """Yield the reports that translate the story at *original*, by path."""
        # The second condition is what lets SQLite use the partial index.
        query = "SELECT * FROM source WHERE original = ? AND original <> '' ORDER BY path"
        rows = self.db.execute(query, (original,)).fetchall()
        return map(_source, rows)

    def translated(self) -> set[str]:
        """Return the addresses of all reports that are translations."""
        return {row[0] for row in self.db.execute("SELECT address FROM source WHERE original <> ''")}

    def orphans(self) -> set[str]:
        """Return the addresses of all translations whose original is not there."""
        rows = self.db.execute(
            "SELECT address FROM source AS s WHERE original <> ''"
            " AND NOT EXISTS (SELECT 1 FROM source WHERE kind = 'story' AND address = s.original)"
        )
        return {row[0] for row in rows}

    def private(self, kind: str) -> set[str]:
        """Return the addresses of all files of one kind that tell something of persons."""
        rows = self.db.execute("SELECT address FROM source WHERE kind = ? AND found <> X'5B5D'", (kind,))
        return {row[0] for row in rows}

    def private_unread(self) -> set[str]:
        """Return the paths of those that an error holds, so that they have no address."""
        rows = self.db.execute(
            "SELECT path FROM source WHERE kind <> 'file' AND found <> X'5B5D' AND record IS NULL AND address = ''"
        )
        return {row[0] for row in rows}

    def excepted(self) -> Iterator[Found]:
        """Yield everything in all files that tells something of persons and was marked safe."""
        for (data,) in self.db.execute("SELECT found FROM source WHERE found <> X'5B5D'"):
            yield from (one for one in _found(data) if one.safe)

    def profiles(self) -> list[Library]:
        """Return what all profiles say that can be read, whatever is wrong with what they tell of persons."""
        rows = self.db.execute("SELECT record FROM source WHERE kind = 'library' AND record IS NOT NULL ORDER BY path")
        return [_library(record) for (record,) in rows]

    def has(self, path: str) -> bool:
        """Whether there is such a file."""
        return self.db.execute("SELECT 1 FROM source WHERE path = ?", (path,)).fetchone() is not None

    def kinds(self) -> dict[str, int]:
        """Return how many files of each kind there are."""
        return dict(self.db.execute("SELECT kind, count(*) FROM source GROUP BY kind"))

    def needing(self, file: str) -> list[str]:
        """Return the paths of the stories that name *file*."""
        return [row[0] for row in self.db.execute("SELECT path FROM needs WHERE file = ? ORDER BY path", (file,))]

    def known(self, kind: str) -> list[str]:
        """Return the addresses of all files of one kind, as often as they are claimed."""
        return [row[0] for row in self.db.execute("SELECT address FROM source WHERE kind = ?", (kind,))]

    def forget_derived(self) -> None:
        """Empty every table that follows from the sources."""
        self.bare = True
        for table in DERIVED:
            self.db.execute(f"DELETE FROM {table}")

    def forget_all(self) -> None:
        """Empty the archive."""
        self.forget_derived()
        self.db.execute("DELETE FROM source")
        self.db.execute("DELETE FROM advice")
        self.db.execute("DELETE FROM curtailed")
        self.db.execute("DELETE FROM photo")

    # -- photos ----------------------------------------------------------------------------------------------------

    def photo(self, path: str) -> Opened | None:
        """Return what came of opening the photo at *path*, ``None`` where it was not opened yet."""
        row = self.db.execute("SELECT opened FROM photo WHERE path = ?", (path,)).fetchone()
        return None if row is None else _opened(row[0])

    def photo_named(self, name: str) -> Opened | None:
        """Return what came of opening any photo of these bytes."""
        row = self.db.execute("SELECT opened FROM photo WHERE name = ? LIMIT 1", (name,)).fetchone()
        return None if row is None else _opened(row[0])

    def put_photo(self, path: str, opened: Opened) -> None:
        """Remember what came of opening the photo at *path*."""
        row = (path, opened.name, opened.pixels, _encode(opened))
        self.db.execute("INSERT OR REPLACE INTO photo VALUES (?, ?, ?, ?)", row)

    def drop_photo(self, path: str) -> None:
        """Forget a photo."""
        self.db.execute("DELETE FROM photo WHERE path = ?", (path,))

    def unknow_photo(self, name: str) -> None:
        """Forget all of the photo *name* but that these are its bytes: it was taken down."""
        self.db.execute("UPDATE photo SET opened = ? WHERE name = ?", (_encode(Opened(name)), name))

    def forget_photo(self, name: str) -> None:
        """Forget the photo *name*, so that it is opened again."""
        self.db.execute("DELETE FROM photo WHERE name = ?", (name,))

    def forget_photos(self, above: int = -1) -> None:
        """Forget every photo of more than *above* pixels, so that it is opened again."""
        self.db.execute("DELETE FROM photo WHERE pixels > ?", (above,))

    def showing(self, name: str) -> Iterator[Entry]:
        """Yield every story that shows the photo *name* (which of them are visible is not asked here)."""
        rows = self.db.execute(
            "SELECT DISTINCT s.address FROM photo AS f JOIN needs AS n ON n.file = f.path"
            " JOIN source AS s ON s.path = n.path WHERE f.name = ?",
            (name,),
        ).fetchall()
        for (address,) in rows:
            entry = self.entry(address)
            if entry is not None:
                yield entry

    def with_photos(self, addresses: Iterable[str] | None = None) -> Iterator[Source]:
        """Yield the reports that name photos: all of them, or those at *addresses*."""
        sources = self.sources("story") if addresses is None else chain.from_iterable(
            self.sources("story", address) for address in addresses
        )  # fmt: skip
        return (source for source in sources if source.record is not None and b'"photos"' in source.record)

    def entries(self) -> Iterator[Entry]:
        """Yield every story."""
        for (entry,) in self.db.execute("SELECT entry FROM entry ORDER BY address").fetchall():
            yield _entry(entry)

    def illustrated(self) -> Iterator[Entry]:
        """Yield every story with photos."""
        for (entry,) in self.db.execute("SELECT entry FROM entry WHERE instr(entry, '\"photos\"') ORDER BY address"):
            yield _entry(entry)

    # -- problems --------------------------------------------------------------------------------------------------

    def put_cross(self, path: str, problems: Iterable[Problem], files: Iterable[str]) -> None:
        """Remember the problems of *path* that depend on other files, and the files that it names."""
        if not self.bare:
            self.db.execute("DELETE FROM cross WHERE path = ?", (path,))
            self.db.execute("DELETE FROM needs WHERE path = ?", (path,))
        found, named = tuple(problems), [(file, path) for file in files]
        if found:
            self.db.execute("INSERT OR REPLACE INTO cross VALUES (?, ?)", (path, _encode(found)))
        if named:
            self.db.executemany("INSERT OR IGNORE INTO needs VALUES (?, ?)", named)

    def told(self, code: str) -> list[str]:
        """Return the files, by path, of which the problem *code* is told that depends on other files."""
        rows = self.db.execute("SELECT path FROM cross WHERE instr(problems, ?) ORDER BY path", (f'"{code}"',))
        return [row[0] for row in rows.fetchall()]

    def problems(self, path: str | None = None) -> list[Problem]:
        """Return every problem of every file, or of the file at *path*, by path and line."""
        where, values = ("", ()) if path is None else (" AND path = ?", (path,))
        found: list[Problem] = []
        for table in ("source", "cross"):
            for (data,) in self.db.execute(f"SELECT problems FROM {table} WHERE problems <> X'5B5D'{where}", values):
                found.extend(_problems(data))
        return sorted(found, key=lambda problem: (problem.path, problem.line, problem.code))

    def put_advice(self, path: str, advice: Advice) -> None:
        """Remember what there is to say to the writer of *path*."""
        if advice == Advice():
            self.db.execute("DELETE FROM advice WHERE path = ?", (path,))
        else:
            self.db.execute("INSERT OR REPLACE INTO advice VALUES (?, ?)", (path, _encode(advice)))

    def advice(self) -> Iterator[Advice]:
        """Yield what there is to say to every writer, by path."""
        return (_advice(data) for (data,) in self.db.execute("SELECT advice FROM advice ORDER BY path"))

    # -- entries ---------------------------------------------------------------------------------------------------

    def entry(self, address: str) -> Entry | None:
        """Return the entry at *address*."""
        row = self.db.execute("SELECT entry FROM entry WHERE address = ?", (address,)).fetchone()
        return None if row is None else _entry(row[0])

    def addresses_of(self, library: str) -> list[str]:
        """Return the addresses of a library's stories."""
        rows = self.db.execute("SELECT address FROM entry WHERE library = ? ORDER BY address", (library,))
        return [row[0] for row in rows]

    def put_entry(self, entry: Entry) -> None:
        """Enter a story into every sequence in which it stands."""
        story, address = entry.story, entry.story.address
        if not self.bare:
            self.drop_entry(address)
        row = (address, story.library, int(entry.live), entry.opens, _encode(entry), _encode(card(entry)))
        self.db.execute("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?)", row)
        if story.aliases:
            aliases = [(alias, address) for alias in story.aliases]
            self.db.executemany("INSERT OR IGNORE INTO alias VALUES (?, ?)", aliases)
        if not entry.live:
            return
        self.db.executemany(
            "INSERT INTO place VALUES (?, ?, ?, ?, ?)",
            [
                (name, entry.published, address, entry.opens if for_all(name) else entry.released, bucket)
                for name, bucket in sequences(entry).items()
            ],
        )
        counts = (address, story.library, int(story.sample), story.event, attendance(story.participants))
        self.db.execute("INSERT INTO counted VALUES (?, ?, ?, ?, ?)", counts)
        self.facts.put(entry)
        if story.event and story.participants is not None and not story.original:
            event = (story.event, entry.published, address, entry.opens, _encode(story.participants))
            self.db.execute("INSERT INTO event VALUES (?, ?, ?, ?, ?)", event)
        due = [(instant, "story", address) for instant in instants(entry)]
        due.append((entry.published + NEWS, "news", address))
        self.db.executemany("INSERT INTO due VALUES (?, ?, ?)", due)
        if story.asks or story.supports:
            self.records.put_lines(story.path, lines_of(entry), entry.opens)

    def drop_entry(self, address: str) -> None:
        """Take a story out of the archive."""
        old = self.entry(address)
        if old is None:
            return
        self.db.execute("DELETE FROM entry WHERE address = ?", (address,))
        self.db.execute("DELETE FROM alias WHERE address = ?", (address,))
        self.db.execute("DELETE FROM counted WHERE address = ?", (address,))
        self.facts.drop(address)
        names = [(name, old.published, address) for name in sequences(old)]
        self.db.executemany("DELETE FROM place WHERE name = ? AND published = ? AND address = ?", names)
        self.db.execute(
            "DELETE FROM event WHERE name = ? AND published = ? AND address = ?",
            (old.story.event, old.published, address),
        )
        due = [(instant, "story", address) for instant in instants(old)]
        due.append((old.published + NEWS, "news", address))
        self.db.executemany("DELETE FROM due WHERE instant = ? AND what = ? AND address = ?", due)
        if old.story.asks or old.story.supports:
            self.records.drop_lines(old.story.path)

    # -- libraries and pages -----------------------------------------------------------------------------------------

    def put_library(self, slug: str, library: Library | None, html: str) -> None:
        """Remember a profile; ``None`` for one with errors, which keeps its slug."""
        row = (slug, library.region if library else "", None if library is None else _encode(library), html)
        self.db.execute("INSERT OR REPLACE INTO library VALUES (?, ?, ?, ?)", row)

    def drop_library(self, slug: str) -> None:
        """Forget a profile."""
        self.db.execute("DELETE FROM library WHERE slug = ?", (slug,))

    def library(self, slug: str) -> tuple[Library | None, str] | None:
        """Return a profile with the hash of its text, or ``None`` where there is no such slug."""
        row = self.db.execute("SELECT record, html FROM library WHERE slug = ?", (slug,)).fetchone()
        return None if row is None else (None if row[0] is None else _library(row[0]), row[1])

    def slugs(self) -> list[str]:
        """Return the slugs of all libraries."""
        return [row[0] for row in self.db.execute("SELECT slug FROM library ORDER BY slug")]

    def indicators(self) -> tuple[Indicator, ...]:
        """Return the indicators that the newsroom defines, nothing where it defines none."""
        found = next(self.sources("indicators"), None)
        return () if found is None or found.record is None else _indicators(found.record)

    def put_page(self, page: Page, html: str) -> None:
        """Remember a free page."""
        self.db.execute("INSERT OR REPLACE INTO page VALUES (?, ?, ?)", (page.address, _encode(page), html))

    def drop_page(self, address: str) -> None:
        """Forget a free page."""
        self.db.execute("DELETE FROM page WHERE address = ?", (address,))

    def pages(self) -> list[tuple[Page, str]]:
        """Return all free pages with the hashes of their texts, by address."""
        rows = self.db.execute("SELECT record, html FROM page ORDER BY address")
        return [(_page(record), html) for record, html in rows]

    def cards(self, query: str, values: tuple[object, ...]) -> list[Card]:
        """Return the cards that a query over ``place`` joined with ``entry`` selects."""
        return [_card(row[0]) for row in self.db.execute(query, values)]

    def blobs(self) -> set[str]:
        """Return the hashes of all stored texts in use."""
        rows = self.db.execute("SELECT html FROM source UNION SELECT text FROM source")
        return {row[0] for row in rows}


def _lay_out(db: sqlite3.Connection) -> None:
    """Make the tables; those of another version are dropped first: all that is in them can be read again."""
    edition = crc32(_TABLES.encode()) & 0x7FFFFFFF
    if db.execute("PRAGMA application_id").fetchone()[0] != edition:
        for table in ("source", "photo", "taken", "curtailed", *DERIVED):
            db.execute(f"DROP TABLE IF EXISTS {table}")
        db.executescript(_TABLES)
        db.execute(f"PRAGMA application_id = {edition}")


def _source(row: tuple[Any, ...]) -> Source:
    stamp = Stamp(row[2], row[3], row[4], row[5], bool(row[6]))
    return Source(
        row[0], row[1], stamp, row[7], row[8], row[9], row[10], row[11], _problems(row[12]), row[13], _found(row[14])
    )
