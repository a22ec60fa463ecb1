"""Numbers with their units, as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.content.number import read_number


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("3 keluarga", (3, "keluarga")),
        ("1.238", (1238, "")),
        ("1.238 orang", (1238, "orang")),
        ("2,5 ton per musim", (2.5, "ton per musim")),
        ("60.5 kg", (60.5, "kg")),
        ("40%", (40, "%")),
        ("Rp8.000 per bungkus", (8000, "rupiah per bungkus")),
        ("Rp 2,5 juta per bulan", (2_500_000, "rupiah per bulan")),
        ("Rp500.000,-", (500_000, "rupiah")),
        ("-4 derajat", (-4, "derajat")),
        ("−4 derajat", (-4, "derajat")),
        ("banyak", None),
        ("", None),
        ("1.23.4", None),
        ("12/5/2023", None),
    ],
)
def test_numbers_are_read_with_their_units(text, found):
    assert read_number(text) == found


@given(st.text(max_size=40))
def test_any_text_is_a_number_or_none(text):
    found = read_number(text)
    assert found is None or isinstance(found[0], float)
