"""Forms of one Indonesian word find each other, and different words stay apart."""

import json
import re

import pytest
import snowballstemmer

from pipeline.desks.search.roots import ROOTS, STOPS
from pipeline.desks.search.stem import RULES, stem

FAMILIES = """
tanam menanam ditanam tanamannya penanaman tanaman menanami
tulis menulis tulisan penulisan ditulis penulis tulislah menuliskan
panen memanen dipanen pemanenan panennya
jahit menjahit dijahit penjahit jahitan menjahitkan
latih pelatihan berlatih latihan melatih dilatih pelatih
ajar mengajar pelajaran belajar pengajar diajarkan pembelajaran pelajar mempelajari ajarkan
pakai memakai dipakai pemakaian pakaian terpakai
sapu menyapu penyapu disapu
kirim mengirim pengiriman dikirimkan kiriman kirimkan terkirim
baca membaca bacaan dibacakan pembaca bacalah membacakan terbaca
sewa menyewa disewakan penyewaan
pustaka perpustakaan pustakawan kepustakaan pemustaka perpustakaannya
tani pertanian petani bertani
sehat kesehatan menyehatkan
sekolah bersekolah sekolahnya
kelola mengelola pengelolaan dikelola pengelola
kemas kemasan mengemas pengemasan dikemas
kunjung kunjungan berkunjung mengunjungi pengunjung dikunjungi
masak memasak masakan dimasak
minum minuman meminum
tanya pertanyaan bertanya menanyakan
kerja bekerja pekerja pekerjaan dikerjakan
ternak peternak peternakan beternak
giat kegiatan berkegiatan
tahu mengetahui pengetahuan diketahui
baik memperbaiki perbaikan diperbaiki
isi berisi mengisi diisi isian isinya
rumah perumahan
rencana perencanaan merencanakan berencana direncanakan
terampil keterampilan
terbang penerbangan
pimpin pemimpin kepemimpinan memimpin
menteri kementerian
sedia menyediakan tersedia disediakan penyediaan
didik pendidikan mendidik
daya pemberdayaan memberdayakan
nikah menikah pernikahan
tenun menenun tenunan penenun
batik membatik dibatik
rekam merekam rekaman direkam perekaman
catat mencatat catatan dicatat pencatatan
temu bertemu pertemuan menemui ditemukan menemukan penemuan
periksa memeriksa diperiksa pemeriksaan
ikan perikanan
warta wartawan mewartakan
bantu bantuan membantu dibantu
hasil menghasilkan penghasilan hasilnya
pinjam meminjam peminjaman dipinjam peminjam
usaha berusaha pengusaha perusahaan
ubah perubahan mengubah berubah
umum pengumuman diumumkan mengumumkan
anyam menganyam anyaman dianyam
nyanyi menyanyi bernyanyi nyanyian
olah mengolah pengolahan olahan diolah
suluh penyuluh penyuluhan
literasi literasinya
digital digitalnya
""".strip().splitlines()

APART = """
emas kemasan; karang arang; kurus mengurus; masalah masa; kepala pala; sekolah olah; rumah ramah; buku baku
pemuda pandu; menari menara; berita ita; menteri tari; makanan akan; bulan bula; perempuan peran; kelas las; kali kala
panen panas; tanam taman; sayur sayap; warga warta; anggaran ragam; dermaga marga; lansia media; kelor keluar
""".replace("\n", ";").split(";")  # fmt: skip


@pytest.mark.parametrize("family", FAMILIES)
def test_forms_of_one_word_have_one_stem(family):
    words = family.split()

    assert {word: stem(word) for word in words} == dict.fromkeys(words, stem(words[0]))


@pytest.mark.parametrize("pair", [pair.strip() for pair in APART if pair.strip()])
def test_other_words_stay_apart(pair):
    one, other = pair.split()

    assert stem(one) != stem(other)


@pytest.mark.parametrize("family", FAMILIES)
def test_a_stem_is_its_own_stem(family):
    assert stem(stem(family.split()[0])) == stem(family.split()[0])


def test_what_is_no_plain_word_is_left_alone():
    assert [stem(word) for word in ("2026", "di", "ꦗꦮ", "größe", "spptik2")] == ["2026", "di", "ꦗꦮ", "größe", "spptik2"]


def test_rules_use_what_both_languages_share():
    """No look-behind, no named groups, no flags: old telephones read these patterns."""
    text = json.dumps(RULES)

    assert not re.search(r"\(\?(?![=:])", text)
    assert all(re.compile(pattern).groups == 1 for pattern, _ in RULES)


def test_no_word_without_meaning_is_a_stem_of_one_that_has():
    assert {word for word in ROOTS if stem(word) != word} == set()
    assert all(word == word.lower() and word.isascii() for word in ROOTS | STOPS)


def test_snowballs_stemmer_still_loses_the_swallowed_letter():
    """The reason for rules of our own (docs/decisions/search.md): the day this fails, they may go."""
    snowball = snowballstemmer.stemmer("indonesian")

    assert snowball.stemWord("menulis") != snowball.stemWord("tulisan")
    assert snowball.stemWord("mengirim") != snowball.stemWord("kiriman")
