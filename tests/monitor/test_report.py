"""Reports of coverage: what counts where, once, in whatever order."""

import itertools
import random
from datetime import date

import msgspec
import pytest

from pipeline.content.clipping import Clipping
from pipeline.content.moment import Moment
from pipeline.monitor.report import Clipped, Coverage, Quarter, Release, Scope, quarter, quarter_of, report

FOURTH = Quarter(2026, 4)


def _clipping(name: str, day: date, outlet: str = "Kabar", **more: object) -> Clipping:
    head = {"address": f"{day:%Y/%m}/{name}", "path": "", "title": name, "date": Moment(day), "outlet": outlet}
    return msgspec.structs.replace(Clipping(**head), **more)  # type: ignore[arg-type]


def _clipped(clipping: Clipping, *libraries: str, regions: tuple[str, ...] = ()) -> Clipped:
    return Clipped(clipping, frozenset(libraries), frozenset(regions))


RELEASES = (
    Release("2026/10/panen", "Panen", "alfa", "32.04.05.2001", date(2026, 10, 5), about=("2026/09/kebun",)),
    Release("2026/11/lomba", "Lomba", "beta", "33.05", date(2026, 11, 1)),
    Release("2026/09/lama", "Lama", "alfa", "32.04.05.2001", date(2026, 9, 30)),
)
CLIPPINGS = (
    _clipped(
        _clipping("a", date(2026, 10, 6), "Kabar  Kota", stories=("2026/10/panen",), reach="kabupaten", event="panen"),
        "alfa", regions=("32.04.05.2001",),
    ),
    _clipped(
        _clipping(
            "b", date(2026, 10, 7), "Nusantara", stories=("2026/09/kebun",), reach="nasional", event="panen",
            tone="positif",
        ),
        "alfa", regions=("32.04.05.2001",),
    ),
    _clipped(_clipping("c", date(2026, 12, 31), "Radio", medium="radio", tone="negatif"), "beta", regions=("33.05",)),
    _clipped(
        _clipping("d", date(2027, 1, 1), "Nusantara", stories=("2026/10/panen",)), "alfa", regions=("32.04.05.2001",)
    ),
)  # fmt: skip
DECLARED = ("Kabar Kota", "Nusantara", "Harian Diam", "nusantara")


def _report(scope: Scope = Scope(), when: Quarter = FOURTH) -> Coverage:  # noqa: B008  frozen
    return report(RELEASES, CLIPPINGS, DECLARED[:3], when, scope)


def test_a_quarter_counts_what_was_printed_in_it() -> None:
    """From its first day to its last; an event that two outlets printed is one."""
    found = _report()

    assert (found.first, found.last) == (date(2026, 10, 1), date(2026, 12, 31))
    assert (found.clippings, found.events) == (3, 2)
    assert found.reach == {"desa": 0, "kecamatan": 0, "kabupaten": 1, "provinsi": 0, "nasional": 1, "belum": 1}
    assert found.reach_events == {"desa": 0, "kecamatan": 0, "kabupaten": 0, "provinsi": 0, "nasional": 1, "belum": 1}
    assert found.tone == {"positif": 1, "netral": 0, "negatif": 1, "belum": 1}
    assert (found.media["daring"], found.media["radio"]) == (2, 1)


def test_the_share_is_of_the_outlets_that_are_declared() -> None:
    """Whatever the spaces and capitals of their names; others are told apart."""
    found = _report()

    assert (found.declared, found.printed) == (DECLARED[:3], DECLARED[:2])
    assert found.share == pytest.approx(2 / 3)
    assert found.others == ("Radio",)
    assert report(RELEASES, CLIPPINGS, (), FOURTH, Scope()).share is None


def test_releases_tell_whether_and_when_they_were_printed() -> None:
    """Also after the quarter, and also through the stories that they tell; never before their day."""
    found = _report()

    assert [(one.address, one.clippings, one.events, one.days) for one in found.releases] == [
        ("2026/10/panen", 3, 2, 1),
        ("2026/11/lomba", 0, 0, None),
    ]
    assert found.releases[0].outlets == ("Kabar  Kota", "Nusantara")
    assert (found.covered, found.median) == (1, 1.0)
    early = [_clipped(_clipping("x", date(2026, 10, 1), stories=("2026/10/panen",)))]
    assert report(RELEASES, early, (), FOURTH, Scope()).releases[0].days == 0


def test_what_was_printed_of_a_story_before_a_campaign_told_it_is_not_of_the_campaign() -> None:
    """It counts as a clipping all the same, and from the day of the release on as one of the release."""
    for day, expected in ((date(2026, 10, 4), (0, None)), (date(2026, 10, 5), (1, 0))):
        found = report(RELEASES, [_clipped(_clipping("x", day, stories=("2026/09/kebun",)))], (), FOURTH, Scope())

        assert (found.releases[0].clippings, found.releases[0].days) == expected
        assert (found.clippings, found.covered) == (1, expected[0])


def test_a_report_is_of_a_library_or_of_a_region_with_all_that_lies_in_it() -> None:
    """Codes nest by their dots only."""
    assert _report(Scope(library="beta")).clippings == 1
    assert [one.address for one in _report(Scope(library="alfa")).releases] == ["2026/10/panen"]
    assert (_report(Scope(region="32")).clippings, _report(Scope(region="33.05")).clippings) == (2, 1)
    assert len(_report(Scope(region="32.04")).releases) == 1
    assert _report(Scope(region="3")).clippings == 0


def test_an_empty_quarter_has_nothing_but_zeros() -> None:
    """No division by what is not there."""
    found = report((), (), (), Quarter(2020, 1), Scope())

    assert (found.clippings, found.events, found.covered, found.share, found.median) == (0, 0, 0, None, None)
    assert set(found.tone.values()) == {0}


def test_the_order_of_records_makes_no_difference() -> None:
    """Every order gives the same report."""
    expected = _report()
    for clippings in itertools.permutations(CLIPPINGS):
        releases = random.Random(len(clippings)).sample(RELEASES, len(RELEASES))
        assert report(releases, clippings, DECLARED[:3], FOURTH, Scope()) == expected


def test_the_median_lies_between_two() -> None:
    """Half of an even number of releases."""
    clippings = [
        _clipped(_clipping("a", date(2026, 10, 6), stories=("2026/10/panen",))),
        _clipped(_clipping("b", date(2026, 11, 5), stories=("2026/11/lomba",))),
    ]

    assert report(RELEASES, clippings, (), FOURTH, Scope()).median == 2.5


def test_there_is_no_value_in_money() -> None:
    """Advertising value equivalents are no measure of anything."""
    names = " ".join(Coverage.__struct_fields__)

    assert not any(word in names for word in ("ave", "nilai", "rupiah", "value", "worth", "price"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-4", (2026, 4)), ("2026-Q1", (2026, 1)), ("2026 T2", (2026, 2)), ("2026/3", (2026, 3)),
        ("2026-5", None), ("26-1", None), ("", None), ("2026", None), ("２０２６-1", None), ("2026-11", None),
    ],
)  # fmt: skip
def test_quarters_are_read(text: str, expected: tuple[int, int] | None) -> None:
    """As they are written; months are none."""
    assert quarter(text) == expected


@pytest.mark.parametrize("month", range(1, 13))
def test_every_day_lies_in_its_quarter(month: int) -> None:
    """First and last days too."""
    found = quarter_of(date(2026, month, 28))

    assert found.holds(date(2026, month, 28))
    assert quarter_of(found.first) == found == quarter_of(found.last)
    assert not found.holds(date.fromordinal(found.last.toordinal() + 1))
