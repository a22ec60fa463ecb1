"""HEIC, as iPhones take photos: libvips as we ship it has no decoder for it, libheif has."""

from collections.abc import Callable
from typing import Any

from pipeline.pictures.vips import vips


def read_heic(data: bytes, allowed: Callable[[int, int], object]) -> tuple[Any, int, int]:
    """Return the photo in *data* as an image of libvips with its colour profile, its width and height, upright.

    *allowed* is asked, with what the header says, before anything is decoded; it may raise.
    """
    import pi_heif  # noqa: PLC0415  few photos are HEIC

    pi_heif.options.DECODE_THREADS = 1
    found = pi_heif.open_heif(data, convert_hdr_to_8bit=True)
    width, height = found.size
    allowed(width, height)
    bands = 4 if found.mode == "RGBA" else 3 if found.mode == "RGB" else 1
    pixels = _packed(bytes(found.data), width * bands, height, found.stride)
    image = vips().Image.new_from_memory(pixels, width, height, bands, "uchar")
    image = image.copy(interpretation="srgb" if bands > 1 else "b-w")
    if profile := found.info.get("icc_profile"):
        image.set_type(vips().GValue.blob_type, "icc-profile-data", profile)
    return image, width, height


def _packed(data: bytes, row: int, height: int, stride: int) -> bytes:
    """Return *data* without what pads its rows."""
    if stride == row:
        return data[: row * height]
    return b"".join(data[at * stride : at * stride + row] for at in range(height))
