"""One thing to import: a file, a folder, or a part of another source."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import IO, NamedTuple

from pipeline.content.encoding import megabytes
from pipeline.intake.draft import Origin, UnreadableError
from pipeline.language import _

HEAVIEST = 100_000_000
"""Bytes of a document that is read whole."""

HEAD = 65_536
"""Bytes at a file's beginning that tell what it is."""


class _Given(NamedTuple):
    name: str
    path: Path | None
    data: bytes | None
    place: str
    part: str
    companions: tuple[Path, ...]
    address: str


class Source:
    """One thing to import; nothing of it is read before it is asked for.

    *name* is what it is called towards people, *path* where it lies (none: *data* holds it). *companions* are
    pictures that belong to it. *place* and *part* are as in ``Origin``. *address* is where on the web it comes from.
    """

    def __init__(
        self,
        name: str,
        *,
        path: Path | None = None,
        data: bytes | None = None,
        place: str = "",
        part: str = "",
        companions: tuple[Path, ...] = (),
        address: str = "",
    ) -> None:
        self._given = _Given(name, path, data, place or address, part, companions, address)

    @property
    def name(self) -> str:
        """What it is called."""
        return self._given.name

    @property
    def path(self) -> Path | None:
        """Where it lies, if it is a file or folder."""
        return self._given.path

    @property
    def part(self) -> str:
        """What of a larger source it is."""
        return self._given.part

    @property
    def companions(self) -> tuple[Path, ...]:
        """Pictures that belong to it."""
        return self._given.companions

    @property
    def address(self) -> str:
        """Where on the web it comes from, if it does."""
        return self._given.address

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder."""
        return self.path is not None and self.path.is_dir()

    @contextmanager
    def opened(self) -> Iterator[IO[bytes]]:
        """Yield its bytes as a stream that can seek; raises ``UnreadableError`` where there is none."""
        if self._given.data is not None:
            yield BytesIO(self._given.data)
            return
        try:
            assert self.path is not None  # noqa: S101  a source has bytes or a path
            stream = self.path.open("rb")
        except OSError as error:
            raise UnreadableError(_("tidak dapat dibuka: {reason}.").format(reason=error.strerror or error)) from error
        with stream:
            yield stream

    def head(self) -> bytes:
        """Return its first bytes."""
        with self.opened() as stream:
            return stream.read(HEAD)

    def read(self, most: int = HEAVIEST) -> bytes:
        """Return all its bytes; raises ``UnreadableError`` where there are more than *most*."""
        with self.opened() as stream:
            data = stream.read(most + 1)
        if len(data) > most:
            raise UnreadableError(
                _("lebih besar dari {most}. Bagi menjadi beberapa berkas, lalu impor lagi.").format(
                    most=megabytes(most)
                )
            )
        return data

    @cached_property
    def digest(self) -> str:
        """The hash of all its bytes, and of its companions'."""
        found = sha256()
        with self.opened() as stream:
            while piece := stream.read(1 << 20):
                found.update(piece)
        for path in self.companions:
            found.update(path.name.encode("utf-8", "replace") + b"\0")
            with path.open("rb") as stream:
                found.update(sha256(stream.read()).digest())
        return found.hexdigest()

    def origin(self, kind: str, *, part: str = "", digest: str = "", place: str = "") -> Origin:
        """Return where a draft made of it comes from; what is given stands in for what it would say itself."""
        return Origin(kind, self.name, digest or self.digest, part or self._given.part, place or self._given.place)
