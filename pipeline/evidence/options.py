"""Policy options weighed: scores by Dunn's six criteria, their ranking, and how much that depends on the weights. Pure.

All is computed exactly, as fractions, so that a tie is a tie.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from pipeline.content.option import CRITERIA, Criterion, Issue, Option

EQUAL = (Fraction(1, len(CRITERIA)),) * len(CRITERIA)


class Rank(NamedTuple):
    """One option with its weighted *score* (1 to 5) and its *place* (1 is best; equal scores share one).

    Of an option that lacks a score both are ``None``.
    """

    option: Option
    score: Fraction | None
    place: int | None


class Range(NamedTuple):
    """Between which weights of one *criterion* (0 to 1) the first place stays, the others keeping their proportions."""

    criterion: Criterion
    weight: Fraction
    least: Fraction
    most: Fraction

    @property
    def free(self) -> bool:
        """Whether this weight may be anything."""
        return self.least == 0 and self.most == 1


class Sensitivity(NamedTuple):
    """How firm the first place of a ranking is: *first* are the names of the options that hold it.

    *ranges* are empty where several share it, or fewer than two are ranked. *equal* are the names that would be first
    if all criteria weighed the same.
    """

    first: tuple[str, ...]
    ranges: tuple[Range, ...]
    equal: tuple[str, ...]

    @property
    def holds_equally(self) -> bool:
        """Whether equal weights give the same first place."""
        return self.first == self.equal

    @property
    def firm(self) -> bool:
        """Whether no change of a single weight takes the first place away."""
        return bool(self.ranges) and all(one.free for one in self.ranges)


def weights(issue: Issue) -> tuple[Fraction, ...]:
    """Return the weights of the six criteria, which add up to 1; where none were given they are equal."""
    whole = sum(issue.weights)
    return tuple(Fraction(weight, whole) for weight in issue.weights) if whole else EQUAL


def score(option: Option, weighed: Sequence[Fraction]) -> Fraction | None:
    """Return the weighted score of *option*, ``None`` where it lacks one of the six."""
    marks = [mark.score for mark in option.marks]
    if not option.complete:
        return None
    return sum((weight * (mark or 0) for weight, mark in zip(weighed, marks, strict=True)), Fraction(0))


def ranking(issue: Issue, weighed: Sequence[Fraction] | None = None) -> tuple[Rank, ...]:
    """Return the options by rank, then as they were written; what cannot be ranked stands last."""
    used = weights(issue) if weighed is None else weighed
    scored = [(option, score(option, used)) for option in issue.options]
    known = sorted((value for _, value in scored if value is not None), reverse=True)
    ranks = [Rank(option, value, None if value is None else known.index(value) + 1) for option, value in scored]
    return tuple(sorted(ranks, key=lambda rank: rank.place or len(ranks) + 1))


def sensitivity(issue: Issue) -> Sensitivity | None:
    """Return how firm the first place is, ``None`` where no option is ranked."""
    ranks = [rank for rank in ranking(issue) if rank.place is not None]
    if not ranks:
        return None
    first = _first(ranks)
    equal = _first(ranking(issue, EQUAL))
    single = len(first) == 1 and len(ranks) > 1
    ranges = [_range(ranks, weights(issue), at) for at in range(len(CRITERIA))] if single else []
    return Sensitivity(first, tuple(ranges), equal)


def _first(ranks: Sequence[Rank]) -> tuple[str, ...]:
    return tuple(rank.option.name for rank in ranks if rank.place == 1)


def _range(ranks: Sequence[Rank], weighed: Sequence[Fraction], at: int) -> Range:
    """Return the range of the weight of the criterion *at* in which the first of *ranks* is behind no other.

    With that weight w, an option scores w · its mark + (1 - w) · what the other criteria give it, so each rival sets
    one bound.
    """
    best, *rivals = [(rank.option.marks[at].score or 0, _rest(rank.option, weighed, at)) for rank in ranks]
    least, most = Fraction(0), Fraction(1)
    for mark, rest in rivals:
        lead, behind = best[1] - rest, best[0] - mark
        slope = behind - lead  # lead + w * slope >= 0
        if slope > 0:
            least = max(least, -lead / slope)
        elif slope < 0:
            most = min(most, -lead / slope)
    return Range(CRITERIA[at], weighed[at], least, most)


def _rest(option: Option, weighed: Sequence[Fraction], at: int) -> Fraction:
    """Return the score of *option* by all criteria but one; where the others weigh nothing, they weigh the same."""
    others = [index for index in range(len(CRITERIA)) if index != at]
    whole = sum((weighed[index] for index in others), Fraction(0))
    shares = {index: weighed[index] / whole if whole else Fraction(1, len(others)) for index in others}
    return sum((share * (option.marks[index].score or 0) for index, share in shares.items()), Fraction(0))
