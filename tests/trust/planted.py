"""Stories that wait, each full of words that stand nowhere else, and a newsroom for them.

A word is ``zq``, the story's own letters and the place where it stands: ``zqwibjudul``. So whatever is found tells
whose it is.
"""

import datetime as dt
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import pyvips

from tests.trust.scan import GREEN, MAGENTA

LIBRARY = '---\nnama: Perpustakaan {name}\ntingkat: desa\nwilayah: "{code}"\n---\nProfil {name}.\n'
SITE = 'nama = "Kabar"\nurl = "https://kabar.example/"\n[sosial]\nutm = ["facebook"]\n'
"""Every desk is at work."""

CONSENT = "izin: {kanal: [web, sosial, pers, cetak]}"


class Waiting(NamedTuple):
    """A story that waits: what holds it, of which library, and when it opens (``None``: never by itself)."""

    name: str
    hold: str
    library: str = "alfa"
    opens: str = ""

    @property
    def instant(self) -> int | None:
        """When it opens, in seconds since 1970."""
        return int(dt.datetime.fromisoformat(self.opens).timestamp()) if self.opens else None

    @property
    def address(self) -> str:
        """Where its page is."""
        return f"2026/11/zq{self.name}berkas"

    def word(self, field: str) -> str:
        """Return the word that stands in *field*."""
        return f"zq{self.name}{field}"


STORIES = (
    Waiting("draf", "status: draf"),
    Waiting("periksa", "status: periksa", "beta"),
    Waiting("wib", "terbit_pada: 2026-11-25 10.00", "alfa", "2026-11-25T10:00:00+07:00"),
    Waiting("wita", "terbit_pada: 25 November 2026 pukul 10.00", "beta", "2026-11-25T10:00:00+08:00"),
    Waiting("wit", "terbit_pada: 2026-11-25", "gama", "2026-11-25T00:00:00+09:00"),
    Waiting(
        "embargo", "terbit_pada: 2026-11-20 10.00\nembargo: 2026-11-26 06.00 WITA", "alfa", "2026-11-26T06:00:00+08:00"
    ),
    Waiting("esok", "", "gama", "2026-11-27T00:00:00+09:00"),
    Waiting("ralat", "status: ralat\nembargo: 2026-11-28 00.30 WIT", "alfa", "2026-11-28T00:30:00+09:00"),
    Waiting("undang", "jenis: pengumuman\nembargo: 2026-11-29 05.00", "beta", "2026-11-29T05:00:00+08:00"),
    Waiting("asing", "", "tidak-ada"),
)
TRANSLATION = Waiting(
    "versi", "bahasa: en\nterjemahan: 2026/11/zqwibberkas", "alfa", "2026-11-25T10:00:00+07:00"
)  # fmt: skip
"""It waits only because its original does."""

SHOWN = (
    "judul", "isi", "ringkasan", "keterangan", "alt", "fotografer", "petikan", "penutur", "peran", "penulis", "mitra",
    "topik", "tagar", "tempat", "whatsapp", "alias", "koreksi", "masalah", "tindakan", "hasil", "dampak", "makna",
    "langkah", "berkas", "bukti", "permintaan", "dukungan", "sumber",
)  # fmt: skip
"""Words that are read somewhere once the story has opened."""

SILENT = ("kegiatan", "foto", "sebelum")
"""Words that are never read: names of files and events, and what no page shows."""


def words(*stories: Waiting) -> set[str]:
    """Return all words of *stories*."""
    return {story.word(field) for story in stories for field in (*SHOWN, *SILENT)}


def report(story: Waiting) -> str:
    """Return the report of *story*: every key that holds text has its word, and its place is nobody else's."""
    word = story.word
    day = "2026-11-27" if story.name == "esok" else "2026-11-10"
    return f"""---
judul: Panen {word("judul")} bersama
tanggal: {day}
perpustakaan: {story.library}
{story.hold}
ringkasan: Ringkasan {word("ringkasan")} hari itu.
penulis: Penulis {word("penulis")}
lokasi: Balai {word("tempat")}
wilayah: "{REGENCIES[story.name]}"
strategi: advokasi
topik: [kebun, {word("topik")}]
tagar: [{word("tagar")}]
mitra: [Mitra {word("mitra")}]
kegiatan: {word("kegiatan")}
alias: [lama/{word("alias")}]
masalah: Masalah {word("masalah")} besar.
tindakan: Tindakan {word("tindakan")} cepat.
hasil: Hasil {word("hasil")} baik.
dampak: Dampak {word("dampak")} nyata.
makna: Makna {word("makna")} dalam.
bukti: Bukti {word("bukti")}.
permintaan: Permintaan {word("permintaan")}.
dukungan: Dukungan {word("dukungan")}.
sebelum: Sebelum {word("sebelum")}.
sumber_dana: Dana {word("sumber")}.
langkah: [Langkah {word("langkah")} pertama]
peserta: {{total: 31, perempuan: 16, laki-laki: 15}}
foto:
  - berkas: {word("foto")}.jpg
    keterangan: Foto {word("keterangan")}
    alt: Gambar {word("alt")}
    fotografer: {word("fotografer")}
    {CONSENT}
kutipan:
  - teks: Kata {word("petikan")} kami.
    nama: Ibu {word("penutur")}
    peran: Warga {word("peran")}
    {CONSENT}
ralat:
  - {{tanggal: 2026-11-12, teks: Koreksi {word("koreksi")} kecil.}}
sosial:
  whatsapp: Halo {word("whatsapp")} semua, ini kabar kami.
---
Isi {word("isi")} berita ini panjang.

Paragraf kedua.
"""


REGENCIES = {
    "draf": "53.01", "periksa": "52.01", "wib": "11.01", "wita": "64.01", "wit": "94.01", "embargo": "12.01",
    "esok": "81.01", "ralat": "13.01", "undang": "71.01", "asing": "61.01", "versi": "11.01",
}  # fmt: skip
"""Regencies of which nothing else is told: a page for one would tell of the story."""

OPEN = """---
judul: Kabar terbuka {name}
tanggal: {day}
perpustakaan: {library}
strategi: advokasi
topik: [kebun]
ringkasan: Ringkasan {name}.
peserta: {{total: 20, perempuan: 11, laki-laki: 9}}
---
Isi kabar {name}.
"""


def ground() -> dict[str, str | bytes]:
    """Return the newsroom without those that wait: libraries of three zones, each with open stories."""
    files: dict[str, str | bytes] = {"content/site.toml": SITE}
    for slug, code in (("alfa", "32.04.99.2999"), ("beta", "73.05.99.2999"), ("gama", "91.03.99.2999")):
        files[f"content/libraries/{slug}.md"] = LIBRARY.format(name=slug.title(), code=code)
        for day in ("2026-11-05", "2026-11-18"):
            name = f"{slug}-{day[-2:]}"
            files[f"content/stories/2026/11/{name}.md"] = OPEN.format(name=name, day=day, library=slug)
    return files


def waiting(*stories: Waiting) -> Iterator[tuple[str, str | bytes]]:
    """Yield the files of *stories*: reports, and photos that nobody can mistake."""
    for story in stories:
        yield f"content/stories/{story.address}.md", report(story)
        yield f"content/stories/2026/11/{story.word('foto')}.jpg", photo(len(story.name))


@cache
def photo(number: int) -> bytes:
    """Return a photo of wide stripes in colours that nothing else has; each *number* has bytes of its own."""
    image = (pyvips.Image.black(900, 600, bands=3) + list(MAGENTA)).cast("uchar").copy(interpretation="srgb")
    for top in range(0, 600, 200):
        image = image.draw_rect(list(GREEN), 0, top, 900, 100 - number, fill=True)
    return image.write_to_buffer(".jpg", Q=92)
