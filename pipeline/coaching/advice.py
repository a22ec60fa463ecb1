"""What is said to one report: suggestions, and at most one word of praise."""

import msgspec

from pipeline.coaching.words_of_praise import PRAISE
from pipeline.content.problem import Problem
from pipeline.language import _


class Praise(msgspec.Struct, frozen=True):
    """What was done well in the report at *path*. Codes are a contract, as those of problems are."""

    path: str
    code: str
    values: dict[str, str] = {}

    @property
    def message(self) -> str:
        """What was done well, as one sentence."""
        return _(PRAISE[self.code].said).format_map(self.values)


class Advice(msgspec.Struct, frozen=True):
    """What there is to say to one report. *problems*: everything found, nothing chosen yet."""

    problems: tuple[Problem, ...] = ()
    praise: Praise | None = None
