"""Releases reach the press before an embargo ends, and nobody else; clippings stand where what they tell of stands."""

import datetime as dt
import sqlite3
from contextlib import closing

import pytest

from pipeline.archive import clock
from pipeline.archive.store import Store
from pipeline.archive.visible import Visible

HOUR = 3_600
NOW = int(dt.datetime(2026, 11, 22, 1, tzinfo=dt.UTC).timestamp())

CLIPPING = """---
judul: {title}
tanggal: {day}
media: Kabar Kabupaten
{more}
---
"""


def clipping(title="Panen di desa", day="2026-11-20", more="perpustakaan: alfa"):
    return CLIPPING.format(title=title, day=day, more=more)


def look(room, channel="web", now=NOW):
    db = sqlite3.connect(room.root / ".warta/cache/newsroom.sqlite")
    return closing(db), Visible(Store(db), channel, now)


def next_due(room, now):
    with closing(sqlite3.connect(room.root / ".warta/cache/newsroom.sqlite")) as db:
        due = clock.next_due(Store(db), now)
    return due.instant, due.what


def codes(report):
    return [(problem.path, problem.line, problem.code) for problem in report.problems]


@pytest.fixture
def room(newsroom, story):
    files = {
        "content/stories/2026/11/panen.md": story("Panen raya", day="2026-11-20"),
        "content/press/2026/11/gerakan.md": story(
            "Gerakan membaca",
            day="2026-11-21",
            berita="[2026/11/panen]",
            embargo="2026-11-25 10.00 WIB",
            siaran="{nomor: 12/SP/2026, kota: Soreang}",
        ),
        "content/kliping/2026/11/satu.md": clipping(more="berita: [2026/11/panen]"),
        "content/kliping/2025/02/dua.md": clipping("Perpustakaan desa", "2025-02-03"),
    }
    return newsroom(files)


def test_the_press_gets_a_release_before_its_embargo_ends_and_nobody_else_does(room):
    report = room.build()
    assert codes(report) == []
    closing_, web = look(room)
    with closing_:
        assert web.entry("2026/11/gerakan") is None
        assert web.whole("siaran") == []
        press = web.through("pers")
        entry = press.entry("2026/11/gerakan")
        assert [card.address for card in press.whole("rilis")] == ["2026/11/gerakan"]
        assert [card.address for card in press.whole("memuat/2026/11/panen")] == ["2026/11/gerakan"]
        assert (entry.story.kind, entry.story.release.number, entry.story.release.city) == (
            "siaran-pers", "12/SP/2026", "Soreang",
        )  # fmt: skip
        assert entry.opens == int(dt.datetime(2026, 11, 25, 3, tzinfo=dt.UTC).timestamp())
    assert not (room.output / "site/2026/11/gerakan").exists()
    assert next_due(room, entry.opens - 1) == (entry.opens, "opens")


def test_what_is_not_published_yet_is_not_for_the_press_either(room, story):
    room.write({"content/stories/2026/11/nanti.md": story(
        "Nanti", day="2026-11-21", siaran="ya", terbit_pada="2026-11-23 08.00 WIB", embargo="2026-11-24 08.00 WIB",
    )})  # fmt: skip
    room.build()
    first = int(dt.datetime(2026, 11, 23, 1, tzinfo=dt.UTC).timestamp())
    for now, there in ((NOW, False), (first - 1, False), (first, True)):
        closing_, press = look(room, "pers", now)
        with closing_:
            assert (press.entry("2026/11/nanti") is not None) == there
            assert ("2026/11/nanti" in [card.address for card in press.whole("rilis")]) == there
    assert next_due(room, first - 1) == (first, "press")


def test_an_embargo_holds_a_report_that_is_no_release_back_from_the_press_as_well(newsroom, story):
    room = newsroom({"content/stories/2026/11/a.md": story("A", day="2026-11-20", embargo="2026-11-25")})
    room.build()
    closing_, press = look(room, "pers")
    with closing_:
        assert press.entry("2026/11/a") is None


def test_a_release_may_say_that_it_is_none(newsroom, story):
    room = newsroom({"content/press/2026/11/a.md": story("A", day="2026-11-20", siaran="tidak")})
    room.build()
    closing_, web = look(room)
    with closing_:
        assert web.entry("2026/11/a").story.release is None
        assert web.whole("siaran") == []


def test_a_release_names_its_stories_as_long_as_there_are_such(room, story):
    room.write({"content/press/2026/11/gerakan.md": story("Gerakan", day="2026-11-21", berita="[2026/11/panenn]")})
    path = "content/press/2026/11/gerakan.md"
    assert codes(room.build()) == [(path, 6, "berita-tidak-dikenal")]

    room.write({"content/stories/2026/11/panenn.md": story("Panen lain", day="2026-11-20")})
    assert codes(room.build()) == []

    room.write({"content/stories/2026/11/panenn.md": None})
    assert codes(room.build()) == [(path, 6, "berita-tidak-dikenal")]


def test_a_release_outside_its_month_is_told_where_it_belongs(newsroom, story):
    report = newsroom({"content/press/gerakan.md": story("A", day="2026-11-20")}).build()

    (problem,) = report.problems
    assert (problem.code, problem.values["folder"]) == ("alamat-salah-folder", "content/press/2026/11/gerakan.md")


def test_clippings_stand_with_their_stories_libraries_and_regions(room):
    room.build()
    closing_, web = look(room)
    with closing_:
        found = web.clippings
        assert [one.title for one in found.newest()] == ["Panen di desa", "Perpustakaan desa"]
        assert found.names("2026/11/satu") == [
            "berita/2026/11/panen", "perpustakaan/alfa", "semua", "wilayah/32", "wilayah/32.04",
        ]  # fmt: skip
        assert found.years() == ["2026", "2025"]
        assert found.buckets("semua", 1) == ["2025"]


def test_what_a_clipping_names_may_come_and_go(room, story):
    path = "content/kliping/2026/11/satu.md"
    room.build()

    room.write({"content/stories/2026/11/panen.md": None})
    assert (path, 5, "berita-tidak-dikenal") in codes(room.build())
    closing_, web = look(room)
    with closing_:
        assert web.clippings.names("2026/11/satu") == ["semua"]

    beta = '---\nnama: Beta\ntingkat: desa\nwilayah: "73.05.99.2999"\n---\n'
    moved = story("Panen", day="2026-11-20", library="beta")
    room.write({"content/stories/2026/11/panen.md": moved, "content/libraries/beta.md": beta})
    room.build()
    closing_, web = look(room)
    with closing_:
        assert "wilayah/73.05" in web.clippings.names("2026/11/satu")
        assert "perpustakaan/alfa" not in web.clippings.names("2026/11/satu")

    room.write({path: clipping(more="perpustakaan: [alfa, betta]")})
    assert (path, 5, "perpustakaan-kliping-tidak-dikenal") in codes(room.build())


def test_private_data_in_a_clipping_holds_it(room):
    room.write(
        {"content/kliping/2026/11/tiga.md": clipping(more="perpustakaan: alfa\ncuplikan: Hubungi 0812 3456 7890.")}
    )
    report = room.build()

    assert [code for path, _line, code in codes(report) if path.endswith("tiga.md")] == ["data-telepon"]
    closing_, web = look(room)
    with closing_:
        assert web.clippings.one("2026/11/tiga") is None


def test_whom_the_press_may_ask_is_public(newsroom, story):
    room = newsroom({
        "content/libraries/alfa.md": (
            '---\nnama: Alfa\ntingkat: desa\nwilayah: "32.04.99.2999"\n'
            "narahubung: {nama: Ibu Sari, peran: pengelola, telepon: 0812 3456 7890}\n"
            "juru_bicara: [{nama: Ibu Sari, peran: kepala}]\n---\n"
        ),
        "content/stories/2026/11/a.md": story("A", day="2026-11-20", body="Hubungi Ibu Sari di 0812 3456 7890."),
    })  # fmt: skip

    assert codes(room.build()) == []
    closing_, web = look(room)
    with closing_:
        library = web.library("alfa")
        assert (library.press_contact.name, library.spokespersons[0].role) == ("Ibu Sari", "kepala")


@pytest.mark.parametrize("value", ["{kota", "{nama} –", " "], ids=["open", "unknown", "empty"])
def test_a_dateline_that_cannot_be_filled_is_told(newsroom, value):
    from pipeline.errors import ConfigError

    room = newsroom({"content/site.toml": f'nama = "K"\n[pers]\ndateline = "{value}"\n'})
    with pytest.raises(ConfigError, match=r"site.toml:3: dateline"):
        room.build()


def test_what_is_near_to_an_address_that_is_not_there_is_told_as_of_now(room, story):
    room.write({
        "content/press/2026/11/gerakan.md": story("Gerakan", day="2026-11-21", berita="[2026/11/panenn]"),
        "content/kliping/2026/11/tiga.md": clipping(more="berita: [2026/11/panenn]\nperpustakaan: alfaa"),
    })  # fmt: skip

    def near():
        wanted = ("berita-tidak-dikenal", "perpustakaan-kliping-tidak-dikenal")
        found = [problem for problem in room.build().problems if problem.code in wanted]
        return {(problem.path, problem.values["value"]): problem.values["near"] for problem in found}

    release, other = "content/press/2026/11/gerakan.md", "content/kliping/2026/11/tiga.md"
    missing = {(release, "2026/11/panenn"), (other, "2026/11/panenn"), (other, "alfaa")}
    assert near() == dict(zip(sorted(missing), ["2026/11/panen", "alfa", "2026/11/panen"], strict=True))

    library = (room.root / "content/libraries/alfa.md").read_text("utf-8")
    room.write({"content/libraries/alfab.md": library, "content/libraries/alfa.md": None,
                "content/stories/2026/11/panen.md": None,
                "content/stories/2026/11/panenen.md": story("Lain", day="2026-11-20", library="alfab")})  # fmt: skip
    found = near()
    assert {found[key] for key in missing if key[1] != "alfaa"} == {"2026/11/panenen"}
    assert found[other, "alfaa"] == "alfab"


def test_a_report_that_an_error_holds_is_there_all_the_same(room, story):
    path = "content/press/2026/11/gerakan.md"
    room.write({path: story("Gerakan", day="2026-11-21", berita="[2026/11/rusak]"),
                "content/stories/2026/11/rusak.md": "---\njudul: [\n---\n"})  # fmt: skip
    assert (path, "berita-tidak-dikenal") not in [(where, code) for where, _line, code in codes(room.build())]

    room.write({"content/stories/2026/11/rusak.md": None})
    assert (path, "berita-tidak-dikenal") in [(where, code) for where, _line, code in codes(room.build())]

    room.write({"content/stories/2026/11/rusak.md": "---\njudul: [\n---\n"})
    assert (path, "berita-tidak-dikenal") not in [(where, code) for where, _line, code in codes(room.build())]
