"""What goes into every output beside its view: templates, settings, and warta itself."""

from functools import lru_cache
from hashlib import blake2b
from typing import Any

from pipeline.build.engine import Ingredients
from pipeline.build.output import Renderer
from pipeline.config import PATH, Site
from pipeline.production import version
from pipeline.production.newsroom import Newsroom
from pipeline.templating.folders import closure, folders, sources


class Recipes:
    """The ingredients of one build."""

    def __init__(self, room: Newsroom, site: Site) -> None:
        self._folders = folders(room.root)
        self._sources = sources(self._folders)
        settings = room.root / PATH
        self._settings = settings.read_bytes() if settings.exists() else b""
        self.code = version.code()
        self.reader = version.code("content", "regions.py", "data") + _sum(version.libraries())
        self.ingredients = lru_cache(None)(self._ingredients)
        self.options: dict[str, Any] = {
            "templates": self._folders,
            "language": site.bahasa,
            "compiled": _folder(room),
        }

    @property
    def fingerprint(self) -> str:
        """A hash of everything that is the same for the whole build: another one makes the full plan."""
        state = blake2b(self._settings, digest_size=16)
        for part in (self.code, _sum(version.libraries()), _sum(self._sources)):
            state.update(part.encode())
        return state.hexdigest()

    def _ingredients(self, renderer: Renderer) -> Ingredients:
        names = {"warta (versinya)": self.code, **version.libraries(), "renderer": renderer.function}
        for template in renderer.templates:
            for name, found in closure(self._folders, self._sources, template).items():
                names[f"templates/{name}"] = found
        return Ingredients(_sum(names), names)


def _folder(room: Newsroom) -> str:
    folder = room.cache / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    return str(folder)


def _sum(names: dict[str, str]) -> str:
    state = blake2b(digest_size=16)
    for name in sorted(names):
        state.update(f"{name}\0{names[name]}\0".encode())
    return state.hexdigest()
