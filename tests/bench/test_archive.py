"""The archive for the benchmark is the same every time, and warta finds nothing wrong with it."""

import hashlib
from pathlib import Path

from bench.archive import archive, write
from pipeline.production.build import Order, build
from pipeline.production.newsroom import find


def _sum(folder: Path) -> str:
    state = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            state.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return state.hexdigest()


def test_one_seed_makes_one_archive(tmp_path: Path):
    write(tmp_path / "a", archive(60))
    write(tmp_path / "b", archive(60))
    write(tmp_path / "c", archive(60, seed=7))
    assert _sum(tmp_path / "a") == _sum(tmp_path / "b") != _sum(tmp_path / "c")


def test_every_address_is_there_once_and_the_extra_stories_are_the_newest():
    made = archive(600)
    assert len({story.address for story in (*made.stories, *made.extras)}) == 603
    assert len({library.slug for library in made.libraries}) == len(made.libraries) == 619
    assert min(story.day for story in made.extras) > max(story.day for story in made.stories)


def test_warta_builds_it_without_errors_or_warnings(tmp_path: Path):
    write(tmp_path / "a", archive(24))
    report = build(find(tmp_path / "a" / "warta"), Order(jobs=1))
    assert [str(problem) for problem in report.problems if problem.level != "hint"] == []
    assert (report.stories, report.held, report.failures) == (24, 0, ())
