"""What the pages of evidence show."""

from typing import ClassVar

import msgspec

from pipeline.build.output import View
from pipeline.evidence.evidence import Cell, Changed, Told
from pipeline.evidence.indicator import Value
from pipeline.evidence.sums import Sums
from pipeline.templating.frame import Frame


class Way(msgspec.Struct, frozen=True):
    """A way to another page: its *address* below the site's root, without a slash at its end."""

    title: str
    address: str


class Row(msgspec.Struct, frozen=True):
    """An indicator of an area: its values over all years, and in those of ``Series.columns``, ``None`` for none."""

    code: str
    name: str
    unit: str
    about: str
    whole: Value
    years: tuple[Value | None, ...]


class Inside(msgspec.Struct, frozen=True):
    """A place within an area: where its evidence stands, what it adds up to, the last month with a story of its own.

    *libraries* are all that lie in it, *silent* those of them with no report in the last half year.
    """

    way: Way
    sums: Sums
    last: str
    libraries: int
    silent: int


class Quiet(msgspec.Struct, frozen=True):
    """A library with no report in the last half year; *last* is empty for one that never wrote."""

    way: Way
    last: str


class Series(msgspec.Struct, frozen=True, kw_only=True):
    """What the real stories of an area show, or (*sample*) its samples.

    *rows* are its indicators in the years *columns*, *missing* the names of those of which no story tells. *years* are
    those with a page of sources, *told* all events where they are so few that they need none. Of *libraries* in the
    area, *silent* have no report in the half year up to the month *until*; *quiet* names them where they are few.
    """

    sample: bool
    sums: Sums
    first: str
    until: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    missing: tuple[str, ...]
    cells: tuple[Cell, ...]
    inside: tuple[Inside, ...]
    libraries: int
    silent: int
    quiet: tuple[Quiet, ...]
    changes: tuple[Changed, ...]
    partners: tuple[tuple[str, int], ...]
    funding: tuple[tuple[str, int], ...]
    told: tuple[Told, ...]
    years: tuple[str, ...]


class AreaPage(View, frozen=True, kw_only=True):
    """The evidence of one area. *name* is empty for all; *home* is its page of news; *more* leads to further pages.

    *aside* tells that its tables are those of samples beside those of real stories, of which it has none, *copied*
    that it has a page of rows to copy.
    """

    INPUTS: ClassVar[dict[str, str]] = {
        "key": "alamat",
        "level": "tingkat",
        "name": "nama wilayah atau perpustakaan",
        "up": "wilayah di atasnya",
        "home": "halaman kabar",
        "series": "angka laporan, content/indikator.toml",
        "more": "dukungan, rencana, opsi, pilihan, data terbuka",
        "aside": "contoh",
        "copied": "angka laporan, site.toml: bukti",
    }

    frame: Frame
    key: str
    level: str
    name: str
    up: tuple[Way, ...]
    home: Way | None
    series: tuple[Series, ...]
    more: tuple[Way, ...] = ()
    aside: bool = False
    copied: bool = False


class Source(msgspec.Struct, frozen=True):
    """The events of one year, of real stories or of samples."""

    sample: bool
    told: tuple[Told, ...]


class SourcesPage(View, frozen=True, kw_only=True):
    """The events of one *year* of an area, each with what it adds."""

    INPUTS: ClassVar[dict[str, str]] = {
        "key": "alamat",
        "name": "nama wilayah atau perpustakaan",
        "year": "alamat",
        "up": "wilayah di atasnya",
        "sources": "angka laporan",
    }

    frame: Frame
    key: str
    name: str
    year: str
    up: tuple[Way, ...]
    sources: tuple[Source, ...]


class Province(msgspec.Struct, frozen=True):
    """A province and all that lies in it, as ways to their evidence."""

    way: Way | None
    regencies: tuple[Way, ...]
    libraries: tuple[Way, ...]


class IndexPage(View, frozen=True, kw_only=True):
    """The way to all areas."""

    INPUTS: ClassVar[dict[str, str]] = {"provinces": "wilayah dan perpustakaan"}

    frame: Frame
    provinces: tuple[Province, ...]


class Defined(msgspec.Struct, frozen=True):
    """How an indicator is defined; *only* are the words of the stories that count, where not all do."""

    code: str
    name: str
    unit: str
    about: str
    only: tuple[str, ...]


class MethodPage(View, frozen=True, kw_only=True):
    """How the numbers are made, and what they do not say."""

    INPUTS: ClassVar[dict[str, str]] = {"indicators": "content/indikator.toml"}

    frame: Frame
    indicators: tuple[Defined, ...]


class Asset(View, frozen=True, kw_only=True):
    """A stylesheet: the name of its template."""

    INPUTS: ClassVar[dict[str, str]] = {"name": "nama berkas"}

    name: str


class AreaData(View, frozen=True, kw_only=True):
    """The tables of one area: rows by the names of their tables, or of other files; *heads* name their columns.

    *people* are the names of those that are opened by people, not read by tools.
    """

    INPUTS: ClassVar[dict[str, str]] = {
        "key": "alamat",
        "heads": "site.toml: bukti",
        "rows": "angka laporan, content/indikator.toml",
    }

    key: str
    heads: tuple[tuple[str, tuple[str, ...]], ...]
    rows: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]
    people: tuple[str, ...] = ()


class WholeTable(View, frozen=True, kw_only=True):
    """One table of all areas: the rows of the first, and *parts*, the files that hold those of the others."""

    INPUTS: ClassVar[dict[str, str]] = {"name": "nama tabel", "head": "nama kolom", "rows": "angka laporan"}

    name: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    parts: tuple[str, ...] = ()


class Twin(View, frozen=True, kw_only=True):
    """A table in another form: *of* is the file that holds it, *numbers* are the columns that are numbers."""

    INPUTS: ClassVar[dict[str, str]] = {"of": "nama tabel", "numbers": "nama kolom"}

    of: str
    numbers: tuple[str, ...]


class Workbook(View, frozen=True, kw_only=True):
    """Tables in one workbook: of each its title and file, and the columns that are numbers.

    Where the last says so, only rows of regions and of all are in it: those of libraries lie in their own tables.
    """

    INPUTS: ClassVar[dict[str, str]] = {"tables": "nama tabel", "day": "tanggal"}

    tables: tuple[tuple[str, str, tuple[str, ...], bool], ...]
    day: str


class Package(View, frozen=True, kw_only=True):
    """The description of all tables; *sample* tells that they hold samples, *day* is that of the newest story."""

    INPUTS: ClassVar[dict[str, str]] = {
        "title": "site.toml: nama",
        "url": "site.toml: url",
        "publisher": "site.toml: penerbit",
        "language": "site.toml: bahasa",
        "licence": "site.toml: bukti",
        "sample": "contoh",
        "day": "terbit_pada",
        "files": "nama tabel",
    }

    title: str
    url: str
    publisher: str
    language: str
    licence: str
    sample: bool
    day: str
    files: tuple[str, ...]


class Copied(msgspec.Struct, frozen=True):
    """Rows to copy, of real stories or of samples; *file* is the table that holds the same."""

    sample: bool
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    file: str


class SimPage(View, frozen=True, kw_only=True):
    """Rows of a library that are ready to be copied into other systems, newest first."""

    INPUTS: ClassVar[dict[str, str]] = {
        "key": "alamat",
        "name": "nama perpustakaan",
        "up": "wilayah di atasnya",
        "copied": "angka laporan, site.toml: bukti",
    }

    frame: Frame
    key: str
    name: str
    up: tuple[Way, ...]
    copied: tuple[Copied, ...]


class DictionaryPage(View, frozen=True, kw_only=True):
    """What the tables hold, for those who use them."""

    INPUTS: ClassVar[dict[str, str]] = {"licence": "site.toml: bukti", "sample": "contoh", "others": "contoh"}

    frame: Frame
    licence: str
    sample: bool
    others: bool
