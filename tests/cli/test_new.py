"""``warta new``: a report that the reader takes as it was meant, in a file of its own."""

import os
import pty
import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from pipeline.content.address import topic_slug
from pipeline.content.dates import read_moment
from pipeline.content.story_reader import read_story
from pipeline.content.text import one_line
from pipeline.production import draft
from pipeline.production.draft import Draft
from pipeline.production.newsroom import Newsroom

ZONE = '---\nnama: Taman Baca {name}\ntingkat: desa\nwilayah: "{code}"\n---\nProfil.\n'


@pytest.fixture
def room(newsroom):
    """A newsroom with one library, in WIB."""
    return newsroom()


def only(room) -> Path:
    """Return the one report there is."""
    (found,) = room.root.glob("content/stories/*/*/*.md")
    return found


def read(room):
    """Return that report as the reader takes it."""
    path = only(room)
    story = read_story(path.relative_to(room.root).as_posix(), path.read_bytes()).story
    assert story is not None
    return story


def test_what_is_said_with_flags_is_what_the_reader_reads(room, process) -> None:
    ran = process(
        "new", "--root", room.root, "--judul", 'Ibu: "cerita" #2 😀', "--tanggal", "Jumat, 12 Mei 2023",
        "--perpustakaan", "alfa", "--strategi", "advokasi", "--topik", "pertanian, perempuan", "--topik", "#literasi",
        "--ringkasan", "Ringkas: satu.", "--penulis", "@pengelola", "--lokasi", "Balai desa",
        "--jenis", "cerita-dampak", "--peserta", "laki-laki 4, perempuan: 20",
        "--terbit-pada", "13 Mei 2023 pukul 09.30", "--isi", "-",
        stdin="Dua puluh ibu datang.\n",
    )  # fmt: skip

    story = read(room)
    assert (ran.status, ran.err) == (0, "")
    assert only(room).relative_to(room.root).as_posix() == "content/stories/2023/05/ibu-cerita-2.md"
    assert str(only(room)) in ran.out
    assert (story.title, story.library, story.strategy) == ('Ibu: "cerita" #2 😀', "alfa", "advokasi")
    assert story.topics == ("pertanian", "perempuan", "literasi")
    assert (story.summary, story.author, story.place) == ("Ringkas: satu.", "@pengelola", "Balai desa")
    assert (story.kind, story.date.day.isoformat()) == ("cerita-dampak", "2023-05-12")
    assert (story.participants.men, story.participants.women) == (4, 20)
    assert "terbit_pada: 2023-05-13 09.30 WIB\n" in only(room).read_text("utf-8")
    assert only(room).read_text("utf-8").endswith("---\nDua puluh ibu datang.\n")


def test_the_publication_time_is_now_in_the_zone_of_the_library(newsroom, warta) -> None:
    room = newsroom({"content/libraries/alfa.md": ZONE.format(name="Alfa", code="73.05")})

    warta("new", "--root", room.root, "--judul", "Kabar", "--isi", "-", stdin="Isi.\n")

    (written,) = re.findall(r"^terbit_pada: (\d{4}-\d\d-\d\d \d\d\.\d\d WITA)$", only(room).read_text(), re.MULTILINE)
    age = datetime.now(UTC).timestamp() - read_moment(written).moment.instant("WIB")
    assert 0 <= age < 120


def test_without_a_date_it_is_today(room, warta) -> None:
    before = datetime.now(UTC) + timedelta(hours=7)

    warta("new", "--root", room.root, "--judul", "Kabar")

    after = datetime.now(UTC) + timedelta(hours=7)
    assert before.date() <= read(room).date.day <= after.date()


def test_the_only_library_needs_no_name(room, warta) -> None:
    assert warta("new", "--root", room.root, "--judul", "Kabar").status == 0
    assert read(room).library == "alfa"


def test_of_several_libraries_one_must_be_named(newsroom, warta) -> None:
    room = newsroom({"content/libraries/beta.md": ZONE.format(name="Beta", code="32.04")})

    ran = warta("new", "--root", room.root, "--judul", "Kabar")

    assert (ran.status, ran.err) == (2, "belum disebut: --perpustakaan\n")


def test_a_library_may_go_by_its_name(newsroom, warta) -> None:
    room = newsroom({"content/libraries/beta.md": ZONE.format(name="Beta", code="32.04")})

    warta("new", "--root", room.root, "--judul", "Kabar", "--perpustakaan", "taman baca beta")

    assert read(room).library == "beta"


def test_an_unknown_library_is_refused_with_the_nearest(room, warta) -> None:
    ran = warta("new", "--root", room.root, "--judul", "Kabar", "--perpustakaan", "alpha")

    assert ran.status == 2
    assert "Mungkin maksudnya: alfa" in ran.err


def test_without_a_terminal_a_missing_title_is_an_error_that_names_the_flag(room, process) -> None:
    ran = process("new", "--root", room.root)

    assert (ran.status, ran.out, ran.err) == (2, "", "belum disebut: --judul\n")


@pytest.mark.parametrize(
    ("flag", "value", "example"),
    [("--tanggal", "31 Juni 2025", "30 Juni 2025"), ("--peserta", "banyak", "24"), ("--terbit-pada", "besok", "Mei")],
)
def test_what_cannot_be_read_is_refused_with_an_example(room, warta, flag, value, example) -> None:
    ran = warta("new", "--root", room.root, "--judul", "Kabar", flag, value)

    assert ran.status == 2
    assert example in ran.err
    assert not list(room.root.glob("content/stories/*/*/*.md"))


def test_no_file_and_no_address_is_ever_taken_twice(room, warta) -> None:
    folder = room.root / "content/stories/2025/01"
    (folder / "panen").mkdir(parents=True)
    (folder / "Panen 2.md").write_text("catatan")

    for _ in range(2):
        warta("new", "--root", room.root, "--judul", "Panen", "--tanggal", "5/1/2025")

    assert sorted(path.name for path in folder.iterdir()) == ["Panen 2.md", "panen", "panen-3.md", "panen-4.md"]


@pytest.mark.parametrize(
    ("title", "name"),
    [("😀", "laporan"), ("CON", "laporan-con"), ("kata " * 60, ("kata-" * 20)[:-1]), ("a" * 300, "a" * 100)],
)
def test_a_title_that_makes_no_file_name_still_gets_one(title, name) -> None:
    assert draft.name_for(title) == name


def test_the_questions_stand_in_the_body_until_they_are_answered(room, warta) -> None:
    ran = warta("new", "--root", room.root, "--judul", "Kabar")

    assert "## Apa kata mereka?" in only(room).read_text("utf-8")
    assert "ringkasan belum ada" in ran.err
    assert "warta check" in ran.out


def test_a_body_that_would_be_an_error_is_refused(room, warta, tmp_path) -> None:
    (tmp_path / "isi.md").write_bytes(b"a" * 1_100_000)

    ran = warta("new", "--root", room.root, "--judul", "Kabar", "--isi", tmp_path / "isi.md")

    assert ran.status == 2
    assert "terlalu besar" in ran.err
    assert not list(room.root.glob("content/stories/*/*/*.md"))


def test_a_body_in_another_encoding_is_refused(room, warta, tmp_path) -> None:
    (tmp_path / "isi.md").write_bytes("é".encode("latin-1"))

    assert "UTF-8" in warta("new", "--root", room.root, "--judul", "Kabar", "--isi", tmp_path / "isi.md").err


def _on_a_terminal(root: Path, answers: str, *more: str) -> subprocess.CompletedProcess[str]:
    """Run ``warta new`` as if somebody sat there and typed *answers*."""
    ours, theirs = pty.openpty()
    try:
        os.write(ours, answers.encode())
        command = [sys.executable, "-m", "pipeline", "new", "--root", str(root), *more]
        return subprocess.run(command, stdin=theirs, capture_output=True, text=True, timeout=60, check=False)
    finally:
        os.close(ours)
        os.close(theirs)


def test_on_a_terminal_what_is_missing_is_asked(newsroom) -> None:
    room = newsroom({"content/libraries/beta.md": ZONE.format(name="Beta", code="32.04")})

    ran = _on_a_terminal(room.root, "Panen raya\nbesok\n5 Januari 2025\n9\n2\n1\nKami panen.\n24 orang\n")

    story = read(room)
    assert ran.returncode == 0
    assert (story.title, story.date.day.isoformat(), story.library) == ("Panen raya", "2025-01-05", "beta")
    assert (story.strategy, story.summary, story.participants.total) == ("layanan-informasi", "Kami panen.", 24)
    assert "2  Taman Baca Beta" in ran.stderr
    assert 'tanggal "besok" belum bisa kami baca' in ran.stderr


def test_on_a_terminal_ya_asks_nothing(room) -> None:
    ran = _on_a_terminal(room.root, "", "--judul", "Kabar", "--ya")

    assert ran.returncode == 0
    assert read(room).title == "Kabar"


def test_what_is_written_has_no_problem_that_check_knows(room, warta) -> None:
    warta("new", "--root", room.root, "--judul", "Warga desa panen selada", "--ringkasan", "Ringkas.")

    ran = warta("check", "--root", room.root)

    assert (ran.status, ran.err) == (0, "")


def plain(text: str) -> str:
    """Return *text* as a line of plain text, as every reader of front matter takes it."""
    return one_line(text.encode("utf-8", "replace").decode())


anything = st.text(st.characters(), max_size=80)
"""Any text, also such as no file can hold (half a surrogate pair)."""


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=anything, summary=anything, topics=st.lists(anything, max_size=3))
@example(title='"Halo"', summary="“Halo”", topics=["a, b]", "#c", "'", "- d"])
@example(title="@siapa: 'ini' \\ itu #2", summary="null", topics=["~", "ya", "{x}"])
@example(title="| tiga", summary="- butir", topics=["&a", "*a", "!b", "%"])
@example(title="---", summary="...", topics=["---"])
@example(title='"a" “b”', summary="'", topics=['"'])
def test_any_text_reads_back_as_it_was_given(title: str, summary: str, topics: list[str]) -> None:
    given = Draft(
        title=title, date="2025-01-05", month="2025/01", library="alfa", publish_at="2025-01-05 08.00 WIB",
        summary=summary, topics=tuple(topics),
    )  # fmt: skip

    found = read_story("content/stories/2025/01/a.md", draft.compose(given).encode())

    assert [problem.code for problem in found.problems if problem.level != "hint"] == (
        [] if plain(title) else ["judul-hilang"]
    )
    if plain(title):
        assert (found.story.title, found.story.summary if plain(summary) else "") == (plain(title), plain(summary))
        assert found.story.topics == tuple(dict.fromkeys(filter(None, (topic_slug(plain(topic)) for topic in topics))))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=anything.filter(plain))
def test_any_title_makes_a_file_that_check_accepts(title: str, room, warta) -> None:
    made = Draft(title=title, date="5 Januari 2025", month="2025/01", library="alfa", publish_at="2025-01-05 08.00 WIB")

    draft.write(Newsroom(room.root), made)

    assert warta("check", "--root", room.root).status == 0


def test_a_skeleton_is_a_draft_and_a_told_report_is_not(room, warta) -> None:
    warta("new", "--root", room.root, "--judul", "Kabar")
    assert read(room).status == "draf"
    only(room).unlink()
    warta("new", "--root", room.root, "--judul", "Kabar", "--isi", "-", stdin="Dua puluh ibu datang.\n")
    assert read(room).status == "terbit"


def test_a_told_report_ends_with_what_would_make_it_better_and_what_is_good(room, warta) -> None:
    body = "Tujuh belas remaja mengukur jalan desa, lalu membuat petanya.\n"
    ran = warta("new", "--root", room.root, "--judul", "Remaja memetakan desa", "--isi", "-", stdin=body)

    path = next((room.root / "content/stories").rglob("*.md")).relative_to(room.root)
    said = [line for line in ran.err.splitlines() if line]
    assert 1 <= len(said) <= 3
    assert 'mulai dengan "Tujuh belas remaja mengukur jalan desa, lalu membuat …"' in said[0]
    assert ran.out.splitlines()[0].startswith("Yang sudah baik: ")
    checked = warta(
        "check", path.parent.as_posix().removeprefix("content/stories/") + f"/{path.stem}", "--root", room.root
    )
    assert set(checked.err.splitlines()) == set(said)
