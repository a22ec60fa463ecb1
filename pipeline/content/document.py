"""One file with front matter and a body, opened: decoded, split, its keys ready to be read."""

from typing import NamedTuple

from pipeline.content.encoding import decode
from pipeline.content.fields import Fields
from pipeline.content.frontmatter import Parts, split
from pipeline.content.head import read_head
from pipeline.content.keys import Keys
from pipeline.content.report import Report


class Document(NamedTuple):
    """The *fields* of the front matter; the *body* as written, and the number of its first line in the file."""

    fields: Fields
    body: str
    body_line: int


def open_document(data: bytes, keys: Keys, report: Report) -> Document | None:
    """Return the document in *data*, or ``None`` where nothing in it can be read; problems are noted in *report*."""
    text = decode(data, report)
    if text is None:
        return None
    parts: Parts = split(text, report)
    group = read_head(parts.head, parts.head_line, report)
    return Document(Fields(group, keys, report), parts.body, parts.body_line)
