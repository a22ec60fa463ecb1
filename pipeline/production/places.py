"""Where the engine finds things in a newsroom."""

import time

from pipeline.build.journal import Places
from pipeline.production.newsroom import Newsroom


def places(room: Newsroom) -> Places:
    """Return the folders of a new build in *room*; the stage is its own."""
    return Places(room.output, room.cache / f"stage-{time.time_ns():x}", room.aside)
