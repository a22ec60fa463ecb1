"""Footnotes: Python-Markdown's own, as a section, with ids that are safe to put beside those of other stories."""

from xml.etree.ElementTree import Element

from markdown.core import Markdown
from markdown.extensions.footnotes import FootnoteExtension
from markdown.treeprocessors import Treeprocessor


class Footnotes(FootnoteExtension):
    """The footnotes of one body.

    The place marker cannot be written in a body, because Python-Markdown removes that character from it; notes
    therefore always stand at the end. Numbers go by definition, since ordering by reference fails on an empty note
    (``FootnoteReorderingProcessor`` in Python-Markdown 3.11 expects a back link in each).
    """

    def __init__(self) -> None:
        super().__init__(
            PLACE_MARKER="\x02",
            BACKLINK_TEXT="kembali",  # our letters have no arrow
            BACKLINK_TITLE="Kembali ke rujukan {} dalam teks",
        )

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  the name is Python-Markdown's
        """Add footnotes to *md*."""
        super().extendMarkdown(md)
        md.treeprocessors.register(_Section(md), "footnote-section", 12)

    def ids(self, prefix: str) -> dict[str, str]:
        """Return the ids of the body just parsed, each with the one that takes its place.

        ``fn:label`` becomes ``<prefix>-catatan-1``, ``fnref:label`` ``<prefix>-rujukan-1`` and, where a note is
        referred to again, ``fnref2:label`` ``<prefix>-rujukan-1-2``. What refers to a note that no text refers to
        leads to the note itself.
        """
        found: dict[str, str] = {}
        for number, label in enumerate(self.footnotes, start=1):
            note = found[f"fn:{label}"] = f"{prefix}-catatan-{number}"
            reference = f"{prefix}-rujukan-{number}"
            times = self.found_refs.get(f"fnref:{label}", 0)
            found[f"fnref:{label}"] = reference if times else note
            found.update({f"fnref{time}:{label}": f"{reference}-{time}" for time in range(2, times + 1)})
        return found


class _Section(Treeprocessor):
    """Makes the list of notes a section."""

    def run(self, root: Element) -> None:
        """Rename the notes' ``div``, which stands last; no other is in the tree."""
        if len(root) and root[-1].tag == "div":
            root[-1].tag = "section"
