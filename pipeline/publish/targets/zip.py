"""A site to carry along: a folder on a stick, or one ZIP, opened without a server."""

import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

from pipeline.config import Terbit
from pipeline.errors import TargetError
from pipeline.language import _
from pipeline.publish.browsable import browsable
from pipeline.publish.target import MANIFEST, RECORDS, Item, Target
from pipeline.publish.targets.folder import Folder

_DAY = (1980, 1, 1, 0, 0, 0)
"""The time stamp of all members: the same site gives the same ZIP."""

_PACKED = frozenset(("jpg", "jpeg", "webp", "png", "woff2", "zip", "pdf"))
"""Ends of names of files that do not become smaller."""


def make(name: str, section: Terbit) -> Target:  # noqa: ARG001  every kind is made from both
    """Return the target that *section* describes: a name that ends in ``.zip`` is one file."""
    path = Path(section.folder)
    return Zip(path) if path.suffix.lower() == ".zip" else Stick(path)


class Stick(Folder):
    """A folder whose pages lead to pages, not to folders."""

    def shown(self, path: str, data: bytes) -> bytes:
        """Return the bytes of the file at *path* as readers get them."""
        return browsable(path, data)


class Zip:
    """One ZIP, made anew beside the old one, which it replaces when it is whole."""

    transactional = True

    def __init__(self, path: Path) -> None:
        self.label = f"{path}"
        self.path = path
        self._items: dict[str, Item] = {}
        self._gone: set[str] = set()

    def open(self) -> None:
        """See that what is there is a ZIP."""
        self._items.clear()
        self._gone.clear()
        if not self.path.parent.is_dir():
            said = _("Folder {folder} tidak ada. Pasang dulu diskanya, atau buat foldernya, lalu ulangi.")
            raise TargetError(said.format(folder=self.path.parent))
        if self.path.exists() and not zipfile.is_zipfile(self.path):
            said = _("{path} sudah ada dan bukan ZIP. Pindahkan berkas itu, atau pilih nama lain.")
            raise TargetError(said.format(path=self.path))

    def close(self) -> None:
        """Nothing is held."""

    def read(self, name: str) -> bytes | None:
        """Return a record."""
        if not self.path.exists():
            return None
        try:
            with zipfile.ZipFile(self.path) as old:
                return old.read(f"{RECORDS}/{name}")
        except KeyError:
            return None
        except (OSError, zipfile.BadZipFile) as error:
            raise self._failed(error) from error

    def write(self, name: str, data: bytes) -> None:
        """Do nothing: what is replaced as a whole needs no record but its manifest."""

    def claim(self, data: bytes) -> bytes | None:
        """Claim nothing: of two who replace the whole, the last one counts, and its ZIP is whole."""

    def release(self) -> None:
        """Nothing was claimed."""

    def empty(self) -> bool:
        """Whether there is no ZIP, or one without files."""
        if not self.path.exists():
            return True
        with zipfile.ZipFile(self.path) as old:
            return not old.namelist()

    def put(self, items: Sequence[Item], done: Callable[[Item], None]) -> None:
        """Note what is new; it is packed in the end."""
        for item in items:
            self._items[item.path] = item
            done(item)

    def delete(self, paths: Sequence[str], done: Callable[[str], None]) -> None:
        """Note what is left out."""
        for path in paths:
            self._gone.add(path)
            done(path)

    def finish(self, manifest: bytes) -> None:
        """Pack everything, in the order of paths, and let it take its place."""
        beside = self.path.with_name(f".{self.path.name}.baru")
        try:
            with zipfile.ZipFile(beside, "w") as new:
                self._pack(new)
                _add(new, f"{RECORDS}/{MANIFEST}", manifest)
            beside.replace(self.path)
        except (OSError, zipfile.BadZipFile) as error:
            beside.unlink(missing_ok=True)
            raise self._failed(error) from error

    def _pack(self, new: zipfile.ZipFile) -> None:
        old = zipfile.ZipFile(self.path) if self.path.exists() else None
        try:
            before = set(old.namelist()) - self._gone if old else set[str]()
            before = {name for name in before if not name.startswith(f"{RECORDS}/")}
            for path in sorted(before | set(self._items)):
                item = self._items.get(path)
                if item is not None:
                    _add(new, path, browsable(path, item.source.read_bytes()))
                elif old is not None:
                    _add(new, path, old.read(path))
        finally:
            if old is not None:
                old.close()

    def _failed(self, error: Exception) -> TargetError:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        said = _("{path} tidak dapat dibuat ({reason}). ZIP yang lama tetap utuh. Periksa diskanya, lalu ulangi.")
        return TargetError(said.format(path=self.path, reason=reason))


def _add(new: zipfile.ZipFile, path: str, data: bytes) -> None:
    member = zipfile.ZipInfo(path, _DAY)
    member.external_attr = 0o644 << 16
    small = path.rpartition(".")[2].lower() in _PACKED
    new.writestr(member, data, zipfile.ZIP_STORED if small else zipfile.ZIP_DEFLATED)
