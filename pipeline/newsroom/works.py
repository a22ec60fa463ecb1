"""What goes on behind the pages: the site is built when something was approved or its time has come, and published.

Builds and publications are commands of their own, in processes of their own: the web app stays quick, and a fault of
theirs costs nobody what they are writing.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from threading import Condition, Thread
from typing import Literal, NamedTuple

from pipeline.language import N_

Busy = Literal["", "menunggu", "membangun", "menerbitkan"]

CALLED: dict[Busy, str] = {
    "": "",
    "menunggu": N_("Menunggu giliran dibangun"),
    "membangun": N_("Situs, kiriman, dan kartu sedang dibuat"),
    "menerbitkan": N_("Sedang diterbitkan"),
}

AGAIN = 300.0
"""Seconds until what failed is tried again."""

LONGEST = 3_600.0
"""Seconds that one command may take."""

LINES = 6
"""Lines of what a failed command said that are kept."""


class State(NamedTuple):
    """What is going on since *since*; *built* is when the last whole build began, *sent* the last publication.

    Instants are in seconds since 1970. *fault* is what kept from building or publishing, *due* when the next build
    happens by itself.
    """

    busy: Busy = ""
    since: int = 0
    built: int = 0
    sent: int = 0
    fault: str = ""
    due: int | None = None

    @property
    def called(self) -> str:
        """What is going on, in words."""
        return CALLED[self.busy]


class Works:
    """Builds the newsroom at *root* and publishes it to *target* (empty: to nowhere); *clock* gives seconds."""

    def __init__(self, root: Path, target: str, clock: Callable[[], float]) -> None:
        self._root = root
        self._target = target
        self._clock = clock
        self._wake = Condition()
        self._asked = True
        self._ends = False
        self._process: subprocess.Popen[str] | None = None
        self._thread: Thread | None = None
        self.state = State()

    def start(self) -> None:
        """Begin, with a build: what became due while nobody was there goes out first."""
        self._thread = Thread(target=self._work, name="works", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End; a command at work is asked to end too, and leaves ``output/`` whole."""
        with self._wake:
            self._ends = True
            if self._process is not None:
                self._process.terminate()
            self._wake.notify_all()
        if self._thread is not None:
            self._thread.join(20)

    def ask(self) -> None:
        """Have the site built and published soon; returns at once."""
        with self._wake:
            self._asked = True
            if not self.state.busy:
                self.state = self.state._replace(busy="menunggu", since=self._now)
            self._wake.notify_all()

    @property
    def _now(self) -> int:
        return int(self._clock())

    def _work(self) -> None:
        while self._wait():
            self._once()

    def _wait(self) -> bool:
        """Wait until something is asked for or due; returns whether there is anything to do."""
        with self._wake:
            while not (self._asked or self._ends):
                due = self.state.due
                self._wake.wait(None if due is None else max(0.5, min(due - self._clock(), 60.0)))
                if due is not None and self._clock() >= due:
                    break
            self._asked = False
            return not self._ends

    def _once(self) -> None:
        began = self._now
        self.state = self.state._replace(busy="membangun", since=began)
        now = datetime.fromtimestamp(began, UTC).isoformat()
        status, out, said = self._run("build", "--json", "--now", now)
        if status not in (0, 1):  # 1: some reports have errors, the others are out
            self._failed(said)
            return
        due = json.loads(out)["next_due"]
        instant = None if due is None else int(datetime.fromisoformat(due).timestamp())
        self.state = self.state._replace(built=began, due=instant, fault="", since=self._now, busy="menerbitkan")
        if self._target:
            status, _out, said = self._run("publish", self._target, "--json", "--now", now)
            if status != 0:
                self._failed(said)
                return
            self.state = self.state._replace(sent=began)
        self.state = self.state._replace(busy="", since=self._now)

    def _failed(self, said: str) -> None:
        fault = "\n".join(said.strip().splitlines()[-LINES:])
        soon = self._now + int(AGAIN)
        due = self.state.due
        again = soon if due is None else min(soon, max(due, self._now + 1))
        self.state = self.state._replace(busy="", since=self._now, fault=fault, due=again)

    def _run(self, *words: str) -> tuple[int, str, str]:
        """Run one command of warta; return its status, and what it said on both lines."""
        command = [sys.executable, "-m", "pipeline", *words, "--root", str(self._root)]
        with self._wake:
            if self._ends:
                return -1, "", ""
            self._process = subprocess.Popen(
                command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, errors="replace"
            )
        try:
            out, said = self._process.communicate(timeout=LONGEST)
        except subprocess.TimeoutExpired:
            self._process.kill()
            out, said = self._process.communicate()
        return self._process.returncode, out, said
