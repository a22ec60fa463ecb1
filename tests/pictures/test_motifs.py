import re
from pathlib import Path

import pytest

from pipeline import regions
from pipeline.content.story import STRATEGIES
from pipeline.pictures import motifs

CARDS = Path(__file__).resolve().parents[2] / "templates" / "cards"


def drawn(name):
    """Return the macros of a template that draw something."""
    return set(re.findall(r"{% macro (\w+)\(", (CARDS / name).read_text("utf-8")))


def test_every_province_has_a_motif_that_is_drawn():
    codes = {region.code for region in regions.provinces()}

    assert codes == set(motifs.MOTIFS)
    assert {motifs.motif(code) for code in codes} <= drawn("motifs.svg")


def test_every_motif_is_some_place_s():
    assert {*motifs.MOTIFS.values(), motifs.NEUTRAL} == drawn("motifs.svg")


@pytest.mark.parametrize("code", ["", "00", "32.04", "entah"])
def test_no_place_and_an_unknown_one_have_the_neutral_motif(code):
    assert motifs.motif(code) == motifs.NEUTRAL


def test_every_icon_is_drawn():
    assert set(motifs.ICONS) == drawn("icons.svg")


@pytest.mark.parametrize(
    ("topics", "strategy", "expected"),
    [
        (("pertanian", "perempuan"), None, "daun"),
        (("usaha-kecil",), None, "keranjang"),
        (("literasi-anak", "bahasa"), None, "anak"),
        (("literasi-digital", "lansia"), None, "ponsel"),
        (("lansia",), None, "lansia"),
        (("kesehatan",), None, "hati"),
        (("layanan-keliling",), None, "perahu"),
        (("anggaran-desa", "dukungan"), "advokasi", "anggaran"),
        (("dukungan",), None, "tangan"),
        (("disabilitas", "literasi-anak"), None, "braille"),
        (("publikasi-warga",), None, "wicara"),
        (("pelatihan-pengelola",), None, "buku"),
        (("kelas-menjahit",), None, "jahit"),
        (("entah", "kebun"), None, "daun"),
        (("entah",), "advokasi", "tangan"),
        ((), "pelibatan-masyarakat", "buku"),
        ((), None, "buku"),
    ],
)
def test_the_first_topic_that_is_known_gives_the_icon(topics, strategy, expected):
    assert motifs.icon(topics, strategy) == expected


def test_every_strategy_has_an_icon():
    assert {motifs.icon((), strategy) for strategy in STRATEGIES} <= set(motifs.ICONS)


def test_no_word_stands_for_two_icons():
    words = [word for _, known in motifs._RULES for word in known.split()]

    assert len(words) == len(set(words))
