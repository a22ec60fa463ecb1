"""The one seam for parallel work: ``concurrent.futures.Executor``, in this process or in several."""

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import forkserver, get_all_start_methods, get_context, resource_tracker
from multiprocessing.context import BaseContext
from typing import Any, TypeVar

from pipeline.errors import OutputError
from pipeline.language import _

T = TypeVar("T")
R = TypeVar("R")


class InProcess(Executor):
    """Runs what is submitted at once, in this process."""

    def submit(self, fn: Callable[..., R], /, *args: Any, **kwargs: Any) -> Future[R]:  # noqa: ANN401  Executor's own
        """Run *fn* now and return its finished future."""
        future: Future[R] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001  the future carries it to whoever asks for the result
            future.set_exception(error)
        return future


def pool(jobs: int, preload: Sequence[str], begin: Callable[..., None], *args: object) -> Executor:
    """Return *jobs* worker processes that have imported *preload* and called *begin*.

    By forkserver where there is one: a fork of this process, after SQLite or libvips were used in it, may hang.
    """
    forks = "forkserver" in get_all_start_methods()
    context: BaseContext = get_context("forkserver" if forks else "spawn")
    if forks:
        context.set_forkserver_preload(list(preload))
        _start_server()
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=begin, initargs=args)


def _start_server() -> None:
    """Start the server that forks the workers, deaf to Ctrl-C: while it imports, that would end it with a trace.

    The resource tracker comes first: starting it (which the server would do) lets Ctrl-C through again.
    """
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def batches(items: Iterable[T], size: int, weight: Callable[[T], int] = lambda _: 1) -> Iterator[list[T]]:
    """Cut *items* into lists that weigh *size*, or hardly more; an item weighs one unless *weight* says more."""
    batch: list[T] = []
    heavy = 0
    for item in items:
        batch.append(item)
        heavy += weight(item)
        if heavy >= size:
            yield batch
            batch, heavy = [], 0
    if batch:
        yield batch


def flow(executor: Executor, work: Callable[[list[T]], R], todo: Iterable[list[T]], most: int) -> Iterator[R]:
    """Yield the results of *work* over the batches of *todo*, in their order, with at most *most* in flight.

    (``Executor.map`` would take the whole plan before giving its first result.) A worker that dies ends the whole
    with ``OutputError``.
    """
    flying: deque[Future[R]] = deque()
    try:
        for batch in todo:
            flying.append(executor.submit(work, batch))
            while len(flying) >= most:
                yield flying.popleft().result()
        while flying:
            yield flying.popleft().result()
    except BrokenProcessPool:
        raise OutputError(
            _("Satu proses kerja mati di tengah jalan (mungkin memori habis). Situs lama tetap utuh.")
        ) from None
    finally:
        for future in flying:
            future.cancel()
