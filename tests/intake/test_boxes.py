"""Chats, tables and blogs become drafts that a librarian can read; see ``golden/`` (WARTA_GOLDEN=1 writes it anew)."""

import os
import re
from pathlib import Path

import pytest

from pipeline.intake.draft import Refusal
from tests.intake.boxes import BLOGS, CHATS, TABLES, jpeg

GOLDEN = Path(__file__).parent / "golden"
BOXES = CHATS | TABLES | BLOGS
BESIDE = {
    "kobo.xlsx": {"panen.jpg": jpeg()},
    "blog-lama.xml": {"uploads/2021/05/panen.jpg": jpeg(), "uploads/2021/05/sampul.jpg": jpeg(700)},
}


def readable(desk, found) -> str:
    """Return all drafts as one text, without what differs by computer."""
    parts = []
    for one in found:
        if isinstance(one, Refusal):
            parts.append(f"DITOLAK {one.name}: {one.reason}\n")
            continue
        photos = sorted(path.name for path in (desk.root / one.path).iterdir() if path.suffix != ".md")
        text = re.sub(r"^# sidik: .*\n", "", desk.text(one), flags=re.MULTILINE)
        notes = desk.text(one, "CATATAN.md") if (desk.root / one.path / "CATATAN.md").exists() else ""
        parts.append(f"===== {one.path} {photos}\n{text}----- CATATAN.md\n{notes}")
    return "\n".join(parts)


@pytest.mark.parametrize("name", BOXES)
def test_every_box_becomes_what_a_librarian_can_read(desk, name):
    for beside, data in BESIDE.get(name, {}).items():
        desk.put(beside, data)
    got = readable(desk, desk.take(desk.put(name, BOXES[name])))
    assert "08123" not in got, "no telephone number is carried over"
    assert "0812-" not in got
    golden = GOLDEN / f"{name}.txt"
    if os.environ.get("WARTA_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(got, "utf-8")
    assert got == golden.read_text("utf-8")


@pytest.mark.parametrize("name", BOXES)
def test_again_there_is_no_double(desk, name):
    path = desk.put(name, BOXES[name])
    desk.take(path)
    before = desk.drafts()
    again = [one.state for one in desk.take(path) if not isinstance(one, Refusal)]
    assert set(again) == {"sama"}
    assert desk.drafts() == before
