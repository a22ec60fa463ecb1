"""A report as its editor has it on the desk: the record, the plain text in pieces, and the file as it was written."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from pipeline.content.document import Document
from pipeline.content.found import Found
from pipeline.content.problem import Problem
from pipeline.content.report import Report
from pipeline.content.skeleton import UNWRITTEN
from pipeline.content.story import Story
from pipeline.content.summary import ABBREVIATION, SENTENCE_END
from pipeline.content.text import SHOWN, one_line
from pipeline.safety.numbers import covered

LONGEST = 40_000
"""Characters of a body that are looked at: some 6,000 words, twenty times a long report."""

PIECE = 4_000
"""Characters of a sentence that are looked at."""

CITED = 8
"""Words of the writer's own that a message repeats."""

LEAST = 3
"""… and at least, where there are so many."""

_STOPS = (".", "!", "?", ".”", "!”", "?”")

BEFORE = 12
"""Characters before a point that tell whether it ends an abbreviation."""

_WORD = re.compile(r"\w{3,}")
_ITEM = re.compile(r"(?:•|\d{1,3}\.) ")


class Cited(NamedTuple):
    """Words as they stand in the file, and their line."""

    words: str
    line: int


class Manuscript:
    """One report. *text* is its body as plain text, *document* its file, *found* what tells something of persons.

    Words of *found* are never repeated: a message goes where the report may not.
    """

    def __init__(self, story: Story, text: str, document: Document, found: Iterable[Found] = ()) -> None:
        self.story = story
        self._private = frozenset(word for one in found for word in _WORD.findall(one.text.casefold()))
        self.fields = document.fields
        self._source = document.text
        self._body = _offset(document.text, document.body_line)
        kept = [part for part in text[:LONGEST].split("\n\n") if part.strip() and part not in UNWRITTEN]
        self.paragraphs = tuple(kept)
        self.text = "\n\n".join(kept)

    @cached_property
    def said(self) -> str:
        """Everything that the report tells: its body, its summary, and those who are quoted."""
        return "\n".join([self.text, self.story.summary, *(quote.text for quote in self.story.quotes)])

    @cached_property
    def lead(self) -> str:
        """The first paragraph that reads as one: no heading, no item of a list; empty where there is none."""
        return next((one for one in self.paragraphs if "\n" not in one and SENTENCE_END.search(one)), "")

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """Every sentence, heading and item of a list."""
        return tuple(
            sentence for part in self.paragraphs for line in part.split("\n") for sentence in sentences(line[:PIECE])
        )

    def has(self, *keys: str) -> bool:
        """Whether one of *keys* of the front matter is filled in, whatever reads it."""
        return self.fields is not None and not all(self.fields.lacks(key) for key in keys)

    def line_of(self, key: str) -> int:
        """Return the line of a key of the front matter, 1 where it is not there."""
        return 1 if self.fields is None else self.fields.line_of(key)

    def cite(self, text: str, *, most: int = CITED, head: bool = False) -> Cited | None:
        """Return the beginning of *text* as it stands in the file, or ``None``: a sentence, or *most* words and ``…``.

        Where the file has a mark of Markdown or the end of a line there, fewer words are given, or later ones.
        Where *head*, front matter is looked at, too.
        """
        words = text[:PIECE].replace('"', " ").split()[: 4 * most]
        least = min(LEAST, len(words))
        for first in range(0, len(words), 2):
            ends = range(min(len(words), first + most), first + least - 1, -1)
            whole = [last for last in ends if last == len(words) or words[last - 1].endswith(_STOPS)]
            for last in dict.fromkeys([*whole, *ends]):
                found = self._found(" ".join(words[first:last]).rstrip(",;:"), head=head)
                if found is not None:
                    return found if last in whole else found._replace(words=f"{found.words} …")
        return None

    def exactly(self, text: str, *, head: bool = False) -> Cited | None:
        """Return *text* as it stands in the file, ``None`` where it does not."""
        return None if '"' in text else self._found(text, head=head)

    def _found(self, words: str, *, head: bool) -> Cited | None:
        at = self._source.find(words, self._body)
        if at < 0 and head:
            at = self._source.find(words)
        if at < 0 or not words or one_line(words) != words or len(words) > SHOWN or self.tells(words):
            return None
        return Cited(words, self._source.count("\n", 0, at) + 1)

    def tells(self, words: str) -> bool:
        """Whether *words* hold something of a person that is not to be repeated."""
        return covered(words) != words or not self._private.isdisjoint(_WORD.findall(words.casefold()))

    def title(self) -> Cited | None:
        """Return the title, or its beginning, as it stands in the file."""
        found = self.exactly(self.story.title, head=True) or self.cite(self.story.title, head=True)
        return found and found._replace(line=self.line_of("judul"))

    def note(self, line: int, code: str, **values: object) -> Problem:
        """Return a problem of this report."""
        report = Report(self.story.path)
        report.add(line, code, **values)
        return report.problems[0]


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of *text*, one line."""
    text = _ITEM.sub("", text, count=1).strip() if _ITEM.match(text) else text.strip()
    ends = [found.end() for found in SENTENCE_END.finditer(text)]
    ends = [end for end in ends if not ABBREVIATION.search(text, max(0, end - BEFORE), end)]
    for start, end in pairwise([0, *ends, len(text)]):
        if sentence := text[start:end].strip():
            yield sentence


def _offset(text: str, line: int) -> int:
    """Return where *line* begins in *text*."""
    at = 0
    for _number in range(line - 1):
        at = text.find("\n", at) + 1
        if not at:
            return len(text)
    return at
