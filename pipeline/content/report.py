"""What is found while one file is read: its problems so far."""

from pipeline.content.problem import Problem, in_order
from pipeline.content.text import shown
from pipeline.safety.numbers import covered


class Report:
    """Collects the problems of the file at *path* (relative to the newsroom's root, with ``/``)."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._found: list[Problem] = []

    def add(self, line: int, code: str, **values: object) -> None:
        """Note a problem; *values* are shortened to what a message can hold, and name nobody by a number."""
        texts = {name: shown(covered(str(value))) for name, value in values.items()}
        self._found.append(Problem(self.path, line, code, texts))

    def __len__(self) -> int:
        return len(self._found)

    @property
    def holds(self) -> bool:
        """Whether a problem so far holds the file back."""
        return any(problem.holds for problem in self._found)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems so far, by line."""
        return in_order(self._found) if self._found else ()
