"""A text as a value of front matter: written so that the reader takes it for exactly this text."""

import re

from pipeline.content.text import QUOTES, one_line, unquoted
from pipeline.content.value import in_quotes, quote

PLAIN = re.compile(r"[^\W\d_][\w ,.()/-]*")
"""Texts that need no quotation marks."""

NOTHING = ("null", "~")
"""Texts that would be taken for no text."""


def scalar(text: str) -> str:
    """Return *text* as a value that the reader takes for exactly this text, on one line."""
    text = plain(text)
    if not text or (PLAIN.fullmatch(text) and "," not in text and text.lower() not in NOTHING):
        return text
    return in_quotes(quote(_guarded(text)))


def plain(text: str) -> str:
    """Return *text* on one line, clean, and such as a file can hold."""
    return one_line(text.encode("utf-8", "replace").decode())


def _guarded(text: str) -> str:
    """Return *text* in a further pair of quotation marks where the reader would take off its own."""
    marks = (mark + closing[0] for mark, closing in QUOTES.items())
    wrapped = (f"{pair[0]}{text}{pair[1]}" for pair in marks)
    return next((candidate for candidate in (text, *wrapped) if unquoted(candidate) == text), text)
