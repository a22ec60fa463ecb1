"""What the index of a year, the results of a month and the contents of all hold."""

from datetime import date
from typing import ClassVar

import msgspec

from pipeline.build.output import Blob, View


class Told(msgspec.Struct, frozen=True):
    """A story as it is searched: *library*, *regency* and *province* with slug or code, and with name.

    *place* is where it happened, for people; *body* its plain text.
    """

    title: str
    summary: str
    library: tuple[str, str]
    topics: tuple[str, ...]
    regency: tuple[str, str]
    province: tuple[str, str]
    place: str
    body: Blob


class Result(msgspec.Struct, frozen=True, array_like=True):
    """A story as a result shows it: *day* is that of publication in the library's zone."""

    address: str
    title: str
    summary: str
    library: str
    place: str
    day: date
    sample: bool


class Year(View, frozen=True, kw_only=True):
    """The stories of one year of addresses, by month, the oldest first: so a new one seldom moves another."""

    INPUTS: ClassVar[dict[str, str]] = {"year": "tahun alamat", "stories": "berita tahun itu (judul, isi, tempat)"}

    year: str
    stories: tuple[Told, ...]


class Month(View, frozen=True, kw_only=True):
    """The stories of one month (``2023/05``) of addresses, in the same order."""

    INPUTS: ClassVar[dict[str, str]] = {"month": "bulan alamat", "stories": "berita bulan itu (judul, ringkasan)"}

    month: str
    stories: tuple[Result, ...]


class Contents(View, frozen=True, kw_only=True):
    """What a browser asks for first: what there is, and by what it may be narrowed (slug or code, and name)."""

    INPUTS: ClassVar[dict[str, str]] = {
        "years": "tahun yang ada kabarnya",
        "months": "bulan yang ada kabarnya",
        "libraries": "nama perpustakaan",
        "topics": "topik yang ada isinya",
        "regions": "wilayah yang ada isinya",
    }

    years: tuple[str, ...]
    months: tuple[str, ...]
    libraries: tuple[tuple[str, str], ...]
    topics: tuple[str, ...]
    regions: tuple[tuple[str, str], ...]
