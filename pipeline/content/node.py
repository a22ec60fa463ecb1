"""Front matter as a tree of plain texts that know their lines: no types are guessed.

``no``, ``0123`` and ``12:30`` stay what was written; what a value means is decided where its key is read.
"""

from typing import NamedTuple, TypeAlias


class Scalar(NamedTuple):
    """One value as written. *quoted* is true where quotes or a block (``|``) say that it is text."""

    text: str
    line: int
    quoted: bool = False


class Many(NamedTuple):
    """A list."""

    items: tuple["Node", ...]
    line: int


class Unread(NamedTuple):
    """A value that is there but cannot be read, which was noted."""

    line: int


class Entry(NamedTuple):
    """One key of a mapping with its value; *line* is that of the key."""

    key: str
    node: "Node"
    line: int


class Group(NamedTuple):
    """A mapping, with all its entries in order, doubles too."""

    entries: tuple[Entry, ...]
    line: int


Node: TypeAlias = Scalar | Many | Group | Unread


class BrokenError(Exception):
    """The text cannot be read. *code* is a problem's code, *line* the best known."""

    def __init__(self, code: str, line: int) -> None:
        super().__init__(code, line)
        self.code = code
        self.line = line
