"""Whether a file that was made is harmless: judged by other engines, and by lists that were written out again here.

Each function takes the bytes of one file and yields a sentence for each thing in it that may not be there.
"""

import base64
import csv
import hashlib
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

import html5lib
import icalendar
import pypdf

XHTML, SVG = "{http://www.w3.org/1999/xhtml}", "{http://www.w3.org/2000/svg}"

_TAGS = """
html head meta title link script body a abbr article aside b blockquote br button caption code dd del details div dl dt
em fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr i img input kbd label legend li main mark nav
noscript ol option output p picture pre search section select small source span strong sub summary sup table tbody td
template textarea tfoot th thead time tr ul
"""
TAGS = frozenset(_TAGS.split())
VECTORS = frozenset(("svg", "path", "circle", "rect", "g", "title", "desc", "use", "text", "a"))
ATTRIBUTES = re.compile(
    r"data-[\w-]+|aria-[\w-]+|(?:abbr|action|align|alt|as|autocapitalize|autocomplete|charset|checked|class|colspan|content"
    r"|crossorigin|cx|cy|d|datetime|decoding|defer|dir|download|enterkeyhint|fetchpriority|fill|font-size|for|height|hidden|href"
    r"|hreflang|http-equiv|id|inputmode|lang|loading|maxlength|media|method|minlength|name|open|placeholder|property|r|readonly|rel"
    r"|role|rows|rowspan|rx|scope|sizes|spellcheck|src|srcset|start|stroke|stroke-linecap|stroke-linejoin|stroke-width"
    r"|tabindex|target|text-anchor|title|transform|type|value|viewBox|width|x|y)"
)
DRAWN = ("svg", "{http://www.w3.org/2000/xmlns/}xmlns", "http://www.w3.org/2000/svg")
"""What a drawing says of itself where it may also stand alone."""

LINKS = ("href", "src", "action", "formaction", "data", "poster", "cite", "ping", "background", "manifest")
SCHEMES = ("http", "https", "mailto", "tel")
LOADED = {"img", "script", "source", "iframe", "embed", "object", "audio", "video"}

CONTROLS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
"""What no text needs, and what makes text read otherwise than it is."""

FORMULA = re.compile("[=+\\-@\t\r\uff0b\uff0d\uff1d\uff20]")
PROPERTY = re.compile(
    r"(?:BEGIN|END|VERSION|PRODID|CALSCALE|METHOD|X-WR-CALNAME|TZID|DTSTART|TZOFFSETFROM|TZOFFSETTO|TZNAME|UID|DTSTAMP"
    r"|DURATION|SUMMARY|DESCRIPTION|URL|CATEGORIES|TRANSP|ACTION|TRIGGER)[;:]"
)
DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)


def page(data: bytes, *, alone: bool = False) -> Iterator[str]:
    """Judge a page; one that stands *alone* holds its own style and script, which its policy names by their hashes."""
    text = data.decode()
    yield from controls(text)
    parser = html5lib.HTMLParser()
    document = parser.parse(text)
    yield from (
        f"parse error {code} at {at}: {text.splitlines()[at[0] - 1][:160]!r}" for at, code, _ in parser.errors[:2]
    )
    policy = next(
        (node.get("content", "") for node in document.iter(f"{XHTML}meta") if node.get("http-equiv") == POLICY), ""
    )
    if "default-src 'none'" not in policy or "unsafe" in policy or "*" in policy:
        yield f"policy {policy!r}"
    for node in document.iter():
        yield from _element(node, policy, alone=alone)


POLICY = "Content-Security-Policy"


def fragment(text: str) -> Iterator[str]:
    """Judge the HTML that a feed carries."""
    yield from controls(text)
    tree = html5lib.parseFragment(text)
    for node in tree.iter():
        if node.tag != "DOCUMENT_FRAGMENT":
            yield from _element(node, "", alone=False)
            if node.tag in {f"{XHTML}{name}" for name in ("script", "link", "meta", "form", "button", "input", "img")}:
                yield f"<{node.tag}> in a body"


def _element(node: Any, policy: str, *, alone: bool) -> Iterator[str]:
    if not isinstance(node.tag, str):
        yield f"comment {node.text!r}"
        return
    name = node.tag.removeprefix(XHTML).removeprefix(SVG)
    if name not in (VECTORS if node.tag.startswith(SVG) else TAGS | ({"style"} if alone else set())):
        yield f"<{node.tag}>"
    for attribute, value in node.attrib.items():
        yield from _attribute(node, name, str(attribute), value)
    if name == "form" and (node.get("action"), node.get("method")) != ("../cari/", "get"):
        yield f"<form {node.attrib}>"
    if name == "meta" and node.get("http-equiv") not in {None, POLICY, "refresh"}:
        yield f"<meta http-equiv={node.get('http-equiv')}>"
    if name == "meta" and node.get("http-equiv") == "refresh":
        yield from link(node.get("content", "").partition("url=")[2], loaded=True)
    if name in {"script", "style"}:
        yield from _code(node, name, policy, alone=alone)


def _attribute(node: Any, name: str, attribute: str, value: str) -> Iterator[str]:
    if not ATTRIBUTES.fullmatch(attribute) and (name, attribute, value) != DRAWN:
        yield f"<{name} {attribute}={value!r}>"
    if attribute in LINKS:
        yield from link(value, loaded=name in LOADED or (name == "link" and node.get("rel") == "stylesheet"))
    if attribute == "srcset":
        for part in value.split(","):
            yield from link(part.split()[0], loaded=True)


def _code(node: Any, name: str, policy: str, *, alone: bool) -> Iterator[str]:
    text = node.text or ""
    if node.get("type") == "application/ld+json":
        yield from data(text.encode())
        if re.search("[<>&\u2028\u2029]", text):
            yield f"unescaped JSON-LD {text!r}"
    elif name == "script" and node.get("src"):
        if text or not re.fullmatch(r"(?:\.\./|\./)*(?:bagikan|kit|cari)\.js", node.get("src")):
            yield f"<script src={node.get('src')}>{text}"
    else:
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        if not alone or f"{name}-src 'sha256-{digest}'" not in policy:
            yield f"inline {name}: {text[:80]!r}"


def link(address: str, *, loaded: bool = False) -> Iterator[str]:
    """Judge an address; what is *loaded* with a page comes from the site itself."""
    if re.search(r"[\x00-\x20\x7f-\x9f]", address) or address.startswith(("//", "\\", "/\\")):
        yield f"address {address!r}"
    scheme = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*):", address)
    if loaded and scheme and not re.match(r"data:image/jpeg;base64,[A-Za-z0-9+/=]*$", address):
        yield f"loaded from elsewhere: {address[:80]!r}"
    elif scheme and not loaded and scheme[1].lower() not in SCHEMES and address != "data:,":
        yield f"scheme {address!r}"
    if scheme and scheme[1].lower() in {"http", "https"} and urlsplit(address).username is not None:
        yield f"somebody's name in an address: {address!r}"


def controls(text: str) -> Iterator[str]:
    """Judge the characters of a text."""
    if found := CONTROLS.search(text):
        yield f"U+{ord(found[0]):04X} in {text[max(0, found.start() - 30) : found.end() + 30]!r}"


def data(data: bytes) -> Iterator[str]:
    """Judge JSON: it is read strictly, and so is every text in it."""
    try:
        tree = json.loads(data.decode())
    except ValueError as error:
        yield f"JSON: {error}"
        return
    stack = [tree]
    while stack:
        item = stack.pop()
        if isinstance(item, dict):
            stack += [*item.keys(), *item.values()]
        elif isinstance(item, list):
            stack += item
        elif isinstance(item, str):
            yield from controls(item)


def feed(data: bytes) -> Iterator[str]:
    """Judge XML: well-formed, no entities of its own, and the HTML that it carries."""
    text = data.decode()
    yield from controls(text)
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        yield "DOCTYPE"
    try:
        root = ET.fromstring(data)
    except ET.ParseError as error:
        yield f"XML: {error}"
        return
    for node in root.iter():
        name = node.tag.rpartition("}")[2]
        if name == "encoded" or (name == "content" and node.get("type") == "html"):
            yield from fragment(node.text or "")
        elif name in {"link", "loc", "guid", "id", "icon"} and node.text:
            yield from link(node.text)
        for key in ("href", "url"):
            yield from link(node.get(key, ""))


def table(data: bytes) -> Iterator[str]:
    """Judge CSV: as many cells in each row, none of which a spreadsheet takes for a formula."""
    rows = list(csv.reader(io.StringIO(data.decode().removeprefix("\ufeff"), newline="")))
    if len({len(row) for row in rows}) > 1:
        yield "rows of different length"
    for row in rows:
        for cell in row:
            yield from controls(cell)
            if FORMULA.match(cell):
                yield f"formula {cell[:60]!r}"


def calendar(data: bytes) -> Iterator[str]:
    """Judge iCalendar: every line is one of ours, none too long, and another reader understands it."""
    text = data.decode()
    if "\r" in text.replace("\r\n", "") or "\n" in text.replace("\r\n", ""):
        yield "a line end by itself"
    for line in text.split("\r\n")[:-1]:
        if len(line.encode()) > 75:
            yield f"long line {line!r}"
        if not line.startswith(" ") and not PROPERTY.match(line):
            yield f"line {line!r}"
        yield from controls(line)
    found = icalendar.Calendar.from_ical(data)
    for event in found.walk("VEVENT"):
        yield from link(str(event["URL"]))


def parcel(data: bytes) -> Iterator[str]:
    """Judge a ZIP: its names can lie on every system, and all that is in it is harmless too."""
    with zipfile.ZipFile(io.BytesIO(data)) as found:
        if found.testzip() is not None:
            yield "damaged"
        names = [info.filename for info in found.infolist()]
        if len({name.casefold() for name in names}) != len(names):
            yield f"one name twice: {names}"
        for info in found.infolist():
            yield from _name(info.filename)
            if info.external_attr >> 16 & 0o170000 not in {0, 0o100000} or info.flag_bits & 1:
                yield f"no plain file: {info.filename}"
            inside = found.read(info)
            yield from (f"{info.filename}: {said}" for said in judged(info.filename, inside, alone=True))


def office(data: bytes) -> Iterator[str]:
    """Judge a document of Word or a workbook: it computes nothing, runs nothing, and holds texts and pictures alone."""
    with zipfile.ZipFile(io.BytesIO(data)) as found:
        for info in found.infolist():
            yield from _name(info.filename)
            kind = info.filename.rpartition(".")[2]
            if kind in {"png", "jpg", "jpeg"}:
                continue
            if kind not in {"xml", "rels"}:
                yield f"strange part: {info.filename}"
                continue
            text = found.read(info).decode()
            if "<!DOCTYPE" in text or "<!ENTITY" in text:
                yield f"{info.filename}: DOCTYPE"
            for node in ET.fromstring(text).iter():
                name = node.tag.rpartition("}")[2]
                if name in {"f", "OLEObject", "object", "control", "altChunk", "subDoc"}:
                    yield f"{info.filename}: <{name}>"
                if name == "instrText" and not re.match(r"\s*(?:PAGE|NUMPAGES)\b", node.text or ""):
                    yield f"{info.filename}: field {node.text!r}"
                if node.get("TargetMode") == "External" and not str(node.get("Target")).startswith("https://"):
                    yield f"{info.filename}: leads to {node.get('Target')!r}"


def _name(name: str) -> Iterator[str]:
    if not name.isascii() or re.search(r'[<>:"|?*\\\x00-\x1f]', name) or len(name) > 200:
        yield f"name {name!r}"
    for part in name.split("/"):
        if part in {"", ".", ".."} or part.endswith((".", " ")) or DEVICE.fullmatch(part):
            yield f"name {name!r}"


def drawing(data: bytes) -> Iterator[str]:
    """Judge an SVG file: it draws, and asks for nothing."""
    yield from feed(data)
    for node in ET.fromstring(data).iter():
        name = node.tag.rpartition("}")[2]
        if name in {"script", "foreignObject", "iframe", "animate", "set", "handler", "a", "image"}:
            yield f"<{name}>"
        for attribute, value in node.attrib.items():
            key = attribute.rpartition("}")[2]
            if key.startswith("on") or (key == "href" and not value.startswith("#")) or "url(h" in value:
                yield f"{key}={value!r}"


def document(data: bytes, *, home: str = "https://kabar.example/") -> Iterator[str]:
    """Judge a PDF: it does nothing, holds no file, and leads nowhere but home."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    for number in sorted({*reader.xref_objStm, *(number for table in reader.xref.values() for number in table)}):
        item = reader.get_object(number)
        if not isinstance(item, dict):
            continue
        for key in ("/JS", "/JavaScript", "/AA", "/EmbeddedFiles", "/EF", "/RichMedia", "/AcroForm", "/XFA"):
            if key in item:
                yield f"{key} in object {number}"
        if item.get("/S") in {"/Launch", "/JavaScript", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE"}:
            yield f"action {item['/S']}"
        if "/OpenAction" in item and not isinstance(item["/OpenAction"], list):
            yield "/OpenAction"
        if "/URI" in item and not str(item["/URI"]).startswith(home):
            yield f"leads to {item['/URI']}"
    for page in reader.pages:
        yield from controls(page.extract_text())


def post(data: bytes) -> Iterator[str]:
    """Judge a text that is pasted somewhere."""
    yield from controls(data.decode())
    if "\r" in data.decode():
        yield "carriage return"


def path(name: str) -> Iterator[str]:
    """Judge where a file lies."""
    if unquote(name) != name or re.search(r'[<>:"|?*\\\x00-\x1f]', name) or CONTROLS.search(name):
        yield f"path {name!r}"
    for part in name.split("/"):
        if part in {"", ".", ".."} or part.endswith((".", " ")) or DEVICE.fullmatch(part) or len(part.encode()) > 255:
            yield f"path {name!r}"


_JUDGES: dict[str, Callable[[bytes], Iterator[str]]] = {
    "html": page, "xml": feed, "json": data, "webmanifest": data, "csv": table, "ics": calendar, "zip": parcel,
    "svg": drawing, "pdf": document, "txt": post,
    "docx": office, "xlsx": office,
}  # fmt: skip
SKIPPED = {"css", "js", "woff2", "jpg", "png", "webp"}
"""Made of templates alone, or pixels."""


def judged(name: str, data: bytes, *, alone: bool = False) -> list[str]:
    """Return what is wrong with the file *name*."""
    kind = name.rpartition(".")[2]
    if kind == "html" and alone:
        return list(page(data, alone=True))
    if kind in SKIPPED or name.endswith(("_headers", "warta", "/.warta")):
        return []
    judge = _JUDGES.get(kind)
    return [f"nobody can judge {name}"] if judge is None else list(judge(data))
