"""The holidays that are known are those of the decrees, and no others."""

from collections import Counter
from datetime import date

import pytest

from pipeline import holidays

COUNTS = {2024: (19, 10), 2025: (17, 11), 2026: (17, 8)}
"""How many holidays and days of collective leave the decrees of each year name (2024: 17 and two days of voting)."""


def test_every_year_has_as_many_days_as_its_decrees_name():
    found = Counter((day.year, holiday.kind) for day, holiday in holidays.almanac().days.items())

    assert holidays.almanac().years == COUNTS.keys()
    assert {year: (found[year, "libur"], found[year, "cuti_bersama"]) for year in COUNTS} == COUNTS


@pytest.mark.parametrize("year", COUNTS)
def test_every_year_names_its_decrees(year):
    assert all("Nomor" in decree and str(year - 1)[:3] in decree for decree in holidays.decrees(year))
    assert holidays.decrees(year)[0].startswith("Keputusan Bersama Menteri Agama")


def test_a_year_without_a_known_decree_is_not_guessed():
    assert holidays.decrees(2027) == ()
    assert 2027 not in holidays.almanac().years
    assert not any(day.year == 2027 for day in holidays.almanac().days)


@pytest.mark.parametrize(
    ("day", "kind"),
    [("2025-08-18", "cuti_bersama"), ("2026-03-21", "libur"), ("2026-12-24", "cuti_bersama"), ("2024-11-27", "libur")],
)
def test_days_that_are_easily_got_wrong(day, kind):
    assert holidays.almanac().days[date.fromisoformat(day)].kind == kind
