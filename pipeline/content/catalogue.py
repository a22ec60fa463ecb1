"""Every problem that warta can find in content: its code, its level, what is wrong and how to mend it.

Codes are a contract (``warta check --json``): add, never rename. Sentences are Indonesian, in words that a village
librarian uses; ``{name}`` stands for a value of the problem.
"""

from pipeline.content.catalogue_advice import ADVICE
from pipeline.content.catalogue_form import ADDRESS, FILE, HEAD
from pipeline.content.catalogue_indicator import INDICATOR
from pipeline.content.catalogue_photo import PICTURE
from pipeline.content.catalogue_press import PRESS, PRINTED
from pipeline.content.catalogue_private import JUDGED, PRIVATE
from pipeline.content.catalogue_proof import PROOF
from pipeline.content.catalogue_record import MONEY, RECORDED, RECORDS
from pipeline.content.catalogue_site import SETTINGS, SITE
from pipeline.content.catalogue_taken import TAKEN, WORDS
from pipeline.content.code import Code, Level, error, hint, holding, warning

__all__ = ["CODES", "SETTINGS", "SITE", "TOGETHER", "Level"]

STORY: dict[str, Code] = {
    "judul-hilang": holding("judul belum ada.", "Tulis misalnya: judul: Panen perdana kebun hidroponik"),
    "tanggal-hilang": holding("tanggal belum ada.", "Tulis misalnya: tanggal: 12 Mei 2023"),
    "perpustakaan-hilang": holding(
        "perpustakaan belum disebut.", "Tulis misalnya: perpustakaan: perpustakaan-desa-sukamaju"
    ),
    "wajib-bukan-teks": holding("{key} harus berupa satu baris teks.", "Tulis seperti: {key}: teks Anda"),
    "judul-panjang": hint(
        "judul ini {words} kata; paling enak dibaca kalau tidak lebih dari {most}.",
        "Pindahkan rinciannya ke ringkasan.",
    ),
    "tanggal-mustahil": holding('{key} "{value}" tidak ada di kalender.', "Tulis misalnya: {key}: {example}"),
    "tanggal-tidak-terbaca": holding('{key} "{value}" belum bisa kami baca.', "Tulis misalnya: {key}: {example}"),
    "hari-tidak-cocok": warning(
        '{key} "{value}": tanggal itu hari {right}, bukan {weekday}.',
        "Periksa tanggalnya, atau ganti harinya dengan {right}.",
    ),
    "status-tidak-dikenal": holding(
        'status "{value}" tidak dikenal; kami tahan supaya draf tidak terbit tanpa sengaja.',
        "Tulis misalnya: status: {near}",
    ),
    "jenis-tidak-dikenal": warning(
        'jenis "{value}" tidak dikenal; kami anggap kegiatan.', "Tulis misalnya: jenis: {near}"
    ),
    "strategi-tidak-dikenal": warning(
        'strategi "{value}" tidak dikenal, jadi tidak dipakai.', "Tulis misalnya: strategi: {near}"
    ),
    "ringkasan-hilang": hint(
        "ringkasan belum ada; kami pakai kalimat pertama dari isi.",
        "Tulis sendiri kalau mau lebih pas: ringkasan: {example}",
    ),
    "isi-kosong": warning("laporan ini belum punya isi.", "Ceritakan kegiatannya di bawah baris --- kedua."),
    "wilayah-tidak-sah": warning(
        'wilayah "{value}" bukan kode wilayah Kemendagri.', "Tulis kodenya, misalnya: wilayah: {example}"
    ),
    "bahasa-tidak-dikenal": warning(
        'bahasa "{value}" tidak dikenal; kami anggap bahasa Indonesia.',
        "Tulis kodenya: id (Indonesia), jv (Jawa), su (Sunda).",
    ),
    "terjemahan-tidak-sah": holding(
        'terjemahan "{value}" bukan alamat berita asli.', "Tulis misalnya: terjemahan: 2023/05/panen-hidroponik"
    ),
    "terjemahan-tanpa-bahasa": holding(
        "laporan ini terjemahan, tetapi bahasanya belum disebut.", "Tulis misalnya: bahasa: en"
    ),
    "terjemahan-asli-tidak-ada": holding(
        'berita asli "{value}" tidak ada, jadi terjemahannya kami tahan.', "Tulis misalnya: terjemahan: {near}"
    ),
    "terjemahan-berantai": holding(
        '"{value}" sendiri sebuah terjemahan.', "Tulis alamat berita aslinya: terjemahan: {original}"
    ),
    "terjemahan-sama-bahasa": holding(
        "terjemahan ini berbahasa sama dengan aslinya ({language}).",
        "Perbaiki bahasa, atau hapus baris terjemahan kalau ini berita tersendiri.",
    ),
    "terjemahan-menunggu": hint(
        "terjemahan ini menunggu berita aslinya, yang belum atau tidak lagi terbit.",
        "Terbitkan dulu aslinya; terjemahan ini lalu ikut.",
    ),
    "terjemahan-ganda": holding(
        "berita asli itu sudah diterjemahkan ke bahasa ini ({language}): {other}.",
        "Gabungkan keduanya, lalu hapus salah satu.",
    ),
    "topik-tidak-sah": warning(
        'topik "{value}" tidak dapat menjadi nama halaman, jadi tidak dipakai.',
        "Tulis misalnya: topik: [literasi-anak]",
    ),
    "alias-tidak-sah": warning(
        'alias "{value}" bukan alamat lama yang bisa dipakai.', "Tulis misalnya: alias: 2019/panen-sayur"
    ),
    "alias-dipesan": warning(
        "alias {alias} dipakai warta untuk halaman atau berkas lain, jadi tidak dialihkan.", "Hapus alias itu."
    ),
    "ralat-tidak-lengkap": warning(
        'ralat "{value}" belum lengkap, jadi tidak ditampilkan.',
        'Tulis misalnya: ralat: [{{tanggal: {example}, teks: "Jumlah peserta 24, bukan 42."}}]',
    ),
    "ralat-tanpa-catatan": hint(
        "laporan ini berstatus ralat, tetapi belum menyebut apa yang diralat.",
        'Tulis misalnya: ralat: [{{tanggal: 12 Mei 2023, teks: "Jumlah peserta 24, bukan 42."}}]',
    ),
    "tarik-tanpa-alasan": hint(
        "laporan ini ditarik, tetapi belum menyebut alasannya.",
        "Tulis misalnya: tarik_alasan: Diminta narasumber",
    ),
    "peserta-mustahil": error(
        "{number} peserta pada satu kegiatan tidak masuk akal, jadi tidak dipakai.", "Periksa lagi angkanya."
    ),
    "peserta-tidak-cocok": warning(
        "{parts} berjumlah {sum}, lebih banyak dari total {total}.", "Periksa lagi angkanya."
    ),
    "halaman-ditahan": hint(
        "halaman ini tidak terbit karena status: {value}.", "Kalau sudah siap, hapus baris status."
    ),
}
"""What a report or page says."""

PEOPLE: dict[str, Code] = {
    "izin-tidak-jelas": error(
        'izin berisi "{value}", bukan ya atau tidak; kami anggap tidak.',
        "Tulis: izin: ya, izin: tidak, atau izin: {{ref: 12/2023, kanal: [web, sosial]}}",
    ),
    "izin-tanggal": error(
        '{key} "{value}" pada izin tidak terbaca; kami anggap tidak ada izin.', "Tulis misalnya: {key}: {example}"
    ),
    "kanal-tidak-dikenal": warning('kanal "{value}" tidak dikenal, jadi tidak dipakai.', "Pakai: {near}"),
    "foto-tanpa-berkas": warning(
        "foto ini belum menyebut nama berkasnya, jadi tidak ditampilkan.", "Tulis misalnya: berkas: panen.jpg"
    ),
    "foto-di-luar": error(
        'foto "{file}" berada di luar folder content/, jadi tidak ditampilkan.',
        "Salin fotonya ke folder laporan ini, lalu tulis: berkas: {example}",
    ),
    "foto-tanpa-izin": warning(
        'foto "{of}" belum mencatat izin orang di dalamnya.',
        "Tanyakan kepada mereka, lalu tulis: izin: ya, atau izin: tidak",
    ),
    "foto-anak-tanpa-wali": error(
        'foto "{file}" memperlihatkan anak tanpa izin wali, jadi tidak ditampilkan.',
        "Kalau orang tua atau wali sudah setuju, tulis: izin: {{wali: ya}}",
    ),
    "foto-anak-belum-disebut": warning(
        '"{words}" pada foto "{file}" menyebut anak, tetapi ada_anak belum diisi.',
        "Kalau wajah anak terlihat, mintalah izin walinya, lalu tulis: ada_anak: ya, dan izin: {{wali: ya}}. Kalau "
        "tidak terlihat, tulis: ada_anak: tidak",
    ),
    "foto-tanpa-alt": hint(
        'foto "{file}" belum punya alt, penjelasan bagi orang yang tidak melihat gambarnya.',
        "Tulis apa yang tampak, misalnya: alt: Lima ibu memegang keranjang selada.",
    ),
    "foto-tanpa-keterangan": hint(
        'foto "{file}" belum punya keterangan.',
        "Tulis misalnya: keterangan: Warga memanen selada di halaman perpustakaan.",
    ),
    "kutipan-tanpa-teks": warning(
        "kutipan ini belum berisi ucapan, jadi tidak ditampilkan.",
        'Tulis misalnya: teks: "Dulu saya malu ke perpustakaan."',
    ),
    "kutipan-tanpa-izin": warning(
        'kutipan "{of}" belum mencatat izin orang yang berbicara.', "Tanyakan, lalu tulis: izin: ya, atau izin: tidak"
    ),
    "kutipan-tanpa-nama": hint(
        'kutipan "{text}" belum menyebut siapa yang berbicara.', "Tulis misalnya: nama: Ibu S., peran: peserta"
    ),
}
"""Photos, quotations and the consent of the people in them."""

BODY: dict[str, Code] = {
    "isi-tag": warning("{what} di isi laporan tidak diterima, jadi dibuang.", "Tulis sebagai teks biasa."),
    "isi-tautan": warning('tautan "{what}" tidak aman, jadi dibuang.', "Pakai alamat yang diawali https://"),
    "isi-atribut": warning("{what} di isi laporan tidak diterima, jadi dibuang.", "Hapus bagian itu."),
    "isi-gambar": warning('gambar "{what}" di dalam isi tidak ditampilkan.', "Sebutkan di bagian kepala: foto: {what}"),
    "isi-terlalu-rumit": warning(
        "susunan isi laporan terlalu rumit ({what}), jadi sebagian dibaca sebagai teks biasa.",
        "Sederhanakan kurung, kutipan atau daftar yang bertumpuk.",
    ),
}
"""What is left out of a body."""

LIBRARY: dict[str, Code] = {
    "nama-hilang": holding("nama perpustakaan belum ada.", "Tulis misalnya: nama: Perpustakaan Desa Sukamaju"),
    "tingkat-hilang": holding(
        "tingkat perpustakaan belum ada.",
        "Pilih: desa, kecamatan, kabupaten, provinsi atau nasional; misalnya tingkat: desa",
    ),
    "umpan-tidak-sah": warning(
        'umpan "{value}" bukan alamat web lengkap, jadi tulisan blognya tidak dapat ditarik.',
        "Tulis misalnya: umpan: https://perpusdesa.example/feed/",
    ),
    "tingkat-tidak-dikenal": holding('tingkat "{value}" tidak dikenal.', "Tulis misalnya: tingkat: {near}"),
    "wilayah-hilang": holding(
        "kode wilayah perpustakaan belum ada.", "Tulis kode Kemendagri, misalnya: wilayah: 32.04.05.2003"
    ),
    "wilayah-wajib-sah": holding(
        'wilayah "{value}" bukan kode wilayah Kemendagri.', "Tulis kodenya, misalnya: wilayah: {example}"
    ),
    "wilayah-tidak-dikenal": warning(
        'provinsi atau kabupaten dengan kode "{value}" tidak ada dalam daftar, jadi tanpa halaman wilayah.',
        "Periksa angka depannya.",
    ),
}
"""What a library's profile says."""

TOGETHER: dict[str, Code] = {
    "alamat-ganda": holding("alamat {address} sudah dipakai oleh {other}.", "Ganti nama salah satu berkas."),
    "beda-huruf-besar": holding(
        "nama berkas ini hanya berbeda huruf besar-kecil dari {other}.",
        "Ganti nama salah satunya; Windows menganggap keduanya sama.",
    ),
    "perpustakaan-tidak-dikenal": holding(
        'perpustakaan "{value}" tidak ada di content/libraries/.', "Mungkin maksudnya: perpustakaan: {near}"
    ),
    "foto-tidak-ada": error(
        'foto "{file}" tidak ditemukan, jadi tidak ditampilkan.',
        "Periksa nama berkasnya, termasuk huruf besar-kecilnya.",
    ),
    "peserta-berbeda": warning(
        "peserta kegiatan {event} di sini berbeda dari {other}; yang di sana yang dihitung.", "Samakan angkanya."
    ),
    "laporan-masa-depan": warning(
        'tanggal "{value}" belum tiba, jadi laporan ini ditahan sampai hari itu.',
        "Kalau ini undangan, tulis jenis: pengumuman. Kalau harus terbit lebih dulu, tulis terbit_pada: {example}",
    ),
    "alias-terpakai": warning(
        "alias {alias} adalah alamat {other} yang masih ada, jadi tidak dialihkan.", "Hapus alias itu."
    ),
    "alamat-dipesan": holding(
        'alamat "{address}" dipakai warta untuk halaman lain.', "Ganti nama berkasnya, misalnya: {example}.md"
    ),
    "halaman-gagal": holding(
        "halaman laporan ini gagal dibuat ({reason}).", "Laporkan kepada pengelola warta; laporan lain tetap terbit."
    ),
    **JUDGED,
    **TAKEN,
    **PRINTED,
    **RECORDED,
}
"""What shows only when all files are seen together; found by others than the reader of one file."""

CODES: dict[str, Code] = (
    FILE
    | ADDRESS
    | HEAD
    | STORY
    | PEOPLE
    | WORDS
    | PRIVATE
    | PICTURE
    | BODY
    | LIBRARY
    | PRESS
    | PROOF
    | INDICATOR
    | MONEY
    | RECORDS
    | TOGETHER
    | ADVICE
    | SETTINGS
    | SITE
)
