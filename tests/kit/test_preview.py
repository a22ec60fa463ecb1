"""What a post looks like in the app: its own bold and italics, links and hashtags, and where it folds."""

import pytest

from pipeline.desks.kit.preview import folded, shown


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("*Panen*", "<b>Panen</b>"),
        ("_Contoh_ dan *tebal*", "<i>Contoh</i> dan <b>tebal</b>"),
        ("_*dua*_", "<i><b>dua</b></i>"),
        ("~coret~", "<s>coret</s>"),
        ("5*3*2", "5*3*2"),
        ("* daftar *", "* daftar *"),
        ("*satu\ndua*", "*satu\ndua*"),
        ("*<b>&*", "<b>&lt;b&gt;&amp;</b>"),
        ("#tagar", "#tagar"),
        ("https://a.example/_x_/*y*.", '<span class="tautan">https://a.example/_x_/*y*</span>.'),
    ],
)
def test_whatsapp_reads_marks(text, html):
    assert shown(text, "whatsapp") == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("*tetap* #Desa1 #2026", '*tetap* <span class="tautan">#Desa1</span> #2026'),
        ("<script>&", "&lt;script&gt;&amp;"),
        ("(https://a.example/b)", '(<span class="tautan">https://a.example/b</span>)'),
        ("https://a.example/?x=\"'><b>", '<span class="tautan">https://a.example/?x=</span>&#34;&#39;&gt;&lt;b&gt;'),
    ],
)
def test_others_read_links_and_hashtags(text, html):
    assert shown(text, "x") == html


def test_a_long_text_folds_between_two_words_and_all_of_it_waits_behind():
    text = "kata " * 100
    found = folded(text, 125, platform="instagram")
    assert found.whole == shown(text, "instagram")
    assert len(found.head) <= 125
    assert text.startswith(f"{found.head} ")


@pytest.mark.parametrize(("length", "fold"), [(160, 125), (10, 125), (9_000, 0)])
def test_what_is_hardly_longer_does_not_fold(length, fold):
    assert folded("a" * length, fold, platform="instagram").whole is None
