"""What waits is nowhere, to the second: no word, no picture, no number, no page that is there because of it."""

import pytest

from tests.conftest import NOW
from tests.trust import planted, scan
from tests.trust.planted import SHOWN, SILENT, STORIES, TRANSLATION, words

HELD = (*STORIES, TRANSLATION)
OPENING = [story for story in STORIES if story.opens]


def found(room, *stories) -> dict[str, list[str]]:
    """Return where the words of *stories* stand in the output, without those that stand nowhere."""
    return {word: places for word, places in scan.where(room.tree(), words(*stories)).items() if places}


@pytest.fixture(scope="module")
def ground(make_room, tmp_path_factory):
    """A newsroom as it is without those that wait."""
    room = make_room(tmp_path_factory.mktemp("dasar") / "ruang", planted.ground())
    room.build()
    return room


@pytest.fixture(scope="module")
def held(make_room, tmp_path_factory):
    """The same newsroom with a story that waits for each reason there is."""
    room = make_room(tmp_path_factory.mktemp("tahan") / "ruang", planted.ground())
    room.write(dict(planted.waiting(*HELD)))
    room.build()
    return room


def test_a_build_is_the_same_byte_for_byte_whether_something_waits_or_not(ground, held, difference):
    assert difference(ground.tree(), held.tree()) == ""


def test_no_word_and_no_picture_of_what_waits_is_in_any_file(held):
    assert found(held, *HELD) == {}
    assert scan.coloured(held.tree()) == []


def test_every_word_appears_at_its_instant_and_goes_when_the_clock_goes_back(held, difference):
    before = held.tree()
    there = set()
    for story in sorted(OPENING, key=lambda story: story.instant):
        held.build(now=story.instant - 1)
        assert found(held, *(other for other in HELD if other.name not in there)) == {}, story.name
        held.build(now=story.instant)
        there |= {story.name} | ({"versi"} if story.name == "wib" else set())
        places = found(held, story)
        assert set(places) == {story.word(field) for field in SHOWN}, story.name
        assert not set(places) & {story.word(field) for field in SILENT}
        _spread(held, story, places)
    assert set(found(held, TRANSLATION)) >= {TRANSLATION.word(field) for field in ("judul", "isi", "petikan")}
    held.build(now=NOW)
    assert difference(before, held.tree()) == ""


def _spread(room, story, places) -> None:
    """The title has reached everything that tells of a story; else this test would look in the wrong places."""
    title = places[story.word("judul")]
    page = f"site/{story.address}"
    month = f"site/{story.address[:7]}/index.html"
    wanted = [
        f"{page}/index.html", f"{page}/bagikan/index.html", f"{page}/bagikan/poster.pdf", "site/index.html", month,
        "site/feed.xml", "site/atom.xml", "site/feed.json", f"site/perpustakaan/{story.library}/index.html",
        f"site/topik/{story.word('topik')}/index.html", f"site/topik/{story.word('topik')}/feed.xml",
        f"social/{story.address}/posts.json", "social/kalender.ics", "social/kalender-2026-11.csv",
        f"site/lama/{story.word('alias')}/index.html",
    ]  # fmt: skip
    assert [place for place in wanted if place not in title] == [], story.name
    assert [place for place in title if place.startswith("site/cari/")], story.name
    assert [place for place in title if ".zip!bagikan.html" in place], story.name
    assert [place for place in places[story.word("berkas")] if "sitemap" in place], story.name
    seen = scan.coloured({path: data for path, data in room.tree().items() if story.address in path})
    assert {place.rpartition(".")[2] for place in seen} >= {"jpg", "webp"}, story.name
    assert [place for place in seen if "poster.pdf!" in place], story.name
    assert [place for place in seen if ".zip!gambar/" in place], story.name


@pytest.mark.parametrize("hold", ["status: draf", "status: periksa", "embargo: 2026-12-01"])
def test_what_was_public_and_is_put_back_leaves_nothing(make_room, tmp_path, difference, hold):
    story = planted.Waiting("lalu", "status: terbit", "alfa")
    planted.REGENCIES["lalu"] = "14.01"
    room = make_room(tmp_path / "ruang", planted.ground())
    room.build()
    before = room.tree()
    room.write(dict(planted.waiting(story)))
    room.build()
    assert set(found(room, story)) == {story.word(field) for field in SHOWN}
    room.write(dict(planted.waiting(story._replace(hold=hold))))
    room.build()
    assert difference(before, room.tree()) == ""
