"""From the bytes of any photo to its clean copy and what must be known of it. Runs apart: see ``darkroom``.

Bytes in, bytes and a record out: this code opens no file. What it reads comes from anybody, so the header is looked at
before a single pixel is decoded, and no decoder runs but those of the four kinds.
"""

from functools import partial
from typing import Any, NamedTuple

from pipeline.content.picture import Opened, Picture
from pipeline.pictures import format as formats
from pipeline.pictures import palette
from pipeline.pictures.vips import vips

WIDTH, HEIGHT = 1_600, 2_400
"""A clean copy is at most so large: the widest rendition, and room for a tall one."""

_FIT: dict[str, Any] = {"height": HEIGHT, "size": "down"}
_SRGB: dict[str, Any] = {"export_profile": "srgb", "intent": "relative"}
LOADERS = ("Jpeg", "Png", "Webp")
QUALITY = 92
"""Of the clean copy: what is made from it is smaller, so that its own loss does not show."""


class Developed(NamedTuple):
    """A photo that was opened: what is known of it, and its clean copy (empty where it was refused, or not wanted)."""

    opened: Opened
    copy: bytes = b""


class Refusal(Exception):  # noqa: N818  it is an answer, not a fault
    """A photo that is not used, with the problem's code and values."""

    def __init__(self, code: str, pixels: int = 0, **values: object) -> None:
        super().__init__(code)
        self.opened = Opened(code=code, pixels=pixels, values={name: str(value) for name, value in values.items()})


def only_photos() -> None:
    """Have libvips refuse, in this process, every format but those of photos."""
    library = vips()
    library.block_untrusted_set(True)  # noqa: FBT003  libvips's own signature, here and below
    library.operation_block_set("VipsForeignLoad", True)  # noqa: FBT003
    for loader in LOADERS:
        library.operation_block_set(f"VipsForeignLoad{loader}", False)  # noqa: FBT003


def develop(data: bytes, file: str, *, most: int, keep: bool = True) -> Developed:
    """Return what is in *data*, the photo that is called *file*.

    *most* is how many pixels it may have. Without *keep* no copy is made. Never raises for what is in *data*.
    """
    try:
        kind = _kind(data, file)
        return _developed(_open(kind, data, most), keep=keep)
    except Refusal as refusal:
        return Developed(refusal.opened)
    except Exception:  # noqa: BLE001  a decoder's fault, in its own words: the photo is broken
        return Developed(Opened(code="foto-rusak"))


def _kind(data: bytes, file: str) -> str:
    """Return the kind of *data*, one of those that are read; raises ``Refusal`` for anything else."""
    if not data:
        raise Refusal("foto-kosong")
    kind, moves = formats.tell(data)
    if not kind:
        raise Refusal("foto-bukan-gambar")
    if kind not in formats.READ:
        raise Refusal("foto-jenis-lain", kind=formats.SHOWN[kind])
    if moves:
        raise Refusal("foto-bergerak")
    if formats.kind_of(file) != kind:
        raise Refusal("foto-salah-nama", kind=formats.SHOWN[kind], example=formats.renamed(file, kind))
    return kind


class _Header(NamedTuple):
    """A photo of which only the header was read: *image* decodes its pixels when they are asked for."""

    image: Any
    pixels: int
    upright: int
    """How wide it is when it lies upright."""


def _open(kind: str, data: bytes, most: int) -> _Header:
    allowed = partial(_allow, most)
    if kind == "heic":
        from pipeline.pictures.heic import read_heic  # noqa: PLC0415  few photos are

        image, width, height = read_heic(data, allowed)
        return _Header(_fitted(image), width * height, width)
    image = _load(data)
    if image.get_typeof("n-pages") and image.get("n-pages") > 1:
        raise Refusal("foto-bergerak")
    allowed(image.width, image.height)
    turned = image.get_typeof("orientation") and image.get("orientation") >= 5
    width, height = (image.height, image.width) if turned else (image.width, image.height)
    if kind == "jpeg":
        image = _load(data, shrink=_shrunk(width, height))
    return _Header(_fitted(image), width * height, width)


def _fitted(image: Any) -> Any:  # noqa: ANN401  libvips has no types
    """Return *image* upright, as large as a copy may be at most, and in sRGB.

    A photo without a profile is sRGB by custom, and is not converted: that would take four times as long as all else.
    One with a profile is converted when it is small.
    """
    if image.interpretation == "cmyk":
        return image.thumbnail_image(WIDTH, **_FIT, **_SRGB)
    small = image.thumbnail_image(WIDTH, **_FIT)
    if not image.get_typeof("icc-profile-data"):
        return small
    return small.icc_transform("srgb", embedded=True, intent="relative", pcs="xyz")


def _load(data: bytes, **options: object) -> Any:  # noqa: ANN401  libvips has no types
    """Return the photo in *data*, of which only the header is read; pixels that are cut off will be an error.

    (``thumbnail_buffer``, which does all in one, takes a truncated JPEG in spite of ``fail_on``: libvips 8.18.)
    """
    return vips().Image.new_from_buffer(data, "", access="sequential", fail_on="error", **options)


def _shrunk(width: int, height: int) -> int:
    """Return by how much a JPEG of that size, upright, is shrunk while it is decoded: never below what is wanted."""
    most = max(width / WIDTH, height / HEIGHT)
    return next(factor for factor in (8, 4, 2, 1) if factor <= most or factor == 1)


def _allow(most: int, width: int, height: int) -> None:
    """Raise ``Refusal`` where the header promises more pixels than may be decoded."""
    pixels = width * height
    if pixels > most:
        size = f"{pixels / 1e6:.0f}"
        raise Refusal("foto-terlalu-besar", pixels, width=width, height=height, size=size, most=f"{most / 1e6:.0f}")


def _developed(header: _Header, *, keep: bool) -> Developed:
    image = _plain(header.image).copy_memory()
    red, green, blue, focus = _seen(image)
    picture = Picture(
        name="", width=image.width, height=image.height, colour=palette.nearest((red, green, blue)), focus=focus
    )
    copy = image.write_to_buffer(".jpg", Q=QUALITY, subsample_mode="off", keep="none") if keep else b""
    return Developed(Opened(picture=picture, pixels=header.pixels, width=header.upright), copy)


def _plain(image: Any) -> Any:  # noqa: ANN401  libvips has no types
    """Return *image* in three bands of eight bits, sRGB, whatever it had: grey, sixteen bits, see-through."""
    image = image.colourspace("srgb")
    if image.hasalpha():
        image = image.flatten(background=[255, 255, 255])
    return image.extract_band(0, n=3).cast("uchar")


def _seen(image: Any) -> tuple[float, float, float, tuple[int, int]]:  # noqa: ANN401  libvips has no types
    """Return the mean colour of *image*, and where the eye goes first, in thousandths of width and height."""
    small = image.thumbnail_image(240, height=240, size="down")
    side = max(1, min(small.width, small.height) // 2)
    _, found = small.smartcrop(side, side, interesting="attention", attention_x=True, attention_y=True)
    stats = small.stats()
    red, green, blue = (stats(4, band)[0] for band in (1, 2, 3))
    focus = (1000 * found["attention_x"] // small.width, 1000 * found["attention_y"] // small.height)
    return red, green, blue, (min(1000, max(0, focus[0])), min(1000, max(0, focus[1])))
