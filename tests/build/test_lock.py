"""The lock: one at a time, told once, and freed by whatever ends its holder."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from pipeline.build import lock
from pipeline.errors import BusyError

HOLDER = """
import sys, time
from pathlib import Path
from pipeline.build import lock
with lock.held(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def holder(tmp_path: Path):
    """Another process that holds the lock."""
    process = subprocess.Popen([sys.executable, "-c", HOLDER, tmp_path / "lock"], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def test_a_free_lock_is_taken_at_once_and_again_after_it_was_freed(tmp_path):
    for _ in range(2):
        with lock.held(tmp_path / "a" / "lock", patience=0):
            pass


def test_an_error_within_frees_the_lock(tmp_path):
    with pytest.raises(ZeroDivisionError), lock.held(tmp_path / "lock"):
        raise ZeroDivisionError
    with lock.held(tmp_path / "lock", patience=0):
        pass


def test_a_second_holder_is_told_once_and_gives_up_when_its_patience_ends(tmp_path, holder):
    told: list[float] = []
    start = time.monotonic()
    with (
        pytest.raises(BusyError, match="masih bekerja"),
        lock.held(tmp_path / "lock", patience=0.5, waiting=lambda: told.append(1)),
    ):
        raise AssertionError("both hold it")
    assert told == [1]
    assert 0.5 <= time.monotonic() - start < 5


def test_a_second_holder_gets_the_lock_when_the_first_lets_go(tmp_path):
    told, order = threading.Event(), []

    def second() -> None:
        with lock.held(tmp_path / "lock", waiting=told.set):
            order.append("second")

    with lock.held(tmp_path / "lock"):
        thread = threading.Thread(target=second)
        thread.start()
        assert told.wait(10)
        order.append("first")
    thread.join(10)
    assert order == ["first", "second"]


def test_the_lock_dies_with_its_process(tmp_path, holder):
    with pytest.raises(BusyError), lock.held(tmp_path / "lock", patience=0):
        pass
    os.kill(holder.pid, signal.SIGKILL)
    holder.wait()
    with lock.held(tmp_path / "lock", patience=0):
        pass


def test_processes_started_while_it_is_held_do_not_keep_it(tmp_path):
    with lock.held(tmp_path / "lock"):
        child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"], close_fds=False)
    try:
        with lock.held(tmp_path / "lock", patience=10):
            pass
    finally:
        child.kill()
        child.wait()
