"""What the preview adds to pages, and how far it opens their policy."""

import re
from html import unescape

import pytest

from pipeline.production.overlay import followed, widened

STRICT = "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'none'; form-action 'none'"


@pytest.mark.parametrize(
    ("policy", "wanted"),
    [
        (STRICT, ("default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; form-action 'none'; "
                 "connect-src 'self'")),
        ("default-src 'self'", "default-src 'self'"),
        ("default-src https:", ("default-src https:; script-src https: 'self'; style-src https: 'self'; "
                               "connect-src https: 'self'")),
        ("img-src 'none'", "img-src 'none'"),
        ("SCRIPT-SRC 'NONE';; script-src *", "script-src 'self'"),
        ("script-src-elem 'none'", "script-src-elem 'self'"),
        ("", ""),
    ],
)  # fmt: skip
def test_a_policy_is_opened_for_the_site_itself_and_no_farther(policy, wanted) -> None:
    assert widened(policy) == wanted


@pytest.mark.parametrize(
    "meta",
    [
        '<meta http-equiv="Content-Security-Policy" content="{}">',
        "<meta content='{}' http-equiv=content-security-policy>",
        '<META HTTP-EQUIV="content-security-policy"\n CONTENT="{}" />',
    ],
)
def test_the_policy_of_a_page_is_found_however_it_is_written(meta) -> None:
    quoted = STRICT.replace("'", "&#39;")
    other = '<meta name="description" content="http-equiv script-src">'
    page = f"<html><head>{other}{meta.format(quoted)}</head><body>isi</body>"
    text = followed(page.encode(), "x-1").decode()

    found = re.search(r"""content\s*=\s*"(default-src[^"]*)\"""", text, re.IGNORECASE)
    assert found
    assert unescape(found[1]) == widened(STRICT)
    assert other in text
    assert text.endswith('<script src="/.warta/warta-serve.js?x-1" defer></script></head><body>isi</body>')


def test_what_is_no_whole_page_is_followed_too_and_every_other_byte_stays() -> None:
    assert followed(b"ketemu \xff\n", "a") == b'ketemu \xff\n<script src="/.warta/warta-serve.js?a" defer></script>'
    page = b'<head></head><p>&lt;/head> <meta http-equiv="Content-Security-Policy" content="x"></head>'
    assert followed(page, "a").replace(b'<script src="/.warta/warta-serve.js?a" defer></script>', b"") == page
