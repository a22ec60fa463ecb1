"""What other media said: on its own pages, beside the stories and libraries of which it tells, on the front page."""

import re

import pytest

from tests.conftest import NOW

LIST = "site/liputan/index.html"
STORY = "site/2026/11/panen/index.html"
LIBRARY = "site/perpustakaan/alfa/index.html"


def clipping(title="Panen di desa", day="2026-11-20", outlet="Kabar Kota", **more):
    head = {"judul": title, "tanggal": day, "media": outlet, "url": "https://kabar.example/panen", **more}
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in head.items()) + "---\nCatatan rahasia redaksi.\n"


def about(**more):
    return {"berita": "[2026/11/panen]", **more}


@pytest.fixture
def room(newsroom, story):
    room = newsroom({
        "content/stories/2026/11/panen.md": story("Panen raya", day="2026-11-19"),
        "content/kliping/2026/11/satu.md": clipping(**about(cuplikan="Warga memanen sayur.")),
    })  # fmt: skip
    room.build()
    return room


def titles(page):
    return re.findall(r"<h[23]>(?:<a [^>]*>)?([^<]+)(?:</a>)?</h[23]>", page)


def test_a_clipping_stands_in_the_list_beside_its_story_its_library_and_on_the_front_page(room):
    for page in (LIST, STORY, LIBRARY, "site/index.html", "site/perpustakaan/alfa/liputan/index.html"):
        text = room.page(page)
        assert '<a href="https://kabar.example/panen" rel="noopener external">Panen di desa</a>' in text, page
        assert "Kabar Kota" in text
        assert "<q>Warga memanen sayur.</q>" in text
    assert "/liputan/</loc>" in room.page("site/sitemap-halaman.xml")


def test_the_newsrooms_notes_are_nobody_elses(room):
    for path in room.output.rglob("*"):
        assert not path.is_file() or b"Catatan rahasia" not in path.read_bytes(), path


def test_without_clippings_there_is_no_page_and_no_link(room):
    room.write({"content/kliping/2026/11/satu.md": None})
    room.build()

    assert not (room.output / LIST).exists()
    assert not (room.output / "site/perpustakaan/alfa/liputan").exists()
    for page in (STORY, LIBRARY, "site/index.html", "site/sitemap-halaman.xml"):
        assert "liputan" not in room.page(page), page


def test_a_draft_waits(room):
    room.write({"content/kliping/2026/11/satu.md": clipping(**about(status="draf"))})
    room.build()
    assert not (room.output / LIST).exists()


def test_the_same_report_in_several_outlets_is_one_event(room):
    for name, outlet, day in (("dua", "Suara Pesisir", "2026-11-21"), ("tiga", "Warta Raya", "2026-11-22")):
        room.write({f"content/kliping/2026/11/{name}.md": clipping("Lain", day, outlet, **about(peristiwa="panen"))})
    room.write({"content/kliping/2026/11/satu.md": clipping(**about(peristiwa="panen"))})
    room.build()

    page = room.page(LIST)
    assert titles(page) == ["Panen di desa"]  # whoever printed it first
    assert re.findall(r'external">(Suara Pesisir|Warta Raya)</a>', page) == ["Suara Pesisir", "Warta Raya"]


def test_a_story_that_is_taken_down_is_named_no_more(room, story):
    assert "Panen raya" in room.page(LIST)
    room.write({"content/stories/2026/11/panen.md": story("Panen raya", day="2026-11-19", status="tarik")})
    room.build()

    page = room.page(LIST)
    assert "Panen raya" not in page
    assert "Desa Alfa" in page  # what is left is whom it was about


def test_a_new_title_of_a_story_and_a_new_name_of_a_library_reach_the_clippings(room, story):
    room.write({"content/stories/2026/11/panen.md": story("Panen sayur", day="2026-11-19"),
                "content/kliping/2026/11/dua.md": clipping("Rumah baca", perpustakaan="alfa")})  # fmt: skip
    room.build()
    assert "Panen sayur" in room.page(LIST)

    profile = (room.root / "content/libraries/alfa.md").read_text("utf-8")
    room.write({"content/libraries/alfa.md": profile.replace("Alfa", "Alif")})
    room.build()
    assert "Desa Alif" in room.page(LIST)


def test_a_story_is_named_as_soon_as_it_opens(newsroom, story):
    room = newsroom({
        "content/stories/2026/11/panen.md": story("Panen raya", day="2026-11-19", terbit_pada="2026-11-22 10.00 WIB"),
        "content/kliping/2026/11/satu.md": clipping(**about()),
    })  # fmt: skip
    pages = (LIST, "site/perpustakaan/alfa/liputan/index.html", LIBRARY, "site/index.html")
    for hours, there in ((0, False), (2, True), (0, False)):
        room.build(now=NOW + hours * 3_600)
        assert ["Panen raya" in room.page(page) for page in pages] == [there] * 4


def test_the_newest_24_stand_first_and_older_ones_by_year(newsroom, story):
    files = {
        f"content/kliping/2026/10/k{n:02}.md": clipping(f"Kliping {n:02}", f"2026-10-{1 + n:02}", perpustakaan="alfa")
        for n in range(25)
    }
    room = newsroom(files | {"content/kliping/2024/01/a.md": clipping("Tua", "2024-01-02", perpustakaan="alfa")})
    room.build()

    assert titles(room.page(LIST))[0] == "Kliping 24"
    assert len(re.findall("<article", room.page(LIST))) == 24
    assert titles(room.page("site/liputan/2024/index.html"))[0] == "Tua"
    assert len(re.findall("<article", room.page("site/liputan/2026/index.html"))) == 25
    assert len(re.findall("<article", room.page("site/perpustakaan/alfa/liputan/index.html"))) == 26
    assert len(re.findall('class="item cutting"', room.page(LIBRARY))) == 3


def test_no_clipping_does_harm_on_any_page(room):
    nasty = "<script>alert(1)</script> & \"x\" 'y'"
    told = f"'{nasty.replace(chr(39), chr(39) * 2)}'"
    room.write({"content/kliping/2026/11/satu.md": clipping(told, outlet=told, **about(
        cuplikan=told, halaman=told, url="'javascript:alert(1)'", wartawan=told, peristiwa=told,
    ))})  # fmt: skip
    room.build()
    for page in (LIST, STORY, LIBRARY, "site/index.html"):
        text = room.page(page)
        assert "<script>alert" not in text, page
        assert "javascript:" not in text, page
        assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp;" in text, page


def test_a_clipping_plans_few_files(room):
    room.write({"content/kliping/2026/11/dua.md": clipping("Lagi", **about())})
    report = room.build()
    # Its story, its library and that one's coverage, the list and its year, the front page, and the sitemaps.
    assert report.planned <= 8
    assert report.made == 5


def test_a_release_lists_the_stories_of_which_it_tells(room, story):
    path = "content/press/2026/11/gerakan.md"
    room.write({path: story("Gerakan membaca", day="2026-11-20", berita="[2026/11/panen]")})
    room.build()
    page = room.page("site/2026/11/gerakan/index.html")
    assert "Siaran pers" in page
    assert "Panen raya" in page

    room.write({"content/stories/2026/11/panen.md": story("Panen sayur", day="2026-11-19")})
    room.build()
    assert "Panen sayur" in room.page("site/2026/11/gerakan/index.html")

    room.write({"content/stories/2026/11/panen.md": story("Panen sayur", day="2026-11-19", status="draf")})
    room.build()
    assert "Panen sayur" not in room.page("site/2026/11/gerakan/index.html")
