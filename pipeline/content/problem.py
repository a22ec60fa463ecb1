"""A problem in a file that people wrote: where, what is wrong, how to mend it.

A problem carries a code and values; the sentences live in one catalogue (``CODES``) and are put into the reader's
language only when they are shown. Codes are part of the contract of ``warta check --json`` and never change.
"""

from collections.abc import Iterable

import msgspec

from pipeline.content.catalogue import CODES
from pipeline.content.code import Level
from pipeline.content.text import clean
from pipeline.language import _


class Problem(msgspec.Struct, frozen=True):
    """One problem. *path* is relative to the newsroom's root, with ``/``; *line* counts from 1.

    *mild*: it would hold the file back, but by a rule that is younger than those that the newsroom goes by.
    """

    path: str
    line: int
    code: str
    values: dict[str, str] = {}
    mild: bool = False

    @property
    def level(self) -> Level:
        """How bad it is: ``error`` (something is left out), ``warning`` or ``hint``."""
        return "warning" if self.mild else CODES[self.code].level

    @property
    def holds(self) -> bool:
        """Whether the whole file is held back because of it."""
        return CODES[self.code].holds and not self.mild

    @property
    def message(self) -> str:
        """What is wrong, as a sentence."""
        said = _(CODES[self.code].message).format_map(self.values)
        return f"{said} {_('(Aturan baru: belum menahan di ruang redaksi ini.)')}" if self.mild else said

    @property
    def fix(self) -> str:
        """How to mend it, with an example built from the writer's own value."""
        return _(CODES[self.code].fix).format_map(self.values)

    def __str__(self) -> str:
        """Return one line: ``content/stories/2023/05/panen.md:3: what is wrong. How to mend it.``."""
        return f"{' '.join(clean(self.path).splitlines())}:{self.line}: {self.message} {self.fix}".rstrip()


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return *problems* sorted by path, line and code; of equal ones the order stays."""
    return tuple(sorted(problems, key=lambda problem: (problem.path, problem.line, problem.code)))


def check_json(problem: Problem) -> dict[str, str | int]:
    """Return *problem* as one object of ``warta check --json``."""
    return {
        "path": problem.path,
        "line": problem.line,
        "level": problem.level,
        "code": problem.code,
        "message": problem.message,
        "fix": problem.fix,
    }
