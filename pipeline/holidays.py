"""National holidays and collective leave of Indonesia, for the years whose decree is known.

Dates are those of the joint decrees of three ministers (SKB 3 Menteri) and of presidential decrees, in
``pipeline/data/holidays.toml`` with their numbers. A year that is not there is not guessed: many holidays follow the
moon, and the government decides each year anew.
"""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

DATA = Path(__file__).parent / "data" / "holidays.toml"

Kind = Literal["libur", "cuti_bersama"]
"""A national holiday, or a day of collective leave (``cuti bersama``), when many, but not all, stay at home."""


class Holiday(NamedTuple):
    """What is celebrated on a day, in Indonesian as the decree names it."""

    name: str
    kind: Kind


class Almanac(NamedTuple):
    """Holidays by *days*, of all *years* whose decrees are known."""

    days: Mapping[date, Holiday]
    years: frozenset[int]


@cache
def almanac() -> Almanac:
    """Return all holidays that are known."""
    tree = tomllib.loads(DATA.read_text("utf-8"))
    days: dict[date, Holiday] = {}
    kinds: tuple[Kind, ...] = ("cuti_bersama", "libur")  # where a day is both, it is a holiday
    for year, parts in tree.items():
        for kind in kinds:
            for day, name in parts[kind].items():
                days[date.fromisoformat(f"{year}-{day}")] = Holiday(name, kind)
    return Almanac(days, frozenset(int(year) for year in tree))


def decrees(year: int) -> tuple[str, ...]:
    """Return the decrees that fix the holidays of *year*; none where they are not known."""
    found = tomllib.loads(DATA.read_text("utf-8")).get(str(year))
    return tuple(found["dasar"]) if found else ()
