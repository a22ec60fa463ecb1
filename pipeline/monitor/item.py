"""The item: one post of a feed, as plain values."""

from typing import Literal

import msgspec

Reach = Literal["desa", "kecamatan", "kabupaten", "provinsi", "nasional"]
"""How far an outlet is read: the levels of libraries (``pipeline.content.library.Level``)."""


class Item(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One post of a feed. Nothing in it is markup, and *url* is ``http`` or ``https`` or empty.

    *source* is the name of its feed in ``sumber.toml``, *key* what it is known by in that feed. *published* and *seen*
    are seconds since 1970 (UTC); *published* is ``None`` where the feed gives no time that can be trusted. *outlet* is
    who printed it: the source's own name, or what a search of news names. *reach* is as the newsroom says of it.
    """

    source: str
    key: str
    title: str
    url: str
    seen: int
    published: int | None = None
    summary: str = ""
    author: str = ""
    outlet: str = ""
    reach: Reach = "kabupaten"
