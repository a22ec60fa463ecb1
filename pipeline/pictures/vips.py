"""libvips, set up once for the whole process: our fonts and no others, one thread, no cache of operations.

What it gives has no types; ``Image`` stands for its images.
"""

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
    import pyvips  # noqa: PLC0415  start-up counts

    pyvips.cache_set_max(0)
    return pyvips
