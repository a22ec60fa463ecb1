"""libvips, set up once for the whole process: our fonts and no others, one thread, no cache of operations.

What it gives has no types; ``Image`` stands for its images.
"""

import ctypes
import os
from functools import cache
from pathlib import Path
from typing import Any

FONTS = Path(__file__).with_name("fonts")

Image = Any
"""An image of libvips."""


@cache
def vips() -> Any:  # noqa: ANN401  pyvips has no types
    """Return pyvips. Processes work side by side, so each needs one thread only (libvips reads that when it starts)."""
    os.environ["FONTCONFIG_FILE"] = f"{FONTS / 'fonts.conf'}"  # before the first text: it is read once
    os.environ.pop("FONTCONFIG_SYSROOT", None)  # it would be put before that path
    os.environ.setdefault("VIPS_CONCURRENCY", "1")
    if libc := _libc():
        libc.mallopt(_ARENA_MAX, 2)
    import pyvips  # noqa: PLC0415  start-up counts

    pyvips.cache_set_max(0)
    return pyvips


_ARENA_MAX = -8
"""``M_ARENA_MAX`` (malloc.h): in how many places the C library keeps what was freed."""


def give_back() -> None:
    """Give memory that pictures took back to the system: the C library keeps what is freed, and pictures are large.

    Without it a process that has drawn eighty cards holds 316 MB, with it 153 MB, at the same cost.
    """
    if libc := _libc():
        libc.malloc_trim(0)


@cache
def _libc() -> ctypes.CDLL | None:
    """Return the C library where it is glibc, ``None`` elsewhere."""
    try:
        libc = ctypes.CDLL(None)
    except (OSError, TypeError):
        return None
    return libc if hasattr(libc, "malloc_trim") and hasattr(libc, "mallopt") else None
