"""What the engine remembers, and what happens when that is damaged."""

import sqlite3
from pathlib import Path

import pytest

from pipeline.build import state
from pipeline.build.state import Row, State, connect
from pipeline.build.workbench import File


def _row(path: str, desk: str = "site", **more: object) -> Row:
    row = Row(path, desk, b"key", (File("", 3, 4, "hash"),), b"parts", "finger", "x.md", 1, "baru")
    return row._replace(**more)


@pytest.fixture
def db(tmp_path: Path):
    found = connect(tmp_path / "newsroom.sqlite")
    yield found
    found.close()


def test_an_output_is_remembered_to_the_last_field(db):
    found = State(db)
    assert found.output("a") is None
    found.put(_row("a"), ["b", "c", "b"])
    assert found.output("a") == _row("a")
    assert found.referring("b") == found.referring("c") == ["a"]
    found.put(_row("a", why="judul"), ["c"])
    assert found.output("a") == _row("a", why="judul")
    assert (found.referring("b"), found.referring("c")) == ([], ["a"])
    found.drop("a")
    assert (found.output("a"), found.referring("c"), found.count()) == (None, [], 0)


def test_outputs_are_found_by_desk(db):
    found = State(db)
    for path, desk in (("a", "site"), ("b", "social"), ("c", "site")):
        found.put(_row(path, desk), [])
    assert found.paths(["site"]) == {"a", "c"}
    assert found.paths(["site", "social"]) == {"a", "b", "c"}
    assert found.desks() == ["site", "social"]
    assert dict(found.files()) == {path: _row(path).files for path in "abc"}
    assert found.count() == 3


def test_what_is_left_for_later_waits_until_it_is_settled(db):
    found = State(db)
    found.postpone("social", ["a", "b"])
    found.postpone("social", ["b"])
    found.postpone("site", ["c"])
    assert found.pending("social") == {"a", "b"}
    found.settle("social")
    assert (found.pending("social"), found.pending("site")) == (set(), {"c"})


def test_values_and_ingredients_are_remembered(db):
    found = State(db)
    assert (found.meta("now"), found.ingredients("x")) == (None, {})
    found.remember("now", "1")
    found.remember("now", "2")
    found.know("x", {"a": "1"})
    assert (found.meta("now"), found.ingredients("x")) == ("2", {"a": "1"})


def _fill(path: Path) -> None:
    db = connect(path)
    State(db).remember("now", "1")
    db.close()


def _meta(path: Path) -> str | None:
    db = connect(path)
    try:
        return State(db).meta("now")
    finally:
        db.close()


def test_what_was_remembered_is_there_when_the_file_is_opened_again(tmp_path):
    _fill(tmp_path / "db")
    assert _meta(tmp_path / "db") == "1"


@pytest.mark.parametrize("damage", [b"bukan basis data " * 99, b"SQLite format 3\0" + b"\xff" * 4096])
def test_a_damaged_file_is_put_away_and_a_new_one_made(tmp_path, damage):
    path = tmp_path / "db"
    _fill(path)
    path.write_bytes(damage)
    assert _meta(path) is None
    _fill(path)
    assert _meta(path) == "1"


def test_a_file_of_another_schema_is_put_away(tmp_path, monkeypatch):
    path = tmp_path / "db"
    _fill(path)
    monkeypatch.setattr(state, "SCHEMA", state.SCHEMA + 1)
    assert _meta(path) is None


def test_a_file_that_only_cannot_be_opened_now_is_not_put_away(tmp_path, monkeypatch):
    path = tmp_path / "db"
    _fill(path)
    real = sqlite3.connect

    class Full(sqlite3.Connection):
        def execute(self, *_: object) -> sqlite3.Cursor:
            raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(sqlite3, "connect", lambda *args, **more: real(*args, **more, factory=Full))
        with pytest.raises(sqlite3.OperationalError):
            connect(path)
    assert _meta(path) == "1"


def test_opening_a_file_that_is_up_to_date_writes_nothing(tmp_path):
    path = tmp_path / "db"
    _fill(path)
    before = path.read_bytes()
    _meta(path)
    assert path.read_bytes() == before
