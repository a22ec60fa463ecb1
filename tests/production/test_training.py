"""The training newsroom, solved step by step as the trainer's sheet says: every exercise can be done, and ends well."""

import datetime as dt
import re
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from pipeline.config import load
from pipeline.content.story_reader import read_story
from pipeline.production.build import Order, build
from pipeline.production.check import Findings, check
from pipeline.production.founding import set_up
from pipeline.production.newsroom import Newsroom
from pipeline.templating.folders import bundled
from tests.conftest import NOW

ROOT = Path(__file__).parents[2]
KEY = (ROOT / "docs/panduan/latihan-kunci.md").read_text("utf-8")
SHEET = (bundled("training") / "LATIHAN.md").read_text("utf-8")

_EXERCISE = re.compile(r"^## (\d+)\. (.+?)\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_DIFF = re.compile(r"```diff\n(.*?)```", re.DOTALL)
_MOVE = re.compile(r"^Pindahkan `(\S+)` ke `(\S+)`$", re.MULTILINE)


class Exercise(NamedTuple):
    """One exercise: edits of a file (old text, new text), files that move, and what is gone then."""

    number: int
    title: str
    file: str
    edits: list[tuple[str, str]]
    moves: list[tuple[str, str]]
    gone: list[str]


def exercises() -> list[Exercise]:
    found = []
    for number, title, text in _EXERCISE.findall(KEY):
        file = re.search(r"^`(content/\S+)`$", text, re.MULTILINE)
        gone = re.search(r"^Hilang: (.+)$", text, re.MULTILINE)
        if file and gone:
            diffs = [diff.splitlines() for diff in _DIFF.findall(text)]
            edits = [tuple("\n".join(line[1:] for line in diff if line[0] == mark) for mark in "-+") for diff in diffs]
            codes = re.findall(r"`([\w-]+)`", gone[1])
            found.append(Exercise(int(number), title, file[1], edits, _MOVE.findall(text), codes))
    return found


def solve(root: Path, exercise: Exercise) -> None:
    path = root / exercise.file
    for old, new in exercise.edits:
        text = path.read_text("utf-8")
        assert text.count(f"\n{old}\n") == 1, (exercise.number, old)
        path.write_text(text.replace(f"{old}\n", f"{new}\n" if new else "", 1), "utf-8")
    for before, after in exercise.moves:
        shutil.move(root / before, root / after)


@pytest.fixture
def room(tmp_path) -> Newsroom:
    set_up(tmp_path / "latihan", "training", today=dt.date(2026, 11, 22))
    return Newsroom(tmp_path / "latihan")


def codes(findings: Findings, *names: str) -> set[str]:
    return {finding.code for finding in findings.all if finding.path.rpartition("/")[2] in names}


def test_at_first_there_is_as_much_as_the_sheet_says(room):
    found = check(room, now=NOW)

    said = re.search(r"`warta check` menyebut (\d+) kesalahan, (\d+) peringatan, dan (\d+) saran", KEY)
    assert found.files["story"] == 8
    assert tuple(map(int, said.groups())) == tuple(map(found.count, ("error", "warning", "hint")))


def test_every_exercise_is_solved_by_its_key_and_the_site_holds_all_eight(room):
    solved = exercises()
    assert [exercise.number for exercise in solved] == list(range(1, 11))
    for exercise in solved:
        name = Path(exercise.file).name
        before = codes(check(room, now=NOW), name)
        assert set(exercise.gone) <= before, exercise.number
        solve(room.root, exercise)
        found = check(room, now=NOW)
        assert not set(exercise.gone) & codes(found, name), exercise.number
        if exercise.number == 7:
            assert found.count("error") == 0  # as the sheet says before the break

    assert [str(finding) for finding in found.all] == []
    report = build(room, Order(now=NOW, jobs=2))
    assert (report.stories, report.held, report.errors, report.warnings) == (8, 0, 0, 0)
    addresses = sorted(
        path.relative_to(room.content / "stories").with_suffix("").as_posix()
        for path in (room.content / "stories").rglob("*.md")
    )
    assert len(addresses) == 8
    for address in addresses:
        page = (room.output / "site" / address / "index.html").read_text("utf-8")
        assert 'href="bagikan/"' in page
        assert "bahan siap kirim" in page
        assert (room.output / "site" / address / "bagikan" / "index.html").is_file()
        assert "latihan.example" in (room.output / "social" / address / "whatsapp.txt").read_text("utf-8")
        assert "Contoh" in (room.output / "social" / address / "whatsapp.txt").read_text("utf-8")


def test_a_draft_and_a_report_with_errors_are_not_built_before(room):
    for exercise in exercises()[:8]:
        solve(room.root, exercise)

    with (room.content / "site.toml").open("a") as settings:
        settings.write("[meja]\nphotos = false\ncards = false\nposters = false\nkit = false\n")

    report = build(room, Order(now=NOW, jobs=1))

    assert (report.stories, report.errors) == (7, 0)  # the draft of exercise 9 is still missing


def test_the_sheet_and_the_key_have_the_same_exercises():
    sheet = dict(re.findall(r"^## (\d+)\. (.+?) \(\d+ menit\)$", SHEET, re.MULTILINE))
    assert {exercise.number: exercise.title for exercise in exercises()} == {
        int(number): title for number, title in sheet.items() if int(number) <= 10
    }
    assert sorted(map(int, sheet)) == list(range(1, 14))
    for exercise in exercises():
        assert f"**Berkas:** `{exercise.file}`" in SHEET or f"**Berkas:** masih `{exercise.file}`" in SHEET
    assert SHEET.count("**Tanda selesai:**") == 14


def test_it_takes_half_a_day_and_the_table_adds_up():
    minutes = [int(number) for number in re.findall(r"^## .+\((\d+) menit\)$", SHEET, re.MULTILINE)]
    table = [int(number) for number in re.findall(r"^\| .+ \| (\d+) \|$", SHEET, re.MULTILINE)]
    assert sum(minutes) == sum(table)
    assert 3 * 60 <= sum(minutes) <= 4 * 60


def test_nobody_in_it_is_real(room):
    stories = list((room.content / "stories").rglob("*.md"))
    assert all("\ncontoh: ya\n" in path.read_text("utf-8") for path in stories)
    profiles = list((room.content / "libraries").glob("*.md"))
    assert all(re.search(r'wilayah: "32\.04\.99\.29\d\d"', path.read_text("utf-8")) for path in profiles)
    assert load(room.root).url.endswith(".example/")
    # no NIK begins so: there is no province 99
    assert re.findall(r"\b\d{16}\b", "".join(path.read_text("utf-8") for path in stories)) == ["9904994101500001"]
    assert all(path.stat().st_size < 80_000 for path in (room.content / "stories").rglob("*.jpg"))


def test_its_reports_are_read_as_they_stand_in_the_package():
    for path in bundled("training").rglob("stories/**/*.md"):
        read_story(path.relative_to(bundled("training")).as_posix(), path.read_bytes())
