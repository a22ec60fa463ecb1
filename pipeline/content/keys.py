"""The keys that people may write, with every spelling that is understood."""

from collections.abc import Mapping
from typing import NamedTuple

from pipeline.content.near import fold


class Keys(NamedTuple):
    """*names* are the keys as documented; *spellings* maps every spelling, folded, to its name."""

    names: tuple[str, ...]
    spellings: Mapping[str, str]

    def find(self, key: str) -> str | None:
        """Return the name of *key* as written, or ``None`` where it is unknown."""
        return self.spellings.get(key) or self.spellings.get(fold(key))


def keys(*rows: str) -> Keys:
    """Return the keys of *rows*: in each the documented name, then the other spellings."""
    tables = [row.split() for row in rows]
    return Keys(
        tuple(row[0] for row in tables),
        {spelling: row[0] for row in tables for name in row for spelling in (name, fold(name))},
    )


STORY = keys(
    "judul title",
    "tanggal date",
    "terbit_pada publish_at",
    "embargo",
    "status",
    "perpustakaan library",
    "strategi strategy",
    "topik topics topic",
    "tagar hashtags hashtag",
    "jenis type",
    "ringkasan summary",
    "penulis author",
    "lokasi place",
    "wilayah region",
    "peserta participants",
    "mitra partners",
    "foto photos photo",
    "kutipan quotes quote",
    "masalah problem",
    "tindakan action",
    "hasil result",
    "dampak outcome impact",
    "makna meaning",
    "langkah steps step",
    "bukti evidence",
    "sebelum before",
    "sesudah after",
    "permintaan ask",
    "dukungan support",
    "biaya cost",
    "sumber_dana funding",
    "kegiatan activity",
    "ralat corrections",
    "tarik_alasan withdrawn_because",
    "alias aliases",
    "bahasa language",
    "terjemahan translation",
    "sosial social",
    "siaran press",
    "berita stories",
    "contoh sample",
    "aman safe",
)

PARTICIPANTS = keys(
    "total jumlah",
    "laki-laki l pria men male",
    "perempuan p wanita women female",
    "anak anak-anak children",
    "lansia elderly",
    "disabilitas difabel disabled disability",
)

PHOTO = keys(
    "berkas file",
    "keterangan caption",
    "alt",
    "fotografer photographer",
    "izin consent",
    "ada_anak shows_child",
)

QUOTE = keys("teks text", "nama name", "peran role", "izin consent")

CONSENT = keys("ref reference", "kanal channels", "sampai until", "dicabut revoked", "wali guardian")

CORRECTION = keys("tanggal date", "teks text")

SAFE = keys("kode code", "alasan reason")

RELEASE = keys("nomor number", "kota city")

PARTNER = keys("nama name", "jenis type", "bentuk form")

PLATFORMS = keys(
    "whatsapp wa",
    "whatsapp-status",
    "facebook fb",
    "instagram ig",
    "x twitter",
    "threads",
    "telegram",
    "telegram-caption",
    "bluesky",
    "mastodon",
    "linkedin",
    "tiktok",
    "youtube",
)

LIBRARY = keys(
    "nama name",
    "tingkat level",
    "wilayah region",
    "desa village",
    "kecamatan district",
    "alamat address",
    "kontak contact",
    "tentang about",
    "umpan feed",
    "narahubung press_contact",
    "juru_bicara spokespersons",
    "contoh sample",
    "aman safe",
)

CONTACT = keys(
    "telepon telephone phone telp",
    "whatsapp wa",
    "surel email e-mail",
    "situs website web",
    "instagram ig",
    "facebook fb",
)

PRESS_CONTACT = keys("nama name", "peran role", "telepon telephone phone telp", "whatsapp wa", "surel email e-mail")

SPOKESPERSON = keys("nama name", "peran role", "tentang about")

CLIPPING = keys(
    "judul title",
    "tanggal date",
    "media outlet",
    "jenis type",
    "url tautan link",
    "wartawan reporter",
    "halaman page",
    "cuplikan snippet",
    "lingkup reach",
    "nada tone",
    "berita stories",
    "perpustakaan libraries library",
    "wilayah region",
    "peristiwa event",
    "diambil fetched",
    "sha256",
    "alasan reason",
    "status",
    "contoh sample",
    "aman safe",
)

PAGE = keys("judul title", "ringkasan summary", "urutan order", "status", "aman safe")

EVERY = frozenset(
    spelling
    for table in (
        STORY,
        PARTICIPANTS,
        PHOTO,
        QUOTE,
        CONSENT,
        CORRECTION,
        SAFE,
        RELEASE,
        PARTNER,
        PLATFORMS,
        LIBRARY,
        CONTACT,
        PRESS_CONTACT,
        SPOKESPERSON,
        CLIPPING,
        PAGE,
    )
    for spelling in table.spellings
)
"""Every spelling of every key, to tell a key from a text that happens to hold a colon."""
