"""What a file is: told by its bytes, its name only where bytes cannot tell."""

import re
from pathlib import PurePath
from typing import NamedTuple

from pipeline.intake import package
from pipeline.intake.chat import looks_like_chat
from pipeline.intake.draft import UnreadableError
from pipeline.intake.plaintext import decoded
from pipeline.intake.source import Source
from pipeline.language import N_, _

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Word, Excel and PowerPoint up to 2003; also what holds a document that is locked (MS-CFB, MS-OFFCRYPTO)."""

PICTURES = (
    (re.compile(rb"\xff\xd8\xff"), "jpg"),
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "png"),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "webp"),
    (re.compile(rb"GIF8[79]a"), "gif"),
    (re.compile(rb"....ftyp(?:hei[cxs]|hev[cx]|mif1|msf1)", re.DOTALL), "heic"),
    (re.compile(rb"....ftypavi[fs]", re.DOTALL), "avif"),
    (re.compile(rb"II\*\0|MM\0\*"), "tif"),
)
"""How pictures begin, and the extension each is kept with."""

USABLE = frozenset(("jpg", "png", "webp", "heic"))
"""Kinds of pictures that the site can show."""

FOREIGN = (
    (OLE, N_("berbentuk Word atau Excel lama (.doc, .xls). Buka, lalu Simpan Sebagai .docx atau .xlsx.")),
    (b"%PDF", N_("berbentuk PDF. Minta berkas Word-nya, atau salin teksnya ke berkas .txt.")),
    (b"{\\rtf", N_("berbentuk RTF. Buka, lalu Simpan Sebagai .docx.")),
    ((b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b"), N_("berupa arsip. Buka dulu arsipnya, lalu impor isinya.")),
)
"""How files begin that are known and not read, and what to do instead."""

_MAIL = re.compile(
    r"\A(?:From .*\n)?(?:(?:[!-9;-~]+:.*\n(?:[ \t].*\n)*)*?)(?:From|Received|Message-ID|Return-Path|MIME-Version):",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"^(?:Subject|Date|To|From):", re.IGNORECASE | re.MULTILINE)
_WXR = re.compile(r"<rss\b[^>]*wordpress\.org/export/")
_HTML = re.compile(r"\A\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL)

EXTENSIONS = {
    "docx": ("docx",), "odt": ("odt",), "xlsx": ("xlsx",), "email": ("eml",), "markdown": ("md", "markdown"),
    "csv": ("csv", "tsv"), "html": ("html", "htm"), "wordpress": ("xml",), "chat": ("txt", "zip"),
    "text": ("txt", "text", "log", ""),
}  # fmt: skip
"""Extensions that fit each kind; another one is worth a word."""

NAMES = {
    "docx": N_("Word"), "odt": N_("LibreOffice"), "xlsx": N_("tabel Excel"), "csv": N_("tabel CSV"),
    "email": N_("surel"), "text": N_("teks"), "markdown": N_("Markdown"), "html": N_("halaman web"),
    "wordpress": N_("ekspor WordPress"), "chat": N_("obrolan WhatsApp"), "newsroom": N_("ruang redaksi lain"),
    "pictures": N_("gambar"), "blog": N_("tulisan blog"),
}  # fmt: skip
"""What each kind is called by people."""


class Sniffed(NamedTuple):
    """The *kind* of a source, and what its user should hear about it."""

    kind: str
    notes: tuple[str, ...] = ()


def sniff(source: Source) -> Sniffed:
    """Return what *source* is; raises ``UnreadableError`` with what to do instead where it is nothing we read."""
    head = source.head()
    if not head.strip():
        raise UnreadableError(_("kosong."))
    kind = _kind(source, head)
    extension = PurePath(source.name).suffix.lower().removeprefix(".")
    expected = EXTENSIONS.get(kind)
    if not expected or extension in expected:
        return Sniffed(kind)
    told = _('Nama "{name}" berakhiran .{extension}, tetapi isinya {kind}; dibaca menurut isinya.')
    return Sniffed(kind, (told.format(name=source.name, extension=extension, kind=_(NAMES[kind])),))


def picture(head: bytes) -> str:
    """Return the extension of the picture that begins with *head*; an empty string where it is none."""
    return next((extension for pattern, extension in PICTURES if pattern.match(head)), "")


def _kind(source: Source, head: bytes) -> str:
    if picture(head):
        return "pictures"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed(source)
    if reason := _foreign(head):
        raise UnreadableError(reason)
    return _written(decoded(head), PurePath(source.name).suffix.lower())


def _foreign(head: bytes) -> str:
    """Say why a file that begins with *head* is not read, and what to do; an empty string where it may be."""
    if "EncryptedPackage".encode("utf-16-le") in head and head.startswith(OLE):
        return _("terkunci dengan kata sandi. Simpan tanpa kata sandi, lalu impor lagi.")
    for beginning, reason in FOREIGN:
        if head.startswith(beginning):
            return _(reason)
    unknown = b"\0\0\0\0" in head or head[4:8] == b"ftyp"
    return _("bukan dokumen, gambar, atau teks yang kami kenal.") if unknown else ""


def _packed(source: Source) -> str:
    """Return what kind of ZIP *source* is."""
    with package.opened(source, package.CHAT) as found:
        names = found.names
        if "[Content_Types].xml" in found:
            return _office(found)
        if "mimetype" in found:
            kind = found.read("mimetype", 1_000)
            if kind.startswith(b"application/vnd.oasis.opendocument.text"):
                return "odt"
            raise UnreadableError(_("berkas LibreOffice yang bukan teks. Simpan Sebagai .odt, .docx, atau .xlsx."))
    if any(name.lower().endswith(".txt") and "/" not in name for name in names):
        return "chat"
    raise UnreadableError(_("berupa arsip ZIP. Buka dulu arsipnya, lalu impor foldernya."))


def _office(found: package.Package) -> str:
    types = found.read("[Content_Types].xml", 1_000_000)
    if b"macroEnabled" in types or any(name.lower().endswith("vbaproject.bin") for name in found.names):
        raise UnreadableError(_("memuat makro, yang bisa berbahaya. Buka, lalu Simpan Sebagai .docx tanpa makro."))
    if any(name.startswith("word/") for name in found.names):
        return "docx"
    if any(name.startswith("xl/") for name in found.names):
        return "xlsx"
    raise UnreadableError(_("berkas Office yang bukan Word atau Excel. Salin teksnya ke berkas Word."))


def _written(text: str, extension: str) -> str:
    """Return what kind of text *text* (the beginning of a file) is."""
    if text.startswith("---\n"):
        return "markdown"
    if _MAIL.match(text) and len(_SUBJECT.findall(text.partition("\n\n")[0])) > 1:
        return "email"
    marked = "wordpress" if _WXR.search(text) else "html" if _HTML.match(text) else ""
    return marked or _plain(text, extension)


def _plain(text: str, extension: str) -> str:
    """Return the same of a text without signs of its own: its name counts, unless it is a chat."""
    if extension in {".csv", ".tsv"}:
        return "csv"
    if looks_like_chat(text):
        return "chat"
    return "markdown" if extension in {".md", ".markdown"} else "text"
