"""Hashtags that work everywhere."""

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from pipeline.desks.social.hashtags import hashtag, hashtags
from pipeline.platforms.limits import LIMITS


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("pelibatan-masyarakat", "#PelibatanMasyarakat"),
        ("Kabupaten Bandung", "#KabupatenBandung"),
        ("#AyoBaca", "#AyoBaca"),
        ("TPBIS", "#TPBIS"),
        ("DI Yogyakarta", "#DIYogyakarta"),
        ("Al-Qur’an & Jum'at", "#AlQuranJumat"),
        ("perpus_desa", "#PerpusDesa"),
        ("17 Agustus", "#17Agustus"),
        ("📚️ ayo baca!", "#AyoBaca"),
        ("cafe\u0301", "#Café"),
        ("ßtraße", "#ßtraße"),
        ("2026", ""),
        ("", ""),
        ("#", ""),
        ("ꦗꦮꦶ", ""),
        ("½ hari", ""),
        ("a" * 51, ""),
    ],
)
def test_a_name_becomes_a_hashtag(name, expected):
    assert hashtag(name) == expected


def test_sources_keep_their_order_and_the_first_spelling_wins():
    tags = hashtags("x", ["advokasi"], ["Literasi", "desa"], ["DESA", "#advokasi", "Kabupaten Bandung"])

    assert hashtags("x", ["straße", "STRASSE"]) == ("#Straße",)
    assert tags == ("#Advokasi", "#Literasi", "#Desa", "#KabupatenBandung")


def test_a_platform_takes_no_more_than_it_allows():
    many = [f"topik{letter}" for letter in "abcdefgh"]

    assert hashtags("instagram", many) == hashtags("x", many)[:5]
    assert hashtags("threads", many) == ("#Topika",)
    assert hashtags("whatsapp", many) == ()
    assert len(hashtags("telegram", many)) == 8


@given(st.sampled_from(list(LIMITS)), st.lists(st.lists(st.text(max_size=60))))
def test_every_hashtag_is_one_word_with_a_letter_and_stands_once(platform, sources):
    tags = hashtags(platform, *sources)

    assert all(regex.fullmatch(r"#(?=.*\p{L})[\p{L}\p{Nd}]{1,50}", tag) for tag in tags)
    assert len({tag.casefold() for tag in tags}) == len(tags)
