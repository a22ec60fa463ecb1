"""The six questions of news: asked where a report leaves one open, and not where it answers in any usual way."""

import datetime as dt

import msgspec
import pytest

from pipeline.content.moment import Moment
from pipeline.content.story import Participants, Quote, Story
from pipeline.desks.press.questions import open_questions

WHOLE = Story(
    address="2026/11/panen", path="content/stories/2026/11/panen.md", title="Panen", date=Moment(dt.date(2026, 11, 20)),
    library="alfa", summary="Dua puluh ibu memanen sayur.", place="Balai desa", participants=Participants(total=20),
    problem="Sayur mahal.",
)  # fmt: skip
LONG = "Mereka menyemai benih pada bulan pertama lalu memindahkannya ke pipa bekas. " * 6


def asked(text: str = LONG, **changed) -> list[str]:
    return [one.name for one in open_questions(msgspec.structs.replace(WHOLE, **changed), text)]


def test_a_whole_report_leaves_nothing_open():
    assert asked() == []


@pytest.mark.parametrize(
    ("changed", "text", "name"),
    [
        ({"summary": ""}, "Kami memanen.", "apa"),
        ({"participants": None}, LONG, "siapa"),
        ({"kind": "pengumuman"}, LONG, "kapan"),
        ({"place": ""}, LONG, "di mana"),
        ({"problem": ""}, LONG, "mengapa"),
        ({}, "Mereka menyemai benih bersama di halaman.", "bagaimana"),
    ],
    ids=["what", "who", "when", "where", "why", "how"],
)
def test_what_is_missing_is_asked(changed, text, name):
    assert name in asked(text, **changed)


@pytest.mark.parametrize(
    ("changed", "text"),
    [
        ({"participants": None, "quotes": (Quote("Senang."),)}, LONG),
        ({"participants": None}, f"{LONG} Pak Gani menutup acara."),
        ({"problem": ""}, f"{LONG} Itu dilakukan karena sayur mahal."),
        ({"problem": "", "meaning": "Warga mandiri."}, LONG),
        ({"action": "Membagikan bibit."}, "Mereka menyemai benih bersama di halaman."),
        ({"kind": "pengumuman", "date": Moment(dt.date(2026, 11, 20), dt.time(9))}, LONG),
    ],
    ids=["a voice", "a name", "a reason", "a meaning", "an action", "an hour"],
)
def test_any_usual_answer_is_one(changed, text):
    assert asked(text, **changed) == []


def test_every_question_says_what_to_write():
    bare = Story(address="2026/11/a", path="a", title="A", date=Moment(dt.date(2026, 11, 20)), library="alfa")
    found = open_questions(bare, "")
    assert [one.name for one in found] == ["apa", "siapa", "di mana", "mengapa", "bagaimana"]
    assert all(one.missing and one.fix for one in found)
