"""One report as the report that it would be: checked, or built, in a newsroom of its own with our libraries."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from pipeline.production.check import Finding, check
from pipeline.production.newsroom import Newsroom

SETTINGS = ("site.toml", "tarik.toml", "indikator.toml")


def stage(room: Newsroom, root: Path, target: str, files: Mapping[str, bytes]) -> Newsroom:
    """Make a newsroom at *root* with the settings and libraries of *room*, and return it.

    *files*, by name, lie in the folder of the report *target* (``content/stories/2026/11/panen/index.md``). What lay
    at *root* before is replaced but for its caches.
    """
    shutil.rmtree(root / "content", ignore_errors=True)
    content = root / "content"
    content.mkdir(parents=True)
    for name in SETTINGS:
        if (room.content / name).is_file():
            shutil.copyfile(room.content / name, content / name)
    if (room.content / "libraries").is_dir():
        shutil.copytree(room.content / "libraries", content / "libraries")
    place = (root / target).parent
    place.mkdir(parents=True)
    for name, data in files.items():
        (place / name).write_bytes(data)
    return Newsroom(root)


def findings(room: Newsroom, root: Path, target: str, files: Mapping[str, bytes]) -> tuple[Finding, ...]:
    """Return what ``warta check`` would say of the report *target* with *files*."""
    return tuple(found for found in check(stage(room, root, target, files)).all if found.path == target)
