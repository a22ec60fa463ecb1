"""What README.md shows is what comes out."""

import re
import shutil
from pathlib import Path

import pytest

from pipeline.cli.main import COMMANDS
from pipeline.production.check import check
from pipeline.production.newsroom import Newsroom

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
REPORT = next(text for kind, text in BLOCKS if kind == "markdown")
SHOWN = [text for kind, text in BLOCKS if kind == "text"]
PATH = "content/stories/2026/11/panen-kangkung.md"
SLIPS = {
    "14 November": "31 November",
    "strategi: pelibatan-masyarakat": "strategi: pelibatan masyarkat",
    "peran: peserta, izin: ya": "peran: peserta",
}


@pytest.fixture
def room(newsroom):
    """The sample newsroom's settings and libraries, and the README's report."""
    room = newsroom({PATH: REPORT})
    for part in ("site.toml", "libraries/perpustakaan-desa-sukabaca.md"):
        shutil.copyfile(ROOT / "content" / part, room.root / "content" / part)
    return room


def test_the_report_passes_without_a_word(room):
    assert check(Newsroom(room.root)).all == ()


@pytest.mark.parametrize("platform", ["whatsapp", "x"])
def test_the_posts_are_those_that_are_made(room, platform):
    room.build()

    assert room.page(f"social/2026/11/panen-kangkung/{platform}.txt") + "\n" in SHOWN


def test_the_problems_are_those_that_are_told(room):
    text = REPORT
    for right, wrong in SLIPS.items():
        assert right in text
        text = text.replace(right, wrong)
    room.write({PATH: text})
    found = check(Newsroom(room.root)).all

    assert "".join(f"{problem}\n" for problem in found) in SHOWN


def test_it_opens_with_the_two_commands():
    opening = README.split("\n\n")[1]

    assert [line.split("#")[0].strip() for line in opening.splitlines()[1:-1]] == ["make site", "make test"]


def test_every_command_has_its_row():
    rows = re.findall(r"^\| `warta (\w+)[^`]*` \|", README, re.MULTILINE)

    assert rows == [
        "init",
        "new",
        "import",
        "check",
        "build",
        "serve",
        "social",
        "publish",
        "press",
        "advocacy",
        "monitor",
        "newsroom",
        "izin",
        "why",
    ]
    assert set(rows) == set(COMMANDS)


TWIN = (ROOT / "README.id.md").read_text("utf-8")


def test_its_indonesian_twin_shows_the_same_commands_settings_examples_and_pages():
    def rows(text: str) -> list[tuple[str, ...]]:
        return [
            tuple(re.findall(r"`[^`]*`", line.split("|")[1])) for line in text.splitlines() if line.startswith("| `")
        ]

    twin = re.findall(r"^```(\w+)\n(.*?)^```$", TWIN, re.MULTILINE | re.DOTALL)
    assert [kind for kind, _ in twin] == [kind for kind, _ in BLOCKS]
    told = ("markdown", "text", "console")
    assert [text for kind, text in twin if kind in told] == [text for kind, text in BLOCKS if kind in told]
    settings = [row for row in rows(README) if not row[0].startswith("`warta ")]
    assert [row for row in rows(TWIN) if not row[0].startswith("`warta ")] == settings
    words = [[cell.split()[1].strip("`") for cell in row] for row in rows(README) if row[0].startswith("`warta ")]
    assert [[cell.split()[1].strip("`") for cell in row] for row in rows(TWIN) if row[0].startswith("`warta ")] == words
    assert sorted(set(re.findall(r"\]\(([^)]+)\)", TWIN)) - {"README.md"}) == sorted(
        set(re.findall(r"\]\(([^)]+)\)", README)) - {"README.id.md"}
    )
