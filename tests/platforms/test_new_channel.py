"""Adding a channel is one row and one template: those that docs/saluran.md shows, added to a copy of the program."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from textwrap import indent

import msgspec
import pytest

from pipeline.platforms.sheet import Sheet

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/saluran.md").read_text("utf-8")
SHOWN = dict(re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))
BODY = " ".join(f"Kalimat nomor {n} bercerita tentang kebun." for n in range(40))


@pytest.fixture
def program(tmp_path):
    """Return a copy of the program that has the row and the template."""
    for part in ("pipeline", "templates", "content"):
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    table = tmp_path / "pipeline/platforms/limits.py"
    rows = table.read_text("utf-8")
    row = indent(SHOWN["python"].strip(), "    ")
    assert rows.count("\n)\n\nLIMITS") == 1
    table.write_text(rows.replace("\n)\n\nLIMITS", f"\n{row},\n)\n\nLIMITS"), "utf-8")
    (tmp_path / "templates/social/papan.txt").write_text(SHOWN["jinja"], "utf-8")
    return tmp_path


def test_a_row_and_a_template_are_enough(program, newsroom, story):
    room = newsroom({"content/stories/2025/01/satu.md": story("Satu", body=BODY, strategi="advokasi")})
    settings = (room.root / "content/site.toml").read_text("utf-8")
    room.write({"content/site.toml": settings + SHOWN["toml"]})

    def run(*words: str, pasted: str = "") -> str:
        ran = subprocess.run(
            [sys.executable, "-m", "pipeline", *words], env={**os.environ, "PYTHONPATH": f"{program}"}, cwd=program,
            input=pasted, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert ran.returncode == 0, ran.stderr
        return ran.stdout

    run("build", "--root", f"{room.root}")
    sheet = msgspec.json.decode(room.page("social/2025/01/satu/posts.json"), type=Sheet)
    post = sheet.posts[1]

    assert [post.platform for post in sheet.posts] == ["whatsapp", "papan"]
    assert (post.name, post.limit, post.fits, post.shortened) == ("Papan Warga", 400, True, True)
    assert post.count == len(post.text) == len(room.page("social/2025/01/satu/papan.txt"))
    assert post.text.endswith("https://kabar.example/2025/01/satu/\n#Advokasi #KabupatenBandung")
    assert len(post.variants) >= 1
    assert len(post.thread) > 2
    assert run("social", "2025/01/satu", "--platform", "papan", "--root", f"{room.root}") == post.text
    assert '"count": 3' in run("social", "--count", "papan", pasted="abc")
    assert re.search(r"papan", run("social", "--help"))
