"""The rows of the table: what is changed before each measured build."""

from collections.abc import Callable
from typing import NamedTuple

from bench import newsroom
from bench.archive import Archive
from bench.tool import EVERYTHING, POSTS, SEARCH, SITE, Tool, Warta, Way

Prepare = Callable[[Tool, Archive, int], None]


class Row(NamedTuple):
    """One row. *prepare* changes the newsroom of a tool, *way* is how warta builds; *alone*: only warta does."""

    name: str
    title: str
    prepare: Prepare
    way: Way = SITE
    alone: bool = False

    @property
    def cold(self) -> bool:
        """Whether nothing that an earlier build made is there."""
        return self.prepare is _cold


def _cold(tool: Tool, _archive: Archive, _round: int) -> None:
    tool.forget()


def _nothing(_tool: Tool, _archive: Archive, _round: int) -> None:
    """Leave everything as it is."""


def _added(number: int) -> Prepare:
    """Return what adds extra story *number*: another for each row of one tool."""

    def prepare(tool: Tool, archive: Archive, _round: int) -> None:
        tool.put(archive.extras[number])

    return prepare


def _title(tool: Tool, archive: Archive, count: int) -> None:
    newest = archive.stories[-1]
    tool.put(newest._replace(title=f"{newest.title} lagi{' lagi' * (count % 2)}"))


def _template(tool: Tool, _archive: Archive, count: int) -> None:
    tool.restyle(f"ronde-{count}")


def _fresh(tool: Tool, _archive: Archive, _round: int) -> None:
    """Build when every file has just been written: the next build then hashes them again."""
    if isinstance(tool, Warta):
        tool.touch()


_SEARCH = (Row("one-search", "one story added, posts and search", _added(1), SEARCH, alone=True),)

ROWS = (
    Row("cold", "cold", _cold),
    Row("one", "one story added (warta: posts, too)", _added(0), POSTS),
    *(_SEARCH if newsroom.SEARCH else ()),
    Row("title", "one story changed (newest, title)", _title),
    Row("nothing", "nothing changed", _nothing),
    Row("template", "story template changed", _template),
    Row("fresh", "all files written anew, same bytes", _fresh, alone=True),
    Row("again", "nothing changed, straight after that", _nothing, alone=True),
    Row("cold-all", "cold, all desks", _cold, EVERYTHING, alone=True),
    Row("nothing-all", "nothing changed, all desks", _nothing, EVERYTHING, alone=True),
    Row("one-all", "one story added, all desks", _added(2), EVERYTHING, alone=True),
)


def undo(tool: Tool, archive: Archive) -> None:
    """Put the newsroom back as it was written."""
    for story in archive.extras:
        tool.remove(story)
    tool.put(archive.stories[-1])
    tool.restyle("")
