"""What goes into every output beside its view: templates, settings, and warta itself."""

import shutil
from difflib import get_close_matches
from functools import lru_cache
from hashlib import blake2b
from typing import Any

import msgspec

from pipeline import config
from pipeline.build.engine import Ingredients
from pipeline.build.keys import digest
from pipeline.build.output import Renderer
from pipeline.config import Site
from pipeline.content.file import leads_out
from pipeline.desks.advocacy import grounds
from pipeline.errors import ConfigError
from pipeline.language import _
from pipeline.pictures.deck import Style
from pipeline.pictures.format import tell
from pipeline.production import version
from pipeline.production.newsroom import Newsroom
from pipeline.templating.folders import closure, folders, sources, themes

LOGOS = ("png", "jpeg", "svg")
LIGHT = 30_000
"""Bytes of an SVG that every reader's browser may well fetch for its tab; a larger one is drawn as pixels."""


class Recipes:
    """The ingredients of one build."""

    def __init__(self, room: Newsroom, site: Site) -> None:
        self._folders = folders(room.root, _theme(room, site))
        self._sources = sources(self._folders)
        # Where the site is published changes no page.
        self._settings = msgspec.json.encode(msgspec.structs.replace(site, terbit={}))
        self.grounds = grounds.load(room.root)
        self.code = version.code()
        self.reader = version.reader()
        logo = logo_of(room, site)
        self.blobs: list[tuple[str, bytes]] = [(digest(logo), logo)] if logo else []
        """What the settings themselves name."""
        cards = {name: found for name, found in self._sources.items() if name.startswith("cards/")}
        vector = bool(logo) and len(logo) <= LIGHT and tell(logo).kind == "svg"
        self.style = Style(version.summed(cards)[:16], digest(logo) if logo else "", vector)
        self.ingredients = lru_cache(None)(self._ingredients)
        self.options: dict[str, Any] = {
            "templates": self._folders,
            "edition": version.summed(self._sources),
            "language": site.bahasa,
            "compiled": _folder(room),
            "album": f"{room.album}",
        }

    @property
    def fingerprint(self) -> str:
        """A hash of everything that is the same for the whole build: another one makes the full plan."""
        state = blake2b(self._settings + msgspec.json.encode(self.grounds), digest_size=16)
        for part in (self.style.logo, self.code, version.summed(version.libraries()), version.summed(self._sources)):
            state.update(part.encode())
        return state.hexdigest()

    def _ingredients(self, renderer: Renderer) -> Ingredients:
        names = {"warta (versinya)": self.code, **version.libraries(), "renderer": renderer.function}
        for template in renderer.templates:
            for name, found in closure(self._folders, self._sources, template).items():
                names[f"templates/{name}"] = found
        return Ingredients(version.summed(names), names)


def _theme(room: Newsroom, site: Site) -> str:
    """Return the theme's name; raises ``ConfigError`` where there is no such theme."""
    known = themes(room.root)
    if site.tema and site.tema not in known:
        near = (get_close_matches(site.tema, known, 1, 0.5) or known or [""])[0]
        said = _('tema "{theme}" tidak ada: buat foldernya di templates/themes/, atau pilih {near}.')
        raise ConfigError(config.fault("tema", said.format(theme=site.tema, near=f'"{near}"'), room.root))
    return site.tema


def logo_of(room: Newsroom, site: Site) -> bytes:
    """Return the logo's bytes, empty where none is named; raises ``ConfigError`` where it cannot be had."""
    if not site.kartu.logo:
        return b""
    try:
        if leads_out(room.root, f"content/{site.kartu.logo}"):
            raise ConfigError(config.fault("logo", _("logo harus berada di dalam folder content/."), room.root))
        data = (room.content / site.kartu.logo).read_bytes()
    except OSError:
        said = _('logo "{file}" tidak ada di content/.').format(file=site.kartu.logo)
        raise ConfigError(config.fault("logo", said, room.root)) from None
    if tell(data).kind not in LOGOS:
        raise ConfigError(config.fault("logo", _("logo harus berupa PNG, JPEG atau SVG."), room.root))
    return data


def _folder(room: Newsroom) -> str:
    """Return the folder for compiled templates; what another version of anything compiled is of no use."""
    folder = room.cache / "templates" / version.summed({"warta": version.code(), **version.libraries()})
    if not folder.is_dir():
        shutil.rmtree(folder.parent, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    return str(folder)
