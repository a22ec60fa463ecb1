"""``python -m bench``: write the archive, build it with Hugo and warta by turns, print both side by side."""

import argparse
import json
import os
import shutil
from importlib.metadata import version
from pathlib import Path
from typing import Any

from bench import profiled, table
from bench.archive import Archive, archive, write
from bench.result import aims, figures
from bench.row import ROWS, Row
from bench.session import Sample, Session, startup
from bench.tool import edition

WORK = Path(__file__).parent / "work"

NOTES = """\
Times are medians of {rounds} rounds, Hugo and warta by turns; peak memory is {kind} summed over all processes every
20 ms, in one round more whose times are not used. CPU is user + system of all processes. "others" is the share of the
machine that other work took meanwhile: where it is high, look at CPU and at the least wall.
Hugo builds everything anew in every row: it keeps nothing from build to build. Its "read also" is the three stories
before in the same month (PrevInSection, cheaper for it than its related content); a story's item in lists is made once
(partialCached); libraries, regions and names are given to it in front matter. It makes no Atom, JSON or news feed.
warta's files are 3 s old before each row. Those younger than 2 s at a scan are hashed again at the next, by design: the
row "straight after that" is the build that then follows."""


def main() -> None:
    """Measure what the command line asks for."""
    asked = _asked()
    made = archive(asked.stories)
    folder = asked.work / str(asked.stories)
    print(f"Writing {asked.stories} stories to {folder}", flush=True)
    shutil.rmtree(folder, ignore_errors=True)
    write(folder, made)
    if asked.profile:
        profiled.cold(folder / "warta")
        return
    _measure(asked, folder, made)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--stories", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--rows", default=",".join(row.name for row in ROWS), help="any of: %(default)s")
    parser.add_argument("--work", type=Path, default=WORK, help="where everything is written (%(default)s)")
    parser.add_argument("--profile", action="store_true", help="profile one cold warta build in one process instead")
    return parser.parse_args()


def _measure(asked: argparse.Namespace, folder: Path, made: Archive) -> None:
    before = edition()
    start = startup(asked.rounds)
    session = Session(folder, made, _rows(asked.rows), lambda line: print(line, flush=True))
    samples = list(session.play(asked.rounds))
    result = _result(asked, session, samples, start)
    result["warta_changed_meanwhile"] = edition() != before
    (asked.work / "result.json").write_text(json.dumps(result, indent=1), "utf-8")
    print("\n".join(_printout(asked, session, samples, start)))
    if result["warta_changed_meanwhile"]:
        print("\nwarta's own sources changed while it was measured: these figures mix two editions.")


def _rows(names: str) -> list[Row]:
    wanted = names.split(",")
    if unknown := set(wanted) - {row.name for row in ROWS}:
        raise SystemExit(f"no such row: {', '.join(sorted(unknown))}")
    return [row for row in ROWS if row.name in wanted]


def _printout(asked: argparse.Namespace, session: Session, samples: list[Sample], start: float) -> list[str]:
    found = figures(samples)
    kind = next((sample.cost.kind for sample in samples if sample.cost.kind), "not measured")
    return [
        "",
        f"{asked.stories} stories, {os.cpu_count()} cores, Hugo {version('hugo')}, warta {edition()}",
        "",
        *table.table(found),
        "",
        *table.sizes(session.sizes),
        "",
        *table.made(found),
        "",
        *table.targets(aims(found, start)),
        "",
        NOTES.format(rounds=asked.rounds, kind=kind),
    ]


def _result(asked: argparse.Namespace, session: Session, samples: list[Sample], start: float) -> dict[str, Any]:
    found = figures(samples)
    return {
        "stories": asked.stories,
        "rounds": asked.rounds,
        "cores": os.cpu_count(),
        "hugo": version("hugo"),
        "warta": edition(),
        "startup_cpu_seconds": start,
        "figures": [{"row": row, "tool": tool, **figure._asdict()} for (row, tool), figure in found.items()],
        "sizes": {tool: {"files": files, "bytes": size} for tool, (files, size) in session.sizes.items()},
        "targets": [{**aim._asdict(), "met": aim.met} for aim in aims(found, start)],
        "samples": [{**sample._asdict(), "cost": sample.cost._replace(output="")._asdict()} for sample in samples],
    }


if __name__ == "__main__":
    main()
