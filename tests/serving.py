"""A running ``warta serve``, for tests of the command and of what a browser makes of it."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

PATIENCE = 30.0


class Answer(NamedTuple):
    """What a browser gets."""

    status: int
    headers: dict[str, str]
    text: str


class Served:
    """A running ``warta serve``."""

    def __init__(self, process: subprocess.Popen[str], root: Path, log: Path, port: int) -> None:
        self.process = process
        self.root = root
        self.port = port
        self._log = log

    @property
    def log(self) -> str:
        """Everything that was printed so far."""
        return self._log.read_text("utf-8")

    def ask(self, path: str, method: str = "GET") -> Answer:
        """Ask for *path* exactly as it is written."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request(method, path)
            answer = connection.getresponse()
            return Answer(answer.status, dict(answer.getheaders()), answer.read().decode("utf-8", "replace"))
        finally:
            connection.close()

    def until(self, true: Callable[[], bool]) -> None:
        """Wait for something to become true."""
        end = time.monotonic() + PATIENCE
        while not true():
            assert time.monotonic() < end, self.log
            assert self.process.poll() is None, self.log
            time.sleep(0.05)

    def until_page(self, path: str, word: str) -> None:
        """Wait for a page that holds *word*."""
        self.until(lambda: word in self.ask(path).text)

    def until_built(self, path: str, word: str) -> None:
        """Wait for a page that holds *word*, and until open pages have been told of the first build."""
        self.until_page(path, word)
        with closing(self.events()) as events:
            events.until(lambda told: not told["edition"].endswith("-0"))

    def stop(self) -> int:
        """Press Ctrl-C, as a terminal does it: for every process of the group."""
        os.killpg(self.process.pid, signal.SIGINT)
        return self.process.wait(timeout=PATIENCE)

    def kill(self) -> None:
        """End it as a power cut would."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def events(self) -> "Events":
        """Open the stream of events, as an open page does."""
        return Events(self.port)


class Events:
    """One open stream of events."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        self._connection.request("GET", "/.warta/events", headers={"Accept": "text/event-stream"})
        self.answer = self._connection.getresponse()

    def line(self) -> str:
        """Return the next line, without its end; empty between two events, and for ever at the end."""
        return self.answer.readline().decode().removesuffix("\n")

    def next(self) -> dict[str, Any]:
        """Return the data of the next message."""
        while not (line := self.line()).startswith("data: "):
            assert not self.answer.isclosed(), "the stream ended"
        return json.loads(line.removeprefix("data: "))

    def until(self, true: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Return the first message for which *true* holds."""
        while not true(told := self.next()):
            pass
        return told

    def close(self) -> None:
        """Leave the page."""
        self._connection.close()


def free_port() -> int:
    """Return a port on which nobody listens."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@contextmanager
def serving(folder: Path) -> Iterator[Callable[..., Served]]:
    """Give a function that starts the command for a newsroom; all that it started ends with the block."""
    running: list[subprocess.Popen[str]] = []

    def start(root: Path, port: int = 0, **environment: str) -> Served:
        port, log = port or free_port(), folder / f"log-{len(running)}.txt"
        with log.open("w") as out:
            process = subprocess.Popen(
                [sys.executable, "-u", "-m", "pipeline", "serve", "--root", str(root), "--port", str(port)],
                stdout=out, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, start_new_session=True, text=True,
                env={**os.environ, **environment},
            )  # fmt: skip
        running.append(process)
        served = Served(process, root, log, port)
        served.until(lambda: "http://127.0.0.1" in served.log)
        return served

    try:
        yield start
    finally:
        for process in running:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
