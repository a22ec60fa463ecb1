"""Publishes a small site to a remote target and kills itself at a chosen request. Run as a script, with a JSON object.

``kind`` and ``target`` (the arguments of the target), ``root`` with the computer's files, ``site`` (arguments of
``sites.site``), ``kill`` (at which request, from 1; 0: never). It prints how many requests there were.
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pipeline.publish import publisher
from pipeline.publish.memory import Memory
from pipeline.publish.publisher import Orders, Tell
from tests.publish.sites import site, wish


def git(request: Callable[[], None], address: str, branch: str, cache: str) -> Any:
    """A branch; each call of git is a request."""
    from pipeline.publish.targets.git import Branch

    tried = Branch._tried

    def counted(self: Branch, *words: str, **more: Any) -> Any:
        request()
        return tried(self, *words, **more)

    Branch._tried = counted  # type: ignore[method-assign]
    return Branch(address, branch, Path(cache))


def sftp(request: Callable[[], None], address: str) -> Any:
    """A server; what changes something there is a request."""
    import asyncssh

    from pipeline.publish.targets.sftp import Server

    for name in ("open", "posix_rename", "remove", "mkdir", "rmdir"):
        real = getattr(asyncssh.SFTPClient, name)

        def counted(self: Any, *words: Any, real: Any = real, **more: Any) -> Any:
            request()
            return real(self, *words, **more)

        setattr(asyncssh.SFTPClient, name, counted)
    return Server(address)


def s3(request: Callable[[], None], *words: str) -> Any:
    """A store; each request is one."""
    from pipeline.publish.targets.s3 import Bucket

    class Counted(Bucket):
        def _connect(self) -> None:
            super()._connect()
            self._client.meta.events.register("before-send.s3", lambda **_: request())

    return Counted(*words)


def main(task: dict[str, Any]) -> int:
    """Publish, dying where *task* says; returns the number of requests."""
    count = 0

    def request() -> None:
        nonlocal count
        count += 1
        if count == task["kill"]:
            os.kill(os.getpid(), signal.SIGKILL)

    root = Path(task["root"])
    here = wish(root / "here", site(task["site"]["stories"], edition=task["site"]["edition"]))
    target = {"git": git, "sftp": sftp, "s3": s3}[task["kind"]](request, *task["target"])
    # The claim of a computer that was killed is taken over: its process is gone.
    publisher.publish(target, Memory(root / "state", "situs"), here, Orders(part=1.0), Tell())
    return count


if __name__ == "__main__":
    sys.stdout.write(f"{main(json.loads(sys.argv[1]))}\n")
