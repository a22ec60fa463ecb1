"""What a librarian sees in her browser while ``warta serve`` runs."""

from collections.abc import Callable, Iterator

import pytest

from tests.serving import Served, serving

pytestmark = pytest.mark.browser

FILE = "content/stories/2025/01/a.md"
PAGE = "/2025/01/a/"
POLICY = "default-src 'none'; img-src 'self'; font-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'"
"""As strict as a page can say it: no script, no connection."""

HOSTILE = "<img src=x onerror=\"document.title='kena'\"></script><b>tebal</b>"


@pytest.fixture
def serve(tmp_path) -> Iterator[Callable[..., Served]]:
    """Start the real command in a process of its own and wait until it answers."""
    with serving(tmp_path) as start:
        yield start


@pytest.fixture
def tab(chromium) -> Iterator:
    """Give a page as a small phone shows it; whatever the browser complains of fails the test."""
    context = chromium.new_context(viewport={"width": 360, "height": 640}, locale="id-ID")
    page = context.new_page()
    page.complaints = []
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.on("console", lambda said: page.complaints.append(said.text) if "Content Security" in said.text else None)
    yield page
    context.close()
    assert page.complaints == []


def panel(tab):
    return tab.get_by_role("region", name="Pemeriksaan warta")


def strict(room) -> None:
    """Give the site's pages a policy that allows no script at all."""
    from pipeline.templating.folders import bundled

    base = (bundled("templates") / "site/base.html").read_text("utf-8")
    head, found, rest = base.partition('<meta charset="utf-8">')
    meta = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    room.write({"templates/site/base.html": f"{head}{found}\n{meta}{rest}"})


def test_a_change_loads_the_page_again_where_the_reader_was(newsroom, story, serve, tab) -> None:
    long = "\n\n".join(f"Alinea nomor {number}." for number in range(80))
    room = newsroom({FILE: story("Kabar lama", body=long)})
    strict(room)
    served = serve(room.root)
    served.until_built(PAGE, "Kabar lama")
    tab.goto(f"http://127.0.0.1:{served.port}{PAGE}")
    tab.evaluate("scrollTo(0, 900)")

    room.write({FILE: story("Kabar baru", body=long)})
    tab.get_by_role("heading", name="Kabar baru", level=1).wait_for(state="attached")
    served.until(lambda: tab.evaluate("scrollY") == 900)  # the browser's own waiting would need more of the policy
    assert panel(tab).count() == 0


def test_an_error_appears_with_all_that_the_terminal_says_and_goes_when_it_is_mended(
    newsroom, story, serve, tab
) -> None:
    room = newsroom({FILE: story("Kabar"), "content/stories/2025/01/b.md": story("Kabar B", strategi="ngawur")})
    strict(room)
    served = serve(room.root)
    served.until_built(PAGE, "Kabar")
    tab.goto(f"http://127.0.0.1:{served.port}/")
    badge = tab.get_by_role("button", name="Tampilkan: 1 peringatan")
    badge.wait_for()
    assert panel(tab).count() == 0  # a warning alone stays folded

    room.write({FILE: story("Kabar", day="2025-02-31")})
    panel(tab).wait_for()
    place, message, fix = panel(tab).get_by_role("listitem").first.locator("code, span").all_inner_texts()
    assert place == f"{FILE}:3"
    assert f"{place}: {message} {fix}\n" in served.log
    tab.get_by_role("alert").get_by_text("Pemeriksaan warta: 1 kesalahan, 1 peringatan").wait_for(state="attached")
    warning = panel(tab).get_by_text("content/stories/2025/01/b.md:6")
    assert not warning.is_visible()
    panel(tab).get_by_text("1 peringatan", exact=True).click()
    warning.wait_for()

    room.write({FILE: story("Kabar"), "content/stories/2025/01/b.md": story("Kabar B")})
    tab.get_by_role("alert").wait_for(state="detached")
    assert tab.locator("warta-serve").get_by_role("button").count() == 0


def test_a_page_that_is_held_back_says_why_in_its_place(newsroom, story, serve, tab) -> None:
    room = newsroom({FILE: story("Kabar"), "content/stories/2025/01/b.md": story("B", day="2025-02-30")})
    served = serve(room.root)
    served.until_built(PAGE, "Kabar")
    tab.goto(f"http://127.0.0.1:{served.port}{PAGE}")
    panel(tab).wait_for()
    assert panel(tab).get_by_role("heading", level=3).count() == 0

    room.write({FILE: story("Kabar", day="2025-02-31")})
    panel(tab).get_by_role("heading", name="Laporan halaman ini ditahan").wait_for()
    assert tab.get_by_role("heading", level=1).inner_text() == "Halaman tidak ditemukan"
    assert [item.split("\n")[0] for item in panel(tab).get_by_role("listitem").all_inner_texts()] == [
        f"{FILE}:3", "content/stories/2025/01/b.md:3",
    ]  # fmt: skip

    room.write({FILE: story("Kabar lagi")})
    tab.get_by_role("heading", name="Kabar lagi", level=1).wait_for()


def test_the_panel_is_closed_and_opened_by_keyboard_and_stays_closed(newsroom, story, serve, tab) -> None:
    room = newsroom({FILE: story("Kabar", day="2025-02-31"), "content/stories/2025/01/b.md": story("B")})
    served = serve(room.root)
    served.until_built("/2025/01/b/", "B")
    tab.goto(f"http://127.0.0.1:{served.port}/2025/01/b/")
    panel(tab).wait_for()
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360
    box = panel(tab).bounding_box()
    assert box["width"] <= 360
    assert box["height"] <= 0.7 * 640

    badge = tab.get_by_role("button", name="Tampilkan: 1 kesalahan")
    panel(tab).get_by_role("button", name="Tutup").focus()
    tab.keyboard.press("Escape")
    badge.wait_for()
    assert panel(tab).count() == 0
    room.write({"content/stories/2025/01/b.md": story("Judul lain")})
    tab.get_by_role("heading", name="Judul lain", level=1).wait_for()
    badge.wait_for()
    assert panel(tab).count() == 0

    badge.focus()
    tab.keyboard.press("Enter")
    panel(tab).wait_for()
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    badge.wait_for()


def test_what_people_wrote_is_shown_as_text(newsroom, story, serve, tab) -> None:
    name = f"content/stories/2025/01/{HOSTILE.replace('/', '')}.md"
    room = newsroom({name: story("Kabar", day=f"'{HOSTILE}'"), FILE: story("Kabar", strategi=f"'{HOSTILE}'")})
    served = serve(room.root)
    served.until_built(PAGE, "Kabar")
    tab.goto(f"http://127.0.0.1:{served.port}{PAGE}")
    panel(tab).wait_for()

    assert "<img src=x onerror=" in panel(tab).inner_text()
    assert "<b>tebal" in panel(tab).inner_text()
    assert panel(tab).locator("img, b, script").count() == 0
    assert tab.title() != "kena"


def test_what_breaks_all_is_told_and_the_old_page_stays(newsroom, story, serve, tab) -> None:
    room = newsroom({FILE: story("Kabar lama")})
    served = serve(room.root)
    served.until_built(PAGE, "Kabar lama")
    tab.goto(f"http://127.0.0.1:{served.port}{PAGE}")

    room.write({"templates/site/home.html": "{% if %}"})
    panel(tab).get_by_text("templates/site/home.html:1").wait_for()
    assert "Situs tidak dapat dibangun" in panel(tab).inner_text()
    assert tab.get_by_role("heading", name="Kabar lama", level=1).count() == 1

    room.write({"templates/site/home.html": None})
    panel(tab).wait_for(state="detached")


def test_a_server_that_comes_back_is_found_again(newsroom, story, serve, tab) -> None:
    room = newsroom({FILE: story("Kabar lama")})
    served = serve(room.root)
    served.until_built(PAGE, "Kabar lama")
    tab.goto(f"http://127.0.0.1:{served.port}{PAGE}")
    tab.evaluate("window.lama = true")
    served.kill()
    room.write({FILE: story("Kabar baru")})
    assert tab.get_by_role("heading", name="Kabar lama", level=1).count() == 1

    serve(room.root, served.port)
    tab.get_by_role("heading", name="Kabar baru", level=1).wait_for()
    assert tab.evaluate("window.lama") is None


def test_more_pages_may_be_open_than_a_browser_has_connections(newsroom, story, serve, tab) -> None:
    room = newsroom({FILE: story("Kabar lama")})
    served = serve(room.root)
    served.until_built(PAGE, "Kabar lama")
    tabs = [tab, *(tab.context.new_page() for _ in range(8))]
    for page in tabs:
        page.goto(f"http://127.0.0.1:{served.port}{PAGE}")

    room.write({FILE: story("Kabar baru")})
    for page in tabs:
        page.get_by_role("heading", name="Kabar baru", level=1).wait_for()
