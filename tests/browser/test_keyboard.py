"""Whoever has only a keyboard reaches everything, in order, and sees where they are."""

import pytest

pytestmark = pytest.mark.browser

STOPS = """() => [...document.querySelectorAll(
        "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex='-1'])")]
    .filter(node => !node.disabled && node.checkVisibility({visibilityProperty: true}))
    .map((node, number) => { node.stop = number; return node.outerHTML.slice(0, 120); })"""
"""Numbers, in the order of the page, all that must be reached; returns what they are."""

HERE = """() => {
    const node = document.activeElement;
    if (!node || node === document.body) return null;
    const box = node.getClientRects()[0] ?? node.getBoundingClientRect(), style = getComputedStyle(node);
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const top = document.elementFromPoint(x, y);
    return {
        stop: node.stop ?? -1,
        what: node.outerHTML.slice(0, 120),
        scrolls: node.scrollWidth > node.clientWidth || node.scrollHeight > node.clientHeight,
        outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        seen: !!top && (node.contains(top) || top.contains(node)),
        box: {x: box.x, y: box.y, width: box.width, height: box.height},
    };
}"""


def looks_changed(page, box: dict[str, float]) -> bool:
    """Whether the place *box* looks another way while it has the focus."""
    around = {
        "x": max(box["x"] - 4, 0),
        "y": max(box["y"] - 4, 0),
        "width": box["width"] + 8,
        "height": box["height"] + 8,
    }
    focused = page.screenshot(clip=around)
    page.evaluate("() => { globalThis.last = document.activeElement; last.blur(); }")
    plain = page.screenshot(clip=around)
    page.evaluate("() => last.focus()")
    return focused != plain


def walk(page) -> list[str]:
    """Press Tab until all of *page* has been passed; return what was wrong on the way."""
    wanted = page.evaluate(STOPS)
    found: list[str] = []
    reached: list[int] = []
    for _ in range(len(wanted) + 40):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        if here is None or here["stop"] in reached:
            break  # past the end, or round to the first
        if here["stop"] >= 0:
            reached.append(here["stop"])
        elif not here["scrolls"]:
            found.append(f"stops at {here['what']}")
        if not here["outlined"] and not looks_changed(page, here["box"]):
            found.append(f"looks the same with the focus: {here['what']}")
        if not here["seen"]:
            found.append(f"has the focus out of sight: {here['what']}")
    if reached != list(range(len(wanted))):
        missed = [wanted[number] for number in range(len(wanted)) if number not in reached]
        found.append(f"order {reached}" if not missed else f"never reached: {missed}")
    return found


REST = """() => {
    const body = document.body;
    body.tabIndex = -1;
    body.focus();
    body.removeAttribute("tabindex");
}"""


def wake(page) -> None:
    """Let a page fetch what it fetches only for its users: the lists of the search, once its field is entered."""
    for field in page.locator("main form input").all():
        field.focus()
        page.locator("main select").first.wait_for()
    page.evaluate(REST)


@pytest.mark.parametrize("share", range(2))
def test_tab_reaches_everything_in_order_and_shows_where_it_is(website, reader, share):
    page = reader.open(width=1280, height=720)
    found = []
    for address in list(website.kinds().values())[share::2]:
        page.goto(website.at(address))
        wake(page)
        found += [f"{address}: {fault}" for fault in walk(page)]

    assert not found, "\n".join(found)


def test_the_first_stop_skips_to_the_content(website, reader):
    page = reader.open(width=1280, height=720)
    for address in website.kinds().values():
        page.goto(website.at(address))
        page.keyboard.press("Tab")
        box = page.locator("a:focus").bounding_box()
        assert box, address
        assert box["x"] >= 0, f"{address}: the link is out of sight"
        assert box["y"] >= 0, f"{address}: the link is out of sight"
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        inside = "document.querySelector('main').compareDocumentPosition(document.activeElement)"
        # Inside of the main part (16), or after it (4) where the main part has nothing to stop at.
        assert page.evaluate(inside) & 20, f"{address}: the next stop is before the content"


FAULTS = """<html lang="id"><title>x</title>
    <style>:focus { outline: none } .far { position: fixed; left: -500px }</style>
    <a href="#a">satu</a><a href="#b" tabindex="2">dua</a><a class="far" href="#c">tiga</a>"""


def test_the_walk_finds_what_is_wrong(reader):
    """The bar itself: out of order, no sign of the focus, and a stop out of sight."""
    page = reader.open(width=1280, height=720)
    page.set_content(FAULTS)
    found = "\n".join(walk(page))

    assert "order [1, 0, 2]" in found
    assert 'looks the same with the focus: <a href="#a">' in found
    assert 'has the focus out of sight: <a class="far"' in found
