"""Which cards a story has, and the number on one of them."""

import datetime as dt

import pytest

from pipeline.content.moment import Moment
from pipeline.content.story import Participants, Story
from pipeline.pictures.deck import counted


def story(**more) -> Story:
    return Story(
        address="2026/11/a", path="content/stories/2026/11/a.md", title="A", date=Moment(dt.date(2026, 11, 2)),
        library="alfa", **more,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("told", "number"),
    [
        ({"outcome": "24 ibu kini berjualan daring."}, ("24", "ibu kini berjualan daring")),
        ({"result": "1.284 kunjungan tercatat. Sisanya belum."}, ("1.284", "kunjungan tercatat")),
        ({"outcome": "Rp168.000 masuk kas kelompok."}, ("Rp168.000", "masuk kas kelompok")),
        ({"outcome": "60,5 % peserta lulus."}, ("60,5 %", "peserta lulus")),
        ({"outcome": "11,2 kilogram sayur dipanen."}, ("11,2", "kilogram sayur dipanen")),
        ({"outcome": "Warga gembira.", "result": "7 rak dibuat."}, ("7", "rak dibuat")),
        ({"outcome": "2027 menjadi tahun membaca."}, None),
        ({"outcome": "24"}, None),
        ({"outcome": "Ada 24 ibu."}, None),
        ({"participants": Participants(total=1_284)}, ("1.284", "peserta")),
        ({"participants": Participants(total=4)}, None),
        ({"participants": Participants(women=24)}, None),
        ({"outcome": "24 ibu berjualan.", "participants": Participants(total=53)}, ("24", "ibu berjualan")),
        ({}, None),
    ],
)
def test_the_number_of_a_story(told, number):
    assert counted(story(**told), "id") == number
