"""Plain text from sanitized HTML, good enough to paste into a post."""

import re
from html import unescape

_TAG = re.compile(r"<(/?)([a-z0-9]+)((?: [\w-]+=\"[^\"]*\")*)>")
_BLOCKS = frozenset("p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre table tr section hr".split())


def plain(html: str) -> str:
    """Return the paragraphs of *html* (as :func:`pipeline.content.safety.clean` made it), an empty line between."""
    marked = _TAG.sub(lambda tag: "\n\n" if tag[2] in _BLOCKS else "", html)
    paragraphs = (" ".join(unescape(part).split()) for part in marked.split("\n\n"))
    return "\n\n".join(part for part in paragraphs if part)
