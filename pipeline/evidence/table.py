"""The tables of open data: their columns, what each says, and the rows of an area. Pure.

Only numbers that stories' own pages may show come in, so no row and no difference of rows tells more than they do.
"""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from pipeline.content.library import LEVELS, Library
from pipeline.content.story import KINDS, STRATEGIES
from pipeline.content.support import STATES
from pipeline.evidence.evidence import Evidence, Told
from pipeline.evidence.indicator import Measured
from pipeline.evidence.ledger import Matter
from pipeline.language import N_

Type = Literal["string", "integer", "number", "date", "year", "yearmonth"]
"""Types of fields as Table Schema names them (specs.frictionlessdata.io/table-schema)."""

Row = tuple[str, ...]
"""One row: texts, empty where there is nothing to say."""


class Field(NamedTuple):
    """One column: its *name*, its *type*, and in words what it holds; *values* are all that it may, where few are."""

    name: str
    type: Type
    about: str
    required: bool = False
    values: tuple[str, ...] = ()


class Table(NamedTuple):
    """One table: its *name*, what it is called and holds, and its columns."""

    name: str
    title: str
    about: str
    fields: tuple[Field, ...]

    @property
    def head(self) -> Row:
        """The names of its columns."""
        return tuple(field.name for field in self.fields)


_AREA = Field("area", "string", N_("Slug perpustakaan, kode wilayah Kemendagri, atau semua."), required=True)

ATTENDANCE = Table(
    "kehadiran",
    N_("Kehadiran"),
    N_("Kehadiran dalam kegiatan yang laporannya menyebut jumlah peserta, menurut area, bulan, dan strategi."),
    (
        _AREA,
        Field("bulan", "yearmonth", N_("Bulan kegiatan, misalnya 2026-05."), required=True),
        Field("strategi", "string", N_("Strategi program; kosong kalau laporannya tidak menyebut."), values=STRATEGIES),
        Field(
            "laki_laki", "integer", N_("Kehadiran laki-laki, dari kegiatan yang merincinya; kosong kalau tidak ada.")
        ),
        Field(
            "perempuan", "integer", N_("Kehadiran perempuan, dari kegiatan yang merincinya; kosong kalau tidak ada.")
        ),
        Field("total", "integer", N_("Semua kehadiran, juga yang tidak dirinci."), required=True),
    ),
)

INDICATORS = Table(
    "indikator",
    N_("Indikator"),
    N_("Nilai indikator menurut area dan tahun; definisinya di halaman metode."),
    (
        _AREA,
        Field("tahun", "year", N_("Tahun; kosong untuk seluruhnya.")),
        Field("kode", "string", N_("Kode indikator."), required=True),
        Field("nilai", "number", N_("Nilainya; kosong kalau belum ada datanya.")),
        Field("satuan", "string", N_("Satuan nilainya."), required=True),
        Field("target", "number", N_("Target tahun itu; kosong kalau tidak ditetapkan.")),
    ),
)

EVENTS = Table(
    "kegiatan",
    N_("Kegiatan"),
    N_("Satu baris untuk setiap kegiatan, dengan angka yang boleh ditampilkan halamannya."),
    (
        Field("alamat", "string", N_("Alamat berita yang angkanya dihitung."), required=True),
        Field("judul", "string", N_("Judul berita itu.")),
        Field("tanggal", "date", N_("Hari kegiatan.")),
        Field("bulan", "yearmonth", N_("Bulan terbit di alamatnya."), required=True),
        Field("perpustakaan", "string", N_("Slug perpustakaan yang melaporkan."), required=True),
        Field("wilayah", "string", N_("Kode wilayah Kemendagri tempat kegiatannya; kosong kalau tidak ada.")),
        Field("jenis", "string", N_("Jenis laporannya."), required=True, values=KINDS),
        Field("strategi", "string", N_("Strategi program; kosong kalau laporannya tidak menyebut."), values=STRATEGIES),
        Field("topik", "string", N_("Topik-topiknya, dipisahkan spasi.")),
        Field("laki_laki", "integer", N_("Kehadiran laki-laki; kosong kalau tidak dirinci atau terlalu kecil.")),
        Field("perempuan", "integer", N_("Kehadiran perempuan; kosong kalau tidak dirinci atau terlalu kecil.")),
        Field("anak", "integer", N_("Kehadiran anak; kosong kalau tidak disebut atau terlalu kecil.")),
        Field("lansia", "integer", N_("Kehadiran lansia; kosong kalau tidak disebut atau terlalu kecil.")),
        Field("disabilitas", "integer", N_("Kehadiran penyandang disabilitas; kosong seperti di atas.")),
        Field("total", "integer", N_("Semua kehadiran; kosong kalau laporannya tidak menyebut.")),
        Field("orang", "integer", N_("Orang yang berbeda, kalau laporannya menyebutnya dengan sumber.")),
        Field("kerja_sama", "integer", N_("Banyaknya mitra pada kegiatan itu.")),
        Field("biaya", "integer", N_("Biaya dalam rupiah; kosong kalau laporannya tidak menyebut.")),
        Field("laporan_lain", "string", N_("Alamat berita lain tentang kegiatan itu, dipisahkan spasi.")),
    ),
)

LIBRARIES = Table(
    "perpustakaan",
    N_("Perpustakaan"),
    N_("Satu baris untuk setiap perpustakaan yang mempunyai profil."),
    (
        Field("perpustakaan", "string", N_("Slug perpustakaan."), required=True),
        Field("nama", "string", N_("Nama perpustakaan."), required=True),
        Field("tingkat", "string", N_("Tingkat perpustakaan."), required=True, values=LEVELS),
        Field("wilayah", "string", N_("Kode wilayah Kemendagri; kosong untuk perpustakaan nasional.")),
        Field("kecamatan", "string", N_("Kode kecamatan, kalau wilayahnya sampai ke sana.")),
        Field("kabupaten", "string", N_("Kode kabupaten atau kota.")),
        Field("provinsi", "string", N_("Kode provinsi.")),
        Field("laporan", "integer", N_("Banyaknya laporan."), required=True),
        Field("kegiatan", "integer", N_("Banyaknya kegiatan."), required=True),
        Field("kehadiran", "integer", N_("Kehadiran; kosong kalau tidak ada laporan yang menyebutnya.")),
        Field("bulan_terakhir", "yearmonth", N_("Bulan laporan terakhir; kosong kalau belum ada.")),
    ),
)

SUPPORT = Table(
    "dukungan",
    N_("Dukungan"),
    N_("Permintaan dan dukungan, satu baris untuk setiap perkara, menurut keadaannya yang terbaru."),
    (
        Field("perpustakaan", "string", N_("Slug perpustakaan."), required=True),
        Field("apa", "string", N_("Apa yang diminta atau didukung.")),
        Field("status", "string", N_("Keadaannya."), required=True, values=STATES),
        Field("sejak", "date", N_("Sejak hari apa keadaannya begitu.")),
        Field("diminta_kepada", "string", N_("Kepada siapa diminta.")),
        Field("dari", "string", N_("Dari siapa; kosong kalau tidak disebut atau tidak ingin disebut.")),
        Field("wujud", "string", N_("Wujudnya: barang dan uang, atau yang lain."), values=("material", "nonmaterial")),
        Field("nilai", "integer", N_("Nilai dalam rupiah; kosong kalau tidak disebut.")),
        Field("jumlah", "string", N_("Jumlah dalam kata, misalnya 3 unit.")),
        Field("tenggat", "date", N_("Tenggatnya.")),
        Field("berita", "string", N_("Alamat berita yang menceritakannya, dipisahkan spasi.")),
    ),
)

TABLES = (ATTENDANCE, INDICATORS, EVENTS, LIBRARIES, SUPPORT)


def attendance(found: Evidence) -> Iterator[Row]:
    """Yield the rows of ``kehadiran`` of one area, by month and strategy."""
    for cell in found.cells:
        sums = cell.sums
        if sums.counted:
            men, women = _told(sums.men, sums.men_in), _told(sums.women, sums.women_in)
            yield found.area, cell.month, cell.strategy, men, women, f"{sums.came}"


def _told(number: int, events: int) -> str:
    """Return *number* where any event tells it: nothing said is not zero."""
    return f"{number}" if events else ""


def indicators(area: str, found: Iterable[Measured]) -> Iterator[Row]:
    """Yield the rows of ``indikator`` of one area: each over all years, then year by year."""
    for one in found:
        for year, value in (("", one.whole), *one.years):
            if value.number is not None or value.target is not None:
                yield area, year, one.indicator.code, _number(value.number), one.indicator.unit, _number(value.target)


def _number(value: float | None) -> str:
    """Return *value* with a point and at most two digits behind it, as data packages write numbers."""
    return "" if value is None else f"{value:.2f}".rstrip("0").rstrip(".")


def events(told: Iterable[Told]) -> Iterator[Row]:
    """Yield the rows of ``kegiatan``."""
    for one in told:
        sums = one.sums
        yield (
            one.address, one.title, one.day, one.month, one.library, one.region, one.kind, one.strategy,
            " ".join(one.topics),
            _told(sums.men, sums.men_in), _told(sums.women, sums.women_in), _told(sums.children, sums.children_in),
            _told(sums.elderly, sums.elderly_in), _told(sums.disabled, sums.disabled_in),
            _told(sums.came, sums.counted), _told(sums.people, sums.people_in), f"{sums.ties}",
            _told(sums.cost, sums.costed), " ".join(one.others),
        )  # fmt: skip


def library(one: Library, found: Evidence) -> Row:
    """Return the row of ``perpustakaan`` of the library *one*, whose evidence is *found*."""
    code, sums = one.region, found.sums
    return (
        one.slug, one.name, one.level, code, code[:8] if len(code) >= 8 else "", code[:5] if len(code) >= 5 else "",
        code[:2], f"{sums.stories}", f"{sums.events}", _told(sums.came, sums.counted), found.last,
    )  # fmt: skip


def support(found: Iterable[Matter]) -> Iterator[Row]:
    """Yield the rows of ``dukungan``."""
    for one in found:
        yield (
            one.library, one.what, one.status, one.since.isoformat() if one.since else "", one.asked_of, one.party,
            one.form, "" if one.value is None else f"{one.value}", one.amount, one.due.isoformat() if one.due else "",
            " ".join(one.stories),
        )  # fmt: skip
