"""A WordPress export (WXR 1.0 to 1.2): posts, pages and attachments as WordPress wrote them, nothing fetched.

Entities and DTDs are refused: an export has none, and they are a way to make a small file explode or to read others.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import IO, TYPE_CHECKING, NamedTuple

from pipeline.intake.draft import UnreadableError
from pipeline.language import _

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
EXCERPT = re.compile(r"\{http://wordpress\.org/export/[0-9.]+/excerpt/\}encoded")
_WP = re.compile(r"\{http://wordpress\.org/export/[0-9.]+/\}")
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
LONGEST_ITEM = 2_000_000
"""Letters of one post's HTML; a report may have a million bytes."""


class Entry(NamedTuple):
    """One post or page. *published*: in UTC where the export tells it; *html* as stored, with its shortcodes.

    *status* is WordPress's own (``publish``, ``draft``, ``private``…), *kind* ``post`` or ``page``, *featured* the
    number of the attachment at its head (0: none).
    """

    number: str
    kind: str
    status: str
    title: str
    link: str
    slug: str
    author: str
    published: datetime | None
    local: str
    html: str
    excerpt: str
    topics: tuple[str, ...]
    featured: str
    comments: int
    locked: bool


class Picture(NamedTuple):
    """One file of the media library: its number, address and caption."""

    number: str
    address: str
    caption: str


class Blog(NamedTuple):
    """A whole export. *authors* are names by login; *others* counts what is neither post, page nor attachment."""

    title: str
    address: str
    entries: tuple[Entry, ...]
    pictures: tuple[Picture, ...]
    authors: dict[str, str]
    others: dict[str, int]


def parse(stream: IO[bytes]) -> Blog:
    """Return what is in the export *stream*; raises ``UnreadableError``. Item by item: size costs little memory."""
    from defusedxml import DefusedXmlException  # noqa: PLC0415  for exports only
    from defusedxml.ElementTree import ParseError, iterparse  # noqa: PLC0415  as above

    blog = Blog("", "", (), (), {}, {})
    entries: list[Entry] = []
    pictures: list[Picture] = []
    try:
        title = address = ""
        for _event, element in iterparse(stream, ("end",), forbid_dtd=True):
            if element.tag == "item":
                _item(element, entries, pictures, blog.others)
                element.clear()
            elif _local(element.tag) == "author" and element.tag != "author":
                blog.authors[_wp(element, "author_login")] = _wp(element, "author_display_name")
            elif element.tag == "title" and not title:
                title = _text(element)
            elif element.tag == "link" and not address:
                address = _text(element)
    except DefusedXmlException:
        raise UnreadableError(
            _("ada deklarasi DTD atau entitas di dalamnya, yang tidak pernah ditulis WordPress.")
        ) from None
    except ParseError as error:
        line = error.position[0]
        raise UnreadableError(
            _("XML-nya rusak di baris {line}. Ekspor lagi dari WordPress.").format(line=line)
        ) from None
    return blog._replace(title=title, address=address, entries=tuple(entries), pictures=tuple(pictures))


def _item(item: "Element", entries: list[Entry], pictures: list[Picture], others: dict[str, int]) -> None:
    kind = _wp(item, "post_type") or "post"
    if kind == "attachment":
        pictures.append(
            Picture(_wp(item, "post_id"), _wp(item, "attachment_url"), _excerpt(item) or _child(item, "title"))
        )
    elif kind in {"post", "page"}:
        entries.append(_entry(item, kind))
    else:
        others[kind] = others.get(kind, 0) + 1


def _entry(item: "Element", kind: str) -> Entry:
    local, utc = _wp(item, "post_date"), _wp(item, "post_date_gmt")
    return Entry(
        number=_wp(item, "post_id"),
        kind=kind,
        status=_wp(item, "status") or "publish",
        title=_child(item, "title"),
        link=_child(item, "link"),
        slug=_wp(item, "post_name"),
        author=_child(item, CREATOR),
        published=_instant(utc),
        local=local,
        html=_child(item, CONTENT)[:LONGEST_ITEM],
        excerpt=_excerpt(item),
        topics=tuple(_topics(item)),
        featured=_meta(item, "_thumbnail_id"),
        comments=sum(_local(child.tag) == "comment" for child in item),
        locked=bool(_wp(item, "post_password")),
    )


def _topics(item: "Element") -> Iterator[str]:
    """Yield categories and tags once each, without the one that WordPress gives by itself."""
    names = [
        _text(child) for child in item.findall("category") if child.get("domain") in {"category", "post_tag", None}
    ]
    yield from dict.fromkeys(
        name for name in names if name.lower() not in {"", "uncategorized", "tak berkategori", "tanpa kategori", "umum"}
    )


def _meta(item: "Element", key: str) -> str:
    for child in item:
        if _local(child.tag) == "postmeta" and _wp(child, "meta_key") == key:
            return _wp(child, "meta_value")
    return ""


def _instant(text: str) -> datetime | None:
    """Return a time of the export (UTC); ``None`` for the zeros that drafts have."""
    try:
        return datetime.strptime(text, "%Y-%m-%d %H:%M:%S").replace(tzinfo=UTC)
    except ValueError:
        return None


def _wp(element: "Element", name: str) -> str:
    return next((_text(child) for child in element if _local(child.tag) == name and _WP.match(child.tag)), "")


def _excerpt(item: "Element") -> str:
    return next((_text(child) for child in item if EXCERPT.fullmatch(child.tag)), "")


def _child(element: "Element", tag: str) -> str:
    found = element.find(tag)
    return _text(found) if found is not None else ""


def _text(element: "Element") -> str:
    return "".join(element.itertext()).strip()


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


# -- what a post holds -------------------------------------------------------------------------------------------------

_SHORTCODE = re.compile(r"\[/?([a-z][a-z0-9_-]{1,30})(?: [^\[\]\n]{0,500})?/?\]", re.IGNORECASE)
_CAPTION = re.compile(r"\[(?:wp_)?caption[^\]]*\](.*?)\[/(?:wp_)?caption\]", re.DOTALL | re.IGNORECASE)
_BLOCK = re.compile(r"<!--\s*/?wp:.*?-->\n?", re.DOTALL)
_TAG = re.compile(r"<(?:p|h[1-6]|ul|ol|table|blockquote|div|pre|figure)\b", re.IGNORECASE)


def shortcodes(html: str) -> tuple[str, ...]:
    """Return the names of the shortcodes in *html*, each once; those that are known as captions do not count."""
    bare = _CAPTION.sub(lambda found: found[1], html)
    return tuple(dict.fromkeys(found[1].lower() for found in _SHORTCODE.finditer(bare)))


def whole(html: str) -> str:
    """Return *html* as a page shows it: captions as figures, no marks of the editor, empty lines as paragraphs.

    WordPress stores a line end for a line end and an empty line for a paragraph unless blocks were used.
    """
    blocks = "<!-- wp:" in html
    html = _BLOCK.sub("", html)
    html = _CAPTION.sub(_figure, html)
    if blocks or re.search(r"<p[ >]", html, re.IGNORECASE):
        return html
    parts = (part.strip() for part in re.split(r"\n\s*\n", html.replace("\r\n", "\n")))
    return "\n".join(
        part if _TAG.match(part) else "<p>" + part.replace("\n", "<br>\n") + "</p>" for part in parts if part
    )


def _figure(found: re.Match[str]) -> str:
    picture = re.match(r"\s*((?:<a [^>]*>)?\s*<img [^>]*>\s*(?:</a>)?)(.*)", found[1], re.DOTALL | re.IGNORECASE)
    if not picture:
        return found[1]
    return f"<figure>{picture[1]}<figcaption>{picture[2].strip()}</figcaption></figure>"


def media_name(address: str) -> str:
    """Return where the file at *address* lies below ``uploads``: ``2021/05/panen.jpg``; sizes stay (``-300x200``)."""
    found = re.search(r"/uploads/(?:sites/\d+/)?([^?#]+)", address)
    return found[1] if found else address.rpartition("/")[2].partition("?")[0]


def unsized(name: str) -> str:
    """Return the name of the original of *name*: ``panen-300x200.jpg`` gives ``panen.jpg``."""
    return re.sub(r"-\d{2,5}x\d{2,5}(?=\.\w{3,4}$)", "", name)
