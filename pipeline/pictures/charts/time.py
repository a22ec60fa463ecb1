"""Columns through time: months without a gap, or years where there are many."""

from collections.abc import Mapping, Sequence
from datetime import date

from pipeline.pictures.charts.values import Column, Columns, Series
from pipeline.templating.dates import month_name, month_short

MOST = 24
"""From more months than these, years are drawn."""


def by_time(
    title: str,
    unit: str,
    months: Mapping[str, Sequence[float]],
    names: Sequence[str],
    language: str = "id",
    note: str = "",
) -> Columns:
    """Return columns of *months* (``2023-05`` -> a value for each of *names*), those between them as zero.

    Up to ``MOST`` months each has a column; beyond, each year has one. Years at the ends may be parts of years.
    """
    nothing = (0,) * len(names)
    found = {month: months.get(month, nothing) for month in _all(months)}
    if len(found) <= MOST:
        columns = [_month(month, language, first=at == 0) for at, month in enumerate(found)]
        rows = list(found.values())
    else:
        years = sorted({month[:4] for month in found})
        columns = [Column(year) for year in years]
        rows = [
            tuple(map(sum, zip(*(row for month, row in found.items() if month[:4] == year), strict=True)))
            for year in years
        ]
    series = tuple(Series(name, tuple(row[at] for row in rows)) for at, name in enumerate(names))
    return Columns(title, unit, tuple(columns), series, note)


def _all(months: Mapping[str, object]) -> list[str]:
    """Return every month from the first to the last of *months*."""
    if not months:
        return []
    first, last = (int(month[:4]) * 12 + int(month[5:]) - 1 for month in (min(months), max(months)))
    return [f"{at // 12:04}-{at % 12 + 1:02}" for at in range(first, last + 1)]


def _month(month: str, language: str, *, first: bool) -> Column:
    year, number = int(month[:4]), int(month[5:])
    under = month[:4] if first or number == 1 else ""
    return Column(month_name(year, number, language), month_short(date(year, number, 1), language), under)
