"""What the publisher asks of a target: a folder, a ZIP, a server, a store, a branch."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

RECORDS = ".warta"
"""The folder beside the site in which small records lie, hidden from readers where the target can hide it."""

MANIFEST = "manifest.json.gz"
"""The record that ``finish`` writes: what lies there."""

STATUS = "status.json.gz"
"""The record that tells which publication is there, and which paths an unfinished one may have touched."""

CLAIM = "claim"
"""The record of whoever publishes there at this moment."""


class Item(NamedTuple):
    """One file that is to lie on the target.

    *path* is below the site's root, with ``/``; *hash* is ``pipeline.build.keys.digest`` of its bytes, which are read
    from *source*.
    """

    path: str
    hash: str
    size: int
    source: Path


class Headers(NamedTuple):
    """How a file is served, where the target can set it; *security* holds further headers by name."""

    content_type: str
    cache_control: str
    security: Mapping[str, str]


class Target(Protocol):
    """Where a site is published. Everything that fails raises ``TargetError``: one sentence, with how to mend it."""

    label: str
    """For people, without credentials: ``sftp://web@host/var/www``."""

    transactional: bool
    """Nothing is seen by readers before ``finish``: no order and no claim is needed."""

    def open(self) -> None:
        """Connect."""

    def close(self) -> None:
        """Let go of everything; does no harm twice, or where nothing was opened."""

    def read(self, name: str) -> bytes | None:
        """Return a small record, ``None`` where there is none."""

    def write(self, name: str, data: bytes) -> None:
        """Write a small record, whole or not at all."""

    def claim(self, data: bytes) -> bytes | None:
        """Create the record ``CLAIM`` if there is none (``None``); else return the bytes of the one that is there."""

    def release(self) -> None:
        """Delete the record ``CLAIM``."""

    def empty(self) -> bool:
        """Whether nothing is there yet but records: one cheap question, no listing of everything."""

    def put(self, items: Sequence[Item], done: Callable[[Item], None]) -> None:
        """Bring files there, each seen by readers whole or not at all.

        *done* is called from the caller's thread as each is safely there, in any order.
        """

    def delete(self, paths: Sequence[str], done: Callable[[str], None]) -> None:
        """Delete files; those that are missing are fine, and empty folders go too."""

    def finish(self, manifest: bytes) -> None:
        """Everything is there: write the record ``MANIFEST``."""
