"""The engine: makes the outputs whose inputs changed and swaps them in together.

It decides by keys: an output is made when its key differs from the one it was last made with, when a file of it was
changed or deleted by someone, or when it is new. Outputs that refer to others are made after them, in waves.
"""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Executor
from contextlib import closing
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from pipeline.build import journal, keys
from pipeline.build.executors import batches, flow
from pipeline.build.marker import contents
from pipeline.build.output import Output, Renderer, is_within
from pipeline.build.state import Row, State
from pipeline.build.workbench import Done, File, Job, Setting, Workbench, make
from pipeline.errors import OutputError, PlanError, RenderError
from pipeline.language import _

FEW = 40
"""Renders of up to so much weight together are done in this process; beyond, worker processes pay."""

BATCH = 64
"""The weight of the jobs that are handed to a worker at a time."""


class Ingredients(NamedTuple):
    """Everything but the view that goes into an output's bytes: *names* (a template, a version) with their hashes."""

    fingerprint: str
    names: dict[str, str]


class Planned(NamedTuple):
    """One output that is to be made: the desk that asks for it, how it was last made (*row*), and why it is stale."""

    desk: str
    output: Output
    view: bytes
    parts: bytes
    key: bytes
    fingerprint: str
    why: str
    row: Row | None
    made: tuple[str, ...] = ()


class References(NamedTuple):
    """The outputs that another one uses: their *keys*, in its order, and those that are there (*made*)."""

    keys: list[str]
    made: tuple[str, ...]


PATIENCE = 20
"""So many outputs of nobody may fail before a build gives up: then no single story is at fault."""


class Objection(NamedTuple):
    """Why an output may not be published, and, where it belongs to none, the *owners* that are to blame."""

    text: str
    owners: tuple[str, ...] = ()


ABSENT = "-"
"""Stands for the key of an output that another one does without."""


class Failure(NamedTuple):
    """An output that could not be made and was left out."""

    path: str
    owner: str
    principal: bool
    error: str


class Tally:
    """What a run did, in output files."""

    def __init__(self) -> None:
        self.planned = self.made = self.removed = 0
        self.rendered: list[str] = []
        self.failures: list[Failure] = []

    @property
    def kept(self) -> int:
        """Files that were planned and stand as they were."""
        return self.planned - self.made


class Engine:
    """One run over a plan. Use it within a transaction of *state*'s database; ``commit`` ends that transaction.

    *objection* judges what was noticed in the files of an output.
    *partial*: the plan is that of some desks only. What they use of the others may not have been made yet, and what
    the others use of theirs may go; both are settled by the next build of all desks.
    """

    def __init__(
        self,
        state: State,
        setting: Setting,
        ingredients: Callable[[Renderer], Ingredients],
        workers: Callable[[], tuple[Executor, int]],
        *,
        progress: Callable[[int], None] = lambda _: None,
        objection: Callable[[Done], Objection | None] = lambda _: None,
        partial: bool = False,
    ) -> None:
        self.state = state
        self.setting = setting
        self.tally = Tally()
        self._ingredients = ingredients
        self._workers = workers
        self._progress = progress
        self._objection = objection
        self._broken: list[RenderError] = []
        self._partial = partial
        self._parts = keys.Parts()
        self._seen: set[str] = set()
        self._left_out: set[str] = set()
        self._known: set[str] = set()
        self._staged: dict[str, int] = {}
        self._deleted: set[str] = set()
        self._damaged: set[str] | None = None

    # -- before the plan -------------------------------------------------------------------------------------------

    def inspect(self, most: int) -> set[str]:
        """Return the paths of outputs that someone changed or deleted in ``output/``.

        Above *most* files nothing is looked at here; whatever is planned is looked at anyway.
        """
        if self.state.count() > most:
            return set()
        self._damaged = {path for path, files in self.state.files() if self._harmed(path, files)}
        return set(self._damaged)

    def spread(self, paths: set[str]) -> set[str]:
        """Return *paths* with all outputs that refer to them, directly or not."""
        todo, found = list(paths), set(paths)
        while todo:
            for source in self.state.referring(todo.pop()):
                if source not in found:
                    found.add(source)
                    todo.append(source)
        return found

    # -- the plan --------------------------------------------------------------------------------------------------

    def run(self, plan: Iterable[tuple[str, Output]], *, gone: Callable[[], Iterable[str]]) -> None:
        """Make what is stale among *plan*; afterwards remove, of what *gone* names, whatever was not planned."""
        later: list[tuple[str, Output]] = []
        self._wave(self._stale(plan, later))
        while later:
            ready, later = self._ready(later)
            self._wave(self._stale(ready, None))
        if self._broken and not any(failure.principal for failure in self.tally.failures):
            raise self._broken[0]
        old = [path for path in gone() if path not in self._seen]
        for path in old:
            self._remove(path)
        for path in old if not self._partial else ():
            if sources := self.state.referring(path):
                raise PlanError(
                    _("{source} merujuk {path}, yang tidak ada dalam rencana.").format(source=sources[0], path=path)
                )

    def _ready(self, later: list[tuple[str, Output]]) -> tuple[list[tuple[str, Output]], list[tuple[str, Output]]]:
        waiting = {output.path for _, output in later}
        ready = [pair for pair in later if waiting.isdisjoint(_uses(pair[1]))]
        if not ready:
            said = _("Rencana berputar: {paths} saling menunggu.")
            raise PlanError(said.format(paths=", ".join(sorted(waiting))))
        return ready, [pair for pair in later if not waiting.isdisjoint(_uses(pair[1]))]

    def _stale(self, plan: Iterable[tuple[str, Output]], later: list[tuple[str, Output]] | None) -> Iterator[Planned]:
        for desk, output in plan:
            if later is not None:
                self._claim(output.path)
                if output.made or output.optional:
                    later.append((desk, output))
                    continue
            planned = self._consider(desk, output)
            if planned is not None:
                yield planned

    def _claim(self, path: str) -> None:
        if not is_within(path):
            raise PlanError(_("Keluaran harus berada di dalam output/: {path}").format(path=path))
        if path in self._seen:
            raise PlanError(_("Dua keluaran meminta alamat yang sama: {path}").format(path=path))
        self._seen.add(path)

    def _consider(self, desk: str, output: Output) -> Planned | None:
        """Return the output with its key when it must be made; count it as kept otherwise."""
        found = self._references(desk, output)
        if found is None:
            return None
        ingredients = self._ingredients(output.renderer)
        view = keys.canonical(output.view)
        key = keys.key(view, ingredients.fingerprint, found.keys)
        row = self.state.output(output.path)
        if row is not None and row.key == key and not self._is_damaged(row):
            self.tally.planned += len(row.files)
            return None
        parts = self._parts.sums(output.view)
        self._know(ingredients)
        why = self._why(row, output, key, parts, ingredients)
        return Planned(desk, output, view, parts, key, ingredients.fingerprint, why, row, found.made)

    def _know(self, ingredients: Ingredients) -> None:
        """Remember what a fingerprint is made of, so that a later build can say which of it changed."""
        if ingredients.fingerprint not in self._known:
            self._known.add(ingredients.fingerprint)
            self.state.know(ingredients.fingerprint, ingredients.names)

    def _references(self, desk: str, output: Output) -> References | None:
        """Return what *output* uses; ``None`` where it cannot be made without something that is not there."""
        found = {path: self._key_of(path) for path in _uses(output)}
        missing = [path for path, key in found.items() if not key]
        if missing and not self._partial and not self._left_out.issuperset(missing):
            path = next(path for path in missing if path not in self._left_out)
            said = _("{source} merujuk {path}, yang tidak ada dalam rencana.")
            raise PlanError(said.format(source=output.path, path=path))
        if missing:  # every build tries again, until all of it is there
            self.state.postpone(desk, [output.path])
        needed = [path for path in missing if path in output.made]
        if not needed:
            there = tuple(path for path, key in found.items() if key)
            return References([key or ABSENT for key in found.values()], there)
        if self._left_out.isdisjoint(needed):
            self._remove(output.path)  # its desk is at work, the one that it waits for is not
        else:
            self._leave_out(desk, Failure(output.path, output.owner, output.principal, _("yang dirujuk tidak jadi")))
        return None

    def _key_of(self, path: str) -> str:
        """Return the key with which the output at *path* was made, empty where there is none."""
        row = None if path in self._left_out else self.state.output(path)
        return row.key.hex() if row is not None else ""

    def _why(self, row: Row | None, output: Output, key: bytes, parts: bytes, ingredients: Ingredients) -> str:
        """Say which inputs, by name, made this output stale."""
        if row is None:
            return "baru"
        if row.key == key:
            return "berkasnya diubah atau hilang di output/"
        names = keys.changed(output.view, row.parts, parts)
        if row.fingerprint != ingredients.fingerprint:
            before = self.state.ingredients(row.fingerprint)
            both = before.keys() | ingredients.names.keys()
            names += sorted(name for name in both if before.get(name) != ingredients.names.get(name))
        return ", ".join(names) or "bagian lain yang dirujuknya"

    # -- files in output/ --------------------------------------------------------------------------------------------

    def _is_damaged(self, row: Row) -> bool:
        return self._harmed(row.path, row.files) if self._damaged is None else row.path in self._damaged

    def _harmed(self, path: str, files: tuple[File, ...]) -> bool:
        return any(not self._intact(path, file) for file in files)

    def _intact(self, path: str, file: File) -> bool:
        try:
            found = os.lstat(f"{self.setting.output}/{path}{file.name}")
        except OSError:
            return False
        return found.st_size == file.size and found.st_mtime_ns == file.mtime_ns

    # -- making ----------------------------------------------------------------------------------------------------

    def _wave(self, stale: Iterator[Planned]) -> None:
        first, weight = [], 0
        for planned in stale:
            first.append(planned)
            weight += planned.output.weight
            if weight > FEW:
                break
        if weight <= FEW:
            with closing(Workbench(self.setting)) as bench:
                for planned in first:
                    self._done(planned, bench.make(self._job(planned)))
            return
        executor, jobs = self._workers()
        flying: list[list[Planned]] = []

        def todo() -> Iterator[list[Job]]:
            for batch in batches(chain(first, stale), BATCH, _weight):
                flying.append(batch)
                yield [self._job(planned) for planned in batch]

        for results in flow(executor, make, todo(), 2 * jobs + 1):
            for planned, done in zip(flying.pop(0), results, strict=True):
                self._done(planned, done)

    def _job(self, planned: Planned) -> Job:
        output, row = planned.output, planned.row
        before = tuple(file for file in row.files if self._intact(output.path, file)) if row else ()
        anew = row is not None and row.fingerprint != planned.fingerprint
        return Job(output.path, output.renderer.function, planned.view, planned.made, before, anew)

    def _done(self, planned: Planned, done: Done) -> None:
        output = planned.output
        self._progress(self.tally.made)
        fault = self._objection(done) if done.seen and not done.error else None
        if fault is not None:
            for name in done.written:
                Path(f"{self.setting.stage}/{done.path}{name}").unlink(missing_ok=True)
            done = done._replace(error=fault.text)
        if done.waits and self._partial:
            self.state.postpone(planned.desk, [output.path])
            self._remove(output.path)  # the desk that makes what it waits for is not at work
            return
        if done.error:
            self._failed(planned, done, fault.owners if fault else ())
            return
        if planned.row is not None:
            names = {file.name for file in done.files}
            gone = (output.path + file.name for file in planned.row.files if file.name not in names)
            self._deleted.update(gone)
        self.tally.planned += len(done.files)
        self.tally.made += len(done.written)
        self.tally.rendered.append(output.path)
        for name in done.written:
            self._staged[output.path + name] = output.rank
        self.state.put(
            Row(
                output.path, planned.desk, planned.key, done.files, planned.parts,
                planned.fingerprint, output.owner, output.rank, planned.why,
            ),
            _uses(output),
            new=planned.row is None,
        )  # fmt: skip

    def _failed(self, planned: Planned, done: Done, owners: tuple[str, ...]) -> None:
        output = planned.output
        said = _("{path} tidak dapat dibuat: {error}. Situs lama tetap utuh.").format(
            path=output.path, error=done.error
        )
        if done.fatal:
            raise OutputError(said)
        if not output.owner and owners:
            self._left_out.add(output.path)
            self.tally.failures += (Failure(output.path, owner, principal=True, error=done.error) for owner in owners)
            return
        if not output.owner:
            # Perhaps a story is at fault that fails as well: it is left out, and all is planned once more.
            self._broken.append(RenderError(said))
            self._left_out.add(output.path)
            if len(self._broken) > PATIENCE:
                raise self._broken[0]
            return
        self._leave_out(planned.desk, Failure(output.path, output.owner, output.principal, done.error))

    def _leave_out(self, desk: str, failure: Failure) -> None:
        """Do without an output; every build tries it again until it can be made."""
        self.state.postpone(desk, [failure.path])
        self._left_out.add(failure.path)
        self.tally.failures.append(failure)
        self._remove(failure.path)

    def _remove(self, path: str) -> None:
        row = self.state.output(path)
        if row is None:
            return
        self._deleted.update(path + file.name for file in row.files)
        self.tally.removed += len(row.files)
        self.state.drop(path)

    # -- the commit --------------------------------------------------------------------------------------------------

    def commit(self, places: journal.Places, *, strangers: bool) -> int:
        """Swap everything in and end the transaction; returns how many unknown files were put aside.

        *strangers*: the state was lost, so files in a marked ``output/`` that no output accounts for are put aside.
        """
        deleted = self._deleted - self._staged.keys()
        first = _in_the_way(deleted, self._staged)
        steps = [journal.Step("delete", "", path) for path in sorted(first)]
        steps += [journal.Step("move", path, path) for path in journal.gather(self._staged, places.output)]
        aside = self._strangers(places) if strangers else []
        steps += [journal.Step("aside", path, path) for path in aside]
        steps += [journal.Step("delete", "", path) for path in sorted(deleted - first)]
        if steps:
            journal.commit(self.state.db, steps, places)
        else:
            self.state.db.execute("COMMIT")
        return len(aside)

    def _strangers(self, places: journal.Places) -> list[str]:
        ours = {path + file.name for path, files in self.state.files() for file in files}
        return [path for path in contents(places.output) if path not in ours]


def _uses(output: Output) -> tuple[str, ...]:
    """Return the paths of all outputs that *output* refers to."""
    return (*output.made, *output.optional)


def _weight(planned: Planned) -> int:
    return planned.output.weight


def _in_the_way(deleted: set[str], staged: Mapping[str, int]) -> set[str]:
    """Return those of *deleted* that go first: a file where a folder comes, the files of a folder that becomes one."""
    if not deleted:
        return set()
    folders = set(chain.from_iterable(_above(path) for path in staged))
    return {path for path in deleted if path in folders or any(folder in staged for folder in _above(path))}


def _above(path: str) -> Iterator[str]:
    """Yield the folders in which *path* lies."""
    end = path.find("/")
    while end >= 0:
        yield path[:end]
        end = path.find("/", end + 1)


def sweep(stage: Path) -> None:
    """Remove stages that killed builds left beside *stage*. Call it with the lock held, after ``recover``."""
    if stage.parent.is_dir():
        for other in stage.parent.glob("stage-*"):
            shutil.rmtree(other, ignore_errors=True)
