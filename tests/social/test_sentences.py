"""Sentences: abbreviations end none."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.desks.social.sentences import sentence_ends, sentences

ONE = [
    "Acara dibuka oleh Drs. H. Ahmad Fauzi, M.Si., dari Bandung.",
    "Hadir dr. Rina, Dr. Budi, Prof. Sri, dan Hj. Siti.",
    "Siti Aminah, S.Pd. Kepala Sekolah, memberi sambutan.",
    "Alamatnya Jl. Merdeka No. 5, Kec. Cibiru, Kab. Bandung.",
    "Harganya Rp. 50.000 atau Rp50.000 untuk 1.238 orang.",
    "Mulai pukul 10.30 WIB tgl. 5 Des. 2023.",
    "Ada buku, majalah, dll. Semua gratis.",
    "Surat a.n. Kepala Dinas s.d. Desember, u.p. Sekretaris.",
    "Ditulis A. B. Yulianto dan K.H. Hasyim.",
    "1. Mendata warga.",
    "10. Mendata warga.",
    "Warga Cibiru (Kab. Bandung) hadir.",
    "“Ayo membaca!” kata Ibu Rini.",
    "Benarkah? tanya dia.",
    "Lihat hal. 12 buku itu.",
    "Kunjungi sukamaju.desa.id/berita sekarang",
    "(Lihat Kab. Bandung.)",
]
TWO = [
    ("Panen berhasil.", "Warga senang."),
    ("“Dulu saya malu.”", "Kini Ibu S. rajin datang."),
    ("Gratis!", "👨‍👩‍👧‍👦 Ajak keluarga."),
    ("Acara (dua hari.)", "Besok lanjut."),
    ("Mulai pukul 10.30 WIB.", "Jangan terlambat."),
    ("Berdiri tahun 2023.", "Kini ramai."),
    ("Kunjungi sukamaju.desa.id.", "Warga menunggu."),
    ("Mereka belajar banyak hal.", "Warga senang."),
    ("Itu terjadi di bulan Mei.", "Warga senang."),
    ("Mau ikut?", "“Ayo!”"),
    ("Judul tanpa titik", "Isi laporan."),
    ("Tunggu…", "Selesai."),
    ("Jumlahnya 1.238.", "Semua hadir."),
    ("Jumlahnya 5.", "Semua hadir."),
    ("Panggil dr!", "Cepat."),
    ("Buku baru:", "laskar pelangi"),
]


@pytest.mark.parametrize("text", ONE)
def test_this_is_one_sentence(text):
    assert sentences(text) == (text,)


@pytest.mark.parametrize("pair", TWO)
def test_these_are_two_sentences(pair):
    gap = " " if pair[0][-1] in ".!?…)”" else "\n\n"
    assert sentences(gap.join(pair)) == pair


def test_an_empty_line_ends_a_sentence_even_after_an_abbreviation():
    assert sentences("Pembina: Drs.\n \nWarga hadir.") == ("Pembina: Drs.", "Warga hadir.")


def test_nothing_has_no_sentences():
    assert sentences("") == sentences(" \n\n ") == ()


@given(st.text(st.sampled_from('aA1.!?…”") \n') | st.characters(codec="utf-8"), max_size=80))
def test_no_character_is_lost_and_ends_ascend(text):
    ends = sentence_ends(text)

    assert list(ends) == sorted(set(ends))
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
    assert all(sentences(text))


def test_a_very_long_line_of_dots_takes_no_time():
    start = perf_counter()

    assert len(sentences("." * 300_000 + "a" + " " * 20_000 + "b" + "\n " * 10_000)) == 1
    assert perf_counter() - start < 5
