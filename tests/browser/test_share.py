"""The share bar of a story in a real Chromium: the address is copied, said to be, and never lost."""

import re

import pytest

pytestmark = pytest.mark.browser

STORY = "2026/05/panen-perdana-kebun-hidroponik/"


def canonical(page) -> str:
    return page.evaluate("document.querySelector('link[rel=canonical]').href")


def test_a_tap_copies_the_published_address_and_says_so(website, reader):
    page = reader.open(f"{website.url}{STORY}", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Salin tautan").tap()
    page.get_by_role("status").get_by_text("Tautan tersalin.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == canonical(page)
    assert re.search(r"/2026/05/panen-perdana-kebun-hidroponik/$", canonical(page))


def test_without_a_clipboard_the_address_waits_selected(website, reader):
    page = reader.open()
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto(f"{website.url}{STORY}")
    page.get_by_role("button", name="Salin tautan").tap()
    field = page.get_by_role("textbox", name="Salin tautan")
    assert field.input_value() == canonical(page)
    assert page.evaluate("getSelection().toString()") == canonical(page)


def test_without_scripts_there_are_links_and_no_dead_buttons(website, reader):
    page = reader.open(f"{website.url}{STORY}", javascript=False)
    bar = page.locator(".share")
    assert bar.locator("ul").get_by_role("link").all_text_contents() == ["WhatsApp", "Telegram", "Facebook", "X"]
    assert bar.get_by_role("button").count() == 0
