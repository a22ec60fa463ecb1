"""The finds: items that speak of us, until an editor keeps or rejects them, and what the editor said, for good."""

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any, Literal, get_args

import msgspec

from pipeline.content.clipping import Tone
from pipeline.errors import UsageError
from pipeline.language import _
from pipeline.monitor import memory
from pipeline.monitor.event import Print, events
from pipeline.monitor.item import Item
from pipeline.monitor.match import Match

State = Literal["baru", "simpan", "tolak"]
STATES: tuple[State, ...] = get_args(State)


class Find(msgspec.Struct, frozen=True, kw_only=True):
    """One item that speaks of us. *page* is its normalized URL, *event* the name of what several outlets printed.

    *decided* is when the editor kept or rejected it (seconds since 1970, 0: not yet), *reason* why it was rejected,
    *tone* as the editor set it, *clipping* the path of the file that was written.
    """

    number: int
    item: Item
    match: Match
    page: str = ""
    state: State = "baru"
    event: str = ""
    decided: int = 0
    reason: str = ""
    tone: Tone | None = None
    clipping: str = ""


_item = msgspec.json.Decoder(Item).decode
_match = msgspec.json.Decoder(Match).decode
_pack = msgspec.json.Encoder().encode

_ALL = "SELECT number, item, match, page, state, event, decided, reason, tone, clipping FROM find"


def offer(db: sqlite3.Connection, feed: str, item: Item, page: str, match: Match | None) -> int | None:
    """Take what matching says of *item* of *feed*; returns the number of a find that is new.

    What an editor decided stays as it is, under whichever feed or address the page comes again. A find that nobody
    looked at yet is told anew, or dropped where it no longer matches. The caller holds the transaction.
    """
    known = db.execute(
        "SELECT number, state FROM find WHERE (feed = ? AND key = ?) OR (page <> '' AND page = ?) ORDER BY number",
        (feed, item.key, page),
    ).fetchall()
    if known:
        for number, state in known:
            if state == "baru" and match is None:
                db.execute("DELETE FROM find WHERE number = ?", (number,))
            elif state == "baru" and match is not None:
                db.execute("UPDATE find SET match = ?, score = ? WHERE number = ?", (_pack(match), match.score, number))
        return None
    if match is None:
        return None
    cursor = db.execute(
        "INSERT INTO find (feed, key, page, item, match, score) VALUES (?, ?, ?, ?, ?, ?)",
        (feed, item.key, page, _pack(item), _pack(match), match.score),
    )
    return cursor.lastrowid


def arrange(db: sqlite3.Connection) -> None:
    """Name the events of all finds that were not rejected; those of clippings keep their names."""
    found = list(each(db, "baru", "simpan"))
    named = events(
        Print(
            key=one.number,
            title=one.item.title,
            when=one.item.seen if one.item.published is None else one.item.published,
            page=one.page,
            stories=one.match.stories,
            event=one.event if one.state == "simpan" else "",
        )
        for one in found
    )
    fresh = [(named[one.number], one.number) for one in found if one.state == "baru" and one.event != named[one.number]]
    db.executemany("UPDATE find SET event = ? WHERE number = ?", fresh)


def each(db: sqlite3.Connection, *states: State) -> Iterator[Find]:
    """Yield the finds of *states*, the surest first, then in the order in which they came."""
    marks = ", ".join("?" * len(states))
    for row in db.execute(
        f"{_ALL} WHERE state IN ({marks}) ORDER BY score DESC, number", states
    ):  # only question marks
        yield _find(row)


def one(db: sqlite3.Connection, number: int) -> Find:
    """Return the find *number*; raises ``UsageError`` where there is none."""
    row = db.execute(f"{_ALL} WHERE number = ?", (number,)).fetchone()
    if row is None:
        raise UsageError(_("Temuan {number} tidak ada. Daftarnya: warta monitor --tinjau --json").format(number=number))
    return _find(row)


def _find(row: tuple[Any, ...]) -> Find:
    number, item, match, page, state, event, decided, reason, tone, clipping = row
    return Find(
        number=number, item=_item(item), match=_match(match), page=page, state=state, event=event, decided=decided,
        reason=reason, tone=tone or None, clipping=clipping,
    )  # fmt: skip


def confirm(db: sqlite3.Connection, find: Find, clipping: str, now: int) -> None:
    """Remember that *find* was kept as *clipping*, with the targets, the tone and the event that it now has."""
    db.execute(
        "UPDATE find SET state = 'simpan', decided = ?, clipping = ?, tone = ?, event = ?, match = ? WHERE number = ?",
        (now, clipping, find.tone or "", find.event, _pack(find.match), find.number),
    )


def reject(db: sqlite3.Connection, number: int, reason: str, now: int) -> None:
    """Remember that the find *number* was rejected: neither it nor its page comes back."""
    db.execute("UPDATE find SET state = 'tolak', decided = ?, reason = ? WHERE number = ?", (now, reason, number))


def counts(db: sqlite3.Connection) -> dict[State, int]:
    """Return how many finds there are of each state."""
    found = dict(db.execute("SELECT state, count(*) FROM find GROUP BY state").fetchall())
    return {state: found.get(state, 0) for state in STATES}


# -- how far matching came ---------------------------------------------------------------------------------------------


def noted(db: sqlite3.Connection, name: str) -> str:
    """Return what is noted under *name*; empty where nothing is."""
    row = db.execute("SELECT said FROM note WHERE name = ?", (name,)).fetchone()
    return "" if row is None else str(row[0])


def note(db: sqlite3.Connection, notes: Iterable[tuple[str, str]]) -> None:
    """Note pairs of name and text."""
    db.executemany("INSERT OR REPLACE INTO note (name, said) VALUES (?, ?)", notes)


def items(db: sqlite3.Connection, above: int, seen: int = 0) -> Iterator[tuple[int, str, str, Item]]:
    """Yield items whose number is *above* that and that came since *seen*: number, feed, page, item."""
    rows = db.execute(
        "SELECT number, feed, normal, data FROM item WHERE number > ? AND seen >= ? ORDER BY number", (above, seen)
    )
    for number, feed, page, data in rows:
        yield number, feed, page, memory.item(data)
