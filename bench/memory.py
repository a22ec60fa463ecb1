"""The memory of a command and of all processes below it, sampled while it runs (Linux).

PSS counts a page that several processes share once in all; where the kernel does not tell it, RSS is used, which counts
such a page once in each.
"""

import threading
from pathlib import Path

EVERY = 0.02
"""Seconds between two samples."""

PAGE = 4096


def descendants(pid: int) -> list[int]:
    """Return *pid* and every process below it that is alive."""
    found, todo = [], [pid]
    while todo:
        parent = todo.pop()
        found.append(parent)
        todo.extend(children(parent))
    return found


def children(pid: int) -> set[int]:
    """Return the processes that *pid* started or was given, also those that have ended and wait to be told of."""
    return {int(child) for task in _tasks(pid) for child in _read(task / "children").split()}


def _tasks(pid: int) -> list[Path]:
    try:
        return list(Path(f"/proc/{pid}/task").iterdir())
    except OSError:
        return []


def _read(path: Path) -> str:
    try:
        return path.read_text("ascii")
    except OSError:  # it has just ended
        return ""


def pss(pid: int) -> int | None:
    """Return the bytes of *pid* by PSS, ``None`` where the kernel does not tell."""
    for line in _read(Path(f"/proc/{pid}/smaps_rollup")).splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return None


def rss(pid: int) -> int:
    """Return the bytes of *pid* by RSS, 0 where it has ended."""
    numbers = _read(Path(f"/proc/{pid}/statm")).split()
    return int(numbers[1]) * PAGE if numbers else 0


class Sampler(threading.Thread):
    """Follows a process and all below it until stopped; *peak* is the largest sum of bytes, *kind* how it was told."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.peak = 0
        self.kind = "RSS" if pss(pid) is None else "PSS"
        self._pid = pid
        self._over = threading.Event()

    def run(self) -> None:
        """Sample until stopped."""
        while not self._over.wait(EVERY):
            measure = rss if self.kind == "RSS" else pss
            self.peak = max(self.peak, sum(measure(pid) or 0 for pid in descendants(self._pid)))

    def stop(self) -> None:
        """End, and wait for the last sample."""
        self._over.set()
        self.join()
