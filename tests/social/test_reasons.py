"""Why a count surprises, in one sentence each."""

import pytest

from pipeline.desks.social.counting import count
from pipeline.desks.social.reasons import reasons
from pipeline.platforms.limits import LIMITS

FILL = "Warga desa memanen kangkung. " * 9
QUOTED = f"“Ayo”, “mari”, ‘ya… {FILL}"


def test_bytes_are_explained():
    assert reasons("threads", QUOTED, "id") == ("5 tanda kutip = 15 byte", "1 tanda baca khusus = 3 byte")
    assert reasons("threads", FILL + "é 👨‍👩‍👧‍👦 ꦥ", "id") == (
        "1 emoji = 25 byte", "1 huruf di luar abjad Latin = 3 byte", "1 huruf beraksen = 2 byte",
    )  # fmt: skip


def test_weights_and_links_are_explained():
    text = f"{FILL[:150]} sukamaju.desa.id 🌱🌱 … https://sukabaca.desa.id/{'a' * 60}/“"

    assert reasons("x", text, "id") == (
        "2 tautan = 46, berapa pun panjangnya", "sukamaju.desa.id dibaca sebagai tautan: 23", "2 emoji = 4",
        "1 tanda baca khusus = 2",
    )  # fmt: skip
    assert reasons("mastodon", text + FILL, "id") == ("1 tautan = 23, berapa pun panjangnya",)
    assert reasons("bluesky", text, "id") == ("tautan ditampilkan pendek: hemat 55",)


def test_they_add_up_to_the_count():
    text = QUOTED + "👨‍👩‍👧‍👦"
    dear = sum(int(why.split(" = ")[1].split()[0]) - int(why.split()[0]) for why in reasons("threads", text, "id"))

    assert count("threads", text).count == len("“Ayo”, “mari”, ‘ya… " + FILL) + 1 + dear


def test_nobody_wonders_where_much_room_is_left_or_nothing_costs_more():
    assert all(reasons(name, "“Ayo” 🌱 https://kabar.example/", "id") == () for name in LIMITS)
    assert all(reasons(name, FILL, "id") == () for name in LIMITS)


@pytest.mark.parametrize("platform", LIMITS)
def test_in_english_nothing_stays_indonesian(platform):
    for why in reasons(platform, QUOTED * 20 + " sukamaju.desa.id https://sukabaca.desa.id/", "en"):
        assert not {"tanda", "tautan", "huruf", "hemat"} & set(why.split())
