"""Polls against a real server. Questions are counted, never timed."""

from contextlib import closing

import pytest

from pipeline.errors import UsageError
from pipeline.fetching.policy import Policy
from pipeline.monitor import ledger, memory, source
from pipeline.monitor.schedule import DAY, HOUR
from pipeline.monitor.source import Source
from pipeline.production import monitoring
from pipeline.production.monitoring import Web
from pipeline.production.newsroom import Newsroom
from tests.fetching.server import dead_port
from tests.monitor.feeds import listed, rss

NOW = 1_795_000_000
WEB = Web(Policy("WartaPustaka/uji (+https://uji.example/)", connect=5, read=5, total=10, local=True))


@pytest.fixture
def db(tmp_path):
    with closing(memory.open(tmp_path)) as found:
        yield found


def poll(db, sources, now=NOW, **asked):
    return {one.source.name: one for one in monitoring.poll(db, sources, now, WEB, **asked)}


def titles(db):
    return [item.title for _number, item in memory.since(db)]


def test_new_items_once(web, db):
    web.answers["/"] = (200, {"ETag": '"1"'}, rss(2, 1))
    koran = Source("Koran", web.url(), "provinsi")
    first = poll(db, [koran])["Koran"]
    assert first.result == "baru"
    assert [number for number, _item in first.items] == [1, 2]
    item = first.items[0][1]
    assert (item.title, item.outlet, item.reach, item.published) == (
        "Perpustakaan desa nomor 1 ramai dikunjungi warga", "Koran", "provinsi", 1_722_826_860)  # fmt: skip
    web.answers["/"] = (200, {"ETag": '"2"'}, rss(3, 2, 1))
    second = poll(db, [koran], NOW + HOUR)["Koran"]
    assert [one.key for _number, one in second.items] == ["koran-3"]
    assert [question.headers.get("If-None-Match") for question in web.asked] == [None, '"1"']
    assert len(titles(db)) == 3


def test_what_is_not_due_is_not_asked(web, db):
    web.answers["/a"] = (200, {"ETag": '"1"'}, rss(1))
    web.answers["/b"] = (200, {}, rss(1, name="lain"))
    sources = [Source("Dengan", web.url("/a")), Source("Tanpa", web.url("/b", host="127.0.0.2"))]
    for now in (NOW, NOW + 60, NOW + HOUR, NOW + 2 * HOUR, NOW + DAY):
        poll(db, sources, now)
    assert web.paths().count("/a") == 4
    assert web.paths().count("/b") == 2
    poll(db, sources, NOW + DAY + 1, at_once=True)
    assert web.paths().count("/b") == 3


def test_unchanged(web, db):
    def answer(handler):
        if handler.headers.get("If-None-Match") == '"1"':
            return 304, {}, b""
        return 200, {"ETag": '"1"', "Last-Modified": "Sen, 05 Agu"}, rss(1)

    web.answers["/"] = answer
    koran = Source("Koran", web.url())
    poll(db, [koran])
    assert poll(db, [koran], NOW + HOUR)["Koran"].result == "tetap"
    assert web.asked[1].headers["If-Modified-Since"] == "Sen, 05 Agu"


def test_the_same_bytes_are_not_read_again(web, db, monkeypatch):
    from pipeline.monitor.reader import Reader

    read, real = [], Reader.read

    def counted(self, data, *arguments, **named):
        read.append(data)
        return real(self, data, *arguments, **named)

    monkeypatch.setattr(Reader, "read", counted)
    web.answers["/"] = (200, {}, rss(1))
    koran = Source("Koran", web.url())
    assert [poll(db, [koran], NOW + day * DAY)["Koran"].result for day in range(3)] == ["baru", "tetap", "tetap"]
    web.answers["/"] = (200, {}, rss(2, 1))
    assert poll(db, [koran], NOW + 3 * DAY)["Koran"].result == "baru"
    assert len(read) == 2
    assert len(web.asked) == 4


def test_moved_for_good(web, db):
    web.answers["/lama"] = (301, {"Location": "/baru"}, b"")
    web.answers["/baru"] = (200, {"ETag": '"1"'}, rss(1))
    koran = Source("Koran", web.url("/lama"))
    assert poll(db, [koran])["Koran"].moved == web.url("/baru")
    assert poll(db, [koran], NOW + HOUR)["Koran"].moved == ""
    assert web.paths() == ["/lama", "/baru", "/baru"]


def test_gone_for_good(web, db):
    web.answers["/"] = (410, {}, b"")
    koran = Source("Koran", web.url())
    gone = poll(db, [koran])["Koran"]
    assert gone.result == "hilang"
    assert "410" in gone.said
    assert poll(db, [koran], NOW + 30 * DAY, at_once=True) == {}
    assert len(web.asked) == 1


def test_a_server_that_had_enough_is_left_alone_with_all_its_feeds(web, db):
    web.answers["/0"] = (429, {"Retry-After": "7200"}, b"")
    for number in (1, 2):
        web.answers[f"/{number}"] = (200, {}, rss(number))
    sources = [Source(f"{number}", web.url(f"/{number}")) for number in range(3)]
    done = poll(db, sources)
    assert {name: one.result for name, one in done.items()} == {"0": "gagal", "1": "ditunda", "2": "ditunda"}
    assert poll(db, sources, NOW + 7199, at_once=True) == {}
    assert web.paths() == ["/0"]
    web.answers["/0"] = (200, {}, rss(0))
    assert {one.result for one in poll(db, sources, NOW + 7200).values()} == {"baru"}


def test_what_fails_costs_itself(web, db):
    web.answers["/baik"] = (200, {}, rss(1))
    web.answers["/html"] = (200, {}, b"<html>bukan umpan</html>")
    web.answers["/dtd"] = (200, {}, b'<!DOCTYPE rss [<!ENTITY a "b">]>' + rss(9))
    sources = [
        Source("Baik", web.url("/baik")), Source("Html", web.url("/html", "127.0.0.2")),
        Source("Dtd", web.url("/dtd", "127.0.0.3")), Source("Hilang", web.url("/404", "127.0.0.4")),
        Source("Mati", f"http://127.0.0.5:{dead_port()}/"), Source("Awan", "http://169.254.169.254/latest/"),
    ]  # fmt: skip
    done = poll(db, sources)
    assert {name: one.result for name, one in done.items()} == dict.fromkeys(
        ("Html", "Dtd", "Hilang", "Mati", "Awan"), "gagal"
    ) | {"Baik": "baru"}
    for name, words in (
        ("Html", "bukan umpan"),
        ("Dtd", "DTD"),
        ("Hilang", "404"),
        ("Mati", "dihubungi"),
        ("Awan", "pribadi"),
    ):
        assert words in done[name].said
    assert titles(db) == ["Perpustakaan desa nomor 1 ramai dikunjungi warga"]
    assert poll(db, sources, NOW + 60) == {}


def test_a_feed_in_disorder_is_a_note(web, db):
    web.answers["/"] = (200, {}, rss(1).replace(b"</channel>", b""))
    done = poll(db, [Source("Koran", web.url())])["Koran"]
    assert (done.result, done.said) == ("baru", "")
    assert done.note


def test_the_same_page_in_two_feeds_is_one_item_and_in_two_outlets_two(web, db):
    web.answers["/a"] = web.answers["/b"] = (200, {}, rss(1))
    web.answers["/c"] = (200, {}, rss(1, name="lain"))
    poll(db, [Source("Desa", web.url("/a")), Source("Semua", web.url("/b"))])
    poll(db, [Source("Lain", web.url("/c"))])
    assert sorted(item.source for _number, item in memory.since(db)) == ["Desa", "Lain"]


def test_one_host_is_asked_one_at_a_time(web, db):
    for number in range(6):
        web.answers[f"/{number}"] = (200, {}, rss(number))
    poll(db, [Source(f"{number}", web.url(f"/{number}")) for number in range(6)])
    assert len(web.asked) == 6
    assert web.most == 1


def test_sources_are_chosen(tmp_path):
    room = Newsroom(tmp_path)
    with pytest.raises(UsageError, match=r"sumber\.toml"):
        monitoring.chosen(room)
    path = tmp_path / source.PATH
    path.parent.mkdir(parents=True)
    path.write_text(
        listed(("Kabar Desa", "https://a.example/"))
        + "\n"
        + listed(("Diam", "https://b.example/"), more="aktif = false")
    )
    assert [one.name for one in monitoring.chosen(room)] == ["Kabar Desa"]
    assert [one.name for one in monitoring.chosen(room, "kabar desa")] == ["Kabar Desa"]
    assert [one.name for one in monitoring.chosen(room, "Diam")] == ["Diam"]
    with pytest.raises(UsageError, match="Kabar Desa"):
        monitoring.chosen(room, "Kabr Desa")


def test_what_a_feed_gave_is_kept_with_its_state_or_not_at_all(web, db, monkeypatch):
    web.answers["/"] = (200, {"ETag": '"1"'}, rss(1, 2))
    koran = Source("Koran", web.url())

    def broken(*_arguments):
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(memory, "add", broken)
        with pytest.raises(MemoryError):
            poll(db, [koran])
    assert ledger.states(db) == {}
    poll(db, [koran])
    assert len(titles(db)) == 2
    assert "If-None-Match" not in web.asked[1].headers
