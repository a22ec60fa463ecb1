"""axe-core finds no fault on any page."""

import pytest

pytestmark = pytest.mark.browser

RUN = """axe.run(document, {resultTypes: ["violations"], runOnly:
    ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]})"""
SHARES = 4
"""All pages are many: so many tests share them, which different processes may run."""


def faults(page, axe: str) -> list[str]:
    """Return what axe finds on *page*, one line for each place."""
    page.evaluate(f"{axe};0")
    found = page.evaluate(RUN)["violations"]
    return [f"{page.url}: {rule['id']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("share", range(SHARES))
def test_no_page_has_a_fault_on_a_telephone(website, reader, axe, share):
    page = reader.open()
    found = []
    for address in website.pages()[share::SHARES]:
        page.goto(website.at(address))
        found += faults(page, axe)

    assert not found, "\n".join(found)


@pytest.mark.parametrize(("width", "scheme"), [(768, "light"), (1280, "light"), (360, "dark"), (1280, "dark")], ids=str)
def test_no_kind_of_page_has_a_fault_on_other_screens_or_at_night(website, reader, axe, width, scheme):
    page = reader.open(width=width, height=900, scheme=scheme)
    found = []
    for address in website.kinds().values():
        page.goto(website.at(address))
        found += faults(page, axe)

    assert not found, "\n".join(found)


def test_axe_finds_what_is_wrong(reader, axe):
    """The bar itself: a page with faults that axe must see."""
    page = reader.open()
    page.set_content('<html lang="id"><title>x</title><main><h1>x</h1><img src="data:,"><a href="#"></a></main>')

    assert {line.split(": ")[1] for line in faults(page, axe)} >= {"image-alt", "link-name"}
