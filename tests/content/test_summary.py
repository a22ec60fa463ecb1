import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.content.summary import LONGEST, opening, summarize

LONG = "Dua puluh ibu memanen sayur pertama dari kebun hidroponik yang mereka rawat sendiri selama tiga bulan"


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        ("", ""),
        ("Panen", "Panen"),
        ("Panen pertama. Sayurnya segar.", "Panen pertama. Sayurnya segar."),
        ("Panen pertama.\n\nSayurnya segar.", "Panen pertama. Sayurnya segar."),
        ("Latar belakang\n\nPanen pertama.", "Panen pertama."),
        (f"Panen bersama Ibu S. dari RT 2. {LONG}. {LONG}.", f"Panen bersama Ibu S. dari RT 2. {LONG}."),
        (f"“Panen!” kata Drs. Budi. {LONG}. {LONG}.", f"“Panen!” kata Drs. Budi. {LONG}."),
        (f"Harganya Rp. 2.500 per ikat. {LONG} {LONG}.", "Harganya Rp. 2.500 per ikat."),
    ],
)
def test_a_summary_ends_with_a_sentence(text, summary):
    assert summarize(text) == summary


def test_a_long_sentence_ends_with_a_word():
    summary = summarize(f"{LONG}, {LONG}, {LONG}.")

    assert summary.endswith(" …") is False
    assert summary.endswith("…")
    assert len(summary) <= LONGEST
    assert f"{LONG}, {LONG}, {LONG}.".startswith(summary[:-1])


@given(st.text())
def test_a_summary_is_one_short_line(text):
    summary = summarize(text)

    assert len(summary) <= LONGEST
    assert summary == " ".join(summary.split())


@pytest.mark.parametrize(
    ("text", "most", "letters", "said"),
    [
        ("Satu. Dua. Tiga.", 2, 99, ["Satu.", "Dua."]),
        ("Satu. Dua. Tiga.", 9, 10, ["Satu.", "Dua."]),
        ("Ibu S. datang. Ia pulang.", 1, 99, ["Ibu S. datang."]),
        ("Judul tanpa titik\n\nIsi kabar. Lagi.", 9, 99, ["Isi kabar.", "Lagi."]),
        ("tanpa titik sama sekali", 3, 99, ["tanpa titik sama sekali"]),
        ("kalimat yang terlalu panjang untuk muat.", 3, 20, ["kalimat yang…"]),
        ("w" * 50, 3, 10, ["wwwwwwwww…"]),
        ("", 3, 99, []),
        ("Satu. Dua.", 0, 99, []),
    ],
)
def test_the_opening_of_a_report_is_its_first_sentences(text, most, letters, said):
    assert opening(text, most, letters) == said
