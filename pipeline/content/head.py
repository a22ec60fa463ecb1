"""From the text of front matter to its tree, whatever its writer's slips."""

import re
from itertools import pairwise

from pipeline.content.node import BrokenError, Entry, Group, Unread
from pipeline.content.repair import repair
from pipeline.content.report import Report

UNPRINTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""Signs that YAML refuses or takes for line ends."""

TIGHT = re.compile(r":[^\s:/]")
"""A colon without a space, as in ``judul:Panen`` (and ``12:30``), but for addresses of the web."""

START = re.compile(r"[^\s#\-\]})]|-(?! |$)")
"""The start of a line at the left that begins something new: no item, closing bracket or note."""

KEY = re.compile(r"([^\W\d][\w -]{0,40}?) *:")


def read_head(source: str, line: int, report: Report) -> Group:
    """Return the mapping that *source* (first line: *line*) says.

    Where it cannot be read as a whole, its keys are read one by one, so that each fault is found and the rest is known.
    """
    source = UNPRINTED.sub(" ", source)
    if not _may_mislead(source):
        try:
            return _mapping(source, line)
        except BrokenError:
            pass  # perhaps a slip that makes YAML fail: put right and read again
    lines = repair(source.split("\n"), line, report)
    try:
        return _mapping("\n".join(lines), line)
    except BrokenError as error:
        return _piece_by_piece(lines, line, error, report)


def _may_mislead(source: str) -> bool:
    """Tell whether *source* has signs of a slip that YAML would not refuse but read otherwise than it was meant."""
    return "\t" in source or "“" in source or " #" in source or TIGHT.search(source) is not None


def _mapping(source: str, line: int) -> Group:
    from pipeline.content.compose import compose  # noqa: PLC0415  PyYAML is loaded only where something is read

    node = compose(source, line)
    if node is None:
        return Group((), line)
    if not isinstance(node, Group):
        raise BrokenError("kepala-baris-tanpa-isian", node.line)
    return node


def _piece_by_piece(lines: list[str], line: int, error: BrokenError, report: Report) -> Group:
    """Return what can be read of *lines*; *error* is what reading them as a whole gave."""
    before = len(report)
    last = line + len(lines) - 1
    entries = [entry for block, number in _blocks(lines, line) for entry in _entries(block, number, report)]
    if len(report) == before:
        report.add(min(error.line, last), error.code)
    return Group(tuple(entries), line)


def _blocks(lines: list[str], line: int) -> list[tuple[str, int]]:
    """Return the pieces of front matter that stand on their own, each with the number of its first line."""
    starts = [number for number, text in enumerate(lines) if START.match(text)]
    return [("\n".join(lines[start:end]), line + start) for start, end in pairwise([*starts, len(lines)])]


def _entries(block: str, line: int, report: Report) -> tuple[Entry, ...]:
    """Return what *block* says; where it cannot be read, its key alone, so that it is not called missing too."""
    try:
        return _mapping(block, line).entries
    except BrokenError as error:
        # The parser may see the fault only behind the last line, where there is nothing to be looked at.
        report.add(min(error.line, line + block.count("\n")), error.code)
        key = KEY.match(block)
        return (Entry(key[1], Unread(line), line),) if key else ()
