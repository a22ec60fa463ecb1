"""The records behind advocacy: lines of the ledger of support, and what else lies in folders of its own, by area."""

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Literal, NamedTuple, TypeVar

import msgspec

from pipeline.archive.entry import EVERYTHING, Entry, places
from pipeline.content.moment import Moment
from pipeline.content.option import Issue
from pipeline.content.plan import Plan
from pipeline.content.record import Record
from pipeline.content.selection import Selection
from pipeline.content.story import Story
from pipeline.content.support import Line, Support, SupportFile
from pipeline.regions import valid_code

Kind = Literal["support", "plan", "issue", "selection"]

FOLDERS: dict[str, Kind] = {"dukungan": "support", "rencana": "plan", "opsi": "issue", "pilihan": "selection"}
"""Where in ``content/`` files of each kind lie."""

KINDS: dict[Kind, type[Record]] = {"support": SupportFile, "plan": Plan, "issue": Issue, "selection": Selection}

Known = TypeVar("Known", SupportFile, Plan, Issue, Selection)

ZONE = "WIB"
"""In which a promise is late from the day after its last: one clock for the ledgers of all areas."""

PROMISE = "promise"
"""What the table ``due`` calls the instant from which a line is past its date."""

TABLES = """
CREATE TABLE IF NOT EXISTS line (
    source TEXT, number INTEGER, library TEXT NOT NULL, opens INTEGER NOT NULL, record BLOB NOT NULL,
    PRIMARY KEY (source, number)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS line_library ON line (library);
CREATE TABLE IF NOT EXISTS record (
    kind TEXT, address TEXT, area TEXT NOT NULL, record BLOB NOT NULL, PRIMARY KEY (kind, address)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS record_area ON record (kind, area);
"""

DERIVED = ("line", "record")

_encode = msgspec.json.Encoder().encode
_line = msgspec.json.Decoder(Line).decode
_decoders = {kind: msgspec.json.Decoder(shape).decode for kind, shape in KINDS.items()}


class RecordChange(NamedTuple):
    """A record was added, removed, changed, or looks different from an instant on; *areas* are those that show it.

    *kind* ``support`` also stands for lines of the ledger that come from reports: *old* and *new* are then ``None``.
    """

    kind: Kind
    old: Record | None
    new: Record | None
    areas: frozenset[str]


def folder_of(kind: Kind) -> str:
    """Return the folder of ``content/`` in which records of *kind* lie; pages of them are called the same."""
    return next(folder for folder, known in FOLDERS.items() if known == kind)


def known_kind(kind: str) -> Kind | None:
    """Return *kind* where it is one of records."""
    return next((known for known in KINDS if known == kind), None)


def decode(kind: Kind, data: bytes) -> Record:
    """Return the record of *kind* in *data*."""
    return _decoders[kind](data)


def lines_of(entry: Entry) -> tuple[Line, ...]:
    """Return the lines that a story adds to the ledger; a translation says nothing new."""
    story = entry.story
    if story.original:
        return ()
    asked = enumerate((*story.asks, *story.supports), 1)
    return tuple(_line_of(story, number, support) for number, support in asked)


def _line_of(story: Story, number: int, support: Support) -> Line:
    owner, _, code = support.matter.rpartition("/")
    home = owner or story.library
    return Line(
        support=support, library=home, source=story.path, key=f"{home}/{code or f'{story.address}#{number}'}",
        number=number, day=story.date.day, stories=(story.address,), sample=story.sample,
    )  # fmt: skip


def line_of(record: SupportFile) -> Line:
    """Return the line that a file adds to the ledger; without ``kode``, its name is one."""
    support = record.support
    owner, _, code = support.matter.rpartition("/")
    home = owner or record.library
    return Line(
        support=support, library=home, source=record.path, key=f"{home}/{code or record.address}",
        stories=record.stories, sample=record.sample,
    )  # fmt: skip


def owners_of(story: Story) -> set[str]:
    """Return the slugs of the libraries for which is what *story* asks and tells of."""
    return {line.matter.rpartition("/")[0] or story.library for line in (*story.asks, *story.supports)}


def libraries_of(record: Record) -> tuple[str, ...]:
    """Return the slugs of the libraries that *record* names."""
    if isinstance(record, SupportFile):
        return (record.library, line_of(record).library)
    return () if record.area == EVERYTHING or valid_code(record.area) else (record.area,)


def stories_of(record: Record) -> tuple[str, ...]:
    """Return the addresses of the stories that *record* names."""
    if isinstance(record, SupportFile):
        return record.stories
    return tuple(dict.fromkeys((record.chosen, *record.candidates))) if isinstance(record, Selection) else ()


def with_stories(record: Record, known: Iterable[str]) -> Record | None:
    """Return *record* with those of its stories that are *known*, ``None`` where it says nothing without the others."""
    there = {*known}
    if isinstance(record, SupportFile):
        return msgspec.structs.replace(record, stories=tuple(one for one in record.stories if one in there))
    if not isinstance(record, Selection):
        return record
    left = tuple(one for one in record.candidates if one in there)
    return msgspec.structs.replace(record, candidates=left) if record.chosen in there else None


def area_of(record: Record) -> str:
    """Return the area to which *record* belongs; support belongs to the library for which it is."""
    return line_of(record).library if isinstance(record, SupportFile) else record.area


def late(line: Line) -> int | None:
    """Return the instant (seconds since 1970) from which *line* is past its date, ``None`` where it has none."""
    due = line.support.due
    return None if due is None or due.year > _LAST else Moment(due + timedelta(days=1)).instant(ZONE)


_LAST = 9000
"""Calendars of computers end in 9999."""


class Records:
    """The records in the archive."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    # -- lines of the ledger -----------------------------------------------------------------------------------------

    def put_lines(self, source: str, lines: Iterable[Line], opens: int = 0) -> None:
        """Enter the *lines* of the file *source* instead of what it said before; they may be seen from *opens*."""
        self.drop_lines(source)
        for line in lines:
            row = (source, line.number, line.library, opens, _encode(line))
            self._db.execute("INSERT OR REPLACE INTO line VALUES (?, ?, ?, ?, ?)", row)
            if (instant := late(line)) is not None:
                self._db.execute("INSERT OR IGNORE INTO due VALUES (?, ?, ?)", (instant, PROMISE, source))

    def drop_lines(self, source: str) -> None:
        """Take out what the file *source* says."""
        for line in self.lines_from(source):
            self._db.execute("DELETE FROM due WHERE instant = ? AND what = ? AND address = ?",
                             (late(line) or 0, PROMISE, source))  # fmt: skip
        self._db.execute("DELETE FROM line WHERE source = ?", (source,))

    def lines_from(self, source: str) -> list[Line]:
        """Return the lines that the file *source* says, seen or not, without their regions."""
        rows = self._db.execute("SELECT record FROM line WHERE source = ? ORDER BY number", (source,))
        return [_line(record) for (record,) in rows]

    def lines(self, area: str, now: int) -> Iterator[Line]:
        """Yield the lines of an area that may be seen at *now*, by library, source and number.

        *area* is ``semua``, a library's slug, or the code of a province or regency. What is for a library that has no
        profile belongs nowhere.
        """
        where, values = _of_area(area)
        rows = self._db.execute(
            "SELECT l.record, b.region FROM line AS l JOIN library AS b ON b.slug = l.library"
            f" WHERE l.opens <= ?{where} ORDER BY l.library, l.source, l.number",
            (now, *values),
        ).fetchall()
        for record, region in rows:
            yield msgspec.structs.replace(_line(record), region=region)

    def owners(self, now: int) -> list[str]:
        """Return the slugs of the libraries, with a profile, for which are lines that may be seen at *now*."""
        rows = self._db.execute(
            "SELECT DISTINCT l.library FROM line AS l JOIN library AS b ON b.slug = l.library WHERE l.opens <= ?",
            (now,),
        )
        return [slug for (slug,) in rows.fetchall()]

    def areas(self, libraries: Iterable[str]) -> frozenset[str]:
        """Return the keys of all areas that contain one of *libraries*."""
        found = {EVERYTHING}
        for slug in libraries:
            row = self._db.execute("SELECT region FROM library WHERE slug = ?", (slug,)).fetchone()
            found |= {slug, *places(row[0] if row else "")} - {""}
        return frozenset(found)

    # -- records with an address -------------------------------------------------------------------------------------

    def put(self, kind: Kind, record: Record) -> None:
        """Enter *record* instead of what was at its address."""
        row = (kind, record.address, area_of(record), _encode(record))
        self._db.execute("INSERT OR REPLACE INTO record VALUES (?, ?, ?, ?)", row)
        if isinstance(record, SupportFile):
            self.put_lines(record.path, (line_of(record),))

    def drop(self, kind: Kind, address: str) -> None:
        """Take a record out."""
        old = self.one(kind, address)
        if isinstance(old, SupportFile):
            self.drop_lines(old.path)
        self._db.execute("DELETE FROM record WHERE kind = ? AND address = ?", (kind, address))

    def shown(self, record: Record) -> frozenset[str]:
        """Return the keys of the areas that show *record*."""
        return self.areas({line_of(record).library}) if isinstance(record, SupportFile) else frozenset((record.area,))

    def one(self, kind: Kind, address: str) -> Record | None:
        """Return the record of *kind* at *address*."""
        row = self._db.execute("SELECT record FROM record WHERE kind = ? AND address = ?", (kind, address)).fetchone()
        return None if row is None else decode(kind, row[0])

    def held(self) -> list[tuple[Kind, str, str]]:
        """Return kind, area and address of all records but those of support, which stand in ledgers."""
        return self._db.execute("SELECT kind, area, address FROM record WHERE kind != 'support'").fetchall()

    def of(self, shape: type[Known], area: str) -> list[Known]:
        """Return the records of one *shape* that belong to exactly *area*, by address."""
        kind = next(kind for kind, known in KINDS.items() if known is shape)
        rows = self._db.execute("SELECT record FROM record WHERE kind = ? AND area = ? ORDER BY address", (kind, area))
        return [msgspec.json.decode(record, type=shape) for (record,) in rows.fetchall()]


def _of_area(area: str) -> tuple[str, tuple[str, ...]]:
    if area == EVERYTHING:
        return "", ()
    if area[:1].isdigit() and area.replace(".", "").isdigit():
        return " AND (b.region = ? OR b.region LIKE ?)", (area, f"{area}.%")
    return " AND l.library = ?", (area,)
