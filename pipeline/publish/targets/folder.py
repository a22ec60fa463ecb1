"""A folder of this computer: of a web server, a shared disk, a stick."""

import errno
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from pipeline.config import Terbit
from pipeline.errors import TargetError
from pipeline.language import _
from pipeline.publish.target import CLAIM, MANIFEST, RECORDS, Item

LUMP = 100
"""Files after which everything is brought to the disk."""


def make(name: str, section: Terbit) -> "Folder":  # noqa: ARG001  every kind is made from both
    """Return the target that *section* describes."""
    return Folder(Path(section.folder))


class Folder:
    """The folder *path*; files take their places by renaming, from a hidden folder beside the site."""

    transactional = False

    def __init__(self, path: Path) -> None:
        self.label = f"{path}"
        self.path = path
        self._records = path / RECORDS
        self._stage = self._records / "baru"

    def open(self) -> None:
        """See that the folder is there, or that only itself is missing: then it is made when something comes."""
        with self._failing():
            if not self.path.is_dir() and not self.path.parent.is_dir():
                said = _("Folder {folder} tidak ada. Pasang dulu diskanya, atau buat foldernya, lalu ulangi.")
                raise TargetError(said.format(folder=self.path.parent))

    def close(self) -> None:
        """Nothing is held."""

    def read(self, name: str) -> bytes | None:
        """Return a record."""
        with self._failing():
            try:
                return (self._records / name).read_bytes()
            except FileNotFoundError:
                return None

    def write(self, name: str, data: bytes) -> None:
        """Write a record beside and rename it."""
        with self._failing():
            beside = self._records / f"{name}.tmp"
            with beside.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(self._records / name)

    def claim(self, data: bytes) -> bytes | None:
        """Create the claim: linked from a whole file, or (where a disk has no links) written where there is none."""
        path = self._records / CLAIM
        beside = self._records / f"{CLAIM}.{os.getpid()}"
        with self._failing():
            self.path.mkdir(exist_ok=True)
            self._records.mkdir(exist_ok=True)
            beside.write_bytes(data)
            try:
                os.link(beside, path)
            except FileExistsError:
                return self.read(CLAIM) or b""
            except OSError:
                return self._created(path, data)
            finally:
                beside.unlink(missing_ok=True)
        return None

    def _created(self, path: Path, data: bytes) -> bytes | None:
        try:
            with path.open("xb") as file:
                file.write(data)
        except FileExistsError:
            return self.read(CLAIM) or b""
        return None

    def release(self) -> None:
        """Delete the claim."""
        with self._failing():
            (self._records / CLAIM).unlink(missing_ok=True)

    def empty(self) -> bool:
        """Whether nothing but our records lies there."""
        with self._failing():
            try:
                with os.scandir(self.path) as found:
                    return all(entry.name == RECORDS for entry in found)
            except FileNotFoundError:
                return True

    def put(self, items: Sequence[Item], done: Callable[[Item], None]) -> None:
        """Write each beside the site and rename it; told once it would survive a power cut."""
        with self._failing():
            shutil.rmtree(self._stage, ignore_errors=True)
            self._stage.mkdir()
            for at in range(0, len(items), LUMP):
                lump = items[at : at + LUMP]
                for number, item in enumerate(lump):
                    self._place(item, self._stage / f"{number}")
                os.sync()
                for item in lump:
                    done(item)
            shutil.rmtree(self._stage, ignore_errors=True)

    def _place(self, item: Item, beside: Path) -> None:
        target = self.path / item.path
        beside.write_bytes(self.shown(item.path, item.source.read_bytes()))
        target.parent.mkdir(parents=True, exist_ok=True)
        beside.replace(target)

    def shown(self, path: str, data: bytes) -> bytes:  # noqa: ARG002  a stick needs the path
        """Return the bytes of the file at *path* as readers get them."""
        return data

    def delete(self, paths: Sequence[str], done: Callable[[str], None]) -> None:
        """Delete files, and the folders that are empty then."""
        with self._failing():
            for path in paths:
                target = self.path / path
                with suppress(FileNotFoundError, NotADirectoryError):
                    target.unlink()
                _without(target.parent, self.path)
                done(path)

    def finish(self, manifest: bytes) -> None:
        """Bring everything to the disk, then write the manifest."""
        os.sync()
        self.write(MANIFEST, manifest)

    @contextmanager
    def _failing(self) -> Iterator[None]:
        """Turn what the system says into a sentence."""
        try:
            yield
        except OSError as error:
            shutil.rmtree(self._stage, ignore_errors=True)
            raise TargetError(self._said(error)) from error

    def _said(self, error: OSError) -> str:
        values = {"folder": self.path, "reason": error.strerror or error}
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            return _("{folder} penuh. Kosongkan sebagian, lalu ulangi; yang sudah sampai tidak dikirim lagi.").format(
                **values
            )
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            return _("Folder {folder} tidak dapat ditulisi ({reason}). Periksa izinnya, lalu ulangi.").format(**values)
        said = _("Folder {folder} gagal ditulisi ({reason}: {name}). Periksa diskanya, lalu ulangi.")
        return said.format(name=error.filename or "?", **values)


def _without(folder: Path, top: Path) -> None:
    """Remove *folder* and those above it up to *top*, as long as they are empty."""
    while folder != top:
        try:
            folder.rmdir()
        except FileNotFoundError:
            pass
        except OSError:
            return
        folder = folder.parent
