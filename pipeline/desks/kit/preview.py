"""What a text looks like in the app: where it folds, and what the app itself makes of it."""

import re
from typing import NamedTuple

from markupsafe import Markup, escape

_LINK = re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;:!?)\]}'”’]")
_TAG = re.compile(r"(?<![\w&/])#\w*[^\W\d]\w*")
_MARKS = {"*": "b", "_": "i", "~": "s"}
_MARKED = re.compile(r"(?<![\w*_~])([*_~])(?=\S)([^\n]*?\S)\1(?![\w])")
_SLACK = 40
"""A text that goes on for no more than this beyond the fold is not worth folding."""


class Folded(NamedTuple):
    """A text as the app shows it: its beginning, and all of it where more waits behind it."""

    head: Markup
    whole: Markup | None


def folded(text: str, fold: int, *, platform: str) -> Folded:
    """Return *text* folded after about *fold* characters (0: nowhere), between two words."""
    if not fold or len(text) <= fold + _SLACK:
        return Folded(shown(text, platform), None)
    head = text[:fold]
    head = head[: max(head.rfind(" "), head.rfind("\n"), fold // 2)].rstrip()
    return Folded(shown(head, platform), shown(text, platform))


def shown(text: str, platform: str) -> Markup:
    """Return *text* as safe HTML with what *platform* makes of it: links, hashtags, WhatsApp's bold and italics."""
    found = Markup("")
    at = 0
    chat = platform.startswith("whatsapp")
    for link in _LINK.finditer(text):
        found += _words(text[at : link.start()], chat=chat) + _span(link[0])
        at = link.end()
    return found + _words(text[at:], chat=chat)


def _words(text: str, *, chat: bool) -> Markup:
    return _styled(text) if chat else _tagged(text)


def _tagged(text: str) -> Markup:
    found = Markup("")
    at = 0
    for tag in _TAG.finditer(text):
        found += escape(text[at : tag.start()]) + _span(tag[0])
        at = tag.end()
    return found + escape(text[at:])


def _styled(text: str) -> Markup:
    """Return *text* with its marks carried out, also one inside of another (faq.whatsapp.com/539178204879377)."""
    found = Markup("")
    at = 0
    for mark in _MARKED.finditer(text):
        name = Markup(_MARKS[mark[1]])  # noqa: S704  one of three letters of ours
        found += escape(text[at : mark.start()]) + Markup("<{0}>{1}</{0}>").format(name, _styled(mark[2]))
        at = mark.end()
    return found + escape(text[at:])


def _span(text: str) -> Markup:
    return Markup('<span class="tautan">{}</span>').format(text)
