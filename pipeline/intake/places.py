"""Which library a text is about, and which place: from the names in it. What several may mean is asked, not guessed."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pipeline import regions
from pipeline.content.library import Library
from pipeline.intake.gazetteer import folded, gazetteer, spoken

MOST = 8
"""Candidates that are listed; whoever sees more will not read them."""

LONGEST = 20_000
"""Letters of a text that are looked at: where a report happened stands near its beginning."""


class Guess(NamedTuple):
    """*library* (a slug) and *region* (a code), empty where they cannot be told; else the candidates to choose from."""

    library: str = ""
    region: str = ""
    libraries: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()


class _Named(NamedTuple):
    """The codes that a text may mean, by level, most exact last."""

    provinces: frozenset[str]
    regencies: frozenset[str]
    districts: frozenset[str]
    villages: frozenset[str]


def guess(text: str, libraries: Iterable[Library]) -> Guess:
    """Return what the names in *text* say. Pure but for reading the gazetteer of the package."""
    text = text[:LONGEST]
    known = tuple(libraries)
    by_name = _by_name(text, known)
    codes = _codes(text)
    named = [library for library in by_name if not codes or _compatible(library.region, codes)] or by_name
    if len(named) == 1:
        return Guess(library=named[0].slug, region="" if named[0].region else _only(codes))
    region = _only(codes)
    here = [library for library in known if region and library.region == region]
    if not named and len(here) == 1:
        return Guess(library=here[0].slug)
    near = [library for library in known if library.region and library.region in set(codes)]
    choices = tuple(f"{library.slug} ({library.name})" for library in [*named, *near])
    places = () if region else tuple(f"{code} ({spoken(code)})" for code in codes[:MOST])
    return Guess("", region, tuple(dict.fromkeys(choices))[:MOST], places)


def located(village: str, district: str, regency: str, province: str) -> tuple[str, ...]:
    """Return the codes of all villages that these names (each may be empty) may mean; of larger places without one."""
    provinces = _kind(province, "provinsi")
    regencies = frozenset(one.code for one in regions.find(regency)) if regency else frozenset()
    found = gazetteer()
    districts = frozenset(found.districts.get(folded(_bare(district)), ())) if district else frozenset()
    villages = frozenset(found.villages.get(folded(_bare(village)), ())) if village else frozenset()
    return _narrowed(_Named(provinces, regencies, districts, villages))


# -- libraries by name -------------------------------------------------------------------------------------------------

_KINDS = (
    (re.compile(r"\b(?:perpusdes|perpus(?:takaan)?\s+desa)\b"), "perpustakaan desa"),
    (re.compile(r"\bperpus\b"), "perpustakaan"),
    (re.compile(r"\b(?:taman (?:bacaan|baca) masyarakat|tbm)\b"), "tbm"),
)


def _by_name(text: str, libraries: Sequence[Library]) -> list[Library]:
    """Return the libraries whose names stand in *text*; a name within a longer one that stands there does not count."""
    plain = f" {_words(text)} "
    names: dict[str, list[Library]] = {}
    for library in libraries:
        names.setdefault(_words(library.name), []).append(library)
    found: list[Library] = []
    for name in sorted(names, key=lambda one: (-len(one), one)):
        if len(name) >= 6 and f" {name} " in plain:
            found += names[name]
            plain = plain.replace(f" {name} ", " | ")
    return found


def _words(text: str) -> str:
    text = " ".join(re.findall(r"[^\W_]+", text.lower()))
    for pattern, word in _KINDS:
        text = pattern.sub(word, text)
    return text


# -- places by name ----------------------------------------------------------------------------------------------------

_NAME = r"(?=\s+((?:[^\W\d_][\w'’-]*[ ]?){1,4}))"
"""Looked at and not taken: of "Kabupaten Bandung dan Kota Bandung" both are read."""

_VILLAGE = re.compile(rf"\b(?:desa|ds\.|kelurahan|kel\.|nagari|gampong|pekon|kampung|negeri){_NAME}", re.IGNORECASE)
_DISTRICT = re.compile(rf"\b(?:kecamatan|kec\.?|distrik|kapanewon){_NAME}", re.IGNORECASE)
_REGENCY = re.compile(rf"\b(kabupaten|kab\.?|kota){_NAME}", re.IGNORECASE)
_PROVINCE = re.compile(rf"\b(?:provinsi|prov\.?){_NAME}", re.IGNORECASE)

_GENERAL = frozenset(
    (
        "adat",
        "baru",
        "binaan",
        "cerdas",
        "digital",
        "ini",
        "itu",
        "kami",
        "kita",
        "lain",
        "maju",
        "mandiri",
        "sehat",
        "sendiri",
        "siaga",
        "tangguh",
        "tersebut",
        "wisata",
    )
)
"""Words that say what kind of village one is, as villages are also called."""


def _codes(text: str) -> tuple[str, ...]:
    named = _Named(
        frozenset(code for name in _after(_PROVINCE, text) for code in _kind(name, "provinsi")),
        frozenset(_regencies(text)),
        frozenset(),
        frozenset(),
    )
    if not (_VILLAGE.search(text) or _DISTRICT.search(text)):
        return _narrowed(named)
    found = gazetteer()
    districts = frozenset(code for name in _after(_DISTRICT, text) for code in _longest(name, found.districts))
    upper = named._replace(districts=districts)
    villages = set()
    for name in _after(_VILLAGE, text):
        meant = set(_longest(name, found.villages))
        nested = {code for code in meant if _nests(code, upper)}
        # Without a capital it may be any word; a place around it that fits tells that it is a name.
        if nested and (districts or named.regencies):
            villages |= nested
        elif name[:1].isupper() and folded(name.split()[0]) not in _GENERAL:
            villages |= meant
    return _narrowed(upper._replace(villages=frozenset(villages)))


def _after(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    """Yield up to four words after the kind of place; a comma or a line end ends a name."""
    for found in pattern.finditer(text):
        yield found[found.re.groups].strip()


def _regencies(text: str) -> Iterator[str]:
    for found in _REGENCY.finditer(text):
        words = found[2].split()
        kind = "kota" if found[1].lower() == "kota" else "kabupaten"
        for end in range(len(words), 0, -1):
            if codes := _kind(f"{kind} {' '.join(words[:end])}", kind):
                yield from codes
                break


def _kind(name: str, kind: str) -> frozenset[str]:
    """Return the codes of the regions of *kind* called *name*, or called as it begins."""
    words = name.split()
    for end in range(len(words), 0, -1):
        if codes := frozenset(one.code for one in regions.find(" ".join(words[:end])) if one.kind == kind):
            return codes
    return frozenset()


def _longest(name: str, table: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    words = name.split()
    for end in range(len(words), 0, -1):
        if codes := table.get(folded(" ".join(words[:end]))):
            return codes
    return ()


def _bare(name: str) -> str:
    return re.sub(
        r"^(?:desa|ds\.?|kelurahan|kel\.?|kecamatan|kec\.?|distrik|nagari|gampong)\s+",
        "",
        name.strip(),
        flags=re.IGNORECASE,
    )


def _narrowed(named: _Named) -> tuple[str, ...]:
    """Return the most exact codes that fit all the larger places named, in their order; all of them where none fits."""
    for level, upper in (
        (named.villages, named),
        (named.districts, named._replace(districts=frozenset())),
        (named.regencies, named._replace(districts=frozenset(), regencies=frozenset())),
        (named.provinces, _Named(frozenset(), frozenset(), frozenset(), frozenset())),
    ):
        if level:
            return tuple(sorted({code for code in level if _nests(code, upper)} or level))
    return ()


def _nests(code: str, named: _Named) -> bool:
    """Tell whether *code* lies in one of the places of each level that were named."""
    return all(
        not codes or any(code.startswith(f"{one}.") for one in codes)
        for codes in (named.provinces, named.regencies, named.districts)
    )


def _compatible(region: str, codes: Sequence[str]) -> bool:
    return any(region == code or region.startswith(f"{code}.") or code.startswith(f"{region}.") for code in codes)


def _only(codes: Sequence[str]) -> str:
    return codes[0] if len(codes) == 1 else ""
