"""Search without a server, as readers use it: known answers, narrowing, sharing, and what it costs them."""

import gzip
import json
import re
from urllib.parse import urlencode, urlsplit

import pytest

from pipeline.desks.search.stem import stem
from pipeline.desks.search.tokens import words
from tests.browser.host import Host
from tests.browser.reader import Reader
from tests.search.test_stem import FAMILIES

pytestmark = pytest.mark.browser

DONE = re.compile(r"ditemukan|Belum ada|sinyal")
HARD = "Café Größe ﬁlm İstanbul ÇA ꦗꦮ 12.500 Rp3½ IBU-IBU naïve Ǆungla constructor __proto__ toString Ω٣ ǅ"
BUDGET = 150_000
"""Bytes of a first query in all: script, index and result texts."""


def ask(website, page, q: str = "", **more: str):
    """Search as an address that somebody shared; return the page when it has answered."""
    page.goto(f"{website.at('cari/')}?{urlencode({'q': q, **more})}")
    said(page)
    return page


def said(page) -> str:
    """Return what the page says when it has answered."""
    page.locator("#found [role=status]").filter(has_text=DONE).wait_for()
    return page.locator("#found [role=status]").inner_text()


def found(page) -> list[str]:
    """Return the addresses of the results that are shown."""
    links = page.locator("#found h2 a").evaluate_all("links => links.map(link => link.href)")
    return [urlsplit(link).path.removeprefix("/kabar/").strip("/") for link in links]


@pytest.mark.parametrize(
    ("q", "first"),
    [
        ("hidroponik", ["2026/05/panen-perdana-kebun-hidroponik"]),
        ("mesin jahit", ["2026/10/dua-mesin-jahit-tiba", "2026/09/dua-mesin-jahit-untuk-karangwacana"]),
        ("pelatihan menulis", ["2025/05/pelatihan-menulis-kabar-desa"]),
        ("kelor pekarangan", ["2026/11/kelor-tumbuh-di-pekarangan"]),
        ("manisan pala", ["2026/03/manisan-pala-dihitung-untungnya"]),
        ("membatik", ["2025/10/belajar-membatik-dari-sesepuh"]),
        ("motif tenun", ["2025/08/cerita-di-balik-motif-tenun"]),
        ("bahasa Inggris Bontosastra", ["2026/04/sore-berbahasa-inggris-di-dermaga"]),
        ("pesan berantai", ["2025/11/memeriksa-pesan-berantai"]),
        ("anggaran musyawarah", ["2026/11/anggaran-perpustakaan-disepakati"]),
        ("dongeng anak", ["2026/11/dongeng-sabtu-pagi"]),
        ("rumput laut kemasan", ["2025/07/kemasan-keripik-rumput-laut"]),
    ],
)
def test_known_answers_come_first(website, reader, q, first):
    page = ask(website, reader.open(), q)

    assert found(page)[: len(first)] == first


@pytest.mark.parametrize(
    "family", ["menanam ditanam tanamannya penanaman tanaman", "menulis tulisan penulisan ditulis"]
)
def test_forms_of_a_word_find_the_same(website, reader, family):
    page = reader.open()
    answers = [found(ask(website, page, q)) for q in family.split()]

    assert len(answers[0]) > 1
    assert all(answer == answers[0] for answer in answers)


def test_the_browser_stems_every_word_as_the_index_does(website, reader):
    """Every word of the sample newsroom, of the stemmer's own tests, and words that are hard to fold."""
    script = (website.folder / "cari.js").read_text("utf-8")
    start, end = script.index("  // -- words:"), script.index("  // -- the index --")
    stories = website.folder.glob("cari/hasil/*/*/[0-9]*.json")
    text = " ".join(path.read_text("utf-8") for path in stories)
    pages = (re.sub("<[^>]+>", " ", path.read_text("utf-8")) for path in website.folder.glob("20??/??/*/index.html"))
    every = sorted({*" ".join([text, *pages, HARD, *FAMILIES]).split()})
    index = json.loads((website.folder / "cari/index.json").read_text("utf-8"))
    page = reader.open(website.at("cari/"))
    stems = page.evaluate(
        f"""([index, every]) => {{
            const known = {{ roots: new Set(index.roots.split(" ")), stems: new Map(),
                rules: index.rules.map(([pattern, before]) => [new RegExp(pattern), before]) }};
            {script[start:end]}
            return every.map((word) => words(word).map(stem));
        }}""",
        [index, every],
    )

    assert len(every) > 2_000
    assert stems == [[stem(part) for part in words(word)] for word in every]


def test_a_search_is_narrowed_and_the_address_can_be_shared(website, reader):
    page = ask(website, reader.open(), "panen")
    everywhere = found(page)
    page.select_option("select[name=wilayah]", "63")
    page.wait_for_url("**wilayah=63**")
    said(page)
    inside = found(page)

    assert 0 < len(inside) < len(everywhere)
    other = ask(website, reader.open(), "panen", wilayah="63")
    assert found(other) == inside
    assert other.locator("select[name=wilayah]").input_value() == "63"


@pytest.mark.parametrize(
    ("name", "value", "part"),
    [
        ("tahun", "2025", "2025/"),
        ("topik", "usaha-kecil", ""),
        ("perpustakaan", "perpustakaan-desa-sukabaca", ""),
        ("wilayah", "32.04", ""),
    ],
)
def test_a_choice_alone_lists_its_stories_newest_first(website, reader, name, value, part):
    page = ask(website, reader.open(), **{name: value})
    days = page.locator("#found time").evaluate_all("times => times.map(time => time.dateTime)")

    assert days
    assert days == sorted(days, reverse=True)
    assert all(address.startswith(part) for address in found(page))


def test_the_back_button_brings_back_the_search_before(website, reader):
    page = reader.open(website.at("cari/"))
    for q in ("hidroponik", "braille"):
        page.fill("#q", q)
        page.press("#q", "Enter")
        page.wait_for_url(f"**q={q}")
        said(page)
        page.locator("#found h2 a").first.wait_for()
    page.go_back()
    page.wait_for_url("**q=hidroponik")
    page.locator("#found h2", has_text="hidroponik").first.wait_for()

    assert page.input_value("#q") == "hidroponik"
    assert found(page)[0] == "2026/05/panen-perdana-kebun-hidroponik"


def test_words_are_marked_in_all_their_forms(website, reader):
    page = ask(website, reader.open(), "mencatat panen")

    assert {"mencatat", "panen"} <= {mark.lower() for mark in page.locator("#found mark").all_inner_texts()}


def test_more_results_come_on_demand_and_the_reader_is_led_to_them(website, reader):
    page = ask(website, reader.open(), "perpustakaan")
    count = int(said(page).split()[0])
    assert (len(found(page)), count > 20) == (10, True)
    page.get_by_role("button", name="Tampilkan lagi").click()
    page.locator("#found li:nth-child(11)").wait_for()

    assert page.evaluate("document.activeElement.href") == page.locator("#found li:nth-child(11) a").evaluate(
        "a => a.href"
    )
    assert len(set(found(page))) == 20


def test_an_unfinished_last_word_finds_what_it_begins(website, reader):
    page = ask(website, reader.open(), "kebun hidrop")

    assert found(page)[0] == "2026/05/panen-perdana-kebun-hidroponik"


def test_a_slip_of_the_finger_is_answered_with_the_nearest_word(website, reader):
    page = ask(website, reader.open(), "hidropomik")
    assert said(page).startswith("Belum ada kabar")
    page.locator("#found .hint a").click()
    said(page)

    assert found(page)[0] == "2026/05/panen-perdana-kebun-hidroponik"


def test_where_no_story_has_all_words_those_with_most_are_shown(website, reader):
    page = ask(website, reader.open(), "hidroponik qwertyuiop")

    assert "memuat semua kata" in said(page)
    assert found(page)[0] == "2026/05/panen-perdana-kebun-hidroponik"


@pytest.mark.parametrize("q", ["constructor", "__proto__", "<b>x</b>", "yang di", "t-pertanian", "%", "ꦗꦮ"])
def test_odd_words_break_nothing(website, reader, q):
    page = ask(website, reader.open(), q)

    assert said(page)
    assert page.locator("#found b").count() == 0


def test_results_lead_to_their_stories_below_any_path(website, at_the_top, reader):
    for place in (website, at_the_top):
        page = ask(place, reader.open(), "hidroponik")
        page.locator("#found h2 a").first.click()
        page.locator("h1", has_text="hidroponik").wait_for()

        assert page.url == place.at("2026/05/panen-perdana-kebun-hidroponik/")


def test_without_a_signal_the_page_says_so_and_goes_on_when_it_is_back(website, reader):
    page = reader.open(website.at("cari/"))
    page.context.set_offline(True)
    page.fill("#q", "hidroponik")
    page.press("#q", "Enter")
    assert "sinyal" in said(page)
    page.evaluate("0")
    reader.complaints.clear()  # of the requests that failed
    page.context.set_offline(False)
    page.press("#q", "Enter")
    page.locator("#found h2 a").first.wait_for()

    assert found(page)[0] == "2026/05/panen-perdana-kebun-hidroponik"


def test_without_javascript_lists_lead_everywhere(website, reader):
    page = reader.open(website.at("cari/"), javascript=False)
    links = page.locator("main .hub a").evaluate_all("links => links.map(link => link.getAttribute('href'))")

    assert {"../wilayah/32/", "../topik/pertanian/", "../2026/05/"} <= set(links)
    assert page.locator("form.search").is_hidden()
    assert "JavaScript" in page.locator("noscript p").inner_text()


def test_nothing_is_loaded_before_somebody_searches(website, reader):
    page, asked = reader.open(), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(website.at("cari/"))
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if url.endswith(".json")] == []
    page.focus("#q")
    page.locator("select[name=wilayah]").wait_for()

    assert [url.rsplit("/", 1)[1] for url in asked if ".json" in url] == ["index.json"]


def test_a_site_built_anew_meanwhile_is_noticed(make_room, story, tmp_path, chromium):
    """The page was opened before a build; the file that it asks for is no more there."""
    room = make_room(tmp_path, {"content/stories/2025/01/a.md": story("Panen kelor")})
    room.build(only=("site", "search"))
    reader = Reader(chromium)
    with Host(room.output / "site") as url:
        page = reader.open(f"{url}cari/")
        page.focus("#q")
        page.locator("select[name=wilayah]").wait_for()
        room.write({"content/stories/2025/01/a.md": None, "content/stories/2026/01/b.md": story("Panen sagu")})
        room.build(only=("site", "search"))
        page.fill("#q", "panen")
        page.press("#q", "Enter")
        page.locator("#found h2", has_text="Panen sagu").wait_for()
    reader.close()


def test_a_first_query_is_light(website, chromium):
    """Counted from the answers themselves, each packed as hosts pack it."""
    context = chromium.new_context()
    page, answers = context.new_page(), []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108  Playwright takes no built-in
    ask(website, page, "kelas menjahit kain")
    page.locator("#found h2 a").first.wait_for()
    sizes = {answer.url: len(gzip.compress(answer.body(), 6, mtime=0)) for answer in answers}
    context.close()
    counted = [url for url in sizes if "cari" in url]

    assert len(counted) > 6
    assert sum(sizes[url] for url in counted) < BUDGET // 3
    assert next(size for url, size in sizes.items() if url.endswith("cari.js")) <= 6_000
