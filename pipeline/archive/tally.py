"""What a sequence of stories adds up to, counted once for each event; real stories and samples are never added up."""

import sqlite3
from typing import NamedTuple

TOLD = 3
"""Fewer stories are no number to show: whoever looks sees them all."""


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
    "SELECT c.sample, count(*), count(DISTINCT c.library), min(substr(p.address, 1, 7)), max(substr(p.address, 1, 7))"
    " FROM place AS p JOIN counted AS c ON c.address = p.address WHERE p.name = ? AND p.opens <= ? GROUP BY c.sample"
)
# SQLite takes the other columns of a group from the row that has the minimum (sqlite.org/lang_select.html, 2.5).
_EVENTS = (
    "SELECT sample, count(*), sum(came) FROM ("
    "SELECT c.sample AS sample, c.attendance AS came, min(p.published)"
    " FROM place AS p JOIN counted AS c ON c.address = p.address"
    " WHERE p.name = ? AND p.opens <= ? AND c.attendance IS NOT NULL"
    " GROUP BY c.sample, CASE c.event WHEN '' THEN c.address ELSE c.event END) GROUP BY sample"
)
_MONTHS = (
    "SELECT substr(address, 1, 7) AS month, count(*) FROM place WHERE name = ? AND opens <= ?"
    " GROUP BY month ORDER BY month"
)
_SIZES = (
    "SELECT name, count(*) FROM place WHERE name > ? AND name < ? AND instr(name, '@') = 0 AND opens <= ? GROUP BY name"
)


def tallies(db: sqlite3.Connection, name: str, now: int) -> tuple[Tally, Tally]:
    """Return what the visible stories of the sequence *name* add up to at *now*: the real ones, and the samples."""
    stories = {row[0]: row[1:] for row in db.execute(_STORIES, (name, now))}
    events = {row[0]: row[1:] for row in db.execute(_EVENTS, (name, now))}
    return _tally(stories.get(0), events.get(0)), _tally(stories.get(1), events.get(1))


def _tally(stories: tuple[int, int, str, str] | None, events: tuple[int, int] | None) -> Tally:
    if stories is None:
        return Tally()
    (count, libraries, first, last), (happened, came) = stories, events or (0, 0)
    return Tally(count, libraries, happened, came, first, last)


def months(db: sqlite3.Connection, name: str, now: int) -> list[tuple[str, int]]:
    """Return how many stories each month of a sequence holds, by month."""
    return list(db.execute(_MONTHS, (name, now)))


def sizes(db: sqlite3.Connection, kind: str, now: int) -> dict[str, int]:
    """Return how many stories each sequence of one *kind* holds, by what follows ``<kind>/`` in its name."""
    rows = db.execute(_SIZES, (f"{kind}/", f"{kind}0", now))
    return {name.partition("/")[2]: count for name, count in rows}


def counted(db: sqlite3.Connection, now: int, most: int) -> int:
    """Return how many real stories say how many came, at *now*; no more than *most* are counted."""
    row = db.execute(
        "SELECT count(*) FROM (SELECT 1 FROM counted AS c JOIN entry AS e ON e.address = c.address"
        " WHERE c.sample = 0 AND c.attendance IS NOT NULL AND e.live AND e.opens <= ? LIMIT ?)",
        (now, most),
    ).fetchone()
    return int(row[0])
