"""What is to be imported, one source after the other: files as named, folders by what lies in them."""

import os
from collections.abc import Iterator
from pathlib import Path

from pipeline.content.folder import is_temporary
from pipeline.content.text import shown
from pipeline.intake.draft import Refusal
from pipeline.intake.sniff import picture
from pipeline.intake.source import Source
from pipeline.language import _

MOST = 10_000
"""Files in a folder; whoever has more named the wrong one."""

NOTES = frozenset((".txt", ".md", ".markdown", ".docx", ".odt"))
"""Files that may be the note to the pictures beside them."""


def is_newsroom(folder: Path) -> bool:
    """Tell whether *folder* is a newsroom, with reports of its own."""
    return (folder / "content" / "stories").is_dir()


def sources(path: Path) -> Iterator[Source | Refusal]:
    """Yield what *path*, a file or a folder, holds; links are never followed."""
    if path.is_symlink():
        yield Refusal(path.name, _("berupa tautan. Sebutkan berkas aslinya."))
    elif path.is_dir():
        yield from _folder(path)
    else:
        yield _file(path)


def _file(path: Path, companions: tuple[Path, ...] = ()) -> Source:
    return Source(path.name, path=path, place=str(path.parent.resolve()), companions=companions)


def _folder(folder: Path) -> Iterator[Source | Refusal]:
    if is_newsroom(folder):
        yield Source(folder.name or str(folder), path=folder, place=str(folder.resolve()))
        return
    with os.scandir(folder) as found:
        entries = sorted((entry for entry in found if not is_temporary(entry.name)), key=lambda entry: entry.name)
    if len(entries) > MOST:
        yield Refusal(folder.name, _("berisi lebih dari {most} berkas.").format(most=MOST))
        return
    files = [Path(entry.path) for entry in entries if entry.is_file(follow_symlinks=False)]
    yield from (Refusal(entry.name, _("berupa tautan, jadi tidak diikuti.")) for entry in entries if entry.is_symlink())
    yield from _together(folder, files)
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _folder(Path(entry.path))


def _together(folder: Path, files: list[Path]) -> Iterator[Source | Refusal]:
    """Yield the *files* of one folder: pictures go with the note beside them, where there is just one."""
    pictures = tuple(path for path in files if _is_picture(path))
    rest = [path for path in files if path not in pictures]
    notes = [path for path in rest if path.suffix.lower() in NOTES]
    if pictures and not notes:
        yield Source(folder.name, data=b"", place=str(folder.resolve()), companions=pictures)
    elif len(notes) > 1 and pictures:
        names = ", ".join(shown(path.name) for path in pictures)
        yield Refusal(
            folder.name,
            _("ada {number} dokumen di folder ini, jadi tidak jelas gambar ini milik yang mana: {names}.").format(
                number=len(notes), names=names
            ),
        )
    alone = len(notes) == 1
    yield from (_file(path, pictures if alone and path == notes[0] else ()) for path in rest)


def _is_picture(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            return bool(picture(stream.read(32)))
    except OSError:
        return False
