"""The list of outlets is read as spreadsheets write it; a row that cannot be used costs itself and is told."""

import pytest

from pipeline.content.outlets import Outlet, read


@pytest.mark.parametrize("sign", [",", ";", "\t"], ids=["comma", "semicolon", "tab"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_the_list_is_read_whatever_wrote_it(sign, encoding):
    rows = [
        ["Media", "Nama", "E-mail", "Dateline"],
        ["Kabar Kota – Sore", "Ibu Rani", "rani@kabar.example", "{KOTA} –"],
    ]
    found = read("\r\n".join(sign.join(row) for row in rows).encode(encoding))
    assert found == ((Outlet("Kabar Kota – Sore", "rani@kabar.example", "Ibu Rani", dateline="{KOTA} –"),), ())


def test_what_is_wrong_is_told_with_its_line_and_costs_its_row():
    rows = ["A;a@kabar.example;;", ";b@kabar.example;;", "C;bukan surel;;", "", "D;d@kabar.example;{kta} –;"]
    text = "\n".join(["media;surel;dateline;warna", *rows])
    found = read(text.encode())
    assert [outlet.medium for outlet in found.found] == ["A"]
    assert [fault.split(": ")[0] for fault in found.faults] == [
        f"content/press/media.csv:{line}" for line in (1, 3, 4, 6)
    ]


@pytest.mark.parametrize("data", [b"", b"\n\n", b"nama;dateline\nA;B\n", b"\xff\xfe\0\0", b'"'], ids=repr)
def test_a_list_without_what_it_needs_says_so(data):
    found = read(data)
    assert found.found == ()
    assert found.faults


def test_cells_cannot_break_out_of_their_line():
    found = read(b'media,surel,nama\n"A\nBcc: x@y.example",a@kabar.example,"Ibu\r\nTo: z"\n')
    assert found.found[0].medium == "A Bcc: x@y.example"
    assert found.found[0].name == "Ibu To: z"


def test_nobody_is_written_to_twice():
    row = "A;a@kabar.example\n"
    assert len(read(f"media;surel\n{row}{row}".encode()).found) == 1
