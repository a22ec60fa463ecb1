"""``make demo-monitor``: the sample newsroom finds itself in the invented feeds, and in nothing else of them."""

import json
import os
import subprocess
import sys
import tomllib
from contextlib import closing
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from docs import demo_monitor

OURS = {
    "Dua Mesin Jahit dari Koperasi Tiba di Perpustakaan Desa Karangwacana",
    "Enam Pihak Berjanji Bantu Perpustakaan Desa di Wonosastra",
    "Mesin Jahit untuk Kelas Perca Karangwacana Akhirnya Tiba di Perpustakaan Desa",
    "Anak-Anak Bontosastra Menunggu Sabtu Pagi",
    "Musyawarah Negeri Waisastra Setujui Anggaran Perpustakaan 2027",
    "Kelor di Pekarangan Fatuaksara: 41 Pohon, Satu Buku",
}


@pytest.fixture
def served():
    server = demo_monitor.serve(tomllib.loads(demo_monitor.ARCHIVE.read_text("utf-8")), port=0)
    yield server.server_address[1]
    server.shutdown()
    server.server_close()


@pytest.fixture
def warta(served, tmp_path):
    room = demo_monitor.newsroom(tmp_path, served)

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "pipeline", *words, "--root", f"{room}", "--now", "2026-11-22T08:00:00+07:00"]
        return subprocess.run(
            command, capture_output=True, text=True, check=False, env={**os.environ, "WARTA_LOKAL": "1"},
            cwd=Path(__file__).parents[2],
        )  # fmt: skip

    return run


def test_the_sample_newsroom_finds_itself_and_shows_what_was_kept(warta, tmp_path):
    ran = warta("monitor", "--sekarang")
    assert (ran.returncode, ran.stderr) == (0, "")
    finds = json.loads(warta("monitor", "--tinjau", "--json").stdout)["finds"]
    assert {one["title"] for one in finds} == OURS
    outlets = {one["title"]: one["outlet"] for one in finds}
    assert outlets["Musyawarah Negeri Waisastra Setujui Anggaran Perpustakaan 2027"] == "Ombak Timur"

    number = next(one["number"] for one in finds if "Kelor" in one["title"])
    kept = warta("monitor", "--simpan", f"{number}", "--nada", "positif")
    assert kept.returncode == 0, kept.stderr
    (clipping,) = (tmp_path / "content/kliping/2026/11").glob("*.md")
    assert "sha256: " in clipping.read_text("utf-8")

    assert warta("build", "--only", "site").returncode == 0
    assert "Kelor di Pekarangan Fatuaksara" in (tmp_path / "output/site/liputan/index.html").read_text("utf-8")


def test_what_did_not_change_is_not_sent_again(served):
    url = f"http://127.0.0.1:{served}/kabar-lereng/umpan.xml"
    with closing(urlopen(url)) as answer:
        tag = answer.headers["ETag"]
        assert b"Sen, 02 Nov 2026 09:15:00 WIB" in answer.read()
    with pytest.raises(OSError, match="304"):
        urlopen(Request(url, headers={"If-None-Match": tag}))
