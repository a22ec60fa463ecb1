"""What the engine remembers between builds: every output with its key and files, and what a build left to be done.

One SQLite file under ``.warta/cache/``. It can be made again from ``content/``: where it is damaged, or was written by
another version of this schema, it is put away and the next build is a full one.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import msgspec

from pipeline.build.workbench import File

SCHEMA = 2

_TABLES = """
CREATE TABLE IF NOT EXISTS output (
    path TEXT PRIMARY KEY, desk TEXT NOT NULL, key BLOB NOT NULL, files BLOB NOT NULL, parts BLOB NOT NULL,
    fingerprint TEXT NOT NULL, owner TEXT NOT NULL, rank INTEGER NOT NULL, why TEXT NOT NULL, number INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS output_desk ON output (desk, number);
CREATE TABLE IF NOT EXISTS reference (target TEXT, source TEXT, PRIMARY KEY (target, source)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS reference_source ON reference (source);
CREATE TABLE IF NOT EXISTS ingredient (fingerprint TEXT PRIMARY KEY, names TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS pending (desk TEXT, path TEXT, PRIMARY KEY (desk, path)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS journal (
    step INTEGER PRIMARY KEY, act TEXT NOT NULL, source TEXT NOT NULL, target TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""

WHOLE = "*"
"""As a pending path: everything of that desk is still to be planned."""


class Row(NamedTuple):
    """One output as it was last made."""

    path: str
    desk: str
    key: bytes
    files: tuple[File, ...]
    parts: bytes
    fingerprint: str
    owner: str
    rank: int
    why: str


_files = msgspec.msgpack.Decoder(tuple[File, ...]).decode
_pack = msgspec.msgpack.Encoder().encode


def connect(path: Path) -> sqlite3.Connection:
    """Open (or make) the newsroom's database at *path*; the caller begins and ends transactions."""
    try:
        return _open(path)
    except sqlite3.OperationalError:
        raise  # a full disk, or none that may be written to: the file is good and may hold a journal
    except sqlite3.DatabaseError:
        put_away(path)
        return _open(path)


def put_away(path: Path) -> None:
    """Delete a damaged database with all that belongs to it."""
    for name in (path.name, path.name + "-wal", path.name + "-shm"):
        path.with_name(name).unlink(missing_ok=True)


def _open(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    db = sqlite3.connect(path, isolation_level=None, cached_statements=512)
    try:
        db.execute("PRAGMA journal_mode=WAL")
        # A first build writes everything in one transaction: too small a cache would spill it to disk again and again.
        db.execute("PRAGMA cache_size=-49152")
        # What is deleted is overwritten: words that were taken down must not lie about in free pages.
        db.execute("PRAGMA secure_delete=ON")
        # FULL: the journal of a build must be on disk before the first file is replaced.
        db.execute("PRAGMA synchronous=FULL")
        (version,) = db.execute("PRAGMA user_version").fetchone()
        if version not in (0, SCHEMA):
            raise sqlite3.DatabaseError("another schema")  # noqa: TRY301  treated as a damaged file
        if version == 0:
            db.executescript(_TABLES)
            db.execute(f"PRAGMA user_version = {SCHEMA}")
    except sqlite3.DatabaseError:
        db.close()
        raise
    return db


class State:
    """The engine's tables in the newsroom's database."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db

    def meta(self, name: str) -> str | None:
        """Return a remembered value, or ``None``."""
        row = self.db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def remember(self, name: str, value: str) -> None:
        """Remember a value."""
        self.db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def output(self, path: str) -> Row | None:
        """Return the output at *path* as it was last made."""
        row = self.db.execute("SELECT * FROM output WHERE path = ?", (path,)).fetchone()
        return None if row is None else Row(row[0], row[1], row[2], _files(row[3]), *row[4:9])

    def beside(self, path: str) -> Iterator[Row]:
        """Yield the outputs in whose name or folder the file at *path* may lie, as they were last made."""
        folder = path.rpartition("/")[0]
        rows = self.db.execute(
            "SELECT * FROM output WHERE path >= ? AND path < ? ORDER BY path", (f"{folder}/", f"{folder}0")
        )
        for row in rows:
            yield Row(row[0], row[1], row[2], _files(row[3]), *row[4:9])

    def paths(self, desks: Iterable[str]) -> set[str]:
        """Return the paths of all outputs of *desks*."""
        found: set[str] = set()
        for desk in desks:
            found.update(path for (path,) in self.db.execute("SELECT path FROM output WHERE desk = ?", (desk,)))
        return found

    def files(self) -> Iterator[tuple[str, tuple[File, ...]]]:
        """Yield every output's path with its files."""
        with closing(self.db.execute("SELECT path, files FROM output")) as rows:
            for path, files in rows:
                yield path, _files(files)

    def count(self) -> int:
        """Return how many files all outputs have."""
        (number,) = self.db.execute("SELECT coalesce(sum(number), 0) FROM output").fetchone()
        return int(number)

    def put(self, row: Row, made: tuple[str, ...], *, new: bool = False) -> None:
        """Remember an output and what it refers to; *new*: nothing was known of it."""
        self.db.execute(
            "INSERT OR REPLACE INTO output VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*row[:3], _pack(row.files), *row[4:], len(row.files)),
        )
        if not new:
            self.db.execute("DELETE FROM reference WHERE source = ?", (row.path,))
        if made:
            self.db.executemany(
                "INSERT OR IGNORE INTO reference VALUES (?, ?)", [(target, row.path) for target in made]
            )

    def drop(self, path: str) -> None:
        """Forget an output."""
        self.db.execute("DELETE FROM output WHERE path = ?", (path,))
        self.db.execute("DELETE FROM reference WHERE source = ?", (path,))

    def referring(self, path: str) -> list[str]:
        """Return the paths of outputs that refer to *path*."""
        return [row[0] for row in self.db.execute("SELECT source FROM reference WHERE target = ?", (path,))]

    def referring_to(self, desk: str) -> set[str]:
        """Return the paths of outputs that refer to any output of *desk*."""
        rows = self.db.execute(
            "SELECT DISTINCT r.source FROM reference AS r JOIN output AS o ON o.path = r.target WHERE o.desk = ?",
            (desk,),
        )
        return {path for (path,) in rows}

    def ingredients(self, fingerprint: str) -> dict[str, str]:
        """Return what that fingerprint was made of: hashes by name."""
        row = self.db.execute("SELECT names FROM ingredient WHERE fingerprint = ?", (fingerprint,)).fetchone()
        return msgspec.json.decode(row[0], type=dict[str, str]) if row else {}

    def know(self, fingerprint: str, names: dict[str, str]) -> None:
        """Remember what a fingerprint is made of."""
        self.db.execute(
            "INSERT OR IGNORE INTO ingredient VALUES (?, ?)", (fingerprint, msgspec.json.encode(names).decode())
        )

    def pending(self, desk: str) -> set[str]:
        """Return the paths that *desk* has still to plan from builds that left it out (``WHOLE``: all of them)."""
        return {path for (path,) in self.db.execute("SELECT path FROM pending WHERE desk = ?", (desk,))}

    def postpone(self, desk: str, paths: Iterable[str]) -> None:
        """Leave *paths* of *desk* for a later build."""
        self.db.executemany("INSERT OR IGNORE INTO pending VALUES (?, ?)", [(desk, path) for path in paths])

    def settle(self, desk: str) -> None:
        """Nothing of *desk* is pending any more."""
        self.db.execute("DELETE FROM pending WHERE desk = ?", (desk,))

    def desks(self) -> list[str]:
        """Return the names of all desks that have outputs."""
        return [name for (name,) in self.db.execute("SELECT DISTINCT desk FROM output ORDER BY desk")]
