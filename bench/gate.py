"""What looking for private data costs: ``python -m bench.gate``.

One archive is built by turns with warta as it is, and with a copy of it in which nothing is looked for: reports are
read without the rules, and files are written unseen. Cold builds of the site and its posts, then one story changed, and
``warta check`` from nothing. Medians of the rounds; CPU is user + system of all processes.
"""

import argparse
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

from bench import newsroom
from bench.archive import archive
from bench.measure import Cost, run

WORK = Path(__file__).parent / "work" / "gate"
HOME = Path(__file__).resolve().parent.parent
BLIND = {
    "pipeline/content/private_reader.py": (
        "def read_private(document: Document, report: Report) -> tuple[Found, ...]:\n",
        "    return ()\n",
    ),
    "pipeline/production/net.py": ('INSPECTOR = "pipeline.safety.published:seen"\n', 'INSPECTOR = ""\n'),
}
"""What is added after a line of a source, so that nothing is looked for."""

ROWS = ("cold build", "one story changed", "check from nothing")


class Sample(NamedTuple):
    """One run: which row, with or without the rules, what it cost."""

    row: str
    gate: bool
    cost: Cost


def main() -> None:
    """Measure, and print one line for each row."""
    parser = argparse.ArgumentParser(prog="python -m bench.gate", description=__doc__)
    parser.add_argument("--stories", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    blind = _blind()
    shutil.rmtree(WORK / "room", ignore_errors=True)
    made = archive(asked.stories)
    newsroom.write(WORK / "room", made.libraries, made.stories)
    changed = newsroom.path(WORK / "room", made.stories[len(made.stories) // 2])
    samples = [one for number in range(asked.rounds) for one in _round(number, blind, changed)]
    print(f"{asked.stories} stories, {asked.rounds} rounds: with the rules, without them")
    for row in ROWS:
        with_, without = (
            [one.cost for one in samples if one.row == row and one.gate is gate] for gate in (True, False)
        )
        for name in ("wall", "cpu"):
            here, there = (median(getattr(cost, name) for cost in costs) for costs in (with_, without))
            print(f"{row:20} {name:4} {here:7.2f} s {there:7.2f} s  ratio {here / there:.2f}  {here - there:+.2f} s")


def _blind() -> Path:
    """Write the copy of warta that looks for nothing; return its folder."""
    folder = WORK / "blind"
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("pipeline", "templates", "content"):
        shutil.copytree(HOME / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for path, (line, more) in BLIND.items():
        text = (folder / path).read_text("utf-8")
        if text.count(line) != 1:
            raise SystemExit(f"{path} has no more the line {line!r}")
        (folder / path).write_text(text.replace(line, line + more), "utf-8")
    return folder


def _round(number: int, blind: Path, changed: Path) -> Iterator[Sample]:
    """Yield one run of every row with either, the first of them another in every round."""
    for gate in (True, False) if number % 2 else (False, True):
        home = HOME if gate else blind
        room = WORK / "room"
        for left in ("output", ".warta"):
            shutil.rmtree(room / left, ignore_errors=True)
        yield Sample(ROWS[0], gate, _warta(home, "build", "--only", "site", "--only", "social"))
        _warta(home, "build", "--only", "site", "--only", "social")  # files younger than 2 s are looked at again
        text = changed.read_text("utf-8")
        changed.write_text(text.replace("judul: ", f"judul: {number} ", 1), "utf-8")
        yield Sample(ROWS[1], gate, _warta(home, "build", "--only", "site", "--only", "social"))
        changed.write_text(text, "utf-8")
        yield Sample(ROWS[2], gate, _warta(home, "check"))


def _warta(home: Path, *words: str) -> Cost:
    command = [sys.executable, "-m", "pipeline", *words, "--root", str(WORK / "room")]
    return run(command, WORK, environment={"PYTHONPATH": str(home), "PYTHONDONTWRITEBYTECODE": ""})


if __name__ == "__main__":
    main()
