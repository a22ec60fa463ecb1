"""What the calendar shows."""

from datetime import datetime
from typing import ClassVar

import msgspec

from pipeline.build.output import View


class Reminder(msgspec.Struct, frozen=True, kw_only=True):
    """One entry of the calendar: post *file* of the story at *address* on *platform* (*name*), *at* local time.

    *published* is in seconds since 1970. *page* is where posts are sent from, or the story's own page. *note* is said
    of the day.
    """

    address: str
    platform: str
    name: str
    title: str
    library: str
    zone: str
    at: datetime
    published: int
    file: str
    page: str
    kit: bool
    note: str


class Agenda(View, frozen=True, kw_only=True):
    """The newest stories' reminders, by time. *host* is the site's, for names that nobody else gives."""

    INPUTS: ClassVar[dict[str, str]] = {
        "name": "site.toml: nama",
        "host": "site.toml: url",
        "language": "site.toml: bahasa",
        "reminders": "berita terbaru, site.toml: kalender, hari libur",
    }

    name: str
    host: str
    language: str
    reminders: tuple[Reminder, ...]


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One post of a table: that of *address* for *platform* (*name*), *at* local time; ``None`` where none is left."""

    address: str
    platform: str
    name: str
    title: str
    library: str
    zone: str
    url: str
    at: datetime | None
    note: str


class Month(View, frozen=True, kw_only=True):
    """The posts of the stories of one month (``2026/11``) of addresses, by time. *base* is the address of the site."""

    INPUTS: ClassVar[dict[str, str]] = {
        "month": "bulan alamat",
        "base": "site.toml: url",
        "language": "site.toml: bahasa",
        "rows": "berita bulan itu, site.toml: kalender, hari libur",
    }

    month: str
    base: str
    language: str
    rows: tuple[Row, ...]
