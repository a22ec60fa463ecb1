"""The board on which the preview puts what came of each build, and from which every open page reads."""

import secrets
import threading
from collections import deque
from typing import Literal, NamedTuple

import msgspec

from pipeline.production.notice import Notice, words

STREAMS = 4
"""So many pages of one reader are told at once; an older one is asked to look again later.

Browsers open six connections to one host (HTTP/1.1). Were all of them held by open pages, the next page would not load.
"""


class Told(NamedTuple):
    """What a reader hears: *text* (JSON on one line) under the number *said*, or nothing new, or that it is to go.

    ``rest`` is for a page that has to make room for another one, ``over`` for all when the preview ends.
    """

    kind: Literal["news", "quiet", "rest", "over"]
    said: int
    text: bytes = b""


class Board:
    """The notice of the last build and the edition of the site, for many readers at once.

    An edition names the bytes that were on disk: another run of ``warta serve``, or a build that made or removed
    something, is another edition. Pages of another edition load themselves again.
    """

    def __init__(self) -> None:
        self._run = secrets.token_hex(4)
        self._changed = threading.Condition()
        self._builds = 0
        self._said = 0
        self._notice = Notice()
        self._closed = False
        self._readers: dict[str, deque[object]] = {}

    @property
    def edition(self) -> str:
        """The name of what is on disk now."""
        with self._changed:
            return self._edition()

    def _edition(self) -> str:
        return f"{self._run}-{self._builds}"

    def put(self, notice: Notice, *, anew: bool) -> None:
        """Show *notice*; *anew* tells that files of the site were made or removed."""
        with self._changed:
            if not anew and notice == self._notice:
                return
            self._builds += anew
            self._said += 1
            self._notice = notice
            self._changed.notify_all()

    def close(self) -> None:
        """Send every reader away."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    # -- reading -------------------------------------------------------------------------------------------------------

    def enter(self, reader: str) -> object:
        """Return a ticket for a page of *reader* (an address of the network); the oldest beyond ``STREAMS`` is void."""
        ticket = object()
        with self._changed:
            held = self._readers.setdefault(reader, deque())
            held.append(ticket)
            if len(held) > STREAMS:
                held.popleft()
                self._changed.notify_all()
        return ticket

    def leave(self, reader: str, ticket: object) -> None:
        """Give *ticket* back."""
        with self._changed:
            held = self._readers.get(reader, deque())
            if ticket in held:
                held.remove(ticket)
            if not held:
                self._readers.pop(reader, None)

    def after(self, said: int, reader: str, ticket: object, patience: float) -> Told:
        """Wait until something else than number *said* is on the board, or for *patience* seconds."""

        def void() -> bool:
            return ticket not in self._readers.get(reader, ())

        with self._changed:
            self._changed.wait_for(lambda: self._closed or void() or self._said != said, timeout=patience)
            if self._closed or void():
                return Told("over" if self._closed else "rest", said)
            if self._said == said:
                return Told("quiet", said)
            told = {"edition": self._edition(), "notice": self._notice, "words": words()}
            return Told("news", self._said, msgspec.json.encode(told))
