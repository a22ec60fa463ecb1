"""The log of decisions: who did what to what, and when. Rows are added and never changed."""

import sqlite3
from typing import NamedTuple

MOST = 200
"""Rows that are read at once."""


class Line(NamedTuple):
    """One line: at an instant (seconds since 1970) a person, by their id, did *what* to *subject*."""

    at: int
    person: str
    what: str
    subject: str
    detail: str


def note(db: sqlite3.Connection, line: Line) -> None:
    """Add *line*, within the transaction that does what it tells."""
    db.execute("INSERT INTO audit (at, person, what, subject, detail) VALUES (?, ?, ?, ?, ?)", line)


def of(db: sqlite3.Connection, subject: str) -> list[Line]:
    """Return what was done to *subject*, the newest first."""
    rows = db.execute(
        "SELECT at, person, what, subject, detail FROM audit WHERE subject = ? ORDER BY number DESC LIMIT ?",
        (subject, MOST),
    )
    return [Line(*row) for row in rows.fetchall()]
