"""One file that holds all of a newsroom that cannot be made again, and the way back. The app may go on meanwhile."""

import os
import shutil
import sqlite3
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO

from pipeline.errors import OutputError, UsageError
from pipeline.language import _

PARTS = ("content", "templates", ".git", ".warta/state")
"""What cannot be made again, and ``templates/`` where the newsroom has its own."""

WRITING = ("-wal", "-shm", "-journal")
"""Files beside a database, which its copy does not need."""


def save(root: Path, target: Path) -> None:
    """Write a backup of the newsroom at *root* to the file *target* (``.tar.gz``), whole, for its owner only.

    Databases are copied as they are at one instant (SQLite's online backup). Raises ``UsageError`` for a target within
    the newsroom, ``OutputError`` where it cannot be written.
    """
    if target.resolve().is_relative_to(root.resolve()):
        said = _("{path} terletak di dalam ruang redaksi. Simpan cadangan di tempat lain.")
        raise UsageError(said.format(path=target))
    beside = target.with_name(f".{target.name}.baru")
    try:
        with _private(beside) as stream, tarfile.open(fileobj=stream, mode="w:gz", compresslevel=5) as archive:
            for part in PARTS:
                _add(archive, root, root / part)
        beside.replace(target)
    except (OSError, sqlite3.Error) as error:
        beside.unlink(missing_ok=True)
        raise _failed(target, error) from error


@contextmanager
def _private(path: Path) -> Iterator[IO[bytes]]:
    """Give the new file *path*, which its owner alone may read; on the disk when this ends."""
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
        yield stream
        stream.flush()
        os.fsync(stream.fileno())


def _add(archive: tarfile.TarFile, root: Path, path: Path) -> None:
    """Add *path* with all that lies in it: files and folders, never what a link leads to."""
    if path.is_dir() and not path.is_symlink():
        for inner in sorted(path.iterdir()):
            _add(archive, root, inner)
    elif path.is_file() and not path.is_symlink() and not path.name.endswith(WRITING):
        name = path.relative_to(root).as_posix()
        if path.suffix == ".sqlite":
            with tempfile.TemporaryDirectory(prefix="warta-cadangan-") as folder:
                copy = Path(folder) / path.name
                _copied(path, copy)
                archive.add(copy, name)
        else:
            archive.add(path, name)


def _copied(path: Path, copy: Path) -> None:
    """Copy the database *path* while others may write to it."""
    with closing(sqlite3.connect(path, timeout=60)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)


def restore(source: Path, root: Path) -> None:
    """Lay the newsroom of the backup *source* into the folder *root*, all of it or nothing.

    Raises ``UsageError`` where a newsroom is there already or *source* is no backup, ``OutputError`` where it cannot be
    written.
    """
    if any((root / part).exists() for part in PARTS):
        said = _("Di {folder} sudah ada ruang redaksi. Pulihkan ke folder kosong, lalu bandingkan.")
        raise UsageError(said.format(folder=root))
    try:
        root.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".pulih-", dir=root) as folder:
            _unpacked(source, Path(folder))
            (root / ".warta").mkdir(exist_ok=True)
            for part in PARTS:
                if (Path(folder) / part).exists():
                    (Path(folder) / part).rename(root / part)
    except (OSError, shutil.Error) as error:
        raise _failed(root, error) from error


def _unpacked(source: Path, folder: Path) -> None:
    """Unpack *source* into *folder*; nothing of it may lead elsewhere (tarfile's ``data`` filter, PEP 706)."""
    broken = UsageError(_("{path} bukan cadangan yang utuh.").format(path=source))
    try:
        with tarfile.open(source, "r:gz") as archive:
            for member in archive:
                if not member.isfile() or not member.name.startswith(tuple(f"{part}/" for part in PARTS)):
                    raise broken
                archive.extract(member, folder, filter="data")
    except (tarfile.TarError, EOFError, ValueError) as error:
        raise broken from error
    if not (folder / "content").is_dir():
        raise broken


def _failed(path: Path, error: Exception) -> OutputError:
    said = _("Tidak dapat menulis {path}: {reason}.")
    return OutputError(said.format(path=path, reason=getattr(error, "strerror", None) or error))
