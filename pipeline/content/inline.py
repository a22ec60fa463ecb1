"""Inline markup (bold, links, notes) at the price of what a text holds: seams of Python-Markdown, see ``sign``."""

import re
from collections.abc import Iterator, Sized
from typing import cast
from xml.etree.ElementTree import Element

from markdown.core import Markdown
from markdown.treeprocessors import InlineProcessor, UnescapeTreeprocessor
from markdown.util import AtomicString

from pipeline.content.sign import ANY_INLINE, INLINE, REFERENCES, occurs


class SparingRegex:
    """Stands in for the compiled expression of a pattern; nothing matches while *needed* is empty."""

    def __init__(self, regex: re.Pattern[str], signs: tuple[str, ...], needed: Sized) -> None:
        self.regex = regex
        self.signs = signs
        self.needed = needed

    def finditer(self, text: str, start: int = 0) -> Iterator[re.Match[str]]:
        """Return the matches in *text* from *start* on; none where no sign occurs."""
        if self.needed and occurs(self.signs, text):
            return self.regex.finditer(text, start)
        return iter(())


class SparingInline(InlineProcessor):
    r"""Leaves texts without any sign alone. *escaped* says whether the last tree held a ``\``."""

    escaped = False

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Return *tree* with inline markup made into elements."""
        texts = [text for element in tree.iter() for text in _signed(element)]
        self.escaped = any("\\" in text for text in texts)
        return super().run(tree, ancestors) if texts else tree


class SparingUnescape(UnescapeTreeprocessor):
    """Puts escaped characters back, where there were any."""

    def __init__(self, inline: SparingInline) -> None:
        super().__init__(inline.md)
        self.inline = inline

    def run(self, root: Element) -> None:
        """Put the escaped characters of *root* back."""
        if self.inline.escaped:
            super().run(root)


def _signed(element: Element) -> Iterator[str]:
    """Yield the texts of *element* that hold a sign; mark one that does not, so that no pattern is tried on it."""
    text = element.text
    if text and type(text) is str:
        if occurs(ANY_INLINE, text):
            yield text
        else:
            element.text = AtomicString(text)
    if element.tail:
        yield element.tail


def spare_inline(md: Markdown) -> None:
    """Make the inline patterns of *md* sparing."""
    for name, signs in INLINE.items():
        if name in md.inlinePatterns:
            pattern = md.inlinePatterns[name]
            needed = md.references if name in REFERENCES else "."
            pattern.compiled_re = cast("re.Pattern[str]", SparingRegex(pattern.compiled_re, signs, needed))
    inline = SparingInline(md)
    md.treeprocessors.register(inline, "inline", 20)
    md.treeprocessors.register(SparingUnescape(inline), "unescape", 0)
