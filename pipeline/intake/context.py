"""What readers know besides their source: the newsroom's libraries, the clock, and what was asked for."""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from pipeline.content.library import Library
from pipeline.intake.options import Options


class Context(NamedTuple):
    """*root* is the newsroom, *now* the instant of the import with a zone, *library* the slug that was asked for.

    *libraries* are all that have a sound profile, *options* what some readers can be asked for.
    """

    root: Path
    now: datetime
    libraries: tuple[Library, ...] = ()
    library: str = ""
    options: Options = Options()
