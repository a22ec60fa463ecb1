"""How ``output/`` stands against ``content/``: what a build would make and remove, found out without building."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from typing import NamedTuple

from pipeline import config
from pipeline.archive.store import Store
from pipeline.build import lock
from pipeline.build.blobs import Blobs
from pipeline.build.output import Output
from pipeline.build.rehearsal import Rehearsal
from pipeline.build.state import SCHEMA, State, connect
from pipeline.build.workbench import Setting
from pipeline.errors import OutputError, UsageError
from pipeline.language import _
from pipeline.production.build import Build, Order, Watch
from pipeline.production.newsroom import Newsroom
from pipeline.production.photos import Photos, limits
from pipeline.production.reading import drop
from pipeline.production.taking import Taking
from pipeline.production.workers import Workers


class Standing(NamedTuple):
    """What a build would do now: the outputs that it would make (*stale*), and how many files it would remove.

    *interrupted*: a build was killed while it swapped files in. Outputs that the last build tried to make and could
    not are in neither.
    """

    stale: tuple[str, ...]
    removed: int
    interrupted: bool

    @property
    def due(self) -> bool:
        """Whether ``output/`` is not what ``content/`` asks for."""
        return bool(self.stale) or self.removed > 0 or self.interrupted


def standing(
    room: Newsroom,
    now: int | None = None,
    *,
    whole: bool = False,
    look: Callable[[Output], None] = lambda _: None,
    waiting: Callable[[], None] = lambda: None,
    then: Callable[[Standing, State, Store], None] = lambda *_: None,
) -> Standing:
    """Return how the outputs of *room* stand at the instant *now* (seconds since 1970; none: the clock).

    *whole*: every output is planned, not only what hangs on a change, and shown to *look*. *then* is called while no
    build can begin, with what was found and what is remembered of the outputs. Raises ``UsageError`` where there was
    no build yet, ``OutputError`` where the databases cannot be used.
    """
    try:
        with lock.held(room.lock, patience=Order().patience, waiting=waiting):
            if not (room.database.exists() and room.blobs.exists()):
                raise UsageError(_("Belum ada hasil build di sini: jalankan warta build."))
            return _Audit(room, now, whole=whole, look=look).run_with(then)
    except sqlite3.DatabaseError as error:
        said = _("Catatan build terakhir rusak ({reason}): jalankan warta build.")
        raise OutputError(said.format(reason=error)) from error


class _Audit(Build):
    """A build that changes nothing: its transaction is rolled back, and nothing else is written."""

    def __init__(self, room: Newsroom, now: int | None, *, whole: bool, look: Callable[[Output], None]) -> None:
        super().__init__(room, config.load(room.root), Order(now=now, jobs=1), Watch(lambda *_: None))
        self.taking = Taking(room, self.now, remembers=False)
        self._everything = whole
        self._look = look

    def run_with(self, then: Callable[[Standing, State, Store], None]) -> Standing:
        """Find out how it stands, and call *then* before anything else may happen."""
        with closing(connect(self.room.database)) as self.db, closing(Blobs(self.room.blobs)) as blobs:
            (version,) = self.db.execute("PRAGMA user_version").fetchone()
            self.db.execute("BEGIN IMMEDIATE")
            try:
                self.state, self.store = State(self.db), Store(self.db)
                interrupted = self.db.execute("SELECT 1 FROM journal").fetchone() is not None
                found = Standing((), 0, interrupted=interrupted)
                if version == SCHEMA and not interrupted:
                    found = self._rehearsed(blobs)
            finally:
                self.db.execute("ROLLBACK")
            then(found, self.state, self.store)
            return found

    def _rehearsed(self, blobs: Blobs) -> Standing:
        self.photos = Photos(self.room, self.store, None, limits(self.site), 1)
        lost = self._lost(blobs)
        setting = Setting(self.room.blobs, self.room.output, self.places.stage, self.recipes.options)
        with Workers(setting, 1) as workers:
            changes = self._read(workers, drop)
        failed = {path for desk in self.state.desks() for path in self.state.pending(desk)}
        failed = {path for path in failed if self.state.output(path) is None}
        engine = Rehearsal(self.state, setting, self.recipes.ingredients, self._look)
        self._run(engine, None if self._everything or lost else changes)
        stale = tuple(path for path in engine.stale if path not in failed)
        return Standing(stale, engine.tally.removed, interrupted=False)

    def _withdrawn(self) -> list[str]:
        """Try nothing again: what could not be made is no news."""
        return []
