"""What a sheet for advocacy shows."""

from datetime import date
from typing import ClassVar, Literal

import msgspec

from pipeline.build.output import Blob, View
from pipeline.content.picture import Picture
from pipeline.desks.advocacy.grounds import Ground
from pipeline.evidence.evidence import Place, Told
from pipeline.evidence.indicator import Measured
from pipeline.evidence.ledger import Matter, Total

Kind = Literal["", "rupiah", "persen"]


class Figure(msgspec.Struct, frozen=True, omit_defaults=True):
    """An indicator with what it comes to. *of* are the events behind it, 0 where all are.

    Of a share they are answers, of men and women the attendances of which it is told. *measure* is empty where only
    some stories count.
    """

    code: str
    name: str
    number: int
    of: int = 0
    kind: Kind = ""
    measure: str = ""


class Tale(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The story of a sheet, as its report tells it. *text* is its body, *reason* why a panel chose it."""

    title: str
    url: str
    library: str
    place: str
    day: date
    summary: str = ""
    problem: str = ""
    action: str = ""
    result: str = ""
    outcome: str = ""
    meaning: str = ""
    text: Blob = ""
    quote: str = ""
    speaker: str = ""
    photo: Picture | None = None
    alt: str = ""
    photographer: str = ""
    reason: str = ""


class Ask(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is asked for, of whom, and until when; *value* is in rupiah, *amount* in words."""

    what: str
    party: str = ""
    value: int | None = None
    amount: str = ""
    due: date | None = None
    library: str = ""
    url: str = ""


class Given(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Support that was received. *party* is empty where it shall not be named."""

    what: str
    party: str = ""
    value: int | None = None
    amount: str = ""
    day: date | None = None
    library: str = ""
    url: str = ""
    thanks: str = ""


class Sheet(View, frozen=True, kw_only=True):
    """One sheet. *key* is the area's, *name* what it is called, *addressee* who is meant by *audience* there.

    *came* are the attendances of *counted* events. *since* and *until* are the months (``2026-05``) of its evidence.
    *silent* are names of libraries without a story, *mute* how many there are; of *partnered* institutions *partners*
    took part most. *open* are all asks that wait, of which *ask* is the most urgent to this audience. *url* is the page
    of the area's evidence, empty where there is none; *day* is that of its newest story.
    """

    INPUTS: ClassVar[dict[str, str]] = {
        "key": "alamat berkas",
        "audience": "alamat berkas",
        "addressee": "perpustakaan, wilayah",
        "language": "site.toml: bahasa",
        "name": "perpustakaan, wilayah",
        "place": "perpustakaan, wilayah",
        "day": "terbit_pada",
        "figures": "peserta, mitra, berita",
        "since": "berita",
        "until": "berita",
        "stories": "berita",
        "events": "kegiatan",
        "came": "peserta",
        "counted": "peserta",
        "libraries": "perpustakaan",
        "silent": "perpustakaan, berita",
        "mute": "perpustakaan, berita",
        "partners": "mitra",
        "partnered": "mitra",
        "tale": "berita, pilihan",
        "ask": "permintaan",
        "open": "permintaan",
        "others": "permintaan",
        "given": "dukungan",
        "grounds": "content/dasar-hukum.toml",
        "peer": "dukungan",
        "example": "content/dasar-hukum.toml",
        "contacts": "perpustakaan, site.toml: surel",
        "contact": "perpustakaan",
        "url": "alamat berkas, site.toml: url",
        "site": "site.toml: nama",
        "heading": "site.toml: pers",
        "colours": "site.toml: kartu",
        "logo": "site.toml: kartu",
        "sample": "contoh",
    }

    key: str
    audience: str
    addressee: str
    language: str
    name: str
    place: str
    day: date
    figures: tuple[Figure, ...]
    since: str
    until: str
    stories: int
    events: int
    came: int
    counted: int
    libraries: int
    silent: tuple[str, ...]
    mute: int
    partners: tuple[str, ...]
    partnered: int
    tale: Tale | None
    ask: Ask | None
    open: int
    others: tuple[Ask, ...]
    given: tuple[Given, ...]
    grounds: tuple[Ground, ...]
    peer: Given | None
    example: Ground | None
    contacts: tuple[str, ...]
    contact: str
    url: str
    site: str
    heading: str
    colours: tuple[str, str]
    logo: Blob
    sample: bool


class Row(msgspec.Struct, frozen=True):
    """A matter of the ledger, with the *name* of its library and the pages that tell of it; *late*: past its day."""

    matter: Matter
    name: str
    urls: tuple[str, ...] = ()
    late: bool = False


class Ledger(View, frozen=True, kw_only=True):
    """What the libraries of an area asked for and got; *totals* are sums by status and form."""

    INPUTS: ClassVar[dict[str, str]] = {
        "day": "terbit_pada",
        "rows": "permintaan, dukungan, content/dukungan/",
        "totals": "permintaan, dukungan, content/dukungan/",
    }

    day: date
    rows: tuple[Row, ...]
    totals: tuple[Total, ...]


class Sheaf(View, frozen=True, kw_only=True):
    """Tables to be copied elsewhere: name, columns and rows of each. As CSV it is one alone."""

    INPUTS: ClassVar[dict[str, str]] = {
        "day": "terbit_pada",
        "tables": "berita, site.toml: bukti",
    }

    day: date
    tables: tuple[tuple[str, tuple[str, ...], tuple[tuple[str, ...], ...]], ...]


class Accounts(View, frozen=True, kw_only=True):
    """All numbers of an area; *told* are its events that count in no area below, *places* the areas below."""

    INPUTS: ClassVar[dict[str, str]] = {
        "key": "alamat berkas",
        "level": "alamat berkas",
        "name": "perpustakaan, wilayah",
        "base": "site.toml: url",
        "language": "site.toml: bahasa",
        "measured": "content/indikator.toml, berita",
        "told": "berita",
        "places": "berita",
        "totals": "permintaan, dukungan, content/dukungan/",
        "sample": "contoh",
    }

    key: str
    level: str
    name: str
    base: str
    language: str
    measured: tuple[Measured, ...]
    told: tuple[Told, ...]
    places: tuple[Place, ...]
    totals: tuple[Total, ...]
    sample: bool
