"""What the monitor remembers between runs: its feeds, and the items that came. One SQLite file.

Unlike the build's database it cannot be made again: what feeds no longer hold, and what an editor said of it, is
nowhere else. So it is never thrown away, and its tables are changed by migrations, each of them once.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from pipeline.errors import WartaError
from pipeline.language import _
from pipeline.monitor.item import Item

PATH = ".warta/state/monitor.sqlite"

DAYS = 180
"""Items are kept so long after they were seen: reports are made by the quarter, and looked at in the next one."""

MOST = 20_000
"""Items kept at most, the newest: some 30 MB, and 200 feeds with a hundred items each."""

MIGRATIONS = (
    """
    CREATE TABLE feed (
        address TEXT PRIMARY KEY, url TEXT NOT NULL, etag TEXT NOT NULL DEFAULT '', modified TEXT NOT NULL DEFAULT '',
        first INTEGER NOT NULL DEFAULT 0, asked INTEGER NOT NULL DEFAULT 0, whole INTEGER NOT NULL DEFAULT 0,
        due INTEGER NOT NULL DEFAULT 0, hold INTEGER NOT NULL DEFAULT 0, failures INTEGER NOT NULL DEFAULT 0,
        gone INTEGER NOT NULL DEFAULT 0, said TEXT NOT NULL DEFAULT ''
    ) WITHOUT ROWID;
    CREATE TABLE item (
        number INTEGER PRIMARY KEY AUTOINCREMENT, feed TEXT NOT NULL, key TEXT NOT NULL, normal TEXT NOT NULL,
        seen INTEGER NOT NULL, data BLOB NOT NULL, UNIQUE (feed, key)
    );
    CREATE INDEX item_normal ON item (normal);
    CREATE INDEX item_seen ON item (feed, seen);
    CREATE TABLE post (feed TEXT, key TEXT, seen INTEGER NOT NULL, PRIMARY KEY (feed, key)) WITHOUT ROWID;
    """,
    "ALTER TABLE feed ADD COLUMN digest TEXT NOT NULL DEFAULT ''",
    """
    CREATE TABLE find (
        number INTEGER PRIMARY KEY AUTOINCREMENT, feed TEXT NOT NULL, key TEXT NOT NULL, page TEXT NOT NULL,
        item BLOB NOT NULL, match BLOB NOT NULL, score REAL NOT NULL, state TEXT NOT NULL DEFAULT 'baru',
        event TEXT NOT NULL DEFAULT '', decided INTEGER NOT NULL DEFAULT 0, reason TEXT NOT NULL DEFAULT '',
        tone TEXT NOT NULL DEFAULT '', clipping TEXT NOT NULL DEFAULT '', UNIQUE (feed, key)
    );
    CREATE INDEX find_page ON find (page);
    CREATE INDEX find_state ON find (state, score);
    CREATE TABLE note (name TEXT PRIMARY KEY, said TEXT NOT NULL) WITHOUT ROWID;
    """,
)
"""How the tables came to be, one step after the other: a new table is a new step at the end, and no step ever changes.

``PRAGMA user_version`` counts the steps that a file has taken.
"""

_pack = msgspec.json.Encoder().encode
item = msgspec.json.Decoder(Item).decode
"""From the column ``data`` to the item."""


def open(root: Path) -> sqlite3.Connection:  # noqa: A001  memory.open() reads as it should
    """Open (or make) what the monitor of the newsroom at *root* remembers; the caller begins and ends transactions.

    Raises ``WartaError`` where the file is damaged or of a newer warta.
    """
    path = root / PATH
    path.parent.mkdir(parents=True, exist_ok=True)
    db = sqlite3.connect(path, isolation_level=None, timeout=30)
    try:
        db.execute("PRAGMA journal_mode=WAL")
        db.execute("PRAGMA synchronous=NORMAL")  # WAL: a crash of the machine may lose a poll, never the file
        _migrate(db)
    except sqlite3.OperationalError as error:
        db.close()
        raise WartaError(_("{path}: tidak dapat dipakai ({error}).").format(path=PATH, error=error)) from None
    except sqlite3.DatabaseError:
        db.close()
        said = _("{path}: rusak. Pindahkan berkas itu ke tempat lain, lalu jalankan sekali lagi.")
        raise WartaError(said.format(path=PATH)) from None
    except WartaError:
        db.close()
        raise
    return db


def _migrate(db: sqlite3.Connection) -> None:
    with transaction(db):
        (version,) = db.execute("PRAGMA user_version").fetchone()
        if version > len(MIGRATIONS):
            raise WartaError(_("{path}: dari warta yang lebih baru. Perbarui warta di sini.").format(path=PATH))
        for step in MIGRATIONS[version:]:
            for statement in step.split(";"):  # not executescript, which ends the transaction
                db.execute(statement)
        if version < len(MIGRATIONS):
            db.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All of what is done within, or nothing of it."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


def add(db: sqlite3.Connection, feed: str, items: Iterable[tuple[Item, str]]) -> list[int]:
    """Keep *items* of *feed*, each with its normalized URL; returns their numbers, which only grow."""
    numbers = []
    for item, normal in items:
        cursor = db.execute(
            "INSERT INTO item (feed, key, normal, seen, data) VALUES (?, ?, ?, ?, ?)",
            (feed, item.key, normal, item.seen, _pack(item)),
        )
        numbers.append(cursor.lastrowid or 0)
    return numbers


def since(db: sqlite3.Connection, number: int = 0) -> Iterator[tuple[int, Item]]:
    """Yield every item whose number is above *number*, with its number, in the order in which they came."""
    for row in db.execute("SELECT number, data FROM item WHERE number > ? ORDER BY number", (number,)):
        yield row[0], item(row[1])


def last(db: sqlite3.Connection) -> int:
    """Return the number of the newest item, 0 where there is none."""
    found = db.execute("SELECT max(number) FROM item").fetchone()[0]
    return int(found or 0)


def forget(db: sqlite3.Connection, now: int) -> None:
    """Drop the items that are older than ``DAYS``, and of the others all but the newest ``MOST``."""
    db.execute("DELETE FROM item WHERE seen < ?", (now - DAYS * 86_400,))
    db.execute(
        "DELETE FROM item WHERE number <= (SELECT number FROM item ORDER BY number DESC LIMIT 1 OFFSET ?)", (MOST,)
    )
