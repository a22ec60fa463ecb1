"""``warta publish``: what goes out, what is refused, and what people are told."""

import json
import os
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pytest

from tests.conftest import BASE
from tests.publish.sites import published

AT = "2026-11-22T08:00:00+07:00"
STORIES = "content/stories/2025/01/"
SITE = BASE["content/site.toml"] + '[terbit.situs]\njenis = "folder"\nfolder = "../web"\n'


@pytest.fixture
def room(newsroom, story):
    """A built newsroom with two stories and a target."""
    files = {f"{STORIES}{name}.md": story(name.title()) for name in ("panen", "rapat")}
    made = newsroom({"content/site.toml": SITE, **files})
    made.build()
    return made


@pytest.fixture
def publish(warta, room):
    """Publish that newsroom."""
    return lambda *words: warta("publish", "--root", room.root, "--now", AT, *words)


@pytest.fixture
def web(room):
    """Where it is published."""
    return room.root.parent / "web"


def site_of(room) -> dict[str, bytes]:
    return published(room.output / "site")


def test_only_the_site_is_published_and_all_of_it(room, publish, web):
    ran = publish()
    assert (ran.status, ran.err) == (0, "")
    assert published(web) == site_of(room)
    assert not [path for path in published(web) if path.startswith(("social/", ".warta"))]
    assert "sudah sama" in publish().out


def test_a_trial_touches_nothing_and_fits_on_a_screen(room, publish, web):
    ran = publish("--coba")
    assert ran.status == 0
    assert len(ran.out.splitlines()) < 12
    assert not published(web)
    told = json.loads(publish("--dry-run", "--json").out)
    assert (told["put"], told["deleted"], told["trial"]) == (len(site_of(room)), 0, True)
    assert not (room.root / ".warta/state/versi").exists()


def test_one_story_moves_few_files(room, publish, web, story):
    publish()
    room.write({f"{STORIES}panen.md": story("Panen", body="Isi lain.")})
    room.build()
    told = json.loads(publish("--json").out)
    assert 0 < told["put"] < 12 < told["known"]
    assert published(web) == site_of(room)


def test_it_is_refused_while_a_build_is_due(room, publish, web, story):
    room.write({f"{STORIES}baru.md": story("Baru")})
    ran = publish()
    assert (ran.status, published(web)) == (2, {})
    assert "warta build" in ran.err
    room.build()
    assert publish().status == 0


def test_a_file_that_was_changed_behind_our_back_is_told(room, publish, web):
    page = room.output / "site/index.html"
    page.write_bytes(page.read_bytes() + b" ")
    os.utime(page, ns=(1, 1))
    ran = publish()
    assert ran.status == 2
    assert "warta build" in ran.err
    assert published(web) == {}


def test_an_error_that_holds_back_what_is_online_is_told(room, publish, web, story):
    publish()
    online = published(web)
    room.write({f"{STORIES}panen.md": story("Panen", day="2025-13-45")})
    assert room.build().errors
    ran = publish()
    assert (ran.status, published(web)) == (2, online)
    assert f"{STORIES}panen.md" in ran.err
    assert "--biarkan" in ran.err
    assert publish("--biarkan").status == 0
    assert published(web) == site_of(room)
    assert publish().status == 0  # it is not online any more


def test_an_error_in_what_was_never_online_holds_nothing_up(room, publish, story):
    publish()
    room.write({f"{STORIES}baru.md": story("Baru", day="2025-13-45")})
    room.build()
    assert publish().status == 0


def test_samples_go_out_only_where_they_are_meant(room, publish, web, story):
    room.write({f"{STORIES}panen.md": story("Panen", contoh="ya")})
    room.build()
    ran = publish()
    assert (ran.status, published(web)) == (2, {})
    assert f"{STORIES}panen.md" in ran.err
    assert publish("--contoh").status == 0
    assert published(web) == site_of(room)


@pytest.mark.parametrize(
    ("lines", "words", "said"),
    [
        ("", [], "Belum ada tujuan"),
        ('[terbit.a]\njenis = "folder"\nfolder = "../a"\n[terbit.b]\njenis = "folder"\nfolder = "../b"\n', [], "a, b"),
        ('[terbit.situs]\njenis = "folder"\nfolder = "../a"\n', ["sirus"], "Maksudnya situs?"),
        ('[terbit.situs]\njenis = "folder"\nfolder = "output"\n', [], "ruang redaksi sendiri"),
        ('[terbit.situs]\njenis = "folder"\nfolder = ".."\n', [], "ruang redaksi sendiri"),
        ('[terbit.situs]\njenis = "folder"\nfolder = "../tidak/ada"\n', [], "Pasang dulu diskanya"),
    ],
)
def test_what_cannot_be_published_is_one_sentence(room, publish, lines, words, said):
    room.write({"content/site.toml": BASE["content/site.toml"] + lines})
    ran = publish(*words)
    assert ran.status == 2
    assert said in ran.err
    assert len(ran.err.splitlines()) == 1


def test_a_place_to_publish_to_makes_no_build_due(room, publish, story):
    publish()
    room.write({"content/site.toml": SITE + '[terbit.lain]\njenis = "folder"\nfolder = "../lain"\n'})
    assert publish("lain").status == 0


# -- versions ----------------------------------------------------------------------------------------------------------


def test_ten_versions_can_be_gone_back_to_and_cost_about_one(room, publish, web, story):
    kept = []
    for number in range(12):
        room.write({f"{STORIES}panen.md": story("Panen", body=f"Isi nomor {number}.")})
        room.build()
        assert publish().status == 0
        kept.append(published(web))
    versions = json.loads(publish("--versi", "--json").out)
    assert len(versions) == 10
    ran = publish("--kembali", versions[-1]["name"])
    assert ran.status == 0, ran.err
    assert published(web) == kept[2]
    links = [path.stat().st_nlink for path in (room.root / ".warta/state/versi/isi").glob("??/*")]
    alone = [number for number in links if number == 1]
    assert len(alone) < 12 * 15  # what one story changes
    assert len(links) - len(alone) > 20  # shared with output/
    assert publish().status == 0
    assert published(web) == kept[-1]


def test_a_version_that_is_not_there_is_named(room, publish):
    publish()
    (version,) = json.loads(publish("--versi", "--json").out)
    ran = publish("--kembali", version["name"][:-1])
    assert ran.status == 2
    assert version["name"] in ran.err


# -- hubs --------------------------------------------------------------------------------------------------------------


class Hub(ThreadingHTTPServer):
    """A hub on this computer that notes what it is told."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Told)
        self.told: list[dict] = []
        self.status = 204
        self.url = f"http://127.0.0.1:{self.server_port}/"


class Told(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        self.server.told.append(parse_qs(self.rfile.read(length).decode()))
        self.send_response(self.server.status)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def hub() -> Iterator[Hub]:
    with Hub() as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def test_a_hub_is_told_of_feeds_that_are_new(room, publish, hub):
    room.write({"content/site.toml": SITE + f'websub = "{hub.url}"\n'})
    ran = publish()
    assert (ran.status, ran.err) == (0, "")
    (told,) = hub.told
    assert told["hub.mode"] == ["publish"]
    assert told["hub.url"][:3] == [f"https://kabar.example/{name}" for name in ("atom.xml", "feed.json", "feed.xml")]
    publish()
    assert len(hub.told) == 1


def test_a_hub_that_fails_is_only_a_warning(room, publish, web, hub):
    hub.status = 500
    room.write({"content/site.toml": SITE + f'websub = "{hub.url}"\n'})
    ran = publish()
    assert ran.status == 0
    assert "HTTP 500" in ran.err
    assert published(web) == site_of(room)
