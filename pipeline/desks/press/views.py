"""What a release, its kit and the media room show."""

from datetime import date
from typing import ClassVar

import msgspec

from pipeline.build.output import Blob, View
from pipeline.content.moment import Moment
from pipeline.content.picture import Picture
from pipeline.content.story import Participants
from pipeline.templating.frame import Frame


class Spoken(msgspec.Struct, frozen=True):
    """What somebody said, and who that is: full name and role."""

    text: str
    name: str
    role: str


class Person(msgspec.Struct, frozen=True):
    """Whom to ask, or who speaks: *ways* to reach them and what they know are in words."""

    name: str
    role: str = ""
    ways: tuple[str, ...] = ()
    about: str = ""


class Shot(msgspec.Struct, frozen=True):
    """A photo: whose it is, what it shows, and *consent* in words."""

    picture: Picture
    caption: str
    alt: str
    photographer: str
    consent: str


class Told(msgspec.Struct, frozen=True):
    """A story of which a campaign tells; *url* is its page in full."""

    title: str
    summary: str
    url: str


class About(msgspec.Struct, frozen=True):
    """Boilerplate: of whom, and what is said of them."""

    name: str
    text: str


class Release(View, frozen=True, kw_only=True):
    """One release. *url* is the story's page in full, *html* and *text* name its body.

    *until* is the end of the embargo (seconds since 1970), 0 where there is none. *dateline* is ready to be read,
    *city* is what another outlet's takes. *place* says where, *region* in which regency and province. *home* says
    where the library is.
    """

    INPUTS: ClassVar[dict[str, str]] = {
        "address": "alamat berkas",
        "url": "alamat berkas, site.toml: url",
        "language": "site.toml: bahasa",
        "number": "siaran",
        "city": "siaran, wilayah",
        "dateline": "site.toml: pers, siaran, wilayah",
        "until": "embargo",
        "day": "terbit_pada",
        "title": "judul",
        "summary": "ringkasan",
        "date": "tanggal",
        "zone": "wilayah",
        "kind": "jenis",
        "place": "lokasi",
        "region": "wilayah",
        "participants": "peserta",
        "partners": "mitra",
        "problem": "masalah",
        "action": "tindakan",
        "result": "hasil",
        "outcome": "dampak",
        "quotes": "kutipan",
        "html": "isi",
        "text": "isi",
        "stories": "berita",
        "corrections": "ralat",
        "photos": "foto",
        "library": "perpustakaan",
        "home": "perpustakaan",
        "ways": "perpustakaan",
        "spokespersons": "perpustakaan",
        "contact": "perpustakaan",
        "desk": "site.toml: pers, surel",
        "about": "perpustakaan, site.toml: pers",
        "heading": "site.toml: pers",
        "site": "site.toml: nama",
        "colours": "site.toml: kartu",
        "logo": "site.toml: kartu",
        "sample": "contoh",
    }

    address: str
    url: str
    language: str
    number: str
    city: str
    dateline: str
    until: int
    day: date
    title: str
    summary: str
    date: Moment
    zone: str
    kind: str
    place: str
    region: tuple[str, ...]
    participants: Participants | None
    partners: tuple[str, ...]
    problem: str
    action: str
    result: str
    outcome: str
    quotes: tuple[Spoken, ...]
    html: Blob
    text: Blob
    stories: tuple[Told, ...]
    corrections: tuple[tuple[Moment, str], ...]
    photos: tuple[Shot, ...]
    library: str
    home: str
    ways: tuple[str, ...]
    spokespersons: tuple[Person, ...]
    contact: Person | None
    desk: str
    about: tuple[About, ...]
    heading: str
    site: str
    colours: tuple[str, str]
    logo: Blob
    sample: bool


class Kit(View, frozen=True, kw_only=True):
    """The kit of a release; *forms* are the paths of the files of the release that are in it."""

    INPUTS: ClassVar[dict[str, str]] = {"forms": "alamat berkas"}

    release: Release
    forms: tuple[str, ...]


class Copy(View, frozen=True, kw_only=True):
    """A file of the release as it is sent: *of* is its path. In the media room it shows the same to everybody."""

    INPUTS: ClassVar[dict[str, str]] = {"of": "siaran yang dikirim"}

    of: str


class ReleasePage(View, frozen=True, kw_only=True):
    """The page of a release in the media room, with what may be downloaded beside it; *kit* is the name of the ZIP.

    *pictured* tells that photos are made for the site.
    """

    INPUTS: ClassVar[dict[str, str]] = {"kit": "alamat berkas", "pictured": "site.toml: meja.photos"}

    frame: Frame
    release: Release
    kit: str
    pictured: bool


class Listed(msgspec.Struct, frozen=True):
    """A release in the media room's list."""

    address: str
    title: str
    summary: str
    library: str
    day: date
    kit: str
    sample: bool


class Counted(msgspec.Struct, frozen=True):
    """What stories add up to (``pipeline.archive.tally``); *since* is a month."""

    stories: int
    libraries: int
    events: int
    attendances: int
    since: str
    sample: bool


class Asset(View, frozen=True, kw_only=True):
    """A stylesheet: the name of its template."""

    INPUTS: ClassVar[dict[str, str]] = {"name": "nama berkas"}

    name: str


class Room(View, frozen=True, kw_only=True):
    """The media room, or (*year*) its older releases of one year. *archives* are the years that have a page.

    *counted* is what all stories add up to. *covered* tells that there is coverage to see.
    """

    INPUTS: ClassVar[dict[str, str]] = {
        "year": "alamat",
        "releases": "siaran yang tampil",
        "archives": "arsip per tahun",
        "program": "site.toml: pers",
        "desk": "site.toml: pers",
        "counted": "banyaknya kabar",
        "covered": "kliping",
    }

    frame: Frame
    year: str
    releases: tuple[Listed, ...]
    archives: tuple[str, ...]
    program: str
    desk: str
    counted: tuple[Counted, ...]
    covered: bool
