"""Every problem that warta can find in content: its code, its level, what is wrong and how to mend it.

Codes are a contract (``warta check --json``): add, never rename. Sentences are Indonesian, in words that a village
librarian uses; ``{name}`` stands for a value of the problem.
"""

from typing import Literal, NamedTuple

Level = Literal["error", "warning", "hint"]


class Code(NamedTuple):
    """What is said about one kind of problem. *holds*: the whole file is held back because of it."""

    level: Level
    message: str
    fix: str
    holds: bool = False


def _holding(message: str, fix: str) -> Code:
    """An error that holds the file back: publishing would be wrong."""
    return Code("error", message, fix, holds=True)


def _error(message: str, fix: str) -> Code:
    """An error that costs the file a detail, which is left out."""
    return Code("error", message, fix)


def _warning(message: str, fix: str) -> Code:
    return Code("warning", message, fix)


def _hint(message: str, fix: str) -> Code:
    return Code("hint", message, fix)


FILE: dict[str, Code] = {
    "berkas-kosong": _holding(
        "berkas ini masih kosong.", "Tulis laporannya, atau hapus berkas ini kalau tidak dipakai."
    ),
    "berkas-bukan-utf8": _holding(
        "tulisan di berkas ini tersimpan sebagai {encoding}, jadi sebagian hurufnya tidak terbaca.",
        "Buka berkasnya, pilih Simpan Sebagai (Save As), lalu pilih pengodean (Encoding) UTF-8.",
    ),
    "berkas-rusak": _holding(
        "berkas ini rusak: ada bagian yang kosong melompong, biasanya karena penyalinan terputus.",
        "Salin ulang berkasnya dari ponsel atau komputer asalnya.",
    ),
    "berkas-terlalu-besar": _holding(
        "berkas ini terlalu besar ({size}); paling besar 1 MB.",
        "Simpan foto sebagai berkas tersendiri, lalu sebutkan namanya di bagian foto.",
    ),
    "berkas-tidak-terbaca": _holding(
        "berkas ini tidak dapat dibuka ({reason}).", "Periksa apakah berkasnya masih ada dan boleh dibaca."
    ),
    "berkas-berubah": _holding(
        "berkas ini terus berubah selagi dibaca.", "Tunggu sampai penyalinan atau sinkronisasi selesai, lalu ulangi."
    ),
    "tautan-keluar": _holding(
        "ini tautan (symlink) ke luar folder content/, jadi tidak diikuti.",
        "Salin berkas aslinya ke dalam folder content/.",
    ),
    "nama-bukan-utf8": _holding(
        "nama berkas ini memakai huruf yang tidak terbaca.", "Ganti namanya dengan huruf biasa, misalnya: panen.md"
    ),
}
"""A file as a whole."""

ADDRESS: dict[str, Code] = {
    "alamat-salah-folder": _holding("laporan ini tidak berada di folder tahun dan bulannya.", "Pindahkan ke: {folder}"),
    "perpustakaan-salah-folder": _holding("profil perpustakaan ini berada terlalu dalam.", "Pindahkan ke: {folder}"),
    "nama-terlarang": _holding(
        'nama "{name}" tidak bisa dipakai di komputer Windows.', "Ganti namanya, misalnya: {example}"
    ),
    "nama-kosong": _holding(
        'nama "{name}" tidak punya huruf atau angka yang bisa dipakai sebagai alamat.',
        "Ganti nama berkasnya, misalnya: panen-sayur.md",
    ),
    "nama-terlalu-panjang": _holding(
        "nama berkas ini terlalu panjang ({length} huruf; paling panjang {most}).",
        "Pendekkan, misalnya: {example}.md",
    ),
    "tanggal-beda-folder": _warning(
        'tanggal "{value}" tidak jatuh pada bulan folder {folder}.',
        "Kalau tanggalnya benar, pindahkan berkas ke: content/stories/{month}/. Kalau sudah terbit, biarkan.",
    ),
}
"""Where a file is, and what it is called."""

HEAD: dict[str, Code] = {
    "kepala-tidak-ada": _holding(
        "laporan ini belum punya bagian kepala (judul, tanggal, perpustakaan).",
        "Mulai berkas dengan baris ---, lalu judul: …, tanggal: …, perpustakaan: …, lalu baris --- lagi.",
    ),
    "kepala-tidak-dibuka": _holding(
        'baris --- di atas "{first}" belum ada.', "Tulis --- pada baris sendiri, tepat di atas baris ini."
    ),
    "kepala-tidak-ditutup": _holding(
        "bagian kepala dibuka dengan --- tetapi tidak ditutup.",
        "Tulis --- pada baris sendiri, di atas baris {before} tempat isi laporan mulai.",
    ),
    "kepala-toml": _holding(
        "bagian kepala ini memakai +++ (TOML), yang tidak dibaca di sini.",
        "Ganti +++ dengan ---, dan tulis isiannya seperti: judul: Panen perdana",
    ),
    "kepala-terlalu-besar": _holding(
        "bagian kepala laporan terlalu panjang ({size}; paling panjang 16 KB).",
        "Pindahkan cerita yang panjang ke isi laporan, di bawah baris --- kedua.",
    ),
    "kepala-terlalu-dalam": _holding(
        "isian di baris ini bertumpuk terlalu dalam.", "Tulis seperti pada contoh laporan, tanpa kurung berlapis-lapis."
    ),
    "kepala-kutip-terbuka": _holding(
        "tanda kutip di baris ini dibuka tetapi tidak ditutup.",
        "Tambahkan tanda kutip penutup di akhir, atau hapus keduanya.",
    ),
    "kepala-kurung-terbuka": _holding(
        "isi kurung di baris ini tidak terbaca.", "Periksa pasangan [ ] dan {{ }}, dan koma di antara isinya."
    ),
    "kepala-jangkar": _holding(
        "baris ini memakai tanda khusus YAML (&nama, *nama, atau !jenis), yang tidak diterima.",
        "Tulis isinya langsung. Kalau tanda itu bagian dari kalimat, apit dengan tanda kutip.",
    ),
    "kepala-baris-tanpa-isian": _holding(
        "baris ini tidak punya nama isian.",
        "Tulis seperti judul: Panen perdana. Kalau ini sambungan baris di atasnya, beri dua spasi di depannya.",
    ),
    "kepala-rusak": _holding(
        "bagian kepala tidak terbaca mulai baris ini.",
        "Bandingkan dengan contoh laporan: setiap isian satu baris, seperti judul: Panen perdana, rata kiri.",
    ),
    "teks-diperbaiki": _hint(
        "di baris ini ada tanda yang punya arti khusus bagi komputer; kami baca sebagai teks biasa.",
        "Supaya pasti, apit dengan tanda kutip: {example}",
    ),
    "isian-tanpa-spasi": _hint("sesudah {key}: belum ada spasi; tetap kami baca.", "Tulis: {key}: {value}"),
    "isian-tidak-dikenal": _warning(
        'isian "{key}" tidak dikenal, jadi tidak dipakai.',
        "Pakai misalnya: {near}. Kalau tidak perlu, hapus baris ini.",
    ),
    "isian-ganda": _warning(
        '"{key}" ditulis dua kali (juga di baris {first}); yang pertama yang dipakai.', "Hapus salah satunya."
    ),
    "isian-ganda-penting": _holding(
        '"{key}" ditulis dua kali dengan isi berbeda (juga di baris {first}), jadi tidak jelas mana yang benar.',
        "Hapus yang salah.",
    ),
    "bukan-teks": _warning("{key} harus berupa teks biasa, jadi tidak dipakai.", "Tulis seperti: {key}: teks Anda"),
    "bukan-daftar": _warning("{key} harus berupa daftar, jadi tidak dipakai.", "Tulis seperti: {key}: [satu, dua]"),
    "bukan-rincian": _warning(
        "{key} harus berisi rincian, jadi tidak dipakai.",
        "Tulis rinciannya di bawah {key}:, tiap baris diawali dua spasi.",
    ),
    "bukan-ya-tidak": _warning('{key} berisi "{value}", bukan ya atau tidak.', "Tulis: {key}: ya, atau {key}: tidak"),
    "bukan-angka": _warning(
        '{key} berisi "{value}", yang tidak terbaca sebagai jumlah.', "Tulis dengan angka, misalnya: {key}: 24"
    ),
    "angka-minus": _holding(
        "{key} berisi {value}; jumlah tidak bisa kurang dari nol.", "Tulis misalnya: {key}: {positive}"
    ),
}
"""Front matter: its shape and its keys."""

STORY: dict[str, Code] = {
    "judul-hilang": _holding("judul belum ada.", "Tulis misalnya: judul: Panen perdana kebun hidroponik"),
    "tanggal-hilang": _holding("tanggal belum ada.", "Tulis misalnya: tanggal: 12 Mei 2023"),
    "perpustakaan-hilang": _holding(
        "perpustakaan belum disebut.", "Tulis misalnya: perpustakaan: perpustakaan-desa-sukamaju"
    ),
    "wajib-bukan-teks": _holding("{key} harus berupa satu baris teks.", "Tulis seperti: {key}: teks Anda"),
    "judul-panjang": _hint(
        "judul ini {words} kata; paling enak dibaca kalau tidak lebih dari {most}.",
        "Pindahkan rinciannya ke ringkasan.",
    ),
    "tanggal-mustahil": _holding('{key} "{value}" tidak ada di kalender.', "Tulis misalnya: {key}: {example}"),
    "tanggal-tidak-terbaca": _holding('{key} "{value}" belum bisa kami baca.', "Tulis misalnya: {key}: {example}"),
    "hari-tidak-cocok": _warning(
        '{key} "{value}": tanggal itu hari {right}, bukan {weekday}.',
        "Periksa tanggalnya, atau ganti harinya dengan {right}.",
    ),
    "status-tidak-dikenal": _holding(
        'status "{value}" tidak dikenal; kami tahan supaya draf tidak terbit tanpa sengaja.',
        "Tulis misalnya: status: {near}",
    ),
    "jenis-tidak-dikenal": _warning(
        'jenis "{value}" tidak dikenal; kami anggap kegiatan.', "Tulis misalnya: jenis: {near}"
    ),
    "strategi-tidak-dikenal": _warning(
        'strategi "{value}" tidak dikenal, jadi tidak dipakai.', "Tulis misalnya: strategi: {near}"
    ),
    "ringkasan-hilang": _hint(
        "ringkasan belum ada; kami pakai kalimat pertama dari isi.",
        "Tulis sendiri kalau mau lebih pas: ringkasan: {example}",
    ),
    "isi-kosong": _warning("laporan ini belum punya isi.", "Ceritakan kegiatannya di bawah baris --- kedua."),
    "wilayah-tidak-sah": _warning(
        'wilayah "{value}" bukan kode wilayah Kemendagri.', "Tulis kodenya, misalnya: wilayah: {example}"
    ),
    "bahasa-tidak-dikenal": _warning(
        'bahasa "{value}" tidak dikenal; kami anggap bahasa Indonesia.',
        "Tulis kodenya: id (Indonesia), jv (Jawa), su (Sunda).",
    ),
    "alias-tidak-sah": _warning(
        'alias "{value}" bukan alamat lama yang bisa dipakai.', "Tulis misalnya: alias: 2019/panen-sayur"
    ),
    "ralat-tidak-lengkap": _warning(
        'ralat "{value}" belum lengkap, jadi tidak ditampilkan.',
        'Tulis misalnya: ralat: [{{tanggal: {example}, teks: "Jumlah peserta 24, bukan 42."}}]',
    ),
    "ralat-tanpa-catatan": _hint(
        "laporan ini berstatus ralat, tetapi belum menyebut apa yang diralat.",
        'Tulis misalnya: ralat: [{{tanggal: 12 Mei 2023, teks: "Jumlah peserta 24, bukan 42."}}]',
    ),
    "tarik-tanpa-alasan": _hint(
        "laporan ini ditarik, tetapi belum menyebut alasannya.",
        "Tulis misalnya: tarik_alasan: Diminta narasumber",
    ),
    "peserta-tidak-cocok": _warning(
        "{parts} berjumlah {sum}, lebih banyak dari total {total}.", "Periksa lagi angkanya."
    ),
    "halaman-ditahan": _hint(
        "halaman ini tidak terbit karena status: {value}.", "Kalau sudah siap, hapus baris status."
    ),
}
"""What a report or page says."""

PEOPLE: dict[str, Code] = {
    "izin-tidak-jelas": _error(
        'izin berisi "{value}", bukan ya atau tidak; kami anggap tidak.',
        "Tulis: izin: ya, izin: tidak, atau izin: {{ref: 12/2023, kanal: [web, sosial]}}",
    ),
    "izin-tanggal": _error(
        '{key} "{value}" pada izin tidak terbaca; kami anggap tidak ada izin.', "Tulis misalnya: {key}: {example}"
    ),
    "kanal-tidak-dikenal": _warning('kanal "{value}" tidak dikenal, jadi tidak dipakai.', "Pakai: {near}"),
    "foto-tanpa-berkas": _warning(
        "foto ini belum menyebut nama berkasnya, jadi tidak ditampilkan.", "Tulis misalnya: berkas: panen.jpg"
    ),
    "foto-di-luar": _error(
        'foto "{file}" berada di luar folder content/, jadi tidak ditampilkan.',
        "Salin fotonya ke folder laporan ini, lalu tulis: berkas: {example}",
    ),
    "foto-tanpa-izin": _warning(
        'foto "{of}" belum mencatat izin orang di dalamnya.',
        "Tanyakan kepada mereka, lalu tulis: izin: ya, atau izin: tidak",
    ),
    "foto-anak-tanpa-wali": _error(
        'foto "{file}" memperlihatkan anak tanpa izin wali, jadi tidak ditampilkan.',
        "Kalau orang tua atau wali sudah setuju, tulis: izin: {{wali: ya}}",
    ),
    "foto-tanpa-alt": _hint(
        'foto "{file}" belum punya alt, penjelasan bagi orang yang tidak melihat gambarnya.',
        "Tulis apa yang tampak, misalnya: alt: Lima ibu memegang keranjang selada.",
    ),
    "foto-tanpa-keterangan": _hint(
        'foto "{file}" belum punya keterangan.',
        "Tulis misalnya: keterangan: Warga memanen selada di halaman perpustakaan.",
    ),
    "kutipan-tanpa-teks": _warning(
        "kutipan ini belum berisi ucapan, jadi tidak ditampilkan.",
        'Tulis misalnya: teks: "Dulu saya malu ke perpustakaan."',
    ),
    "kutipan-tanpa-izin": _warning(
        'kutipan "{of}" belum mencatat izin orang yang berbicara.', "Tanyakan, lalu tulis: izin: ya, atau izin: tidak"
    ),
    "kutipan-tanpa-nama": _hint(
        'kutipan "{text}" belum menyebut siapa yang berbicara.', "Tulis misalnya: nama: Ibu S., peran: peserta"
    ),
}
"""Photos, quotations and the consent of the people in them."""

BODY: dict[str, Code] = {
    "isi-tag": _warning("{what} di isi laporan tidak diterima, jadi dibuang.", "Tulis sebagai teks biasa."),
    "isi-tautan": _warning('tautan "{what}" tidak aman, jadi dibuang.', "Pakai alamat yang diawali https://"),
    "isi-atribut": _warning("{what} di isi laporan tidak diterima, jadi dibuang.", "Hapus bagian itu."),
    "isi-gambar": _warning(
        'gambar "{what}" di dalam isi tidak ditampilkan.', "Sebutkan di bagian kepala: foto: {what}"
    ),
    "isi-terlalu-rumit": _warning(
        "susunan isi laporan terlalu rumit ({what}), jadi sebagian dibaca sebagai teks biasa.",
        "Sederhanakan kurung, kutipan atau daftar yang bertumpuk.",
    ),
}
"""What is left out of a body."""

LIBRARY: dict[str, Code] = {
    "nama-hilang": _holding("nama perpustakaan belum ada.", "Tulis misalnya: nama: Perpustakaan Desa Sukamaju"),
    "tingkat-hilang": _holding(
        "tingkat perpustakaan belum ada.",
        "Pilih: desa, kecamatan, kabupaten, provinsi atau nasional; misalnya tingkat: desa",
    ),
    "tingkat-tidak-dikenal": _holding('tingkat "{value}" tidak dikenal.', "Tulis misalnya: tingkat: {near}"),
    "wilayah-hilang": _holding(
        "kode wilayah perpustakaan belum ada.", "Tulis kode Kemendagri, misalnya: wilayah: 32.04.05.2003"
    ),
    "wilayah-wajib-sah": _holding(
        'wilayah "{value}" bukan kode wilayah Kemendagri.', "Tulis kodenya, misalnya: wilayah: {example}"
    ),
    "wilayah-tidak-dikenal": _warning(
        'provinsi atau kabupaten dengan kode "{value}" tidak ada dalam daftar, jadi tanpa halaman wilayah.',
        "Periksa angka depannya.",
    ),
}
"""What a library's profile says."""

TOGETHER: dict[str, Code] = {
    "alamat-ganda": _holding("alamat {address} sudah dipakai oleh {other}.", "Ganti nama salah satu berkas."),
    "beda-huruf-besar": _holding(
        "nama berkas ini hanya berbeda huruf besar-kecil dari {other}.",
        "Ganti nama salah satunya; Windows menganggap keduanya sama.",
    ),
    "perpustakaan-tidak-dikenal": _holding(
        'perpustakaan "{value}" tidak ada di content/libraries/.', "Mungkin maksudnya: perpustakaan: {near}"
    ),
    "foto-tidak-ada": _error(
        'foto "{file}" tidak ditemukan, jadi tidak ditampilkan.',
        "Periksa nama berkasnya, termasuk huruf besar-kecilnya.",
    ),
    "peserta-berbeda": _warning(
        "peserta kegiatan {event} di sini berbeda dari {other}; yang di sana yang dihitung.", "Samakan angkanya."
    ),
    "laporan-masa-depan": _warning(
        'tanggal "{value}" belum tiba, jadi laporan ini ditahan sampai hari itu.',
        "Kalau ini undangan, tulis jenis: pengumuman. Kalau harus terbit lebih dulu, tulis terbit_pada: {example}",
    ),
    "alias-terpakai": _warning(
        "alias {alias} adalah alamat {other} yang masih ada, jadi tidak dialihkan.", "Hapus alias itu."
    ),
    "alamat-dipesan": _holding(
        'alamat "{address}" dipakai warta untuk halaman lain.', "Ganti nama berkasnya, misalnya: {example}.md"
    ),
    "halaman-gagal": _holding(
        "halaman laporan ini gagal dibuat ({reason}).", "Laporkan kepada pengelola warta; laporan lain tetap terbit."
    ),
}
"""What shows only when all files are seen together; found by others than the reader of one file."""

CODES: dict[str, Code] = FILE | ADDRESS | HEAD | STORY | PEOPLE | BODY | LIBRARY | TOGETHER
