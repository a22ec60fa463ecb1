"""The pages of evidence: every area has one, every number leads to its stories, one story alters few of them."""

import re

import pytest

from pipeline.desks.evidence import series
from tests.conftest import BASE

SITE = "content/site.toml"
LIBRARY = "---\nnama: Perpustakaan {0}\ntingkat: {1}\nwilayah: {2}\n---\n"


def plain(text):
    """Return the words of a page's main part, one space between them."""
    main = text.partition('<main id="isi"')[2].partition("</main>")[0]
    return " ".join(re.sub(r"<[^>]*>", " ", main).split())


def linked(text):
    """Return where the links of a page's main part lead, from the site's root."""
    return re.findall(r'href="(?:\.\./)*([^"#]*?)/?"', text.partition('<main id="isi"')[2])


@pytest.fixture
def room(newsroom, story):
    """Return a newsroom of three libraries in two provinces, of which one is silent."""
    more = {
        f"content/libraries/{slug}.md": LIBRARY.format(slug, *row.split("|"))
        for slug, row in {
            "beta": "desa|32.04.99.2998",
            "jauh": "desa|73.71.99.2999",
            "diam": "desa|32.73.99.2999",
        }.items()
    }
    told = {
        "a": story("Satu", peserta="{laki-laki: 12, perempuan: 20}", mitra="[PKK]", strategi="advokasi"),
        "b": story("Dua", library="beta", peserta="40", day="2025-01-09"),
        "c": story("Tiga", library="jauh", peserta="7", sebelum="3 keluarga", sesudah="9 keluarga"),
    }
    on = {SITE: BASE[SITE].replace("evidence = false\n", "")}
    return newsroom({**on, **more, **{f"content/stories/2025/01/{name}.md": text for name, text in told.items()}})


def test_every_area_has_a_page_and_every_number_leads_to_its_stories(room):
    room.build(only=("evidence",))
    assert {"semua", "32", "32.04", "32.73", "73", "73.71", "alfa", "beta", "jauh", "diam"} == {
        path.split("/")[2] for path in room.tree() if path.count("/") > 2
    }
    whole = room.page("site/bukti/semua/index.html")
    assert "3 laporan, 3 kegiatan, 79 kehadiran" in plain(whole)
    assert {"bukti/32", "bukti/73"} <= set(linked(whole))
    assert {"bukti/32.04", "bukti/32.73"} <= set(linked(room.page("site/bukti/32/index.html")))
    regency = room.page("site/bukti/32.04/index.html")
    assert {"2025/01/a", "2025/01/b", "bukti/alfa", "bukti/beta"} <= set(linked(regency))
    assert "72 kehadiran" in plain(regency)
    assert "Satu 5 Januari 2025 32 20 12 1" in plain(regency)
    assert "dari 3 keluarga menjadi 9 keluarga" in plain(room.page("site/bukti/jauh/index.html"))
    assert "Belum ada laporan dari sini" in plain(room.page("site/bukti/diam/index.html"))
    assert "belum pernah" in plain(whole)


def test_one_story_alters_the_pages_of_its_places_and_no_others(room, story):
    room.build(only=("evidence",))
    room.write({"content/stories/2025/01/a.md": story("Satu", peserta="33")})
    report = room.build(only=("evidence",))
    assert report.planned <= 40
    assert report.made < 25
    assert "80 kehadiran" in plain(room.page("site/bukti/semua/index.html"))


def test_an_area_with_many_events_has_a_page_of_sources_for_each_year(room, story, monkeypatch):
    monkeypatch.setattr(series, "FEW", 1)
    room.write({"content/stories/2024/03/d.md": story("Empat", day="2024-03-05", peserta="9")})
    room.build(only=("evidence",))
    page = room.page("site/bukti/alfa/index.html")
    assert {"bukti/alfa/2025", "bukti/alfa/2024"} <= set(linked(page))
    assert "2024/03/d" not in linked(page)
    assert "2024/03/d" in linked(room.page("site/bukti/alfa/2024/index.html"))
    assert "Satu" not in plain(room.page("site/bukti/alfa/2024/index.html"))
    for change in ({"content/stories/2024/03/d.md": None}, {"content/stories/2025/02/e.md": story("Lima")}):
        room.write(change)
        room.build()
        assert {path for path in room.tree() if "/bukti/" in path} == {
            path for path in room.clean() if "/bukti/" in path
        }


def test_samples_stand_apart_and_are_never_added(room, story):
    room.write({"content/stories/2025/01/d.md": story("Rekaan", peserta="500", contoh="ya")})
    room.build(only=("evidence",))
    page = room.page("site/bukti/alfa/index.html")
    real, sample = plain(page).split("Data contoh")
    assert "32 kehadiran" in real
    assert "500 kehadiran" in sample
    assert "532" not in plain(page)


def test_targets_and_the_newsrooms_own_indicators(room):
    text = '[[indikator]]\nkode = "hadir"\nnama = "Hadir"\nsatuan = "kehadiran"\nukur = "kehadiran"\njelas = "Semua."\n'
    room.write({"content/indikator.toml": text + "[indikator.target.2025]\nnasional = 100\n"})
    room.build(only=("evidence",))
    assert "Hadir kehadiran 79 target 100, 79% 79" in plain(room.page("site/bukti/semua/index.html"))
    assert "Hadir kehadiran Semua." in plain(room.page("site/bukti/semua/metode/index.html"))


def test_other_pages_lead_to_evidence_only_where_there_is_one(room):
    room.build()
    home, site = room.page("site/index.html"), room.root / "content/site.toml"
    assert './bukti/"' in home
    assert "bukti/semua" in room.page("site/sitemap-halaman.xml")
    room.write({"content/site.toml": site.read_text("utf-8") + "evidence = false\n"})
    room.build()
    assert not (room.output / "site/bukti").exists()
    assert "bukti/" not in room.page("site/index.html")
    assert "bukti/" not in room.page("site/sitemap-halaman.xml")
    assert room.tree() == room.clean()


def test_a_library_has_rows_to_copy_where_it_tells_of_any(room):
    room.build(only=("evidence",))
    page = room.page("site/bukti/alfa/sim/index.html")
    assert "2025-01 Advokasi 1 32 12 20 1" in plain(page)
    assert (room.output / "site/bukti/alfa/data/sim.csv").exists()
    assert 'href="../data/sim.csv"' in page
    assert 'href="sim/"' in room.page("site/bukti/alfa/index.html")
    assert (room.output / "site/salin-tabel.js").exists()
    assert not (room.output / "site/bukti/diam/sim").exists()
    assert not (room.output / "site/bukti/32.04/sim").exists()
