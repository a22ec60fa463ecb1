"""Slips in front matter that have only one sensible reading, put into the YAML that they meant.

People write ``judul: Ibu: cerita``, ``judul: Panen #2``, ``judul:Panen``, a tab, a space too many; YAML refuses or
cuts them. Every repair keeps the number of lines. What has two readings is left alone, for an error that asks.
"""

import re
from typing import NamedTuple

from pipeline.content.keys import EVERY
from pipeline.content.near import fold
from pipeline.content.report import Report
from pipeline.content.value import COMMENT, Marks, in_quotes, marks_of, mend

KEYED = re.compile(r"(?P<lead> *(?:- +)*)(?P<key>[^\W\d][\w -]{0,40}?) *:(?P<gap> +|$|(?=\S))(?P<value>.*)")

ITEM = re.compile(r"(?P<lead> *(?:- +)+)(?P<value>.*)")

BLOCK = re.compile(r"[|>][-+\d]{0,2}(?: +#.*)?")
"""The mark of a text that stands on the lines below."""


class Line(NamedTuple):
    """One line taken apart. *key* is empty for an item of a list; *tight*: no space behind the colon."""

    lead: str
    key: str
    value: str
    tight: bool = False


def repair(lines: list[str], first_line: int, report: Report) -> list[str]:
    """Return *lines* with their slips put right; the first is line *first_line* of the file.

    A reading that could surprise is noted as a hint.
    """
    lines = _spaced(lines)
    marks = marks_of("\n".join(lines))
    done: list[str] = []
    column: int | None = 0
    while len(done) < len(lines):
        at = len(done)
        parts = _apart(lines[at])
        if parts is None:
            done.append(lines[at])
            continue
        parts = parts._replace(lead=_aligned(parts, column))
        end = _end(lines, at, parts)
        done += _statement(parts, lines[at:end], marks, first_line + at, report)
        column = len(parts.lead) if parts.key and parts.value else None
    return done


def _spaced(lines: list[str]) -> list[str]:
    """Return *lines* with spaces for tabs, and without an indent that all of them share."""
    if any("\t" in line for line in lines):
        lines = [re.sub(r"^\s+", lambda tabs: tabs[0].replace("\t", "  "), line).replace("\t", " ") for line in lines]
    shared = min((_indent(line) for line in lines if line.strip()), default=0)
    return [line[shared:] for line in lines] if shared else lines


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _apart(line: str) -> Line | None:
    """Return the parts of *line*, or ``None`` where it is neither a key nor an item."""
    keyed = KEYED.fullmatch(line)
    if keyed and (keyed["gap"] or not keyed["value"]):
        return Line(keyed["lead"], keyed["key"], keyed["value"].rstrip())
    if keyed and fold(keyed["key"]) in EVERY:
        return Line(keyed["lead"], keyed["key"], keyed["value"].rstrip(), tight=True)
    item = ITEM.fullmatch(line)
    return Line(item["lead"], "", item["value"].rstrip()) if item else None


def _aligned(parts: Line, column: int | None) -> str:
    """Return the lead of a known key: one that stands deeper than a key with its own value belongs beside it."""
    stray = column is not None and len(parts.lead) > column and not parts.lead.strip() and fold(parts.key) in EVERY
    return " " * (column or 0) if stray else parts.lead


def _end(lines: list[str], at: int, parts: Line) -> int:
    """Return the line behind the last one that continues the value of line *at*."""
    if not parts.value or parts.value[0] == "#":
        return at + 1
    block = BLOCK.fullmatch(parts.value)
    end = at + 1
    while end < len(lines) and (_in_block if block else _continues)(lines[end], len(parts.lead)):
        end += 1
    return end


def _in_block(line: str, column: int) -> bool:
    return not line.strip() or _indent(line) > column


def _continues(line: str, column: int) -> bool:
    """Tell whether *line* continues a text: deeper than its key, and neither an item nor a known key itself."""
    if _indent(line) <= column or not line.strip() or line.lstrip().startswith(("- ", "#")):
        return False
    found = KEYED.fullmatch(line)
    return not (found and fold(found["key"]) in EVERY)


def _bare(lines: list[str]) -> list[str]:
    """Return the *lines* of a value without notes behind them; in quotes and brackets those are told later."""
    return lines if lines[0][:1] in tuple("\"'[{") else [COMMENT.sub("", line) for line in lines]


def _statement(parts: Line, lines: list[str], marks: Marks, number: int, report: Report) -> list[str]:
    """Return the *lines* of one key or item, put right, as many as before."""
    if parts.tight:
        report.add(number, "isian-tanpa-spasi", key=parts.key, value=parts.value)
    value = " ".join(line.strip() for line in _bare([parts.value, *lines[1:]])).strip()
    mended = None if not value or BLOCK.fullmatch(parts.value) else mend(value, marks)
    name = f"{parts.key}: " if parts.key else ""
    if mended is None:
        return [f"{parts.lead}{name}{parts.value}", *lines[1:]]
    if mended.surprising:
        report.add(number, "teks-diperbaiki", example=(name or "- ") + in_quotes(mended.yaml))
    return [f"{parts.lead}{name}{mended.yaml}", *[""] * (len(lines) - 1)]
