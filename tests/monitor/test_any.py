"""Whatever comes: nothing raises, nothing leads anywhere else, and what is made once stays so."""

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.monitor import feed
from pipeline.monitor.link import link, normalized
from pipeline.monitor.when import instant
from pipeline.monitor.words import plain, summary

NOW = 1_795_000_000
PIECES = (
    "https://", "http:", "//", "/", "\\", "?", "#", "@", ":", "[", "]", "%", "%2f", "a.example", "A.EXAMPLE", "www.",
    "utm_x=1",
    "&", "=", "javascript:", "\t", "\x03", "\u202e", "é", "..", ":80", ":443", "xn--", " ", "127.0.0.1", "[::1]", ";",
)  # fmt: skip
addresses = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=8).map("".join)
MARKS = (
    "<b>",
    "</b>",
    "<",
    ">",
    "&lt;",
    "&amp;",
    "&",
    "<!--",
    "<script>",
    "alert(1)",
    "</script>",
    "<img src=x ",
    "&#60;",
    "teks ",
    '"',
)
marked = st.lists(st.sampled_from(MARKS) | st.text(max_size=4), max_size=20).map("".join)


@given(addresses, addresses)
def test_links(raw, base):
    found = link(raw, base)
    assert not found or re.match(r"https?://[^/?#@]", found)
    assert found.isprintable()


@given(addresses)
@example("https://a.example//")
@example("https://a.example/?&&=")
@example("http://a.example:80:80/")
def test_pages(raw):
    found = normalized(raw)
    assert normalized(found) == found


@given(marked)
def test_words(raw):
    for found in (plain(raw), summary(raw)):
        assert "\n" not in found
        assert not re.search(r"<(script|img|b)\b[^>]*>", found)


@given(
    st.text(max_size=60)
    | st.lists(
        st.sampled_from(("Sen", ",", " ", "5", "05", "Agu", "2024", "10:00", "WIB", "+0700", "T", "Z", "-"))
    ).map("".join)
)
def test_dates(text):
    found = instant(text, NOW)
    assert found is None or 631_152_000 <= found <= NOW + 86_400


TAGS = (
    "<rss>",
    "<channel>",
    "<item>",
    "</item>",
    "<title>",
    "</title>",
    "<link>",
    "http://a.example/1",
    "<guid>",
    "x",
    "<feed>",
    "<entry>",
    "<id>",
    "<![CDATA[",
    "]]>",
    "<?xml version='1.0' encoding='",
    "utf-16",
    "'?>",
    "<!DOCTYPE ",
    "[",
    "<!ENTITY",
    "&a;",
    "\x00",
    "{",
    '"items":',
    "é",
)


@settings(max_examples=150)
@given(
    st.lists(st.sampled_from(TAGS), max_size=25).map("".join),
    st.sampled_from(("utf-8", "utf-16", "latin-1", "utf-32-be")),
)
def test_feeds(text, encoding):
    data = text.encode(encoding, "replace")
    read, _encoding = feed.decoded(data, f"text/xml; charset={encoding}")
    found = feed.read(data, f"text/xml; charset={encoding}", "https://a.example/", NOW)
    if feed.forbidden(read):
        assert found.fault == feed.ENTITIES
    for post in found.posts:
        assert post.key
        assert not post.url or post.url.startswith(("http://", "https://"))


@given(st.binary(max_size=200))
def test_bytes(data):
    assert isinstance(feed.read(data, "", "https://a.example/", NOW), feed.Feed)
