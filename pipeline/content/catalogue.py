"""Every problem that warta can find in content: its code, its level, what is wrong and how to mend it.

Codes are a contract (``warta check --json``): add, never rename. Sentences are Indonesian, in words that a village
librarian uses; ``{name}`` stands for a value of the problem.
"""

from typing import Literal, NamedTuple


class Code(NamedTuple):
    """What is said about one kind of problem."""

    level: Literal["error", "warning", "hint"]
    message: str
    fix: str


CODES: dict[str, Code] = {}
