"""The form on which people say what may be shown of them: a PDF to print, and to be kept in the library."""

import os
from pathlib import Path
from typing import Any

import msgspec

from pipeline import config
from pipeline.archive.store import Store
from pipeline.build.output import CannotMakeError
from pipeline.content.library import Library
from pipeline.content.near import nearest
from pipeline.content.story import Story
from pipeline.errors import OutputError, UsageError
from pipeline.language import _
from pipeline.pictures import typeset
from pipeline.pictures.fonts import drawable
from pipeline.production.ingredients import Recipes
from pipeline.production.newsroom import Newsroom
from pipeline.production.survey import surveyed
from pipeline.templating.dates import long_date

TEMPLATE = "izin/formulir.typ"
PAGES = 2

LONGEST = 64
"""Letters of an activity or a library that have room in their line."""

WAYS = 2
"""Ways to reach the library that have room: those that somebody without the site can use come first."""


def write_form(room: Newsroom, target: Path, *, library: str = "", story: str = "") -> int:
    """Write the form to *target*, all of it or nothing, and return how many pages it has.

    *library* (a slug) has its name and its contacts printed, *story* (an address) its activity and day as well. Raises
    ``UsageError`` where there is none such or *target* lies in ``output/``, ``OutputError`` where it cannot be written.
    """
    if target.resolve().is_relative_to(room.output.resolve()):
        raise UsageError(
            _("{path} terletak di output/, yang hanya diisi warta build. Pilih folder lain.").format(path=target)
        )
    site = config.load(room.root)
    with surveyed(room) as store:
        data = _data(store, library, story, site.bahasa)
    try:
        made = typeset.printed(TEMPLATE, data, Recipes(room, site).options, site.bahasa, typeset.SPOKEN)
    except CannotMakeError as error:
        raise OutputError(_("Formulir tidak dapat dibuat: {error}").format(error=error)) from None
    _write(target, made)
    return PAGES


def _data(store: Store, library: str, story: str, language: str) -> dict[str, Any]:
    """Return all that the template is told; words in letters that our fonts have."""
    told = _story(store, story) if story else None
    slug = library or (told.library if told else "")
    profile = _profile(store, slug, asked=bool(library)) if slug else None
    contact = profile.contact if profile else None
    chat = f"WhatsApp {contact.whatsapp}" if contact and contact.whatsapp else ""
    ways = [chat, contact.telephone, contact.email] if contact else []
    return {
        "library": _short(profile.name) if profile else "",
        "contacts": [_short(way) for way in dict.fromkeys(filter(None, ways))][:WAYS],
        "activity": _short(told.title) if told else "",
        "day": drawable(long_date(told.date.day, language)) if told and told.title else "",
        "language": language.partition("-")[0],
    }


def _story(store: Store, address: str) -> Story:
    found = next(store.sources("story", address), None)
    if found is None or found.record is None:
        near = nearest(address, sorted(set(store.known("story")) - {""}))
        said = _("Tidak ada berita di alamat {address}.").format(address=address)
        raise UsageError(f"{said} {_('Mungkin maksudnya: {near}').format(near=near)}" if near else said)
    return msgspec.json.decode(found.record, type=Story)


def _profile(store: Store, slug: str, *, asked: bool) -> Library | None:
    found = store.library(slug)
    if found is None and asked:
        near = nearest(slug, store.slugs())
        said = _('Tidak ada perpustakaan "{library}".').format(library=slug)
        raise UsageError(f"{said} {_('Maksudnya {near}?').format(near=near)}" if near else said)
    return found[0] if found else None


def _short(text: str) -> str:
    text = drawable(text)
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


def _write(target: Path, data: bytes) -> None:
    beside = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        beside.write_bytes(data)
        beside.replace(target)
    except OSError as error:
        beside.unlink(missing_ok=True)
        said = _("Tidak dapat menulis {path}: {reason}.")
        raise OutputError(said.format(path=target, reason=error.strerror or error)) from None
