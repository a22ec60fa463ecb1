"""What a command costs is counted with all that it leaves behind, and without what was there before."""

import os
import subprocess
import sys

import pytest

from bench.measure import CommandError, run
from bench.memory import children

WORK = "import time; start = time.process_time()\nwhile time.process_time() - start < 0.4: pass"
"""So many seconds of work, on whatever machine."""

LEAVE = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {WORK!r}])"


@pytest.fixture
def neighbour():
    """A child of ours that lives on while something else is measured."""
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        yield process
        process.communicate(b"\n")


def test_what_a_command_leaves_behind_is_waited_for_and_counted(tmp_path, neighbour):
    cost = run([sys.executable, "-c", LEAVE], tmp_path)
    assert cost.cpu >= 0.4
    assert neighbour.poll() is None


def test_orphans_of_others_are_not_ours_once_it_is_over(tmp_path):
    run([sys.executable, "-c", ""], tmp_path)
    before = children(os.getpid())
    subprocess.run([sys.executable, "-c", LEAVE], check=True)
    assert children(os.getpid()) == before


def test_peak_memory_is_that_of_all_processes(tmp_path):
    hold = "import time; room = b'x' * 60_000_000; time.sleep(0.5)"
    both = f"import subprocess, sys; room = b'x' * 60_000_000; subprocess.run([sys.executable, '-c', {hold!r}])"
    one, two = (run([sys.executable, "-c", program], tmp_path, sample=True) for program in (hold, both))
    assert 60_000_000 < one.peak < 120_000_000 < two.peak
    assert {one.kind, two.kind} <= {"PSS", "RSS"}


def test_a_command_that_fails_is_told_with_what_it_said(tmp_path):
    with pytest.raises(CommandError, match="status 3\ntoo bad"):
        run([sys.executable, "-c", "print('too bad'); raise SystemExit(3)"], tmp_path)
