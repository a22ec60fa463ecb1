"""The printout: figures side by side with ratios, memory by size, sizes of all sites, targets."""

from collections.abc import Iterable, Iterator, Mapping

from bench.result import MB, Aim, Figure, Figures, Growth, against
from bench.row import ROWS
from bench.tool import RIVALS, Size

_HEAD = f"{'':36} {'tool':16} {'n':>2} {'wall s':>8} {'(least-most)':>15} {'CPU s':>8} {'peak MB':>8}  {'others':>6}"
_TITLES = tuple((row.name, row.title) for row in ROWS)
_FIELDS = ("wall", "cpu", "peak")


def table(found: Figures, rows: Iterable[tuple[str, str]] = _TITLES) -> Iterator[str]:
    """Yield the lines of the table; *rows* are names and titles, in the order in which they stand there."""
    rivals = [rival for rival in RIVALS if any(tool == rival for _, tool in found)]
    head = _HEAD + "".join(f"   times {rival.capitalize():14}" for rival in rivals)
    yield head.rstrip()
    yield (" " * len(_HEAD) + f"   {'wall':>6} {'CPU':>6} {'memory':>6}" * len(rivals)).rstrip()
    yield "-" * len(head)
    for row, title in rows:
        heading = title
        for (name, tool), figure in sorted(found.items(), key=lambda item: _place(item[0][1])):
            if name == row:
                multiples = "" if tool in RIVALS else _multiples(found, row, tool, rivals)
                yield f"{heading:36} {tool:16} {_cells(figure)}{multiples}".rstrip()
                heading = ""


def _place(tool: str) -> int:
    """Return where a tool stands in its row: rivals first."""
    return list(RIVALS).index(tool) if tool in RIVALS else len(RIVALS)


def _cells(figure: Figure) -> str:
    spread = f"({figure.fastest:.2f}-{figure.slowest:.2f})"
    peak = f"{figure.peak / MB:8.0f}" if figure.peak else " " * 8
    return f"{figure.rounds:2} {figure.wall:8.2f} {spread:>15} {figure.cpu:8.2f} {peak}  {figure.others:6.0%}"


def _multiples(found: Figures, row: str, tool: str, rivals: list[str]) -> str:
    by_field = [against(found, row, field, tool) for field in _FIELDS]
    return "".join(
        "  " + "".join(f" {known[rival]:6.2f}" if rival in known else " " * 7 for known in by_field) for rival in rivals
    )


def made(found: Figures) -> Iterator[str]:
    """Yield what warta says of its builds."""
    for row in ROWS:
        for (name, _), figure in found.items():
            if name == row.name and figure.told:
                yield f"{row.title:36} {figure.told}"


def sizes(found: Mapping[str, Size]) -> Iterator[str]:
    """Yield the number of files, pages and bytes of each site."""
    for tool, size in found.items():
        yield f"{tool:16} {size.files:7} files, {size.pages:7} of them pages, {size.bytes / MB:8.1f} MB in its site"


def memory(grown: Iterable[Growth]) -> Iterator[str]:
    """Yield the peak memory of each tool's cold builds, by size, and what 1,000 pages more take."""
    yield "peak memory of the cold build, all processes"
    for tool, peaks, more in grown:
        by_size = "".join(f"{peak / MB:8.0f} MB at {stories:6} stories" for stories, peak in peaks.items())
        yield f"{tool:16} {by_size}" + ("" if more is None else f"{more / MB:8.1f} MB for each 1,000 pages more")


def lighthouse(scored: Mapping[str, float] | str) -> Iterator[str]:
    """Yield the score of each page of the sample newsroom, or why there is none (*scored* is a text)."""
    said = f"left out, {scored}" if isinstance(scored, str) else ""
    said = said or ", ".join(f"{page} {score:.0f} of 100" for page, score in scored.items())
    yield f"{'Lighthouse, performance, our sample':36} {said}"


def targets(aims: Iterable[Aim]) -> Iterator[str]:
    """Yield one line for each target."""
    for aim in aims:
        verdict = "met" if aim.met else "MISSED"
        beside = ", ".join(f"{multiple:.2f} times {rival.capitalize()}" for rival, multiple in aim.against)
        aimed = f"aim <= {aim.most:g} {aim.unit}"
        yield f"{aim.name:36} {aim.value:7.2f} {aim.unit}   {aimed:12}   {verdict:6}   {beside}".rstrip()
