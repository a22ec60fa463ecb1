"""What goes into every output beside its view: templates, settings, and warta itself."""

import shutil
from functools import lru_cache
from hashlib import blake2b
from typing import Any

import msgspec

from pipeline.build.engine import Ingredients
from pipeline.build.output import Renderer
from pipeline.config import Site
from pipeline.production import version
from pipeline.production.newsroom import Newsroom
from pipeline.templating.folders import closure, folders, sources


class Recipes:
    """The ingredients of one build."""

    def __init__(self, room: Newsroom, site: Site) -> None:
        self._folders = folders(room.root)
        self._sources = sources(self._folders)
        self._settings = msgspec.json.encode(site)
        self.code = version.code()
        self.reader = version.reader()
        self.ingredients = lru_cache(None)(self._ingredients)
        self.options: dict[str, Any] = {
            "templates": self._folders,
            "edition": version.summed(self._sources),
            "language": site.bahasa,
            "compiled": _folder(room),
        }

    @property
    def fingerprint(self) -> str:
        """A hash of everything that is the same for the whole build: another one makes the full plan."""
        state = blake2b(self._settings, digest_size=16)
        for part in (self.code, version.summed(version.libraries()), version.summed(self._sources)):
            state.update(part.encode())
        return state.hexdigest()

    def _ingredients(self, renderer: Renderer) -> Ingredients:
        names = {"warta (versinya)": self.code, **version.libraries(), "renderer": renderer.function}
        for template in renderer.templates:
            for name, found in closure(self._folders, self._sources, template).items():
                names[f"templates/{name}"] = found
        return Ingredients(version.summed(names), names)


def _folder(room: Newsroom) -> str:
    """Return the folder for compiled templates; what another version of anything compiled is of no use."""
    folder = room.cache / "templates" / version.summed({"warta": version.code(), **version.libraries()})
    if not folder.is_dir():
        shutil.rmtree(folder.parent, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    return str(folder)
