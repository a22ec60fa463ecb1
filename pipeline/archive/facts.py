"""Facts by place, and by the events that several stories share."""

import sqlite3
from typing import NamedTuple

import msgspec

from pipeline.archive.entry import EVERYTHING, Entry
from pipeline.archive.fact import Fact, fact
from pipeline.regions import valid_code

TABLES = """
CREATE TABLE IF NOT EXISTS fact (
    address TEXT PRIMARY KEY, opens INTEGER NOT NULL, library TEXT NOT NULL, regency TEXT NOT NULL,
    province TEXT NOT NULL, event TEXT NOT NULL, fact BLOB NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS fact_library ON fact (library);
CREATE INDEX IF NOT EXISTS fact_regency ON fact (regency);
CREATE INDEX IF NOT EXISTS fact_province ON fact (province);
CREATE INDEX IF NOT EXISTS fact_event ON fact (event) WHERE event <> '';
"""

DERIVED = ("fact",)

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Fact).decode

_ALL = "SELECT fact FROM fact WHERE opens <= :now ORDER BY address"
_WITHIN = (
    "SELECT fact FROM fact WHERE {0} = :key AND opens <= :now"
    " UNION SELECT mate.fact FROM fact AS one CROSS JOIN fact AS mate"
    " ON mate.event = one.event AND mate.event <> ''"
    " WHERE one.{0} = :key AND one.opens <= :now AND one.event <> '' AND mate.opens <= :now"
)


class Place(NamedTuple):
    """Where a fact counts: its library's slug, and the codes of regency and province, empty where unknown."""

    library: str
    regency: str
    province: str


class Facts:
    """The facts of all stories that nothing but time holds back; translations are none of them."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def put(self, entry: Entry) -> None:
        """Enter what *entry* adds."""
        story = entry.story
        if story.original:
            return
        row = (
            story.address, entry.opens, story.library, entry.regency, entry.province, story.event, _encode(fact(entry))
        )  # fmt: skip
        self._db.execute("INSERT OR REPLACE INTO fact VALUES (?, ?, ?, ?, ?, ?, ?)", row)

    def drop(self, address: str) -> None:
        """Take out what the story at *address* adds."""
        self._db.execute("DELETE FROM fact WHERE address = ?", (address,))

    def within(self, area: str, now: int) -> list[Fact]:
        """Return the facts of *area* at *now*, by address, and those of other places that share an event with them.

        *area* is ``semua``, the code of a province or regency, or a library's slug.
        """
        if area == EVERYTHING:
            rows = self._db.execute(_ALL, {"now": now})
        else:
            rows = self._db.execute(_WITHIN.format(column(area)), {"key": area, "now": now})
        return sorted((_decode(data) for (data,) in rows), key=lambda one: one.address)

    def places(self, event: str, now: int) -> list[Place]:
        """Return where the visible stories of *event* stand."""
        rows = self._db.execute(
            "SELECT DISTINCT library, regency, province FROM fact WHERE event = ? AND event <> '' AND opens <= ?"
            " ORDER BY library, regency, province",
            (event, now),
        )
        return [Place(*row) for row in rows]

    def regions(self, now: int) -> set[str]:
        """Return the codes of all provinces and regencies in which a visible story stands."""
        rows = self._db.execute("SELECT DISTINCT regency, province FROM fact WHERE opens <= ?", (now,))
        return {code for row in rows for code in row if code}


def column(area: str) -> str:
    """Return by which column the facts of *area* are found."""
    if not valid_code(area):
        return "library"
    return "regency" if "." in area else "province"
