"""What a librarian is told: every message as it is shown, in files that one can read."""

import os
import re
from pathlib import Path

import pytest

from pipeline.content.story_reader import read_story

GOLDEN = Path(__file__).parent / "golden"
PATH = "content/stories/2023/05/panen.md"
SOUND = """---
judul: Panen
tanggal: 12 Mei 2023
perpustakaan: perpustakaan-desa-sukamaju
ringkasan: Ibu-ibu memanen sayur.
# Line 7 and below are the case.
{}
---
Ibu-ibu memanen sayur.
"""

CASE = re.compile(r"## ([^\n]+)\n\n~~~~\n(.*?)\n?~~~~\n\n?(.*?)(?=\n?## |\Z)", re.DOTALL)


def told(source: str) -> list[str]:
    read = read_story(PATH, source.encode())
    kept = "published" if read.story else "held back"
    problems = [
        f"{problem.line} {problem.level}{'!' if problem.holds else ''} `{problem.code}` {problem.message} {problem.fix}"
        for problem in read.problems
    ]
    return [f"{kept}", *problems]


def cases(name: str) -> list[tuple[str, str, str]]:
    return CASE.findall((GOLDEN / name).read_text("utf-8"))


def written(name: str, wrap: str) -> str:
    """Return the golden file as it would be now."""
    text = (GOLDEN / name).read_text("utf-8")
    parts = [text[: text.index("## ")].rstrip() + "\n"]
    for title, source, _ in cases(name):
        lines = "\n".join(f"- {line}" for line in told(wrap.format(source) if wrap else source + "\n"))
        parts.append(f"## {title}\n\n~~~~\n{source}\n~~~~\n\n{lines}\n")
    return "\n".join(parts)


@pytest.mark.parametrize(("name", "wrap"), [("heads.md", SOUND), ("files.md", "")])
def test_every_message_reads_as_agreed(name, wrap):
    now = written(name, wrap)
    if os.environ.get("WARTA_GOLDEN"):
        (GOLDEN / name).write_text(now, "utf-8")

    assert now == (GOLDEN / name).read_text("utf-8")


def test_the_report_that_cases_are_built_on_has_no_fault():
    assert told(SOUND.format("lokasi: Balai desa")) == ["published"]
