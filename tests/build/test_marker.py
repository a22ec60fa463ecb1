"""The marker: a folder that is somebody's is never written to."""

import pytest

from pipeline.build import marker
from pipeline.errors import OutputError


@pytest.mark.parametrize("there", [True, False])
def test_a_missing_or_an_empty_folder_may_be_taken(tmp_path, there):
    output = tmp_path / "a" / "output"
    if there:
        output.mkdir(parents=True)
    marker.claim(output)
    assert list(output.iterdir()) == []


@pytest.mark.parametrize("name", ["foto.jpg", ".rahasia", "folder/foto.jpg"])
def test_a_folder_with_somebodys_files_is_refused_and_untouched(tmp_path, name):
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("milik saya")
    with pytest.raises(OutputError, match="bukan buatan warta"):
        marker.claim(tmp_path)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [tmp_path / name]


def test_a_marked_folder_may_be_taken_whatever_is_in_it(tmp_path):
    marker.mark(tmp_path)
    (tmp_path / "foto.jpg").write_text("milik saya")
    marker.claim(tmp_path)
    assert marker.owned(tmp_path)


def test_a_folder_that_bears_the_markers_name_is_no_marker(tmp_path):
    (tmp_path / ".warta" / "cache").mkdir(parents=True)
    with pytest.raises(OutputError, match="bukan buatan warta"):
        marker.claim(tmp_path)


def test_a_file_where_the_folder_should_be_is_one_kind_sentence(tmp_path):
    (tmp_path / "output").write_text("milik saya")
    with pytest.raises(OutputError, match="tidak dapat ditulisi"):
        marker.claim(tmp_path / "output")


def test_a_marker_that_was_cut_off_is_completed(tmp_path):
    (tmp_path / ".warta").write_text("Folder ini dib")
    marker.mark(tmp_path)
    assert (tmp_path / ".warta").read_text("utf-8") == marker.TEXT


def test_the_contents_are_all_files_but_the_marker(tmp_path):
    marker.mark(tmp_path)
    for name in ("a", "b/.warta", "b/c", ".htaccess"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert marker.contents(tmp_path) == [".htaccess", "a", "b/.warta", "b/c"]
