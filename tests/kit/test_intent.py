"""Addresses that open an app with a post: what the app decodes is the post, and nothing else."""

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.platforms.intent import LONGEST, hands_over, host, intent, too_long, without
from pipeline.platforms.limits import LIMITS

URL = "https://kabar.example/2026/11/panen/"
TEXT = f"*Panen* & “kangkung” 100% #1+1=2?\n\nWarga ꦧꦸꦏꦸ 👨‍👩‍👧 مرحبا\n🗓️ Sabtu\n\nBaca kabarnya: {URL}"
WHOLE = [name for name, limit in LIMITS.items() if "{text}" in limit.intent]


def decoded(address: str) -> dict[str, str]:
    """Return the parameters of *address* as apps read them: percent-encoded, a ``+`` is a plus."""
    pairs = (part.partition("=") for part in urlsplit(address).query.split("&"))
    return {name: unquote(value) for name, _, value in pairs}


@pytest.mark.parametrize("platform", WHOLE)
def test_an_app_is_opened_with_exactly_the_text(platform):
    address = intent(LIMITS[platform], TEXT, URL, "server.example")
    assert decoded(address)["text"] == TEXT
    assert address.isascii()
    assert "+" not in address
    assert "%0A" in address
    assert "%20" in address


@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=120))
def test_any_text_comes_back_as_it_was(text):
    for platform in WHOLE:
        address = intent(LIMITS[platform], text, URL, "server.example")
        if not too_long(LIMITS[platform], text, URL):
            assert decoded(address)["text"] == text
            assert parse_qs(urlsplit(address).query, keep_blank_values=True)["text"] == [text]


def test_telegram_takes_the_link_apart_and_shows_it_before_the_text():
    address = intent(LIMITS["telegram"], TEXT, URL)
    assert decoded(address) == {"url": URL, "text": without(TEXT, URL)}
    assert URL not in without(TEXT, URL)
    assert without(TEXT, URL).endswith("🗓️ Sabtu")


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        (f"Satu\n\n{URL}\n\n#tagar", "Satu\n\n#tagar"),
        (f"Satu\n\nSelengkapnya: {URL}", "Satu"),
        (f"Baca {URL} ya", "Baca ya"),
        (f"Lihat {URL}lain/ juga", f"Lihat {URL}lain/ juga"),
        ("Tanpa tautan", "Tanpa tautan"),
    ],
)
def test_a_text_without_its_link_is_otherwise_the_same(text, rest):
    assert without(text, URL) == rest


@pytest.mark.parametrize("platform", ["facebook", "linkedin"])
def test_what_takes_the_link_alone_is_given_the_link_alone(platform):
    address = intent(LIMITS[platform], TEXT * 40, URL)
    assert list(decoded(address).values()) == [URL]
    assert not hands_over(LIMITS[platform])


@pytest.mark.parametrize("platform", ["instagram", "tiktok", "youtube", "whatsapp-status", "telegram-caption"])
def test_what_has_no_address_has_none(platform):
    assert intent(LIMITS[platform], TEXT, URL) == ""
    assert not too_long(LIMITS[platform], TEXT * 100, URL)


@pytest.mark.parametrize("platform", [*WHOLE, "telegram"])
def test_a_text_of_more_bytes_than_telephones_hand_on_has_no_address(platform):
    limit = LIMITS[platform]
    fits, longer = "é" * (LONGEST // 6), "é" * (LONGEST // 6 + 1)
    assert intent(limit, fits, URL, "server.example")
    assert not too_long(limit, fits, URL)
    assert intent(limit, longer, URL, "server.example") == ""
    assert too_long(limit, longer, URL)


def test_mastodon_needs_a_server():
    assert intent(LIMITS["mastodon"], TEXT, URL) == ""
    assert intent(LIMITS["mastodon"], TEXT, URL, "toot.id").startswith("https://toot.id/share?text=")


@pytest.mark.parametrize(
    ("account", "server"),
    [
        ("", ""),
        ("perpusdes", ""),
        ("@perpusdes@toot.id", "toot.id"),
        ("perpusdes@Toot.ID", "toot.id"),
        ("https://mastodon.social/@perpusdes", "mastodon.social"),
        ("mastodon.social", "mastodon.social"),
        ("localhost/evil?x", ""),
        ("a.id/@b@c", "a.id"),
    ],
)
def test_a_server_is_read_from_an_account(account, server):
    assert host(account) == server
