"""Words stay in their boxes, whatever they are."""

from unittest import mock

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from pipeline.pictures import lettering
from pipeline.pictures.drawing import draw
from pipeline.pictures.fonts import drawable
from pipeline.pictures.lettering import Manner, lettered
from pipeline.pictures.vips import vips

WORDS = ["Perpustakaan", "desa", "warga", "panen", "gotong-royong", "ibu-ibu", "24", "e-KTP", "Rp1.850.000", "“jg”"]
PIECES = (
    st.sampled_from(WORDS),
    st.text("ꦲꦤꦕꦫꦏꦢꦠꦱꦮꦭꦥꦝꦗꦪꦚꦩꦒꦧꦛꦔꦶꦸꦺꦴꦿꦾꦁ", min_size=1, max_size=12),
    st.sampled_from(["😀", "🌱", "📚", "👨\u200d👩\u200d👧", "🧕🏽", "1️⃣", "❤️", "🇮🇩"]),
    st.text("gjpqyÅÇÉfW|_", min_size=1, max_size=40),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=10),
    st.sampled_from(["<b>tebal</b>", "&amp;", "<", "a&b", "%s", "{{ x }}", "n\u0303o\u0301\u0323", "x" * 90]),
)
TITLES = st.lists(st.one_of(PIECES), min_size=1, max_size=40).map(lambda parts: " ".join(parts)[:300])
BOXES = st.sampled_from([(40, 60, 1000, 500), (285, 120, 630, 300), (100, 100, 300, 44), (65, 300, 950, 90)])
SHAPE = (1_080, 700)


def svg(title: str, box: tuple[int, ...], **attributes: str) -> str:
    from html import escape

    given = " ".join(f'data-{name}="{value}"' for name, value in attributes.items())
    clean = "".join(sign for sign in title if sign.isprintable() or sign == " ")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{SHAPE[0]}" height="{SHAPE[1]}">'
        f'<rect width="100%" height="100%" fill="#ffffff"/>'
        f'<text data-box="{" ".join(map(str, box))}" {given} fill="#000000">{escape(clean)}</text></svg>'
    )


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    title=TITLES,
    box=BOXES,
    weight=st.sampled_from(["400", "600", "800"]),
    align=st.sampled_from(["left", "center", "right"]),
    valign=st.sampled_from(["top", "middle", "bottom"]),
    lines=st.sampled_from(["0", "1", "3"]),
)
@example("W" * 300, (285, 120, 630, 300), "800", "left", "top", "0")
@example("gjpqy Å", (100, 100, 300, 44), "800", "right", "bottom", "1")
@example("kata " * 60, (100, 100, 300, 44), "400", "center", "middle", "0")
@example("x", (40, 60, 1000, 500), "800", "center", "middle", "0")
def test_the_ink_stays_inside_its_box(title, box, weight, align, valign, lines):
    """Measured on the finished picture, not asked of the code that drew it."""
    shape = {"size": "84 24", "weight": weight, "align": align, "valign": valign, "lines": lines}
    drawn = draw(svg(title, box, **shape))
    paper = vips().Image.black(*SHAPE).linear(0, 255).cast("uchar")
    left, top, width, height = drawn.image.extract_band(1).find_trim(threshold=3, background=255)
    if not drawn.words:
        assert width == 0
        assert not drawable(title)
        return
    assert width > 0
    assert left >= box[0]
    assert top >= box[1]
    assert left + width <= box[0] + box[2]
    assert top + height <= box[1] + box[3]
    assert 24 <= drawn.words[0].size <= 84
    assert paper.width == drawn.image.width


@pytest.mark.parametrize("length", [1, 3, 12, 40, 80, 150, 300])
def test_titles_of_every_length_are_told_in_full_or_end_in_an_ellipsis(length):
    title = ("Perpustakaan desa panen bersama ibu-ibu di halaman " * 7)[:length].strip()
    found = lettered(title, 900, 420, Manner(84, 34, 800))
    assert found.text == title or found.text.endswith("…")
    beginning = found.text.removesuffix("…")
    assert title.startswith(beginning)
    assert title == beginning or not title[len(beginning)].isalnum()


def test_a_long_title_is_smaller_than_a_short_one_and_fills_its_box():
    sizes = [lettered("Kabar desa hari ini " * n, 700, 300, Manner(90, 20, 800)).size for n in (1, 2, 4, 8)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == 90
    assert sizes[-1] < 60


@settings(max_examples=60, deadline=None)
@given(
    words=st.lists(st.sampled_from([*WORDS, "Kabupaten", "Bandung", "Yogyakarta", "gotong"]), min_size=1, max_size=14),
    width=st.integers(480, 900),
    weight=st.sampled_from([400, 800]),
    size=st.sampled_from([26, 36, 60]),
)
@example(words=["Kabupaten", "Bandung"], width=236, weight=400, size=26)
@example(words=["Kabupaten", "Maluku", "Tengah"], width=180, weight=600, size=26)
def test_no_word_that_has_room_is_broken(words, width, weight, size):
    manner = Manner(size, size, weight)
    found = lettered(" ".join(words), width, 4_000, manner)
    monkey = _whole_words(lambda: lettered(" ".join(words), width, 4_000, manner))
    assert found.mask.write_to_memory() == monkey.mask.write_to_memory()


def _whole_words(letter):
    """Let Pango wrap between words only, and letter anew."""
    text = vips().Image.text
    lettering._drawn.cache_clear()
    with mock.patch.object(vips().Image, "text", lambda *args, **more: text(*args, **{**more, "wrap": "word"})):
        found = letter()
        found.mask.write_to_memory()
    lettering._drawn.cache_clear()
    return found


def test_words_are_broken_only_where_there_is_no_other_way():
    word = "Pertanggungjawaban"
    assert lettered(word, 500, 300, Manner(120, 20, 800)).size < 60
    mask = lettered(word, 500, 300, Manner(120, 20, 800)).mask
    assert mask.height < 80  # on one line
    assert lettered("x" * 200, 300, 200, Manner(60, 20)).text.startswith("xxxx")


def test_no_more_lines_than_asked_for():
    text = "Satu dua tiga empat lima enam tujuh delapan sembilan sepuluh"
    for lines in (1, 2, 3):
        manner = Manner(60, 30, 600, lines=lines, leading=1.2)
        assert lettered(text, 420, 900, manner).mask.height <= lines * 1.2 * 60


def test_markup_in_a_title_is_text():
    marked = lettered("<span size='huge'>A&B</span>", 1_500, 100, Manner(40, 20))
    assert marked.text == "<span size='huge'>A&B</span>"
    assert marked.mask.width > 500


def test_a_giant_word_is_cut_inside_and_others_are_not():
    giant = lettered(f"Di {'x' * 290}", 300, 90, Manner(40, 40))
    assert giant.text.startswith("Di xxxx")
    assert giant.mask.height > 60
    assert lettered("Perpustakaan desa " * 9, 300, 90, Manner(40, 40)).text.rstrip("…").split()[-1] in (
        "Perpustakaan",
        "desa",
    )
