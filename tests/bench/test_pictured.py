"""The photos of the benchmark: the same for both tools, and the same every time."""

from bench import album
from bench.archive import archive
from bench.pictured import FIGURE, Pair
from pipeline.production.check import check
from pipeline.production.newsroom import Newsroom

SMALL = {"width": 400, "height": 300}


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
    made = archive(10)
    pair = Pair(tmp_path / "pictured", made, tmp_path / "photos", 3)
    pair.put(made.extras[0], 3)
    photos = [sorted(path.read_bytes() for path in tool.root.rglob("foto-*.jpg")) for tool in (pair.hugo, pair.warta)]
    assert photos[0] == photos[1] == sorted(path.read_bytes() for path in (tmp_path / "photos").glob("*.jpg"))
    assert FIGURE in pair.hugo.template.read_text("utf-8")
    named = [path for path in (pair.warta.root / "content").rglob("*.md") if "\nfoto: [" in path.read_text("utf-8")]
    assert len(named) == 4
    problems = check(Newsroom(pair.warta.root)).all
    assert {problem.code for problem in problems if problem.path.startswith("content/stories")} <= {
        "foto-kecil", "foto-tanpa-keterangan",
    }  # fmt: skip
