"""Some desks only, drafts, and the clock: whatever way one came, the output is that of a clean build."""

import datetime as dt
import shutil
from typing import Any

import pytest

from tests.conftest import BASE

A, B = "content/stories/2026/11/satu.md", "content/stories/2026/11/dua.md"


def _at(text: str) -> int:
    return int(dt.datetime.fromisoformat(text + "+07:00").timestamp())


@pytest.fixture
def room(newsroom, story) -> Any:
    return newsroom({
        A: story("Satu", day="2026-11-02", topik="[panen]"),
        B: story("Dua", day="2026-11-03", terbit_pada="2026-11-03 09.00 WIB"),
    })  # fmt: skip


def _social(room: Any) -> dict[str, bytes]:
    return {path: data for path, data in room.tree().items() if path.startswith("social/")}


def _site(room: Any) -> dict[str, bytes]:
    return {path: data for path, data in room.tree().items() if path.startswith("site/")}


# -- some desks only -------------------------------------------------------------------------------------------------


def test_one_desk_keeps_the_others_as_they_are_and_they_catch_up(room, story, difference):
    room.build()
    posts = _social(room)
    room.write({A: story("Judul lain", day="2026-11-02"), B: None})
    room.build(only=("site",))
    assert "Judul lain" in room.page("site/index.html")
    assert _social(room) == posts
    room.write({"content/stories/2026/11/tiga.md": story("Tiga", day="2026-11-04")})
    room.build(only=("site",))
    assert _social(room) == posts
    report = room.build()
    assert difference(room.tree(), room.clean()) == ""
    assert report.removed > 0
    assert room.build().made == 0


def test_what_waits_for_a_desk_is_done_when_that_desk_is_named(room, story, difference):
    room.build()
    room.write({A: story("Judul lain", day="2026-11-02")})
    room.build(only=("site",))
    room.build(only=("social",))
    room.build(only=("search",))
    room.build(only=("calendar",))
    assert difference(room.tree(), room.clean()) == ""


def test_a_first_build_of_one_desk_makes_nothing_of_the_others(room, difference):
    room.build(only=("site",))
    assert _social(room) == {}
    room.build()
    assert difference(room.tree(), room.clean()) == ""


def test_a_change_of_everything_waits_for_the_other_desks_too(room, difference):
    room.build()
    posts = _social(room)
    room.write({"content/site.toml": f'{BASE["content/site.toml"]}[sosial]\ntagar = ["AyoBaca"]\n'})
    room.build(only=("site",))
    assert _social(room) == posts
    room.build()
    assert _social(room) != posts
    assert difference(room.tree(), room.clean()) == ""


def test_when_the_clock_passes_for_one_desk_the_others_catch_up_later(room, story, difference):
    room.write({A: story("Satu", day="2026-11-02", embargo="2026-11-22 12.00 WIB")})
    room.build(now=_at("2026-11-22T08:00"))
    room.build(only=("site",), now=_at("2026-11-22T13:00"))
    assert (room.output / "site/2026/11/satu/index.html").exists()
    assert not (room.output / "social/2026/11/satu").exists()
    room.build(now=_at("2026-11-22T13:00"))
    assert difference(room.tree(), room.clean(now=_at("2026-11-22T13:00"))) == ""
    assert (room.output / "social/2026/11/satu").exists()


def test_one_desk_built_after_the_state_was_lost_puts_nothing_of_the_others_aside(room, difference):
    room.build()
    before = room.tree()
    shutil.rmtree(room.root / ".warta" / "cache")
    room.write({"output/milik.txt": "milik orang"})
    assert room.build(only=("site",)).aside == 0
    assert difference({k: v for k, v in room.tree().items() if k != "milik.txt"}, before) == ""
    assert room.build().aside == 1
    assert difference(room.tree(), before) == ""


def test_a_desk_that_is_switched_off_loses_its_outputs_and_gets_them_back(room, difference):
    room.build()
    before = room.tree()
    toml = BASE["content/site.toml"]
    room.write({"content/site.toml": f"{toml}social = false\n"})
    room.build(only=("site",))
    assert _social(room) != {}
    room.build()
    assert _social(room) == {}
    room.write({"content/site.toml": toml})
    room.build()
    assert difference(room.tree(), before) == ""


# -- drafts ----------------------------------------------------------------------------------------------------------


def test_a_preview_shows_drafts_and_never_touches_output(room, story, difference):
    from pipeline.production.newsroom import Newsroom

    room.write({A: story("Satu", day="2026-11-02", status="draf")})
    room.build()
    before = {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in room.output.rglob("*")}
    tree = room.tree()
    room.write({B: story("Dua yang lain", day="2026-11-03", embargo="2030-01-01")})
    room.build(preview=True)
    assert {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in room.output.rglob("*")} == before
    preview = Newsroom(room.root, preview=True).output
    assert "Dua yang lain" in (preview / "site/2026/11/dua/index.html").read_text("utf-8")
    assert (preview / "site/2026/11/satu/index.html").exists()
    assert difference(room.tree(), tree) == ""
    room.build()
    assert difference(room.tree(), room.clean()) == ""


def test_a_preview_without_any_build_makes_no_output(room):
    room.build(preview=True)
    assert not room.output.exists()


# -- the clock -------------------------------------------------------------------------------------------------------

PUBLIC, OPENS = "2026-11-20T10:00", "2026-11-22T12:00"


def _times(room: Any, difference: Any, *instants: str) -> list[Any]:
    """Build at each instant; every time the output must be the clean build's."""
    reports = []
    for instant in instants:
        reports.append(room.build(now=_at(instant)))
        assert difference(room.tree(), room.clean(now=_at(instant))) == "", instant
    return reports


def test_a_story_appears_when_its_embargo_ends_and_disappears_when_the_clock_goes_back(room, story, difference):
    room.write({A: story("Satu", day="2026-11-20", terbit_pada="2026-11-20 10.00 WIB", embargo="2026-11-22 12.00 WIB")})
    page = room.output / "site/2026/11/satu/index.html"
    reports = _times(room, difference, "2026-11-22T11:59", "2026-11-22T12:00")
    assert [report.held for report in reports] == [1, 0]
    assert reports[0].next_due == _at(OPENS)
    assert page.exists()
    assert (room.output / "social/2026/11/satu/x.txt").exists()
    _times(room, difference, "2026-11-22T11:59")
    assert not page.exists()
    assert not (room.output / "social/2026/11/satu").exists()
    _times(room, difference, "2026-11-19T00:00", "2026-11-30T00:00")
    assert page.exists()


def test_a_story_leaves_the_news_sitemap_after_48_hours_to_the_second(room, story, difference):
    room.write({A: story("Satu", day="2026-11-20", terbit_pada="2026-11-20 10.00 WIB")})
    news = "site/news-sitemap.xml"
    (first,) = _times(room, difference, "2026-11-20T10:00")
    assert "2026/11/satu" in room.page(news)
    assert first.next_due == _at("2026-11-22T10:00")
    _times(room, difference, "2026-11-22T09:59:59")
    assert "2026/11/satu" in room.page(news)
    (report,) = _times(room, difference, "2026-11-22T10:00:00")
    assert "2026/11/satu" not in room.page(news)
    assert report.made == 1
    _times(room, difference, "2026-11-22T09:59:59")
    assert "2026/11/satu" in room.page(news)


@pytest.mark.parametrize(
    ("consent", "last", "first_without"),
    [
        ("{sampai: 2026-11-23}", "2026-11-23T23:59:59", "2026-11-24T00:00"),
        ("{dicabut: 2026-11-23}", "2026-11-22T23:59:59", "2026-11-23T00:00"),
    ],
)
def test_a_quote_goes_when_its_consent_ends_and_only_one_that_was_not_taken_back_returns_with_the_clock(
    room, story, difference, consent, last, first_without
):
    quote = f"[{{teks: Saya senang sekali membaca., nama: Ibu S., izin: {consent}}}]"
    room.write({A: story("Satu", day="2026-11-02", kutipan=quote), B: None})
    page, post = "site/2026/11/satu/index.html", "social/2026/11/satu/posts.json"
    (report, *_) = _times(room, difference, "2026-11-22T08:00", last)
    assert report.next_due == _at(first_without)
    assert "senang sekali" in room.page(page)
    _times(room, difference, first_without)
    assert "senang sekali" not in room.page(page)
    assert "senang sekali" not in room.page(post)
    _times(room, difference, last)
    assert ("senang sekali" in room.page(page)) == ("sampai" in consent)


def test_next_due_is_the_earliest_instant_after_now_and_nothing_when_all_is_past(room, story):
    room.write({
        A: story("Satu", day="2026-11-20", terbit_pada="2026-11-25 10.00 WIB"),
        B: story("Dua", day="2026-11-20", terbit_pada="2026-11-24 10.00 WIB", embargo="2026-11-26 10.00 WIB"),
    })  # fmt: skip
    due = [_at("2026-11-25T10:00"), _at("2026-11-26T10:00"), _at("2026-11-26T10:00"), _at("2026-11-27T10:00"), None]
    at = ["2026-11-22T00:00", "2026-11-25T10:00", "2026-11-26T09:59:59", "2026-11-26T10:00", "2026-11-27T10:00"]
    assert [room.build(now=_at(instant)).next_due for instant in at] == due


def test_a_build_at_the_same_instant_makes_nothing(room):
    room.build()
    report = room.build()
    assert (report.made, report.removed, report.kept) == (0, 0, report.planned)
