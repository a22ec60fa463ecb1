"""A rehearsal: the engine goes through a plan and makes nothing."""

from collections.abc import Callable, Iterator
from concurrent.futures import Executor

from pipeline.build.engine import Engine, Ingredients, Planned
from pipeline.build.output import Output, Renderer
from pipeline.build.state import State
from pipeline.build.workbench import Setting


class Rehearsal(Engine):
    """One run over a plan of which only is noted what it would make (*stale*) and remove (``tally.removed``).

    *look* is shown every output that is planned. Use it within a transaction that is rolled back.
    """

    def __init__(
        self, state: State, setting: Setting, ingredients: Callable[[Renderer], Ingredients],
        look: Callable[[Output], None] = lambda _: None,
    ) -> None:  # fmt: skip
        # Partial: what an output refers to may be among what is not made here.
        super().__init__(state, setting, ingredients, _nobody, partial=True)
        self._look = look
        self.stale: list[str] = []

    def _consider(self, desk: str, output: Output) -> Planned | None:
        self._look(output)
        return super()._consider(desk, output)

    def _wave(self, stale: Iterator[Planned]) -> None:
        self.stale += (planned.output.path for planned in stale)


def _nobody() -> tuple[Executor, int]:
    raise AssertionError("a rehearsal makes nothing")
