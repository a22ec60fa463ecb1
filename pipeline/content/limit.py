"""How much markup a body may hold, so that a hostile one cannot keep a build busy.

Python-Markdown reads some constructs again from every place where one may begin. What that costs is estimated here in
one pass over the source; a body beyond a limit is shown as plain paragraphs. The limits lie far above what people
write: a report of 400 words costs a thousandth of any. The constructs are those of cmark-gfm's
``test/pathological_tests.py``, and some of Python-Markdown's and of the HTML standard's own.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from pipeline.content.dropped import Dropped

NESTING = 20
"""Quotes and lists that may begin on one line, each within the other."""

INDENT = " " * 80
"""What a line may be indented by: twenty lists within each other."""

EASY = 3_000_000
"""A source whose length times its marks and lines stays below this is within every limit."""

MARKS = ("*", "_", "[", "<", "&", "`", "\\", "\n")

_NESTED = re.compile(rf" {{0,80}}(?:(?:[*+>-]|\d{{1,9}}\.) *){{{NESTING + 1}}}")
_RULE = re.compile(r" *([*_=-])(?: *\1)* *")
_FIRST = re.compile(r"[*+>.-]")
_BRACKET = re.compile(r"[\[\]]")
_TARGET = re.compile(r"""\]\([^\s()"'<>]*(?: (?:"[^"\n()]*"|'[^'\n()]*'))?\)|(\]\()""")
_RESTART = re.compile(r"^ {0,3}(?:[-=*_][-=*_ ]*$|\[[^\]\n]*\]:)", re.MULTILINE)
_FORMATTING = re.compile(r"<(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)\b", re.IGNORECASE)


class Limit(NamedTuple):
    """How much of one thing a body may hold: *most* of what *cost* counts, in each block or in the whole."""

    what: str
    most: int
    cost: Callable[[str], int]


def capped(source: str) -> tuple[str, list[Dropped]]:
    """Return *source* with lists and quotes nested no deeper than the limits, and the lines where they were.

    The first mark of such a line is escaped, so that all of it is text. Deep indentation is cut short.
    """
    lines = source.split("\n")
    found = []
    for at, line in enumerate(lines):
        if _NESTED.match(line) and not _RULE.fullmatch(line):
            lines[at] = _FIRST.sub(r"\\\g<0>", line, count=1)
            found.append(Dropped(at + 1, "too-complex", line.lstrip()[:NESTING]))
        elif line.startswith(INDENT):
            lines[at] = INDENT + line.lstrip(" ")
    return "\n".join(lines), found


def exceeded(source: str) -> Dropped | None:
    """Return the first limit that *source* goes beyond, or ``None``."""
    if sum(map(source.count, MARKS)) * len(source) < EASY:
        return None
    blocks = source.split("\n\n")
    for limit in WHOLE:
        if limit.cost(source) > limit.most:
            return Dropped(1, "too-complex", limit.what)
    for limit in EACH:
        if sum(map(limit.cost, blocks)) > limit.most:
            return Dropped(_line(blocks, limit), "too-complex", limit.what)
    return None


def _line(blocks: list[str], limit: Limit) -> int:
    """Return the line of the block that costs the most."""
    worst = max(range(len(blocks)), key=lambda at: limit.cost(blocks[at]))
    return sum(block.count("\n") + 2 for block in blocks[:worst]) + 1


def _tags(source: str) -> int:
    """Return how many characters stand between each ``<`` and the next ``>``, or the end."""
    total, close = 0, -1
    at = source.find("<")
    while at >= 0:
        if close < at:
            close = source.find(">", at)
            close = len(source) if close < 0 else close
        total += close - at
        at = source.find("<", at + 1)
    return total


def _formatting(source: str) -> int:
    """Return how often HTML may open formatting tags again: each unclosed one in each block (HTML, 13.2.4.3)."""
    return len(_FORMATTING.findall(source)) * (source.count("<") + source.count("\n"))


def _brackets(block: str) -> int:
    """Return how many characters stand between each ``[`` and its ``]``, or the end."""
    total = 0
    opened: list[int] = []
    for bracket in _BRACKET.finditer(block):
        if bracket[0] == "[":
            opened.append(bracket.start())
        elif opened:
            total += bracket.start() - opened.pop()
    return total + sum(len(block) - at for at in opened)


def _targets(block: str) -> int:
    """Return how many characters stand between each ``](`` that is not a plain link, and the end."""
    return sum(len(block) - target.start() for target in _TARGET.finditer(block) if target[1])


def _restarts(block: str) -> int:
    """Return how much is read again after each rule, underline and definition within *block*."""
    return len(_RESTART.findall(block)) * len(block)


def _copies(block: str) -> int:
    """Return how much is copied while the marks of *block* are replaced one by one."""
    return sum(map(block.count, MARKS[:-1])) * len(block)


WHOLE = (
    Limit("baris", 100_000, lambda source: source.count("\n")),
    Limit("paragraf", 30_000, lambda source: source.count("\n\n")),
    Limit("[^", 500, lambda source: source.count("[^")),
    Limit("<", 10_000_000, _tags),
    Limit("<b>", 500_000, _formatting),
)
"""Limits to the whole source."""

EACH = (
    Limit("[", 3_000_000, _brackets),
    Limit("](", 3_000_000, _targets),
    Limit("---", 50_000_000, _restarts),
    Limit("*", 1_000_000_000, _copies),
)
"""Limits to what all blocks cost together, where marks of one block do not reach into the next."""
