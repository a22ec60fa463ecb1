"""Events: one wire story in five outlets is one, whatever the order; other things of one day are not."""

import itertools
import random

import pytest

from bench.matching import HALVES, Labelled, headlines, newsroom
from pipeline.monitor.event import WINDOW, Print, events
from pipeline.monitor.matching import Index

DAY = 86_400
START = 1_790_000_000

WIRE = (
    "Perpustakaan Cahaya Ilmu Karangsari Raih Juara Dua Lomba Perpustakaan Desa",
    "Cahaya Ilmu Karangsari Juara Dua Lomba Perpustakaan Desa Tingkat Provinsi",
    "RAIH JUARA DUA, PERPUSTAKAAN CAHAYA ILMU KARANGSARI DAPAT HADIAH KOMPUTER",
    "Lomba Perpustakaan Desa: Cahaya Ilmu Karangsari Juara Dua",
    "Membanggakan, Perpustakaan Cahaya Ilmu Karangsari Raih Juara Dua",
)


def _prints(*titles: str, apart: int = 3_600) -> list[Print]:
    return [Print(key=at, title=title, when=START + at * apart) for at, title in enumerate(titles)]


def test_one_wire_story_in_five_outlets_is_one_event_of_five() -> None:
    """Changed titles, other order, capitals: five clippings, one event, named by the first."""
    named = events(_prints(*WIRE))

    assert len(named) == 5
    assert set(named.values()) == {"perpustakaan-cahaya-ilmu-karangsari-raih-juara-dua-lomba-2026-09-21"}


def test_the_order_in_which_they_came_makes_no_difference() -> None:
    """Every order of five gives the same names."""
    prints = _prints(*WIRE)
    expected = events(prints)

    for order in itertools.permutations(prints):
        assert events(order) == expected


def test_two_days_are_one_event_and_three_are_two() -> None:
    """The window is two days, to the second."""
    title = WIRE[0]

    def count(apart: int) -> int:
        return len(set(events(_prints(title, title, apart=apart)).values()))

    assert count(WINDOW) == 1
    assert count(WINDOW + 1) == 2
    assert count(3 * DAY) == 2


def test_one_page_is_one_event_however_late() -> None:
    """The same page under another title after a week."""
    page = "https://kabar.example/a"
    prints = [Print(1, "Judul lama", START, page), Print(2, "Sama sekali lain", START + 7 * DAY, page)]

    assert len(set(events(prints).values())) == 1


def test_one_story_of_ours_within_two_days_is_one_event() -> None:
    """Titles that share nothing, of one story that we told."""
    prints = [
        Print(1, "Agar Tak Tertipu Lagi", START, stories=("2026/11/lansia-ponsel",)),
        Print(2, "Puluhan Kakek Nenek Berlatih", START + DAY, stories=("2026/11/lansia-ponsel",)),
        Print(3, "Puluhan Kakek Nenek Menari", START + DAY, stories=("2026/11/lain",)),
    ]

    named = events(prints)
    assert named[1] == named[2] != named[3]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Harga Gabah di Garut Naik 5 Persen", "Harga Gabah di Garut Naik 8 Persen"),
        ("Perpustakaan Desa Dibuka", "Perpustakaan Desa Ditutup"),
        ("Lomba Bertutur Tingkat Kabupaten Bandung", "Lomba Mewarnai Tingkat Kabupaten Bandung"),
    ],
)
def test_near_titles_that_tell_other_things_are_two_events(one: str, other: str) -> None:
    """Numerals differ, or titles say too little."""
    assert len(set(events(_prints(one, other)).values())) == 2


def test_the_name_of_a_clipping_stays() -> None:
    """Who comes later, or is older, takes the name that a clipping has already."""
    prints = [
        *_prints(*WIRE[:3]),
        Print(9, WIRE[4], START - DAY),
        Print(key=7, title=WIRE[3], when=START + 7_200, event="juara-dua"),
    ]

    assert set(events(prints).values()) == {"juara-dua"}


@pytest.mark.parametrize("title", ["", "…", "!!!", "A", "x" * 500])
def test_any_title_has_an_event(title: str) -> None:
    """A name comes out, and it is one that a clipping can hold."""
    (name,) = events([Print(1, title, START)]).values()

    assert name
    assert name == name.strip("-")


def _when(one: Labelled) -> int:
    assert one.item.published is not None
    return one.item.published


@pytest.mark.parametrize("half", HALVES)
def test_labelled_headlines_hang_together_by_their_stories_only(half: str) -> None:
    """Of the headlines that are finds, only those that are labelled with one story are one event."""
    index = Index(newsroom())
    found = [(one, index.match(one.item)) for one in headlines(half)]
    prints = [
        Print(at, one.item.title, _when(one), stories=match.stories)
        for at, (one, match) in enumerate(found) if match is not None
    ]  # fmt: skip
    random.Random(1).shuffle(prints)
    named = events(prints)

    wire = [at for at, (one, _match) in enumerate(found) if at in named and _of_wire(one)]
    assert len(wire) == 5
    assert len({named[at] for at in wire}) == 1
    assert list(named.values()).count(named[wire[0]]) == 5


def _of_wire(one: Labelled) -> bool:
    return bool(one.speaks & {("berita", "2026/10/juara-dua"), ("berita", "2026/11/lansia-ponsel")}) and (
        "Pengasih Tak Lagi" not in one.item.title
    )
