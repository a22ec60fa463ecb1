"""The body of a report: untrusted Markdown in, safe HTML and plain text out."""

from functools import cache
from typing import TYPE_CHECKING

import msgspec

from pipeline.content.dropped import Dropped
from pipeline.content.prose import plain
from pipeline.content.safety import clean

if TYPE_CHECKING:
    from markdown import Markdown


class Body(msgspec.Struct, frozen=True):
    """A body after reading. *html* is sanitized; *text* is plain paragraphs separated by an empty line."""

    html: str = ""
    text: str = ""
    dropped: tuple[Dropped, ...] = ()


@cache
def _parser() -> "Markdown":
    import markdown  # noqa: PLC0415  a run that parses nothing need not load it

    return markdown.Markdown(extensions=["tables", "footnotes", "sane_lists"], output_format="html")


def read_body(source: str, *, prefix: str) -> Body:
    """Return the Markdown *source* as safe HTML and as plain text, and what was left out of it.

    *prefix* is the slug of the story's address; ids in the HTML begin with it.
    """
    html = (
        clean(_parser().reset().convert(source))
        .replace('"fn', f'"{prefix}-fn')
        .replace('"#fn', f'"#{prefix}-fn')
    )
    return Body(html, plain(html))
