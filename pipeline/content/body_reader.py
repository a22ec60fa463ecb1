"""The body of a file: its Markdown as safe HTML and text, and what was left out of it."""

from pipeline.content.address import slug
from pipeline.content.document import Document
from pipeline.content.markdown import Body, read_body
from pipeline.content.report import Report

DROPPED = {
    "tag": "isi-tag",
    "link": "isi-tautan",
    "attribute": "isi-atribut",
    "image": "isi-gambar",
    "too-complex": "isi-terlalu-rumit",
}
"""The problem for each kind of thing that is left out of a body."""


def read_prose(document: Document, report: Report) -> Body:
    """Return the body of *document*; what was left out of it is noted with its line in the file."""
    # The whole path: stories of different months may have one name, and stand together in a feed.
    name = report.path.removesuffix(".md").removesuffix("/index").removeprefix("content/").removeprefix("stories/")
    body = read_body(document.body, prefix=slug(name.replace("/", "-")) or "isi")
    for dropped in body.dropped:
        report.add(document.body_line - 1 + dropped.line, DROPPED[dropped.kind], what=dropped.what)
    return body
