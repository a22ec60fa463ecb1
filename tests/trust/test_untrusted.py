"""Whatever is written in reports, profiles and pages: no file that is made does harm to whoever opens it.

Every string of ``evil`` stands in every key. What was made is read by other engines (html5lib, expat, csv, icalendar,
zipfile, pypdf) and judged by the lists of ``oracle``, which are its own.
"""

import csv
import io
import zipfile

import html5lib
import pytest

from tests.pictures.conftest import scene
from tests.trust import evil, oracle

LEAN = 'nama = "Kabar"\nurl = "https://kabar.example/"\n[meja]\nphotos = false\ncards = false\nposters = false\n'
DRAWN = (0, 3, 9, 22, 25, 26, 33, 38, 42, 43, 44)
"""Stories that are drawn and printed too: tags, entities, marks of Typst, formulas, controls, long words, accents."""

PHOTO = "foto '\"<b>&{{x}}.jpg"


def faults(room) -> dict[str, list[str]]:
    """Return what is wrong with each file of the output, without those that are as they should be."""
    found = {name: [*oracle.path(name), *oracle.judged(name, data)] for name, data in room.tree().items()}
    return {name: said[:3] for name, said in found.items() if said}


@pytest.fixture(scope="module")
def told(make_room, tmp_path_factory):
    """A newsroom full of such words, without pictures."""
    files = {"content/site.toml": LEAN, **dict(evil.newsroom())}
    room = make_room(tmp_path_factory.mktemp("jahat") / "ruang", files)
    report = room.build()
    assert report.failures == ()
    return room, report


def test_nothing_that_is_made_does_harm(told):
    room, _ = told
    assert faults(room) == {}
    kinds = {name.rpartition(".")[2] for name in room.tree()}
    assert kinds >= {"html", "xml", "json", "csv", "ics", "zip", "txt", "svg", "webmanifest"}


def test_all_of_it_is_published_but_what_has_no_title(told):
    room, report = told
    held = {problem.path: problem.code for problem in report.problems if problem.holds}
    assert set(held.values()) == {"wajib-bukan-teks"}
    pages = [
        name for name in room.tree() if "/2026/11/" in name and name.count("/") == 4 and name.endswith("/index.html")
    ]
    assert len(pages) == 2 * len(evil.STRINGS) - len(held)


def test_words_stay_words(told):
    """The title is shown as it was written: nothing was taken for a mark, and nothing was lost."""
    room, _ = told
    for number, text in enumerate(evil.STRINGS):
        document = html5lib.parse(room.page(f"site/2026/11/judul-{number}/index.html"))
        heading = next(node for node in document.iter("{http://www.w3.org/1999/xhtml}h1"))
        assert list(heading) == []
        written = f"Kabar {number}: {text[:60]}"
        kept = "".join(oracle.CONTROLS.sub("", written).split())
        assert "".join((heading.text or "").split()) == kept or not kept.isascii(), number


def test_a_report_with_half_a_character_is_held_and_costs_no_other(make_room, tmp_path, story):
    room = make_room(tmp_path / "ruang", {
        "content/site.toml": LEAN,
        "content/stories/2026/11/satu.md": story('"\\ud800"', day="2026-11-02"),
        "content/stories/2026/11/dua.md": story("Dua", day="2026-11-02", sosial='{whatsapp: "\\udc00\\ud800"}'),
        "content/stories/2026/11/tiga.md": story("Tiga", day="2026-11-02"),
    })  # fmt: skip
    report = room.build()
    assert [(problem.code, problem.path[-7:]) for problem in report.problems if problem.holds] == [
        ("kepala-rusak", "/dua.md"), ("kepala-rusak", "satu.md"),
    ]  # fmt: skip
    assert "Tiga" in room.page("site/feed.xml")


def test_pictures_posters_and_parcels_do_no_harm_either(make_room, tmp_path):
    files: dict[str, str | bytes] = {"content/site.toml": 'nama = "Kabar"\nurl = "https://kabar.example/"\n'}
    for number in range(4):
        files[f"content/libraries/p{number}.md"] = evil.library(number)
    for number in DRAWN:
        files[f"content/stories/2026/11/judul-{number}.md"] = evil.report(number, photo=PHOTO, short=True)
    files[f"content/stories/2026/11/{PHOTO}"] = scene(700, 500).write_to_buffer(".jpg")
    room = make_room(tmp_path / "ruang", files)
    report = room.build()
    assert report.failures == ()
    assert faults(room) == {}
    tree = room.tree()
    assert len([name for name in tree if name.endswith("poster.pdf")]) == len(DRAWN)
    assert len([name for name in tree if name.endswith(".jpg")]) > 5 * len(DRAWN)


# -- the judges can say no ---------------------------------------------------------------------------------------------

HEAD = (
    "<!doctype html><html lang=id><head><meta charset=utf-8><title>x</title>"
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
)


@pytest.mark.parametrize(
    "html",
    [
        "<script>x</script>", "<script src=https://x.example/a.js></script>", "<img src=x onerror=y>", "<p style=x>",
        "<a href=javascript:x>a</a>", "<a href='java\tscript:x'>a</a>", "<a href=//x.example>a</a>",
        "<iframe></iframe>", "<img src=https://x.example/a.png>", "<img srcset='https://x.example/a.png 2x'>",
        "<base href=x>",
        "<meta http-equiv=refresh content='0; url=https://x.example'>", "<form action=x></form>", "<p>\u202ex</p>",
        "<p>\x07</p>", "<svg><script>x</script></svg>", "<math><mi>x</mi></math>", "<p><b></p></b>", "<!-- x -->",
        '<script type="application/ld+json">{"a": "</b>"}</script>', "<a href=data:text/html,x>a</a>",
        "<style>x</style>", "<a href=https://a@b.example>a</a>",
    ],
)  # fmt: skip
def test_the_judge_of_pages_says_no(html):
    assert list(oracle.page(f"{HEAD}</head><body>{html}</body></html>".encode()))
    assert list(oracle.page(f"{HEAD}</head><body><p>a</p></body></html>".encode())) == []


@pytest.mark.parametrize(
    "name", ["../x", "/x", "a\\b", "con.txt", "a/nul", "a.", "a ", "a:b", "é.txt", "a\x07b", "x" * 300]
)
def test_the_judge_of_parcels_says_no(name):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as parcel:
        parcel.writestr(zipfile.ZipInfo(name), "a")
    assert list(oracle.parcel(made.getvalue()))


def test_the_judge_of_tables_says_no():
    text = io.StringIO()
    csv.writer(text).writerows([["a", "b"], ["=1", "x"], ["y", "\uff1d1"]])
    assert len(list(oracle.table(text.getvalue().encode()))) == 2


def test_the_judge_of_feeds_says_no():
    assert list(oracle.feed(b"<a>&x;</a>"))
    assert list(oracle.feed("<a>\uffff</a>".encode()))
    assert list(oracle.feed(b'<feed><content type="html">&lt;img src=x onerror=y&gt;</content></feed>'))


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("xl/worksheets/sheet1.xml", "<row><f>1+1</f></row>"),
        ("word/document.xml", '<p><instrText>INCLUDETEXT "x"</instrText></p>'),
        ("word/_rels/document.xml.rels", '<a><b TargetMode="External" Target="file:///etc/passwd"/></a>'),
        ("word/document.xml", "<!DOCTYPE a><a/>"),
        ("word/vbaProject.bin", "x"),
        ("word/document.xml", "<p><altChunk/></p>"),
    ],
)
def test_a_document_that_could_do_something_is_seen(part, text):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as parcel:
        parcel.writestr(part, text)
    assert len(oracle.judged("a.docx", made.getvalue())) == 1
