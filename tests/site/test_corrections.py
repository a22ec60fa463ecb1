"""A correction is tied to what it corrects: on the page, in feeds, for search engines, and for those who sent it on."""

import datetime as dt
import json
import zipfile

import feedparser
import html5lib
import pytest

PATH, PAGE = "content/stories/2026/11/panen.md", "site/2026/11/panen/index.html"
URL = "https://kabar.example/2026/11/panen/"
KIT = 'nama = "Kabar"\nurl = "https://kabar.example/"\n[meja]\nphotos = false\ncards = false\nposters = false\n'
FIRST = "{tanggal: 2026-11-12, teks: 'Jumlah peserta 24, bukan 42.'}"
SECOND = "{tanggal: 2026-11-14 09.30, teks: 'Nama kebunnya <b>Melati</b> & bukan Mawar.'}"
THIRD = "{tanggal: 2026-11-14, teks: 'Harinya Rabu.'}"
NS = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture
def room(newsroom, story):
    room = newsroom({
        "content/site.toml": KIT,
        PATH: story("Panen", day="2026-11-10", status="ralat", ralat=f"[{FIRST}, {SECOND}, {THIRD}]"),
        "content/stories/2026/11/lain.md": story("Lain", day="2026-11-18"),
    })  # fmt: skip
    room.build()
    return room


def page(room, path: str = PAGE):
    return html5lib.parse(room.page(path))


def by_id(document, name: str):
    return next((node for node in document.iter() if node.get("id") == name), None)


def test_the_newest_correction_stands_at_the_top_and_each_has_a_place_of_its_own(room):
    document = page(room)
    top = next(node for node in document.iter(f"{NS}p") if node.get("class") == "correction")
    said = " ".join("".join(top.itertext()).split())
    assert said == (
        "Ralat 14 November 2026, pukul 09.30 WIB: Nama kebunnya <b>Melati</b> & bukan Mawar."
        " Ralat sebelumnya: 14 November 2026, 12 November 2026"
    )
    links = [node.get("href").removeprefix("#") for node in top.iter(f"{NS}a")]
    assert links == ["ralat-2026-11-14-2", "ralat-2026-11-14", "ralat-2026-11-12"]
    assert [by_id(document, name).tag for name in links] == [f"{NS}dt"] * 3
    times = [node.get("datetime") for node in top.iter(f"{NS}time")]
    assert times == ["2026-11-14T09:30:00+07:00", "2026-11-14", "2026-11-12"]


def test_a_further_correction_leaves_the_places_of_the_others(room, story):
    before = {node.get("id") for node in page(room).iter() if (node.get("id") or "").startswith("ralat-")}
    fourth = "{tanggal: 2026-11-20, teks: Sekali lagi.}"
    corrections = f"[{fourth}, {FIRST}, {SECOND}, {THIRD}]"
    room.write({PATH: story("Panen", day="2026-11-10", status="ralat", ralat=corrections)})
    room.build()
    after = {node.get("id") for node in page(room).iter() if (node.get("id") or "").startswith("ralat-")}
    assert after == before | {"ralat-2026-11-20"}


def test_search_engines_are_told_when_and_what(room):
    document = page(room)
    data = json.loads(next(node.text for node in document.iter(f"{NS}script") if node.text))[0]
    assert data["dateModified"] == "2026-11-14T09:30:00+07:00"
    assert [(item["datePublished"][:10], item["url"].partition("#")[2]) for item in data["correction"]] == [
        ("2026-11-14", "ralat-2026-11-14-2"), ("2026-11-14", "ralat-2026-11-14"), ("2026-11-12", "ralat-2026-11-12"),
    ]  # fmt: skip
    assert data["correction"][2]["text"] == "Jumlah peserta 24, bukan 42."
    assert "<lastmod>2026-11-14</lastmod>" in room.page("site/sitemap-2026-11.xml")


@pytest.mark.parametrize("name", ["feed.xml", "atom.xml"])
def test_feeds_tell_it_first_and_say_that_the_story_changed(room, name):
    feed = feedparser.parse((room.output / "site" / name).read_bytes(), sanitize_html=False)
    assert feed.bozo is False
    entry = next(item for item in feed.entries if item.link == URL)
    other = next(item for item in feed.entries if item.link != URL)
    body = entry.content[0].value
    assert body.startswith(f'<p><strong><a href="{URL}#ralat-2026-11-14-2">Ralat 14 November 2026, pukul 09.30 WIB</a>')
    assert "&lt;b&gt;Melati&lt;/b&gt; &amp; bukan" in body
    assert body.index("Nama kebunnya") < body.index("Jumlah peserta 24") < body.index("Isi kabar.")
    assert dt.datetime(*entry.updated_parsed[:6], tzinfo=dt.UTC).isoformat() == "2026-11-14T02:30:00+00:00"
    assert "atom:updated" not in room.page("site/feed.xml").partition("/lain/")[2].partition("</item>")[0]
    assert "Ralat" not in other.content[0].value


def test_the_json_feed_tells_it_too(room):
    items = {item["url"]: item for item in json.loads(room.page("site/feed.json"))["items"]}
    assert items[URL]["date_modified"] == "2026-11-14T09:30:00+07:00"
    assert items[URL]["content_html"].count("<strong>") == 3


def test_a_correction_of_the_same_day_changes_the_story_even_without_an_hour(newsroom, story):
    same = "[{tanggal: 2026-11-10, teks: Namanya Sari.}]"
    room = newsroom({PATH: story("Panen", day="2026-11-10", terbit_pada="2026-11-10 10.00 WIB", ralat=same)})
    room.build()
    item = json.loads(room.page("site/feed.json"))["items"][0]
    assert (item["date_published"], item["date_modified"]) == ("2026-11-10T10:00:00+07:00", "2026-11-10T10:00:01+07:00")


def test_whoever_sent_the_story_is_offered_the_correction(room, story, difference):
    document = page(room, "site/2026/11/panen/bagikan/index.html")
    text = by_id(document, "ralat-1").text
    assert text == (
        "Ralat 14 November 2026: Nama kebunnya <b>Melati</b> & bukan Mawar.\n\n"
        f"Ini memperbaiki kabar kami: Panen\n{URL}\n\nPerpustakaan Desa Alfa"
    )
    assert room.page("social/2026/11/panen/ralat.txt") == text
    sheet = json.loads(room.page("social/2026/11/panen/posts.json"))
    assert [item["day"] for item in sheet["corrections"]] == ["2026-11-14", "2026-11-14", "2026-11-12"]
    with zipfile.ZipFile(room.output / "site/2026/11/panen/bagikan/panen-bagikan.zip") as parcel:
        assert parcel.read("teks/ralat.txt").decode() == text
        assert "Berita ini diralat" in parcel.read("bagikan.html").decode()
    chats = [
        node.get("href") for node in document.iter(f"{NS}a") if (node.get("href") or "").startswith("https://wa.me")
    ]
    assert any("Ralat%2014%20November" in address for address in chats)
    assert "diralat" not in room.page("site/2026/11/lain/bagikan/index.html")
    room.write({PATH: story("Panen", day="2026-11-10")})
    room.build()
    assert not (room.output / "social/2026/11/panen/ralat.txt").exists()
    assert difference(room.tree(), room.clean()) == ""


def test_a_sample_says_so_in_its_correction_too(newsroom, story):
    room = newsroom({PATH: story("Panen", day="2026-11-10", contoh="ya", ralat=f"[{FIRST}]")})
    room.build()
    assert room.page("social/2026/11/panen/ralat.txt").startswith("(Contoh, bukan kejadian nyata)")
