"""What a poll costs: ``python -m bench.feeds``.

Two hundred feeds on as many hosts, one that never answers and one that drips for ever, polled within 1.3 times the
slowest one's deadline. Then ten thousand items that are kept already, and a poll in which nothing is new: CPU of
warta and of the process in which it reads feeds, without the server's.
"""

import multiprocessing
import resource
import socket
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler
from multiprocessing.connection import Connection
from pathlib import Path

from pipeline.fetching.policy import Policy
from pipeline.monitor import memory
from pipeline.monitor.source import Source
from pipeline.production import monitoring
from pipeline.production.monitoring import Web
from tests.fetching.server import dripping, server
from tests.monitor.feeds import rss

FEEDS = 200
EACH = 50
NOW = 1_795_000_000
SHARE = 1.3
MOST = 2.0


def known(body: bytes, handler: BaseHTTPRequestHandler) -> tuple[int, dict[str, str], bytes]:
    return (304, {}, b"") if handler.headers.get("If-None-Match") else (200, {"ETag": '"1"'}, body)


def fresh(body: bytes, _handler: BaseHTTPRequestHandler) -> tuple[int, dict[str, str], bytes]:
    return 200, {}, body + f"<!-- {time.time_ns()} -->".encode()


def _serve(pipe: Connection) -> None:
    """Answer in a process of its own: ``/kenal`` with 304, ``/lama`` with the same bytes, ``/baru`` with others."""
    with server(host="0.0.0.0") as told:
        for number in range(FEEDS):
            body = rss(*range(EACH), name=f"koran{number}")
            told.answers |= {
                f"/kenal/{number}": partial(known, body),
                f"/lama/{number}": (200, {}, body),
                f"/baru/{number}": partial(fresh, body),
            }
        told.answers["/tetes"] = dripping(told, b"HTTP/1.1 200 OK\r\nX: ", b"x")
        pipe.send(told.port)
        pipe.recv()


@contextmanager
def serving() -> Iterator[int]:
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_serve, args=(theirs,))
    process.start()
    try:
        yield ours.recv()
    finally:
        ours.send(None)
        process.join()


@contextmanager
def silence() -> Iterator[int]:
    """A port that takes no connection and refuses none: its queue is full."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(0)
        waiting = [socket.socket() for _each in range(8)]
        for one in waiting:
            one.settimeout(0)
            one.connect_ex(listening.getsockname())
        yield listening.getsockname()[1]
        for one in waiting:
            one.close()


def host(number: int) -> str:
    return f"127.1.{number // 250}.{number % 250 + 1}"


def sources(kind: str, port: int) -> list[Source]:
    return [Source(f"{kind} {number}", f"http://{host(number)}:{port}/{kind}/{number}") for number in range(FEEDS)]


def polled(root: Path, asked: list[Source], web: Web, now: int) -> tuple[float, float, int, int]:
    """Return seconds on the clock and of CPU, new items, and feeds that failed."""
    before, start = spent(), time.perf_counter()
    with closing(memory.open(root)) as db:
        done = list(monitoring.poll(db, asked, now, web))
    assert len(done) == len(asked)
    return (time.perf_counter() - start, spent() - before, sum(len(one.items) for one in done),
            sum(one.result == "gagal" for one in done))  # fmt: skip


def spent() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def main() -> int:
    policy = Policy("WartaPustaka/bench (+https://bench.example/)", local=True)
    web, good = Web(policy), True
    with serving() as port, silence() as dead, tempfile.TemporaryDirectory() as folder:
        names = {kind: sources(kind, port) for kind in ("kenal", "lama", "baru")}
        mixed = [
            *names["kenal"][2:],
            Source("mati", f"http://127.0.0.1:{dead}/"),
            Source("tetes", f"http://127.2.0.1:{port}/tetes"),
        ]
        clock, cpu, new, failed = polled(Path(folder) / "a", mixed, web, NOW)
        limit = SHARE * policy.total
        good = good and clock <= limit and failed == 2
        print(f"{FEEDS} feeds, one dead, one slow: {clock:.1f} s of {limit:.0f} s allowed ({failed} failed, {new} new)")
        for kind, said in (
            ("kenal", "304 for all"),
            ("lama", "the same bytes again"),
            ("baru", "other bytes, same items"),
        ):
            root = Path(folder) / kind
            _clock, first, new, _failed = polled(root, names[kind], web, NOW)
            clock, cpu, again, _failed = polled(root, names[kind], web, NOW + 86_400)
            bound = kind != "baru"
            good = good and not again and (cpu <= MOST or not bound)
            print(f"{new} items kept ({first:.1f} s of CPU); nothing new, {said}: {cpu:.2f} s of CPU"
                  + (f", {MOST:.0f} s allowed" if bound else "") + f" ({clock:.1f} s)")  # fmt: skip
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
