"""Problems of a file's form: the file itself, where it is, the shape of its front matter. See ``catalogue``."""

from pipeline.content.code import Code, hint, holding, warning

FILE: dict[str, Code] = {
    "berkas-kosong": holding(
        "berkas ini masih kosong.", "Tulis laporannya, atau hapus berkas ini kalau tidak dipakai."
    ),
    "berkas-bukan-utf8": holding(
        "tulisan di berkas ini tersimpan sebagai {encoding}, jadi sebagian hurufnya tidak terbaca.",
        "Buka berkasnya, pilih Simpan Sebagai (Save As), lalu pilih pengodean (Encoding) UTF-8.",
    ),
    "berkas-rusak": holding(
        "berkas ini rusak: ada bagian yang kosong melompong, biasanya karena penyalinan terputus.",
        "Salin ulang berkasnya dari ponsel atau komputer asalnya.",
    ),
    "berkas-terlalu-besar": holding(
        "berkas ini terlalu besar ({size}); paling besar 1 MB.",
        "Simpan foto sebagai berkas tersendiri, lalu sebutkan namanya di bagian foto.",
    ),
    "berkas-tidak-terbaca": holding(
        "berkas ini tidak dapat dibuka ({reason}).", "Periksa apakah berkasnya masih ada dan boleh dibaca."
    ),
    "berkas-berubah": holding(
        "berkas ini terus berubah selagi dibaca.", "Tunggu sampai penyalinan atau sinkronisasi selesai, lalu ulangi."
    ),
    "tautan-keluar": holding(
        "ini tautan (symlink) ke luar folder content/, jadi tidak diikuti.",
        "Salin berkas aslinya ke dalam folder content/.",
    ),
    "nama-bukan-utf8": holding(
        "nama berkas ini memakai huruf yang tidak terbaca.", "Ganti namanya dengan huruf biasa, misalnya: panen.md"
    ),
}
"""A file as a whole."""

ADDRESS: dict[str, Code] = {
    "alamat-salah-folder": holding("laporan ini tidak berada di folder tahun dan bulannya.", "Pindahkan ke: {folder}"),
    "perpustakaan-salah-folder": holding("profil perpustakaan ini berada terlalu dalam.", "Pindahkan ke: {folder}"),
    "nama-terlarang": holding(
        'nama "{name}" tidak bisa dipakai di komputer Windows.', "Ganti namanya, misalnya: {example}"
    ),
    "nama-kosong": holding(
        'nama "{name}" tidak punya huruf atau angka yang bisa dipakai sebagai alamat.',
        "Ganti nama berkasnya, misalnya: panen-sayur.md",
    ),
    "nama-terlalu-panjang": holding(
        "nama berkas ini terlalu panjang ({length} huruf; paling panjang {most}).",
        "Pendekkan, misalnya: {example}.md",
    ),
    "tanggal-beda-folder": warning(
        'tanggal "{value}" tidak jatuh pada bulan folder {folder}.',
        "Kalau tanggalnya benar, pindahkan berkas ke: content/stories/{month}/. Kalau sudah terbit, biarkan.",
    ),
}
"""Where a file is, and what it is called."""

HEAD: dict[str, Code] = {
    "kepala-tidak-ada": holding(
        "laporan ini belum punya bagian kepala (judul, tanggal, perpustakaan).",
        "Mulai berkas dengan baris ---, lalu judul: …, tanggal: …, perpustakaan: …, lalu baris --- lagi.",
    ),
    "kepala-tidak-dibuka": holding(
        'baris --- di atas "{first}" belum ada.', "Tulis --- pada baris sendiri, tepat di atas baris ini."
    ),
    "kepala-tidak-ditutup": holding(
        "bagian kepala dibuka dengan --- tetapi tidak ditutup.",
        "Tulis --- pada baris sendiri, di atas baris {before} tempat isi laporan mulai.",
    ),
    "kepala-toml": holding(
        "bagian kepala ini memakai +++ (TOML), yang tidak dibaca di sini.",
        "Ganti +++ dengan ---, dan tulis isiannya seperti: judul: Panen perdana",
    ),
    "kepala-terlalu-besar": holding(
        "bagian kepala laporan terlalu panjang ({size}; paling panjang 16 KB).",
        "Pindahkan cerita yang panjang ke isi laporan, di bawah baris --- kedua.",
    ),
    "kepala-terlalu-dalam": holding(
        "isian di baris ini bertumpuk terlalu dalam.", "Tulis seperti pada contoh laporan, tanpa kurung berlapis-lapis."
    ),
    "kepala-kutip-terbuka": holding(
        "tanda kutip di baris ini dibuka tetapi tidak ditutup.",
        "Tambahkan tanda kutip penutup di akhir, atau hapus keduanya.",
    ),
    "kepala-kurung-terbuka": holding(
        "isi kurung di baris ini tidak terbaca.", "Periksa pasangan [ ] dan {{ }}, dan koma di antara isinya."
    ),
    "kepala-jangkar": holding(
        "baris ini memakai tanda khusus YAML (&nama, *nama, atau !jenis), yang tidak diterima.",
        "Tulis isinya langsung. Kalau tanda itu bagian dari kalimat, apit dengan tanda kutip.",
    ),
    "kepala-baris-tanpa-isian": holding(
        "baris ini tidak punya nama isian.",
        "Tulis seperti judul: Panen perdana. Kalau ini sambungan baris di atasnya, beri dua spasi di depannya.",
    ),
    "kepala-rusak": holding(
        "bagian kepala tidak terbaca mulai baris ini.",
        "Bandingkan dengan contoh laporan: setiap isian satu baris, seperti judul: Panen perdana, rata kiri.",
    ),
    "teks-diperbaiki": hint(
        "di baris ini ada tanda yang punya arti khusus bagi komputer; kami baca sebagai teks biasa.",
        "Supaya pasti, apit dengan tanda kutip: {example}",
    ),
    "isian-tanpa-spasi": hint("sesudah {key}: belum ada spasi; tetap kami baca.", "Tulis: {key}: {value}"),
    "isian-tidak-dikenal": warning(
        'isian "{key}" tidak dikenal, jadi tidak dipakai.',
        "Pakai misalnya: {near}. Kalau tidak perlu, hapus baris ini.",
    ),
    "isian-ganda": warning(
        '"{key}" ditulis dua kali (juga di baris {first}); yang pertama yang dipakai.', "Hapus salah satunya."
    ),
    "isian-ganda-penting": holding(
        '"{key}" ditulis dua kali dengan isi berbeda (juga di baris {first}), jadi tidak jelas mana yang benar.',
        "Hapus yang salah.",
    ),
    "bukan-teks": warning("{key} harus berupa teks biasa, jadi tidak dipakai.", "Tulis seperti: {key}: teks Anda"),
    "bukan-daftar": warning("{key} harus berupa daftar, jadi tidak dipakai.", "Tulis seperti: {key}: [satu, dua]"),
    "bukan-rincian": warning(
        "{key} harus berisi rincian, jadi tidak dipakai.",
        "Tulis rinciannya di bawah {key}:, tiap baris diawali dua spasi.",
    ),
    "bukan-ya-tidak": warning('{key} berisi "{value}", bukan ya atau tidak.', "Tulis: {key}: ya, atau {key}: tidak"),
    "bukan-angka": warning(
        '{key} berisi "{value}", yang tidak terbaca sebagai jumlah.', "Tulis dengan angka, misalnya: {key}: 24"
    ),
    "angka-minus": holding(
        "{key} berisi {value}; jumlah tidak bisa kurang dari nol.", "Tulis misalnya: {key}: {positive}"
    ),
}
"""Front matter: its shape and its keys."""
