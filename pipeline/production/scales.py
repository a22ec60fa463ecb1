"""The built site on the scales: every page of ``output/site/`` that is too heavy for a cheap telephone."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pipeline.content.problem import Problem
from pipeline.errors import UsageError
from pipeline.language import _
from pipeline.production.newsroom import Newsroom
from pipeline.production.weight import KB, Excess, Fetch, Weight, excess, weigh


class Weighed(NamedTuple):
    """What is too heavy, by path, and how many pages were put on the scales."""

    problems: tuple[Problem, ...]
    pages: int


def weighed(room: Newsroom) -> Weighed:
    """Weigh every page of the built site of *room*. Reads only ``output/site/``.

    Raises ``UsageError`` where there is no site yet.
    """
    site = room.output / "site"
    pages = sorted(site.rglob("*.html"))
    if not pages:
        raise UsageError(_("Belum ada situs di {folder}. Bangun dulu: warta build").format(folder=site))
    fetch = _reading(site)
    return Weighed(tuple(problem for page in pages for problem in _problems(site, page, fetch)), len(pages))


def _problems(site: Path, page: Path, fetch: Fetch) -> Iterator[Problem]:
    path = page.relative_to(site).as_posix()
    weight = weigh(path, page.read_bytes(), fetch)
    for found in excess(path, weight):
        yield Problem(f"output/site/{path}", 1, found.code, _values(found, weight))


def _values(found: Excess, weight: Weight) -> dict[str, str]:
    parts = {"HTML": weight.html, "CSS": weight.css}
    if found.code == "situs-tampilan-berat":
        parts |= {"JavaScript": weight.script, _("huruf"): weight.font, _("foto"): weight.photo}
    return {
        "size": _kilobytes(found.size),
        "most": _kilobytes(found.most),
        "parts": ", ".join(f"{name} {_kilobytes(size)}" for name, size in parts.items() if size),
        "heaviest": max(parts, key=lambda name: parts[name]),
    }


def _kilobytes(size: int) -> str:
    """Return *size* in kilobytes, rounded up: what is over budget must not look as if it were not."""
    return f"{-(-size // KB)} KB"


def _reading(site: Path) -> Fetch:
    """Return what gives files of *site*; those that all pages share are read once."""

    @cache
    def fetch(path: str) -> bytes | None:
        file = site / path
        try:
            return file.read_bytes() if file.resolve().is_relative_to(site.resolve()) else None
        except OSError:
            return None

    return fetch
