"""One long text as several posts that answer each other: cut at sentences, numbered, the link in the last.

Every part fits by the platform's own count. A sentence that is too long for a part goes on in the next one, after a
whole word and an ellipsis; a link is never cut.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cache

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
    framed = cache(frame)
    for total in (9, MOST):
        parts, whole = _parts(platform, text, framed, total)
        if whole:
            break
    size = len(parts)
    return [_framed(framed(at, size), part) for at, part in enumerate(parts, 1)], whole


def _framed(around: tuple[str, str], text: str) -> str:
    before, after = around
    return re.sub(r"\n{3,}", "\n\n", f"{before}{text}{after}").strip()


def _parts(platform: str, text: str, frame: Frame, total: int) -> tuple[list[str], bool]:
    """Return the texts of at most *total* parts, and whether nothing is left over."""
    parts: list[str] = []
    ends = sentence_ends(text)
    at = 0
    while len(parts) < total - 1:
        if _fits(platform, frame(total, total), text[at:]):
            return [*parts, text[at:]], True
        if at >= len(text):
            break
        part, at = _next(platform, text, at, ends, frame(len(parts) + 1, total))
        parts.append(part)
    if _fits(platform, frame(total, total), text[at:]):
        return [*parts, text[at:]], True
    return [*parts, ""], at >= len(text)


def _fits(platform: str, around: tuple[str, str], text: str) -> bool:
    """Return whether *text* fits between what stands *around* it; of a long one only the beginning is counted first."""
    much = 3 * (LIMITS[platform].limit or len(text))
    if len(text) > much and not count(platform, _framed(around, text[:much])).fits:
        return False
    return count(platform, _framed(around, text)).fits


def _next(platform: str, text: str, start: int, ends: Sequence[int], around: tuple[str, str]) -> tuple[str, int]:
    """Return the part of *text* from *start* that fits, and where the next begins; *ends* are those of sentences."""
    furthest = start + 8 * (LIMITS[platform].limit or len(text))
    near = ends[bisect_right(ends, start) : bisect_right(ends, furthest)]
    end = _furthest(near, lambda end: _fits(platform, around, text[start:end]))
    if end and share(platform, _framed(around, text[start:end])) >= ENOUGH:
        return text[start:end].rstrip(), _past_space(text, end)
    sentence = next((stop for stop in near if stop > end), min(furthest, len(text)))
    words = word_ends(text, start, sentence)
    end = _furthest(words, lambda end: _fits(platform, around, beginning(text[start:], end - start)))
    if end:
        return beginning(text[start:], end - start), _past_space(text, end)
    return _inside(platform, text, start, around)


def _inside(platform: str, text: str, start: int, around: tuple[str, str]) -> tuple[str, int]:
    """Cut inside the word at *start*, between two characters; a link that fits nowhere is left out."""
    word = text[start:].split(maxsplit=1)[0]
    ends = [] if is_link(word) else grapheme_ends(text, start)
    end = _furthest(ends, lambda end: _fits(platform, around, text[start:end] + ELLIPSIS))
    if end:
        return text[start:end] + ELLIPSIS, _past_space(text, end)
    return ELLIPSIS, _past_space(text, start + len(word))


def _past_space(text: str, at: int) -> int:
    """Return where the first sign from *at* stands that is no space."""
    return len(text) - len(text[at:].lstrip())


def _furthest(ends: Sequence[int], fits: Callable[[int], bool]) -> int:
    """Return the last of *ends* for which *fits* holds, 0 where it does for none: more text never counts less."""
    return ends[found - 1] if (found := bisect_right(ends, 0, key=lambda end: 0 if fits(end) else 1)) else 0
