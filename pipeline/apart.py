"""A process apart, for what comes from strangers: it gets frames of bytes, gives frames of bytes, and may be killed.

Its limits of memory and of work it sets itself, before it looks at anything (``limit``). Whoever asks keeps the clock.
"""

import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, BinaryIO

KNOWN = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "TMPDIR")

PACKAGE = Path(__file__).resolve().parent


class Apart:
    """The process ``python -m module``, started when it is first asked, and again when it has ended."""

    def __init__(self, module: str, *, wait: float, most: int) -> None:
        self._module = module
        self._wait = wait
        self._most = most
        self._process: subprocess.Popen[bytes] | None = None
        self.slow = False
        """Whether the last question was not answered in time."""

    def ask(self, frames: Sequence[bytes], answers: int = 1) -> list[bytes] | None:
        """Send *frames* and return so many *answers*; ``None`` where the process ended over it, or took too long."""
        self.slow = False
        process = self._running()
        watch = threading.Timer(self._wait, self._too_slow)
        watch.start()
        try:
            found = self._asked(process, frames, answers)
        except (OSError, ValueError):  # the pipe broke
            found = None
        finally:
            watch.cancel()
        if found is None:
            self.close()
        return found

    def _asked(self, process: "subprocess.Popen[bytes]", frames: Sequence[bytes], answers: int) -> list[bytes] | None:
        if process.stdin is None or process.stdout is None:
            return None
        for frame in frames:
            write(process.stdin, frame)
        found = []
        for _answer in range(answers):
            one = read(process.stdout, self._most)
            if one is None:
                return None
            found.append(one)
        return found

    def _too_slow(self) -> None:
        self.slow = True
        if self._process is not None:
            self._process.kill()

    def _running(self) -> "subprocess.Popen[bytes]":
        if self._process is not None and self._process.poll() is None:
            return self._process
        self.close()
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", self._module],
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


def environment() -> dict[str, str]:
    """Return what a process apart knows of the machine: where it finds us and our libraries, and no secret."""
    found = {name: os.environ[name] for name in KNOWN if name in os.environ}
    path = os.pathsep.join(filter(None, (f"{PACKAGE.parent}", os.environ.get("PYTHONPATH"))))
    return {**found, "PYTHONPATH": path, "MALLOC_ARENA_MAX": "2"}


def own_output() -> BinaryIO:
    """Keep the answers' pipe for ourselves: whatever a library prints goes nowhere."""
    own = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    return os.fdopen(own, "wb")


def limit(memory: int, seconds: int) -> None:
    """Let this process have so many bytes of *memory*, and *seconds* more of work: beyond, the system ends it."""
    import resource  # noqa: PLC0415  not everywhere, and only processes apart need it

    used = resource.getrusage(resource.RUSAGE_SELF)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + 1 + seconds, resource.RLIM_INFINITY))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def write(stream: IO[bytes], data: bytes) -> None:
    """Send one frame: its length, then its bytes."""
    stream.write(len(data).to_bytes(8, "big"))
    stream.write(data)
    stream.flush()


def read(stream: IO[bytes], most: int = 2**32) -> bytes | None:
    """Return the next frame, ``None`` where the other side has ended, or would send more than *most* bytes."""
    head = stream.read(8)
    if len(head) < 8:
        return None
    length = int.from_bytes(head, "big")
    data = stream.read(length) if length <= most else b""
    return data if len(data) == length else None
