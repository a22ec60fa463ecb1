"""What HTML a body may hold: our own allow-list, kept by nh3 (ammonia on html5ever)."""

import re
from functools import cache

from pipeline.content.text import INVISIBLE

BLOCKS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "hr", "section")
PHRASES = ("a", "strong", "em", "del", "sub", "sup", "code", "kbd", "mark", "abbr", "br")
TABLES = ("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td")

TAGS = frozenset((*BLOCKS, *PHRASES, *TABLES))
"""Tags that stay; any other is dropped and its text kept. ``h1`` stays because headings are shifted afterwards."""

SILENT = frozenset(
    ("script", "style", "iframe", "object", "embed", "template", "noscript", "noembed", "noframes", "svg", "math")
)
"""Tags that are dropped with all that is in them: their text was never meant to be read."""

ATTRIBUTES: dict[str, set[str]] = {
    "*": set(),  # or nh3 would let "lang" and "title" stand on every tag
    "a": {"href", "title", "class"},
    "abbr": {"title"},
    "li": {"id"},
    "ol": {"start"},
    "section": {"class"},
    "sup": {"id"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan", "scope"},
}
"""Attributes by tag. No ``style`` (the site's policy forbids it), no event, no ``target``."""

VALUES: dict[str, re.Pattern[str]] = {
    "class": re.compile(r"footnote|footnote-ref|footnote-backref"),
    "start": re.compile(r"\d{1,6}"),
    "align": re.compile(r"left|center|right"),
    "colspan": re.compile(r"\d{1,2}"),
    "rowspan": re.compile(r"\d{1,2}"),
    "scope": re.compile(r"row|col|rowgroup|colgroup"),
}
"""What the whole value of an attribute must match, where it is neither free text nor a link nor an id."""

SCHEMES = frozenset(("http", "https", "mailto", "tel"))
"""Where a link may lead, besides an address on the site itself."""

_CONTROLS = re.compile(r"[\x00-\x1f\x7f]+")
_SCHEME = re.compile(r"([^/?#]*?):")
_NAMED = re.compile(r"https?:[/\\]*[^/\\?#]*@", re.IGNORECASE)
"""Before an ``@`` stands a user's name, which can look like another site: ``https://kabar.id@jahat.id/``."""


def address(url: str) -> str | None:
    r"""Return *url* without control characters and outer spaces, or ``None`` where a link may not lead there.

    Browsers skip tabs and line ends, so ``java\tscript:`` is ``javascript:`` (WHATWG URL Standard, section 4.4);
    all C0 controls go. ``//host`` and ``/\host`` name another host without a scheme and are refused too, and so is a
    name before the host.
    """
    bare = _CONTROLS.sub("", url).strip()
    if bare.replace("\\", "/").startswith("//"):
        return None
    scheme = _SCHEME.match(bare)
    if scheme is not None and (scheme[1].lower() not in SCHEMES or _NAMED.match(bare)):
        return None
    return bare


def allowed(name: str, value: str, ids: dict[str, str]) -> str | None:
    """Return the value that attribute *name* may keep, or ``None`` where it must go.

    *ids* are the ids a body may have, each with the one that takes its place; links to them follow.
    """
    if name == "href":
        known = ids.get(value[1:]) if value.startswith("#") else None
        return f"#{known}" if known else address(value)
    if name == "id":
        return ids.get(value)
    rule = VALUES.get(name)
    return value if rule is None or rule.fullmatch(value) else None


class _Sweeper:
    """One cleaner, made once; *ids* are those of the body in hand."""

    def __init__(self) -> None:
        import nh3  # noqa: PLC0415  a run that parses nothing need not load it

        self.ids: dict[str, str] = {}
        self.cleaner = nh3.Cleaner(
            tags=TAGS,
            clean_content_tags=SILENT,
            attributes=ATTRIBUTES,
            attribute_filter=lambda _tag, name, value: allowed(name, value, self.ids),
            url_schemes=SCHEMES,
            link_rel=None,
        )


@cache
def _sweeper() -> _Sweeper:
    return _Sweeper()


def clean(html: str, ids: dict[str, str]) -> str:
    """Return *html* with only what may stay: every tag closed, every value in double quotes, *ids* replaced.

    What no text needs goes here too: ``&#7;`` and ``&#x202e;`` become characters only when HTML is read.
    """
    sweeper = _sweeper()
    sweeper.ids = ids
    return INVISIBLE.sub("", sweeper.cleaner.clean(html))
