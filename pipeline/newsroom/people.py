"""People: who may come in, and how they do without a password.

An editor makes a link for somebody; who opens it chooses a PIN of six digits on their own phone. The phone is known by
a token of its own from then on, and the PIN opens it again when a session ended. A lost phone is revoked, a forgotten
PIN is replaced, both by whoever may invite that person.
"""

import sqlite3
from typing import NamedTuple

from pipeline.newsroom import audit, secret
from pipeline.newsroom.access import Role, Who
from pipeline.newsroom.audit import Line
from pipeline.newsroom.database import Database

DAY = 86_400
INVITED = 14 * DAY
"""Seconds for which a link can be opened."""

IDLE, LONGEST = 30 * DAY, 180 * DAY
"""A session ends so long after it was last used, and at the latest so long after it began."""

NOTED = 3_600
"""A session's use is written down so often at most: reading pages writes nothing."""

FREE = 4
PAUSES = (60, 300, 900, 3_600)
"""After ``FREE`` wrong PINs each further one makes wait longer; after the last of these only a new link helps."""

NEVER = 2**62
"""An instant that does not come."""


class Invited(NamedTuple):
    """A link that is still good: for whom, whether they have a PIN already, and until when."""

    who: Who
    has_pin: bool
    ends: int


class Known(NamedTuple):
    """Who is at work in this session, and on which device."""

    who: Who
    device: str


class Device(NamedTuple):
    """A phone or computer that was let in. *gone* is when it was revoked."""

    id: str
    label: str
    made: int
    seen: int
    gone: int | None


class Opened(NamedTuple):
    """What goes into cookies: the token of the *device*, and that of its *session*."""

    device: str
    session: str


class Refused(NamedTuple):
    """Why somebody does not come in: they may try again at *until* (seconds since 1970; ``NEVER``: with a new link)."""

    until: int
    left: int = 0
    """So many tries are left before they must wait."""


def pause(failures: int) -> int:
    """Return for how many seconds nobody may try again after so many wrong PINs, ``NEVER`` where no time helps."""
    late = failures - FREE
    if late <= 0:
        return 0
    return PAUSES[late - 1] if late <= len(PAUSES) else NEVER


class People:
    """The people in *database*; *key* is that of their PINs."""

    def __init__(self, database: Database, key: bytes) -> None:
        self._database = database
        self._key = key

    # -- who there is ------------------------------------------------------------------------------------------------

    def everybody(self) -> list[Who]:
        """Return all who have not been removed, by name."""
        rows = self._database.reads.execute(f"SELECT {_WHO} FROM person WHERE gone IS NULL ORDER BY name, id")
        return [_who(row) for row in rows.fetchall()]

    def one(self, person: str) -> Who | None:
        """Return the person with the id *person*, unless they were removed."""
        row = self._database.reads.execute(f"SELECT {_WHO} FROM person WHERE id = ? AND gone IS NULL", (person,))
        found = row.fetchone()
        return None if found is None else _who(found)

    def name(self, person: str) -> str:
        """Return what the person with the id *person* is called, also after they left; empty where nobody is."""
        row = self._database.reads.execute("SELECT name FROM person WHERE id = ?", (person,)).fetchone()
        return "" if row is None else str(row[0])

    def add(self, name: str, role: Role, place: str, *, at: int, maker: str) -> Who:
        """Enter somebody new. Whether *maker* may is asked before (``may_invite``)."""
        who = Who(secret.name(), name, role, place)
        with self._database.writes() as db:
            db.execute(
                "INSERT INTO person VALUES (?, ?, ?, ?, 0, NULL, 0, 0, ?, NULL)", (who.id, name, role, place, at)
            )
            audit.note(db, Line(at, maker, "orang-masuk", who.id, f"{role} {place}".strip()))
        return who

    def trust(self, person: str, *, trusted: bool, at: int, maker: str) -> None:
        """Let small corrections of *person* go out at once, or no more."""
        with self._database.writes() as db:
            db.execute("UPDATE person SET trusted = ? WHERE id = ?", (trusted, person))
            audit.note(db, Line(at, maker, "dipercaya" if trusted else "tidak-dipercaya", person, ""))

    def remove(self, person: str, *, at: int, maker: str) -> None:
        """Let *person* in no more, on no device; what they wrote stays."""
        with self._database.writes() as db:
            db.execute("UPDATE person SET gone = ?, pin = NULL WHERE id = ?", (at, person))
            _shut(db, person)
            db.execute("UPDATE device SET gone = ? WHERE person = ? AND gone IS NULL", (at, person))
            db.execute("DELETE FROM invitation WHERE person = ?", (person,))
            audit.note(db, Line(at, maker, "orang-keluar", person, ""))

    # -- links -------------------------------------------------------------------------------------------------------

    def invite(self, person: str, *, at: int, maker: str, renew: bool = False) -> str:
        """Return the token of a new link for *person*; earlier ones that nobody opened are good no more.

        *renew* forgets their PIN and all wrong ones, and ends their sessions: for who forgot it or was locked out.
        """
        given = secret.token()
        with self._database.writes() as db:
            db.execute("DELETE FROM invitation WHERE person = ? AND used IS NULL", (person,))
            if renew:
                db.execute("UPDATE person SET pin = NULL, failures = 0, waits = 0 WHERE id = ?", (person,))
                _shut(db, person)
            row = (secret.hashed(given), person, maker, at, at + INVITED)
            db.execute("INSERT INTO invitation VALUES (?, ?, ?, ?, ?, NULL)", row)
            audit.note(db, Line(at, maker, "tautan-baru" if renew else "tautan", person, ""))
        return given

    def invited(self, given: str, *, at: int) -> Invited | None:
        """Return for whom the link with the token *given* is; looking at it does not use it up."""
        row = self._database.reads.execute(
            f"SELECT {_WHO}, pin IS NOT NULL, ends FROM invitation JOIN person ON person.id = invitation.person"
            " WHERE token = ? AND used IS NULL AND ends > ? AND gone IS NULL",
            (secret.hashed(given), at),
        ).fetchone()
        return None if row is None else Invited(_who(row), bool(row[5]), int(row[6]))

    def accept(self, given: str, pin: str, label: str, *, at: int) -> Opened | Refused | None:
        """Let in who opened the link *given* on a new device: with the PIN that they choose now, or the one they have.

        Returns ``None`` where the link is good no more, ``Refused`` where the PIN is not theirs. The link is then used.
        """
        found = self.invited(given, at=at)
        if found is None:
            return None
        if found.has_pin:
            refused = self._tried(found.who.id, pin, at=at)
            if refused is not None:
                return refused
        sealed = None if found.has_pin else secret.seal(pin, self._key)
        token, device = secret.token(), secret.name()
        with self._database.writes() as db:
            used = db.execute(
                "UPDATE invitation SET used = ? WHERE token = ? AND used IS NULL", (at, secret.hashed(given))
            )
            if not used.rowcount:
                return None
            if sealed is not None:
                db.execute("UPDATE person SET pin = ?, failures = 0, waits = 0 WHERE id = ?", (sealed, found.who.id))
            row = (device, secret.hashed(token), found.who.id, label, at, at)
            db.execute("INSERT INTO device VALUES (?, ?, ?, ?, ?, ?, NULL)", row)
            audit.note(db, Line(at, found.who.id, "masuk-perangkat-baru", found.who.id, label))
            return Opened(token, _session(db, device, at))

    # -- devices and sessions ----------------------------------------------------------------------------------------

    def owner(self, device: str) -> Who | None:
        """Return whose device has the token *device*, unless it was revoked."""
        row = self._database.reads.execute(
            f"SELECT {_WHO} FROM device JOIN person ON person.id = device.person"
            " WHERE token = ? AND device.gone IS NULL AND person.gone IS NULL",
            (secret.hashed(device),),
        ).fetchone()
        return None if row is None else _who(row)

    def unlock(self, device: str, pin: str, *, at: int) -> Opened | Refused | None:
        """Begin a new session on a known device; ``None`` where it is not known, ``Refused`` where the PIN is wrong."""
        who = self.owner(device)
        if who is None:
            return None
        refused = self._tried(who.id, pin, at=at)
        if refused is not None:
            return refused
        with self._database.writes() as db:
            row = db.execute("SELECT id FROM device WHERE token = ? AND gone IS NULL", (secret.hashed(device),))
            found = row.fetchone()
            return None if found is None else Opened(device, _session(db, str(found[0]), at))

    def _tried(self, person: str, pin: str, *, at: int) -> Refused | None:
        """Return ``None`` where *pin* is that of *person*.

        A try counts before it is judged, so many at once win nothing.
        """
        with self._database.writes() as db:
            row = db.execute("SELECT pin, failures, waits FROM person WHERE id = ?", (person,)).fetchone()
            kept, failures, waits = row["pin"], int(row["failures"]) + 1, int(row["waits"])
            if waits > at:
                return Refused(waits)
            length = pause(failures)
            until = NEVER if length == NEVER else at + length if length else 0
            db.execute("UPDATE person SET failures = ?, waits = ? WHERE id = ?", (failures, until, person))
        if not secret.opens(pin, kept, self._key):
            if until:
                with self._database.writes() as db:
                    audit.note(db, Line(at, person, "pin-salah", person, f"{failures}"))
            return Refused(until, max(0, FREE + 1 - failures))
        with self._database.writes() as db:
            db.execute("UPDATE person SET failures = 0, waits = 0 WHERE id = ?", (person,))
        return None

    def known(self, session: str, *, at: int) -> Known | None:
        """Return who is at work in the session with the token *session*, unless it ended."""
        token = secret.hashed(session)
        row = self._database.reads.execute(
            f"SELECT {_WHO}, device.id, session.seen, session.ends FROM session"
            " JOIN device ON device.id = session.device JOIN person ON person.id = device.person"
            " WHERE session.token = ? AND device.gone IS NULL AND person.gone IS NULL",
            (token,),
        ).fetchone()
        if row is None or at >= row["ends"] or at - row["seen"] >= IDLE:
            return None
        device = str(row[5])
        if at - row["seen"] >= NOTED:
            with self._database.writes() as db:
                db.execute("UPDATE session SET seen = ? WHERE token = ?", (at, token))
                db.execute("UPDATE device SET seen = ? WHERE id = ?", (at, device))
        return Known(_who(row), device)

    def leave(self, session: str) -> None:
        """End one session; the device stays known."""
        with self._database.writes() as db:
            db.execute("DELETE FROM session WHERE token = ?", (secret.hashed(session),))

    def devices(self, person: str) -> list[Device]:
        """Return the devices of *person*, the one last used first."""
        rows = self._database.reads.execute(
            "SELECT id, label, made, seen, gone FROM device WHERE person = ? ORDER BY seen DESC, id", (person,)
        )
        return [Device(*row) for row in rows.fetchall()]

    def revoke(self, person: str, device: str, *, at: int, maker: str) -> bool:
        """End all sessions of a *device* of *person*, which is known no more; returns whether it was theirs."""
        with self._database.writes() as db:
            done = db.execute(
                "UPDATE device SET gone = ? WHERE id = ? AND person = ? AND gone IS NULL", (at, device, person)
            )
            db.execute("DELETE FROM session WHERE device IN (SELECT id FROM device WHERE gone IS NOT NULL)")
            if done.rowcount:
                audit.note(db, Line(at, maker, "perangkat-dicabut", person, device))
        return bool(done.rowcount)

    def sweep(self, *, at: int) -> None:
        """Forget sessions that ended and links that nobody may open any more."""
        with self._database.writes() as db:
            db.execute("DELETE FROM session WHERE ends <= ? OR seen <= ?", (at, at - IDLE))
            db.execute("DELETE FROM invitation WHERE ends <= ?", (at,))


_WHO = "person.id, person.name, person.role, person.place, person.trusted"


def _who(row: sqlite3.Row) -> Who:
    return Who(str(row[0]), str(row[1]), row[2], str(row[3]), bool(row[4]))


def _session(db: sqlite3.Connection, device: str, at: int) -> str:
    """Return the token of a new session: what somebody had before they came in is never one."""
    given = secret.token()
    db.execute("INSERT INTO session VALUES (?, ?, ?, ?, ?)", (secret.hashed(given), device, at, at, at + LONGEST))
    db.execute("UPDATE device SET seen = ? WHERE id = ?", (at, device))
    return given


def _shut(db: sqlite3.Connection, person: str) -> None:
    db.execute("DELETE FROM session WHERE device IN (SELECT id FROM device WHERE person = ?)", (person,))
