"""The commit: every step may be repeated, nothing of anybody's is lost, the next command finishes what was begun."""

import errno
import os
from pathlib import Path

import pytest

from pipeline.build import journal, marker
from pipeline.build.engine import sweep
from pipeline.build.journal import Places, Step
from pipeline.build.state import connect
from pipeline.errors import OutputError


@pytest.fixture
def places(quick_path: Path) -> Places:
    found = Places(quick_path / "output", quick_path / "stage-1", quick_path / "sisa")
    found.output.mkdir()
    found.stage.mkdir()
    return found


@pytest.fixture
def db(quick_path: Path):
    found = connect(quick_path / "db")
    yield found
    found.close()


def _write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def _files(folder: Path) -> dict[str, str]:
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}
    return {name: path.read_text() if path.is_file() else "/" for name, path in found.items() if name != ".warta"}


def _enter(db, places: Places, *steps: Step) -> None:
    """Write a journal without carrying it out, as a build does that is killed right after."""
    db.execute("BEGIN")
    db.executemany("INSERT INTO journal (act, source, target) VALUES (?, ?, ?)", steps)
    db.execute("INSERT OR REPLACE INTO meta VALUES ('stage', ?)", (places.stage.name,))
    db.execute("COMMIT")


STEPS = (
    Step("move", "a", "a"),
    Step("move", "new", "new"),
    Step("aside", "alien", "alien"),
    Step("delete", "", "x/old"),
)
AFTER = {"a": "A2", "new": "/", "new/1": "one", "new/2": "two"}


def _scene(places: Places) -> None:
    _write(places.output, a="A1", alien="milik orang", x__old="lama")
    _write(places.stage, a="A2", new__1="one", new__2="two")


def test_a_commit_carries_out_all_steps_and_leaves_neither_journal_nor_stage(db, places):
    _scene(places)
    db.execute("BEGIN")
    journal.commit(db, list(STEPS), places)
    assert _files(places.output) == AFTER
    assert _files(places.aside) == {"alien": "milik orang"}
    assert not places.stage.exists()
    assert db.execute("SELECT count(*) FROM journal").fetchone() == (0,)
    assert not db.in_transaction


@pytest.mark.parametrize("done", range(len(STEPS) + 1))
def test_recovery_finishes_whatever_was_begun_from_any_step(db, places, done):
    _scene(places)
    _enter(db, places, *STEPS)
    for step in STEPS[:done]:
        journal._carry_out(step, places)
    later = places._replace(stage=places.stage.with_name("stage-of-the-next-command"))
    assert journal.recover(db, later) is True
    assert _files(places.output) == AFTER
    assert _files(places.aside) == {"alien": "milik orang"}
    assert marker.owned(places.output)
    assert not places.stage.exists()
    assert journal.recover(db, later) is False
    assert _files(places.output) == AFTER


def test_recovery_may_be_repeated_when_the_journal_could_not_be_emptied(db, places):
    _scene(places)
    _enter(db, places, *STEPS)
    journal.recover(db, places)
    _enter(db, places, *STEPS)
    assert journal.recover(db, places) is True
    assert _files(places.output) == AFTER
    assert _files(places.aside) == {"alien": "milik orang"}


@pytest.mark.parametrize("folder_too", [False, True])
def test_folders_left_empty_by_a_deletion_that_was_cut_off_go_at_recovery(db, places, folder_too):
    _write(places.output, x__y__old="lama")
    _enter(db, places, Step("delete", "", "x/y/old"))
    (places.output / "x/y/old").unlink()
    if folder_too:
        (places.output / "x/y").rmdir()
    journal.recover(db, places)
    assert _files(places.output) == {}


def test_a_folder_left_empty_by_putting_aside_that_was_cut_off_goes_at_recovery(db, places):
    _write(places.output, x__y__alien="milik orang")
    _enter(db, places, Step("aside", "x/y/alien", "x/y/alien"))
    (places.output / "x/y/alien").unlink()
    journal.recover(db, places)
    assert _files(places.output) == {}


def test_without_a_journal_there_is_nothing_to_recover(db, places):
    assert journal.recover(db, places) is False
    db.execute("INSERT INTO meta VALUES ('stage', 'stage-0')")
    assert journal.recover(db, places) is False
    assert not marker.owned(places.output)


def test_stages_of_killed_builds_are_swept_away(places):
    _write(places.stage, a="A")
    (places.stage.parent / "stage-2").mkdir()
    _write(places.stage.parent, **{"other-1__a": "A"})
    sweep(places.stage.with_name("stage-3"))
    assert not list(places.stage.parent.glob("stage-*"))
    assert (places.stage.parent / "other-1/a").exists()


# -- what stands in the way ------------------------------------------------------------------------------------------


def test_a_folder_that_came_to_be_meanwhile_is_filled_and_keeps_what_is_in_it(db, places):
    _write(places.output, new__deep__own="milik orang")
    _write(places.stage, new__deep__1="one", new__2="two")
    _enter(db, places, Step("move", "new", "new"))
    journal.recover(db, places)
    expected = {"new": "/", "new/2": "two", "new/deep": "/", "new/deep/1": "one", "new/deep/own": "milik orang"}
    assert _files(places.output) == expected


def test_a_file_where_a_folder_must_come_is_put_aside(db, places):
    _write(places.output, x="milik orang")
    _write(places.stage, x__y__1="one")
    _enter(db, places, Step("move", "x/y/1", "x/y/1"), Step("aside", "x", "x"))
    journal.recover(db, places)
    assert _files(places.output) == {"x": "/", "x/y": "/", "x/y/1": "one"}
    assert _files(places.aside) == {"x": "milik orang"}


def test_a_folder_where_a_file_must_come_is_put_aside_with_all_that_is_in_it(db, places):
    _write(places.output, x__own="milik orang")
    _write(places.stage, x="X")
    _enter(db, places, Step("move", "x", "x"))
    journal.recover(db, places)
    assert _files(places.output) == {"x": "X"}
    assert _files(places.aside) == {"x": "/", "x/own": "milik orang"}


def test_a_folder_where_our_file_is_to_be_deleted_is_left_alone(db, places):
    _write(places.output, x__own="milik orang")
    _enter(db, places, Step("delete", "", "x"))
    journal.recover(db, places)
    assert _files(places.output) == {"x": "/", "x/own": "milik orang"}


def test_nothing_that_was_put_aside_is_ever_written_over(db, places):
    for text in ("satu", "dua", "tiga"):
        _write(places.output, x=text)
        _enter(db, places, Step("aside", "x", "x"))
        journal.recover(db, places)
    _write(places.output, x__y="empat")
    _enter(db, places, Step("aside", "x/y", "x/y"))
    journal.recover(db, places)
    assert sorted(text for text in _files(places.aside).values() if text != "/") == ["dua", "empat", "satu", "tiga"]
    assert _files(places.output) == {}


def test_across_file_systems_files_are_copied_whole_and_what_is_put_aside_leaves(db, places, monkeypatch):
    real = os.replace

    def replace(source: str, target: str) -> None:
        if Path(source).parts[:-1] != Path(target).parts[:-1]:
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        real(source, target)

    def rename(source: str, target: str) -> None:
        raise OSError(errno.EXDEV, "Invalid cross-device link")

    monkeypatch.setattr(os, "replace", replace)
    monkeypatch.setattr(os, "rename", rename)
    _scene(places)
    os.utime(places.stage / "a", ns=(10**18 + 1, 10**18 + 123_456_789))
    _enter(db, places, *STEPS)
    journal.recover(db, places)
    assert _files(places.output) == AFTER
    assert _files(places.aside) == {"alien": "milik orang"}
    assert (places.output / "a").stat().st_mtime_ns == 10**18 + 123_456_789


def test_a_fault_while_carrying_out_says_that_the_next_command_will_finish(db, places, monkeypatch):
    _scene(places)
    with monkeypatch.context() as patch:
        patch.setattr(os, "unlink", lambda *_: (_ for _ in ()).throw(OSError(errno.EIO, "Input/output error")))
        db.execute("BEGIN")
        with pytest.raises(OutputError, match="Perintah warta berikutnya"):
            journal.commit(db, list(STEPS), places)
    assert journal.recover(db, places) is True
    assert _files(places.output) == AFTER


# -- what moves ------------------------------------------------------------------------------------------------------


def test_files_move_in_order_of_rank_and_new_folders_as_a_whole(places):
    _write(places.output, old__1="1")
    staged = {"feed": 2, "old/2": 0, "b": 1, "a": 0, "new/deep/x": 0, "new/y": 1, "old/sub/z": 0}
    assert journal.gather(staged, places.output) == ["a", "old/2", "old/sub", "b", "new", "feed"]


def test_an_empty_output_takes_its_top_folders_in_one_step_each(places):
    staged = {f"{top}/{n}/index.html": n % 3 for top in ("site", "social") for n in range(50)}
    assert journal.gather(staged, places.output) == ["site", "social"]


def test_staged_bytes_are_synced_before_the_journal_is_written(db, places, monkeypatch):
    synced: list[str] = []
    real = os.fsync
    monkeypatch.setattr(
        os, "fsync", lambda handle: (synced.append(str(Path(f"/proc/self/fd/{handle}").readlink())), real(handle))
    )
    monkeypatch.setattr(os, "sync", lambda: synced.append("all"))
    _write(places.stage, a="A", b="B", new__1="one")

    def journal_is_empty() -> bool:
        return db.execute("SELECT count(*) FROM journal").fetchone() == (0,)

    journal._sync([Step("move", "a", "a"), Step("move", "b", "b"), Step("delete", "", "c")], places.stage)
    assert synced == [str(places.stage / "a"), str(places.stage / "b")]
    assert journal_is_empty()
    synced.clear()
    journal._sync([Step("move", "new", "new")], places.stage)
    assert synced == [str(places.stage / "new/1")]
    synced.clear()
    for number in range(journal.FEW):
        (places.stage / "new" / f"more-{number}").write_text("more")
    journal._sync([Step("move", "new", "new")], places.stage)
    assert synced == ["all"]
    synced.clear()
    journal._sync([Step("delete", "", "c")], places.stage)
    assert synced == []
