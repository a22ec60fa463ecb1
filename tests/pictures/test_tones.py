import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.pictures.tones import READABLE, Tones, contrast, lch, tones

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
pairs = st.tuples(colours, colours)

WORDS = [
    ("on_primary", "primary"), ("primary_quiet", "primary"), ("on_second", "second"), ("second_quiet", "second"),
    ("on_deep", "deep"), ("deep_quiet", "deep"), ("deep_quiet", "deep_low"), ("spark", "deep"),
    ("ink", "paper"), ("ink", "tint"), ("soft", "paper"), ("soft", "tint"), ("accent", "paper"), ("accent", "tint"),
    ("ink", "spark"), ("paper", "deep"),
]  # fmt: skip
"""Every colour in which a template writes, and what lies below."""


@pytest.mark.parametrize(("a", "b", "expected"), [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.478)])
def test_contrast_is_that_of_wcag(a, b, expected):
    assert contrast(a, b) == pytest.approx(expected, abs=0.001)
    assert contrast(b, a) == contrast(a, b)


@given(pairs)
def test_words_can_be_read_whatever_the_site_s_colours(pair):
    found = tones(pair)
    weak = {
        (word, ground) for word, ground in WORDS if contrast(getattr(found, word), getattr(found, ground)) < READABLE
    }

    assert weak == set()


@given(pairs)
def test_every_tone_is_a_colour(pair):
    assert all(re.fullmatch("#[0-9a-f]{6}", tone) for tone in tones(pair))


@given(pairs)
def test_cloth_and_shapes_are_seen_on_their_ground(pair):
    found = tones(pair)

    assert contrast(found.weave, found.deep) > 1.3
    assert found.primary not in {found.paper, found.deep_low}
    for ground in ("primary", "second", "deep"):
        steps = [lch(getattr(found, ground + end)).light for end in ("_low", "", "_high")]
        assert all(later - earlier > 0.03 for earlier, later in pairwise(steps))


def test_a_site_s_own_colours_stay_where_words_can_be_read_on_them():
    found = tones(("#9a3412", "#1f4d3a"))

    assert (found.primary, found.second, found.accent) == ("#9a3412", "#1f4d3a", "#9a3412")


def test_two_colours_that_are_one_become_two():
    found = tones(("#1d4ed8", "#1d4ed8"))

    assert abs(lch(found.primary).hue - lch(found.second).hue) > 60


def test_white_gives_way_to_the_other_colour():
    assert tones(("#ffffff", "#7a1f3d")).primary == tones(("#7a1f3d", "#ffffff")).primary == "#7a1f3d"


def test_a_light_colour_stays_light_and_takes_ink():
    found = tones(("#ffd400", "#00695c"))

    assert found.on_primary == found.ink
    assert lch(found.primary).light > 0.8


def test_tones_are_the_same_every_time():
    assert tones.__wrapped__(("#123456", "#654321")) == tones.__wrapped__(("#123456", "#654321"))
    assert isinstance(tones(("#123456", "#654321")), Tones)
