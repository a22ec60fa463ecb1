"""Stories in several languages: a translation stands beside its original and in no list, and never without it."""

import datetime as dt
import json
import re

import html5lib
import pytest

from tests.pictures.conftest import scene

PLACE, OTHER = "content/stories/2025/01/panen.md", "content/stories/2025/02/harvest.md"
PAGE, TRANSLATED = "site/2025/01/panen/index.html", "site/2025/02/harvest/index.html"
URL = "https://kabar.example/"
DAY = int(dt.datetime(2026, 11, 22, 1, tzinfo=dt.UTC).timestamp())


@pytest.fixture
def room(newsroom, story):
    """A story in Indonesian and in English, and another one."""
    return newsroom(
        {
            PLACE: story("Panen", topik="[kebun]", strategi="advokasi", peserta="{total: 20}"),
            OTHER: english(story),
            "content/stories/2025/01/lain.md": story("Lain", topik="[kebun]"),
        }
    )


def english(story, **more: str) -> str:
    values = {"terjemahan": "2025/01/panen", "bahasa": "en", "topik": "[kebun]", "peserta": "{total: 20}"} | more
    return story("Harvest", strategi="advokasi", **values)


def codes(report) -> list[tuple[str, str]]:
    return [(problem.path, problem.code) for problem in report.problems if problem.code.startswith("terjemahan")]


def alternates(page: str) -> dict[str, str]:
    return dict(re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">', page))


def test_both_pages_name_each_other_and_the_original_for_all_others(room):
    assert room.build().errors == 0
    pages = room.page(PAGE), room.page(TRANSLATED)
    both = {"id": f"{URL}2025/01/panen/", "x-default": f"{URL}2025/01/panen/", "en": f"{URL}2025/02/harvest/"}
    assert [alternates(page) for page in pages] == [both, both]
    assert '<a href="../../../2025/02/harvest/" hreflang="en" lang="en">English</a>' in pages[0]
    assert '<a href="../../../2025/01/panen/" hreflang="id" lang="id">Indonesia</a>' in pages[1]
    assert alternates(room.page("site/2025/01/lain/index.html")) == {}
    works = [json.loads(re.search(r'ld\+json">(.*?)</script>', page)[1])[0] for page in pages]
    assert [work["url"] for work in works[0]["workTranslation"]] == [both["en"]]
    assert (works[1]["translationOfWork"]["url"], works[1]["inLanguage"]) == (both["id"], "en")
    assert "translationOfWork" not in works[0]
    assert "workTranslation" not in works[1]


def test_the_frame_of_a_translation_speaks_its_language(room):
    room.build()
    page = room.page(TRANSLATED)
    assert '<html lang="en">' in page
    assert '<meta property="og:locale" content="en_US">' in page
    assert '<meta property="og:locale:alternate" content="id_ID">' in page
    assert ("Share this story" in page, "Bagikan kabar ini" in page) == (True, False)
    assert "Sunday, January 5, 2025" in page
    parser = html5lib.HTMLParser(strict=True)
    parser.parse(page)
    assert '<html lang="id">' in room.page(PAGE)


def test_a_translation_stands_in_no_list_and_is_not_posted_nor_counted(room):
    report = room.build()
    assert report.stories == 2
    tree = room.tree()
    named = {path for path, data in tree.items() if b"harvest" in data or b"Harvest" in data}
    assert named == {PAGE, TRANSLATED, "site/sitemap-2025-01.xml", "site/sitemap-2025-02.xml"}
    assert not [path for path in tree if path.startswith("social/2025/02")]
    assert "site/2025/02/index.html" not in tree
    month = room.page("site/sitemap-2025-02.xml")
    assert f"<loc>{URL}2025/02/harvest/</loc>" in month
    for language, address in (("id", "2025/01/panen"), ("en", "2025/02/harvest")):
        assert f'<xhtml:link rel="alternate" hreflang="{language}" href="{URL}{address}/"/>' in month
    assert "sitemap-2025-02.xml" in room.page("site/sitemap.xml")


@pytest.mark.parametrize(
    "said", ["/2025/01/panen/", "content/stories/2025/01/panen.md", "2025/01/panen/index.md", f"{URL}2025/01/panen/"]
)
def test_the_original_may_be_named_in_many_ways(newsroom, story, said):
    room = newsroom({PLACE: story("Panen"), OTHER: english(story, terjemahan=f'"{said}"')})
    assert codes(room.build(only=("site",))) == []
    assert "en" in alternates(room.page(PAGE))


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"terjemahan": "panen"}, "terjemahan-tidak-sah"),
        ({"terjemahan": "2025/02/harvest"}, "terjemahan-tidak-sah"),
        ({"bahasa": ""}, "terjemahan-tanpa-bahasa"),
        ({"terjemahan": "2025/01/pamen"}, "terjemahan-asli-tidak-ada"),
        ({"bahasa": "id"}, "terjemahan-sama-bahasa"),
    ],
)
def test_what_cannot_be_a_translation_is_held_with_a_reason(newsroom, story, more, code):
    room = newsroom({PLACE: story("Panen"), OTHER: english(story, **more)})
    report = room.build()
    assert codes(report) == [("content/stories/2025/02/harvest.md", code)]
    assert report.errors == 1
    (problem,) = [problem for problem in report.problems if problem.code == code]
    assert problem.fix.endswith("terjemahan: 2025/01/panen") == (code == "terjemahan-asli-tidak-ada")
    assert not (room.output / TRANSLATED).exists()
    assert alternates(room.page(PAGE)) == {}


def test_the_nearest_original_is_looked_for_again_when_stories_come(newsroom, story, difference):
    room = newsroom({"content/stories/2024/01/jauh.md": story("Jauh", day="2024-01-05"), OTHER: english(story)})
    room.build()
    room.write({"content/stories/2025/01/panens.md": story("Panens")})
    found = {problem.fix for problem in room.build().problems if problem.code == "terjemahan-asli-tidak-ada"}
    assert found == {"Tulis misalnya: terjemahan: 2025/01/panens"}
    assert codes(room.build(whole=True)) == [(OTHER, "terjemahan-asli-tidak-ada")]


def test_while_the_original_is_broken_its_translation_waits_and_is_not_blamed(room, story):
    room.write({PLACE: "---\njudul: [rusak\n---\n"})
    assert codes(room.build()) == [(OTHER, "terjemahan-menunggu")]
    room.write({PLACE: story("Panen", status="draf")})
    assert codes(room.build()) == [(OTHER, "terjemahan-menunggu")]
    room.write({PLACE: story("Panen")})
    assert codes(room.build()) == []


def test_a_language_may_be_called_by_its_name(newsroom, story):
    room = newsroom({PLACE: story("Panen"), OTHER: english(story, bahasa="Bahasa Inggris")})
    room.build(only=("site",))
    assert alternates(room.page(PAGE))["en"] == f"{URL}2025/02/harvest/"


def test_of_two_translations_into_one_language_the_first_counts_and_the_other_takes_its_place(room, story, difference):
    second = "content/stories/2025/03/harvest-again.md"
    room.write({second: english(story)})
    report = room.build()
    assert codes(report) == [(second, "terjemahan-ganda")]
    room.write({OTHER: None})
    assert codes(room.build()) == []
    assert alternates(room.page(PAGE))["en"] == f"{URL}2025/03/harvest-again/"
    assert difference(room.tree(), room.clean()) == ""


def test_a_translation_of_a_translation_names_the_original(room, story):
    room.write({"content/stories/2025/03/panen.md": english(story, terjemahan="2025/02/harvest", bahasa="jv")})
    (problem,) = [problem for problem in room.build().problems if problem.code == "terjemahan-berantai"]
    assert problem.fix.endswith("terjemahan: 2025/01/panen")


@pytest.mark.parametrize("state", [{"status": "tarik", "tarik_alasan": "Diminta"}, {"status": "draf"}, None])
def test_a_translation_goes_with_its_original_and_comes_back_with_it(room, story, difference, state):
    room.build()
    room.write({PLACE: story("Panen", **state) if state else "---\njudul: [rusak\n---\n"})
    room.build()
    assert not (room.output / TRANSLATED).exists()
    assert not [path for path, data in room.tree().items() if b"Harvest" in data]
    (room.root / "content/tarik.toml").unlink(missing_ok=True)  # what was taken down stays so, until somebody allows it
    room.write({PLACE: story("Panen raya")})
    room.build()
    assert "en" in alternates(room.page(PAGE))
    assert difference(room.tree(), room.clean()) == ""


def test_a_translation_waits_for_the_embargo_of_its_original(room, story, difference):
    room.write({PLACE: story("Panen", embargo="2026-11-23 08.00 WIB")})
    room.build(now=DAY)
    assert not (room.output / TRANSLATED).exists()
    later = DAY + 2 * 86_400
    room.build(now=later)
    assert alternates(room.page(TRANSLATED)) == alternates(room.page(PAGE)) != {}
    assert difference(room.tree(), room.clean(now=later)) == ""


@pytest.mark.parametrize(
    ("consent", "month"),
    [
        ("tidak", "01"), ("tidak", "02"), ("{dicabut: 2026-11-20}", "01"), ("{dicabut: 2026-11-20}", "02"),
        ("{kanal: [sosial]}", "02"), ("{sampai: 2026-11-21}", "02"),
    ],
)  # fmt: skip
def test_a_consent_that_the_original_lost_is_lost_for_its_translation(newsroom, story, difference, consent, month):
    """Whether they show one file or, from another folder, a copy of it."""
    photo, place = scene(700, 500).write_to_buffer(".jpg"), f"2025/{month}/harvest"
    files = {
        "content/site.toml": 'nama = "Kabar"\nurl = "https://kabar.example/"\n[meja]\ncards = false\n',
        "content/stories/2025/01/a.jpg": photo,
        f"content/stories/2025/{month}/a.jpg": photo,
        PLACE: story("Panen", foto="[{berkas: a.jpg, izin: ya}]", kutipan=spoken("ya")),
        f"content/stories/{place}.md": english(
            story, foto="[{berkas: a.jpg, izin: ya}]", kutipan=spoken("ya", "I was shy.")
        ),
    }
    room = newsroom(files)
    room.build(now=DAY)
    page = room.page(f"site/{place}/index.html")
    assert ("harvest-" in page, "I was shy." in page) == (True, True)
    room.write({PLACE: story("Panen", foto=f"[{{berkas: a.jpg, izin: {consent}}}]", kutipan=spoken(consent))})
    room.build(now=DAY)
    page = room.page(f"site/{place}/index.html")
    assert ("harvest-" in page, "I was shy." in page) == (False, False)
    assert not list((room.output / f"site/{place}").glob("harvest-*"))
    assert difference(room.tree(), room.clean(now=DAY)) == ""


def spoken(consent: str, text: str = "Dulu saya malu.") -> str:
    return f'[{{teks: "{text}", nama: Ibu S., izin: {consent}}}]'


def test_a_language_without_a_catalogue_is_framed_in_the_site_s(newsroom, story):
    room = newsroom({PLACE: story("Panen"), OTHER: english(story, bahasa="nl")})
    room.build(only=("site",))
    page = room.page(TRANSLATED)
    assert '<html lang="id">' in page
    assert '<h1 lang="nl">Harvest</h1>' in page
    assert '<div class="body" lang="nl">' in page
    assert '<article class="story beside">' in page
    assert 'lang="nl">Nederlands</' in page


def test_a_story_of_its_own_in_another_language_is_marked_in_lists(newsroom, story):
    room = newsroom({PLACE: story("Harvest", bahasa="en")})
    room.build(only=("site",))
    assert '<a href="../../2025/01/panen/" lang="en">Harvest</a>' in room.page("site/2025/01/index.html")
    assert alternates(room.page(PAGE)) == {}
