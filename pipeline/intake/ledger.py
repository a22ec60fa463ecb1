"""What was imported before: told by a line in each draft itself, so that it is lost only with the draft.

Two comments at the end of a draft's front matter remember it::

    # asal: Word, Laporan Panen.docx
    # sidik: <what was said> <who says it> <the draft as it was written>

The first two of the second line stay when a draft is accepted, so that its source is known ever after.
"""

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from pipeline.intake.draft import Origin, lettered

MARK = re.compile(r"^# sidik: (?P<content>[a-p]{32}) (?P<identity>[a-p]{16})(?: (?P<draft>[a-p]{16}))?$", re.MULTILINE)
TITLE = re.compile(r"^judul: (.*?)(?: # tebakan.*)?$", re.MULTILINE)
DATE = re.compile(r"^tanggal: (.*?)(?: # tebakan.*)?$", re.MULTILINE)

HEAD = 65_536
"""Bytes in which front matter ends."""

INBOX = "content/inbox"
STORIES = "content/stories"
NOTES = "CATATAN.md"


class Known(NamedTuple):
    """One imported report. *path* is its file, *draft* the sum it was written with (empty: accepted since)."""

    path: Path
    content: str
    identity: str
    draft: str
    title: str
    date: str

    @property
    def waiting(self) -> bool:
        """Whether it is still a draft."""
        return bool(self.draft)

    def edited(self) -> bool:
        """Whether anybody changed, added or removed anything in its folder since it was written."""
        return sum_of(self.path.parent) != self.draft


class Ledger:
    """All that was imported into one newsroom."""

    def __init__(self, known: Iterable[Known]) -> None:
        self._content: dict[str, list[Known]] = {}
        self._identity: dict[str, list[Known]] = {}
        for one in known:
            self.add(one)

    def add(self, one: Known) -> None:
        """Remember *one*."""
        self._content.setdefault(one.content, []).append(one)
        self._identity.setdefault(one.identity, []).append(one)

    def same(self, origin: Origin) -> Known | None:
        """Return what was made of the very same source."""
        return next(iter(self._content.get(origin.content, ())), None)

    def earlier(self, origin: Origin) -> list[Known]:
        """Return what was made of the same source when it said something else, oldest first."""
        return self._identity.get(origin.identity, [])

    def forget(self, one: Known) -> None:
        """Forget *one*, which was replaced."""
        self._content[one.content].remove(one)
        self._identity[one.identity].remove(one)


def ledger(root: Path) -> Ledger:
    """Return the ledger of the newsroom at *root*."""
    return Ledger(_known(root))


def _known(root: Path) -> Iterator[Known]:
    for path in sorted((root / INBOX).glob("*/index.md")):
        if not path.parent.name.startswith(".") and (found := read_known(path)) and found.draft:
            yield found
    for path in sorted((root / STORIES).rglob("*.md")):
        if found := read_known(path):
            yield found._replace(draft="")


def read_known(path: Path) -> Known | None:
    """Return what the file at *path* remembers of its source; ``None`` where it was not imported."""
    try:
        with path.open("rb") as stream:
            head = stream.read(HEAD).decode("utf-8", "replace")
    except OSError:
        return None
    return known(path, head)


def known(path: Path, text: str) -> Known | None:
    """Return the same, of a file whose text is known."""
    found = MARK.search(text)
    if not found:
        return None
    title, date = TITLE.search(text), DATE.search(text)
    return Known(
        path,
        found["content"],
        found["identity"],
        found["draft"] or "",
        title[1] if title else "",
        date[1] if date else "",
    )


def sum_of(folder: Path) -> str:
    """Return the sum of all files of a draft, but for the sum itself."""
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
    return sum_of_files(files)


def sum_of_files(files: dict[str, bytes]) -> str:
    """Return the same of *files* by name."""
    total = sha256()
    for name, data in sorted(files.items()):
        bare = _without_sum(data) if name == "index.md" else data
        total.update(f"{name}\0{len(bare)}\0".encode("utf-8", "replace") + bare)
    return lettered(total.hexdigest()[:16])


_SUM = re.compile(rb"^(# sidik: [a-p]{32} [a-p]{16})(?: [a-p]{16})?$", re.MULTILINE)


def _without_sum(data: bytes) -> bytes:
    return _SUM.sub(rb"\1", data.replace(b"\r\n", b"\n"), count=1)
