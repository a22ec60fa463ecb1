"""The darkroom: opens photos in processes apart, each with limits of memory and time, one photo at a time.

A photo comes from anybody, and decoders are where a crafted file does harm. A process that dies or takes too long costs
its one photo: which one is known, for it had no other. The photo is tried once more when nothing else is at work, for
the system may have ended the process for want of memory that others took.
"""

import threading
from collections import deque
from collections.abc import Iterable, Iterator
from queue import SimpleQueue
from typing import NamedTuple

import msgspec

from pipeline.apart import Apart
from pipeline.content.picture import Opened
from pipeline.language import N_, _
from pipeline.pictures.develop import Developed
from pipeline.pictures.frames import Request

MOST = 64 * 2**20
"""Bytes of an answer, at most; a clean copy has a hundredth of that."""


class Limits(NamedTuple):
    """What one photo may cost: *pixels*, *memory* in bytes of address space, *seconds* of work, *wait* on the clock."""

    pixels: int = 40_000_000
    memory: int = 1_536 * 2**20
    seconds: int = 20
    wait: float = 90.0


class Exposure(NamedTuple):
    """A photo to open: *key* is given back with what came of it, *file* is what it is called."""

    key: str
    file: str
    data: bytes


class Darkroom:
    """Up to *jobs* processes that open photos within *limits*; without *keep* no clean copies are made."""

    def __init__(self, jobs: int, limits: Limits, *, keep: bool = True) -> None:
        self._jobs = jobs
        self._limits = limits
        self._keep = keep

    def develop(self, exposures: Iterable[Exposure]) -> Iterator[tuple[str, Developed]]:
        """Yield what came of each of *exposures*, in whatever order they are done; at most a few are held in memory."""
        suspects: deque[Exposure] = deque()
        yield from self._all(exposures, suspects)
        for suspect in suspects:
            yield suspect.key, self._alone(suspect)

    def _all(self, exposures: Iterable[Exposure], suspects: deque[Exposure]) -> Iterator[tuple[str, Developed]]:
        """Develop with all processes at work; what ended its process is put among *suspects*."""
        done: SimpleQueue[tuple[_Worker, Exposure, Developed | None]] = SimpleQueue()
        free: list[_Worker] = []
        workers: list[_Worker] = []
        flying = 0
        try:
            for exposure in exposures:
                if not free and len(workers) < self._jobs:
                    workers.append(_Worker(self._limits, keep=self._keep))
                    free.append(workers[-1])
                if not free:
                    yield from _settled(done, free, suspects)
                    flying -= 1
                free.pop().begin(exposure, done)
                flying += 1
            for _each in range(flying):
                yield from _settled(done, free, suspects)
        finally:
            for worker in workers:
                worker.close()

    def _alone(self, exposure: Exposure) -> Developed:
        worker = _Worker(self._limits, keep=self._keep)
        try:
            return worker.develop(exposure) or Developed(Opened(code="foto-gagal", values={"reason": _(worker.reason)}))
        finally:
            worker.close()


def _settled(
    done: "SimpleQueue[tuple[_Worker, Exposure, Developed | None]]", free: "list[_Worker]", suspects: deque[Exposure]
) -> Iterator[tuple[str, Developed]]:
    """Wait for one photo; its process is free again."""
    worker, exposure, developed = done.get()
    free.append(worker)
    if developed is None:
        suspects.append(exposure)
    else:
        yield exposure.key, developed


class _Worker:
    """One process, started when it is first needed and again when it has ended."""

    def __init__(self, limits: Limits, *, keep: bool) -> None:
        self.reason = N_("prosesnya terhenti")
        self._limits = limits
        self._keep = keep
        self._process = Apart("pipeline.pictures.developing", wait=limits.wait, most=MOST)

    def begin(self, exposure: Exposure, done: "SimpleQueue[tuple[_Worker, Exposure, Developed | None]]") -> None:
        """Develop *exposure* in a thread of its own; puts the answer into *done*: ``None`` if the process ended."""
        thread = threading.Thread(target=lambda: done.put((self, exposure, self.develop(exposure))), daemon=True)
        thread.start()

    def develop(self, exposure: Exposure) -> Developed | None:
        """Return what came of *exposure*, ``None`` where the process ended over it."""
        limits = self._limits
        request = Request(exposure.file, limits.pixels, limits.memory, limits.seconds, self._keep)
        answers = self._process.ask([msgspec.json.encode(request), exposure.data], 2)
        if answers is None:
            self.reason = N_("terlalu lama") if self._process.slow else N_("prosesnya terhenti")
            return None
        opened, copy = answers
        try:
            return Developed(msgspec.json.decode(opened, type=Opened), copy)
        except msgspec.DecodeError:  # what came is no answer, so what follows would be none either
            self.close()
            return None

    def close(self) -> None:
        """End the process."""
        self._process.close()
