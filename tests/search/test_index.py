"""Words, postings and blocks, each by itself."""

from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.desks.search import blocks
from pipeline.desks.search.blocks import LEAST, MANY, cut
from pipeline.desks.search.postings import ALPHABET, LEVELS, Text, decode, encode, invert, weigh
from pipeline.desks.search.tokens import fold, terms, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ibu-ibu MENANAM 12 bibit.", ["ibu", "ibu", "menanam", "12", "bibit"]),
        ("Café “Größe” ﬁlm", ["cafe", "große", "film"]),
        ("Rp12.500,00 & 3½", ["rp12", "500", "00", "31", "2"]),
        ("ꦗꦮ _garis_", ["ꦗꦮ", "garis"]),
        ("", []),
    ],
)
def test_words_are_folded_letters_and_digits(text, found):
    assert words(text) == found


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


def test_words_without_meaning_are_dropped():
    assert terms("Yang menanam di kebun dan di pekarangan") == ["tanam", "kebun", "karang"]


def test_a_title_weighs_more_than_a_name_a_summary_and_a_body():
    story = Text(
        "panen raya", "Perpustakaan Alfa pertanian", "kelas jahit", "kelor kelor kelor dipetik", ("t-pertanian",)
    )
    found = weigh(story)

    assert found["panen"] > found["pustaka"] > found["kelas"] >= found["kelor"] > found["petik"] > 0
    assert found["t-pertanian"] == 0


def test_a_word_said_once_weighs_less_in_a_long_body():
    short, long = (Text("", "", "", "kelor " + "sawah " * count, ()) for count in (20, 2_000))

    assert weigh(short)["kelor"] > weigh(long)["kelor"]


def test_weights_are_kept_as_levels():
    found = invert([Text("panen", "", "", "", ()), Text("", "", "", "panen", ())])["panen"]

    assert [LEVELS[level] for _, level in found] == [13, 3]


numbers = st.lists(st.integers(0, 50_000), unique=True).map(sorted)


@given(numbers, st.integers(0, 7))
def test_postings_come_back_as_they_were_written(found, level):
    postings = [(number, (level + number) % 8) for number in found]

    assert decode(encode(postings)) == postings
    assert set(encode(postings)) <= set(ALPHABET)


def many(count: int, size: int = 60) -> dict[str, str]:
    """Return so many made-up terms, with postings of about *size* characters."""
    return {f"kata{crc32(str(n).encode()):x}": "A" * (size + n % 7) for n in range(count)}


@pytest.mark.parametrize("count", [0, 1, 50, 3_000, 60_000])
def test_blocks_hold_every_term_once_in_order(count):
    terms = many(count)
    found = cut(terms)
    inside = [term for block in found.values() for term in block]

    assert inside == sorted(terms)
    assert [name for name in found if name] == [next(iter(block)) for name, block in found.items() if name]
    assert next(iter(found)) == ""


@pytest.mark.parametrize("size", [5, 60, 4_000])
def test_a_year_is_cut_into_a_bounded_number_of_blocks(size):
    assert len(cut(many(20_000, size))) <= MANY
    assert len(cut(many(3_000, size))) > 5


def test_blocks_of_a_small_year_have_their_least_size():
    sizes = [sum(len(term) + len(text) + 6 for term, text in block.items()) for block in cut(many(1_000)).values()]

    assert min(sizes[:-1]) >= LEAST
    assert max(sizes) < 2 * LEAST + 200


def test_a_new_term_leaves_most_blocks_as_they_are():
    before = cut(many(3_000))
    after = cut(many(3_000) | {"kata00": "A"})
    same = [name for name in before if before[name] == after.get(name)]

    assert len(same) > 0.9 * len(before)


def test_the_name_of_a_block_may_be_a_file_anywhere():
    strange = {"ꦗꦮ" + str(n): "A" * 90 for n in range(200)} | {f"t-topik-{n}": "A" * 90 for n in range(200)}

    assert all(blocks._NAME.fullmatch(name) for name in cut(strange) if name)
