"""``warta import https://…``, from a real server on this computer."""

import json

import pytest

from tests.fetching.server import dripping, server

AT = "2026-11-22T08:00:00+07:00"
REPORT = b"Panen Perdana\n\nPada Rabu, 12 Agustus 2026, dua puluh ibu memanen sayur.\n"
PAGE = (
    b"<html><head><title>Panen Raya</title></head><body><p>Pada Rabu, 12 Agustus 2026, warga panen.</p></body></html>"
)
PLACE = "content/inbox/2026-08-12-panen-perdana"


@pytest.fixture
def web():
    with server() as found:
        yield found


@pytest.fixture(autouse=True)
def _local(monkeypatch):
    monkeypatch.setenv("WARTA_LOKAL", "1")


@pytest.fixture
def room(newsroom):
    return newsroom()


def test_a_document_of_the_web_goes_the_way_of_a_file(warta, room, web):
    web.answers["/unduh?id=3"] = (200, {"Content-Disposition": 'attachment; filename="laporan.txt"'}, REPORT)
    ran = warta("import", web.url("/unduh?id=3"), "--root", room.root, "--now", AT, "--json")
    assert ran.status == 0
    (draft,) = json.loads(ran.out)["drafts"]
    assert (draft["path"], draft["source"], draft["kind"]) == (PLACE, "laporan.txt", "text")
    assert draft["notes"] == [f"Alamat asal: {web.url('/unduh?id=3')}"]
    assert web.url("/unduh?id=3") in (room.root / PLACE / "CATATAN.md").read_text()
    assert web.asked[0].headers["User-Agent"].startswith("WartaPustaka/")
    again = warta("import", web.url("/unduh?id=3"), "--root", room.root, "--now", AT, "--json")
    assert [one["state"] for one in json.loads(again.out)["drafts"]] == ["sama"]


def test_pages_redirects_and_files_beside_them(warta, room, web, tmp_path):
    web.answers["/lama"] = (301, {"Location": "/panen.html"}, b"")
    web.answers["/panen.html"] = (200, {"Content-Type": "text/html"}, PAGE)
    beside = tmp_path / "laporan.txt"
    beside.write_bytes(REPORT)
    ran = warta("import", web.url("/lama"), beside, "--root", room.root, "--now", AT, "--json")
    assert [(one["source"], one["title"]) for one in json.loads(ran.out)["drafts"]] == [
        ("panen.html", "Panen Raya"),
        ("laporan.txt", "Panen Perdana"),
    ]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/tidak-ada", "404"),
        ("/besar", "60 MB"),
        ("/putus", "terputus"),
        ("/jauh", "jaringan pribadi"),
        ("/zip", "ZIP"),
    ],
)
def test_what_cannot_be_had_is_one_sentence_and_the_others_go_on(warta, room, web, path, words):
    web.answers["/besar"] = (200, {"Content-Length": str(10**9)}, b"x")
    web.answers["/putus"] = (200, {"Content-Length": "5000"}, REPORT)
    web.answers["/jauh"] = (302, {"Location": "http://169.254.169.254/"}, b"")
    web.answers["/zip"] = (200, {}, b"PK\x05\x06" + b"\0" * 18)
    web.answers["/baik"] = (200, {}, REPORT)
    ran = warta("import", web.url(path), web.url("/baik"), "--root", room.root, "--now", AT)
    assert ran.status == 1
    assert ran.out.startswith(f"Draf baru: {PLACE}\n")
    (line,) = ran.err.splitlines()
    assert words in line
    assert line.count("http://127.0.0.1") <= 1


def test_too_slow(warta, room, web, monkeypatch):
    from pipeline.production import importing

    monkeypatch.setattr(importing, "LONGEST", 0.5)
    web.answers["/"] = dripping(web, b"HTTP/1.1 200 OK\r\n\r\n", b"x")
    ran = warta("import", web.url(), "--root", room.root, "--now", AT)
    assert ran.status == 1
    assert "dihentikan" in ran.err


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1/laporan.txt", "HTTP://localhost/x", "https://user:rahasia@a.example/x", "http://"]
)
def test_addresses_that_are_not_asked(warta, room, monkeypatch, address):
    monkeypatch.delenv("WARTA_LOKAL")
    ran = warta("import", address, "--root", room.root)
    assert ran.status == 1
    assert len(ran.err.splitlines()) == 1
    assert "Traceback" not in ran.err


def test_a_rehearsal_writes_nothing(warta, room, web):
    web.answers["/"] = (200, {}, REPORT)
    assert warta("import", web.url(), "--coba", "--root", room.root, "--now", AT).status == 0
    assert not (room.root / "content/inbox").exists()


def test_profiles_of_a_table_on_the_web(warta, room, web):
    table = b"Nama Perpustakaan,Tingkat,Kode Wilayah\nPerpustakaan Desa Beta,desa,32.04.99.2998\n"
    web.answers["/daftar.csv"] = (200, {}, table)
    assert warta("import", web.url("/daftar.csv"), "--profil", "--root", room.root).status == 0
    assert (room.root / "content/libraries/perpustakaan-desa-beta.md").exists()
    ran = warta("import", web.url("/tidak-ada"), "--profil", "--root", room.root)
    assert (ran.status, "404" in ran.err) == (1, True)
