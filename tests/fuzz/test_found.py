"""What fuzzing found, and what it must not find again."""

import pytest

from pipeline.content.markdown import read_body
from tests.fuzz.targets import read_file, read_text


@pytest.mark.parametrize(
    "data",
    [b"kutipan: [{teks: ", b"\nlokasi: Pendopo\npeserta: {total: 18, laki-laki:", b"---\njudul: [a\n", b"---\nfoto: {"],
)
def test_a_bracket_left_open_at_the_very_end_is_told_in_a_line_that_is_there(data):
    read_file(data)


@pytest.mark.parametrize(
    "sign", ["&#7;", "&#x1D;", "&#x1e;", "&#xFFFF;", "&#xfffe;", "&#x202e;", "&#x2066;", "&#xFEFF;", "&#x7f;"]
)
def test_what_no_text_needs_does_not_come_in_by_its_number(sign):
    body = read_body(f'Satu{sign}dua <abbr title="a{sign}b">WHO</abbr> [c](/d{sign}e)', prefix="p")
    assert body.text == "Satudua WHO c"
    assert body.html == '<p>Satudua <abbr title="ab">WHO</abbr> <a href="/de">c</a></p>'
    read_text(f"{sign}\n\n- {sign}\n\n# {sign}a")
