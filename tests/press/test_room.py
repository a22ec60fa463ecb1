"""The media room: what journalists find for themselves, and what is kept from them until its time."""

import datetime as dt
import re
from unittest import mock

import pytest

from pipeline.archive import visible
from tests.pictures.conftest import scene
from tests.press.conftest import SETTINGS, Words, files_of, words_of_docx, words_of_pdf

PERS = "site/pers/"
TWIN = f"{PERS}2026/11/panen/"
KIT = f"{TWIN}panen-kit-pers.zip"
PHOTO = {"content/stories/2026/11/foto.jpg": scene(1_000, 750).write_to_buffer(".jpg")}


def said(room, path: str) -> str:
    return Words(room.page(path)).text


def pers(room) -> list[str]:
    return sorted(path.removeprefix(PERS) for path in room.tree() if path.startswith(PERS))


def test_a_release_has_its_page_and_its_files(press):
    room = press()
    assert room.build().problems == ()
    assert pers(room) == [
        "2026/11/panen/index.html", "2026/11/panen/panen-kit-pers.zip", "2026/11/panen/siaran-pers.docx",
        "2026/11/panen/siaran-pers.pdf", "2026/11/panen/siaran-pers.txt", "index.html",
    ]  # fmt: skip
    page = room.page(f"{TWIN}index.html")
    assert '<link rel="canonical" href="https://kabar.example/2026/11/panen/">' in page
    for name in ("panen-kit-pers.zip", "siaran-pers.docx", "siaran-pers.pdf", "siaran-pers.txt"):
        assert f'href="{name}"' in page
    assert "BANDUNG, Perpustakaan Desa Alfa –" in said(room, f"{TWIN}index.html")
    assert 'href="../../../pers/2026/11/panen/"' in room.page("site/2026/11/panen/index.html")
    assert "Warga Alfa memanen kangkung" in said(room, f"{PERS}index.html")
    assert "https://kabar.example/pers/" in room.page("site/sitemap-halaman.xml")
    assert " style=" not in page + room.page(f"{PERS}index.html")


def test_the_room_is_there_before_its_first_release(press):
    room = press(siaran="tidak")
    room.build()
    assert pers(room) == ["index.html"]
    text = said(room, f"{PERS}index.html")
    assert "Belum ada siaran pers." in text
    assert "Program ini menghidupkan perpustakaan desa." in text
    assert "redaksi@kabar.example" in text
    assert 'href="./pers/"' in room.page("site/index.html")
    assert "pers/2026" not in room.page("site/2026/11/panen/index.html")


def test_nothing_of_a_release_is_in_the_room_before_its_embargo_ends(press):
    end = dt.datetime(2026, 11, 25, 3, tzinfo=dt.UTC)
    room = press("Judul yang menunggu", embargo="2026-11-25 10.00 WIB")
    room.build()
    assert pers(room) == ["index.html"]
    for path, data in room.tree().items():
        assert path.startswith("press/") or b"Judul yang menunggu" not in data
    room.build(now=int(end.timestamp()))
    assert "2026/11/panen/siaran-pers.pdf" in pers(room)
    assert "EMBARGO" not in said(room, f"{TWIN}index.html")


@pytest.mark.parametrize(
    ("consent", "press_has", "room_has"),
    [
        ("ya", True, True),
        ("{kanal: [pers]}", True, False),
        ("{kanal: [web]}", False, False),
        ("{kanal: [web, pers]}", True, True),
        ("tidak", False, False),
    ],
)
def test_people_are_in_the_room_where_they_agreed_to_the_web_as_well(press, consent, press_has, room_has):
    room = press(
        files=PHOTO,
        foto=f"[{{berkas: foto.jpg, keterangan: Kangkung segar, alt: Kangkung, izin: {consent}}}]",
        kutipan=f"[{{teks: Senang sekali, nama: Ibu S., izin: {consent}}}]",
    )
    room.build()
    readers = {"docx": words_of_docx, "pdf": words_of_pdf, "txt": bytes.decode}
    for folder, has in (("press/2026/11/panen/", press_has), (TWIN, room_has)):
        for end, read in readers.items():
            words = read((room.output / f"{folder}siaran-pers.{end}").read_bytes())
            assert ("Senang sekali" in words) is has
            assert ("Kangkung segar" in words) is has
        kit = files_of((room.output / f"{folder}panen-kit-pers.zip").read_bytes())
        assert ("foto/panen-01.jpg" in kit) is has
    assert ("Senang sekali" in said(room, f"{TWIN}index.html")) is room_has


def test_older_releases_stand_by_year(newsroom, story, difference):
    files = {
        f"content/stories/{year}/0{month}/kabar.md": story(
            f"Kabar {year}-{month}", day=f"{year}-0{month}-02", siaran="ya"
        )
        for year in (2024, 2025, 2026)
        for month in (1, 2)
    }
    with mock.patch.object(visible, "FRONT", 3):
        room = newsroom({"content/site.toml": SETTINGS} | files)
        room.build()
        pages = [path for path in pers(room) if re.fullmatch(r"(\d{4}/)?index\.html", path)]
        assert pages == ["2024/index.html", "2025/index.html", "index.html"]
        assert 'href="../pers/2024/"' in room.page(f"{PERS}index.html")
        assert "Kabar 2024-1" in said(room, f"{PERS}2024/index.html")
        room.write({"content/stories/2026/01/kabar.md": None})
        room.build()
        assert difference(room.tree(), room.clean()) == ""
        room.write(
            {path: None for path in files if "/2024/" in path}
            | {"content/stories/2026/03/baru.md": story("Baru", day="2026-03-02", siaran="ya")}
        )
        room.build()
        assert difference(room.tree(), room.clean()) == ""


def test_one_changed_release_plans_what_it_is_and_the_room(press, story):
    others = {
        f"content/stories/2026/10/kabar-{n}.md": story(f"Kabar {n}", day="2026-10-02", siaran="ya") for n in range(9)
    }
    room = press(files=others)
    room.build()
    room.write({"content/stories/2026/11/panen.md": story("Panen lain", day="2026-11-02", siaran="ya")})
    report = room.build(only=("press",))
    # Five files to send, five in the room, its first page; the page of a year is looked at, and is not there.
    assert report.planned == 11
    assert report.made == 11


def test_a_library_over_others_is_told_of_in_their_releases(press, difference):
    room = press()
    room.build()
    path = "content/libraries/kabupaten.md"
    room.write({path: (room.root / path).read_text("utf-8").replace("membina", "mendampingi")})
    room.build()
    assert "Dinas Kabupaten mendampingi perpustakaan." in room.page(f"{TWIN}siaran-pers.txt")
    assert difference(room.tree(), room.clean()) == ""
    room.write({path: None})
    room.build()
    assert "Dinas Perpustakaan Kabupaten" not in room.page("press/2026/11/panen/siaran-pers.txt")
    assert difference(room.tree(), room.clean()) == ""


@pytest.mark.parametrize("off", ["press", "site"])
def test_without_the_desk_or_a_site_there_is_no_room(press, off):
    room = press(files={"content/site.toml": f"{SETTINGS}{off} = false\n"})
    room.build()
    assert pers(room) == []
    assert (room.output / "press").exists() is (off == "site")
    if off == "press":
        assert "pers/" not in room.page("site/index.html")
        assert "pers/" not in room.page("site/2026/11/panen/index.html")
