"""Where a file's front matter (its *kepala*) ends and its body begins."""

import re
from typing import NamedTuple

from pipeline.content.report import Report

DASHES = ("-", "–", "—", ".")

KEY = re.compile(r"[^\W\d][\w -]{0,30}:(?:\s|$)")
"""The start of a line such as ``judul: …``."""

INSIDE = re.compile(r"\s|#|-\s|$|[^\W\d][\w -]{0,30}:")
"""The start of a line that may stand in front matter: indented, a comment, an item, empty, or a key."""

LARGEST = 16_000
"""Bytes of front matter (16 KB); the sample report of every key needs 3 KB."""


class Parts(NamedTuple):
    """One file in two parts, each with the number of its first line; *head* is ``None`` where there is none to read."""

    head: str | None
    head_line: int
    body: str
    body_line: int


def is_rule(line: str) -> bool:
    """Tell whether *line* is ``---`` or what YAML (``...``) and phones (``—``) make of it."""
    line = line.rstrip()
    return line == "..." or (not line.strip("-–—") and (len(line) > 2 or not line.isascii()))


def split(text: str, report: Report) -> Parts:
    """Return the parts of *text* (plain line feeds). Where a ``---`` is missing, that is noted and the best guessed."""
    lines = text.split("\n")
    start = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if is_rule(lines[start]):
        return _until_rule(lines, start + 1, report)
    return _without_opening(lines, start, report)


def _until_rule(lines: list[str], start: int, report: Report) -> Parts:
    end = _closing(lines, start)
    if end is not None:
        return _parts(lines, start, end, end + 1, report)
    end = _guessed_end(lines, start)
    report.add(start, "kepala-tidak-ditutup", before=end + 1)
    return _parts(lines, start, end, end, report)


def _without_opening(lines: list[str], start: int, report: Report) -> Parts:
    """Read on as if a ``---`` stood above the first key, so that other problems are found in the same run."""
    if lines[start].strip() == "+++":
        report.add(start + 1, "kepala-toml")
        return Parts(None, start + 1, "", len(lines))
    if not KEY.match(lines[start]):
        report.add(start + 1, "kepala-tidak-ada")
        return Parts(None, start + 1, "\n".join(lines[start:]), start + 1)
    report.add(start + 1, "kepala-tidak-dibuka", first=lines[start])
    end = _closing(lines, start)
    if end is None:
        end = _guessed_end(lines, start)
        return _parts(lines, start, end, end, report)
    return _parts(lines, start, end, end + 1, report)


def _closing(lines: list[str], start: int) -> int | None:
    for number in range(start, len(lines)):
        if lines[number][:1] in DASHES and is_rule(lines[number]):
            return number
    return None


def _guessed_end(lines: list[str], start: int) -> int:
    """Return the first line that cannot belong to front matter, or an empty one before it."""
    for number in range(start, len(lines)):
        if not INSIDE.match(lines[number]):
            return number
    return len(lines)


def _parts(lines: list[str], start: int, end: int, body: int, report: Report) -> Parts:
    head = "\n".join(lines[start:end])
    parts = Parts(head, start + 1, "\n".join(lines[body:]), body + 1)
    if len(head.encode()) <= LARGEST:
        return parts
    report.add(start + 1, "kepala-terlalu-besar", size=f"{len(head) // 1000} KB")
    return parts._replace(head=None)
