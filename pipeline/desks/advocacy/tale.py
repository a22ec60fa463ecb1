"""A story told in 60 to 90 words: whole sentences of its report, in its order, and none of ours."""

import re

from pipeline.content.summary import opening
from pipeline.desks.advocacy.views import Tale

FEWEST, MOST = 60, 90
"""Words of a story on a sheet, its quotation among them."""

SPOKEN = 30
"""A quotation of more words is none to be read in passing."""

LETTERS = 620
"""Letters that fit beside a photo, whatever the words are."""


def told(tale: Tale, text: str) -> tuple[str, str]:
    """Return the words of *tale*, whose body is *text*, and its quotation; the latter is empty where there is none.

    What the report says of need, deed, result, outcome and meaning comes first; where that is short, its summary and
    the beginning of its body go before it. Where one sentence alone is too long, it is cut at the end of a word.
    """
    quote = tale.quote if 0 < _count(tale.quote) <= SPOKEN else ""
    room = MOST - _count(quote)
    parts = [sentences(part) for part in (tale.problem, tale.action, tale.result, tale.outcome, tale.meaning)]
    kept = _kept(parts, room)
    said = [one for part in kept for one in part]
    lead: list[str] = []
    for one in (*sentences(tale.summary), *sentences(text)):
        if _words(lead + said) >= FEWEST - _count(quote):
            break
        if not _said(one, [*lead, *said, quote]) and _words([*lead, *said, one]) <= room:
            lead.append(one)
    found = [*lead, *said]
    if not found:
        found = [_cut(one, room) for one in (tale.summary or text, tale.action, tale.result) if one][:1]
    return _bounded(found), quote


def _kept(parts: list[list[str]], room: int) -> list[list[str]]:
    """Return the sentences of *parts* that fit into *room* words: what was done and what came of it before the rest."""
    kept: list[list[str]] = [[] for _ in parts]
    for at in (2, 3, 1, 0, 4):
        for one in parts[at]:
            if _words([*(said for part in kept for said in part), one]) <= room:
                kept[at].append(one)
    return kept


def sentences(text: str) -> list[str]:
    """Return the sentences of *text*; a part of a report that ends without a point gets one."""
    found = opening(text, 40, 4_000) if text.strip() else []
    if found and not found[-1].endswith((".", "!", "?", "…", "”", '"', "’")):
        found[-1] += "."
    return found


def _bounded(said: list[str]) -> str:
    """Return *said* as far as its letters have room."""
    kept: list[str] = []
    for one in said:
        if kept and sum(map(len, kept)) + len(one) > LETTERS:
            break
        kept.append(one if len(one) <= LETTERS else f"{one[: LETTERS - 1].rpartition(' ')[0] or one[: LETTERS - 1]}…")
    return " ".join(kept)


def _cut(text: str, room: int) -> str:
    words = text.split()
    return " ".join(words) if len(words) <= room else f"{' '.join(words[:room]).rstrip(' ,;:–-.')}…"


def _said(one: str, known: list[str]) -> bool:
    """Whether *one* says what is *known* already: most of its longer words stand in one of them."""
    words = {word for word in re.findall(r"\w+", one.casefold()) if len(word) > 3}
    return any(words and len(words & set(re.findall(r"\w+", other.casefold()))) >= 0.7 * len(words) for other in known)


def _words(said: list[str]) -> int:
    return sum(map(_count, said))


def _count(text: str) -> int:
    return len(text.split())
