"""Levels of headings: the page owns the first, and none is skipped below it."""

from collections.abc import Iterable, Iterator

TOP = 2
"""The highest level that a body may have."""

BOTTOM = 6


def levels(written: Iterable[int]) -> Iterator[int]:
    """Yield the level for each heading *written* (1 to 6, in order): one below the nearest heading above it.

    The outline stays as it was: what stood under another still does, and what stood beside it still does.
    """
    above: list[int] = []
    for level in written:
        while above and above[-1] >= level:
            above.pop()
        above.append(level)
        yield min(TOP + len(above) - 1, BOTTOM)
