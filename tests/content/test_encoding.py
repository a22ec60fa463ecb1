import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.content.encoding import decode
from pipeline.content.report import Report


def read(data: bytes):
    report = Report("content/pages/a.md")
    text = decode(data, report)
    return text, [(problem.line, problem.code, problem.values) for problem in report.problems]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"a\nb", "a\nb"),
        (b"\xef\xbb\xbfa\r\nb", "a\nb"),
        (b"a\rb\r\rc", "a\nb\n\nc"),
        ("Bali – “é” 🌾".encode(), "Bali – “é” 🌾"),
    ],
)
def test_utf8_is_read_with_plain_line_feeds(data, text):
    assert read(data) == (text, [])


@pytest.mark.parametrize(
    ("data", "line", "code", "values"),
    [
        (b"", 1, "berkas-kosong", {}),
        (b"\xef\xbb\xbf \r\n\t\n", 1, "berkas-kosong", {}),
        ("judul: Panen".encode("utf-16"), 1, "berkas-bukan-utf8", {"encoding": "UTF-16"}),
        ("judul: Panen".encode("utf-16-le"), 1, "berkas-bukan-utf8", {"encoding": "UTF-16"}),
        ("judul: Panen".encode("utf-16-be"), 1, "berkas-bukan-utf8", {"encoding": "UTF-16"}),
        (b"---\r\njudul: \x93Panen\x94", 2, "berkas-bukan-utf8", {"encoding": "Windows-1252"}),
        (b"---\rjudul:\nPan\xe9n", 3, "berkas-bukan-utf8", {"encoding": "Latin-1 (ISO-8859-1)"}),
        (b"---\njudul: Panen\n\x00\x00", 3, "berkas-rusak", {}),
        (b"\x00" * 4096, 1, "berkas-rusak", {}),
        (b"a" * 1_234_567, 1, "berkas-terlalu-besar", {"size": "1,2 MB"}),
    ],
)
def test_what_is_no_utf8_is_named(data, line, code, values):
    assert read(data) == (None, [(line, code, values)])


def test_one_megabyte_is_read():
    assert read(b"a" * 1_000_000) == ("a" * 1_000_000, [])


@given(st.binary(max_size=200))
def test_bytes_give_either_text_or_one_problem(data):
    text, problems = read(data)

    assert (text is None) == (len(problems) == 1)
