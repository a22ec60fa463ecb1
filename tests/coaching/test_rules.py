"""Each rule by hand-made examples, both ways: what it should say something to, and what it should leave in peace."""

import pytest

from pipeline.coaching.words_of_praise import PRAISE
from pipeline.content.catalogue_advice import ADVICE
from tests.coaching.reports import BODY, advice, written

PHOTO = "\n  - {{berkas: a.jpg, keterangan: Warga menimbang selada, alt: {alt}, izin: ya}}"
LONG = " ".join(f"kata{number}" for number in range(26))


def quoted(text: str) -> str:
    return f"{BODY}\n{text}\n"


FIRES = {
    "saran-angka-peserta": [
        {"body": BODY.replace("24 warga", "Warga") + "\nPanen diikuti 42 peserta.\n"},
        {"body": BODY.replace("24 warga", "Warga") + "\nAcara itu dihadiri oleh tiga puluh orang.\n"},
        {"body": BODY.replace("24 warga", "Warga") + "\nAda 1.200 peserta di halaman.\n"},
    ],
    "saran-peserta-jumlah": [
        {"peserta": "{total: 24, laki-laki: 3, perempuan: 20}"},
        {"peserta": "\n  total: 24\n  laki-laki: 4\n  perempuan: 2"},
    ],
    "saran-permintaan": [{"jenis": "advokasi"}, {"jenis": "advokasi", "mitra": "[Pemerintah Desa Sukamaju]"}],
    "saran-hasil": [
        {
            "body": "Pelatihan menulis diadakan di aula karena banyak warga ingin belajar. Acara "
            "berlangsung pada hari Sabtu. Kepala desa memberi sambutan. Narasumber berbicara "
            "tentang menulis. Para ibu menyimak dengan tenang, lalu acara ditutup oleh pembawa "
            "acara."
        }
    ],
    "saran-bukti": [
        {"hasil": "Warga makin gemar menanam sayur."},
        {"jenis": "cerita-dampak", "dampak": "Belanja sayur berkurang banyak.", "hasil": "Ada 20 kebun baru."},
    ],
    "saran-masalah": [
        {
            "body": "Kelas menjahit dibuka di balai desa. Para ibu menjahit tas dari kain perca. Dua "
            "puluh empat orang ikut. Tas itu lalu dijual di pasar pada hari Minggu pagi. Semua "
            "tas laku terjual dan uangnya dibagi rata."
        }
    ],
    "saran-tindakan": [
        {
            "jenis": "cerita-dampak",
            "body": "Bu S. dulu membeli sayur di pasar karena tidak punya kebun. Kini ia menanam sendiri di "
            "pekarangan rumahnya, "
            "dan 24 warga lain menirunya. Selada yang dipanen di rumahnya dijual di warung tetangga setiap pekan.",
        }
    ],
    "saran-siapa": [
        {
            "peserta": None,
            "ringkasan": None,
            "body": "Kebun itu dibuat di halaman perpustakaan karena sayur harus dibeli di pasar. "
            "Bibitnya dibagikan sebulan lalu, "
            "bersama buku pinjaman. Panen berikutnya direncanakan bulan depan, kalau hujan tidak terlalu sering turun.",
        }
    ],
    "saran-tempat": [
        {
            "lokasi": None,
            "ringkasan": None,
            "body": "Dua puluh empat warga belajar menanam selada karena sayur mahal. "
            "Bibitnya dibagikan sebulan lalu, "
            "bersama buku pinjaman yang boleh dibawa pulang. "
            "Panen berikutnya direncanakan bulan depan, kalau hujan tidak terlalu sering turun.",
        }
    ],
    "saran-waktu": [{"jenis": "pengumuman", "tanggal": "9 Mei 2026", "body": "Mari menanam selada bersama."}],
    "saran-isi-pendek": [{"body": "Selada dipanen warga."}],
    "saran-angka-kabur": [
        {"body": quoted("Ratusan warga datang.")},
        {"judul": "Ribuan buku dibagikan di Sukamaju"},
        {"body": quoted("Puluhan anak belajar menggambar.")},
    ],
    "saran-klaim": [
        {"judul": "Perpustakaan terbaik panen selada"},
        {"body": quoted("Acara berjalan dengan lancar.")},
        {"body": quoted("Ini kebun pertama di kabupaten.")},
        {"body": quoted("Sambutan warga luar biasa.")},
    ],
    "saran-kutipan-siapa": [
        {"body": quoted("“Dulu saya malu datang ke sini.”")},
        {"body": quoted('Panen pun usai. "Sekarang kami bisa menanam sendiri di rumah."')},
    ],
    "saran-narasumber": [
        {"body": quoted("“Saya senang sekali ikut memanen,” kata salah satu peserta.")},
        {"body": quoted("“Saya senang sekali ikut memanen,” ujar seorang warga.")},
    ],
    "saran-kutipan-peran": [{"kutipan": '\n  - {teks: "Dulu saya malu datang.", nama: Ibu S., izin: ya}'}],
    "saran-judul-umum": [
        {"judul": "Kegiatan perpustakaan bulan Mei"},
        {"judul": "Laporan kegiatan"},
        {"judul": "Panen selada"},
    ],
    "saran-judul-kata-kerja": [
        {"judul": "Memanen selada pertama di Sukamaju"},
        {"judul": "Tingkatkan minat baca, Perpustakaan Sukamaju gelar lomba"},
        {"judul": "Mewujudkan desa yang gemar membaca"},
        {"judul": "Belajar menanam selada di Sukamaju"},
    ],
    "saran-judul-pasif": [{"judul": "Pelatihan menjahit digelar oleh PKK Sukamaju"}],
    "saran-judul-kapital": [{"judul": "WARGA SUKAMAJU MEMANEN SELADA"}],
    "saran-judul-tanda": [{"judul": "Warga Sukamaju memanen selada!"}, {"judul": "Warga memanen selada."}],
    "saran-teras-pembuka": [
        {"body": "Dalam rangka Hari Bumi, 24 warga Sukamaju memanen selada di halaman. " + BODY},
        {"body": "Puji syukur kita panjatkan, 24 warga Sukamaju memanen selada di halaman. " + BODY},
    ],
    "saran-teras-panjang": [{"body": BODY.replace("\n\n", " ") .strip() + " " + BODY.replace("\n", " ") + BODY}],
    "saran-kalimat-panjang": [
        {"body": quoted(f"Warga {LONG} menanam, dan sesudah itu memanen.")},
        {"body": quoted(f"{LONG}.")},
    ],
    "saran-kalimat-daftar": [{"body": quoted(f"Warga membawa pulang banyak hal: {LONG}, bibit selada, dan buku.")}],
    "saran-singkatan": [
        {"body": quoted("Bantuan datang dari PIRT.")},
        {"body": quoted("Acara dibuka ketua KWT.")},
        {"body": quoted("Narasumbernya dari DPMD dan PKK.")},
    ],
    "saran-alt-hampa": [
        {"foto": PHOTO.format(alt=alt)}
        for alt in ("foto", "Gambar kegiatan", "IMG_2023.jpg", "foto 1", "IMG-20260509-WA0012")
    ],
    "saran-alt-sama": [{"foto": PHOTO.format(alt="warga menimbang selada.")}],
    "hari-tidak-cocok": [
        {"body": BODY.replace("Sabtu (9/5)", "Minggu (9/5)")},
        {"body": BODY.replace("Sabtu (9/5)", "pada Jum'at, 9 Mei 2026")},
        {"body": BODY.replace("Sabtu (9/5)", "Rabu (9/5/2026)")},
        {"body": BODY.replace("Sabtu (9/5)", "Selasa 9 Mei")},
    ],
}  # fmt: skip

SILENT = {
    "saran-angka-peserta": [
        {},
        {"body": BODY.replace("24 warga", "dua puluh empat warga")},
        {"body": BODY.replace("24 warga", "Warga") + "\nPanen diikuti 20 ibu dan empat bapak.\n"},
        {"body": BODY.replace("24 warga", "Warga") + "\nPanen diikuti 20 perempuan. Lomba lain diikuti 4 orang.\n"},
        {"body": BODY + "\nPekan lalu kelas itu diikuti 9 orang.\n"},
        {"peserta": None, "body": BODY + "\nPanen diikuti 42 peserta.\n"},
    ],
    "saran-peserta-jumlah": [{}, {"peserta": "24"}, {"peserta": "{total: 24, perempuan: 20}"}],
    "saran-permintaan": [
        {"jenis": "advokasi", "body": BODY + "\nKami meminta rak tambahan kepada pemerintah desa.\n"},
        {"jenis": "advokasi", "permintaan": "[{kepada: Kepala Desa, apa: rak}]"},
        {"jenis": "advokasi", "dukungan": "[{dari: Kepala Desa, status: diterima}]"},
    ],
    "saran-bukti": [{"hasil": "Dua puluh keluarga menanam sayur."}, {"hasil": "Ada 20 kebun."}, {
        "hasil": "Warga makin gemar menanam.", "bukti": "[{jenis: jumlah, nilai: 20, sumber: catatan kader}]",
    }],
    "saran-waktu": [
        {"jenis": "pengumuman", "tanggal": "9 Mei 2026 pukul 09.00 WIB"},
        {"jenis": "pengumuman", "body": "Datanglah pukul 09.00."},
    ],
    "saran-isi-pendek": [{"jenis": "pengumuman", "body": "Mari menanam selada."}],
    "saran-angka-kabur": [
        {"body": quoted("Kebun ini sudah puluhan tahun ada.")},
        {"body": quoted("Ratusan warga, tepatnya 312 orang, datang.")},
        {"body": quoted("“Ratusan warga akan datang,” kata Ibu S., kepala desa.")},
    ],
    "saran-klaim": [
        {"body": quoted("Pilih buah yang paling baik untuk benih. Pertemuan pertama diadakan di balai.")},
        {"body": quoted("Menurut dinas, ini kebun pertama di kabupaten.")},
        {"body": quoted("“Ini luar biasa bagi kami semua,” kata Ibu S., peserta.")},
        {"body": quoted("Sukamaju dinobatkan sebagai desa terbaik se-kabupaten.")},
    ],
    "saran-kutipan-siapa": [
        {"body": quoted("“Dulu saya malu datang ke sini,” kata Ibu S., peserta.")},
        {"body": quoted("Ibu S. tertawa. “Dulu saya malu datang ke sini.”")},
        {"body": quoted("Mereka membaca buku “Kebun di Atas Air yang Tenang”, yang berjudul panjang.")},
        {"body": quoted("Tema hari itu “Membaca untuk Hidup yang Lebih Baik”.")},
        {
            "body": quoted("> “Dulu saya malu datang ke sini.”"),
            "kutipan": '\n  - {teks: "Dulu saya malu datang ke sini.", nama: Ibu S., peran: peserta, izin: ya}',
        },
    ],
    "saran-narasumber": [{"body": quoted("“Saya senang sekali ikut memanen,” kata Ibu S., seorang warga Sukamaju.")}],
    "saran-siapa": [
        {"peserta": None, "ringkasan": None},
        {
            "peserta": None,
            "ringkasan": None,
            "body": "Sukamaju meraih juara kedua lomba perpustakaan di kabupaten. Penilaian berlangsung sejak Juni. "
            "Dari 21 desa, nilainya 87. Piala diserahkan di pendopo, dan kini berdiri di rak depan, dekat pintu.",
        },
    ],
    "saran-kutipan-peran": [{"kutipan": '\n  - {teks: "Dulu saya malu.", nama: Ibu S., peran: peserta, izin: ya}'}],
    "saran-judul-umum": [{"judul": "Panen selada perdana"}, {"judul": "Kegiatan menanam selada menular ke tetangga"}],
    "saran-judul-kata-kerja": [
        {"judul": "Panen perdana kebun hidroponik"},
        {"judul": "Pelatihan menjahit bagi ibu-ibu"},
        {"judul": "Menteri Desa berkunjung ke Sukamaju"},
        {"judul": "Mesin jahit baru untuk Sukamaju"},
        {"judul": "Media sosial desa kini ramai"},
        {"judul": "Berita baik dari Sukamaju"},
        {"judul": "Bersama petani, perpustakaan menanam cabai"},
        {"judul": "Perpustakaan Sukamaju gelar lomba"},
        {"judul": "Sukamaju belajar menanam selada"},
        {"judul": "Pendidikan anak dibahas di balai"},
        {"judul": "Merpati pos pembawa kabar buku"},
        {"judul": "Ikuti kelas menanam selada", "jenis": "pengumuman"},
    ],
    "saran-judul-pasif": [
        {"judul": "Rak benih dibuka di Sukamaju"},
        {"judul": "Manisan pala dihitung untungnya, bukan sekadar dijual"},
    ],
    "saran-judul-kapital": [{"judul": "PKK Sukamaju memanen selada"}, {"judul": "TPBIS"}],
    "saran-judul-tanda": [{"judul": "Siapa yang mau membaca?"}, {"judul": "Kelas menulis bersama Ibu S."}],
    "saran-teras-pembuka": [{}, {"body": "Sabtu pagi, 24 warga Sukamaju memanen selada di halaman. " + BODY}],
    "saran-kalimat-panjang": [{"body": quoted(" ".join(f"kata{number}" for number in range(25)) + ".")}],
    "saran-kalimat-daftar": [{"body": quoted("Warga membawa pulang: bibit, pupuk, dan buku.")}],
    "saran-singkatan": [
        {"body": quoted("Ketua RT dan kader PKK ikut. Mereka dari SDN 2 dan SMP.")},
        {"body": quoted("Kelompok Wanita Tani (KWT) ikut. KWT membawa pupuk.")},
        {"body": quoted("KWT (Kelompok Wanita Tani) membawa pupuk.")},
        {"body": quoted("Kelompok Wanita Tani, disingkat KWT, membawa pupuk.")},
        {"body": quoted("Tahap II dan bab XIV dibaca bersama. Kelompok Wanita Tani itu kemudian disebut KWT.")},
        {"body": quoted("AYO MEMBACA DAN MENULIS SETIAP HARI")},
        {"body": quoted("Alamatnya di https://a.example/ABCD dan surel ABCD@a.example.")},
    ],
    "saran-alt-hampa": [
        {"foto": PHOTO.format(alt=alt)}
        for alt in ("Lima ibu memegang keranjang selada", "Foto lama seorang nelayan di perahu", "Perempuan tertawa")
    ],
    "saran-alt-sama": [{"foto": PHOTO.format(alt="Lima ibu di sekeliling timbangan")}],
    "hari-tidak-cocok": [
        {},
        {"body": BODY.replace("Sabtu (9/5)", "Sabtu, 9 Mei 2026")},
        {"body": BODY + "\nKelas dibuka lagi Jumat (1/1), sesudah libur.\n"},
        {"body": BODY + "\nPada Minggu 3 mereka menanam lagi. Jadwalnya setiap Rabu (31/2).\n"},
        {"body": BODY + "\nDahulu, Selasa (9/5/2023), kebun itu masih kosong.\n"},
    ],
}  # fmt: skip


def cases(table):
    return [
        pytest.param(code, case, id=f"{code}-{number}")
        for code, all_ in table.items()
        for number, case in enumerate(all_)
    ]


def codes(case) -> list[str]:
    return [problem.code for problem in advice(written(**case)).problems]


def test_a_sound_report_is_left_in_peace():
    assert codes({}) == []


def test_every_suggestion_has_examples_both_ways():
    assert ADVICE.keys() - FIRES.keys() == set()
    # of a few, every other example is one: nothing but what is missing makes them speak
    assert ADVICE.keys() - SILENT.keys() == {
        "saran-hasil", "saran-masalah", "saran-tindakan", "saran-tempat", "saran-teras-panjang",
    }  # fmt: skip


@pytest.mark.parametrize(("code", "case"), cases(FIRES))
def test_it_is_said(code, case):
    assert code in codes(case)


@pytest.mark.parametrize(("code", "case"), cases(SILENT))
def test_it_is_not_said(code, case):
    assert code not in codes(case)


@pytest.mark.parametrize("status", ["tarik"])
def test_what_was_withdrawn_is_let_be(status):
    found = advice(written("Pendek.", status=status, tarik_alasan="Diminta"))
    assert (found.problems, found.praise) == ((), None)


def test_a_translation_and_another_language_are_not_judged_as_indonesian_news():
    english = {"bahasa": "en", "body": "Short. Hundreds came, and it was the first in the district, said KWT."}
    assert codes(english) == []
    assert codes(english | {"terjemahan": "2026/05/asli"}) == []


def test_an_untouched_skeleton_is_not_judged():
    from pipeline.content.skeleton import SKELETON

    assert codes({"body": SKELETON, "status": "draf"}) == []


PRAISED = {
    "puji-sebelum-sesudah": {"sebelum": "7 pinjaman", "sesudah": "31 pinjaman"},
    "puji-bukti": {"bukti": "[{jenis: jumlah, nilai: 11, sumber: Catatan kader}]"},
    "puji-sumber": {"body": BODY + "\nMenanamnya mudah, menurut catatan kader.\n"},
    "puji-lengkap": {"masalah": "Sayur jauh.", "tindakan": "Bibit dibagikan.", "hasil": "Ada 20 kebun."},
    "puji-suara": {"kutipan": '\n  - {teks: "Dulu saya malu.", nama: Ibu S., peran: peserta, izin: ya}'},
    "puji-angka-cocok": {},
    "puji-langkah": {"peserta": "24", "langkah": "[Kumpulkan botol bekas, Semai bibit]"},
    "puji-izin-wali": {
        "peserta": "24",
        "foto": "\n  - {berkas: a.jpg, keterangan: Anak menyiram, alt: Anak, ada_anak: ya, izin: {wali: ya}}",
    },
    "puji-alt": {
        "peserta": "24",
        "foto": PHOTO.format(alt="Lima ibu berdiri mengelilingi timbangan yang penuh selada hijau"),
    },
    "puji-teras": {"peserta": "24"},
    "puji-jadwal": {
        "peserta": "24", "jenis": "pengumuman", "tanggal": "Sabtu, 9 Mei 2026 pukul 09.00 WIB", "body": "Mari datang.",
    },
}  # fmt: skip


def test_every_word_of_praise_has_its_example():
    assert PRAISED.keys() == PRAISE.keys()


@pytest.mark.parametrize(("code", "case"), PRAISED.items())
def test_what_is_good_is_praised_in_its_own_words(code, case):
    source = written(**case)
    praise = advice(source).praise
    assert praise is not None
    assert praise.code == code
    for words in praise.values.values():
        assert words.removesuffix(" …") in source


@pytest.mark.parametrize(
    "body",
    ["Kegiatan ini berjalan baik.", "Dalam rangka Hari Buku, acara diadakan.", "Acara dibuka jam 9.", "Panen."],
)
def test_nothing_is_praised_where_there_is_nothing_to_praise(body):
    assert advice(written(body, peserta=None)).praise is None
