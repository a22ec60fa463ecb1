"""The index as the search desk makes it: what is in it, what one story makes anew, what leaves it."""

import datetime as dt
import json

import pytest

from pipeline.desks.search.blocks import MANY
from pipeline.desks.search.postings import decode
from pipeline.desks.search.render import SHOWN

BOUND = MANY + 16
"""One story among 2,000 plans at most so many files: its year's blocks, its month's results, the contents."""


def postings(room, year: str, term: str) -> list[int]:
    """Return the stories that the index of *year* has for *term*."""
    found = {}
    for path in (room.output / f"site/cari/{year}").glob("k-*.json"):
        found |= json.loads(path.read_text("utf-8"))
    return [number for number, _ in decode(found.get(term, ""))]


def titles(room, year: str) -> list[str]:
    """Return the titles of a year's results in the order in which they are counted."""
    index = json.loads(room.page("site/cari/index.json"))
    months = next(volume["months"] for volume in index["years"] if volume["year"] == year)
    found = []
    for part in months:
        files = -(-part["stories"] // SHOWN)
        rows = [json.loads(room.page(f"site/cari/hasil/{year}/{part['month']}/{n}.json")) for n in range(files)]
        found += [row[1] for file in rows for row in file]
    return found


def index(room) -> bytes:
    return b"".join(data for path, data in room.tree().items() if path.startswith("site/cari/"))


@pytest.fixture
def room(newsroom, story):
    """Three stories in two years."""
    files = {
        "content/stories/2025/01/tanam.md": story("Warga menanam kelor", topik="[pertanian]", body="Bibitnya ditanam."),
        "content/stories/2025/02/jahit.md": story("Kelas menjahit", day="2025-02-05", topik="[usaha-kecil]"),
        "content/stories/2026/03/panen.md": story("Panen kelor", day="2026-03-05", topik="[pertanian]"),
    }
    room = newsroom(files)
    room.build()
    return room


def test_stories_are_found_by_stem_and_by_what_narrows(room):
    assert titles(room, "2025") == ["Warga menanam kelor", "Kelas menjahit"]
    assert postings(room, "2025", "tanam") == [0]
    assert postings(room, "2025", "jahit") == [1]
    assert postings(room, "2025", "w-32.04") == postings(room, "2025", "p-alfa") == [0, 1]
    assert postings(room, "2026", "t-pertanian") == [0]
    assert postings(room, "2025", "yang") == []


def test_the_contents_name_years_and_what_narrows(room):
    found = json.loads(room.page("site/cari/index.json"))

    assert [(volume["year"], [part["month"] for part in volume["months"]]) for volume in found["years"]] == [
        ("2025", ["01", "02"]),
        ("2026", ["03"]),
    ]
    assert found["libraries"] == [["alfa", "Perpustakaan Desa Alfa"]]
    assert found["topics"] == ["pertanian", "usaha-kecil"]
    assert [code for code, _ in found["regions"]] == ["32", "32.04"]


@pytest.mark.parametrize(
    "change",
    [
        {"status": "tarik"},
        {"status": "draf"},
        {"embargo": "2027-01-01"},
        {"terbit_pada": "2027-01-01"},
    ],
)
def test_a_story_that_may_not_be_seen_leaves_every_byte(room, story, change, difference):
    secret = story("Warga menanam rahasia", topik="[gelap-gulita]", body="Bibit zamrud-sekali dijampi.")
    room.write({"content/stories/2025/01/tanam.md": secret})
    room.build()
    words = (b"rahasia", b"gelap", b"zamrud", b"jamp")
    assert [word for word in words if word not in index(room)] == []

    head = "".join(f"{key}: {value}\n" for key, value in change.items())
    room.write({"content/stories/2025/01/tanam.md": secret.replace("---\n", f"---\n{head}", 1)})
    room.build()

    assert [word for word in words if word in index(room)] == []
    assert difference(room.tree(), room.clean()) == ""


def test_the_last_story_of_a_year_takes_its_folder_along(room, difference):
    room.write({"content/stories/2026/03/panen.md": None})
    room.build()

    assert not (room.output / "site/cari/2026").exists()
    assert not (room.output / "site/cari/hasil/2026").exists()
    assert difference(room.tree(), room.clean()) == ""


def test_a_renamed_library_is_named_anew(room, difference):
    path = room.root / "content/libraries/alfa.md"
    path.write_text(path.read_text("utf-8").replace("Desa Alfa", "Kampung Sagu"), "utf-8")
    room.build()

    assert postings(room, "2025", "sagu") == [0, 1]
    assert b"Desa Alfa" not in index(room)
    assert difference(room.tree(), room.clean()) == ""


def test_switched_off_there_is_no_index_no_page_and_no_link(room, difference):
    path = room.root / "content/site.toml"
    assert 'href="cari/"' in room.page("site/index.html").replace("./", "")
    path.write_text(path.read_text("utf-8") + "search = false\n", "utf-8")
    room.build()

    assert [name for name in room.tree() if "cari" in name] == []
    assert "cari/" not in room.page("site/index.html")
    assert difference(room.tree(), room.clean()) == ""


def test_a_title_that_changes_elsewhere_leaves_other_years_alone(room, story):
    before = room.tree()
    room.write({"content/stories/2025/02/jahit.md": story("Kelas menyulam", day="2025-02-05", topik="[usaha-kecil]")})
    room.build(only=("search",))
    changed = {path for path, data in room.tree().items() if before.get(path) != data}

    assert {path.rsplit("/", 1)[0] for path in changed} == {"site/cari/2025", "site/cari/hasil/2025/02", "site/cari"}


@pytest.mark.parametrize("count", [2_000])
def test_one_story_among_many_plans_few_files(make_room, story, tmp_path, count):
    """All of one year, which is more than any newsroom has yet: the bound does not know how many there are."""
    days = [dt.date(2025, 1, 1) + dt.timedelta(days=n * 365 // count) for n in range(count)]
    text = " ".join(f"kata{n}" for n in range(150))
    files = {
        f"content/stories/{day:%Y/%m}/kabar-{n}.md": story(
            f"Kabar {n}", day=day.isoformat(), body=f"{text} beda{n} lain{n % 50} {'lagi' * (n % 3)}"
        )
        for n, day in enumerate(days)
    }
    room = make_room(tmp_path, files)
    assert room.build(jobs=2, only=("search",)).made > 100

    room.write({"content/stories/2025/06/kabar-baru.md": story("Kabar baru", day="2025-06-15", body=text)})
    report = room.build(only=("search",))

    assert 3 < report.made <= report.planned <= BOUND
