"""Events told by several stories (``kegiatan``): the earliest published one that gives counts decides for all."""

from itertools import groupby

from pipeline.archive.store import Store
from pipeline.content.problem import Problem


def warnings(store: Store, now: int) -> list[Problem]:
    """Return a warning for every visible story whose counts differ from those of its event's earliest story."""
    rows = store.db.execute(
        "SELECT name, address, counts FROM event WHERE opens <= ? ORDER BY name, published, address", (now,)
    ).fetchall()
    found: list[Problem] = []
    for name, told in groupby(rows, key=lambda row: row[0]):
        (_, first, counts), *others = told
        for _, address, other in others:
            if other != counts:
                found.append(_differs(store, address, name, first))
    return sorted(found, key=lambda problem: problem.path)


def _differs(store: Store, address: str, event: str, first: str) -> Problem:
    entry = store.entry(address)
    path = entry.story.path if entry else f"content/stories/{address}.md"
    return Problem(path, 1, "peserta-berbeda", {"event": event, "other": first})
