"""Plain text from sanitized HTML, good enough to paste into a post."""

import re
from collections.abc import Callable
from html import unescape

_TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)([^>"]*(?:"[^"]*"[^>"]*)*)>')
_START = re.compile(r' start="(\d+)"')

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
"""Digits as in m²."""

PARAGRAPH = "\x1d"
LINE = "\x1e"
"""Marks that stand for breaks until all other white space has become single spaces."""

ASIDE = frozenset(("del", "section"))
"""Tags left out with all that is in them: what no longer holds, and the notes."""


def plain(html: str) -> str:
    """Return the text of *html*, as ``safety.clean`` made it: paragraphs with an empty line between.

    Headings and items of lists (``• ``, ``1. ``) are lines of their own, rows of tables are ``a: b; c``. Notes,
    references to them and deleted text are left out.
    """
    parts = _TAG.split(html)
    writer = _Writer(parts[0])
    for at in range(1, len(parts), 4):
        writer.tag(parts[at + 1], parts[at + 2], parts[at])
        writer.text(parts[at + 3])
    return _paragraphs("".join(writer.out))


def _paragraphs(text: str) -> str:
    blocks = (_lines(block) for block in unescape(text).split(PARAGRAPH))
    return "\n\n".join([block for block in blocks if block])


def _lines(block: str) -> str:
    if LINE not in block:
        return " ".join(block.split())
    lines = (" ".join(line.split()) for line in block.split(LINE))
    return "\n".join([line for line in lines if line])


class _Writer:
    """What is written so far, and where in lists and tables it stands. Takes each tag and the text after it."""

    def __init__(self, text: str) -> None:
        self.out = [text]
        self.aside: list[str] = []
        self.lists: list[int | None] = []
        self.fresh = False
        self.cells = 0
        self.between = False
        self.verbatim = False
        self.raised = False

    def text(self, text: str) -> None:
        """Write *text*, unless it stands in something that is left out."""
        if self.aside or (self.between and text.isspace()):
            return
        if self.verbatim:
            text = text.replace("\n", LINE)
        elif self.raised and text.isdecimal():
            text = text.translate(RAISED)
        self.out.append(text)

    def tag(self, name: str, values: str, slash: str) -> None:
        """Write what the tag *name* stands for; *values* are its attributes, *slash* is ``/`` where it ends."""
        if self.aside:
            if name == self.aside[0]:
                self.aside.pop() if slash else self.aside.append(name)
        elif name in ASIDE or (name == "sup" and values):
            self.aside.append(name)
        elif name in _WRITTEN:
            _WRITTEN[name](self, values, slash)


def _break(writer: _Writer, _values: str, _slash: str) -> None:
    writer.out.append(LINE if writer.lists else PARAGRAPH)


def _line(writer: _Writer, _values: str, _slash: str) -> None:
    writer.out.append(LINE)
    writer.cells = 0


def _paragraph(writer: _Writer, values: str, slash: str) -> None:
    if not writer.fresh:
        _break(writer, values, slash)
    writer.fresh = False


def _list(writer: _Writer, _values: str, slash: str) -> None:
    writer.out.append(LINE if len(writer.lists) > len(slash) else PARAGRAPH)
    if slash:
        writer.lists.pop()
    else:
        writer.lists.append(None)


def _numbered(writer: _Writer, values: str, slash: str) -> None:
    _list(writer, values, slash)
    if not slash:
        start = _START.search(values)
        writer.lists[-1] = int(start[1]) if start else 1


def _item(writer: _Writer, _values: str, slash: str) -> None:
    writer.fresh = not slash
    if slash:
        return
    number = writer.lists[-1] if writer.lists else None
    writer.out.append(f"{LINE}• " if number is None else f"{LINE}{number}. ")
    if number is not None:
        writer.lists[-1] = number + 1


def _cell(writer: _Writer, _values: str, slash: str) -> None:
    writer.between = bool(slash)
    if not slash:
        writer.out.append(("", ": ", "; ")[min(writer.cells, 2)])
        writer.cells += 1


def _verbatim(writer: _Writer, values: str, slash: str) -> None:
    _break(writer, values, slash)
    writer.verbatim = not slash


def _raised(writer: _Writer, _values: str, slash: str) -> None:
    writer.raised = not slash


_WRITTEN: dict[str, Callable[[_Writer, str, str], None]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "table", "caption", "hr"), _break),
    **dict.fromkeys(("tr", "br"), _line),
    **dict.fromkeys(("td", "th"), _cell),
    "p": _paragraph,
    "ul": _list,
    "ol": _numbered,
    "li": _item,
    "pre": _verbatim,
    "sup": _raised,
}
"""What each tag writes; a tag that is not here writes nothing."""
