"""A report's body as blocks: paragraphs, headings, lists and tables, in the order in which their writer has them.

Its words are kept as they are. What a release on paper cannot carry is left out: where links lead, and letters set bold
or slanted. Text that was struck out and notes are left out as well, as from all plain texts.
"""

from html.parser import HTMLParser
from typing import NamedTuple

from pipeline.content.prose import RAISED


class Block(NamedTuple):
    """A part of a body. *kind* is ``text``, ``heading``, ``quote``, ``list``, ``table`` or ``code``.

    *level* is a heading's, 2 at least. *items* are those of a list: how deep (0), its number (0: a bullet), its words.
    *rows* are those of a table, all of them as long as the longest; where *head* the first one names the columns.
    """

    kind: str
    text: str = ""
    level: int = 0
    items: tuple[tuple[int, int, str], ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    head: bool = False


def blocks(html: str) -> tuple[Block, ...]:
    """Return the blocks of *html*, which was sanitized when it was read: balanced, without scripts."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.finish()
    return tuple(reader.blocks)


def words(found: tuple[Block, ...]) -> str:
    """Return everything that *found* says, for counting and looking up."""
    parts: list[str] = []
    for block in found:
        parts.append(block.text)
        parts += [item[2] for item in block.items]
        parts += [cell for row in block.rows for cell in row]
    return " ".join(filter(None, parts))


class Item(NamedTuple):
    """An item of a list with what belongs to it: its number (0: a bullet), its words, the items below it."""

    number: int
    text: str
    items: tuple["Item", ...]


def nested(items: tuple[tuple[int, int, str], ...]) -> tuple[Item, ...]:
    """Return the flat *items* of a list as a tree: what is deeper than an item belongs to it."""
    found: list[Item] = []
    at = 0
    while at < len(items):
        depth, number, text = items[at]
        end = next((n for n in range(at + 1, len(items)) if items[n][0] <= depth), len(items))
        found.append(Item(number, text, nested(items[at + 1 : end])))
        at = end
    return tuple(found)


_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_EMPTY = frozenset(("br", "hr", "img", "wbr"))
_BREAKS = frozenset(("p", "div", "dt", "dd", "caption", "figure", "figcaption", "hr"))


class _Reader(HTMLParser):
    """Collects blocks while tags come and go."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._said: list[str] = []
        self._lists: list[int] = []
        self._items: list[tuple[int, int, str]] = []
        self._row: list[str] | None = None
        self._rows: list[tuple[str, ...]] = []
        self._head = False
        self._quoting = 0
        self._level = 0
        self._code = 0
        self._fresh = False
        self._raised = False
        self._gone: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._gone or tag == "del" or (tag == "sup" and attrs) or ("class", "footnote") in attrs:
            self._gone += [] if tag in _EMPTY else [tag]
        elif tag in ("ul", "ol"):
            self.finish()
            start = dict(attrs).get("start") or "1"
            self._lists.append(int(start) if tag == "ol" and start.isdecimal() else 1 if tag == "ol" else 0)
        elif tag == "table":
            self.finish()
        elif tag == "tr":
            self._row = []
        elif tag in ("td", "th"):
            self._said.clear()
            self._head |= tag == "th" and not self._rows
        elif tag == "br":
            self._said.append("\n" if self._code else " ")
        elif tag == "sup":
            self._raised = True
        else:
            self._opened(tag)

    def _opened(self, tag: str) -> None:
        if self._row is not None:
            self._said.append(" ")
            return
        if tag in _HEADINGS or tag in _BREAKS or tag in ("blockquote", "pre", "li"):
            self.finish()
        self._fresh |= tag == "li"
        self._quoting += tag == "blockquote"
        self._code += tag == "pre"
        self._level = _HEADINGS.get(tag, self._level)

    def handle_endtag(self, tag: str) -> None:
        if self._gone:
            self._gone.pop()
        elif tag == "sup":
            self._raised = False
        elif tag in ("td", "th") and self._row is not None:
            self._row.append(self._words())
        elif tag == "tr" and self._row is not None:
            self._rows.append(tuple(self._row))
            self._row = None
        elif tag == "table":
            self._table()
        elif self._row is None:
            self._closed(tag)

    def _closed(self, tag: str) -> None:
        if tag in ("ul", "ol"):
            self.finish()
            self._lists.pop()
            if not self._lists:
                self._put_list()
        elif tag in _HEADINGS or tag in _BREAKS or tag in ("blockquote", "pre", "li"):
            self.finish()
            self._quoting -= tag == "blockquote"
            self._code -= tag == "pre"
            self._level = 0

    def handle_data(self, data: str) -> None:
        if not self._gone:
            self._said.append(data.translate(RAISED) if self._raised else data)

    def finish(self) -> None:
        """Put down what was said so far as a block of its own, or as an item of the list in which it stands."""
        text = self._words()
        if not text:
            return
        if self._lists:
            self._put_item(text)
        elif self._level:
            self.blocks.append(Block("heading", text, self._level))
        else:
            kind = "code" if self._code else "quote" if self._quoting else "text"
            self.blocks.append(Block(kind, text))

    def _words(self) -> str:
        said = "".join(self._said)
        self._said.clear()
        return said.strip("\n") if self._code else " ".join(said.split())

    def _put_item(self, text: str) -> None:
        """Put down an item, or one more paragraph of it."""
        if self._items and not self._fresh:
            depth, number, before = self._items[-1]
            self._items[-1] = (depth, number, f"{before} {text}")
            return
        number = self._lists[-1]
        self._items.append((len(self._lists) - 1, number, text))
        self._lists[-1] += bool(number)
        self._fresh = False

    def _put_list(self) -> None:
        if self._items:
            self.blocks.append(Block("list", items=tuple(self._items)))
            self._items.clear()

    def _table(self) -> None:
        widest = max(map(len, self._rows), default=0)
        rows = tuple((*row, *[""] * (widest - len(row))) for row in self._rows)
        if widest:
            self.blocks.append(Block("table", rows=rows, head=self._head))
        self._rows, self._head = [], False
        self._said.clear()
