"""A session builds every row with every tool, warta in each of its ways, and puts everything back."""

import hashlib
from importlib.util import find_spec

import pytest

from bench import newsroom, session
from bench.archive import archive, write
from bench.row import ROWS
from bench.session import Session
from bench.tool import RIVALS

HERE = [name for name in RIVALS if find_spec(name)]
"""The rivals that are installed."""


@pytest.fixture(autouse=True)
def hurry(monkeypatch):
    """Nothing here is timed, so that nothing need settle."""
    monkeypatch.setattr(session, "SETTLED", 0.0)


def _sum(folder):
    state = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*.md") if path.is_file()):
        state.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return state.hexdigest()


def _play(folder, names, rivals, rounds):
    made = archive(20, homes=20)
    write(folder, made)
    rows = [row for row in ROWS if row.name in names]
    played = Session(folder, made, rows, lambda _: None, rivals)
    before = {tool.name: (_sum(tool.root), tool.template.read_bytes()) for tool in _tools(played)}
    samples = list(played.play(rounds))
    assert {tool.name: (_sum(tool.root), tool.template.read_bytes()) for tool in _tools(played)} == before
    return played, samples


def _tools(played):
    return [*played.rivals, next(iter(played.warta.values()))]


@pytest.mark.skipif(not HERE, reason="neither Hugo nor Pelican is installed: make bench installs them")
def test_every_tool_builds_every_row_by_turns_and_memory_is_sampled_in_a_round_of_its_own(tmp_path):
    played, samples = _play(tmp_path / "a", {"cold", "title", "template"}, HERE, rounds=1)
    order = [*HERE, "warta"]
    assert [(sample.row, sample.tool, sample.round) for sample in samples] == [
        *((row, tool, 1) for row in ("cold", "title", "template") for tool in order),
        *((row, tool, 0) for row in ("cold", "title", "template") for tool in reversed(order)),
    ]
    assert all((sample.cost.peak > 1_000_000) == (sample.round == 0) for sample in samples)
    assert set(played.sizes) == {*HERE, "warta"}
    assert all(20 < size.pages < size.files for size in played.sizes.values())


def test_warta_makes_posts_when_a_story_is_added_and_all_desks_where_the_row_says_so(tmp_path):
    names = {"cold", "one", "one-search", "one-all"}
    played, samples = _play(tmp_path / "a", names, (), rounds=1)
    told = {sample.row: sample.told for sample in samples if sample.round}
    assert set(told) == (names if newsroom.SEARCH else names - {"one-search"})
    made = {row: int(said.split("made ")[1].split(";")[0]) for row, said in told.items()}
    assert made["cold"] > 80
    assert all(0 < made[row] <= 200 for row in made if row != "cold")
    assert {path.name for path in (tmp_path / "a/warta/output").iterdir()} >= {"site", "social"}
    assert played.sizes["warta"].pages > 20


@pytest.mark.skipif(find_spec("pelican") is None, reason="Pelican is not installed: make bench installs it")
def test_where_stories_are_many_pelican_has_one_round_and_one_cold_build_for_memory(tmp_path, monkeypatch):
    monkeypatch.setattr(session, "MANY", 10)
    _, samples = _play(tmp_path / "a", {"cold", "nothing"}, ("pelican",), rounds=2)
    rounds = {tool: [(some.row, some.round) for some in samples if some.tool == tool] for tool in ("pelican", "warta")}
    assert rounds["pelican"] == [("cold", 1), ("nothing", 1), ("cold", 0)]
    assert rounds["warta"] == [(row, count) for count in (1, 2, 0) for row in ("cold", "nothing")]
