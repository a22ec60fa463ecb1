"""A newsroom on disk: the folder with ``content/``, and where its caches and outputs are."""

from pathlib import Path
from typing import NamedTuple

from pipeline.errors import UsageError
from pipeline.language import _


class Newsroom(NamedTuple):
    """The places of one newsroom. *preview* ones hold drafts too and never touch ``output/``."""

    root: Path
    preview: bool = False

    @property
    def content(self) -> Path:
        """What people write."""
        return self.root / "content"

    @property
    def cache(self) -> Path:
        """What can be made again."""
        cache = self.root / ".warta" / "cache"
        return cache / "preview" if self.preview else cache

    @property
    def output(self) -> Path:
        """What is made."""
        return self.cache / "output" if self.preview else self.root / "output"

    @property
    def lock(self) -> Path:
        """The file that a command holds while it changes anything; previews touch nothing that others use."""
        return self.root / ".warta" / ("lock-preview" if self.preview else "lock")

    @property
    def aside(self) -> Path:
        """Where files of unknown origin in ``output/`` are kept; warta never deletes it."""
        return self.root / ".warta" / "state" / "sisa"

    @property
    def versions(self) -> Path:
        """What was published last."""
        return self.root / ".warta" / "state" / "versi"

    @property
    def targets(self) -> Path:
        """What is remembered of the places to publish to."""
        return self.root / ".warta" / "state" / "terbit"

    @property
    def database(self) -> Path:
        """The engine's and the archive's tables."""
        return self.cache / "newsroom.sqlite"

    @property
    def blobs(self) -> Path:
        """The stored bodies."""
        return self.cache / "blobs.sqlite"

    @property
    def album(self) -> Path:
        """The clean copies of photos."""
        return self.cache / "photos"


def find(start: Path, *, preview: bool = False) -> Newsroom:
    """Return the newsroom at *start* or in the nearest folder above it; raises ``UsageError`` where there is none."""
    folder = start.resolve()
    for candidate in (folder, *folder.parents):
        if (candidate / "content").is_dir():
            return Newsroom(candidate, preview)
    raise UsageError(
        _(
            "{start} bukan ruang redaksi: tidak ada folder content/ di sini atau di atasnya. "
            "Buat yang baru dengan: warta init NAMA-FOLDER"
        ).format(start=start)
    )
