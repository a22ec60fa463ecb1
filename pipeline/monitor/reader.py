"""Reads feeds in a process apart with limits of memory and time; one that is too much costs itself."""

from typing import NamedTuple

import msgspec

from pipeline.apart import Apart
from pipeline.language import N_
from pipeline.monitor.feed import Feed
from pipeline.monitor.reading import Request

MOST = 64 * 2**20
"""Bytes of an answer."""


class Limits(NamedTuple):
    """What one feed may cost: *memory* in bytes of address space, *seconds* of work, *wait* on the clock."""

    memory: int = 1_024 * 2**20
    seconds: int = 20
    wait: float = 60.0


class Reader:
    """One process, started when the first feed comes."""

    def __init__(self, limits: Limits = Limits()) -> None:  # noqa: B008  frozen
        self._limits = limits
        self._process = Apart("pipeline.monitor.reading", wait=limits.wait, most=MOST)

    def read(self, data: bytes, kind: str, url: str, now: int, *, bodies: bool = False) -> Feed:
        """Return what the feed *data* says, that came from *url* with the content type *kind*."""
        limits = self._limits
        request = Request(kind, url, now, bodies, limits.memory, limits.seconds)
        answer = self._process.ask([msgspec.json.encode(request), data])
        if answer is None:
            return Feed(fault=N_("terlalu lama dibaca") if self._process.slow else N_("terlalu berat untuk dibaca"))
        return msgspec.json.decode(answer[0], type=Feed)

    def close(self) -> None:
        """End the process."""
        self._process.close()
