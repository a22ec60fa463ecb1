"""What a path means to whoever asks ``warta why`` about it: an output, a story's address, or a file of ``content/``."""

import re
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from pipeline.content.address import is_report, library_slug, page_address, story_address
from pipeline.content.report import Report
from pipeline.production.newsroom import Newsroom

STORY = re.compile(r"(?:(site/pers|site|social|press)/)?(\d{4}/\d{2}/[^/]+)(?:/.*)?")


KIT = re.compile(r"site/\d{4}/\d{2}/[^/]+/bagikan(?:/.*)?")


class Question(NamedTuple):
    """A path understood.

    *output* is relative to ``output/`` (empty for a file of ``content/`` that makes no page of its own), *address*
    the story's, *source* the path of a file of ``content/``; empty where the path says nothing of them.
    """

    output: str
    address: str = ""
    source: str = ""

    @property
    def desk(self) -> str:
        """The desk that makes the output: that of its folder, but for ``bagikan/`` beside a page and the media room."""
        if KIT.fullmatch(self.output):
            return "posters" if self.output.endswith("/poster.pdf") else "kit"
        if self.output.startswith("site/bukti/"):
            return "evidence"
        return "press" if self.output.startswith("site/pers") else self.output.partition("/")[0]


def understood(room: Newsroom, text: str) -> Question:
    """Return what *text* asks about in *room*."""
    path = _relative(room, text)
    if path.startswith("content/"):
        return _about_source(path)
    path = path.removeprefix("output/")
    found = STORY.fullmatch(path)
    if found:
        return Question(path if found[1] else f"site/{found[2]}/index.html", found[2])
    return Question(path)


def _relative(room: Newsroom, text: str) -> str:
    """Return *text* relative to the newsroom where it is a path into it; a web address without its host."""
    if text.startswith(("http://", "https://")):
        return "site/" + (unquote(urlsplit(text).path).strip("/") or "index.html")
    path = Path(text)
    if path.is_absolute() or path.exists():
        try:
            return path.resolve().relative_to(room.root.resolve()).as_posix()
        except ValueError:
            pass
    return text.strip().removeprefix("./").strip("/")


def _about_source(path: str) -> Question:
    report = Report(path)
    if is_report(path):
        address = address_of(path)
        return Question(_page(address), address, path)
    if path.startswith("content/libraries/"):
        slug = library_slug(path, report)
        return Question(_page(slug and f"perpustakaan/{slug}"), source=path)
    if path.startswith("content/pages/"):
        return Question(_page(page_address(path, report)), source=path)
    if path.startswith("content/kliping/"):
        return Question("site/liputan/index.html", source=path)
    return Question("", source=path)


def _page(address: str | None) -> str:
    return f"site/{address}/index.html" if address else ""


def address_of(path: str) -> str:
    """Return the address of the story file at *path*, empty where it has none."""
    return story_address(path, None, Report(path)) or ""
