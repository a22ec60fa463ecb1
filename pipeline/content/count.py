"""Counts of people as they are written: ``24``, ``24 orang``, ``1.238``."""

import re

COUNT = re.compile(r"(-?)\s?(\d{1,3}(?:[. ,]\d{3}){1,2}|\d{1,9})(?:\s+[^\W\d]+){0,3}", re.ASCII | re.IGNORECASE)
"""Indonesian groups thousands with a point (EYD V, III.A); a comma or space before three digits is one too."""


def read_count(text: str) -> int | None:
    """Return the whole number that *text* says (perhaps negative), or ``None`` where it says none."""
    found = COUNT.fullmatch(text.replace("−", "-").strip())
    if not found:
        return None
    number = int(re.sub(r"\D", "", found[2]))
    return -number if found[1] else number
