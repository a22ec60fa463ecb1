"""The name of a new report's file or folder, from its title."""

from pipeline.content.address import LONGEST, RESERVED, slug
from pipeline.content.scalar import plain

ROOM = 20
"""Letters of an address left for a number at its end."""


def name_for(title: str) -> str:
    """Return the file name (without ``.md``) for a report with *title*."""
    name = slug(plain(title)) or "laporan"
    if len(name) > LONGEST - ROOM:
        cut = name[: LONGEST - ROOM]
        name = cut.rpartition("-")[0] or cut
    return f"laporan-{name}" if RESERVED.fullmatch(name) else name
