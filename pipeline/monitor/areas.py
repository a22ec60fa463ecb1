"""The provinces, regencies and cities that a headline names, with what newspapers call them."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from pipeline import regions
from pipeline.monitor.folding import Word, folded

MOST = 5
"""Words that the longest name has: *Kabupaten Ogan Komering Ulu Selatan*."""

_SHORT = {
    "jabar": "32", "jateng": "33", "jatim": "35", "banten": "36", "diy": "34", "jogja": "34", "yogya": "34",
    "dki": "31", "sumut": "12", "sumbar": "13", "sumsel": "16", "babel": "19", "kepri": "21", "kalbar": "61",
    "kalteng": "62", "kalsel": "63", "kaltim": "64", "kaltara": "65", "ntb": "52", "ntt": "53", "sulut": "71",
    "sulteng": "72", "sulsel": "73", "sultra": "74", "sulbar": "76", "malut": "82", "kukar": "64.02",
    "kutim": "64.08", "kubar": "64.07", "lamsel": "18.01", "lamteng": "18.02", "lamtim": "18.07", "lotim": "52.03",
    "loteng": "52.02", "lobar": "52.01", "solo": "33.72", "pantura": "", "kbb": "32.17", "kobar": "62.01",
    "kotim": "62.02", "muba": "16.06", "inhil": "14.04", "inhu": "14.02", "rohil": "14.07", "rohul": "14.06",
}  # fmt: skip
"""What newspapers call them -> code."""

_WORDS = frozenset("batu buru metro bone alor kaur siak bima landak sigi ende dairi banjar".split())  # noqa: SIM905  a list of words is read more easily so
"""Names that are words, or parts of other names, too: they count after *Kabupaten* or *Kota* only."""

_KINDS = {"kabupaten": "kabupaten", "kota": "kota", "provinsi": "provinsi"}


class Area(NamedTuple):
    """A name in a text: the *codes* it may mean, from word *start* up to word *end*."""

    codes: frozenset[str]
    start: int
    end: int


@cache
def _table() -> dict[str, tuple[regions.Region, ...]]:
    table: dict[str, tuple[regions.Region, ...]] = {}
    for province in regions.provinces():
        for one in (province, *regions.regencies(province.code)):
            bare = folded(one.name)
            while bare[0] in (
                "kabupaten",
                "kota",
                "provinsi",
                "daerah",
                "khusus",
                "ibukota",
                "administrasi",
                "istimewa",
            ):
                bare = bare[1:]
            key = "".join(bare)
            table[key] = (*table.get(key, ()), one)
    for short, code in _SHORT.items():
        if found := regions.region(code):
            table[short] = (*table.get(short, ()), found)
    return table


def areas(found: Sequence[Word]) -> list[Area]:
    """Return the areas named in *found*, in order; of names within names only the longest."""
    table, texts = _table(), [word.text for word in found]
    named: list[Area] = []
    at = 0
    while at < len(texts):
        for end in range(min(at + MOST, len(texts)), at, -1):
            if found[end - 1].title != found[at].title:
                continue
            meant = table.get("".join(texts[at:end]))
            if not meant:
                continue
            kind = _KINDS.get(texts[at - 1]) if at else None
            if end - at == 1 and texts[at] in _WORDS and kind is None:
                break
            exact = [one for one in meant if one.kind == kind] or list(meant)
            named.append(Area(frozenset(one.code for one in exact), at, end))
            at = end - 1
            break
        at += 1
    return named
