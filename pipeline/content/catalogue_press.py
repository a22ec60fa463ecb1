"""Problems of press releases, of whom the press may ask, and of clippings."""

from pipeline.content.code import Code, hint, holding, warning

PRESS: dict[str, Code] = {
    "berita-tidak-sah": warning(
        'berita "{value}" bukan alamat berita, jadi tidak disebut.',
        "Tulis misalnya: berita: [2023/05/panen-hidroponik]",
    ),
    "narahubung-tidak-lengkap": warning(
        "narahubung perlu nama dan satu cara menghubunginya, jadi tidak dipakai.",
        "Tulis misalnya: narahubung: {{nama: Ibu Sari, peran: pengelola, telepon: 0800-000-0000}}",
    ),
    "juru-bicara-tanpa-nama": warning(
        "juru bicara ini belum bernama, jadi tidak disebut.",
        "Tulis misalnya: juru_bicara: [{{nama: Ibu Sari, peran: kepala perpustakaan}}]",
    ),
    "media-hilang": holding("nama media belum ada.", "Tulis misalnya: media: Kabar Kabupaten"),
    "jenis-media-tidak-dikenal": warning(
        'jenis "{value}" tidak dikenal; kami anggap daring.', "Tulis misalnya: jenis: {near}"
    ),
    "lingkup-tidak-dikenal": warning(
        'lingkup "{value}" tidak dikenal, jadi tidak dipakai.', "Tulis misalnya: lingkup: {near}"
    ),
    "nada-tidak-dikenal": warning('nada "{value}" tidak dikenal, jadi tidak dipakai.', "Tulis misalnya: nada: {near}"),
    "url-tidak-sah": warning(
        'url "{value}" bukan alamat web yang aman, jadi kliping ini tampil tanpa tautan.',
        "Salin alamatnya dari peramban: url: https://kabar.example/berita",
    ),
    "cuplikan-panjang": hint(
        "cuplikan ini {number} huruf; kami potong pada {most}, sebab tulisannya milik media itu.",
        "Kutip satu atau dua kalimat saja.",
    ),
    "diambil-tidak-terbaca": warning(
        'diambil "{value}" belum bisa kami baca, jadi tidak dipakai.', "Tulis misalnya: diambil: {example}"
    ),
    "sha256-tidak-sah": warning(
        "sha256 bukan 64 angka heksadesimal, jadi tidak dipakai.",
        "Hapus baris itu, atau salin lagi dari catatan warta.",
    ),
    "kliping-tanpa-sangkutan": warning(
        "kliping ini belum menyebut berita, perpustakaan, atau wilayah, jadi hanya tampil di halaman liputan.",
        "Tulis misalnya: perpustakaan: perpustakaan-desa-sukamaju",
    ),
}
"""What one file says."""

PRINTED: dict[str, Code] = {
    "berita-tidak-dikenal": warning('berita "{value}" tidak ada, jadi tidak disebut.', "Mungkin maksudnya: {near}"),
    "perpustakaan-kliping-tidak-dikenal": warning(
        'perpustakaan "{value}" tidak ada di content/libraries/, jadi tidak disebut.',
        "Mungkin maksudnya: perpustakaan: {near}",
    ),
}
"""What shows only when all files are seen together."""
