"""Text that WhatsApp shows as it is written: only what we set in bold or italics is so.

WhatsApp reads ``*tebal*``, ``_miring_``, ``~coret~``, backticks as code and ``>`` at the start of a line as a quotation
(faq.whatsapp.com/539178204879377); it has no escape character and does not publish its rules at the edges. So no
such mark is left in a text, except inside links, e-mail addresses and @names, where a change would break them. Each
mark is replaced by what it stands for, never by a letter that only looks like it.
"""

import re
from functools import cache

_MARKS = frozenset("*_~`")


def bold(text: str) -> str:
    """Return *text* on one line, in bold; without marks where they could not work, empty for an empty text."""
    return _marked(text, "*")


def italic(text: str) -> str:
    """Return *text* on one line, in italics; without marks where they could not work, empty for an empty text."""
    return _marked(text, "_")


def plain(text: str) -> str:
    """Return *text* without anything that WhatsApp would read as a mark; lines stay lines, links stay as they are."""
    text = text if _MARKS.isdisjoint(text) else _unmarked(text)
    return _unquoted(text) if ">" in text else text


def _unmarked(text: str) -> str:
    """Return *text* without marks, except in what must not change; a list with ``*`` becomes one with ``-``."""
    text = re.sub(r"^([^\S\n]*)\*(?=[^\S\n])", r"\1-", text, flags=re.MULTILINE)
    pieces = []
    at = 0
    for kept in _kept().finditer(text):
        pieces += [_safe(text[at : kept.start()]), kept[0]]
        at = kept.end()
    return "".join([*pieces, _safe(text[at:])])


def _marked(text: str, mark: str) -> str:
    """Put *mark* right before and after *text*; not if it stands inside, nor after a link, which would take it in."""
    line = plain(" ".join(text.split())).strip()
    if not line or mark in line or re.search(r"(?:https?://|www\.)\S+\Z", line):
        return line
    return f"{mark}{line}{mark}"


@cache
def _kept() -> re.Pattern[str]:
    """What must not change: links (a ``*`` or ``~`` after one is not part of it), e-mail addresses, @names."""
    link = r"(?:https?://|www\.)\S*[^\s*~`]"
    path = r"(?<![\w.])(?:[0-9A-Za-z-]+\.)+[A-Za-z]{2,}/\S*[^\s*~`]"
    address = r"(?<![\w.+-])[\w.+-]*[0-9A-Za-z]@[\w-]+(?:\.[\w-]+)+"
    return re.compile(rf"{link}|{path}|{address}|(?<!\w)@\w[\w.]*", re.IGNORECASE)


def _unquoted(text: str) -> str:
    """Return *text* without ``>`` at the starts of lines; ``> 50`` becomes ``>50``."""
    text = re.sub(r"^([^\S\n]*)>+[^\S\n]+(?=\d)", r"\1>", text, flags=re.MULTILINE)
    return re.sub(r"^([^\S\n]*)(?:>+[^\S\n]+)+", r"\1", text, flags=re.MULTILINE)


def _safe(text: str) -> str:
    """Return *text* with each mark as what it stands for: 5*3 is 5×3, a_b is a-b, ~50 is ±50, 10~12 is 10–12."""
    text = re.sub(r"(?<=\d)\*+(?=\d)", "×", text)
    text = re.sub(r"(?<=[^\W_])_+(?=[^\W_])", "-", text)
    text = re.sub(r"(?<=\d)~+(?=\d)", "–", text)
    text = re.sub(r"(?<!\w)~+(?=\d)", "±", text)
    text = re.sub(r"`+", "'", text)
    text = re.sub(r"(?:(?<=\s)|^)[*_~]+(?:[^\S\n]+|$)", "", text, flags=re.MULTILINE)
    return re.sub(r"[*_~]+", "", text)
