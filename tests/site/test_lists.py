"""Lists: the newest first, the rest by month or year; related stories; small counts; the news sitemap's two days."""

import datetime as dt
import json
import re

import pytest

from pipeline.build.output import View
from pipeline.desks.site import sitemaps
from pipeline.desks.site import views as site_views
from pipeline.desks.social import views as social_views

HOUR = 3_600


def many(story, number: int, month: str = "2025/01") -> dict[str, str]:
    """Return *number* stories of one month, an hour apart."""
    start = dt.datetime(2025, 1, 1, 1, tzinfo=dt.UTC)
    return {
        f"content/stories/{month}/kabar-{n:02}.md": story(
            f"Kabar {n:02}",
            terbit_pada=(start + dt.timedelta(hours=n)).isoformat(),
            topik="[panen]",
            strategi="advokasi",
        )
        for n in range(number)
    }


def listed(text: str) -> list[str]:
    return re.findall(r'<h[23]><a href="[./]*([^"]+)/">', text)


def test_a_list_shows_its_newest_24_and_a_month_for_the_rest(newsroom, story):
    room = newsroom(many(story, 24))
    room.build()
    front = room.page("site/topik/panen/index.html")
    assert listed(front) == [f"2025/01/kabar-{n:02}" for n in reversed(range(24))]
    assert not (room.output / "site/topik/panen/2025/01/index.html").exists()

    room.write(many(story, 25))
    room.build()

    front = room.page("site/topik/panen/index.html")
    assert len(listed(front)) == 24
    assert 'href="../../topik/panen/2025/01/"' in front
    assert len(listed(room.page("site/topik/panen/2025/01/index.html"))) == 25
    assert (room.output / "site/perpustakaan/alfa/2025/index.html").exists()


def test_a_topic_named_like_a_strategy_is_a_topic_and_goes_with_its_last_story(newsroom, story, difference):
    path = "content/stories/2025/01/satu.md"
    room = newsroom({path: story("Satu", topik="[advokasi]"), "content/stories/2025/01/dua.md": story("Dua")})
    room.build()
    assert "Mencari dukungan" not in room.page("site/topik/advokasi/index.html")
    assert "Mencari dukungan" in room.page("site/strategi/advokasi/index.html")

    room.write({path: None})
    room.build()

    assert not (room.output / "site/topik/advokasi").exists()
    assert difference(room.tree(), room.clean()) == ""


def test_related_looks_back_in_library_topic_and_strategy_and_names_nothing_twice(newsroom, story):
    room = newsroom(many(story, 4))
    room.build()
    text = room.page("site/2025/01/kabar-03/index.html").partition('related part"')[2]
    assert listed(text) == ["2025/01/kabar-02", "2025/01/kabar-01", "2025/01/kabar-00"]
    assert re.findall(r'class="reason meta">([^<:]+)', text) == [
        "Sebelumnya dari perpustakaan ini",
        "Topik yang sama di daerah ini",
        "Strategi yang sama di provinsi ini",
    ]
    assert 'class="related"' not in room.page("site/2025/01/kabar-00/index.html")


@pytest.mark.parametrize(
    ("counts", "shown", "hidden"),
    [
        ("{total: 20, laki-laki: 3, perempuan: 17}", ["20 orang"], ["17 perempuan", "3 laki-laki"]),
        ("{laki-laki: 3, perempuan: 17}", ["20 orang"], ["17 perempuan", "3 laki-laki"]),
        ("{laki-laki: 3}", [], ["3 laki-laki"]),
        ("{total: 3, anak: 6, disabilitas: 1}", ["3 orang", "6 anak"], ["1 penyandang"]),
        ("{total: 1238, lansia: 5}", ["1.238 orang", "5 lansia"], []),
    ],
)
def test_counts_that_point_at_single_people_are_left_out(newsroom, story, counts, shown, hidden):
    room = newsroom({"content/stories/2025/01/satu.md": story("Satu", peserta=counts)})
    room.build()
    text = room.page("site/2025/01/satu/index.html")
    assert [count for count in shown if count not in text] == []
    assert [count for count in hidden if count in text] == []


def test_a_story_is_in_the_news_sitemap_for_two_days(newsroom, story):
    room = newsroom({"content/stories/2025/01/satu.md": story("Satu", terbit_pada="2025-01-05T08:00:00+07:00")})
    published = int(dt.datetime(2025, 1, 5, 1, tzinfo=dt.UTC).timestamp())

    def named(now: int) -> bool:
        room.build(now=now)
        return "2025/01/satu" in room.page("site/news-sitemap.xml")

    assert [named(published + hours * HOUR) for hours in (-1, 0, 47, 48, 47)] == [False, True, True, False, True]
    assert named(published + 48 * HOUR - 1)
    text = room.page("site/news-sitemap.xml")
    assert "<news:publication_date>2025-01-05T08:00:00+07:00</news:publication_date>" in text
    assert "<news:language>id</news:language>" in text


def test_quotes_need_consent_and_are_not_told_twice(newsroom, story):
    quotes = (
        "[{teks: Saya kini berani, nama: Ibu S., izin: ya}, {teks: Jangan tampilkan, nama: X, izin: tidak},"
        " {teks: Hanya cetak, nama: Y, izin: {kanal: [cetak]}}, {teks: Sudah ada di isi, nama: Z, izin: ya}]"
    )
    body = "Isi.\n\n> “Sudah ada di isi.”"
    room = newsroom({"content/stories/2025/01/satu.md": story("Satu", kutipan=quotes, body=body)})
    room.build()
    text = room.page("site/2025/01/satu/index.html")
    assert (text.count("Saya kini berani"), text.count("Sudah ada di isi")) == (1, 1)
    everything = b"".join(room.tree().values())
    assert b"Jangan tampilkan" not in everything
    assert b"Hanya cetak" not in everything


def test_links_of_a_body_are_absolute_in_feeds_and_work_below_a_sub_path(newsroom, story):
    body = "[a](/2025/01/dua/) [b](../lain/?a=1&b=2) [c](https://a.example/) [d](#bawah) [e](mailto:a@b.example)"
    room = newsroom({"content/stories/2025/01/satu.md": story("Satu", body=body)})
    room.write({"content/site.toml": 'url = "https://kabar.example/desa/"\nsurel = "a@b.example"\n'})
    room.build()
    item = json.loads(room.page("site/feed.json"))["items"][0]
    assert re.findall(r'href="([^"]*)"', item["content_html"]) == [
        "https://kabar.example/desa/2025/01/dua/",
        "https://kabar.example/desa/2025/01/lain/?a=1&amp;b=2",
        "https://a.example/",
        "https://kabar.example/desa/2025/01/satu/#bawah",
        "mailto:a@b.example",
    ]
    assert 'href="../../../2025/01/dua/"' in room.page("site/2025/01/satu/index.html")


def test_every_part_of_every_view_has_a_name_for_people():
    kinds = [kind for module in (site_views, social_views) for kind in vars(module).values() if isinstance(kind, type)]
    views = [kind for kind in kinds if issubclass(kind, View) and kind.__module__.startswith("pipeline.desks")]
    assert len(views) >= 14
    for kind in views:
        assert set(kind.__struct_fields__) - {"frame"} == set(kind.INPUTS), kind.__name__


def addresses(room, name: str) -> list[str]:
    """Return what a sitemap names, without the address of the site."""
    return re.findall(r"<loc>https://kabar\.example/(.*?)</loc>", room.page(f"site/{name}"))


def test_years_have_a_sitemap_of_their_months_and_of_the_pages_of_lists_that_there_are(newsroom, story):
    room = newsroom(many(story, 24))
    room.build(only=("site",))
    assert addresses(room, "sitemap-2025.xml") == ["2025/01/"]
    made = [name for name in addresses(room, "sitemap.xml") if "halaman" not in name]
    assert made == ["sitemap-2025.xml", "sitemap-2025-01.xml"]

    room.write(
        {"content/stories/2026/02/baru.md": story("Baru", day="2026-02-01", topik="[panen]", strategi="advokasi")}
    )
    room.build(only=("site",))
    archives = ["perpustakaan/alfa/2025/", "strategi/advokasi/2025/01/", "topik/panen/2025/01/"]
    archives += ["wilayah/32/2025/01/", "wilayah/32.04/2025/"]
    assert addresses(room, "sitemap-2025.xml") == ["2025/01/", *archives]
    assert addresses(room, "sitemap-2026.xml") == ["2026/02/"]
    assert all((room.output / "site" / address / "index.html").is_file() for address in archives)

    room.write({"content/stories/2026/02/baru.md": None})
    room.build(only=("site",))
    assert addresses(room, "sitemap-2025.xml") == ["2025/01/"]
    assert not (room.output / "site/sitemap-2026.xml").exists()


def test_a_sitemap_that_would_grow_too_large_goes_on_in_another(newsroom, story, monkeypatch):
    monkeypatch.setattr(sitemaps, "MOST", 5)
    room = newsroom({"content/stories/2025/01/satu.md": story("Satu", topik="[panen, lansia]")})
    room.build(only=("site",))
    parts = [name for name in addresses(room, "sitemap.xml") if "halaman" in name]
    found = [addresses(room, name) for name in parts]
    assert parts == ["sitemap-halaman.xml", *(f"sitemap-halaman-{n}.xml" for n in range(2, len(parts) + 1))]
    assert [len(pages) for pages in found[:-1]] == [5] * (len(parts) - 1)
    assert 0 < len(found[-1]) <= 5
    whole = [page for pages in found for page in pages]
    assert len(whole) == len(set(whole))
    assert {"", "topik/panen/", "perpustakaan/alfa/", "strategi/advokasi/"} <= set(whole)

    room.write({"content/stories/2025/01/satu.md": story("Satu")})
    room.build(only=("site",))
    after = [page for name in addresses(room, "sitemap.xml") if "halaman" in name for page in addresses(room, name)]
    assert set(whole) - set(after) == {"topik/panen/", "topik/lansia/"}
    there = {path.name for path in (room.output / "site").glob("sitemap-halaman*")}
    assert there == {name for name in addresses(room, "sitemap.xml") if "halaman" in name}
