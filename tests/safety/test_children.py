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
