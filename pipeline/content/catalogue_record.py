"""Problems of the records behind advocacy: money, support, work plans, policy options, selections of stories."""

from pipeline.content.code import Code, error, hint, holding, warning

MONEY: dict[str, Code] = {
    "bukan-uang": error(
        '{key} "{value}" belum bisa kami baca sebagai jumlah uang, jadi tidak dihitung.',
        "Tulis satu jumlah dalam rupiah, misalnya: {key}: Rp5.000.000",
    ),
    "uang-minus": error(
        "{key} berisi {value}; jumlah uang tidak bisa kurang dari nol, jadi tidak dihitung.",
        "Tulis misalnya: {key}: Rp5.000.000",
    ),
    "uang-mustahil": error(
        "{key} berisi {value}, lebih dari sepuluh triliun rupiah, jadi tidak dihitung.",
        "Periksa jumlah nolnya, misalnya: {key}: Rp5.000.000",
    ),
    "mata-uang-lain": error(
        '{key} "{value}" memakai mata uang lain ({other}), jadi tidak dihitung: yang dijumlahkan hanya rupiah.',
        "Tulis nilainya dalam rupiah menurut kurs hari itu, misalnya: {key}: Rp7.500.000",
    ),
}
"""What is said of sums of money, wherever they stand."""

RECORDS: dict[str, Code] = {
    "tanggal-catatan": warning(
        '{key} "{value}" belum bisa kami baca, jadi tidak dipakai.', "Tulis misalnya: {key}: {example}"
    ),
    "catatan-wilayah": holding(
        'wilayah "{value}" bukan kode provinsi atau kabupaten yang dikenal, jadi catatan ini tidak punya tempat.',
        "Tulis misalnya: wilayah: {example}, atau sebut perpustakaannya.",
    ),
    "catatan-dua-tempat": hint(
        "catatan ini menyebut perpustakaan dan wilayah; yang kami pakai perpustakaannya.", "Hapus salah satunya."
    ),
    "dukungan-kosong": warning(
        "baris ini belum menyebut apa, siapa, atau berapa, jadi tidak dicatat.",
        "Tulis misalnya: {{apa: rak buku, kepada: Pemerintah Desa Sukamaju, nilai: Rp5.000.000}}",
    ),
    "status-dukungan-tidak-dikenal": error(
        'status "{value}" tidak dikenal, jadi baris ini tidak dicatat.',
        "Tulis misalnya: status: {near}",
    ),
    "dukungan-tanpa-status": hint(
        "dukungan ini belum berstatus; kami catat sebagai dijanjikan.", "Kalau sudah ada, tulis: status: diterima"
    ),
    "dukungan-tanpa-kode": hint(
        "laporan ini menyebut permintaan dan dukungan tanpa kode, jadi keduanya dihitung sebagai dua hal.",
        "Kalau dukungan itu jawaban atas permintaannya, beri keduanya kode yang sama, misalnya: kode: rak-buku",
    ),
    "dukungan-perorangan": warning(
        '"{value}" tampaknya nama perorangan.',
        "Tanyakan apakah namanya boleh disebut, lalu tulis: tampilkan: ya, atau tampilkan: tidak",
    ),
    "wujud-tidak-dikenal": warning(
        'wujud "{value}" tidak dikenal, jadi tidak dipakai.', "Tulis misalnya: wujud: {near}"
    ),
    "kode-tidak-sah": warning(
        'kode "{value}" tidak bisa dipakai, jadi baris ini berdiri sendiri.',
        "Tulis satu atau beberapa kata, misalnya: kode: mesin-jahit",
    ),
    "rencana-kosong": warning(
        "rencana ini belum berisi satu butir pun.",
        "Tulis misalnya: butir: [{{apa: Kelas komputer, target: 12 kali, tenggat: Desember 2026}}]",
    ),
    "tahun-hilang": hint("rencana ini belum menyebut tahunnya.", "Tulis misalnya: tahun: 2026"),
    "tahun-tidak-sah": warning(
        'tahun "{value}" belum bisa kami baca, jadi tidak dipakai.', "Tulis misalnya: tahun: 2026"
    ),
    "butir-kosong": warning(
        "butir ini belum menyebut apa yang akan dikerjakan, jadi tidak dicatat.", "Tulis misalnya: apa: Kelas komputer"
    ),
    "bukan-jumlah": error(
        '{key} "{value}" belum bisa kami baca sebagai jumlah, jadi tidak dipakai.',
        "Tulis angka dan satuannya, misalnya: {key}: 12 kali",
    ),
    "jumlah-mustahil": error(
        "{key} berisi {value}; jumlah itu tidak mungkin, jadi tidak dipakai.",
        "Tulis angka dari nol ke atas, misalnya: {key}: 12 kali",
    ),
    "target-tanpa-satuan": error(
        "target {value} belum bersatuan, jadi tidak dipakai.", "Tulis misalnya: target: {value} kali"
    ),
    "satuan-tercapai-berbeda": error(
        'tercapai memakai satuan "{value}", target memakai "{unit}", jadi tidak dibandingkan.',
        "Hitung keduanya dalam satuan yang sama.",
    ),
    "status-butir-tidak-dikenal": warning(
        'status "{value}" tidak dikenal, jadi kami simpulkan dari angkanya.', "Tulis misalnya: status: {near}"
    ),
    "jenis-opsi-tidak-dikenal": warning(
        'jenis "{value}" tidak dikenal; kami anggap prospektif.', "Tulis misalnya: jenis: {near}"
    ),
    "opsi-jumlah": warning(
        "pertanyaan ini punya {number} opsi; yang dapat ditimbang {few} sampai {many}.",
        "Sebutkan juga pilihan untuk tidak berubah, dan gabungkan opsi yang mirip.",
    ),
    "opsi-ganda": warning(
        'opsi "{value}" disebut dua kali; yang kedua tidak dipakai.', "Beri nama lain, atau hapus salah satunya."
    ),
    "opsi-tanpa-nama": warning(
        "opsi ini belum bernama, jadi tidak dipakai.", "Tulis misalnya: nama: Perpustakaan keliling"
    ),
    "skor-kurang": warning(
        'opsi "{option}" belum punya skor untuk {missing}, jadi tidak ikut diperingkat.',
        "Beri skor 1 sampai 5 beserta alasannya, misalnya: efektivitas: 4, dipakai tiap hari",
    ),
    "skor-di-luar": error(
        "skor {key} berisi {value}; skor hanya 1, 2, 3, 4 atau 5, jadi tidak dipakai.", "Tulis misalnya: {key}: 4"
    ),
    "bobot-kosong": warning(
        "bobot ini tidak memberi bobot kepada kriteria mana pun, jadi semua kami anggap sama.",
        "Tulis misalnya: bobot: {{efektivitas: 30, efisiensi: 20, perataan: 50}}",
    ),
    "bobot-disesuaikan": hint(
        "bobot berjumlah {sum}, bukan 100; kami bagi menurut perbandingannya.", "Ubah supaya jumlahnya 100, kalau mau."
    ),
    "bobot-tidak-sah": error(
        'bobot {key} "{value}" bukan angka dari nol ke atas, jadi kami anggap nol.', "Tulis misalnya: {key}: 20"
    ),
    "url-acuan": warning(
        'url "{value}" bukan alamat web yang aman, jadi acuan ini tampil tanpa tautan.',
        "Salin alamatnya dari peramban: url: https://kabar.example/berita",
    ),
    "pilihan-hilang": holding(
        "cerita yang dipilih belum disebut.", "Tulis misalnya: dipilih: 2023/05/panen-hidroponik"
    ),
    "pilihan-tidak-sah": holding(
        'dipilih "{value}" bukan alamat berita.', "Tulis misalnya: dipilih: 2023/05/panen-hidroponik"
    ),
    "pilihan-bukan-calon": holding(
        'cerita yang dipilih, "{value}", tidak ada di antara calonnya.', "Tambahkan ke calon, atau perbaiki alamatnya."
    ),
    "pilihan-tanpa-alasan": holding(
        "alasan memilih belum ditulis.", "Tulis misalnya: alasan: Perubahannya nyata dan dapat ditiru desa lain."
    ),
    "calon-kurang": hint(
        "calonnya kurang dari dua, jadi tidak ada yang dipilih di antaranya.",
        "Sebutkan semua cerita yang dibahas panel.",
    ),
    "calon-tidak-sah": warning(
        'calon "{value}" bukan alamat berita, jadi tidak disebut.', "Tulis misalnya: calon: [2023/05/panen-hidroponik]"
    ),
    "tingkat-panel-tidak-dikenal": warning(
        'tingkat "{value}" tidak dikenal; kami simpulkan dari wilayahnya.', "Tulis misalnya: tingkat: {near}"
    ),
}
"""What one record says."""

RECORDED: dict[str, Code] = {
    "perpustakaan-catatan-tidak-dikenal": error(
        'perpustakaan "{value}" tidak ada di content/libraries/, jadi catatan ini tidak ditampilkan.',
        "Mungkin maksudnya: {near}",
    ),
    "butir-indikator": error(
        'indikator "{value}" tidak dikenal, jadi realisasi butir ini tidak diambil dari laporan.',
        "Mungkin maksudnya: indikator: {near}",
    ),
    "pilihan-tidak-ada": error(
        'berita yang dipilih, "{value}", tidak ada, jadi pilihan ini tidak ditampilkan.', "Mungkin maksudnya: {near}"
    ),
}
"""What shows only when all files are seen together."""
