"""``warta serve``: the site as it will be, drafts and all, made again after every change."""

import re
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from pipeline.build import lock
from pipeline.production import notice
from pipeline.production.board import STREAMS
from tests.serving import Served, serving


@pytest.fixture
def serve(tmp_path) -> Iterator[Callable[..., Served]]:
    """Start the real command in a process of its own and wait until it answers."""
    with serving(tmp_path) as start:
        yield start


@contextmanager
def taken(host: str = "127.0.0.1") -> Iterator[int]:
    """Give a port on which somebody else listens."""
    with socket.socket() as other:
        other.bind((host, 0))
        other.listen()
        yield other.getsockname()[1]


FILE = "content/stories/2025/01/a.md"
PAGE = "/2025/01/a/"


def test_a_change_in_content_is_seen_in_the_browser(newsroom, story, serve) -> None:
    room = newsroom({FILE: story("Kabar lama", status="draf")})
    served = serve(room.root)
    served.until_page(PAGE, "Kabar lama")

    room.write({FILE: story("Kabar baru", status="draf"), "content/stories/2027/01/b.md": story("B", day="2027-01-05")})
    served.until_page(PAGE, "Kabar baru")
    served.until_page("/2027/01/b/", "B")

    assert not room.output.exists()
    served.until(lambda: served.log.count("berkas dibuat") >= 2)  # the page is there before its build is told
    assert served.stop() == 0
    assert "Traceback" not in served.log


def test_templates_that_come_and_change_are_seen(newsroom, serve) -> None:
    room = newsroom()
    served = serve(room.root)
    served.until(lambda: served.ask("/").status == 200)

    room.write({"templates/site/404.html": "tidak ketemu satu\n"})
    served.until_page("/hilang", "tidak ketemu satu")
    room.write({"templates/site/404.html": "tidak ketemu dua\n"})
    served.until_page("/hilang", "tidak ketemu dua")


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("content/site.toml", "nama = \n"),
        ("templates/site/home.html", "{% if %}"),
        ("content/site.toml", "namaa = 1\n"),
    ],
)
def test_what_breaks_all_is_told_in_one_line_and_the_old_site_stays(newsroom, story, serve, path, text) -> None:
    room = newsroom({FILE: story("Kabar lama")})
    served = serve(room.root)
    served.until_page(PAGE, "Kabar lama")
    served.until(lambda: "berkas dibuat" in served.log)  # the page is there before its build is told
    before = served.log

    name = Path(path).name
    room.write({path: text})
    served.until(lambda: name in served.log)
    time.sleep(0.3)

    # A folder that appears before its file is a change too: there may be a build of nothing beside.
    others = [line for line in served.log.removeprefix(before).splitlines() if "0 berkas dibuat" not in line]
    assert {line.partition("  ")[2] for line in others if name in line} == {others[0].partition("  ")[2]}
    assert all(name in line for line in others)
    assert "Kabar lama" in served.ask(PAGE).text

    room.write({path: None, FILE: story("Kabar baru")})
    served.until_page(PAGE, "Kabar baru")


def test_what_is_wrong_in_a_report_is_told_once_with_file_and_line(newsroom, story, serve) -> None:
    room = newsroom({FILE: story("Kabar", strategi="ngawur")})
    served = serve(room.root)
    served.until(lambda: "berkas dibuat" in served.log)

    room.write({"content/stories/2025/01/b.md": story("Kabar B")})
    served.until_page("/2025/01/b/", "Kabar B")

    assert served.log.count(f"{FILE}:6: ") == 1


def test_a_real_build_need_not_wait_for_a_preview(newsroom, story, serve) -> None:
    room = newsroom({FILE: story("Kabar lama")})
    served = serve(room.root)
    served.until_page(PAGE, "Kabar lama")

    with lock.held(room.root / ".warta/lock"):
        room.write({FILE: story("Kabar baru")})
        served.until_page(PAGE, "Kabar baru")


@pytest.fixture
def files(newsroom, story, serve) -> Served:
    """A running server over a site with a stranger beside it."""
    room = newsroom({FILE: story("Kabar")})
    (room.root / "rahasia.txt").write_text("rahasia")
    served = serve(room.root)
    served.until_built(PAGE, "Kabar")
    site = room.root / ".warta/cache/preview/output/site"
    (site / "keluar").symlink_to(room.root)
    (site / "gambar.webp").write_bytes(b"RIFF")
    (site / "folder").mkdir()
    return served


def test_files_are_served_as_a_real_host_would(files) -> None:
    types = {
        PAGE: "text/html; charset=utf-8",
        "/style.css": "text/css; charset=utf-8",
        "/feed.xml": "application/rss+xml",
        "/sitemap.xml": "application/xml",
        "/robots.txt": "text/plain; charset=utf-8",
        "/gambar.webp": "image/webp",
    }
    for path, kind in types.items():
        answer = files.ask(path)
        assert (answer.status, answer.headers["Content-Type"]) == (200, kind)
        assert answer.headers["Cache-Control"] == "no-store"
        assert not {"Last-Modified", "ETag", "Expires"} & answer.headers.keys()


def test_what_is_not_there_is_the_page_404(files) -> None:
    for path in ("/tidak-ada", "/folder/", "/%00", "/" + "a" * 5000, "/2025/01/a/hilang.html", "/%ff"):
        answer = files.ask(path)
        assert answer.status == 404
        assert answer.text == files.ask("/404.html").text


def test_nothing_outside_of_the_site_is_served(files) -> None:
    paths = (
        "/../../../../rahasia.txt", "/%2e%2e/%2e%2e/%2e%2e/%2e%2e/rahasia.txt", "/..%2f..%2f..%2f..%2frahasia.txt",
        "/keluar/rahasia.txt", "//etc/passwd", "/..\\..\\rahasia.txt", "/../.warta",
    )  # fmt: skip
    for path in paths:
        assert files.ask(path).status == 404, path


def test_a_folder_without_its_slash_is_sent_to_it_and_never_to_another_host(files) -> None:
    answer = files.ask("/2025/01/a?x=1")
    away = files.ask("//2025/01/a")

    assert (answer.status, answer.headers["Location"]) == (301, PAGE)
    assert away.headers["Location"] == PAGE


def test_head_has_no_body_and_other_methods_are_refused(files) -> None:
    head = files.ask(PAGE, "HEAD")

    assert (head.status, head.text) == (200, "")
    assert int(head.headers["Content-Length"]) == len(files.ask(PAGE).text.encode())
    assert files.ask(PAGE, "POST").status == 501


def test_a_port_in_use_is_one_line_that_names_another(newsroom, process) -> None:
    room = newsroom()
    with taken() as port:
        ran = process("serve", "--root", room.root, "--port", port)

    other = int(ran.err.rstrip().rpartition(" ")[2])
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert str(port) in ran.err
    assert port < other <= port + 20


def test_a_host_that_is_none_is_one_line(newsroom, process) -> None:
    ran = process("serve", "--root", newsroom().root, "--host", "bukan.host.invalid")

    assert (ran.status, ran.err.count("\n")) == (2, 1)


def test_ctrl_c_in_the_middle_of_a_build_ends_without_a_trace(newsroom, story, serve) -> None:
    room = newsroom({f"content/stories/2025/01/a{number}.md": story(f"Kabar {number}") for number in range(300)})
    served = serve(room.root)
    time.sleep(1.0)

    assert served.stop() == 0
    assert "Traceback" not in served.log
    assert served.log.count("\n") <= 3


# -- what the browser is told --------------------------------------------------------------------------------------

SCRIPT = re.compile(r'<script src="/\.warta/warta-serve\.js\?([0-9a-z-]+)" defer></script></head>')


def edition(page: str) -> str:
    (found,) = SCRIPT.findall(page)
    return found


def test_pages_get_a_script_that_no_file_has(files) -> None:
    site = files.root / ".warta/cache/preview/output/site"
    for path in (PAGE, "/", "/tidak-ada"):
        assert edition(files.ask(path).text)
    assert not [path for path in site.rglob("*") if path.is_file() and b"warta-serve" in path.read_bytes()]
    assert files.ask("/feed.xml").text == (site / "feed.xml").read_text("utf-8")

    kinds = {"warta-serve.js": "text/javascript; charset=utf-8", "warta-serve.css": "text/css; charset=utf-8"}
    for name, kind in kinds.items():
        answer = files.ask(f"/.warta/{name}?x")
        assert (answer.status, answer.headers["Content-Type"]) == (200, kind)
    for path in ("/.warta/", "/.warta/../serve.py", "/.warta/notice.py", "/.warta/events/"):
        assert files.ask(path).status == 404


def test_a_folder_without_a_site_waits_for_it_in_the_browser(newsroom, serve) -> None:
    room = newsroom({"content/site.toml": "nama = \n"})
    served = serve(room.root)
    with closing(served.events()) as events:
        told = events.until(lambda told: told["notice"]["errors"])
        page = served.ask("/")

        assert (page.status, edition(page.text)) == (404, told["edition"])
        assert told["notice"]["fatal"]
        assert told["notice"]["errors"][0]["message"].startswith("content/site.toml:1: ")

        room.write({"content/site.toml": 'nama = "Kabar"\n'})
        after = events.until(lambda told: not told["notice"]["fatal"])
        assert after["edition"] != told["edition"]
        assert edition(served.ask("/").text) == after["edition"]


def test_every_open_page_hears_of_every_build_that_made_something(newsroom, story, serve) -> None:
    room = newsroom({FILE: story("Kabar lama")})
    served = serve(room.root)
    served.until_page(PAGE, "Kabar lama")
    with closing(served.events()) as one, closing(served.events()) as other:
        assert one.answer.getheader("Content-Type") == "text/event-stream"
        first = one.until(lambda told: told["edition"] == edition(served.ask(PAGE).text))
        assert other.until(lambda told: told == first)["notice"]["errors"] == []

        room.write({FILE: story("Kabar baru")})
        assert one.next()["edition"] == other.next()["edition"] != first["edition"]

        # A change that makes nothing is no news.
        room.write({"content/catatan.txt": "bukan laporan"})
        served.until(lambda: "  0 berkas dibuat" in served.log)
        room.write({FILE: None})
        assert one.next()["edition"] == edition(served.ask("/").text)
    assert served.stop() == 0


def test_what_is_wrong_is_told_in_the_browser_as_on_the_terminal_and_until_it_is_mended(newsroom, story, serve) -> None:
    room = newsroom({FILE: story("Kabar")})
    served = serve(room.root)
    with closing(served.events()) as events:
        room.write({FILE: story("Kabar", day="2025-02-31", strategi="ngawur")})
        notice = events.until(lambda told: told["notice"]["errors"])["notice"]

        (error,), (warning,) = notice["errors"], notice["warnings"]
        assert (error["place"], error["address"]) == (f"{FILE}:3", PAGE.strip("/"))
        assert (warning["place"], warning["address"]) == (f"{FILE}:6", "")
        for remark in (error, warning):
            assert f"{remark['place']}: {remark['message']} {remark['fix']}\n" in served.log
        assert served.ask(PAGE).status == 404

        room.write({FILE: story("Kabar")})
        assert events.next()["notice"] == {
            "errors": [], "warnings": [], "more_errors": 0, "more_warnings": 0, "fatal": False,
        }  # fmt: skip
        assert served.ask(PAGE).status == 200


def test_the_panel_speaks_the_language_of_the_messages(newsroom, story, serve) -> None:
    room = newsroom({FILE: story("Kabar", day="2025-02-31")})
    served = serve(room.root, WARTA_LANG="en")
    with closing(served.events()) as events:
        told = events.until(lambda told: told["notice"]["errors"])

    assert (told["words"]["language"], told["words"]["close"]) == ("en", "Close")
    assert "calendar" in told["notice"]["errors"][0]["message"]


def test_what_is_wrong_everywhere_is_counted_beyond_what_a_panel_can_show(newsroom, story, serve) -> None:
    wrong = {f"content/stories/2025/01/a{n}.md": story("Kabar", day="2025-02-31") for n in range(notice.MOST + 7)}
    served = serve(newsroom(wrong).root)
    with closing(served.events()) as events:
        told = events.until(lambda told: told["notice"]["errors"])["notice"]

    assert (len(told["errors"]), told["more_errors"]) == (notice.MOST, 7)


def test_many_open_pages_leave_room_for_the_next_one(files) -> None:
    """A browser opens six connections to one host: those beyond a few are asked to come back later."""
    pages = [files.events() for _ in range(40)]
    try:
        for page in pages[:-STREAMS]:
            assert page.answer.read().endswith(b"event: rest\ndata:\n\n")
        assert files.ask(PAGE).status == 200
        newest = pages[-1]
        newest.next()
        (files.root / FILE).unlink()
        newest.next()
    finally:
        for page in pages:
            page.close()
    assert files.stop() == 0


def test_ctrl_c_ends_at_once_however_many_pages_are_open(files) -> None:
    pages = [files.events() for _ in range(STREAMS)]
    for page in pages:
        page.next()

    assert files.stop() == 0
    assert "Traceback" not in files.log
