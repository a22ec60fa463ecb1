"""Builds newsrooms in child processes that kill themselves at a named point. Run as a script by ``test_kills``.

It reads one JSON object per line: ``root``; ``do`` (``build`` or ``recover``); ``now``; ``point`` (a name, or
``any``) and ``kill`` (at which call of that point, from 1; 0: never). The answer is one line: ``status`` (``killed``,
``done`` or the error) and, where it was done, ``events``: the names of all points in the order in which they came.

The points are wrapped from outside: warta's own code knows nothing of them. A write is cut off in its middle, all
other calls are killed before they have done anything, which is the same as after the call before.
"""

import json
import os
import signal
import sqlite3
import sys
import tempfile
import traceback
from pathlib import Path
from typing import Any

from pipeline.archive import reading  # noqa: F401  imported before the fork, so that children need not
from pipeline.build import journal, marker
from pipeline.content import library_reader, page_reader, story_reader  # noqa: F401  as above
from pipeline.desks.site import render  # noqa: F401  as above
from pipeline.desks.social import render as posts  # noqa: F401  as above
from pipeline.production import ingredients
from pipeline.production.build import Order, build
from pipeline.production.newsroom import Newsroom
from pipeline.production.recovery import recover

CALLS = ("replace", "rename", "unlink", "rmdir", "mkdir", "open", "fsync", "sync")
STATEMENTS = (
    "BEGIN",
    "COMMIT",
    "ROLLBACK",
    "INSERT INTO journal",
    "DELETE FROM journal",
    "INSERT OR REPLACE INTO meta",
)


class Points:
    """Counts the calls of every point and ends the process at the chosen one."""

    def __init__(self, point: str, kill: int) -> None:
        self.point, self.kill = point, kill
        self.events: list[str] = []
        self.count = 0

    def reached(self, name: str) -> bool:
        """Note a call; returns whether the process must die within it."""
        self.events.append(name)
        self.count += self.point in ("any", name)
        return bool(self.kill) and self.count == self.kill and self.point in ("any", name)

    def watch(self, owner: Any, attribute: str, name: str) -> None:
        """Die before the chosen call of this function."""
        real = getattr(owner, attribute)

        def told(*args: Any, **kwargs: Any) -> Any:
            if self.reached(name):
                die()
            return real(*args, **kwargs)

        setattr(owner, attribute, told)

    def watch_all(self) -> None:
        """Wrap every point."""
        for call in CALLS:
            self.watch(os, call, f"os.{call}")
        self.watch(journal, "apply", "journal.apply")
        self.watch(journal, "_carry_out", "journal.step")
        self._watch_writes()
        self._watch_statements()

    def _watch_writes(self) -> None:
        real, real_text = os.write, Path.write_text

        def write(handle: int, data: bytes) -> int:
            if self.reached("os.write"):
                real(handle, bytes(data)[: len(data) // 2])
                die()
            return real(handle, data)

        def write_text(path: Path, text: str, *args: Any, **kwargs: Any) -> int:
            if path.name == marker.MARKER and self.reached("marker"):
                real_text(path, text[: len(text) // 2], *args, **kwargs)
                die()
            return real_text(path, text, *args, **kwargs)

        os.write = write
        Path.write_text = write_text

    def _watch_statements(self) -> None:
        points, real = self, sqlite3.connect

        class Connection(sqlite3.Connection):
            def _see(self, statement: str) -> None:
                known = next((text for text in STATEMENTS if statement.startswith(text)), "")
                if known and points.reached(f"sqlite {known}"):
                    die()

            def execute(self, statement: str, *args: Any) -> sqlite3.Cursor:
                self._see(statement)
                return super().execute(statement, *args)

            def executemany(self, statement: str, *args: Any) -> sqlite3.Cursor:
                self._see(statement)
                return super().executemany(statement, *args)

        sqlite3.connect = lambda *args, **kwargs: real(*args, **{**kwargs, "factory": Connection})


def die() -> None:
    """End at once, as a power cut or an impatient system would."""
    os.kill(os.getpid(), signal.SIGKILL)


def child(task: dict[str, Any], answer: int) -> None:
    """Carry out *task*, dying where it says."""
    points, write = Points(task["point"], task["kill"]), os.write
    points.watch_all()
    room = Newsroom(Path(task["root"]))
    try:
        if task["do"] == "build":
            build(room, Order(now=task["now"], jobs=1, whole=task.get("whole", False)))
        else:
            recover(room)
        found = {"status": "done", "events": points.events}
    except Exception:  # noqa: BLE001  told to the test
        found = {"status": traceback.format_exc()}
    write(answer, json.dumps(found).encode())


def carry_out(task: dict[str, Any]) -> dict[str, Any]:
    """Fork a child for *task* and return its answer."""
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(read)
        child(task, write)
        os._exit(0)
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        answer = pipe.read()
    _, status = os.waitpid(pid, 0)
    if os.WIFSIGNALED(status):
        return {"status": "killed" if os.WTERMSIG(status) == signal.SIGKILL else f"signal {os.WTERMSIG(status)}"}
    found: dict[str, Any] = json.loads(answer)
    return found


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as compiled:
        # Two short cuts, for this is many builds: templates are compiled once, and nobody waits for other disks.
        os.sync = lambda: None
        ingredients._folder = lambda _: compiled
        for line in sys.stdin:
            sys.stdout.write(json.dumps(carry_out(json.loads(line))) + "\n")
            sys.stdout.flush()
