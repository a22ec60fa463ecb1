"""Every look in every shape, drawn: words stay where no platform covers or cuts them, and are large enough to read."""

from datetime import date

import pytest

from docs.cards import COUNTED, LONG, SPOKEN, TALL, WIDE, Sample, cards, drawn, story
from pipeline.pictures.card import LOOKS
from pipeline.pictures.drawing import jpeg
from pipeline.pictures.vips import vips

SHORT = "Rak benih warga"
LENGTHY = (
    "Kelas komputer membuat lansia Karangwacana makin dekat dengan keluarga di perantauan, dan kini mereka menulis "
    "sendiri kabar desa untuk dibaca para cucu di kota"
)
KIND = {WIDE: "wide", TALL: "tall", LONG: "long"}
SMALLEST = {WIDE: 26, TALL: 36, LONG: 36}

AREA = {WIDE: (0, 0, 1_200, 630), TALL: (34, 0, 1_046, 1_350), LONG: (65, 269, 1_015, 1_248)}
"""Where words may stand: x and y from, x and y to (docs/kartu.md)."""

SQUARE = (285, 0, 915, 630)
"""What a square preview shows of a wide card: the title lies in it."""

PREVIEW = 200_000

LOGO = (
    "data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSI0MCIgaGVpZ2h0PSI0MCI+"
    "PGNpcmNsZSBjeD0iMjAiIGN5PSIyMCIgcj0iMjAiIGZpbGw9IiMwNjciLz48L3N2Zz4="
)

every_look = pytest.mark.parametrize("look", LOOKS)
every_size = pytest.mark.parametrize("size", [WIDE, TALL, LONG], ids=KIND.get)


def view(look, title=SHORT, **more):
    place = ("Perpustakaan Kecamatan Muara Aksara", "Kab. Timor Tengah Selatan", date(2026, 11, 7), "53", "kesehatan")
    return cards(look, {**story(title, *place), "kicker": "Pelibatan masyarakat", "seed": 7, **more})


@pytest.fixture(scope="module")
def photos(tmp_path_factory):
    """Photos of three shapes, as restless as real ones."""
    folder, paths = tmp_path_factory.mktemp("foto"), {}
    for name, width, height in (("lanskap", 1_600, 1_200), ("potret", 1_200, 1_600), ("persegi", 1_400, 1_400)):
        image = (
            vips()
            .Image.worley(width, height, cell_size=90, seed=4)
            .bandjoin([vips().Image.perlin(width, height, cell_size=size, uchar=True, seed=5) for size in (60, 140)])
        )
        paths[name] = folder / f"{name}.jpg"
        image.cast("uchar").copy(interpretation="srgb").write_to_file(f"{paths[name]}", Q=90)
    return paths


def outside(words, area):
    """Return the words whose ink leaves *area*."""
    left, top, right, bottom = area
    return [
        found.text for found in words
        if found.ink.left < left or found.ink.top < top
        or found.ink.left + found.ink.width > right or found.ink.top + found.ink.height > bottom
    ]  # fmt: skip


def overlapping(words):
    """Return the pairs of words whose ink touches."""
    boxes = [(found.text, found.ink) for found in words]
    return [
        (one, other)
        for n, (one, a) in enumerate(boxes)
        for other, b in boxes[n + 1 :]
        if a.left < b.left + b.width and b.left < a.left + a.width
        and a.top < b.top + b.height and b.top < a.top + a.height
    ]  # fmt: skip


def check(card, size):
    assert (card.image.width, card.image.height) == size
    assert outside(card.words, AREA[size]) == []
    assert overlapping(card.words) == []
    assert {found.text: found.size for found in card.words if found.size < SMALLEST[size]} == {}


@every_look
@every_size
@pytest.mark.parametrize("title", [SHORT, LENGTHY], ids=["short", "long"])
@pytest.mark.parametrize("photo", [None, "lanskap"])
def test_words_stay_in_the_safe_area_apart_and_large_enough(look, size, title, photo, photos):
    card = drawn(Sample(view(look, title), "berita", size, photos.get(photo)))

    check(card, size)
    shown = next(found for found in card.words if found.text.startswith(title[:8]))
    assert shown.text == title
    if size == WIDE:
        assert outside([shown], SQUARE) == []


@every_look
@every_size
def test_all_that_a_card_must_say_is_on_it(look, size):
    texts = " / ".join(found.text for found in drawn(Sample(view(look), "berita", size)).words)

    for said in ("Perpustakaan Kecamatan Muara Aksara", "Kab. Timor Tengah Selatan", "7 November 2026", "Contoh"):
        assert said in texts
    if size != WIDE:
        assert "kabar-pustaka.example" in texts


@every_look
@every_size
def test_a_logo_has_its_place_and_covers_no_words(look, size):
    plain, marked = (drawn(Sample(view(look), "berita", size), logo) for logo in (None, LOGO))

    assert (plain.image - marked.image).abs().max() > 40
    check(marked, size)


@every_look
@pytest.mark.parametrize("photo", ["potret", "persegi"])
def test_a_photo_of_any_shape_is_drawn(look, photo, photos):
    for size in (WIDE, TALL, LONG):
        with_photo, without = (drawn(Sample(view(look), "berita", size, path)) for path in (photos[photo], None))

        assert (with_photo.image - without.image).abs().avg() > 3


@every_look
@every_size
def test_little_is_enough(look, size):
    bare = cards(look, {"title": SHORT, "site": "Kabar Pustaka", "motif": "buku", "icon": "buku"})

    check(drawn(Sample(bare, "berita", size)), size)


@every_look
@pytest.mark.parametrize("photo", [None, "lanskap"])
def test_a_preview_is_small_enough_to_be_quick(look, photo, photos):
    card = drawn(Sample(view(look, LENGTHY), "berita", WIDE, photos.get(photo)))

    assert len(jpeg(card.image, most=PREVIEW)) <= PREVIEW
    assert photo or len(jpeg(card.image)) <= PREVIEW


@pytest.mark.parametrize(("kind", "more"), [("kutipan", SPOKEN), ("angka", COUNTED)])
@pytest.mark.parametrize("photo", [None, "lanskap", "potret"])
def test_a_quotation_and_a_number_keep_to_the_safe_area(kind, more, photo, photos):
    card = drawn(Sample(view("koran", LENGTHY, **more), kind, TALL, photos.get(photo)))

    check(card, TALL)
    assert set(more.values()) <= {found.text for found in card.words}


@pytest.mark.parametrize("size", [(1_200, 675), (1_200, 900), (1_200, 1_200)])
def test_a_cover_has_no_words(size):
    card = drawn(Sample(view("koran"), "sampul", size))

    assert (card.image.width, card.image.height) == size
    assert card.words == ()


def test_the_site_s_own_card_names_it_in_the_centre_square():
    site = {"title": "Cerita baik dari perpustakaan desa", "site": "Kabar Pustaka", "host": "kabar-pustaka.example"}
    card = drawn(Sample(cards("koran", {**site, "motif": "buku", "icon": "buku"}), "situs", WIDE))

    assert [found.text for found in card.words] == ["Kabar Pustaka", *(site[name] for name in ("title", "host"))]
    assert outside(card.words, SQUARE) == []
    check(card, WIDE)


@every_look
def test_the_seed_varies_a_card_and_nothing_else_does(look):
    one, again, other = (drawn(Sample(view(look, seed=seed), "berita", TALL)).image for seed in (3, 3, 6))

    assert (one - again).abs().max() == 0
    assert (one - other).abs().max() > 40


@every_look
@every_size
def test_long_names_are_cut_before_they_touch(look, size):
    names = {
        "library": "Dinas Perpustakaan dan Kearsipan Kabupaten Kepulauan Siau Tagulandang Biaro",
        "place": "Kab. Kepulauan Siau Tagulandang Biaro",
        "site": "Kabar Perpustakaan Desa dan Taman Baca Nusantara",
        "host": "perpustakaan-dan-taman-baca.desa.id",
        "kicker": "Pelibatan masyarakat dan layanan",
    }

    card = drawn(Sample(view(look, LENGTHY, **names), "berita", size))

    check(card, size)
    if size != WIDE:
        assert names["host"] in {found.text for found in card.words}
