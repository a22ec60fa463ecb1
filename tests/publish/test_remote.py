"""Remote targets: killed at any request, they equal the source after the next run; on a thin line little moves."""

import json
import os
import random
import signal
import subprocess
import sys

import pytest

from pipeline.publish.targets.folder import Folder
from tests.publish.conftest import Desk
from tests.publish.line import Line
from tests.publish.sites import published, site
from tests.publish.test_git import host as repository  # noqa: F401  a fixture
from tests.publish.test_git import lying as on_branch
from tests.publish.test_kills import AFTER, BEFORE, made, whole
from tests.publish.test_s3 import bucket, client, keys, server  # noqa: F401  fixtures
from tests.publish.test_s3 import lying as in_bucket
from tests.publish.test_sftp import USER, computer, home, host, know  # noqa: F401  fixtures

KILLS = 5


def run(kind: str, target: list[str], root, made_of: dict, kill: int = 0) -> int:
    """Publish in a process of its own; returns how many requests there were, 0 where it was killed."""
    task = {"kind": kind, "target": target, "root": f"{root}", "site": made_of, "kill": kill}
    ran = subprocess.run(
        [sys.executable, "-m", "tests.publish.remote", json.dumps(task)],
        capture_output=True, text=True, check=False, timeout=60,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    assert ran.returncode in (0, -signal.SIGKILL), ran.stderr
    return int(ran.stdout) if ran.returncode == 0 else 0


def killed_and_gone_on_with(kind: str, target: list[str], root, lying) -> None:
    """Kill runs at random requests; readers find a whole site each time, and the next run finishes."""
    assert run(kind, target, root, BEFORE)
    requests = run(kind, target, root, AFTER)
    chosen = random.Random(kind)
    wanted, other = BEFORE, AFTER
    for kill in sorted(chosen.sample(range(2, requests), KILLS)):
        assert run(kind, target, root, wanted, kill) == 0
        assert whole(lying(), made(BEFORE), made(AFTER)) == "", kill
        assert run(kind, target, root, wanted)
        assert lying() == made(wanted), kill
        wanted, other = other, wanted


def test_a_branch(repository, quick_path):  # noqa: F811  the fixture
    target = [repository.as_uri(), "gh-pages", f"{quick_path / 'cabang.git'}"]
    killed_and_gone_on_with("git", target, quick_path / "satu", lambda: on_branch(repository))


def test_a_server(host, quick_path):  # noqa: F811  the fixture
    target = [f"sftp://{USER}@127.0.0.1:{host.port}/www/kabar"]
    killed_and_gone_on_with("sftp", target, quick_path / "satu", lambda: published(host.root / "www/kabar"))


def test_a_store(server, client, bucket, quick_path):  # noqa: F811  the fixtures
    target = [bucket, "situs", f"http://127.0.0.1:{server}"]
    killed_and_gone_on_with("s3", target, quick_path / "satu", lambda: in_bucket(client, bucket))


@pytest.fixture
def large(quick_path, host) -> Desk:  # noqa: F811  the fixture
    """A site of 10,000 stories that lies on a server already; it was brought there as a folder."""
    desk = Desk(quick_path / "satu", lambda: Folder(host.root / "www/kabar"))
    desk.publish(site(range(10_000)))
    return desk


def test_on_a_thin_line_one_story_of_ten_thousand_moves_little(large, host, home, quick_path):  # noqa: F811  the fixtures
    line = Line(host.port)
    know(home, line.port, host.key)
    large.target = computer(quick_path / "satu", line.port).target
    files = site(range(10_000)) | {"2026/11/kabar-7/index.html": b"<p>baru"}
    host.asked.clear()
    large.publish(files)
    assert line.passed < 2_000_000
    assert host.asked["rename"] == 4  # the status, the page, the manifest, the status
    assert host.asked["open"] <= 8
    assert host.asked["mkdir"] == 0
    assert (host.root / "www/kabar/2026/11/kabar-7/index.html").read_bytes() == b"<p>baru"
    line.close()
