"""Where the links stand in a text, as X, Mastodon and Bluesky find them.

X and Mastodon share one grammar (twitter-text 3.1.0, whose patterns Mastodon's composer imports): a host that ends in a
top-level domain, then perhaps a port, a path and a query. X also takes a host without ``https://``; a file name such
as ``foto.pdf`` ends in no such domain and is no link, an e-mail address neither. Bluesky takes all up to the next
space (``@atproto/api``, rich-text/detection).
"""

import re
from collections.abc import Iterator
from functools import cache

from pipeline.desks.social.domains import is_top_level

Span = tuple[int, int]

_LETTERS = "0-9A-Za-zÀ-ÖØ-öø-ɏ"
_ANY = r"[^\s!-/:-@\[-`{-~]"
_PATH = rf"[{_LETTERS}Ѐ-ӿ!*';:=+,.$/%#\[\]\-–_~@|&]"
_PATH_END = rf"[{_LETTERS}Ѐ-ӿ=_#/+\-)]"
_QUERY = r"[0-9A-Za-z!?*'();:&=+$/%#\[\]\-_.,~|@]"
_SHORTENED = 15
"""Bluesky's app leaves what follows the host alone up to this length."""


@cache
def _host() -> re.Pattern[str]:
    """One host: after ``https://`` any letters, without it only Latin ones and no underscore."""
    named = rf"(?:{_ANY}(?:(?:{_ANY}|[_-])*{_ANY})?\.)+{_ANY}(?:{_ANY}|[_-])*"
    bare = rf"(?:[{_LETTERS}](?:[{_LETTERS}-]*[{_LETTERS}])?\.)+[{_LETTERS}][{_LETTERS}-]*"
    alone = r"(?<![-./])(?<![^0-9A-Za-z]_)(?<!^_)"
    return re.compile(rf"(?<![0-9A-Za-z@＠$#＃])(?:(?:https?://)({named})|{alone}({bare}))", re.IGNORECASE)


@cache
def _tail() -> re.Pattern[str]:
    """What may follow a host: port, path, query. Brackets belong to a path only in pairs."""
    path = rf"/(?:{_PATH}|\({_PATH}*\))*(?<={_PATH_END})"
    return re.compile(rf"(?::[0-9]+)?({path})?(?:\?{_QUERY}*[0-9A-Za-z\-_&=#/])?")


@cache
def _domain() -> re.Pattern[str]:
    """A possible top-level domain: ASCII up to a boundary, else a name in another script."""
    return re.compile(r"xn--[0-9A-Za-z-]+|[A-Za-z]+(?![0-9A-Za-z@+-])|[^\W\d_a-zA-Z]+")


def _dotted(text: str) -> Iterator[Span]:
    """Yield the words that have a full stop inside: only there can a link be."""
    end = 0
    while (dot := text.find(".", end)) >= 0:
        if text[dot + 1 : dot + 2].strip():
            start = max(end, text.rfind(" ", end, dot) + 1, text.rfind("\n", end, dot) + 1)
            end = _word_end(text, dot)
            yield start, end
        else:
            end = dot + 1


def _word_end(text: str, start: int) -> int:
    stops = [stop for stop in (text.find(" ", start), text.find("\n", start)) if stop >= 0]
    return min(stops, default=len(text))


def _domain_end(text: str, start: int, end: int) -> int | None:
    """Return where the last top-level domain of the host at *start*..*end* ends; ``None``: it has none."""
    dot = text.rfind(".", start, end)
    while dot > start:
        name = text[max(text.rfind(".", start, dot) + 1, start) : dot]
        found = _domain().match(text, dot + 1)
        if found and "_" not in name and not name.endswith("-") and is_top_level(found[0]):
            return found.end()
        dot = text.rfind(".", start, dot)
    return None


def _link_end(text: str, host: re.Match[str]) -> int | None:
    """Return where the link that begins with *host* ends; ``None``: it is no link."""
    group = 1 if host[1] else 2
    end = _domain_end(text, host.start(group), host.end(group))
    tail = _tail().match(text, end) if end is not None else None
    if tail is None or (group == 2 and tail[1] is None):
        return end
    return tail.end()


def find_links(text: str, *, bare: bool) -> list[Span]:
    """Return the links in *text*, in order; with *bare* also those without ``https://`` (X; not Mastodon)."""
    found: list[Span] = []
    for start, end in _dotted(text) if bare or "://" in text else ():
        at = start
        while host := _host().search(text, at, end):
            stop = _link_end(text, host) if bare or host[1] else None
            if stop is not None:
                found.append((host.start(), stop))
            at = stop or host.end()
    return found


def shorten_links(text: str) -> str:
    """Return *text* as Bluesky's app posts it: each link cut to its host and the first 13 characters after it."""
    return re.sub(r"http(?<![^\s(]http)s?://\S+", _shortened, text) if "://" in text else text


def _shortened(found: re.Match[str]) -> str:
    """Shorten one link; one closing mark of punctuation, or a bracket never opened, stays outside it."""
    link = found[0]
    kept = link[:-1] if link[-1] in ".,;!?" else link
    if kept.endswith(")") and "(" not in kept:
        kept = kept[:-1]
    return _short_link(kept) + link[len(kept) :]


def _short_link(link: str) -> str:
    """Return *link* as the app shows it; unchanged where it is no proper address."""
    parts = re.fullmatch(
        r"(https?)://(?:[^/?#\\]*@)?([^/?#\\:@<>^|%\[\]]+)(:[0-9]+)?((?:/[^?#]*)?)(.*)", link, re.DOTALL
    )
    host = _ascii_host(parts[2]) if parts else None
    if parts is None or host is None:
        return link
    standard = {"http": ":80", "https": ":443"}[parts[1]]
    port = parts[3] if parts[3] and parts[3] != standard else ""
    tail = _encoded(("" if parts[4] == "/" else parts[4]) + parts[5])
    return host + port + (tail if len(tail) <= _SHORTENED else tail[:13] + "...")


def _ascii_host(host: str) -> str | None:
    if host.isascii():
        return host.lower()
    try:
        name = host.encode("idna").decode().lower()
    except UnicodeError:
        return None
    return None if ".." in name else name


def _encoded(tail: str) -> str:
    """Return what follows a host as a browser writes it, with other letters in per cent signs."""
    if tail.isascii():
        return tail
    from urllib.parse import quote  # noqa: PLC0415  rare, and slow to import

    return quote(tail, safe="!#$%&'()*+,/:;=?@[]^|~", errors="replace")
