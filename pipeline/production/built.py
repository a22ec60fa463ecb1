"""What the last build found out and made, to be read beside whatever else is going on."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from pipeline.archive.store import Store
from pipeline.build.state import SCHEMA, State
from pipeline.errors import OutputError, UsageError
from pipeline.language import _
from pipeline.production.newsroom import Newsroom


@contextmanager
def last_build(room: Newsroom) -> Iterator[tuple[State, Store]]:
    """Yield what the last build of *room* knows; nothing can be written through it.

    Raises ``UsageError`` where nothing was built, ``OutputError`` where the record of it is damaged.
    """
    said = _("Belum ada yang dibangun: jalankan warta build.")
    if not room.database.exists():
        raise UsageError(said)
    try:
        with closing(sqlite3.connect(f"{room.database.as_uri()}?mode=ro", uri=True)) as db:
            if db.execute("PRAGMA user_version").fetchone() != (SCHEMA,):
                raise UsageError(said)
            yield State(db), Store(db)
    except sqlite3.DatabaseError as error:
        raise OutputError(
            _("Catatan build terakhir rusak ({reason}): jalankan warta build.").format(reason=error)
        ) from error
