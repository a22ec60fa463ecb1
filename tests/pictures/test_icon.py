"""The site's sign: every form and size, and named in pages only where it is made."""

import json
import re
import struct

import pytest
import pyvips

from pipeline.pictures.icon import PIXELS, short
from tests.pictures.conftest import scene

NO_PHOTOS = "[meja]\nphotos = false\ncards = false\nsocial = false\n"
PHOTOS = "[meja]\ncards = false\nsocial = false\n"
BLUE = '<rect width="80" height="40" fill="#00f"/>'
VECTOR = f'<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40" viewBox="0 0 80 40">{BLUE}</svg>'


def opened(room, name: str):
    return pyvips.Image.new_from_file(str(room.output / "site" / name))


def heads(room) -> list[str]:
    """Return the files that the front page names for its sign."""
    links = re.findall(
        r'<link rel="(?:icon|apple-touch-icon|manifest)"[^>]* href="\./([^"]+)"', room.page("site/index.html")
    )
    signs = json.loads(room.page("site/manifest.webmanifest")).get("icons", [])
    return [*links, *(sign["src"] for sign in signs)]


@pytest.fixture(scope="module")
def room(make_room, tmp_path_factory):
    room = make_room(tmp_path_factory.mktemp("ikon"), {"content/site.toml": f'nama = "Kabar Desa Sukabaca"\n{PHOTOS}'})
    room.build()
    return room


@pytest.mark.parametrize(("name", "form", "size"), [(name, *found) for name, found in PIXELS.items()])
def test_every_form_has_its_size_and_edges(room, name, form, size):
    image = opened(room, f"ikon.{name}")
    corner, middle = image(0, 0), image(size // 2, size // 4)

    assert (image.width, image.height) == (size, size)
    assert (room.output / f"site/ikon.{name}").stat().st_size < 20_000
    assert corner[3] == (0 if form == "plain" else 255)
    assert middle[3] == 255
    assert image[:3].hist_find_ndim(bins=16).max() < size * size  # there is something on its ground


def test_what_counts_lies_in_the_circle_that_no_home_screen_cuts(room):
    image = opened(room, "ikon.maskable.512.png")[:3]
    ground = image(2, 2)
    x, y = pyvips.Image.xyz(512, 512)[0] - 256, pyvips.Image.xyz(512, 512)[1] - 256
    outside = (x * x + y * y) > (0.4 * 512) ** 2
    other = ((image - ground).abs() > 8).bandor()

    assert (other & outside).max() == 0
    assert other.max() == 255


def test_pages_and_manifest_name_what_is_there_and_all_of_it(room):
    named = heads(room)
    made = {
        path.name for path in (room.output / "site").iterdir() if path.name.startswith(("ikon.", "favicon", "manifest"))
    }

    assert set(named) == made
    assert {*(f"ikon.{name}" for name in PIXELS), "favicon.svg", "manifest.webmanifest"} == made
    manifest = json.loads(room.page("site/manifest.webmanifest"))
    assert (manifest["name"], manifest["short_name"]) == ("Kabar Desa Sukabaca", "Kabar Desa")
    assert (manifest["start_url"], manifest["scope"]) == ("./", "./")
    for sign in manifest["icons"]:
        data = (room.output / "site" / sign["src"]).read_bytes()
        if sign["type"] == "image/png":
            assert "{}x{}".format(*struct.unpack(">II", data[16:24])) == sign["sizes"]
    page = room.page("site/index.html")
    assert re.findall(r'name="theme-color" media="\(prefers-color-scheme: (\w+)\)" content="#[0-9a-f]{6}"', page) == [
        "light", "dark",
    ]  # fmt: skip


def test_without_pictures_only_the_drawn_sign_is_made_and_named(newsroom):
    room = newsroom({"content/site.toml": f'[kartu]\nlogo = "logo.png"\n{NO_PHOTOS}'})
    room.write({"content/logo.png": scene(60, 60).write_to_buffer(".png")})
    room.build()

    assert set(heads(room)) == {"favicon.svg", "manifest.webmanifest"}
    assert "<image" not in room.page("site/favicon.svg")
    assert not list((room.output / "site").glob("ikon.*"))
    assert '"logo"' not in room.page("site/index.html")


@pytest.mark.parametrize("kind", ["png", "svg", "heavy"])
def test_a_logo_is_the_sign(newsroom, kind):
    blue = pyvips.Image.black(80, 40, bands=3).linear(0, [0, 0, 255]).cast("uchar").copy(interpretation="srgb")
    heavy = VECTOR.replace("<rect", f"<!--{'x' * 40_000}--><rect")
    logo = {"png": blue.write_to_buffer(".png"), "svg": VECTOR.encode(), "heavy": heavy.encode()}[kind]
    name = "logo.png" if kind == "png" else "logo.svg"
    room = newsroom({"content/site.toml": f'[kartu]\nlogo = "{name}"\n{PHOTOS}', f"content/{name}": logo})
    room.build()

    for made, (form, size) in PIXELS.items():
        image = opened(room, f"ikon.{made}")
        assert image(size // 2, size // 2)[:3] == [0, 0, 255]
        assert image(size // 2, size // 8)[:3] == [255, 255, 255], form
    assert (room.output / "site/favicon.svg").exists() == (kind == "svg")
    assert ("favicon.svg" in heads(room)) == (kind == "svg")
    if kind == "svg":
        assert 'href="data:image/svg+xml;base64,' in room.page("site/favicon.svg")


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("Kabar", "Kabar"), ("Kabar Pustaka", "Kabar"), ("Perpustakaannya Sukabaca", "Perpustakaan"), ("A B C", "A B C")],
)
def test_the_name_below_the_sign_is_of_whole_words(name, wanted):
    assert short(name) == wanted
