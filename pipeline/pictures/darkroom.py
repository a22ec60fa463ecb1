"""The darkroom: opens photos in processes apart, each with limits of memory and time, one photo at a time.

A photo comes from anybody, and decoders are where a crafted file does harm. A process that dies or takes too long costs
its one photo: which one is known, for it had no other. The photo is tried once more when nothing else is at work, for
the system may have ended the process for want of memory that others took.
"""

import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from queue import SimpleQueue
from typing import NamedTuple

import msgspec

from pipeline.apart import environment, read, write
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
        self._process: subprocess.Popen[bytes] | None = None

    def begin(self, exposure: Exposure, done: "SimpleQueue[tuple[_Worker, Exposure, Developed | None]]") -> None:
        """Develop *exposure* in a thread of its own; puts the answer into *done*: ``None`` if the process ended."""
        thread = threading.Thread(target=lambda: done.put((self, exposure, self.develop(exposure))), daemon=True)
        thread.start()

    def develop(self, exposure: Exposure) -> Developed | None:
        """Return what came of *exposure*, ``None`` where the process ended over it."""
        process = self._running()
        self.reason = N_("prosesnya terhenti")
        watch = threading.Timer(self._limits.wait, self._too_slow)
        watch.start()
        try:
            answer = self._asked(process, exposure)
        except (OSError, ValueError, msgspec.DecodeError):  # the pipe broke, or what came through it is no answer
            answer = None
        finally:
            watch.cancel()
        if answer is None:
            self.close()
        return answer

    def _asked(self, process: "subprocess.Popen[bytes]", exposure: Exposure) -> Developed | None:
        if process.stdin is None or process.stdout is None:
            return None
        limits = self._limits
        request = Request(exposure.file, limits.pixels, limits.memory, limits.seconds, self._keep)
        write(process.stdin, msgspec.json.encode(request))
        write(process.stdin, exposure.data)
        opened, copy = read(process.stdout, MOST), read(process.stdout, MOST)
        if opened is None or copy is None:
            return None
        return Developed(msgspec.json.decode(opened, type=Opened), copy)

    def _too_slow(self) -> None:
        self.reason = N_("terlalu lama")
        if self._process is not None:
            self._process.kill()

    def _running(self) -> "subprocess.Popen[bytes]":
        if self._process is not None and self._process.poll() is None:
            return self._process
        self.close()
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "pipeline.pictures.developing"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment(),
            start_new_session=True,  # Ctrl-C of a terminal reaches every process; only the parent answers it
        )
        return self._process

    def close(self) -> None:
        """End the process. Called by whoever has done with it, so perhaps twice at once."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()
