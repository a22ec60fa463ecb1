"""Records behind advocacy have pages where there is something to show, and say in words what they count."""

import datetime as dt
import re

import pytest

from tests.conftest import BASE

SITE = "content/site.toml"
NOW = int(dt.datetime(2026, 11, 22, 1, tzinfo=dt.UTC).timestamp())
SUPPORT = """---
perpustakaan: alfa
apa: {what}
dari: {party}
{more}
---
"""
PLAN = """---
judul: Rencana Alfa
tahun: 2026
perpustakaan: alfa
butir:
  - {apa: Kegiatan, indikator: kegiatan, target: 4, tercapai: 99}
  - {apa: Rak, target: 3 unit, tercapai: 1, hambatan: Kayu mahal, tindak_lanjut: Mencari mitra}
---
"""
ISSUE = """---
judul: Keliling atau tetap?
wilayah: "32.04"
jenis: {kind}
opsi:
  - nama: Keliling
    skor: {{efektivitas: 5, efisiensi: 1, kecukupan: 3, perataan: 3, responsivitas: 3, ketepatan: 3}}
  - nama: Tetap
    skor: {{efektivitas: 1, efisiensi: 5, kecukupan: 3, perataan: 3, responsivitas: 3, ketepatan: 3}}
bobot: {{efektivitas: 60, efisiensi: 40}}
rekomendasi: Keliling.
---
"""
CHOICE = """---
wilayah: "32.04"
judul: Paling berarti
calon: [2026/11/a, 2026/11/b]
dipilih: 2026/11/a
alasan: Dapat ditiru.
panel: [bupati]
---
"""


def words(html):
    """Return what a page says, without tags and with single spaces."""
    return " ".join(re.sub(r"<[^>]+>", " ", html.partition("<main")[2].partition("</main>")[0]).split())


@pytest.fixture
def room(newsroom, story):
    return newsroom({
        SITE: BASE[SITE].replace("evidence = false\n", ""),
        "content/stories/2026/11/a.md": story("Kabar A", day="2026-11-20"),
        "content/stories/2026/11/b.md": story("Kabar B", day="2026-11-21"),
    })  # fmt: skip


def there(room):
    """Return the pages of records, below the root of evidence."""
    found = (room.output / "site/bukti").rglob("index.html")
    pages = (path.parent.relative_to(room.output / "site/bukti").as_posix() for path in found)
    others = {"semua/data", "semua/metode"}
    return sorted(page for page in {*pages} - others if "/" in page and not page.rpartition("/")[2].isdigit())


def said(room, *parts):
    return words(room.page("/".join(("site/bukti", *parts, "index.html"))))


def test_areas_without_records_have_no_such_pages(room):
    room.build(now=NOW)
    assert there(room) == []


def test_the_ledger_tells_what_is_open_what_came_and_what_it_brought_about(room):
    room.write({
        "content/dukungan/a.md": SUPPORT.format(
            what="Rak", party="Koperasi", more="diterima: 2026-11-01\nnilai: 4 juta\nhasil: Anak memilih sendiri.\n"
            "berita: 2026/11/a",
        ),
        "content/dukungan/b.md": SUPPORT.format(
            what="Meja", party="Desa", more="dijanjikan: 2026-10-01\ntenggat: 2026-11-21\njumlah: 6 meja",
        ),
        "content/dukungan/c.md": SUPPORT.format(
            what="Buku", party="Ibu S.", more="diterima: 2026-11-02\ntampilkan: tidak",
        ),
    })  # fmt: skip
    room.build(now=NOW)

    assert there(room) == [f"{key}/dukungan" for key in ("32.04", "32", "alfa", "semua")]
    for key in ("semua", "32", "32.04", "alfa"):
        page = said(room, key, "dukungan")
        assert "Diterima 2 Rp4.000.000" in page
        assert "Dijanjikan 1 –" in page
        assert "Diterima: 1 dari 2 menyebut nilai." in page
        assert "Janji yang lewat tenggat: 1." in page
        assert "Meja lewat tenggat" in page
        assert "Hasilnya Anak memilih sendiri. Ceritanya Kabar A" in page
        assert "pemberi yang tidak ingin disebut namanya" in page
        assert "Ibu S." not in page
        assert ("untuk Alfa" in page or "untuk Perpustakaan" in page) == (key != "alfa")


def test_a_promise_is_late_from_its_instant_and_the_ledger_of_the_story_goes_with_it(room, story):
    promise = "{dari: Desa, apa: Rak, status: dijanjikan, tenggat: 2026-11-22}"
    room.write({"content/stories/2026/11/a.md": story("Kabar A", day="2026-11-20", dukungan=promise)})
    room.build(now=NOW)
    assert "lewat tenggat" not in said(room, "alfa", "dukungan")

    room.build(now=NOW + 86_400)
    assert "Rak lewat tenggat" in said(room, "alfa", "dukungan")

    room.write({"content/stories/2026/11/a.md": story("Kabar A", day="2026-11-20", status="draf")})
    room.build(now=NOW + 86_400)
    assert there(room) == []


def test_a_plan_stands_beside_what_reports_show(room, story):
    room.write({"content/rencana/2026.md": PLAN})
    room.build(now=NOW)

    page = said(room, "alfa", "rencana")
    assert "berjalan: 2." in page
    assert "Kegiatan berjalan 50% 50% Target 4 kegiatan Tercapai 2 kegiatan menurut laporan perpustakaan" in page
    assert "Rak berjalan 33% 33% Target 3 unit Tercapai 1 unit Hambatan Kayu mahal Tindak lanjut Mencari mitra" in page

    room.write({"content/stories/2026/11/c.md": story("Kabar C", day="2026-11-21")})
    room.build(now=NOW)
    assert "Tercapai 3 kegiatan" in said(room, "alfa", "rencana")


@pytest.mark.parametrize(("kind", "word"), [("prospektif", "sebelum keputusan"), ("evaluasi", "sesudah dijalankan")])
def test_a_policy_question_shows_its_matrix_and_how_firm_it_is(room, kind, word):
    room.write({"content/opsi/keliling.md": ISSUE.format(kind=kind)})
    room.build(now=NOW)

    page = said(room, "32.04", "opsi", "keliling")
    assert there(room) == ["32.04/opsi/keliling"]
    assert word in page
    assert "Efektivitas 60% 5 1" in page
    assert "Skor berbobot 3,40 2,60 Peringkat 1 2" in page
    assert "Efektivitas 60% 50–100%" in page
    assert "Kecukupan 0% berapa pun" in page
    assert "Kalau semua kriteria berbobot sama, yang pertama: A, B." in page


def test_a_selection_shows_its_reason_and_hides_with_its_story(room, story):
    room.write({"content/pilihan/a.md": CHOICE})
    room.build(now=NOW)
    page = said(room, "32.04", "pilihan")
    assert "Dipilih Kabar A" in page
    assert "Mengapa Dapat ditiru. Juga dibahas Kabar B" in page
    assert "Panel: bupati." in page

    room.write({"content/stories/2026/11/a.md": story("Kabar A", day="2026-11-20", embargo="2026-11-25")})
    room.build(now=NOW)
    assert there(room) == []


def test_the_page_of_an_area_leads_to_its_records(room):
    room.write({"content/opsi/keliling.md": ISSUE.format(kind="prospektif"), "content/pilihan/a.md": CHOICE})
    room.build(now=NOW)

    page = room.page("site/bukti/32.04/index.html")
    assert 'href="../../bukti/32.04/pilihan/"' in page
    assert 'href="../../bukti/32.04/opsi/keliling/"' in page


def test_words_made_to_do_harm_are_words(room):
    evil = '<script>alert(1)</script>" onload=x'
    room.write({
        "content/dukungan/a.md": SUPPORT.format(what=f"'{evil}'", party=f"'{evil}'", more=f"hasil: '{evil}'"),
        "content/rencana/a.md": PLAN.replace("Kayu mahal", "<img src=x onerror=alert(1)>"),
        "content/opsi/a.md": ISSUE.format(kind="prospektif").replace("rekomendasi: Keliling.", f"masalah: '{evil}'"),
        "content/pilihan/a.md": CHOICE.replace("Dapat ditiru.", f"'{evil}'"),
    })  # fmt: skip
    room.build(now=NOW)

    assert len(there(room)) == 7
    for page in there(room):
        html = room.page(f"site/bukti/{page}/index.html")
        assert "<script>alert" not in html
        assert "<img src=x" not in html
