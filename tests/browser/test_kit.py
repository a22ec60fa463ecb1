"""The share kit in a real Chromium, on a telephone: every text is copied as it is, and nothing is lost on the way."""

import json
import zipfile
from urllib.parse import parse_qs, urlsplit

import msgspec
import pytest

from pipeline.desks.kit.blocks import blocks
from pipeline.platforms.intent import without
from pipeline.platforms.limits import LIMITS
from pipeline.platforms.sheet import Sheet
from tests.browser.test_axe import faults
from tests.browser.test_layout import BESIDE, LOST, told

pytestmark = pytest.mark.browser

STORY = "2026/05/panen-perdana-kebun-hidroponik"
KIT = f"{STORY}/bagikan/"
CLIPBOARD = ["clipboard-read", "clipboard-write"]
READ = "navigator.clipboard.readText()"
REFUSED = """Object.defineProperty(navigator, "clipboard", {value: undefined});
document.execCommand = () => false;"""
OLD = 'Object.defineProperty(navigator, "clipboard", {value: undefined});'
OPENED = "globalThis.opened = []; globalThis.open = address => { opened.push(address); };"


@pytest.fixture
def sheet(sample) -> Sheet:
    """The posts of the story."""
    return msgspec.json.decode((sample.output / f"social/{STORY}/posts.json").read_bytes(), type=Sheet)


def slips(sheet: Sheet) -> dict[str, str]:
    """Return every text to copy by the name of its box."""
    return {slip.key: slip.text.text for block in blocks(sheet, {}) for slip in block.slips}


def unfold(page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(node => { node.open = true; })")


def button(page, key: str):
    return page.locator(f'button[data-salin="{key}"]')


# -- copying -----------------------------------------------------------------------------------------------------------


def test_every_button_copies_its_text_byte_for_byte(website, reader, sheet, sample):
    page = reader.open(website.at(KIT), permissions=CLIPBOARD)
    unfold(page)
    wanted = slips(sheet) | {"pengeras-suara": sheet.spoken.text}
    found = {}
    for key in wanted:
        button(page, key).tap()
        page.locator(f'button.tersalin[data-salin="{key}"]').wait_for()
        found[key] = page.evaluate(READ)

    assert found == wanted
    assert len(wanted) > 60
    for post in sheet.posts:
        assert found[post.platform].encode() == (sample.output / f"social/{STORY}/{post.file}").read_bytes()


def test_the_first_text_is_copied_within_the_first_screen(website, reader):
    page = reader.open(website.at(KIT), permissions=CLIPBOARD)
    first = page.locator("button[data-salin]").first
    box = first.bounding_box()

    assert box["y"] + box["height"] < 640
    assert box["height"] >= 48


def test_what_was_copied_is_said_to_all(website, reader):
    page = reader.open(website.at(KIT), permissions=CLIPBOARD)
    page.get_by_role("button", name="Salin WhatsApp: teks kiriman", exact=True).tap()
    page.get_by_role("status").get_by_text("Tersalin. Tinggal ditempel di WhatsApp.").wait_for()


def test_text_alternatives_are_copied_as_long_as_the_platform_takes_them(website, reader, sheet):
    page = reader.open(website.at(KIT), permissions=CLIPBOARD)
    unfold(page)
    keys = page.evaluate("[...document.querySelectorAll('[data-salin^=alt-]')].map(node => node.dataset.salin)")
    whole = {picture.alt for picture in sheet.pictures}
    for key in keys:
        button(page, key).tap()
        page.locator(f'button.tersalin[data-salin="{key}"]').wait_for()
        assert page.evaluate(READ) in whole
    takes = {key.removeprefix("alt-").rpartition("-")[0] for key in keys}
    assert takes == {post.platform for post in sheet.posts if LIMITS[post.platform].alt != 0}


def test_an_older_browser_copies_too(website, reader, sheet):
    page = reader.open(permissions=CLIPBOARD)
    page.add_init_script(OLD)
    page.goto(website.at(KIT))
    button(page, "whatsapp").tap()
    page.locator('button.tersalin[data-salin="whatsapp"]').wait_for()
    fresh = page.context.new_page()
    fresh.goto(website.url)
    assert fresh.evaluate(READ) == slips(sheet)["whatsapp"]


@pytest.mark.parametrize("key", ["whatsapp", "x"])
def test_where_the_clipboard_is_refused_the_text_waits_selected(website, reader, sheet, key):
    page = reader.open()
    page.add_init_script(REFUSED)
    page.goto(website.at(KIT))
    button(page, key).tap()
    page.get_by_role("status").get_by_text("Tekan lama teks yang tersorot, lalu pilih Salin.").wait_for()

    assert page.evaluate("document.activeElement.id") == key
    assert page.evaluate("getSelection().toString()") == slips(sheet)[key]


# -- to the apps -------------------------------------------------------------------------------------------------------


def test_what_opens_an_app_hands_over_exactly_the_text_that_is_copied(website, reader, sheet):
    page = reader.open(website.at(KIT))
    links = page.evaluate("""[...document.querySelectorAll("a.buka[target]")].map(node =>
        [node.closest(".slip").querySelector("textarea").value, node.href, node.rel])""")
    by_text = {"wa.me": "text", "x.com": "text", "www.threads.com": "text", "bsky.app": "text"}
    assert len(links) > 15
    for text, address, rel in links:
        host, asked = urlsplit(address).hostname, parse_qs(urlsplit(address).query)
        assert "noopener" in rel
        if host in by_text:
            assert asked == {by_text[host]: [text]}
        elif host == "t.me":
            assert asked == {"url": [sheet.url], "text": [without(text, sheet.url)]}
        else:
            assert list(asked.values()) == [[sheet.url]]
    assert {urlsplit(address).hostname for _, address, _ in links} >= {*by_text, "t.me", "www.facebook.com"}


def test_facebook_takes_the_link_so_the_text_is_copied_first(website, reader, sheet):
    page = reader.open(website.at(KIT), permissions=CLIPBOARD)
    page.evaluate("document.querySelectorAll('[data-dulu]').forEach(node => { node.href = '#'; node.target = ''; })")
    page.locator('[data-dulu="facebook"]').tap()
    page.get_by_role("status").get_by_text("Tersalin. Tinggal ditempel di Facebook.").wait_for()

    assert page.evaluate(READ) == slips(sheet)["facebook"]


def test_the_mastodon_server_is_asked_for_once_and_remembered(website, reader, sheet):
    page = reader.open()
    page.add_init_script(OPENED)
    page.goto(website.at(KIT))
    open_it = page.locator('[data-server="mastodon"]')
    open_it.tap()
    page.get_by_role("status").get_by_text("Tulis dulu alamat server Mastodon Anda.").wait_for()
    page.get_by_label("Server Mastodon Anda").fill("https://Toot.example/@perpusdes")
    open_it.tap()
    (address,) = page.evaluate("opened")
    assert address.startswith("https://toot.example/share?text=")
    assert parse_qs(urlsplit(address).query) == {"text": [slips(sheet)["mastodon"]]}
    page.reload()
    assert page.get_by_label("Server Mastodon Anda").input_value() == "toot.example"


SHARES = """navigator.canShare = () => true;
navigator.share = async data => { globalThis.shared = {text: data.text, files: await Promise.all(data.files.map(
    async file => [file.name, file.type, (await file.arrayBuffer()).byteLength]))};
    document.documentElement.dataset.shared = ""; };"""


def test_a_telephone_that_can_is_handed_text_and_picture_together(website, reader, sheet, sample):
    page = reader.open()
    page.add_init_script(SHARES)
    page.goto(website.at(KIT))
    page.locator('[data-kirim="whatsapp"]').tap()
    page.wait_for_selector("[data-shared]", state="attached")  # scripts may not be evaluated there twice
    shared = page.evaluate("shared")
    picture = sample.output / sheet.posts[0].pictures[0]
    assert shared == {"text": slips(sheet)["whatsapp"], "files": [[picture.name, "image/jpeg", picture.stat().st_size]]}


def test_where_nothing_can_be_shared_nothing_is_offered(website, reader):
    page = reader.open()
    page.add_init_script('Object.defineProperty(navigator, "canShare", {value: undefined})')
    page.goto(website.at(KIT))
    assert page.locator("[data-kirim]:visible").count() == 0
    assert page.locator("[data-salin]:visible").count() > 10


# -- what has been sent ------------------------------------------------------------------------------------------------


def test_what_has_been_sent_is_counted_and_remembered_for_this_story_alone(website, reader):
    page = reader.open(website.at(KIT))
    assert page.locator("#terkirim").text_content() == "0 dari 13 terkirim"
    for name in ("Sudah dikirim WhatsApp", "Sudah dikirim Instagram"):
        page.get_by_role("checkbox", name=name, exact=True).check()
    assert page.locator("#terkirim").text_content() == "2 dari 13 terkirim"
    page.reload()
    assert page.locator("#terkirim").text_content() == "2 dari 13 terkirim"
    assert page.locator(".lompat .selesai").all_text_contents() == ["WhatsApp", "Instagram"]
    page.goto(website.at("2026/02/kelas-komputer-lansia/bagikan/"))
    assert page.locator("#terkirim").text_content() == "0 dari 13 terkirim"


def test_a_browser_that_remembers_nothing_still_counts(website, reader):
    page = reader.open()
    page.add_init_script('Object.defineProperty(globalThis, "localStorage", {get() { throw new Error("tidak"); }})')
    page.goto(website.at(KIT))
    page.get_by_role("checkbox").first.check()
    assert page.locator("#terkirim").text_content() == "1 dari 13 terkirim"


# -- for everybody -----------------------------------------------------------------------------------------------------


def test_without_scripts_texts_can_be_selected_and_no_button_is_dead(website, reader, sheet):
    page = reader.open(website.at(KIT), javascript=False)
    assert page.locator("button:visible, input:visible").count() == 0
    assert page.locator("textarea:visible").count() >= 13
    assert page.locator("a.buka[target]:visible").count() >= 3
    page.locator("details.lagi summary").first.tap()
    assert page.locator("details.lagi").first.locator("textarea").first.is_visible()
    assert page.locator("#whatsapp").input_value() == slips(sheet)["whatsapp"]


def test_a_keyboard_alone_copies_and_ticks(website, reader, sheet):
    page = reader.open(website.at(KIT), width=1280, height=720, permissions=CLIPBOARD)
    button(page, "whatsapp").focus()
    page.keyboard.press("Enter")
    page.locator('button.tersalin[data-salin="whatsapp"]').wait_for()
    assert page.evaluate(READ) == slips(sheet)["whatsapp"]
    page.get_by_role("checkbox", name="Sudah dikirim WhatsApp", exact=True).focus()
    page.keyboard.press("Space")
    assert page.locator("#terkirim").text_content() == "1 dari 13 terkirim"


TARGETS = """[...document.querySelectorAll("a, button, summary, input, textarea")]
    .map(node => node.closest("label") ?? node)
    .filter(node => node.checkVisibility({visibilityProperty: true}) && !node.classList.contains("skip"))
    .map(node => [node, node.getBoundingClientRect()]).filter(([_, box]) => box.height < 44 || box.width < 44)
    .map(([node, box]) => `${Math.round(box.width)} × ${Math.round(box.height)}: ${node.textContent.trim()}`)"""
SMALL = """[...document.querySelectorAll("body *")]
    .filter(node => node.checkVisibility())
    .filter(node => [...node.childNodes].some(child => child.nodeType === 3 && child.data.trim()))
    .filter(node => parseFloat(getComputedStyle(node).fontSize) < 16).map(node => node.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize("width", [360, 320])
def test_one_thumb_is_enough(website, reader, width):
    page = reader.open(website.at(KIT), width=width)
    unfold(page)

    assert page.evaluate(TARGETS) == []
    assert page.evaluate(SMALL) == []
    assert told(page, (BESIDE, width), (LOST, None)) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_in_an_unfolded_kit(website, reader, axe, scheme, width):
    page = reader.open(website.at(KIT), width=width, scheme=scheme)
    unfold(page)

    assert faults(page, axe) == []


# -- the page that works alone -----------------------------------------------------------------------------------------


@pytest.fixture
def alone(sample, tmp_path) -> str:
    """The address of ``bagikan.html`` from the ZIP, in a folder with nothing else."""
    with zipfile.ZipFile(next((sample.output / f"site/{KIT}").glob("*.zip"))) as found:
        (tmp_path / "bagikan.html").write_bytes(found.read("bagikan.html"))
    return (tmp_path / "bagikan.html").as_uri()


def watch(reader, alone: str, **more):
    """Open the page; returns it with the list of all that it asks for."""
    page = reader.open(**more)
    page.context.unroute_all()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(alone)
    return page, asked


def test_alone_from_storage_it_copies_shows_its_pictures_and_asks_for_nothing(reader, alone, sheet):
    page, asked = watch(reader, alone, permissions=CLIPBOARD)
    unfold(page)
    for key, text in slips(sheet).items():
        button(page, key).tap()
        page.locator(f'button.tersalin[data-salin="{key}"]').wait_for()
        assert page.evaluate(READ) == text
    broken = page.evaluate(
        "[...document.images].filter(image => !image.naturalWidth).map(image => image.outerHTML.slice(0, 90))"
    )
    assert broken == []
    assert page.evaluate("document.images.length") > 20
    assert {address for address in asked if not address.startswith("data:")} == {alone}


def test_alone_it_saves_pictures_and_remembers_what_was_sent(reader, alone, sheet, sample):
    page, _ = watch(reader, alone)
    unfold(page)
    with page.expect_download() as saved:
        page.locator("[data-unduh]").first.tap()
    picture = sample.output / sheet.posts[0].pictures[0]
    assert saved.value.suggested_filename == picture.name
    assert saved.value.path().read_bytes() == picture.read_bytes()
    page.get_by_role("checkbox").first.check()
    page.reload()
    assert page.locator("#terkirim").text_content() == "1 dari 13 terkirim"


def test_alone_it_shares_the_picture_that_it_holds(reader, alone, sheet, sample):
    page = reader.open()
    page.context.unroute_all()
    page.add_init_script(SHARES)
    page.goto(alone)
    page.locator('[data-kirim="whatsapp"]').tap()
    page.wait_for_selector("[data-shared]", state="attached")  # scripts may not be evaluated there twice
    picture = sample.output / sheet.posts[0].pictures[0]
    assert page.evaluate("shared.files") == [[picture.name, "image/jpeg", picture.stat().st_size]]


def test_alone_and_without_scripts_its_pictures_are_there(reader, alone, sheet):
    page, _ = watch(reader, alone, javascript=False)
    assert page.locator(".album img").count() == len(sheet.pictures)
    assert page.locator("button:visible").count() == 0
    assert json.dumps(sheet.title, ensure_ascii=False).strip('"') in page.title()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_page_alone(reader, alone, axe, scheme):
    page, _ = watch(reader, alone, scheme=scheme, bypass_csp=True)
    unfold(page)

    assert faults(page, axe) == []
    assert told(page, (BESIDE, 360), (LOST, None)) == []
