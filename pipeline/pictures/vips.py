"""libvips, set up once for the whole process."""

import os
from functools import cache
from typing import Any


@cache
def vips() -> Any:  # noqa: ANN401  pyvips has no types
    """Return pyvips: one thread, no cache of operations."""
    os.environ.setdefault("VIPS_CONCURRENCY", "1")
    import pyvips  # noqa: PLC0415

    pyvips.cache_set_max(0)
    return pyvips
