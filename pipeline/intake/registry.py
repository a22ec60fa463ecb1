"""Profiles from a table, written to ``content/libraries/``: new ones, and those that nobody edited since."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Literal, NamedTuple

from pipeline.content.address import slug
from pipeline.content.file import leads_out
from pipeline.errors import OutputError
from pipeline.intake.profile import Profile, known, signed
from pipeline.language import _

FOLDER = "content/libraries"

Action = Literal["baru", "diperbarui", "tetap", "disunting"]


class Registered(NamedTuple):
    """How many profiles by action, the paths *written*, and those *left* because somebody edited them."""

    done: Counter[Action]
    written: tuple[str, ...]
    left: tuple[str, ...]


class _File(NamedTuple):
    name: str
    data: bytes


def register(root: Path, profiles: Iterable[Profile], *, trial: bool = False) -> Registered:
    """Write *profiles* below *root*; a *trial* only counts. Raises ``OutputError`` where that cannot be done.

    A row is known again by its key, so the same table twice makes no double; a profile that people wrote is never
    touched: of one with the same name the new one gets a longer file name.
    """
    folder = root / FOLDER
    files = [_File(path.name, path.read_bytes()) for path in sorted(folder.glob("*.md"))] if folder.is_dir() else []
    by_key = {found.key: file for file in files if (found := known(file.data))}
    used = {slug(file.name.removesuffix(".md")) for file in files}
    done: Counter[Action] = Counter()
    written: list[str] = []
    left: list[str] = []
    for one in profiles:
        data, file = signed(one), by_key.get(one.key)
        name = file.name if file else f"{_free(one, used)}.md"
        action = _decide(data, file)
        done[action] += 1
        used.add(slug(name.removesuffix(".md")))
        by_key.setdefault(one.key, _File(name, data))
        if action == "disunting":
            left.append(f"{FOLDER}/{name}")
        elif action != "tetap":
            written.append(f"{FOLDER}/{name}")
            if not trial:
                _write(root, f"{FOLDER}/{name}", data)
    return Registered(done, tuple(written), tuple(left))


def _decide(data: bytes, file: _File | None) -> Action:
    if file is None:
        return "baru"
    if file.data == data:
        return "tetap"
    before = known(file.data)
    after = known(data)
    if before and not before.untouched:
        return "tetap" if after and _same_source(file.data, data) else "disunting"
    return "diperbarui"


def _same_source(ours: bytes, theirs: bytes) -> bool:
    """Whether both came from the same row in the same state: their lines of origin are one."""
    return ours.split(b"\n", 2)[1] == theirs.split(b"\n", 2)[1]


def _free(one: Profile, used: set[str]) -> str:
    for name in one.slugs:
        if name not in used:
            return name
    number = 2
    while f"{one.slugs[-1]}-{number}" in used:
        number += 1
    return f"{one.slugs[-1]}-{number}"


def _write(root: Path, path: str, data: bytes) -> None:
    try:
        (root / FOLDER).mkdir(parents=True, exist_ok=True)
        if leads_out(root, FOLDER):
            raise OutputError(
                _("{path}: foldernya tautan ke luar content/. Pindahkan tautan itu dulu.").format(path=path)
            )
        beside = root / FOLDER / f".{path.rpartition('/')[2]}.tmp"
        beside.write_bytes(data)
        beside.replace(root / path)
    except OSError as error:
        said = _("Tidak dapat menulis ke {folder}: {reason}.")
        raise OutputError(said.format(folder=FOLDER, reason=error.strerror or error)) from error
