"""Records behind advocacy stand where they belong, come and go with what they name, and change with the clock."""

import datetime as dt
import sqlite3
from contextlib import closing, contextmanager

import pytest

from pipeline.archive import clock
from pipeline.archive.records import RecordChange
from pipeline.archive.store import Store
from pipeline.archive.visible import Visible
from pipeline.evidence.ledger import matters, overdue, today

NOW = int(dt.datetime(2026, 11, 22, 1, tzinfo=dt.UTC).timestamp())
BETA = '---\nnama: Beta\ntingkat: desa\nwilayah: "73.05.99.2999"\n---\n'
PROMISE = "[{dari: Desa, apa: rak, kode: rak, status: dijanjikan, nilai: 5 juta, tenggat: 2026-11-25}]"
FILE = "content/dukungan/rak.md"
GIFT = "---\nperpustakaan: alfa\nkode: rak\napa: rak\ndari: Desa\nnilai: 4 juta\nditerima: 2026-11-24\n{more}---\n"


@contextmanager
def look(room, now=NOW):
    with closing(sqlite3.connect(room.root / ".warta/cache/newsroom.sqlite")) as db:
        yield Visible(Store(db), "web", now)


def lines(room, area, now=NOW):
    with look(room, now) as web:
        return [(line.source.rpartition("/")[2], line.support.status, line.stories) for line in web.supports(area)]


def codes(report):
    return [(problem.path, problem.line, problem.code) for problem in report.problems]


@pytest.fixture
def room(newsroom, story):
    return newsroom({
        "content/stories/2026/11/janji.md": story("Janji", day="2026-11-20", dukungan=PROMISE),
        "content/libraries/beta.md": BETA,
    })  # fmt: skip


def test_lines_belong_to_every_area_that_contains_the_library(room):
    assert codes(room.build()) == []

    own = [("janji.md", "dijanjikan", ("2026/11/janji",))]
    for area in ("semua", "32", "32.04", "alfa"):
        assert lines(room, area) == own, area
    for area in ("73", "73.05", "beta", "3", "32.0"):
        assert lines(room, area) == [], area


def test_a_report_and_a_file_of_one_code_are_one_matter(room):
    room.write({FILE: GIFT.format(more="berita: [2026/11/janji, 2026/11/tidak-ada]\n")})
    assert codes(room.build()) == [(FILE, 8, "berita-tidak-dikenal")]

    with look(room) as web:
        (matter,) = matters(web.supports("32.04"))
    assert (matter.status, matter.value, matter.promised, matter.stories) == (
        "diterima", 4_000_000, dt.date(2026, 11, 20), ("2026/11/janji",),
    )  # fmt: skip


@pytest.mark.parametrize("head", [{"status": "draf"}, {"embargo": "2026-11-30"}, {"status": "tarik"}])
def test_the_lines_of_a_story_vanish_with_it(room, story, head):
    room.write({FILE: GIFT.format(more="berita: 2026/11/janji\n")})
    room.build()
    assert ("janji.md", "dijanjikan", ("2026/11/janji",)) in lines(room, "semua")

    room.write({"content/stories/2026/11/janji.md": story("Janji", day="2026-11-20", dukungan=PROMISE, **head)})
    room.build()
    assert lines(room, "semua") == [("rak.md", "diterima", ())]


def test_a_story_may_tell_of_what_another_library_gets(room, story):
    told = "[{dari: Koperasi, kode: beta/mesin, status: dijanjikan}]"
    room.write({"content/stories/2026/11/janji.md": story("Janji", day="2026-11-20", dukungan=told)})
    assert codes(room.build()) == []
    assert (len(lines(room, "73")), lines(room, "alfa")) == (1, [])

    room.write({"content/libraries/beta.md": None})
    assert codes(room.build()) == [("content/stories/2026/11/janji.md", 6, "perpustakaan-catatan-tidak-dikenal")]
    assert lines(room, "semua") == []

    room.write({"content/libraries/beta.md": BETA.replace("73.05.99", "33.01.99")})
    assert codes(room.build()) == []
    assert len(lines(room, "33.01")) == 1


def test_a_file_waits_for_its_library(room):
    room.write({FILE: GIFT.format(more="").replace("alfa", "gama")})
    assert codes(room.build()) == [(FILE, 2, "perpustakaan-catatan-tidak-dikenal")]

    room.write({"content/libraries/gama.md": BETA})
    assert codes(room.build()) == []
    assert lines(room, "73.05") == [("rak.md", "diterima", ())]


def test_contacts_in_a_file_hold_it(room):
    room.write({FILE: GIFT.format(more="alasan: Telepon 0812 3456 7890.\n")})
    assert (FILE, 8, "data-telepon") in codes(room.build())
    assert lines(room, "semua") == [("janji.md", "dijanjikan", ("2026/11/janji",))]


def test_a_promise_falls_due_at_an_instant(room):
    room.build()
    late = int(dt.datetime(2026, 11, 25, 17, tzinfo=dt.UTC).timestamp())

    with look(room) as web, closing(sqlite3.connect(room.root / ".warta/cache/newsroom.sqlite")) as db:
        store = Store(db)
        found = matters(web.supports("alfa"))
        due = clock.next_due(store, late - 1)
        assert (due.instant, due.what, due.address) == (late, "promise", "content/stories/2026/11/janji.md")
        assert not overdue(found, today(late - 1))
        assert overdue(found, today(late))
        for first, last in ((late - 1, late), (late, late - 1)):
            (change,) = clock.passed(store, first, last)
            assert change == RecordChange("support", None, None, frozenset({"semua", "32", "32.04", "alfa"}))
        assert not any(isinstance(one, RecordChange) for one in clock.passed(store, NOW, late - 1))


def test_what_is_gone_leaves_nothing_behind(room, story):
    room.write({FILE: GIFT.format(more="tenggat: 2026-12-01\n")})
    room.build()
    room.write({FILE: None, "content/stories/2026/11/janji.md": story("Janji", day="2026-11-20")})
    room.build()

    with closing(sqlite3.connect(room.root / ".warta/cache/newsroom.sqlite")) as db:
        counts = [db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("line", "record")]
        left = db.execute("SELECT count(*) FROM due WHERE what = 'promise'").fetchone()[0]
    assert (counts, left) == ([0, 0], 0)


PLAN = "---\njudul: Rencana {year}\ntahun: {year}\n{place}\nbutir: [{{apa: Kelas, target: 12 kali}}]\n---\n"
ISSUE = "---\njudul: Keliling?\nwilayah: '32.04'\nopsi: [{nama: A}, {nama: B}]\n---\n"
CHOICE = (
    "---\nperpustakaan: alfa\ntanggal: {day}\ncalon: [2026/11/janji, 2026/11/lain]\ndipilih: 2026/11/{chosen}\n"
    "alasan: Nyata.\n---\n"
)


def test_plans_and_questions_belong_to_exactly_the_area_that_they_name(room):
    room.write({
        "content/rencana/2026.md": PLAN.format(year=2026, place="perpustakaan: alfa"),
        "content/rencana/2027.md": PLAN.format(year=2027, place="perpustakaan: alfa"),
        "content/rencana/semua.md": PLAN.format(year=2026, place=""),
        "content/opsi/keliling.md": ISSUE,
        "content/rencana/hilang.md": PLAN.format(year=2026, place="perpustakaan: gama"),
    })  # fmt: skip
    report = room.build()

    assert ("content/rencana/hilang.md", 4, "perpustakaan-catatan-tidak-dikenal") in codes(report)
    with look(room) as web:
        assert [plan.year for plan in web.plans("alfa")] == [2027, 2026]
        assert [plan.address for plan in web.plans("semua")] == ["semua"]
        assert [issue.address for issue in web.issues("32.04")] == ["keliling"]
        assert not web.plans("32.04") + web.plans("gama")
        assert web.issues("semua") == []


def chosen(room, now=NOW):
    with look(room, now) as web:
        return [(one.address, one.chosen, one.candidates) for one in web.selections("alfa")]


def test_a_selection_is_shown_with_the_stories_that_everybody_may_see(room, story):
    other = "content/stories/2026/11/lain.md"
    room.write({
        "content/pilihan/lama.md": CHOICE.format(day="2026-10-01", chosen="janji"),
        "content/pilihan/baru.md": CHOICE.format(day="2026-11-01", chosen="lain"),
        other: story("Lain", day="2026-11-20"),
    })  # fmt: skip
    assert codes(room.build()) == []
    both = ("2026/11/janji", "2026/11/lain")
    assert chosen(room) == [("baru", "2026/11/lain", both), ("lama", "2026/11/janji", both)]

    room.write({other: story("Lain", day="2026-11-20", embargo="2026-11-25 10.00 WIB")})
    room.build()
    assert chosen(room) == [("lama", "2026/11/janji", ("2026/11/janji",))]
    opens = int(dt.datetime(2026, 11, 25, 3, tzinfo=dt.UTC).timestamp())
    assert len(chosen(room, opens)) == 2
    with closing(sqlite3.connect(room.root / ".warta/cache/newsroom.sqlite")) as db:
        changes = [one for one in clock.passed(Store(db), NOW, opens) if isinstance(one, RecordChange)]
    assert {(one.kind, one.new.address, one.areas) for one in changes} == {
        ("selection", "baru", frozenset({"alfa"})), ("selection", "lama", frozenset({"alfa"})),
    }  # fmt: skip

    room.write({other: None})
    assert codes(room.build()) == [
        ("content/pilihan/baru.md", 5, "pilihan-tidak-ada"), ("content/pilihan/lama.md", 4, "berita-tidak-dikenal"),
    ]  # fmt: skip
    assert chosen(room) == [("lama", "2026/11/janji", ("2026/11/janji",))]


def test_two_files_of_one_name_are_told_apart(room):
    room.write({
        "content/rencana/2026-a.md": PLAN.format(year=2026, place=""),
        "content/rencana/2026/a.md": PLAN.format(year=2027, place=""),
    })  # fmt: skip
    assert codes(room.build()) == [("content/rencana/2026/a.md", 1, "alamat-ganda")]
    with look(room) as web:
        assert [plan.year for plan in web.plans("semua")] == [2026]


INDICATOR = '[[indikator]]\nkode = "kegiatn"\nnama = "Kegiatan"\nsatuan = "kali"\nukur = "kegiatan"\n'


def test_an_indicator_that_nobody_defined_costs_a_line_of_a_plan_its_evidence(room):
    path = "content/rencana/2026.md"
    room.write({path: PLAN.format(year=2026, place="").replace("apa: Kelas", "apa: Kelas, indikator: kegiatn")})
    assert codes(room.build()) == [(path, 5, "butir-indikator")]

    def indicators():
        with look(room) as web:
            return [item.indicator for plan in web.plans("semua") for item in plan.items]

    assert indicators() == [""]
    room.write({"content/indikator.toml": INDICATOR})
    assert codes(room.build()) == []
    assert indicators() == ["kegiatn"]
    room.write({"content/indikator.toml": None})
    assert codes(room.build()) == [(path, 5, "butir-indikator")]
