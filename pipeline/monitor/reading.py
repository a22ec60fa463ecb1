"""The process in which feeds are read: ``python -m pipeline.monitor.reading``. It opens nothing and talks to nobody."""

import sys

import msgspec

from pipeline.apart import limit, own_output, read, write
from pipeline.monitor import feed


class Request(msgspec.Struct):
    """A feed to read (its bytes are the next frame), and what that may cost: *memory* in bytes, *seconds* of work."""

    kind: str
    url: str
    now: int
    bodies: bool
    memory: int
    seconds: int


def main() -> None:
    """Answer until the other side closes."""
    source, answers = sys.stdin.buffer, own_output()
    import feedparser  # noqa: F401, PLC0415  before the limits

    while (head := read(source)) is not None:
        request = msgspec.json.decode(head, type=Request)
        data = read(source)
        if data is None:
            return
        limit(request.memory, request.seconds)
        try:
            found = feed.read(data, request.kind, request.url, request.now, bodies=request.bodies)
        except MemoryError:
            return  # what is left of us is not to be trusted; another process takes our place
        except Exception:  # noqa: BLE001  a feed that breaks its parser costs itself
            found = feed.Feed(fault=feed.NO_FEED)
        write(answers, msgspec.json.encode(found))


if __name__ == "__main__":
    main()
