"""What HTML a body may hold: our own allow-list, kept by nh3 (ammonia, html5ever)."""

import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import nh3

ATTRIBUTES: dict[str, set[str]] = {
    "a": {"href", "title", "class"},
    "abbr": {"title"},
    "li": {"id"},
    "ol": {"start"},
    "section": {"class"},
    "sup": {"id"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan", "scope"},
}
"""Attributes by tag. No ``style`` (the site's policy forbids it), no events, no ``target``."""

TAGS: frozenset[str] = frozenset(
    "p h1 h2 h3 h4 h5 h6 ul ol li blockquote strong em del sub sup code pre kbd mark abbr "
    "table caption thead tbody tfoot tr th td a section hr br".split()
)
"""Tags that stay; any other is dropped and its text kept. ``h1`` stays because headings are shifted afterwards."""

SILENT: frozenset[str] = frozenset(
    "script style iframe object embed template noscript noembed noframes svg math".split()
)
"""Tags that are dropped with all that is in them: their text was never meant to be read."""

SCHEMES: frozenset[str] = frozenset({"http", "https", "mailto", "tel"})
"""Where a link may lead, besides an address on the site itself."""

VALUES: dict[str, re.Pattern[str]] = {
    "class": re.compile(r"footnote|footnote-ref|footnote-backref"),
    "id": re.compile(r"fn(?:ref\d*)?:.+", re.DOTALL),
    "start": re.compile(r"\d{1,6}"),
    "align": re.compile(r"left|center|right"),
    "colspan": re.compile(r"\d{1,3}"),
    "rowspan": re.compile(r"\d{1,3}"),
    "scope": re.compile(r"row|col|rowgroup|colgroup"),
}
"""The whole value of an attribute must match; attributes not named here hold free text or a link."""

_CONTROLS = re.compile(r"[\x00-\x20\x7f]+")
_SCHEME = re.compile(r"([^/?#]*?):")


def address(url: str) -> str | None:
    """Return *url* without control characters and outer spaces, or ``None`` where a link may not lead there.

    Browsers skip control characters, so ``java\\tscript:`` is ``javascript:`` (WHATWG URL, section 4.4). ``//host`` and
    ``/\\host`` lead off the site without naming a scheme and are refused too.
    """
    bare = "".join(part if part.isprintable() else _CONTROLS.sub("", part) for part in url.strip())
    if bare.replace("\\", "/").startswith("//"):
        return None
    scheme = _SCHEME.match(bare)
    return bare if scheme is None or scheme[1].lower() in SCHEMES else None


def attribute(_tag: str, name: str, value: str) -> str | None:
    """Return the value that attribute *name* may keep, or ``None`` to drop it."""
    if name == "href":
        return address(value)
    rule = VALUES.get(name)
    return value if rule is None or rule.fullmatch(value) else None


@cache
def _cleaner() -> "nh3.Cleaner":
    import nh3  # noqa: PLC0415  a run that parses nothing need not load it

    return nh3.Cleaner(
        tags=set(TAGS),
        clean_content_tags=set(SILENT),
        attributes=ATTRIBUTES,
        attribute_filter=attribute,
        url_schemes=set(SCHEMES),
        link_rel=None,
    )


def clean(html: str) -> str:
    """Return *html* with only what the allow-list allows, every tag closed, every value quoted."""
    sweep: Callable[[str], str] = _cleaner().clean
    return sweep(html)
