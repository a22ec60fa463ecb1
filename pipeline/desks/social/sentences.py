"""Where the sentences of an Indonesian text end.

A full stop ends no sentence after an abbreviation, an initial, an academic degree, or a number that only counts a
list; nothing does before a small letter (``"Ayo!" kata Ibu Rini``). Closing quotes and brackets stay with their
sentence; an empty line ends one whatever stands before it. The abbreviations are those of PUEBI/EYD V and of village
reports. Where a text leaves it open (``… buku, dll. Warga …``) the sentence goes on: too long is better than broken.
"""

import re
from functools import cache, lru_cache

_PEOPLE = """
alm almh apt akt bpk dr dra drg drh drs hj ir jend kapt kh kompol letkol mayjen mr mrs ms ns ny pdt prof rd rr saw sdr
sdri swt tb tn ust ustz yth
"""
_PLACES = "ds dsn dk gd gg jl jln kab kav kec kel kep kp perum prop prov"
_FIGURES = "hlm maks min no pkl rp tgl"
_WRITING = """
an cs cth cv dgn dkk dlsb dll dng dsb dst fax ket mis msl nb pd pt red spt tbk tel telp tlp tsb ttd ud yad ybs yg
"""
_ABBREVIATIONS = frozenset(f"{_PEOPLE} {_PLACES} {_FIGURES} {_WRITING}".split())

_COUNTERS = """
agt ags agu apr ayat bab des ed feb gb hal jan jil jul jun lt mar nop nov okt pasal rt rw sep sept tab th thn vol
"""
_BEFORE_A_FIGURE = frozenset(_COUNTERS.split())
"""What is an abbreviation only where a figure follows: ``5 Des. 2023``, ``hal. 12``, but ``banyak hal. Warga …``."""

_DOTTED = re.compile(r"[A-Za-z]{1,3}(?:[./][A-Za-z]{1,5})+")
"""``S.Pd``, ``a.n``, ``A.Md.Keb``, ``s/d``; a host such as ``sukamaju.desa.id`` has longer parts."""

_OPENING = "\"'“‘«([{–— "


@cache
def _stop() -> re.Pattern[str]:
    """What may end a sentence: its last mark with closing quotes and brackets, or an empty line."""
    return re.compile(r"(?<![.!?…])(?P<mark>[.!?…]+)[\"'”’»)\]}]*(?=\s|\Z)|(?P<gap>\n[^\S\n]*\n)")


@lru_cache(maxsize=64)
def sentence_ends(text: str) -> tuple[int, ...]:
    """Return the index after each sentence of *text*, ascending; the last is the end without trailing space.

    Remembered for a few texts: every platform shortens the same ones.
    """
    ends: list[int] = []
    last = len(text.rstrip())
    start = 0
    for stop in _stop().finditer(text, 0, last):
        end = start + len(text[start : stop.start()].rstrip()) if stop["gap"] else stop.end()
        if text[start:end].strip() and (stop["gap"] or _ends_here(text, start, stop)):
            ends.append(end)
            start = stop.end()
    if last and (not ends or ends[-1] < last):
        ends.append(last)
    return tuple(ends)


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of *text*, without the space between them."""
    ends = sentence_ends(text)
    return tuple(text[start:end].strip() for start, end in zip((0, *ends), ends, strict=False))


def _ends_here(text: str, start: int, stop: re.Match[str]) -> bool:
    """Return whether the sentence that began at *start* ends with the mark *stop*."""
    following = text[stop.end() : stop.end() + 40].lstrip(_OPENING + "\n")[:1]
    if following.islower():
        return False
    return stop["mark"] != "." or not _abbreviates(text[start : stop.start()], following)


def _abbreviates(sentence: str, following: str) -> bool:
    """Return whether the full stop after *sentence* belongs to its last word."""
    words = sentence.split()
    word = words[-1].lstrip(_OPENING).rstrip(")]") if words else ""
    if word.isdecimal():
        return len(words) == 1 and len(word) <= 2
    if len(word) == 1 or word.lower() in _ABBREVIATIONS or _DOTTED.fullmatch(word):
        return True
    return following.isdecimal() and word.lower() in _BEFORE_A_FIGURE
