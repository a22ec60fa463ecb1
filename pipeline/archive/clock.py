"""Time as an input: what turned true or false between two instants, and when the next thing will."""

from collections.abc import Iterable

from pipeline.archive.entry import Entry
from pipeline.archive.store import Store
from pipeline.archive.update import Change, NewsChange, StoryChange
from pipeline.content.problem import Problem


def passed(store: Store, before: int, now: int) -> Iterable[Change]:
    """Yield the changes of all instants between *before* and *now*, in either direction (seconds since 1970)."""
    first, last = sorted((before, now))
    rows = store.db.execute(
        "SELECT DISTINCT what, address FROM due WHERE instant > ? AND instant <= ? ORDER BY what, address",
        (first, last),
    ).fetchall()
    for what, address in rows:
        entry = store.entry(address)
        if what == "news":
            yield NewsChange(address)
        elif entry is not None:
            yield StoryChange(entry, entry)


def next_due(store: Store, now: int) -> int | None:
    """Return the earliest instant after *now* at which something changes by itself, or ``None``."""
    row = store.db.execute("SELECT min(instant) FROM due WHERE instant > ?", (now,)).fetchone()
    return None if row[0] is None else int(row[0])


def held(store: Store, now: int) -> int:
    """Return how many stories wait for their time."""
    row = store.db.execute("SELECT count(*) FROM entry WHERE live AND opens > ?", (now,)).fetchone()
    return int(row[0])


def warnings(store: Store, now: int) -> list[Problem]:
    """Return a warning for every report that waits only because its day lies ahead and nothing else was said."""
    rows = store.db.execute("SELECT address FROM entry WHERE live AND opens > ? ORDER BY address", (now,)).fetchall()
    found = (store.entry(address) for (address,) in rows)
    return [
        Problem(entry.story.path, 1, "laporan-masa-depan", _values(entry))
        for entry in found
        if entry is not None
        and entry.published > now
        and entry.story.publish_at is None
        and entry.story.embargo is None
    ]


def _values(entry: Entry) -> dict[str, str]:
    day = entry.story.date.day.isoformat()
    return {"value": day, "example": f"{entry.month.replace('/', '-')}-01"}
