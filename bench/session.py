"""One session: rounds of rows, the tools by turns, every build measured; then one round more for memory.

Looking at the memory of a large process slows it down, so the timed rounds do without, and the memory round's times
are not used.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

from bench.archive import Archive
from bench.measure import Cost, run
from bench.row import Row, undo
from bench.tool import RIVALS, SITE, WAYS, Pelican, Size, Tool, Warta, warta

SETTLED = 3.0
"""Seconds after which a file that was just written is no more hashed again by warta (it is for two)."""

MANY = 5_000
"""Beyond so many stories Pelican takes minutes for a build: it then has one timed round, and one cold for memory."""


class Sample(NamedTuple):
    """One measured build. *round* is 0 for the memory round."""

    row: str
    tool: str
    round: int
    cost: Cost
    told: str


class Session:
    """Measures *rows* in the newsrooms below *folder*, beside *rivals*."""

    def __init__(
        self, folder: Path, archive: Archive, rows: Iterable[Row], tell: Callable[[str], None], rivals: Iterable[str]
    ) -> None:
        self.rivals = [RIVALS[name](folder / name) for name in rivals]
        self.warta = {way: Warta(folder / "warta", way) for way in WAYS}
        self.sizes: dict[str, Size] = {}
        self._archive = archive
        # Every way of warta's begins with a build that is not measured: rows of one way follow each other.
        self._rows = sorted(rows, key=lambda row: WAYS.index(row.way))
        self._tell = tell
        self._built: set[Tool] = set()
        self._written = time.monotonic()

    def play(self, rounds: int) -> Iterator[Sample]:
        """Yield every measured build of so many timed rounds and one for memory."""
        for count in (*range(1, rounds + 1), 0):
            for row in self._rows:
                for tool in self._turns(row, count):
                    yield self._measure(row, tool, count)
            self._undo()

    def _turns(self, row: Row, count: int) -> list[Tool]:
        rivals = [] if row.alone else [tool for tool in self.rivals if self._takes_part(tool, row, count)]
        turns = [*rivals, self.warta[row.way]]
        return turns if count % 2 else turns[::-1]

    def _takes_part(self, tool: Tool, row: Row, count: int) -> bool:
        """Return whether *tool* builds *row* in that round: Pelican, where it takes minutes, does so once."""
        if not isinstance(tool, Pelican) or len(self._archive.stories) <= MANY:
            return True
        return count == 1 or (count == 0 and row.cold)

    def _measure(self, row: Row, tool: Tool, count: int) -> Sample:
        tool.arrange()
        if not row.cold:
            self._ready(tool)
        if row.name != "again":
            self._settle()
        row.prepare(tool, self._archive, count)
        cost = run(tool.command, tool.root, environment=tool.environment, sample=count == 0)
        self._after(row, tool)
        sample = Sample(row.name, tool.name, count, cost, tool.told(cost.output))
        self._tell(f"  {count or 'memory'}: {row.title:36} {tool.name:16} {cost.wall:7.2f} s  {sample.told}")
        return sample

    def _ready(self, tool: Tool) -> None:
        """Build what is not built yet, unmeasured."""
        if tool not in self._built:
            run(tool.command, tool.root, environment=tool.environment)
            self._note(tool)

    def _after(self, row: Row, tool: Tool) -> None:
        self._note(tool)
        if row.cold:
            self.sizes[tool.name] = tool.size()

    def _note(self, tool: Tool) -> None:
        """Remember that *tool* is up to date; warta's ways of building share one output."""
        self._written = time.monotonic()
        if isinstance(tool, Warta):
            self._built -= set(self.warta.values())
        self._built.add(tool)

    def _settle(self) -> None:
        """Wait until nothing that was written is younger than warta's doubt."""
        time.sleep(max(0.0, self._written + SETTLED - time.monotonic()))

    def _undo(self) -> None:
        for tool in (*self.rivals, self.warta[SITE]):
            undo(tool, self._archive)
        self._built.clear()
        self._written = time.monotonic()


def startup(rounds: int) -> float:
    """Return the median CPU seconds of ``warta --help``."""
    return median(run(warta("--help"), Path.cwd()).cpu for _ in range(rounds + 1))
