"""Python-Markdown as this newsroom uses it: few extensions, and each part asked only where its sign occurs."""

from markdown.core import Markdown
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension

from pipeline.content.block import spare_blocks
from pipeline.content.footnote import Footnotes
from pipeline.content.inline import spare_inline
from pipeline.content.source import spare_source


class Parser:
    """One Markdown parser with its footnotes, used again and again; not for two threads at once."""

    def __init__(self) -> None:
        self.footnotes = Footnotes()
        self.markdown = quick(self.footnotes)

    def convert(self, source: str, prefix: str) -> tuple[str, dict[str, str]]:
        """Return *source* as HTML (not yet safe), and its ids with those that take their place."""
        html = self.markdown.reset().convert(source)
        return html, self.footnotes.ids(prefix)


def stock(footnotes: Footnotes) -> Markdown:
    """Return Python-Markdown with our extensions and nothing else changed: the measure of :func:`quick`.

    ``attr_list`` is not among them: it takes ``{{ }}`` and ``{% %}`` after a bold word for attributes, and would let
    a body set any attribute.
    """
    tables = TableExtension(use_align_attribute=True)
    return Markdown(extensions=[tables, footnotes, SaneListExtension()], output_format="html")


def quick(footnotes: Footnotes) -> Markdown:
    """Return a parser that makes the same HTML as :func:`stock`, in less time."""
    md = stock(footnotes)
    spare_source(md)
    spare_blocks(md)
    spare_inline(md)
    return md
