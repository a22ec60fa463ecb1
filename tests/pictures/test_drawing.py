"""A card from an SVG with slots; and what its file holds."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from pipeline.content.picture import Picture
from pipeline.errors import RenderError
from pipeline.pictures.drawing import draw, jpeg
from pipeline.pictures.vips import vips
from tests.pictures.conftest import scene

CARD = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"><rect width="600" height="400" fill="#1f4d3a"/>'
    '<image data-photo="cover" x="100" y="50" width="200" height="150" clip-path="circle(10)"/>'
    '<text data-box="320 50 260 200" data-size="50 20" data-weight="800" fill="#ffffff">Kabar desa</text>'
    '<text x="10" y="390" font-family="Plus Jakarta Sans" font-size="20" fill="#fff">tetap</text></svg>'
)


@pytest.fixture
def copy(tmp_path):
    path = tmp_path / "copy.jpg"
    scene(1_600, 1_200).write_to_file(f"{path}", Q=92, keep="none")
    return path


def test_slots_are_filled(copy):
    drawn = draw(CARD, copy, Picture("x", 1_600, 1_200))
    bare = draw(CARD.replace("Kabar desa", ""))
    assert (drawn.image.width, drawn.image.height) == (600, 400)
    assert [words.text for words in drawn.words] == ["Kabar desa"]
    assert drawn.words[0].size == 50
    assert drawn.image(150, 80) == pytest.approx([120, 170, 210], abs=12)
    assert bare.image(150, 80) == [31, 77, 58]
    assert bare.words == ()


def test_what_clips_fades_and_covers_a_slot_holds_for_the_photo(tmp_path):
    grey = tmp_path / "grey.jpg"
    vips().Image.black(600, 400).linear(0, 200).cast("uchar").write_to_file(f"{grey}", Q=98)
    card = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><rect width="300" height="200" fill="#f00"/>'
        '<clipPath id="c"><circle cx="150" cy="100" r="80"/></clipPath><g clip-path="url(#c)" opacity="0.5">'
        '<image data-photo="cover" x="0.5" y="0" width="299" height="200"/></g>'
        '<rect x="150" width="150" height="200" fill="#000000" opacity="0.5"/></svg>'
    )
    image = draw(card, grey, Picture("x", 600, 400)).image
    assert image(100, 100) == pytest.approx([228, 100, 100], abs=2)
    assert image(200, 100) == pytest.approx([114, 50, 50], abs=2)
    assert image(5, 5) == [255, 0, 0]
    edge = card.replace(' clip-path="url(#c)" opacity="0.5"', "")
    assert draw(edge, grey, Picture("x", 600, 400)).image(0, 100) == pytest.approx([228, 100, 100], abs=2)


def test_opacity_and_short_colours():
    card = '<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><rect width="99" height="99" fill="#fff"/>'
    words = '<text data-box="0 0 99 99" data-size="90" data-weight="800" fill="#f00" {}>M</text>'
    full, faint = (draw(f"{card}{words.format(more)}</svg>").image for more in ("", 'opacity="0.5"'))
    assert full.extract_band(1).min() == 0
    assert faint.extract_band(1).min() == pytest.approx(128, abs=3)


def test_a_template_at_fault_is_told_in_a_sentence():
    for bad in (
        "<svg",
        '<!DOCTYPE x [<!ENTITY a "b">]><svg/>',
        '<svg xmlns="http://www.w3.org/2000/svg" width="99999" height="9"/>',
        CARD.replace('data-weight="800"', 'data-weight="700"'),
        CARD.replace("#ffffff", "white"),
        CARD.replace("320 50 260 200", "320 50 260"),
        CARD.replace("320 50 260 200", "590 50 260 200"),
    ):
        with pytest.raises(RenderError, match="kartu tidak dapat digambar"):
            draw(bad)


def test_no_file_of_the_machine_is_drawn(copy):
    reading = CARD.replace('data-photo="cover"', f'href="{copy}"').replace('clip-path="circle(10)"', "")
    assert draw(reading).image(150, 80) == [31, 77, 58]


def segments(data: bytes) -> list[int]:
    """Return the markers of a JPEG up to its pixels."""
    found, at = [], 2
    while data[at + 1] != 0xDA:
        found.append(data[at + 1])
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return found


def test_a_file_holds_pixels_and_nothing_else():
    data = jpeg(draw(CARD).image)
    assert set(segments(data)) <= {0xC0, 0xC2, 0xC4, 0xDB, 0xDD}
    assert data.endswith(b"\xff\xd9")


def test_a_file_is_as_small_as_it_must_be():
    noise = vips().Image.gaussnoise(1_200, 630, sigma=20, mean=128).cast("uchar")
    noisy = noise.bandjoin([noise, noise]).copy(interpretation="srgb")
    assert len(jpeg(noisy)) > 200_000
    assert len(jpeg(noisy, most=200_000)) <= 200_000


def test_the_same_card_has_the_same_bytes_in_other_threads_and_processes():
    here = jpeg(draw(CARD).image)
    found: list[bytes] = []
    threads = [threading.Thread(target=lambda: found.append(jpeg(draw(CARD).image))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    program = (
        "import sys; from pipeline.pictures.drawing import *; sys.stdout.buffer.write(jpeg(draw(sys.argv[1]).image))"
    )
    other = subprocess.run(
        [sys.executable, "-c", program, CARD], capture_output=True, check=True, cwd=Path(__file__).parents[2]
    )
    assert set(found) == {here} == {other.stdout}
