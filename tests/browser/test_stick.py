"""A site on a stick or in a ZIP, opened without a server: every link leads to a page, everything is there."""

import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import expect

from pipeline.config import Terbit
from pipeline.production.newsroom import Newsroom
from pipeline.production.publishing import target_of
from pipeline.publish import publisher
from pipeline.publish.memory import Memory
from pipeline.publish.publisher import Orders, Tell
from tests.publish.sites import published, wish

pytestmark = pytest.mark.browser

LOOK = """() => ({
  links: [...document.querySelectorAll("a[href], area[href], link[rel=alternate][href], form[action]")]
    .map((one) => new URL(one.getAttribute("href") ?? one.getAttribute("action"), document.baseURI).href),
  loaded: [...document.querySelectorAll("link[rel=stylesheet], link[rel=icon], script[src]")]
    .map((one) => one.href || one.src),
  pictures: [...document.images].filter((one) => one.loading !== "lazy" || one.complete)
    .map((one) => [one.currentSrc || one.src, one.naturalWidth]),
  font: getComputedStyle(document.body).fontFamily,
})"""


@pytest.fixture(scope="module")
def stick(sample, tmp_path_factory) -> Path:
    """The sample newsroom's site on a stick."""
    folder = tmp_path_factory.mktemp("stik")
    for kind in ("situs", "situs.zip"):
        target = target_of(Newsroom(sample.root), "stik", Terbit(jenis="zip", folder=f"{folder / kind}"))
        here = wish(folder / "here", published(sample.output / "site"))
        publisher.publish(target, Memory(folder / "state", kind.replace(".", "-")), here, Orders(), Tell())
    return folder / "situs"


def test_every_page_leads_to_pages_and_shows_what_belongs_to_it(stick, chromium):
    pages = sorted(stick.rglob("*.html"))
    assert len(pages) > 60
    page = chromium.new_page()
    complaints: list[tuple[str, str]] = []
    page.on("requestfailed", lambda request: complaints.append((request.url, request.failure or "")))
    pictures = 0
    for path in pages:
        if 'http-equiv="refresh"' in path.read_text("utf-8"):
            continue
        if path.name == "404.html":  # only a server shows it, and its links are those of the server
            continue
        page.goto(path.as_uri())
        found = page.evaluate(LOOK)
        for link in found["links"]:
            if link.startswith("file:"):
                target = Path(link.partition("#")[0].partition("?")[0].removeprefix("file://"))
                assert target.is_file(), f"{path}: {link}"
        assert found["loaded"], path
        assert all(one.startswith("file:") for one in found["loaded"]), path
        assert "Times" not in found["font"], path  # what pages without a style sheet have
        for source, width in found["pictures"]:
            assert width > 0, f"{path}: {source}"
            pictures += 1
    page.close()
    # Fonts and the index of the search are refused to a page from a disk: that is no missing file.
    assert [url for url, reason in complaints if "NOT_FOUND" in reason] == []
    assert pictures > 20


def test_one_walks_from_the_front_page_to_a_story_and_back(stick, chromium):
    page = chromium.new_page()
    page.goto((stick / "index.html").as_uri())
    page.locator("main a[href*='2026/']").first.click()
    assert page.url.endswith("/index.html")
    assert page.locator("article h1").is_visible()
    page.locator("header .name a").click()
    assert page.url == (stick / "index.html").as_uri()
    page.close()


def test_the_search_page_says_that_it_needs_the_internet(stick, chromium):
    page = chromium.new_page()
    page.goto(f"{(stick / 'cari/index.html').as_uri()}?q=kangkung")
    expect(page.locator("[role=status]")).not_to_be_empty()
    assert page.locator("main a[href$='index.html']").count()  # other ways to find something
    page.close()


def test_the_zip_holds_the_same_and_is_the_same_every_time(stick, sample, tmp_path):
    with zipfile.ZipFile(stick.parent / "situs.zip") as packed:
        found = {name: packed.read(name) for name in packed.namelist() if not name.startswith(".warta/")}
        order = [name for name in packed.namelist() if not name.startswith(".warta/")]
    assert found == published(stick)
    assert order == sorted(order)
    again = target_of(Newsroom(sample.root), "stik", Terbit(jenis="zip", folder=f"{tmp_path / 'lagi.zip'}"))
    here = wish(tmp_path / "here", published(sample.output / "site"))
    less = wish(tmp_path / "here", {"index.html": b"lama", "lama.html": b"lama"})
    for one in (less, here):
        publisher.publish(again, Memory(tmp_path / "state", "lagi"), one, Orders(part=1.0), Tell())
    assert (tmp_path / "lagi.zip").read_bytes() == (stick.parent / "situs.zip").read_bytes()
