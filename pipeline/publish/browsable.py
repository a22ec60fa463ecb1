"""A site to be opened from a disk, without a server: links to folders name the page in them.

A browser that opens ``file:///…/2026/11/`` shows a list of files. So every relative link that ends in ``/`` gets
``index.html``. What needs a server stays as it is and says so: the search page asks for its index in vain.
"""

import re

_TAG = re.compile(rb'<(?:a|area|form|link)\s[^<>"]*(?:"[^"]*"[^<>"]*)*>', re.IGNORECASE)
_LINK = re.compile(rb'(?<=\s)((?:href|action)=")([^"]*)(")')
_REFRESH = re.compile(rb'(<meta http-equiv="refresh" content="\d+; *url=)([^"]*)(")', re.IGNORECASE)
_OUTSIDE = re.compile(rb"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def browsable(path: str, data: bytes) -> bytes:
    """Return the bytes of the file at *path* for a site without a server."""
    if not path.endswith(".html"):
        return data
    linked = _TAG.sub(lambda tag: _LINK.sub(_named, tag[0]), data)
    return _REFRESH.sub(_named, linked)


def _named(found: re.Match[bytes]) -> bytes:
    before, link, after = found.groups()
    return before + to_page(link) + after


def to_page(link: bytes) -> bytes:
    """Return *link* so that it ends in a file: ``../topik/#a`` gives ``../topik/index.html#a``."""
    if _OUTSIDE.match(link):
        return link
    cut = min((at for sign in (b"?", b"#") if (at := link.find(sign)) >= 0), default=len(link))
    way, rest = link[:cut], link[cut:]
    if way in (b".", b"..") or way.endswith((b"/.", b"/..")):
        way += b"/"
    return way + b"index.html" + rest if way.endswith(b"/") else link
