"""What must happen on a target, and in which order: a pure function of what is there and what is here.

Readers may come at any moment of it. What was taken down goes first. Then nothing is named before it is there: pictures
and other files before pages, pages before the lists that lead to them, feeds, sitemaps and the search index last. What
is needed no more goes at the end.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from pipeline.publish.manifest import UNKNOWN, Entry, within

Stage = Literal["tarik", "berkas", "halaman", "daftar", "umpan", "hapus"]

CAP = 0.05
"""Of the files there, so many may be deleted without being asked for."""

FEW = 25
"""So many may always be deleted: in a small site a story and its pictures are more than any such part."""


class Step(NamedTuple):
    """Files that are put or deleted together; each step waits for the one before."""

    stage: Stage
    act: Literal["put", "delete"]
    paths: tuple[str, ...]


class Plan(NamedTuple):
    """Steps in their order; *known* counts files of which the manifest there knows."""

    steps: tuple[Step, ...]
    known: int
    lost: tuple[str, ...]
    """What is deleted at the end and counts for the cap: not taken down, and known to be there."""

    @property
    def puts(self) -> int:
        """How many files are sent."""
        return sum(len(step.paths) for step in self.steps if step.act == "put")

    @property
    def deletes(self) -> int:
        """How many files are deleted."""
        return sum(len(step.paths) for step in self.steps if step.act == "delete")

    @property
    def urgent(self) -> "Plan":
        """Only what was taken down."""
        return Plan(tuple(step for step in self.steps if step.stage == "tarik"), self.known, ())

    def too_many(self, part: float = CAP) -> bool:
        """Whether more is deleted at the end than *part* of what is there."""
        return len(self.lost) > max(FEW, int(self.known * part))


_STORY = re.compile(r"\d{4}/\d{2}/[^/]+/")


def stage(path: str) -> Stage:
    """Return when the file at *path* is sent."""
    if path.startswith("cari/") and not path.endswith((".html", ".js", ".css")):
        return "umpan"
    if path.endswith(".html"):
        return "halaman" if _STORY.match(path) else "daftar"
    return "umpan" if path.endswith((".xml", ".json", ".txt")) else "berkas"


def plan(
    there: Mapping[str, Entry],
    here: Mapping[str, Entry],
    taken: Iterable[str] = (),
    read: Callable[[str], bytes] = lambda _: b"",
) -> Plan:
    """Return how *there* becomes *here*.

    *taken* are the folders of addresses that something newly taken down concerns; *read* returns the bytes of a page
    here: the pictures that it names are there before it.
    """
    folders = tuple(taken)
    puts = sorted(path for path, entry in here.items() if there.get(path) != entry)
    deletes = sorted(path for path in there if path not in here)
    urgent = [path for path in puts if path in there and within(path, folders)]
    gone = [path for path in deletes if within(path, folders)]
    new = [path for path in puts if stage(path) == "berkas" and path not in urgent]
    first = _named(new, (read(path) for path in urgent if path.endswith(".html"))) if urgent else []
    files = [path for path in urgent if not path.endswith(".html")]
    pages = [path for path in urgent if path.endswith(".html")]
    done = {*urgent, *first}
    rest: dict[Stage, list[str]] = {"berkas": [], "halaman": [], "daftar": [], "umpan": []}
    for path in puts:
        if path not in done:
            rest[stage(path)].append(path)
    last = sorted(set(deletes) - set(gone))
    steps = [
        Step("tarik", "put", tuple(sorted([*first, *files]))),
        Step("tarik", "put", tuple(pages)),
        Step("tarik", "delete", tuple(gone)),
        *(Step(name, "put", tuple(paths)) for name, paths in rest.items()),
        Step("hapus", "delete", tuple(last)),
    ]
    known = sum(entry != UNKNOWN for entry in there.values())
    lost = tuple(path for path in last if there[path] != UNKNOWN)
    return Plan(tuple(step for step in steps if step.paths), known, lost)


def _named(paths: Iterable[str], pages: Iterator[bytes]) -> list[str]:
    """Return those of *paths* whose names stand in one of *pages*."""
    whole = b"\n".join(pages)
    return [path for path in paths if path.rpartition("/")[2].encode() in whole]
