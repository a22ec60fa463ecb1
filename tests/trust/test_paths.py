"""What people write never decides where a file lies: nothing leaves its folder, and nobody's name breaks a build."""

import json
import os

import pytest

from pipeline.build.output import is_within

PATH, OTHER = "content/stories/2026/11/satu.md", "content/stories/2026/11/dua.md"
LEAN = 'nama = "Kabar"\nurl = "https://kabar.example/"\n[meja]\nphotos = false\ncards = false\nposters = false\n'
TRAVERSING = (
    "../../../pwn", "/pwn", "..", ".", "a/../../pwn", "..\\..\\pwn", "%2e%2e/pwn", "x" * 400, "CON", "nul", "a.", "a:b",
    "C:/pwn", "~root", "-rf", ".well-known/pwn", "<b>", "\u202epwn", "\x00pwn", "a\r\nb", "2026/11", "index.html",
    "feed.xml", "a@32.04", "x/" * 300, "日本", "é", "a|b", 'a"b',
)  # fmt: skip
OWN = (
    "feed.xml", "atom.xml", "feed.json", "style.css", "404.html", "_headers", "index.html", "sitemap.xml", "kit.js",
    "manifest.webmanifest", "robots.txt", "feed.xml/x", "index.html/x", "2026/11/satu/index.html",
    "2026/11/dua/bagikan",
    "cari/index.json", "cari", "perpustakaan", "perpustakaan/alfa", "topik/kebun", "2026/11", "tentang", "arsip",
    "fonts/plus-jakarta-sans.woff2", "2026/11/dua/bagikan/dua-bagikan.zip",
)  # fmt: skip
"""Pages and files that the site makes itself."""


def around(room) -> set[str]:
    """Return all files in the newsroom's folder and beside it, without what builds keep for themselves."""
    found = set()
    for folder, _, names in os.walk(room.root.parent):
        found |= {f"{folder}/{name}" for name in names}
    kept = ("newsroom.sqlite", "blobs.sqlite", "templates", "lock", "/album", "/photos/", ".warta/state")
    return {path for path in found if not (".warta/" in path and any(sign in path for sign in kept))}


@pytest.fixture
def room(newsroom, story):
    """A newsroom, built once, with a page, a topic, two stories."""
    room = newsroom({
        "content/site.toml": LEAN,
        "content/pages/tentang.md": "---\njudul: Tentang\n---\nTentang kami.\n",
        PATH: story("Satu", day="2026-11-02"),
        OTHER: story("Dua", day="2026-11-03", topik="[kebun]"),
    })  # fmt: skip
    room.build()
    return room


def keys(value: str) -> dict[str, str]:
    """Return every key from which an address or the name of a file is made, with *value*."""
    text = json.dumps(value, ensure_ascii=False) if value.isprintable() else json.dumps(value)
    return {
        "topik": f"[{text}]", "alias": f"[{text}]", "kegiatan": text, "tagar": f"[{text}]", "wilayah": text,
        "strategi": text, "bahasa": text, "peserta": "{total: 20}",
        "foto": f"[{{berkas: {text}, izin: ya, alt: a, keterangan: b}}]",
    }  # fmt: skip


@pytest.mark.parametrize("value", TRAVERSING, ids=lambda value: repr(value)[:20])
def test_no_key_of_a_report_leads_out_of_the_output(room, story, difference, value):
    before = around(room)
    room.write({PATH: story("Satu", day="2026-11-02", **keys(value))})
    assert room.build().failures == ()
    fresh = {path for path in around(room) - before if not path.startswith(f"{room.output}/site/")}
    assert fresh == set()
    assert "Satu" in room.page("site/2026/11/satu/index.html")
    assert difference(room.tree(), room.clean()) == ""


@pytest.mark.parametrize("alias", OWN)
def test_no_old_address_takes_the_place_of_what_the_site_makes(room, story, difference, alias):
    before = {path: data for path, data in room.tree().items() if "satu" not in path}
    room.write({PATH: story("Satu", day="2026-11-02", alias=f"[{alias}]")})
    report = room.build()
    assert report.failures == ()
    assert before.keys() <= room.tree().keys()
    assert not [
        path for path in room.tree() if path.endswith("index.html") and b'http-equiv="refresh"' in room.tree()[path]
    ]
    assert difference(room.tree(), room.clean()) == ""
    if alias != "tentang":
        assert "alias-dipesan" in {problem.code for problem in report.problems}


@pytest.mark.parametrize(
    "alias", ["2019/05/panen.html", "2019/05/12/panen", "berita/panen-raya", "p/tentang-kami.html"]
)
def test_old_addresses_of_other_systems_lead_on(room, story, alias):
    room.write({PATH: story("Satu", day="2026-11-02", alias=f"[{alias}]")})
    room.build()
    assert 'http-equiv="refresh"' in room.page(f"site/{alias}/index.html")


def test_links_out_of_content_are_not_followed(newsroom, story, tmp_path):
    secret = tmp_path / "rahasia.md"
    secret.write_text(story("Rahasia besar", day="2026-11-02"), "utf-8")
    (tmp_path / "rahasia.jpg").write_bytes(b"\xff\xd8\xff")
    room = newsroom({PATH: story("Satu", day="2026-11-02", foto="[{berkas: r.jpg, izin: ya, alt: a, keterangan: b}]")})
    for name, target in (("dua.md", secret), ("r.jpg", tmp_path / "rahasia.jpg"), ("folder", tmp_path)):
        (room.root / "content/stories/2026/11" / name).symlink_to(target)
    report = room.build()
    assert "tautan-keluar" in {problem.code for problem in report.problems}
    assert not [path for path, data in room.tree().items() if b"Rahasia besar" in data]


@pytest.mark.parametrize(
    ("path", "sound"),
    [
        ("site/2026/11/satu/index.html", True), ("social/2026/11/satu/", True), ("site/a..b/x", True),
        ("site/topik/../x", False), ("../x", False), ("/x", False), ("site//x", False), ("site/.", False), ("", False),
        ("site/a\\b", False), ("site/a\x00", False), ("site/a\nb", False), ("site/\ud800", False),
    ],
)  # fmt: skip
def test_the_engine_has_the_last_word_on_paths(path, sound):
    assert is_within(path) is sound
