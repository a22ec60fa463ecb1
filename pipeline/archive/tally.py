"""What a sequence of stories adds up to, counted once for each event; real stories and samples are never added up."""

import sqlite3
from typing import NamedTuple


class Tally(NamedTuple):
    """What the visible stories of one sequence add up to.

    *attendances* are those of *events*, the activities whose reports say how many came: whoever came three times is
    counted three times. Stories of one event (``kegiatan``) count once, with the number of its earliest that gives
    one. *first* and *last* are months (``2023/05``), empty where there is no story.
    """

    stories: int = 0
    libraries: int = 0
    events: int = 0
    attendances: int = 0
    first: str = ""
    last: str = ""


_STORIES = (
    "SELECT count(*), count(DISTINCT e.library), min(substr(p.address, 1, 7)), max(substr(p.address, 1, 7))"
    " FROM place AS p JOIN entry AS e ON e.address = p.address WHERE p.name = ? AND p.opens <= ? AND e.sample = ?"
)
# SQLite takes the other columns of a group from the row that has the minimum (sqlite.org/lang_select.html, 2.5).
_EVENTS = (
    "SELECT count(*), coalesce(sum(came), 0) FROM ("
    "SELECT e.attendance AS came, min(p.published) FROM place AS p JOIN entry AS e ON e.address = p.address"
    " WHERE p.name = ? AND p.opens <= ? AND e.sample = ? AND e.attendance IS NOT NULL"
    " GROUP BY CASE e.event WHEN '' THEN e.address ELSE e.event END)"
)
_MONTHS = (
    "SELECT substr(address, 1, 7) AS month, count(*) FROM place WHERE name = ? AND opens <= ?"
    " GROUP BY month ORDER BY month"
)
_SIZES = (
    "SELECT name, count(*) FROM place WHERE name > ? AND name < ? AND instr(name, '@') = 0 AND opens <= ? GROUP BY name"
)


def tally(db: sqlite3.Connection, name: str, now: int, *, sample: bool) -> Tally:
    """Return what the stories of the sequence *name* that may be seen at *now* add up to."""
    values = (name, now, int(sample))
    stories, libraries, first, last = db.execute(_STORIES, values).fetchone()
    events, attendances = db.execute(_EVENTS, values).fetchone()
    return Tally(stories, libraries, events, attendances, first or "", last or "")


def months(db: sqlite3.Connection, name: str, now: int) -> list[tuple[str, int]]:
    """Return how many stories each month of a sequence holds, by month."""
    return list(db.execute(_MONTHS, (name, now)))


def sizes(db: sqlite3.Connection, kind: str, now: int) -> dict[str, int]:
    """Return how many stories each sequence of one *kind* holds, by what follows ``<kind>/`` in its name."""
    rows = db.execute(_SIZES, (f"{kind}/", f"{kind}0", now))
    return {name.partition("/")[2]: count for name, count in rows}
