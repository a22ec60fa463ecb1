"""Composing one post: all of the story's text where there is room, else as much of it as fits.

The caller lays a post out with two parts that may shrink: the text, and as a last resort the title. Everything else
in the layout (link, date, place, hashtags) is never touched.

- A post that fits whole is whole.
- Otherwise the text keeps its first whole sentences. Where they leave more than a fifth of the room empty (on platforms
  of more than 1,024 more than half: there a clean end is worth more) it goes on word by word, then an ellipsis, and
  inside a word without end character by character.
- If the layout without any text is too long, the title is shortened in the same way and the text left out.

**Promise.** Every post fits, and a shortened one on a platform of at most 1,024 takes at least four fifths of its
room. The one exception to each: a layout whose protected parts alone are too long is given back as it is, with
``count.fits`` false; and the next piece may be indivisible (a link, or one character of very many code points) and
itself larger than the room that is left.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import partial

import msgspec

from pipeline.desks.social.counting import Count, count, share
from pipeline.desks.social.sentences import sentence_ends
from pipeline.desks.social.shorten import beginning, grapheme_ends, word_ends
from pipeline.platforms.limits import LIMITS

LayOut = Callable[[str, str], str]
"""``lay_out(text, title)`` returns a whole post; either may be empty."""

SHORT = 1_024
"""Up to this limit a platform is short: room is dear."""

FULL_ENOUGH = 0.8
"""A post shortened by whole sentences may stay so if it takes this part of the room of a short platform …"""

LONG_ENOUGH = 0.5
"""… or this part of a longer one's."""


class Post(msgspec.Struct, frozen=True):
    """One post as it is to be pasted. *shortened*: something of the text or the title was left out."""

    text: str
    shortened: bool
    count: Count


class _Cut(msgspec.Struct, frozen=True):
    """A post made of the first *end* characters of what may shrink."""

    end: int
    post: Post


Make = Callable[[str], Post]


def compose(platform: str, lay_out: LayOut, text: str, title: str) -> Post:
    """Return the post for *platform* (a key of ``LIMITS``) that ``lay_out(text, title)`` describes.

    *text* is plain, its paragraphs separated by an empty line. *lay_out* puts both parts in as they are given and is
    called about ten times at most.
    """
    text, title = text.strip(), title.strip()
    whole = _post(platform, lay_out(text, title), shortened=False)
    if whole.count.fits:
        return whole
    without_text = _post(platform, lay_out("", title))
    if without_text.count.fits:
        ends = sentence_ends(text)
        return _fill(platform, text, ends, lambda part: _post(platform, lay_out(part, title)), without_text, whole)
    without_title = _post(platform, lay_out("", ""))
    ends = (len(title),)
    return _fill(platform, title, ends, lambda part: _post(platform, lay_out("", part)), without_title, without_text)


def _post(platform: str, laid_out: str, *, shortened: bool = True) -> Post:
    text = tidy(laid_out)
    return Post(text, shortened, count(platform, text))


def tidy(text: str) -> str:
    """Return *text* without space at the ends of lines, and with at most one empty line in a row."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").strip().split("\n")
    return re.sub(r"\n{3,}", "\n\n", "\n".join(map(str.rstrip, lines)))


def _fill(platform: str, text: str, ends: Sequence[int], make: Make, empty: Post, whole: Post) -> Post:
    """Return the fullest post that *make* gives of a beginning of *text*, whose sentences end at *ends*.

    That is *empty* where it leaves no room: it is full enough.
    """
    best = _Cut(0, empty)
    over = _Cut(len(text), whole)
    best = _furthest(best, over, ends[:-1], lambda end: make(text[:end]))
    if _enough(platform, best):
        return best.post
    with_ellipsis = partial(_shortened, text, make)
    sentence_end = next(end for end in ends if end > best.end)
    best = _furthest(best, over, word_ends(text, best.end, sentence_end)[:-1], with_ellipsis)
    if _enough(platform, best):
        return best.post
    return _furthest(best, over, grapheme_ends(text, best.end)[:-1], with_ellipsis).post


def _shortened(text: str, make: Make, end: int) -> Post:
    return make(beginning(text, end))


def _enough(platform: str, cut: _Cut) -> bool:
    """Return whether *cut* takes enough of the room to stay as it is."""
    enough = FULL_ENOUGH if (LIMITS[platform].limit or 0) <= SHORT else LONG_ENOUGH
    return share(platform, cut.post.text) >= enough


def _furthest(best: _Cut, over: _Cut, ends: Sequence[int], make: Callable[[int], Post]) -> _Cut:
    """Return the cut at the last of *ends* whose post fits, else *best*; more text never makes a shorter post.

    The first try is where the room should run out if every character counted the same; from there in growing steps,
    then by halves: two or three posts are made instead of one for each end.
    """
    low, high, step = -1, len(ends), 1
    at = bisect_right(ends, _guess(best, over)) - 1
    while high - low > 1:
        at = min(max(at, low + 1), high - 1)
        post = make(ends[at])
        if post.count.fits:
            low, best = at, _Cut(ends[at], post)
        else:
            high = at
        at = _next(low, high, step, len(ends))
        step *= 2
    return best


def _next(low: int, high: int, step: int, size: int) -> int:
    """Return where to try next between *low* (fits) and *high* (does not): a step away from one, else the middle."""
    if high == size:
        return low + step
    return high - step if low < 0 else (low + high) // 2


def _guess(best: _Cut, over: _Cut) -> int:
    """Return the index at which the room should run out, between *best*, which fits, and *over*, which does not."""
    room = (over.post.count.limit or 0) - best.post.count.count
    excess = max(over.post.count.count - best.post.count.count, 1)
    return best.end + room * (over.end - best.end) // excess
