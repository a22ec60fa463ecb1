"""Which pattern stands for a place, and which icon for a topic. The drawings are macros in ``templates/cards/``.

The patterns are our own geometry. They borrow the rhythm of cloths and carvings from a part of the country; none is a
copy, and none claims to be the real thing.
"""

from types import MappingProxyType

NEUTRAL = "buku"
"""The motif where there is no place, and the icon where no topic is known."""

# Provinces share what their crafts share, not what an office drew: a motif may span several.
_PLACES = {
    "pucuk": "11 12 14 19 21",  # bamboo shoots: triangles, point to point
    "intan": "13 15 16 17 18",  # diamonds, as of cloth with threads of gold
    "awan": "31 32 36",  # banks of clouds
    "kelopak": "33 34 35",  # four petals
    "jepun": "51",  # frangipani
    "undak": "52 53",  # steps and hooks, as of tied yarn
    "sulur": "61 62 63 64 65",  # curling shoots
    "bombang": "71 72 73 74 75 76",  # zigzags, as of silk
    "ombak": "81 82",  # waves and boats
    "simpul": "91 92 93 94 95 96",  # knots and plaiting
}

MOTIFS = MappingProxyType({code: motif for motif, codes in _PLACES.items() for code in codes.split()})
"""Code of a province -> its motif."""


def motif(province_code: str) -> str:
    """Return the motif for the province of this code (``32``); the neutral one where it is empty or unknown."""
    return MOTIFS.get(province_code, NEUTRAL)


# The first rule that knows a word of a topic wins: rules from the particular to the general.
_RULES: tuple[tuple[str, str], ...] = (
    ("braille", "disabilitas difabel inklusi tunanetra braille tuli isyarat"),
    ("perahu", "keliling perahu sungai dermaga nelayan laut pesisir maritim"),
    ("anggaran", "anggaran dana apbdes keuangan hibah tabungan koperasi"),
    ("tangan", "dukungan kemitraan mitra advokasi relawan gotong kolaborasi kerja"),
    ("jahit", "jahit menjahit tenun batik membatik kain sulam rajut kerajinan busana"),
    ("daun", "pertanian tani petani kebun hidroponik tanaman panen benih lingkungan sampah kompos hutan ternak"),
    ("hati", "kesehatan gizi posyandu stunting sehat kebugaran"),
    ("ponsel", "digital komputer internet daring koding coding teknologi ponsel gawai aplikasi"),
    ("keranjang", "usaha umkm ekonomi dagang pasar warung kewirausahaan pemasaran kuliner pangan masak"),
    ("anak", "anak remaja dongeng paud sekolah belajar bermain"),
    ("lansia", "lansia sesepuh tetua"),
    ("wicara", "publikasi kabar berita bahasa tutur cerita radio siaran media menulis budaya legenda musik seni"),
    ("perempuan", "perempuan ibu keluarga pkk"),
    ("peta", "wisata desa wilayah peta bencana"),
    ("buku", "pelatihan pengelola pustakawan literasi baca membaca buku koleksi"),
)

ICONS = (*dict.fromkeys(icon for icon, _ in _RULES),)
"""All icons."""

_STRATEGIES = MappingProxyType({"advokasi": "tangan", "publikasi": "wicara", "layanan-informasi": "buku"})


def icon(topics: tuple[str, ...], strategy: str | None) -> str:
    """Return the icon for a story: that of its first topic that has one, else its strategy's, else a book.

    *topics* are slugs (``usaha-kecil``), in the writer's order.
    """
    known = (found for topic in topics if (found := _icon(topic)))
    return next(known, "") or _STRATEGIES.get(strategy or "", NEUTRAL)


def _icon(topic: str) -> str:
    words = set(topic.split("-"))
    return next((icon for icon, known in _RULES if words & set(known.split())), "")
