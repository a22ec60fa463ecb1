"""The evidence of areas, added up once for all that shows it."""

from functools import cached_property, lru_cache

from pipeline.archive.visible import Visible
from pipeline.evidence.area import Area, areas
from pipeline.evidence.evidence import Evidence, Gathered, evidence, gathered
from pipeline.evidence.indicator import Measured, measured, worded

MOST = 16
"""The evidence of so many areas is kept at hand: pages and tables of one area are planned one after the other."""


class Seen:
    """The evidence of areas in one visible archive, with indicators as a site in *language* names them."""

    def __init__(self, visible: Visible, language: str) -> None:
        self.visible = visible
        self.indicators = worded(visible.indicators(), language)
        self._of = lru_cache(MOST)(self._add_up)
        self.measured = lru_cache(4 * MOST)(self._measure)

    @cached_property
    def areas(self) -> list[Area]:
        """All areas."""
        return areas(self.visible)

    def evidence(self, one: Area, *, sample: bool) -> Evidence:
        """Return the evidence of *one*: of its real stories, or of its samples."""
        return self._of(one)[1][sample]

    def gathered(self, one: Area) -> Gathered:
        """Return the stories and events of *one*."""
        return self._of(one)[0]

    def _add_up(self, one: Area) -> tuple[Gathered, tuple[Evidence, Evidence]]:
        known = gathered(one, self.visible.facts(one.key))
        return known, evidence(one, known)

    def _measure(self, one: Area, sample: bool) -> tuple[Measured, ...]:  # noqa: FBT001  kept by its arguments
        """Return the indicators of *one*: of its real stories, or of its samples."""
        library = self.visible.library(one.key) if one.level == "perpustakaan" else None
        known, found = self._of(one)
        return measured(
            one, known, self.indicators, sample=sample, level=library.level if library else None, whole=found[sample]
        )
