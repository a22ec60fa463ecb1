"""What kind of file some bytes are, whatever the file is called: by the marks with which each format begins."""

import posixpath
from typing import NamedTuple

READ = {
    "jpeg": (".jpg", ".jpeg", ".jpe", ".jfif"),
    "png": (".png",),
    "webp": (".webp",),
    "heic": (".heic", ".heif", ".hif"),
}
"""The kinds of photo that are read, each with the ends of its files' names; the first is the usual one."""

SHOWN = {
    "jpeg": "JPEG", "png": "PNG", "webp": "WebP", "heic": "HEIC", "gif": "GIF", "tiff": "TIFF", "bmp": "BMP",
    "svg": "SVG", "avif": "AVIF", "jxl": "JPEG XL", "psd": "Photoshop", "pdf": "PDF", "video": "video", "zip": "ZIP",
}  # fmt: skip
"""How the kinds are called."""

_MARKS = (
    (b"\xff\xd8\xff", "jpeg"), (b"\x89PNG\r\n\x1a\n", "png"), (b"GIF8", "gif"), (b"II*\0", "tiff"), (b"MM\0*", "tiff"),
    (b"BM", "bmp"), (b"8BPS", "psd"), (b"%PDF", "pdf"), (b"\xff\x0a", "jxl"), (b"\0\0\0\x0cJXL ", "jxl"),
    (b"PK\x03\x04", "zip"), (b"\x1aE\xdf\xa3", "video"),
)  # fmt: skip
_HEIC = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
"""Brands of HEIF files (ISO/IEC 23008-12); ``mif1`` and ``msf1`` say only that it is one, and are looked at last."""


class Told(NamedTuple):
    """What kind of file it is (a name of ``SHOWN``, empty where unknown), and whether it moves."""

    kind: str
    moves: bool = False


def tell(data: bytes) -> Told:
    """Return what *data* is."""
    for mark, kind in _MARKS:
        if data.startswith(mark):
            return Told(kind, moves=kind == "png" and _is_apng(data))
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return Told("webp", moves=data[12:16] == b"VP8X" and len(data) > 20 and bool(data[20] & 2))
    if data[4:8] == b"ftyp":
        return _brand(data)
    return Told("svg" if _is_svg(data[:1024]) else "")


def _brand(data: bytes) -> Told:
    """Tell the files of ISO base media apart by their brands."""
    length = min(int.from_bytes(data[:4], "big"), 256)
    brands = {data[8:12], *(data[at : at + 4] for at in range(16, length, 4))}
    if brands & {b"avif", b"avis"}:
        return Told("avif")
    if brands & _HEIC:
        return Told("heic", moves=data[8:12] in {b"hevc", b"hevx", b"msf1"})
    return Told("video")


def _is_apng(data: bytes) -> bool:
    """Tell whether a PNG is animated: ``acTL`` stands before its first ``IDAT``."""
    at = 8
    while at + 8 <= len(data):
        name = data[at + 4 : at + 8]
        if name in {b"acTL", b"IDAT"}:
            return name == b"acTL"
        at += 12 + int.from_bytes(data[at : at + 4], "big")
    return False


def _is_svg(head: bytes) -> bool:
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return text.startswith((b"<svg", b"<?xml", b"<!doctype svg", b"<!--")) and (b"<svg" in text or b"<?xml" in text)


def kind_of(file: str) -> str:
    """Return the kind that the name *file* promises, empty where it promises none that is read."""
    end = posixpath.splitext(file)[1].lower()
    return next((kind for kind, ends in READ.items() if end in ends), "")


def renamed(file: str, kind: str) -> str:
    """Return the name of *file* (without folders) as a file of *kind* is called."""
    return posixpath.splitext(posixpath.basename(file))[0] + READ[kind][0]
