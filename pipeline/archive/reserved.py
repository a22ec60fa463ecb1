"""Addresses that the site uses itself, so that nothing that people write may have them."""

import re

LISTS = ("perpustakaan", "wilayah", "topik", "strategi")
OTHERS = ("arsip", "pers", "liputan", "bukti", "resep", "cari", "404")
FILES = (
    "xml", "json", "css", "js", "svg", "png", "webp", "jpg", "jpeg", "woff2", "txt", "webmanifest", "ico", "pdf", "zip",
)  # fmt: skip
"""How the names of files end that the site makes; a page lies in a folder, and no folder may be called like a file."""

_YEAR = re.compile(r"^\d{4}$")
_MONTH = re.compile(r"\d{4}(?:/\d{2})?", re.ASCII)
_FILE = re.compile(rf".*\.(?:{'|'.join(FILES)})|index\.html|404\.html", re.IGNORECASE)
_KIT = re.compile(r"\d{4}/\d{2}/[^/]+/bagikan(?:/.*)?", re.ASCII)


def reserved(address: str) -> bool:
    """Whether *address* (of a free page) begins with a segment that belongs to the site."""
    first = address.partition("/")[0]
    return first in LISTS or first in OTHERS or _YEAR.match(first) is not None


def reserved_alias(alias: str) -> bool:
    """Whether *alias* (an old address) is that of a page or a file that the site makes itself, or leads into one."""
    parts = alias.split("/")
    return (
        parts[0] in (*LISTS, *OTHERS)
        or alias.startswith("_")  # hosts read files of such names
        or _MONTH.fullmatch(alias) is not None
        or _KIT.fullmatch(alias) is not None
        or any(_FILE.fullmatch(part) for part in parts)
    )
