"""What a story's kit shows beside its posts, which are made by the social desk."""

from datetime import date
from typing import ClassVar

from pipeline.build.output import View


class Room(View, frozen=True, kw_only=True):
    """What all kits of a newsroom share.

    *icon* is the site's sign, below its root; empty where it has none. *mastodon* is the newsroom's own server there.
    """

    INPUTS: ClassVar[dict[str, str]] = {
        "name": "site.toml: nama",
        "url": "site.toml: url",
        "language": "site.toml: bahasa",
        "icon": "site.toml: kartu",
        "mastodon": "site.toml: akun",
    }

    name: str
    url: str
    language: str
    icon: str
    mastodon: str


class Kit(View, frozen=True, kw_only=True):
    """The kit of one story. *title* and *summary* are what a link to its page shows, *preview* the picture with them.

    *preview* is a path below ``output/``, empty where that picture may hold what this channel may not show. *poster*
    tells whether there is one to print.
    """

    INPUTS: ClassVar[dict[str, str]] = {
        "address": "alamat berkas",
        "title": "judul",
        "summary": "ringkasan",
        "day": "tanggal",
        "preview": "foto, kartu",
        "poster": "site.toml: meja.posters",
    }

    room: Room
    address: str
    title: str
    summary: str
    day: date
    preview: str = ""
    poster: bool = False


class Asset(View, frozen=True, kw_only=True):
    """A stylesheet or a script that all kits use: the name of its template."""

    INPUTS: ClassVar[dict[str, str]] = {"name": "nama berkas"}

    name: str
