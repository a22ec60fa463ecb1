"""Hashtags that work on every platform: one word of letters and digits, each part with a capital.

Letters and digits only, because ``-`` ends a hashtag on Telegram and ``.`` one on Threads, and an underscore may turn
on italics in WhatsApp; not digits only (X, Bluesky, Telegram); at most 50 characters (Threads).
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from pipeline.platforms.limits import LIMITS

LONGEST = 50
"""Characters that Threads allows in a tag (developers.facebook.com/documentation/threads, web intents)."""


def hashtags(platform: str, *sources: Iterable[str]) -> tuple[str, ...]:
    """Return the hashtags for *platform*, with ``#``, in the order of *sources*, each once, as many as it takes.

    A source is a list of names, slugs or hashtags: ``pelibatan-masyarakat``, ``Kabupaten Bandung``, ``#AyoBaca``. The
    first sources win where a platform takes few, so give the most telling first. Two that differ only in case are one.
    """
    unique: dict[str, str] = {}
    for tag in (hashtag(name) for source in sources for name in source):
        if tag:
            unique.setdefault(tag.casefold(), tag)
    return tuple(unique.values())[: LIMITS[platform].hashtags]


@lru_cache(maxsize=4_096)
def hashtag(name: str) -> str:
    """Return *name* as one hashtag: ``#PelibatanMasyarakat``; empty where no valid one can be made of it.

    None can be made of a name in a script with vowel signs (Javanese): on Bluesky and Telegram they end a hashtag.
    """
    joined = re.sub(r"['’‘ʼ`\ufe0f]", "", unicodedata.normalize("NFC", name))
    tag = "".join(_capital(word) for word in re.findall(r"[^\W_]+", joined))
    if not tag or len(tag) > LONGEST or tag.isdecimal() or any(map(_unsafe, joined)):
        return ""
    return f"#{tag}"


def _capital(word: str) -> str:
    """Return *word* with a capital where it has one of the same length; the rest stays (``TPBIS``, ``PerpusNas``)."""
    first = word[0].upper()
    return (first if len(first) == 1 else word[0]) + word[1:]


def _unsafe(sign: str) -> bool:
    """Return whether *sign* is a mark that joins a letter, or a figure that is no digit (``½``)."""
    category = unicodedata.category(sign)
    return category[0] == "M" or category in {"No", "Nl"}
