"""The body of a report: untrusted Markdown in, safe HTML and plain text out.

Jinja's ``{{ }}`` and ``{% %}`` mean nothing here, and nothing that a body holds is ever a template.
"""

from functools import cache
from html import escape
from threading import Lock
from typing import TYPE_CHECKING

import msgspec

from pipeline.content.dropped import Dropped
from pipeline.content.limit import capped, exceeded
from pipeline.content.loss import located, losses
from pipeline.content.markup import finish, plainer, tidy
from pipeline.content.prose import plain
from pipeline.content.safety import clean
from pipeline.content.text import INVISIBLE

if TYPE_CHECKING:
    from pipeline.content.parser import Parser

_TURN = Lock()


class Body(msgspec.Struct, frozen=True):
    """A body after reading.

    *html* is sanitized, its headings begin at ``h2``; *text* is plain paragraphs separated by an empty line;
    *dropped* is what was left out, by line.
    """

    html: str = ""
    text: str = ""
    dropped: tuple[Dropped, ...] = ()


def read_body(source: str, *, prefix: str) -> Body:
    """Return the Markdown *source* as safe HTML and as plain text, and what was left out of it.

    *prefix* is the slug of the story's address; the ids in the HTML begin with it, so that many stories can stand on
    one page. The same *source* and *prefix* always give the same body, whatever was read before.
    """
    with _TURN:
        source, nested = capped(printable(source).rstrip())
        if excess := exceeded(source):
            return paragraphs(source, excess)
        try:
            return _read(source, prefix, nested)
        except ImportError:
            raise  # no body is to blame where a library is missing
        except Exception:  # noqa: BLE001  Python-Markdown raises what it likes, and a body must not stop a build
            _parser.cache_clear()  # what it had half read is still in it
            return paragraphs(source, Dropped(1, "too-complex", "Markdown"))


def _read(source: str, prefix: str, nested: list[Dropped]) -> Body:
    raw, ids = _parser().convert(source, prefix)
    safe = clean(raw, ids)
    lost = () if same(source, raw, safe) else located(losses(raw, safe, ids), source)
    html = finish(tidy(safe) if lost else safe)
    # Told in plain words first: they leave out the notes, which are the section.
    return Body(plainer(html), plain(html), tuple(sorted([*nested, *lost])))


def same(source: str, raw: str, safe: str) -> bool:
    """Say whether nothing can have been lost from *raw* to *safe*: a quick look before they are compared.

    Without a ``<`` in *source* all tags are Python-Markdown's own, and what may go of those has attributes.
    """
    return raw == safe or ("<" not in source and raw.count('="') == safe.count('="'))


def paragraphs(source: str, why: Dropped) -> Body:
    """Return *source* as plain paragraphs, no Markdown read; *why* tells the writer."""
    blocks = (block.strip() for block in source.split("\n\n"))
    html = "\n".join(f"<p>{escape(block, quote=False)}</p>" for block in blocks if block)
    return Body(html, plain(html), (why,))


def printable(source: str) -> str:
    """Return *source* with plain line ends, and without the invisible characters that no text needs."""
    if "".join(source.split("\n")).isprintable():
        return source
    return INVISIBLE.sub("", source.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", " "))


@cache
def _parser() -> "Parser":
    from pipeline.content.parser import Parser  # noqa: PLC0415  a run that parses nothing need not load it

    return Parser()
