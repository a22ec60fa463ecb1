"""Indicators as a newsroom defines them, and what is wrong with its file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.content.indicator import MEASURES, Indicator
from pipeline.content.indicator_reader import PATH, default_indicators, read_indicators

SOUND = """\
[[indikator]]
kode = "hadir"
nama = "Kehadiran"
satuan = "kehadiran"
ukur = "kehadiran"
"""


def read(text):
    found = read_indicators(PATH, text.encode())
    return found.indicators, [(problem.line, problem.code) for problem in found.problems]


def test_the_default_is_sound_and_every_indicator_says_how_it_is_counted():
    found = default_indicators()
    assert len(found) > 8
    assert all(one.about and one.name and one.unit and one.measure in MEASURES for one in found)


def test_targets_are_by_year_and_tier_and_filters_by_what_stories_say():
    found, problems = read(
        SOUND + 'hanya = {strategi = ["Advokasi"], jenis = ["kegiatan"], topik = "Literasi anak"}\n'
        "[indikator.target.2027]\ndesa = 300\nkabupaten = 9000\n"
    )
    assert problems == []
    assert found == (
        Indicator(
            "hadir", "Kehadiran", "kehadiran", "kehadiran", "", ("advokasi",), ("kegiatan",), ("literasi-anak",),
            {"2027": {"perpustakaan": 300.0, "kabupaten": 9000.0}},
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("more", "line", "code", "kept"),
    [
        ('[[indikator]]\nkode = "x"\nukur = "laporan"\n', 6, "indikator-tanpa-satuan", 1),
        ('[[indikator]]\nsatuan = "x"\nukur = "laporan"\n', 6, "indikator-tanpa-kode", 1),
        ('[[indikator]]\nkode = "x"\nsatuan = "x"\nukur = "hadirin"\n', 9, "indikator-ukur", 1),
        ('[[indikator]]\nkode = "hadir"\nsatuan = "x"\nukur = "laporan"\n', 7, "indikator-ganda", 1),
        ('hanya = {strategi = ["advokat"]}\n', 6, "indikator-hanya", 1),
        ('hanya = "advokasi"\n', 6, "indikator-hanya", 1),
        ("[indikator.target.2027]\nkabupten = 9\n", 7, "indikator-tingkat", 1),
        ("[indikator.target.2027]\nkabupaten = -9\n", 7, "indikator-target", 1),
        ('[indikator.target.2027]\nkabupaten = "9 orang"\n', 7, "indikator-target", 1),
        ("target = 300\n", 6, "indikator-target", 1),
        ("[indikator.target]\n27 = {kabupaten = 9}\n", 7, "indikator-target", 1),
        ('warna = "merah"\n', 6, "isian-tidak-dikenal", 1),
        ("[target]\n2027 = 9\n", 6, "isian-tidak-dikenal", 1),
        ("nama = \n", 6, "indikator-tidak-terbaca", 0),
    ],
)
def test_what_is_wrong_is_said_in_its_line_and_the_rest_holds(more, line, code, kept):
    found, problems = read(SOUND + more)
    assert (line, code) in problems
    assert len(found) == kept


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data):
    read_indicators(PATH, data)


@given(st.text(st.sampled_from('[]indikator.kode="satuan{}\n0123, ukr'), max_size=80))
def test_any_text_is_read_or_refused(text):
    read_indicators(PATH, text.encode())
