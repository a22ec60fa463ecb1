"""Work in this process or in several."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool

import pytest

from pipeline.build import workbench
from pipeline.build.executors import InProcess, batches, flow, pool
from pipeline.build.workbench import Setting
from pipeline.errors import OutputError


class Slow(Executor):
    """Does nothing until it is asked for a result; knows how much it was given and had not finished at a time."""

    def __init__(self) -> None:
        self.flying = self.most = self.submitted = 0
        self.cancelled: list[Future] = []

    def submit(self, fn: Callable, /, *args: object, **kwargs: object) -> Future:
        self.submitted += 1
        self.flying += 1
        self.most = max(self.most, self.flying)
        executor = self

        class Later(Future):
            def result(self, timeout: float | None = None) -> object:  # noqa: ARG002
                executor.flying -= 1
                return fn(*args, **kwargs)

            def cancel(self) -> bool:
                executor.cancelled.append(self)
                return super().cancel()

        return Later()


def test_items_are_cut_into_lists_with_the_rest_in_the_last():
    assert list(batches(iter(range(7)), 3)) == [[0, 1, 2], [3, 4, 5], [6]]
    assert list(batches([1, 2], 2)) == [[1, 2]]
    assert list(batches([], 3)) == []


@pytest.mark.parametrize("most", [1, 2, 5, 100])
def test_no_more_than_so_many_batches_are_in_flight_and_results_keep_their_order(most):
    executor = Slow()
    results = list(flow(executor, sum, ([n, n] for n in range(20)), most))
    assert results == [2 * n for n in range(20)]
    assert executor.most == min(most, 20)


def test_the_plan_is_drawn_only_as_far_as_there_is_room():
    drawn: list[int] = []

    def plan():
        for n in range(100):
            drawn.append(n)
            yield [n]

    results = flow(Slow(), sum, plan(), 3)
    assert next(results) == 0
    assert drawn == [0, 1, 2]
    results.close()


def test_what_is_in_flight_is_cancelled_when_one_fails():
    executor = Slow()

    def work(batch: list[int]) -> int:
        return 1 // batch[0]

    with pytest.raises(ZeroDivisionError):
        list(flow(executor, work, [[0], [1], [2]], 3))
    assert len(executor.cancelled) == 2


def test_worker_processes_leave_ctrl_c_to_their_parent(tmp_path):
    begin = Setting(tmp_path / "blobs", tmp_path, tmp_path, {})
    with pool(1, (), workbench.begin, begin) as executor:
        assert executor.submit(signal.getsignal, signal.SIGINT).result() == signal.SIG_IGN


BLOCKED = """
import re, signal
from multiprocessing import forkserver
from pathlib import Path
from pipeline.build.executors import pool
pool(1, ["json"], print)
status = Path(f"/proc/{forkserver._forkserver._forkserver_pid}/status").read_text()
mask = int(re.search(r"SigBlk:\\s*(\\w+)", status)[1], 16)
print(bool(mask & 1 << (signal.SIGINT - 1)))
"""


def test_what_forks_the_workers_is_deaf_to_ctrl_c_from_its_first_moment():
    ran = subprocess.run([sys.executable, "-c", BLOCKED], capture_output=True, text=True, check=True)

    assert ran.stdout == "True\n"


def test_a_worker_that_dies_is_one_sentence():
    def work(batch: list[int]) -> int:
        raise BrokenProcessPool

    with pytest.raises(OutputError, match="Satu proses kerja mati"):
        list(flow(InProcess(), work, [[1]], 3))


def test_in_this_process_work_is_done_at_once_and_errors_come_with_the_result():
    executor = InProcess()
    assert executor.submit(os.getpid).result() == os.getpid()
    failed = executor.submit(lambda: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        failed.result()
