"""The album: clean copies of photos, each under the hash of its original's bytes.

A copy is upright, sRGB, at most 1600 px wide, and carries nothing but pixels. All that is published is made from
copies; an original is opened once and never again. The album can be made again from ``content/``.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4


class Album:
    """The copies in *folder*, which is made when the first one comes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def identity(self) -> str:
        """A name given to this album when it was made: another name means that what was in it is gone."""
        path = self.folder / "identity"
        if not path.exists():
            self.folder.mkdir(parents=True, exist_ok=True)
            path.write_text(uuid4().hex, "ascii")
        return path.read_text("ascii")

    @property
    def unsettled(self) -> bool:
        """Whether copies came of which it is not yet certain that somebody may see them."""
        return (self.folder / "unsettled").exists()

    @unsettled.setter
    def unsettled(self, value: bool) -> None:
        mark = self.folder / "unsettled"
        if value and not mark.exists():
            mark.touch()
        elif not value:
            mark.unlink(missing_ok=True)

    def path(self, name: str) -> Path:
        """Return where the copy of the photo *name* lies, or would lie."""
        return self.folder / name[:2] / f"{name}.jpg"

    def has(self, name: str) -> bool:
        """Whether there is a copy of the photo *name*."""
        return self.path(name).exists()

    def put(self, name: str, copy: bytes) -> None:
        """Keep *copy*; seen by others whole or not at all."""
        path = self.path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        part.write_bytes(copy)
        os.replace(part, path)  # noqa: PTH105  the plain call says what it does

    def remove(self, name: str) -> None:
        """Forget the copy of the photo *name*."""
        self.path(name).unlink(missing_ok=True)

    def empty(self) -> None:
        """Forget all copies."""
        for name in self.names():
            self.remove(name)

    def names(self) -> Iterator[str]:
        """Yield the names of all copies, and remove what a killed build left half written."""
        for path in sorted(self.folder.glob("??/*")):
            if path.suffix == ".jpg":
                yield path.stem
            else:
                path.unlink(missing_ok=True)
