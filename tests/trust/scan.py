"""Everything that can be read out of a newsroom's ``output/``: text of every kind of file, and what pictures show.

Nothing of the program is used here: what is to be found must be found by other eyes than those that wrote it.
"""

import base64
import html
import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple
from urllib.parse import unquote

import pypdf
import pyvips

PARCELS = ("zip", "docx", "xlsx")
"""Files that are ZIPs of others: documents of Word and workbooks, too."""

PICTURES = ("jpg", "jpeg", "png", "webp", "gif", "avif")
_DATA = re.compile(r"data:image/(\w+);base64,([A-Za-z0-9+/=]+)")
_FOLD = re.compile(rb"\r\n[ \t]")

MAGENTA, GREEN = (255, 0, 255), (0, 200, 0)
"""Colours of a planted photo, which nothing else in a newsroom of tests has."""

NEAR = 70
"""How far each channel may be off: a JPEG's colours run into each other."""


class Found(NamedTuple):
    """One piece of text, and where it stands (``site/a.zip!teks/wa.txt``)."""

    place: str
    text: str


class Seen(NamedTuple):
    """One picture, and where it is."""

    place: str
    data: bytes


def texts(files: Mapping[str, bytes]) -> Iterator[Found]:
    """Yield all text in *files* (bytes by path), their paths among it."""
    for place, data in files.items():
        yield Found(f"the name {place}", unquote(place))
        yield from _texts(place, data)


def pictures(files: Mapping[str, bytes]) -> Iterator[Seen]:
    """Yield all pictures in *files*: those in ZIPs, in PDFs and in ``data:`` addresses too."""
    for place, data in files.items():
        yield from _pictures(place, data)


def where(files: Mapping[str, bytes], words: set[str]) -> dict[str, list[str]]:
    """Return for each of *words* (lower case) the places in *files* at which it stands."""
    found: dict[str, list[str]] = {word: [] for word in sorted(words)}
    pattern = re.compile("|".join(sorted(map(re.escape, words), key=len, reverse=True)))
    for place, text in texts(files):
        for word in set(pattern.findall(text.lower())):
            found[word].append(place)
    return found


def coloured(files: Mapping[str, bytes]) -> list[str]:
    """Return the pictures in *files* in which both planted colours are seen."""
    return sorted({place for place, data in pictures(files) if _is_coloured(data)})


def _kind(name: str) -> str:
    return name.rpartition(".")[2].lower()


def _texts(place: str, data: bytes) -> Iterator[Found]:
    kind = _kind(place)
    if kind in PARCELS:
        with zipfile.ZipFile(io.BytesIO(data)) as parcel:
            yield Found(f"{place}!", parcel.comment.decode(errors="replace"))
            for info in parcel.infolist():
                inside = f"{place}!{info.filename}"
                yield Found(inside, f"{info.filename} {info.comment.decode(errors='replace')}")
                yield from _texts(inside, parcel.read(info))
    elif kind == "pdf":
        yield from _of_pdf(place, data)
    elif kind in PICTURES:
        yield from _of_picture(place, data)
    elif kind != "woff2":
        yield from _of_text(place, data)


def _of_text(place: str, data: bytes) -> Iterator[Found]:
    """Yield a text as it stands, and as those read it who undo its escapes."""
    if _kind(place) == "ics":
        data = _FOLD.sub(b"", data)
    text = data.decode()
    yield Found(place, text)
    yield Found(place, unquote(html.unescape(text)))
    if _kind(place) in {"json", "webmanifest"}:
        yield Found(place, "\n".join(_strings(json.loads(text))))
    for kind, code in _DATA.findall(text):
        yield from _of_picture(f"{place}!data.{kind}", base64.b64decode(code))


def _strings(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield key
            yield from _strings(value)
    elif isinstance(data, list):
        for value in data:
            yield from _strings(value)
    elif isinstance(data, str):
        yield data


def _of_pdf(place: str, data: bytes) -> Iterator[Found]:
    """Yield the words of a PDF, what is told of it, and all its strings, names and unpacked streams."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    for page in reader.pages:
        # Words are broken where a line ends: once as they stand, once put together again.
        text = page.extract_text()
        yield Found(place, text)
        yield Found(place, re.sub(r"[\s\u00ad-]+", "", text))
    yield Found(place, " ".join(f"{key} {value}" for key, value in (reader.metadata or {}).items()))
    yield Found(place, reader.xmp_metadata.stream.get_data().decode() if reader.xmp_metadata else "")
    yield Found(place, "\n".join(_objects(reader)))


def _objects(reader: pypdf.PdfReader) -> Iterator[str]:
    for number in sorted({*reader.xref_objStm, *(number for table in reader.xref.values() for number in table)}):
        item = reader.get_object(number)
        yield f"{item}"
        if isinstance(item, pypdf.generic.StreamObject) and item.get("/Subtype") != "/Image":
            yield item.get_data().decode("latin-1")


def _of_picture(place: str, data: bytes) -> Iterator[Found]:
    """Yield what a picture says beside its pixels: all of its fields, and its bytes."""
    image = pyvips.Image.new_from_buffer(data, "")
    for name in image.get_fields():
        value = image.get(name)
        yield Found(f"{place} ({name})", value.decode("latin-1") if isinstance(value, bytes) else f"{value}")
    yield Found(place, data.decode("latin-1"))


def _pictures(place: str, data: bytes) -> Iterator[Seen]:
    kind = _kind(place)
    if kind in PARCELS:
        with zipfile.ZipFile(io.BytesIO(data)) as parcel:
            for name in parcel.namelist():
                yield from _pictures(f"{place}!{name}", parcel.read(name))
    elif kind == "pdf":
        for page in pypdf.PdfReader(io.BytesIO(data)).pages:
            for image in page.images:
                yield Seen(f"{place}!{image.name}", image.data)
    elif kind in PICTURES:
        yield Seen(place, data)
    elif kind in {"html", "svg", "css"}:
        for name, code in _DATA.findall(data.decode()):
            yield Seen(f"{place}!data.{name}", base64.b64decode(code))


def _is_coloured(data: bytes) -> bool:
    """Whether enough of a picture has each of the planted colours."""
    image = pyvips.Image.thumbnail_buffer(data, 160)
    if image.bands < 3:
        return False
    image = image[0:3].copy_memory()
    return all(_close(image, colour).avg() > 1 for colour in (MAGENTA, GREEN))


def _close(image: Any, colour: tuple[int, int, int]) -> Any:
    """Return 255 for each pixel of *image* that is near to *colour*."""
    return ((image - list(colour)).abs() < NEAR).bandand()
