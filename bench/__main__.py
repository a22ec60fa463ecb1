"""``python -m bench``: write the archive, build it with Hugo, Pelican and warta by turns, print all side by side."""

import argparse
import json
import os
import shutil
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, NamedTuple

from bench import profiled, sample, table
from bench.archive import Archive, archive, write
from bench.result import RIVALS, Figures, Growth, aims, figures, growth
from bench.row import ROWS, Row
from bench.session import MANY, Sample, Session, startup
from bench.tool import Size, edition

WORK = Path(__file__).parent / "work"
SIZES = (1_000, 10_000)

NOTES = """\
Times are medians of n rounds, the tools by turns; peak memory is {kind} summed over all processes every 20 ms, in one
round more whose times are not used. CPU is user + system of all processes. "others" is the share of the machine that
other work took meanwhile: where it is high, look at CPU and at the least wall.
"one story added": warta makes the posts of the story, too; the others make no posts.
Hugo builds everything anew in every row: it keeps nothing from build to build. Its "read also" is the three stories
before in the same month (PrevInSection, cheaper for it than its related content); a story's item in lists is made once
(partialCached); libraries, regions and names are given to it in front matter. It makes no Atom, JSON or news feed.
Pelican keeps what it has read (CACHE_CONTENT, LOAD_CONTENT_CACHE, not compressed), and writes every page anew in every
row. It reads Markdown with tables only, and one line of metadata for each fact. Its "read also" is that of Hugo's. It
makes RSS and Atom of all, RSS by library and topic (12 items each, without authors), months, a sitemap. It has no lists
by region or strategy, which stand on its pages as words, no page of a library without a story, no JSON or news feed.
{fewer}warta's files are 3 s old before each row. Those younger than 2 s at a scan are hashed again at the next, by
design: the row "straight after that" is the build that then follows."""

FEWER = """\
Beyond {many} stories Pelican has one timed round, and for memory only the cold build.
"""


class Run(NamedTuple):
    """What was measured with so many *stories*."""

    stories: int
    figures: Figures
    sizes: dict[str, Size]
    samples: list[Sample]


def main() -> None:
    """Measure what the command line asks for."""
    asked = _asked()
    rows = _rows(asked.rows)
    if asked.profile:
        _written(asked.work, asked.stories[-1])
        profiled.cold(asked.work / str(asked.stories[-1]) / "warta")
        return
    before, start = edition(), startup(asked.rounds)
    # First, because what goes wrong here should not cost an hour of measuring.
    scored = "not asked for" if asked.without_lighthouse else sample.scores(asked.work)
    runs = [_run(asked, stories, rows, start) for stories in sorted(asked.stories)]
    mixed = edition() != before
    result = {
        **_result(runs, start),
        "lighthouse": scored,
        "rounds": asked.rounds,
        "warta": before,
        "warta_changed_meanwhile": mixed,
    }
    (asked.work / "result.json").write_text(json.dumps(result, indent=1), "utf-8")
    print("", *_ending(runs, scored), sep="\n")
    if mixed:
        print("\nwarta's own sources changed while it was measured: these figures mix two editions.")


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--stories", type=int, nargs="+", default=list(SIZES), help="one or more sizes (%(default)s)")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--rows", default=",".join(row.name for row in ROWS), help="any of: %(default)s")
    parser.add_argument("--without-pelican", action="store_true", help="Hugo and warta only")
    parser.add_argument("--without-lighthouse", action="store_true", help="leave out the scores of the sample newsroom")
    parser.add_argument("--work", type=Path, default=WORK, help="where everything is written (%(default)s)")
    parser.add_argument("--profile", action="store_true", help="profile one cold warta build in one process instead")
    return parser.parse_args()


def _rows(names: str) -> list[Row]:
    wanted = names.split(",")
    if unknown := set(wanted) - {row.name for row in ROWS}:
        raise SystemExit(f"no such row: {', '.join(sorted(unknown))}")
    return [row for row in ROWS if row.name in wanted]


def _run(asked: argparse.Namespace, stories: int, rows: list[Row], start: float) -> Run:
    """Measure one size, and print its table."""
    made = _written(asked.work, stories)
    session = Session(
        asked.work / str(stories), made, rows, lambda line: print(line, flush=True),
        [name for name in RIVALS if not (name == "pelican" and asked.without_pelican)],
    )  # fmt: skip
    samples = list(session.play(asked.rounds))
    run = Run(stories, figures(samples), session.sizes, samples)
    print("", *_printout(run, start), "", sep="\n", flush=True)
    return run


def _written(work: Path, stories: int) -> Archive:
    """Write the archive of so many *stories* anew."""
    folder = work / str(stories)
    print(f"Writing {stories} stories to {folder}", flush=True)
    shutil.rmtree(folder, ignore_errors=True)
    made = archive(stories)
    write(folder, made)
    return made


def _printout(run: Run, start: float) -> list[str]:
    return [
        f"{run.stories} stories, {os.cpu_count()} cores, {_versions()}, warta {edition()}",
        "",
        *table.table(run.figures),
        "",
        *table.sizes(run.sizes),
        "",
        *table.made(run.figures),
        "",
        *table.targets(aims(run.figures, start)),
    ]


def _ending(runs: list[Run], scored: dict[str, float] | str) -> list[str]:
    """Return what is said of all sizes together."""
    kind = next((sample.cost.kind for run in runs for sample in run.samples if sample.cost.kind), "not measured")
    fewer = FEWER.format(many=MANY) if any(run.stories > MANY and "pelican" in run.sizes for run in runs) else ""
    return [*table.memory(_growth(runs)), "", *table.lighthouse(scored), "", NOTES.format(kind=kind, fewer=fewer)]


def _growth(runs: list[Run]) -> list[Growth]:
    return growth((run.stories, run.figures, run.sizes) for run in runs)


def _versions() -> str:
    return ", ".join(f"{name.capitalize()} {_version(name)}" for name in RIVALS)


def _result(runs: list[Run], start: float) -> dict[str, Any]:
    return {
        "cores": os.cpu_count(),
        **{name: _version(name) for name in RIVALS},
        "startup_cpu_seconds": start,
        "runs": [
            {
                "stories": run.stories,
                "figures": [{"row": row, "tool": tool, **some._asdict()} for (row, tool), some in run.figures.items()],
                "sizes": {tool: size._asdict() for tool, size in run.sizes.items()},
                "targets": [{**aim._asdict(), "met": aim.met} for aim in aims(run.figures, start)],
                "samples": [
                    {**sample._asdict(), "cost": sample.cost._replace(output="")._asdict()} for sample in run.samples
                ],
            }
            for run in runs
        ],
        "memory": [grown._asdict() for grown in _growth(runs)],
    }


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not here"


if __name__ == "__main__":
    main()
