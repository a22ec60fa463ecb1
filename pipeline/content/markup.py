"""Last touches on sanitized HTML. Each reads what :func:`pipeline.content.safety.clean` writes, and nothing else.

Tags are read whole, with their quoted values, so that nothing inside a value is taken for a tag.
"""

import re

from pipeline.content.outline import levels

_VALUES = r'((?: [\w-]+="[^"]*")*)'
_TAG = re.compile(rf"<(/?)([a-z][a-z0-9]*){_VALUES}>")
_LINK = re.compile(rf"<a{_VALUES}>")
_HEADING = re.compile(r"<(/?)h([1-6])>")
_OUT = re.compile(r' href="https?:', re.IGNORECASE)
_ALIGN = re.compile(r' align="(left|center|right)"')
_EMPTY_LINK = re.compile(rf"<a{_VALUES}>\s*</a>")
_EMPTY_HEAD = re.compile(rf"<th{_VALUES}>\s*</th>")
_SCOPE = re.compile(r' scope="[^"]*"')
_SECTION = re.compile(rf"<(/?)section{_VALUES}>")
_EMPTY = re.compile(r"<p>\s*</p>\n?")

ALIGN = {"left": "rata-kiri", "center": "rata-tengah", "right": "rata-kanan"}
"""Classes for the alignment of a column, because the site's policy forbids style attributes."""

TABLE = '<div class="tabel" tabindex="0" role="region" aria-label="Tabel">'
"""What a table stands in, so that it scrolls by itself on a narrow screen, by keyboard too."""


def finish(html: str) -> str:
    """Return *html* with headings shifted, links that leave the site marked, and tables that scroll."""
    if "<h" in html:
        html = shift(html)
    if ' href="' in html:
        html = _LINK.sub(_outward, html)
    if "<table>" in html:
        html = _EMPTY_HEAD.sub(_corner, _TAG.sub(_scrolling, html))
    return html


def plainer(html: str) -> str:
    """Return *html* with each ``section`` as a ``div``: a section without a heading promises a part that has none."""
    return _SECTION.sub(r"<\1div\2>", html) if "<section" in html else html


def tidy(html: str) -> str:
    """Return *html* without links and paragraphs that lost all that was in them."""
    return _EMPTY.sub("", _EMPTY_LINK.sub("", html))


def shift(html: str) -> str:
    """Return *html* with the levels of its headings as :func:`levels` has them."""
    written = [int(level) for closing, level in _HEADING.findall(html) if not closing]
    wanted = list(levels(written))
    if written == wanted:
        return html
    opened: list[int] = []
    left = iter(wanted)

    def put(tag: re.Match[str]) -> str:
        if tag[1]:
            return f"</h{opened.pop()}>"
        opened.append(next(left))
        return f"<h{opened[-1]}>"

    return _HEADING.sub(put, html)


def _outward(link: re.Match[str]) -> str:
    return f'<a{link[1]} rel="noopener">' if _OUT.search(link[1]) else link[0]


def _scrolling(tag: re.Match[str]) -> str:
    closing, name, values = tag.groups()
    if name == "table":
        return "</table></div>" if closing else f"{TABLE}<table>"
    if values and name in {"td", "th"}:
        return f"<{name}{_ALIGN.sub(_alignment, values)}>"
    return tag[0]


def _corner(head: re.Match[str]) -> str:
    """Return an empty head of a column (the corner of many tables) as a cell: read out, it would be a nameless head."""
    return f"<td{_SCOPE.sub('', head[1])}></td>"


def _alignment(value: re.Match[str]) -> str:
    return f' class="{ALIGN[value[1]]}"'
