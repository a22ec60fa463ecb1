"""What a session found: medians by row and tool, and what was aimed at."""

from collections import defaultdict
from collections.abc import Iterable
from statistics import median
from typing import NamedTuple

from bench.session import Sample

MB = 1_000_000


class Figure(NamedTuple):
    """The figures of one tool in one row: medians of the timed rounds, the memory round's peak.

    *wall*, *fastest*, *slowest* and *cpu* in seconds, *peak* in bytes (0 where not sampled), *others* the share of the
    machine that other work took.
    """

    wall: float
    fastest: float
    slowest: float
    cpu: float
    peak: int
    others: float
    told: str


Figures = dict[tuple[str, str], Figure]


class Aim(NamedTuple):
    """One target: what is measured, the figure, the most it may be."""

    name: str
    value: float
    most: float
    unit: str

    @property
    def met(self) -> bool:
        """Whether it is reached."""
        return self.value <= self.most


def figures(samples: Iterable[Sample]) -> Figures:
    """Return the figures by row and tool."""
    found: dict[tuple[str, str], list[Sample]] = defaultdict(list)
    for sample in samples:
        found[sample.row, sample.tool].append(sample)
    return {key: _figure(some) for key, some in found.items()}


def _figure(samples: list[Sample]) -> Figure:
    timed = [sample for sample in samples if sample.round] or samples
    walls = [sample.cost.wall for sample in timed]
    return Figure(
        wall=median(walls),
        fastest=min(walls),
        slowest=max(walls),
        cpu=median(sample.cost.cpu for sample in timed),
        peak=max(sample.cost.peak for sample in samples),
        others=median(sample.cost.others for sample in timed),
        told=timed[-1].told,
    )


def aims(found: Figures, start: float) -> list[Aim]:
    """Return every target whose figures were measured; *start* is the CPU of ``warta --help`` in seconds."""
    listed = [Aim("warta --help, CPU", start, 0.2, "s")]
    if ratio := _ratio(found, "cold", "wall"):
        listed.append(Aim("cold, wall", ratio, 1.2, "x"))
    if ours := found.get(("one", "warta")):
        listed.append(Aim("one story added, wall", ours.wall, 1.0, "s"))
        listed.append(Aim("one story added, wall", _ratio(found, "one", "wall") or 0.0, 0.1, "x"))
    if ours := found.get(("nothing", "warta")):
        listed.append(Aim("nothing changed, wall", ours.wall, 0.5, "s"))
    if ratio := _ratio(found, "template", "wall"):
        listed.append(Aim("story template changed, wall", ratio, 0.6, "x"))
    if ratio := max((_ratio(found, row, "peak") or 0.0 for row, _ in found), default=0.0):
        listed.append(Aim("peak memory, worst row", ratio, 0.5, "x"))
    return listed


def _ratio(found: Figures, row: str, field: str) -> float | None:
    ours, theirs = found.get((row, "warta")), found.get((row, "hugo"))
    if ours is None or theirs is None or not getattr(theirs, field):
        return None
    return float(getattr(ours, field) / getattr(theirs, field))
