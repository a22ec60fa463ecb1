"""What is counted is content: a newsroom's own list replaces the default, and what is wrong with it is said."""

import sqlite3
from contextlib import closing

from pipeline.archive.store import Store
from pipeline.archive.visible import Visible

FILE = "content/indikator.toml"
OWN = '[[indikator]]\nkode = "hadir"\nnama = "Hadir"\nsatuan = "kehadiran"\nukur = "kehadiran"\n'


def codes(room):
    """Return the codes of the indicators that desks see."""
    with closing(sqlite3.connect(f"file:{room.root}/.warta/cache/newsroom.sqlite?mode=ro", uri=True)) as db:
        return [one.code for one in Visible(Store(db), "web", 0).indicators()]


def test_a_newsroom_counts_by_its_own_list_or_by_the_default(newsroom):
    room = newsroom({})
    room.build(only=("site",))
    assert "kehadiran" in codes(room)
    for text, expected in ((OWN, ["hadir"]), (OWN.replace('"hadir"', '"tamu"'), ["tamu"]), (None, codes(room))):
        room.write({FILE: text})
        assert room.build(only=("site",)).errors == 0
        assert codes(room) == expected


def test_what_is_wrong_is_told_with_its_line_and_the_rest_counts(newsroom):
    room = newsroom({FILE: OWN + '[[indikator]]\nkode = "lain"\nukur = "laporan"\n'})
    report = room.build(only=("site",))
    assert [(one.path, one.line, one.code) for one in report.problems] == [(FILE, 6, "indikator-tanpa-satuan")]
    assert codes(room) == ["hadir"]
    room.write({FILE: "[[indikator"})
    report = room.build(only=("site",))
    assert [(one.path, one.line, one.code) for one in report.problems] == [(FILE, 1, "indikator-tidak-terbaca")]
    assert "kehadiran" in codes(room)
    room.write({FILE: b"\xff\xfe\x00"})
    assert room.build(only=("site",)).errors == 1
    assert "kehadiran" in codes(room)
