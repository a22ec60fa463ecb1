"""Words that the rules of ``stem.py`` cannot know: roots that look derived, and words without meaning of their own.

Ours, from reading reports. A root stands here when stripping would go on too far (*sekolah*, *menteri*), or when *me-*
and *pe-* swallow or keep a letter against the rule (*mengirim* from *kirim*, *memasak* from *masak*): it is preferred
then. What is missing costs a match between two forms of one word, never a story.
"""

_SWALLOWED_K = """
kabar kaca kail kait kaji kaki kali kampanye kandang kandung kantong kapal kapur karang karantina karung kasih kata
kawal kebal kebun kecil kedip kejar keliling kelola kelompok keluar keluh kelupas kemas kembali kembang kemuka kenal
kenan kenang kendali kendara kental kepak kepung keras kering kerja kerut ketik ketuk kibar kibas kikir kikis kilau
kincir kipas kira kirim kisah kokoh kolam kombinasi kompos komposisi konsumsi kontrol koordinasi kosong kuasa kuat
kubur kukuh kukus kuliah kulit kumpul kunci kuning kunjung kunyah kupas kurang kurung kutip
"""
_KEPT_NASAL = """
maaf mahir main maju makan makmur makna maksud malu mampu mandi mandiri manfaat manis masak masalah maslahat masuk
mati mekar menang merah meriah mesra milik minat minta minum minyak modal mohon motivasi muat muda mudah mudik mukim
mula mulai mulia muncul mundur murah murni musik musim musnah musyawarah mutakhir nadi naik nama nanti narasi
nasihat nasional negara ngaji nganga niat nikah nikmat nilai normal nyala nyaman nyanyi nyata nyenyak
"""
_NOT_DERIVED = """
adil akal alam alat ampil anak anjur arah asal atur awal badan bagai bahan bahas baku balai bangun bantu baru batik
bayi beda beli belum benar benih bentuk berani beras beri berita berkah bersih besar bilang bina boleh budaya bukti
bulan bunyi buruh cari ceria cerita cinta cipta daftar dagang dampak dasar datang daun dekat dengar derma desa dewan
didik digital dinas direktur diri disiplin diskusi dokumen dorong dukung edar enak enam fasilitas gabung galang
gambar ganti gerak giat giling gizi guna gunung habis hadap hadir harap harga hari hasil hati heran hias hibah hidup
hijau hitung hubung ibu ijin ikan ikat iklan ikut imbau impi inap indah ingat ingin inti isi istimewa jahit jalan
jamin jamu janji jaring jatuh jauh jawab jelas jual jumlah kalah kalimat keluarga kepala kerajinan ketua koleksi
kopi ladang lahir lajur laku laman lampu lancar langkah langsung lapor latih lawan layan lebih lengkap lestari libat
lihat limbah lindung lintas lipat listrik literasi logam luang luar luas lukis lulus lurah majalah makalah
masyarakat media menara menteri muara murid musala naskah olah oleh orang organisasi padi padu pagi paham pakai
paksa pamer pandu panen pangan panggil panggung pantai pantau papan partai pasang pasar pasok pasti pecah pegang
peluang peluk pendek penting penuh perahu peran perang perangkat percaya perempuan pergi periksa peringkat perintah
perlu pernah pesan pesisir pesta petik piket pikir pilah pilih pimpin pinjam pintar pisah potong praktik proses
puisi pukul pulang pulau puncak pusat pustaka putar putus rajin rakit ramah ramai rancang rantau rasa rata rawat
raya rekam rekan relawan renang rencana rendah resmi rias rintis ruang rumah rusak sabar sadar sahabat saji saksi
salah sambut sampah sampai sapa sasar satu sedia sehat sejahtera sekolah selamat seleksi selenggara semangat sembuh
seni serah serap serta setia setuju siap siar sikap simpan singkat sosial suara sukses suluh sumbang sungai surat
susun syukur tahan tahu tambah tampil tanam tanda tangan tanggap tanggung tani tanya tari tarik tawar telusur teman
tempuh temu tenang tengah tepat terampil terang teras terbang terbit teri terima ternak tertib tetap tiba tindak
tinggal tinggi tingkat tiup tugas tuju tukar tulis tumbuh tunggu tunjang tunjuk turun turut tutup ubah uji ukir ukur
ulang umum undang unggah unggul unjuk untung upah upaya urai urus usaha usul utama wabah wadah warna warta wawasan
wilayah wirausaha wujud yakin zaman
"""
_WITHOUT_MEANING = """
ada adalah agar akan aku anda antara apa apabila apakah atas atau bagi bahkan bahwa banyak beberapa begitu belum
bila bisa boleh bukan bukanlah dalam dan dapat dari daripada demi demikian dengan di dia hal hanya harus hingga ia
ialah ini itu itulah jadi jika juga kala kalau kami kamu karena kata ke kepada ketika kini kita lagi lain lalu lebih
maka mana masih mau melainkan mereka merupakan meski meskipun mu namun nya oleh pada para per pernah pula pun saat
saja sambil sampai sang sangat saya se sebab sebagai sebelum sebuah secara sedang sehingga sejak selalu selama
seluruh sementara semua seorang seperti sering serta sesuatu sesudah setelah setiap si suatu sudah supaya tanpa tapi
telah tentang terhadap tersebut tetapi tiap tidak untuk usai walau walaupun yaitu yakni yang
"""

ROOTS = frozenset(f"{_SWALLOWED_K} {_KEPT_NASAL} {_NOT_DERIVED}".split())
"""Where stripping ends."""

STOPS = frozenset(_WITHOUT_MEANING.split())
"""Words that stand in almost every story and tell nothing of it."""
