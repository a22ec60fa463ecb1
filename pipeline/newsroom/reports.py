"""Reports while they are written and reviewed: every version with who and when, and no word of two people lost.

A report is known by an id that was made where it was begun, so that sending it twice makes one. Whoever saves says on
which version they built. Where somebody else saved meanwhile, both are kept: the later one aside, until one of the
two puts them together.
"""

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from pipeline.newsroom import audit
from pipeline.newsroom.answers import Answers
from pipeline.newsroom.audit import Line
from pipeline.newsroom.database import Database
from pipeline.newsroom.stages import Stage

MOST = 100
"""Reports that are listed at once."""


class Report(NamedTuple):
    """One report: of which library, by whom, at which stage, and the number of its latest version.

    *path* is that of its file in ``content/`` (empty until it was approved), *filed* the version that lies there,
    *digest* the hash of the file as it was put there. *asked* is what an editor asks.
    """

    id: str
    library: str
    person: str
    stage: Stage
    head: int
    path: str
    filed: int
    digest: str
    asked: str
    made: int
    changed: int


class Version(NamedTuple):
    """One version: when and by whom, on which it was built, whether it stands aside, and what it says."""

    number: int
    at: int
    person: str
    editing: str
    base: int
    aside: bool
    sealed: bool
    answers: Answers


class Saving(NamedTuple):
    """What somebody saves: on which version it was built (*base*), and in which sitting at their form (*editing*)."""

    person: str
    editing: str
    base: int
    answers: Answers


class Saved(NamedTuple):
    """The version that holds what was saved, and whether it stands aside because somebody else was first."""

    version: int
    aside: bool


class Reports:
    """The reports in *database*."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # -- looking up --------------------------------------------------------------------------------------------------

    def one(self, report: str) -> Report | None:
        """Return the report with the id *report*."""
        row = self._database.reads.execute(f"SELECT {_REPORT} FROM report WHERE id = ?", (report,)).fetchone()
        return None if row is None else Report(*row)

    def at(self, path: str) -> Report | None:
        """Return the report whose file is *path*."""
        row = self._database.reads.execute(f"SELECT {_REPORT} FROM report WHERE path = ?", (path,)).fetchone()
        return None if row is None else Report(*row)

    def of(self, libraries: Sequence[str], stages: Sequence[Stage], *, oldest: bool = False) -> list[Report]:
        """Return the reports of *libraries* in *stages*, the last changed first, or the one that waits longest."""
        rows = self._database.reads.execute(
            f"SELECT {_REPORT} FROM report WHERE library IN (SELECT value FROM json_each(?))"
            f" AND state IN (SELECT value FROM json_each(?)) ORDER BY changed {'' if oldest else 'DESC'}, id LIMIT ?",
            (_json(libraries), _json(stages), MOST),
        )
        return [Report(*row) for row in rows.fetchall()]

    def version(self, report: str, number: int) -> Version | None:
        """Return one version."""
        row = self._database.reads.execute(
            f"SELECT {_VERSION} FROM version WHERE report = ? AND number = ?", (report, number)
        ).fetchone()
        return None if row is None else _version(row)

    def latest(self, report: Report) -> Version:
        """Return the latest version of *report*."""
        found = self.version(report.id, report.head)
        assert found is not None  # noqa: S101  a report is made with its first version, in one transaction
        return found

    def versions(self, report: str) -> list[Version]:
        """Return all versions, the newest first."""
        rows = self._database.reads.execute(
            f"SELECT {_VERSION} FROM version WHERE report = ? ORDER BY number DESC", (report,)
        )
        return [_version(row) for row in rows.fetchall()]

    def beside(self, report: str) -> list[Version]:
        """Return the versions that stand aside and were not put together with the others yet."""
        return [one for one in self.versions(report) if one.aside]

    # -- writing -----------------------------------------------------------------------------------------------------

    def save(self, report: str, library: str, saving: Saving, *, stage: Stage, at: int) -> Saved:
        """Keep what somebody wrote; it is on the disk when this returns.

        A report that is not there yet begins with it, as one of *library*. *stage* is the one it is in afterwards.
        Saving the same again changes nothing. What the same person goes on writing in one sitting is one version.
        """
        with self._database.writes() as db:
            row = db.execute(f"SELECT {_REPORT} FROM report WHERE id = ?", (report,)).fetchone()
            if row is None:
                db.execute(
                    "INSERT INTO report VALUES (?, ?, ?, ?, 1, '', 0, '', '', ?, ?)",
                    (report, library, saving.person, stage, at, at),
                )
                _put(db, report, 1, saving._replace(base=0), at, aside=False)
                audit.note(db, Line(at, saving.person, "ditulis", report, saving.answers.title))
                return Saved(1, aside=False)
            return _kept(db, Report(*row), saving, stage, at)

    def aside(self, report: Report, saving: Saving, *, at: int) -> Saved:
        """Keep what somebody wrote beside the latest version, unless it says the same."""
        with self._database.writes() as db:
            if self.latest(report).answers == saving.answers:
                return Saved(report.head, aside=False)
            return _put_aside(db, report, saving, at)

    def settle(self, report: Report, beside: int, saving: Saving, *, stage: Stage, at: int) -> Saved:
        """Keep what was put together of the latest version and the one *beside* it, which then stands aside no more."""
        with self._database.writes() as db:
            row = db.execute(f"SELECT {_REPORT} FROM report WHERE id = ?", (report.id,)).fetchone()
            found = Report(*row)
            if saving.base != found.head:
                return _put_aside(db, found, saving, at)
            number = _next(db, found.id)
            _put(db, found.id, number, saving, at, aside=False)
            db.execute("UPDATE version SET aside = 0 WHERE report = ? AND number = ?", (found.id, beside))
            db.execute("UPDATE report SET head = ?, state = ?, changed = ? WHERE id = ?", (number, stage, at, found.id))
            audit.note(db, Line(at, saving.person, "disatukan", found.id, ""))
            return Saved(number, aside=False)

    def move(self, report: Report, stage: Stage, line: Line, *, asked: str | None = None) -> bool:
        """Take *report* to *stage*, as *line* tells; returns whether it was still as *report* says.

        Its latest version is sealed: whoever goes on writing begins another one. *asked* is what an editor asks.
        """
        with self._database.writes() as db:
            done = db.execute(
                "UPDATE report SET state = ?, changed = ?, asked = COALESCE(?, asked)"
                " WHERE id = ? AND state = ? AND head = ?",
                (stage, line.at, asked, report.id, report.stage, report.head),
            )
            if done.rowcount:
                db.execute("UPDATE version SET sealed = 1 WHERE report = ? AND number = ?", (report.id, report.head))
                audit.note(db, line)
        return bool(done.rowcount)

    def file(self, report: str, path: str, version: int, digest: str) -> None:
        """Remember that *version* lies in the file *path* of ``content/``, with the hash *digest*."""
        with self._database.writes() as db:
            db.execute(
                "UPDATE report SET path = ?, filed = ?, digest = ? WHERE id = ?", (path, version, digest, report)
            )


_REPORT = "id, library, person, state, head, path, filed, digest, asked, made, changed"
_VERSION = "number, at, person, editing, base, aside, sealed, said"


def _kept(db: sqlite3.Connection, report: Report, saving: Saving, stage: Stage, at: int) -> Saved:
    """Keep *saving* as a version of *report*: the latest one, or aside."""
    head = _version(
        db.execute(
            f"SELECT {_VERSION} FROM version WHERE report = ? AND number = ?", (report.id, report.head)
        ).fetchone()
    )
    if head.answers == saving.answers:
        return Saved(head.number, aside=False)
    same = (head.person, head.editing) == (saving.person, saving.editing)
    if same and not head.sealed:
        _put(db, report.id, head.number, saving._replace(base=head.base), at, aside=False)
        number = head.number
    elif same or saving.base == report.head:
        number = _next(db, report.id)
        _put(db, report.id, number, saving._replace(base=head.number), at, aside=False)
    else:
        return _put_aside(db, report, saving, at)
    db.execute("UPDATE report SET head = ?, state = ?, changed = ? WHERE id = ?", (number, stage, at, report.id))
    return Saved(number, aside=False)


def _put_aside(db: sqlite3.Connection, report: Report, saving: Saving, at: int) -> Saved:
    """Keep *saving* beside the latest version, in the place of what was written there in the same sitting before."""
    row = db.execute(
        "SELECT number FROM version WHERE report = ? AND person = ? AND editing = ? AND aside = 1",
        (report.id, saving.person, saving.editing),
    ).fetchone()
    number = int(row[0]) if row else _next(db, report.id)
    _put(db, report.id, number, saving, at, aside=True)
    if row is None:
        audit.note(db, Line(at, saving.person, "di-samping", report.id, ""))
    return Saved(number, aside=True)


def _next(db: sqlite3.Connection, report: str) -> int:
    return int(db.execute("SELECT max(number) FROM version WHERE report = ?", (report,)).fetchone()[0]) + 1


def _put(db: sqlite3.Connection, report: str, number: int, saving: Saving, at: int, *, aside: bool) -> None:
    db.execute(
        "INSERT OR REPLACE INTO version VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?)",
        (report, number, at, saving.person, saving.editing, saving.base, aside, _json(saving.answers)),
    )


def _version(row: sqlite3.Row) -> Version:
    said = msgspec.json.decode(row[7], type=Answers)
    return Version(row[0], row[1], row[2], row[3], row[4], bool(row[5]), bool(row[6]), said)


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
