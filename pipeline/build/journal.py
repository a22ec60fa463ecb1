"""The commit: all of a build's files take their places, or none does.

The steps are written to the database, in the same transaction as everything else that the build found out, before the
first file is touched. Whoever is killed after that is finished by the next command (``recover``): every step may be
repeated. Whoever is killed before it leaves only a stage, which is swept away.
"""

import errno
import os
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import chain, count, islice
from pathlib import Path
from typing import Literal, NamedTuple

from pipeline.build.marker import mark
from pipeline.errors import OutputError
from pipeline.language import _

FEW = 160
"""Up to so many files (one story with all that hangs on it) are synced one by one; beyond, the file system once."""

OBSTACLES = {errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.EEXIST, errno.ENOTEMPTY, errno.EXDEV}


class Step(NamedTuple):
    """*move* brings *source* (in the stage) to *target*; *delete* removes *target*; *aside* keeps it at *source*."""

    act: Literal["move", "delete", "aside"]
    source: str
    target: str


class Places(NamedTuple):
    """Where things are: *output*, the *stage* of this build, and the folder for files put *aside*."""

    output: Path
    stage: Path
    aside: Path


def gather(staged: Mapping[str, int], output: Path) -> list[str]:
    """Return what to move, in order of rank: files, or whole folders where ``output/`` has no such folder yet.

    *staged* gives the rank of every file that lies in the stage; a folder moves with the highest rank of its files.
    """
    known: dict[str, bool] = {}
    found: dict[str, int] = {}
    for path, rank in staged.items():
        what = _new_folder(path, output, known) or path
        found[what] = max(rank, found.get(what, 0))
    return sorted(found, key=lambda what: (found[what], what))


def _new_folder(path: str, output: Path, known: dict[str, bool]) -> str:
    """Return the topmost folder of *path* that is not in *output*, or an empty string."""
    end = path.find("/")
    while end >= 0:
        folder = path[:end]
        if folder not in known:
            known[folder] = os.path.lexists(f"{output}/{folder}")
        if not known[folder]:
            return folder
        end = path.find("/", end + 1)
    return ""


def commit(db: sqlite3.Connection, steps: list[Step], places: Places) -> None:
    """End the open transaction of *db* and bring the stage into ``output/``; raises ``OutputError`` before or after."""
    _sync(steps, places.stage)
    db.executemany("INSERT INTO journal (act, source, target) VALUES (?, ?, ?)", steps)
    db.execute("INSERT OR REPLACE INTO meta VALUES ('stage', ?)", (places.stage.name,))
    db.execute("COMMIT")
    apply(db, places)


def recover(db: sqlite3.Connection, places: Places) -> bool:
    """Finish the commit of a build that was killed; returns whether there was one. Call it with the lock held."""
    row = db.execute("SELECT value FROM meta WHERE name = 'stage'").fetchone()
    if row is None or db.execute("SELECT 1 FROM journal LIMIT 1").fetchone() is None:
        return False
    apply(db, places._replace(stage=places.stage.with_name(row[0])))
    return True


def apply(db: sqlite3.Connection, places: Places) -> None:
    """Carry out the journal from its first step and empty it."""
    try:
        mark(places.output)
        for act, source, target in db.execute("SELECT act, source, target FROM journal ORDER BY step").fetchall():
            _carry_out(Step(act, source, target), places)
    except OSError as error:
        said = _("Menaruh hasil ke {folder} terhenti: {reason}. Perintah warta berikutnya akan menyelesaikannya.")
        raise OutputError(said.format(folder=places.output, reason=error.strerror or error)) from error
    db.execute("BEGIN IMMEDIATE")
    db.execute("DELETE FROM journal")
    db.execute("COMMIT")
    shutil.rmtree(places.stage, ignore_errors=True)


def _carry_out(step: Step, places: Places) -> None:
    target = f"{places.output}/{step.target}"
    if step.act == "move":
        _move(f"{places.stage}/{step.source}", target, places)
    elif step.act == "delete":
        _delete(target, places.output)
    else:
        if os.path.lexists(target) and not os.path.isdir(target):  # noqa: PTH112  a folder there is ours, just come
            _put_aside(target, places)
        _prune(os.path.dirname(target), str(places.output))  # noqa: PTH120  as in _delete


def _move(source: str, target: str, places: Places) -> None:
    """Bring a file or a folder to its place."""
    if not os.path.lexists(source):
        return  # done before the kill
    try:
        os.replace(source, target)  # noqa: PTH105  thousands of files: plain calls
    except OSError as error:
        if error.errno not in OBSTACLES:
            raise
        _move_slowly(source, target, places)


def _move_slowly(source: str, target: str, places: Places) -> None:
    """As ``_move``, where a folder is missing or there already, something else is in the way, or the disk another."""
    _make_way(source, target, places)
    if os.path.isdir(source):  # noqa: PTH112
        os.makedirs(target, exist_ok=True)  # noqa: PTH103
        for name in sorted(os.listdir(source)):  # noqa: PTH208
            _move(f"{source}/{name}", f"{target}/{name}", places)
        return
    try:
        os.replace(source, target)  # noqa: PTH105
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        beside = f"{target}.warta-baru"
        shutil.copy2(source, beside)
        os.replace(beside, target)  # noqa: PTH105


def _make_way(source: str, target: str, places: Places) -> None:
    """Make the folders above *target*; what somebody put in its place, of another kind than *source*, is put aside."""
    end = target.find("/", len(str(places.output)) + 1)
    while end >= 0:
        if os.path.lexists(target[:end]) and not os.path.isdir(target[:end]):  # noqa: PTH112
            _put_aside(target[:end], places)
        end = target.find("/", end + 1)
    os.makedirs(os.path.dirname(target), exist_ok=True)  # noqa: PTH103, PTH120
    if os.path.lexists(target) and os.path.isdir(target) != os.path.isdir(source):  # noqa: PTH112
        _put_aside(target, places)


def _put_aside(path: str, places: Places) -> None:
    """Keep what lies at *path*, which is not ours, among the files put aside; nothing there is ever written over."""
    inside = os.path.relpath(path, places.output)
    for number in count():
        kept = f"{places.aside}/{number}/{inside}" if number else f"{places.aside}/{inside}"
        try:
            os.makedirs(os.path.dirname(kept), exist_ok=True)  # noqa: PTH103, PTH120
        except (FileExistsError, NotADirectoryError):
            continue
        if not os.path.lexists(kept):
            shutil.move(path, kept)
            return


def _delete(target: str, output: Path) -> None:
    if os.path.isdir(target) and not os.path.islink(target):  # noqa: PTH112, PTH114
        return  # somebody put a folder where our file was
    with suppress(FileNotFoundError, NotADirectoryError):
        os.unlink(target)  # noqa: PTH108
    _prune(os.path.dirname(target), str(output))  # noqa: PTH120


def _prune(folder: str, top: str) -> None:
    """Remove *folder* and those above it, up to *top*, as long as they are empty; one may be gone already."""
    while len(folder) > len(top):
        try:
            os.rmdir(folder)  # noqa: PTH106
        except FileNotFoundError:
            pass
        except OSError:
            return
        folder = os.path.dirname(folder)  # noqa: PTH120


def _sync(steps: list[Step], stage: Path) -> None:
    """Bring the staged bytes to disk, so that a power cut after the journal finds them there."""
    moved = chain.from_iterable(_files(f"{stage}/{step.source}") for step in steps if step.act == "move")
    files = list(islice(moved, FEW + 1))
    if len(files) > FEW:
        os.sync()
        return
    for path in files:
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _files(path: str) -> Iterator[str]:
    """Yield *path*, or every file in the folder that it is."""
    if not os.path.isdir(path):  # noqa: PTH112
        yield path
        return
    for folder, _folders, names in os.walk(path):
        yield from (f"{folder}/{name}" for name in names)
