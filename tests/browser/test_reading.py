"""Whoever opens a page reads it: without scripts, without another host, in our letters, and nothing jumps."""

import pytest

pytestmark = pytest.mark.browser

WORDS = "document.querySelector('main').innerText.replace(/\\s+/g, ' ').trim()"
PICTURES = """() => [...document.images].filter(image => image.checkVisibility())
    .map(image => [image.currentSrc || image.src, image.naturalWidth > 0])"""
TO_THE_END = """async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight / 2) {
        scrollTo(0, y);
        await new Promise(done => requestAnimationFrame(() => setTimeout(done, 20)));
    }
    // One that is not shown never comes.
    const shown = [...document.images].filter(image => image.checkVisibility());
    await Promise.all(shown.map(image => image.decode().catch(() => {})));
    await document.fonts.ready;
}"""
MOVING = """() => {
    const seconds = list => Math.max(...list.split(", ").map(parseFloat));
    const found = [...document.querySelectorAll("*")].flatMap(node => ["", "::before", "::after"].flatMap(part => {
        const style = getComputedStyle(node, part || null);
        const long = Math.max(seconds(style.transitionDuration),
                              style.animationName === "none" ? 0 : seconds(style.animationDuration));
        return long > 0.01 || style.scrollBehavior === "smooth"
            ? [`<${node.localName}> ${node.getAttribute("class") ?? ""}${part}: ${long} s, ${style.scrollBehavior}`]
            : [];
    }));
    return [...new Set(found), ...document.getAnimations().map(animation => `runs: ${animation.animationName}`)];
}"""
SHIFTS = """globalThis.shifts = [];
new PerformanceObserver(list => { for (const entry of list.getEntries()) shifts.push(entry.value); })
    .observe({type: "layout-shift", buffered: true});"""
SAYS = """() => {
    const own = node => [...node.childNodes].some(one => one.nodeType === Node.TEXT_NODE && one.data.trim());
    for (const node of document.body.querySelectorAll("*")) if (own(node)) node.dataset.says = "";
}"""
"""Marks what has words of its own."""
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
"""A telephone on a slow network: 1.6 megabits a second, 150 ms."""


def test_every_page_is_quiet_and_asks_nobody_else(website, reader):
    """What a page says on the console, asks of another host or misses is kept by ``reader``, which fails then."""
    page = reader.open()
    for address in website.pages():
        page.goto(website.at(address))

    assert page.url.startswith(website.url)


def test_the_reader_hears_what_is_wrong(website, chromium):
    """The bar itself: an image of another host, one that is missing, and a style that the policy forbids."""
    from tests.browser.reader import Reader

    reader = Reader(chromium)
    page = reader.open(website.url)
    page.evaluate("""() => {
        document.body.insertAdjacentHTML("beforeend", '<p style="color: red"><img src="tidak-ada.webp">');
        const image = new Image();
        image.src = "http://example.invalid/x.png";
        return new Promise(done => setTimeout(done, 300));
    }""")
    said = "\n".join(reader.close())

    assert "style-src" in said
    assert "tidak-ada.webp: status 404" in said
    assert "example.invalid" in said


def test_the_site_works_at_the_top_of_a_host_too(at_the_top, reader):
    page = reader.open()
    for address in at_the_top.kinds().values():
        if address == "404.html":
            continue  # it knows its own address, because it answers for any
        page.goto(at_the_top.at(address))
        page.evaluate(TO_THE_END)
        assert all(there for _, there in page.evaluate(PICTURES)), address


def test_an_address_that_is_not_there_is_answered_by_a_whole_page(website, chromium):
    from tests.browser.reader import Reader

    reader = Reader(chromium)
    page = reader.open()
    answer = page.goto(website.at("2019/tidak/ada/"))
    sheet = page.evaluate("[...document.styleSheets].map(sheet => sheet.cssRules.length)")
    home = page.evaluate("document.querySelector('.name a').href")
    said = [line for line in reader.close() if "2019/tidak/ada/" not in line]

    assert answer.status == 404
    assert sheet[0] > 50
    assert home == website.url
    assert said == []


def test_all_is_there_without_scripts(website, reader):
    with_scripts, without = reader.open(), reader.open(javascript=False)
    for kind, address in website.kinds().items():
        if kind in {"cari", "story: bagikan"}:
            continue  # searching is what a script does; the page says so. Kits have tests of their own: test_kit.py
        for page in (with_scripts, without):
            page.goto(website.at(address))
        # What scripts add is not needed to read: buttons that only they can serve.
        added = with_scripts.evaluate("[...document.querySelectorAll('main button')].map(one => one.innerText)")
        words = with_scripts.evaluate(WORDS)
        for button in added:
            words = words.replace(button, "").replace("  ", " ")
        plain = without.locator("main").inner_text()

        assert " ".join(plain.split()) == " ".join(words.split()), address
        assert len(without.locator("img").all()) == len(with_scripts.locator("img").all()), address


def test_nothing_moves_for_those_who_ask_for_rest(website, reader):
    page = reader.open(motion="reduce", width=1280, height=800)
    found = []
    for address in website.kinds().values():
        page.goto(website.at(address))
        found += [f"{address}: {line}" for line in page.evaluate(MOVING)]

    assert not found, "\n".join(found)


def test_what_moves_is_seen(website, reader):
    """The bar itself."""
    page = reader.open(website.url, motion="reduce")
    page.evaluate(
        "document.body.style.transition = 'color .3s'; document.documentElement.style.scrollBehavior = 'smooth'"
    )

    assert len(page.evaluate(MOVING)) == 2


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_jumps_while_a_page_comes_and_is_read(website, reader, width):
    """On a slow network, so that letters and photos come late, as they do for readers."""
    kinds = website.kinds()
    for kind in ("home", "story with photos", "story without photos"):
        page = reader.open(width=width, height=640)
        page.add_init_script(SHIFTS)
        page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW)
        page.goto(website.at(kinds[kind]))
        page.evaluate(TO_THE_END)
        shifts = page.evaluate("shifts")

        assert sum(shifts) < 0.01, f"{kind}: {shifts}"


def test_what_jumps_is_seen(website, reader):
    """The bar itself: something pushes the page down."""
    page = reader.open()
    page.add_init_script(SHIFTS)
    page.goto(website.url)
    page.evaluate("""() => new Promise(done => setTimeout(() => {
        const block = Object.assign(document.createElement("pre"), {textContent: "\\n".repeat(9)});
        document.querySelector("main").prepend(block);
        setTimeout(done, 300);
    }, 600))""")

    assert sum(page.evaluate("shifts")) > 0.01


def test_pages_are_set_in_our_own_letters(website, reader):
    """By what Chromium really drew with, not by what the stylesheet asks for."""
    page = reader.open()
    session = page.context.new_cdp_session(page)
    drawn: dict[str, str] = {}
    for address in website.kinds().values():
        page.goto(website.at(address))
        page.evaluate("document.fonts.ready.then(() => 0)")
        assert page.evaluate("[...document.fonts].map(font => font.status)") == ["loaded"], address
        page.evaluate(SAYS)
        session.send("DOM.enable")
        session.send("CSS.enable")
        root = session.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
        (body,) = session.send("DOM.querySelectorAll", {"nodeId": root, "selector": "body"})["nodeIds"]
        nodes = session.send("DOM.querySelectorAll", {"nodeId": body, "selector": "[data-says]"})["nodeIds"]
        for node in nodes:
            for font in session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]:
                if not font["isCustomFont"]:
                    text = session.send("DOM.getOuterHTML", {"nodeId": node})["outerHTML"][:160]
                    drawn.setdefault(font["familyName"], f"{address}: {text}")
        session.send("CSS.disable")

    assert drawn == {}
