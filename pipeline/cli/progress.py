"""A progress bar on a terminal, for anything that takes longer than a second."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from pipeline.language import _

PATIENCE = 1.0
"""Seconds before a bar appears."""


@contextmanager
def shown() -> Iterator[Callable[[str, int, int], None]]:
    """Yield a function that takes a stage's name, how much is done, and of how much (0: unknown)."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    names = {"read": _("Membaca laporan"), "make": _("Membuat berkas"), "look": _("Memeriksa berkas")}
    tasks = {name: bar.add_task(text, total=None, visible=False) for name, text in names.items()}
    begun, started = time.monotonic(), False

    def tell(name: str, done: int, total: int) -> None:
        nonlocal started
        if time.monotonic() - begun < PATIENCE:
            return
        if not started:
            bar.start()
            started = True
        bar.update(tasks[name], completed=done, total=total or None, visible=True)

    try:
        yield tell
    finally:
        if started:
            bar.stop()
