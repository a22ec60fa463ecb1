"""Who is told to be a child is found by the full name; who only has to do with children is not."""

import pytest

from pipeline.safety.children import children

TOLD = {
    "Siswa kelas 4 SDN 2 Sukamaju, Rina Ayu Lestari, membaca.": ["Rina Ayu Lestari"],
    "Juara satu diraih Kirana Maheswari dari SDN 3 Mekarjaya.": ["Kirana Maheswari"],
    "Selamat kepada ananda Fathan Alfarizi atas juara 1 lomba azan!": ["Fathan Alfarizi"],
    "Pemenang: 1. Bagas Saputra (SDN 1 Cibeureum) 2. Nayla Azzahra (MI Al Huda)": ["Bagas Saputra", "Nayla Azzahra"],
    "Putri pertama Bapak Wayan Sudarma, Ni Luh Ayu Pradnyani, 12 tahun.": ["Ni Luh Ayu Pradnyani"],
    "Ibu dari Rina Ayu, siswa kelas 3, membantu.": ["Rina Ayu"],
    "Ketua OSIS SMPN 2, Galang Pratama, memimpin lomba.": ["Galang Pratama"],
    "Pemustaka cilik Arka Danendra meminjam 30 buku.": ["Arka Danendra"],
    "Nama saya Aisyah Humaira, umur saya sembilan tahun.": ["Aisyah Humaira"],
}
AGED = [
    "Rina Ayu (9)", "Rina Ayu (9 tahun)", "Rina Ayu, 9,", "Rina Ayu, 9 tahun, senang.", "Rina Ayu 9 th SDN 2",
    "Rina Ayu, sembilan tahun.", "Rina Ayu (dua belas tahun)", "Rina Ayu yang berusia 9 tahun", "Rina Ayu, usianya 9",
    "Rina Ayu dari SDN 2 (9)", "Rina Ayu umure 9 taun", "Rina Ayu, aged 9", "Rina Ayu is 9 years old",
    "9-year-old Rina Ayu", "Di usia 9 tahun, Rina Ayu menulis", "Usianya sembilan tahun, namanya Rina Ayu",
    "Rina Ayu, lahir 3 Juli 2017", "adik Rina Ayu", "bayi Rina Ayu",
]  # fmt: skip
GROWN = [
    "Rina Ayu sudah 5 tahun menjadi pengelola.", "Selama 9 tahun, Rina Ayu mengelola taman baca.", "Rina Ayu (45)",
    "Rina Ayu memberi pelatihan (5) jenis kerajinan.", "Setelah 3 bulan, Rina Ayu membuka usaha.",
    "Rina Ayu, lahir 1987",
    "Rina Ayu, 7 tahun menjadi relawan, mengajar menganyam.", "Rina Ayu, divonis 14 bulan.", "Rina Ayu dan 9 ibu lain",
    "Buku karya Rina Ayu paling banyak dipinjam anak kelas 5.", "Rina Ayu, ibu dari tiga anak SD, menjahit.",
    "Rina Ayu, pelatih angklung siswa SMP, hadir.", "Rina Ayu, berusia 34 tahun, pedagang",
]  # fmt: skip
NOT_TOLD = [
    "Guru kelas 5, Ratna Dewi, mendampingi 20 murid.",
    "Orang tua siswa, Sri Rahayu, ikut memasak.",
    "Wali murid kelas 2, Joko Susilo, menyumbang rak.",
    "Komite SDN 3 Mekarjaya, Hendra Gunawan, hadir.",
    "Pustakawan SDN 7 Denpasar, Luh Sari Dewi, datang.",
    "Kepala SDN 2 Sukamaju, Drs. Bambang Irawan, menyambut baik.",
    "Anak-anak kelas 3 didampingi Maya Sari Putri dari Universitas Pasundan.",
    "Mahasiswa KKN, Dewi Anggraini, mengajar siswa SD.",
    "Camat Cimenyan Asep Saepudin memuji siswa SDN 2.",
    "Perpustakaan Ki Hajar Dewantara SMAN 70 meraih juara pertama.",
    "Pak Karno bercerita tentang Cut Nyak Dien dan Raden Ajeng Kartini kepada murid kelas 3.",
    "Kelas menulis dipandu Ayu Wulandari, penulis buku anak, yang pernah mengajar di SD Harapan Bangsa.",
    "Sinta Maharani, 34 tahun, pedagang.",
    "Dimas (9) dan Rina S. (10) membaca bersama.",
]


@pytest.mark.parametrize(("text", "wanted"), TOLD.items())
def test_a_child_by_its_full_name_is_found(text, wanted):
    assert [one.text for one in children(text)] == wanted


@pytest.mark.parametrize("text", NOT_TOLD)
def test_an_adult_beside_children_is_none(text):
    assert children(text) == []


@pytest.mark.parametrize("text", AGED)
def test_an_age_is_understood_however_it_is_told(text):
    assert [one.text for one in children(text)] == ["Rina Ayu"]


@pytest.mark.parametrize("text", GROWN)
def test_a_number_that_is_no_age_of_a_child_is_none(text):
    assert children(text) == []
