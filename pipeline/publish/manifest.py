"""What lies on a target, as a record there says it: path, hash and size of every file, and what is taken down.

Records come from outside: they are read as if somebody had made them to do harm. A manifest names paths that will be
deleted: none may lead out of the site.
"""

import gzip
import re
import zlib
from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeVar

import msgspec

from pipeline.build.keys import digest
from pipeline.errors import TargetError
from pipeline.language import _
from pipeline.publish.target import RECORDS

FORMAT = 1
LARGEST = 200_000_000
"""Bytes of an unpacked record: a million files have less."""


class Entry(NamedTuple):
    """What is known of one file there; an empty *hash*: nothing is, it may be old, new or missing."""

    hash: str
    size: int


UNKNOWN = Entry("", 0)


class Manifest(NamedTuple):
    """Everything that lies there. *taken* are the signs of what was taken down when it was published."""

    files: Mapping[str, Entry]
    taken: frozenset[str] = frozenset()

    @property
    def generation(self) -> str:
        """A name for exactly this content."""
        return digest(_canonical(self))


class Status(NamedTuple):
    """How it stands there: the *generation* of the manifest, and the unfinished *run* with the paths it may touch."""

    generation: str = ""
    run: str = ""
    dirty: frozenset[str] = frozenset()


class _Manifest(msgspec.Struct):
    format: int
    files: dict[str, tuple[str, int]] = {}
    taken: list[str] = []


class _Status(msgspec.Struct):
    format: int
    generation: str = ""
    run: str = ""
    dirty: list[str] = []


T = TypeVar("T", _Manifest, _Status)

_encode = msgspec.json.Encoder(order="sorted").encode
_HASH = re.compile("[0-9a-f]{32}")


def _canonical(manifest: Manifest) -> bytes:
    files = {path: (entry.hash, entry.size) for path, entry in manifest.files.items()}
    return _encode(_Manifest(FORMAT, files, sorted(manifest.taken)))


def pack(manifest: Manifest) -> bytes:
    """Return the one way in which *manifest* is written down."""
    return gzip.compress(_canonical(manifest), 6, mtime=0)


def unpack(data: bytes) -> Manifest:
    """Return the manifest in *data*; raises ``TargetError`` where it is damaged, hostile, or of another version."""
    found = _read(data, _Manifest)
    for path, (name, size) in found.files.items():
        if not safe(path) or not _HASH.fullmatch(name) or size < 0:
            raise _damaged()
    if not all(_HASH.fullmatch(sign) for sign in found.taken):
        raise _damaged()
    return Manifest({path: Entry(*entry) for path, entry in found.files.items()}, frozenset(found.taken))


def pack_status(status: Status) -> bytes:
    """Return the one way in which *status* is written down."""
    return gzip.compress(_encode(_Status(FORMAT, status.generation, status.run, sorted(status.dirty))), 6, mtime=0)


def unpack_status(data: bytes) -> Status:
    """Return the status in *data*; raises ``TargetError`` as ``unpack`` does."""
    found = _read(data, _Status)
    if not all(map(safe, found.dirty)):
        raise _damaged()
    return Status(found.generation, found.run, frozenset(found.dirty))


def sign(kind: str, name: str) -> str:
    """Return a sign for something that was taken down: records beside a site tell nobody what it was."""
    return digest(f"{kind} {name}".encode())


def safe(path: str) -> bool:
    """Whether *path* stays below the site's root and is none of the records."""
    parts = path.split("/")
    return (
        bool(path)
        and path.isprintable()
        and "\\" not in path
        and ":" not in path
        and not any(part in ("", ".", "..") for part in parts)
        and parts[0] != RECORDS
    )


def within(path: str, folders: Iterable[str]) -> bool:
    """Whether *path* lies below one of *folders*."""
    return any(path.startswith(f"{folder}/") for folder in folders)


def _read(data: bytes, kind: type[T]) -> T:
    try:
        unpacker = zlib.decompressobj(wbits=31)
        plain = unpacker.decompress(data, LARGEST)
        if unpacker.unconsumed_tail or not unpacker.eof:
            raise _damaged()
        found = msgspec.json.decode(plain, type=kind)
    except (zlib.error, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise _damaged() from None
    if found.format != FORMAT:
        said = _("Catatan di tujuan ditulis warta versi lain ({format}). Perbarui warta di komputer ini.")
        raise TargetError(said.format(format=found.format))
    return found


def _damaged() -> TargetError:
    return TargetError(
        _(
            "Catatan di tujuan rusak atau diubah orang, jadi tidak dipercaya. Periksa siapa yang bisa menulis ke sana, "
            "lalu ulangi dengan --ambil-alih: semua berkas dikirim lagi, dan yang tidak dikenal tidak disentuh."
        )
    )
