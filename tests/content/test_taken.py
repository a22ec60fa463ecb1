"""``tarik.toml``: what was written is read again, what cannot be understood is never guessed."""

import datetime as dt

import pytest

from pipeline.content.taken import HEADER, Quotes, Taken, appended, load, parse, quote_name
from pipeline.content.wording import bare
from pipeline.errors import ConfigError

DAY = dt.date(2026, 11, 22)
ADDRESS = "2023/05/panen"
SAID = "Dulu saya malu ke perpustakaan."
STORY = Taken("berita", "", ADDRESS, DAY)
PHOTO = Taken("foto", "0123456789abcdef" * 2, ADDRESS, DAY)
QUOTE = Taken("kutipan", quote_name(bare(SAID), ADDRESS), ADDRESS, DAY)


def test_what_is_written_is_read_again():
    text = appended("", [STORY, PHOTO])
    text = appended(text, [QUOTE])

    assert [one._replace(line=0) for one in parse(text)] == [STORY, PHOTO, QUOTE]
    lines = text.splitlines()
    assert [lines[one.line - 1] for one in parse(text)] == ["[[berita]]", "[[foto]]", "[[kutipan]]"]
    assert text.startswith(HEADER)
    assert all(line.startswith("#") for line in HEADER.splitlines())


def test_what_stands_there_stays_as_it_is():
    before = "# Catatan kami\r\n[[berita]]\r\nalamat = '2023/05/panen' # Bu S.\r\nsejak = 2026-01-01"
    after = appended(before, [PHOTO])

    assert after.startswith(before)
    assert "\n" not in after.replace("\r\n", "")
    assert [one.kind for one in parse(after)] == ["berita", "foto"]


def test_no_file_is_an_empty_list(tmp_path):
    assert load(tmp_path) == ("", ())


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ("[[foto]\n", 1, "tidak dapat dibaca"),
        ("# a\n\n[[fotoo]]\n", 3, "foto?"),
        ("[foto]\nhash = 'a'\n", 1, "dua kurung"),
        ("foto = 1\n", 1, "dua kurung"),
        ("[[berita]]\nalamat = '2023/05/a'\nsejak = 2026-01-01\n[[foto]]\nalamat = '2023/05/a'\n", 4, "hash"),
        ("[[foto]]\nhash = 'xyz'\nalamat = '2023/05/a'\nsejak = 2026-01-01\n", 1, "hash"),
        ("[[berita]]\nalamat = 'panen'\nsejak = 2026-01-01\n", 1, "alamat"),
        ("[[berita]]\nalamat = '2023/05/a'\nsejak = '2026-01-01'\n", 1, "sejak"),
        ("[[berita]]\nalamat = '2023/05/a'\nsejak = 2026-01-01T10:00:00\n", 1, "sejak"),
        ("[[berita]]\nalamat = '2023/05/a'\n", 1, "sejak"),
        ("[[berita]]\nalamt = '2023/05/a'\nsejak = 2026-01-01\n", 1, "alamat?"),
    ],
)
def test_what_cannot_be_understood_is_told_with_its_line(tmp_path, text, line, part):
    (tmp_path / "content").mkdir()
    (tmp_path / "content/tarik.toml").write_text(text, "utf-8")

    with pytest.raises(ConfigError) as raised:
        load(tmp_path)

    assert str(raised.value).startswith(f"content/tarik.toml:{line}: ")
    assert part in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_quotation_is_known_however_it_is_set_and_no_other_is():
    quotes = Quotes([PHOTO, QUOTE])

    assert quotes.find("“DULU saya malu ke perpustakaan”") == QUOTE
    assert quotes.find("Dulu saya malu ke perpustakaan desa.") is None
    assert quotes.find("…") is None
    assert quotes.may_hold(SAID)


def test_the_same_words_of_two_stories_have_two_names():
    assert quote_name(bare(SAID), ADDRESS) != quote_name(bare(SAID), "2023/06/lain")
    assert "malu" not in appended("", [QUOTE])
