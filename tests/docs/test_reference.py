"""What is written about the code is true to it: commands, settings, keys, problems, files."""

import datetime as dt
import re
import subprocess
import sys
from pathlib import Path
from typing import get_args, get_origin, get_type_hints

import msgspec
import pytest

from pipeline.config import Site
from pipeline.content import keys
from pipeline.content.catalogue import CODES
from pipeline.content.dates import read_moment
from pipeline.production.check import check
from pipeline.production.newsroom import Newsroom
from tests.pictures.conftest import scene

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
GUIDE = (ROOT / "docs" / "panduan" / "menulis.md").read_text("utf-8")
PAGES = [ROOT / "README.md", ROOT / "SECURITY.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]

EACH = {"aturan": "SALURAN", "terbit": "NAMA"}
"""How the tables of a key with several names are called."""


def settings(kind: type, prefix: str = "") -> set[str]:
    """Return every key of ``site.toml``, with dots."""
    found: set[str] = set()
    for name, hint in get_type_hints(kind).items():
        if get_origin(hint) is dict:  # a table for each of several names
            found |= settings(get_args(hint)[1], f"{prefix}{name}.{EACH[name]}.")
        elif isinstance(hint, type) and issubclass(hint, msgspec.Struct):
            found |= settings(hint, f"{prefix}{name}.")
        else:
            found.add(prefix + name)
    return found


def rows(text: str, title: str) -> set[str]:
    """Return the names in the first column of the tables below the heading *title*, up to the next heading."""
    _, _, rest = text.partition(f"# {title}\n")
    part = re.split(r"^#+ ", rest, maxsplit=1, flags=re.MULTILINE)[0]
    firsts = re.findall(r"^\| (`.*?) \|", part, re.MULTILINE)
    return set(re.findall(r"`([^`]+)`", " ".join(firsts)))


def test_every_setting_is_in_the_readme():
    assert rows(README, "Configuration") == settings(Site)


@pytest.mark.parametrize(
    ("title", "known"),
    [
        ("Semua isian laporan", keys.STORY),
        ("Peserta", keys.PARTICIPANTS),
        ("Foto", keys.PHOTO),
        ("Kutipan", keys.QUOTE),
        ("Izin", keys.CONSENT),
        ("Profil perpustakaan", keys.LIBRARY),
        ("Kontak perpustakaan", keys.CONTACT),
        ("Halaman bebas", keys.PAGE),
        ("Kliping", keys.CLIPPING),
    ],
)
def test_every_key_is_in_the_guide(title, known):
    assert rows(GUIDE, title) == set(known.names)


def test_problems_named_in_the_guide_are_known():
    named = re.findall(r"^\| `([a-z0-9-]+)` \|", GUIDE.partition("# Membaca pesan\n")[2], re.MULTILINE)

    assert named
    assert set(named) <= set(CODES)


def test_the_message_in_the_guide_is_the_one_that_is_told(newsroom, story):
    path = "content/stories/2023/05/panen-hidroponik.md"
    room = newsroom({path: story("Panen", day="32 Mei 2023")})
    (problem,) = check(Newsroom(room.root)).all

    assert f"```text\n{problem}\n```" in GUIDE


def test_reports_in_the_guide_pass_without_a_word(newsroom):
    """The whole report, the shortest one and a translation; the guide's profile is their library."""
    shown = re.findall(r"^```markdown\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    reports = [text for text in shown if "\njudul:" in text and "\nperpustakaan:" in text]
    (profile,) = (text for text in shown if "\ntingkat:" in text)
    room = newsroom({"content/libraries/perpustakaan-desa-sukamaju.md": profile})
    room.write({"content/stories/2023/05/panen-hidroponik.md": reports[0]})
    photo = scene(900, 600).write_to_buffer(".jpg")
    for number, report in enumerate(reports):
        folder = f"content/stories/2023/05/laporan-{number}"
        room.write({f"{folder}/index.md": report, f"{folder}/panen.jpg": photo, f"{folder}/bibit.jpg": photo})

    assert len(reports) == 3
    assert [str(problem) for problem in check(Newsroom(room.root)).all if problem.level != "hint"] == []


def test_dates_in_the_guide_are_read():
    part = GUIDE.partition("## Tanggal\n")[2].partition("\n## ")[0]
    dates = re.findall(r"^- `(.+)`$", part, re.MULTILINE)

    assert len(dates) == 7
    assert {read_moment(text).moment.day for text in dates} == {dt.date(2023, 5, 12)}


def test_generated_pages_are_up_to_date():
    """``make docs`` would change nothing."""
    code = "from docs.reference import pages\nprint(*(p.name for p, t in pages().items() if p.read_text('utf-8') != t))"
    found = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert found.stdout.split() == [], "run: make docs"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page):
    text = page.read_text("utf-8")
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", text)

    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_files_of_the_code_that_are_named_exist(page):
    text = page.read_text("utf-8")
    named = re.findall(r"`((?:pipeline|tests|docs|bench|templates)/[\w./-]+)`", text)

    assert [name for name in named if not (ROOT / name).exists()] == []
