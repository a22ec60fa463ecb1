"""One long text as several posts that answer each other: cut at sentences, numbered, the link in the last.

Every part fits by the platform's own count. A sentence that is too long for a part goes on in the next one, after a
whole word and an ellipsis; a link is never cut.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from pipeline.desks.social.counting import count, share
from pipeline.desks.social.sentences import sentence_ends
from pipeline.desks.social.shorten import ELLIPSIS, beginning, grapheme_ends, is_link, word_ends
from pipeline.platforms.limits import LIMITS

MOST = 20
"""Parts of a thread; whoever has read so many opens the link."""

ENOUGH = 0.4
"""A part that ends with a sentence takes this much of its room, else the next sentence is cut."""

Frame = Callable[[int, int], tuple[str, str]]
"""``frame(number, total)`` returns what stands before and after the text of one part."""


def split(platform: str, text: str, frame: Frame) -> tuple[list[str], bool]:
    """Return *text* as the parts of a thread on *platform*, and whether all of it stands in them."""
    text = text.strip()
    for total in (9, MOST):
        parts, whole = _parts(platform, text, frame, total)
        if whole:
            break
    size = len(parts)
    return [_framed(frame(at, size), part) for at, part in enumerate(parts, 1)], whole


def _framed(around: tuple[str, str], text: str) -> str:
    before, after = around
    return re.sub(r"\n{3,}", "\n\n", f"{before}{text}{after}").strip()


def _parts(platform: str, text: str, frame: Frame, total: int) -> tuple[list[str], bool]:
    """Return the texts of at most *total* parts, and whether nothing is left over."""
    parts: list[str] = []
    while len(parts) < total - 1:
        if _fits(platform, frame(total, total), text):
            return [*parts, text], True
        if not text:
            break
        around = frame(len(parts) + 1, total)
        part, text = _first(platform, text, around)
        parts.append(part)
    if _fits(platform, frame(total, total), text):
        return [*parts, text], True
    return [*parts, ""], not text


def _fits(platform: str, around: tuple[str, str], text: str) -> bool:
    return count(platform, _framed(around, text)).fits


def _first(platform: str, text: str, around: tuple[str, str]) -> tuple[str, str]:
    """Return the first part of *text* that fits, and what is left."""
    window = text[: 8 * (LIMITS[platform].limit or len(text))]
    ends = [end for end in sentence_ends(window) if end < len(window) or window == text]
    end = _furthest(ends, lambda end: _fits(platform, around, text[:end]))
    if end and share(platform, _framed(around, text[:end])) >= ENOUGH:
        return text[:end].rstrip(), text[end:].lstrip()
    ends = word_ends(window, 0, next((stop for stop in ends if stop > end), len(window)))
    end = _furthest(ends, lambda end: _fits(platform, around, beginning(text, end)))
    if end:
        return beginning(text, end), text[end:].lstrip()
    return _inside(platform, text, around)


def _inside(platform: str, text: str, around: tuple[str, str]) -> tuple[str, str]:
    """Cut inside the first word of *text*, between two characters; a link that fits nowhere is left out."""
    word = text.split(maxsplit=1)[0]
    ends = [] if is_link(word) else grapheme_ends(text, 0)
    end = _furthest(ends, lambda end: _fits(platform, around, text[:end] + ELLIPSIS))
    if end:
        return text[:end] + ELLIPSIS, text[end:].lstrip()
    return ELLIPSIS, text[len(word) :].lstrip()


def _furthest(ends: Sequence[int], fits: Callable[[int], bool]) -> int:
    """Return the last of *ends* for which *fits* holds, 0 where it does for none: more text never counts less."""
    return ends[found - 1] if (found := bisect_right(ends, 0, key=lambda end: 0 if fits(end) else 1)) else 0
