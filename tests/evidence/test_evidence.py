"""Roll-ups: any parts of the stories add up to the whole, no event counts twice, nothing small follows from sums."""

from collections.abc import Sequence
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.archive.fact import Fact, sound
from pipeline.archive.privacy import shown_participants
from pipeline.content.story import Participants
from pipeline.evidence.area import ALL, Area
from pipeline.evidence.evidence import Evidence, evidence, months, strategies, years
from pipeline.evidence.sums import NOTHING, Sums, total

PLACES = [
    ("alfa", "32.04", "32"), ("beta", "32.04", "32"), ("gama", "32.73", "32"), ("delta", "73.71", "73"),
    ("pusat", "", ""), ("provinsi", "", "32"),
]  # fmt: skip
AREAS = [
    ALL, Area("32", "provinsi", "Jawa Barat"), Area("73", "provinsi", "Sulawesi Selatan"),
    *(Area(code, "kabupaten", code) for code in ("32.04", "32.73", "73.71")),
    *(Area(place[0], "perpustakaan", place[0]) for place in PLACES),
]  # fmt: skip

counts = st.one_of(st.none(), st.integers(0, 12))
split = st.builds(
    Participants, total=counts, men=counts, women=counts, children=counts, elderly=counts, disabled=counts
)


def fact(number: int, **more: object) -> Fact:
    """Return a fact, as nothing but *more* makes it differ."""
    known = Fact(
        address=f"2025/01/kabar-{number:03}", title=f"Kabar {number}", published=number, month="2025/01",
        day="2025-01-05", library="alfa", region="32.04.05.2001", regency="32.04", province="32", kind="kegiatan",
        strategy="", topics=(), sample=False, event="", retells=False, came=None, participants=None, partners=(),
    )  # fmt: skip
    return msgspec.structs.replace(known, **more)


def people(told: Participants | None) -> dict[str, object]:
    """Return how a fact tells of those who came."""
    shown = sound(shown_participants(told))
    came = None
    if told is not None:
        came = told.total
        if came is None and told.men is not None and told.women is not None:
            came = told.men + told.women
    return {"came": came, "participants": shown}


@st.composite
def facts(draw: st.DrawFn) -> list[Fact]:
    """Draw up to a dozen stories, some of which share an event."""
    found = []
    for number in range(draw(st.integers(0, 12))):
        library, regency, province = draw(st.sampled_from(PLACES))
        month = draw(st.sampled_from(["2025/01", "2025/02", "2026/01"]))
        found.append(
            fact(
                number, library=library, regency=regency, province=province, month=month,
                strategy=draw(st.sampled_from(["", "advokasi", "publikasi"])),
                event=draw(st.sampled_from(["", "", "alfa/panen", "beta/lomba"])),
                partners=tuple(draw(st.lists(st.sampled_from(["PKK", "pkk", "Dinas"]), max_size=2, unique=True))),
                topics=tuple(draw(st.lists(st.sampled_from(["a", "b"]), max_size=2, unique=True))),
                sample=draw(st.booleans()), retells=draw(st.sampled_from([False, False, True])),
                **people(draw(st.one_of(st.none(), split))),
            )
        )  # fmt: skip
    return found


def of(area: Area, told: Sequence[Fact]) -> Evidence:
    return evidence(area, told)[0]


@given(facts())
def test_any_parts_of_an_area_add_up_to_the_whole(told):
    for area in AREAS:
        for found in evidence(area, told):
            assert total(cell.sums for cell in found.cells) == found.sums
            for parts in (months(found), years(found), strategies(found)):
                assert total(parts.values()) == found.sums
            inside = total(place.sums for place in found.places)
            here = total(one.sums for one in found.told)
            events = {name: getattr(found.sums, name) for name in Sums.__struct_fields__ if name != "stories"}
            assert {name: getattr(inside + here, name) for name in events} == events
    libraries = [of(area, told).sums for area in AREAS if area.level == "perpustakaan"]
    assert total(libraries) == of(ALL, told).sums


@given(facts())
def test_what_is_real_and_what_is_a_sample_are_never_added(told):
    for area in AREAS:
        real, sample = evidence(area, told)
        assert real == of(area, [one for one in told if not one.sample])
        assert sample.sums == evidence(area, [one for one in told if one.sample])[1].sums


@given(facts(), st.integers(0, 11))
def test_a_story_moves_the_numbers_of_its_own_areas_and_of_those_that_share_its_event(told, which):
    if which >= len(told):
        return
    gone = told[which]
    rest = [one for one in told if one is not gone]
    mates = [one for one in told if one.event and one.event == gone.event] or [gone]
    near = {key for one in (gone, *mates) for key in (one.library, one.regency, one.province, "semua")}
    for area in AREAS:
        if area.key not in near:
            assert evidence(area, told) == evidence(area, rest)
    if not gone.event and not gone.retells and not gone.sample:
        assert of(ALL, told).sums.came - of(ALL, rest).sums.came == (gone.came or 0)
        assert of(ALL, told).sums.stories - of(ALL, rest).sums.stories == 1


@given(st.lists(st.one_of(st.none(), split), max_size=6), st.integers(0, 64))
def test_nothing_small_follows_from_sums_by_subtraction(parts, mask):
    """Whatever is published of groups of stories, no difference of two of them is a part of 1 to 4."""
    told = [fact(number, **people(one)) for number, one in enumerate(parts)]
    group = [one for number, one in enumerate(told) if mask >> number & 1]
    sums = [of(ALL, told).sums, of(ALL, group).sums, *(of(ALL, [one]).sums for one in told)]
    rest = of(ALL, told).sums, of(ALL, group).sums
    for found in sums:
        assert found.men + found.women + found.unsplit == found.came
        assert all(not 1 <= getattr(found, name) <= 4 for name in ("men", "women", "children", "elderly", "disabled"))
    for name in ("men", "women", "children", "elderly", "disabled"):
        assert not 1 <= getattr(rest[0], name) - getattr(rest[1], name) <= 4
    for number, one in enumerate(parts):
        if one is not None and one.men is not None and one.women is not None and 1 <= one.men <= 4:
            alone = of(ALL, [told[number]]).sums
            assert (alone.men, alone.women, alone.came) == (0, 0, told[number].came)


def test_a_share_of_women_is_of_those_of_whom_both_are_told():
    """Who is neither told as a man nor as a woman is in no share, nor is a woman beside whom no men are told."""
    told = [
        fact(1, **people(Participants(total=20, men=5, women=12))),
        fact(2, **people(Participants(total=60, women=50))),
        fact(3, **people(Participants(total=30))),
    ]
    found = evidence(ALL, told)[0].sums
    assert (found.came, found.men, found.women, found.unsplit) == (110, 5, 62, 43)
    assert (found.split_women, found.split) == (12, 17)


def test_an_event_counts_once_where_and_when_its_earliest_story_with_counts_stands():
    told = [
        fact(1, event="alfa/panen", month="2024/12", library="gama", regency="32.73", partners=("PKK",)),
        fact(3, event="alfa/panen", **people(Participants(total=30))),
        fact(2, event="alfa/panen", month="2025/02", library="delta", regency="73.71", province="73",
             **people(Participants(men=10, women=12)), partners=("Dinas",)),
        fact(4, event="beta/panen", **people(Participants(total=7))),
    ]  # fmt: skip
    assert of(ALL, told).sums == Sums(
        stories=4,
        events=2,
        counted=2,
        came=29,
        men=10,
        men_in=1,
        women=12,
        women_in=1,
        split=22,
        split_women=12,
        ties=1,
    )
    south = of(Area("73", "provinsi", ""), told)
    assert [(cell.month, cell.sums.came, cell.sums.events) for cell in south.cells] == [("2025-02", 22, 1)]
    assert of(Area("32.73", "kabupaten", ""), told).sums == Sums(stories=1)
    (told_of,) = of(Area("delta", "perpustakaan", ""), told).told
    assert (told_of.address, told_of.others) == ("2025/01/kabar-002", ("2025/01/kabar-001", "2025/01/kabar-003"))
    assert of(ALL, told).partners == (("PKK", 1),)


def test_what_only_retells_or_is_still_to_come_is_a_story_and_no_event():
    told = [fact(1, retells=True, **people(Participants(total=90))), fact(2, **people(Participants(total=9)))]
    assert of(ALL, told).sums == Sums(stories=2, events=1, counted=1, came=9)


def test_an_area_without_stories_has_no_evidence():
    assert of(ALL, []) == Evidence(area="semua", sample=False)
    assert of(ALL, []).sums == NOTHING
    assert of(ALL, []).last == ""


def test_partners_are_known_by_any_spelling_of_case_and_spaces():
    told = [fact(1, partners=("PKK  Alfa", "Dinas")), fact(2, partners=("pkk alfa",)), fact(3, partners=("Dinas",))]
    assert of(ALL, told).partners == (("Dinas", 2), ("PKK  Alfa", 2))
    assert of(ALL, told).sums.ties == 4


@pytest.mark.parametrize("area", AREAS, ids=lambda area: area.key)
def test_cells_places_and_events_are_in_order_whatever_the_order_of_the_facts(area):
    told = [fact(n, library=PLACES[n % 6][0], regency=PLACES[n % 6][1], province=PLACES[n % 6][2]) for n in range(9)]
    assert evidence(area, told) == evidence(area, told[::-1])
    found = of(area, told)
    assert all(one.month <= other.month for one, other in pairwise(found.cells))
