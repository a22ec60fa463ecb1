"""The process in which photos are opened: reads requests on its standard input, answers on its standard output.

Started by ``darkroom`` as ``python -m pipeline.pictures.developing``. It gets bytes and gives bytes; it opens no file
and talks to nobody else.
"""

import sys

import msgspec

from pipeline.apart import limit, own_output, read, write
from pipeline.pictures.develop import develop, only_photos
from pipeline.pictures.frames import Request


def main() -> None:
    """Answer until the other side closes."""
    source, answers = sys.stdin.buffer, own_output()
    only_photos()
    while (head := read(source)) is not None:
        request = msgspec.json.decode(head, type=Request)
        data = read(source)
        if data is None:
            return
        limit(request.memory, request.seconds)
        opened, copy = develop(data, request.file, most=request.most, keep=request.keep)
        write(answers, msgspec.json.encode(opened))
        write(answers, copy)


if __name__ == "__main__":
    main()
