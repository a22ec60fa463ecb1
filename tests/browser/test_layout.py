"""Pages fit every screen and every reader's own letters: nothing beside the screen, cut off, or too small to touch."""

import pytest

pytestmark = pytest.mark.browser

SHARES = 2

BESIDE = """width => {
    const wide = document.documentElement.scrollWidth;
    if (wide <= width) return [];
    const beyond = node => node.getBoundingClientRect().right > width + 1 && !node.closest(".tabel, pre");
    const last = [...document.body.querySelectorAll("*")].findLast(beyond);
    return [`${wide} px wide on a screen of ${width}: ${last?.outerHTML.slice(0, 120)}`];
}"""

LOST = """() => {
    const lost = [], words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const meant = ".visually-hidden, .skip, script, style, noscript, template";
    for (let node = words.nextNode(); node; node = words.nextNode()) {
        const holder = node.parentElement;
        if (!node.data.trim() || holder.closest(meant) || !holder.checkVisibility({visibilityProperty: true})) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const box of range.getClientRects()) {
            if (box.width < 1) continue;
            let left = 0, right = document.documentElement.clientWidth, top = -Infinity, bottom = Infinity;
            for (let outer = holder; outer; outer = outer.parentElement) {
                const style = getComputedStyle(outer), frame = outer.getBoundingClientRect();
                if (/auto|scroll/.test(style.overflowX)) left = -Infinity, right = Infinity;
                else if (/hidden|clip/.test(style.overflowX)) {
                    left = Math.max(left, frame.left); right = Math.min(right, frame.right);
                }
                if (/hidden|clip/.test(style.overflowY)) {
                    top = Math.max(top, frame.top); bottom = Math.min(bottom, frame.bottom);
                }
            }
            // A line's box is higher than its letters: a third of it may be cut without harm.
            const slack = box.height / 3;
            const whole = box.left >= left - 1 && box.right <= right + 1
                && box.top >= top - slack && box.bottom <= bottom + slack;
            if (!whole) lost.push(`cut off: "${node.data.trim().slice(0, 60)}" in <${holder.localName}>`);
        }
    }
    return [...new Set(lost)];
}"""

SMALL = """() => {
    const asked = "a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=tab]";
    const all = [...document.querySelectorAll(asked)].map(node => ({node, box: node.getBoundingClientRect()}))
        .filter(({node, box}) => node.checkVisibility({visibilityProperty: true}) && box.right > 0 && box.bottom > 0);
    const bare = text => text.replace(/[^\\p{L}\\p{N}]/gu, "");
    const sentence = node => {
        if (getComputedStyle(node).display !== "inline") return false;
        let block = node.parentElement;
        while (getComputedStyle(block).display === "inline") block = block.parentElement;
        const links = [...block.querySelectorAll(asked)].map(link => bare(link.textContent)).join("");
        return bare(block.textContent).length > links.length;
    };
    const small = all.filter(({node, box}) => (box.width < 24 || box.height < 24) && !sentence(node));
    const middle = box => [box.left + box.width / 2, box.top + box.height / 2];
    const near = (here, other) => {
        const [x, y] = middle(here.box);
        const gap = Math.hypot(Math.max(other.box.left - x, 0, x - other.box.right),
                               Math.max(other.box.top - y, 0, y - other.box.bottom));
        if (gap < 12) return true;
        const [u, v] = middle(other.box);
        return small.includes(other) && Math.hypot(u - x, v - y) < 24;
    };
    const apart = here => !all.some(other => other !== here && !here.node.contains(other.node) && near(here, other));
    return small.filter(here => !apart(here))
        .map(({node, box}) => `${Math.round(box.width)} × ${Math.round(box.height)} px: "${node.textContent.trim()}"`);
}"""

SPACED = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
        * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
        p { margin-bottom: 2em !important }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""
"""WCAG 2.2, 1.4.12."""


def told(page, *checks: tuple[str, object]) -> list[str]:
    """Return what *checks* (each a script and what it is given) find on *page*."""
    return [f"{page.url}: {line}" for script, given in checks for line in page.evaluate(script, given)]


@pytest.mark.parametrize("share", range(SHARES))
@pytest.mark.parametrize("width", [360, 320])
def test_no_page_is_wider_than_a_telephone(website, reader, width, share):
    page = reader.open(width=width)
    found = []
    for address in website.pages()[share::SHARES]:
        page.goto(website.at(address))
        found += told(page, (BESIDE, width), (LOST, None))

    assert not found, "\n".join(found)


@pytest.mark.parametrize("width", [360, 1280])
def test_what_is_touched_is_24_pixels_wide_and_high_or_stands_apart(website, reader, width):
    """WCAG 2.2, 2.5.8: links within a sentence may be as high as its line."""
    page = reader.open(width=width)
    found = []
    for address in website.pages() if width == 360 else website.kinds().values():
        page.goto(website.at(address))
        found += told(page, (SMALL, None))

    assert not found, "\n".join(found)


@pytest.mark.parametrize("width", [360, 1280])
def test_letters_twice_as_large_lose_nothing(website, reader_of_large_letters, width):
    page = reader_of_large_letters.open(width=width)
    found = []
    for address in website.kinds().values():
        page.goto(website.at(address))
        size = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
        assert size >= 32, f"{address} does not follow the reader's size of letters"
        found += told(page, (BESIDE, width), (LOST, None))

    assert not found, "\n".join(found)


def test_letters_words_and_lines_set_apart_lose_nothing(website, reader):
    page = reader.open()
    found = []
    for address in website.kinds().values():
        page.goto(website.at(address))
        page.evaluate(SPACED)
        found += told(page, (BESIDE, 360), (LOST, None))

    assert not found, "\n".join(found)


FAULTS = """<html lang="id"><title>x</title><meta name="viewport" content="width=device-width"><style>
    body { margin: 0 } a { display: inline-block; width: 20px; height: 8px }
    .cut { width: 40px; overflow: hidden; white-space: nowrap } .far { margin-left: 900px }</style>
    <p class="cut">Kalimat yang panjang</p><a href="#a">satu</a><a href="#b">dua</a><p class="far">jauh</p>"""


def test_the_rules_find_what_is_wrong(reader):
    """The bars themselves: a page with faults of each kind."""
    page = reader.open()
    page.set_content(FAULTS)

    wide, *others = [line.split(": ", 1)[1] for line in told(page, (BESIDE, 360), (LOST, None), (SMALL, None))]
    assert wide.endswith('px wide on a screen of 360: <p class="far">jauh</p>')
    assert others == [
        'cut off: "Kalimat yang panjang" in <p>',
        'cut off: "jauh" in <p>',
        '20 × 8 px: "satu"',
        '20 × 8 px: "dua"',
    ]
