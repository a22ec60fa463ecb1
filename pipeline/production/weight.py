"""How heavy a page is when it first comes to a telephone. Pure: bytes in, numbers out.

What travels: the page, its stylesheets and scripts (packed by gzip, as hosts do), its font and the photo at its head,
in the size that a screen of 360 px with two dots to the pixel takes.
"""

import gzip
import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

KB = 1024
TEXT = 14 * KB
"""HTML and CSS of one page: what a server may send at once, before it waits for the first answer (RFC 6928)."""
TEXT_OF_TOOLS = 30 * KB
"""The same for pages on which one does something: the share kit and the search."""
FIRST_VIEW = 100 * KB
"""All of a story's first view."""

SCREEN = 360.0
DOTS = 2.0
LETTER = 16.0
"""Pixels in one ``rem``."""

_STORY = re.compile(r"\d{4}/\d{2}/[^/]+/index\.html")
_TOOL = re.compile(r"\d{4}/\d{2}/[^/]+/bagikan/index\.html|cari/index\.html")
_FACE = re.compile(r"@font-face\s*\{[^}]*?url\(\s*[\"']?([^\"')]+)")
_RULE = re.compile(r"\(\s*(min|max)-width\s*:\s*([^)]+)\)\s*(.+)")
_LENGTH = re.compile(r"([+-]?)\s*([\d.]+)\s*(px|rem|em|vw)")
_PIXELS = {"px": 1.0, "rem": LETTER, "em": LETTER, "vw": SCREEN / 100}

Fetch = Callable[[str], bytes | None]
"""Gives the bytes of a file of the site by its path from the site's root; ``None`` where there is none."""


class Weight(NamedTuple):
    """Bytes on the way to a reader who opens a page for the first time, by what they are."""

    html: int
    css: int
    script: int
    font: int
    photo: int

    @property
    def text(self) -> int:
        """What must be there before anything is shown."""
        return self.html + self.css

    @property
    def all(self) -> int:
        """The whole first view."""
        return sum(self)


class Excess(NamedTuple):
    """A page that is over budget: *code* of the catalogue, bytes, and how many there may be."""

    code: str
    size: int
    most: int


def weigh(path: str, html: bytes, fetch: Fetch) -> Weight:
    """Return the weight of the page with *html* at *path* (from the site's root)."""
    parts = _Parts()
    parts.feed(html.decode("utf-8", "replace"))
    sheets = [(_join(path, name), fetch(_join(path, name)) or b"") for name in parts.sheets]
    faces = {_join(sheet, face) for sheet, data in sheets for face in _FACE.findall(data.decode("utf-8", "replace"))}
    return Weight(
        html=packed(html),
        css=sum(packed(data) for _, data in sheets),
        script=sum(packed(fetch(_join(path, name)) or b"") for name in parts.scripts),
        font=sum(len(fetch(face) or b"") for face in faces),
        photo=len(fetch(_join(path, parts.photo)) or b"") if parts.photo else 0,
    )


def excess(path: str, weight: Weight) -> tuple[Excess, ...]:
    """Return in what the page at *path* is over budget."""
    most = TEXT_OF_TOOLS if _TOOL.fullmatch(path) else TEXT
    found = []
    if weight.text > most:
        found.append(Excess("situs-halaman-berat", weight.text, most))
    if _STORY.fullmatch(path) and weight.all > FIRST_VIEW:
        found.append(Excess("situs-tampilan-berat", weight.all, FIRST_VIEW))
    return tuple(found)


def packed(data: bytes) -> int:
    """Return how many bytes *data* has when a host has packed it."""
    return len(gzip.compress(data, 6, mtime=0))


def chosen(srcset: str, sizes: str) -> str:
    """Return the address in *srcset* that Chromium takes for a photo of *sizes*: the smallest with dots enough."""
    wide = slot(sizes)
    candidates = []
    for entry in filter(None, map(str.strip, srcset.split(","))):
        address, _, width = entry.partition(" ")
        candidates.append((float(width.strip().removesuffix("w") or 0) / wide, address))
    candidates.sort(key=lambda candidate: candidate[0])
    return next((address for density, address in candidates if density >= DOTS), candidates[-1][1])


def slot(sizes: str) -> float:
    """Return how many pixels wide a photo of *sizes* stands on the screen; all of it where nothing is said."""
    for entry in filter(None, map(str.strip, sizes.split(","))):
        rule = _RULE.fullmatch(entry)
        if rule is None:
            return _length(entry)
        bound = _length(rule[2])
        if bound <= SCREEN if rule[1] == "min" else bound >= SCREEN:
            return _length(rule[3])
    return SCREEN


def _length(text: str) -> float:
    """Return the pixels of a length such as ``108px`` or ``calc(100vw - 2rem)``."""
    terms = _LENGTH.findall(text)
    return sum((-1 if sign == "-" else 1) * float(number) * _PIXELS[unit] for sign, number, unit in terms) or SCREEN


def _join(path: str, address: str) -> str:
    """Return where *address*, as it stands in the file *path*, leads; addresses with a host lead nowhere."""
    target = urlsplit(urljoin(f"http://situs/{path}", address))
    return unquote(target.path.lstrip("/")) if target.netloc == "situs" else ""


class _Parts(HTMLParser):
    """What a page has loaded at once."""

    def __init__(self) -> None:
        super().__init__()
        self.sheets: list[str] = []
        self.scripts: list[str] = []
        self.photo = ""
        self._source: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = {name: value or "" for name, value in attrs}
        if tag == "link" and has.get("rel") == "stylesheet":
            self.sheets.append(has.get("href", ""))
        elif tag == "script" and "src" in has:
            self.scripts.append(has["src"])
        elif tag == "picture":
            self._source = {}
        elif tag == "source" and not self._source and has.get("type", "image/webp") == "image/webp":
            self._source = has
        elif tag == "img":
            self._picture(has)

    def _picture(self, image: dict[str, str]) -> None:
        """Keep the first photo that does not wait until somebody comes near."""
        found, self._source = self._source or image, {}
        if self.photo or image.get("loading") == "lazy":
            return
        srcset = found.get("srcset", "")
        self.photo = chosen(srcset, found.get("sizes", "")) if srcset else image.get("src", "")
