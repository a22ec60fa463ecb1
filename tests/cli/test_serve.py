"""``warta serve``: the site as it will be, drafts and all, made again after every change."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from pipeline.build import lock

PATIENCE = 30.0


class Answer(NamedTuple):
    """What a browser gets."""

    status: int
    headers: dict[str, str]
    text: str


class Served:
    """A running ``warta serve``."""

    def __init__(self, process: subprocess.Popen[str], log: Path, port: int) -> None:
        self.process = process
        self.port = port
        self._log = log

    @property
    def log(self) -> str:
        """Everything that was printed so far."""
        return self._log.read_text("utf-8")

    def ask(self, path: str, method: str = "GET") -> Answer:
        """Ask for *path* exactly as it is written."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request(method, path)
            answer = connection.getresponse()
            return Answer(answer.status, dict(answer.getheaders()), answer.read().decode("utf-8", "replace"))
        finally:
            connection.close()

    def until(self, true: Callable[[], bool]) -> None:
        """Wait for something to become true."""
        end = time.monotonic() + PATIENCE
        while not true():
            assert time.monotonic() < end, self.log
            assert self.process.poll() is None, self.log
            time.sleep(0.05)

    def until_page(self, path: str, word: str) -> None:
        """Wait for a page that holds *word*."""
        self.until(lambda: word in self.ask(path).text)

    def stop(self) -> int:
        """Press Ctrl-C, as a terminal does it: for every process of the group."""
        os.killpg(self.process.pid, signal.SIGINT)
        return self.process.wait(timeout=PATIENCE)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@pytest.fixture
def serve(tmp_path) -> Iterator[Callable[..., Served]]:
    """Start the real command in a process of its own and wait until it answers."""
    running: list[subprocess.Popen[str]] = []

    def start(root: Path) -> Served:
        port, log = free_port(), tmp_path / "log.txt"
        with log.open("w") as out:
            process = subprocess.Popen(
                [sys.executable, "-u", "-m", "pipeline", "serve", "--root", str(root), "--port", str(port)],
                stdout=out, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, start_new_session=True, text=True,
            )  # fmt: skip
        running.append(process)
        served = Served(process, log, port)
        served.until(lambda: "http://127.0.0.1" in served.log)
        return served

    yield start
    for process in running:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


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
    assert served.log.count("berkas dibuat") >= 2
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
    served.until(lambda: served.ask(PAGE).status == 200)
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
