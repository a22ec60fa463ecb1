"""The calendar as builds make it: what stands in it, what one story makes anew, and what it does without posts."""

import csv
import datetime as dt
import io
import json
import re

import icalendar
import pytest

from pipeline.desks.calendar import desk
from pipeline.desks.calendar.tables import HEAD
from pipeline.templating.folders import bundled
from pipeline.templating.spreadsheet import BOM

LIBRARY = '---\nnama: {name}\ntingkat: desa\nwilayah: "{code}"\n---\nProfil.\n'
A, B = "content/stories/2026/11/panen.md", "content/stories/2026/11/jahit.md"
ICS, TABLE = "social/kalender.ics", "social/kalender-2026-11.csv"


def toml(*lines: str, desks: str = "photos = false\ncards = false\n") -> str:
    return "\n".join(
        ['nama = "Kabar"', 'url = "https://kabar.example/"', f"[meja]\n{desks}[kalender]", *lines, ""],
    )


@pytest.fixture
def room(newsroom, story):
    """Stories of three zones, on a Friday, with an invitation."""
    room = newsroom(
        {
            "content/libraries/beta.md": LIBRARY.format(name="Perpustakaan Beta", code="73.05.99.2999"),
            "content/libraries/gama.md": LIBRARY.format(name="=Perpustakaan; Gama, \\ Papua", code="91.03.99.2999"),
            A: story("Panen kangkung", day="2026-11-20", terbit_pada="2026-11-20T08:00:00+07:00"),
            B: story("Kelas menjahit", day="2026-11-20", library="beta", terbit_pada="2026-11-20T23:59:00+08:00"),
            "content/stories/2026/10/lama.md": story("Kabar lama", day="2026-10-02", library="gama"),
            "content/stories/2026/11/undangan.md": story(
                "Ayo datang", day="2026-11-22", library="gama", jenis="pengumuman",
                terbit_pada="2026-11-21T19:40:00+09:00",
            ),
        }
    )  # fmt: skip
    room.build()
    return room


def events(room) -> dict[str, icalendar.Event]:
    """Return the entries of the calendar by the first part of their names."""
    found = icalendar.Calendar.from_ical((room.output / ICS).read_bytes())
    return {str(event["UID"]).split("@")[0]: event for event in found.walk("VEVENT")}


def rows(room, path: str = TABLE) -> list[dict[str, str]]:
    text = (room.output / path).read_bytes().decode()
    return list(csv.DictReader(io.StringIO(text.removeprefix(BOM), newline="")))


# -- the calendar ----------------------------------------------------------------------------------------------------


def test_every_story_has_an_entry_for_each_platform_in_the_time_of_its_library(room):
    found = events(room)

    assert len(found) == 4 * 4
    at = {name: event["DTSTART"] for name, event in found.items() if name.endswith("/whatsapp")}
    assert {name: (f"{value.dt:%d %H:%M}", value.params["TZID"]) for name, value in at.items()} == {
        "2026/11/panen/whatsapp": ("20 18:30", "Asia/Jakarta"),
        "2026/11/jahit/whatsapp": ("21 18:30", "Asia/Makassar"),
        "2026/11/undangan/whatsapp": ("21 20:00", "Asia/Jayapura"),
        "2026/10/lama/whatsapp": ("02 18:30", "Asia/Jayapura"),
    }
    assert at["2026/11/undangan/whatsapp"].dt.astimezone(dt.UTC) == dt.datetime(2026, 11, 21, 11, tzinfo=dt.UTC)
    friday = found["2026/11/panen/facebook"]["DTSTART"].dt  # never between half past eleven and one
    assert f"{friday:%d %H:%M}" == "20 19:00"


def test_an_entry_says_what_is_to_be_done_and_rings(room):
    room.write({"content/site.toml": toml()})  # with share kits
    room.build()
    event = events(room)["2026/11/panen/whatsapp"]

    assert str(event["SUMMARY"]) == "Kirim di WhatsApp: Panen kangkung"
    assert str(event["DESCRIPTION"]).splitlines() == [
        "Buka halaman bagikan: https://kabar.example/2026/11/panen/bagikan/",
        "Tempel isi berkas: output/social/2026/11/panen/whatsapp.txt",
        "Perpustakaan: Perpustakaan Desa Alfa",
    ]
    assert str(event["UID"]) == "2026/11/panen/whatsapp@kabar.example"
    assert event["DTSTAMP"].dt == dt.datetime(2026, 11, 20, 1, tzinfo=dt.UTC)  # as published, never as built
    (alarm,) = event.walk("VALARM")
    assert (str(alarm["ACTION"]), alarm["TRIGGER"].dt) == ("DISPLAY", dt.timedelta(0))


def test_the_file_is_as_the_standard_wants_it(room, story):
    title = "Ibu; bapak, anak \\ 👩‍👩‍👧 " + "menanam kélor " * 12
    room.write({A: story(f'"{title.replace(chr(92), chr(92) * 2)}"', terbit_pada="2026-11-20T08:00:00+07:00")})
    room.build()
    data = (room.output / ICS).read_bytes()
    lines = data.split(b"\r\n")

    assert lines[-1] == b""
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(len(line) for line in lines) == 75
    assert [line.decode() for line in lines]  # no line is cut inside a character
    assert str(events(room)["2026/11/panen/whatsapp"]["SUMMARY"]) == f"Kirim di WhatsApp: {title.strip()}"
    zones = icalendar.Calendar.from_ical(data).walk("VTIMEZONE")
    assert [str(zone["TZID"]) for zone in zones] == ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"]
    assert [zone.walk("STANDARD")[0]["TZOFFSETTO"].td for zone in zones] == [dt.timedelta(hours=h) for h in (7, 8, 9)]


def test_a_story_that_no_kit_covers_leads_to_its_page(room):
    room.write({"content/site.toml": toml("[kit]", "sejak = 2026-11-21")})
    room.build()

    assert str(events(room)["2026/11/panen/whatsapp"]["URL"]) == "https://kabar.example/2026/11/panen/"
    assert str(events(room)["2026/11/undangan/whatsapp"]["URL"]).endswith("/2026/11/undangan/bagikan/")
    assert (room.output / "site/2026/11/undangan/bagikan/index.html").exists()
    assert not (room.output / "site/2026/11/panen/bagikan/index.html").exists()
    room.write({"content/site.toml": toml(desks="kit = false\nphotos = false\ncards = false\n")})
    room.build()
    assert not any(str(event["URL"]).endswith("bagikan/") for event in events(room).values())


def test_it_holds_the_newest_stories_and_their_hours_heed_the_others(room, story, monkeypatch):
    monkeypatch.setattr(desk, "NEWEST", 1)
    files = {
        f"content/stories/2026/11/pagi-{name}.md": story(f"Pagi {name}", terbit_pada="2026-11-21T20:00:00+07:00")
        for name in "abc"
    }
    room.write(files)
    room.build(whole=True)

    assert {name: f"{event['DTSTART'].dt:%d %H:%M}" for name, event in events(room).items()} == {
        "2026/11/pagi-c/whatsapp": "23 18:30",
        "2026/11/pagi-c/whatsapp-status": "23 06:30",
        "2026/11/pagi-c/facebook": "23 12:00",
        "2026/11/pagi-c/instagram": "23 12:00",
    }


# -- the tables ------------------------------------------------------------------------------------------------------


def test_the_table_has_a_row_for_every_post_with_its_very_text(room):
    found = rows(room)

    assert (room.output / TABLE).read_bytes().startswith(BOM.encode())
    assert list(found[0]) == list(HEAD)
    assert len(found) == 3 * 4
    assert [row["tanggal"] + row["jam"] for row in found] == sorted(row["tanggal"] + row["jam"] for row in found)
    for row in found:
        assert row["teks"].encode() == (room.output / row["berkas"]).read_bytes()
        assert row["tautan"] in row["teks"]
    first = next(row for row in found if row["judul"] == "Kelas menjahit" and row["saluran"] == "WhatsApp")
    assert (first["tanggal"], first["jam"], first["zona"]) == ("2026-11-21", "18:30", "WITA")


def test_no_cell_is_a_formula_and_texts_look_as_they_are(room, story):
    room.write({A: story("'=1+1'", day="2026-11-20", sosial="{whatsapp: '=2+2', facebook: '+62 812'}")})
    room.build()
    found = {row["saluran"]: row for row in rows(room) if row["berkas"].startswith("social/2026/11/panen/")}

    assert {row["judul"] for row in found.values()} == {"'=1+1"}
    assert {row["perpustakaan"] for row in rows(room)} >= {"'=Perpustakaan; Gama, \\ Papua"}
    assert found["WhatsApp"]["teks"].startswith("\u2060=2+2")
    tools = [path.name for path in (room.output / "social").glob("kalender-2026-11-*-facebook-wib.csv")]
    texts = [row["Text"] for name in tools for row in rows(room, f"social/{name}")]
    assert any(text.startswith("\u2060+62 812") for text in texts)
    assert room.page("social/2026/11/panen/whatsapp.txt").startswith("=2+2")


def test_tools_get_a_table_for_each_channel_and_zone_in_their_own_columns(room):
    names = {path.name for path in (room.output / "social").glob("kalender-2026-11-*.csv")}

    assert names == {  # without pictures nothing can be posted on Instagram
        f"kalender-2026-11-{tool}-facebook-{zone}.csv"
        for tool in ("buffer", "publer")
        for zone in ("wib", "wita", "wit")
    }
    (buffer,) = rows(room, "social/kalender-2026-11-buffer-facebook-wita.csv")
    text = room.page("social/2026/11/jahit/facebook.txt")
    assert buffer == {"Text": text, "Image URL": "", "Tags": "", "Posting Time": "2026-11-21 12:00"}
    (publer,) = rows(room, "social/kalender-2026-11-publer-facebook-wita.csv")
    assert len(publer) == 12
    assert publer["Date - Intl. format or prompt"] == "2026-11-21 12:00"
    assert publer["Text"] == text


def test_a_table_for_a_tool_is_cut_where_the_tool_takes_no_more(newsroom, story):
    files = {
        f"content/stories/2026/11/kabar-{number:03}.md": story(
            f"Kabar {number}", terbit_pada="2026-11-02T08:00:00+07:00"
        )
        for number in range(101)
    }
    lines = ('saluran = ["facebook"]', "[kalender.aturan.facebook]", "sehari = 20", "paling_lambat = 28")
    hours = ", ".join(f'"{hour:02}.{minute}"' for hour in range(7, 17) for minute in ("00", "30"))
    room = newsroom(files | {"content/site.toml": toml(*lines, f"jam = [{hours}]")})
    room.build()

    assert len(rows(room, "social/kalender-2026-11-buffer-facebook-wib.csv")) == 100
    assert len(rows(room, "social/kalender-2026-11-buffer-facebook-wib-2.csv")) == 1
    assert len(rows(room, "social/kalender-2026-11-publer-facebook-wib.csv")) == 101


def test_pictures_are_addresses_that_can_be_fetched_with_what_is_to_be_seen(newsroom, story):
    room = newsroom({A: story("Panen", day="2026-11-20"), "content/site.toml": toml(desks="photos = false\n")})
    room.build()
    sheet = json.loads(room.page("social/2026/11/panen/posts.json"))
    best = {post["platform"]: post["pictures"][0] for post in sheet["posts"] if post["pictures"]}
    found = {row["berkas"].rpartition("/")[2].removesuffix(".txt"): row for row in rows(room)}

    for platform, row in found.items():
        assert row["gambar"] == f"https://kabar.example/{best[platform].removeprefix('site/')}"
        assert (room.output / best[platform]).exists()
        assert row["teks_alternatif"] == "Kartu berita: Panen"
    assert re.search(r"1080x1920", found["whatsapp-status"]["gambar"])
    (post,) = rows(room, "social/kalender-2026-11-buffer-instagram-wib.csv")
    assert post["Image URL"] == found["instagram"]["gambar"]


def test_what_has_no_hour_keeps_its_row_and_says_why(room, story):
    more = {
        f"content/stories/2026/11/k{n:02}.md": story(f"K {n}", terbit_pada="2026-11-21T06:00:00+07:00")
        for n in range(20)
    }
    more["content/stories/2026/11/jauh.md"] = story("Jauh", day="2019-11-01")
    late = story("Sudah lewat", day="2026-11-19", jenis="pengumuman", terbit_pada="2026-11-21T06:00:00+07:00")
    room.write(more | {"content/stories/2026/11/lewat.md": late})
    room.build()
    bare = [row for row in rows(room) if not row["jam"]]

    assert rows(room)[-len(bare) :] == bare
    assert {row["catatan"] for row in bare if row["judul"] == "Sudah lewat"} == {
        "Tanpa jadwal: tidak ada waktu yang sempat sebelum acaranya."
    }
    assert {row["catatan"] for row in bare if row["judul"] == "Jauh"} == {
        "Tanpa jadwal: waktu terbit terlalu jauh dari bulan pada alamatnya."
    }
    assert {row["catatan"] for row in bare if row["judul"].startswith("K ")} == {
        "Tanpa jadwal: hari-hari sesudah terbit sudah penuh."
    }
    assert all(row["teks"] for row in bare)


def test_holidays_are_named_and_so_are_years_whose_holidays_are_not_known(room, story):
    room.write(
        {
            "content/stories/2026/08/merdeka.md": story("Merdeka", terbit_pada="2026-08-17T08:00:00+07:00"),
            "content/stories/2024/12/natal.md": story("Natal", terbit_pada="2024-12-26T08:00:00+07:00"),
            "content/stories/1999/12/lama.md": story("Lama", terbit_pada="1999-12-31T08:00:00+07:00"),
        }
    )
    room.build()

    notes = {
        month: rows(room, f"social/kalender-{month}.csv")[0]["catatan"] for month in ("2026-08", "2024-12", "1999-12")
    }
    assert notes == {
        "2026-08": "Hari libur: Proklamasi Kemerdekaan.",
        "2024-12": "Cuti bersama: Hari Raya Natal.",
        "1999-12": "Hari libur tahun 1999 belum dikenal warta.",
    }
    room.write({"content/site.toml": toml('libur = "abaikan"', 'cuti_bersama = "abaikan"')})
    room.build()
    assert {rows(room, f"social/kalender-{month}.csv")[0]["catatan"] for month in notes} == {""}


# -- what one story makes anew ---------------------------------------------------------------------------------------


def test_one_story_makes_the_calendar_and_the_tables_of_its_month_anew(room, story, difference):
    before = {path: data for path, data in room.tree().items() if "/kalender" in path}
    room.write({A: story("Panen lagi", terbit_pada="2026-11-20T08:00:00+07:00")})
    room.build()
    after = {path: data for path, data in room.tree().items() if "/kalender" in path}
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}

    assert changed == {
        ICS, TABLE, "social/kalender-2026-11-buffer-facebook-wib.csv",
        "social/kalender-2026-11-publer-facebook-wib.csv",
    }  # fmt: skip
    assert difference(room.tree(), room.clean()) == ""


def test_one_story_among_many_plans_the_calendar_and_one_month_whatever_becomes_of_it(newsroom, story):
    many = {
        f"content/stories/{2024 + n // 100}/{1 + n % 12:02}/kabar-{n}.md": story(
            f"Kabar {n}", day=f"{2024 + n // 100}-{1 + n % 12:02}-{1 + n % 28:02}"
        )
        for n in range(200)
    }
    room = newsroom(many)
    room.build(jobs=2)
    changes = [
        {"content/stories/2024/05/baru.md": story("Baru", day="2024-05-31")},
        {"content/stories/2024/05/baru.md": story("Lama", day="2024-05-31", jenis="pengumuman")},
        {"content/stories/2024/05/baru.md": None},
        {"content/stories/2025/12/kabar-111.md": story("Lain", day="2025-12-28")},
    ]

    for change in changes:
        room.write(change)
        room.build(only=("social",))
        report = room.build(only=("calendar",))
        assert 0 < report.made <= report.planned == 1 + 3  # for people, for Buffer, for Publer: one channel, one zone


def test_a_change_of_a_post_alone_is_a_change_of_its_month(room, story, difference):
    room.write(
        {A: story("Panen kangkung", day="2026-11-20", body="Isi lain.", terbit_pada="2026-11-20T08:00:00+07:00")}
    )
    before = room.page(ICS)
    room.build()

    assert "Isi lain." in room.page(TABLE)
    assert room.page(ICS) == before
    assert difference(room.tree(), room.clean()) == ""


def test_without_posts_there_is_no_calendar(room, difference):
    for lines in (toml(desks="social = false\nphotos = false\ncards = false\n"), toml("saluran = []"),
                  toml(desks="calendar = false\nphotos = false\ncards = false\n"),
                  toml() + '[sosial]\nplatform = ["x"]\n'):  # fmt: skip
        room.write({"content/site.toml": lines})
        room.build()
        assert not list((room.output / "social").glob("kalender*"))
        assert difference(room.tree(), room.clean()) == ""
    room.write({"content/site.toml": toml()})
    room.build()
    assert len(events(room)) == 16


def test_a_month_goes_with_its_last_story(room, difference):
    room.write({"content/stories/2026/10/lama.md": None})
    room.build()

    assert not list((room.output / "social").glob("kalender-2026-10*"))
    assert difference(room.tree(), room.clean()) == ""


def test_posts_alone_may_go_and_come_and_the_calendar_catches_up(room, story, difference):
    room.write({A: None, "content/stories/2026/11/baru.md": story("Baru", day="2026-11-03")})
    room.build(only=("social",))
    room.build()

    assert difference(room.tree(), room.clean()) == ""


def test_the_calendar_alone_says_that_texts_are_lacking_and_catches_up(newsroom, story, difference):
    room = newsroom({A: story("Panen", day="2026-11-20")})
    room.build(only=("calendar",))

    assert {row["catatan"] for row in rows(room)} == {"Teksnya belum jadi: jalankan warta build."}
    assert all(not row["teks"] for row in rows(room))
    room.build()
    assert all(row["teks"] for row in rows(room))
    assert difference(room.tree(), room.clean()) == ""


def test_a_story_whose_posts_cannot_be_made_keeps_its_rows_and_costs_no_other(newsroom, story, difference):
    own = (bundled("templates") / "social/whatsapp.txt").read_text("utf-8")
    room = newsroom(
        {
            A: story("Rusak", day="2026-11-20"),
            B: story("Utuh", day="2026-11-19"),
            "templates/social/whatsapp.txt": own + "{% if title == 'Rusak' %}{{ 1 // 0 }}{% endif %}",
        }
    )
    report = room.build()
    found = {(row["judul"], bool(row["teks"]), row["catatan"]) for row in rows(room)}

    assert [failure.path for failure in report.failures] == ["social/2026/11/panen/"]
    assert found == {("Rusak", False, "Teksnya belum jadi: jalankan warta build."), ("Utuh", True, "")}
    assert len(rows(room, "social/kalender-2026-11-buffer-facebook-wib.csv")) == 1
    room.write({"templates/social/whatsapp.txt": own})
    room.build()
    assert all(row["teks"] for row in rows(room))
    assert difference(room.tree(), room.clean()) == ""
