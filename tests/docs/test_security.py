"""What docs/keamanan.md tells administrators to send is what the pages say themselves, and what a page cannot say."""

import re
from html import unescape
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/keamanan.md").read_text("utf-8")
SNIPPETS = dict(re.findall(r"^```(nginx|apache|caddy)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))
SNIPPETS["_headers"] = (ROOT / "templates/site/_headers").read_text("utf-8")
WANTED = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "Strict-Transport-Security": "max-age=31536000",
}
YEAR = "public, max-age=31536000, immutable"
every_server = pytest.mark.parametrize("server", ["nginx", "apache", "caddy", "_headers"])


def sent(server: str, name: str) -> list[str]:
    """Return the values that a server is told to send for the header *name*."""
    return [value.strip('"') for value in re.findall(rf"\b{name}:? (\"[^\"]*\"|[^\"\n]+)", SNIPPETS[server])]


def directives(policy: str) -> dict[str, set[str]]:
    """Return what a policy allows, by directive."""
    parts = (part.split() for part in policy.split(";") if part.strip())
    return {name: set(sources) - {"'none'"} for name, *sources in parts}


def policies(site: Path) -> set[str]:
    """Return the policies of all pages."""
    found = set()
    for page in site.rglob("*.html"):
        (policy,) = re.findall(
            r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">', page.read_text("utf-8")
        )
        found.add(unescape(policy))
    return found


@every_server
def test_the_policy_allows_what_the_pages_need_together_and_nothing_more(server, sample):
    (policy,) = sent(server, "Content-Security-Policy")
    together: dict[str, set[str]] = {"frame-ancestors": set()}
    for page in policies(sample.output / "site"):
        for name, sources in directives(page).items():
            together[name] = together.get(name, set()) | sources

    assert directives(policy) == together


@every_server
def test_every_server_sends_what_a_page_cannot_say(server):
    for name, value in WANTED.items():
        assert sent(server, name) == [value], name


@every_server
def test_only_files_whose_names_follow_from_their_bytes_are_kept_for_a_year(server, sample):
    lines = SNIPPETS[server]
    assert YEAR in lines
    kinds = {
        "nginx": r"~\\\.\(webp\|jpg\)\$ +",
        "apache": r"\"\\\.\(webp\|jpg\)\$\">\n +",
        "caddy": "@gambar path .*",
        "_headers": "",
    }
    assert re.search(kinds[server], lines)
    assert lines.count(YEAR) == (2 if server == "_headers" else 1)
    pictures = [path for path in (sample.output / "site").rglob("*") if path.suffix in (".webp", ".jpg")]
    assert len(pictures) > 100
    assert [path for path in pictures if not re.search(r"-[0-9a-f]{10}[-.]", path.name)] == []


def test_hosts_find_the_file_that_they_read(sample):
    assert (sample.output / "site/_headers").read_bytes() == (ROOT / "templates/site/_headers").read_bytes()
