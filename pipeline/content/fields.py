"""One mapping of front matter, read key by key into the types that its record wants.

Each method takes a documented key and gives a clean value, or the empty one with a problem noted. A value is read by
what its key wants, never by what it looks like.
"""

import re
from collections.abc import Iterable, Iterator
from typing import TypeVar

from pipeline.content.count import read_count
from pipeline.content.keys import Keys
from pipeline.content.money import MOST, foreign, read_money
from pipeline.content.near import either, fold, nearest
from pipeline.content.node import Entry, Group, Many, Node, Scalar, Unread
from pipeline.content.report import Report
from pipeline.content.text import lines, one_line, unquoted

Word = TypeVar("Word", bound=str)

YES = frozenset(("ya", "yes", "true", "y", "t", "iya", "benar", "1", "on"))
NO = frozenset(("tidak", "no", "false", "n", "f", "bukan", "0", "off"))

GUARDS = frozenset(
    ("status", "embargo", "terbit_pada", "izin", "ada_anak", "wali", "kanal", "sampai", "dicabut"),
)
"""Keys that keep something from being public: two of them that differ are an error, never a guess."""


class Fields:
    """The entries of one mapping under their documented keys. Unknown and double keys are noted at once.

    *line* is named where a key is absent; without it the mapping's own.
    """

    def __init__(self, group: Group, keys: Keys, report: Report, *, line: int | None = None) -> None:
        self.line = line or group.line
        self.report = report
        self._entries: dict[str, Entry] = {}
        for entry in _rejoined(group.entries):
            name = keys.find(entry.key)
            if name is None:
                self._unknown(entry, keys)
            elif name in self._entries:
                self._double(name, self._entries[name], entry)
            else:
                self._entries[name] = entry

    def _unknown(self, entry: Entry, keys: Keys) -> None:
        """Note a key that is not known, unless its line was already said to be unreadable."""
        if not isinstance(entry.node, Unread):
            near = nearest(entry.key, keys.names) or either(keys.names[:4])
            self.report.add(entry.line, "isian-tidak-dikenal", key=entry.key, near=near)

    def _double(self, name: str, first: Entry, second: Entry) -> None:
        """Note a key written twice, or in two languages that differ; the first one counts."""
        same = _bare(first.node) == _bare(second.node)
        if same and fold(first.key) != fold(second.key):
            return
        code = "isian-ganda" if same or name not in GUARDS else "isian-ganda-penting"
        self.report.add(second.line, code, key=second.key, first=first.line)

    def node(self, key: str) -> Node | None:
        """Return the value of *key*, or ``None`` where it is absent or empty."""
        entry = self._entries.get(key)
        return None if entry is None or is_empty(entry.node) or isinstance(entry.node, Unread) else entry.node

    def nodes(self) -> Iterator[tuple[str, Node]]:
        """Yield every value that counts, with its documented key, as written."""
        return ((name, entry.node) for name, entry in self._entries.items())

    def lacks(self, key: str) -> bool:
        """Tell whether *key* is absent or empty (one that cannot be read is neither)."""
        entry = self._entries.get(key)
        return entry is None or is_empty(entry.node)

    def line_of(self, key: str) -> int:
        """Return the line of *key*; of the mapping where the key is absent."""
        entry = self._entries.get(key)
        return self.line if entry is None else entry.line

    def add(self, key: str, code: str, **values: object) -> None:
        """Note a problem at *key*, under the name that the writer gave it."""
        entry = self._entries.get(key)
        self.report.add(self.line_of(key), code, key=entry.key if entry else key, **values)

    def text(self, key: str, *, wrong: str = "bukan-teks") -> str:
        """Return the text of *key* on one line; a list of texts is joined with commas.

        Anything else is the problem *wrong*; with an empty *wrong* the caller says so itself.
        """
        node = self.node(key)
        if isinstance(node, Scalar):
            return unquoted(one_line(node.text))
        if isinstance(node, Many) and all(isinstance(item, Scalar) for item in node.items):
            return ", ".join(_texts(node.items))
        if node is not None and wrong:
            self.add(key, wrong)
        return ""

    def required(self, key: str, missing: str) -> str:
        """Return the text of *key*; none there is the problem *missing*, and anything but text one that holds."""
        text = self.text(key, wrong="")
        if self.lacks(key):
            self.add(key, missing)
        elif not text and self.node(key) is not None:
            self.add(key, "wajib-bukan-teks")
        return text

    def paragraphs(self, key: str) -> str:
        """Return the text of *key* with its line ends."""
        node = self.node(key)
        return lines(node.text) if isinstance(node, Scalar) else self.text(key)

    def words(self, key: str) -> tuple[str, ...]:
        """Return the texts of *key*: a list, or one text with commas."""
        node = self.node(key)
        if isinstance(node, Scalar):
            parts: Iterable[str] = map(unquoted, map(str.strip, one_line(node.text).split(",")))
        elif isinstance(node, Many) and all(isinstance(item, Scalar) for item in node.items):
            parts = _texts(node.items)
        else:
            parts = ()
            if node is not None:
                self.add(key, "bukan-daftar")
        return tuple(dict.fromkeys(part for part in parts if part))

    def yes(self, key: str, *, unclear: bool | None = None) -> bool | None:
        """Return whether *key* says yes, ``None`` where it says nothing, *unclear* where it is neither yes nor no."""
        node = self.node(key)
        if node is None:
            return None
        answer = as_yes(node)
        if answer is None:
            self.add(key, "bukan-ya-tidak", value=self.shown(key))
            return unclear
        return answer

    def count(self, key: str) -> int | None:
        """Return the count at *key*; a negative one is an error, an unreadable one a warning."""
        node = self.node(key)
        if node is None:
            return None
        number = read_count(node.text) if isinstance(node, Scalar) else None
        if number is None:
            self.add(key, "bukan-angka", value=self.shown(key))
        elif number < 0:
            self.add(key, "angka-minus", value=number, positive=-number)
        else:
            return number
        return None

    def money(self, key: str) -> int | None:
        """Return the rupiah at *key*; what is unreadable, negative, absurd or in another currency is an error."""
        node = self.node(key)
        if node is None:
            return None
        text = one_line(node.text) if isinstance(node, Scalar) else ""
        number = read_money(text)
        if other := foreign(text):
            self.add(key, "mata-uang-lain", value=text, other=other)
        elif number is None:
            self.add(key, "bukan-uang", value=self.shown(key))
        elif number < 0:
            self.add(key, "uang-minus", value=text)
        elif number > MOST:
            self.add(key, "uang-mustahil", value=text)
        else:
            return number
        return None

    def choice(self, key: str, known: dict[str, Word], *, wrong: str) -> Word | None:
        """Return what *known* holds under the word of *key*; anything else there is the problem *wrong*."""
        if self.node(key) is None:
            return None
        text = self.text(key, wrong="")
        found = known.get(fold(text))
        if found is None:
            near = nearest(text, known)
            self.add(key, wrong, value=text or "…", near=known[near] if near else either(known.values()))
        return found

    def group(self, key: str, keys: Keys) -> "Fields | None":
        """Return the mapping at *key*, or ``None``; anything else there is a problem."""
        node = self.node(key)
        if isinstance(node, Group):
            return Fields(node, keys, self.report)
        if node is not None:
            self.add(key, "bukan-rincian")
        return None

    def each(self, key: str, keys: Keys, plain: str) -> Iterator["Fields"]:
        """Yield the mappings at *key*: a list or a single one; a mere text is taken as its key *plain*."""
        node = self.node(key)
        items = node.items if isinstance(node, Many) else () if node is None else (node,)
        for item in items:
            if isinstance(item, Group):
                yield Fields(item, keys, self.report)
            elif isinstance(item, Scalar) and not is_empty(item):
                yield Fields(Group((Entry(plain, item, item.line),), item.line), keys, self.report)
            elif isinstance(item, Many):
                self.report.add(item.line, "bukan-rincian", key=key)

    def shown(self, key: str) -> str:
        """Return the value of *key* as a message may repeat it."""
        node = self.node(key)
        return node.text if isinstance(node, Scalar) else "…"


_PART = re.compile(r"\d+(?:[.,]\d+)*(?!\S*\d)\D*", re.ASCII)
"""What follows a comma in ``60,5 kg`` and in ``1,200``."""


def _rejoined(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield *entries* with numbers put together again that a comma within ``{…}`` has cut (``{nilai: 60,5 kg}``).

    A key that is a number, has no value and follows a number on the same line can be nothing else.
    """
    held: Entry | None = None
    for entry in entries:
        if held is not None and _goes_on(held, entry):
            node = held.node
            text = f"{node.text.strip()},{entry.key}" if isinstance(node, Scalar) else entry.key
            held = held._replace(node=Scalar(text, node.line))
            continue
        if held is not None:
            yield held
        held = entry
    if held is not None:
        yield held


def _goes_on(held: Entry, entry: Entry) -> bool:
    return (
        isinstance(held.node, Scalar)
        and not held.node.quoted
        and held.line == entry.line
        and is_empty(entry.node)
        and _PART.fullmatch(entry.key) is not None
        and re.search(r"\d\s*$", held.node.text, re.ASCII) is not None
    )


def is_empty(node: Node) -> bool:
    """Tell whether *node* says nothing: no text, or YAML's word for nothing."""
    return isinstance(node, Scalar) and (not node.text.strip() or (not node.quoted and node.text in ("~", "null")))


def as_yes(node: Node) -> bool | None:
    """Return the yes or no that *node* says, or ``None``."""
    word = unquoted(one_line(node.text)).lower() if isinstance(node, Scalar) else ""
    return True if word in YES else False if word in NO else None


def _texts(items: Iterable[Node]) -> list[str]:
    return [unquoted(one_line(item.text)) for item in items if isinstance(item, Scalar)]


def _bare(node: Node) -> object:
    """Return *node* without lines, to compare two values."""
    if isinstance(node, Scalar):
        return one_line(node.text)
    if isinstance(node, Many):
        return [_bare(item) for item in node.items]
    if isinstance(node, Unread):
        return node
    return [(entry.key, _bare(entry.node)) for entry in node.entries]
