"""What is printed follows from what was measured."""

from bench import table
from bench.measure import Cost
from bench.result import MB, aims, figures, growth
from bench.session import Sample
from bench.tool import Size


def _sample(row, tool, round_, wall, peak=0):
    return Sample(row, tool, round_, Cost(wall, wall * 2, peak * MB, "PSS" if peak else "", 0.0, ""), "")


SAMPLES = [
    *(_sample("cold", "hugo", count, wall) for count, wall in ((1, 9.0), (2, 11.0), (3, 10.0))),
    *(_sample("cold", "warta", count, wall) for count, wall in ((1, 5.0), (2, 4.0), (3, 6.0))),
    _sample("cold", "pelican", 1, 50.0),
    _sample("cold", "hugo", 0, 99.0, peak=800),
    _sample("cold", "pelican", 0, 99.0, peak=400),
    _sample("cold", "warta", 0, 99.0, peak=200),
    _sample("one", "hugo", 1, 10.0),
    _sample("one", "warta", 1, 2.0),
    _sample("one", "hugo", 0, 99.0, peak=800),
    _sample("one", "warta", 0, 99.0, peak=480),
]
"""Hugo and warta with three rounds of one row and one of another, Pelican with one round of one row."""


def test_figures_are_medians_of_timed_rounds_and_peaks_of_the_memory_round():
    found = figures(SAMPLES)
    ours = found["cold", "warta"]
    assert (ours.wall, ours.fastest, ours.slowest, ours.cpu, ours.peak, ours.rounds) == (5, 4, 6, 10, 200 * MB, 3)
    assert found["cold", "pelican"].rounds == 1


def test_aims_stand_beside_what_the_others_took():
    listed = [(aim.name, aim.value, aim.unit, aim.met, dict(aim.against)) for aim in aims(figures(SAMPLES), 0.1)]
    assert listed == [
        ("warta --help, CPU", 0.1, "s", True, {}),
        ("cold, wall", 0.5, "x", True, {"hugo": 0.5, "pelican": 0.1}),
        ("one story added, wall", 2.0, "s", False, {"hugo": 0.2}),
        ("one story added, wall", 0.2, "x", False, {"hugo": 0.2}),
        ("peak memory, worst row", 0.6, "x", False, {"hugo": 0.6}),
    ]


def test_what_was_not_measured_has_no_aim():
    ours = [sample for sample in SAMPLES if sample.tool == "warta"]
    assert [aim.unit for aim in aims(figures(ours), 0.1)] == ["s", "s"]
    assert [aim.name for aim in aims({}, 0.1)] == ["warta --help, CPU"]


def test_the_table_shows_rounds_and_multiples_of_each_rival():
    head, heads, _, hugo, pelican, ours, *_ = table.table(figures(SAMPLES))
    assert head.endswith("times Pelican")
    assert heads.split() == ["wall", "CPU", "memory"] * 2
    assert hugo.split()[:3] == ["cold", "hugo", "3"]
    assert pelican.split()[:3] == ["pelican", "1", "50.00"]
    assert ours.split() == [
        *("warta", "3", "5.00", "(4.00-6.00)", "10.00", "200", "0%"),
        *("0.50", "0.50", "0.25"),
        *("0.10", "0.10", "0.50"),
    ]


def test_columns_stay_below_their_rival_where_one_took_no_part():
    lines = list(table.table(figures(SAMPLES)))
    both, one = (
        next(line for line in lines if name in line and " warta " in line) for name in ("(4.00-6.00)", "(2.00")
    )
    assert both.index("0.50   0.50") == one.index("0.20   0.20")


def test_memory_grows_by_pages_between_two_sizes():
    few, many = figures(SAMPLES), figures([_sample("cold", "warta", 0, 1.0, peak=380), *SAMPLES[:3]])
    sizes = {tool: Size(100, 1, 50) for tool in ("hugo", "pelican", "warta")}
    grown = growth([(10, few, sizes), (100, many, {"warta": Size(900, 1, 950)})])
    assert {some.tool: (list(some.peaks.values()), some.more) for some in grown} == {
        "hugo": ([800 * MB], None), "pelican": ([400 * MB], None), "warta": ([200 * MB, 380 * MB], 200 * MB),
    }  # fmt: skip
    assert list(table.memory(grown))[-1].endswith("200.0 MB for each 1,000 pages more")
