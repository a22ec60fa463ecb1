"""What one command costs: seconds on the wall, CPU seconds of its whole process tree, peak memory of that tree."""

import ctypes
import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from bench.memory import Sampler, children

_SUBREAPER = 36
"""``prctl``'s PR_SET_CHILD_SUBREAPER (linux/prctl.h): processes left behind by a command come to us to be counted."""


@contextmanager
def _adopting() -> Iterator[None]:
    """Be given what a command leaves behind, for as long as it runs: others must not find our orphans dead for good."""
    libc = ctypes.CDLL(None)
    libc.prctl(_SUBREAPER, 1, 0, 0, 0)
    try:
        yield
    finally:
        libc.prctl(_SUBREAPER, 0, 0, 0, 0)


class Cost(NamedTuple):
    """What a run cost. *cpu* is user + system of all processes; *peak* bytes, by *kind*, 0 where not sampled.

    *others* is the share of the machine that everything else used meanwhile.
    """

    wall: float
    cpu: float
    peak: int
    kind: str
    others: float
    output: str


class CommandError(Exception):
    """A measured command failed."""


def run(command: list[str], folder: Path, *, environment: dict[str, str] | None = None, sample: bool = False) -> Cost:
    """Run *command* in *folder* and return its cost; raises ``CommandError`` where it fails.

    Looking at the memory of a large process slows it down, so times are taken without *sample*.
    """
    os.sync()  # what earlier runs wrote must not be written during this one
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said, _adopting():
        ours = children(os.getpid())
        busy, start = _busy(), time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **(environment or {})}, stdout=said, stderr=subprocess.STDOUT
        )
        sampler = Sampler(process.pid) if sample else None
        if sampler:
            sampler.start()
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if sampler:
            sampler.stop()
        cpu = used.ru_utime + used.ru_stime + _orphans(ours)
        busy, whole = _busy() - busy, (time.perf_counter() - start) * (os.cpu_count() or 1)
        said.seek(0)
        output = said.read()
    if process.returncode:
        raise CommandError(f"{' '.join(command)}: status {process.returncode}\n{output}")
    kind, peak = (sampler.kind, sampler.peak) if sampler else ("", 0)
    return Cost(wall, cpu, peak, kind, max(0.0, (busy - cpu) / whole), output)


def _orphans(ours: set[int]) -> float:
    """Wait for the processes that the command left behind; return their CPU seconds (a fork server's are here).

    *ours* are children that we had before, which may live for as long as we do.
    """
    seconds = 0.0
    while left := children(os.getpid()) - ours:
        for pid in left:
            _, _, used = os.wait4(pid, 0)
            seconds += used.ru_utime + used.ru_stime
    return seconds


def _busy() -> float:
    """Return the CPU seconds that the whole machine has worked since it started."""
    user, nice, system, _, _, irq, soft = map(int, Path("/proc/stat").read_text("ascii").split()[1:8])
    return (user + nice + system + irq + soft) / os.sysconf("SC_CLK_TCK")
