"""The values of indicators: which stories count, nothing said is not zero, targets by year and tier."""

from pipeline.archive.fact import Fact
from pipeline.content.indicator import Indicator
from pipeline.content.indicator_reader import default_indicators
from pipeline.content.proof import Answers, Survey
from pipeline.evidence.area import ALL, Area
from pipeline.evidence.indicator import Value, measured
from tests.evidence.test_evidence import fact

REGENCY = Area("32.04", "kabupaten", "Kabupaten Bandung")


def one(measure: str, **more: object) -> Indicator:
    return Indicator("x", "X", "x", measure, **more)


def value(indicator: Indicator, told: list[Fact], area: Area = ALL, **more: object) -> Value:
    (found,) = measured(area, told, [indicator], sample=False, **more)
    return found.whole


def test_a_number_is_of_the_stories_that_count():
    told = [
        fact(1, strategy="advokasi", came=9, topics=("a",)),
        fact(2, strategy="publikasi", came=5, kind="cerita-dampak"),
        fact(3, strategy="advokasi", topics=("b",)),
    ]
    assert value(one("kehadiran"), told) == Value("x", 14, None, 2)
    assert value(one("kehadiran", strategies=("advokasi",)), told) == Value("x", 9, None, 1)
    assert value(one("laporan", kinds=("cerita-dampak",)), told) == Value("x", 1, None, 1)
    assert value(one("kegiatan", topics=("a", "b")), told) == Value("x", 2, None, 2)


def test_an_event_counts_where_its_leader_does_and_nowhere_else():
    told = [fact(1, strategy="advokasi", came=9, event="e"), fact(2, strategy="publikasi", came=5, event="e")]
    assert value(one("kehadiran", strategies=("advokasi",)), told).number == 9
    assert value(one("kehadiran", strategies=("publikasi",)), told).number is None


def test_what_nobody_says_is_no_number():
    assert value(one("kehadiran"), [fact(1)]) == Value("x", None, None, 0)
    assert value(one("biaya-per-kehadiran"), [fact(1, cost=5000)]).number is None
    assert value(one("penerapan"), [fact(1)]).number is None
    assert value(one("perpustakaan"), []).number is None


def test_costs_and_answers_are_shares_of_what_tells_both():
    told = [fact(1, cost=600, came=3), fact(2, cost=9000), fact(3, came=50)]
    assert value(one("biaya-per-kehadiran"), told) == Value("x", 200, None, 1)
    assert value(one("biaya"), told) == Value("x", 9600, None, 2)
    told = [fact(1, survey=Survey(application=Answers(5, 10))), fact(2, survey=Survey(application=Answers(30, 30)))]
    assert value(one("penerapan"), told) == Value("x", 87.5, None, 40)


def test_libraries_and_partners_are_counted_once_in_each_year():
    told = [
        fact(1, partners=("PKK", "Dinas")), fact(2, partners=("pkk",), library="beta"),
        fact(3, month="2026/01", partners=("PKK",)),
    ]  # fmt: skip
    partners, libraries = measured(ALL, told, [one("mitra"), one("perpustakaan")], sample=False)
    assert (partners.whole.number, [(year, found.number) for year, found in partners.years]) == (
        2, [("2025", 2), ("2026", 1)],
    )  # fmt: skip
    assert (libraries.whole.number, [(year, found.number) for year, found in libraries.years]) == (
        2, [("2025", 2), ("2026", 1)],
    )  # fmt: skip


def test_targets_are_those_of_the_tier_also_in_years_without_a_story():
    goals = {"2025": {"kabupaten": 20.0, "nasional": 90.0}, "2027": {"perpustakaan": 5.0, "kecamatan": 7.0}}
    told, indicator = [fact(1, came=9)], one("kehadiran", targets=goals)

    def years(area: Area, level: str | None = None) -> list[tuple[str, float | None, float | None]]:
        (found,) = measured(area, told, [indicator], sample=False, level=level)
        return [(year, one.number, one.target) for year, one in found.years]

    assert years(REGENCY) == [("2025", 9, 20)]
    assert years(ALL) == [("2025", 9, 90)]
    village = Area("alfa", "perpustakaan", "Alfa")
    assert years(village, "desa") == [("2025", 9, None), ("2027", None, 5)]
    assert years(village, "kecamatan") == [("2025", 9, None), ("2027", None, 7)]


def test_the_default_indicators_of_an_empty_area_say_nothing():
    found = measured(ALL, [], default_indicators(), sample=False)
    assert {one.whole.number for one in found} == {None}
    assert all(one.years == () for one in found)
