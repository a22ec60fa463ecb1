"""From the text of front matter to its tree, whatever its writer's slips."""

import re

from pipeline.content.node import BrokenError, Entry, Group, Unread
from pipeline.content.repair import ORDINARY, repair
from pipeline.content.report import Report

UNPRINTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""Signs that YAML refuses or takes for line ends."""

START = re.compile(r"[^\s#\-\]})]|-(?! |$)")
"""The start of a line at the left that begins something new: no item, closing bracket or note."""

KEY = re.compile(r"([^\W\d][\w -]{0,40}?) *:")


def read_head(source: str, line: int, report: Report) -> Group:
    """Return the mapping that *source* (first line: *line*) says.

    Where it cannot be read as a whole, its keys are read one by one, so that each fault is found and the rest is known.
    """
    lines = UNPRINTED.sub(" ", source).split("\n")
    if not all(ORDINARY.fullmatch(text) for text in lines):
        lines = repair(lines, line, report)
    try:
        return _mapping("\n".join(lines), line)
    except BrokenError as error:
        before = len(report)
        entries = tuple(entry for block, number in _blocks(lines, line) for entry in _entries(block, number, report))
        if len(report) == before:
            report.add(error.line, error.code)
        return Group(entries, line)


def _mapping(source: str, line: int) -> Group:
    from pipeline.content.compose import compose  # noqa: PLC0415  PyYAML is loaded only where something is read

    node = compose(source, line)
    if node is None:
        return Group((), line)
    if not isinstance(node, Group):
        raise BrokenError("kepala-baris-tanpa-isian", node.line)
    return node


def _blocks(lines: list[str], line: int) -> list[tuple[str, int]]:
    """Return the pieces of front matter that stand on their own, each with the number of its first line."""
    starts = [number for number, text in enumerate(lines) if START.match(text)]
    ends = [*starts[1:], len(lines)]
    return [("\n".join(lines[start:end]), line + start) for start, end in zip(starts, ends, strict=True)]


def _entries(block: str, line: int, report: Report) -> tuple[Entry, ...]:
    """Return what *block* says; where it cannot be read, its key alone, so that it is not called missing too."""
    try:
        return _mapping(block, line).entries
    except BrokenError as error:
        report.add(error.line, error.code)
        key = KEY.match(block)
        return (Entry(key[1], Unread(line), line),) if key else ()
