"""The words of a headline as they are compared: folded, short forms written out, hashtags taken apart."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple


class Word(NamedTuple):
    """A folded word, written from *at* up to *end* of the title, or of the summary where *title* is false.

    *capital*: it was written with one. Several words made from one short form stand at the same place.
    """

    text: str
    at: int
    end: int
    title: bool = True
    capital: bool = False


_SHORT = {
    "perpus": "perpustakaan",
    "perpusdes": "perpustakaan desa",
    "perpusdesa": "perpustakaan desa",
    "perpuskel": "perpustakaan kelurahan",
    "perpuskal": "perpustakaan kalurahan",
    "perpuskam": "perpustakaan kampung",
    "perpusnag": "perpustakaan nagari",
    "perpusda": "perpustakaan daerah",
    "perpusnas": "perpustakaan nasional",
    "library": "perpustakaan",
    "libraries": "perpustakaan",
    "village": "desa",
    "district": "kecamatan",
    "kapanewon": "kecamatan",
    "kemantren": "kecamatan",
    "regency": "kabupaten",
    "province": "provinsi",
    "propinsi": "provinsi",
    "kab": "kabupaten",
    "kec": "kecamatan",
    "kel": "kelurahan",
    "prov": "provinsi",
    "ds": "desa",
    "pemkab": "pemerintah kabupaten",
    "pemkot": "pemerintah kota",
    "pemprov": "pemerintah provinsi",
    "dispusip": "dinas perpustakaan",
    "disarpus": "dinas perpustakaan",
    "disarpusda": "dinas perpustakaan",
    "diskarpus": "dinas perpustakaan",
    "dispersip": "dinas perpustakaan",
    "disperpusip": "dinas perpustakaan",
    "dispusda": "dinas perpustakaan",
    "dispustaka": "dinas perpustakaan",
    "dinpusip": "dinas perpustakaan",
    "dinarpus": "dinas perpustakaan",
    "dinpersip": "dinas perpustakaan",
    "diarpus": "dinas perpustakaan",
}
"""Short forms, local and English words, as what they stand for."""

_LONG: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {
    "taman": (
        (("bacaan", "masyarakat"), "tbm"),
        (("baca", "masyarakat"), "tbm"),
        (("bacaan",), "tbm"),
        (("baca",), "tbm"),
    ),
    "dinas": (
        (("perpustakaan", "dan", "kearsipan"), "dinas perpustakaan"),
        (("perpustakaan", "dan", "arsip"), "dinas perpustakaan"),
        (("perpustakaan", "kearsipan"), "dinas perpustakaan"),
        (("kearsipan", "dan", "perpustakaan"), "dinas perpustakaan"),
        (("arsip", "dan", "perpustakaan"), "dinas perpustakaan"),
    ),
}
"""First word -> what may follow, the longest first -> what all of it stands for."""

_JOINED = ("perpustakaandesa", "perpusdes", "perpustakaan", "perpus", "tbm")
"""What a hashtag in small letters may begin with."""

_WORD = re.compile(r"#?[^\W_]+")
_CAMEL = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")


def joined(name: str) -> str:
    """Return the folded words of a name without what stands between them: *Suka Maju* is *Sukamaju*."""
    return "".join(folded(name))


def words(title: str, summary: str = "") -> list[Word]:
    """Return the words of *title* and then those of *summary*."""
    found = list(_shorter([*_spelled(title, title=True)]))
    return found + list(_shorter([*_spelled(summary, title=False)])) if summary else found


def folded(text: str) -> list[str]:
    """Return the folded words of a name."""
    return [word.text for word in words(text)]


def _spelled(text: str, *, title: bool) -> Iterator[Word]:
    plain = text if text.isascii() else _bare(text)
    for found in _WORD.finditer(plain):
        for part in _tagged(found[0][1:]) if found[0][0] == "#" else (found[0],):
            capital = part[0].isupper()
            low = part.lower()
            for word in _SHORT[low].split() if low in _SHORT else (low,):
                yield Word(word, found.start(), found.end(), title, capital)


def _bare(text: str) -> str:
    """Return *text* without accents and in as many characters, so that places in it stay what they are."""
    return "".join(unicodedata.normalize("NFKD", sign)[:1] or " " for sign in text)


def _tagged(tag: str) -> list[str]:
    """Return the words of a hashtag: by its capitals, else by what it begins with."""
    if tag != tag.lower():
        return _CAMEL.findall(tag) or [tag]
    for start in _JOINED:
        if tag.startswith(start) and len(tag) > len(start) + 2:
            return [start, tag[len(start) :]]
    return [tag]


def _shorter(found: list[Word]) -> Iterator[Word]:
    """Yield the words with what is known under a short form written so."""
    at = 0
    while at < len(found):
        word = found[at]
        for rest, short in _LONG.get(word.text, ()):
            if tuple(one.text for one in found[at + 1 : at + 1 + len(rest)]) == rest:
                at += len(rest)
                yield from (word._replace(text=part, end=found[at].end) for part in short.split())
                break
        else:
            # *perpusnagari*, *perpusgampong*: a short form with what it belongs to.
            if word.text.startswith("perpus") and (place := word.text[6:]) in _PLACES:
                yield word._replace(text="perpustakaan")
                yield word._replace(text=place)
            else:
                yield word
        at += 1


_PLACES = frozenset(("desa", "kelurahan", "kalurahan", "nagari", "gampong", "kampung", "pekon", "negeri", "daerah"))


class Stem(NamedTuple):
    """What several forms of a word share: *bare* without affixes, *melted* also without the consonant that melts.

    *nasal*: it had *meng-* or *peng-*, in which k, p, s and t melt, so that the consonant is not known.
    """

    bare: str
    melted: str
    nasal: bool

    @property
    def name(self) -> str:
        """What it is called where stems are counted."""
        return self.melted if self.nasal else self.bare

    @property
    def gives(self) -> tuple[str, ...]:
        """The keys under which a word of an item is looked up."""
        return (f"={self.bare}", f"~{self.melted}", *((f"?{self.melted}",) if self.nasal else ()))

    @property
    def takes(self) -> tuple[str, ...]:
        """The keys of the words that are forms of it: *pulang* is none of *ulang*, and *mengemas* is one of *kemas*."""
        return (f"={self.bare}", f"?{self.melted}", *((f"~{self.melted}",) if self.nasal else ()))


@lru_cache(maxsize=65_536)
def stem(word: str) -> Stem:
    """Return the stem of *word*. Rough by design: two words may fall together, but a story is known by several."""
    bare, nasal = word, False
    for suffix in ("nya", "lah", "kan", "an"):
        if bare.endswith(suffix) and len(bare) - len(suffix) >= 4:
            bare = bare[: -len(suffix)]
            break
    for _round in (1, 2):
        for prefix in _PREFIXES:
            if bare.startswith(prefix) and len(bare) - len(prefix) >= 4:
                bare = bare[len(prefix) :]
                nasal = nasal or prefix in _NASAL
                break
        else:
            break
    return Stem(bare, bare[1:] if bare[0] in "kpst" and len(bare) > 4 else bare, nasal)


_PREFIXES = (
    "meny",
    "meng",
    "peng",
    "peny",
    "mem",
    "men",
    "pem",
    "pen",
    "ber",
    "ter",
    "per",
    "di",
    "me",
    "pe",
    "se",
    "ke",
)
_NASAL = frozenset(("meny", "meng", "peng", "peny", "mem", "men", "pem", "pen"))
