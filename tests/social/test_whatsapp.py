"""WhatsApp: only what we mark is marked."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.desks.social.whatsapp import bold, italic, plain

TEXTS = st.text(st.sampled_from("ab1 *_~`>\n.-(") | st.characters(codec="utf-8", exclude_characters="@"), max_size=40)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("file_nama_panjang", "file-nama-panjang"),
        ("*tebal* _miring_ ~coret~ `kode`", "tebal miring coret 'kode'"),
        ("Jum`at", "Jum'at"),
        ("ukuran 5*3 meter", "ukuran 5×3 meter"),
        ("bintang 5*", "bintang 5"),
        ("~50 orang, 10~12 buku", "±50 orang, 10–12 buku"),
        ("satu * dua", "satu dua"),
        ("Nama: ____ ya", "Nama: ya"),
        ("> kutipan\n> 50 orang\n* butir", "kutipan\n>50 orang\n- butir"),
        ("a > b", "a > b"),
        ("_> a", "a"),
        ("https://a.id/foto_panen_2023~x", "https://a.id/foto_panen_2023~x"),
        ("_lihat_ https://youtu.be/a_b_ *ya*", "lihat https://youtu.be/a_b_ ya"),
        ("*https://a.id/b*", "https://a.id/b"),
        ("info_desa@a_b.id a.id/x_y @perpus_desa_maju", "info_desa@a_b.id a.id/x_y @perpus_desa_maju"),
        ("www.a.id/b_c_d", "www.a.id/b_c_d"),
        ("biasa saja", "biasa saja"),
    ],
)
def test_marks_become_what_they_stand_for(text, expected):
    assert plain(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Panen perdana", "*Panen perdana*"),
        ("  Panen\n perdana ", "*Panen perdana*"),
        ("Panen *besar* di_desa", "*Panen besar di-desa*"),
        ("", ""),
        (" * ", ""),
        ("Baca https://a.id/b", "Baca https://a.id/b"),
        ("Lihat https://a.id/*b dulu", "Lihat https://a.id/*b dulu"),
    ],
)
def test_bold_touches_the_text_and_stays_on_one_line(text, expected):
    assert bold(text) == expected


def test_italics_are_left_out_where_a_name_holds_the_mark():
    assert italic("Foto: Ibu Rini") == "_Foto: Ibu Rini_"
    assert italic("Foto: @perpus_desa") == "Foto: @perpus_desa"


@given(TEXTS)
def test_a_plain_text_without_links_holds_no_mark(text):
    result = plain(text)

    assert not set("*_~`") & set(result)
    assert result.count("\n") == text.count("\n")
    assert not re.search(r"^[^\S\n]*>[^\S\n]", result, re.MULTILINE)


@given(TEXTS)
def test_bold_is_two_marks_around_one_line_or_nothing(text):
    result = bold(text)

    assert result == "" or re.fullmatch(r"\*[^\s*]([^*\n]*[^\s*])?\*", result)


@given(TEXTS, st.from_regex(r"https://[a-z]{1,5}\.id/[a-z_*~-]{0,20}[a-z_]", fullmatch=True), TEXTS)
def test_a_link_is_never_changed(before, link, after):
    assert link in plain(f"{before} {link} {after}")


@given(TEXTS)
def test_a_plain_text_stays_as_it_is_the_second_time(text):
    assert plain(plain(text)) == plain(text)
