"""Addresses of the site: from a page's kind to its path and back."""

import re
from typing import NamedTuple
from urllib.parse import quote

from pipeline.archive.reserved import LISTS

SITE = "site/"
_BUCKET = re.compile(r"^\d{4}(?:/\d{2})?$")
_FORMS = {
    "hub": re.compile(r"^(?:arsip|resep)$"),
    "recipe": re.compile(r"^resep/.+$"),
    "search": re.compile(r"^cari$"),
    "coverage": re.compile(r"^liputan(?:/\d{4})?$", re.ASCII),
    "month": re.compile(r"^\d{4}/\d{2}$"),
}
"""Pages that are neither in a list nor written by anybody, by their addresses."""


class Address(NamedTuple):
    """What a path of the site stands for.

    *kind* is ``home``, ``story`` (or a redirect), ``month``, ``list``, ``bucket``, ``listfeed``, ``hub``, ``search``,
    ``coverage``, ``recipe``, ``page`` or ``file``; *name* the story's address, the month, the list's sequence or the
    file's name; *bucket* a year or month.
    """

    kind: str
    name: str
    bucket: str = ""


def page(address: str) -> str:
    """Return the path of the page at *address* (``2023/05/panen`` gives ``site/2023/05/panen/index.html``)."""
    return f"{SITE}{address}/index.html" if address else f"{SITE}index.html"


def root(path: str) -> str:
    """Return the relative way from the page at *path* to the site's root: ``../../../``, or ``./`` at the top."""
    return "../" * (path.count("/") - 1) or "./"


def parse(path: str) -> Address:
    """Return what *path* (relative to ``output/``) stands for."""
    inside = path.removeprefix(SITE)
    if inside == "index.html":
        return Address("home", "")
    if not inside.endswith("/index.html"):
        folder, _, name = inside.rpartition("/")
        return Address("listfeed", folder) if folder and name == "feed.xml" else Address("file", inside)
    return _page(inside.removesuffix("/index.html"))


def _page(address: str) -> Address:
    first, _, rest = address.partition("/")
    if first in LISTS:
        return _in_list(address, rest) if rest else Address("hub", first)
    for kind, form in _FORMS.items():
        if form.match(address):
            return Address(kind, address)
    return Address("story", address) if "/" in address else Address("page", address)


def _in_list(address: str, rest: str) -> Address:
    bucket = rest.partition("/")[2]
    if bucket == "liputan":
        return Address("coverage", address)
    if _BUCKET.match(bucket):
        return Address("bucket", address.removesuffix(f"/{bucket}"), bucket)
    return Address("list", address)


def url(base: str, address: str) -> str:
    """Return the absolute address of the page at *address*."""
    return f"{base}{quote(address)}/" if address else base
