"""The newsroom's own database: what cannot be made again from ``content/``, in one file under ``.warta/state/``.

What a request was told is kept is on the disk by then: every writing transaction waits for it (WAL, ``synchronous``
full). Readers never wait for writers.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import local

from pipeline.errors import OutputError
from pipeline.language import _
from pipeline.newsroom.migrations import STEPS

WAITS = 10.0
"""Seconds that a writer waits for another one."""


class Database:
    """The tables in the file *path*, brought up to date when they are opened; one connection for each thread.

    Raises ``OutputError`` where the file cannot be opened, or is that of a newer warta.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._threads = local()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            _to_date(self._connection)
        except (OSError, sqlite3.Error) as error:
            said = _("Tidak dapat membuka {path}: {reason}.")
            raise OutputError(said.format(path=path, reason=error)) from error

    @property
    def _connection(self) -> sqlite3.Connection:
        found: sqlite3.Connection | None = getattr(self._threads, "connection", None)
        if found is None:
            found = sqlite3.connect(self.path, timeout=WAITS, isolation_level=None)
            found.row_factory = sqlite3.Row
            found.execute("PRAGMA journal_mode = WAL")
            found.execute("PRAGMA synchronous = FULL")
            found.execute("PRAGMA foreign_keys = ON")
            self._threads.connection = found
        return found

    @property
    def reads(self) -> sqlite3.Connection:
        """What looks things up."""
        return self._connection

    @contextmanager
    def writes(self) -> Iterator[sqlite3.Connection]:
        """Give what changes things, all together or nothing; on leaving without an error it is on the disk.

        Raises ``OutputError`` where the disk is full or the file cannot be written.
        """
        db = self._connection
        try:
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
            except BaseException:
                db.execute("ROLLBACK")
                raise
            db.execute("COMMIT")
        except sqlite3.OperationalError as error:
            if db.in_transaction:
                db.execute("ROLLBACK")
            said = _("Tidak dapat menyimpan: {reason}. Yang sudah tersimpan tetap utuh.")
            raise OutputError(said.format(reason=error)) from error


def _to_date(db: sqlite3.Connection) -> None:
    """Take the steps of migration that were not taken yet, each whole."""
    db.execute("BEGIN IMMEDIATE")
    try:
        taken = _taken(db)
        for number, step in enumerate(STEPS[taken:], taken + 1):
            for statement in filter(None, map(str.strip, step.split(";"))):
                db.execute(statement)
            db.execute(f"PRAGMA user_version = {number}")
        db.execute("COMMIT")
    except BaseException:
        db.execute("ROLLBACK")
        raise


def _taken(db: sqlite3.Connection) -> int:
    """Return how many steps were taken; raises ``OutputError`` where they are more than are known here."""
    taken = int(db.execute("PRAGMA user_version").fetchone()[0])
    if taken > len(STEPS):
        raise OutputError(_("Basis data ruang redaksi dibuat oleh warta yang lebih baru: perbarui warta di sini."))
    return taken
