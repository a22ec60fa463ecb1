"""What the pages of the site show. A template sees one of these and nothing else."""

from datetime import date
from typing import ClassVar

import msgspec

from pipeline.build.output import Blob, View
from pipeline.content.library import Contact
from pipeline.content.moment import Moment
from pipeline.content.proof import Measure, People, Proof, Survey
from pipeline.content.story import Participants
from pipeline.pictures.rendition import Shown, Thumb
from pipeline.templating.frame import Frame
from pipeline.templating.plate import Plate


class Link(msgspec.Struct, frozen=True):
    """A page of the site: its title and its address (without slashes at the ends), and how many stories it lists.

    *count* is 0 where that is not told.
    """

    title: str
    address: str
    count: int = 0


class Item(msgspec.Struct, frozen=True):
    """A story in a list.

    *place* is its regency or province, *day* the day of publication in the library's zone, *language* is empty for the
    site's own.
    """

    address: str
    title: str
    summary: str
    library: str
    place: str
    day: date
    sample: bool
    picture: Thumb | None = None
    language: str = ""


class Figures(msgspec.Struct, frozen=True):
    """What stories add up to; *since* and *until* are months (``2023/05``). Samples are counted by themselves."""

    stories: int
    libraries: int
    events: int
    attendances: int
    since: str
    until: str
    sample: bool


class Tile(msgspec.Struct, frozen=True):
    """A province on the map of tiles: *address* is empty where it has no page, *shade* 0 to 4."""

    title: str
    name: str
    address: str
    column: int
    row: int
    count: int
    shade: int


class Bar(msgspec.Struct, frozen=True):
    """A month (``2023/05``) of a region's activity, and its stories."""

    month: str
    count: int


class Corner(msgspec.Struct, frozen=True):
    """A region on the front page with its newest stories."""

    region: Link
    items: tuple[Item, ...]


class Place(msgspec.Struct, frozen=True):
    """A library in a list, and where it is."""

    title: str
    address: str
    where: str
    sample: bool


class Related(msgspec.Struct, frozen=True):
    """A related story and why it is named: ``perpustakaan``, ``topik`` or ``strategi``, with its name."""

    reason: str
    name: str
    item: Item


class Spoken(msgspec.Struct, frozen=True):
    """A quotation."""

    text: str
    name: str
    role: str


class Version(msgspec.Struct, frozen=True):
    """A story in one language (``id``, ``en-gb``), which calls itself *name*; *original* where it was written first."""

    language: str
    name: str
    address: str
    original: bool


class Echo(msgspec.Struct, frozen=True):
    """The same report in another outlet; *url* is empty where there is none to link to."""

    outlet: str
    url: str
    day: date


class Cutting(msgspec.Struct, frozen=True):
    """A clipping: what an outlet called its report, and which of our stories and libraries it speaks of.

    *echoes* are the other outlets that printed the same. *medium* and *page* say where print and broadcast had it.
    """

    title: str
    url: str
    outlet: str
    day: date
    medium: str
    page: str
    snippet: str
    stories: tuple[Link, ...]
    libraries: tuple[Link, ...]
    echoes: tuple[Echo, ...]
    sample: bool


class Corrected(msgspec.Struct, frozen=True):
    """A correction: when it was made (*instant* in seconds since 1970), what it says, and its name on the page."""

    date: Moment
    instant: int
    text: str
    anchor: str


class Proven(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a story proves by numbers, each with its source; *survey* is without questions that few answered."""

    proofs: tuple[Proof, ...] = ()
    change: tuple[Measure, Measure] | None = None
    survey: Survey | None = None
    people: People | None = None
    cost: int | None = None
    funding: tuple[str, ...] = ()


LISTED = "daftar berita (judul, ringkasan, urutan)"


class StoryPage(View, frozen=True, kw_only=True):
    """A story's own page. *published* and *modified* are in seconds since 1970; *zone* is the library's.

    *tongue* is the language of all around the story; *versions* are all its languages, this one too, the original
    first, where there are several. *preview* is the picture for links to it, *images* are those for search engines.
    *kit* tells that there is a page beside it from which its posts are sent, *press* that it has a release. *about*
    are the stories of which a release tells, *coverage* is what other media made of it.
    """

    INPUTS: ClassVar[dict[str, str]] = {
        "address": "alamat berkas",
        "title": "judul",
        "summary": "ringkasan",
        "date": "tanggal",
        "published": "terbit_pada",
        "modified": "ralat",
        "corrected": "ralat",
        "zone": "zona waktu wilayah",
        "library": "perpustakaan",
        "level": "tingkat perpustakaan",
        "place": "lokasi",
        "regency": "wilayah",
        "province": "wilayah",
        "author": "penulis",
        "strategy": "strategi",
        "topics": "topik",
        "kind": "jenis",
        "participants": "peserta",
        "partners": "mitra",
        "quotes": "kutipan",
        "problem": "masalah",
        "action": "tindakan",
        "result": "hasil",
        "outcome": "dampak",
        "meaning": "makna",
        "steps": "langkah",
        "proven": "bukti, sebelum, sesudah, survei, orang, biaya, sumber_dana",
        "needs": "kebutuhan",
        "obstacles": "hambatan",
        "recipe": "resep",
        "contact": "kontak perpustakaan",
        "photos": "foto",
        "preview": "kartu",
        "images": "foto",
        "body": "isi laporan",
        "related": "berita terkait",
        "language": "bahasa",
        "tongue": "bahasa",
        "versions": "terjemahan",
        "sample": "contoh",
        "kit": "site.toml: kit, meja.kit",
        "press": "siaran, site.toml: meja.press",
        "about": "berita",
        "coverage": "kliping",
    }

    frame: Frame
    address: str
    title: str
    summary: str
    date: Moment
    published: int
    modified: int
    corrected: tuple[Corrected, ...]
    zone: str
    library: Link
    level: str
    place: str
    regency: Link | None
    province: Link | None
    author: str
    strategy: Link | None
    topics: tuple[Link, ...]
    kind: str
    participants: Participants | None
    partners: tuple[str, ...]
    photos: tuple[Shown, ...]
    preview: Plate | None
    images: tuple[Plate, ...]
    quotes: tuple[Spoken, ...]
    problem: str
    action: str
    result: str
    outcome: str
    meaning: str
    steps: tuple[str, ...]
    proven: Proven | None
    needs: tuple[str, ...]
    obstacles: tuple[str, ...]
    recipe: Link | None
    contact: Contact
    body: Blob
    related: tuple[Related, ...]
    language: str
    tongue: str
    versions: tuple[Version, ...]
    sample: bool
    kit: bool
    press: bool = False
    about: tuple[Item, ...] = ()
    coverage: tuple[Cutting, ...] = ()


class ListPage(View, frozen=True, kw_only=True):
    """A list of stories: a topic, a strategy, a month, or one year or month of any list.

    *up* leads back, first the widest; *archives* are the list's years or months.
    """

    INPUTS: ClassVar[dict[str, str]] = {
        "address": "alamat",
        "title": "nama daftar",
        "lead": "keterangan daftar",
        "items": LISTED,
        "up": "daftar di atasnya",
        "archives": "arsip per tahun atau bulan",
        "feed": "umpan",
    }

    frame: Frame
    address: str
    title: str
    lead: str
    items: tuple[Item, ...]
    up: tuple[Link, ...] = ()
    archives: tuple[Link, ...] = ()
    feed: bool = False


class CoveragePage(View, frozen=True, kw_only=True):
    """What other media said: of all libraries, in one year, or of one library. *up* and *archives* as in lists."""

    INPUTS: ClassVar[dict[str, str]] = {
        "address": "alamat",
        "title": "nama daftar",
        "cuttings": "kliping",
        "up": "daftar di atasnya",
        "archives": "arsip per tahun",
    }

    frame: Frame
    address: str
    title: str
    cuttings: tuple[Cutting, ...]
    up: tuple[Link, ...] = ()
    archives: tuple[Link, ...] = ()


class Ask(msgspec.Struct, frozen=True):
    """A library that did it, whom others may ask; *sample* marks an invented one."""

    library: Link
    place: str
    contact: Contact
    sample: bool


class Cooked(msgspec.Struct, frozen=True):
    """How one story did it."""

    address: str
    title: str
    day: date
    library: Link
    place: str
    language: str
    sample: bool
    needs: tuple[str, ...]
    steps: tuple[str, ...]
    obstacles: tuple[str, ...]
    partners: tuple[str, ...]
    results: tuple[str, ...]
    change: tuple[Measure, Measure] | None
    cost: int | None
    funding: tuple[str, ...]


class RecipePage(View, frozen=True, kw_only=True):
    """How to repeat one kind of activity, by the stories that did it, newest first. *many* are all of them."""

    INPUTS: ClassVar[dict[str, str]] = {
        "address": "alamat",
        "title": "resep",
        "up": "daftar di atasnya",
        "cooked": "kebutuhan, langkah, hambatan, mitra, biaya, hasil",
        "asks": "perpustakaan",
        "many": "banyaknya laporan",
    }

    frame: Frame
    address: str
    title: str
    up: tuple[Link, ...]
    cooked: tuple[Cooked, ...]
    asks: tuple[Ask, ...]
    many: int


class LibraryPage(View, frozen=True, kw_only=True):
    """A library's profile, its newest stories and the newest of its *coverage*, all of which stands at *covered*."""

    INPUTS: ClassVar[dict[str, str]] = {
        "address": "alamat",
        "title": "nama perpustakaan",
        "level": "tingkat",
        "about": "tentang",
        "body": "isi profil",
        "village": "desa",
        "district": "kecamatan",
        "regency": "wilayah",
        "province": "wilayah",
        "street": "alamat",
        "contact": "kontak",
        "figures": "jumlah kabar dan kehadiran",
        "items": LISTED,
        "archives": "arsip per tahun",
        "sample": "contoh",
        "coverage": "kliping",
        "covered": "kliping",
    }

    frame: Frame
    address: str
    title: str
    level: str
    about: str
    body: Blob
    village: str
    district: str
    regency: Link | None
    province: Link | None
    street: str
    contact: Contact
    figures: tuple[Figures, ...]
    items: tuple[Item, ...]
    archives: tuple[Link, ...]
    sample: bool
    coverage: tuple[Cutting, ...] = ()
    covered: Link | None = None


class RegionPage(View, frozen=True, kw_only=True):
    """A province or regency: what lies in it, its libraries, its activity through time, its newest stories.

    *many* is the number of its libraries: a province with many leaves their names to its regencies.
    """

    INPUTS: ClassVar[dict[str, str]] = {
        "address": "alamat",
        "title": "nama wilayah",
        "up": "provinsi",
        "regencies": "kabupaten dan kota",
        "libraries": "perpustakaan di wilayah ini",
        "many": "banyaknya perpustakaan di wilayah ini",
        "figures": "jumlah kabar dan kehadiran",
        "activity": "kabar per bulan",
        "items": LISTED,
        "archives": "arsip",
    }

    frame: Frame
    address: str
    title: str
    up: tuple[Link, ...]
    regencies: tuple[Link, ...]
    libraries: tuple[Place, ...]
    many: int
    figures: tuple[Figures, ...]
    activity: tuple[Bar, ...]
    items: tuple[Item, ...]
    archives: tuple[Link, ...]


class Group(msgspec.Struct, frozen=True):
    """Links under one heading, which may lead somewhere itself (*address* is empty where it does not)."""

    title: str
    address: str
    links: tuple[Link, ...]
    count: int = 0


class HubPage(View, frozen=True, kw_only=True):
    """A list of lists: all libraries, regions, topics, strategies or months, in groups."""

    INPUTS: ClassVar[dict[str, str]] = {
        "address": "alamat",
        "title": "nama daftar",
        "lead": "keterangan daftar",
        "groups": "daftar yang ada isinya",
        "tiles": "provinsi yang ada isinya",
    }

    frame: Frame
    address: str
    title: str
    lead: str
    groups: tuple[Group, ...]
    tiles: tuple[Tile, ...] = ()


class SearchPage(View, frozen=True, kw_only=True):
    """The page on which readers search, with lists for those whose browser runs no script."""

    INPUTS: ClassVar[dict[str, str]] = {
        "address": "alamat",
        "title": "nama halaman",
        "lead": "keterangan halaman",
        "groups": "daftar yang ada isinya",
    }

    frame: Frame
    address: str
    title: str
    lead: str
    groups: tuple[Group, ...]


class HomePage(View, frozen=True, kw_only=True):
    """The front page: one story that leads, the newest, the freshest by region, numbers, libraries, ways into the rest.

    *many* is the number of all libraries.
    """

    INPUTS: ClassVar[dict[str, str]] = {
        "lead": LISTED,
        "items": LISTED,
        "corners": "berita terbaru tiap provinsi",
        "figures": "jumlah kabar dan kehadiran",
        "libraries": "perpustakaan dengan kabar terbaru",
        "many": "banyaknya perpustakaan",
        "tiles": "provinsi yang ada isinya",
        "topics": "topik yang ada isinya",
        "coverage": "kliping",
    }

    frame: Frame
    lead: Item | None
    items: tuple[Item, ...]
    corners: tuple[Corner, ...]
    figures: tuple[Figures, ...]
    libraries: tuple[Place, ...]
    many: int
    tiles: tuple[Tile, ...]
    topics: tuple[Link, ...]
    coverage: tuple[Cutting, ...] = ()


class FreePage(View, frozen=True, kw_only=True):
    """A free page, or the page shown where there is none (*address* ``404``)."""

    INPUTS: ClassVar[dict[str, str]] = {
        "address": "alamat berkas",
        "title": "judul",
        "summary": "ringkasan",
        "body": "isi halaman",
    }

    frame: Frame
    address: str
    title: str
    summary: str
    body: Blob


class TombstonePage(View, frozen=True, kw_only=True):
    """What stands at the address of a story that was taken down: since when, why, and whom to ask.

    Nothing of the story itself. *reason* is empty and *library* ``None`` where its report is gone as well.
    """

    INPUTS: ClassVar[dict[str, str]] = {
        "address": "alamat berkas",
        "title": "nama halaman",
        "since": "tarik.toml: sejak",
        "reason": "tarik_alasan",
        "library": "perpustakaan",
        "contact": "kontak perpustakaan",
    }

    frame: Frame
    address: str
    title: str
    since: date
    reason: str
    library: Link | None
    contact: Contact


class RedirectPage(View, frozen=True, kw_only=True):
    """An old address that leads to *target*."""

    INPUTS: ClassVar[dict[str, str]] = {
        "address": "alias",
        "target": "alamat berkas",
        "title": "judul",
        "base": "site.toml: url",
        "language": "site.toml: bahasa",
    }

    address: str
    target: str
    title: str
    base: str
    language: str


class FeedEntry(msgspec.Struct, frozen=True):
    """A story in a feed. *published* and *updated* are in seconds since 1970, shown in *zone*; *image* leads it.

    *corrected* are its corrections, the newest first.
    """

    address: str
    title: str
    summary: str
    author: str
    library: str
    published: int
    updated: int
    zone: str
    tags: tuple[str, ...]
    body: Blob
    language: str
    image: Plate | None = None
    corrected: tuple[Corrected, ...] = ()


class Feed(View, frozen=True, kw_only=True):
    """A feed: of the whole site, or of the list at *address*; *path* is its own, *hub* is told of what is new."""

    INPUTS: ClassVar[dict[str, str]] = {
        "path": "alamat",
        "address": "alamat",
        "title": "nama daftar",
        "entries": "berita di umpan ini",
        "hub": "site.toml: umpan_hub",
    }

    frame: Frame
    path: str
    address: str
    title: str
    entries: tuple[FeedEntry, ...]
    hub: str = ""


class SitemapPage(msgspec.Struct, frozen=True, omit_defaults=True):
    """A page in a sitemap: its address, the day of its last change and the address of its picture, where known.

    *versions* are pairs of language and address, where the page is there in several languages.
    """

    address: str
    day: str = ""
    image: str = ""
    versions: tuple[tuple[str, str], ...] = ()


class Sitemap(View, frozen=True, kw_only=True):
    """A sitemap of pages, or an index of sitemaps."""

    INPUTS: ClassVar[dict[str, str]] = {"base": "site.toml: url", "pages": "halaman yang ada"}

    base: str
    pages: tuple[SitemapPage, ...]


class NewsEntry(msgspec.Struct, frozen=True):
    """A story in the news sitemap."""

    address: str
    title: str
    published: int
    zone: str
    language: str


class NewsSitemap(View, frozen=True, kw_only=True):
    """The stories of the last two days, for news search engines."""

    INPUTS: ClassVar[dict[str, str]] = {
        "base": "site.toml: url",
        "name": "site.toml: nama",
        "entries": "berita dua hari terakhir",
    }

    base: str
    name: str
    entries: tuple[NewsEntry, ...]


class Asset(View, frozen=True, kw_only=True):
    """A file copied from the templates as it is."""

    INPUTS: ClassVar[dict[str, str]] = {"name": "nama berkas"}

    name: str


class Robots(View, frozen=True, kw_only=True):
    """``robots.txt``."""

    INPUTS: ClassVar[dict[str, str]] = {"base": "site.toml: url"}

    base: str
