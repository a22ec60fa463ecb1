"""A Word document's parts: what is read besides its text, and the copy of it that the converter may see."""

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple
from xml.etree.ElementTree import tostring

from pipeline.content.text import one_line, shown
from pipeline.intake.package import Package
from pipeline.intake.xml import checked, parsed
from pipeline.language import _

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MAIN = "word/document.xml"
LARGEST_XML = 40_000_000
"""Bytes of one part; the text of a report has a hundredth of it."""

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
CHOICES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
SPACES = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
"""What Word's own elements are called, in both forms of the standard (ECMA-376, ISO/IEC 29500 Strict)."""


class Word(NamedTuple):
    """A document. *copy* is a package with nothing in it but text, styles and pictures; *paragraphs* all its text.

    *notes* tell of what is read nowhere else: comments, headers, footers, deletions, charts, pictures elsewhere.
    """

    copy: bytes
    paragraphs: tuple[str, ...]
    notes: tuple[str, ...]


def word(found: Package) -> Word:
    """Return the document in *found*; raises ``UnreadableError`` where its XML is not to be trusted."""
    parts = {name: found.read(name) for name in found.names if name.startswith("word/media/")}
    for name in found.names:
        if name.endswith((".xml", ".rels")) and (name.startswith(("word/", "_rels/")) or name == "[Content_Types].xml"):
            parts[name] = checked(found.read(name, LARGEST_XML))
    root = parsed(found.read(MAIN, LARGEST_XML))
    notes = [*_changes(root), *_aside(parts), *_objects(found)]
    paragraphs = tuple(_paragraphs(root))
    if _surface(root):
        parts[MAIN] = tostring(root, encoding="utf-8", xml_declaration=True)
    return Word(_packed(parts), paragraphs, tuple(notes))


def tags(*names: str) -> frozenset[str]:
    """Return how Word's elements *names* are called in full."""
    return frozenset(f"{space}{name}" for space in SPACES for name in names)


_P, _T, _TAB = tags("p"), tags("t") | {MATH}, tags("tab", "br", "cr")
_DELETED, _GONE = tags("del", "moveFrom"), tags("delText")
_INSERTED = tags("ins", "moveTo")
_BOX, _PICT = tags("txbxContent"), "pict"


def _text(element: "Element") -> str:
    """Return the text of *element* without what was deleted and without paragraphs inside it."""
    parts: list[str] = []

    def walk(one: "Element") -> None:
        for child in one:
            if child.tag in _DELETED or child.tag in _P or child.tag == f"{CHOICES}Fallback":
                continue
            if child.tag in _T:
                parts.append(child.text or "")
            elif child.tag in _TAB:
                parts.append(" ")
            walk(child)

    walk(element)
    return "".join(parts)


def _paragraphs(root: "Element") -> Iterator[str]:
    """Yield the text of each paragraph, also in tables and boxes."""
    for element in root.iter():
        if element.tag in _P and (text := one_line(_text(element))):
            yield text


def _changes(root: "Element") -> Iterator[str]:
    """Say that there are tracked changes, and how they were taken."""
    deleted = sum(1 for one in root.iter() if one.tag in _DELETED and any(True for _child in one))
    inserted = sum(1 for one in root.iter() if one.tag in _INSERTED and any(True for _child in one))
    if deleted or inserted:
        yield _("Lacak perubahan: {inserted} sisipan ikut, {deleted} bagian yang dihapus tidak ikut.").format(
            inserted=inserted, deleted=deleted
        )


def _aside(parts: dict[str, bytes]) -> Iterator[str]:
    """Yield the comments, headers and footers."""
    for name, label in (
        ("word/comments", _("Komentar: {text}")),
        ("word/header", _("Kepala halaman: {text}")),
        ("word/footer", _("Kaki halaman: {text}")),
    ):
        told: dict[str, None] = {}
        for part in sorted(parts):
            if part.removeprefix(name).removesuffix(".xml").isdecimal() or part == f"{name}.xml":
                for text in _paragraphs(parsed(parts[part])):
                    told.setdefault(label.format(text=text))
        yield from told


def _objects(found: Package) -> Iterator[str]:
    """Say what else is in the package and has no place in a report."""
    for folder, said in (
        ("word/charts/chart", _("Ada {number} bagan; bagan tidak ikut. Simpan sebagai gambar bila perlu.")),
        ("word/diagrams/data", _("Ada {number} diagram; diagram tidak ikut. Simpan sebagai gambar bila perlu.")),
        ("word/embeddings/", _("Ada {number} berkas lain di dalam dokumen; tidak dibuka dan tidak ikut.")),
    ):
        if number := sum(name.startswith(folder) for name in found.names):
            yield said.format(number=number)
    rels = "word/_rels/document.xml.rels"
    if rels in found:
        for one in parsed(found.read(rels, LARGEST_XML)):
            if one.get("TargetMode") == "External" and one.get("Type", "").endswith("/image"):
                yield _("Gambar tidak diambil: {address}").format(address=shown(one.get("Target", "")))


def _surface(root: "Element") -> bool:
    """Put text that stands only in new drawings where the converter looks; return whether there was any.

    Word writes a box twice, new and old (``mc:Fallback``); others write only the new one, which nobody else reads.
    """
    changed = False
    for element in root.iter(f"{CHOICES}AlternateContent"):
        if element.find(f"{CHOICES}Fallback") is not None:
            continue
        boxes = [one for one in element.iter() if one.tag in _BOX]
        fallback = element.makeelement(f"{CHOICES}Fallback", {})
        for box in boxes:
            pict = element.makeelement(box.tag.removesuffix("txbxContent") + _PICT, {})
            pict.append(box)
            fallback.append(pict)
        for child in list(element):
            if not boxes:
                fallback.extend(list(child))
            element.remove(child)
        element.append(fallback)
        changed = True
    return changed


def _packed(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()
