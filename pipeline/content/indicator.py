"""The indicator: one number that libraries watch, defined once for all (``content/indikator.toml``)."""

from typing import Literal, get_args

import msgspec

from pipeline.content.problem import Problem
from pipeline.content.story import Kind, Strategy

Measure = Literal[
    "laporan", "kegiatan", "kehadiran", "laki-laki", "perempuan", "anak", "lansia", "disabilitas", "orang",
    "perpustakaan", "mitra", "kerja-sama", "biaya", "biaya-per-kehadiran",
    "pengetahuan", "percaya-diri", "penerapan", "kesadaran",
]  # fmt: skip
MEASURES: tuple[Measure, ...] = get_args(Measure)
"""What can be counted (``ukur``). The last four are the share of the survey's answers that agree, in per cent."""

Tier = Literal["perpustakaan", "kecamatan", "kabupaten", "provinsi", "nasional"]
TIERS: tuple[Tier, ...] = get_args(Tier)
"""Whose target one is: that of each library, of libraries of districts, or of a whole area."""


class Indicator(msgspec.Struct, frozen=True, omit_defaults=True):
    """One indicator. *about* says in words how it is counted.

    Where *strategies*, *kinds* or *topics* name any, only stories that have one of each count. *targets* are numbers by
    year (``2026``) and tier.
    """

    code: str
    name: str
    unit: str
    measure: Measure
    about: str = ""
    strategies: tuple[Strategy, ...] = ()
    kinds: tuple[Kind, ...] = ()
    topics: tuple[str, ...] = ()
    targets: dict[str, dict[Tier, float]] = {}

    @property
    def filtered(self) -> bool:
        """Whether not all stories count."""
        return bool(self.strategies or self.kinds or self.topics)


class ReadIndicators(msgspec.Struct, frozen=True):
    """What reading ``indikator.toml`` gave: those that are sound, in their order, and what is wrong with the rest."""

    indicators: tuple[Indicator, ...]
    problems: tuple[Problem, ...] = ()
