"""Plain text as people type it, made clean: one line, composed letters, no invisible controls."""

import re
from unicodedata import is_normalized, normalize

INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ud800-\udfff"
    + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17))
    + "]"
)
"""Controls, overrides of the writing direction (they can make text read otherwise than it is), and non-characters.

Some of them may not stand in XML, so one report with them would spoil a feed for everybody.
"""

QUOTES = {"“": "”", "„": "“”", "‘": "’", "«": "»", '"': '"', "'": "'"}
"""Each opening quotation mark with those that close it; phones write the curly ones by themselves."""

SHOWN = 80
"""Letters of a writer's own value that a message repeats."""


def clean(text: str) -> str:
    """Return *text* with composed letters (NFC) and without invisible controls; line ends stay."""
    if text.isascii() and text.isprintable():
        return text
    text = INVISIBLE.sub("", text)
    return text if is_normalized("NFC", text) else normalize("NFC", text)


def one_line(text: str) -> str:
    """Return *text* clean and on one line, with single spaces."""
    return " ".join(clean(text).split())


def lines(text: str) -> str:
    """Return *text* clean, its line ends kept, without spaces at line ends or around the whole."""
    return "\n".join(line.rstrip() for line in clean(text).splitlines()).strip()


def unquoted(text: str) -> str:
    """Return *text* without one pair of quotation marks around the whole of it."""
    closing = QUOTES.get(text[:1], "")
    inner = text[1:-1]
    if not closing or len(text) < 2 or text[-1] not in closing:
        return text
    if any(mark in inner for mark in text[0] + text[-1]):
        return text
    return inner.strip()


def shown(text: str) -> str:
    """Return *text* as a message repeats it: one line, shortened with ``…``."""
    text = one_line(text[: 4 * SHOWN])
    return text if len(text) <= SHOWN else text[: SHOWN - 1].rstrip() + "…"
