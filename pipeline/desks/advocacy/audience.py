"""For whom a paper is: which numbers they act on, which words, which rules. No audience changes a number."""

from typing import NamedTuple

from pipeline import regions
from pipeline.archive.entry import EVERYTHING
from pipeline.content.library import Level
from pipeline.language import N_


class Profile(NamedTuple):
    """An audience: what it is called in words, the measures that it acts on in their order, and its "Karena…" lines.

    *headline* are the ways to say the benefit, the first that the evidence allows. *because* stands where there are
    attendances, *plain* where there are none. *parties* are words by which a party is known as of this audience.
    """

    name: str
    numbers: tuple[str, ...]
    headline: tuple[str, ...]
    because: str
    plain: str
    parties: tuple[str, ...]


PROFILES: dict[str, Profile] = {
    "kades": Profile(
        N_("Untuk kepala desa"),
        ("kehadiran", "perempuan", "kegiatan", "mitra", "lansia", "anak", "disabilitas", "orang", "laporan"),
        ("outcome", "numbers"),
        N_("Karena warga sudah datang {came} kali, yang diputuskan musyawarah desa adalah layanan yang sudah dipakai."),
        N_("Karena perpustakaan desa terbuka bagi setiap warga, keputusannya layak dibahas dalam musyawarah desa."),
        ("desa", "kades", "kalurahan", "nagari", "kampung", "negeri", "gampong", "pekon", "lurah", "bpd", "camat"),
    ),
    "bupati": Profile(
        N_("Untuk bupati atau wali kota"),
        ("kehadiran", "kegiatan", "mitra", "perempuan", "disabilitas", "perpustakaan", "lansia", "anak"),
        ("numbers", "outcome"),
        N_("Karena {came} kehadiran ini tercatat dengan sumbernya, anggaran daerah dapat bertolak dari bukti."),
        N_("Karena literasi menjadi ukuran kinerja daerah, perpustakaan desa layak masuk perencanaan."),
        ("kabupaten", "kota", "bupati", "wali", "dinas", "bappeda", "dprd", "pemkab", "pemkot", "daerah"),
    ),
    "gubernur": Profile(
        N_("Untuk gubernur"),
        ("kehadiran", "kegiatan", "mitra", "perempuan", "disabilitas", "lansia", "laporan"),
        ("numbers", "outcome"),
        N_("Karena {came} kehadiran ini dihitung dengan cara yang sama di setiap desa, daerah dapat dibandingkan."),
        N_("Karena perpustakaan desa adalah layanan terdekat dengan warga, pembinaannya layak diteruskan provinsi."),
        ("provinsi", "gubernur", "pemprov", "dinas", "bappeda"),
    ),
    "kementerian": Profile(
        N_("Untuk kementerian dan lembaga"),
        ("kehadiran", "kegiatan", "mitra", "perempuan", "disabilitas", "lansia", "laporan"),
        ("numbers", "outcome"),
        N_("Karena {came} kehadiran ini dapat dibuka sampai ke laporan asalnya, program dapat diperiksa siapa pun."),
        N_("Karena program nasional dijalankan di desa, bukti dari desa layak menjadi dasar keputusannya."),
        ("kementerian", "kemen", "perpustakaan nasional", "perpusnas", "badan", "nasional", "bappenas"),
    ),
    "perusahaan": Profile(
        N_("Untuk perusahaan dan mitra"),
        ("kehadiran", "mitra", "perempuan", "biaya-per-kehadiran", "kegiatan", "disabilitas", "anak", "laporan"),
        ("outcome", "numbers"),
        N_("Karena setiap kegiatan dilaporkan terbuka, dukungan dapat ditelusuri sampai ke {came} kehadiran warga."),
        N_("Karena setiap kegiatan dilaporkan terbuka, dukungan dapat ditelusuri sampai ke penerima manfaatnya."),
        ("pt", "cv", "bank", "bumn", "bumdes", "perusahaan", "koperasi", "yayasan", "toko", "usaha", "csr", "tbk"),
    ),
    "media": Profile(
        N_("Untuk redaksi media"),
        ("kehadiran", "perempuan", "disabilitas", "kegiatan", "lansia", "mitra", "laporan"),
        ("outcome", "numbers"),
        N_("Karena di balik {came} kehadiran ini ada orang yang dapat ditanya dan laporan yang dapat dibuka."),
        N_("Karena di balik setiap kabar ada orang yang dapat ditanya dan laporan yang dapat dibuka."),
        ("media", "radio", "koran", "redaksi", "tv", "pers"),
    ),
    "warga": Profile(
        N_("Untuk warga"),
        ("kehadiran", "kegiatan", "perempuan", "anak", "lansia", "mitra", "laporan"),
        ("outcome", "numbers"),
        N_("Karena sudah {came} kali warga hadir, giliran berikutnya dapat diisi siapa saja."),
        N_("Karena perpustakaan ini milik bersama, siapa pun boleh datang, bertanya, dan membantu."),
        ("warga", "pkk", "karang taruna", "rt", "rw", "kelompok", "relawan", "komunitas", "posyandu"),
    ),
}
"""By name, as ``--untuk`` takes it."""

_BY_LEVEL: dict[Level, str] = {
    "desa": "kades", "kecamatan": "kades", "kabupaten": "bupati", "provinsi": "gubernur", "nasional": "kementerian",
}  # fmt: skip


def of_library(level: Level) -> str:
    """Return the audience of a library of this *level*."""
    return _BY_LEVEL[level]


def of_region(code: str) -> str:
    """Return the audience of a province or regency, and of ``semua``."""
    known = regions.region(code)
    if known is None:
        return "kementerian"
    return "gubernur" if known.parent is None else "bupati"


def turned_to(key: str) -> tuple[str, ...]:
    """Return the audiences to whom the area *key* may turn first: a library's follows from its level."""
    if key == EVERYTHING or regions.valid_code(key):
        return (of_region(key),)
    return tuple(dict.fromkeys(_BY_LEVEL.values()))


def concerns(audience: str, party: str) -> bool:
    """Whether *party*, to whom something is asked, is of this *audience* by its name."""
    words = f" {' '.join(''.join(sign if sign.isalnum() else ' ' for sign in party.casefold()).split())} "
    return any(f" {word} " in words or (len(word) > 4 and f" {word}" in words) for word in PROFILES[audience].parties)
