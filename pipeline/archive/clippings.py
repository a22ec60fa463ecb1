"""Clippings by time, and by the stories, libraries and regions of which they speak."""

import sqlite3
from collections.abc import Iterator

import msgspec

from pipeline.archive.entry import EVERYTHING, places
from pipeline.content.clipping import Clipping

TABLES = """
CREATE TABLE IF NOT EXISTS clipping (address TEXT PRIMARY KEY, record BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS clipped (
    name TEXT, day INTEGER, address TEXT, bucket TEXT NOT NULL, PRIMARY KEY (name, day, address)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS clipped_address ON clipped (address);
"""
"""``clipped`` names the sequences of clippings; *day* counts as ``date.toordinal``, *bucket* is a year."""

DERIVED = ("clipping", "clipped")

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Clipping).decode

_ALL = "SELECT c.record FROM clipped AS p JOIN clipping AS c ON c.address = p.address WHERE p.name = ?"
_ORDER = " ORDER BY p.day DESC, p.address DESC"


def sequences(clipping: Clipping, regions: tuple[str, ...]) -> set[str]:
    """Return the sequences in which *clipping* stands; *regions* are the codes of its own and its libraries' areas."""
    found = {EVERYTHING}
    found.update(f"berita/{address}" for address in clipping.stories)
    found.update(f"perpustakaan/{slug}" for slug in clipping.libraries)
    for code in (clipping.region, *regions):
        found.update(f"wilayah/{place}" for place in places(code) if place)
    return found


class Clippings:
    """The clippings in the archive. Every look-up gives the newest first; of one day, the last by address."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def put(self, clipping: Clipping, regions: tuple[str, ...]) -> None:
        """Enter *clipping*, whose libraries lie in *regions* (codes), instead of what was at its address."""
        self.drop(clipping.address)
        self._db.execute("INSERT INTO clipping VALUES (?, ?)", (clipping.address, _encode(clipping)))
        day = clipping.date.day
        rows = [
            (name, day.toordinal(), clipping.address, f"{day.year}") for name in sorted(sequences(clipping, regions))
        ]
        self._db.executemany("INSERT INTO clipped VALUES (?, ?, ?, ?)", rows)

    def drop(self, address: str) -> None:
        """Take a clipping out."""
        self._db.execute("DELETE FROM clipping WHERE address = ?", (address,))
        self._db.execute("DELETE FROM clipped WHERE address = ?", (address,))

    def one(self, address: str) -> Clipping | None:
        """Return the clipping at *address*."""
        row = self._db.execute("SELECT record FROM clipping WHERE address = ?", (address,)).fetchone()
        return None if row is None else _decode(row[0])

    def names(self, address: str) -> list[str]:
        """Return the sequences in which the clipping at *address* stands."""
        rows = self._db.execute("SELECT name FROM clipped WHERE address = ? ORDER BY name", (address,))
        return [row[0] for row in rows]

    def newest(self, name: str = EVERYTHING, most: int = -1) -> list[Clipping]:
        """Return the newest of a sequence: *most* of them, or all."""
        return self._read(f"{_ALL}{_ORDER} LIMIT ?", (name, most))

    def bucket(self, name: str, bucket: str) -> list[Clipping]:
        """Return the clippings of a sequence in one year."""
        return self._read(f"{_ALL} AND p.bucket = ?{_ORDER}", (name, bucket))

    def buckets(self, name: str, front: int) -> list[str]:
        """Return the years, newest first, that hold a clipping beyond the newest *front* of a sequence."""
        rows = self._db.execute(
            "SELECT DISTINCT bucket FROM (SELECT bucket FROM clipped WHERE name = ? ORDER BY day DESC, address DESC"
            " LIMIT -1 OFFSET ?) ORDER BY bucket DESC",
            (name, front),
        )
        return [row[0] for row in rows]

    def years(self, name: str = EVERYTHING) -> list[str]:
        """Return all years of a sequence, newest first."""
        rows = self._db.execute("SELECT DISTINCT bucket FROM clipped WHERE name = ? ORDER BY bucket DESC", (name,))
        return [row[0] for row in rows]

    def any(self, name: str = EVERYTHING) -> bool:
        """Whether a sequence holds a clipping."""
        return self._db.execute("SELECT 1 FROM clipped WHERE name = ? LIMIT 1", (name,)).fetchone() is not None

    def count(self, name: str = EVERYTHING) -> int:
        """Return how many clippings a sequence holds."""
        return int(self._db.execute("SELECT count(*) FROM clipped WHERE name = ?", (name,)).fetchone()[0])

    def kinds(self, kind: str) -> Iterator[str]:
        """Yield what follows ``<kind>/`` in the names of all sequences of that kind."""
        rows = self._db.execute(
            "SELECT DISTINCT name FROM clipped WHERE name > ? AND name < ? ORDER BY name", (f"{kind}/", f"{kind}0")
        )
        return (row[0].partition("/")[2] for row in rows.fetchall())

    def _read(self, query: str, values: tuple[object, ...]) -> list[Clipping]:
        return [_decode(row[0]) for row in self._db.execute(query, values)]
