"""From the bytes of one clipping to its record, and every problem in it.

Its body is for the newsroom's own notes: nobody else ever sees it.
"""

import re
from datetime import date
from urllib.parse import urlsplit

from pipeline.content.address import clipping_address, slug
from pipeline.content.clipping import LONGEST, MEDIA, TONES, Clipping, Medium, ReadClipping, Tone
from pipeline.content.document import open_document
from pipeline.content.fields import Fields
from pipeline.content.keys import CLIPPING
from pipeline.content.library import LEVELS, Level
from pipeline.content.moment import Moment
from pipeline.content.private_reader import read_private
from pipeline.content.region_reader import read_region
from pipeline.content.release_reader import read_stories
from pipeline.content.report import Report
from pipeline.content.status import STATUS
from pipeline.content.when import moment

_MEDIUM: dict[str, Medium] = {medium: medium for medium in MEDIA} | {"online": "daring", "koran": "cetak"}
_TONE: dict[str, Tone] = {tone: tone for tone in TONES}
_REACH: dict[str, Level] = {level: level for level in LEVELS} | {"kota": "kabupaten"}

_NO_DATE = Moment(date.min)
"""Stands in for a ``tanggal`` that could not be read; the clipping is then held back."""

_SHA256 = re.compile(r"[0-9a-f]{64}")


def read_clipping(path: str, data: bytes) -> ReadClipping:
    """Return what the clipping *data* says. Pure; never raises for what is in it.

    *path* is that of its file, relative to the newsroom's root, with ``/``.
    """
    report = Report(path)
    document = open_document(data, CLIPPING, report)
    if document is None:
        clipping_address(path, None, report)
        return ReadClipping(None, report.problems)
    found = read_private(document, report)
    clipping = _read(document.fields, path) if document.fields else None
    return ReadClipping(None if report.holds else clipping, report.problems, found)


def _read(fields: Fields, path: str) -> Clipping | None:
    if fields.lacks("tanggal"):
        fields.add("tanggal", "tanggal-hilang")
    day = moment(fields, "tanggal")[0]
    address = clipping_address(path, day, fields.report)
    clipping = Clipping(
        address=address or "",
        path=path,
        title=fields.required("judul", "judul-hilang"),
        date=day or _NO_DATE,
        outlet=fields.required("media", "media-hilang"),
        medium=fields.choice("jenis", _MEDIUM, wrong="jenis-media-tidak-dikenal") or "daring",
        url=_url(fields),
        reporter=fields.text("wartawan"),
        page=fields.text("halaman"),
        snippet=_snippet(fields),
        reach=fields.choice("lingkup", _REACH, wrong="lingkup-tidak-dikenal"),
        tone=fields.choice("nada", _TONE, wrong="nada-tidak-dikenal"),
        stories=read_stories(fields),
        libraries=tuple(dict.fromkeys(filter(None, map(slug, fields.words("perpustakaan"))))),
        region=read_region(fields, wrong="wilayah-tidak-sah"),
        event=slug(fields.text("peristiwa")),
        fetched=moment(fields, "diambil", wrong="diambil-tidak-terbaca")[0],
        sha256=_sha256(fields),
        reason=fields.text("alasan"),
        sample=fields.yes("contoh") or False,
    )
    if not (clipping.stories or clipping.libraries or clipping.region):
        fields.report.add(1, "kliping-tanpa-sangkutan")
    status = fields.choice("status", STATUS, wrong="status-tidak-dikenal") or "terbit"
    return clipping if status in ("terbit", "ralat") else None


def _url(fields: Fields) -> str:
    """Return ``url`` where it is a web address; anything else is noted, for a link may be unsafe."""
    text = fields.text("url")
    if not text:
        return ""
    try:
        there = urlsplit(text)
        sound = there.scheme in ("http", "https") and bool(there.hostname) and not there.username
    except ValueError:
        sound = False
    if sound and not re.search(r"[\s\x00-\x1f\x7f<>\"]", text):
        return text
    fields.add("url", "url-tidak-sah", value=text)
    return ""


def _snippet(fields: Fields) -> str:
    text = fields.text("cuplikan")
    if len(text) <= LONGEST:
        return text
    fields.add("cuplikan", "cuplikan-panjang", number=len(text), most=LONGEST)
    return text[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"


def _sha256(fields: Fields) -> str:
    text = fields.text("sha256").lower()
    if not text or _SHA256.fullmatch(text):
        return text
    fields.add("sha256", "sha256-tidak-sah")
    return ""
