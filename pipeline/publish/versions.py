"""The versions that were published last, kept on this computer: ten lists of files, and every file's bytes once.

Bytes are hard links of what lies in ``output/`` where the disk has links: a build never writes into a file, it puts
another in its place. What is being published is read from here too, so a build may go on meanwhile.
"""

import gzip
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import msgspec

from pipeline.build.keys import digest
from pipeline.publish.manifest import Entry
from pipeline.publish.target import Item

MOST = 10


class Version(NamedTuple):
    """What was published: its *name*, when (seconds since 1970), where, and its files.

    *removed* are paths of which nothing is kept any more: something that they showed was taken down.
    """

    name: str
    time: int
    target: str
    generation: str
    files: Mapping[str, Entry]
    removed: frozenset[str] = frozenset()


class _Version(msgspec.Struct):
    name: str
    time: int
    target: str
    generation: str
    files: dict[str, tuple[str, int]]
    removed: list[str]


_encode = msgspec.json.Encoder(order="sorted").encode
_LIST = ".json.gz"
_OPEN = ".berjalan"


class Versions:
    """The versions below *folder* (``.warta/state/versi/``)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._bytes = folder / "isi"
        self._purged = folder / "ditarik.json"

    @property
    def exists(self) -> bool:
        """Whether anything was ever kept."""
        return self._folder.is_dir()

    # -- bytes ---------------------------------------------------------------------------------------------------------

    def source(self, name: str) -> Path:
        """Return where the bytes with the hash *name* lie, if they are kept."""
        return self._bytes / name[:2] / name

    def keep(self, items: Iterable[Item]) -> dict[str, Item]:
        """Keep the bytes of *items*; return these, to be read from what is kept."""
        there = {path.name for path in self._bytes.glob("??/*")}
        kept: dict[str, Item] = {}
        for item in items:
            place = self.source(item.hash)
            if item.hash not in there:
                place.parent.mkdir(parents=True, exist_ok=True)
                _link(item.source, place)
                there.add(item.hash)
            kept[item.path] = item._replace(source=place)
        return kept

    def sound(self, item: Item) -> bool:
        """Whether the bytes of *item* are still what they were."""
        try:
            return digest(item.source.read_bytes()) == item.hash
        except OSError:
            return False

    # -- lists ---------------------------------------------------------------------------------------------------------

    def begin(self, version: Version) -> None:
        """Note *version* before it is published, so that what is taken down meanwhile is taken from it too."""
        for path in self._folder.glob(f"*{_OPEN}"):  # of a run that was cut off
            path.unlink()
        self._write(self._folder / f"{version.name}{_OPEN}", version)

    def settle(self, name: str) -> None:
        """The version *name* is published: of all, the ten newest are kept, and no other bytes."""
        with suppress(FileNotFoundError):
            (self._folder / f"{name}{_OPEN}").replace(self._folder / f"{name}{_LIST}")
        for path in sorted(self._folder.glob(f"*{_LIST}"), reverse=True)[MOST:]:
            path.unlink()
        self.sweep()

    def drop(self) -> None:
        """Nothing was published."""
        for path in self._folder.glob(f"*{_OPEN}"):
            path.unlink()
        self.sweep()

    def all(self) -> list[Version]:
        """Return what can be gone back to, newest first."""
        found = (_read(path) for path in sorted(self._folder.glob(f"*{_LIST}"), reverse=True))
        return [version for version in found if version is not None]

    def everything(self) -> Iterator[tuple[Path, Version]]:
        """Yield all versions with their files, also the one that is being published."""
        for path in sorted((*self._folder.glob(f"*{_LIST}"), *self._folder.glob(f"*{_OPEN}"))):
            version = _read(path)
            if version is None:
                path.unlink()  # nothing can be gone back to, and its bytes go
            else:
                yield path, version

    def lose(self, path: Path, version: Version, paths: Iterable[str]) -> Version:
        """Take *paths* from the *version* in the file *path*; its bytes go with the next ``sweep``."""
        gone = frozenset(paths)
        files = {name: entry for name, entry in version.files.items() if name not in gone}
        less = version._replace(files=files, removed=version.removed | gone)
        self._write(path, less)
        return less

    def sweep(self) -> None:
        """Delete all bytes that no version names."""
        named = {entry.hash for _, version in self.everything() for entry in version.files.values()}
        for path in self._bytes.glob("??/*"):
            if path.name not in named:
                path.unlink(missing_ok=True)

    # -- what was taken down -------------------------------------------------------------------------------------------

    def purged(self) -> frozenset[str]:
        """Return the signs of what was taken down of which all versions are rid."""
        try:
            return frozenset(msgspec.json.decode(self._purged.read_bytes(), type=list[str]))
        except (OSError, msgspec.DecodeError):
            return frozenset()

    def purged_of(self, signs: Iterable[str]) -> None:
        """Note that all versions are rid of what has these *signs*."""
        _replaced(self._purged, _encode(sorted(signs)))

    def _write(self, path: Path, version: Version) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        files = {name: (entry.hash, entry.size) for name, entry in version.files.items()}
        whole = _Version(*version[:4], files, sorted(version.removed))
        _replaced(path, gzip.compress(_encode(whole), 6, mtime=0))


def _read(path: Path) -> Version | None:
    try:
        found = msgspec.json.decode(gzip.decompress(path.read_bytes()), type=_Version)
    except (OSError, EOFError, msgspec.DecodeError):
        return None
    files = {name: Entry(*entry) for name, entry in found.files.items()}
    return Version(found.name, found.time, found.target, found.generation, files, frozenset(found.removed))


def _link(source: Path, place: Path) -> None:
    """Give *source* a second name, or copy it where the disk has no links."""
    beside = place.with_name(f"{place.name}.tmp")
    beside.unlink(missing_ok=True)
    try:
        os.link(source, beside)
    except OSError:
        shutil.copy2(source, beside)
    beside.replace(place)


def _replaced(path: Path, data: bytes) -> None:
    beside = path.with_name(f"{path.name}.tmp")
    beside.write_bytes(data)
    beside.replace(path)
