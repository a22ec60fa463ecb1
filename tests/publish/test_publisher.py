"""One computer, two computers, somebody else's files; how much moves, and who is told."""

import json
import resource
import signal
import socket
import time

import pytest

from pipeline.errors import TargetError, UsageError
from pipeline.publish.claim import STALE
from pipeline.publish.target import CLAIM, MANIFEST, RECORDS, STATUS
from pipeline.publish.targets.folder import Folder
from tests.publish.sites import published, site

GONE = 4_194_303
"""A number that no process has."""


class Counting(Folder):
    """A folder that counts what is asked of it, as a server would."""

    def __init__(self, path, log: list) -> None:
        super().__init__(path)
        self.log = log

    def read(self, name):
        self.log.append(("read", name))
        return super().read(name)

    def write(self, name, data):
        if name != MANIFEST:
            self.log.append(("write", name))
        super().write(name, data)

    def claim(self, data):
        self.log.append(("claim", CLAIM))
        return super().claim(data)

    def release(self):
        self.log.append(("release", CLAIM))
        super().release()

    def empty(self):
        self.log.append(("empty", ""))
        return super().empty()

    def put(self, items, done):
        self.log += (("put", item.path) for item in items)
        super().put(items, done)

    def delete(self, paths, done):
        self.log += (("delete", path) for path in paths)
        super().delete(paths, done)

    def finish(self, manifest):
        self.log.append(("finish", f"{len(manifest)}"))
        super().finish(manifest)


@pytest.fixture
def log(desk, web) -> list:
    """Everything that is asked of the target."""
    found: list = []
    desk.target = lambda: Counting(web, found)
    return found


def test_a_rehearsal_makes_nothing_there(desk, web):
    assert desk.rehearse(site(range(2))).puts == len(site(range(2)))
    assert not web.exists()


def test_the_target_becomes_what_is_here(desk, web):
    desk.publish(site(range(5)))
    assert published(web) == site(range(5))
    desk.publish(site(range(2, 6), edition=2))
    assert published(web) == site(range(2, 6), edition=2)
    assert not (web / "2026/11/kabar-0").exists()
    assert sorted(path.name for path in (web / RECORDS).iterdir()) == [MANIFEST, STATUS]


def test_one_story_of_a_large_site_takes_few_requests(desk, log, web):
    desk.publish(site(range(3_000)))
    log.clear()
    again = site(range(3_000))
    again["2026/11/kabar-7/index.html"] += b"<p>Ralat"
    done = desk.publish(again)
    assert [one for one in log if one[0] != "finish"] == [
        ("claim", CLAIM),
        ("read", STATUS),
        ("write", STATUS),
        ("put", "2026/11/kabar-7/index.html"),
        ("write", STATUS),
        ("release", CLAIM),
    ]
    assert published(web) == again
    assert done.sent == len(again["2026/11/kabar-7/index.html"])


def test_a_manifest_of_thirty_thousand_files_is_small(desk, log):
    stories = {
        f"2026/{n % 12 + 1:02}/kabar-{n}/{name}": f"{n}{name}".encode() for n in range(6_000) for name in "abcde"
    }
    desk.publish(stories)
    (size,) = (int(size) for what, size in log if what == "finish")
    assert size < 1_200_000


def test_nothing_new_writes_nothing(desk, log):
    desk.publish(site(range(3)))
    log.clear()
    desk.publish(site(range(3)))
    assert [what for what, _ in log] == ["claim", "read", "release"]


def test_progress_says_what_how_much_and_of_how_much(desk):
    files = site(range(3))
    desk.publish(files)
    size = sum(map(len, files.values()))
    assert desk.steps[-1] == ("umpan", len(files), len(files), size, size)
    stages = [step[0] for step in desk.steps]
    assert stages == sorted(stages, key=["berkas", "halaman", "daftar", "umpan"].index)


# -- others ------------------------------------------------------------------------------------------------------------


def test_what_somebody_else_published_is_noticed_and_compared_with(desk, other, web):
    desk.publish(site(range(4)))
    other.publish(site(range(2, 8), edition=2))
    assert other.told == []
    desk.publish(site(range(4)))
    assert [said for said in desk.told if "Orang lain" in said]
    assert published(web) == site(range(4))


def test_files_that_nobody_knows_are_never_touched(desk, web):
    web.mkdir()
    (web / "index.html").write_bytes(b"milik orang")
    (web / "foto.jpg").write_bytes(b"milik orang")
    with pytest.raises(TargetError, match="--ambil-alih"):
        desk.publish(site(range(2)))
    assert published(web) == {"index.html": b"milik orang", "foto.jpg": b"milik orang"}
    desk.publish(site(range(2)), force=True)
    assert published(web) == site(range(2)) | {"foto.jpg": b"milik orang"}
    desk.publish(site(range(3)))
    assert published(web)["foto.jpg"] == b"milik orang"


def test_two_at_once_are_refused(desk, other, web):
    desk.publish(site(range(2)))
    claim = {"host": "laptop-lain", "pid": 1, "time": int(time.time())}
    (web / RECORDS / CLAIM).write_text(json.dumps(claim))
    with pytest.raises(TargetError, match="laptop-lain sedang menerbitkan"):
        other.publish(site(range(3)))
    assert published(web) == site(range(2))
    assert (web / RECORDS / CLAIM).exists()


@pytest.mark.parametrize(
    ("host", "pid", "age"),
    [("laptop-lain", 1, STALE + 5), (socket.gethostname(), GONE, 0)],
)
def test_a_claim_that_nobody_stands_behind_is_taken_over_with_a_sentence(desk, web, host, pid, age):
    (web / RECORDS).mkdir(parents=True)
    (web / RECORDS / CLAIM).write_text(json.dumps({"host": host, "pid": pid, "time": int(time.time()) - age}))
    desk.publish(site(range(2)))
    assert "diambil alih" in desk.told[0]
    assert host in desk.told[0]
    assert published(web) == site(range(2))
    assert not (web / RECORDS / CLAIM).exists()


def test_a_claim_of_a_running_process_of_this_computer_stands(desk, web):
    (web / RECORDS).mkdir(parents=True)
    (web / RECORDS / CLAIM).write_text(json.dumps({"host": socket.gethostname(), "pid": 1, "time": int(time.time())}))
    with pytest.raises(TargetError, match="proses 1"):
        desk.publish(site(range(2)))
    desk.publish(site(range(2)), force=True)
    assert published(web) == site(range(2))


def test_a_clock_that_is_off_is_named(desk, web):
    (web / RECORDS).mkdir(parents=True)
    (web / RECORDS / CLAIM).write_text(json.dumps({"host": "lain", "pid": 1, "time": int(time.time()) + 90_000}))
    with pytest.raises(TargetError, match="jam salah satu komputer keliru"):
        desk.publish(site(range(2)))


def test_damaged_records_are_one_sentence_and_can_be_taken_over(desk, web):
    desk.publish(site(range(2)))
    (web / RECORDS / STATUS).write_bytes(b"x")
    with pytest.raises(TargetError, match="tidak dipercaya"):
        desk.publish(site(range(3)))
    desk.publish(site(range(3)), force=True)
    assert published(web) == site(range(3))


# -- limits ------------------------------------------------------------------------------------------------------------


def test_many_deletions_are_refused_but_what_was_taken_down_goes(desk, web):
    desk.publish(site(range(60)))
    less = site(range(10))
    sign = "0" * 32
    with pytest.raises(UsageError, match=r"--hapus \d+% atau --hapus semua") as told:
        desk.publish(less, taken={sign: ["2026/11/kabar-30"]})
    assert "Yang ditarik sudah diturunkan" in str(told.value)
    assert "2026/11/kabar-10/" in str(told.value)
    assert set(site(range(60))) - set(published(web)) == {path for path in site([30]) if "kabar-30" in path}
    desk.publish(less, taken={sign: ["2026/11/kabar-30"]}, part=1.0)
    assert published(web) == less


class Small(Folder):
    """A folder on a disk on which no large file has room."""

    def put(self, items, done):
        limit = resource.getrlimit(resource.RLIMIT_FSIZE)
        before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, limit[1]))
        try:
            super().put(items, done)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limit)
            signal.signal(signal.SIGXFSZ, before)


def test_a_full_disk_is_one_sentence_and_it_goes_on_when_there_is_room(desk, web):
    desk.publish(site(range(2)))
    big = site(range(2), edition=2) | {"besar.pdf": b"x" * 400_000}
    desk.target = lambda: Small(web)
    with pytest.raises(TargetError, match="penuh"):
        desk.publish(big)
    assert published(web)["index.html"] == site(range(2))["index.html"]
    assert "besar.pdf" not in published(web)
    desk.target = lambda: Folder(web)
    desk.publish(big)
    assert published(web) == big


def test_a_folder_that_may_not_be_written_to_and_one_that_is_not_there(desk, web, quick_path):
    desk.target = lambda: Folder(quick_path / "tidak/ada")
    with pytest.raises(TargetError, match="Pasang dulu diskanya"):
        desk.publish(site(range(2)))
    (quick_path / "berkas").write_bytes(b"")
    desk.target = lambda: Folder(quick_path / "berkas")
    with pytest.raises(TargetError) as told:
        desk.publish(site(range(2)))
    assert "\n" not in str(told.value)


# -- slow targets ------------------------------------------------------------------------------------------------------


class Slow(Folder):
    """A folder behind a line so slow that *meanwhile* something happens after every batch."""

    def __init__(self, path, meanwhile) -> None:
        super().__init__(path)
        self.meanwhile = meanwhile

    def put(self, items, done):
        super().put(items, done)
        self.meanwhile()


@pytest.fixture
def impatient(monkeypatch) -> None:
    """Let a claim grow old at once."""
    monkeypatch.setattr("pipeline.publish.claim.RENEWED", 0)


def test_a_claim_is_renewed_while_a_slow_target_takes_its_time(desk, web, impatient):
    seen = []
    desk.target = lambda: Slow(web, lambda: seen.append(json.loads((web / RECORDS / CLAIM).read_bytes())["time"]))
    desk.publish(site(range(3)))
    assert len(seen) == 4  # files, pages, lists, feeds
    assert published(web) == site(range(3))


def test_who_slept_too_long_stops_and_leaves_the_other_alone(desk, web, impatient):
    desk.publish(site(range(2)))
    theirs = json.dumps({"host": "laptop-lain", "pid": 1, "time": int(time.time())})
    desk.target = lambda: Slow(web, lambda: (web / RECORDS / CLAIM).write_text(theirs))
    with pytest.raises(TargetError, match="mengambil alih"):
        desk.publish(site(range(2), edition=2))
    assert (web / RECORDS / CLAIM).read_text() == theirs
    assert published(web)["index.html"] == site(range(2))["index.html"]
