"""Money is read as Indonesians write it; what can be read in two ways is not guessed."""

import pytest

from pipeline.content.fields import Fields
from pipeline.content.keys import STORY
from pipeline.content.money import foreign, read_money, rupiah
from pipeline.content.node import Entry, Group, Scalar
from pipeline.content.report import Report


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Rp5.000.000", 5_000_000),
        ("Rp 5.000.000", 5_000_000),
        ("Rp. 5.000.000", 5_000_000),
        ("Rp5.000.000,-", 5_000_000),
        ("Rp5.000.000,00", 5_000_000),
        ("rp 5.000.000.-", 5_000_000),
        ("IDR 5,000,000", 5_000_000),
        ("IDR 5,000,000.50", 5_000_001),
        ("Rp5.000.000 (lima juta rupiah)", 5_000_000),
        ("senilai Rp750.000", 750_000),
        ("5 juta", 5_000_000),
        ("5 juta rupiah", 5_000_000),
        ("5jt", 5_000_000),
        ("Rp 2,5 juta", 2_500_000),
        ("1.5 juta", 1_500_000),
        ("1.500 juta", 1_500_000_000),
        ("1,25 miliar", 1_250_000_000),
        ("2 M", 2_000_000_000),
        ("750 ribu", 750_000),
        ("500rb", 500_000),
        ("5000000", 5_000_000),
        ("Rp0", 0),
        ("Rp1.250,50", 1_251),
        ("-5 juta", -5_000_000),
        ("Rp-5.000", -5_000),
    ],
)
def test_money_is_read_as_it_is_written(text, number):
    assert read_money(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "", "banyak", "Rp", "lima", "5-6 juta", "Rp5.000.000 per tahun", "sekitar 5 juta", "Rp5.00", "Rp2.5", "5 kg",
        "Rp5.000.000 dan Rp2.000.000", "1.50.000", "Rp1.000,000", "USD 500", "5 juta ringgit", "3 unit", "12/2023",
        "9" * 30, "1" + ".000" * 2000,
    ],
)  # fmt: skip
def test_what_can_be_read_in_two_ways_or_none_is_not_guessed(text):
    assert read_money(text) is None


@pytest.mark.parametrize(
    "text",
    ["USD 500", "US$500", "$ 500", "€100", "RM 200", "RM200", "500 dolar", "Rp5.000.000 + USD 20", "S$5", "eur 5"],
)
def test_other_currencies_are_told(text):
    assert foreign(text)


@pytest.mark.parametrize("text", ["Rp5.000.000", "5 juta", "ARMADA", "wonosobo 5", "Rp5.000.000 rm", "neuron"])
def test_rupiah_is_no_other_currency(text):
    assert not foreign(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("banyak", "bukan-uang"),
        ("-5 juta", "uang-minus"),
        ("Rp99.000.000.000.000", "uang-mustahil"),
        ("USD 500", "mata-uang-lain"),
        ("Rp5 juta + $20", "mata-uang-lain"),
    ],
)
def test_each_fault_is_told_with_its_line(text, code):
    report = Report("content/stories/2026/11/a.md")
    fields = Fields(Group((Entry("biaya", Scalar(text, 7), 7),), 1), STORY, report)

    assert fields.money("biaya") is None
    assert [(problem.line, problem.code, problem.level) for problem in report.problems] == [(7, code, "error")]


def test_money_is_written_as_it_is_read():
    assert rupiah(5_250_000) == "Rp5.250.000"
    assert read_money(rupiah(0)) == 0
