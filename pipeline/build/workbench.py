"""Where outputs are made: the worker's side of the engine.

A job names a renderer, a canonical view and what may be fetched; the answer says which files came out. Bytes that
equal those already in ``output/`` are not written; others go to the stage, never to ``output/`` itself.
"""

import gc
import os
import signal
import threading
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib import import_module
from multiprocessing import connection, parent_process
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from pipeline.build.blobs import Blobs
from pipeline.build.keys import digest
from pipeline.build.output import CannotMakeError, is_within
from pipeline.errors import WartaError


class Setting(NamedTuple):
    """What every worker of a build knows. *options* are handed through to renderers, unread by the engine.

    *inspector* (``package.module:name``) looks at every file before it is written: it takes name and bytes, and the
    hashes of other outputs' files that may be packed in it and were looked at themselves; it returns what the builder
    is to judge.
    """

    blobs: Path
    output: Path
    stage: Path
    options: Mapping[str, Any]
    inspector: str = ""


class File(NamedTuple):
    """One file of an output: *name* relative to it (empty: the output is the file), with what it looks like on disk."""

    name: str
    size: int
    mtime_ns: int
    hash: str


class Job(NamedTuple):
    """One output to make. *before* holds the files that stand in ``output/`` now and are known to be untouched.

    *anew*: they were made, and looked at, by another version: even bytes that stay as they are are looked at again.
    """

    path: str
    function: str
    view: bytes
    made: tuple[str, ...]
    before: tuple[File, ...]
    anew: bool = False


class Done(NamedTuple):
    """What came of a job: its files, the names of those written to the stage, or why it failed.

    *seen* is what was noticed in them, each thing with the name of its file. *fatal* tells a fault of the machine
    (full disk) from one of the content or a template. *waits*: a file of another output is not there.
    """

    path: str
    files: tuple[File, ...] = ()
    written: tuple[str, ...] = ()
    seen: tuple[tuple[str, Any], ...] = ()
    error: str = ""
    fatal: bool = False
    waits: bool = False


class AbsentError(Exception):
    """A file of another output is not in its place, though the output is: its name may follow from what it shows."""


class Workbench:
    """What a renderer may use beside its view."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.options = setting.options
        self._blobs: Blobs | None = None
        self._job: Job | None = None
        self._fetched: set[str] = set()
        self._named: frozenset[str] = frozenset()

    def close(self) -> None:
        """Close what was opened."""
        if self._blobs is not None:
            self._blobs.close()
            self._blobs = None

    def blob(self, name: str) -> bytes:
        """Return stored bytes by their hash."""
        if self._blobs is None:
            self._blobs = Blobs(self.setting.blobs)
        return self._blobs.get(name)

    def made(self, path: str) -> bytes:
        """Return the bytes of another output's file. Only what the output declared may be asked for."""
        place = self._place(path)
        try:
            data = place.read_bytes()
        except FileNotFoundError as error:
            raise AbsentError(f"{error}") from error
        if self.setting.inspector:
            self._fetched.add(digest(data))
        return data

    def size(self, path: str) -> int:
        """Return how many bytes another output's file has; what may be asked for is the same."""
        place = self._place(path)
        try:
            return place.stat().st_size
        except FileNotFoundError as error:
            raise AbsentError(f"{error}") from error

    def has(self, path: str) -> bool:
        """Whether *path* is a file of another output that was declared, and that could be made."""
        if self._job is None:
            return False
        folder = f"{path.rpartition('/')[0]}/"
        return not self._named.isdisjoint((path, folder)) or any(_within(path, ref) for ref in self._job.made)

    def _place(self, path: str) -> Path:
        if not self.has(path):
            raise LookupError(f"{path} is not among the references of this output")
        staged = self.setting.stage / path
        return staged if staged.exists() else self.setting.output / path

    def make(self, job: Job) -> Done:
        """Carry out one job. Never raises: what goes wrong is told in the answer."""
        self._job = job
        self._named = frozenset(job.made)
        self._fetched.clear()
        try:
            function, view = _renderer(job.function)
            made = function(msgspec.json.decode(job.view, type=view), self)
            files = made if isinstance(made, dict) else {"": made}
            return self._store(job, files)
        except AbsentError as error:
            return Done(job.path, error=f"{error}", fatal=True, waits=True)
        except (OSError, MemoryError, WartaError) as error:
            return Done(job.path, error=f"{error}", fatal=True)
        except CannotMakeError as error:
            return Done(job.path, error=f"{error}")
        except Exception as error:  # noqa: BLE001  a fault of one output must not end the others
            return Done(job.path, error=f"{type(error).__name__}: {error}")

    def _store(self, job: Job, files: dict[str, bytes]) -> Done:
        before = {file.name: file for file in job.before}
        after: list[File] = []
        written: list[str] = []
        seen: list[tuple[str, Any]] = []
        for name in sorted(files):
            data = files[name]
            known, name_of_bytes = before.get(name), digest(data)
            if known is not None and known.hash == name_of_bytes:
                after.append(known)
                if job.anew:
                    seen += ((name, one) for one in self._inspect(job.path + name, data))
                continue
            if not is_within(job.path + name):
                raise ValueError(f"{job.path + name!r} is no path below output/")
            after.append(File(name, len(data), self._write(job.path + name, data), name_of_bytes))
            written.append(name)
            seen += ((name, one) for one in self._inspect(job.path + name, data))
        return Done(job.path, tuple(after), tuple(written), tuple(seen))

    def _inspect(self, path: str, data: bytes) -> Iterable[Any]:
        if not self.setting.inspector:
            return ()
        found: Iterable[Any] = _function(self.setting.inspector)(path, data, frozenset(self._fetched))
        return found

    def _write(self, path: str, data: bytes) -> int:
        target = f"{self.setting.stage}/{path}"
        try:
            handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        except FileNotFoundError:
            _make_folder(os.path.dirname(target))  # noqa: PTH120  thousands of files: plain calls
            handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        try:
            left = memoryview(data)
            while left:
                left = left[os.write(handle, left) :]
            return os.fstat(handle).st_mtime_ns
        finally:
            os.close(handle)


def _within(path: str, output: str) -> bool:
    """Whether *path* may be a file of *output*: itself, in its folder, or with its stem."""
    return path.startswith(output) and (output.endswith("/") or "/" not in path[len(output) :])


def _make_folder(folder: str) -> None:
    """Make *folder*; mostly only the last part of its path is missing."""
    try:
        os.mkdir(folder)  # noqa: PTH102  as above
    except FileExistsError:
        return
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103  as above


@cache
def _function(name: str) -> Callable[..., Any]:
    module, _, function = name.partition(":")
    found: Callable[..., Any] = getattr(import_module(module), function)
    return found


@cache
def _renderer(name: str) -> tuple[Callable[[Any, Workbench], Any], type[Any]]:
    found = _function(name)
    return found, found.view  # type: ignore[attr-defined]  # marked by ``renders``


_bench: Workbench | None = None


def begin(setting: Setting) -> None:
    """Prepare this worker process, and end it when its parent ends (a killed parent leaves no orphans)."""
    global _bench  # noqa: PLW0603  one workbench per worker process is the point
    _bench = Workbench(setting)
    parent = parent_process()
    if parent is not None:
        # What was imported stays; what a job leaves is freed by its references, so cycles may be looked for rarely.
        gc.freeze()
        gc.set_threshold(50_000, 20, 50)
        # Ctrl-C reaches every process of a terminal; only the parent answers it, and ends us.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        threading.Thread(target=_die_with, args=(parent.sentinel,), daemon=True).start()


def end() -> None:
    """Close what was opened by a ``begin`` in this process."""
    global _bench  # noqa: PLW0603  as in begin
    if _bench is not None:
        _bench.close()
        _bench = None


def _die_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)


def make(jobs: list[Job]) -> list[Done]:
    """Carry out a batch in a worker that has begun."""
    if _bench is None:
        raise RuntimeError("make() before begin()")
    return [_bench.make(job) for job in jobs]
