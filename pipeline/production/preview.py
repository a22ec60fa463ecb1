"""The preview: builds with drafts, again after every change in ``content/`` or ``templates/``."""

import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from pipeline.content.folder import is_temporary
from pipeline.production.newsroom import Newsroom

PAUSE = 100
"""Milliseconds without a change before a build begins: editors save in several steps."""

LOOK = 300
"""Milliseconds between two looks at whether ``templates/`` came or went."""


def changes(room: Newsroom) -> Iterator[None]:
    """Yield once at the start, and again after every change; ends with ``KeyboardInterrupt``.

    Nothing is missed while whoever iterates is at work: what changes meanwhile is told next.
    """
    from watchfiles import watch  # noqa: PLC0415  a compiled module, for this command only

    while True:
        watched = _watched(room)
        if not watched:
            time.sleep(LOOK / 1000)
            continue
        looks = watch(
            *watched, watch_filter=lambda _change, path: not is_temporary(Path(path).name),
            step=PAUSE, rust_timeout=LOOK, yield_on_timeout=True, ignore_permission_denied=True,
        )  # fmt: skip
        # The first look is a change by itself: what happened before it began was seen by nobody.
        with closing(looks):
            for number, found in enumerate(looks):
                if found or number == 0:
                    yield
                if _watched(room) != watched:
                    break


def _watched(room: Newsroom) -> list[Path]:
    """Return the folders to watch, as far as they are there."""
    return [folder for folder in (room.content, room.root / "templates") if folder.is_dir()]
