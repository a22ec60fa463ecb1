"""Why a count is not the number of letters that people see: what costs more or less than one on a platform."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from pipeline.desks.social.counting import LINK, graphemes, share, utf8_bytes, utf16_units, weighted
from pipeline.desks.social.links import find_links, shorten_links
from pipeline.language import N_, texts
from pipeline.platforms.limits import LIMITS, Unit

if TYPE_CHECKING:
    import regex  # type: ignore[import-untyped]  # the package brings no types

CLOSE = 0.5
"""What part of its room a text takes before anybody wonders at its count."""

_QUOTES = re.compile("[“”‘’„«»]")
_DASHES = re.compile("[–—…•·]")

NAMES = {
    "emoji": N_("emoji"),
    "quotes": N_("tanda kutip"),
    "dashes": N_("tanda baca khusus"),
    "others": N_("huruf di luar abjad Latin"),
    "accents": N_("huruf beraksen"),
}

_COSTS: dict[Unit, Callable[[str], int]] = {
    "utf8-bytes": utf8_bytes,
    "utf16-units": utf16_units,
    "weighted": weighted,
}


def reasons(platform: str, text: str, language: str) -> tuple[str, ...]:
    """Return sentences in *language* about what *platform* counts otherwise than a reader of *text* would.

    ``5 tanda kutip = 15 byte``; empty where nothing surprises, or so much room is left that nobody counts.
    """
    unit = LIMITS[platform].unit
    if share(platform, text) < CLOSE:
        return ()
    say = texts(language)
    found = list(_links(unit, text, say))
    cost = _COSTS.get(unit)
    if cost is not None and not text.isascii():
        bare = text if unit == "utf16-units" else _without_links(text, bare=unit == "weighted")
        said = say(N_("{number} {name} = {cost} byte") if unit == "utf8-bytes" else N_("{number} {name} = {cost}"))
        for kind, number, price in _dear(bare, cost):
            found.append(said.format(number=number, name=say(NAMES[kind]), cost=price))
    return tuple(found)


def _links(unit: Unit, text: str, say: Callable[[str], str]) -> Iterator[str]:
    if unit in ("weighted", "graphemes-links-23"):
        links = [text[start:end] for start, end in find_links(text, bare=unit == "weighted")]
        if links:
            said = say(N_("{number} tautan = {cost}, berapa pun panjangnya"))
            yield said.format(number=len(links), cost=len(links) * len(LINK))
        for link in dict.fromkeys(links):
            if "://" not in link:
                yield say(N_("{link} dibaca sebagai tautan: {cost}")).format(link=link, cost=len(LINK))
    elif unit == "graphemes-links-short" and (short := shorten_links(text)) != text:
        saved = graphemes(text) - graphemes(short)
        if saved > 0:
            yield say(N_("tautan ditampilkan pendek: hemat {number}")).format(number=saved)


def _without_links(text: str, *, bare: bool) -> str:
    for start, end in reversed(find_links(text, bare=bare)):
        text = text[:start] + text[end:]
    return text


def _dear(text: str, cost: Callable[[str], int]) -> Iterator[tuple[str, int, int]]:
    """Yield what costs more than a letter: its kind, how many there are, and what they cost together."""
    found: dict[str, list[int]] = {}
    for sign in _grapheme().findall(text):
        if not sign.isascii() and (price := cost(sign)) > 1:
            found.setdefault(_kind(sign), []).append(price)
    for kind in NAMES:
        if prices := found.get(kind):
            yield kind, len(prices), sum(prices)


def _kind(sign: str) -> str:
    if _QUOTES.fullmatch(sign):
        return "quotes"
    if _DASHES.fullmatch(sign):
        return "dashes"
    if _picture().search(sign):
        return "emoji"
    return "accents" if "LATIN" in unicodedata.name(sign[0], "") else "others"


@cache
def _picture() -> "regex.Pattern[str]":
    import regex  # noqa: PLC0415  start-up counts

    return regex.compile(r"\p{Extended_Pictographic}|\p{RI}|\u20E3")


@cache
def _grapheme() -> "regex.Pattern[str]":
    import regex  # noqa: PLC0415  start-up counts

    return regex.compile(r"\X")
