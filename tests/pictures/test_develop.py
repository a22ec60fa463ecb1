"""One photo: what is known of it, what is left of it, and why it is refused."""

from pathlib import Path

import pytest

from pipeline.content.catalogue import CODES
from pipeline.pictures import palette
from pipeline.pictures.develop import develop
from pipeline.pictures.format import tell
from pipeline.pictures.vips import vips
from tests.pictures import conftest as make

HEIC = Path(__file__).with_name("telepon.heic")
MOST = 40_000_000

KINDS = {
    "panen.jpg": make.planted_jpeg,
    "panen.png": make.planted_png,
    "panen.webp": make.planted_webp,
    "panen.heic": HEIC.read_bytes,
}


def opened(data: bytes):
    return vips().Image.new_from_buffer(data, "")


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_is_read_and_nothing_but_pixels_is_left(name):
    data = KINDS[name]()
    assert make.SECRET in data
    found, copy = develop(data, name, most=MOST)
    assert found.picture is not None
    assert found.code == ""
    assert make.SECRET not in copy
    image = opened(copy)
    assert (image.width, image.height) == (found.picture.width, found.picture.height)
    assert not [field for field in image.get_fields() if "exif" in field or field.endswith("-data")]


def test_a_large_photo_is_shrunk_and_a_small_one_never_enlarged(photo):
    assert develop(photo(4_000, 3_000), "a.jpg", most=MOST).opened.picture.width == 1_600
    assert develop(photo(3_000, 4_000), "a.jpg", most=MOST).opened.picture.height == 2_133
    tall = develop(photo(1_000, 10_000), "a.jpg", most=MOST).opened.picture
    assert (tall.width, tall.height) == (240, 2_400)
    assert develop(photo(300, 200), "a.jpg", most=MOST).opened.picture.width == 300


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_lies_upright(orientation):
    image = make.scene(800, 600).copy()
    image.set_type(vips().GValue.gint_type, "orientation", orientation)
    found, copy = develop(image.write_to_buffer(".jpg", Q=90), "a.jpg", most=MOST)
    turned = orientation >= 5
    assert (found.picture.width, found.picture.height) == ((600, 800) if turned else (800, 600))
    assert found.width == found.picture.width
    upright = image.autorot()
    for x, y in ((50, 50), (50, 500), (550, 50), (550, 500)):
        assert opened(copy)(x, y) == pytest.approx(upright(x, y), abs=14)


@pytest.mark.parametrize(("end", "options"), [(".jpg", {"Q": 95}), (".png", {}), (".webp", {"Q": 95})])
def test_colours_of_another_profile_become_srgb(end, options):
    wide = make.scene(400, 300).icc_transform("p3", input_profile="srgb", depth=8)
    assert wide(70, 120) != pytest.approx([230, 90, 40], abs=8)
    copy = develop(wide.write_to_buffer(end, keep="icc", **options), f"a{end}", most=MOST).copy
    assert opened(copy)(70, 120) == pytest.approx([230, 90, 40], abs=6)


def test_heic_of_a_telephone_becomes_srgb():
    assert opened(develop(HEIC.read_bytes(), "a.heic", most=MOST).copy)(130, 250) == pytest.approx([230, 90, 40], abs=6)


def test_grey_sixteen_bits_cmyk_and_see_through():
    scene = make.scene(300, 200)
    cases = {
        "grey.jpg": scene.colourspace("b-w").write_to_buffer(".jpg"),
        "deep.png": scene.colourspace("rgb16").write_to_buffer(".png"),
        "ink.jpg": scene.icc_transform("cmyk", input_profile="srgb", depth=8).write_to_buffer(".jpg"),
        "glass.png": scene.bandjoin(0).copy(interpretation="srgb").write_to_buffer(".png"),
    }
    for name, data in cases.items():
        found, copy = develop(data, name, most=MOST)
        assert found.code == "", name
        image = opened(copy)
        assert (image.bands, image.format, image.interpretation) == (3, "uchar", "srgb"), name
    assert opened(develop(cases["glass.png"], "a.png", most=MOST).copy)(100, 100) == pytest.approx([255] * 3, abs=2)
    assert opened(develop(cases["deep.png"], "a.png", most=MOST).copy)(50, 100) == pytest.approx([230, 90, 40], abs=6)


REFUSED = {
    "0 bytes": ("a.jpg", lambda: b"", "foto-kosong"),
    "text": ("a.jpg", lambda: b"Isi laporan, bukan foto.", "foto-bukan-gambar"),
    "svg": ("a.svg", lambda: b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "foto-jenis-lain"),
    "svg with another name": ("a.png", lambda: b'<svg xmlns="http://www.w3.org/2000/svg"/>', "foto-jenis-lain"),
    "gif": ("a.gif", lambda: make.scene(9, 9).write_to_buffer(".gif"), "foto-jenis-lain"),
    "avif": ("a.heic", lambda: make.scene(64, 64).write_to_buffer(".avif"), "foto-jenis-lain"),
    "a png called jpg": ("a.jpg", make.planted_png, "foto-salah-nama"),
    "a jpeg called heic": ("a.heic", make.planted_jpeg, "foto-salah-nama"),
    "a jpeg called md5": ("a.bak", make.planted_jpeg, "foto-salah-nama"),
    "moving png": ("a.png", make.animated_png, "foto-bergerak"),
    "moving webp": ("a.webp", make.animated_webp, "foto-bergerak"),
    "169 megapixels": ("a.png", make.huge_png, "foto-terlalu-besar"),
    "heic above the limit": ("a.heic", HEIC.read_bytes, "foto-terlalu-besar"),
    "truncated jpeg": ("a.jpg", lambda: make.scene(2_000, 1_500).write_to_buffer(".jpg")[:-3_000], "foto-rusak"),
    "truncated large jpeg": ("a.jpg", lambda: make.scene(5_000, 4_000).write_to_buffer(".jpg")[:-90_000], "foto-rusak"),
    "truncated png": ("a.png", lambda: make.planted_png()[:-2_000], "foto-rusak"),
    "truncated webp": ("a.webp", lambda: make.planted_webp()[:-400], "foto-rusak"),
    "truncated heic": ("a.heic", lambda: HEIC.read_bytes()[:2_500], "foto-rusak"),
    "a jpeg of ninety passes": ("a.jpg", make.scan_bomb, "foto-rusak"),
    "only a mark": ("a.jpg", lambda: b"\xff\xd8\xff\xe0", "foto-rusak"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_no_photo_is_refused_with_a_reason_and_a_remedy(what):
    name, data, code = REFUSED[what]
    found, copy = develop(data(), name, most=400_000 if "limit" in what else MOST)
    assert (found.code, found.picture, copy) == (code, None, b"")
    message, fix = (
        getattr(CODES[code], part).format_map({"file": name, **found.values}) for part in ("message", "fix")
    )
    assert name in message
    assert fix


def test_the_huge_picture_is_a_small_file():
    assert len(make.huge_png()) < 30_000


def test_the_header_is_enough_to_refuse_too_many_pixels(photo):
    data = photo(1_000, 1_000)
    head = data[: data.index(b"\xff\xda") + 20]
    assert develop(head, "a.jpg", most=999_999).opened.code == "foto-terlalu-besar"


def test_a_telephone_hides_a_film_behind_its_photo(photo):
    assert develop(photo() + b"\0\0\0\x18ftypmp42" + bytes(5_000), "a.jpg", most=MOST).opened.code == ""


def test_the_eye_goes_to_the_bright_thing(photo):
    x, y = develop(photo(), "a.jpg", most=MOST).opened.picture.focus
    assert 100 <= x <= 320
    assert 300 <= y <= 700


def test_placeholder_colours():
    assert [palette.hexadecimal(n) for n in (0, 1, 4, 16, 63)] == [
        "#202020",
        "#202060",
        "#206020",
        "#602020",
        "#e0e0e0",
    ]
    assert palette.nearest((255, 0, 130)) == 16 * 3 + 0 + 2
    css = (Path(__file__).parents[2] / "templates/site/style.css").read_text("utf-8")
    for number in range(64):
        assert f".warna-{number} {{ background: {palette.hexadecimal(number)}; }}" in css


def test_no_copy_unless_one_is_wanted(photo):
    found, copy = develop(photo(), "a.jpg", most=MOST, keep=False)
    assert found.picture is not None
    assert copy == b""


@pytest.mark.parametrize(
    ("data", "kind"),
    [(b"RIFF\0\0\0\0WAVE", ""), (b"\0\0\0\x18ftypisom", "video"), (b"%PDF-1.7", "pdf"), (b"BM", "bmp")],
)
def test_other_kinds_are_called_by_their_names(data, kind):
    assert tell(data).kind == kind
