import sqlite3

import pytest

from pipeline.errors import WartaError
from pipeline.monitor import memory
from pipeline.monitor.item import Item


def item(number, seen=1000, feed="a"):
    return Item(source=feed, key=f"k{number}", title=f"Judul {number}", url=f"https://a.example/{number}", seen=seen)


@pytest.fixture
def db(tmp_path):
    found = memory.open(tmp_path)
    yield found
    found.close()


def test_items_come_back_in_the_order_in_which_they_came(db):
    items = [item(number) for number in range(5)]
    numbers = memory.add(db, "a", [(one, one.url) for one in items])
    assert list(memory.since(db)) == list(zip(numbers, items, strict=True))
    assert [found for _number, found in memory.since(db, numbers[2])] == items[3:]
    assert memory.last(db) == numbers[-1]


def test_old_items_go_and_their_numbers_never_come_again(db, monkeypatch):
    now = 1000 + memory.DAYS * 86_400
    memory.add(db, "a", [(item(1, 999), "1"), (item(2, 1000), "2")])
    memory.forget(db, now)
    assert [found.key for _number, found in memory.since(db)] == ["k2"]
    monkeypatch.setattr(memory, "MOST", 2)
    memory.add(db, "a", [(item(number, now), f"{number}") for number in range(3, 6)])
    memory.forget(db, now)
    assert [found.key for _number, found in memory.since(db)] == ["k4", "k5"]
    memory.forget(db, now * 2)
    assert memory.add(db, "a", [(item(9, now), "9")]) == [6]


def test_half_of_a_transaction_is_nothing(db):
    def work():
        with memory.transaction(db):
            memory.add(db, "a", [(item(1), "1")])
            raise KeyError

    with pytest.raises(KeyError):
        work()
    assert memory.last(db) == 0


def test_steps_are_taken_once_each(tmp_path, monkeypatch):
    memory.open(tmp_path).close()
    monkeypatch.setattr(
        memory, "MIGRATIONS", (*memory.MIGRATIONS, "CREATE TABLE baru (a); INSERT INTO baru VALUES (1)")
    )
    for _each in range(2):
        with memory.open(tmp_path) as db:
            assert db.execute("SELECT count(*) FROM baru").fetchone() == (1,)
        db.close()


def test_a_step_that_fails_leaves_the_file_as_it_was(tmp_path, monkeypatch):
    memory.open(tmp_path).close()
    monkeypatch.setattr(memory, "MIGRATIONS", (*memory.MIGRATIONS, "CREATE TABLE baru (a); salah"))
    with pytest.raises(WartaError):
        memory.open(tmp_path)
    db = sqlite3.connect(tmp_path / memory.PATH)
    assert db.execute("SELECT count(*) FROM sqlite_master WHERE name = 'baru'").fetchone() == (0,)
    db.close()


def test_a_file_of_a_newer_warta_and_a_damaged_one_are_left_alone(tmp_path):
    path = tmp_path / memory.PATH
    db = memory.open(tmp_path)
    db.execute("PRAGMA user_version = 99")
    db.close()
    with pytest.raises(WartaError, match="lebih baru"):
        memory.open(tmp_path)
    path.write_bytes(b"bukan basis data" * 1000)
    with pytest.raises(WartaError, match="rusak"):
        memory.open(tmp_path)
    assert path.read_bytes() == b"bukan basis data" * 1000
