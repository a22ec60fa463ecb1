"""What was taken down and may not be shown again. See ``catalogue``."""

from pipeline.content.code import Code, error, holding, warning

WORDS: dict[str, Code] = {
    "kutipan-masih-di-isi": holding(
        "kata-kata kutipan pada baris {quoted}, yang izinnya tidak diberikan atau sudah dicabut, masih tertulis di "
        "sini; laporan ini kami tahan.",
        "Hapus kata-kata itu dari baris ini.",
    ),
}
"""Found while one file is read."""

TAKEN: dict[str, Code] = {
    "alamat-ditarik": holding(
        "berita ini sudah ditarik sejak {since} (content/tarik.toml, baris {line}), jadi tidak diterbitkan.",
        "Kalau tetap ditarik, tulis: status: tarik. Kalau boleh terbit lagi, hapus catatannya di content/tarik.toml, "
        "mulai baris {line}.",
    ),
    "foto-ditarik": error(
        'foto "{file}" ditarik sejak {since} di berita {address} (content/tarik.toml, baris {line}), jadi tidak '
        "ditampilkan di mana pun.",
        "Hapus foto itu dari laporan ini. Kalau orangnya mengizinkan lagi, hapus catatannya di content/tarik.toml.",
    ),
    "kutipan-ditarik": error(
        "kutipan ini ditarik sejak {since} di berita {address} (content/tarik.toml, baris {line}), jadi tidak "
        "ditampilkan di mana pun.",
        "Hapus kutipan itu dari laporan ini. Kalau orangnya mengizinkan lagi, hapus catatannya di content/tarik.toml.",
    ),
    "tarik-tidak-tercatat": warning(
        "{number} penarikan tidak dapat dicatat di sini ({reason}); untuk sekarang tetap kami patuhi.",
        "Pastikan folder content/ boleh ditulis, lalu jalankan lagi: warta build",
    ),
}
"""Found when all files, and the list of what was taken down, are seen together."""
