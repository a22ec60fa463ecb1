"""What this computer remembers of a target: the manifest it left there, and how far an unfinished run came."""

import json
from collections.abc import Mapping
from pathlib import Path

from pipeline.errors import TargetError
from pipeline.publish.manifest import Entry, Manifest, pack, unpack


class Memory:
    """The files of the target *name* below *folder* (``.warta/state/terbit/``).

    All of it may be lost: then more is read from the target, or sent again.
    """

    def __init__(self, folder: Path, name: str) -> None:
        self._folder = folder
        self._manifest = folder / f"{name}.manifest.json.gz"
        self._noted = folder / f"{name}.json"
        self._progress = folder / f"{name}.berjalan"

    @property
    def generation(self) -> str:
        """The generation that this computer left there last, empty where it never did."""
        try:
            found = json.loads(self._noted.read_text("utf-8"))["generation"]
        except (OSError, ValueError, KeyError, TypeError):
            return ""
        return found if isinstance(found, str) else ""

    def manifest(self) -> Manifest | None:
        """Return the manifest of that generation, ``None`` where it is not here any more or damaged."""
        try:
            found = unpack(self._manifest.read_bytes())
        except (OSError, TargetError):
            return None
        return found if found.generation == self.generation else None

    def remember(self, manifest: Manifest) -> None:
        """Remember that *manifest* lies there now, and that nothing is unfinished."""
        self._folder.mkdir(parents=True, exist_ok=True)
        _write(self._manifest, pack(manifest))
        _write(self._noted, json.dumps({"generation": manifest.generation}).encode())
        self._progress.unlink(missing_ok=True)

    def progress(self, run: str) -> dict[str, Entry | None]:
        """Return what the unfinished *run* has done as far as this computer knows: by path; ``None``: deleted."""
        try:
            lines = self._progress.read_text("utf-8").split("\n")
        except (OSError, UnicodeDecodeError):
            return {}
        found: dict[str, Entry | None] = {}
        if lines[0] == run:
            for line in lines[1:-1]:  # the last may have been cut off
                name, size, path = line.split(" ", 2)
                found[path] = Entry(name, int(size)) if name != "-" else None
        return found

    def begin(self, run: str, before: Mapping[str, Entry | None]) -> "Progress":
        """Begin to note what *run* does; *before*: what the one before had done already."""
        self._folder.mkdir(parents=True, exist_ok=True)
        _write(self._progress, "".join((f"{run}\n", *(_line(path, entry) for path, entry in before.items()))).encode())
        return Progress(self._progress)


class Progress:
    """A list of what is done, a line for each file, on the disk before the next is begun."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("ab", buffering=0)

    def note(self, path: str, entry: Entry | None) -> None:
        """Note that the file at *path* is there (``None``: deleted)."""
        self._file.write(_line(path, entry).encode())

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


def _line(path: str, entry: Entry | None) -> str:
    return f"- 0 {path}\n" if entry is None else f"{entry.hash} {entry.size} {path}\n"


def _write(path: Path, data: bytes) -> None:
    beside = path.with_name(f"{path.name}.tmp")
    beside.write_bytes(data)
    beside.replace(path)
