"""``warta monitor`` in processes of its own: two at once, killed in the middle, wrong settings."""

import fcntl
import json
import os
import random
import signal
import subprocess
import sys
import threading
from contextlib import closing

import pytest

from pipeline.monitor import memory, source
from tests.fetching.server import server
from tests.monitor.feeds import listed, rss


@pytest.fixture
def web():
    with server(host="0.0.0.0") as found:
        yield found


@pytest.fixture
def room(tmp_path):
    (tmp_path / "content/press").mkdir(parents=True)
    (tmp_path / "content/site.toml").write_text('url = "https://kabar.example/"\n')

    def make(*feeds):
        (tmp_path / source.PATH).write_text(listed(*feeds))
        return tmp_path

    return make


@pytest.fixture(autouse=True)
def _local(monkeypatch):
    monkeypatch.setenv("WARTA_LOKAL", "1")


def count(root):
    with closing(memory.open(root)) as db:
        return len(list(memory.since(db)))


def test_a_poll_is_told_in_a_line(web, room, warta):
    web.answers["/a"] = (200, {"ETag": '"1"'}, rss(1, 2))
    root = room(("Koran", web.url("/a")), ("Rusak", web.url("/b", "127.0.0.2")))
    ran = warta("monitor", "--root", root)
    assert ran.status == 1
    assert ran.out == "2 umpan ditanya: 2 berita baru, 1 umpan gagal. 0 belum waktunya.\n"
    assert ran.err.startswith("Rusak: ")
    assert ran.err.count("\n") == 1
    assert {question.headers["User-Agent"].partition("/")[0] for question in web.asked} == {"WartaPustaka"}
    assert "(+https://kabar.example/)" in web.asked[0].headers["User-Agent"]
    ran = warta("monitor", "--root", root)
    assert (ran.status, ran.out) == (0, "0 umpan ditanya: 0 berita baru, 0 umpan gagal. 2 belum waktunya.\n")
    ran = warta("monitor", "--root", root, "--sekarang", "--sumber", "koran", "--json")
    told = json.loads(ran.out)
    assert [one["result"] for one in told["sources"]] == ["tetap"]
    assert len(web.asked) == 3


def test_json_holds_every_item(web, room, warta):
    web.answers["/a"] = (200, {}, rss(1))
    told = json.loads(warta("monitor", "--root", room(("Koran", web.url("/a"))), "--json").out)
    (one,) = told["sources"]
    assert one["items"][0]["title"] == "Perpustakaan desa nomor 1 ramai dikunjungi warga"
    assert one["items"][0]["number"] == 1


def test_without_the_variable_this_computer_is_not_asked(web, room, warta, monkeypatch):
    monkeypatch.delenv("WARTA_LOKAL")
    ran = warta("monitor", "--root", room(("Koran", f"http://127.0.0.1:80/{web.port}")))
    assert ran.status == 1
    assert "WARTA_LOKAL=1" in ran.err
    assert web.asked == []


@pytest.mark.parametrize("text", ["", "[[sumber]]\nnama = 1\n", "rusak"])
def test_what_cannot_be_asked_is_told(room, warta, text):
    root = room()
    (root / source.PATH).write_text(text)
    ran = warta("monitor", "--root", root)
    assert ran.status == 2
    assert "content/press/sumber.toml" in ran.err
    assert "Traceback" not in ran.err


def test_two_polls_at_once_ask_once(web, room):
    held = threading.Event()

    def slowly(_handler):
        held.wait(30)
        return 200, {"ETag": '"1"'}, rss(1)

    web.answers["/a"] = slowly
    root = room(("Koran", web.url("/a")))
    command = [sys.executable, "-m", "pipeline", "monitor", "--root", f"{root}"]
    first = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    while not web.asked:
        pass_time()
    second = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert "Menunggu" in second.stderr.readline()
    held.set()
    assert "1 berita baru" in first.communicate(timeout=60)[0]
    assert second.communicate(timeout=60)[0].startswith("0 umpan ditanya")
    assert len(web.asked) == 1
    assert count(root) == 1


def pass_time():
    threading.Event().wait(0.02)


def test_a_lock_that_is_never_let_go_ends_in_one_sentence(room, warta, monkeypatch):
    from pipeline.build import lock

    root = room(("Koran", "https://a.example/"))
    (root / ".warta").mkdir()
    monkeypatch.setattr(lock.held.__wrapped__, "__kwdefaults__", {"patience": 0.1, "waiting": lambda: None})
    with (root / ".warta/lock-monitor").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        ran = warta("monitor", "--root", root)
    assert ran.status == 2
    assert "Coba lagi nanti" in ran.err


@pytest.mark.parametrize("after", range(0, 12, 3))
def test_killed_in_the_middle_and_run_again_all_is_there_once(web, room, after):
    """Killed when so many feeds have been asked for, while the others are held back."""
    held = threading.Event()
    feeds = []
    for number in range(12):
        feeds.append((f"Koran {number}", web.url(f"/{number}", f"127.0.1.{number + 1}")))

        def answer(_handler, number=number):
            if number >= after:
                held.wait(30)
            return 200, {"ETag": f'"{number}"'}, rss(number, number + 100, name=f"koran{number}")

        web.answers[f"/{number}"] = answer
    root = room(*feeds)
    command = [sys.executable, "-m", "pipeline", "monitor", "--root", f"{root}"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, start_new_session=True)
    while len(web.asked) < 12 or (process.poll() is None and kept(root) < after):
        pass_time()
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    held.set()
    before = count(root)
    assert before == 2 * after
    ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert ran.stdout.startswith(f"{12 - after} umpan ditanya: {24 - before} berita baru, 0 umpan gagal.")
    assert count(root) == 24


def kept(root):
    if not (root / memory.PATH).exists():
        return 0
    with closing(memory.open(root)) as db:
        return db.execute("SELECT count(*) FROM feed").fetchone()[0]


@pytest.mark.long
def test_killed_again_and_again_at_any_moment(web, room):
    """Whatever was kept is whole: every feed has all of its items or none, and in the end all are there once."""
    chosen = random.Random(11)
    feeds = [(f"Koran {number}", web.url(f"/{number}", f"127.0.2.{number + 1}")) for number in range(30)]
    for number in range(30):
        web.answers[f"/{number}"] = (200, {}, rss(*range(40), name=f"koran{number}"))
    root = room(*feeds)
    command = [sys.executable, "-m", "pipeline", "monitor", "--root", f"{root}", "--sekarang"]
    killed = 0
    for _round in range(60):
        process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        try:
            process.wait(chosen.uniform(0.2, 1.5))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            killed += 1
        if (root / memory.PATH).exists():
            with closing(memory.open(root)) as db:
                counts = {row[0] for row in db.execute("SELECT count(*) FROM item GROUP BY feed")}
                states = db.execute("SELECT count(*) FROM feed").fetchone()[0]
                assert counts <= {40}
                assert states * 40 == len(list(memory.since(db)))
    assert killed
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, timeout=120)
    assert count(root) == 30 * 40
