"""Sources as people send them, and a newsroom to import them into."""

import datetime as dt
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.intake.draft import Refusal
from pipeline.intake.write import Written
from pipeline.production.importing import imported
from pipeline.production.newsroom import Newsroom

WHEN = dt.datetime(2026, 11, 22, 1, tzinfo=dt.UTC)
"""The instant of imports in tests: 22 November 2026, 08.00 WIB."""


class Desk:
    """A newsroom, and a folder from which things are imported into it."""

    def __init__(self, room: object, folder: Path) -> None:
        self.room = room
        self.root: Path = room.root
        self.folder = folder

    def put(self, name: str, data: bytes | str) -> Path:
        """Write a file to import."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    def take(self, *paths: Path, **options: object) -> list[Written | Refusal]:
        """Import *paths* (none: all of the folder)."""
        return list(imported(Newsroom(self.root), paths or (self.folder,), WHEN, **options))

    def one(self, name: str, data: bytes | str, **options: object) -> Written:
        """Import one file that gives one draft."""
        (found,) = self.take(self.put(name, data), **options)
        assert isinstance(found, Written), found
        return found

    def refused(self, name: str, data: bytes | str) -> str:
        """Import one file that gives none; return why."""
        (found,) = self.take(self.put(name, data))
        assert isinstance(found, Refusal), found
        assert not (self.root / "content/inbox").exists()
        return found.reason

    def text(self, written: Written, name: str = "index.md") -> str:
        """Return a file of a draft."""
        return (self.root / written.path / name).read_text("utf-8")

    def drafts(self) -> dict[str, bytes]:
        """Return all of the inbox."""
        inbox = self.root / "content/inbox"
        return {path.relative_to(inbox).as_posix(): path.read_bytes() for path in inbox.rglob("*") if path.is_file()}


@pytest.fixture
def desk(newsroom, tmp_path) -> Desk:
    """Give a newsroom with one library, and a folder to import from."""
    folder = tmp_path / "kiriman"
    folder.mkdir()
    return Desk(newsroom(), folder)


def body(text: str) -> str:
    """Return what stands below the front matter."""
    return text.partition("\n---\n")[2]


def zipped(parts: dict[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a ZIP with *parts*."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


@pytest.fixture(name="zipped")
def _zipped() -> Callable[..., bytes]:
    return zipped


@pytest.fixture(name="body")
def _body() -> Callable[[str], str]:
    return body
