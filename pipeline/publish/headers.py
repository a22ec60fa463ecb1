"""How each file is served: its type, how long it may be kept, and what browsers must not do with it.

A pure function of the path, for targets that can set headers. The policy is that of ``templates/site/_headers``, which
hosts read by themselves; a test compares the two.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from pipeline.publish.target import Headers

TYPES: Mapping[str, str] = MappingProxyType({
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "webmanifest": "application/manifest+json; charset=utf-8",
    "xml": "application/xml; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
    "svg": "image/svg+xml",
    "webp": "image/webp",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "ico": "image/x-icon",
    "woff2": "font/woff2",
    "pdf": "application/pdf",
    "zip": "application/zip",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
})  # fmt: skip
"""Content types by the end of a name; not those of this computer, which differ from system to system."""

FEEDS: Mapping[str, str] = MappingProxyType({
    "feed.xml": "application/rss+xml; charset=utf-8",
    "atom.xml": "application/atom+xml; charset=utf-8",
    "feed.json": "application/feed+json; charset=utf-8",
})  # fmt: skip
"""Files that readers of feeds know by their types."""

FOREVER = "public, max-age=31536000, immutable"
SOON = "public, max-age=60, must-revalidate"
LATER = "public, max-age=3600, must-revalidate"

_POLICY = (
    "default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; script-src 'self'; manifest-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
SECURITY: Mapping[str, str] = MappingProxyType({
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "Strict-Transport-Security": "max-age=31536000",
})  # fmt: skip
"""What ``templates/site/_headers`` says of every page."""

_NONE: Mapping[str, str] = MappingProxyType({})
_FINGERPRINTED = re.compile(r"-[0-9a-f]{8,}(?:-\d+)?(?:-?\d*x\d+)?\.[a-z0-9]+$")
_CHANGING = frozenset(("html", "xml", "json", "txt", "ics", "csv", "webmanifest"))


def headers(path: str) -> Headers:
    """Return how the file at *path* (below the site's root) is served."""
    name = path.rpartition("/")[2]
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    kind = FEEDS.get(name) or TYPES.get(ending, "application/octet-stream")
    if _FINGERPRINTED.search(name) and ending not in _CHANGING:
        kept = FOREVER
    else:
        kept = SOON if ending in _CHANGING or not ending else LATER
    return Headers(kind, kept, SECURITY if ending == "html" else _NONE)
