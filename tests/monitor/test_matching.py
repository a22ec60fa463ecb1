"""Matching: both halves of the labelled headlines, why, order, and that it does not walk over all it knows."""

import random
import sys
from datetime import UTC, date, datetime
from typing import Any

import pytest

from bench.matching import HALVES, figures, headlines, many, news, newsroom
from pipeline.monitor.folding import stem
from pipeline.monitor.item import Item
from pipeline.monitor.matching import Index
from pipeline.monitor.names import LibraryName, Newsroom, Outlet, StoryName

INDEX = Index(newsroom())


@pytest.mark.parametrize("half", HALVES)
def test_both_halves_come_out_well(half: str) -> None:
    """Of 80 headlines each, at least nine in ten finds are right, and at least eight in ten are found."""
    counted = figures(INDEX, headlines(half))

    assert counted.precision >= 0.9
    assert counted.recall >= 0.8


def test_the_halves_are_large_enough_and_share_no_sentence() -> None:
    """What rules were tuned on says nothing of what they were measured on."""
    known, aside = ([one.item for one in headlines(half)] for half in HALVES)

    assert len(known) + len(aside) >= 160
    assert not {item.title for item in known} & {item.title for item in aside}
    assert not {item.summary for item in known} & {item.summary for item in aside}


@pytest.mark.parametrize("half", HALVES)
def test_words_stand_where_they_are_said_to(half: str) -> None:
    """Every rule that names words of the item says where the first of them stands."""
    told = 0
    for one in headlines(half):
        match = INDEX.match(one.item)
        for target in match.targets if match else ():
            for why in target.why:
                if why.at >= 0:
                    told += 1
                    text = one.item.title if why.title else one.item.summary
                    assert text[why.at :].startswith(why.words.split(" … ")[0])
            assert target.why
            assert match is not None
            assert match.score >= target.score

    assert told > 100


def _match(title: str, summary: str = "", room: Newsroom | None = None, **more: Any) -> Any:
    when = int(datetime(2026, 10, 1, tzinfo=UTC).timestamp())
    item = Item(source="x", key="1", title=title, summary=summary, url="", seen=when, published=when, **more)
    return (INDEX if room is None else Index(room)).match(item)


def test_why_is_told_with_the_words_as_they_were_written() -> None:
    """A find says which words, with which weight, and which rule."""
    match = _match("PERPUSDES SUKAMAJU KEC. CIHAURBEUTI Gelar Pasar Buku")

    assert match.libraries == ("sukamaju-ciamis",)
    assert [(why.rule, why.words, why.at) for why in match.targets[0].why] == [
        ("nama", "PERPUSDES SUKAMAJU", 0),
        ("kecamatan", "CIHAURBEUTI", 24),
    ]


def test_a_shared_name_alone_is_no_find() -> None:
    """65 villages are called Sukamaju: without a word of where it is, none of ours is meant."""
    assert _match("Perpustakaan Desa Sukamaju Gelar Pameran") is None


def test_a_name_that_no_other_village_has_is_enough() -> None:
    """Where the country has one village of that name, nothing else need be said."""
    rare = LibraryName(
        slug="nolokla", name="Perpustakaan Kampung Nolokla", region="91.03.01.2999", village="Nolokla", shared=1
    )
    common = LibraryName(
        slug="nolokla", name="Perpustakaan Kampung Nolokla", region="91.03.01.2999", village="Nolokla", shared=65
    )

    assert _match("Perpustakaan Kampung Nolokla Gelar Pameran", room=Newsroom(libraries=(rare,))) is not None
    assert _match("Perpustakaan Kampung Nolokla Gelar Pameran", room=Newsroom(libraries=(common,))) is None


def test_who_prints_it_says_where_it_is() -> None:
    """An outlet of the regency means the village of the regency, one from elsewhere another."""
    title = "Perpustakaan Desa Sukamaju Gelar Pameran"

    assert _match(title, outlet="Warta Galuh").libraries == ("sukamaju-ciamis",)
    assert _match(title, outlet="Soreang Hari Ini").libraries == ("sukamaju-bandung",)
    assert _match(title, outlet="Mahakam Pos") is None


def test_another_district_is_another_village() -> None:
    """A regency has several villages of one name: the district tells them apart."""
    title = "Perpustakaan Desa Sukamaju, Ciamis, Gelar Pameran"

    assert _match(title, "Warga Kecamatan Cihaurbeuti datang.").libraries == ("sukamaju-ciamis",)
    assert _match(title, "Warga Kecamatan Cisaga datang.") is None


def test_names_are_found_however_they_are_written() -> None:
    """Spaces, hyphens, accents, hashtags and short forms make no difference."""
    for name in (
        "Perpustakaan Desa Suka Maju",
        "perpus desa suka-maju",
        "#PerpusdesSukamaju",
        "#perpusdessukamaju",
        "Perpustakaan Désa Sukamajú",
    ):
        assert _match(f"{name} Ciamis Gelar Pameran").libraries == ("sukamaju-ciamis",), name


@pytest.mark.parametrize(
    "name",
    [
        "Perpustakaan Umum Kabupaten Klaten",
        "Perpusda Klaten",
        "Dispusip Klaten",
        "Dinas Arsip dan Perpustakaan Kab. Klaten",
    ],
)
def test_the_library_of_a_regency_is_known_by_its_region(name: str) -> None:
    """Whatever it calls itself; that of a village or a school there is another."""
    library = LibraryName(slug="klaten", name="Perpustakaan Umum Kabupaten Klaten", level="kabupaten", region="33.10")
    room = Newsroom(libraries=(library,))

    assert _match(f"{name} Buka Malam Hari", room=room).libraries == ("klaten",)
    assert _match("Perpustakaan Sekolah Klaten Buka Malam Hari", room=room) is None
    assert _match("Perpustakaan Umum Kabupaten Sleman Buka Malam Hari", room=room) is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("mengemas", "kemasan", True), ("mengemas", "berkemasan", True), ("menulis", "ditulis", True),
        ("pelatihan", "berlatih", True), ("merekam", "direkam", True), ("memakai", "pakai", True),
        ("ulang", "pulang", False), ("ulang", "berulang", True), ("emas", "kemas", False), ("panen", "anen", False),
    ],
)  # fmt: skip
def test_forms_of_a_word_are_one_and_other_words_are_not(one: str, other: str, same: bool) -> None:
    """In both directions: either may stand in our title, and the other in theirs."""
    assert bool(set(stem(one).gives) & set(stem(other).takes)) is same
    assert bool(set(stem(other).gives) & set(stem(one).takes)) is same


def test_two_words_and_a_regency_are_no_story() -> None:
    """A regency has many villages, and a course is held in many of them; in its own village it is the story."""
    room = Newsroom(
        libraries=newsroom().libraries,
        stories=(
            StoryName(
                address="s/1", title="Ibu Wringinputih Belajar Menjahit Seragam", library="pelita-wringinputih",
                day=date(2026, 9, 28),
            ),
        ),
    )  # fmt: skip

    assert _match("Ibu-Ibu Kabupaten Semarang Belajar Menari", "Di Kecamatan Bergas.", room=room) is None
    assert _match("Ibu-Ibu Wringinputih Belajar Menjahit", room=room).stories == ("s/1",)


def test_of_the_stories_of_a_library_that_is_meant_which_is_told_most() -> None:
    """A promise of sewing machines and their arrival share two words; a report of the arrival means that."""
    stories = [
        StoryName(address=f"s/{at}", title=title, library="sukamaju-ciamis", day=date(2026, 9, 20 + at))
        for at, title in enumerate(("Janji Mesin Jahit Dibawa Pulang Peserta Temu", "Mesin Jahit Kelas Perca Tiba"))
    ]
    room = Newsroom(libraries=newsroom().libraries, stories=tuple(stories))

    match = _match("Mesin Jahit untuk Kelas Perca Sukamaju, Ciamis, Tiba", room=room)
    assert match.stories == ("s/1",)
    alone = Newsroom(libraries=newsroom().libraries, stories=(stories[0],))
    assert _match("Mesin Jahit untuk Kelas Perca Sukamaju, Ciamis, Tiba", room=alone).stories == ("s/0",)


def test_a_story_is_not_found_again_months_later() -> None:
    """The same words after a season are another event."""
    item = headlines("known")[21].item
    late = int(datetime(2027, 1, 20, tzinfo=UTC).timestamp())

    match = INDEX.match(item)
    assert match is not None
    assert match.stories == ("2026/09/keripik-pisang",)
    later = Item(source="x", key="1", title=item.title, summary=item.summary, url="", seen=late, published=late)
    assert INDEX.match(later) is None


def test_a_story_without_library_is_known_by_its_title() -> None:
    """A release of the whole newsroom has no village; nearly all of its title must be told again."""
    room = Newsroom(
        stories=(
            StoryName(
                address="p/1", title="Pekan Dongeng Nusantara Digelar Serentak", library="", day=date(2026, 9, 28)
            ),
        )
    )

    assert _match("Serentak, Pekan Dongeng Nusantara Digelar", room=room).stories == ("p/1",)
    assert _match("Pekan Olahraga Nusantara Digelar di Bali", room=room) is None


def test_the_order_in_which_the_newsroom_is_given_makes_no_difference() -> None:
    """Matches are the same from any order of libraries and stories."""
    room = newsroom()
    shuffled = random.Random(3)
    items = [one.item for half in HALVES for one in headlines(half)]
    before = [INDEX.match(item) for item in items]
    libraries, stories = list(room.libraries), list(room.stories)
    shuffled.shuffle(libraries)
    shuffled.shuffle(stories)
    again = Index(
        Newsroom(
            libraries=tuple(libraries), stories=tuple(stories), people=room.people, regions=room.regions,
            outlets=room.outlets,
        )
    )  # fmt: skip

    assert [again.match(item) for item in items] == before


@pytest.mark.parametrize("text", ["", "#", "…", "##", "12 34", "perpus", "dinas perpustakaan", "kecamatan", "İİ ﬁ ½"])
def test_any_words_are_read(text: str) -> None:
    """Nothing in an item ends the matching."""
    _match(text, text)
    _match(text * 50, text * 500, outlet=text)


def _calls(index: Index, items: list[Item]) -> int:
    """Return how many functions were called to match *items*."""
    count = 0

    def tell(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(tell)
    try:
        for item in items:
            index.match(item)
    finally:
        sys.setprofile(None)
    return count


def test_an_item_is_not_held_against_all_that_is_known() -> None:
    """Sixteen times as many libraries and stories, whose names are shared, cost less than half of that more."""
    small, large = many(250, 625), many(4_000, 10_000)
    items = news(30, small)

    assert _calls(Index(large), items) < 8 * _calls(Index(small), items)


def test_an_outlet_is_known_by_the_name_of_its_feed() -> None:
    """Items of a feed carry its name, whatever their outlet is called."""
    room = Newsroom(libraries=newsroom().libraries, outlets=(Outlet(name="Umpan Ciamis", region="32.07"),))
    when = int(datetime(2026, 10, 1, tzinfo=UTC).timestamp())
    item = Item(
        source="Umpan Ciamis", key="1", title="Perpustakaan Desa Sukamaju Gelar Pameran", url="", seen=when,
        outlet="Lain",
    )  # fmt: skip

    match = Index(room).match(item)
    assert match is not None
    assert match.libraries == ("sukamaju-ciamis",)
