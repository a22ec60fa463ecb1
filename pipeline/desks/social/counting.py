"""How long a text is for each platform: what its own composer shows when the text is pasted.

One ``len()`` is right for none of them: X gives a link 23 and an emoji 2, Threads counts bytes, Bluesky and Mastodon
what a reader sees as one character, Telegram code points. The source of each rule is in ``LIMITS`` and below.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from pipeline.desks.social.links import find_links, shorten_links
from pipeline.platforms.limits import LIMITS, Unit

if TYPE_CHECKING:
    import regex  # type: ignore[import-untyped]  # the package brings no types

LINK = "x" * 23
"""What X and Mastodon count for a link of any length (config v3: transformedURLLength; charactersReservedPerUrl)."""


class Count(msgspec.Struct, frozen=True):
    """How much of its room a text takes. *limit* is ``None`` where the platform publishes none: then all *fits*."""

    count: int
    limit: int | None
    unit: Unit
    fits: bool


def count(platform: str, text: str) -> Count:
    """Return how long *text* is on *platform* (a key of ``LIMITS``; another is a ``KeyError``)."""
    limit = LIMITS[platform]
    posted = _posted(limit.unit, text)
    number = _RULES[limit.unit](posted)
    fits = limit.limit is None or number <= limit.limit
    if limit.max_bytes is not None:
        fits = fits and utf8_bytes(posted) <= limit.max_bytes
    return Count(number, limit.limit, limit.unit, fits)


def share(platform: str, text: str) -> float:
    """Return what part of *platform*'s room *text* takes: 1.0 is full, 0.0 where there is no limit."""
    limit = LIMITS[platform]
    posted = _posted(limit.unit, text)
    parts = [_RULES[limit.unit](posted) / limit.limit if limit.limit else 0.0]
    if limit.max_bytes is not None:
        parts.append(utf8_bytes(posted) / limit.max_bytes)
    return max(parts)


def _posted(unit: Unit, text: str) -> str:
    """Return *text* as the composer holds it: lines end in one character, links are rewritten."""
    text = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    rewrite = _REWRITES.get(unit)
    return rewrite(text) if rewrite else text


def code_points(text: str) -> int:
    """Return the number of Unicode code points (Telegram; TDLib ``utf8_length``)."""
    return len(text)


def utf16_units(text: str) -> int:
    """Return the number of UTF-16 code units: JavaScript's and Java's ``length``."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf8_bytes(text: str) -> int:
    """Return the number of UTF-8 bytes (Threads, YouTube)."""
    return len(text.encode("utf-8", "surrogatepass"))


_SIMPLE = "\x00-\u02ff\u2010-\u2027\u20a0-\u20bf"
"""Characters that never join with one another: Latin letters, dashes, quotes, currency signs."""


@cache
def _joining() -> re.Pattern[str]:
    return re.compile(f"[^{_SIMPLE}]+")


def _stretches(text: str) -> Iterator[str]:
    """Yield the stretches of *text* in which characters may join, each with the character before and after."""
    if not text.isascii():
        for found in _joining().finditer(text):
            yield text[max(found.start() - 1, 0) : found.end() + 1]


@cache
def _grapheme() -> "regex.Pattern[str]":
    import regex  # noqa: PLC0415  start-up counts

    return regex.compile(r"\X")


def graphemes(text: str) -> int:
    r"""Return the number of extended grapheme clusters (UAX 29): what a reader sees as one character.

    ``\X`` takes time, so only stretches in which characters may join are given to it.
    """
    joined = sum(len(stretch) - len(_grapheme().findall(stretch)) for stretch in _stretches(text))
    return len(text) - joined


@cache
def _heavy() -> re.Pattern[str]:
    """Characters that X counts as two (config v3: all outside these ranges)."""
    return re.compile("[^\u0000-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]")


@cache
def _emoji() -> "regex.Pattern[str]":
    """One emoji (UTS 51): a flag, a keycap, or a picture with its skin colour, tags and the pictures joined to it."""
    import regex  # noqa: PLC0415  start-up counts

    styled = r"(?:\uFE0F|\p{EMod})?"
    picture = r"(?:[©®](?=\uFE0F)|(?![©®])\p{Extended_Pictographic})"
    tags = r"[\U000E0020-\U000E007F]*"
    joined = rf"(?:\u200D\p{{Extended_Pictographic}}{styled})*"
    return regex.compile(rf"\p{{RI}}{{2}}|[0-9#*]\uFE0F?\u20E3|{picture}{styled}{tags}{joined}")


def weighted(text: str) -> int:
    """Return X's weighted length, links apart: each emoji 2, other characters 1 or 2.

    docs.x.com/fundamentals/counting-characters; the text is in NFC already.
    """
    if text.isascii():
        return len(text)
    joined = sum(_singly(stretch) - _singly(_emoji().sub("xx", stretch)) for stretch in _stretches(text))
    return _singly(text) - joined


def _singly(text: str) -> int:
    """Return the weighted length of *text* with each code point counted by itself."""
    return len(text) + len(_heavy().findall(text))


def _with_links(text: str, *, bare: bool) -> str:
    """Return *text* with 23 letters in the place of each link."""
    pieces = []
    at = 0
    for start, end in find_links(text, bare=bare):
        pieces += [text[at:start], LINK]
        at = end
    return "".join([*pieces, text[at:]])


def _on_x(text: str) -> str:
    """Rewrite for X: NFC first, then the links, also those without ``https://``."""
    import unicodedata  # noqa: PLC0415  start-up counts

    return _with_links(text if text.isascii() else unicodedata.normalize("NFC", text), bare=True)


def _on_mastodon(text: str) -> str:
    """Rewrite for Mastodon: the links with ``https://``, and ``@nama@server`` as ``@nama`` (StatusLengthValidator)."""
    text = _with_links(text, bare=False)
    if text.count("@") < 2:
        return text
    return re.sub(r"(?<![/\w])@(\w+)@[a-z0-9.-]*[a-z0-9]", r"@\1", text, flags=re.ASCII | re.IGNORECASE)


_REWRITES: dict[Unit, Callable[[str], str]] = {
    "weighted": _on_x,
    "graphemes-links-23": _on_mastodon,
    "graphemes-links-short": shorten_links,
}

_RULES: dict[Unit, Callable[[str], int]] = {
    "code-points": code_points,
    "utf16-units": utf16_units,
    "utf8-bytes": utf8_bytes,
    "weighted": weighted,
    "graphemes-links-23": graphemes,
    "graphemes-links-short": graphemes,
}
