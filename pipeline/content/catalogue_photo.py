"""Problems of a photo's file, found when it is opened. See ``catalogue``."""

from pipeline.content.code import Code, error, hint

PICTURE: dict[str, Code] = {
    "foto-kosong": error(
        'foto "{file}" kosong (0 byte), jadi tidak ditampilkan.',
        "Salin ulang dari ponsel; biasanya penyalinannya terputus.",
    ),
    "foto-bukan-gambar": error(
        'isi "{file}" bukan foto yang kami kenal, jadi tidak ditampilkan.',
        "Salin ulang fotonya, atau simpan sebagai JPEG (.jpg).",
    ),
    "foto-jenis-lain": error(
        'foto "{file}" berupa {kind}, yang tidak dapat dipakai.',
        "Simpan sebagai JPEG (.jpg), lalu sebutkan nama barunya.",
    ),
    "foto-salah-nama": error(
        'isi "{file}" sebenarnya {kind}, jadi tidak ditampilkan.',
        "Ganti nama berkasnya menjadi {example}, juga di laporan ini.",
    ),
    "foto-bergerak": error('foto "{file}" berupa gambar bergerak, jadi tidak ditampilkan.', "Pakai foto biasa (JPEG)."),
    "foto-terlalu-besar": error(
        'foto "{file}" terlalu besar untuk dibuka: {width} × {height} piksel ({size} MP); paling besar {most} MP.',
        "Kirim ulang dengan ukuran lebih kecil, misalnya lewat WhatsApp sebagai foto.",
    ),
    "foto-terlalu-berat": error(
        'berkas foto "{file}" terlalu berat ({size}); paling berat {most}.',
        "Kirim ulang dengan ukuran lebih kecil, misalnya lewat WhatsApp sebagai foto.",
    ),
    "foto-rusak": error(
        'foto "{file}" rusak atau terpotong, jadi tidak ditampilkan.',
        "Salin ulang dari ponsel; biasanya penyalinannya terputus.",
    ),
    "foto-gagal": error(
        'foto "{file}" tidak selesai dibuka ({reason}), jadi tidak ditampilkan.',
        "Simpan ulang sebagai JPEG (.jpg) di ponsel atau komputer.",
    ),
    "foto-tidak-terbaca": error(
        'foto "{file}" tidak dapat dibuka ({reason}), jadi tidak ditampilkan.',
        "Periksa apakah berkasnya masih ada dan boleh dibaca.",
    ),
    "foto-kecil": hint(
        'foto "{file}" hanya {width} piksel lebarnya, jadi tampak kabur di kartu dan layar besar.',
        "Kalau ada, pakai foto aslinya dari ponsel (lebar 1200 piksel atau lebih).",
    ),
}
"""A photo's file."""
