"""What would make a sound report a better one, told as a good editor tells it. See ``catalogue``.

What stands in quotation marks here is always the writer's own: it occurs in her file, letter by letter.
"""

from pipeline.content.code import Code, hint

ADVICE: dict[str, Code] = {
    # -- what does not add up
    "saran-angka-peserta": hint(
        'isi menyebut "{words}", sedangkan peserta di bagian kepala {total}.',
        "Cocokkan dengan daftar hadir, lalu samakan: tulis {total} di isi, atau {number} di peserta.",
    ),
    "saran-peserta-jumlah": hint(
        '"{words}", sedangkan laki-laki {men} ditambah perempuan {women} baru {sum}.',
        "Cocokkan dengan daftar hadir. Kalau {sum} yang benar, tulis: total: {sum}",
    ),
    # -- what a reader asks
    "saran-permintaan": hint(
        '"{words}": belum tertulis apa yang diminta, dan kepada siapa.',
        "Tutup dengan satu permintaan, misalnya: Kami meminta {whom} … sebelum …",
    ),
    "saran-hasil": hint(
        'sesudah membaca "{words}", orang ingin tahu apa yang berubah.',
        "Tambahkan satu kalimat hasil, misalnya: Sekarang {who} dapat …",
    ),
    "saran-bukti": hint(
        '"{words}" akan lebih dipercaya kalau ada angka dan sumbernya.',
        "Sebutkan dari mana Anda tahu, misalnya: {example}, … orang menurut daftar hadir.",
    ),
    "saran-masalah": hint(
        '"{words}": mengapa kegiatan ini diperlukan?',
        "Tambahkan sebabnya, misalnya: {example}, karena selama ini …",
    ),
    "saran-tindakan": hint(
        '"{words}": peran perpustakaan belum terbaca.',
        "Ceritakan apa yang Anda lakukan, misalnya: Perpustakaan meminjamkan … dan mengajak {who} …",
    ),
    "saran-siapa": hint(
        '"{words}": siapa yang ikut, dan berapa orang?',
        "Hitung dari daftar hadir, lalu tulis misalnya: peserta: {{laki-laki: …, perempuan: …}}",
    ),
    "saran-tempat": hint('"{words}": di mana?', "Tulis tempatnya, misalnya: lokasi: Ruang baca perpustakaan"),
    "saran-waktu": hint(
        '"{words}": pukul berapa orang harus datang?', "Lengkapi tanggalnya, misalnya: tanggal: {example} pukul 09.00"
    ),
    "saran-isi-pendek": hint(
        'isi laporan baru {number} kata, mulai dengan "{words}".',
        "Jawab satu pertanyaan lagi, misalnya: bagaimana caranya? Apa kata {who} sesudah ikut?",
    ),
    # -- claims
    "saran-angka-kabur": hint('"{words}" itu berapa?', "Tulis angkanya, misalnya: {example}"),
    "saran-klaim": hint(
        '"{words}": pembaca akan bertanya, dari mana tahu?',
        "Sebutkan sumber atau angkanya, atau ceritakan saja apa yang tampak, tanpa kata itu.",
    ),
    # -- voices
    "saran-kutipan-siapa": hint(
        'ucapan "{words}" belum menyebut siapa yang berbicara.',
        "Tambahkan inisial dan perannya di belakangnya, misalnya: kata Ibu S., peserta.",
    ),
    "saran-narasumber": hint(
        '"{words}": siapa dia?', "Kalau ia mengizinkan, sebut inisial dan perannya, misalnya: {example}"
    ),
    "saran-kutipan-peran": hint(
        'ucapan {name}, "{words}", belum menyebut perannya.',
        "Tambahkan di kutipan itu, misalnya: nama: {name}, peran: peserta",
    ),
    # -- the title
    "saran-judul-umum": hint(
        'judul "{words}" cocok untuk laporan mana pun.', "Sebut siapa berbuat apa, misalnya: judul: {example}"
    ),
    "saran-judul-kata-kerja": hint(
        'judul diawali kata kerja, "{words}"; pembaca ingin tahu dulu siapa yang melakukannya.',
        "Dahulukan pelakunya, misalnya: judul: {example}",
    ),
    "saran-judul-pasif": hint(
        'di judul, pelakunya baru muncul di belakang: "{words}".',
        "Dahulukan pelakunya, misalnya: judul: {example}",
    ),
    "saran-judul-kapital": hint(
        'judul "{words}" berhuruf besar semua, jadi terasa seperti berteriak.',
        "Tulis misalnya: judul: {example} (nama orang dan tempat tetap diawali huruf besar)",
    ),
    "saran-judul-tanda": hint('judul tidak perlu tanda baca di ujungnya: "{words}".', "Tulis: judul: {example}"),
    # -- how it reads
    "saran-teras-pembuka": hint(
        'berita dibuka dengan "{words}", padahal kabarnya baru datang sesudah itu.',
        'Mulai langsung dari "{rest}".',
    ),
    "saran-teras-panjang": hint(
        "paragraf pertama {number} kata; di ponsel itu selayar penuh.",
        'Akhiri sesudah "{words}", lalu lanjutkan di paragraf baru.',
    ),
    "saran-kalimat-panjang": hint(
        'kalimat "{words}" panjangnya {number} kata; sekali tarik napas kira-kira {most}.',
        'Satu kalimat cukup satu pikiran: coba beri titik di sekitar "{rest}".',
    ),
    "saran-kalimat-daftar": hint(
        'kalimat "{words}" menyebut banyak hal sekaligus, {number} kata.',
        'Jadikan daftar: sesudah "{rest}", tulis satu per baris, diawali tanda - dan spasi.',
    ),
    "saran-singkatan": hint(
        'tidak semua orang tahu kepanjangan "{words}".', "Tulis lengkap saat pertama disebut, misalnya: {example}"
    ),
    # -- photos
    "saran-alt-hampa": hint(
        'alt "{words}" belum mengatakan apa yang tampak di foto.',
        "Bayangkan menceritakannya lewat telepon, misalnya: alt: {example}",
    ),
    "saran-alt-sama": hint(
        'alt sama dengan keterangannya: "{words}".',
        "Keterangan menjelaskan peristiwanya; alt menggambarkan yang tampak, misalnya: alt: {example}",
    ),
}
"""Suggestions: at most three at a time are shown with a report."""
