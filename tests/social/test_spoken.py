"""What is read aloud: short, and nothing in it that has no sound."""

import re

import msgspec
from hypothesis import given

from pipeline.desks.social.spoken import spoken
from tests.social.test_writer import BODY, STORIES, STORY, told


def read(body: str = BODY, **changes: object) -> str:
    return spoken(msgspec.structs.replace(STORY, **changes), body).text


def test_an_activity():
    assert read() == (
        "Bapak, Ibu, dan Saudara sekalian, ada kabar dari Perpustakaan Desa Sukamaju.\n\n"
        "Panen perdana kebun hidroponik. Dua puluh ibu memanen sayur pertama.\n\n"
        "Kegiatan ini berlangsung Sabtu, 9 Mei 2026, pukul 07.30 Waktu Indonesia Barat, di Balai Desa Sukamaju.\n\n"
        "Keterangan selengkapnya dapat ditanyakan di perpustakaan. Terima kasih."
    )


def test_an_announcement_and_a_story_of_change_say_it_otherwise():
    assert "\n\nWaktunya Sabtu, 9 Mei 2026, pukul 07.30 " in read(kind="pengumuman")
    assert "\n\nKabar ini bertanggal Sabtu, 9 Mei 2026" in read(kind="cerita-dampak")
    assert read(sample=True).startswith("Ini hanya contoh, bukan kejadian nyata.\n\n")


def test_what_has_no_sound_is_left_out_and_short_forms_are_spoken_in_full():
    text = read(
        summary="Gratis 🎉 (lihat poster) di Jl. Melati No. 5, Kec. Sukamaju: 12 kg & 50% dll. https://a.id/x *ya*"
    )

    assert "Gratis di Jalan Melati Nomor 5, Kecamatan Sukamaju: 12 kilogram dan 50 persen dan lain-lain ya" in text


def test_in_english_only_our_own_words_change():
    text = read(language="en")

    assert "Ladies and gentlemen" in text
    assert "Dua puluh ibu memanen sayur pertama." in text
    assert not {"Keterangan", "Kegiatan"} & set(text.split())


@given(STORIES, told(120))
def test_it_is_short_and_whole(changes, body):
    found = spoken(msgspec.structs.replace(STORY, **changes), body)

    assert found.words == len(found.text.split())
    assert found.words < 70 + 30 + sum(len(str(changes[key]).split()) for key in ("title", "place", "library"))
    assert found.seconds == round(found.words / 2)
    assert "://" not in found.text
    assert not re.search(r"[*_~`#|<>]|\n\n\n", found.text)
