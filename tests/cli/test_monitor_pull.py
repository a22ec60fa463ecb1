"""``warta monitor --tarik``: a village's blog on a real server, its posts as drafts with photos."""

import datetime as dt
import json
import os
import signal
import subprocess
import sys
import threading

import pytest

from tests.conftest import LIBRARY
from tests.fetching.server import server

START = dt.datetime(2026, 11, 1, 8, tzinfo=dt.timezone(dt.timedelta(hours=7)))


@pytest.fixture
def web():
    with server(host="0.0.0.0") as found:
        yield found


@pytest.fixture(autouse=True)
def _local(monkeypatch):
    monkeypatch.setenv("WARTA_LOKAL", "1")


@pytest.fixture
def photo():
    import pyvips

    return pyvips.Image.black(800, 600, bands=3).copy(interpretation="srgb").write_to_buffer(".jpg")


@pytest.fixture
def room(newsroom, web):
    found = newsroom()
    (found.root / "content/libraries/alfa.md").write_text(
        LIBRARY.format(name="Alfa").replace("tingkat:", f"umpan: {web.url('/feed')}\ntingkat:")
    )
    return found


def post(web, number, *, day=None, body="", title="Panen sayur di halaman perpustakaan, ke-{}"):
    day = day or START + dt.timedelta(days=number)
    return (
        f"<item><title>{title.format(number)}</title><link>{web.url(f'/2026/tulisan-{number}/')}</link>"
        f"<guid isPermaLink='false'>{web.url(f'/?p={number}')}</guid><pubDate>{day:%a, %d %b %Y %H:%M:%S %z}</pubDate>"
        f"<creator xmlns='http://purl.org/dc/elements/1.1/'>Kader Baca</creator>"
        f"<encoded xmlns='http://purl.org/rss/1.0/modules/content/'><![CDATA["
        f"{body or '<p>Warga memanen sayur.</p>'}]]></encoded></item>"
    )


def feed(*posts):
    head = "<?xml version='1.0'?><rss version='2.0'><channel><title>Blog Desa [Alfa]</title>"
    return (head + "".join(posts) + "</channel></rss>").encode()


def pull(warta, room, day, *more):
    at = (START + dt.timedelta(days=day)).isoformat()
    ran = warta("monitor", "--tarik", "--root", room.root, "--now", at, "--json", *more)
    return ran, json.loads(ran.out)["blogs"]


def drafts(room):
    return sorted(path.parent.name for path in (room.root / "content/inbox").glob("*/index.md"))


def test_new_posts_become_drafts_with_photos(warta, room, web, photo):
    web.answers["/feed"] = (200, {}, feed(post(web, -1), post(web, -2)))
    ran, (blog,) = pull(warta, room, 0)
    assert (ran.status, blog["result"], blog["left"]) == (0, "dikenal", 2)
    assert "2 tulisan lama tidak ditarik" in ran.err
    assert drafts(room) == []

    body = (
        "<p>Warga <b>memanen</b> sayur, tanya 0812-3456-7890.</p><script>alert(1)</script>"
        '<figure><img src="/wp-content/uploads/panen-300x200.jpg" alt="Ibu-ibu di kebun">'
        '<figcaption>Panen.</figcaption></figure><img src="/kecil-100x100.jpg"><img src="/tidak-ada.jpg">'
        '<img src="/halaman.jpg"><img src="http://169.254.169.254/x.jpg">'
        '<img src="data:image/png;base64,AAAA">'
    )
    web.answers["/feed"] = (200, {}, feed(post(web, 2, body=body), post(web, -1), post(web, -2), post(web, -9)))
    web.answers["/wp-content/uploads/panen.jpg"] = web.answers["/kecil-100x100.jpg"] = (200, {}, photo)
    web.answers["/halaman.jpg"] = (200, {}, b"<html>bukan gambar</html>")
    ran, (blog,) = pull(warta, room, 3)
    assert (ran.status, blog["result"]) == (0, "baru")
    (made,) = blog["drafts"]
    assert (made["title"], made["photos"]) == ("Panen sayur di halaman perpustakaan, ke-2", 2)
    assert made["path"] == "content/inbox/2026-11-03-panen-sayur-di-halaman-perpustakaan-ke-2"
    folder = room.root / made["path"]
    text = (folder / "index.md").read_text()
    assert "status: periksa" in text
    assert "perpustakaan: alfa\n" in text
    assert "tanggal: 2026-11-03 # tebakan hari terbit di blognya; periksa" in text
    assert "terbit_pada: 2026-11-03 08.00 WIB" in text
    assert "penulis: Kader Baca" in text
    assert "Warga **memanen** sayur" in text
    assert f"Pertama kali terbit di [Blog Desa Alfa]({web.url('/2026/tulisan-2/')})." in text
    assert "0812" not in text
    assert "alert" not in text
    assert (folder / "panen.jpg").read_bytes() == photo
    assert "keterangan: Panen." in text
    assert "alt: Ibu-ibu di kebun" in text
    notes = (folder / "CATATAN.md").read_text()
    assert f"Alamat asal: {web.url('/2026/tulisan-2/')}" in notes
    for words in (
        "tidak-ada.jpg – jawaban servernya 404",
        "halaman.jpg – bukan gambar",
        "169.254.169.254/x.jpg – namanya menuju",
    ):
        assert words in notes
    assert "/wp-content/uploads/panen-300x200.jpg" not in web.paths()


def test_a_draft_goes_through_the_gate_like_any_other(warta, room, web, photo):
    web.answers["/feed"] = (200, {}, feed())
    pull(warta, room, 0)
    web.answers["/foto.jpg"] = (200, {}, photo)
    web.answers["/feed"] = (200, {}, feed(post(web, 2, body='<p>Warga memanen.</p><img src="/foto.jpg">')))
    pull(warta, room, 3)
    (name,) = drafts(room)
    ran = warta("import", "--terima", name, "--root", room.root)
    assert ran.out.startswith("Diterima: content/stories/2026/11/")


def test_nothing_comes_twice(warta, room, web):
    web.answers["/feed"] = (200, {}, feed())
    pull(warta, room, 0)
    for day in (3, 4, 5):
        web.answers["/feed"] = (200, {}, feed(post(web, 2, body=f"<p>Disunting {day} kali.</p>")))
        pull(warta, room, day)
    assert len(drafts(room)) == 1
    (name,) = drafts(room)
    assert "Disunting 3 kali" in (room.root / "content/inbox" / name / "index.md").read_text()


def test_all_that_a_feed_holds_and_again(warta, room, web):
    web.answers["/feed"] = (200, {"ETag": '"1"'}, feed(post(web, -1), post(web, -2)))
    pull(warta, room, 0)
    assert drafts(room) == []
    _ran, (blog,) = pull(warta, room, 0, "--semua")
    assert len(blog["drafts"]) == 2
    _ran, (blog,) = pull(warta, room, 0, "--semua")
    assert blog["drafts"] == []
    assert len(drafts(room)) == 2
    assert "If-None-Match" not in web.asked[-1].headers


def test_posts_of_an_export_are_known(warta, room, web, tmp_path):
    from tests.intake.boxes import export, item

    export_file = tmp_path / "blog.xml"
    export_file.write_bytes(export(item("Panen", "<p>Isi lama.</p>", number=3)))
    told = json.loads(warta("import", export_file, "--root", room.root, "--json").out)
    assert len(told["drafts"]) == 1
    import re

    address = re.search(r"Alamat lamanya: (\S+)", "\n".join(told["drafts"][0]["notes"]))[1]
    web.answers["/feed"] = (200, {}, feed(post(web, 1).replace(web.url("/2026/tulisan-1/"), address)))
    _ran, (blog,) = pull(warta, room, 2, "--semua")
    assert blog["drafts"] == []
    assert len(drafts(room)) == 1


@pytest.mark.parametrize("ending", ["[&#8230;]", "[...]", "<a href='x'>Baca selengkapnya</a>", "Continue reading →"])
def test_an_excerpt_is_told(warta, room, web, ending):
    web.answers["/feed"] = (200, {}, feed(post(web, -1, body=f"<p>Awal tulisan {ending}</p>")))
    _ran, (blog,) = pull(warta, room, 0, "--semua")
    assert "hanya memuat cuplikan" in (room.root / blog["drafts"][0]["path"] / "CATATAN.md").read_text()


def test_what_fails_is_told_and_others_go_on(warta, room, web):
    for name, address in (("beta", web.url("/tidak-ada")), ("gama", "bukan alamat"), ("delta", web.url("/feed"))):
        (room.root / f"content/libraries/{name}.md").write_text(
            LIBRARY.format(name=name.title()).replace("tingkat:", f"umpan: {address}\ntingkat:")
        )
    web.answers["/feed"] = (200, {}, feed(post(web, -1)))
    ran, blogs = pull(warta, room, 0, "--semua")
    assert ran.status == 1
    assert {one["library"]: one["result"] for one in blogs} == {
        "alfa": "baru",
        "beta": "gagal",
        "gama": "gagal",
        "delta": "gagal",
    }
    assert "404" in ran.err
    assert "content/libraries/gama.md: umpan harus" in ran.err
    assert "sudah dipakai Perpustakaan Desa Alfa" in ran.err


def test_without_a_blog_or_with_a_wrong_name(warta, newsroom, room):
    empty = newsroom()
    (empty.root / "content/libraries/alfa.md").write_text(LIBRARY.format(name="Alfa"))
    ran = warta("monitor", "--tarik", "--root", empty.root)
    assert (ran.status, "umpan: https://" in ran.err) == (2, True)
    ran = warta("monitor", "--semua", "--root", empty.root)
    assert (ran.status, "--tarik" in ran.err) == (2, True)


def test_killed_between_two_posts_and_run_again(room, web):
    web.answers["/feed"] = (
        200,
        {},
        feed(*(post(web, -n, body=f'<p>Isi.</p><img src="/foto-{n}.jpg">') for n in range(1, 5))),
    )
    held = threading.Event()
    for number in (1, 2):
        web.answers[f"/foto-{number}.jpg"] = lambda _handler: (held.wait(30), (404, {}, b""))[1]
    command = [sys.executable, "-m", "pipeline", "monitor", "--tarik", "--semua", "--root", f"{room.root}"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    while "/foto-2.jpg" not in web.paths():
        assert process.poll() is None
        held.wait(0.02)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    held.set()
    assert len(drafts(room)) == 2
    ran = subprocess.run([*command, "--json"], capture_output=True, text=True, check=False, timeout=60)
    assert len(json.loads(ran.stdout)["blogs"][0]["drafts"]) == 2
    assert len(drafts(room)) == 4
