"""A phone in a village: 360 pixels wide, a signal that comes and goes, a browser that is closed in the middle."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.browser.conftest import FLAGS, program, surroundings
from tests.newsroom.conftest import PHOTO, PINS, Web, running

TITLE = "Dua puluh ibu memanen kangkung pertama"


@pytest.fixture
def web(tmp_path) -> Iterator[Web]:
    """A newsroom's web app."""
    yield from running(tmp_path / "kabar")


@pytest.fixture
def phone(player, tmp_path) -> Iterator[Callable[[], Any]]:
    """Open the browser of one phone, with all that it kept; called again, it is closed before."""
    open_now: list[Any] = []

    def opened() -> Any:
        while open_now:
            open_now.pop().close()
        context = player.chromium.launch_persistent_context(
            str(tmp_path / "ponsel"), executable_path=program("chromium"), env=surroundings(), args=list(FLAGS),
            viewport={"width": 360, "height": 640}, locale="id-ID",
        )  # fmt: skip
        open_now.append(context)
        return context

    yield opened
    while open_now:
        open_now.pop().close()


def entered(context: Any, web: Web, name: str = "Ibu Sari", role: str = "kontributor", place: str = "alfa") -> Any:
    """Come in by a link of one's own; return the page."""
    page = context.pages[0] if context.pages else context.new_page()
    page.goto(f"{web.base}/masuk/{web.token(web.add(name, role, place))}")
    page.get_by_label("PIN enam angka").fill(PINS[0])
    page.get_by_label("Sekali lagi").fill(PINS[0])
    page.get_by_role("button", name="Masuk").click()
    page.get_by_role("heading", name="Halo").wait_for()
    return page


def kept(page: Any) -> None:
    """Wait until the newsroom has what was typed."""
    page.locator("#keadaan", has_text="Tersimpan.").wait_for(timeout=20_000)


def controlled(page: Any) -> None:
    """Wait until the service worker stands before this page."""
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")


def test_nothing_is_lost_without_a_signal_or_with_the_browser_closed(web, phone):
    context = phone()
    page = entered(context, web)
    controlled(page)
    page.get_by_role("link", name="Tulis laporan baru").click()
    page.locator("form[data-siap]").wait_for()
    page.get_by_label("Apa judulnya?").fill(TITLE)
    kept(page)
    key = page.url.rpartition("=")[2]
    assert web.office.reports.latest(web.office.reports.one(key)).answers.title == TITLE
    context.set_offline(True)
    page.get_by_label("Apa yang terjadi?").fill("Tanpa sinyal pun tertulis.")
    page.set_input_files("#berkas", str(PHOTO))
    page.locator("#foto > li img[src^='blob:']").wait_for()
    page.get_by_label("Siapa melakukan apa, di mana?").fill("Panen pertama")
    page.locator("#keadaan", has_text="Tersimpan di ponsel ini").wait_for()
    page.reload()  # the service worker gives the form, the phone's own store what was typed
    page.locator("form[data-siap]").wait_for()
    assert page.get_by_label("Apa yang terjadi?").input_value() == "Tanpa sinyal pun tertulis."
    assert page.get_by_label("Siapa melakukan apa, di mana?").input_value() == "Panen pertama"
    context = phone()  # the battery was empty
    context.set_offline(True)
    page = context.new_page()
    page.goto(f"{web.base}/tulis?laporan={key}")
    page.locator("form[data-siap]").wait_for()
    assert page.get_by_label("Apa judulnya?").input_value() == TITLE
    page.get_by_label("Kapan?").fill("2026-11-20")
    page.get_by_role("button", name="Kirim ke penyunting").click()
    page.locator("#keadaan", has_text="Akan dikirim").wait_for()
    context.set_offline(False)
    page.wait_for_url(f"**/laporan/{key}", timeout=30_000)
    report = web.office.reports.one(key)
    assert report.stage == "terkirim"
    said = web.office.reports.latest(report).answers
    assert said.fields["apa"] == "Tanpa sinyal pun tertulis."
    (shot,) = said.photos
    assert shot.caption == "Panen pertama"
    assert [one.whole for one in web.office.uploads.of(key).values()] == [True]
    assert [line.what for line in web.office.decisions(key)] == ["dikirim", "ditulis"]


def test_a_session_that_ends_in_the_middle_costs_no_word(web, phone):
    page = entered(phone(), web)
    page.goto(f"{web.base}/tulis")
    page.locator("form[data-siap]").wait_for()
    page.get_by_label("Apa judulnya?").fill(TITLE)
    kept(page)
    key = page.url.rpartition("=")[2]
    with web.office.database.writes() as db:
        db.execute("DELETE FROM session")
    page.get_by_label("Apa yang terjadi?").fill("Sesudah sesinya berakhir.")
    page.get_by_role("link", name="Masuk lagi").click(timeout=20_000)
    page.get_by_label("PIN enam angka").fill(PINS[0])
    page.get_by_role("button", name="Masuk").click()
    page.locator("form[data-siap]").wait_for()
    kept(page)
    said = web.office.reports.latest(web.office.reports.one(key)).answers
    assert said.fields["apa"] == "Sesudah sesinya berakhir."


def test_who_writes_at_the_same_time_is_told_and_shown_both(web, phone):
    page = entered(phone(), web)
    page.goto(f"{web.base}/tulis")
    page.locator("form[data-siap]").wait_for()
    page.get_by_label("Apa judulnya?").fill(TITLE)
    kept(page)
    key = page.url.rpartition("=")[2]
    budi = web.enter(web.add("Pak Budi", "kontributor", "alfa"), PINS[1])
    body = {"sunting": "b" * 22, "dasar": 1, "isian": {"judul": TITLE, "apa": "Kata Budi."}}
    assert budi.post(f"/api/laporan/{key}", json=body).json()["versi"] == 2
    page.get_by_label("Apa yang terjadi?").fill("Kata Sari.")
    page.get_by_role("link", name="Bandingkan dan pilih").click(timeout=20_000)
    page.get_by_role("heading", name="Dua versi laporan ini").wait_for()
    assert {one.inner_text() for one in page.locator(".copy").all()} >= {"Kata Budi.", "Kata Sari."}
