"""What is looked for in the news: our libraries, their stories, regions, and people in public roles. Plain values.

They are filled by ``pipeline.production``, which knows the newsroom; this room does not.
"""

from datetime import date

import msgspec

from pipeline.content.library import Level


class LibraryName(msgspec.Struct, frozen=True, kw_only=True):
    """A library as it may be called. *region* is a code, *village* and *district* names; each may be empty.

    *shared*: how many villages of the country are called as its village; 0 where that is not known.
    """

    slug: str
    name: str
    level: Level = "desa"
    region: str = ""
    village: str = ""
    district: str = ""
    shared: int = 0


class StoryName(msgspec.Struct, frozen=True, kw_only=True):
    """A story (or release) as others may tell it: its *title*, its *library* (a slug) and the day it happened."""

    address: str
    title: str
    library: str
    day: date


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody in a public role: ``[[tokoh]]`` of ``sumber.toml``."""

    name: str
    role: str = ""


class Outlet(msgspec.Struct, frozen=True, kw_only=True):
    """Who prints: *name* as items say it, *region* the code of where it is read, empty for all the country."""

    name: str
    region: str = ""


class Newsroom(msgspec.Struct, frozen=True, kw_only=True):
    """All that is looked for. *regions* are the codes whose libraries as a whole concern this newsroom."""

    libraries: tuple[LibraryName, ...] = ()
    stories: tuple[StoryName, ...] = ()
    people: tuple[Person, ...] = ()
    regions: tuple[str, ...] = ()
    outlets: tuple[Outlet, ...] = ()
