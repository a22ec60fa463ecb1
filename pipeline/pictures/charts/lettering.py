"""Words in a chart: how wide they may become, broken into lines, and safe in XML.

Pages are drawn by the reader's own letters, which nobody knows here: so the widths are those of wide ones.
"""

import re
from functools import lru_cache

SIZE = 24
"""The size of letters: 12.3 CSS pixels where 640 units are drawn on 328, the room on a screen of 360."""
LINE = 30
"""From one line to the next."""

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NARROW = frozenset("iljtfIr.,:;'|!()[]- ’")
_WIDE = frozenset("mwMW@%—…&")


def escaped(text: str) -> str:
    """Return *text* as it may stand in XML, in elements and attributes: marked signs, none that XML forbids."""
    text = " ".join(_FORBIDDEN.sub("", text).split())
    for sign, name in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#39;")):
        text = text.replace(sign, name)
    return text


@lru_cache(4096)
def width(text: str) -> float:
    """Return how wide *text* may become in letters of ``SIZE``, in units of the drawing."""
    return SIZE * sum(map(_em, text))


def lines(text: str, room: float, most: int = 2) -> tuple[str, ...]:
    """Return *text* in at most *most* lines not wider than *room*; what does not fit ends with ``…``."""
    found = [""]
    for word in text.split():
        if found[-1] and width(f"{found[-1]} {word}") > room:
            found.append(word)
        else:
            found[-1] = f"{found[-1]} {word}".lstrip()
    if len(found) > most:
        found = [*found[: most - 1], f"{' '.join(found[most - 1 :])}…"]
    return tuple(_cut(line, room) for line in found if line)


def _cut(line: str, room: float) -> str:
    if width(line) <= room:
        return line
    line = line.rstrip("…")
    while line and width(f"{line}…") > room:
        line = line[:-1]
    return f"{line.rstrip()}…"


def _em(letter: str) -> float:
    if letter in _NARROW:
        return 0.4
    if letter in _WIDE or letter >= "\u0590":
        return 1.05
    return 0.74 if letter.isupper() else 0.63
