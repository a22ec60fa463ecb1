"""What is left of an Indonesian word without its affixes: *menanam*, *ditanam*, *tanamannya* all give *tanam*.

The browser does the same with the same table (``RULES`` and ``ROOTS`` travel in ``cari/index.json``), so a pattern uses
only what regular expressions of Python and JavaScript share. Why not Snowball's stemmer: docs/decisions/search.md.
"""

import re
from functools import lru_cache

from pipeline.desks.search.roots import ROOTS

_VOWEL = "[aeiou]"
_REST = "(.{4,}|[aeiou][^aeiou][aeiou])"
"""What must be left: four letters, or three like *isi* and *uji*."""
_BEGINS = "(?=[^aeiou]?[aeiou]|[^aeiou][ghlry][aeiou])"
"""How a word may begin: *baca*, *isi*, *program*, *nyala*; not *skusi*."""


def _nasal(sign: str, kept: str, swallowed: str, other: str) -> list[tuple[str, str]]:
    """Return the rules of *me-* and *pe-* with the nasal *sign*.

    It stands before the letters *kept*; before a vowel it stands for *swallowed*, or else for *other*.
    """
    return [
        (f"^[mp]e{sign}(?=[{kept}]){_REST}$", ""),
        (f"^[mp]e{sign}(?={_VOWEL}){_REST}$", swallowed),
        (f"^[mp]e{sign}(?={_VOWEL})(.{{2,}})$", other),
    ]


RULES: tuple[tuple[str, str], ...] = (
    (f"^{_REST}nya$", ""),
    ("^(.{5,})(?:[lk]ah|pun)$", ""),
    ("^(.{4,})(?:[lk]ah)$", ""),
    # Verbs end in -kan, nouns of pe-, per- and ke- in -an: "mengirimkan" but "pendidikan".
    ("^((?:me|di|be|te).{3,})kan$", ""),
    (f"^ke{_BEGINS}{_REST}an$", ""),
    ("^(pe.{4,})an$", ""),
    ("^(.{2,}(?:[^aeiou]|ai|au|oi))kan$", ""),
    ("^(.{5,})wa(?:n|ti)$", ""),
    (f"^di{_BEGINS}{_REST}$", ""),
    ("^[bp]el(ajar.*)$", ""),
    *_nasal("ng", "ghk", "", "k"),
    ("^[mp]enge(.{3})$", ""),
    *_nasal("ny", "", "s", "ny")[1:],
    *_nasal("m", "bpfv", "p", "m"),
    *_nasal("n", "cdjzst", "t", "n"),
    (f"^me(?=[lrwy]{_VOWEL}){_REST}$", ""),
    (f"^[bpt]er{_BEGINS}{_REST}$", ""),
    ("^[bp]e(r[aeiou].{2,})$", ""),
    ("^be([^aeiou]er.{2,})$", ""),
    (f"^pe(?=[^aeioumnr]{_VOWEL}){_REST}$", ""),
    (f"^{_REST}an$", ""),
    ("^(.{4,})i$", ""),
    ("^(.{3,})kan$", ""),
    ("^ke(.{4,})$", "|"),
)
"""Pairs of a pattern and what takes its place before the group, in the order in which they are preferred.

A rule with ``|`` (and those that come after one that fits) only leads to a known root.
"""

_COMPILED = tuple((re.compile(pattern), before) for pattern, before in RULES)
_WORD = re.compile("[a-z]{4,}")
DEEP = 6
"""No word has more affixes."""


@lru_cache(1 << 17)
def stem(word: str) -> str:
    """Return the stem of *word* (folded, see ``tokens.py``): the nearest known root, or what the rules leave."""
    if not _WORD.fullmatch(word):
        return word
    first, forms = word, [word]
    for _ in range(DEEP):
        known = next((form for form in forms if form in ROOTS), None)
        if known is not None:
            return known
        found = [form for form in forms for form in _stripped(form)]
        if not found:
            break
        forms = list(dict.fromkeys(found))
    return _plain(first)


def _stripped(word: str) -> list[str]:
    """Return every form that one rule makes of *word*, the likeliest first."""
    found = ((before.rstrip("|"), pattern.search(word)) for pattern, before in _COMPILED)
    return [before + match[1] for before, match in found if match is not None]


def _plain(word: str) -> str:
    """Strip by the first rule that fits, again and again."""
    for _ in range(DEEP):
        for pattern, before in _COMPILED:
            match = pattern.search(word) if before != "|" else None
            if match is not None:
                word = before + match[1]
                break
        else:
            break
    return word
