import os

import pytest

from pipeline.content import file
from pipeline.content.file import Loaded, Stamp, load
from pipeline.content.problem import Problem

PATH = "content/stories/2023/05/panen.md"


@pytest.fixture
def root(tmp_path):
    story = tmp_path / PATH
    story.parent.mkdir(parents=True)
    story.write_bytes(b"Isi.")
    (tmp_path / "secret.txt").write_bytes(b"rahasia")
    return tmp_path


def code(loaded):
    assert isinstance(loaded, Problem)
    assert str(loaded)
    return loaded.code


def test_a_file_comes_with_its_stamp(root):
    status = (root / PATH).stat()

    assert load(root, PATH) == Loaded(b"Isi.", Stamp(4, status.st_mtime_ns, status.st_ctime_ns, status.st_ino))


def test_a_file_is_read_again_when_it_changes_meanwhile(root, monkeypatch):
    real, calls = os.fstat, []

    def fstat(descriptor):
        calls.append(descriptor)
        if len(calls) == 2:
            (root / PATH).write_bytes(b"Isi baru.")
        return real(descriptor)

    monkeypatch.setattr(file.os, "fstat", fstat)

    assert load(root, PATH).data == b"Isi baru."
    assert len(calls) == 4


def test_a_file_that_never_rests_is_a_problem(root, monkeypatch):
    real, calls = os.fstat, []

    def fstat(descriptor):
        calls.append(descriptor)
        (root / PATH).write_bytes(b"x" * len(calls))
        return real(descriptor)

    monkeypatch.setattr(file.os, "fstat", fstat)

    assert code(load(root, PATH)) == "berkas-berubah"
    assert len(calls) == 2 * file.TRIES


def test_a_link_out_of_content_is_refused(root):
    (root / PATH).unlink()
    (root / PATH).symlink_to(root / "secret.txt")

    assert code(load(root, PATH)) == "tautan-keluar"


def test_a_folder_that_leads_out_of_content_is_refused(root):
    (root / "outside").mkdir()
    (root / "outside/panen.md").write_bytes(b"rahasia")
    (root / "content/stories/2024").symlink_to(root / "outside")

    assert code(load(root, "content/stories/2024/panen.md")) == "tautan-keluar"


@pytest.mark.parametrize("path", ["secret.txt", "content/../secret.txt", "/etc/passwd", "contents/a.md"])
def test_a_path_out_of_content_is_refused(root, path):
    assert code(load(root, path)) == "tautan-keluar"


def test_a_link_within_content_is_followed(root):
    (root / "content/stories/2023/05/lagi.md").symlink_to(root / PATH)

    assert load(root, "content/stories/2023/05/lagi.md").data == b"Isi."


def test_content_itself_may_be_a_link(root, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    (other / "content").symlink_to(root / "content")

    assert load(other, PATH).data == b"Isi."


@pytest.mark.parametrize("path", ["content/none.md", "content/stories", "content/\0.md", "content/" + "a" * 300])
def test_what_cannot_be_opened_is_a_problem(root, path):
    assert code(load(root, path)) == "berkas-tidak-terbaca"


def test_a_pipe_is_no_file(root):
    os.mkfifo(root / "content/pipa.md")

    assert code(load(root, "content/pipa.md")) == "berkas-tidak-terbaca"


def test_a_file_above_one_megabyte_is_not_read(root):
    (root / PATH).write_bytes(b"a" * 1_000_001)

    assert code(load(root, PATH)) == "berkas-terlalu-besar"
