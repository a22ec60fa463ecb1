"""The values of indicators: of an area, of each of its years, with the target of its tier."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import NamedTuple

import msgspec

from pipeline.archive.fact import Fact
from pipeline.content.indicator import Indicator, Measure, Tier
from pipeline.content.indicator_reader import default_indicators
from pipeline.content.library import Level
from pipeline.evidence.area import Area
from pipeline.evidence.evidence import Evidence, Gathered, evidence, gathered, years
from pipeline.evidence.sums import Sums
from pipeline.language import texts


class Value(msgspec.Struct, frozen=True, omit_defaults=True):
    """What an indicator comes to. *number* is ``None`` where no story says; *events* are those that do.

    Of shares of answers *events* are the answers.

    *target* is that of the year and tier, ``None`` where none was set, or of all years together.
    """

    code: str
    number: float | None
    target: float | None = None
    events: int = 0


class Measured(msgspec.Struct, frozen=True):
    """One indicator of an area: over all years, and year by year."""

    indicator: Indicator
    whole: Value
    years: tuple[tuple[str, Value], ...] = ()


def worded(indicators: tuple[Indicator, ...], language: str) -> tuple[Indicator, ...]:
    """Return *indicators* as a site in *language* names them.

    Those that hold where a newsroom defines none are put into words of that language; its own stay as it wrote them.
    """
    if indicators != default_indicators():
        return indicators
    say = texts(language)
    return tuple(
        msgspec.structs.replace(one, name=say(one.name), unit=say(one.unit), about=say(one.about)) for one in indicators
    )


class _Way(NamedTuple):
    """How a measure is had from sums: its *number*, and of how many *events* it speaks."""

    number: Callable[[Sums], float]
    events: Callable[[Sums], int]


def _share(agreed: str, of: str) -> _Way:
    return _Way(lambda sums: 100 * getattr(sums, agreed) / getattr(sums, of), lambda sums: getattr(sums, of))


def _sum(name: str, of: str) -> _Way:
    return _Way(lambda sums: float(getattr(sums, name)), lambda sums: getattr(sums, of))


_WAYS: dict[Measure, _Way] = {
    "laporan": _sum("stories", "stories"),
    "kegiatan": _sum("events", "events"),
    "kehadiran": _sum("came", "counted"),
    "laki-laki": _sum("men", "men_in"),
    "perempuan": _sum("women", "women_in"),
    "anak": _sum("children", "children_in"),
    "lansia": _sum("elderly", "elderly_in"),
    "disabilitas": _sum("disabled", "disabled_in"),
    "orang": _sum("people", "people_in"),
    "kerja-sama": _sum("ties", "events"),
    "biaya": _sum("cost", "costed"),
    "biaya-per-kehadiran": _Way(lambda sums: sums.cost_of_came / sums.costed_came, lambda sums: sums.costed_in),
    "pengetahuan": _share("knowledge", "knowledge_of"),
    "percaya-diri": _share("confidence", "confidence_of"),
    "penerapan": _share("application", "application_of"),
    "kesadaran": _share("awareness", "awareness_of"),
}
"""Measures that follow from sums. Number is asked only where the second is not 0: nothing said is not zero."""

_TIERS: dict[Level, Tier] = {"desa": "perpustakaan", "kecamatan": "kecamatan"}


def tier(area: Area, level: Level | None) -> Tier | None:
    """Return whose targets are those of *area*; *level* is that of its library, ``None`` for an area that is none."""
    if area.level != "perpustakaan":
        return area.level
    return _TIERS.get(level, "perpustakaan") if level else "perpustakaan"


def measured(
    area: Area,
    facts: Iterable[Fact] | Gathered,
    indicators: Iterable[Indicator],
    *,
    sample: bool,
    level: Level | None = None,
    whole: Evidence | None = None,
) -> tuple[Measured, ...]:
    """Return all *indicators* of *area*: of its real stories, or of its samples. *facts* as for ``evidence``.

    *level* is that of the library, where the area is one. *whole* spares work where its evidence is known already.
    """
    known = facts if isinstance(facts, Gathered) else gathered(area, facts)
    if whole is None:
        whole = evidence(area, known)[sample]
    goal, by_year = tier(area, level), years(whole)
    found = []
    for one in indicators:
        seen = evidence(area, known.only(partial(counts, one)))[sample] if one.filtered else whole
        found.append(Measured(one, _whole(one, seen), tuple(_yearly(one, seen, by_year, goal))))
    return tuple(found)


def counts(indicator: Indicator, fact: Fact) -> bool:
    """Whether the story of *fact* is one of those that *indicator* counts."""
    return (
        (not indicator.strategies or fact.strategy in indicator.strategies)
        and (not indicator.kinds or fact.kind in indicator.kinds)
        and (not indicator.topics or not set(fact.topics).isdisjoint(indicator.topics))
    )


def _whole(one: Indicator, seen: Evidence) -> Value:
    if one.measure == "perpustakaan":
        return _counted(one, sum(place.sums.stories > 0 for place in seen.libraries), seen.sums)
    if one.measure == "mitra":
        return _counted(one, len(seen.partners), seen.sums) if seen.sums.events else Value(one.code, None)
    return _value(one, seen.sums, None)


def _counted(one: Indicator, number: int, sums: Sums, target: float | None = None) -> Value:
    return Value(one.code, float(number) if sums.stories else None, target, sums.events)


def _yearly(one: Indicator, seen: Evidence, whole: dict[str, Sums], goal: Tier | None) -> Iterable[tuple[str, Value]]:
    """Yield the values of every year that has a story or a target; *whole* are the sums of all stories by year."""
    by_year = years(seen) if one.filtered else whole
    named = set(whole) | {year for year, goals in one.targets.items() if goal in goals}
    distinct = dict(seen.distinct)
    for year in sorted(named):
        sums = by_year.get(year, Sums())
        target = one.targets.get(year, {}).get(goal) if goal else None
        if one.measure in ("perpustakaan", "mitra"):
            libraries, partners = distinct.get(year, (0, 0))
            number = libraries if one.measure == "perpustakaan" else partners
            says = sums.stories if one.measure == "perpustakaan" else sums.events
            yield year, Value(one.code, float(number) if says else None, target, sums.events)
        else:
            yield year, _value(one, sums, target)


def _value(one: Indicator, sums: Sums, target: float | None) -> Value:
    way = _WAYS[one.measure]
    events = way.events(sums)
    return Value(one.code, way.number(sums) if events else None, target, events)
