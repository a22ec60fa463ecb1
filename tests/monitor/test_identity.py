import pytest

from pipeline.monitor.feed import Post
from pipeline.monitor.identity import Known, fresh, item
from pipeline.monitor.source import Source

NOW = 1_700_000_000
HOUR = 3600
NOTHING = Known((), (), ())
TITLE = "Perpustakaan Desa Sukabaca panen raya bersama warga"


def post(key, title="", url=None, published=None):
    return Post(
        key=key,
        title=title or f"Judul {key}",
        url=f"https://a.example/{key}" if url is None else url,
        published=published,
    )


def keys(posts, known=NOTHING):
    return [found.key for found, _page in fresh(posts, known, NOW)]


def test_the_oldest_is_first_and_nothing_is_twice():
    assert keys([post("c"), post("b"), post("a")]) == ["a", "b", "c"]
    assert keys([post("a"), post("a"), post("b")]) == ["b", "a"]


def test_by_the_feeds_own_key():
    assert keys([post("a", url="https://a.example/baru"), post("b")], Known({"a"}, (), ())) == ["b"]


def test_by_the_page():
    known = Known((), {"https://a.example/Kabar/1"}, ())
    assert keys(
        [post("x", url="http://www.A.example/Kabar/1/?utm_source=rss#top"), post("y", url="https://a.example/kabar/1")],
        known,
    ) == ["y"]


def test_a_page_that_says_nothing_is_no_identity():
    front = "https://a.example/"
    assert keys([post("x", url=front)], Known((), {"https://a.example"}, ())) == ["x"]
    same = "https://a.example/berita"
    assert keys([post("x", url=same), post("y", url=same)], Known((), {same}, ())) == ["y", "x"]
    assert keys([post("x", url=""), post("y", url="")]) == ["y", "x"]


@pytest.mark.parametrize(
    ("title", "when", "again"),
    [
        (TITLE, NOW, True),
        (TITLE.upper(), NOW - 47 * HOUR, True),
        (TITLE + "!", NOW, True),
        (TITLE, NOW - 49 * HOUR, False),
        (TITLE.replace("panen raya", "rapat desa"), NOW, False),
        ("Judul lain sama sekali", NOW, False),
    ],
)
def test_by_a_title_that_came_before(title, when, again):
    known = Known((), (), [(TITLE, NOW)])
    assert keys([post("x", title, published=when)], known) == ([] if again else ["x"])


def test_titles_that_differ_in_a_number_are_two():
    known = Known((), (), [("Harga cabai di pasar desa hari ini 21 November", NOW)])
    assert keys([post("x", "Harga cabai di pasar desa hari ini 22 November")], known) == ["x"]


def test_short_titles_say_nothing():
    assert keys([post("x", "Foto hari ini")], Known((), (), [("Foto hari ini", NOW)])) == ["x"]


def test_within_one_answer_too():
    assert keys([post("b", TITLE), post("a", TITLE)]) == ["a"]


@pytest.mark.parametrize(
    ("title", "named", "search", "shown", "outlet"),
    [
        ("Desa ramai - Koran Pagi", "", True, "Desa ramai", "Koran Pagi"),
        ("Desa ramai - Koran Pagi", "Koran Pagi", True, "Desa ramai", "Koran Pagi"),
        ("Desa - kota ramai - Koran Pagi", "", True, "Desa - kota ramai", "Koran Pagi"),
        ("Desa ramai", "Koran Pagi", True, "Desa ramai", "Koran Pagi"),
        ("Desa ramai", "", True, "Desa ramai", "Cari"),
        ("Desa ramai - Koran Pagi", "Kantor Berita", True, "Desa ramai - Koran Pagi", "Kantor Berita"),
        ("Desa ramai - Koran Pagi", "Koran Pagi", False, "Desa ramai - Koran Pagi", "Cari"),
        ("Desa - " + "x" * 80, "", True, "Desa - " + "x" * 80, "Cari"),
    ],
)
def test_who_printed_it(title, named, search, shown, outlet):
    source = Source("Cari", "https://cari.example/", "nasional", search=search)
    found = item(Post(key="k", title=title, url="https://a.example/1", outlet=named), source, NOW)
    assert (found.title, found.outlet, found.source, found.reach, found.seen) == (
        shown,
        outlet,
        "Cari",
        "nasional",
        NOW,
    )
