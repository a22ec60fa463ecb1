"""The monitor's book of feeds, and what it needs to know of items to tell which are new."""

import sqlite3
from collections.abc import Iterable, Sequence

from pipeline.monitor import memory
from pipeline.monitor.feed import Post
from pipeline.monitor.identity import WINDOW, Known, pages
from pipeline.monitor.item import Item
from pipeline.monitor.schedule import State

PART = 500


def states(db: sqlite3.Connection) -> dict[str, State]:
    """Return what is remembered of every feed, by its address."""
    rows = db.execute(
        "SELECT address, url, etag, modified, first, asked, whole, due, hold, failures, gone, said, digest FROM feed"
    )
    return {row[0]: State(*row) for row in rows}


def put(db: sqlite3.Connection, state: State) -> None:
    """Remember *state*."""
    db.execute(
        "INSERT OR REPLACE INTO feed"
        " (address, url, etag, modified, first, asked, whole, due, hold, failures, gone, said, digest)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        state,
    )


def known(db: sqlite3.Connection, feed: str, posts: Sequence[Post], now: int) -> Known:
    """Return what is kept already of what *posts* of *feed* may be."""
    keys = _found(db, "SELECT key FROM item WHERE feed = ? AND key IN ", [feed], [post.key for post in posts])
    normals = _found(db, "SELECT normal FROM item WHERE normal IN ", [], [one for one in pages(posts).values() if one])
    rows = db.execute("SELECT data FROM item WHERE feed = ? AND seen >= ?", (feed, now - WINDOW))
    items = (memory.item(row[0]) for row in rows)
    return Known(keys, normals, [(one.title, one.seen if one.published is None else one.published) for one in items])


def _found(db: sqlite3.Connection, query: str, before: list[str], values: Sequence[str]) -> set[str]:
    found: set[str] = set()
    for start in range(0, len(values), PART):
        part = values[start : start + PART]
        rows = db.execute(f"{query}({', '.join('?' * len(part))})", [*before, *part])
        found.update(row[0] for row in rows)
    return found


def keep(db: sqlite3.Connection, state: State, items: Iterable[tuple[Item, str]]) -> list[tuple[int, Item]]:
    """Keep what one feed gave, all or nothing: its *state*, and *items* with their pages; returns their numbers."""
    kept = list(items)
    with memory.transaction(db):
        put(db, state)
        numbers = memory.add(db, state.address, kept)
    return [(number, one) for number, (one, _page) in zip(numbers, kept, strict=True)]
