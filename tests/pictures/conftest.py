"""Photos as telephones make them, and as nobody should: made here, byte by byte."""

import struct
import zlib
from collections.abc import Callable

import pytest

from pipeline.pictures.vips import vips

SECRET = b"RAHASIA-6f3b"
"""What is planted into photos, and may be found nowhere afterwards."""


def scene(width: int, height: int):
    """Return a picture with something to see: a sky, a field, a bright thing to the left."""
    image = vips().Image.black(width, height, bands=3).linear(1, [120, 170, 210])
    image = image.cast("uchar").copy(interpretation="srgb")
    image = image.draw_rect([90, 140, 70], 0, height * 2 // 3, width, height, fill=True)
    return image.draw_rect([230, 90, 40], width // 8, height // 3, width // 6, height // 3, fill=True)


def jpeg_segment(marker: int, payload: bytes) -> bytes:
    """Return one segment of a JPEG."""
    return bytes((0xFF, marker)) + struct.pack(">H", len(payload) + 2) + payload


def planted_jpeg(width: int = 1_000, height: int = 750) -> bytes:
    """Return a JPEG with GPS, a description and a thumbnail in its EXIF, XMP, IPTC, a comment, and more at its end."""
    data = scene(width, height).write_to_buffer(".jpg", Q=88, keep="none")
    thumbnail = scene(160, 120).write_to_buffer(".jpg", Q=70, keep="none")
    parts = (
        jpeg_segment(0xE1, b"Exif\0\0" + exif(thumbnail)),
        jpeg_segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + SECRET + b" -6.9147 107.6098</x:xmpmeta>"),
        jpeg_segment(0xED, b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0" + struct.pack(">I", 20) + b"\x1c\x02\x50" + SECRET),
        jpeg_segment(0xFE, b"komentar " + SECRET),
    )
    return data[:2] + b"".join(parts) + data[2:] + SECRET


def exif(thumbnail: bytes = b"") -> bytes:
    """Return a TIFF block with a description, a place (GPS) and *thumbnail*; orientation is upright."""
    text = SECRET + b" Desa Sukabaca\0"
    gps_at, text_at = 8 + 2 + 3 * 12 + 4 + 0, 0
    second = 8 + 2 + 3 * 12 + 4
    gps = second + 2 + 2 * 12 + 4
    data_at = gps + 2 + 2 * 12 + 4
    text_at, coordinates_at, thumb_at = data_at, data_at + len(text), data_at + len(text) + 24
    gps_at = gps
    entry = lambda tag, kind, count, value: struct.pack("<HHII", tag, kind, count, value)  # noqa: E731
    first = (
        struct.pack("<H", 3)
        + entry(0x010E, 2, len(text), text_at)
        + entry(0x0112, 3, 1, 1)
        + entry(0x8825, 4, 1, gps_at)
    )
    first += struct.pack("<I", second)
    other = (
        struct.pack("<H", 2)
        + entry(0x0201, 4, 1, thumb_at)
        + entry(0x0202, 4, 1, len(thumbnail))
        + struct.pack("<I", 0)
    )
    place = struct.pack("<H", 2) + entry(1, 2, 2, 0x53) + entry(2, 5, 3, coordinates_at) + struct.pack("<I", 0)
    coordinates = struct.pack("<6I", 6, 1, 54, 1, 5292, 100)
    return b"II*\0" + struct.pack("<I", 8) + first + other + place + text + coordinates + thumbnail


def png_chunk(kind: bytes, payload: bytes) -> bytes:
    """Return one chunk of a PNG."""
    return struct.pack(">I", len(payload)) + kind + payload + struct.pack(">I", zlib.crc32(kind + payload))


def planted_png(width: int = 900, height: int = 700) -> bytes:
    """Return a PNG with EXIF, a text, a compressed text and XMP."""
    data = scene(width, height).write_to_buffer(".png", compression=1, keep="none")
    parts = (
        png_chunk(b"eXIf", exif()),
        png_chunk(b"tEXt", b"Comment\0" + SECRET),
        png_chunk(b"zTXt", b"Author\0\0" + zlib.compress(SECRET)),
        png_chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0<x:xmpmeta>" + SECRET + b"</x:xmpmeta>"),
    )
    return data[:33] + b"".join(parts) + data[33:]


def planted_webp(width: int = 900, height: int = 700) -> bytes:
    """Return a WebP with EXIF and XMP."""
    image = scene(width, height).copy()
    image.set_type(vips().GValue.blob_type, "exif-data", b"Exif\0\0" + exif())
    image.set_type(vips().GValue.blob_type, "xmp-data", b"<x:xmpmeta>" + SECRET + b"</x:xmpmeta>")
    data = image.write_to_buffer(".webp", Q=80, keep="exif|xmp")
    assert SECRET in data
    return data


def huge_png(side: int = 13_000) -> bytes:
    """Return a small file that promises a picture of *side* by *side*, all of one colour."""
    row = b"\0" + bytes(side // 8 + 1)
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(row) for _ in range(side)) + packer.flush()
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", head) + png_chunk(b"IDAT", data) + png_chunk(b"IEND", b"")


def animated_png() -> bytes:
    """Return a PNG that says it moves."""
    data = scene(100, 80).write_to_buffer(".png", keep="none")
    return data[:33] + png_chunk(b"acTL", struct.pack(">II", 2, 0)) + data[33:]


def animated_webp() -> bytes:
    """Return a WebP of two pictures."""
    return scene(100, 80).join(scene(100, 80).invert(), "vertical").write_to_buffer(".webp", page_height=80)


def scan_bomb(side: int = 5_000, scans: int = 90) -> bytes:
    """Return a small JPEG whose last scan is told again and again: each time the whole picture is gone through."""
    data = scene(side, side).write_to_buffer(".jpg", interlace=True, keep="none")
    last = data[data.rindex(b"\xff\xda") : -2]
    return data[:-2] + last * scans + data[-2:]


@pytest.fixture(scope="session")
def slow() -> bytes:
    """Give a photo that takes seconds to open: large, noisy, told in ten passes, and in the colours of printers."""
    noise = vips().Image.gaussnoise(500, 500, sigma=60, mean=128, seed=7).cast("uchar")
    ink = noise.bandjoin([noise, noise, noise]).copy(interpretation="cmyk").replicate(12, 12)
    return ink.write_to_buffer(".jpg", Q=90, interlace=True)


@pytest.fixture(scope="session")
def photo() -> Callable[..., bytes]:
    """Give a function that returns a photo of some size as the bytes of a file that ends so."""

    def make(width: int = 1_000, height: int = 750, end: str = ".jpg", **options: object) -> bytes:
        return scene(width, height).write_to_buffer(end, **{"keep": "none", **options})

    return make
