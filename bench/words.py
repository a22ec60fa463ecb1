"""The words that made-up stories are made of. Written for this benchmark; any likeness is chance."""

SUBJECTS = (
    "pengelola perpustakaan", "kelompok ibu", "warga desa", "para pemuda", "anak-anak sekolah dasar", "kader posyandu",
    "guru honorer", "ketua rukun tetangga", "kelompok tani", "para nelayan", "pengurus karang taruna", "peserta kelas",
    "pustakawan kabupaten", "relawan baca", "pelaku usaha rumahan", "kepala desa", "bidan desa", "warga lanjut usia",
    "pendamping lokal", "petugas dinas perpustakaan", "pengrajin anyaman", "ibu rumah tangga", "remaja masjid",
    "pengurus koperasi", "para pengunjung", "sekretaris desa", "pelajar sekolah menengah", "orang tua murid",
)  # fmt: skip

ACTIONS = (
    "membaca buku tentang pupuk dan merawat bibit cabai", "belajar mengemas keripik dengan label yang rapi",
    "mencoba menulis surat lamaran di komputer bersama", "mencatat pengeluaran dapur di buku kas kecil",
    "menanam sayur di pipa bekas dan botol air minum", "mempraktikkan resep bubur kelor untuk balita",
    "menyusun kembali rak buku menurut warna punggungnya", "mengukur kadar garam tambak dengan alat sederhana",
    "berlatih memotret dagangan dengan telepon genggam", "merekam cerita lama dari para tetua kampung",
    "menghitung harga pokok setiap bungkus dagangan", "mendengarkan dongeng tentang kancil dan petani",
    "menjahit kain perca menjadi sarung bantal", "memeriksa pesan berantai sebelum meneruskannya",
    "mencari keterangan tentang bantuan usaha kecil", "membuat jadwal piket kebun dan jadwal giliran siram",
    "menempelkan daftar buku baru di papan pengumuman", "membagikan benih kangkung dan bayam kepada tetangga",
    "mengisi buku tamu dan memilih bacaan untuk dibawa pulang", "berdiskusi tentang air bersih dan saluran irigasi",
    "mengenal huruf timbul dan buku bersuara", "menganyam tikar pandan sambil bertukar kabar",
    "menyiapkan bahan presentasi untuk musyawarah desa", "memasang papan nama baru di depan ruang baca",
    "melatih anak menulis puisi tentang sungai", "memperbaiki mesin jahit yang lama tidak dipakai",
    "mempelajari cara membuat kompos dari sampah dapur", "menjual hasil panen pertama di pasar desa",
)  # fmt: skip

PLACES = (
    "di teras perpustakaan", "di balai desa", "di halaman belakang", "di ruang baca anak", "di rumah ketua kelompok",
    "di tepi dermaga", "di bawah pohon mangga", "di ruang komputer", "di warung seberang kantor desa",
    "di kebun belajar", "di aula kecamatan", "di serambi masjid", "di sekolah terdekat", "di pos ronda",
    "di lapangan desa",
)  # fmt: skip

TIMES = (
    "sejak pagi", "sampai sore", "setiap hari Sabtu", "selama dua jam", "sebelum panen tiba", "seusai sekolah",
    "pada pekan pertama", "sepanjang bulan itu", "setelah salat asar", "tiga kali dalam sepekan", "pada malam hari",
    "ketika musim hujan mulai", "menjelang hari pasar", "selama enam pekan", "begitu pintu dibuka",
)  # fmt: skip

PURPOSES = (
    "agar hasilnya dapat dijual dengan harga lebih baik", "supaya anak-anak betah membaca",
    "untuk menambah penghasilan keluarga", "agar kegiatan serupa dapat diulang di dusun lain",
    "supaya semua orang mendapat giliran", "untuk dibawa ke musyawarah perencanaan", "agar bahan tidak terbuang",
    "supaya catatan desa menjadi lebih lengkap", "untuk dibandingkan dengan hasil tahun lalu",
    "agar pengurus baru mudah melanjutkan", "supaya warga yang jauh tetap kebagian", "untuk keperluan bersama",
)  # fmt: skip

LINKS = (
    "Menurut catatan pengelola,", "Dari situ", "Hari itu", "Tanpa banyak bicara,", "Sementara itu,", "Setelahnya,",
    "Tidak lama kemudian", "Pada pertemuan berikutnya", "Seperti biasa,", "Atas usul peserta,", "Kali ini", "Mula-mula",
)  # fmt: skip

PLAIN = (
    "Semua bahan disediakan dari iuran warga.", "Tidak ada biaya yang dipungut dari peserta.",
    "Buku yang dipakai boleh dipinjam selama dua pekan.", "Catatannya ditempel di papan dan boleh dibaca siapa saja.",
    "Yang belum paham dibantu oleh peserta lain.", "Hasilnya belum banyak, tetapi sudah terlihat.",
    "Hujan sempat turun, namun tidak seorang pun pulang lebih awal.",
    "Listrik padam sebentar, lalu kelas diteruskan.", "Beberapa orang datang dari dusun tetangga dengan berjalan kaki.",
    "Teh hangat dan singkong rebus menemani obrolan.",
    "Pengelola mencatat nama, alamat, dan buku yang dicari.", "Pertemuan ditutup dengan membaca satu halaman bersama.",
)  # fmt: skip

HEADINGS = (
    "Berawal dari satu rak", "Belajar sambil bekerja", "Hasil yang dibagi bersama", "Langkah berikutnya",
    "Yang dikatakan warga", "Dari buku ke kebun", "Mengapa dimulai sekarang", "Catatan pengelola",
)  # fmt: skip

TITLES = (
    "Panen pertama", "Kelas komputer", "Dongeng sore", "Pelatihan anyaman", "Pojok kesehatan", "Kebun belajar",
    "Bazar kecil", "Kelas menjahit", "Rekaman cerita tetua", "Lomba baca puisi", "Bank sampah", "Rak benih warga",
    "Perahu baca", "Kelas bahasa", "Buku tamu digital", "Temu kelompok tani", "Dapur bersama", "Kelas foto produk",
)  # fmt: skip

ENDINGS = (
    "diikuti warga tiga dusun", "kembali dibuka", "mendapat tempat baru", "menghasilkan tabungan kelompok",
    "menarik minat pemuda", "berlanjut ke tahun kedua", "dipindah ke balai desa", "disambut kelompok ibu",
    "memasuki pekan terakhir", "menjadi agenda rutin", "dibantu relawan kampus", "menular ke desa tetangga",
)  # fmt: skip

QUOTES = (
    "Dulu saya malu masuk ke perpustakaan, sekarang malah betah.", "Anak saya yang lebih dulu mengajak ke sini.",
    "Ternyata buku tentang pupuk ada, dan boleh dibawa ke kebun.", "Kami jadi berani menghitung untung dan rugi.",
    "Yang penting dicoba dulu, salah sedikit tidak mengapa.", "Saya kira harus bayar, rupanya tidak.",
    "Kalau ramai begini, pulang pun terasa ringan.", "Besok saya bawa tetangga supaya ikut belajar.",
)  # fmt: skip

ROLES = ("peserta kelas", "ketua kelompok", "pengunjung", "orang tua murid", "pengurus karang taruna", "warga desa")
PARTNERS = ("Karang Taruna", "Kelompok Wanita Tani", "Puskesmas", "BUM Desa", "Sekolah Dasar Negeri", "Koperasi Desa")
INITIALS = "ABDEFHIJKLMNRSTUWY"

TOPICS = (
    "pertanian", "perempuan", "literasi-anak", "kesehatan", "usaha-kecil", "literasi-digital", "budaya", "disabilitas",
    "lansia", "lingkungan", "perikanan", "pemuda",
)  # fmt: skip

STRATEGIES = ("layanan-informasi", "pelibatan-masyarakat", "advokasi", "publikasi")

NAME_STARTS = (
    "Suka", "Karang", "Sumber", "Tanjung", "Muara", "Batu", "Lubuk", "Pasir", "Tegal", "Wono", "Sido", "Kali", "Rawa",
    "Bukit", "Teluk", "Gunung", "Sungai", "Padang", "Tirta", "Banjar", "Giri", "Marga", "Tri", "Panca", "Mekar", "Kota",
)  # fmt: skip
NAME_ENDS = (
    "maju", "jaya", "makmur", "mulya", "sari", "rejo", "indah", "harapan", "baru", "asri", "lestari", "agung", "wangi",
    "raharja", "sejati", "bakti", "damai", "kencana", "permai", "sentosa", "aksara", "pustaka", "bestari", "cendekia",
)  # fmt: skip

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
)  # fmt: skip
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
