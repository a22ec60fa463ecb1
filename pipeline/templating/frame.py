"""The frame: what every page of the site shows around its own content."""

from typing import ClassVar

import msgspec

from pipeline.build.output import View
from pipeline.config import Accounts, Site
from pipeline.templating.plate import Plate


class Marks(msgspec.Struct, frozen=True):
    """How pages name the site's sign: addresses below its root, empty where it is not made in that form.

    *vector* is an SVG, *small* and *large* are PNG of 192 and 512 pixels, *touch* is Apple's. *light* and *dark* are
    colours (``#rrggbb``) for the browser's own surface.
    """

    vector: str
    small: str
    touch: str
    large: str
    light: str
    dark: str


class Frame(View, frozen=True):
    """The site's name, address and people, from ``site.toml``, the pages in its menu (title, address), its picture.

    *marks* are its sign in small, *press* tells of a media room, *evidence* of pages of evidence.
    """

    INPUTS: ClassVar[dict[str, str]] = {
        "name": "site.toml: nama",
        "url": "site.toml: url",
        "language": "site.toml: bahasa",
        "tagline": "site.toml: slogan",
        "about": "site.toml: tentang",
        "publisher": "site.toml: penerbit",
        "email": "site.toml: surel",
        "accounts": "site.toml: akun",
        "menu": "menu (content/pages)",
        "picture": "kartu situs",
        "marks": "site.toml: kartu",
        "search": "site.toml: meja.search",
        "press": "site.toml: meja.press",
        "evidence": "site.toml: meja.evidence",
    }

    name: str
    url: str
    language: str
    tagline: str
    about: str
    publisher: str
    email: str
    accounts: Accounts
    menu: tuple[tuple[str, str], ...] = ()
    picture: Plate | None = None
    marks: Marks | None = None
    search: bool = False
    press: bool = False
    evidence: bool = False


def frame(
    site: Site, menu: tuple[tuple[str, str], ...], picture: Plate | None = None, marks: Marks | None = None
) -> Frame:
    """Return the frame of a site with *menu* (pairs of title and address), the *picture* for it, and its sign."""
    return Frame(
        name=site.nama, url=site.base, language=site.bahasa, tagline=site.slogan, about=site.tentang,
        publisher=site.penerbit or site.nama, email=site.surel, accounts=site.akun, menu=menu,
        picture=picture, marks=marks, search=site.meja.search, press=site.has_media_room, evidence=site.has_evidence,
    )  # fmt: skip
