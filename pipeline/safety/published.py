"""What the bytes of a file tell those who open it: the net beneath the rules for reports.

Reports are looked at before anything is made of them. Here every file is looked at once more as it would be published,
so that what a template, a feed or a packer puts together is seen too. Only what needs no context is looked for:
numbers that name a person, ways to reach one, and what a camera hides in a picture.
"""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b
from html import unescape
from typing import NamedTuple

from pipeline.safety.contacts import contacts
from pipeline.safety.finding import Kind
from pipeline.safety.numbers import IDENTITY, SPELT, numbered
from pipeline.safety.windows import windows, words

LOOKED_FOR: frozenset[Kind] = IDENTITY | {"rekening"}
"""Beside contacts as they are usually written. What else people may type is found in reports, in its context."""

DEEPEST = 3
"""Packages in packages are opened so deep."""

LARGEST = 50_000_000
"""Bytes of one packed file that are unpacked to be looked at."""


class Seen(NamedTuple):
    """Something in a published file: its *kind* (``metadata``: hidden in a picture), and what it says."""

    kind: Kind | str
    text: str


def seen(name: str, data: bytes, known: frozenset[str] = frozenset()) -> tuple[Seen, ...]:
    """Return what the file *name* with the bytes *data* tells of single persons; each thing once.

    Packed files whose hash (``named``) is among *known* were looked at before.
    """
    return tuple(dict.fromkeys(_seen(name, data, 0, known)))


def named(data: bytes) -> str:
    """Return the hash of *data*: the same that names a file among the outputs of a build."""
    return blake2b(data, digest_size=16).hexdigest()


def _seen(name: str, data: bytes, depth: int, known: frozenset[str]) -> Iterator[Seen]:
    ending = _ending(name)
    if ending in _PICTURES:
        yield from (Seen("metadata", what) for what in _PICTURES[ending](data))
    elif ending in _PACKED:
        for inner, packed in _unpacked(data, depth):
            if not known or named(packed) not in known:
                yield from _seen(inner, packed, depth + 1, known)
    elif ending in _TEXTS:
        for text in _TEXTS[ending](data):
            yield from _in(text)


def texts(name: str, data: bytes, depth: int = 0) -> Iterator[str]:
    """Yield what people can read in the file *name* with the bytes *data*, packed files and PDFs too."""
    ending = _ending(name)
    if ending in _PACKED:
        for inner, packed in _unpacked(data, depth):
            yield from texts(inner, packed, depth + 1)
    elif ending in _TEXTS:
        yield from _TEXTS[ending](data)


def _ending(name: str) -> str:
    return name.rpartition(".")[2].lower()


def _unpacked(data: bytes, depth: int) -> Iterator[tuple[str, bytes]]:
    if depth < DEEPEST:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for item in packed.infolist():
                if not item.is_dir() and item.file_size <= LARGEST:
                    yield item.filename, packed.read(item)


_FEW = re.compile(r"\d\D*\d\D*\d")


def _in(text: str) -> Iterator[Seen]:
    """Yield what one text tells; a line without three digits or an ``@`` needs a word for a number."""
    low = text.lower()
    spelt = any(word in low for word in SPELT)
    for line in dict.fromkeys(text.split("\n")):
        if spelt or "@" in line or _FEW.search(line):
            for _, piece in windows(line):
                yield from _line(piece)


@lru_cache(4096)
def _line(line: str) -> tuple[Seen, ...]:
    """Return what one line tells; those of a site's frame stand on thousands of pages.

    Contacts are taken out first: the rules for all else are slow to load, and a usual page needs none of them.
    """
    usual, rest = contacts(line)
    found = [Seen(*one) for one in usual]
    found += [Seen(one.kind, one.text) for one in numbered(rest, 0, words(rest)) if one.kind in LOOKED_FOR]
    return tuple(found)


# -- texts -------------------------------------------------------------------------------------------------------------

_TAG = re.compile(r'<[^>"]*(?:"[^"]*"[^>"]*)*>')
_WITHIN = re.compile(r"</?(?:a|abbr|b|bdi|cite|code|em|i|mark|q|s|small|span|strong|sub|sup|time|tspan|u|wbr)\b[^<>]*>")
"""Tags inside a line of text."""

_WORD_PARTS = re.compile(r"</?w:(?!p[ >])[^>]*>")
"""Tags of Word inside a paragraph: one number may be spread over several."""

_SAID = re.compile(r'\s(?:alt|aria-label|content|placeholder|summary|title|value|data-[a-z-]+)="([^"]*)"')
_REACHED = re.compile(r'\shref="((?:tel|sms|mailto|geo):[^"]*|https?://(?:wa\.me|api\.whatsapp\.com)/[^"]*)"')
_EMBEDDED = re.compile(r'"data:[a-z]+/[a-z+]+;base64,[^"]*')
_DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
_CODE = re.compile(r"<(script|style)\b[^>]*>.*?</\1>", re.DOTALL)
_ADDRESS = re.compile(r"https?://\S+")
_WAYS = re.compile(r"(?:wa\.me/|phone=)(\d{8,15})")


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", "replace")


_PICTURE = re.compile(r"-[0-9a-f]{8,}(?:-\d+)?\.(?:jpg|webp|png|svg)\b")
_TIME = re.compile(r"T\d\d:\d\d(?::\d\d)?(?:[+-]\d\d:\d\d|Z)?")
"""Ends of the names of pictures, and times of the day after a date, as we write them."""


def _without_addresses(text: str) -> str:
    """Return *text* without web addresses: their digits are no numbers, but where WhatsApp finds somebody."""
    text = _TIME.sub(" ~ ", _PICTURE.sub(" ~ ", text))
    return _ADDRESS.sub(lambda found: " ".join(f" {number} " for number in _WAYS.findall(found[0])), text)


def _html(data: bytes) -> Iterator[str]:
    text = _EMBEDDED.sub('"', _decoded(data))
    for found in _DATA.findall(text):
        yield from _json(found.encode())
    text = _CODE.sub("", text)
    for found in _REACHED.findall(text):
        yield _without_addresses(unescape(found))
    yield _without_addresses(unescape("\n".join(_SAID.findall(text))))
    yield _without_addresses(unescape(_TAG.sub("\n", _WITHIN.sub("", text))))


def _xml(data: bytes) -> Iterator[str]:
    """A feed holds HTML, escaped; a document holds one word in several tags."""
    text = _TAG.sub("\n", _WORD_PARTS.sub("", _decoded(data)))
    yield from _html(unescape(text).encode())


def _json(data: bytes) -> Iterator[str]:
    try:
        tree = json.loads(data)
    except ValueError:
        yield _decoded(data)
        return
    yield _without_addresses("\n".join(_strings(tree)))


_ITSELF = re.compile(r"\d{4}-\d{2}(?:-\d{2})?|\d{4}/\d{2}/(?:[a-z-]|\d{1,4}(?!\d))+|\d{1,4}(?:\.\d{1,2})?", re.ASCII)
"""A cell or value that is a day, a month, the address of a story or a small number, and nothing else."""


def _strings(tree: object) -> Iterator[str]:
    """Yield the texts in *tree*, each once: tables of ten thousand rows say the same again and again."""
    found: dict[str, None] = {}
    left = [tree]
    while left:
        node = left.pop()
        if isinstance(node, str):
            found[node] = None
        elif isinstance(node, dict):
            left.extend(node.values())
        elif isinstance(node, list):
            left.extend(node)
    for text in found:
        if not _ITSELF.fullmatch(text):
            yield from (text,) if "<" not in text else _html(text.encode())


def _plain(data: bytes) -> Iterator[str]:
    yield _without_addresses(_decoded(data))


def _table(data: bytes) -> Iterator[str]:
    """Each cell stands for itself, once: what stands beside it makes no number of it."""
    cells = dict.fromkeys(cell for row in csv.reader(io.StringIO(_decoded(data), newline="")) for cell in row)
    yield _without_addresses("\n".join(cell for cell in cells if not _ITSELF.fullmatch(cell)))


def _calendar(data: bytes) -> Iterator[str]:
    """Long lines of iCalendar are folded: what goes on begins with a space (RFC 5545, 3.1)."""
    text = re.sub(r"\r?\n[ \t]", "", _decoded(data)).replace("\\n", "\n")
    yield _without_addresses(re.sub(r"^(?:UID|DT[A-Z]+|LAST-MODIFIED)\b.*$", "", text, flags=re.MULTILINE))


def _pdf(data: bytes) -> Iterator[str]:
    import pypdfium2  # noqa: PLC0415  a sixth of a second, and few files are PDF

    document = pypdfium2.PdfDocument(data)
    try:
        for number in range(len(document)):
            page = document[number].get_textpage()
            yield _without_addresses(page.get_text_range())
        told = document.get_metadata_dict()
        yield "\n".join(told.get(name, "") for name in ("Title", "Author", "Subject", "Keywords"))
    finally:
        document.close()


_TEXTS = {
    "html": _html, "svg": _html, "xml": _xml, "json": _json, "webmanifest": _json, "txt": _plain, "csv": _table,
    "md": _plain, "ics": _calendar, "pdf": _pdf,
}  # fmt: skip
_PACKED = frozenset(("zip", "docx", "xlsx"))

# -- pictures ----------------------------------------------------------------------------------------------------------


def _jpeg(data: bytes) -> Iterator[str]:
    """Yield what a JPEG hides: segments before its picture that are no part of drawing it."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != 0xDA:
        mark, size = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if mark in (0xE1, 0xED, 0xFE):
            yield {0xE1: "EXIF/XMP", 0xED: "IPTC", 0xFE: "COM"}[mark]
        at += 2 + size


def _webp(data: bytes) -> Iterator[str]:
    at = 12
    while at + 8 <= len(data):
        name, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        if name in (b"EXIF", b"XMP "):
            yield name.decode().strip()
        at += 8 + size + size % 2


def _png(data: bytes) -> Iterator[str]:
    at = 8
    while at + 8 <= len(data):
        size, name = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        if name in (b"eXIf", b"tEXt", b"iTXt", b"zTXt"):
            yield name.decode()
        at += 12 + size


_PICTURES = {"jpg": _jpeg, "jpeg": _jpeg, "webp": _webp, "png": _png}
