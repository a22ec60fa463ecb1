"""HTML, from whatever program, as the Markdown that a librarian would have typed.

One converter for all readers that get HTML: what mammoth makes of Word, a mail's HTML part, posts of a blog. It keeps
what a report can hold (headings, lists, tables, emphasis, links, footnotes, quotations) and all text; pictures are
handed out beside it, for reports name them in ``foto``. Nothing is fetched.
"""

import re
from collections.abc import Iterable, Iterator
from html import escape
from html.parser import HTMLParser
from typing import NamedTuple

from pipeline.content.safety import SCHEMES
from pipeline.content.text import clean, one_line, shown
from pipeline.intake.typed import literal
from pipeline.language import _

CAPTION = "keterangan"
"""The class of a paragraph that is the caption of the picture beside it."""

SILENT = frozenset(("script", "style", "template", "title", "svg", "math", "object", "embed", "iframe", "noscript"))
BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "aside",
        "nav",
        "figure",
        "figcaption",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "pre",
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "hr",
        "address",
        "center",
        "form",
        "fieldset",
        "body",
        "html",
    ]
)
VOID = frozenset(["br", "hr", "img", "input", "meta", "link", "col", "wbr", "area", "base", "source", "track"])
MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*", "cite": "*"}
KEPT = frozenset(("sub", "sup", "del"))
"""Tags for which Markdown has no sign and a report may hold as they are."""
SAME = {"s": "del", "strike": "del"}
CLOSES = {"li": ("ul", "ol"), "tr": ("table",), "td": ("tr", "table"), "th": ("tr", "table"), "p": (), "dt": ("dl",)}
DEEPEST = 60
UNCLOSED = 1_000
"""Tags without an end, from which on a text is no HTML and stays as typed."""

_LABEL = re.compile(r"^(?:gambar|foto|ket(?:erangan)?|figure|photo)\b\.?\s*\d*\s*[.:)–-]\s*", re.IGNORECASE)
_ESCAPED = re.compile(r"\\(?=[\\`*_{}\[\]()#+.!|>-])|\*|(?<!\w)_|_(?!\w)|`")
_LINK = re.compile(r"\]\s*[(\[:]|\[\^")
_START = re.compile(r"^(?:#{1,6}(?=\s)|>|[-=_]{3,}$)")
_NOTE = re.compile(r"#?((?:foot|end)note-(?!ref)\S+)$")


class Image(NamedTuple):
    """One picture in the text: where it lies, what it shows, what stands below it."""

    source: str
    alt: str
    caption: str = ""

    @property
    def told(self) -> str:
        """Where it lies and what is said of it, for those who do not get it."""
        return f"{shown(self.source)} ({shown(words)})" if (words := self.caption or self.alt) else shown(self.source)


class Converted(NamedTuple):
    """A text as Markdown, its pictures in order, and what could not be kept."""

    text: str
    images: tuple[Image, ...] = ()
    notes: tuple[str, ...] = ()


class Node:
    """One element; *children* are elements and texts."""

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.children: list[Node | str] = []

    def nodes(self) -> Iterator["Node"]:
        """Yield the elements right below."""
        return (child for child in self.children if isinstance(child, Node))

    def words(self) -> str:
        """Return all text in it."""
        parts: list[str] = []
        waiting: list[Node | str] = [self]
        while waiting:
            one = waiting.pop()
            if isinstance(one, str):
                parts.append(one)
            elif one.tag not in SILENT:
                waiting.extend(reversed(one.children))
        return "".join(parts)


def unlabelled(text: str) -> str:
    """Return the caption *text* without the number that its program gave it: ``Gambar 1. Rak`` is ``Rak``."""
    return _LABEL.sub("", text) or text


def convert(html: str) -> Converted:
    """Return *html* as Markdown. Never raises, however broken it is."""
    writer = _Writer(_tree(html))
    return Converted(writer.text(), tuple(writer.images), tuple(dict.fromkeys(writer.notes)))


def _tree(html: str) -> Node:
    builder = _Builder()
    # The parser takes time by the square of what is opened and never closed.
    broken = html.count("<") - html.count(">") > UNCLOSED
    builder.feed(escape(clean(html), quote=False) if broken else clean(html))
    builder.close()
    return builder.root


class _Builder(HTMLParser):
    """Makes a tree; tags that nobody closed end with what holds them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("body", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in CLOSES:
            self._close_forgotten(tag)
        node = Node(tag, {name: value or "" for name, value in attrs})
        # Deeper than any text is meant: what is inside is kept, as if it stood beside.
        self._open[-1].children.append(node)
        if tag not in VOID and len(self._open) < DEEPEST:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].children.append(Node(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        for number in range(len(self._open) - 1, 0, -1):
            if self._open[number].tag == tag:
                del self._open[number:]
                return

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)

    def _close_forgotten(self, tag: str) -> None:
        """End an element of the kind of *tag* that is still open, but not beyond what may hold another."""
        same = {"td", "th"} if tag in {"td", "th"} else {"dt", "dd"} if tag == "dt" else {tag}
        for number in range(len(self._open) - 1, 0, -1):
            if self._open[number].tag in same:
                del self._open[number:]
                return
            if self._open[number].tag in CLOSES[tag] or (tag == "p" and self._open[number].tag in BLOCKS):
                return


class _Writer:
    """Writes one tree; collects its pictures and what was left out."""

    def __init__(self, root: Node) -> None:
        self._root = root
        self.images: list[Image] = []
        self.notes: list[str] = []
        self._fresh = False
        """Whether the last block was a picture and nothing else."""
        self._footnotes: dict[str, int] = {}
        self._defined: dict[str, str] = {}
        levels = [int(node.tag[1]) for node in _all(root) if re.fullmatch("h[1-6]", node.tag) and node.words().strip()]
        self._shift = 2 - min(levels, default=2)

    def text(self) -> str:
        """Return the whole as Markdown."""
        blocks = list(self._blocks(self._root))
        defined = [
            f"[^{number}]: {self._defined[name]}" for name, number in self._footnotes.items() if name in self._defined
        ]
        rest = [text for name, text in self._defined.items() if name not in self._footnotes]
        return "\n\n".join([*blocks, *rest, *defined])

    # -- blocks --------------------------------------------------------------------------------------------------------

    def _blocks(self, node: Node) -> Iterator[str]:
        """Yield the blocks below *node*; text between blocks is a paragraph."""
        loose: list[Node | str] = []
        for child in node.children:
            if isinstance(child, Node) and (child.tag in BLOCKS or _holds_block(child)):
                yield from self._paragraph(loose)
                loose = []
                yield from self._block(child)
            else:
                loose.append(child)
        yield from self._paragraph(loose)

    def _block(self, node: Node) -> Iterator[str]:  # noqa: C901  one branch for each kind of block
        if re.fullmatch("h[1-6]", node.tag):
            yield from self._heading(node)
        elif node.tag in {"ul", "ol"}:
            yield from self._list(node)
        elif node.tag == "table":
            yield from self._table(node)
        elif node.tag == "blockquote":
            inner = "\n\n".join(self._blocks(node))
            if inner:
                yield "\n".join(f"> {line}".rstrip() for line in inner.split("\n"))
        elif node.tag == "pre":
            words = node.words().strip("\n")
            if words.strip():
                yield "\n".join(f"    {line}".rstrip() for line in words.split("\n"))
        elif node.tag == "hr":
            yield "---"
        elif node.tag == "figcaption" or (node.tag == "p" and node.attributes.get("class") == CAPTION):
            yield from self._caption(node)
        elif node.tag in SILENT:
            return
        elif _holds_block(node):
            yield from self._blocks(node)
        else:
            yield from self._paragraph(node.children)

    def _heading(self, node: Node) -> Iterator[str]:
        line = one_line(self._inline(node.children)).replace("**", "")
        if line:
            self._fresh = False
            yield f"{'#' * min(int(node.tag[1]) + self._shift, 6)} {line}"

    def _paragraph(self, children: Iterable[Node | str]) -> Iterator[str]:
        before = len(self.images)
        text = _tidy(self._inline(children))
        if not text:
            self._fresh = self._fresh or len(self.images) > before
            return
        if self._fresh and _LABEL.match(text) and "\n" not in text and self._captioned(text):
            return
        self._fresh = False
        yield _START.sub(lambda mark: "\\" + mark[0], text)

    def _caption(self, node: Node) -> Iterator[str]:
        text = one_line(self._inline(node.children))
        if text and not self._captioned(text):
            yield text

    def _captioned(self, text: str) -> bool:
        """Give *text* to the last picture that has no caption; returns whether there was one."""
        if not self.images or self.images[-1].caption:
            return False
        bare = re.sub(r"\\(.)|\*", lambda mark: mark[1] or "", text)
        self.images[-1] = self.images[-1]._replace(caption=unlabelled(bare))
        self._fresh = False
        return True

    def _list(self, node: Node) -> Iterator[str]:
        items: list[str] = []
        number = int(node.attributes["start"]) if node.attributes.get("start", "").isdecimal() else 1
        for child in node.nodes():
            name = _NOTE.match(child.attributes.get("id", ""))
            blocks = list(self._blocks(child))
            if name:
                self._defined[name[1]] = " ".join(one_line(block) for block in blocks)
                continue
            if child.tag in {"ul", "ol"} and items:
                items[-1] += "\n" + _indented("\n\n".join(self._list(child)))
                continue
            if not blocks:
                continue
            mark = f"{number}." if node.tag == "ol" else "-"
            number += 1
            # A list inside an item follows it at once; a second paragraph stands apart.
            head, *rest = blocks
            told = [f"\n{_indented(block)}" if _is_list(block) else f"\n\n{_indented(block)}" for block in rest]
            items.append(f"{mark} {_indented(head).lstrip()}" + "".join(told))
        if items:
            self._fresh = False
            yield "\n".join(items)

    def _table(self, node: Node) -> Iterator[str]:
        rows = [self._row(row) for row in _all(node) if row.tag == "tr" and _owner(row, node)]
        rows = [row for row in rows if any(row)]
        yield from (one_line(self._inline(one.children)) for one in node.nodes() if one.tag == "caption")
        width = max(map(len, rows), default=0)
        if width < 2 or len(rows) < 2:
            # A table of one row or column only sets text in place.
            yield from (cell.replace("<br>", "  \n").replace("\\|", "|") for row in rows for cell in row if cell)
            return
        self._fresh = False
        rows = [[*row, *[""] * (width - len(row))] for row in rows]
        head, *body = (f"| {' | '.join(row)} |" for row in rows)
        yield "\n".join([head, f"|{' --- |' * width}", *body])

    def _row(self, row: Node) -> list[str]:
        cells: list[str] = []
        for cell in row.nodes():
            if cell.tag not in {"td", "th"}:
                continue
            text = "<br>".join(re.sub(r"\s*\n\s*", "<br>", block) for block in self._blocks(cell))
            if cell.tag == "th":
                text = text.replace("**", "")
            cells.append(text.replace("|", "\\|"))
            wide = cell.attributes.get("colspan", "")
            cells += [""] * (min(int(wide), 50) - 1 if wide.isdecimal() and int(wide) > 1 else 0)
            if cell.attributes.get("rowspan", "1") not in {"", "1"}:
                self.notes.append(
                    _('Sel gabungan "{text}" di tabel hanya ditulis di baris pertamanya.').format(text=shown(text))
                )
        return cells

    # -- words ---------------------------------------------------------------------------------------------------------

    def _inline(self, children: Iterable[Node | str]) -> str:
        return "".join(self._word(child) for child in children)

    def _word(self, child: Node | str) -> str:  # noqa: PLR0911  one answer for each kind of word
        if isinstance(child, str):
            return _words(child)
        if child.tag == "br":
            return "  \n"
        if child.tag == "img":
            self._image(child)
            return ""
        if child.tag in SILENT:
            return ""
        if child.tag == "a":
            return self._link(child)
        if child.tag == "code":
            words = one_line(child.words())
            return f"`{words}`" if words and "`" not in words else literal(words)
        inner = self._inline(child.children)
        tag = SAME.get(child.tag, child.tag)
        if mark := MARKS.get(tag):
            return _wrapped(inner, mark, mark)
        # A footnote's number is raised by itself.
        if tag in KEPT and not inner.strip().startswith("[^"):
            return _wrapped(inner, f"<{tag}>", f"</{tag}>")
        return inner

    def _image(self, node: Node) -> None:
        source = node.attributes.get("src", "").strip()
        if source:
            self.images.append(Image(source, one_line(node.attributes.get("alt", ""))))

    def _link(self, node: Node) -> str:
        target = re.sub(r"\s", "%20", clean(node.attributes.get("href", "").strip()))
        if name := _NOTE.match(target):
            return f"[^{self._footnotes.setdefault(name[1], len(self._footnotes) + 1)}]"
        inner = self._inline(node.children)
        if target.startswith("#") or not target:
            return "" if re.match(r"#(?:foot|end)note-ref", target) else inner
        if target.partition(":")[0].lower() not in SCHEMES:
            self.notes.append(
                _('Tautan "{text}" ke {target} tidak ikut.').format(text=shown(inner), target=shown(target))
            )
            return inner
        bare = inner.strip()
        if not bare:
            return inner
        if bare.replace("\\", "") in {target, target.removeprefix("mailto:")}:
            return inner.replace(bare, f"<{target.removeprefix('mailto:')}>")
        return _wrapped(inner, "[", "](" + target.replace("(", "%28").replace(")", "%29") + ")")


def _words(text: str) -> str:
    """Return the words of a text so that Markdown takes none of their signs for its own."""
    words = _ESCAPED.sub(lambda mark: "\\" + mark[0], literal(re.sub(r"\s+", " ", text)))
    # A bracket may be closed, and a link made of it, by the next element.
    open_ended = words.count("[") != words.count("]") or words.rstrip().endswith("]")
    return words.replace("[", "\\[") if open_ended or _LINK.search(words) else words


def _all(node: Node) -> Iterator[Node]:
    """Yield all elements below *node*, in order."""
    waiting = list(node.nodes())[::-1]
    while waiting:
        one = waiting.pop()
        yield one
        waiting.extend(list(one.nodes())[::-1])


def _owner(row: Node, table: Node) -> bool:
    """Tell whether *row* is of *table* itself, not of one within it."""
    return any(row is one for part in (table, *table.nodes()) if part.tag != "tr" for one in part.nodes())


def _holds_block(node: Node) -> bool:
    return any(one.tag in BLOCKS for one in _all(node))


def _is_list(block: str) -> bool:
    return bool(re.match(r"(?:-|\d+\.) ", block))


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" if line else "" for line in text.split("\n"))


def _wrapped(inner: str, before: str, after: str) -> str:
    """Return *inner* between marks, which stand right at its words; spaces stay outside."""
    words = inner.strip()
    if not words:
        return inner
    start = len(inner) - len(inner.lstrip())
    end = len(inner.rstrip())
    return f"{inner[:start]}{before}{words}{after}{inner[end:]}"


def _tidy(text: str) -> str:
    """Return a paragraph without the spaces that HTML does not show."""
    text = re.sub(r"\*\*( *)\*\*", r"\1", text)
    lines = [line.strip() for line in re.split(r" *\n *", text)]
    while lines and not lines[0]:
        lines.pop(0)
    while lines and not lines[-1]:
        lines.pop()
    return re.sub(r"(?:  \n){2,}", "\n\n", "  \n".join(re.sub(r" {2,}", " ", line) for line in lines))
