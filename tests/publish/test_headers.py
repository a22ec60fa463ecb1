"""How files are served: the policy is the one that hosts read, and only names with a fingerprint are kept for ever."""

import re
from pathlib import Path

import pytest

from pipeline.publish.headers import FOREVER, SECURITY, SOON, headers

HOSTS = (Path(__file__).parents[2] / "templates/site/_headers").read_text("utf-8")


def test_pages_have_the_policy_that_hosts_read():
    everywhere = HOSTS.partition("/*\n")[2].partition("\n\n")[0]
    assert dict(re.findall(r"^  ([\w-]+): (.*)$", everywhere, re.MULTILINE)) == dict(SECURITY)
    assert headers("2026/11/panen/index.html").security == SECURITY
    assert not headers("style.css").security


@pytest.mark.parametrize(
    ("path", "kind", "kept"),
    [
        ("index.html", "text/html; charset=utf-8", SOON),
        ("feed.xml", "application/rss+xml; charset=utf-8", SOON),
        ("perpustakaan/alfa/feed.xml", "application/rss+xml; charset=utf-8", SOON),
        ("feed.json", "application/feed+json; charset=utf-8", SOON),
        ("sitemap.xml", "application/xml; charset=utf-8", SOON),
        ("cari/index.json", "application/json; charset=utf-8", SOON),
        ("2026/11/panen/panen-0123456789-480.webp", "image/webp", FOREVER),
        ("2026/11/panen/panen-0123456789-960.jpg", "image/jpeg", FOREVER),
        ("_headers", "application/octet-stream", SOON),
    ],
)
def test_types_and_caching_follow_from_the_name(path, kind, kept):
    found = headers(path)
    assert (found.content_type, found.cache_control) == (kind, kept)


@pytest.mark.parametrize("path", ["style.css", "cari.js", "2026/11/panen/bagikan/poster.pdf", "fonts/newsreader.woff2"])
def test_a_name_that_stays_is_asked_for_again(path):
    assert "must-revalidate" in headers(path).cache_control
