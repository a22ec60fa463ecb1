"""The sentences of praise, each for one thing that can be pointed at, and never for trying."""

from typing import NamedTuple

from pipeline.language import N_


class Kind(NamedTuple):
    """*said* to one report; *counted* of many, with how many they are."""

    said: str
    counted: str


PRAISE: dict[str, Kind] = {
    "puji-sebelum-sesudah": Kind(
        N_('Keadaan sebelum ("{before}") dan sesudah ("{after}") ditulis, jadi perubahannya terlihat.'),
        N_("{number} laporan menulis keadaan sebelum dan sesudah"),
    ),
    "puji-bukti": Kind(
        N_('Hasilnya disertai sumber ("{words}"), jadi siapa pun dapat memeriksanya.'),
        N_("{number} laporan menyebut sumber hasilnya"),
    ),
    "puji-sumber": Kind(
        N_('Sumbernya disebut terus terang: "{words}".'), N_("{number} laporan menyebut sumbernya di dalam isi")
    ),
    "puji-lengkap": Kind(
        N_('Masalah, tindakan, dan hasil ada semua; hasilnya jelas: "{words}".'),
        N_("{number} laporan menyebut masalah, tindakan, dan hasil"),
    ),
    "puji-suara": Kind(
        N_('Suara orangnya sendiri terdengar, lengkap dengan peran dan izinnya: "{words}".'),
        N_("{number} laporan memuat ucapan dengan nama, peran, dan izin"),
    ),
    "puji-angka-cocok": Kind(
        N_('Angka peserta di isi, "{words}", cocok dengan bagian kepala.'),
        N_("{number} laporan angka pesertanya cocok"),
    ),
    "puji-izin-wali": Kind(
        N_('Izin wali untuk foto anak sudah dicatat: "{words}".'),
        N_("{number} laporan mencatat izin wali"),
    ),
    "puji-alt": Kind(
        N_('Alt fotonya benar-benar menggambarkan: "{words}".'),
        N_("{number} laporan menggambarkan fotonya bagi yang tidak melihat"),
    ),
    "puji-langkah": Kind(
        N_('Langkahnya dapat ditiru perpustakaan lain, mulai dari "{words}".'),
        N_("{number} laporan menulis langkah yang dapat ditiru"),
    ),
    "puji-teras": Kind(
        N_('Kalimat pembukanya pendek dan langsung ke kabarnya: "{words}"'),
        N_("{number} laporan dibuka dengan kalimat pendek"),
    ),
    "puji-jadwal": Kind(
        N_('Waktunya lengkap sampai jamnya, "{words}", jadi orang tahu kapan datang.'),
        N_("{number} undangan lengkap waktunya"),
    ),
}
"""By code, the rarest first: what few reports have is worth more saying."""
