import pytest

from pipeline.content.frontmatter import Parts, split
from pipeline.content.report import Report
from pipeline.content.story_reader import read_story


def parts(text: str) -> tuple[Parts, list[tuple[int, str]]]:
    report = Report("content/pages/a.md")
    return split(text, report), [(problem.line, problem.code) for problem in report.problems]


@pytest.mark.parametrize("rule", ["---", "--- ", "----", "—", "–––", "—-", "-–-"])
def test_front_matter_stands_between_lines_of_dashes(rule):
    assert parts(f"{rule}\njudul: a\n{rule}\nIsi.\n---\nLagi.") == (Parts("judul: a", 2, "Isi.\n---\nLagi.", 4), [])


def test_three_points_end_front_matter_too():
    assert parts("---\njudul: a\n...\nIsi.") == (Parts("judul: a", 2, "Isi.", 4), [])


@pytest.mark.parametrize("line", ["--", "-", "- a", "--- a", ".", "-a"])
def test_other_dashes_do_not_end_it(line):
    assert parts(f"---\njudul: a\n{line}\n---\nIsi.")[0] == Parts(f"judul: a\n{line}", 2, "Isi.", 5)


def test_empty_lines_may_stand_above():
    assert parts("\n \n---\njudul: a\n---\nIsi.") == (Parts("judul: a", 4, "Isi.", 6), [])


def test_where_the_end_is_missing_it_is_guessed():
    text = "---\njudul: a\n# nanti\nfoto:\n- a.jpg\n  - b.jpg\n\nIsi: laporan ini.\nLagi."

    assert parts(text) == (
        Parts("judul: a\n# nanti\nfoto:\n- a.jpg\n  - b.jpg\n\nIsi: laporan ini.", 2, "Lagi.", 9),
        [(1, "kepala-tidak-ditutup")],
    )


def test_where_the_beginning_is_missing_it_is_read_all_the_same():
    assert parts("\njudul: a\n---\nIsi.") == (Parts("judul: a", 2, "Isi.", 4), [(2, "kepala-tidak-dibuka")])


def test_a_file_of_windows_reads_like_any_other():
    text = "---\njudul: Panen\ntanggal: 12 Mei 2023\nperpustakaan: p\n---\nIsi.\n"
    path = "content/stories/2023/05/panen.md"

    windows = read_story(path, b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert windows == read_story(path, text.replace("\n", "\r").encode()) == read_story(path, text.encode())
    assert windows.story is not None


def test_a_line_of_many_dashes_is_read_at_once():
    assert parts("—" * 300_000 + "x")[1] == [(1, "kepala-tidak-ada")]
