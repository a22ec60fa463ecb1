"""One build at a time in a newsroom: a lock that dies with its process."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import BusyError
from pipeline.language import _

if sys.platform == "win32":  # pragma: no cover  # the branch of another system
    import msvcrt

    def _try(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _try(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def held(path: Path, *, patience: float = 30.0, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Hold the lock file at *path*.

    Where another process holds it, call *waiting* once and try for *patience* seconds; then raise ``BusyError``.
    The system frees the lock when its process ends, however it ends.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        _acquire(handle, patience, waiting)
        yield
    finally:
        os.close(handle)


def _acquire(handle: int, patience: float, waiting: Callable[[], None]) -> None:
    until = time.monotonic() + patience
    told = False
    while True:
        try:
            _try(handle)
        except OSError:
            if time.monotonic() >= until:
                said = _("Perintah warta lain masih bekerja di ruang redaksi ini. Coba lagi nanti.")
                raise BusyError(said) from None
            if not told:
                waiting()
                told = True
            time.sleep(min(0.1, patience))
        else:
            return
