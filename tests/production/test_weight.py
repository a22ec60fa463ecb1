"""What a page weighs when it first comes, and what is said of one that is too heavy."""

import gzip

import pytest

from pipeline.production.newsroom import Newsroom
from pipeline.production.scales import weighed
from pipeline.production.weight import Excess, Weight, chosen, excess, slot, weigh

STORY = "2025/01/satu/index.html"
PAGE = b"""<link rel="stylesheet" href="../../../style.css"><script src="../../../a.js"></script>
<script type="application/ld+json">{}</script><img src="nanti.jpg" loading="lazy">
<picture><source type="image/webp" srcset="a-480.webp 480w, a-720.webp 720w" sizes="100vw"><img src="a.jpg"></picture>
<img src="b.jpg">"""
FILES = {
    "style.css": b"@font-face { font-family: x; src: url(fonts/x.woff2) } p { background: url(y.png) }",
    "a.js": b"1",
    "fonts/x.woff2": b"x" * 700,
    "2025/01/satu/a-480.webp": b"x" * 480,
    "2025/01/satu/a-720.webp": b"x" * 720,
}


def zipped(data: bytes) -> int:
    return len(gzip.compress(data, 6, mtime=0))


def test_a_page_weighs_what_comes_at_once():
    assert weigh(STORY, PAGE, FILES.get) == Weight(
        html=zipped(PAGE), css=zipped(FILES["style.css"]), script=zipped(b"1"), font=700, photo=720
    )


@pytest.mark.parametrize(
    ("sizes", "pixels"),
    [
        ("", 360),
        ("100vw", 360),
        ("108px", 108),
        ("(min-width: 44rem) 40rem, calc(100vw - 2rem)", 328),
        ("(min-width: 20rem) 10rem, 100vw", 160),
        ("(max-width: 400px) 50vw, 100vw", 180),
    ],
)
def test_a_photo_stands_as_wide_as_its_sizes_say(sizes, pixels):
    assert slot(sizes) == pixels


@pytest.mark.parametrize(
    ("widths", "taken"),
    [([360, 720, 1080], 720), ([360, 1080], 1080), ([700, 1440], 1440), ([360], 360), ([1200, 2400], 1200)],
)
def test_the_picture_is_the_one_that_fits_two_dots_to_the_pixel(widths, taken):
    srcset = ", ".join(f"{width}.webp {width}w" for width in widths)

    assert chosen(srcset, "100vw") == f"{taken}.webp"


def test_budgets_go_by_kind_of_page():
    heavy = Weight(html=15_000, css=5_000, script=0, font=30_000, photo=60_000)

    assert excess(STORY, heavy) == (
        Excess("situs-halaman-berat", 20_000, 14_336),
        Excess("situs-tampilan-berat", 110_000, 102_400),
    )
    assert excess("index.html", heavy) == (Excess("situs-halaman-berat", 20_000, 14_336),)
    assert excess("2025/01/satu/bagikan/index.html", heavy) == excess("cari/index.html", heavy) == ()
    assert excess(STORY, Weight(9_000, 5_000, 500, 23_000, 60_000)) == ()


def test_no_page_of_the_sample_newsroom_is_too_heavy(sample):
    found = weighed(Newsroom(sample.root))

    assert found.pages > 90
    assert list(map(str, found.problems)) == []
