"""One build: read what changed, ask the desks what hangs on it, let the engine make it, swap it in, report."""

import shutil
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from pipeline import config
from pipeline.archive import clock
from pipeline.archive.problems import problems
from pipeline.archive.store import Store
from pipeline.archive.update import Change, StoryChange, Update, following
from pipeline.archive.visible import Visible
from pipeline.build import journal, lock, marker
from pipeline.build.blobs import Blobs
from pipeline.build.engine import Engine, Failure, Tally, sweep
from pipeline.build.output import Output
from pipeline.build.state import WHOLE, State, connect, put_away
from pipeline.build.workbench import Setting
from pipeline.config import Site
from pipeline.content.problem import Problem, in_order
from pipeline.desks.desk import Desk
from pipeline.errors import OutputError, RenderError
from pipeline.language import _
from pipeline.pictures.album import Album
from pipeline.production.ingredients import Recipes
from pipeline.production.net import INSPECTOR, Net
from pipeline.production.newsroom import Newsroom
from pipeline.production.photos import Photos, limits
from pipeline.production.places import places
from pipeline.production.purging import purge
from pipeline.production.reading import Keep, Reading, care
from pipeline.production.roster import desks
from pipeline.production.settings import doubts
from pipeline.production.taking import Taking
from pipeline.production.workers import Workers, cores

LOOKED_AT = 50_000
"""Every build looks at up to so many files of ``output/``; beyond, only at those it plans."""


class Order(NamedTuple):
    """What is asked of a build.

    *now* is in seconds since 1970 (``None``: the clock); *only* names desks (none: all of them).
    """

    only: tuple[str, ...] = ()
    whole: bool = False
    jobs: int = 0
    now: int | None = None
    patience: float = 30.0


class Report(NamedTuple):
    """What a build did. Counts of output files, and seconds by stage; *taken*: newly noted in ``tarik.toml``."""

    stories: int
    held: int
    problems: tuple[Problem, ...]
    failures: tuple[Failure, ...]
    planned: int
    made: int
    kept: int
    removed: int
    aside: int
    due: clock.Due | None
    seconds: dict[str, float]
    taken: int = 0

    @property
    def next_due(self) -> int | None:
        """The earliest instant to come at which something changes by itself (seconds since 1970)."""
        return None if self.due is None else self.due.instant

    @property
    def errors(self) -> int:
        """How many errors stand in the content, counting what could not be rendered."""
        return sum(problem.level == "error" for problem in self.problems) + len(self.failures)

    @property
    def faulty(self) -> int:
        """How many files of the content have errors."""
        noted = {problem.path for problem in self.problems if problem.level == "error"}
        return len(noted | {failure.owner or failure.path for failure in self.failures})

    @property
    def warnings(self) -> int:
        """How many warnings stand in the content."""
        return sum(problem.level == "warning" for problem in self.problems)


class Watch:
    """Measures the stages of a build and tells about them."""

    def __init__(self, tell: Callable[[str, int, int], None]) -> None:
        self.seconds: dict[str, float] = {}
        self._tell = tell

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Measure one stage."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - start

    def step(self, name: str, done: int, total: int) -> None:
        """Tell how far a stage is; *total* is 0 where it is not known."""
        self._tell(name, done, total)


def build(
    room: Newsroom,
    order: Order,
    *,
    tell: Callable[[str, int, int], None] = lambda *_: None,
    waiting: Callable[[], None] = lambda: None,
) -> Report:
    """Build *room* and return what was done.

    Raises ``WartaError`` where it could not be done; ``output/`` is then as it was, or will be finished by the next
    command. *tell* hears of progress, *waiting* is called once where another command holds the newsroom.
    """
    try:
        with lock.held(room.lock, patience=order.patience, waiting=waiting):
            # Read within the lock: while this command waited, somebody may have changed it.
            return _built(room, config.load(room.root), order, Watch(tell))
    except (OSError, sqlite3.OperationalError) as error:
        raise OutputError(f"{_reason(error)} {_('Situs lama tetap utuh.')}") from error


def _built(room: Newsroom, site: Site, order: Order, watch: Watch) -> Report:
    """Build; where the databases turn out to be damaged, put them away and build once more, from nothing."""
    try:
        return Build(room, site, order, watch).run()
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        put_away(room.database)
        put_away(room.blobs)
        return Build(room, site, order, watch).run()


def _reason(error: Exception) -> str:
    where = f" ({error.filename})" if isinstance(error, OSError) and error.filename else ""
    text = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return _("Tidak dapat menulis{where}: {text}.").format(where=where, text=text)


class Build:
    """One build of one newsroom, with its lock held."""

    def __init__(self, room: Newsroom, site: Site, order: Order, watch: Watch) -> None:
        self.room = room
        self.site = site
        self.order = order
        self.watch = watch
        self.now = int(time.time()) if order.now is None else order.now
        self.recipes = Recipes(room, site)
        self.desks = desks(site, self.recipes.style, self.recipes.grounds)
        self.named = [desk for desk in self.desks if not order.only or desk.name in order.only]
        self.places = places(room)
        self.album = Album(room.album)
        self.taking = Taking(room, self.now, remembers=not room.preview)

    def run(self) -> Report:
        """Do all of it."""
        self._clear()
        self.db = connect(self.room.database)
        try:
            self.state, self.store = State(self.db), Store(self.db)
            self.net = Net(self.store, care(self.site), self.room.root)
            self.photos = Photos(self.room, self.store, self.album, limits(self.site), self.order.jobs or cores())
            journal.recover(self.db, self.places)
            sweep(self.places.stage)
            marker.claim(self.room.output)
            self.places.stage.mkdir(parents=True)
            return self._within()
        finally:
            if self.db.in_transaction:
                self.db.execute("ROLLBACK")
            self.db.close()
            shutil.rmtree(self.places.stage, ignore_errors=True)

    def _clear(self) -> None:
        """A database without its blobs, or blobs without their database, is of no use."""
        if not self.room.blobs.exists():
            for path in self.room.cache.glob("newsroom.sqlite*"):
                path.unlink()
        self.room.cache.mkdir(parents=True, exist_ok=True)

    def _within(self) -> Report:
        blobs = Blobs(self.room.blobs, write=True)
        setting = Setting(self.room.blobs, self.room.output, self.places.stage, self.recipes.options, INSPECTOR)
        try:
            with Workers(setting, self.order.jobs or cores()) as workers:
                self.db.execute("BEGIN IMMEDIATE")
                blobs.put(self.recipes.blobs)
                strangers = self._lost(blobs)
                changes = self._read(workers, blobs.put)
                failures: list[Failure] = []
                engine = self._make(setting, workers, changes, failures)
                report = self._report(engine.tally, failures)
                with self.watch.stage("commit"):
                    aside = engine.commit(self.places, strangers=strangers)
                    if self.order.whole or self.taking.grew:
                        blobs.keep(self.store.blobs() | {name for name, _ in self.recipes.blobs})
                    self.photos.clear(changes, self.now)
                if not self.room.preview:
                    self._forget_elsewhere()
                    purge(self.room, self.state, self.store)
        finally:
            blobs.close()
        return report._replace(aside=aside, seconds={name: round(s, 3) for name, s in self.watch.seconds.items()})

    # -- what is new ---------------------------------------------------------------------------------------------------

    def _lost(self, blobs: Blobs) -> bool:
        """Whether files in ``output/`` must be accounted for: it is ours, but nobody remembers what it holds."""
        identity = blobs.identity
        if self.state.meta("blobs") != identity:
            self.store.forget_all()
            self.state.remember("blobs", identity)
            self.state.remember("recipes", "")
        if self.state.meta("album") != self.album.identity:
            self.state.remember("album", self.album.identity)
            self.state.remember("recipes", "")
        if self.state.meta("now") is None and marker.owned(self.room.output):
            self.state.remember("strangers", "here")
        # With --only, what the other desks made is not yet known again: it is no stranger.
        if self.order.only or not self.state.meta("strangers"):
            return False
        self.state.remember("strangers", "")
        return True

    def _read(self, workers: Workers, keep: Keep) -> list[Change] | None:
        """Bring the archive up to date; return what changed, or ``None`` where everything is to be planned."""
        with self.watch.stage("read"):
            known_reader, known_code = self.state.meta("reader"), self.state.meta("code")
            whole = self.photos.reset(self.state) or known_code != self.recipes.code or self.order.whole
            reading = Reading(
                self.room, self.store, workers, self.photos, care(self.site), self.taking,
                keep=keep, step=lambda done, of: self.watch.step("read", done, of),
            )  # fmt: skip
            again = self._withdrawn() if len(self.named) == len(self.desks) else []
            update = reading.update(self.state, anew=known_reader != self.recipes.reader, everything=whole, again=again)
            whole = whole or self.state.meta("recipes") != self.recipes.fingerprint
            whole = whole or not marker.owned(self.room.output)  # somebody deleted all of it
            if len(self.named) == len(self.desks):
                self.state.remember("withdrawn", "")
            changes = self._changes(update, keep=not whole)
            self.photos.provide(None if whole else changes, self.now)
            self._remember()
        return None if whole else changes

    def _changes(self, update: Update, *, keep: bool) -> list[Change]:
        changes = [change for change in update.settle() if keep]
        before = self.state.meta("now")
        if keep and before is not None:
            changes += clock.passed(self.store, int(before), self.now)
        return [*changes, *self.taking.changes] if keep else changes

    def _forget_elsewhere(self) -> None:
        """Delete what previews and checks keep of what was just taken down; where they are at work, the next build."""
        if self.taking.grew or self.state.meta("forget"):
            self.state.remember("forget", "" if self.taking.forget() else "again")

    def _remember(self) -> None:
        self.state.remember("now", str(self.now))
        self.state.remember("reader", self.recipes.reader)
        self.state.remember("code", self.recipes.code)
        self.state.remember("recipes", self.recipes.fingerprint)

    def _withdrawn(self) -> list[str]:
        """Return the addresses of stories whose pages could not be made; each full build tries them again."""
        return (self.state.meta("withdrawn") or "").split()

    # -- what hangs on it ----------------------------------------------------------------------------------------------

    def _make(
        self, setting: Setting, workers: Workers, changes: list[Change] | None, failures: list[Failure]
    ) -> Engine:
        """Make what is stale; a story whose page cannot be made is left out, and all is planned again without it."""
        while True:
            self.db.execute("SAVEPOINT plan")
            engine = Engine(
                self.state, setting, self.recipes.ingredients, workers.pool,
                progress=lambda made: self.watch.step("make", made, 0),
                objection=self.net.objection,
                partial=len(self.named) < len(self.desks),
            )  # fmt: skip
            with self.watch.stage("make"):
                self._run(engine, changes)
            fatal = [*{failure.owner: failure for failure in engine.tally.failures if failure.principal}.values()]
            if not fatal:
                failures += engine.tally.failures
                self.db.execute("RELEASE plan")
                return engine
            self.db.execute("ROLLBACK TO plan")
            failures += fatal
            withdrawn = self._withdraw(fatal)
            changes = None if changes is None else changes + withdrawn
            shutil.rmtree(self.places.stage)
            self.places.stage.mkdir()

    def _withdraw(self, fatal: list[Failure]) -> list[Change]:
        """Take the stories of these failures out of the archive, each with a problem that says why."""
        if len(fatal) > 1 and 2 * len(fatal) > Visible(self.store, "web", self.now).count():
            # Most stories at once: the template is at fault (a misspelt name), not what people wrote.
            said = _("{path} dan {number} halaman berita lain tidak dapat dibuat: {error}. Situs lama tetap utuh.")
            raise RenderError(said.format(path=fatal[0].path, number=len(fatal) - 1, error=fatal[0].error))
        found: list[Change] = []
        addresses = set(self._withdrawn())
        for failure in fatal:
            source = self.store.source(failure.owner)
            old = self.store.entry(source.address) if source else None
            if source is None or old is None:
                said = _("{path} tidak dapat dibuat: {error}. Situs lama tetap utuh.")
                raise RenderError(said.format(path=failure.path, error=failure.error))
            self.store.drop_entry(source.address)
            problem = Problem(failure.owner, 1, "halaman-gagal", {"reason": failure.error})
            self.store.put_cross(failure.owner, [problem], ())
            found.append(StoryChange(old, None))
            found += following(self.store, StoryChange(old, None))
            addresses.add(source.address)
            for version in self.store.versions(source.address):
                translation = self.store.entry(version.address)
                if translation is not None:  # it is never seen without its original
                    self.store.drop_entry(version.address)
                    found.append(StoryChange(translation, None))
                    addresses.add(version.address)
        self.state.remember("withdrawn", " ".join(sorted(addresses)))
        return found

    def _run(self, engine: Engine, changes: list[Change] | None) -> None:
        first = Visible(self.store, "web", self.now, drafts=self.room.preview)
        views = {desk.name: first.through(desk.channel) for desk in self.desks}
        paths = {
            desk.name: {WHOLE} if changes is None else desk.touched(views[desk.name], changes) for desk in self.desks
        }
        for desk in self.desks:
            paths[desk.name] |= self.state.pending(desk.name)
        self._spread(engine, paths)
        for desk in self.desks:
            if desk not in self.named:
                self.state.postpone(desk.name, paths[desk.name])
            else:
                self.state.settle(desk.name)
        whole = [desk for desk in self.named if WHOLE in paths[desk.name]]
        some = {desk: paths[desk.name] for desk in self.named if desk not in whole}
        engine.run(_plan(whole, some, views), gone=lambda: self._gone(whole, some))

    def _spread(self, engine: Engine, paths: dict[str, set[str]]) -> None:
        """Add, to the desk whose output it is, whatever was harmed and whatever refers to what is planned."""
        start = engine.inspect(LOOKED_AT)
        for name, some in paths.items():
            start |= self.state.referring_to(name) if WHOLE in some else some
        for path in engine.spread(start):
            row = self.state.output(path)
            if row is not None and row.desk in paths:
                paths[row.desk].add(path)

    def _gone(self, whole: list[Desk], some: dict[Desk, set[str]]) -> Iterable[str]:
        found = self.state.paths(desk.name for desk in whole)
        known = {desk.name for desk in self.desks}
        if not self.order.only:
            found |= self.state.paths(name for name in self.state.desks() if name not in known)
        return sorted(found.union(*some.values()))

    # -- the report ----------------------------------------------------------------------------------------------------

    def _report(self, tally: Tally, failures: list[Failure]) -> Report:
        visible = Visible(self.store, "web", self.now)
        return Report(
            stories=visible.count(),
            held=clock.held(self.store, self.now),
            problems=in_order([*problems(self.store, self.now), *doubts(self.room, self.site), *self.taking.problems]),
            failures=tuple(failure for failure in failures if not failure.principal),
            planned=tally.planned,
            made=tally.made,
            kept=tally.kept,
            removed=tally.removed,
            aside=0,
            due=clock.next_due(self.store, self.now),
            seconds={},
            taken=0 if self.taking.problems else len(self.taking.new),
        )


def _plan(whole: list[Desk], some: dict[Desk, set[str]], views: dict[str, Visible]) -> Iterator[tuple[str, Output]]:
    for desk in whole:
        for output in desk.outputs(views[desk.name]):
            yield desk.name, output
    for desk, paths in some.items():
        for path in sorted(paths):
            found = desk.output(views[desk.name], path)
            if found is not None:
                yield desk.name, found
