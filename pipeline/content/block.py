"""Blocks (paragraphs, lists, tables) at the price of what a body holds: seams of Python-Markdown, see ``sign``."""

from itertools import takewhile
from typing import cast
from xml.etree.ElementTree import Element, SubElement

from markdown.blockprocessors import BlockProcessor
from markdown.core import Markdown
from markdown.util import Registry

from pipeline.content.sign import ANY_BLOCK, BLOCK, occurs

OPENING = frozenset("“‘\"'(")
"""What a paragraph may open with, besides a letter."""


class SparingBlock(BlockProcessor):
    """Asks *inner* only about blocks that hold one of *signs*."""

    def __init__(self, inner: BlockProcessor, signs: tuple[str, ...]) -> None:
        super().__init__(inner.parser)
        self.inner = inner
        self.signs = signs

    def test(self, parent: Element, block: str) -> bool:
        """Say whether *block* is one for the inner processor."""
        return occurs(self.signs, block) and self.inner.test(parent, block)

    def run(self, parent: Element, blocks: list[str]) -> bool | None:
        """Let the inner processor take the first of *blocks*."""
        return self.inner.run(parent, blocks)


class PlainParagraph(BlockProcessor):
    """Takes a run of plain paragraphs before any other processor is asked.

    In a tight list the text belongs to the item itself, which Python-Markdown's own *paragraph* sees to.
    """

    def __init__(self, paragraph: BlockProcessor) -> None:
        super().__init__(paragraph.parser)
        self.paragraph = paragraph

    def test(self, _parent: Element, block: str) -> bool:
        """Say whether *block* is a plain paragraph."""
        return is_plain(block)

    def run(self, parent: Element, blocks: list[str]) -> bool | None:
        """Move the plain paragraphs at the start of *blocks* to *parent*."""
        if self.parser.state.isstate("list"):
            return self.paragraph.run(parent, blocks)
        plain = list(takewhile(is_plain, blocks))
        for block in plain:
            SubElement(parent, "p").text = block
        del blocks[: len(plain)]
        return None


def is_plain(block: str) -> bool:
    """Say whether *block* can only be a paragraph."""
    first = block[:1]
    return (first.isalpha() or first in OPENING) and not occurs(ANY_BLOCK, block)


def spare_blocks(md: Markdown) -> None:
    """Make the block processors of *md* sparing. Every processor must be registered before."""
    processors = md.parser.blockprocessors
    for name, (priority, signs) in BLOCK.items():
        processors.register(SparingBlock(processors[name], signs), name, priority)
    processors.register(PlainParagraph(processors["paragraph"]), "plain", 110)
    # They are only read one by one from now on, and a registry makes a new list of them for every block.
    md.parser.blockprocessors = cast("Registry[BlockProcessor]", tuple(processors))
