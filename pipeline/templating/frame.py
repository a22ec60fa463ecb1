"""The frame: what every page of the site shows around its own content."""

from typing import ClassVar

from pipeline.build.output import View
from pipeline.config import Accounts, Site
from pipeline.templating.plate import Plate


class Frame(View, frozen=True):
    """The site's name, address and people, from ``site.toml``, the pages in its menu (title, address), its picture."""

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


def frame(site: Site, menu: tuple[tuple[str, str], ...], picture: Plate | None) -> Frame:
    """Return the frame of a site with *menu* (pairs of title and address) and the *picture* that stands for it."""
    return Frame(
        name=site.nama, url=site.base, language=site.bahasa, tagline=site.slogan, about=site.tentang,
        publisher=site.penerbit or site.nama, email=site.surel, accounts=site.akun, menu=menu,
        picture=picture,
    )  # fmt: skip
