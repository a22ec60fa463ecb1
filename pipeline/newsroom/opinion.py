"""What the checks and the coach say of a report while it is written, beside the question that each concerns. Pure."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pipeline.coaching.advice import Advice
from pipeline.coaching.coach import coach
from pipeline.coaching.ranking import chosen
from pipeline.content.catalogue import Level
from pipeline.content.problem import Problem
from pipeline.content.story_reader import read_whole
from pipeline.newsroom.answers import Answers, Sheet

NEEDED = ("judul", "tanggal", "apa")
"""What a report cannot be sent without."""


class Remark(NamedTuple):
    """One remark: *field* is the question that it concerns (empty: the whole), *text* the sentence."""

    field: str
    level: Level
    text: str


class Opinion(NamedTuple):
    """All *remarks*, and *praise* for what is good already (empty where it is too early for that)."""

    remarks: tuple[Remark, ...]
    praise: str = ""

    def of(self, field: str) -> list[Remark]:
        """Return the remarks on one question."""
        return [remark for remark in self.remarks if remark.field == field]

    @property
    def faulty(self) -> bool:
        """Whether anything holds the report back."""
        return any(remark.level == "error" for remark in self.remarks)


def opinion(path: str, answers: Answers, text: Sheet) -> Opinion:
    """Return what is to be said of *answers*, whose file *text* lies at *path*.

    Of what nobody has written yet nothing is said: an empty question is no mistake.
    """
    read, document = read_whole(path, text.text.encode())
    advice = coach(read.story, read.text, document, read.found) if read.story and document else Advice()
    problems = (*read.problems, *advice.problems)
    shown = [
        *(problem for problem in problems if problem.level != "hint"),
        *chosen(problem for problem in problems if problem.level == "hint"),
    ]
    return Opinion(tuple(_told(shown, answers, text)), advice.praise.message if advice.praise else "")


def _told(problems: Iterable[Problem], answers: Answers, text: Sheet) -> Iterator[Remark]:
    for problem in problems:
        field = text.field_of(problem.line)
        if problem.line == 1 and not answers.is_source:
            field = _missing(problem)
            if field and not answers.fields.get(field):
                continue
        yield Remark(field, problem.level, f"{problem.message} {problem.fix}".rstrip())


def _missing(problem: Problem) -> str:
    """Return the question that a problem with no line of its own is about."""
    return {"judul": "judul", "tanggal": "tanggal", "strategi": "strategi"}.get(problem.values.get("key", ""), "")
