"""``warta press``: the files that are there, what an editor would ask, and drafts of mail."""

import json

import pytest

AT = "2026-11-22T08:00:00+07:00"
ADDRESS = "2026/11/panen"
FOLDER = f"output/press/{ADDRESS}/"


@pytest.fixture
def room(newsroom, story):
    room = newsroom({
        "content/stories/2026/11/panen.md": story("Panen raya", day="2026-11-20", siaran="ya"),
        "content/stories/2026/11/lain.md": story("Lain", day="2026-11-20"),
        "content/press/media.csv": "media;surel\nKabar;redaksi@kabar.example\nTanpa surel;\n",
    })  # fmt: skip
    room.build()
    return room


@pytest.fixture
def press(warta, room):
    return lambda *args: warta("press", *args, "--root", room.root, "--now", AT)


def test_it_tells_the_files_and_what_an_editor_would_ask(press, room):
    ran = press(ADDRESS)

    assert ran.status == 0
    lines = ran.out.splitlines()
    assert lines[0] == "Panen raya"
    assert lines[1].startswith("Untuk disiarkan segera. ")
    assert f"  {room.root}/{FOLDER}siaran-pers.pdf" in lines
    assert any(line.startswith("Belum terjawab (mengapa)") for line in lines)
    assert any("--surel" in line for line in lines)


def test_scripts_read_the_same(press, room):
    told = json.loads(press(ADDRESS, "--json").out)

    assert told["files"] == sorted(f"{FOLDER}{path.name}" for path in (room.root / FOLDER).iterdir())
    assert told["embargo"] is None
    assert {one["question"] for one in told["missing"]} >= {"siapa", "di mana", "mengapa"}
    assert told["words"] > 0


def test_an_embargo_is_told(press, room, story):
    held = story("Panen", day="2026-11-20", siaran="ya", embargo="2026-11-25 10.00 WIB")
    room.write({"content/stories/2026/11/panen.md": held})
    room.build()
    assert json.loads(press(ADDRESS, "--json").out)["embargo"] == "2026-11-25T03:00:00+00:00"
    assert "EMBARGO s.d. Rabu, 25 November 2026 pukul 10.00 WIB" in press(ADDRESS).out


@pytest.mark.parametrize(
    ("asked", "said"), [("2026/11/lain", "siaran: ya"), ("2026/11/tidak-ada", "warta why"), ("2026/11/pane", ADDRESS)]
)
def test_what_is_no_release_is_told_with_what_to_do(press, asked, said):
    ran = press(asked)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err


def test_before_a_build_there_is_nothing_to_tell(warta, newsroom, story):
    room = newsroom({"content/stories/2026/11/panen.md": story("Panen", day="2026-11-20", siaran="ya")})
    ran = warta("press", ADDRESS, "--root", room.root)
    assert ran.status == 2
    assert "warta build" in ran.err


def test_drafts_are_written_and_a_bad_row_is_told(press, tmp_path):
    ran = press(ADDRESS, "--surel", tmp_path / "surel")

    assert ran.status == 1
    assert [path.name for path in (tmp_path / "surel").iterdir()] == ["kabar.eml"]
    assert "content/press/media.csv:3: " in ran.err
    assert "1 naskah surel" in ran.out


def test_drafts_never_go_into_the_newsroom(press, room):
    ran = press(ADDRESS, "--surel", room.root / "output/site/surel")
    assert ran.status == 2
    assert "bukan untuk umum" in ran.err


def test_the_path_of_the_report_is_an_address_too(press, room):
    assert press(room.root / "content/stories/2026/11/panen.md").status == 0
