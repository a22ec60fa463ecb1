"""Counting: every platform's own composer is right."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.desks.social.counting import count, graphemes, share
from pipeline.desks.social.domains import is_top_level
from pipeline.desks.social.links import find_links, shorten_links
from pipeline.platforms.limits import LIMITS

EXAMPLE = (
    "📚 Kelas membaca “Ayo Baca” di Perpusdes Sukamaju, Sabtu 14/11 pukul 09.00–11.00 WIB. Gratis! 👨‍👩‍👧‍👦 "
    "#LiterasiDesa #PerpusDesa "
    "https://sukamaju.desa.id/berita/2026/11/kelas-membaca?utm_source=x&utm_medium=social"
)
TEXTS = st.text(
    st.sampled_from("aB1 .,é“”…–\n@#_/:?👨👩\u200d🏽🇮🇩\ufe0f\u0301\u20e3ꦗꦮꦶ©") | st.characters(codec="utf-8"),
    max_size=60,
)


@pytest.mark.parametrize(
    ("platform", "expected"),
    [
        ("x", 146),
        ("mastodon", 144),
        ("bluesky", 153),
        ("threads", 238),
        ("telegram", 211),
        ("telegram-caption", 211),
        ("instagram", 216),
        ("youtube", 238),
    ],
)
def test_the_worked_example_counts_as_each_composer_shows_it(platform, expected):
    assert count(platform, EXAMPLE).count == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sukamaju.desa.id", 23),
        ("Kunjungi sukamaju.desa.id.", 9 + 23 + 1),
        ("(sukamaju.desa.id)", 25),
        ("https://a.id/x (https://b.id)", 23 + 2 + 23 + 1),
        ("https://id.wikipedia.org/wiki/Jawa_(pulau)!", 24),
        ("https://a.id/“x”", 23 + 3),
        ("a.id:8080/x", 23),
        ("www.a.id?x=1", 23 + 4),
        ("HTTPS://A.ID/B", 23),
        ("http://пример.рф/x", 23),
        ("M.Si.", 24),
        ("foto.pdf", 8),
        ("info@desa.id", 12),
        ("budi.info@desa.id", 17),
        ("@desa.id #desa.id", 17),
        ("http://localhost/x", 18),
        ("pukul 10.30", 11),
        ("Rp1.238.000", 11),
    ],
)
def test_x_counts_every_link_as_23_and_nothing_else(text, expected):
    assert count("x", text).count == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“kutipan” – a’b", 15),
        ("…", 2),
        ("•", 2),
        ("ꦗꦮ", 4),
        ("e\u0301", 1),
        ("😀", 2),
        ("👨‍👩‍👧‍👦", 2),
        ("👩🏽‍🏫", 2),
        ("🇮🇩", 2),
        ("🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", 2),
        ("1️⃣", 2),
        ("❤️", 2),
        ("©", 1),
        ("©️", 2),
        ("😀\u0301", 3),
        ("©😀", 3),
        ("👨‍👩‍👧‍👦…", 4),
    ],
)
def test_x_weighs_characters_by_config_v3_and_every_emoji_as_2(text, expected):
    assert count("x", text).count == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sukamaju.desa.id", 16),
        ("https://sukamaju.desa.id/berita", 23),
        ("@perpus@mastodon.social halo", 12),
        ("info@desa.id", 12),
        ("👨‍👩‍👧‍👦ꦗꦮꦶ", 3),
    ],
)
def test_mastodon_counts_graphemes_links_with_protocol_and_short_names(text, expected):
    assert count("mastodon", text).count == expected


@pytest.mark.parametrize(
    ("text", "posted"),
    [
        ("https://sukamaju.desa.id/2023/05/panen-raya/", "sukamaju.desa.id/2023/05/pane..."),
        ("(https://a.id/)", "(a.id)"),
        ("https://a.id/123456789012345", "a.id/123456789012..."),
        ("https://a.id/12345678901234", "a.id/12345678901234"),
        ("https://A.id:443/x, lalu", "a.id/x, lalu"),
        ("https://a.id/2023/05/panen-raya, lalu", "a.id/2023/05/pane..., lalu"),
        ("https://a.id/wiki/Jawa_(pulau)", "a.id/wiki/Jawa_(p..."),
        ("https://a.id/é", "a.id/%C3%A9"),
        ("sukamaju.desa.id/2023/05/panen-hidroponik", "sukamaju.desa.id/2023/05/panen-hidroponik"),
        ("xhttps://a.id/2023/05/panen-hidroponik", "xhttps://a.id/2023/05/panen-hidroponik"),
        ("https://[a", "https://[a"),
    ],
)
def test_bluesky_shortens_a_link_as_its_app_does(text, posted):
    assert shorten_links(text) == posted
    assert count("bluesky", text).count == len(posted)


def test_bluesky_has_a_second_limit_in_bytes():
    family = "👨‍👩‍👧‍👦" * 121

    assert count("bluesky", family).count == 121
    assert not count("bluesky", family).fits
    assert share("bluesky", family) > 1
    assert count("bluesky", "a" * 300).fits


def test_a_text_fits_up_to_the_limit_and_not_one_character_more():
    for platform, row in LIMITS.items():
        if row.limit is None:
            assert count(platform, "a" * 100_000).fits
        else:
            assert count(platform, "a" * row.limit).fits
            assert not count(platform, "a" * (row.limit + 1)).fits


def test_telegram_counts_code_points_and_instagram_utf16():
    assert count("telegram", "😀").count == 1
    assert count("instagram", "😀").count == 2
    assert count("threads", "“ya”").count == 8


def test_windows_line_ends_count_once():
    assert {count(platform, "a\r\nb").count for platform in LIMITS} == {3}


def test_an_unknown_platform_is_refused():
    with pytest.raises(KeyError):
        count("myspace", "halo")


def test_a_sign_that_joins_what_follows_makes_one_grapheme():
    assert graphemes("x\u0600ay") == 3


@given(TEXTS)
def test_graphemes_are_those_of_the_standard(text):
    import regex

    text = text.replace("\r\n", "\n")
    assert graphemes(text) == len(regex.findall(r"\X", text))


@given(TEXTS, TEXTS)
def test_counts_add_up_across_a_space(first, second):
    for platform in ("x", "mastodon", "telegram", "threads", "instagram"):
        parts = count(platform, first + "\n").count + count(platform, "\n" + second).count - 1
        assert count(platform, f"{first}\n{second}").count == parts


@given(TEXTS)
def test_links_lie_in_order_inside_the_text_without_spaces(text):
    at = 0
    for start, end in find_links(text, bare=True):
        assert at <= start < end <= len(text)
        assert len(text[start:end].split()) == 1
        at = end


def test_top_level_domains_are_known_in_any_script_and_case():
    assert all(map(is_top_level, ("id", "COM", "рф", "xn--p1ai", "si")))
    assert not any(map(is_top_level, ("pdf", "desa", "jpg", "", "ö" * 80)))


def test_every_limit_names_its_source_its_day_and_how_sure_it_is():
    assert list(LIMITS) == [row.platform for row in LIMITS.values()]
    for row in LIMITS.values():
        assert row.source
        assert row.checked >= date(2026, 11, 22)
        assert row.confidence in "ABC"
        assert row.limit is not None or row.note
