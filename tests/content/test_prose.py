"""Plain text from sanitized HTML."""

import pytest

from pipeline.content.markdown import read_body
from pipeline.content.prose import plain


def text(source):
    return read_body(source, prefix="x").text


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Satu\ndua.\n\nTiga  **empat**.", "Satu dua.\n\nTiga empat."),
        ("## Judul\nIsi", "Judul\n\nIsi"),
        ("- a\n- b\n\nc", "• a\n• b\n\nc"),
        ("3. a\n4. b", "3. a\n4. b"),
        ("- a\n\n    lagi\n\n- b", "• a\nlagi\n• b"),
        ("- a\n    1. b\n    2. c\n- d", "• a\n1. b\n2. c\n• d"),
        ("> Kata Ibu.\n>\n> Benar.", "Kata Ibu.\n\nBenar."),
        ("Baris  \nberikut", "Baris\nberikut"),
        ("R&D &amp; 2 < 3 &copy;", "R&D & 2 < 3 ©"),
        ("a&nbsp;b", "a b"),
        ("[tautan](/a/ 'judul') `kode`", "tautan kode"),
        ("a[^1].\n\n[^1]: Sumber.", "a."),
        ("| A | B | C |\n|---|---|---|\n| 1 | **2** *x* | 3 |", "A: B; C\n1: 2 x; 3"),
        ("<table><caption>Tabel</caption><tr><td>1</td></tr></table>", "Tabel\n\n1"),
        ("120 m<sup>2</sup>, CO<sub>2</sub>, ke-1<sup>a</sup>", "120 m², CO2, ke-1a"),
        ("Harga <del>5 <del>6</del> 7</del>8", "Harga 8"),
        ("    a  b\n      c", "a b\nc"),
        ("a\n\n***\n\nb", "a\n\nb"),
        ("![x](y.jpg)", ""),
        ("<li>a", "• a"),
        ("<abbr title='a > b'>c</abbr>", "c"),
    ],
)
def test_text_is_fit_to_paste(source, expected):
    assert text(source) == expected


def test_marks_of_breaks_cannot_be_written_in_a_body():
    assert text("a\x1db\x1ec") == "abc"


def test_only_the_outermost_aside_ends_it():
    assert plain("<p>a<del>b<del>c</del>d</del>e</p>") == "ae"
