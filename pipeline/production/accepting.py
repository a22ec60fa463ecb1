"""``warta import --terima``: a draft that an editor has looked at becomes a report, if nothing holds it back."""

import os
import re
import tempfile
from itertools import count
from pathlib import Path
from typing import NamedTuple

from pipeline.content.address import slug
from pipeline.content.filename import name_for
from pipeline.errors import OutputError, UsageError
from pipeline.intake.compose import ORDER
from pipeline.intake.guess import day_of
from pipeline.intake.ledger import DATE, INBOX, NOTES, STORIES, TITLE
from pipeline.language import _
from pipeline.production.check import Finding
from pipeline.production.newsroom import Newsroom
from pipeline.production.trial import findings

ACCEPTED = f"{INBOX}/diterima"
"""Where the lists of notes of accepted drafts are kept."""

_GUESS = re.compile(r"^([a-z_]+): (.*?) # tebakan.*$", re.MULTILINE)
_ASKED = re.compile(rf"^(?:# (?:{'|'.join(ORDER)})| {{4}}# (?:keterangan|alt|izin)): .*$", re.MULTILINE)
_STATUS = re.compile(r"^status: (?:periksa|review)[ \t]*$", re.MULTILINE)
_SUM = re.compile(r"^(# sidik: [a-p]{32} [a-p]{16}) [a-p]{16}$", re.MULTILINE)
_DAY = re.compile(r"^\d{4}-\d{2}-\d{2}-")


class Accepted(NamedTuple):
    """*path* of the report (empty: it stays a draft, for *findings* holds an error); *guesses* nobody corrected."""

    draft: str
    path: str
    findings: tuple[Finding, ...]
    guesses: tuple[str, ...] = ()


def accept(room: Newsroom, asked: str) -> Accepted:
    """Move the draft *asked* for (its folder, or the name of that) to ``content/stories/``, if it has no error.

    It is checked as the report that it would be, in a newsroom of its own with our libraries and settings. Raises
    ``UsageError`` where there is no such draft, ``OutputError`` where it cannot be moved.
    """
    folder = _folder(room, asked)
    relative = folder.relative_to(room.root.resolve()).as_posix()
    path = folder / "index.md"
    text = path.read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n")
    head, gap, body = _split(text)
    guesses = tuple(found[1] for found in _GUESS.finditer(head))
    target = _target(room, folder, head)
    found = _rehearsed(room, folder, target, _quiet(head) + gap + body)
    told = tuple(finding._replace(path=f"{relative}/index.md") for finding in found)
    if any(finding.level == "error" for finding in told):
        return Accepted(relative, "", told, guesses)
    _move(room, folder, target, _settled(head) + gap + body)
    return Accepted(relative, target, told, guesses)


def _folder(room: Newsroom, asked: str) -> Path:
    """Return the draft's folder; never one outside of the inbox, nor a link to one."""
    inbox = (room.root / INBOX).resolve()
    given = Path(asked)
    for candidate in (inbox / given.name, given, room.root / given):
        folder = candidate.parent if candidate.name == "index.md" else candidate
        if folder.resolve().parent == inbox and not folder.is_symlink() and (folder / "index.md").is_file():
            return folder.resolve()
    raise UsageError(
        _("Tidak ada draf {asked} di content/inbox/. Sebutkan nama foldernya di sana.").format(asked=asked)
    )


def _split(text: str) -> tuple[str, str, str]:
    """Return front matter, the line that closes it, and the rest."""
    found = re.match(r"(---\n.*?)(\n---[ \t]*(?:\n|$))", text, re.DOTALL)
    return (found[1], found[2], text[found.end() :]) if found else (text, "", "")


def _quiet(head: str) -> str:
    """Return *head* as it will be published, line by line where it was."""
    return _STATUS.sub("# status", _GUESS.sub(r"\1: \2", head))


def _settled(head: str) -> str:
    """Return *head* without what was meant for its editor; where it came from stays."""
    head = _SUM.sub(r"\1", _ASKED.sub("", _STATUS.sub("", _GUESS.sub(r"\1: \2", head))))
    return "\n".join(line for line in head.split("\n") if line.strip())


def _target(room: Newsroom, folder: Path, head: str) -> str:
    """Return the path of the report; one without a day that can be read is checked as one of its folder's month."""
    date, title = DATE.search(head), TITLE.search(head)
    day = day_of(date[1].strip(" \"'")) if date else None
    written = re.match(r"(\d{4})-(\d{2})-", folder.name)
    month = f"{day:%Y/%m}" if day else f"{written[1]}/{written[2]}" if written else "2000/01"
    name = slug(_DAY.sub("", folder.name)) if not title else name_for(title[1].strip(" \"'"))
    place = room.root / STORIES / month
    taken = {slug(path.name.removesuffix(".md")) for path in place.iterdir()} if place.is_dir() else set()
    numbered = (name if number == 1 else f"{name}-{number}" for number in count(1))
    free = next(one for one in numbered if one not in taken)
    return f"{STORIES}/{month}/{free}/index.md"


def _rehearsed(room: Newsroom, folder: Path, target: str, text: str) -> tuple[Finding, ...]:
    """Return what ``warta check`` would say of the report at *target*."""
    beside = (path for path in folder.iterdir() if path.name not in {NOTES, "index.md"})
    files = {path.name: path.read_bytes() for path in beside if path.is_file() and not path.is_symlink()}
    with tempfile.TemporaryDirectory(prefix="warta-terima-") as name:
        return findings(room, Path(name), target, files | {"index.md": text.encode()})


def _move(room: Newsroom, folder: Path, target: str, text: str) -> None:
    """Move the draft in *folder*: its report to *target*, its photos beside it, its notes out of the way."""
    place = (room.root / target).parent
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        if (folder / NOTES).is_file():
            (room.root / ACCEPTED).mkdir(parents=True, exist_ok=True)
            os.replace(folder / NOTES, room.root / ACCEPTED / f"{folder.name}.md")  # noqa: PTH105  over an older one
        # Written last and beside: until then a build sees a folder of photos.
        fresh = folder / "index.md.tmp"
        fresh.write_text(text, "utf-8")
        (folder / "index.md").unlink()
        folder.rename(place)
        os.replace(place / fresh.name, place / "index.md")  # noqa: PTH105  one step
    except OSError as error:
        said = _("Tidak dapat menulis ke {folder}: {reason}.")
        raise OutputError(said.format(folder=place, reason=error.strerror or error)) from error
