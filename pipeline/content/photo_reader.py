"""Photos of a report (``foto``): which file, what it shows, who agreed."""

import posixpath
import re

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
    refused = consent.given is False and not consent.unclear  # nobody shows it: a guardian need not say so as well
    if child and not refused and not (consent.given and consent.guardian):
        fields.add("ada_anak", "foto-anak-tanpa-wali", file=name)
        return None
    file = inside(name, path)
    if file is None:
        fields.add("berkas", "foto-di-luar", file=name, example=posixpath.basename(name) or "panen.jpg")
        return None
    for key in ("alt", "keterangan"):
        if not fields.text(key):
            fields.add("berkas", f"foto-tanpa-{key}", file=name)
    if fields.lacks("ada_anak") and (consent.given or fields.lacks("izin")):
        _ask_about_children(fields, name)
    return Photo(
        file=file,
        caption=fields.text("keterangan"),
        alt=fields.text("alt"),
        photographer=fields.text("fotografer"),
        consent=consent,
        shows_child=child,
    )


def _ask_about_children(fields: Fields, name: str) -> None:
    """Note words beside a photo that speak of a child, where it was not said whether one is to be seen."""
    for key in ("keterangan", "alt"):
        found = next((word for word in _CHILD.finditer(fields.text(key)) if not word["thing"]), None)
        if found:
            fields.add(key, "foto-anak-belum-disebut", file=name, words=found["child"])
            return


_CHILD = re.compile(
    r"(?P<thing>\b(?:buku|cerita|bacaan|baca|rak|ruang|ruangan|pojok|sudut|taman|taman kanak|hari|literasi"
    r"|dunia|layanan|dongeng|lagu|film|majalah|mainan|gambar|koleksi|tema|orang tua|kesehatan|kamar|area"
    r"|pendidikan|ramah|peduli|perpustakaan|kursi|meja)[\s-]+)?"
    r"\b(?P<child>(?:anak-anak|anak|kanak-kanak)(?!\s(?:tangga|panah|muda|sungai|buah|ayam|kambing|sapi"
    r"|kucing|kerbau|domba|itik|bebek|bukit|cabang|perusahaan|kunci|timbangan|judul|kalimat))\b|sisw[ai]|murid|pelajar|santri|balita|bayi|bocah"
    r"|child|children|kids?|pupils?|toddlers?|bab(?:y|ies))\b",
    re.IGNORECASE,
)
"""A child, or (*thing*) something made for children, as a shelf of their books; a young man is no child."""


def inside(name: str, path: str) -> str | None:
    """Return the path of the photo *name* of the report at *path*, or ``None`` where it leads out of ``content/``."""
    if name.startswith("/") or ":" in name:
        return None
    file = posixpath.normpath(posixpath.join(posixpath.dirname(path), name))
    return file if file.startswith("content/") and not file.startswith("content/inbox/") else None
