import pytest

from pipeline.fetching.fetch import Fetched, Validators
from pipeline.fetching.naming import name_of


@pytest.mark.parametrize(
    ("disposition", "url", "name"),
    [
        ("", "https://a.example/kiriman/Laporan%20Panen.docx?x=1", "Laporan Panen.docx"),
        ("attachment", "https://a.example/unduh?id=3", "unduh"),
        ("", "https://a.example/", "a.example"),
        ('attachment; filename="Laporan Panen.docx"', "https://a.example/x", "Laporan Panen.docx"),
        ("attachment; filename*=UTF-8''Laporan%20d%C3%A9sa.docx", "https://a.example/x", "Laporan désa.docx"),
        ('attachment; filename="désa.docx"'.encode().decode("latin-1"), "https://a.example/x", "désa.docx"),
        ('attachment; filename="../../etc/passwd"', "https://a.example/x", "passwd"),
        ('attachment; filename="C:\\\\Users\\\\x\\\\panen.docx"', "https://a.example/x", "panen.docx"),
        ('attachment; filename=".."', "https://a.example/x.txt", "x.txt"),
        ("attachment; filename*=tak-ada''%FF", "https://a.example/x.txt", "ÿ"),
        ('attachment; filename="' + "x" * 500 + '.docx"', "https://a.example/", "x" * 115 + ".docx"),
        ("", "https://a.example/%2e%2e%2f%00%0apanen.txt", "panen.txt"),
        ("\x00;;=\"'", "https://a.example/x.txt", "x.txt"),
    ],
)
def test_names(disposition, url, name):
    assert name_of(Fetched(200, url, "", Validators(), "", disposition, "", b"")) == name
