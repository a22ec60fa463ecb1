"""The start tags of some HTML, read as the HTML standard's tokenizer does (13.2.5).

``html.parser`` is not used: where a tag ends has changed between releases of Python, and a report must not.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

RAW = frozenset(
    ("script", "style", "iframe", "noembed", "noframes", "noscript", "xmp", "textarea", "title", "plaintext")
)
"""Tags within which there are no others."""

_VALUE = r"""\s*+=\s*+("[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?+"""
_NAME = r"=?+[^\s/>=]++"
_TAG = re.compile(rf"<(/?)([a-zA-Z][^\s/>]*+)((?:[\s/]++|{_NAME}(?:{_VALUE})?+)*+)>")
_ATTRIBUTE = re.compile(rf"({_NAME})(?:{_VALUE})?+")
_INSTRUCTION = re.compile(r"<(\?[\w-]*)")
_COMMENT_END = re.compile(r"--!?>")


class Tag(NamedTuple):
    """A start tag and its attributes, their entities decoded; a processing instruction begins with ``?``."""

    name: str
    values: list[tuple[str, str]]


def read_tags(html: str) -> Iterator[Tag]:
    """Yield the start tags of *html* in their order."""
    at = html.find("<")
    while at >= 0:
        tag = _TAG.match(html, at)
        if tag is None:
            instruction = _INSTRUCTION.match(html, at)
            if instruction:
                yield Tag(instruction[1], [])
            end = _after_other(html, at)
        elif tag[1]:
            end = tag.end()
        else:
            name = tag[2].lower()
            yield Tag(name, [_pair(value) for value in _ATTRIBUTE.finditer(tag[3])])
            end = _after_raw(html, tag.end(), name) if name in RAW else tag.end()
        at = html.find("<", end)


def _pair(attribute: re.Match[str]) -> tuple[str, str]:
    value = attribute[2] or ""
    bare = value[1:-1] if value[:1] in {'"', "'"} else value
    return attribute[1].lower(), unescape(bare)


def _after_other(html: str, at: int) -> int:
    """Return where the comment or declaration at *at* ends; a mere ``<`` ends at once."""
    if html.startswith("<!--", at):
        end = _COMMENT_END.search(html, at + 2)
        return end.end() if end else len(html)
    if html.startswith(("<!", "<?", "</"), at):
        close = html.find(">", at)
        return close + 1 if close >= 0 else len(html)
    return at + 1


def _after_raw(html: str, at: int, name: str) -> int:
    """Return where the end tag of the raw text element *name* begins, whose text begins at *at*."""
    end = re.compile(rf"</{name}[\s/>]", re.IGNORECASE).search(html, at)
    return end.start() if end else len(html)
