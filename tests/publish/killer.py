"""Publishes small sites in child processes that kill themselves at a chosen call. Run as a script by ``test_kills``.

It reads one JSON object per line: ``root`` with the computer's files, ``web`` to publish to, ``site`` (arguments of
``sites.site``) and ``kill`` (at which call, from 1; 0: never). The answer is ``killed``, or how many calls there were.
"""

import json
import os
import signal
import sys
from pathlib import Path
from typing import Any

from pipeline.publish import publisher
from pipeline.publish.memory import Memory
from pipeline.publish.publisher import Orders, Tell
from pipeline.publish.targets.folder import Folder
from tests.publish.sites import site, wish

CALLS = ((os, "replace"), (os, "rename"), (os, "unlink"), (os, "link"), (os, "sync"), (os, "mkdir"), (os, "rmdir"),
         (Path, "write_bytes"), (Path, "replace"), (Path, "unlink"), (Path, "open"))  # fmt: skip


def watch(kill: int) -> list[int]:
    """Count the calls that change a disk; end the process at the chosen one, a write in its middle."""
    count = [0]

    def wrapped(name: str, real: Any) -> Any:
        def call(*args: Any, **kwargs: Any) -> Any:
            count[0] += 1
            if count[0] == kill:
                if name == "write_bytes":
                    real(args[0], args[1][: len(args[1]) // 2])
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*args, **kwargs)

        return call

    for owner, name in CALLS:
        setattr(owner, name, wrapped(name, getattr(owner, name)))
    return count


def child(task: dict[str, Any]) -> int:
    """Publish, dying where *task* says; returns the number of calls."""
    root = Path(task["root"])
    here = wish(root / "here", site(task["site"]["stories"], edition=task["site"]["edition"]))
    count = watch(task["kill"])
    publisher.publish(Folder(Path(task["web"])), Memory(root / "state", "situs"), here, Orders(part=1.0), Tell())
    return count[0]


def carry_out(task: dict[str, Any]) -> str:
    """Fork a child for *task* and return its answer."""
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(read)
        try:
            said = f"{child(task)}"
        except Exception as error:  # noqa: BLE001  told to the test
            said = f"{type(error).__name__}: {error}"
        os.write(write, said.encode())
        os._exit(0)
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        answer = pipe.read().decode()
    _, status = os.waitpid(pid, 0)
    return "killed" if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL else answer


if __name__ == "__main__":
    os.sync = lambda: None  # nobody waits for other disks
    for line in sys.stdin:
        sys.stdout.write(carry_out(json.loads(line)) + "\n")
        sys.stdout.flush()
