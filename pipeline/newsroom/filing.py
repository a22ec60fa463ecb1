"""Into ``content/``: a report and its photos take their place there whole, under a temporary name and by one rename."""

import os
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from hashlib import sha256
from itertools import count
from pathlib import Path

from pipeline.content.address import slug
from pipeline.content.filename import name_for
from pipeline.errors import OutputError
from pipeline.intake.guess import day_of
from pipeline.intake.ledger import DATE, STORIES
from pipeline.language import _

INDEX = "index.md"


def target(root: Path, title: str, text: str, held: Iterable[str] = ()) -> str:
    """Return the path of a new report with *title* and the file *text*: a free address in the month of its day.

    *held* are paths that others have already. A day that cannot be read is an error of the report, found elsewhere.
    """
    found = DATE.search(text)
    day = day_of(found[1].strip(" \"'")) if found else None
    month = f"{day:%Y/%m}" if day else "2000/01"
    place = root / STORIES / month
    taken = {slug(path.name.removesuffix(".md")) for path in place.iterdir()} if place.is_dir() else set()
    taken |= {path.split("/")[-2] for path in held if path.startswith(f"{STORIES}/{month}/")}
    name = name_for(title)
    return next(
        f"{STORIES}/{month}/{free}/{INDEX}"
        for free in (name if number == 1 else f"{name}-{number}" for number in count(1))
        if free not in taken
    )


def digest(text: str) -> str:
    """Return the hash by which a file is known again."""
    return sha256(text.encode()).hexdigest()


def put(root: Path, path: str, files: Mapping[str, bytes], gone: Iterable[str] = ()) -> None:
    """Put the report with *files* (by name) to *path*; files named in *gone* leave it.

    A new report appears whole. In one that is there, photos come first and the text last, each by one rename: what a
    build sees in between is the old text with all its photos. Raises ``OutputError`` where nothing can be written;
    what was there is then still there.
    """
    place = (root / path).parent
    try:
        if (root / path).exists():
            _replace(place, files, gone)
        else:
            _appear(place, files)
    except OSError as error:
        said = _("Tidak dapat menulis ke {folder}: {reason}.")
        raise OutputError(said.format(folder=place.relative_to(root), reason=error.strerror or error)) from error


def _appear(place: Path, files: Mapping[str, bytes]) -> None:
    fresh = place.parent / f".{place.name}.baru"
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        fresh.mkdir(parents=True)
        for name, data in files.items():
            _write(fresh / name, data)
        _settle(fresh)
        fresh.rename(place)
        _settle(place.parent)
    except OSError:
        shutil.rmtree(fresh, ignore_errors=True)
        raise


def _replace(place: Path, files: Mapping[str, bytes], gone: Iterable[str]) -> None:
    order = sorted(files, key=lambda name: name == INDEX)
    fresh = {name: place / f".{name}.baru" for name in order}
    try:
        for name in order:
            _write(fresh[name], files[name])
        for name in order:
            fresh[name].replace(place / name)
    except OSError:
        for path in fresh.values():
            path.unlink(missing_ok=True)
        raise
    for name in gone:
        if name not in files:
            (place / name).unlink(missing_ok=True)
    _settle(place)


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _settle(folder: Path) -> None:
    """Have the names in *folder* on the disk (fsync(2): a file's data does not bring its name there)."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def commit(root: Path, path: str, message: str) -> str:
    """Commit the folder of *path* where the newsroom is a repository of git; return what git said if it could not.

    Nobody needs to know of git: what it cannot do is noted, and the report is where it belongs all the same.
    """
    if not (root / ".git").exists():
        return ""
    folder = str(Path(path).parent)
    git = ["git", "-C", str(root), "-c", "user.name=warta", "-c", "user.email=warta@localhost"]
    for words in (["add", "--all", "--", folder], ["commit", "--quiet", "-m", message, "--", folder]):
        try:
            done = subprocess.run(
                [*git, *words], capture_output=True, text=True, errors="replace", timeout=60, check=False
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            return str(error)
        if done.returncode not in (0, 1):
            return done.stderr.strip()
    return ""
