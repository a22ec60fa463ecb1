"""From YAML text to a tree of nodes.

PyYAML's C parser gives the events; the tree is ours, so that no value changes its type and each has a line. Anchors,
aliases and tags are refused: nothing a report needs, and a way to make a small file explode.
"""

from typing import Any

import yaml

from pipeline.content.node import BrokenError, Entry, Group, Many, Node, Scalar

DEEPEST = 5
"""Levels of lists and mappings inside each other; ``foto[].izin.kanal[]`` needs five."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The C parser where PyYAML was built with it (all its wheels are), else the same in Python, ten times slower."""

_STARTS = frozenset((yaml.ScalarEvent, yaml.SequenceStartEvent, yaml.MappingStartEvent, yaml.AliasEvent))


def compose(source: str, first_line: int) -> Node | None:
    """Return the tree of *source*, whose first line is line *first_line* of the file; ``None`` where it is empty.

    Raises:
        BrokenError: it is no YAML, or YAML of a kind that is refused.
    """
    try:
        return _Composer(iter(_LOADER(source).get_event, None), first_line).document()
    except yaml.MarkedYAMLError as error:
        raise _broken(error, first_line) from error
    except yaml.YAMLError as error:
        raise BrokenError("kepala-rusak", first_line) from error


def _broken(error: yaml.MarkedYAMLError, first_line: int) -> BrokenError:
    context, mark = error.context or "", error.context_mark or error.problem_mark
    line = first_line + (mark.line if mark else 0)
    if "quoted scalar" in context and "end of stream" in (error.problem or ""):
        return BrokenError("kepala-kutip-terbuka", line)
    if "flow" in context:
        return BrokenError("kepala-kurung-terbuka", line)
    if "simple key" in context:
        return BrokenError("kepala-baris-tanpa-isian", line)
    last = error.problem_mark or mark
    return BrokenError("kepala-rusak", first_line + (last.line if last else 0))


class _Composer:
    """Makes the tree from the parser's events, one document only."""

    def __init__(self, events: Any, first_line: int) -> None:  # noqa: ANN401  PyYAML's events have no common type
        self._events = events
        self._first_line = first_line

    def document(self) -> Node | None:
        """Return the first document's tree, having read to the end, so that nothing after it is lost unseen."""
        root = None
        for event in self._events:
            if type(event) in _STARTS:
                if root is not None:
                    raise BrokenError("kepala-rusak", self._first_line + event.start_mark.line)
                root = self._node(event, 1)
        return root

    def _node(self, event: Any, depth: int) -> Node:  # noqa: ANN401  as above
        line: int = self._first_line + event.start_mark.line
        kind = type(event)
        if kind is yaml.AliasEvent or event.anchor is not None or event.tag is not None:
            raise BrokenError("kepala-jangkar", line)
        if kind is yaml.ScalarEvent:
            return Scalar(event.value, line, not event.implicit[0])
        if depth > DEEPEST:
            raise BrokenError("kepala-terlalu-dalam", line)
        if kind is yaml.SequenceStartEvent:
            return Many(self._items(depth + 1), line)
        return Group(self._entries(depth + 1), line)

    def _items(self, depth: int) -> tuple[Node, ...]:
        items = []
        for event in self._events:
            if type(event) is yaml.SequenceEndEvent:
                break
            items.append(self._node(event, depth))
        return tuple(items)

    def _entries(self, depth: int) -> tuple[Entry, ...]:
        entries = []
        for event in self._events:
            if type(event) is yaml.MappingEndEvent:
                break
            key = self._node(event, depth)
            if not isinstance(key, Scalar):
                raise BrokenError("kepala-kurung-terbuka", key.line)
            entries.append(Entry(key.text, self._node(next(self._events), depth), key.line))
        return tuple(entries)
