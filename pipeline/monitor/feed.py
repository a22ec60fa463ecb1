"""What a feed says, as plain values: RSS, Atom and their relatives by feedparser, JSON Feed by ourselves.

feedparser gets bytes that we decoded and looked at, never an address or the name of a file: it would open both. Its
cleaning of HTML, its dates and its following of links are switched off or not used; what stands for them is ours.
"""

import codecs
import io
import json
import re
from typing import Any

import msgspec

from pipeline.language import N_
from pipeline.monitor.link import link
from pipeline.monitor.when import instant
from pipeline.monitor.words import NAME, plain, summary

POSTS = 1_000
"""Posts of one feed that are looked at, the first: a feed holds ten to a hundred."""

BODY = 2**20
"""Characters of one body that are handed on."""

KEY = 500


class Post(msgspec.Struct, frozen=True, omit_defaults=True):
    """One post as its feed has it; all is plain text but *body*, which is HTML from a stranger.

    *key* is what the feed knows it by, *outlet* whom it names as its source. *body* is empty unless it was asked for.
    """

    key: str
    title: str
    url: str
    summary: str = ""
    author: str = ""
    outlet: str = ""
    published: int | None = None
    body: str = ""


class Feed(msgspec.Struct, frozen=True, omit_defaults=True):
    """A feed that was read. *note* says what is wrong with its form (it was read all the same), *encoding* how.

    *fault* (a text of ours) says why it could not be read; then there is nothing else.
    """

    title: str = ""
    posts: tuple[Post, ...] = ()
    encoding: str = ""
    note: str = ""
    fault: str = ""


NO_FEED = N_("bukan umpan RSS, Atom, atau JSON Feed")
ENTITIES = N_("berisi DTD atau entitas sendiri, yang tidak dibaca warta")


def read(data: bytes, kind: str, url: str, now: int, *, bodies: bool = False) -> Feed:
    """Return what *data* says, that came from *url* with the content type *kind* at *now*; *bodies* are wanted too."""
    text, encoding = decoded(data, kind)
    if forbidden(text):
        return Feed(fault=ENTITIES, encoding=encoding)
    if text.lstrip("\ufeff \t\r\n").startswith("{"):
        return _json(text, encoding, url, now, bodies=bodies)
    return _xml(text, encoding, url, now, bodies=bodies)


# Encodings that a feed may have. Those that hide ASCII in other bytes (UTF-7, HZ, EBCDIC) are not among them.
_SINGLE = ("iso8859-1", "iso8859-2", "iso8859-9", "iso8859-15", *(f"cp125{number}" for number in range(9)))
KNOWN = frozenset(
    ("utf-8", "ascii", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "gb18030", "gbk",
     "gb2312", "big5", "shift_jis", "euc_jp", "euc_kr", "koi8-r", *_SINGLE)
)  # fmt: skip

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
_BARE = (
    (b"<\0\0\0", "utf-32-le"), (b"\0\0\0<", "utf-32-be"), (b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"),
    (b"{\0", "utf-16-le"), (b"\0{", "utf-16-be"),
)  # fmt: skip
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_CHARSET = re.compile(r"""charset\s*=\s*["']?([A-Za-z0-9._-]{1,40})""", re.IGNORECASE)


def decoded(data: bytes, kind: str) -> tuple[str, str]:
    """Return *data* as text, and in which encoding it was: by its mark, as declared, or as it can be read.

    What the XML declares is believed before what the server says: servers send one header for all their files. What
    was declared and is not so is given up for UTF-8, and that for Windows' Latin, which reads anything.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace"), name.removesuffix("-sig")
    for start, name in _BARE:
        if data.startswith(start):
            return data.decode(name, "replace"), name
    declared = _DECLARED.match(data[:400])
    served = _CHARSET.search(kind)
    for name in (declared[1].decode("ascii") if declared else "", served[1] if served else "", "utf-8"):
        known = _known(name)
        if known:
            try:
                return data.decode(known), known
            except UnicodeDecodeError:
                continue
    return data.decode("cp1252", "replace"), "cp1252"


def _known(name: str) -> str:
    try:
        found = codecs.lookup(name).name if name else ""
    except LookupError:
        return ""
    if found in ("iso8859-1", "ascii"):
        return "cp1252" if found == "iso8859-1" else "utf-8"  # as browsers read them
    return found if found in KNOWN else ""


_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]*\[|<!ENTITY|<!ELEMENT|<!ATTLIST|<!NOTATION", re.IGNORECASE)


def forbidden(text: str) -> bool:
    """Whether *text* brings declarations of its own: an internal DTD, or entities that grow when they are read."""
    return _DOCTYPE.search(text.replace("\0", "")) is not None


_PROLOGUE = re.compile(r"^[\ufeff\s]*<\?xml[^>]*\?>")


def _xml(text: str, encoding: str, url: str, now: int, *, bodies: bool) -> Feed:
    import feedparser  # noqa: PLC0415  slow to load, and only this process needs it

    data = _PROLOGUE.sub("", text).lstrip("\ufeff \t\r\n").encode("utf-8", "replace")
    # A stream: given bytes or text, it would look for a file or a server of that name first.
    found = feedparser.parse(
        io.BytesIO(data), response_headers={"content-type": "application/xml; charset=utf-8"},
        sanitize_html=False, resolve_relative_uris=False,
    )  # fmt: skip
    if not found.get("version") and not found.entries:
        return Feed(fault=NO_FEED, encoding=encoding)
    note = type(found.get("bozo_exception")).__name__ if found.get("bozo") else ""
    posts = tuple(_entry(entry, url, now, bodies=bodies) for entry in found.entries[:POSTS])
    return Feed(plain(_text(found.feed.get("title"))), _useful(posts), encoding, note)


def _entry(entry: Any, url: str, now: int, *, bodies: bool) -> Post:  # noqa: ANN401  feedparser has no types
    content = [_text(one.get("value")) for one in entry.get("content") or () if isinstance(one, dict)]
    short, long = _text(entry.get("summary")), max(content, key=len, default="")
    target = link(_text(entry.get("feedburner_origlink")) or _text(entry.get("link")), url)
    # dict's own get: feedparser's would answer for `updated` with what is published.
    dates = (_text(dict.get(entry, key)) for key in ("published", "created", "updated"))
    source = entry.get("source")
    return Post(
        key=_text(entry.get("id"))[:KEY] or target,
        title=plain(_text(entry.get("title"))),
        url=target,
        summary=summary(short or long),
        author=plain(_text(entry.get("author")), NAME),
        outlet=plain(_text(source.get("title")), NAME) if isinstance(source, dict) else "",
        published=next((one for text in dates if (one := instant(text, now)) is not None), None),
        body=(long or short)[:BODY] if bodies else "",
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _useful(posts: tuple[Post, ...]) -> tuple[Post, ...]:
    """Return the posts that can be known again and looked at."""
    return tuple(post for post in posts if post.key and (post.title or post.url))


def _json(text: str, encoding: str, url: str, now: int, *, bodies: bool) -> Feed:
    """Read JSON Feed (versions 1 and 1.1, jsonfeed.org)."""
    try:
        found = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return Feed(fault=NO_FEED, encoding=encoding)
    items = found.get("items")
    if "jsonfeed.org" not in _text(found.get("version")) or not isinstance(items, list):
        return Feed(fault=NO_FEED, encoding=encoding)
    posts = tuple(_listed(item, url, now, bodies=bodies) for item in items[:POSTS] if isinstance(item, dict))
    return Feed(plain(_text(found.get("title"))), _useful(posts), encoding)


def _listed(item: dict[str, Any], url: str, now: int, *, bodies: bool) -> Post:
    page, text = _text(item.get("content_html")), _text(item.get("content_text"))
    authors = [*(item.get("authors") or ()), item.get("author")] if isinstance(item.get("authors") or (), list) else []
    names = (plain(_text(one.get("name")), NAME) for one in authors if isinstance(one, dict))
    target = link(_text(item.get("url")) or _text(item.get("external_url")), url)
    number = item.get("id")
    return Post(
        key=(str(number) if isinstance(number, (str, int, float)) else "")[:KEY] or target,
        title=plain(_text(item.get("title"))),
        url=target,
        summary=summary(_text(item.get("summary")) or page) or plain(text, 600),
        author=next(filter(None, names), ""),
        published=instant(_text(item.get("date_published")), now),
        body=(page or text)[:BODY] if bodies else "",
    )
