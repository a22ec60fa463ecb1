import os
import sys

import pytest

from pipeline.content.folder import Entry, walk
from pipeline.content.problem import Problem


@pytest.fixture
def make(tmp_path):
    def make(*paths: str):
        for path in paths:
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(b"Isi.")
        return tmp_path

    return make


def paths(root) -> list[str]:
    return [found.path for found in walk(root) if isinstance(found, Entry)]


def problems(root) -> list[tuple[str, str]]:
    return [(found.path, found.code) for found in walk(root) if isinstance(found, Problem)]


def test_every_file_is_found_in_order_of_its_path(make):
    root = make(
        "content/stories/2023/05/b.md", "content/stories/2023/05/a/index.md", "content/site.toml", "content/a.md"
    )

    assert paths(root) == [
        "content/a.md",
        "content/site.toml",
        "content/stories/2023/05/a/index.md",
        "content/stories/2023/05/b.md",
    ]


def test_an_entry_tells_whether_a_file_changed(make):
    root = make("content/a.md")
    status = (root / "content/a.md").stat()

    assert list(walk(root)) == [Entry("content/a.md", 4, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)]


@pytest.mark.parametrize(
    "name",
    [
        "content/inbox/a.md",
        "content/.git/a.md",
        "content/.a.md",
        "content/a.md~",
        "content/.a.md.swp",
        "content/.#a.md",
        "content/a.md.swp",
        "content/a.tmp",
        "content/#a.md#",
        "content/~$a.docx",
        "output/a.md",
    ],
)
def test_what_is_not_meant_to_be_read_is_left_out(make, name):
    assert list(walk(make(name))) == []


def test_a_folder_called_inbox_elsewhere_is_read(make):
    assert paths(make("content/pages/inbox/a.md")) == ["content/pages/inbox/a.md"]


def test_no_content_is_no_entry(tmp_path):
    assert list(walk(tmp_path)) == []


def test_links_out_of_content_are_problems(make):
    root = make("content/a.md", "outside/b.md")
    (root / "content/b.md").symlink_to(root / "outside/b.md")
    (root / "content/luar").symlink_to(root / "outside")
    (root / "content/mati.md").symlink_to(root / "content/none.md")

    assert paths(root) == ["content/a.md"]
    assert problems(root) == [
        ("content/b.md", "tautan-keluar"),
        ("content/luar", "tautan-keluar"),
        ("content/mati.md", "tautan-keluar"),
    ]


def test_a_link_to_a_file_within_content_is_followed(make):
    root = make("content/a.jpg")
    (root / "content/b.jpg").symlink_to(root / "content/a.jpg")

    assert paths(root) == ["content/a.jpg", "content/b.jpg"]


def test_a_name_in_javanese_letters_is_a_name(make):
    assert paths(make("content/ꦥꦤꦺꦤ꧀.md")) == ["content/ꦥꦤꦺꦤ꧀.md"]


def test_what_is_neither_file_nor_folder_is_left_out(make):
    root = make("content/a.md")
    os.mkfifo(root / "content/pipa.md")

    assert paths(root) == ["content/a.md"]


def test_links_within_content_are_followed_but_never_in_circles(make):
    root = make("content/foto/a.jpg")
    (root / "content/pages").mkdir()
    (root / "content/pages/foto").symlink_to(root / "content/foto")
    (root / "content/foto/atas").symlink_to(root / "content")

    assert paths(root) == ["content/foto/a.jpg", "content/pages/foto/a.jpg"]
    assert problems(root) == [("content/foto/atas", "tautan-keluar"), ("content/pages/foto/atas", "tautan-keluar")]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep names in Unicode")
def test_a_name_that_is_no_utf8_is_a_problem(make):
    root = make("content/a.md")
    (root / os.fsdecode(b"content/pan\xe9n.md")).write_bytes(b"Isi.")

    assert problems(root) == [("content/pan?n.md", "nama-bukan-utf8")]
