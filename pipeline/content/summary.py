"""A summary made from the first sentences of a body, where its writer gave none."""

import re
from itertools import pairwise

LONGEST = 200
"""Letters of a made summary: what search engines and share cards show of one before they cut it."""

SENTENCE_END = re.compile(r"[.!?…][\"”’')]*(?=\s+[\"“‘'(]?[A-Z0-9À-Þ])|[.!?…][\"”’')]*$")

ABBREVIATION = re.compile(
    r"(?:\b\w|\b(?:drs|dra|dr|hj|ir|prof|st|no|jl|gg|tgl|kab|kec|prov|kel|yth|bpk|sdr|sdri|rp|hlm|dll|dsb|dst|a\.n|s\.d))\.$",
    re.IGNORECASE,
)
"""Words whose point ends no sentence: a single letter (``Ibu S.``), titles, units."""


def summarize(text: str) -> str:
    """Return the first sentences of *text* (paragraphs with an empty line between) up to some 200 letters.

    It ends with a sentence, or, where the first one is longer, with a word and ``…``.
    """
    start = " ".join(_prose(text).split())
    ends = [end for end in _sentence_ends(start[: LONGEST + 1]) if end <= LONGEST]
    if len(start) <= LONGEST and not ends:
        return start
    if ends:
        return start[: ends[-1]]
    return start[: LONGEST - 1].rpartition(" ")[0].rstrip(" ,;:–-") + "…"


def opening(text: str, most: int, letters: int) -> list[str]:
    """Return the first sentences of *text*: *most* of them at most, and up to *letters* letters altogether.

    Where the first one is longer, it is cut at the end of a word, with an ellipsis.
    """
    start = " ".join(_prose(text, letters).split())[: letters + LONGEST]  # what follows tells where a sentence ends
    ends = [0, *(end for end in _sentence_ends(start) if end <= letters)][: most + 1]
    found = [start[begin:end].strip() for begin, end in pairwise(ends)]
    if found or not start or most < 1:
        return found
    if len(start) <= letters:
        return [start]
    cut = start[: letters - 1]
    return [f"{cut.rpartition(' ')[0].rstrip(' ,;:–-') or cut}…"]


def _prose(text: str, letters: int = LONGEST) -> str:
    """Return the beginning of *text* without headings: lines that end like no sentence, before one that does."""
    paragraphs = text[: 10 * letters].split("\n\n")
    start = next((n for n, paragraph in enumerate(paragraphs) if SENTENCE_END.search(paragraph)), 0)
    return " ".join(paragraphs[start:])


def _sentence_ends(text: str) -> list[int]:
    ends = (found.end() for found in SENTENCE_END.finditer(text))
    return [end for end in ends if not ABBREVIATION.search(text[:end])]
