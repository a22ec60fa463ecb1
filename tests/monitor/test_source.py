import pytest

from pipeline.errors import ConfigError
from pipeline.monitor import source
from pipeline.monitor.source import Source, load, parse


def test_sources_are_read(tmp_path):
    assert load(tmp_path) == ()
    path = tmp_path / source.PATH
    path.parent.mkdir(parents=True)
    path.write_text(
        '\ufeff# sumber kami\n[[sumber]]\nnama = " Kabar "\numpan = "https://kabar.example/feed"\n\n'
        '[[sumber]]\nnama = "Cari"\n'
        'umpan = "https://cari.example/?q=perpustakaan desa"\nlingkup = "nasional"\njenis = "cetak"\n'
        "cari = true\naktif = false\n",
        "utf-8",
    )
    assert load(tmp_path) == (
        Source("Kabar", "https://kabar.example/feed", line=2),
        Source(
            "Cari",
            "https://cari.example/?q=perpustakaan%20desa",
            "nasional",
            "cetak",
            search=True,
            active=False,
            line=6,
        ),
    )
    assert parse(source.EXAMPLE)[0].name == "Kabar Kabupaten"


GOOD = '[[sumber]]\nnama = "A"\numpan = "https://a.example/feed"\n'


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (GOOD + 'lingkp = "desa"\n', 4, "lingkup"),
        (GOOD + 'lingkup = "kota"\n', 4, "Maksudnya kabupaten?"),
        (GOOD + 'jenis = "Koran"\n', 4, "Maksudnya cetak?"),
        (GOOD + 'jenis = "online"\n', 4, "daring"),
        (GOOD + 'cari = "ya"\n', 4, "true atau false"),
        (GOOD + "aktif = 1\n", 4, "true atau false"),
        (GOOD + GOOD, 5, "sudah dipakai"),
        (GOOD + GOOD.replace('"A"', '"B"'), 6, "hapus salah satunya"),
        ('[[sumber]]\nnama = "A"\n', 1, "umpan"),
        ('[[sumber]]\numpan = "https://a.example/"\n', 1, "nama"),
        ('[[sumber]]\nnama = 3\numpan = "https://a.example/"\n', 2, "teks dalam tanda kutip"),
        ('[[sumber]]\nnama = "A"\numpan = "ftp://a.example/"\n', 3, "https://"),
        ('[[sumber]]\nnama = "A"\numpan = "javascript:alert(1)"\n', 3, "https://"),
        ('\n[sumber]\nnama = "A"\n', 2, "[[sumber]]"),
        ('[[sumbr]]\nnama = "A"\n', 1, "sumber"),
        ('[[sumber]]\nnama = "A\n', 2, "tidak dapat dibaca"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text, line, words):
    with pytest.raises(ConfigError) as error:
        parse(text)
    said = str(error.value)
    assert said.startswith(f"{source.PATH}:{line}: ")
    assert words in said


def test_everything_that_is_wrong_is_said_at_once():
    with pytest.raises(ConfigError) as error:
        parse('[[sumber]]\nnama = "A"\nx = 1\n[[sumber]]\nnama = ""\numpan = "https://b.example/"\n')
    assert [line.split(":")[1] for line in str(error.value).splitlines()] == ["1", "3", "5"]
