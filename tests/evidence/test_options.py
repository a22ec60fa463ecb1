"""Options are weighed exactly, and the sensitivity line says how far a weight may move before the first place does."""

from fractions import Fraction

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.content.option import CRITERIA, Issue, Mark, Option
from pipeline.evidence.options import EQUAL, ranking, score, sensitivity, weights

scores = st.lists(st.integers(1, 5), min_size=6, max_size=6)


def option(name, marks):
    return Option(name=name, marks=tuple(Mark(mark) for mark in marks))


def issue(*marks, weights=()):
    options = tuple(option("ABCDEFGH"[at], one) for at, one in enumerate(marks))
    return Issue(address="a", path="a.md", area="semua", title="T", options=options, weights=weights)


@st.composite
def issues(draw):
    marks = draw(st.lists(scores, min_size=2, max_size=4))
    return issue(*marks, weights=tuple(draw(st.lists(st.integers(0, 5), min_size=6, max_size=6))))


def test_scores_and_places():
    found = ranking(issue([5, 1, 1, 1, 1, 1], [1, 5, 1, 1, 1, 1], [5, 1, 1, 1, 1, 1], weights=(3, 1, 0, 0, 0, 0)))

    assert [(rank.option.name, rank.score, rank.place) for rank in found] == [
        ("A", 4, 1), ("C", 4, 1), ("B", 2, 3),
    ]  # fmt: skip


def test_what_lacks_a_score_is_not_ranked():
    found = ranking(issue([1] * 6, [None, 5, 5, 5, 5, 5]))

    assert [(rank.option.name, rank.score, rank.place) for rank in found] == [("A", 1, 1), ("B", None, None)]
    assert sensitivity(issue([None] * 6)) is None


def test_the_range_of_a_weight_ends_where_another_comes_level():
    # A leads by effectiveness as much as B by efficiency; by all others they are equal.
    asked = issue([5, 1, 1, 1, 1, 1], [1, 5, 1, 1, 1, 1], weights=(60, 40, 0, 0, 0, 0))
    found = sensitivity(asked)

    effectiveness, efficiency, *others = found.ranges
    assert (effectiveness.weight, effectiveness.least, effectiveness.most) == (Fraction(3, 5), Fraction(1, 2), 1)
    assert (efficiency.weight, efficiency.least, efficiency.most) == (Fraction(2, 5), 0, Fraction(1, 2))
    assert all(one.free for one in others)
    assert (found.first, found.equal, found.holds_equally, found.firm) == (("A",), ("A", "B"), False, False)


def test_who_is_better_by_every_criterion_is_first_whatever_the_weights():
    found = sensitivity(issue([5] * 6, [4] * 6, weights=(1, 0, 0, 0, 0, 0)))

    assert (found.firm, found.holds_equally) == (True, True)


def test_a_shared_first_place_has_no_ranges():
    found = sensitivity(issue([3] * 6, [3] * 6))

    assert (found.first, found.ranges, found.firm) == (("A", "B"), (), False)


@given(issues())
def test_weights_add_up_and_scores_stay_between_one_and_five(asked):
    weighed = weights(asked)

    assert sum(weighed) == 1
    assert all(1 <= score(one, weighed) <= 5 for one in asked.options)


@given(issues(), st.integers(2, 9))
def test_weights_are_proportions(asked, times):
    more = msgspec.structs.replace(asked, weights=tuple(weight * times for weight in asked.weights))

    assert sensitivity(more) == sensitivity(asked)
    assert ranking(more) == ranking(asked)


@given(issues(), st.integers(0, 5), st.fractions(0, 1))
def test_within_its_range_no_weight_moves_the_first_place_and_beyond_it_does(asked, at, weight):
    found = sensitivity(asked)
    if not found.ranges:
        return
    base = weights(asked)
    rest = 1 - base[at]
    others = [one / rest if rest else Fraction(1, 5) for one in base]
    moved = [weight if index == at else (1 - weight) * share for index, share in enumerate(others)]
    first = {rank.option.name for rank in ranking(asked, moved) if rank.place == 1}

    inside = found.ranges[at].least <= weight <= found.ranges[at].most
    assert (found.first[0] in first) == inside


@pytest.mark.parametrize("given_", [(), (0, 0, 0, 0, 0, 0)])
def test_without_weights_all_weigh_the_same(given_):
    assert weights(issue([1] * 6, weights=given_)) == EQUAL
    assert len(EQUAL) == len(CRITERIA)
