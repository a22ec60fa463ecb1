"""From the files of ``content/`` to the archive: what changed is read, in this process or in several, and entered."""

import time
from collections.abc import Callable, Iterable, Iterator

import msgspec

from pipeline.archive.curtail import Withheld
from pipeline.archive.private import Care
from pipeline.archive.reading import Reader, Task, refusal, tasks
from pipeline.archive.store import Stamp, Store
from pipeline.archive.update import Update
from pipeline.build.executors import batches, flow
from pipeline.build.state import State
from pipeline.config import Site
from pipeline.content.folder import Entry, walk
from pipeline.content.problem import Problem
from pipeline.production.newsroom import Newsroom
from pipeline.production.photos import Photos
from pipeline.production.taking import Taking
from pipeline.production.workers import Workers

BATCH = 64
"""Files handed to a worker at a time."""

Keep = Callable[[Iterable[tuple[str, bytes]]], None]
"""Takes the texts that reading gave, as pairs of hash and bytes."""


def drop(texts: Iterable[tuple[str, bytes]]) -> None:
    """Keep nothing: nobody will show these texts."""


class Reading:
    """Brings *store* up to date with the files of *room*, within a transaction of the caller.

    *keep* stores texts; *step* hears how many files are read, and of how many. *advise*: writers are told what would
    make their reports better, which builds have no time for.
    """

    def __init__(
        self,
        room: Newsroom,
        store: Store,
        workers: Workers,
        photos: Photos,
        care: Care,
        taking: Taking,
        *,
        keep: Keep,
        step: Callable[[int, int], None] = lambda *_: None,
        advise: bool = False,
    ) -> None:
        self._advise = advise
        self._room = room
        self._store = store
        self._workers = workers
        self._photos = photos
        self._care = care
        self._taking = taking
        self._keep = keep
        self._step = step

    def update(self, state: State, *, anew: bool, everything: bool, again: Iterable[str] = ()) -> Update:
        """Enter what changed and return the update, which is still to be settled.

        *anew* reads every file again (the reader is another one), *everything* settles what was not read too (the
        rules may be others), and so are the stories at the addresses *again*. *state* remembers what the newsroom
        said about private data.
        """
        update = Update(self._store, self._room.root, self._care, drafts=self._room.preview)
        withheld = self._taking.begin(self._store, update)
        self._files(update, withheld, anew=anew)
        if everything:
            update.everything()
        care = msgspec.json.encode(self._care).decode()
        if state.meta("care") != care:
            update.private()
            state.remember("care", care)
        update.again(again)
        self._photos.open(update.unopened(), self._step)
        self._once_more(update, *self._taking.notice(self._store, update))
        return update

    def _once_more(self, update: Update, paths: set[str], withheld: Withheld) -> None:
        """Read the reports at *paths* again: something in them was just taken down."""
        stamps = self._store.stamps() if paths else {}
        todo = [Task(path, "story", stamps[path][0], "") for path in sorted(paths)]
        for outcome in Reader(self._room.root, withheld, anew=True, advise=self._advise)(todo):
            self._keep(outcome.blobs)
            update.enter(outcome, known=True)

    def _files(self, update: Update, withheld: Withheld, *, anew: bool) -> None:
        now_ns = time.time_ns()
        known = self._store.stamps()
        some = bool(known)
        refused: list[Problem] = []
        todo = tasks(_scan(walk(self._room.root), refused), known, now_ns, anew=anew)
        for problem in refused:
            known.pop(problem.path, None)
            update.enter(refusal(problem), known=True)
        executor, jobs = self._workers.reading(len(todo))
        done = 0
        reader = Reader(self._room.root, withheld, anew=anew, advise=self._advise)
        for outcomes in flow(executor, reader, batches(todo, BATCH), 2 * jobs + 1):
            self._keep(blob for outcome in outcomes for blob in outcome.blobs)
            for outcome in outcomes:
                update.enter(outcome, known=some)
            done += len(outcomes)
            self._step(done, len(todo))
        for path in known:
            update.gone(path)


def care(site: Site) -> Care:
    """Return what *site* says about private data."""
    return Care(site.aman.aturan, (*site.aman.umum, site.surel))


def _scan(found: Iterable[Entry | Problem], refused: list[Problem]) -> Iterator[tuple[str, Stamp]]:
    """Yield path and stamp of every file; what may not be read goes to *refused*."""
    for item in found:
        if isinstance(item, Problem):
            refused.append(item)
        else:
            yield item.path, Stamp(item.size, item.mtime_ns, item.ctime_ns, item.inode)
