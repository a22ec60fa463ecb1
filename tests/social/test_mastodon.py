"""Our count for Mastodon is that of Mastodon.py, which agrees with real servers."""

from hypothesis import example, given
from hypothesis import strategies as st
from mastodon import Mastodon

from pipeline.desks.social.counting import count

WORDS = st.sampled_from(
    """
    perpustakaan warga desa memanen kangkung di halaman; pukul 10.30 WIB, Rp1.850.000 – (gratis) dll. Sabtu/14 “berani”
    https://sukamaju.desa.id/2026/05/panen/ http://kabar.desa.id sukamaju.desa.id https://kabar.id/a?b=c&d=e#f …
    https://sukamaju.desa.id, (https://sukamaju.desa.id/a) “https://sukamaju.desa.id/b” redaksi@kabar.id #LiterasiDesa
    @sukamaju @sukamaju@mastodon.social 👨‍👩‍👧‍👦 👩🏽‍🏫 é ꦥꦸꦱ꧀ꦠꦏ مكتبة desa🇮🇩
    """.split()  # noqa: SIM905  one per line would hide them
)
"""A flag stands after a letter: right after a line end the library counts it as two, against UAX 29 and Mastodon."""


@given(st.lists(st.tuples(WORDS, st.sampled_from([" ", " ", "\n", "\n\n"])), max_size=60))
@example([("https://sukamaju.desa.id/2026/05/panen/", "\n"), ("@sukamaju@mastodon.social", " ")])
def test_random_indonesian_text_counts_the_same(pairs):
    text = "".join(word + gap for word, gap in pairs).strip()

    assert count("mastodon", text).count == Mastodon.get_status_length(text)
