"""Facts in a real newsroom: which areas there are, what each adds up to, and what time and status hold back."""

import sqlite3

import pytest

from pipeline.archive.store import Store
from pipeline.archive.visible import Visible
from pipeline.evidence.area import areas, of_event
from pipeline.evidence.evidence import MOST, known
from pipeline.evidence.sums import Sums

LIBRARY = "---\nnama: Perpustakaan {0}\ntingkat: {1}\nwilayah: {2}\n---\n"
NOW = 1_790_000_000


@pytest.fixture
def visible(newsroom):
    """Return what the web sees of a newsroom that holds *files*, at *now*."""

    def open_(files, now=NOW):
        room = newsroom(files)
        room.build(only=("site",), now=now)
        db = sqlite3.connect(f"file:{room.root}/.warta/cache/newsroom.sqlite?mode=ro", uri=True)
        return Visible(Store(db), "web", now)

    return open_


def profiles():
    rows = {"beta": "kabupaten|32.04", "pusat": "nasional|", "sunyi": "desa|73.71.01.2001"}
    return {f"content/libraries/{slug}.md": LIBRARY.format(slug, *row.split("|")) for slug, row in rows.items()}


def test_areas_have_a_library_or_a_story(visible, story):
    files = {**profiles(), "content/stories/2025/01/jauh.md": story("Jauh", library="pusat", wilayah="91.71")}
    found = areas(visible(files))
    assert [area.key for area in found][:1] == ["semua"]
    assert {"32", "32.04", "73", "73.71", "91", "91.71", "beta", "pusat", "sunyi"} <= {area.key for area in found}
    assert {area.key: area.above for area in found}["sunyi"] == ("73.71", "73", "semua")


def test_stories_count_where_they_stand_and_when_they_may_be_seen(visible, story):
    files = profiles() | {
        "content/stories/2025/01/satu.md": story("Satu", library="beta", peserta="{laki-laki: 6, perempuan: 14}"),
        "content/stories/2025/01/dua.md": story("Dua", library="beta", wilayah="73.71", peserta="40"),
        "content/stories/2025/01/draf.md": story("Draf", library="beta", peserta="500", status="draf"),
        "content/stories/2025/01/nanti.md": story("Nanti", library="beta", peserta="500", embargo="2099-01-01"),
        "content/stories/2025/01/en.md": story(
            "One", library="beta", peserta="500", bahasa="en", terjemahan="2025/01/satu"
        ),
        "content/stories/2025/01/undangan.md": story("Undangan", library="beta", peserta="500", jenis="pengumuman"),
    }  # fmt: skip
    seen = visible(files)
    sums = {area.key: known(seen, area).evidence[0].sums for area in areas(seen)}
    assert sums["beta"] == Sums(
        stories=3, events=2, counted=2, came=60, men=6, men_in=1, women=14, women_in=1, split=20, split_women=14
    )
    assert sums["32.04"] == Sums(
        stories=2, events=1, counted=1, came=20, men=6, men_in=1, women=14, women_in=1, split=20, split_women=14
    )
    assert sums["73"] == sums["73.71"] == Sums(stories=1, events=1, counted=1, came=40)
    assert sums["semua"] == sums["beta"]
    assert sums["sunyi"] == Sums()
    assert known(seen, areas(seen)[0]).evidence[1].sums == Sums()


def test_an_area_is_added_up_once_for_all_who_look_through_any_channel(visible):
    seen = visible(profiles())
    first, *others = areas(seen)
    found = known(seen, first)
    assert known(seen.through("cetak"), first) is found
    for number in range(MOST):
        known(seen, others[0]._replace(key=f"tempat-{number}"))
    assert len(seen.shared) == MOST  # what nobody asked for lately is not kept
    assert known(seen, first) is not found


def test_an_event_is_told_in_several_areas_and_counts_in_one(visible, story):
    event = {"kegiatan": "beta/pameran"}
    files = profiles() | {
        "content/stories/2025/01/a.md": story("A", day="2025-01-09", library="beta", peserta="30", **event),
        "content/stories/2025/01/b.md": story("B", day="2025-01-07", library="sunyi", peserta="20", **event),
        "content/stories/2025/01/c.md": story("C", day="2025-01-05", library="pusat", **event),
    }
    seen = visible(files)
    sums = {area.key: known(seen, area).evidence[0].sums for area in areas(seen)}
    assert sums["semua"] == Sums(stories=3, events=1, counted=1, came=20)
    assert sums["sunyi"].came == 20
    assert sums["beta"] == sums["pusat"] == Sums(stories=1)
    assert of_event(seen, "beta/pameran") == {"beta", "sunyi", "pusat", "32.04", "32", "73.71", "73", "semua"}
