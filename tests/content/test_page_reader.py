import pytest

from pipeline.content.page import Page
from pipeline.content.page_reader import read_page

PATH = "content/pages/tentang.md"


def read(*lines: str, path: str = PATH):
    return read_page(path, "\n".join(["---", *lines, "---", "Kami."]).encode())


def test_a_page_is_read():
    page = read("judul: Tentang kami", "ringkasan: Siapa kami.", "urutan: 2")

    assert page.problems == ()
    assert "Kami." in page.html
    assert page.page == Page(address="tentang", path=PATH, title="Tentang kami", summary="Siapa kami.", order=2)


@pytest.mark.parametrize("status", ["draf", "draft", "periksa", "tarik"])
def test_a_page_that_is_not_ready_is_not_published(status):
    page = read("judul: Tentang kami", f"status: {status}")

    assert page.page is None
    assert [problem.code for problem in page.problems] == ["halaman-ditahan"]


@pytest.mark.parametrize("lines", [["urutan: 2"], ["judul: [a, {}]"], ["judul: a", "status: trbit"]])
def test_a_page_with_an_error_is_not_published(lines):
    page = read(*lines)

    assert page.page is None
    assert any(problem.holds for problem in page.problems)
