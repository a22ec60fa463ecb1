"""Whatever lies in a file: the readers answer, and every problem can be told."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.content.keys import EVERY
from pipeline.content.library_reader import read_library
from pipeline.content.page_reader import read_page
from pipeline.content.problem import check_json
from pipeline.content.story_reader import read_story

READERS = (
    (read_story, "content/stories/2023/05/panen.md"),
    (read_library, "content/libraries/desa.md"),
    (read_page, "content/pages/tentang.md"),
)

VALUES = st.one_of(
    st.text(max_size=30),
    st.text("\"'[]{}:#,&*!|>%@`-? \t\n“”aé12", max_size=30),
    st.sampled_from(["ya", "tidak", "12 Mei 2023", "24 orang", "-3", "desa", "draf", "a.jpg", "{wali: ya}", "[a, b]"]),
)
LINES = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["", "  ", "- ", "  - ", "\t"]),
    st.sampled_from([*sorted(EVERY), "zzz", ""]),
    st.sampled_from([": ", ":", " : ", ""]),
    VALUES,
)


def check(data: bytes) -> None:
    for reader, path in READERS:
        read = reader(path, data)
        for problem in read.problems:
            assert check_json(problem)["message"]
            assert len(str(problem).splitlines()) == 1
            assert 1 <= problem.line <= data.count(b"\n") + data.count(b"\r") + 1


@pytest.mark.parametrize("path", ["", "a", "content", "content/stories/", "content/stories/2023/05/.md", "\0", "a/b\n"])
def test_any_path_is_answered(path):
    for reader, _ in READERS:
        assert reader(path, b"---\njudul: a\n---\n") is not None


@given(st.binary(max_size=300))
def test_any_bytes_are_answered(data):
    check(data)


@given(st.lists(LINES, max_size=12), st.text(max_size=50))
@settings(max_examples=400)
def test_any_front_matter_is_answered(lines, body):
    check("\n".join(["---", *lines, "---", body]).encode())


@given(st.lists(LINES, max_size=6))
def test_a_faultless_report_with_any_lines_more_is_read_or_says_why(lines):
    head = ["---", "judul: Panen", "tanggal: 12 Mei 2023", "perpustakaan: p", *lines, "---", "Isi."]
    read = read_story("content/stories/2023/05/panen.md", "\n".join(head).encode())

    assert (read.story is None) == any(problem.holds for problem in read.problems)
