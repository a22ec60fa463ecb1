"""The library: one profile in ``content/libraries/``."""

from typing import Literal

import msgspec

from pipeline.content.found import Found
from pipeline.content.problem import Problem

Level = Literal["desa", "kecamatan", "kabupaten", "provinsi", "nasional"]
LEVELS: tuple[Level, ...] = ("desa", "kecamatan", "kabupaten", "provinsi", "nasional")


class Contact(msgspec.Struct, frozen=True, omit_defaults=True):
    """Public ways to reach the library (``kontak``)."""

    telephone: str = ""
    whatsapp: str = ""
    email: str = ""
    website: str = ""
    instagram: str = ""
    facebook: str = ""


class PressContact(msgspec.Struct, frozen=True, omit_defaults=True):
    """Whom a journalist may ask (``narahubung``): public by being written there."""

    name: str
    role: str = ""
    telephone: str = ""
    whatsapp: str = ""
    email: str = ""


class Spokesperson(msgspec.Struct, frozen=True, omit_defaults=True):
    """Who speaks for the library (``juru_bicara``)."""

    name: str
    role: str = ""
    about: str = ""


class Library(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One library. *region* is a Kemendagri code (``32.04.99.2999``), empty for a national one.

    *about* is one plain paragraph of boilerplate; *sample* marks an invented library.
    """

    slug: str
    path: str
    name: str
    level: Level = "desa"
    region: str = ""
    village: str = ""
    district: str = ""
    address: str = ""
    contact: Contact = Contact()
    about: str = ""
    feed: str = ""
    press_contact: PressContact | None = None
    spokespersons: tuple[Spokesperson, ...] = ()
    sample: bool = False


class ReadLibrary(msgspec.Struct, frozen=True):
    """What reading one profile gave. A profile with errors keeps its *slug* (*library* is then ``None``)."""

    library: Library | None
    html: str = ""
    problems: tuple[Problem, ...] = ()
    slug: str = ""
    found: tuple[Found, ...] = ()
