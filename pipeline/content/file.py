"""One file of ``content/``, read whole and unchanged."""

import errno
import os
import stat
from pathlib import Path
from typing import NamedTuple

from pipeline.content.encoding import LARGEST, megabytes
from pipeline.content.picture import Opened
from pipeline.content.problem import Problem

HEAVIEST = 60_000_000
"""Bytes of a photo that are read at most; a telephone's largest photos have a third of that."""

TRIES = 5
"""How often a file that changes while it is read is read again."""

REASONS = {
    errno.ENOENT: "berkasnya tidak ada",
    errno.EACCES: "tidak boleh dibaca",
    errno.EPERM: "tidak boleh dibaca",
    errno.EISDIR: "bukan berkas biasa",
    errno.ENXIO: "bukan berkas biasa",
    errno.ELOOP: "tautannya berputar-putar",
    errno.ENAMETOOLONG: "namanya terlalu panjang",
}
"""Why a file cannot be opened, in the writer's words."""


class Stamp(NamedTuple):
    """What tells, without reading it, that a file is still the same."""

    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int


class Loaded(NamedTuple):
    """The bytes of a file, and its stamp while they were read."""

    data: bytes
    stamp: Stamp


def stamp_of(status: os.stat_result) -> Stamp:
    """Return the stamp of a file's *status*."""
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


def load(root: Path, path: str) -> Loaded | Problem:
    """Return the file at *path* (relative to *root*, with ``/``), or the problem that keeps it from being read.

    A link that leads out of ``content/`` is not followed. A file above 1 MB is not read. One that changes while it is
    read is read again, up to five times.
    """
    try:
        if leads_out(root, path):
            return Problem(path, 1, "tautan-keluar")
        loaded = _read(root, path, LARGEST)
        if loaded is not None:
            return _checked(path, loaded)
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        return Problem(path, 1, "berkas-tidak-terbaca", {"reason": _reason(error)})
    return Problem(path, 1, "berkas-berubah")


def load_photo(root: Path, path: str) -> Loaded | Opened:
    """Return the photo at *path*, or why it cannot be had; as ``load``, but for its size and what is said."""
    try:
        if not leads_out(root, path):
            loaded = _read(root, path, HEAVIEST)
            if loaded is None:
                return Opened(code="foto-tidak-terbaca", values={"reason": "berkasnya terus berubah"})
            if loaded.stamp.size > HEAVIEST:
                values = {"size": megabytes(loaded.stamp.size), "most": megabytes(HEAVIEST)}
                return Opened(code="foto-terlalu-berat", values=values)
            return loaded
    except (OSError, ValueError) as error:
        return Opened(code="foto-tidak-terbaca", values={"reason": _reason(error)})
    return Opened(code="foto-tidak-terbaca", values={"reason": "tautan ke luar folder content/"})


def _reason(error: OSError | ValueError) -> str:
    return REASONS.get(getattr(error, "errno", None) or 0, "gangguan pada penyimpanan")


def leads_out(root: Path, path: str) -> bool:
    """Tell whether *path* is outside ``content/``, by its words or by a link."""
    parts = path.split("/")
    if parts[0] != "content" or ".." in parts:
        return True
    if not _has_link(f"{root}", parts[1:]):
        return False
    content = os.path.realpath(root / "content")
    return os.path.commonpath((content, os.path.realpath(root / path))) != content


def _has_link(root: str, parts: list[str]) -> bool:
    """Tell whether one of *parts*, folder by folder below ``content/``, is a link; quicker than resolving them all."""
    place = f"{root}/content"
    for part in parts:
        place = f"{place}/{part}"
        if stat.S_ISLNK(os.lstat(place).st_mode):
            return True
    return False


def _checked(path: str, loaded: Loaded) -> Loaded | Problem:
    if loaded.stamp.size > LARGEST:
        return Problem(path, 1, "berkas-terlalu-besar", {"size": megabytes(loaded.stamp.size)})
    return loaded


def _read(root: Path, path: str, most: int) -> Loaded | None:
    """Return the file, or ``None`` where it changes again and again; one of more than *most* bytes comes empty."""
    tries = (_read_once(f"{root}/{path}", most) for _ in range(TRIES))
    return next((loaded for loaded in tries if loaded is not None), None)


def _read_once(path: str, most: int) -> Loaded | None:
    """Return the file, or ``None`` where it changed meanwhile."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb") as stream:
        before = os.fstat(descriptor)
        if not stat.S_ISREG(before.st_mode):
            raise IsADirectoryError(errno.EISDIR, path)
        data = b"" if before.st_size > most else stream.read(most + 1)
        after = os.fstat(descriptor)
    return Loaded(data, stamp_of(after)) if stamp_of(before) == stamp_of(after) else None
