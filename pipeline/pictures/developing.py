"""The process in which photos are opened: reads requests on its standard input, answers on its standard output.

Started by ``darkroom`` as ``python -m pipeline.pictures.developing``. It gets bytes and gives bytes; it opens no file
and talks to nobody else.
"""

import os
import resource
import sys
from typing import BinaryIO

import msgspec

from pipeline.pictures.develop import develop, only_photos
from pipeline.pictures.frames import Request, read, write


def main() -> None:
    """Answer until the other side closes."""
    source, answers = sys.stdin.buffer, _own_output()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    only_photos()
    while (head := read(source)) is not None:
        request = msgspec.json.decode(head, type=Request)
        data = read(source)
        if data is None:
            return
        _limit(request)
        opened, copy = develop(data, request.file, most=request.most, keep=request.keep)
        write(answers, msgspec.json.encode(opened))
        write(answers, copy)


def _own_output() -> BinaryIO:
    """Keep the answers' pipe for ourselves: whatever a library prints goes nowhere."""
    own = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    return os.fdopen(own, "wb")


def _limit(request: Request) -> None:
    """Let this process have so much memory, and so many more seconds of work: beyond, the system ends it."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + 1 + request.seconds
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.RLIM_INFINITY))
    resource.setrlimit(resource.RLIMIT_AS, (request.memory, request.memory))


if __name__ == "__main__":
    main()
