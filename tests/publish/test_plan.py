"""What moves, and in which order."""

import pytest

from pipeline.publish.manifest import UNKNOWN, Entry
from pipeline.publish.plan import FEW, plan, stage


def entries(**names: int) -> dict[str, Entry]:
    return {name: Entry(f"{number:032x}", 1) for name, number in names.items()}


def paths(found, act: str) -> list[str]:
    return [path for step in found.steps if step.act == act for path in step.paths]


def test_nothing_moves_where_nothing_changed():
    assert plan(entries(a=1), entries(a=1)).steps == ()


def test_what_is_new_or_other_is_sent_and_what_is_gone_is_deleted():
    found = plan(entries(a=1, b=1, c=1) | {"d": UNKNOWN, "e": UNKNOWN}, entries(a=1, b=2, d=1, f=1))
    assert paths(found, "put") == ["b", "d", "f"]
    assert paths(found, "delete") == ["c", "e"]
    assert (found.known, found.lost) == (3, ("c",))


@pytest.mark.parametrize(
    ("path", "when"),
    [
        ("style.css", "berkas"),
        ("cari.js", "berkas"),
        ("2026/11/panen/panen-0123456789-480.webp", "berkas"),
        ("2026/11/panen/bagikan/poster.pdf", "berkas"),
        ("2026/11/panen/index.html", "halaman"),
        ("2026/11/panen/bagikan/index.html", "halaman"),
        ("2026/11/index.html", "daftar"),
        ("index.html", "daftar"),
        ("perpustakaan/alfa/index.html", "daftar"),
        ("perpustakaan/alfa/feed.xml", "umpan"),
        ("sitemap.xml", "umpan"),
        ("cari/index.json", "umpan"),
    ],
)
def test_pictures_before_pages_before_lists_before_feeds(path, when):
    assert stage(path) == when


def test_steps_come_in_their_order():
    here = entries(**{"feed.xml": 1, "index.html": 1, "2026/11/a/index.html": 1, "a.webp": 1})
    assert [step.stage for step in plan(entries(z=1), here).steps] == ["berkas", "halaman", "daftar", "umpan", "hapus"]


def test_what_was_taken_down_goes_first_with_the_pictures_that_its_page_names():
    there = entries(**{"2026/11/a/index.html": 1, "2026/11/a/a.webp": 1, "2026/11/b/index.html": 1, "x.webp": 1})
    here = entries(**{"2026/11/a/index.html": 2, "2026/11/b/index.html": 2, "n/b-1.webp": 1, "n/c-1.webp": 1})
    found = plan(there, here, ["2026/11/a"], lambda _: b'<img src="../../n/b-1.webp">')
    assert [(step.stage, step.act, step.paths) for step in found.steps] == [
        ("tarik", "put", ("n/b-1.webp",)),
        ("tarik", "put", ("2026/11/a/index.html",)),
        ("tarik", "delete", ("2026/11/a/a.webp",)),
        ("berkas", "put", ("n/c-1.webp",)),
        ("halaman", "put", ("2026/11/b/index.html",)),
        ("hapus", "delete", ("x.webp",)),
    ]
    assert found.lost == ("x.webp",)
    assert paths(found.urgent, "put") == ["n/b-1.webp", "2026/11/a/index.html"]


def test_a_folder_is_no_beginning_of_a_name():
    there = entries(**{"2026/11/a-b/x.webp": 1})
    assert [step.stage for step in plan(there, {}, ["2026/11/a"]).steps] == ["hapus"]


def test_deletions_are_capped_and_what_was_taken_down_is_not():
    there = entries(**{f"2026/11/a/{number}.webp": 1 for number in range(2 * FEW)})
    assert plan(there, {}).too_many()
    assert not plan(there, {}).too_many(1.0)
    assert not plan(there, {}, ["2026/11/a"]).too_many()
    few = dict(list(there.items())[:FEW])
    assert not plan(few, {}).too_many()
    many = entries(**{f"{number}": 1 for number in range(1_000)})
    assert not plan(many, dict(list(many.items())[50:])).too_many()
    assert plan(many, dict(list(many.items())[51:])).too_many()
