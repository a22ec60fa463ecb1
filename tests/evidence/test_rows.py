"""Rows to copy into other systems: their columns, what they add up to, and what they never show."""

from hypothesis import given

from pipeline import config
from pipeline.archive.privacy import SMALL
from pipeline.content.library import Library
from pipeline.content.story import Participants
from pipeline.evidence import iplm, sim
from pipeline.evidence.area import Area
from pipeline.evidence.evidence import evidence, gathered
from tests.evidence.test_evidence import fact, facts, people

ALFA = Area("alfa", "perpustakaan", "Alfa", ("32.04", "32", "semua"))
LIBRARY = Library(slug="alfa", path="content/libraries/alfa.md", name="Perpustakaan Alfa", region="32.04.05.2001")
ALL = tuple(sim.COLUMNS)


def rows(told, columns=ALL, *, sample=False):
    """Return the rows of what *told* says of one library, each by heading."""
    head = sim.head(columns, sample=sample)
    found = sim.rows(LIBRARY, gathered(ALFA, told), columns, "https://kabar.example/", sample=sample)
    return [dict(zip(head, row, strict=True)) for row in found]


def test_every_column_that_may_be_chosen_has_its_meaning():
    assert config.COLUMNS == ALL
    assert set(sim.USUAL) <= set(ALL)


def test_a_month_and_a_strategy_have_one_row():
    told = [
        fact(1, strategy="advokasi", came=20, participants=split_of(total=20, men=6, women=14), partners=("PKK",)),
        fact(2, strategy="advokasi", came=9, participants=split_of(total=9), partners=("PKK", "Karang Taruna")),
        fact(3, month="2025/02", cost=0),
    ]
    first, second = rows(told)
    assert first | {"Bulan": "2025-01", "Strategi": "Advokasi", "Jumlah kehadiran": "29"} == first
    assert first | {"Kehadiran laki-laki": "6", "Kehadiran tidak dirinci": "9", "Kehadiran anak": ""} == first
    assert first | {"Mitra": "PKK; Karang Taruna", "Jumlah kerja sama": "3", "Jumlah kegiatan": "2"} == first
    assert first["Tautan laporan"].split() == [f"https://kabar.example/2025/01/kabar-00{n}/" for n in (1, 2)]
    assert second | {"Bulan": "2025-02", "Strategi": "", "Jumlah kehadiran": "", "Biaya (rupiah)": "0"} == second
    assert rows(told, ("bulan", "kegiatan"))[1] == {"Bulan": "2025-02", "Jumlah kegiatan": "1"}


def split_of(**parts):
    """Return counts of those who came."""
    return people(Participants(**parts))["participants"]


def test_nobody_is_what_was_told_and_blank_what_was_not():
    (none,) = rows([fact(1, came=12, participants=split_of(total=12, men=0, women=12))])
    assert (none["Kehadiran laki-laki"], none["Kehadiran perempuan"]) == ("0", "12")
    (hidden,) = rows([fact(1, came=12, participants=split_of(total=12, men=3, women=9))])
    assert (hidden["Kehadiran laki-laki"], hidden["Kehadiran perempuan"]) == ("", "")


@given(facts())
def test_rows_add_up_to_the_whole_and_show_nothing_small(told):
    real, samples = evidence(ALFA, told)
    for whole in (real, samples):
        found = rows(told, sample=whole.sample)
        assert all((row.get("Contoh") == "ya") is whole.sample for row in found)
        for heading, total in {
            "Jumlah kegiatan": whole.sums.events,
            "Jumlah kehadiran": whole.sums.came,
            "Kehadiran laki-laki": whole.sums.men,
            "Kehadiran perempuan": whole.sums.women,
            "Kehadiran anak": whole.sums.children,
            "Jumlah kerja sama": whole.sums.ties,
        }.items():
            assert sum(int(row[heading] or 0) for row in found) == total
        for row in found:
            parts = [row[f"Kehadiran {part}"] for part in ("laki-laki", "perempuan", "anak", "lansia", "difabel")]
            assert not any(1 <= int(part or 0) <= SMALL for part in parts)


def test_what_reports_do_not_tell_is_not_there():
    (found, _) = evidence(ALFA, [fact(1, came=20, participants=None, partners=("PKK",)), fact(2, partners=("pkk",))])
    told = list(iplm.rows(found))
    assert {row[1]: row[2] for row in told if row[2] != iplm.MISSING} == {
        "peserta kegiatan": "20",
        "jumlah program dan kegiatan": "2",
        "jumlah kerja sama eksternal": "1",
    }
    assert len(told) == len(iplm.QUESTIONS)
    (silent, _) = evidence(ALFA, [fact(1)])
    assert [row[2] for row in iplm.rows(silent)].count(iplm.MISSING) == len(iplm.QUESTIONS) - 1


def test_rows_of_samples_say_so():
    told = [fact(1, sample=True, came=20)]
    assert [row["Contoh"] for row in rows(told, sample=True)] == ["ya"]
    assert rows(told) == []
    _, samples = evidence(ALFA, told)
    assert {row[-1] for row in iplm.rows(samples)} == {"ya"}
    assert iplm.head(sample=True)[-1] == "contoh"
