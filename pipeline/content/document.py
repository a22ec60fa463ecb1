"""One file with front matter and a body, opened: decoded, split, its keys ready to be read."""

from typing import NamedTuple

from pipeline.content.encoding import decode
from pipeline.content.fields import Fields
from pipeline.content.frontmatter import Parts, split
from pipeline.content.head import read_head
from pipeline.content.keys import Keys
from pipeline.content.report import Report


class Document(NamedTuple):
    """The *fields* of the front matter (``None`` where there is none to read), the *body* as written, and its line.

    *text* is the whole file.
    """

    fields: Fields | None
    body: str
    body_line: int
    text: str


def open_document(data: bytes, keys: Keys, report: Report) -> Document | None:
    """Return the document in *data*, or ``None`` where nothing in it can be read; problems are noted in *report*."""
    text = decode(data, report)
    if text is None:
        return None
    parts = split(text, report)
    return Document(_fields(parts, keys, report), parts.body, parts.body_line, text)


def _fields(parts: Parts, keys: Keys, report: Report) -> Fields | None:
    if parts.head is None:
        return None
    return Fields(read_head(parts.head, parts.head_line, report), keys, report, line=1)
