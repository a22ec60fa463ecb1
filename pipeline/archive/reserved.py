"""Addresses that the site uses itself, so that no free page may have them."""

import re

LISTS = ("perpustakaan", "wilayah", "topik", "strategi")
OTHERS = ("arsip", "pers", "liputan", "bukti", "cari", "404")
_YEAR = re.compile(r"^\d{4}$")


def reserved(address: str) -> bool:
    """Whether *address* (of a free page) begins with a segment that belongs to the site."""
    first = address.partition("/")[0]
    return first in LISTS or first in OTHERS or _YEAR.match(first) is not None
