"""Finds: kept and rejected for good, offered anew until then, named by their events."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from sqlite3 import Connection

import msgspec
import pytest

from pipeline.errors import UsageError
from pipeline.monitor import finds, memory
from pipeline.monitor.item import Item
from pipeline.monitor.match import Match, Reason, Target

WHY = (Reason(rule="nama", words="Perpusdes Sukamaju", weight=0.55, at=0),)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Connection]:
    """A memory of its own."""
    with closing(memory.open(tmp_path)) as found:
        yield found


def _item(key: str = "1", title: str = "Perpusdes Sukamaju Ramai", when: int = 1_790_000_000) -> Item:
    return Item(source="Koran", key=key, title=title, url=f"https://koran.example/{key}", seen=when, outlet="Koran")


def _match(score: float = 0.8, *stories: str) -> Match:
    targets = [Target(kind="berita", name=name, score=score, why=WHY) for name in stories]
    return Match(score=score, targets=(*targets, Target(kind="perpustakaan", name="sukamaju", score=score, why=WHY)))


def test_a_find_is_kept_as_it_was_found(db: Connection) -> None:
    """Item, match and page come back as they went in."""
    number = finds.offer(db, "u", _item(), "https://koran.example/1", _match())

    assert number is not None
    found = finds.one(db, number)
    assert (found.item, found.match, found.page, found.state) == (
        _item(), _match(), "https://koran.example/1", "baru",
    )  # fmt: skip
    assert finds.counts(db) == {"baru": 1, "simpan": 0, "tolak": 0}


def test_what_matches_nothing_is_no_find(db: Connection) -> None:
    """Nothing is kept of other news."""
    assert finds.offer(db, "u", _item(), "", None) is None
    assert finds.counts(db)["baru"] == 0


def test_a_rejected_find_never_comes_back(db: Connection) -> None:
    """Neither matched again, nor under another key or feed of the same page."""
    number = finds.offer(db, "u", _item(), "https://koran.example/1", _match())
    assert number is not None
    finds.reject(db, number, "desa lain", 5)

    assert finds.offer(db, "u", _item(), "https://koran.example/1", _match(0.9)) is None
    assert finds.offer(db, "v", _item("x"), "https://koran.example/1", _match(0.9)) is None
    assert finds.counts(db) == {"baru": 0, "simpan": 0, "tolak": 1}
    assert (finds.one(db, number).reason, finds.one(db, number).decided) == ("desa lain", 5)


def test_pages_that_are_not_known_are_not_one_page(db: Connection) -> None:
    """Items without an address are known by their keys alone."""
    first = finds.offer(db, "u", _item("1"), "", _match())
    assert first is not None
    finds.reject(db, first, "", 5)

    assert finds.offer(db, "u", _item("2"), "", _match()) is not None


def test_a_find_that_waits_is_told_anew_or_dropped(db: Connection) -> None:
    """When names change, who was not looked at yet follows; what was decided stays."""
    one, two = (finds.offer(db, "u", _item(key), "", _match()) for key in "12")
    assert one is not None
    assert two is not None
    finds.confirm(db, msgspec.structs.replace(finds.one(db, two), tone="netral"), "content/kliping/a.md", 7)

    assert finds.offer(db, "u", _item("1"), "", _match(0.95)) is None
    assert finds.one(db, one).match.score == 0.95
    finds.offer(db, "u", _item("1"), "", None)
    finds.offer(db, "u", _item("2"), "", None)
    with pytest.raises(UsageError):
        finds.one(db, one)
    kept = finds.one(db, two)
    assert (kept.state, kept.tone, kept.clipping, kept.decided) == ("simpan", "netral", "content/kliping/a.md", 7)


def test_the_surest_come_first(db: Connection) -> None:
    """Then in the order in which they came."""
    for key, score in (("1", 0.7), ("2", 0.9), ("3", 0.7)):
        finds.offer(db, "u", _item(key), "", _match(score))

    assert [find.item.key for find in finds.each(db, "baru")] == ["2", "1", "3"]


def test_finds_of_one_story_are_one_event_and_follow_its_clipping(db: Connection) -> None:
    """A clipping keeps the name of its event, and what comes later takes it."""
    for key, title in (("1", "Agar Tak Tertipu"), ("2", "Kakek Nenek Berlatih")):
        finds.offer(db, "u", _item(key, title), "", _match(0.8, "2026/11/lansia"))
    finds.offer(db, "u", _item("3", "Lain Sama Sekali"), "", _match(0.8))
    finds.arrange(db)

    first, second, third = sorted(finds.each(db, "baru"), key=lambda find: find.number)
    assert first.event == second.event == "agar-tak-tertipu-2026-09-21"
    assert third.event == "lain-sama-sekali-2026-09-21"
    finds.confirm(db, msgspec.structs.replace(second, event="lansia"), "content/kliping/a.md", 7)
    finds.arrange(db)
    assert finds.one(db, first.number).event == "lansia"


def test_a_find_outlives_its_item(db: Connection) -> None:
    """Items are forgotten after half a year, what an editor said is not."""
    with memory.transaction(db):
        memory.add(db, "u", [(_item(), "")])
    number = finds.offer(db, "u", _item(), "", _match())
    assert number is not None
    finds.reject(db, number, "", 5)
    with memory.transaction(db):
        memory.forget(db, _item().seen + 400 * 86_400)

    assert list(memory.since(db)) == []
    assert finds.one(db, number).state == "tolak"


def test_notes_are_written_over(db: Connection) -> None:
    """A note says what was noted last."""
    assert finds.noted(db, "a") == ""
    finds.note(db, [("a", "1"), ("b", "2")])
    finds.note(db, [("a", "3")])

    assert (finds.noted(db, "a"), finds.noted(db, "b")) == ("3", "2")
