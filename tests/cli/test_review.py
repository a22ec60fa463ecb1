"""Finds by command: from the feed to the file, in processes and at a terminal of their own."""

import hashlib
import json
import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.content.clipping_reader import read_clipping
from pipeline.monitor import source
from tests.fetching.server import server
from tests.monitor.feeds import rss

NOW = "2026-09-15T08:00:00+07:00"

LIBRARY = """\
---
nama: Perpustakaan Desa Sukamaju
tingkat: desa
wilayah: "32.07.12.2999"
desa: Sukamaju
kecamatan: Cihaurbeuti
---
Profil.
"""
OFFICE = '---\nnama: Dinas Perpustakaan Kabupaten Ciamis\ntingkat: kabupaten\nwilayah: "32.07"\n---\nProfil.\n'
STORY = """\
---
judul: Ibu-Ibu Sukamaju Belajar Mengemas Keripik Pisang
tanggal: 2026-09-12
perpustakaan: sukamaju
---
Sebanyak 24 ibu belajar mengemas keripik pisang.
"""
TITLES = {
    1: "Ibu-Ibu di Sukamaju Ciamis Berlatih Mengemas Keripik Pisang",
    2: "Bupati Ciamis Hendra Wiratma Minta Tiap Desa Anggarkan Perpustakaan",
    3: "Perpustakaan Desa Sukamaju Lampung Selatan Juara",
    4: "Warga Ciamis Panen Ikan",
}


@pytest.fixture(autouse=True)
def _local(monkeypatch):
    monkeypatch.setenv("WARTA_LOKAL", "1")


@pytest.fixture
def web():
    with server() as found:
        yield found


def feed(titles):
    items = "".join(
        f"<item><title>{title}</title><link>{link}</link><guid>{number}</guid>"
        "<pubDate>Mon, 14 Sep 2026 01:00:00 GMT</pubDate><description>Ringkas.</description></item>"
        for number, (title, link) in titles.items()
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>x</title>{items}</channel></rss>'.encode()


@pytest.fixture
def room(tmp_path, web):
    """A newsroom with four news in its feed: two are finds."""
    for path, text in {
        "site.toml": 'url = "https://kabar.example/"\n[meja]\nphotos = false\n', "libraries/sukamaju.md": LIBRARY,
        "libraries/ciamis.md": OFFICE, "stories/2026/09/keripik-pisang.md": STORY,
        "press/sumber.toml": (
            f'[[sumber]]\nnama = "Warta Galuh"\numpan = "{web.url("/umpan")}"\nwilayah = "32.07"\n'
            '[[tokoh]]\nnama = "Hendra Wiratma"\nperan = "Bupati Ciamis"\n'
        ),
    }.items():  # fmt: skip
        (tmp_path / "content" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "content" / path).write_text(text)
    web.answers["/umpan"] = (200, {}, feed({n: (title, web.url(f"/{n}")) for n, title in TITLES.items()}))
    web.answers["/1"] = (200, {"Content-Type": "text/html"}, b"<p>Keripik.</p>")
    web.answers["/2"] = (404, {}, b"")
    return tmp_path


def finds(warta, room):
    return json.loads(warta("monitor", "--root", room, "--now", NOW, "--tinjau", "--json").out)


def test_a_poll_makes_finds_and_a_find_becomes_a_clipping(warta, room, web):
    ran = warta("monitor", "--root", room, "--now", NOW)
    assert ran.out.splitlines()[-1] == "2 temuan baru, 2 menunggu ditinjau: warta monitor --tinjau"
    told = finds(warta, room)
    assert told["counts"] == {"baru": 2, "simpan": 0, "tolak": 0}
    one, two = told["finds"]
    if one["people"]:
        one, two = two, one
    assert (one["title"], one["stories"], one["libraries"]) == (TITLES[1], ["2026/09/keripik-pisang"], ["sukamaju"])
    assert (two["people"], two["regions"], two["stories"]) == (["Hendra Wiratma"], ["32.07"], [])
    words = [rule["words"] for target in one["why"] for rule in target["rules"]]
    assert any("Keripik" in word for word in words)
    ran = warta("monitor", "--root", room, "--now", NOW, "--simpan", one["number"], "--nada", "positif", "--json")
    path = json.loads(ran.out)["path"]
    assert path == "content/kliping/2026/09/warta-galuh-ibu-ibu-di-sukamaju-ciamis-berlatih-mengemas-keripik.md"
    read = read_clipping(path, (room / path).read_bytes())
    assert not read.problems
    clipping = read.clipping
    assert (clipping.title, clipping.outlet, clipping.medium, clipping.url) == (
        TITLES[1], "Warta Galuh", "daring", web.url("/1"),
    )  # fmt: skip
    assert clipping.stories == ("2026/09/keripik-pisang",)
    assert clipping.libraries == ("sukamaju",)
    assert (clipping.tone, clipping.reach, clipping.event) == ("positif", "kabupaten", one["event"])
    assert clipping.date.day.isoformat() == "2026-09-14"
    assert "judul +0.48 (Ibu … Mengemas … Keripik … Pisang)" in clipping.reason
    assert clipping.sha256 == hashlib.sha256(b"<p>Keripik.</p>").hexdigest()
    assert (room / ".warta/state/kliping" / clipping.sha256).read_bytes() == b"<p>Keripik.</p>"
    assert finds(warta, room)["counts"] == {"baru": 1, "simpan": 1, "tolak": 0}
    ran = warta("monitor", "--root", room, "--simpan", one["number"])
    assert (ran.status, "sudah disimpan" in ran.err) == (2, True)


def test_a_page_that_cannot_be_fetched_is_said(warta, room):
    warta("monitor", "--root", room, "--now", NOW)
    number = next(one["number"] for one in finds(warta, room)["finds"] if one["people"])
    ran = warta("monitor", "--root", room, "--now", NOW, "--simpan", number)
    assert ran.err == "Halaman tidak dapat diambil: server menjawab 404.\n"
    path = ran.out.removeprefix("Kliping: ").strip()
    clipping = read_clipping(path, (room / path).read_bytes()).clipping
    assert (clipping.sha256, clipping.fetched, clipping.region) == ("", None, "32.07")
    assert (room / path).read_text().endswith("---\nHalaman tidak dapat diambil: server menjawab 404.\n")


def test_a_rejected_find_stays_away_when_all_is_matched_again(warta, room):
    warta("monitor", "--root", room, "--now", NOW)
    numbers = [one["number"] for one in finds(warta, room)["finds"]]
    assert warta("monitor", "--root", room, "--tolak", numbers[0], "--alasan", "lain").status == 0
    ran = warta("monitor", "--root", room, "--now", NOW, "--cocokkan-ulang")
    assert ran.out == "0 temuan baru, 1 menunggu ditinjau: warta monitor --tinjau\n"
    assert [one["number"] for one in finds(warta, room)["finds"]] == numbers[1:]


def test_a_new_story_is_looked_for_in_what_came_before(warta, room):
    """Names change: what came lately is matched anew, without being asked for."""
    (room / "content/stories/2026/09/keripik-pisang.md").unlink()
    warta("monitor", "--root", room, "--now", NOW)
    assert len(finds(warta, room)["finds"]) == 1
    (room / "content/stories/2026/09/keripik-pisang.md").write_text(STORY)
    assert len(finds(warta, room)["finds"]) == 2
    (room / "content/stories/2026/09/keripik-pisang.md").unlink()
    assert len(finds(warta, room)["finds"]) == 1


def test_spokespersons_are_told_where_their_library_is(warta, room, web):
    """A profile names who speaks for a library: beside it they are told, alone they are anybody."""
    path = room / "content/libraries/sukamaju.md"
    path.write_text(path.read_text().replace("desa: Sukamaju", "juru_bicara: [{nama: Siti Aminah}]\ndesa: Sukamaju"))
    titles = {
        5: "Siti Aminah, Penjaga Perpustakaan Desa Sukamaju Ciamis",
        6: "Siti Aminah Resmikan Perpustakaan Masjid",
    }
    web.answers["/umpan"] = (200, {}, feed({n: (title, web.url(f"/{n}")) for n, title in titles.items()}))
    warta("monitor", "--root", room, "--now", NOW)
    assert [(one["title"], one["people"]) for one in finds(warta, room)["finds"]] == [(titles[5], ["Siti Aminah"])]


def test_a_file_that_somebody_edited_is_never_written_over(warta, room):
    warta("monitor", "--root", room, "--now", NOW)
    one = next(one for one in finds(warta, room)["finds"] if not one["people"])
    path = room / "content/kliping/2026/09/warta-galuh-ibu-ibu-di-sukamaju-ciamis-berlatih-mengemas-keripik.md"
    path.parent.mkdir(parents=True)
    path.write_text("milik orang")
    ran = warta("monitor", "--root", room, "--now", NOW, "--simpan", one["number"], "--json")
    assert json.loads(ran.out)["path"].endswith("-keripik-2.md")
    assert path.read_text() == "milik orang"
    assert [name.name for name in path.parent.iterdir() if name.name.startswith(".")] == []


def test_a_clipping_written_before_a_kill_is_taken_for_its_find(warta, room):
    """The file is there, and nothing is remembered of it: keeping again makes no second one."""
    warta("monitor", "--root", room, "--now", NOW)
    one = next(one for one in finds(warta, room)["finds"] if not one["people"])
    before = (room / ".warta/state/monitor.sqlite").read_bytes()
    first = json.loads(warta("monitor", "--root", room, "--now", NOW, "--simpan", one["number"], "--json").out)
    for name in room.glob(".warta/state/monitor.sqlite*"):
        name.unlink()
    (room / ".warta/state/monitor.sqlite").write_bytes(before)
    again = json.loads(warta("monitor", "--root", room, "--now", NOW, "--simpan", one["number"], "--json").out)
    assert again["path"] == first["path"]
    assert len(list((room / "content/kliping").rglob("*.md"))) == 1


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--simpan", "99"), "Temuan 99 tidak ada"),
        (("--simpan", "1", "--berita", "2026/09/keripik-pisan"), "Mungkin maksudnya: 2026/09/keripik-pisang"),
        (("--simpan", "1", "--perpustakaan", "sukamajo"), "Mungkin maksudnya: sukamaju"),
        (("--simpan", "1", "--tolak", "1"), "Pilih salah satu: --tinjau"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(warta, room, options, said):
    warta("monitor", "--root", room, "--now", NOW)
    ran = warta("monitor", "--root", room, "--now", NOW, *options)
    assert ran.status == 2
    assert said in ran.err
    assert "Traceback" not in ran.err
    assert not list(room.glob("content/kliping/**/*.md"))


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ('[[tokoh]]\nnama = "Hendra"\n', "sumber.toml:8: tulis nama lengkap tokoh"),
        ('[[tokoh]]\nnama = "Hendra Wiratma"\njabatan = "Bupati"\n', "kunci jabatan tidak dikenal pada tokoh"),
        (
            '[[sumber]]\nnama = "B"\numpan = "https://b.example/"\nwilayah = "99.99"\n',
            'sumber.toml:11: wilayah "99.99"',
        ),
        ("[tokoh]\nnama = 3\n", "sumber.toml"),
    ],
)
def test_what_is_wrong_with_the_list_is_said_with_its_line(warta, room, more, said):
    path = room / source.PATH
    path.write_text(path.read_text().partition("[[tokoh]]")[0] + "\n\n\n" + more)
    ran = warta("monitor", "--root", room, "--now", NOW)
    assert ran.status == 2
    assert said in ran.err
    assert "Traceback" not in ran.err


# -- at a terminal ---------------------------------------------------------------------------------------------------


class Terminal:
    """``warta monitor --tinjau`` with somebody at the keys."""

    def __init__(self, room: Path) -> None:
        self._master, slave = pty.openpty()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "pipeline", "monitor", "--root", str(room), "--now", NOW, "--tinjau"],
            stdin=slave, stdout=slave, stderr=slave, env={**os.environ, "WARTA_LANG": "id"},
        )  # fmt: skip
        os.close(slave)
        self.seen = ""

    def until(self, text: str) -> str:
        """Read on until *text* is shown; returns what came."""
        came, end = "", time.monotonic() + 60
        while text not in came:
            assert time.monotonic() < end, came
            if select.select([self._master], [], [], 1)[0]:
                try:
                    part = os.read(self._master, 4096)
                except OSError:
                    part = b""
                assert part, came
                came += part.decode(errors="replace")
        self.seen += came
        return came

    def type(self, text: str) -> None:
        os.write(self._master, f"{text}\n".encode())

    def end(self) -> int:
        status = self._process.wait(timeout=60)
        os.close(self._master)
        return status


def test_an_editor_goes_through_the_finds(warta, room):
    """Tone, another story, keep, skip what is not known, reject with a reason."""
    (room / "content/stories/2026/09/lain.md").write_text(STORY.replace("Keripik Pisang", "Ubi").replace("12", "11"))
    warta("monitor", "--root", room, "--now", NOW)
    keys = Terminal(room)
    shown = keys.until("q keluar > ")
    assert "[1/2]" in shown
    keys.type("x")
    keys.until("q keluar > ")
    keys.type("n")
    keys.until("belum) > ")
    keys.type("9")
    assert "tulis 1, 2, atau 3" in keys.until("q keluar > ")
    keys.type("n")
    keys.until("belum) > ")
    keys.type("2")
    keys.until("q keluar > ")
    keys.type("u")
    keys.until("tetap) > ")
    keys.type("2026/09/tidak-ada")
    keys.until("tetap) > ")
    keys.type("")
    assert "tidak ada" in keys.until("q keluar > ")
    keys.type("u")
    keys.until("tetap) > ")
    keys.type("2026/09/lain, 2026/09/keripik-pisang")
    keys.until("tetap) > ")
    keys.type("sukamaju")
    keys.until("q keluar > ")
    keys.type("y")
    assert "[2/2]" in keys.until("q keluar > ")
    keys.type("T")
    keys.until("kosong) > ")
    keys.type("bukan kita")
    assert "1 disimpan, 1 ditolak, 0 belum diputuskan." in keys.until("diputuskan.")
    assert keys.end() == 0
    (path,) = (room / "content/kliping").rglob("*.md")
    clipping = read_clipping(path.relative_to(room).as_posix(), path.read_bytes()).clipping
    assert clipping.tone == "netral"
    assert clipping.stories == ("2026/09/lain", "2026/09/keripik-pisang")
    assert clipping.libraries == ("sukamaju",)
    assert finds(warta, room)["counts"] == {"baru": 0, "simpan": 1, "tolak": 1}


def test_an_editor_may_leave_and_come_back(warta, room):
    """Skipped and unseen finds wait; the end of the keyboard is an end."""
    warta("monitor", "--root", room, "--now", NOW)
    keys = Terminal(room)
    keys.until("q keluar > ")
    keys.type("l")
    keys.until("q keluar > ")
    os.write(keys._master, b"\x04")
    assert "0 disimpan, 0 ditolak, 2 belum diputuskan." in keys.until("diputuskan.")
    assert keys.end() == 0
    assert finds(warta, room)["counts"] == {"baru": 2, "simpan": 0, "tolak": 0}


@pytest.mark.parametrize("locale", ["C.UTF-8", "C"])
def test_bytes_that_are_no_text_are_no_answer(warta, room, locale):
    """A key pressed by mistake, or a paste from elsewhere, ends nothing."""
    warta("monitor", "--root", room, "--now", NOW)
    ran = subprocess.run(
        [sys.executable, "-m", "pipeline", "monitor", "--root", str(room), "--now", NOW, "--tinjau"],
        input=b"\xff\xfe\nu\n\xff\n\nl\nq\n", capture_output=True, check=False, timeout=60,
        env={**os.environ, "WARTA_LANG": "id", "LC_ALL": locale, "PYTHONUTF8": "0"},
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    assert b"Traceback" not in ran.stderr
    assert "0 disimpan, 0 ditolak, 2 belum diputuskan." in ran.stdout.decode()


def test_nobody_waits_for_an_empty_review(warta, room, web):
    web.answers["/umpan"] = (200, {}, rss(1))
    warta("monitor", "--root", room, "--now", NOW)
    ran = warta("monitor", "--root", room, "--now", NOW, "--tinjau")
    assert (ran.status, ran.out) == (0, "Tidak ada temuan yang menunggu.\n")
