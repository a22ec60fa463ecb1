"""Inline markup (bold, links, notes) at the price of what a body holds: seams of Python-Markdown, see ``sign``."""

import re
from collections.abc import Iterator, Sequence, Sized
from typing import NamedTuple, cast
from xml.etree.ElementTree import Element

from markdown.core import Markdown
from markdown.inlinepatterns import LINK_RE, Pattern
from markdown.treeprocessors import InlineProcessor, UnescapeTreeprocessor
from markdown.util import AtomicString, Registry

from pipeline.content.sign import ANY_INLINE, INLINE, REFERENCES, occurs

_LINK = re.compile(r"\[(?<!!\[)")
"""The same as Python-Markdown's ``LINK_RE``, but with the bracket first, for which the engine can skip ahead."""


class Choice(NamedTuple):
    """A pattern, the signs without which it does nothing, and what must not be empty for it to do anything."""

    pattern: Pattern
    signs: tuple[str, ...]
    needed: Sized


class SparingInline(InlineProcessor):
    r"""Tries, on texts that hold a sign, the patterns whose signs occur. *escaped*: the last tree held a ``\``."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.choices = choices(md)
        self.escaped = False

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Return *tree* with inline markup made into elements."""
        texts = "".join([text for element in tree.iter() for text in signed(element)])
        self.escaped = "\\" in texts
        if not texts:
            return tree
        tried = [pattern for pattern, signs, needed in self.choices if needed and occurs(signs, texts)]
        # Only its length and its items are read, so a list stands in for the registry.
        self.inlinePatterns = cast("Registry[InlineProcessor]", tried)
        return super().run(tree, ancestors)


class SparingUnescape(UnescapeTreeprocessor):
    """Puts escaped characters back, where there were any."""

    def __init__(self, inline: SparingInline) -> None:
        super().__init__(inline.md)
        self.inline = inline

    def run(self, root: Element) -> None:
        """Put the escaped characters of *root* back."""
        if self.inline.escaped:
            super().run(root)


def choices(md: Markdown) -> Sequence[Choice]:
    """Return the inline patterns of *md* in their order; one we do not know has the empty sign, which is everywhere."""
    names = {id(md.inlinePatterns[name]): name for name in INLINE if name in md.inlinePatterns}
    named = [(pattern, names.get(id(pattern), "")) for pattern in md.inlinePatterns]
    return [
        Choice(pattern, INLINE.get(name, ("",)), md.references if name in REFERENCES else ".")
        for pattern, name in named
    ]


def signed(element: Element) -> Iterator[str]:
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
    """Make the inline patterns of *md* sparing. Every pattern must be registered before."""
    for pattern in md.inlinePatterns:
        if pattern.pattern == LINK_RE:
            pattern.compiled_re = _LINK
    inline = SparingInline(md)
    md.treeprocessors.register(inline, "inline", 20)
    md.treeprocessors.register(SparingUnescape(inline), "unescape", 0)
