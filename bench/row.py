"""The rows of the table: what is changed before each measured build."""

from collections.abc import Callable
from typing import NamedTuple

from bench.archive import Archive
from bench.tool import Tool, Warta


class Row(NamedTuple):
    """One row. *prepare* changes the newsroom of a tool; *warta* is set where only warta has such a build."""

    name: str
    title: str
    prepare: Callable[[Tool, Archive, int], None]
    warta: bool = False
    everything: bool = False

    @property
    def cold(self) -> bool:
        """Whether nothing that an earlier build made is there."""
        return self.prepare is _cold


def _cold(tool: Tool, _archive: Archive, _round: int) -> None:
    tool.forget()


def _nothing(_tool: Tool, _archive: Archive, _round: int) -> None:
    """Leave everything as it is."""


def _one(tool: Tool, archive: Archive, _round: int) -> None:
    tool.put(archive.extras[0])


def _another(tool: Tool, archive: Archive, _round: int) -> None:
    tool.put(archive.extras[1])


def _title(tool: Tool, archive: Archive, count: int) -> None:
    newest = archive.stories[-1]
    tool.put(newest._replace(title=f"{newest.title} lagi{' lagi' * (count % 2)}"))


def _template(tool: Tool, _archive: Archive, count: int) -> None:
    tool.restyle(f"ronde-{count}")


def _fresh(tool: Tool, _archive: Archive, _round: int) -> None:
    """Build when every file has just been written: the next build then hashes them again."""
    if isinstance(tool, Warta):
        tool.touch()


ROWS = (
    Row("cold", "cold", _cold),
    Row("nothing", "nothing changed", _nothing),
    Row("one", "one story added", _one),
    Row("title", "newest story's title edited", _title),
    Row("template", "story template changed", _template),
    Row("fresh", "all files written anew, same bytes", _fresh, warta=True),
    Row("again", "nothing changed, straight after that", _nothing, warta=True),
    Row("cold-all", "cold, all desks", _cold, warta=True, everything=True),
    Row("nothing-all", "nothing changed, all desks", _nothing, warta=True, everything=True),
    Row("one-all", "one story added, all desks", _another, warta=True, everything=True),
)


def undo(tool: Tool, archive: Archive) -> None:
    """Put the newsroom back as it was written."""
    for story in archive.extras:
        tool.remove(story)
    tool.put(archive.stories[-1])
    tool.restyle("")
