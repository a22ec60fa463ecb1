"""Killed at any moment: readers find whole pages whose pictures are there, and the next run makes the target equal."""

import json
import random
import re
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.publish.sites import published, site

BEFORE = {"stories": list(range(6)), "edition": 1}
AFTER = {"stories": list(range(3, 9)), "edition": 2}


@pytest.fixture
def run(quick_path, web) -> Iterator:
    """Publish a site from a computer of that name, killed at that call."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.publish.killer"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:

        def publish(made: dict, kill: int = 0, computer: str = "satu") -> str:
            task = {"root": f"{quick_path / computer}", "web": f"{web}", "site": made, "kill": kill}
            process.stdin.write(json.dumps(task) + "\n")
            process.stdin.flush()
            return process.stdout.readline().strip()

        yield publish
        process.stdin.close()


def made(of: dict) -> dict[str, bytes]:
    return site(of["stories"], edition=of["edition"])


def whole(files: dict[str, bytes], *editions: dict[str, bytes]) -> str:
    """Return what a reader would miss: a file that is neither old nor new, a page that names what is not there."""
    for path, data in files.items():
        if all(edition.get(path) != data for edition in editions):
            return f"{path} is neither old nor new"
        folder = path.rpartition("/")[0]
        for name in re.findall(rb'src="([^"]+)"', data) if path.endswith(".html") else ():
            if (f"{folder}/" if folder else "") + name.decode() not in files:
                return f"{path} names {name.decode()}"
    return ""


def test_killed_at_every_call_readers_find_a_whole_site_and_the_next_run_finishes(run, web):
    old, new = made(BEFORE), made(AFTER)
    kill, killed = 1, 0
    while True:
        assert run(BEFORE).isdigit()
        answer = run(AFTER, kill)
        if answer != "killed":
            break
        killed += 1
        assert whole(published(web), old, new) == "", kill
        assert run(AFTER).isdigit()
        assert published(web) == new, kill
        kill += 3
    assert answer.isdigit()
    assert killed > 15


def test_killed_again_and_again_and_finished_elsewhere(run, web):
    chosen = random.Random(7)
    assert run(BEFORE).isdigit()
    for number in range(12):
        run(AFTER if number % 2 else BEFORE, chosen.randint(3, 60), ("satu", "dua")[number % 3 == 0])
        assert whole(published(web), made(BEFORE), made(AFTER)) == ""
    assert run(AFTER, 0, "tiga").isdigit()
    assert published(web) == made(AFTER)


@pytest.mark.parametrize("kill", range(20, 80, 6))
def test_somebody_else_puts_the_old_site_back_after_a_run_that_was_cut_off(run, web, kill):
    assert run(BEFORE).isdigit()
    assert run(AFTER, kill) == "killed"
    assert run(BEFORE, 0, "dua").isdigit()
    assert published(web) == made(BEFORE)


def test_a_first_publication_that_was_killed_goes_on_and_sends_little_twice(run, web):
    assert run(AFTER, 150) == "killed"
    assert published(web)
    rest = int(run(AFTER))
    assert published(web) == made(AFTER)
    assert rest < 120  # of some 190 that all of it takes
