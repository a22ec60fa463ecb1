"""What a page says to machines, and what it costs: heads, landmarks, metadata, feeds' dates, redirects, weight."""

import gzip
import json
import re
import shutil
from collections import Counter
from email.utils import parsedate_to_datetime
from functools import cache
from pathlib import Path

import feedparser
import html5lib
import pytest

from pipeline.templating.folders import bundled

BASE = "https://example.org/kabar/"
NS = "{http://www.w3.org/1999/xhtml}"
FIRST_VIEW = 14_000
"""Bytes of HTML and style sheet, compressed, that one round trip brings (RFC 6928: ten segments)."""

ZONED = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0[789]:00"


@pytest.fixture(scope="module")
def site(make_room, tmp_path_factory) -> Path:
    """The sample newsroom's site, published below a sub-path."""
    root = tmp_path_factory.mktemp("kepala")
    shutil.copytree(bundled("content"), root / "content")
    room = make_room(root, {})
    (root / "content/libraries/alfa.md").unlink()
    settings = (bundled("content") / "site.toml").read_text("utf-8")
    room.write({"content/site.toml": re.sub(r'url = ".*"', f'url = "{BASE}"', settings)})
    room.build(only=("site",))
    return room.output / "site"


@cache
def parsed(path: Path):
    return html5lib.parse(path.read_bytes(), transport_encoding="utf-8")


def every(document, tag: str, /, **wanted: str):
    found = document.iter(f"{NS}{tag}")
    return [node for node in found if all(node.get(key) == value for key, value in wanted.items())]


def whole_pages(site: Path) -> list[Path]:
    """Return all pages but redirects and the one for what is missing."""
    pages = sorted(site.rglob("index.html"))
    found = [page for page in pages if b'http-equiv="refresh"' not in page.read_bytes()]
    assert len(found) > 90
    return found


def address(site: Path, page: Path) -> str:
    inside = page.parent.relative_to(site).as_posix()
    return BASE if inside == "." else f"{BASE}{inside}/"


def test_every_page_has_a_head_for_search_engines_and_chats(site):
    titles = set()
    for page in whole_pages(site):
        document, url = parsed(page), address(site, page)
        titles.add(every(document, "title")[0].text)
        described = [node.get("content") for node in every(document, "meta", name="description")]
        assert len(described) == 1, page
        assert len(described[0]) > 15, page
        (canonical,) = every(document, "link", rel="canonical")
        assert canonical.get("href") == url
        shared = {node.get("property"): node.get("content") for node in every(document, "meta") if node.get("property")}
        locale = {"id": "id_ID", "en": "en_US"}[document.get("lang")]
        wanted = {"og:url": url, "og:site_name": "Kabar Pustaka", "og:locale": locale, "og:description": described[0]}
        assert wanted.items() <= shared.items(), page
        assert shared["og:title"], page
        assert shared["og:type"] in ("article", "website"), page
    assert len(titles) == len(whole_pages(site))


def test_every_page_has_its_landmarks_in_order(site):
    for page in whole_pages(site):
        body = parsed(page).find(f"{NS}body")
        assert [node.tag.removeprefix(NS) for node in body] == ["a", "header", "main", "footer"], page
        assert body[0].get("href") == f"#{body[2].get('id')}"
        menu = {"id": "Menu utama", "en": "Main menu"}[parsed(page).get("lang")]
        assert [nav.get("aria-label") for nav in every(body[1], "nav")] == [menu]


def told(page: Path) -> dict[str, dict]:
    """Return what *page* tells search engines, by type."""
    found = {}
    for script in every(parsed(page), "script", type="application/ld+json"):
        data = json.loads(script.text)
        found |= {one["@type"]: one for one in (data if isinstance(data, list) else [data])}
    return found


def test_structured_data_is_whole_json_with_absolute_addresses(site):
    kinds: Counter[str] = Counter()
    for page in whole_pages(site):
        found = told(page)
        kinds.update(found.keys())
        for kind, data in found.items():
            assert all(value for value in data.values()), page
            assert data["@context"] == "https://schema.org"
            if kind != "BreadcrumbList":
                assert data["url"] == address(site, page)
        if article := found.get("NewsArticle"):
            assert re.fullmatch(ZONED, article["datePublished"])
            assert re.fullmatch(ZONED, article["dateModified"])
            assert article["author"][0]["name"]
            assert article["publisher"]["name"] == "Redaksi Kabar Pustaka"
            assert article["mainEntityOfPage"] == {"@type": "WebPage", "@id": address(site, page)}
            assert article["isAccessibleForFree"] is True
            assert len(article["headline"]) <= 110
            if author := article["author"][0].get("url"):
                assert (site / author.removeprefix(BASE) / "index.html").is_file()
    assert (kinds["NewsArticle"], kinds["Library"], kinds["WebSite"]) == (29, 9, 1)


def test_every_page_but_the_front_page_hubs_and_free_pages_tells_the_way_to_it(site):
    for page in whole_pages(site):
        inside = page.parent.relative_to(site).as_posix()
        crumbs = told(page).get("BreadcrumbList")
        if inside == "." or "/" not in inside:
            assert crumbs is None, page
            continue
        way = crumbs["itemListElement"]
        assert [step["position"] for step in way] == list(range(1, len(way) + 1))
        assert len(way) >= 3
        assert (way[0]["name"], way[0]["item"]) == ("Beranda", BASE)
        assert way[-1]["item"] == address(site, page)
        assert all((site / step["item"].removeprefix(BASE) / "index.html").is_file() for step in way), page
    way = told(site / "wilayah/32.04/index.html")["BreadcrumbList"]["itemListElement"]
    assert [step["name"] for step in way] == ["Beranda", "Wilayah", "Jawa Barat", "Kabupaten Bandung"]


def test_a_story_tells_search_engines_where_it_happened_and_who_wrote_it(newsroom, story):
    long = "Kata " * 30
    more = {"lokasi": "Balai desa", "strategi": "advokasi", "topik": "[panen]"}
    room = newsroom({
        "content/stories/2025/01/satu.md": story(long, penulis="Siti", **more),
        "content/stories/2025/01/dua.md": story("Dua"),
    })  # fmt: skip
    room.build(only=("site",))
    one, two = (told(room.output / f"site/2025/01/{name}/index.html")["NewsArticle"] for name in ("satu", "dua"))
    library = {
        "@type": "Organization",
        "name": "Perpustakaan Desa Alfa",
        "url": "https://kabar.example/perpustakaan/alfa/",
    }

    assert one["headline"] == ("Kata " * 22).strip() + "…"
    assert one["author"] == [{"@type": "Person", "name": "Siti"}]
    assert two["author"] == [library]
    assert one["sourceOrganization"] == library
    assert (one["articleSection"], one["keywords"]) == ("Advokasi", ["Panen"])
    lies = {"addressLocality": "Kabupaten Bandung", "addressRegion": "Jawa Barat", "addressCountry": "ID"}
    assert one["contentLocation"] == {
        "@type": "Place", "name": "Balai desa", "address": {"@type": "PostalAddress", **lies},
    }  # fmt: skip
    assert two["contentLocation"]["name"] == "Kabupaten Bandung"


def test_a_hub_is_named_in_every_feed_that_is_told_of_it(newsroom, story):
    hub = "https://hub.example/?a=1&b=2"
    settings = f'url = "{BASE}"\numpan_hub = "{hub}"\n[meja]\nphotos = false\ncards = false\n'
    room = newsroom({"content/stories/2025/01/satu.md": story("Satu", topik="[panen]"), "content/site.toml": settings})
    room.build(only=("site",))
    for name in ("feed.xml", "atom.xml", "topik/panen/feed.xml"):
        feed = feedparser.parse(room.page(f"site/{name}").encode())
        assert not feed.bozo
        assert {link.href for link in feed.feed.links if link.rel == "hub"} == {hub}
        assert "media_content" not in feed.entries[0]
    data = json.loads(room.page("site/feed.json"))
    assert data["hubs"] == [{"type": "WebSub", "url": hub}]
    assert "image" not in data["items"][0]


def test_the_first_view_of_every_page_comes_in_one_round_trip(site):
    style = len(gzip.compress((site / "style.css").read_bytes(), 6))
    heavy = [page for page in whole_pages(site) if len(gzip.compress(page.read_bytes(), 6)) + style > FIRST_VIEW]
    assert heavy == []


def test_a_sample_library_says_so(site):
    for source in (bundled("content") / "libraries").glob("*.md"):
        text = (site / "perpustakaan" / source.stem / "index.html").read_text("utf-8")
        assert ('class="sample"' in text) == ("\ncontoh: ya" in source.read_text("utf-8")), source


def test_samples_are_marked_in_lists_related_stories_and_feeds(site):
    home = (site / "index.html").read_text("utf-8")
    listed, _, rest = home.partition("Dalam angka")
    stories = listed.count('<article class="item') + listed.count('<article class="lead"')
    assert stories == listed.count('<span class="tag">Contoh</span>') == 18
    assert rest.count('<article class="item cutting"') == 2
    assert rest.count('<span class="tag">Contoh</span>') == 3  # both clippings, and the numbers
    month = (site / "2023/05/index.html").read_text("utf-8")
    assert (month.count('<article class="item'), month.count("Contoh</span>")) == (1, 0)
    story = (site / "2026/08/sayur-perpustakaan-mengisi-warung/index.html").read_text("utf-8")
    related = story.partition('related part"')[2]
    assert related.count("<h3><a") == related.count('<span class="tag">Contoh</span>') == 2
    assert (site / "feed.xml").read_text("utf-8").count("<category>Contoh</category>") == 24


def test_the_page_for_what_is_missing_works_at_any_depth(site):
    document = parsed(site / "404.html")
    links = [node.get("href") for node in document.iter() if node.get("href")]
    assert len(links) > 12
    inside = [link for link in links if not link.startswith(("mailto:", "#"))]
    assert [link for link in inside if not link.startswith("/kabar/")] == []
    assert every(document, "meta", name="robots")[0].get("content") == "noindex"
    assert every(document, "link", rel="canonical") == []


def test_an_old_address_leads_to_the_new_one(site):
    text = (site / "2026/07/kelas-jualan-daring/index.html").read_text("utf-8")
    target = "../../../2026/07/keripik-pisang-lewat-ponsel/"
    assert f'<meta http-equiv="refresh" content="0; url={target}">' in text
    assert f'<a href="{target}">' in text
    assert f'<link rel="canonical" href="{BASE}2026/07/keripik-pisang-lewat-ponsel/">' in text
    assert "kelas-jualan-daring" not in "".join(path.read_text("utf-8") for path in site.rglob("*.xml"))


def test_feeds_say_when_and_where_they_are_in_their_own_way(site):
    rss, atom = ((site / name).read_text("utf-8") for name in ("feed.xml", "atom.xml"))
    data = json.loads((site / "feed.json").read_text("utf-8"))
    assert f'<atom:link href="{BASE}feed.xml" rel="self" type="application/rss+xml"/>' in rss
    assert f'<link rel="self" type="application/atom+xml" href="{BASE}atom.xml"/>' in atom
    assert (data["feed_url"], data["home_page_url"]) == (f"{BASE}feed.json", BASE)
    assert rss.count('<guid isPermaLink="true">https://') == rss.count("<content:encoded>") == 24

    dates = re.findall(r"<(?:pubDate|lastBuildDate)>(.*?)</", rss)
    assert len(dates) == 25
    assert all(re.fullmatch(r"[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d \+0[789]00", day) for day in dates)
    told = [int(parsedate_to_datetime(day).timestamp()) for day in re.findall(r"<pubDate>(.*?)</", rss)]
    assert told == sorted(told, reverse=True)
    assert all(re.fullmatch(ZONED, day) for day in re.findall(r"<(?:published|updated)>(.*?)</", atom))
    assert all(re.fullmatch(ZONED, item[key]) for item in data["items"] for key in ("date_published", "date_modified"))
    own = (site / "topik/pertanian/feed.xml").read_text("utf-8")
    assert f'<atom:link href="{BASE}topik/pertanian/feed.xml" rel="self"' in own
    assert f"<link>{BASE}topik/pertanian/</link>" in own


def test_regions_stand_below_their_provinces_which_lead_to_their_own_pages(site):
    text = (site / "wilayah/index.html").read_text("utf-8")
    province = '<h2><a href="../wilayah/32/">Jawa Barat</a> <span class="count">6</span></h2>\n<ul class="hub">\n'
    assert f'{province}<li><a href="../wilayah/32.04/">Kabupaten Bandung</a> <span class="count">5</span></li>' in text
    assert '<a href="../wilayah/32/" aria-label="Jabar, Jawa Barat: 6 kabar">' in text
    assert text.count('/32/"') == 2


def test_a_story_in_another_language_says_so(newsroom, story):
    room = newsroom({"content/stories/2025/01/satu.md": story("Harvest", bahasa="en")})
    room.build(only=("site",))
    text = room.page("site/2025/01/satu/index.html")
    assert '<html lang="id">' in text
    assert '<h1 lang="en">Harvest</h1>' in text
    assert '<div class="body" lang="en">' in text
    assert '"inLanguage": "en"' in text
