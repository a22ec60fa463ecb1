"""Time as an input: what turned true or false between two instants, and when the next thing will."""

from collections.abc import Iterable
from typing import Literal, NamedTuple, get_args

from pipeline.archive.entry import Entry
from pipeline.archive.records import PROMISE, ZONE, RecordChange
from pipeline.archive.store import Store
from pipeline.archive.update import Change, NewsChange, StoryChange, following
from pipeline.content.problem import Problem

What = Literal["opens", "press", "consent", "promise", "news"]


class Due(NamedTuple):
    """What changes by itself next: when (seconds since 1970), of which story, in the zone of its library, and what.

    Of a promise of support that is late from then on, *address* is the path of the file that tells of it.

    A story ``opens``; its release is for the ``press``, who keep to the embargo; a ``consent`` begins to lack; a story
    is no ``news`` any more.
    """

    instant: int
    address: str
    zone: str
    what: What


def passed(store: Store, before: int, now: int) -> Iterable[Change]:
    """Yield the changes of all instants between *before* and *now*, in either direction (seconds since 1970)."""
    first, last = sorted((before, now))
    rows = store.db.execute(
        "SELECT DISTINCT what, address FROM due WHERE instant > ? AND instant <= ? ORDER BY what, address",
        (first, last),
    ).fetchall()
    for what, address in rows:
        if what == "news":
            yield NewsChange(address)
        elif what == PROMISE:
            yield RecordChange("support", None, None, store.records.areas(
                {line.library for line in store.records.lines_from(address)}
            ))  # fmt: skip
        elif (entry := store.entry(address)) is not None:
            yield StoryChange(entry, entry)
            yield from following(store, StoryChange(entry, entry))


def next_due(store: Store, now: int) -> Due | None:
    """Return what changes by itself next after *now*, or ``None``; of several things at once a story that opens."""
    row = store.db.execute("SELECT min(instant) FROM due WHERE instant > ?", (now,)).fetchone()
    if row[0] is None:
        return None
    rows = store.db.execute("SELECT what, address FROM due WHERE instant = ? ORDER BY what, address", row).fetchall()
    found = [_due(row[0], what, entry) for what, address in rows if (entry := store.entry(address)) is not None]
    found += [Due(row[0], address, ZONE, "promise") for what, address in rows if what == PROMISE]
    return min(found, key=lambda due: (_ORDER.index(due.what), due.address), default=None)


_ORDER = get_args(What)


def _due(instant: int, what: str, entry: Entry) -> Due:
    return Due(instant, entry.story.address, entry.zone, _kind(instant, what, entry))


def _kind(instant: int, what: str, entry: Entry) -> What:
    if what == "news":
        return "news"
    if entry.opens == instant:
        return "opens"
    return "press" if entry.released == instant and entry.story.release is not None else "consent"


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
