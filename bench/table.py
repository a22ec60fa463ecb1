"""The printout: figures side by side with ratios, sizes of both outputs, targets."""

from collections.abc import Iterable, Iterator

from bench.result import MB, Aim, Figure, Figures
from bench.row import ROWS

_HEAD = (
    f"{'':36} {'tool':16} {'wall s':>8} {'(least-most)':>15} {'CPU s':>8} {'peak MB':>8}  {'others':>6}"
    f"   {'wall':>6} {'CPU':>6} {'memory':>6}  (times Hugo)"
)


def table(
    found: Figures, rows: Iterable[tuple[str, str]] = tuple((row.name, row.title) for row in ROWS)
) -> Iterator[str]:
    """Yield the lines of the table; *rows* are names and titles, in the order in which they stand there."""
    yield _HEAD
    yield "-" * len(_HEAD)
    for row, title_ in rows:
        title = title_
        theirs = found.get((row, "hugo"))
        for (name, tool), figure in found.items():
            if name == row:
                yield f"{title:36} {tool:16} {_cells(figure)}{_ratios(figure, theirs) if tool != 'hugo' else ''}"
                title = ""


def _cells(figure: Figure) -> str:
    spread = f"({figure.fastest:.2f}-{figure.slowest:.2f})"
    peak = f"{figure.peak / MB:8.0f}" if figure.peak else " " * 8
    return f"{figure.wall:8.2f} {spread:>15} {figure.cpu:8.2f} {peak}  {figure.others:6.0%}"


def _ratios(figure: Figure, theirs: Figure | None) -> str:
    if theirs is None:
        return ""
    memory = f"{figure.peak / theirs.peak:6.2f}" if theirs.peak else ""
    return f"   {figure.wall / theirs.wall:6.2f} {figure.cpu / theirs.cpu:6.2f} {memory}"


def made(found: Figures) -> Iterator[str]:
    """Yield what warta says of its builds."""
    for row in ROWS:
        for (name, _), figure in found.items():
            if name == row.name and figure.told:
                yield f"{row.title:36} {figure.told}"


def sizes(found: dict[str, tuple[int, int]]) -> Iterator[str]:
    """Yield the number of files and bytes of each site."""
    for tool, (files, size) in found.items():
        yield f"{tool:16} {files:7} files {size / MB:8.1f} MB in its site"


def targets(aims: Iterable[Aim]) -> Iterator[str]:
    """Yield one line for each target."""
    for aim in aims:
        verdict = "met" if aim.met else "MISSED"
        yield f"{aim.name:36} {aim.value:7.2f} {aim.unit}   aim <= {aim.most:g} {aim.unit}   {verdict}"
