"""What a session found: medians by row and tool, and what was aimed at."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from statistics import median
from typing import NamedTuple

from bench.session import Sample
from bench.tool import RIVALS, Size

MB = 1_000_000


class Figure(NamedTuple):
    """The figures of one tool in one row: medians of so many timed *rounds*, the memory round's peak.

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
    rounds: int


Figures = dict[tuple[str, str], Figure]


class Aim(NamedTuple):
    """One target: what is measured, the figure, the most it may be; *against* is it as a multiple of each rival's."""

    name: str
    value: float
    most: float
    unit: str
    against: tuple[tuple[str, float], ...] = ()

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
        rounds=len(timed),
    )


def aims(found: Figures, start: float) -> list[Aim]:
    """Return every target whose figures were measured; *start* is the CPU of ``warta --help`` in seconds."""
    cold, one, nothing, template = (against(found, row, "wall") for row in ("cold", "one", "nothing", "template"))
    listed = [Aim("warta --help, CPU", start, 0.2, "s")]
    if "hugo" in cold:
        listed.append(_aim("cold, wall", cold["hugo"], 1.2, "x", cold))
    if ours := found.get(("one", "warta")):
        listed.append(_aim("one story added, wall", ours.wall, 1.0, "s", one))
    if "hugo" in one:
        listed.append(_aim("one story added, wall", one["hugo"], 0.1, "x", one))
    if ours := found.get(("nothing", "warta")):
        listed.append(_aim("nothing changed, wall", ours.wall, 0.5, "s", nothing))
    if "hugo" in template:
        listed.append(_aim("story template changed, wall", template["hugo"], 0.6, "x", template))
    peaks = [peak for row in {row for row, _ in found} if "hugo" in (peak := against(found, row, "peak"))]
    if peaks:
        worst = max(peaks, key=lambda peak: peak["hugo"])
        listed.append(_aim("peak memory, worst row", worst["hugo"], 0.5, "x", worst))
    return listed


def _aim(name: str, value: float, most: float, unit: str, multiples: dict[str, float]) -> Aim:
    return Aim(name, value, most, unit, tuple(multiples.items()))


def against(found: Figures, row: str, field: str, tool: str = "warta") -> dict[str, float]:
    """Return what *tool* took in a row as a multiple of what each rival took, where both are known."""
    ours = found.get((row, tool))
    theirs = {rival: getattr(found[row, rival], field) for rival in RIVALS if (row, rival) in found}
    if ours is None or not getattr(ours, field):
        return {}
    return {rival: float(getattr(ours, field) / figure) for rival, figure in theirs.items() if figure}


class Growth(NamedTuple):
    """The memory of a tool's cold builds: *peaks* in bytes by stories; *more* bytes for each 1,000 pages more.

    *more* is ``None`` where only one size was built.
    """

    tool: str
    peaks: dict[int, int]
    more: float | None


def growth(runs: Iterable[tuple[int, Figures, Mapping[str, Size]]]) -> list[Growth]:
    """Return how the memory of every tool grows: *runs* are the stories, figures and sizes of sites, smallest first."""
    peaks: dict[str, dict[int, int]] = defaultdict(dict)
    points: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for stories, found, sizes in runs:
        for tool in (*RIVALS, "warta"):
            if (figure := found.get(("cold", tool))) and figure.peak:
                peaks[tool][stories] = figure.peak
                points[tool].append((sizes[tool].pages, figure.peak))
    return [Growth(tool, by_stories, _slope(points[tool])) for tool, by_stories in peaks.items()]


def _slope(points: list[tuple[int, int]]) -> float | None:
    (few, small), (many, large) = points[0], points[-1]
    return (large - small) / (many - few) * 1_000 if many > few else None
