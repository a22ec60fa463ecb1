"""Provinces, regencies and cities by Kemendagri code: names, nesting, time zones.

A code nests by its dots: village 32.04.05.2003 lies in district 32.04.05, regency 32.04, province 32 (Kepmendagri
300.2.2-2138/2025). Districts and villages are known by the form of their code only.
"""

import re
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

DATA = Path(__file__).parent / "data" / "regions.tsv"

Zone = Literal["WIB", "WITA", "WIT"]
Kind = Literal["provinsi", "kabupaten", "kota"]
Level = Literal["provinsi", "kabupaten", "kecamatan", "desa"]

LEVELS: tuple[Level, ...] = ("provinsi", "kabupaten", "kecamatan", "desa")
"""By the number of parts of a code; a city counts as ``kabupaten``, a kelurahan as ``desa``."""

# Keppres 41/1987, and for the provinces made since: the zone of the province they were part of.
_ZONES: dict[Zone, str] = {
    "WIB": "11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 61 62",
    "WITA": "51 52 53 63 64 65 71 72 73 74 75 76",
    "WIT": "81 82 91 92 93 94 95 96",
}
ZONES: dict[str, Zone] = {province: zone for zone, provinces in _ZONES.items() for province in provinces.split()}
"""Code of a province -> its time zone."""


class Region(NamedTuple):
    """A province, regency or city. *name*: as in a sentence (``Kabupaten Bandung``). *parent*: its province's code."""

    code: str
    name: str
    kind: Kind
    parent: str | None
    zone: Zone


@cache
def _regions() -> dict[str, Region]:
    lines = DATA.read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {code: _region(code, name) for code, name in rows}


def _region(code: str, name: str) -> Region:
    if len(code) == 2:
        return Region(code, name, "provinsi", None, ZONES[code])
    return Region(code, name, "kota" if name.startswith("Kota ") else "kabupaten", code[:2], ZONES[code[:2]])


def region(code: str) -> Region | None:
    """Return the province (``32``), regency or city (``32.04``) of exactly this code."""
    return _regions().get(code)


def provinces() -> tuple[Region, ...]:
    """Return the 38 provinces by code."""
    return _children(None)


def regencies(province: str) -> tuple[Region, ...]:
    """Return the regencies and cities of *province* (a code of two digits) by code."""
    return _children(province)


@cache
def _children(parent: str | None) -> tuple[Region, ...]:
    return tuple(found for found in _regions().values() if found.parent == parent)


_CODE = re.compile(r"[0-9]{2}(\.[0-9]{2}(\.[0-9]{2}(\.[0-9]{4})?)?)?")


def valid_code(text: str) -> bool:
    """Return whether *text* has the form of a code (2, 2.2, 2.2.2 or 2.2.2.4 digits), known or not."""
    return _CODE.fullmatch(text) is not None


def level_of(code: str) -> Level | None:
    """Return the level of *code*, known or not; ``None`` where it has not the form of a code."""
    return LEVELS[code.count(".")] if valid_code(code) else None


def province_of(code: str) -> str:
    """Return the code of the province in which *code* lies: ``32.04.99.2999`` -> ``32``; empty for no code."""
    return code[:2] if valid_code(code) else ""


def regency_of(code: str) -> str:
    """Return the code of the regency or city in which *code* lies: ``32.04``; empty for a province or no code."""
    return code[:5] if valid_code(code) and len(code) >= 5 else ""


def zone_of(code: str) -> Zone:
    """Return the time zone of *code*; ``WIB`` where it is empty or its province unknown (a national library)."""
    return ZONES.get(province_of(code), "WIB")


_SHORT = (
    ("Kabupaten Administrasi ", "Kab. "),
    ("Kota Administrasi ", "Kota "),
    ("Kabupaten ", "Kab. "),
    ("Daerah Khusus Ibukota ", "DKI "),
    ("Daerah Istimewa ", "DI "),
)


def short_name(region: Region) -> str:
    """Return the name for a table or a picture: ``Kab. Bandung``, ``Kota Jakarta Selatan``, ``DKI Jakarta``."""
    for long, short in _SHORT:
        if region.name.startswith(long):
            return short + region.name.removeprefix(long)
    return region.name


# How a name may begin -> the kind it then has; long forms first.
_PREFIXES: tuple[tuple[str, Kind], ...] = (
    ("kabupaten administrasi ", "kabupaten"),
    ("kabupaten ", "kabupaten"),
    ("kab adm ", "kabupaten"),
    ("kab ", "kabupaten"),
    ("kota administrasi ", "kota"),
    ("kota adm ", "kota"),
    ("kota ", "kota"),
    ("daerah khusus ibukota ", "provinsi"),
    ("daerah khusus ibu kota ", "provinsi"),
    ("daerah khusus ", "provinsi"),
    ("dki ", "provinsi"),
    ("dkj ", "provinsi"),
    ("daerah istimewa ", "provinsi"),
    ("di ", "provinsi"),
    ("d i ", "provinsi"),
    ("diy ", "provinsi"),
)


def find(name: str) -> list[Region]:
    """Return the regions called *name*, by code: ``bandung`` gives the regency and the city, ``kota bandung`` one.

    Case, spaces, hyphens and short forms (``Kab.``, ``Kep.``, ``DKI``, ``DIY``) make no difference.
    """
    kind, bare = _bare(name)
    found = [region for region in _by_name().get(bare, ()) if kind in {None, region.kind}]
    # `Kota Waringin Barat` begins like a city, and is a regency.
    return found or list(_by_name().get(_squeezed(name), ()))


def suggest(text: str) -> list[Region]:
    """Return at most three regions that somebody who wrote *text* (a code or a name) may have meant."""
    from difflib import get_close_matches  # noqa: PLC0415  only for mistakes

    if any(sign.isdigit() for sign in text):
        code = dotted(text)
        known = region(regency_of(code)) or region(province_of(code))
        return [known] if known else []
    if found := find(text):
        return found[:3]
    near = get_close_matches(_bare(text)[1], _by_name(), n=3)
    return [region for name in near for region in _by_name()[name]][:3]


def dotted(text: str) -> str:
    """Return *text* as a code with its dots: ``3204052003`` -> ``32.04.05.2003``; empty where its digits make none."""
    digits = "".join(sign for sign in text if sign in "0123456789")
    code = ".".join(filter(None, (digits[:2], digits[2:4], digits[4:6], digits[6:])))
    return code if valid_code(code) else ""


@cache
def _by_name() -> dict[str, tuple[Region, ...]]:
    """Return the regions by bare name (``bandung``) and by whole name (``kabupatenbandung``)."""
    names: dict[str, tuple[Region, ...]] = {}
    for found in _regions().values():
        for name in {_bare(found.name)[1], _squeezed(found.name)}:
            names[name] = (*names.get(name, ()), found)
    return names


def _bare(name: str) -> tuple[Kind | None, str]:
    """Return the kind that *name* begins with, if any, and the rest without spaces."""
    whole = _words(name)
    words = whole.removeprefix("provinsi ").removeprefix("prov ")
    for prefix, kind in _PREFIXES:
        if words.startswith(prefix):
            return kind, _squeezed(words.removeprefix(prefix))
    if words == "diy":
        return "provinsi", "yogyakarta"
    return ("provinsi" if words != whole else None), _squeezed(words)


def _words(name: str) -> str:
    """Return *name* as lower-case words of letters, short forms written out."""
    words = re.findall("[a-z]+", name.lower())
    return " ".join("kepulauan" if word == "kep" else word for word in words)


def _squeezed(name: str) -> str:
    return _words(name).replace(" ", "")
