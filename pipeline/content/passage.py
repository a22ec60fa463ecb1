"""What a file says, passage by passage, as rules read it: without the marks of Markdown, each place with its line.

A body is taken as it was written, not as it is shown: notes, links and what HTML hides are published too.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple
from unicodedata import normalize

from pipeline.content.document import Document
from pipeline.content.node import Group, Many, Node, Scalar

SILENT = frozenset((
    "aman", "alias", "bahasa", "berkas", "embargo", "izin", "jenis", "kontak", "alamat", "perpustakaan", "status",
    "strategi", "tanggal", "terbit_pada", "terjemahan", "tingkat", "umpan", "wilayah", "kegiatan", "urutan",
))  # fmt: skip
"""Keys whose values are no prose about people: names of files, codes, dates, and what a library makes public."""

_UNSEEN = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_MARKS = re.compile(r"[*`\\~]|(?<!\w)_+(?=\w)|(?<=\w)_+(?!\w)")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
_START = re.compile(r"\s*(?:#{1,6}\s|>|[-+•]\s|\*\s|\d{1,3}[.)]\s|\||.*\S\s\|\s|\[[^\]]{1,60}\]:|:\s)")
"""What begins a line that does not go on with the one before."""


_ITEM = re.compile(r"\s*(?:[-+•*]|\d{1,3}[.)])\s")


class Passage(NamedTuple):
    """A text of one or more lines, joined by spaces; *starts* tells where each begins, *lines* its number.

    *lead* is what was said before the list of which it is an item.
    """

    text: str
    starts: tuple[int, ...]
    lines: tuple[int, ...]
    lead: str = ""

    def line(self, at: int) -> int:
        """Return the number of the line in which the character *at* stands."""
        return self.lines[bisect_right(self.starts, at) - 1]


def passages(document: Document) -> Iterator[Passage]:
    """Yield every passage of *document*, front matter first."""
    if document.fields is not None:
        for name, node in document.fields.nodes():
            if name not in SILENT:
                yield from _values(node)
    yield from _paragraphs(document)


def single(text: str, line: int) -> Passage:
    """Return *text* as a passage of one line."""
    return Passage(_read(text), (0,), (line,))


def _values(node: Node) -> Iterator[Passage]:
    if isinstance(node, Scalar):
        if node.text:
            yield single(" ".join(node.text.split()), node.line)
    elif isinstance(node, Many):
        for item in node.items:
            yield from _values(item)
    elif isinstance(node, Group):
        for entry in node.entries:
            if entry.key.strip().lower() not in SILENT:
                yield from _values(entry.node)


def _paragraphs(document: Document) -> Iterator[Passage]:
    lead = ""
    for kept, numbers in _blocks(document):
        passage = _joined([_read(_plain(line)) for line in kept], numbers)
        listed = bool(_ITEM.match(kept[0]))
        yield passage._replace(lead=lead) if lead and (listed or "|" in kept[0]) else passage
        table = "|" in kept[0]
        if passage.text.rstrip().endswith(":") or (table and not any(map(str.isdigit, passage.text)) and passage.text):
            lead = passage.text.strip()
        elif not listed and not table:
            lead = ""


def _blocks(document: Document) -> Iterator[tuple[list[str], list[int]]]:
    """Yield the lines that belong together, with their numbers."""
    kept: list[str] = []
    numbers: list[int] = []
    for number, line in enumerate(document.body.splitlines(), document.body_line):
        if kept and (not line.strip() or _START.match(line)):
            yield kept, numbers
            kept, numbers = [], []
        if line.strip():
            kept.append(line)
            numbers.append(number)
    if kept:
        yield kept, numbers


def _joined(texts: list[str], numbers: list[int]) -> Passage:
    starts, at = [], 0
    for text in texts:
        starts.append(at)
        at += len(text) + 1
    return Passage(" ".join(texts), tuple(starts), tuple(numbers))


def _plain(line: str) -> str:
    """Return one line of Markdown without its marks; the cells of a table with commas between."""
    if "<" in line:
        line = _TAG.sub("", line)
    if "|" in line:
        line = ", ".join(cell.strip() for cell in line.strip().strip("|").split("|"))
    return _MARKS.sub("", line)


def _read(text: str) -> str:
    """Return *text* as it looks to a reader: entities resolved, one form of each sign, nothing that is not seen."""
    if "&" in text:
        text = unescape(text)
    return text if text.isascii() else normalize("NFKC", _UNSEEN.sub("", text))
