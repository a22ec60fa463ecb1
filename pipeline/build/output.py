"""What a desk asks for: a file that should exist, all that it shows, and how it is made."""

import re
from collections.abc import Callable
from typing import Any, ClassVar, NamedTuple, TypeVar

import msgspec

Blob = str
"""Names stored bytes by their hash. Inside a view it is content: other bytes are another name."""


class View(msgspec.Struct, frozen=True):
    """Base of all views: a small frozen record of everything that an output shows.

    ``INPUTS`` names, for people, where a field comes from (``{"title": "judul"}``); ``warta why`` speaks in these
    names. A field that is a view itself is named field by field.
    """

    INPUTS: ClassVar[dict[str, str]] = {}


class Renderer(NamedTuple):
    """How an output is made: an importable *function* (``package.module:name``) and the *templates* it starts from."""

    function: str
    templates: tuple[str, ...] = ()


class Output(NamedTuple):
    """One thing that should exist under ``output/``.

    *path* is relative to ``output/``, with ``/``. Where the renderer makes several files, it is what their paths begin
    with: a folder (``social/2023/05/panen/``) or a stem (``site/2023/05/panen/kartu-1080x``).
    *made* are the paths of other outputs whose bytes the renderer may ask for. *optional* are more of them, of which
    those that could not be made are done without (a card of a story that could not be drawn). *owner* is whatever a
    failure to make it is blamed on (a story's file), empty where it belongs to none; *principal* marks the output
    without which its owner does not exist. *rank* orders the commit: pages (0) before lists (1) before feeds and
    sitemaps (2). *weight* says how dear it is to make: so many pages.
    """

    path: str
    view: View
    renderer: Renderer
    made: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    owner: str = ""
    principal: bool = False
    rank: int = 0
    weight: int = 1


_OUTSIDE = re.compile(r"^/|(?:^|/)\.{1,2}(?:/|$)|//|[\\\x00-\x1f\x7f\ud800-\udfff]|^$")


def is_within(path: str) -> bool:
    """Whether *path* is sound and stays below ``output/``: the last word, should a desk take a name unlooked at."""
    return _OUTSIDE.search(path) is None


class CannotMakeError(Exception):
    """An output cannot be made, and the fault lies in it alone. Its text is the whole sentence that is shown."""


Files = bytes | dict[str, bytes]
V = TypeVar("V", bound=View)


def renders(view: type[V]) -> Callable[[Callable[[V, Any], Files]], Callable[[V, Any], Files]]:
    """Mark a function as the renderer of *view*: it takes view and workbench and returns bytes, or files by name."""

    def mark(function: Callable[[V, Any], Files]) -> Callable[[V, Any], Files]:
        function.view = view  # type: ignore[attr-defined]  # read back by the workbench, which decodes the view
        return function

    return mark
