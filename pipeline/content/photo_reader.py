"""Photos of a report (``foto``): which file, what it shows, who agreed."""

import posixpath

from pipeline.content.consent import read_consent
from pipeline.content.fields import Fields
from pipeline.content.keys import PHOTO
from pipeline.content.node import Entry, Group, Scalar
from pipeline.content.story import Photo

PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".heic", ".heif")
"""Ends of file names that are pictures, to tell ``a.jpg, b.jpg`` from one name with a comma."""


def read_photos(story: Fields, path: str) -> tuple[Photo, ...]:
    """Return the photos of *story*, the report at *path*; one that may not be shown is left out, with a problem."""
    found = [_read_photo(fields, path) for fields in _each(story)]
    return tuple(photo for photo in found if photo)


def _each(story: Fields) -> list[Fields]:
    node = story.node("foto")
    names = story.words("foto") if isinstance(node, Scalar) else ()
    if not isinstance(node, Scalar) or not all(name.lower().endswith(PICTURES) for name in names):
        return list(story.each("foto", PHOTO, "berkas"))
    groups = [Group((Entry("berkas", Scalar(name, node.line), node.line),), node.line) for name in names]
    return [Fields(group, PHOTO, story.report) for group in groups]


def _read_photo(fields: Fields, path: str) -> Photo | None:
    name = fields.text("berkas").replace("\\", "/")
    if not name:
        fields.add("berkas", "foto-tanpa-berkas")
        return None
    consent = read_consent(fields, absent="foto-tanpa-izin", of=name)
    child = fields.yes("ada_anak", unclear=True) or False
    if child and not (consent.given and consent.guardian):
        fields.add("ada_anak", "foto-anak-tanpa-wali", file=name)
        return None
    file = _inside(name, path)
    if file is None:
        fields.add("berkas", "foto-di-luar", file=name, example=posixpath.basename(name) or "panen.jpg")
        return None
    for key in ("alt", "keterangan"):
        if not fields.text(key):
            fields.add("berkas", f"foto-tanpa-{key}", file=name)
    return Photo(
        file=file,
        caption=fields.text("keterangan"),
        alt=fields.text("alt"),
        photographer=fields.text("fotografer"),
        consent=consent,
        shows_child=child,
    )


def _inside(name: str, path: str) -> str | None:
    """Return the path of the photo *name* of the report at *path*, or ``None`` where it leads out of ``content/``."""
    if name.startswith("/") or ":" in name:
        return None
    file = posixpath.normpath(posixpath.join(posixpath.dirname(path), name))
    return file if file.startswith("content/") and not file.startswith("content/inbox/") else None
