"""The front page, numbers and what they mean, the map of tiles, activity, and photos beside stories in lists."""

import datetime as dt
import re

import pytest

from pipeline import regions
from pipeline.desks.site import provinces
from pipeline.desks.site.pages import MONTHS
from tests.pictures.conftest import scene

PHOTO = scene(900, 600).write_to_buffer(".jpg")
MAP = re.compile(r'<svg class="map".*?</svg>', re.DOTALL)


def numbers(text: str) -> list[tuple[str, str]]:
    """Return the pairs of number and name on a page."""
    return re.findall(r'<dt>([^<]+)</dt><dd class="number">([^<]+)</dd>', text)


def told(story, count: int, **more: str) -> dict[str, str]:
    """Return *count* stories of January 2025, a day apart."""
    return {
        f"content/stories/2025/01/kabar-{n}.md": story(f"Kabar {n}", day=f"2025-01-{n + 1:02}", **more)
        for n in range(count)
    }


def test_attendances_are_those_of_events_and_each_event_counts_once(newsroom, story):
    files = told(story, 4)
    counted = {"peserta": "{total: 20}", "kegiatan": "kebun"}
    files["content/stories/2025/01/satu.md"] = story("Satu", day="2025-01-10", **counted)
    files["content/stories/2025/01/dua.md"] = story("Dua", day="2025-01-11", **(counted | {"peserta": "{total: 25}"}))
    files["content/stories/2025/02/tiga.md"] = story(
        "Tiga", day="2025-02-11", peserta="{laki-laki: 7, perempuan: 1300}"
    )
    room = newsroom(files)
    room.build(only=("site",))
    home = room.page("site/index.html")
    assert numbers(home) == [("kabar terbit", "7"), ("kehadiran warga", "1.327")]
    assert "sejak Januari 2025" in home
    assert "dalam kegiatan yang mencatat pesertanya: 2." in home
    assert numbers(room.page("site/perpustakaan/alfa/index.html")) == numbers(home)
    assert numbers(room.page("site/wilayah/32.04/index.html")) == numbers(home)

    # The earliest story of the event goes: the next one says how many came.
    room.write({"content/stories/2025/01/satu.md": None})
    room.build(only=("site",))
    assert numbers(room.page("site/index.html")) == [("kabar terbit", "6"), ("kehadiran warga", "1.332")]


def test_samples_are_never_added_to_real_stories_and_few_stories_are_no_number(newsroom, story):
    room = newsroom(told(story, 3, peserta="{total: 10}"))
    room.write({f"content/stories/2025/03/contoh-{n}.md": story("C", contoh="ya", peserta="9") for n in range(4)})
    room.build(only=("site",))
    home = room.page("site/index.html")
    assert numbers(home) == [
        ("kabar terbit", "3"), ("kehadiran warga", "30"), ("kabar terbit", "4"), ("kehadiran warga", "36"),
    ]  # fmt: skip
    assert home.count("Dalam angka") == 2
    assert 'Dalam angka <span class="tag">Contoh</span>' in home

    room.write({"content/stories/2025/01/kabar-0.md": None})
    room.build(only=("site",))
    assert numbers(room.page("site/index.html")) == [("kabar terbit", "4"), ("kehadiran warga", "36")]


def test_one_story_leads_the_newest_with_a_photo_and_none_stands_twice(newsroom, story):
    files: dict[str, str | bytes] = told(story, 12)
    files["content/stories/2025/01/kabar-9.md"] = story("Kabar 9", day="2025-01-10", foto="[{berkas: a.jpg, izin: ya}]")
    files["content/stories/2025/01/a.jpg"] = PHOTO
    files["content/site.toml"] = 'nama = "Kabar"\n[meja]\ncards = false\n'
    room = newsroom(files)
    room.build(only=("site", "photos"))
    home = room.page("site/index.html")
    lead = home.partition('<article class="lead">')[2].partition("</article>")[0]
    assert 'href="./2025/01/kabar-9/"' in lead
    assert 'src="./2025/01/kabar-9/kabar-9-' in lead
    stories = re.findall(r'<h[234]><a href="\./(2025/[^"]+)/"', home)
    assert stories[:4] == ["2025/01/kabar-9", "2025/01/kabar-11", "2025/01/kabar-10", "2025/01/kabar-8"]
    assert len(stories) == len(set(stories)) == 8
    for name in set(re.findall(r'kabar-9/(kabar-9-[^" ]+)', home)):
        assert (room.output / "site/2025/01/kabar-9" / name).is_file()


def test_a_photo_leaves_every_list_when_its_consent_ends(newsroom, story):
    day = int(dt.datetime(2026, 11, 22, 1, tzinfo=dt.UTC).timestamp())
    kept = "{berkas: a.jpg, izin: {kanal: [web], sampai: 2026-11-22}}"
    files = {
        "content/stories/2025/01/satu.md": story("Satu", foto=f"[{kept}]", topik="[panen]"),
        "content/stories/2025/01/dua.md": story("Dua", foto="[{berkas: b.jpg, izin: {kanal: [sosial]}}]"),
        "content/stories/2025/01/tiga.md": story("Tiga", foto="[{berkas: b.jpg, izin: ya, ada_anak: ya}]"),
        "content/stories/2025/01/a.jpg": PHOTO,
        "content/stories/2025/01/b.jpg": scene(800, 600).write_to_buffer(".jpg"),
        "content/site.toml": 'nama = "Kabar"\n[meja]\ncards = false\n',
    }
    room = newsroom(files)
    room.build(now=day, only=("site", "photos"))
    lists = ["index.html", "2025/01/index.html", "topik/panen/index.html", "perpustakaan/alfa/index.html"]
    assert all("satu/satu-" in room.page(f"site/{page}") for page in lists)
    assert not any(f"{name}/{name}-" in room.page(f"site/{page}") for page in lists for name in ("dua", "tiga"))
    room.build(now=day + 86_400, only=("site", "photos"))
    assert not any("satu/satu-" in room.page(f"site/{page}") for page in lists)


def test_every_province_has_its_tile_and_no_two_share_one():
    assert sorted(square.code for square in provinces.SQUARES) == [region.code for region in regions.provinces()]
    assert len({(square.column, square.row) for square in provinces.SQUARES}) == 38
    assert [provinces.shade(count) for count in (0, 1, 2, 3, 9, 10, 29, 30, 500)] == [0, 1, 1, 2, 2, 3, 3, 4, 4]


def test_the_map_leads_to_provinces_that_have_a_page_and_says_how_many_stories(newsroom, story):
    room = newsroom(told(story, 2))
    room.build(only=("site",))
    for page, root in (("site/index.html", "./"), ("site/wilayah/index.html", "../")):
        (svg,) = MAP.findall(room.page(page))
        assert svg.count("<rect") == 38
        assert re.findall(r'<a href="([^"]+)" aria-label="([^"]+)"><rect class="([^"]+)"', svg) == [
            (f"{root}wilayah/32/", "Jabar, Jawa Barat: 2 kabar", "shade-1")
        ]


def test_a_region_shows_its_months_up_to_its_newest_story_and_no_further_back_than_two_years(newsroom, story):
    days = ["2022-05-01", "2024-11-03", "2025-01-05", "2025-01-06"]
    room = newsroom({f"content/stories/{day[:4]}/{day[5:7]}/k{day[-2:]}.md": story("K", day=day) for day in days})
    room.build(only=("site",))
    page = room.page("site/wilayah/32/index.html")
    figure = page.partition('<figure class="activity">')[2].partition("</figure>")[0]
    assert figure.count("<rect") == MONTHS
    assert figure.count('class="none"') == MONTHS - 2
    assert 'aria-label="November 2024: 1, Januari 2025: 2"' in figure
    assert "<span>Februari 2023</span>" in figure


@pytest.mark.parametrize("many", [60, 61])
def test_a_province_with_many_libraries_leaves_their_names_to_its_regencies(newsroom, many):
    profile = '---\nnama: Pustaka {n}\ntingkat: desa\nwilayah: "81.01.99.2{n:03}"\n---\n'
    room = newsroom({f"content/libraries/p{n}.md": profile.format(n=n) for n in range(many)})
    room.build(only=("site",))
    page = room.page("site/wilayah/81/index.html")
    assert (page.count('href="../../perpustakaan/p'), f">{many}</span>" in page) == (60 * (many == 60), True)
