"""How much hangs on one story among 2,000: counts of planned and made files, which are the same on every machine."""

import datetime as dt

import pytest

from pipeline.platforms.limits import LIMITS
from tests.conftest import BASE

BOUND = 80
"""One story plans at most so many files of site, posts and kit."""

POSTS = len(LIMITS) + 1
"""Files of one story's posts: a text for each platform, and the sheet."""

KIT = 2
"""Files of one story's share kit: the page and the ZIP."""


@pytest.fixture(scope="module")
def room(make_room, story, tmp_path_factory):
    """2,000 stories of 40 libraries in 4 regencies over 20 months."""
    # Other desks have bounds of their own: tests/search/test_desk.py, tests/calendar/test_desk.py,
    # tests/evidence/test_pages.py, tests/advocacy/test_desk.py.
    off = "search = false\ncalendar = false"
    settings = BASE["content/site.toml"].replace("kit = false", off)
    files = {"content/site.toml": settings}
    for n in range(40):
        region = ("32.04", "33.10", "73.05", "81.01")[n % 4]
        profile = f'---\nnama: Pustaka {n}\ntingkat: desa\nwilayah: "{region}.99.2{n:03}"\n---\n'
        files[f"content/libraries/pustaka-{n}.md"] = profile
    for n in range(2_000):
        day = dt.date(2025, 1, 1) + dt.timedelta(days=n * 600 // 2_000)
        files[f"content/stories/{day:%Y/%m}/kabar-{n}.md"] = one(story, n, day)
    room = make_room(tmp_path_factory.mktemp("banyak"), files)
    room.build(jobs=2)
    return room


def one(story, n: int, day: dt.date, **more: str) -> str:
    strategy = ("advokasi", "publikasi", "pelibatan-masyarakat", "layanan-informasi")[n % 4]
    topics = ", ".join(f"topik-{(n + k) % 12}" for k in range(1 + n % 5))
    values = {"day": day.isoformat(), "library": f"pustaka-{n % 40}", "strategi": strategy, "topik": f"[{topics}]"}
    return story(f"Kabar nomor {n}", **(values | more))


def test_nothing_changed_plans_nothing(room):
    report = room.build()
    assert (report.planned, report.made, report.removed) == (0, 0, 0)


@pytest.mark.parametrize("n", [3, 1_004, 1_999])
def test_a_retitled_story_plans_few_and_makes_what_shows_its_title(room, story, n):
    path = next(path for path in (room.root / "content/stories").rglob(f"kabar-{n}.md"))
    text = path.read_text("utf-8")
    path.write_text(text.replace(f"judul: Kabar nomor {n}", "judul: Judul yang lain"), "utf-8")
    report = room.build()
    assert 0 < report.made <= report.planned <= BOUND
    path.write_text(text, "utf-8")
    assert room.build().made == report.made


@pytest.mark.parametrize("day", [dt.date(2025, 6, 15), dt.date(2026, 11, 20)])
def test_a_story_that_comes_and_goes_plans_few(room, story, day):
    path = room.root / f"content/stories/{day:%Y/%m}/kabar-baru.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(one(story, 2_004, day), "utf-8")
    report = room.build()
    assert 20 < report.made <= report.planned <= BOUND
    assert report.stories == 2_001
    path.unlink()
    report = room.build()
    assert report.planned <= BOUND
    assert (report.stories, report.removed >= 9) == (2_000, True)


def test_a_changed_body_alone_makes_its_page_its_posts_its_kit_and_the_feeds_that_carry_it(room):
    path = next(path for path in (room.root / "content/stories").rglob("kabar-10.md"))
    path.write_text(path.read_text("utf-8").replace("Isi kabar.", "Isi yang lain."), "utf-8")
    report = room.build()
    assert report.planned <= BOUND
    assert report.made <= POSTS + 3 + KIT  # the page, and the two feeds that carry it whole


def test_a_renamed_library_plans_no_more_than_its_fifty_stories_touch(room):
    path = room.root / "content/libraries/pustaka-7.md"
    text = path.read_text("utf-8")
    path.write_text(text.replace("nama: Pustaka 7", "nama: Taman Baca 7"), "utf-8")
    report = room.build()
    assert report.planned <= (12 + POSTS + KIT) * 50
    assert 100 < report.made < (POSTS + 2 + KIT) * 50
    assert "Taman Baca 7" in room.page("site/perpustakaan/pustaka-7/index.html")
    path.write_text(text, "utf-8")
    assert room.build().made == report.made
