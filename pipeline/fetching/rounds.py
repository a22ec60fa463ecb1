"""A round of many servers: different hosts at once, one host never twice at once, and a pause between."""

import random
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from queue import SimpleQueue
from typing import Generic, NamedTuple, TypeVar
from urllib.parse import urlsplit

Task = TypeVar("Task")
Result = TypeVar("Result")

ABREAST = 16
"""Hosts asked at once: enough that a few dead ones hold nobody up, few enough for a village's line."""

OURS = ("127.", "localhost", "::1")
"""How hosts begin that are this computer, which needs no pause from itself."""


class Pause(NamedTuple):
    """Seconds between two questions to one host: by chance, so that many newsrooms do not march in step."""

    least: float = 1.0
    most: float = 3.0

    def taken(self) -> float:
        """Return one pause."""
        return random.uniform(self.least, self.most)  # noqa: S311  not for secrets


class Done(NamedTuple, Generic[Task, Result]):
    """What came of one task; ``None``: its host had enough before its turn came, and it was not asked."""

    task: Task
    result: Result | None


def visit(
    tasks: Sequence[tuple[str, Task]],
    ask: Callable[[Task], Result],
    *,
    enough: Callable[[Result], bool] = lambda _result: False,
    pause: Pause = Pause(),  # noqa: B008  frozen
    abreast: int = ABREAST,
) -> Iterator[Done[Task, Result]]:
    """Call *ask* with each of *tasks* (its URL, and the task); yield what came of them, in the order it came.

    *ask* runs in threads and must not raise. Where *enough* holds for a result, the other tasks of that host are not
    asked in this round.
    """
    rounds: dict[str, list[Task]] = {}
    for url, task in tasks:
        rounds.setdefault(host_of(url), []).append(task)
    waiting: SimpleQueue[tuple[str, list[Task]] | None] = SimpleQueue()
    done: SimpleQueue[Done[Task, Result]] = SimpleQueue()

    def work() -> None:
        while (turn := waiting.get()) is not None:
            host, group = turn
            left = False
            for number, task in enumerate(group):
                if number and not left and not host.startswith(OURS):
                    time.sleep(pause.taken())
                result = None if left else ask(task)
                left = left or (result is not None and enough(result))
                done.put(Done(task, result))

    for turn in sorted(rounds.items(), key=lambda turn: len(turn[1]), reverse=True):  # the longest ends last
        waiting.put(turn)
    for _worker in range(min(abreast, len(rounds))):
        waiting.put(None)
        threading.Thread(target=work, daemon=True).start()
    for _task in tasks:
        yield done.get()


def host_of(url: str) -> str:
    """Return the host that *url* asks, in lower case; nothing where there is none."""
    try:
        return (urlsplit(url).hostname or "").rstrip(".").lower()
    except ValueError:
        return ""
