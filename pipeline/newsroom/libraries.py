"""The libraries of a newsroom, read from their profiles: names to choose from, and where each lies."""

from pathlib import Path
from threading import Lock
from typing import NamedTuple

from pipeline import regions
from pipeline.content.library import Library
from pipeline.content.library_reader import read_library
from pipeline.newsroom.access import Place

FOLDER = "content/libraries"


class _Read(NamedTuple):
    """A profile as it was read, and of which state of its file."""

    state: tuple[int, int]
    slug: str
    library: Library | None


class Libraries:
    """The profiles of the newsroom at *root*: each is read again when its file changed."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._known: dict[str, _Read] = {}
        self._lock = Lock()

    def all(self) -> dict[str, Library]:
        """Return the libraries by slug, in the order of their names; those whose profile has errors are left out."""
        with self._lock:
            there = {path.name: path for path in (self._root / FOLDER).glob("*.md")}
            self._known = {name: self._read(name, path) for name, path in there.items()}
            found = [read.library for read in self._known.values() if read.library is not None]
        return {library.slug: library for library in sorted(found, key=lambda one: (one.name, one.slug))}

    def _read(self, name: str, path: Path) -> _Read:
        try:
            status = path.stat()
            state = (status.st_mtime_ns, status.st_size)
            known = self._known.get(name)
            if known is not None and known.state == state:
                return known
            found = read_library(f"{FOLDER}/{name}", path.read_bytes())
        except OSError:
            return _Read((0, 0), "", None)
        return _Read(state, found.slug, found.library)

    def place(self, slug: str) -> Place:
        """Return where the library *slug* lies; one that is not known lies nowhere but in itself."""
        library = self.all().get(slug)
        region = library.region if library else ""
        return Place(slug, regions.regency_of(region), regions.province_of(region))
