"""The files of ``content/``: a quick look at all of them, without reading any."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pipeline.content.problem import Problem

UNREAD = "content/inbox"
"""What people send in; never published."""


class Entry(NamedTuple):
    """One file. *path* is relative to the newsroom's root, with ``/``."""

    path: str
    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int


def walk(root: Path) -> Iterator[Entry | Problem]:
    """Yield every file of ``content/`` under *root*, sorted by path, and a problem for each that cannot be used.

    Left out are ``inbox/``, hidden files and what editors leave while they work. Links are followed only where they
    stay within ``content/``.
    """
    content = os.path.realpath(root / "content")
    found: list[Entry | Problem] = []
    if Path(content).is_dir():
        _scan(content, "content", _Walk(content, found), frozenset((content,)))
    found.sort(key=lambda entry: entry.path)
    yield from found


class _Walk(NamedTuple):
    """The real path of ``content/``, and what was found so far."""

    content: str
    found: list[Entry | Problem]


def _scan(folder: str, path: str, walk: _Walk, above: frozenset[str]) -> None:
    """Add the files of *folder*, known as *path*; *above* are the real paths of it and the folders it lies in."""
    with os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            if not is_temporary(name):
                _add(entry, f"{path}/{name}", walk, above)


def _add(entry: os.DirEntry[str], path: str, walk: _Walk, above: frozenset[str]) -> None:
    if not path.isascii() and not _is_utf8(path):
        walk.found.append(Problem(path.encode(errors="replace").decode(), 1, "nama-bukan-utf8"))
    elif entry.is_file(follow_symlinks=False):
        _add_file(entry, path, walk)
    elif entry.is_symlink():
        _follow(entry, path, walk, above)
    elif entry.is_dir(follow_symlinks=False) and path != UNREAD:
        _scan(entry.path, path, walk, above | {entry.path})


def _add_file(entry: os.DirEntry[str], path: str, walk: _Walk) -> None:
    try:
        status = entry.stat()
    except OSError:
        return  # gone since the folder was listed
    walk.found.append(Entry(path, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino))


def _follow(entry: os.DirEntry[str], path: str, walk: _Walk, above: frozenset[str]) -> None:
    """Follow a link, unless it leads out of ``content/``, to nothing, or in a circle."""
    target = os.path.realpath(entry.path)
    inside = os.path.commonpath((walk.content, target)) == walk.content
    if not inside or target in above or not Path(target).exists():
        walk.found.append(Problem(path, 1, "tautan-keluar"))
    elif entry.is_dir():
        _scan(target, path, walk, above | {target})
    else:
        _add_file(entry, path, walk)


def is_temporary(name: str) -> bool:
    """Tell whether *name* is a hidden file or one that an editor leaves while it works."""
    return (
        name[0] == "."
        or name[-1] == "~"
        or name.endswith((".swp", ".swo", ".tmp"))
        or name[0] == "#"
        or name[:2] == "~$"
    )


def _is_utf8(path: str) -> bool:
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True
