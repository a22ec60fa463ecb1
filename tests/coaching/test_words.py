"""What is quoted is the writer's own; three at most; nothing crashes; no text takes long."""

import re
from string import Formatter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.coaching.coach import coach
from pipeline.coaching.manuscript import LONGEST, Manuscript
from pipeline.coaching.numerals import numerals
from pipeline.coaching.ranking import MOST, ORDER, chosen, repeats
from pipeline.content.catalogue import CODES
from pipeline.content.catalogue_advice import ADVICE
from pipeline.content.document import open_document
from pipeline.content.keys import STORY
from pipeline.content.problem import Problem
from pipeline.content.report import Report
from pipeline.content.story_reader import read_whole
from pipeline.templating.folders import bundled
from tests.coaching.reports import BODY, PATH, advice, written
from tests.coaching.test_rules import FIRES

QUOTED = re.compile(r'"([^"]*)"')

EXPECTED = {
    "2023/05/bimtek-spp-tik-jawa-barat.md": ["saran-kalimat-panjang"],
    "2025/04/perahu-baca-tiga-dermaga/index.md": ["saran-kalimat-daftar"],
    "2026/10/taman-baca-di-kebun-desa.md": ["saran-siapa"],
}
"""What the samples are told: a sentence of 28 words, an enumeration of 33, a draft that lacks its participants."""


def held_against(problems, source: str) -> None:
    """Hold everything in quotation marks in what is said against the words of the file."""
    for problem in problems:
        if problem.code in ADVICE:
            for words in QUOTED.findall(f"{problem.message} {problem.fix}"):
                assert words.removesuffix(" …") in source, (problem.code, words)


@pytest.mark.parametrize("case", [case for cases in FIRES.values() for case in cases])
def test_what_stands_in_quotation_marks_stands_in_the_file(case):
    source = written(**case)
    held_against(advice(source).problems, source)


@pytest.mark.parametrize("case", [case for code, cases in FIRES.items() if code in ADVICE for case in cases])
def test_one_of_the_three_repeats_the_writers_words(case):
    found = chosen(advice(written(**case)).problems)
    assert len(found) <= MOST
    assert any(map(repeats, found))


def test_every_suggestion_of_the_coach_repeats_the_writers_words_and_says_how():
    for code, entry in ADVICE.items():
        assert "words" in {name for _, name, _, _ in Formatter().parse(entry.message + entry.fix) if name}, code
        assert entry.fix
        assert entry.level == "hint"
        assert len(entry.message) + len(entry.fix) < 220


def test_every_hint_has_its_place_in_the_one_order():
    assert sorted(ORDER) == sorted(code for code, entry in CODES.items() if entry.level == "hint")
    assert len(set(ORDER)) == len(ORDER)


def hint(code: str, line: int = 1, **values: str) -> Problem:
    return Problem(PATH, line, code, values)


def test_the_most_useful_three_are_chosen_from_all_hints_together():
    found = [
        hint("isian-tanpa-spasi"), hint("ringkasan-hilang"), hint("saran-singkatan", words="KWT"),
        hint("saran-hasil", words="Panen"), hint("foto-tanpa-alt", 4), hint("foto-tanpa-alt", 9),
    ]  # fmt: skip
    assert [problem.code for problem in chosen(found)] == ["saran-hasil", "foto-tanpa-alt", "saran-singkatan"]
    assert [problem.line for problem in chosen(found[4:])] == [4, 9]


def test_a_suggestion_in_her_own_words_takes_the_last_place_where_the_others_have_none():
    found = [hint("foto-tanpa-alt"), hint("foto-kecil"), hint("ringkasan-hilang"), hint("saran-judul-tanda", words="!")]
    assert [problem.code for problem in chosen(found)] == ["foto-tanpa-alt", "foto-kecil", "saran-judul-tanda"]


def test_the_samples_are_told_only_what_an_editor_would_tell_them():
    folder = bundled("content") / "stories"
    said = {}
    for path in sorted(folder.rglob("*.md")):
        data = path.read_bytes()
        read, document = read_whole(PATH, data)
        found = coach(read.story, read.text, document)
        held_against(found.problems, data.decode())
        for words in found.praise.values.values() if found.praise else ():
            assert words.removesuffix(" …") in data.decode()
        if found.problems:
            said[path.relative_to(folder).as_posix()] = [problem.code for problem in found.problems]
    assert said == EXPECTED


pieces = st.sampled_from(
    [
        "Warga",
        "ratusan",
        "warga",
        "kata",
        "“Dulu saya malu datang ke sini.”",
        '"',
        "'",
        "**",
        "\n",
        "\n\n",
        "- ",
        "> ",
        "Sabtu (9/5)",
        "Minggu (31/2)",
        "Rabu 29 Februari",
        "KWT",
        "(",
        ")",
        "dua puluh ribu ribu",
        "24 peserta",
        "terbaik",
        "di kabupaten",
        ".",
        "!",
        "…",
        ",",
        ": ",
        "|",
        "\u200b",
        "é",
        "e\u0301",
        "1.284.000",
        "sehingga",
        "dan",
        "[^1]",
        "#",
        "Dalam rangka",
        "oleh",
        "Memanen",
        "\t",
        "kata salah satu peserta",
        "foto",
        "3204992901011234",
    ]
)
texts = st.lists(pieces, max_size=60).map(" ".join) | st.text(max_size=200)
lines = st.lists(pieces, min_size=1, max_size=20).map(lambda words: re.sub(r"\s+", " ", " ".join(words)).strip())


@settings(max_examples=400)
@given(
    body=texts,
    title=lines,
    alt=lines,
    quote=lines,
    people=st.sampled_from(["24", "{total: 9, laki-laki: 2, perempuan: 3}"]),
)
@example(body='"' * 50, title='"', alt='"', quote='"', people="24")
@example(body="- a: b, c, d" * 30, title="A oleh B", alt="foto", quote="x", people="24")
def test_no_text_breaks_it_and_nothing_is_put_into_her_mouth(body, title, alt, quote, people):
    source = written(
        f"{body}\n", judul=repr(title), peserta=people,
        foto=f"\n  - {{berkas: a.jpg, alt: {alt!r}, izin: ya}}",
        kutipan=f"\n  - {{teks: {quote!r}, nama: Ibu S., izin: ya}}",
    )  # fmt: skip
    read, document = read_whole(PATH, source.encode("utf-8", "surrogatepass"))
    if read.story is None or document is None:
        return
    found = coach(read.story, read.text, document)
    held_against(found.problems, document.text)
    hints = [problem for problem in (*read.problems, *found.problems) if problem.level == "hint"]
    assert len(chosen(hints)) <= MOST
    for words in found.praise.values.values() if found.praise else ():
        assert words.removesuffix(" …") in document.text


@pytest.mark.parametrize(
    "text",
    [
        "kata " * 200_000, "a" * 1_000_000, "Warga. " * 140_000, "dua puluh " * 100_000, "“" * 300_000, '"' * 500_000,
        "KWT, " * 200_000, "Sabtu (9/5) " * 80_000, "(" * 500_000, "." * 500_000, "A " * 500_000, "ratusan " * 120_000,
        "x, " * 300_000, "diikuti oleh " * 80_000, "[" * 100_000, "kata salah satu " * 60_000,
    ],
    ids=lambda text: repr(text[:12]),
)  # fmt: skip
def test_of_a_megabyte_only_so_much_is_looked_at(text):
    source = written(f"{text[:900_000]}\n")
    document = open_document(source.encode(), STORY, Report(PATH))
    story = read_whole(PATH, written().encode())[0].story
    assert len(Manuscript(story, text, document).text) <= LONGEST
    held_against(coach(story, text, document).problems, source)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("24 orang", [24]), ("1.284 kunjungan", [1284]), ("dua puluh empat warga", [24]), ("sebelas", [11]),
        ("tujuh belas remaja", [17]), ("seratus lima puluh", [150]), ("dua ribu tiga ratus empat", [2304]),
        ("sepuluh ribu", [10_000]), ("dua ratus ribu", [200_000]), ("tiga dari lima", [3, 5]), ("Rp600.000", [600_000]),
        ("kesatuan puluhan", []), ("seribu dua", [1002]),
    ],
)  # fmt: skip
def test_numbers_are_read_in_figures_and_in_words(text, values):
    assert [number.value for number in numerals(text)] == values


def test_the_writers_words_are_found_across_marks_and_line_ends():
    source = written("**Hari:** Sabtu pagi\nsampai *siang* kami semua\nmenanam selada di kebun.\n")
    read, _ = read_whole(PATH, source.encode())
    script = Manuscript(read.story, read.text, open_document(source.encode(), STORY, Report(PATH)))
    cited = script.cite(script.text, most=20)
    assert cited is not None
    assert cited.words.removesuffix(" …") in source
    assert source.splitlines()[cited.line - 1].find(cited.words.removesuffix(" …").split()[0]) >= 0


def test_what_tells_of_persons_is_never_repeated():
    private = "Hubungi Budi di 0812-3456-7890 atau budi.santoso@surel.web.id."
    source = written(f"{private}\n\nRina Ayu Lestari (9), siswa SDN 2, membaca.\n", judul="Rina Ayu Lestari (9)")
    read, document = read_whole(PATH, source.encode())

    found = coach(read.story, read.text, document, read.found)

    said = "\n".join([*map(str, found.problems), found.praise.message if found.praise else ""])
    assert [one.kind for one in read.found] == ["anak", "telepon", "surel", "anak"]
    assert not {word for word in ("Ayu", "Lestari", "3456", "santoso") if word in said}


def test_her_file_is_not_needed_to_be_short():
    assert advice(written(BODY + "\nKebun itu disiram setiap pagi oleh warga.\n" * 4000)).problems == ()
