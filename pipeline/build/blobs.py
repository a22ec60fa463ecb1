"""Bytes by their hash, in one SQLite file: written by the parent, read by every worker.

Nothing here is precious: what is lost is made again from ``content/``.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from pipeline.errors import OutputError
from pipeline.language import _


class Blobs:
    """The store. One instance per process; only the process that holds the newsroom's lock writes."""

    def __init__(self, path: Path, *, write: bool = False) -> None:
        self.path = path
        self._db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._db.execute("PRAGMA mmap_size=268435456")
        if write:
            self._db.execute("PRAGMA journal_mode=WAL")
            self._db.execute("PRAGMA synchronous=NORMAL")
            self._db.execute("PRAGMA secure_delete=ON")  # what is forgotten is overwritten
            self._db.execute("PRAGMA wal_autocheckpoint=16384")
            self._db.execute("CREATE TABLE IF NOT EXISTS blob (hash TEXT PRIMARY KEY, data BLOB) WITHOUT ROWID")
            self._db.execute("CREATE TABLE IF NOT EXISTS identity (name TEXT PRIMARY KEY)")

    @property
    def identity(self) -> str:
        """A name given to this file when it was made: another name means that what was stored is gone."""
        row = self._db.execute("SELECT name FROM identity").fetchone()
        if row is None:
            row = (uuid4().hex,)
            self._db.execute("INSERT INTO identity VALUES (?)", row)
        return str(row[0])

    def put(self, blobs: Iterable[tuple[str, bytes]]) -> None:
        """Store pairs of hash and bytes; what is there already stays."""
        with self._all_or_nothing():
            self._db.executemany("INSERT OR IGNORE INTO blob VALUES (?, ?)", blobs)

    def get(self, name: str) -> bytes:
        """Return the bytes of that hash; raises ``OutputError`` where they are gone."""
        try:
            row = self._db.execute("SELECT data FROM blob WHERE hash = ?", (name,)).fetchone()
        except sqlite3.Error as error:
            raise OutputError(
                _("Simpanan .warta/cache rusak ({error}). Hapus folder .warta/cache, lalu ulangi.").format(error=error)
            ) from None
        if row is None:
            said = _("Simpanan .warta/cache tidak lengkap ({name}). Hapus folder .warta/cache, lalu ulangi.")
            raise OutputError(said.format(name=name))
        return bytes(row[0])

    def keep(self, names: set[str]) -> int:
        """Forget every blob that is not among *names*; returns how many went."""
        gone = [(name,) for (name,) in self._db.execute("SELECT hash FROM blob") if name not in names]
        with self._all_or_nothing():
            self._db.executemany("DELETE FROM blob WHERE hash = ?", gone)
        return len(gone)

    @contextmanager
    def _all_or_nothing(self) -> Iterator[None]:
        self._db.execute("BEGIN")
        try:
            yield
            self._db.execute("COMMIT")
        finally:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")

    def close(self) -> None:
        """Close the file."""
        self._db.close()
