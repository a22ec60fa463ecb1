"""Drafts of mail: one for each outlet, with its own dateline; opened as drafts, the same bytes twice, never public."""

import email
import email.policy
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.production.mailing import write
from pipeline.production.newsroom import Newsroom
from tests.conftest import NOW

SETTINGS = (
    'nama = "Kabar"\nurl = "https://kabar.example/"\nsurel = "redaksi@kabar.example"\npenerbit = "Redaksi Kabar"\n'
)
LIST = (
    "media;nama;surel;sapaan;dateline\nKabar Kota;Ibu Rani;rani@rahasia-sekali.example;;{KOTA}, KABAR KOTA –\n"
    "Suara Pesisir;;meja@rahasia-sekali.example;Yang terhormat Pak Joko,;\n"
    "Suara Pesisir;;dua@rahasia-sekali.example;;\n"
)
ADDRESS = "2026/11/panen"


@pytest.fixture
def room(newsroom, story):
    room = newsroom({
        "content/site.toml": f"{SETTINGS}[meja]\nphotos = false\ncards = false\nposters = false\nkit = false\n",
        "content/press/media.csv": LIST,
        "content/stories/2026/11/panen.md": story(
            "Panen & raya <5 kg", day="2026-11-20", siaran="{kota: Soreang}", body="Warga memanen sayur. Ini isinya."
        ),
    })  # fmt: skip
    room.build()
    return room


def drafts(room, folder: Path, **more):
    found = write(Newsroom(room.root), ADDRESS, folder, now=NOW, **more)
    read = {
        path.name: email.message_from_bytes(path.read_bytes(), policy=email.policy.default) for path in found.written
    }
    return found, read


def body(message) -> str:
    return message.get_body(("plain",)).get_content().replace("\r\n", "\n")


def test_each_outlet_gets_a_draft_with_its_own_greeting_and_dateline(room, tmp_path):
    found, read = drafts(room, tmp_path / "surel")

    assert sorted(read) == ["kabar-kota.eml", "suara-pesisir-2.eml", "suara-pesisir.eml"]
    first, second = read["kabar-kota.eml"], read["suara-pesisir.eml"]
    assert first["X-Unsent"] == "1"
    assert first["To"] == "Ibu Rani <rani@rahasia-sekali.example>"
    assert first["From"] == "Redaksi Kabar <redaksi@kabar.example>"
    assert first["Subject"] == "Siaran pers: Panen & raya <5 kg"
    assert body(first).startswith("Yth. Ibu Rani,\n")
    assert "SOREANG, KABAR KOTA – " in body(first)
    assert body(second).startswith("Yang terhormat Pak Joko,\n")
    assert "SOREANG, Perpustakaan Desa Alfa – " in body(second)
    assert "Yth. Redaksi Suara Pesisir," in body(read["suara-pesisir-2.eml"])
    assert "Warga memanen sayur. Ini isinya." in body(first)
    assert "https://kabar.example/2026/11/panen/" in body(first)
    assert (found.faults, found.left) == ((), ())


def test_the_release_is_attached_as_it_was_made(room, tmp_path):
    _found, read = drafts(room, tmp_path)
    parts = {part.get_filename(): part.get_content() for part in read["kabar-kota.eml"].iter_attachments()}
    assert parts["siaran-pers.pdf"] == (room.output / f"press/{ADDRESS}/siaran-pers.pdf").read_bytes()
    assert "siaran-pers.pdf" in body(read["kabar-kota.eml"])


def test_the_same_release_gives_the_same_drafts(room, tmp_path):
    one, _ = drafts(room, tmp_path / "satu")
    two, _ = drafts(room, tmp_path / "dua")
    assert [path.read_bytes() for path in one.written] == [path.read_bytes() for path in two.written]


def test_under_embargo_the_draft_asks_to_wait(room, story, tmp_path):
    room.write({"content/stories/2026/11/panen.md": story(
        "Panen", day="2026-11-20", siaran="ya", embargo="2026-11-25 10.00 WIB",
    )})  # fmt: skip
    room.build()
    _found, read = drafts(room, tmp_path)
    assert read["kabar-kota.eml"]["Subject"].startswith("EMBARGO. ")
    assert "Rabu, 25 November 2026 pukul 10.00 WIB. Mohon tidak dimuat sebelumnya." in body(read["kabar-kota.eml"])


def test_no_address_of_an_outlet_is_ever_published(room, tmp_path):
    drafts(room, tmp_path)
    room.build()
    for path in room.output.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            members = zipfile.ZipFile(BytesIO(data)) if data[:2] == b"PK" else None
            texts = [data, *((members.read(name) for name in members.namelist()) if members else ())]
            assert not any(b"rahasia-sekali" in text for text in texts), path


@pytest.mark.parametrize("folder", ["output", "output/surel", "content/press", ".warta/surel"])
def test_drafts_go_nowhere_public(room, folder):
    with pytest.raises(UsageError, match="bukan untuk umum"):
        drafts(room, room.root / folder)
    assert not list(room.root.rglob("*.eml"))


def test_what_is_no_release_and_what_is_no_list_is_told(room, story, tmp_path):
    room.write({"content/stories/2026/11/lain.md": story("Lain", day="2026-11-20")})
    room.build()
    with pytest.raises(UsageError, match=r"siaran: ya"):
        write(Newsroom(room.root), "2026/11/lain", tmp_path, now=NOW)
    with pytest.raises(UsageError, match="2026/11/panen"):
        write(Newsroom(room.root), "2026/11/pane", tmp_path, now=NOW)
    room.write({"content/press/media.csv": None})
    with pytest.raises(UsageError, match=r"media.csv tidak dapat dibaca"):
        drafts(room, tmp_path)


def test_a_bad_row_costs_itself(room, tmp_path):
    room.write({"content/press/media.csv": LIST + "Tanpa Surel;;;;\n"})
    found, read = drafts(room, tmp_path)
    assert len(read) == 3
    assert [fault.split(": ")[0] for fault in found.faults] == ["content/press/media.csv:5"]


def test_names_cannot_add_headers(room, tmp_path):
    room.write(
        {"content/press/media.csv": 'media,surel,nama\n"A\nBcc: x@y.example",a@kabar.example,"B\r\nBcc: z@y.example"\n'}
    )
    _found, read = drafts(room, tmp_path)
    (one,) = read.values()
    assert one["Bcc"] is None
    assert one["To"].addresses[0].addr_spec == "a@kabar.example"


def test_what_is_too_heavy_stays_behind(room, tmp_path, monkeypatch):
    monkeypatch.setattr("pipeline.production.mailing.HEAVIEST", 10)
    found, read = drafts(room, tmp_path)
    assert "siaran-pers.pdf" in found.left
    assert list(read["kabar-kota.eml"].iter_attachments()) == []


def test_a_list_of_outlets_may_be_another(room, tmp_path):
    other = tmp_path / "lain.csv"
    other.write_text("media,surel\nSatu,a@b.example\n", "utf-8")
    found, _read = drafts(room, tmp_path, listed=other)
    assert [path.name for path in found.written] == ["satu.eml"]
