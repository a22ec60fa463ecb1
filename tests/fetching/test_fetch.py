import gzip
import socket
import ssl
import threading
import time
import tracemalloc
import zlib

import pytest
import trustme

from pipeline.fetching.failure import (
    AddressError,
    CutError,
    ForbiddenError,
    LargeError,
    RedirectError,
    SlowError,
    UnreachableError,
)
from pipeline.fetching.fetch import Validators, fetch
from tests.fetching.server import dead_port, dripping, server

FEED = b"<rss/>" * 100


def test_an_answer(web, policy):
    web.answers["/umpan"] = (200, {"Content-Type": "text/xml", "ETag": '"a"', "Last-Modified": "kemarin",
                                   "Set-Cookie": "a=b"}, FEED)  # fmt: skip
    found = fetch(web.url("/umpan"), policy, accept="application/rss+xml")
    assert (found.status, found.body, found.kind, found.permanent) == (200, FEED, "text/xml", "")
    assert found.validators == Validators('"a"', "kemarin")
    (question,) = web.asked
    assert question.headers["User-Agent"] == policy.agent
    assert question.headers["Accept"] == "application/rss+xml"
    assert question.headers["Host"] == f"127.0.0.1:{web.port}"
    assert not {"Cookie", "Authorization", "If-None-Match", "If-Modified-Since"} & set(question.headers)


@pytest.mark.parametrize("etag", ['W/"a b"', '"caf\xe9"', "tanpa-kutip", '"a,b"', '"-gzip"', '"' + "x" * 500 + '"'])
def test_validators_come_back_byte_for_byte(web, policy, etag):
    def answer(handler):
        if (
            handler.headers.get("If-None-Match", "") == etag
            and handler.headers["If-Modified-Since"] == "Sen,  05 Agu 2024"
        ):
            handler.wfile.write(b"HTTP/1.1 304 Not Modified\r\n\r\n")
            return None
        return 200, {"ETag": etag, "Last-Modified": "Sen,  05 Agu 2024"}, FEED

    web.answers["/"] = answer
    first = fetch(web.url(), policy)
    assert first.status == 200
    second = fetch(web.url(), policy, validators=first.validators)
    assert (second.status, second.body) == (304, b"")
    assert len(web.asked) == 2


@pytest.mark.parametrize("raw", [
    b"HTTP/1.1 304 Not Modified\r\n\r\n",
    b"HTTP/1.1 304 Not Modified\r\nContent-Length: 500\r\n\r\n",
    b"HTTP/1.1 304 Not Modified\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n",
    b"HTTP/1.0 304\r\nContent-Type: text/xml\r\n\r\n<rss>",
])  # fmt: skip
def test_unchanged_in_every_odd_form(web, policy, raw):
    web.answers["/"] = lambda handler: handler.wfile.write(raw) and None
    assert fetch(web.url(), policy, validators=Validators('"a"')).status == 304


def test_validators_that_are_no_validators_are_not_kept(web, policy):
    web.answers["/"] = (200, {"ETag": "x" * 5000}, FEED)
    assert fetch(web.url(), policy).validators.etag == ""


@pytest.mark.parametrize("status", [204, 400, 401, 403, 404, 410, 429, 500, 503])
def test_other_statuses_are_answers_and_their_bodies_are_not_read(web, policy, status):
    web.answers["/"] = (status, {"Retry-After": "120"}, b"" if status == 204 else b"x" * 1000)
    found = fetch(web.url(), policy)
    assert (found.status, found.retry, found.body) == (status, "120", b"")


class TestRedirects:
    @pytest.mark.parametrize(("statuses", "for_good"), [
        ([301], True), ([308], True), ([301, 308, 301], True), ([302], False), ([303], False), ([307], False),
        ([301, 302], False), ([301] * 5, True),
    ])  # fmt: skip
    def test_are_followed_and_told(self, web, policy, statuses, for_good):
        for number, status in enumerate(statuses):
            web.answers[f"/{number}"] = (status, {"Location": f"{number + 1}"}, b"")
        web.answers[f"/{len(statuses)}"] = (200, {}, FEED)
        found = fetch(web.url("/0"), policy)
        assert found.url == web.url(f"/{len(statuses)}")
        assert found.permanent == (found.url if for_good else "")
        assert len(web.asked) == len(statuses) + 1

    def test_are_five_at_most(self, web, policy):
        for number in range(7):
            web.answers[f"/{number}"] = (302, {"Location": f"/{number + 1}"}, b"")
        with pytest.raises(RedirectError):
            fetch(web.url("/0"), policy)
        assert web.paths() == ["/0", "/1", "/2", "/3", "/4", "/5"]

    def test_carry_no_cookie_along(self, web, policy):
        web.answers["/"] = (302, {"Location": "/a", "Set-Cookie": "sesi=1"}, b"")
        web.answers["/a"] = (200, {}, FEED)
        fetch(web.url(), policy)
        assert all("Cookie" not in question.headers for question in web.asked)

    @pytest.mark.parametrize("target", [
        "http://169.254.169.254/latest/meta-data/", "http://[::ffff:169.254.169.254]/", "http://2852039166/",
        "http://rahasia.example/", "//rahasia.example/",
    ])  # fmt: skip
    def test_to_forbidden_machines(self, web, policy, target):
        def resolver(host, port):
            return ["169.254.169.254"] if host == "rahasia.example" else _system(host, port)

        web.answers["/"] = (302, {"Location": target}, b"")
        with pytest.raises(ForbiddenError):
            fetch(web.url(), policy, resolver=resolver)
        assert len(web.asked) == 1

    @pytest.mark.parametrize(
        "target", ["file:///etc/passwd", "ftp://a.example/", "javascript:alert(1)", "http://a:b@c.example/"]
    )
    def test_to_forbidden_addresses(self, web, policy, target):
        web.answers["/"] = (301, {"Location": target}, b"")
        with pytest.raises(AddressError):
            fetch(web.url(), policy)

    def test_a_strict_policy_checks_every_one(self, web, policy):
        """From the public internet to this computer: the first address passes, the second does not."""
        seen = []

        def resolver(host, port):
            seen.append(host)
            return ["127.0.0.1"]

        with pytest.raises(ForbiddenError):
            fetch("http://luar.example/", policy._replace(local=False), resolver=resolver)
        assert seen == ["luar.example"]
        assert web.asked == []

    def test_to_nowhere_is_an_answer(self, web, policy):
        web.answers["/"] = (302, {}, b"")
        assert fetch(web.url(), policy).status == 302


def _answer(listening):
    found, _address = listening.accept()
    with found:
        found.recv(65_536)
        found.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<rss/>")


def _system(host, port):
    from pipeline.fetching.address import resolve

    return resolve(host, port)


class TestNames:
    def test_are_looked_up_once_and_that_answer_is_dialled(self, web, policy):
        answers = [["127.0.0.1"], ["169.254.169.254"]]
        looked = []

        def resolver(host, port):
            looked.append(host)
            return answers[len(looked) - 1]

        web.answers["/"] = (200, {}, FEED)
        found = fetch(web.url(host="berubah.example"), policy, resolver=resolver)
        assert found.status == 200
        assert looked == ["berubah.example"]
        assert web.asked[0].headers["Host"] == f"berubah.example:{web.port}"
        with pytest.raises(ForbiddenError):
            fetch(web.url(host="berubah.example"), policy, resolver=resolver)
        assert len(web.asked) == 1

    def test_with_public_and_private_answers_are_refused(self, web, policy):
        for answers in (["127.0.0.1", "169.254.1.1"], ["169.254.1.1", "127.0.0.1"]):
            with pytest.raises(ForbiddenError):
                fetch(web.url(host="campur.example"), policy, resolver=lambda *_a, found=answers: found)
        assert web.asked == []

    @pytest.mark.skipif(not socket.has_ipv6, reason="no IPv6 here")
    def test_of_the_sixth_version(self, policy):
        with socket.socket(socket.AF_INET6) as listening:
            listening.bind(("::1", 0))
            listening.listen()
            thread = threading.Thread(target=_answer, args=(listening,))
            thread.start()
            found = fetch(f"http://[::1]:{listening.getsockname()[1]}/", policy)
            thread.join()
        assert found.body == b"<rss/>"
        with pytest.raises(ForbiddenError):
            fetch("http://[fe80::1]/", policy)

    def test_that_nobody_knows(self, policy):
        with pytest.raises(UnreachableError, match=r"tidak-ada\.invalid"):
            fetch("http://tidak-ada.invalid/", policy, resolver=lambda *_arguments: [])

    def test_the_second_address_is_tried_where_the_first_is_dead(self, web, policy):
        web.answers["/"] = (200, {}, FEED)
        found = fetch(web.url(host="dua.example"), policy, resolver=lambda *_arguments: ["::1", "127.0.0.1"])
        assert found.status == 200

    def test_nobody_listens(self, policy):
        with pytest.raises(UnreachableError):
            fetch(f"http://127.0.0.1:{dead_port()}/", policy)


class TestTime:
    """The deadline is short and the server drips for ever: that the fetch ends at all is what is proved."""

    @pytest.mark.parametrize("start", [
        b"", b"HTTP/1.1 200 OK\r\nX: ", b"HTTP/1.1 200 OK\r\n\r\n", b"HTTP/1.1 302 Found\r\nLocation: ",
        b"HTTP/1.1 200 OK\r\nContent-Length: 900000\r\n\r\n",
    ])  # fmt: skip
    def test_slow_drip_of_headers_and_body(self, web, policy, start):
        web.answers["/"] = dripping(web, start, b"x")
        with pytest.raises(SlowError):
            fetch(web.url(), policy._replace(total=0.6, read=0.5))

    def test_a_server_that_says_nothing(self, web, policy):
        web.answers["/"] = lambda _handler: web.ended.wait(20) and None
        with pytest.raises(SlowError):
            fetch(web.url(), policy._replace(read=0.3))

    def test_a_name_that_is_looked_up_for_ever(self, policy):
        ended = threading.Event()

        def resolver(_host, _port):
            ended.wait(20)
            return []

        with pytest.raises(SlowError):
            fetch("http://lama.example/", policy._replace(total=0.3), resolver=resolver)
        ended.set()

    def test_a_handshake_that_drips(self, policy):
        """A port that accepts and sends bytes of a TLS record one at a time."""
        ended = threading.Event()
        with socket.create_server(("127.0.0.1", 0)) as listening:

            def drip():
                found, _address = listening.accept()
                with found:
                    found.sendall(b"\x16\x03\x03\x40\x00")
                    while not ended.wait(0.05):
                        try:
                            found.sendall(b"\0")
                        except OSError:
                            return

            thread = threading.Thread(target=drip)
            thread.start()
            with pytest.raises(SlowError):
                fetch(f"https://127.0.0.1:{listening.getsockname()[1]}/", policy._replace(total=0.6))
            ended.set()
            thread.join()

    def test_threads_end_when_the_line_is_cut(self, web, policy):
        before = threading.active_count()
        web.answers["/"] = dripping(web, b"HTTP/1.1 200 OK\r\nX: ", b"x")
        for _each in range(3):
            with pytest.raises(SlowError):
                fetch(web.url(), policy._replace(total=0.3))
        end = time.monotonic() + 20
        while threading.active_count() > before and time.monotonic() < end:
            time.sleep(0.05)
        assert threading.active_count() <= before


class TestSize:
    def test_told_beforehand(self, web, policy):
        web.answers["/"] = (200, {"Content-Length": str(10**12)}, b"x")
        with pytest.raises(LargeError):
            fetch(web.url(), policy)

    def test_endless(self, web, policy):
        web.answers["/"] = dripping(web, b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 100_000, every=0.001)
        with pytest.raises(LargeError):
            fetch(web.url(), policy._replace(most=2**20))

    def test_a_bomb(self, web, policy):
        bomb = gzip.compress(b"\0" * 200 * 2**20, 9)
        assert len(bomb) < 2**20
        web.answers["/"] = (200, {"Content-Encoding": "gzip"}, bomb)
        tracemalloc.start()
        try:
            with pytest.raises(LargeError, match="1 MB"):
                fetch(web.url(), policy._replace(most=2**20))
            assert tracemalloc.get_traced_memory()[1] < 20 * 2**20
        finally:
            tracemalloc.stop()

    @pytest.mark.parametrize("packed", ["gzip, gzip", "br", "zstd", "compress", "gzip,identity", "x" * 100])
    def test_packed_in_a_way_that_was_not_asked_for(self, web, policy, packed):
        web.answers["/"] = (200, {"Content-Encoding": packed}, gzip.compress(FEED))
        with pytest.raises(CutError, match="tidak diminta"):
            fetch(web.url(), policy)
        assert web.asked[0].headers["Accept-Encoding"] == "gzip, deflate"

    @pytest.mark.parametrize("pack", [gzip.compress, zlib.compress])
    def test_packed_answers_are_unpacked(self, web, policy, pack):
        web.answers["/"] = (200, {"Content-Encoding": "gzip" if pack is gzip.compress else "deflate"}, pack(FEED))
        assert fetch(web.url(), policy).body == FEED

    def test_exactly_as_large_as_it_may_be(self, web, policy):
        web.answers["/"] = (200, {}, b"x" * 1000)
        assert len(fetch(web.url(), policy._replace(most=1000)).body) == 1000
        with pytest.raises(LargeError):
            fetch(web.url(), policy._replace(most=999))


class TestBroken:
    @pytest.mark.parametrize("headers", [
        {"Content-Length": "5000"}, {"Content-Encoding": "gzip", "Content-Length": "5000"},
    ])  # fmt: skip
    def test_shorter_than_told(self, web, policy, headers):
        body = gzip.compress(FEED) if "Content-Encoding" in headers else FEED
        web.answers["/"] = (200, headers, body)
        with pytest.raises(CutError):
            fetch(web.url(), policy)

    def test_longer_than_told_is_as_long_as_told(self, web, policy):
        web.answers["/"] = (200, {"Content-Length": "6"}, FEED)
        assert fetch(web.url(), policy).body == b"<rss/>"

    def test_a_chunk_is_missing(self, web, policy):
        raw = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\n<rss/>\r\n10\r\n<rs"
        web.answers["/"] = lambda handler: handler.wfile.write(raw) and None
        with pytest.raises((CutError, UnreachableError)):
            fetch(web.url(), policy)

    def test_damaged_packing(self, web, policy):
        web.answers["/"] = (200, {"Content-Encoding": "gzip"}, b"bukan gzip sama sekali")
        with pytest.raises(CutError):
            fetch(web.url(), policy)

    @pytest.mark.parametrize("raw", [
        b"", b"SSH-2.0-OpenSSH_9\r\n", b"\0" * 500, b"HTTP/1.1 xyz\r\n\r\n", b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500,
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 200_000,
    ])  # fmt: skip
    def test_no_http(self, web, policy, raw):
        web.answers["/"] = lambda handler: handler.wfile.write(raw) and None
        with pytest.raises(UnreachableError) as failure:
            fetch(web.url(), policy)
        assert "\n" not in str(failure.value)


def test_proxies_and_passwords_of_the_environment_are_ignored(web, policy, monkeypatch, tmp_path):
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{dead_port()}")
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login orang password rahasia\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    web.answers["/"] = (200, {}, FEED)
    assert fetch(web.url(), policy).body == FEED
    assert "Authorization" not in web.asked[0].headers


@pytest.fixture(scope="module")
def authority():
    return trustme.CA()


@pytest.fixture
def certificates(authority, tmp_path):
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    return str(tmp_path / "ca.pem")


class TestTls:
    @staticmethod
    def _context(authority, name):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert(name).configure_cert(context)
        return context

    def test_names_are_those_of_the_address(self, authority, certificates, policy):
        context = self._context(authority, "koran.example")
        asked = []
        context.sni_callback = lambda _socket, name, _context: asked.append(name)
        with server(context) as web:
            web.answers["/"] = (200, {}, FEED)
            found = fetch(web.url(host="koran.example", scheme="https"), policy._replace(certificates=certificates),
                          resolver=lambda *_arguments: ["127.0.0.1"])  # fmt: skip
            assert found.body == FEED
            assert web.asked[0].headers["Host"] == f"koran.example:{web.port}"
        assert asked == ["koran.example"]

    def test_another_name_is_refused(self, authority, certificates, policy):
        with server(self._context(authority, "lain.example")) as web:
            with pytest.raises(UnreachableError, match="TLS"):
                fetch(web.url(host="koran.example", scheme="https"), policy._replace(certificates=certificates),
                      resolver=lambda *_arguments: ["127.0.0.1"])  # fmt: skip
            assert web.asked == []

    def test_an_unknown_authority_is_refused(self, authority, policy):
        with server(self._context(authority, "koran.example")) as web:
            with pytest.raises(UnreachableError, match="TLS"):
                fetch(web.url(host="koran.example", scheme="https"), policy, resolver=lambda *_a: ["127.0.0.1"])
            assert web.asked == []

    def test_no_tls_at_all(self, web, policy):
        with pytest.raises(UnreachableError):
            fetch(web.url(scheme="https"), policy)
