"""From the bytes of one library's profile to its record, and every problem in it."""

import re

from pipeline.content.address import library_slug
from pipeline.content.body_reader import read_prose
from pipeline.content.document import open_document
from pipeline.content.fields import Fields
from pipeline.content.keys import CONTACT, LIBRARY, PRESS_CONTACT, SPOKESPERSON
from pipeline.content.library import (
    LEVELS,
    Contact,
    Level,
    Library,
    PressContact,
    ReadLibrary,
    Spokesperson,
)
from pipeline.content.private_reader import read_private
from pipeline.content.region_reader import read_region
from pipeline.content.report import Report

_LEVEL: dict[str, Level] = {level: level for level in LEVELS} | {"kelurahan": "desa", "kota": "kabupaten"}


def read_library(path: str, data: bytes) -> ReadLibrary:
    """Return what the profile *data* says. Pure; never raises for what is in it.

    *path* is that of its file, relative to the newsroom's root, with ``/``; it gives the slug.
    """
    report = Report(path)
    slug = library_slug(path, report) or ""
    document = open_document(data, LIBRARY, report)
    if document is None:
        return ReadLibrary(None, slug=slug, problems=report.problems)
    body = read_prose(document, report)
    found = read_private(document, report)
    library = _read(document.fields, path, slug) if document.fields else None
    return ReadLibrary(None if report.holds else library, body.html, report.problems, slug, found)


def _read(fields: Fields, path: str, slug: str) -> Library:
    level = _level(fields)
    return Library(
        slug=slug,
        path=path,
        name=fields.required("nama", "nama-hilang"),
        level=level,
        region=_region(fields, level),
        village=fields.text("desa"),
        district=fields.text("kecamatan"),
        address=fields.text("alamat"),
        contact=_contact(fields),
        about=fields.text("tentang"),
        feed=_feed(fields),
        press_contact=_press_contact(fields),
        spokespersons=_spokespersons(fields),
        sample=fields.yes("contoh") or False,
    )


def _level(fields: Fields) -> Level:
    if fields.lacks("tingkat"):
        fields.add("tingkat", "tingkat-hilang")
    return fields.choice("tingkat", _LEVEL, wrong="tingkat-tidak-dikenal") or "desa"


def _region(fields: Fields, level: Level) -> str:
    """Return the code of the library's area; a national one has none."""
    if level == "nasional":
        return ""
    if fields.lacks("wilayah"):
        fields.add("wilayah", "wilayah-hilang")
    return read_region(fields, wrong="wilayah-wajib-sah")


def _feed(fields: Fields) -> str:
    """Return ``umpan`` as written; where it is no web address that is noted, and whoever would fetch it says so too."""
    text = fields.text("umpan")
    if text and not re.fullmatch(r"https?://[^\s/?#@]+([/?#][^\s]*)?", text, re.IGNORECASE):
        fields.add("umpan", "umpan-tidak-sah", value=text)
    return text


def _contact(fields: Fields) -> Contact:
    contact = fields.group("kontak", CONTACT)
    if contact is None:
        return Contact()
    return Contact(
        telephone=contact.text("telepon"),
        whatsapp=contact.text("whatsapp"),
        email=contact.text("surel"),
        website=contact.text("situs"),
        instagram=contact.text("instagram"),
        facebook=contact.text("facebook"),
    )


def _press_contact(fields: Fields) -> PressContact | None:
    """Return whom a journalist may ask; somebody without a name, or who cannot be reached, is noted and left out."""
    contact = next(fields.each("narahubung", PRESS_CONTACT, "nama"), None)
    if contact is None:
        return None
    found = PressContact(
        name=contact.text("nama"),
        role=contact.text("peran"),
        telephone=contact.text("telepon"),
        whatsapp=contact.text("whatsapp"),
        email=contact.text("surel"),
    )
    if found.name and (found.telephone or found.whatsapp or found.email):
        return found
    fields.add("narahubung", "narahubung-tidak-lengkap")
    return None


def _spokespersons(fields: Fields) -> tuple[Spokesperson, ...]:
    found = []
    for person in fields.each("juru_bicara", SPOKESPERSON, "nama"):
        name = person.text("nama")
        if name:
            found.append(Spokesperson(name, person.text("peran"), person.text("tentang")))
        else:
            person.add("nama", "juru-bicara-tanpa-nama")
    return tuple(found)
