"""The evidence of areas, added up once for all that shows it."""

from functools import cached_property, lru_cache

from pipeline.archive.visible import Visible
from pipeline.evidence.area import Area, areas
from pipeline.evidence.evidence import MOST, Evidence, Gathered, known
from pipeline.evidence.indicator import Measured, measured, worded


class Seen:
    """The evidence of areas in one visible archive, with indicators as a site in *language* names them."""

    def __init__(self, visible: Visible, language: str) -> None:
        self.visible = visible
        self.indicators = worded(visible.indicators(), language)
        self.measured = lru_cache(4 * MOST)(self._measure)

    @cached_property
    def areas(self) -> list[Area]:
        """All areas."""
        return areas(self.visible)

    def evidence(self, one: Area, *, sample: bool) -> Evidence:
        """Return the evidence of *one*: of its real stories, or of its samples."""
        return known(self.visible, one).evidence[sample]

    def gathered(self, one: Area) -> Gathered:
        """Return the stories and events of *one*."""
        return known(self.visible, one).gathered

    def _measure(self, one: Area, sample: bool) -> tuple[Measured, ...]:  # noqa: FBT001  kept by its arguments
        """Return the indicators of *one*: of its real stories, or of its samples."""
        library = self.visible.library(one.key) if one.level == "perpustakaan" else None
        there, found = known(self.visible, one)
        return measured(
            one, there, self.indicators, sample=sample, level=library.level if library else None, whole=found[sample]
        )
