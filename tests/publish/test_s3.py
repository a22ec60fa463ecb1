"""A real server that speaks S3: what lies there, how it is served, what it costs, and what is said where it fails."""

import threading
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.request import urlopen

import botocore.session
import pytest
from moto.server import ThreadedMotoServer

from pipeline.errors import TargetError
from pipeline.publish.target import RECORDS
from pipeline.publish.targets.s3 import Bucket
from tests.publish.conftest import Desk
from tests.publish.line import Line
from tests.publish.sites import site


@pytest.fixture(scope="module")
def server():
    """A store on this computer."""
    made = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    made.start()
    yield made.get_host_and_port()[1]
    made.stop()


@pytest.fixture(autouse=True)
def keys(monkeypatch, quick_path) -> None:
    """Somebody's keys, and no others of this computer."""
    for name in ("AWS_PROFILE", "AWS_SESSION_TOKEN", "AWS_DEFAULT_REGION", "AWS_REGION"):
        monkeypatch.delenv(name, raising=False)
    for name in ("AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE"):
        monkeypatch.setenv(name, f"{quick_path / name}")
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "kunci")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "rahasia")


@pytest.fixture
def client(server):
    return botocore.session.get_session().create_client(
        "s3", region_name="us-east-1", endpoint_url=f"http://127.0.0.1:{server}"
    )


@pytest.fixture
def bucket(client, request) -> str:
    """A bucket for this test alone."""
    name = f"kabar-{abs(hash(request.node.nodeid)):x}"
    client.create_bucket(Bucket=name)
    return name


@pytest.fixture
def desk(quick_path, server, bucket) -> Desk:
    return Desk(quick_path / "satu", lambda: Bucket(bucket, "situs", f"http://127.0.0.1:{server}"))


def lying(client, bucket: str, prefix: str = "situs/") -> dict[str, bytes]:
    """Return everything that lies there but warta's records."""
    pages = client.get_paginator("list_objects_v2").paginate(Bucket=bucket)
    names = [one["Key"] for page in pages for one in page.get("Contents", [])]
    assert all(name.startswith(prefix) for name in names)
    return {
        name.removeprefix(prefix): client.get_object(Bucket=bucket, Key=name)["Body"].read()
        for name in names
        if not name.startswith(f"{prefix}{RECORDS}/")
    }


@pytest.fixture
def asked(monkeypatch) -> Counter[str]:
    """Count what is asked of the store, by operation."""
    counted: Counter[str] = Counter()
    connect = Bucket._connect

    def connecting(self) -> None:
        connect(self)
        self._client.meta.events.register(
            "before-send.s3", lambda request, **_: counted.update([request.headers.get("X-Op", request.method)])
        )

    monkeypatch.setattr(Bucket, "_connect", connecting)
    return counted


def test_the_bucket_holds_the_site_below_its_prefix(desk, client, bucket):
    for number in (3, 2):
        desk.publish(site(range(number)), part=1.0)
        assert lying(client, bucket) == site(range(number))


def test_each_file_is_served_with_its_type_and_for_its_time(desk, client, bucket):
    desk.publish(site(range(1)))
    served = {}
    for path in ("index.html", "feed.xml", "2026/11/kabar-0/kabar-0-0000000001-320.webp"):
        found = client.head_object(Bucket=bucket, Key=f"situs/{path}")
        served[path] = (found["ContentType"], found["CacheControl"])
    assert [*served.values()] == [
        ("text/html; charset=utf-8", "public, max-age=60, must-revalidate"),
        ("application/rss+xml; charset=utf-8", "public, max-age=60, must-revalidate"),
        ("image/webp", "public, max-age=31536000, immutable"),
    ]


def test_one_story_changed_costs_few_requests(desk, client, bucket, asked):
    desk.publish(site(range(60)))
    asked.clear()
    files = site(range(60)) | {"2026/11/kabar-7/index.html": b"<p>baru"}
    desk.publish(files)
    # The status read; claim, status, page, manifest and status written; the claim deleted. Nothing is listed.
    assert asked == {"GET": 1, "PUT": 5, "DELETE": 1}
    assert lying(client, bucket) == files


def test_hundreds_of_files_go_with_one_request(desk, client, bucket, asked):
    desk.publish(site(range(300)))
    asked.clear()
    desk.publish(site(range(2)), part=1.0)
    assert asked["POST"] == 3  # 894 files, which the publisher hands over 400 at a time
    assert lying(client, bucket) == site(range(2))


def test_two_at_once_the_second_is_refused(desk):
    first, second = desk.target(), desk.target()
    first.open()
    second.open()
    assert first.claim(b"satu") is None
    assert first.claim(b"satu") is None  # created, and the answer was lost
    assert second.claim(b"dua") == b"satu"
    second.release()
    assert second.claim(b"dua") is None
    second.release()
    first.close()
    second.close()


def test_what_others_left_there_is_not_touched(desk, client, bucket):
    client.put_object(Bucket=bucket, Key="situs/lama.html", Body=b"lama")
    with pytest.raises(TargetError, match="--ambil-alih"):
        desk.publish(site(range(1)))
    desk.publish(site(range(1)), force=True)
    assert lying(client, bucket) == site(range(1)) | {"lama.html": b"lama"}


# -- what fails --------------------------------------------------------------------------------------------------------


def test_a_line_that_breaks_is_told_and_the_next_run_goes_on(quick_path, server, client, bucket, monkeypatch):
    monkeypatch.setattr(Bucket, "attempts", 2)
    line = Line(server, 120_000)
    desk = Desk(quick_path / "satu", lambda: Bucket(bucket, "situs", f"http://127.0.0.1:{line.port}"))
    line_cut = threading.Event()
    cut = line.cut
    line.cut = lambda: (line_cut.set(), line._listening.close(), cut())  # type: ignore[method-assign]
    with pytest.raises(TargetError, match="gagal atau putus"):
        desk.publish(site(range(300)))
    assert line_cut.is_set()
    again = Desk(quick_path / "satu", lambda: Bucket(bucket, "situs", f"http://127.0.0.1:{server}"))
    again.publish(site(range(300)), force=True)  # this process is still alive, so its claim counts
    assert lying(client, bucket) == site(range(300))


class Store(BaseHTTPRequestHandler):
    """A store that answers everything with one fault."""

    fault = (403, "AccessDenied")

    def answer(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        status, code = self.fault
        body = f"<Error><Code>{code}</Code><Message>x</Message></Error>".encode()
        self.send_response(status)
        self.send_header("Content-Length", f"{len(body)}")
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_PUT = do_POST = do_DELETE = answer  # noqa: N815  names of the library

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.mark.parametrize(
    ("status", "code", "said"),
    [
        (403, "InvalidAccessKeyId", "tidak mengenal kunci"),
        (403, "SignatureDoesNotMatch", "tidak mengenal kunci"),
        (403, "AccessDenied", "tidak boleh menulis"),
        (404, "NoSuchBucket", "Ember kabar tidak ada"),
        (403, "RequestTimeTooSkewed", "Jam komputer ini keliru"),
        (507, "XMinioStorageFull", "penuh"),
        (400, "Sesuatu", "menolak atau gagal .Sesuatu"),
    ],
)
def test_each_fault_of_a_store_is_one_sentence(quick_path, status, code, said):
    with ThreadingHTTPServer(("127.0.0.1", 0), type("Faulty", (Store,), {"fault": (status, code)})) as there:
        threading.Thread(target=there.serve_forever, daemon=True).start()
        desk = Desk(quick_path / "satu", lambda: Bucket("kabar", "", f"http://127.0.0.1:{there.server_port}"))
        with pytest.raises(TargetError, match=said):
            desk.publish(site(range(1)))
        there.shutdown()


def test_keys_come_from_the_environment_or_the_usual_files(desk, client, bucket, monkeypatch, quick_path):
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    with pytest.raises(TargetError, match=r"tidak ditemukan.*~/\.aws"):
        desk.publish(site(range(1)))
    (quick_path / "AWS_SHARED_CREDENTIALS_FILE").write_text(
        "[default]\naws_access_key_id = kunci\naws_secret_access_key = rahasia\n"
    )
    desk.publish(site(range(1)))
    assert lying(client, bucket) == site(range(1))


def test_nobody_there_is_told(quick_path):
    with pytest.raises(TargetError, match="gagal atau putus"):
        Desk(quick_path / "satu", lambda: Bucket("kabar", "", "http://127.0.0.1:1")).publish(site(range(1)))


@pytest.mark.parametrize(
    ("name", "prefix", "endpoint", "said"),
    [
        ("Kabar Desa", "", "", "bukan nama ember"),
        ("kabar", "../lain", "", "tidak dapat dipakai"),
        ("kabar", "", "file:///etc", "bukan alamat"),
    ],
)
def test_what_can_be_no_store_is_told(name, prefix, endpoint, said):
    with pytest.raises(TargetError, match=said):
        Bucket(name, prefix, endpoint)


def test_the_store_of_these_tests_is_one(server):
    with urlopen(f"http://127.0.0.1:{server}/") as answer:
        assert b"ListAllMyBucketsResult" in answer.read()
