"""Words that may not be shown any more, and still stand elsewhere in the same report."""

from collections.abc import Iterable, Iterator

from pipeline.content.consent import Consent
from pipeline.content.document import Document
from pipeline.content.node import Group, Many, Node, Scalar
from pipeline.content.passage import passages
from pipeline.content.report import Report
from pipeline.content.story import Quote
from pipeline.content.wording import bare, find


def read_withheld(document: Document, body: str, quotes: Iterable[Quote], report: Report) -> None:
    """Note in *report* every place in which the words of one of *quotes* stand whose speaker said no, or no more.

    Such a quotation hides itself; its words in the body, the summary or a post of one's own would still be published.
    *body* is the body as plain text.
    """
    hidden = [quote for quote in quotes if is_withheld(quote.consent) and bare(quote.text)]
    own = _written(document) if hidden else {}
    for quote in hidden:
        words = bare(quote.text)
        quoted = next((line for line, texts in own.items() if words in texts), 1)
        lines = {
            line for line, text in _fields(document)
            if find(quote.text, text) is not None and not (bare(text) == words and words in own.get(line, ()))
        }  # fmt: skip
        # As it was written, where the line is known; as it is read, without the marks in between.
        at = find(quote.text, document.body)
        if at is not None:
            lines.add(document.body_line + document.body.count("\n", 0, at))
        elif find(quote.text, body) is not None:
            lines.add(document.body_line)
        for line in sorted(lines):
            report.add(line, "kutipan-masih-di-isi", quoted=quoted)


def _fields(document: Document) -> Iterator[tuple[int, str]]:
    """Yield every text of the front matter that is prose, with its line."""
    return ((passage.lines[0], passage.text) for passage in passages(document._replace(body="")))


def is_withheld(consent: Consent) -> bool:
    """Whether *consent* was refused, or taken back (on whichever day)."""
    return consent.given is False or consent.revoked is not None


def _written(document: Document) -> dict[int, set[str]]:
    """Return the words of everything in ``kutipan``, by line."""
    fields = document.fields
    nodes = [node for name, node in fields.nodes() if name == "kutipan"] if fields else []
    found: dict[int, set[str]] = {}
    for scalar in _scalars(nodes):
        found.setdefault(scalar.line, set()).add(bare(scalar.text))
    return found


def _scalars(nodes: Iterable[Node]) -> Iterator[Scalar]:
    for node in nodes:
        if isinstance(node, Scalar):
            yield node
        elif isinstance(node, Many):
            yield from _scalars(node.items)
        elif isinstance(node, Group):
            yield from _scalars(entry.node for entry in node.entries)
