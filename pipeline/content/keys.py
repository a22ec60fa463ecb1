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
    "survei survey",
    "orang people",
    "resep recipe",
    "kebutuhan needs",
    "hambatan obstacles",
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

PROOF = keys("apa what", "jenis type", "nilai value", "satuan unit", "sumber source", "tanggal date")

MEASURE = keys(
    "apa what",
    "nilai value",
    "satuan unit",
    "keterangan note",
    "sumber source",
    "tanggal date",
)

SURVEY = keys(
    "menjawab answered responden",
    "pengetahuan knowledge",
    "percaya_diri confidence",
    "penerapan application",
    "kesadaran awareness",
)

PEOPLE = keys("jumlah count", "sumber source")

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

_SUPPORT = (
    "kode code",
    "apa what",
    "kepada to",
    "dari from",
    "wujud bentuk form",
    "nilai value",
    "jumlah amount",
    "status",
    "tanggal date",
    "diminta asked",
    "dijanjikan promised",
    "diterima received",
    "ditolak refused",
    "tenggat due deadline",
    "alasan reason",
    "hasil result",
    "tampilkan show",
)

SUPPORT = keys(*_SUPPORT)

SUPPORT_FILE = keys(
    *_SUPPORT,
    "perpustakaan library",
    "berita stories",
    "contoh sample",
    "aman safe",
)

PLAN = keys(
    "judul title",
    "tahun year",
    "perpustakaan library",
    "wilayah region",
    "butir items kegiatan",
    "status",
    "contoh sample",
    "aman safe",
)

PLAN_ITEM = keys(
    "apa what",
    "indikator indicator",
    "target",
    "satuan unit",
    "tercapai done realisasi capaian",
    "tenggat due deadline",
    "hambatan obstacle",
    "tindak_lanjut follow_up",
    "status",
)

ISSUE = keys(
    "judul title",
    "jenis type",
    "tanggal date",
    "perpustakaan library",
    "wilayah region",
    "masalah problem",
    "bukti evidence",
    "opsi options",
    "bobot weights",
    "rekomendasi recommendation",
    "acuan references",
    "status",
    "contoh sample",
    "aman safe",
)

OPTION = keys(
    "nama name",
    "uraian description",
    "biaya cost",
    "kelebihan pros",
    "kekurangan cons",
    "skor scores",
)

CRITERIA = keys(
    "efektivitas effectiveness efektifitas",
    "efisiensi efficiency",
    "kecukupan adequacy",
    "perataan equity pemerataan",
    "responsivitas responsiveness responsifitas",
    "ketepatan appropriateness",
)

MARK = keys("skor score nilai", "alasan reason")

REFERENCE = keys("judul title", "url tautan link")

SELECTION = keys(
    "judul title",
    "tingkat level",
    "perpustakaan library",
    "wilayah region",
    "periode period",
    "tanggal date",
    "panel members anggota",
    "calon candidates",
    "dipilih chosen",
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
        PROOF,
        MEASURE,
        SURVEY,
        PEOPLE,
        PLATFORMS,
        LIBRARY,
        CONTACT,
        PRESS_CONTACT,
        SPOKESPERSON,
        CLIPPING,
        SUPPORT,
        SUPPORT_FILE,
        PLAN,
        PLAN_ITEM,
        ISSUE,
        OPTION,
        CRITERIA,
        MARK,
        REFERENCE,
        SELECTION,
        PAGE,
    )
    for spelling in table.spellings
)
"""Every spelling of every key, to tell a key from a text that happens to hold a colon."""
