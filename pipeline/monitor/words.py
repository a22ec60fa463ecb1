"""Words of feeds, as plain text: whatever looks like markup in them is removed, and nothing is ever interpreted."""

import html
import re
from functools import cache
from typing import Any

from pipeline.content import safety, text

TITLE = 300
SUMMARY = 600
NAME = 120
LONGEST = 2**20
"""Characters of one body that are looked at."""


@cache
def _stripper() -> Any:  # noqa: ANN401  the library's own class
    import nh3  # noqa: PLC0415  only where a feed is read

    return nh3.Cleaner(tags=set(), clean_content_tags=set(safety.SILENT), attributes={}, link_rel=None)


def plain(raw: str, most: int = TITLE) -> str:
    """Return *raw* as one line of text without tags, at most *most* characters.

    Feeds escape titles once, twice or not at all. So tags and entities are undone until nothing changes: what was meant
    as text and looks like a tag is lost, what was meant as a tag is never left. ``<5 tahun`` looks like none and stays.
    """
    found = raw[:LONGEST]
    for _layer in range(4):
        before, found = found, html.unescape(_stripper().clean(found))
        if found == before:
            break
    return shortened(text.one_line(text.clean(found)), most)


_APART = re.compile(rf"</?(?:{'|'.join((*safety.BLOCKS, *safety.TABLES, 'br'))})\b[^>]*>")
"""Tags between which words stand apart."""


def summary(raw: str, most: int = SUMMARY) -> str:
    """Return the beginning of a body as one line of text: its HTML is made safe first, by our own list."""
    swept = safety.clean(raw[:LONGEST], {})
    return plain(_APART.sub(" ", swept), most)


def shortened(words: str, most: int) -> str:
    """Return *words*, cut at a space where they are longer than *most*."""
    if len(words) <= most:
        return words
    head = words[: most - 1]
    return f"{head[: head.rfind(' ')] if ' ' in head[most // 2 :] else head}…"
