import pytest

from pipeline.monitor.words import plain, summary


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("Ibu & anak <5 tahun #1 $x$ *a* @b", "Ibu & anak <5 tahun #1 $x$ *a* @b"),
        ("Ibu &amp; anak", "Ibu & anak"),
        ("Ibu &amp;amp; anak", "Ibu & anak"),
        ("Perpustakaan &#8220;Sukabaca&#8221;", "Perpustakaan “Sukabaca”"),
        ("<b>Tebal</b> sekali", "Tebal sekali"),
        ("&lt;b&gt;Tebal&lt;/b&gt; sekali", "Tebal sekali"),
        ("&amp;lt;img src=x onerror=alert(1)&amp;gt;Judul", "Judul"),
        ("<script>alert(1)</script>Judul", "Judul"),
        ("&lt;script&gt;alert(1)&lt;/script&gt;Judul", "Judul"),
        ("<svg/onload=alert(1)>", ""),
        ("<!-- x -->Judul", "Judul"),
        ("Judul\n\t dua   baris", "Judul dua baris"),
        ("Ju\u202edul\x00", "Judul"),
        ("", ""),
        ("a > b dan b < c", "a > b dan b < c"),
        ("<img src=x onerror=alert(1) Judul", ""),
    ],
)
def test_titles_are_text(raw, said):
    assert plain(raw) == said


def test_long_words_are_cut_at_a_space():
    found = plain("kata " * 200)
    assert len(found) <= 300
    assert found.endswith("kata…")
    assert len(plain("x" * 10_000)) == 300


def test_bodies_are_text():
    body = """<p>Warga <a href="javascript:alert(1)">membaca</a>.</p><p>Anak-anak &amp; ibu<br>datang.</p>
    <iframe src="https://x.example/"></iframe><style>p{}</style><img src=x onerror=alert(1)>"""
    assert summary(body) == "Warga membaca. Anak-anak & ibu datang."


@pytest.mark.parametrize("raw", ["<" * 200_000, "<b>" * 100_000, "&lt;" * 200_000, "<!--" * 100_000, "&amp;" * 200_000])
def test_nothing_takes_for_ever(raw):
    assert len(plain(raw)) <= 300
    assert len(summary(raw)) <= 600
