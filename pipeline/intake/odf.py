"""A LibreOffice text (ODF 1.0 to 1.4) as HTML for our converter: what its styles mean, no more."""

from collections.abc import Iterable, Iterator
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from pipeline.content.text import one_line
from pipeline.intake.markup import CAPTION
from pipeline.language import _

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, STYLE, TEXT, TABLE, DRAW, FO, SVG = (
    f"{{{_NAMES}{name}:1.0}}"
    for name in ("office", "style", "text", "table", "drawing", "xsl-fo-compatible", "svg-compatible")
)
HREF = "{http://www.w3.org/1999/xlink}href"

CAPTIONS = frozenset(("Illustration", "Figure", "Caption", "Drawing"))
QUOTES = frozenset(("Quotations", "Quote"))
HEAVY = frozenset(("bold", "600", "700", "800", "900"))
GROUPS = frozenset(f"{TABLE}{name}" for name in ("table-header-rows", "table-rows", "table-row-group"))

MOST_SPACES = 20
MOST_COLUMNS = 50

SILENT = frozenset(
    (f"{OFFICE}annotation", f"{TEXT}tracked-changes", f"{TEXT}note-citation", f"{SVG}desc", f"{SVG}title")
) | frozenset(f"{TEXT}{name}" for name in ("sequence-decls", "bookmark", "soft-page-break", "change"))
"""What is read elsewhere, or not at all."""


class Odf(NamedTuple):
    """A text as *html*, in which pictures are named as parts of the package; all its *paragraphs*; *notes*."""

    html: str
    paragraphs: tuple[str, ...]
    notes: tuple[str, ...]


class _Looks(NamedTuple):
    """What a style means: the tags of its words, and the style that it comes from."""

    tags: tuple[str, ...] = ()
    parent: str = ""


def odf(content: "Element", styles: "Element | None") -> Odf:
    """Return the text whose ``content.xml`` and ``styles.xml`` these are. Pure."""
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        return Odf("", (), ())
    writer = _Writer([content] if styles is None else [content, styles])
    html = writer.blocks(body)
    notes = [*_aside(content, styles)]
    deleted = sum(1 for _one in content.iter(f"{TEXT}deletion"))
    if deleted:
        notes.append(_("Lacak perubahan: {number} bagian yang dihapus tidak ikut.").format(number=deleted))
    return Odf(html + writer.footnotes(), tuple(_paragraphs(body)), tuple(notes))


def _paragraphs(element: "Element") -> Iterator[str]:
    for child in element:
        if child.tag in SILENT:
            continue
        if child.tag in {f"{TEXT}p", f"{TEXT}h"} and (text := one_line(_words(child))):
            yield text
        yield from _paragraphs(child)


def _words(element: "Element") -> str:
    """Return the words of a paragraph, without paragraphs inside it."""
    parts = [element.text or ""]
    for child in element:
        if child.tag in {f"{TEXT}s", f"{TEXT}tab", f"{TEXT}line-break"}:
            parts.append(" ")
        elif child.tag not in SILENT | {f"{TEXT}note", f"{TEXT}p", f"{DRAW}frame"}:
            parts.append(_words(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _aside(content: "Element", styles: "Element | None") -> Iterator[str]:
    """Yield comments, headers and footers."""
    for comment in content.iter(f"{OFFICE}annotation"):
        yield _("Komentar: {text}").format(text=one_line(" ".join(_words(one) for one in comment.iter(f"{TEXT}p"))))
    for tag, label in (("header", _("Kepala halaman: {text}")), ("footer", _("Kaki halaman: {text}"))):
        for element in styles.iter(f"{STYLE}{tag}") if styles is not None else ():
            yield from (label.format(text=text) for text in _paragraphs(element))


class _Writer:
    """Writes the HTML; collects footnotes."""

    def __init__(self, trees: Iterable["Element"]) -> None:
        self._looks: dict[str, _Looks] = {}
        self._numbered: dict[str, set[int]] = {}
        self._notes: list[str] = []
        for tree in trees:
            for style in tree.iter(f"{STYLE}style"):
                self._looks.setdefault(style.get(f"{STYLE}name", ""), _look(style))
            for style in tree.iter(f"{TEXT}list-style"):
                levels = style.findall(f"{TEXT}list-level-style-number")
                numbers = {int(one.get(f"{TEXT}level", "1")) for one in levels if one.get(f"{STYLE}num-format", "1")}
                self._numbered.setdefault(style.get(f"{STYLE}name", ""), numbers)

    def footnotes(self) -> str:
        """Return what all footnotes say."""
        items = (f'<li id="footnote-{number}">{text}</li>' for number, text in enumerate(self._notes, 1))
        return f"<ol>{''.join(items)}</ol>" if self._notes else ""

    def blocks(self, element: "Element", style: str = "", level: int = 0) -> str:
        """Return what stands below *element*; *style* and *level* are of the list that it is in."""
        return "".join(self._block(child, style, level) for child in element)

    def _block(self, element: "Element", style: str, level: int) -> str:  # noqa: PLR0911  one answer for each kind
        tag = element.tag
        if tag in SILENT:
            return ""
        if tag == f"{TEXT}h":
            depth = element.get(f"{TEXT}outline-level", "1")
            number = min(int(depth), 6) if depth.isdecimal() and int(depth) else 1
            return f"<h{number}>{self._inline(element)}</h{number}>"
        if tag == f"{TEXT}p":
            return self._paragraph(element)
        if tag == f"{TEXT}list":
            style = element.get(f"{TEXT}style-name", style)
            kind = "ol" if level + 1 in self._numbered.get(style, set()) else "ul"
            items = (f"<li>{self.blocks(item, style, level + 1)}</li>" for item in element)
            return f"<{kind}>{''.join(items)}</{kind}>"
        if tag == f"{TABLE}table":
            return f"<table>{''.join(self._row(row) for row in _rows(element))}</table>"
        if tag == f"{DRAW}frame":
            return self._frame(element)
        return self.blocks(element, style, level)

    def _paragraph(self, element: "Element") -> str:
        names = set(self._names(element.get(f"{TEXT}style-name", "")))
        inner = self._inline(element)
        if "Title" in names:
            return f"<h1>{inner}</h1>"
        if names & CAPTIONS:
            return f'<p class="{CAPTION}">{inner}</p>'
        return f"<blockquote><p>{inner}</p></blockquote>" if names & QUOTES else f"<p>{inner}</p>"

    def _names(self, name: str) -> Iterator[str]:
        """Yield the style *name* and those that it comes from."""
        seen: set[str] = set()
        while name and name not in seen:
            seen.add(name)
            yield name
            name = self._looks.get(name, _Looks()).parent

    def _row(self, row: "Element") -> str:
        cells = []
        for cell in row:
            if cell.tag == f"{TABLE}table-cell":
                wide = cell.get(f"{TABLE}number-columns-spanned", "1")
                span = f' colspan="{wide}"' if wide.isdecimal() and int(wide) > 1 else ""
                again = cell.get(f"{TABLE}number-columns-repeated", "1")
                times = min(int(again), MOST_COLUMNS) if again.isdecimal() else 1
                cells.append(f"<td{span}>{self.blocks(cell)}</td>" * times)
        return f"<tr>{''.join(cells)}</tr>"

    def _inline(self, element: "Element") -> str:
        parts = [escape(element.text or "", quote=False)]
        for child in element:
            parts += [self._word(child), escape(child.tail or "", quote=False)]
        return "".join(parts)

    def _word(self, element: "Element") -> str:  # noqa: PLR0911  as above
        tag = element.tag.removeprefix(TEXT)
        if element.tag in SILENT:
            return ""
        if tag in {"s", "tab"}:
            count = element.get(f"{TEXT}c", "1")
            return " " * (min(int(count), MOST_SPACES) if count.isdecimal() else 1)
        if tag == "line-break":
            return "<br>"
        if tag == "span":
            return self._span(element)
        if tag == "a":
            return f'<a href="{escape(element.get(HREF, ""))}">{self._inline(element)}</a>'
        if tag == "note":
            body = element.find(f"{TEXT}note-body")
            self._notes.append(self.blocks(body) if body is not None else "")
            return f'<sup><a href="#footnote-{len(self._notes)}">{len(self._notes)}</a></sup>'
        return self._frame(element) if element.tag == f"{DRAW}frame" else self._inline(element)

    def _span(self, element: "Element") -> str:
        inner = self._inline(element)
        found = (self._looks.get(name, _Looks()).tags for name in self._names(element.get(f"{TEXT}style-name", "")))
        for tag in dict.fromkeys(tag for tags in found for tag in tags):
            inner = f"<{tag}>{inner}</{tag}>"
        return inner

    def _frame(self, element: "Element") -> str:
        """Return a picture with what it shows, or the text of a box."""
        boxes = element.findall(f"{DRAW}text-box")
        if boxes:
            return "".join(f"<div>{self.blocks(box)}</div>" for box in boxes)
        image = element.find(f"{DRAW}image")
        if image is None:
            return self._inline(element)
        told = (element.findtext(f"{SVG}{name}") for name in ("desc", "title"))
        alt = next((one_line(text) for text in told if text), "")
        return f'<img src="{escape(image.get(HREF, ""))}" alt="{escape(alt)}">'


def _rows(table: "Element") -> Iterator["Element"]:
    """Yield the rows of *table* itself, also those in groups; not those of a table within."""
    for child in table:
        if child.tag == f"{TABLE}table-row":
            yield child
        elif child.tag in GROUPS:
            yield from _rows(child)


def _look(style: "Element") -> _Looks:
    """Return what *style* means."""
    words = style.find(f"{STYLE}text-properties")
    given = words.attrib if words is not None else {}
    place = given.get(f"{STYLE}text-position", "").split(" ")[0]
    tags = {
        "strong": given.get(f"{FO}font-weight") in HEAVY,
        "em": given.get(f"{FO}font-style") in {"italic", "oblique"},
        "del": given.get(f"{STYLE}text-line-through-style", "none") != "none",
        "sup": place == "super" or (place.removesuffix("%").isdecimal() and place != "0%"),
        "sub": place == "sub" or place.startswith("-"),
    }
    return _Looks(tuple(tag for tag, meant in tags.items() if meant), style.get(f"{STYLE}parent-style-name", ""))
