"""Composing: whole when it fits, otherwise as much as fits."""

import pytest
import regex
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.desks.social.composer import SHORT, compose, tidy
from pipeline.desks.social.counting import count, share
from pipeline.desks.social.shorten import beginning
from pipeline.platforms.limits import LIMITS

LINK = "https://sukamaju.desa.id/2023/05/panen-hidroponik/"
PROTECTED = ("📅 Jumat, 12 Mei 2023", "📍 Perpustakaan Desa Sukamaju", "#PelibatanMasyarakat #Pertanian", LINK)
SHORT_PLATFORMS = [name for name, row in LIMITS.items() if row.limit and row.limit <= SHORT]
SENTENCE = "Dua puluh ibu memanen sayur pertama dari kebun hidroponik di halaman perpustakaan. "
STORY = "\n\n".join([SENTENCE * 4] * 40).strip()


def lay_out(text, title):
    parts = [title, text, "\n".join(PROTECTED[:2]), "\n".join(PROTECTED[2:])]
    return "\n\n".join(part for part in parts if part) + "\n"


def only(text, title):
    return "\n\n".join(part for part in (title, text) if part)


LETTERS = st.sampled_from("abcdefghijklmnopqrstuvwxyzABC“”,;:-–().!?…1")
WORDS = st.one_of(
    st.text(LETTERS, min_size=1, max_size=12),
    st.text(LETTERS, min_size=1, max_size=12),
    st.sampled_from(
        ["👨‍👩‍👧‍👦", "🇮🇩🇮🇩", "e\u0301le\u0301gi", "ꦥꦸꦱ꧀ꦠꦏ", "pukul 10.30", "Drs.", "selesai.", "sukamaju.desa.id"]
    ),
    st.integers(1, 400).map(lambda size: "a" * size),
    st.integers(1, 200).map(lambda size: "ꦗꦮꦶ" * size),
    st.integers(1, 60).map(lambda size: "👩🏽‍🏫" * size),
)
TEXTS = st.lists(st.tuples(WORDS, st.sampled_from([" ", " ", " ", "\n", "\n\n", "  "])), max_size=250).map(
    lambda pairs: "".join(word + gap for word, gap in pairs),
)
TITLES = st.text(LETTERS | st.just(" "), max_size=120)


@given(st.sampled_from(list(LIMITS)), TEXTS, TITLES)
@example("threads", "a" * 5000, "")
@example("x", STORY, "Judul " * 100)
def test_every_post_fits_keeps_its_protected_parts_and_is_tidy(platform, text, title):
    post = compose(platform, lay_out, text, title)

    assert post.count.fits
    assert post.count == count(platform, post.text)
    assert all(part in post.text for part in PROTECTED)
    assert "\n\n\n" not in post.text
    assert not regex.search(r"[^\S\n]$", post.text, regex.MULTILINE)


@given(st.sampled_from(SHORT_PLATFORMS), TEXTS, TITLES)
@example("x", "a" * 5000, "")
@example("bluesky", "👨‍👩‍👧‍👦" * 500, "")
@example("whatsapp-status", "ꦗꦮꦶ" * 500, "Judul")
@example("telegram-caption", "-" * 5000, "Judul")
@example("x", "", "a" * 500)
@example("mastodon", STORY, "Panen")
def test_a_shortened_post_takes_four_fifths_of_a_short_platform(platform, text, title):
    post = compose(platform, lay_out, text, title)

    assert not post.shortened or share(platform, post.text) >= 0.8


@given(st.sampled_from(list(LIMITS)), TEXTS, TITLES)
def test_a_post_is_whole_exactly_when_it_fits(platform, text, title):
    whole = tidy(lay_out(text.strip(), title.strip()))
    post = compose(platform, lay_out, text, title)

    assert post.shortened is not count(platform, whole).fits
    assert post.shortened or post.text == whole


@given(st.sampled_from(SHORT_PLATFORMS), TEXTS)
def test_no_grapheme_is_cut(platform, text):
    post = compose(platform, only, text, "")

    wanted = regex.findall(r"\X", "".join(text.split()))
    given_ = regex.findall(r"\X", "".join(post.text.removesuffix("…").split()))
    assert given_ == wanted[: len(given_)]


@pytest.mark.parametrize("platform", ["instagram", "telegram", "linkedin", "youtube"])
def test_a_long_post_ends_with_a_whole_sentence(platform):
    post = compose(platform, only, STORY, "")

    assert post.shortened
    assert post.text.endswith("perpustakaan.")
    assert post.count.count > post.count.limit - 2 * len(SENTENCE)


def test_a_short_post_ends_with_a_whole_sentence_where_that_fills_it():
    post = compose("whatsapp-status", only, STORY, "")

    assert post.text == (SENTENCE * 4 + "\n\n" + SENTENCE * 4).replace(" \n", "\n").strip()
    assert "…" not in post.text


def test_a_short_post_goes_on_by_words_where_sentences_leave_room():
    text = "Panen perdana. " + "Warga Desa Sukamaju " * 30 + "senang."
    post = compose("x", only, text, "")

    assert post.text.startswith("Panen perdana. Warga")
    assert post.text.endswith(("Warga…", "Desa…", "Sukamaju…"))
    assert 280 - len("Sukamaju ") <= post.count.count <= 280


def test_three_quarters_are_not_enough_for_a_short_platform():
    first = "kata " * 42 + "akhir."
    post = compose("x", only, f"{first} Warga {'senang ' * 30}", "")

    assert 0.7 < share("x", first) < 0.8
    assert post.text.endswith("senang…")


def test_a_long_platform_keeps_a_clean_end_even_if_much_room_is_left():
    first = "kata " * 240 + "akhir."

    assert compose("instagram", only, f"{first} {'Kata ' * 600}", "").text == first
    assert compose("instagram", only, f"Panen. {'Kata ' * 600}", "").text.endswith("Kata…")


def test_a_word_without_end_is_cut_between_characters():
    post = compose("bluesky", only, "Kata " + "e\u0301" * 400, "")

    assert post.text == "Kata " + "e\u0301" * 294 + "…"


def test_a_long_platform_without_a_whole_sentence_goes_on_by_words():
    post = compose("instagram", only, "kata " * 1000, "")

    assert post.text.endswith("kata…")
    assert post.count.count > 2190


def test_a_link_in_the_text_is_whole_or_absent():
    link = "https://sukamaju.desa.id/" + "a" * 480
    post = compose("threads", only, f"Lihat {link} ya, semua warga", "")

    assert post.text == "Lihat…"


def test_an_ellipsis_stands_apart_from_a_link():
    text = "Baca https://a.id/x"

    assert beginning(text + " lalu", len(text)) == "Baca https://a.id/x …"
    assert beginning("Baca (lalu", 6) == "Baca…"


def test_a_title_too_long_is_shortened_by_words_and_the_text_left_out():
    post = compose("x", lay_out, "Isi laporan.", "Judul panjang sekali " * 20)

    assert post.shortened
    assert post.text == tidy(lay_out("", post.text.split("\n")[0]))
    assert post.text.split("\n")[0].endswith("…")
    assert post.text.startswith("Judul panjang sekali Judul")
    assert "Isi" not in post.text
    assert share("x", post.text) >= 0.8


@pytest.mark.parametrize("title", ["Judul", ""])
def test_protected_parts_that_are_too_long_are_told_not_cut(title):
    post = compose("x", lambda text, title: f"{title} {text} {'#Tagar ' * 60}", "Isi.", title)

    assert post.text == ("#Tagar " * 60).strip()
    assert post.shortened
    assert not post.count.fits


def test_facebook_is_never_shortened():
    assert not compose("facebook", lay_out, STORY * 10, "Panen").shortened


def test_composing_makes_few_posts():
    made = []

    def counting(text, title):
        made.append(text)
        return lay_out(text, title)

    for platform in LIMITS:
        made.clear()
        compose(platform, counting, STORY, "Panen perdana")
        assert len(made) <= 10, platform

    made.clear()
    compose("telegram-caption", counting, "kata " * 180 + "\n\n" + "Kata " * 3000, "a" * 10)
    compose("threads", counting, "kata " * 60 + "👨‍👩‍👧‍👦 " * 3000, "Panen")
    assert len(made) <= 22


def test_a_tidy_post_has_no_loose_space():
    assert tidy("\r\n a \t\r\nb\r\n\n \n\nc\n") == "a\nb\n\nc"
