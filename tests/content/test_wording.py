"""The words of a quotation are found however they are set, and not where anybody says them."""

import pytest

from pipeline.content.story_reader import read_story
from pipeline.content.wording import bare, find

HEAD = ["---", "judul: Panen", "tanggal: 12 Mei 2023", "perpustakaan: alfa", "ringkasan: Panen."]
SAID = "Dulu saya malu ke perpustakaan."


@pytest.mark.parametrize("other", ["“dulu  saya malu, ke perpustakaan”", "DULU SAYA MALU\nKE PERPUSTAKAAN"])
def test_marks_capitals_and_spaces_make_no_other_words(other):
    assert bare(other) == bare(SAID)
    assert find(SAID, f"Kata Ibu S.: {other}") is not None


@pytest.mark.parametrize(
    ("said", "text", "stands"),
    [
        ("Senang sekali", "Anak-anak senang sekali membaca.", False),
        ("Senang sekali", 'Ibu S. berkata, "Senang sekali!"', True),
        ("Senang sekali", "Ibu S.: “Senang sekali.”", True),
        ("Ya", "Saya membaca.", False),
        ("…", "Tidak ada kata …", False),
        ("malu ke perpustakaan desa", "malu ke perpustakaan", False),
    ],
)
def test_few_words_must_stand_between_quotation_marks(said, text, stands):
    assert (find(said, text) is not None) == stands


def problems(quote: str, body: str = "Isi kabar.", *more: str) -> list[tuple[int, str]]:
    text = "\n".join([*HEAD, f"kutipan: {quote}", *more, "---", body])
    return [(found.line, found.code) for found in read_story("content/stories/2023/05/a.md", text.encode()).problems]


@pytest.mark.parametrize("consent", ["tidak", "{dicabut: 2023-06-01}", "{sampai: 2030-01-01, dicabut: 2099-01-01}"])
def test_words_of_those_who_said_no_may_not_stand_in_the_body(consent):
    quote = f'{{teks: "{SAID}", nama: Ibu S., izin: {consent}}}'
    found = problems(quote, "Pagi itu ramai.\n\n> “Dulu *saya* malu\n> ke perpustakaan,” kata Ibu S.")

    assert found == [(10, "kutipan-masih-di-isi")]


@pytest.mark.parametrize("field", ["makna: {}", "hasil: Kata Ibu S. {}", "sosial: {{x: {}}}", "langkah: [{}]"])
def test_nor_in_any_other_field(field):
    quote = f"{{teks: {SAID}, nama: Ibu S., izin: tidak}}"

    assert (7, "kutipan-masih-di-isi") in problems(quote, "Isi.", field.format(SAID))


def test_who_agreed_may_stand_there():
    assert problems(f"{{teks: {SAID}, nama: Ibu S., izin: ya}}", SAID) == []


def test_several_quotations_on_one_line_do_not_stand_in_each_others_way():
    quotes = f"[{{teks: {SAID}, nama: A, izin: tidak}}, {{teks: Anak saya gemar membaca buku, nama: B, izin: tidak}}]"

    assert problems(quotes) == []


def test_the_message_repeats_no_word():
    text = "\n".join([*HEAD, f"kutipan: {{teks: {SAID}, nama: Ibu S., izin: tidak}}", "---", SAID])
    read = read_story("content/stories/2023/05/a.md", text.encode())

    assert read.story is None
    assert "malu" not in str(read.problems[0])
    assert "baris 6" in str(read.problems[0])


def test_a_report_that_was_taken_down_is_read_whatever_is_wrong_with_it():
    text = "\n".join([*HEAD, "status: tarik", "tarik_alasan: Diminta", "makna: NIK 3204125203980001", "---", SAID])
    read = read_story("content/stories/2023/05/a.md", text.encode())

    assert read.story is not None
    assert any(problem.holds for problem in read.problems)
