import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.pictures.charts.columns import HIGH, totals
from pipeline.pictures.charts.draw import chart, ink
from pipeline.pictures.charts.ink import Palette
from pipeline.pictures.charts.lettering import SIZE, lines, width
from pipeline.pictures.charts.scale import ticks
from pipeline.pictures.charts.sheet import WIDE
from pipeline.pictures.charts.time import MOST, by_time
from pipeline.pictures.charts.values import (
    Aim,
    Answer,
    Bar,
    Bars,
    Column,
    Columns,
    Pair,
    Pairs,
    Part,
    Parts,
    Series,
    Survey,
    Targets,
)

SVG = "{http://www.w3.org/2000/svg}"
WORDS = st.text(max_size=60) | st.sampled_from(
    ["<script>alert(1)</script>", '" onload="x', "&amp;", "W" * 90, "\x00\ud7ff"]
)
COUNTS = st.integers(0, 10**6)
MAYBE = st.none() | COUNTS
UNITS = st.sampled_from(["kehadiran", "rupiah", "persen", ""])


@st.composite
def columns(draw):
    count = draw(st.integers(0, 30))
    row = st.lists(COUNTS, min_size=count, max_size=count).map(tuple)
    series = tuple(draw(st.lists(st.builds(Series, WORDS, row), max_size=7)))
    return Columns(
        draw(WORDS), draw(UNITS), tuple(Column(draw(WORDS), "", "2023"[: at % 5]) for at in range(count)), series
    )


def many(one, most=6):
    return st.lists(one, max_size=most).map(tuple)


PARTS = many(st.builds(Part, WORDS, COUNTS, WORDS))
CHARTS = st.one_of(
    columns(),
    st.builds(Parts, WORDS, UNITS, PARTS, PARTS, WORDS),
    st.builds(Bars, WORDS, UNITS, many(st.builds(Bar, WORDS, MAYBE), 20)),
    st.builds(Pairs, WORDS, many(st.builds(Pair, WORDS, UNITS | WORDS, MAYBE, MAYBE))),
    st.builds(Survey, WORDS, many(st.builds(Answer, WORDS, st.integers(0, 50), st.sampled_from([0, 50, 90])))),
    st.builds(Targets, WORDS, many(st.builds(Aim, WORDS, UNITS, MAYBE, MAYBE))),
)


def drawn(values, palette=None):
    return ET.fromstring(str(chart(values, ink("b", palette=palette)).svg))


def rects(tree):
    return [
        {name: float(rect.get(name)) for name in ("x", "y", "width", "height")} | {"fill": rect.get("fill")}
        for rect in tree.findall(f"{SVG}rect")
    ]


def lengths(tree, side="width"):
    """The lengths of bars: of what is coloured as a part."""
    return [
        float(rect.get(side))
        for rect in tree.findall(f"{SVG}rect")
        if "url(#b-" in (rect.get("fill") or "") or re.fullmatch(r"bagan-\d", rect.get("class") or "")
    ]


@given(CHARTS, st.sampled_from([None, Palette()]))
def test_all_is_well_formed_within_the_drawing_and_the_same_each_time(values, palette):
    svg = str(chart(values, ink("b", palette=palette)).svg)
    tree = ET.fromstring(svg)
    _, _, wide, high = map(float, tree.get("viewBox").split())

    assert wide == WIDE
    for rect in rects(tree):
        assert -0.01 <= rect["x"] <= rect["x"] + rect["width"] <= wide + 0.02
        assert -0.01 <= rect["y"] <= rect["y"] + rect["height"] <= high + 0.02
    for text in tree.findall(f"{SVG}text"):
        room, x = width(text.text or ""), float(text.get("x"))
        start = x - {"middle": room / 2, "end": room}.get(text.get("text-anchor"), 0)
        assert start >= -1
        assert start + room <= wide + 1
        assert float(text.get("font-size")) == SIZE
        assert SIZE / 2 < float(text.get("y")) <= high
    assert svg == str(chart(values, ink("b", palette=palette)).svg)


@given(CHARTS)
def test_no_text_becomes_an_element_or_an_attribute(values):
    tree = drawn(values)
    elements = {node.tag.removeprefix(SVG) for node in tree.iter()}
    attributes = {name for node in tree.iter() for name in node.attrib}

    assert elements <= {"svg", "title", "desc", "defs", "pattern", "rect", "path", "text"}
    assert not {name for name in attributes if name.startswith("on") or name in {"style", "href"}}


@given(CHARTS)
def test_every_id_begins_with_the_prefix_and_every_reference_has_its_id(values):
    svg = str(chart(values, ink("satu-2")).svg)
    ids = re.findall(r' id="([^"]*)"', svg)

    assert all(one.startswith("satu-2-") for one in ids)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'fill="url\(#([^)]*)\)"', svg)) <= set(ids)
    assert ' aria-labelledby="satu-2-t satu-2-d"' in svg
    assert ' role="img"' in svg


def test_papers_have_colours_and_no_classes_pages_classes_and_no_colours():
    values = Bars("Kehadiran", "kehadiran", (Bar("Sukamaju", 3),))

    assert "class=" not in str(chart(values, ink("b", palette=Palette())).svg)
    assert "#" not in str(chart(values, ink("b")).svg)


@given(st.lists(st.integers(1, 10**6), min_size=1, max_size=12))
def test_bars_are_as_long_as_their_values(values):
    found = lengths(drawn(Bars("Kehadiran", "kehadiran", tuple(Bar(str(one), one) for one in values))))

    assert found == pytest.approx([max(found) * one / max(values) for one in values], abs=0.01)


@given(st.lists(st.lists(st.integers(1, 5000), min_size=3, max_size=3), min_size=1, max_size=24))
def test_columns_are_as_high_as_their_sums(rows):
    series = tuple(Series(str(at), tuple(row[at] for row in rows)) for at in range(3))
    values = Columns("Kehadiran", "kehadiran", tuple(Column(str(at)) for at in range(len(rows))), series)
    high = lengths(drawn(values), "height")[3:]  # after those of the legend
    top = ticks(max(map(sum, rows)))[-1]

    assert [sum(high[at * 3 : at * 3 + 3]) for at in range(len(rows))] == pytest.approx(
        [HIGH * sum(row) / top for row in rows], abs=0.03
    )
    assert totals(values) == tuple(map(sum, rows))


@given(st.lists(st.integers(1, 5000), min_size=1, max_size=5))
def test_parts_fill_the_whole_and_overlapping_ones_are_never_stacked(values):
    named = tuple(Part(f"Bagian {at}", one) for at, one in enumerate(values))
    tree = drawn(Parts("Siapa", "kehadiran", named, (Part("Anak", values[0]), Part("Lansia", values[0]))))
    coloured = [rect for rect in rects(tree) if rect["y"] == 0]
    bars = [rect for rect in rects(tree) if rect["fill"] == "url(#b-4)"][-2:]

    assert sum(rect["width"] for rect in coloured) == pytest.approx(WIDE, abs=0.1)
    assert [rect["width"] for rect in bars] == pytest.approx([WIDE * values[0] / sum(values)] * 2, abs=0.01)
    assert {rect["x"] for rect in bars} == {0}


def test_a_survey_shows_shares_of_those_who_answered():
    tree = drawn(Survey("Apa kata peserta", (Answer("Tahu", 45, 50), Answer("Percaya diri", 0, 0))))
    said = [text.text for text in tree.findall(f"{SVG}text")]

    assert "90% setuju (45 dari 50)" in said
    assert "belum ada jawaban" in said
    assert lengths(tree) == [WIDE * 0.9]


def test_a_target_is_a_stroke_and_words():
    values = Targets("Target", (Aim("Kehadiran", "kehadiran", 1200, 1500), Aim("Mitra", "mitra", 7, None)))
    tree = drawn(values)
    said = [text.text for text in tree.findall(f"{SVG}text")]
    stroke = next(rect for rect in tree.findall(f"{SVG}rect") if rect.get("class") == "bagan-word")

    assert "1.200 dari target 1.500 (80%)" in said
    assert "7; belum ada target" in said
    assert lengths(tree) == pytest.approx([float(stroke.get("x")) * 0.8])


def test_before_and_after_have_one_scale_in_a_pair():
    tree = drawn(
        Pairs("Perubahan", (Pair("Pengunjung", "orang", 40, 120), Pair("Anggaran", "rupiah", None, 2_000_000)))
    )
    said = [text.text for text in tree.findall(f"{SVG}text")]
    before, after, _money = lengths(tree)

    assert after == pytest.approx(before * 3, abs=0.02)
    assert "Pengunjung (orang)" in said
    assert "Rp2.000.000" in said
    assert "belum ada data" in said


def test_nothing_known_is_not_zero():
    tree = drawn(Bars("Kehadiran", "kehadiran", (Bar("Nol", 0), Bar("Diam", None))))
    said = [text.text for text in tree.findall(f"{SVG}text")]

    assert said == ["Nol", "0", "Diam", "belum ada data"]
    assert len(rects(tree)) == 1  # the stroke where the zero stands


@pytest.mark.parametrize(
    "values",
    [
        Columns("K", "", (), ()),
        Parts("P", "", ()),
        Bars("B", "", ()),
        Pairs("P", ()),
        Survey("S", ()),
        Targets("T", ()),
    ],
)
def test_without_values_a_chart_says_so(values):
    assert [text.text for text in drawn(values).findall(f"{SVG}text")] == ["Belum ada data."]


def test_the_table_holds_all_that_the_drawing_leaves_out():
    name = "Taman Bacaan " * 20
    found = chart(Bars("Kehadiran", "kehadiran", tuple(Bar(f"{name}{at}", at) for at in range(40))), ink("b"))

    assert [row[0] for row in found.table.rows] == [f"{name}{at}" for at in range(40)]
    assert "25 lagi ada di tabel." in found.svg
    assert "…" in found.svg


@given(CHARTS)
def test_every_row_of_a_table_is_as_long_as_its_head(values):
    table = chart(values, ink("b")).table

    assert {len(row) for row in table.rows} <= {len(table.head)}


def test_months_without_stories_are_zero_and_many_months_become_years():
    few = by_time("Kehadiran", "kehadiran", {"2023-11": (5,), "2024-02": (7,)}, ("Kehadiran",))
    many = by_time("K", "", {f"{2020 + at // 12}-{at % 12 + 1:02}": (1, 2) for at in range(60)}, ("A", "B"))

    assert [(one.label, one.under) for one in few.columns] == [
        ("Nov", "2023"),
        ("Des", ""),
        ("Jan", "2024"),
        ("Feb", ""),
    ]
    assert few.series[0].values == (5, 0, 0, 7)
    assert len(few.columns) <= MOST
    assert [one.name for one in many.columns] == ["2020", "2021", "2022", "2023", "2024"]
    assert many.series == (Series("A", (12,) * 5), Series("B", (24,) * 5))
    assert by_time("K", "", {}, ("A",)).columns == ()


@given(st.integers(1, 10**12))
def test_marks_of_a_scale_are_few_round_and_reach_the_most(most):
    found = ticks(most)

    assert found[0] == 0
    assert found[-2] < most <= found[-1]
    assert len(found) <= 6
    assert str(found[1]).rstrip("0") in {"1", "2", "5"}


@given(WORDS, st.integers(60, 640))
def test_lines_are_never_wider_than_their_room(text, room):
    found = lines(text, room)

    assert len(found) <= 2
    assert all(width(line) <= room for line in found)


def test_another_language_has_its_own_words_and_numbers():
    found = chart(Targets("Aims", (Aim("Visits", "visits", 1200, 1500),)), ink("b", "en"))

    assert "1,200 of a target of 1,500 (80%)" in found.svg
