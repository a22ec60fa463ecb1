"""What a desk is: two pure functions over what it may see of the archive."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from pipeline.archive.update import Change
from pipeline.archive.visible import Visible
from pipeline.build.output import Output
from pipeline.content.consent import Channel


class Desk(Protocol):
    """A desk. *name* is that of ``site.toml``'s ``[meja]`` and of ``--only``; *channel* decides what it may see."""

    @property
    def name(self) -> str: ...  # noqa: D102  the class says it

    @property
    def channel(self) -> Channel: ...  # noqa: D102  the class says it

    def outputs(self, visible: Visible) -> Iterator[Output]:
        """Yield everything that must exist."""
        ...

    def output(self, visible: Visible, path: str) -> Output | None:
        """Return the output at *path*, or ``None`` where there must be none."""
        ...

    def touched(self, visible: Visible, changes: Sequence[Change]) -> set[str]:
        """Return the paths that *changes*, all together, may alter, the archive already being in its new state.

        Too many is allowed, too few never.
        """
        ...
