"""A photo in another shape: what may be cut, and what may not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.content.picture import Picture
from pipeline.pictures.crop import KEPT, cuts, fitted, window
from pipeline.pictures.vips import vips
from tests.pictures.conftest import scene

SIDES = st.integers(2, 2_400)
FOCUS = st.tuples(st.integers(0, 1_000), st.integers(0, 1_000))


@settings(deadline=None)
@given(width=SIDES, height=SIDES, wide=SIDES, high=SIDES, focus=FOCUS)
def test_the_window_lies_in_the_photo_and_has_the_wanted_shape(width, height, wide, high, focus):
    found = window((width, height), (wide, high), focus)
    assert found.left >= 0
    assert found.top >= 0
    assert found.left + found.width <= width
    assert found.top + found.height <= height
    assert found.width == width or found.height == height
    assert found.top <= (height - found.height) / 3
    if cuts((width, height), (wide, high)):
        assert found.width * found.height >= (KEPT - 0.03) * width * height - 2 * max(width, height)
        assert wide <= width
        assert high <= height


def marked(width: int, height: int):
    """Return a photo with a red mark in its upper corners and a green one in each lower corner."""
    image = scene(width, height).draw_rect([0, 0, 255], 0, 0, width, height, fill=True)
    for x in (0, width - 80):
        image = image.draw_rect([255, 0, 0], x, 0, 80, 80, fill=True)
        image = image.draw_rect([0, 255, 0], x, height - 80, 80, 80, fill=True)
    return image


def has(image, band: int) -> int:
    """Return how many pixels are of one colour only."""
    bands = [image.extract_band(n) for n in range(3)]
    clear = bands[band] > 200
    for other in {0, 1, 2} - {band}:
        clear = clear & (bands[other] < 60)
    return round(clear.avg() / 255 * image.width * image.height)


@pytest.mark.parametrize(
    ("size", "wanted"), [((1_200, 1_600), (1_200, 630)), ((1_600, 900), (1_080, 1_920)), ((500, 400), (1_200, 900))]
)
def test_a_photo_of_quite_another_shape_is_whole_on_a_blurred_ground(size, wanted):
    picture = Picture("x", *size)
    found = fitted(marked(*size), picture, *wanted)
    assert (found.width, found.height, found.bands) == (*wanted, 3)
    scale = min(1, wanted[0] / size[0], wanted[1] / size[1])
    for band in (0, 1):
        assert has(found, band) == pytest.approx(2 * (80 * scale) ** 2, rel=0.15)


def test_a_photo_of_nearly_that_shape_is_cut_and_more_at_the_bottom_than_at_the_top():
    found = fitted(marked(1_600, 1_200), Picture("x", 1_600, 1_200, focus=(500, 900)), 1_200, 630)
    assert (found.width, found.height) == (1_200, 630)
    assert has(found, 1) == 0
    assert window((1_600, 1_200), (1_200, 630), (500, 0)).top == 0


def test_forced_it_is_always_cut():
    found = fitted(marked(300, 900), Picture("x", 300, 900), 400, 400, force=True)
    assert (found.width, found.height) == (400, 400)
    assert has(found, 1) == 0


def test_the_ground_is_darker_and_smooth():
    found = fitted(marked(600, 1_200), Picture("x", 600, 1_200), 1_200, 630)
    edge = found.extract_area(0, 0, 200, 630)
    assert edge.max() < 255 * 0.7
    assert vips().Image.sobel(edge.extract_band(2)).max() < 40
