"""The site as built from the repository's own newsroom keeps the output contract."""

import json
import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree as ET

import feedparser
import html5lib
import pytest

from pipeline.templating.folders import bundled

BASE = "https://example.org/kabar/"
SITE = Path("site")
NS = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture
def built(sample):
    """The sample newsroom, published below a sub-path."""
    return sample


@cache
def parsed(path: Path):
    """Return the page at *path*, parsed by the standard, and its parse errors."""
    parser = html5lib.HTMLParser()
    document = parser.parse(path.read_bytes(), transport_encoding="utf-8")
    return document, parser.errors


def pages(room) -> list[Path]:
    return sorted((room.output / SITE).rglob("*.html"))


def find(document, name: str):
    return list(document.iter(f"{NS}{name}"))


def test_every_kind_of_page_and_feed_is_there(built):
    wanted = (
        "index.html", "2023/05/bimtek-spp-tik-jawa-barat/index.html", "2023/05/index.html", "arsip/index.html",
        "perpustakaan/index.html", "perpustakaan/perpustakaan-desa-sukabaca/index.html",
        "perpustakaan/perpustakaan-desa-sukabaca/feed.xml", "wilayah/index.html", "wilayah/32/index.html",
        "wilayah/32.04/index.html", "wilayah/32.04/feed.xml", "topik/index.html", "topik/pertanian/index.html",
        "topik/pertanian/feed.xml", "strategi/index.html", "strategi/advokasi/index.html", "feed.xml", "atom.xml",
        "feed.json", "sitemap.xml", "news-sitemap.xml", "robots.txt", "404.html", "style.css", "tentang/index.html",
    )  # fmt: skip
    site = built.output / SITE
    assert [name for name in wanted if not (site / name).is_file()] == []


TRANSLATION = "library-managers-trained-in-west-java"
"""The one story of the sample newsroom that is in English."""


def test_pages_have_no_parse_error_and_sound_structure(built):
    for path in pages(built):
        document, errors = parsed(path)
        assert errors == [], path
        assert document.get("lang") == ("en" if TRANSLATION in path.parts else "id"), path
        assert len(find(document, "h1")) == 1, path
        assert len(find(document, "title")) == len(find(document, "main")) == 1, path
        levels = [
            int(node.tag[-1]) for node in document.iter() if re.fullmatch(rf"{re.escape(NS)}h[1-6]", str(node.tag))
        ]
        assert all(after - before <= 1 for before, after in pairwise(levels)), (path, levels)
        ids = [node.get("id") for node in document.iter() if node.get("id")]
        assert len(ids) == len(set(ids)), path
        assert all(nav.get("aria-label") or nav.get("aria-labelledby") for nav in find(document, "nav")), path


def test_pages_hold_no_inline_code_and_ask_nobody_else_for_anything(built):
    for path in pages(built):
        document, _ = parsed(path)
        for node in document.iter():
            assert not any(name == "style" or str(name).startswith("on") for name in node.attrib), path
        assert not find(document, "style"), path
        for node in find(document, "script"):
            assert node.get("type") == "application/ld+json" or (node.get("src") and not node.text), path
        loaded = [node.get("src") for node in document.iter() if node.get("src")]
        loaded += [node.get("href") for node in find(document, "link") if node.get("rel") == "stylesheet"]
        assert not [address for address in loaded if "//" in address and path.name != "404.html"], path


def test_every_internal_link_and_anchor_leads_somewhere(built):
    site = built.output / SITE
    for path in pages(built):
        document, _ = parsed(path)
        here = urljoin(BASE, path.relative_to(site).as_posix())
        for node in document.iter():
            address = node.get("href")
            if address is None or address.startswith(("mailto:", "tel:")):
                continue
            target, _, anchor = urljoin(here, address).partition("#")
            if target.startswith(BASE):
                file = site / unquote(target.removeprefix(BASE))
                file = file / "index.html" if file.is_dir() else file
                assert file.is_file(), (path, address)
                if anchor:
                    there = {found.get("id") for found in parsed(file)[0].iter()}
                    assert anchor in there, (path, address)
            else:
                assert address.startswith(("https://", "http://")), (path, address)
                assert urlsplit(address).hostname != "example.org", (path, address)


def test_a_story_tells_search_engines_and_chats_what_it_is(built):
    path = built.output / SITE / "2026/02/kelas-komputer-lansia/index.html"
    document, _ = parsed(path)
    data = json.loads(find(document, "script")[0].text)[0]
    url = f"{BASE}2026/02/kelas-komputer-lansia/"
    assert (data["@type"], data["url"], data["headline"]) == ("NewsArticle", url, find(document, "h1")[0].text)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0[789]:00", data["datePublished"])
    assert data["dateModified"] > data["datePublished"]
    assert data["author"]
    assert data["publisher"]["name"]
    meta = {node.get("property"): node.get("content") for node in find(document, "meta") if node.get("property")}
    assert (meta["og:type"], meta["og:url"], meta["og:title"]) == ("article", url, data["headline"])
    links = {node.get("rel"): node.get("href") for node in find(document, "link")}
    assert links["canonical"] == url
    assert "Ralat" in "".join(document.itertext())


def test_a_hostile_title_stays_text_everywhere(newsroom, story):
    title = "'</script><script>alert(1)</script><!-- \"<b>&'"
    room = newsroom({"content/stories/2025/01/satu.md": story(title)})
    assert room.build().errors == 0
    document, errors = parsed(room.output / SITE / "2025/01/satu/index.html")
    assert errors == []
    assert find(document, "h1")[0].text == '</script><script>alert(1)</script><!-- "<b>&'
    assert [node.get("type") or node.get("src") for node in find(document, "script")] == [
        "application/ld+json", "../../../bagikan.js",
    ]  # fmt: skip
    assert json.loads(find(document, "script")[0].text)[0]["headline"].startswith("</script>")
    assert feedparser.parse((room.output / SITE / "feed.xml").read_bytes()).bozo is False


@pytest.mark.parametrize("title", ["Satu </script /x dua", "Satu <!-- <script /x dua", "Satu </SCRIPT\u2028x dua"])
def test_no_title_ends_the_script_that_tells_of_it_or_opens_another(newsroom, story, title):
    room = newsroom({"content/stories/2025/01/satu.md": story(title)})
    assert room.build().errors == 0
    document, errors = parsed(room.output / SITE / "2025/01/satu/index.html")
    assert errors == []
    script, _share = find(document, "script")
    assert "<" not in script.text
    assert json.loads(script.text)[0]["headline"] == find(document, "h1")[0].text
    assert len(find(document, "footer")) == 1


def test_feeds_hold_the_same_newest_stories_whole_and_with_absolute_links(built):
    site = built.output / SITE
    as_it_is = {"sanitize_html": False, "resolve_relative_uris": False}
    rss, atom = (feedparser.parse((site / name).read_bytes(), **as_it_is) for name in ("feed.xml", "atom.xml"))
    data = json.loads((site / "feed.json").read_text("utf-8"))
    assert not rss.bozo
    assert not atom.bozo
    assert data["version"] == "https://jsonfeed.org/version/1.1"
    told = [[entry.link for entry in feed.entries] for feed in (rss, atom)] + [[item["url"] for item in data["items"]]]
    assert told[0] == told[1] == told[2]
    assert len(told[0]) == 24
    assert [entry.published_parsed for entry in rss.entries] == [entry.published_parsed for entry in atom.entries]
    assert sorted((e.published_parsed for e in rss.entries), reverse=True) == [e.published_parsed for e in rss.entries]
    for item, entry in zip(data["items"], rss.entries, strict=True):
        assert item["id"] == entry.id == item["url"]
        assert item["content_html"].strip() == entry.content[0].value.strip()
        assert not re.search(r'(?:href|src)="(?!https?:|mailto:)', item["content_html"]), item["url"]
        picture = site / item["image"].removeprefix(BASE)
        assert picture.is_file()
        (media,) = entry.media_content
        assert (media["url"], media["type"], media["width"]) == (item["image"], "image/jpeg", "1200")
        assert len(entry.enclosures) == 0
    assert [entry.enclosures[0].href for entry in atom.entries] == [item["image"] for item in data["items"]]
    assert {key for item in data["items"] for key in item if not item[key]} == set()
    assert "hubs" not in data


def test_lists_have_feeds_of_their_own_stories(built):
    site = built.output / SITE
    for name in ("perpustakaan/perpustakaan-desa-sukabaca", "wilayah/32", "topik/pertanian"):
        feed = feedparser.parse((site / name / "feed.xml").read_bytes())
        assert not feed.bozo
        listed = (site / name / "index.html").read_text("utf-8")
        assert feed.entries
        assert all(entry.link.removeprefix(BASE) in listed for entry in feed.entries)


def leads_on(page: Path) -> bool:
    return b'http-equiv="refresh"' in page.read_bytes()


def test_sitemaps_name_every_page_once(built):
    site = built.output / SITE
    maps = re.findall(r"<loc>(.*?)</loc>", (site / "sitemap.xml").read_text("utf-8"))
    found = [
        address
        for name in maps
        for address in re.findall(r"<loc>(.*?)</loc>", (site / name.removeprefix(BASE)).read_text("utf-8"))
    ]
    assert len(found) == len(set(found))
    there = {
        urljoin(BASE, f"{path.parent.relative_to(site).as_posix()}/")
        for path in pages(built)
        if path.name != "404.html"
    }
    redirects = {page for page in there if leads_on(site / page.removeprefix(BASE) / "index.html")}
    kits = {page for page in there if page.endswith("/bagikan/")}
    releases = {page for page in there if re.search(r"/pers/\d{4}/\d\d/", page)}  # they send engines to their stories
    copied = {page for page in there if page.endswith("/sim/")}  # rows for forms, which say nothing to who searches
    unlisted = redirects | kits | releases | copied
    assert {address.replace("/./", "/") for address in there - unlisted} == set(found)
    for page in copied:
        assert '<meta name="robots" content="noindex">' in (site / page.removeprefix(BASE) / "index.html").read_text()
    assert redirects
    assert kits
    assert releases
    assert copied


def test_sitemaps_of_stories_name_their_pictures_and_last_changes(built):
    site = built.output / SITE
    text = (site / "sitemap-2026-02.xml").read_text("utf-8")
    (told,) = re.findall(r"<url><loc>\S*/kelas-komputer-lansia/</loc>.*?</url>", text)
    assert re.search(r"<lastmod>2026-\d\d-\d\d</lastmod>", told)
    maps = "".join(path.read_text("utf-8") for path in site.glob("sitemap-????-??.xml"))
    pictures = re.findall(r"<image:image><image:loc>(.*?)</image:loc></image:image></url>", maps)
    assert len(pictures) == len(set(pictures)) >= 10
    for picture in pictures:
        page = site / picture.removeprefix(BASE)
        assert page.is_file()
        assert f'src="{page.name}"' in (page.parent / "index.html").read_text("utf-8")
    assert "lastmod" not in (site / "sitemap-halaman.xml").read_text("utf-8")
    for path in site.glob("*sitemap*.xml"):
        ET.parse(path)


def test_what_must_not_be_seen_is_nowhere(built):
    # Those who send releases have them before an embargo ends; what is published does not.
    everything = b"".join(data for path, data in built.tree().items() if not path.startswith("press/"))
    for address in ("taman-baca-di-kebun-desa", "jadwal-perahu-baca-desember", "perpustakaan-malam-di-pasar-desa"):
        source = next((built.root / "content/stories").rglob(f"*{address}*"))
        title = re.search(r"^judul: (.*)$", source.read_text("utf-8"), re.MULTILINE)
        assert title
        assert address.encode() not in everything
        assert title[1].strip("\"'").encode() not in everything


def test_every_sample_says_so_on_its_page_and_in_its_posts(built):
    samples = 0
    for source in (built.root / "content/stories").rglob("*.md"):
        address = (
            source.relative_to(built.root / "content/stories").as_posix().removesuffix(".md").removesuffix("/index")
        )
        page = built.output / SITE / address / "index.html"
        if not page.exists():
            continue
        sample = "\ncontoh: ya" in source.read_text("utf-8")
        samples += sample
        assert ('class="sample"' in page.read_text("utf-8")) == sample, address
        if TRANSLATION in address:
            continue  # it is read, not posted
        posts = json.loads((built.output / "social" / address / "posts.json").read_text("utf-8"))["posts"]
        own = "\nsosial:" in source.read_text("utf-8")
        assert all(("ontoh" in post["text"]) == sample for post in posts if not own), address
    assert samples >= 14


def test_the_sample_newsroom_has_its_own_pictures_and_stays_small():
    content = bundled("content")
    pictures = sorted(content.rglob("*.jpg"))
    reports = {path: path.read_text("utf-8") for path in content.rglob("*.md")}
    assert len({path.read_bytes() for path in pictures}) >= 10
    assert all(path.stat().st_size <= 300_000 for path in pictures)
    assert sum(path.stat().st_size for path in content.rglob("*") if path.is_file()) <= 4_000_000
    for picture in pictures:
        (told,) = (text for path, text in reports.items() if path.parent == picture.parent and picture.name in text)
        after = told.partition(f"berkas: {picture.name}")[2]
        assert re.match(r'\n *keterangan: "?Ilustrasi: ', after), picture.name
        assert "contoh: ya" in told


def test_every_page_names_a_picture_that_is_there(built):
    for path in pages(built):
        text = path.read_text("utf-8")
        if 'http-equiv="refresh"' in text or path.parent.name == "bagikan":  # nobody links to a kit
            continue
        (image,) = re.findall(r'<meta property="og:image" content="([^"]+)"', text)
        assert image.startswith(BASE), path
        assert (built.output / SITE / image.removeprefix(BASE)).is_file(), path
        assert re.search(r'og:image:alt" content="[^"]', text), path


def test_every_picture_that_is_made_is_named_somewhere(built):
    """A file that no page, post or datum names would be sent for nothing."""
    told = "".join(
        path.read_text("utf-8") for path in built.output.rglob("*") if path.suffix in {".html", ".json", ".xml"}
    )
    for path in (built.output / SITE).rglob("*"):
        if path.suffix in {".jpg", ".webp"}:
            assert path.name in told, path


def test_every_file_that_pages_styles_and_feeds_name_is_there(built):
    """What ``href`` does not say: photos in every width, what the stylesheet loads, addresses in feeds and sitemaps."""
    site = built.output / SITE
    named: set[tuple[str, str]] = set()
    for path in pages(built):
        here = urljoin(BASE, path.relative_to(site).as_posix())
        for node in parsed(path)[0].iter():
            listed = [entry.split()[0] for entry in (node.get("srcset") or "").split(",") if entry.strip()]
            named |= {(here, urljoin(here, found)) for found in [*listed, node.get("src")] if found}
    for path in site.rglob("*.css"):
        here = urljoin(BASE, path.relative_to(site).as_posix())
        named |= {(here, urljoin(here, found)) for found in re.findall(r"url\(([^)]+)\)", path.read_text("utf-8"))}
    for path in [*site.rglob("*.xml"), *site.rglob("*.json")]:
        here = urljoin(BASE, path.relative_to(site).as_posix())
        named |= {(here, found) for found in re.findall(rf"{re.escape(BASE)}[^\s\\\"'<>&#]*", path.read_text("utf-8"))}
    missing = []
    for here, address in sorted(named):
        if address.startswith(BASE):
            file = site / unquote(address.removeprefix(BASE))
            if not (file / "index.html" if file.is_dir() else file).is_file():
                missing.append((here, address))

    assert len(named) > 500
    assert missing == []
