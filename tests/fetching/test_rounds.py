import threading
import time

import pytest

from pipeline.fetching import retry
from pipeline.fetching.rounds import Pause, visit

NONE = Pause(0, 0)


def test_every_task_is_done_once():
    tasks = [(f"http://{number % 7}.example/", number) for number in range(100)]
    done = list(visit(tasks, lambda number: number * 2, pause=NONE))
    assert sorted(one.task for one in done) == list(range(100))
    assert all(one.result == one.task * 2 for one in done)


def test_one_host_is_never_asked_twice_at_once_and_others_are():
    now, most, guard = {}, {}, threading.Lock()
    together = threading.Barrier(4)

    def ask(task):
        host, number = task
        with guard:
            now[host] = now.get(host, 0) + 1
            most[host] = max(most.get(host, 0), now[host])
        if number == 0:
            together.wait(20)  # passes only if four hosts are asked at once
        time.sleep(0.01)
        with guard:
            now[host] -= 1
        return True

    tasks = [
        (f"http://{host}.example:{80 + number}/{number}", (host, number)) for host in "abcd" for number in range(5)
    ]
    assert len(list(visit(tasks, ask, pause=NONE))) == 20
    assert most == dict.fromkeys("abcd", 1)


def test_a_host_that_had_enough_is_left_alone():
    asked = []

    def ask(number):
        asked.append(number)
        return number

    tasks = [("http://a.example/", number) for number in range(5)] + [("http://b.example/", 9)]
    done = {one.task: one.result for one in visit(tasks, ask, enough=lambda result: result == 1, pause=NONE)}
    assert done == {0: 0, 1: 1, 2: None, 3: None, 4: None, 9: 9}
    assert sorted(asked) == [0, 1, 9]


def test_pauses_are_of_different_length():
    taken = {Pause(1, 3).taken() for _each in range(20)}
    assert len(taken) > 10
    assert all(1 <= one <= 3 for one in taken)


NOW = 1_700_000_000  # 14 November 2023, 22:13:20 GMT


@pytest.mark.parametrize(("value", "said"), [
    ("120", 120), ("0", 0), (" 60 ", 60), ("99999999999999", retry.LONGEST), ("Tue, 14 Nov 2023 22:23:20 GMT", 600),
    ("Tue, 14 Nov 2023 22:00:00 GMT", 0), ("Tuesday, 14-Nov-23 22:23:20 GMT", 600), ("", None), ("besok", None),
    ("-5", None), ("1.5", None), ("Tue, 14 Nov 9023 22:23:20 GMT", retry.LONGEST), ("٣", None),
])  # fmt: skip
def test_when_a_server_may_be_asked_again(value, said):
    assert retry.seconds(value, NOW) == said
