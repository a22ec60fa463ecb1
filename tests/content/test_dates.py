"""Dates as people write them."""

import pickle
from datetime import date, time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.content.dates import DateError, read_moment
from pipeline.content.datewords import MONTHS, WEEKDAYS
from pipeline.content.moment import Moment

FIRST_OF_THE_TABLE = [month[0].capitalize() for month in MONTHS]
MAY_12 = date(2023, 5, 12)

DAYS = {
    "2023-05-12": MAY_12,
    "2023-5-12": MAY_12,
    "2023/05/12": MAY_12,
    "12 Mei 2023": MAY_12,
    "12 mei 2023": MAY_12,
    "12 MEI 2023": MAY_12,
    "  12   Mei  2023 ": MAY_12,
    "12\u00a0Mei\u202f2023": MAY_12,
    "\u200e12 Mei 2023\u200b": MAY_12,
    "１２ Mei ２０２３": MAY_12,
    "12 Mei 2023.": MAY_12,
    "12-Mei-2023": MAY_12,
    "12Mei2023": MAY_12,
    "12 Mei, 2023": MAY_12,
    "12 bulan Mei tahun 2023": MAY_12,
    "12 Mei 23": MAY_12,
    "12-Mei-23": MAY_12,
    "12 Mei '23": MAY_12,
    "12 Mei 69": date(1969, 5, 12),
    "12 Mei 68": date(2068, 5, 12),
    "12/5/2023": MAY_12,
    "12/05/2023": MAY_12,
    "12-5-2023": MAY_12,
    "12.5.2023": MAY_12,
    "12 - 5 - 2023": MAY_12,
    "12/5/23": MAY_12,
    "5/12/2023": date(2023, 12, 5),
    "Jumat, 12 Mei 2023": MAY_12,
    "Jum'at, 12 Mei 2023": MAY_12,
    "Jum’at 12 Mei 2023": MAY_12,
    "JUM`AT, 12 MEI 2023": MAY_12,
    "Jumat (12/5/2023)": MAY_12,
    "Jumat/12 Mei 2023": MAY_12,
    "12 Mei 2023 (Jumat)": MAY_12,
    "Jumat Kliwon, 12 Mei 2023": MAY_12,
    "Jumat pagi, 12 Mei 2023": MAY_12,
    "tanggal 12 Mei 2023": MAY_12,
    "tgl. 12 Mei 2023": MAY_12,
    "Tgl 12/5/2023": MAY_12,
    "hari Jumat 12 Mei 2023": MAY_12,
    "pada tanggal 12 Mei 2023": MAY_12,
    "pada hari Jumat tanggal 12 Mei 2023": MAY_12,
    "Hari/Tanggal : Jumat, 12 Mei 2023": MAY_12,
    "12–14 Mei 2023": MAY_12,
    "12—14 Mei 2023": MAY_12,
    "12-14 Mei 2023": MAY_12,
    "12 s.d. 14 Mei 2023": MAY_12,
    "12 s/d 14 Mei 2023": MAY_12,
    "12 sd 14 Mei 2023": MAY_12,
    "12 sampai dengan 14 Mei 2023": MAY_12,
    "12 hingga 14 Mei 2023": MAY_12,
    "dari 12 sampai 14 Mei 2023": MAY_12,
    "12, 13 dan 14 Mei 2023": MAY_12,
    "12, 13, dan 14 Mei 2023": MAY_12,
    "12 & 13 Mei 2023": MAY_12,
    "12/13 Mei 2023": MAY_12,
    "12/13/14 Mei 2023": MAY_12,
    "30 April-12 Mei 2023": date(2023, 4, 30),
    "10-11-12 Mei 2023": date(2023, 5, 10),
    "12-14/5/2023": MAY_12,
    "12/5 - 14/5/2023": MAY_12,
    "28/4 - 2/5/2023": date(2023, 4, 28),
    "30 April - 2 Mei 2023": date(2023, 4, 30),
    "30 April - 12 Mei 2023": date(2023, 4, 30),
    "30 April 2023 - 2 Mei 2023": date(2023, 4, 30),
    "30 Desember - 2 Januari 2023": date(2022, 12, 30),
    "30 Desember 2022 s.d. 2 Januari 2023": date(2022, 12, 30),
    "2023-05-12 - 2023-05-14": MAY_12,
    "Jumat, 12 Mei s.d. Minggu, 14 Mei 2023": MAY_12,
    "Sabtu-Minggu, 13-14 Mei 2023": date(2023, 5, 13),
    "12 Mei dan 3 Juni 2023": MAY_12,
    "May 12, 2023": MAY_12,
    "Friday, May 12th, 2023": MAY_12,
    "12th of May 2023": MAY_12,
    "May 12-14, 2023": MAY_12,
    "29 Februari 2024": date(2024, 2, 29),
    "1 Jan 2020": date(2020, 1, 1),
    "2 Djanuari 1949": date(1949, 1, 2),
    "3 Pebruari 2020": date(2020, 2, 3),
    "3 Peb. 2020": date(2020, 2, 3),
    "4 March 2020": date(2020, 3, 4),
    "5 Apr 2020": date(2020, 4, 5),
    "6 Djuni 1949": date(1949, 6, 6),
    "7 July 2020": date(2020, 7, 7),
    "8 Agt 2020": date(2020, 8, 8),
    "8 Ags 2020": date(2020, 8, 8),
    "8 Agst. 2020": date(2020, 8, 8),
    "8 August 2020": date(2020, 8, 8),
    "9 Sept 2020": date(2020, 9, 9),
    "10 October 2020": date(2020, 10, 10),
    "11 Nopember 2020": date(2020, 11, 11),
    "12 Des 2020": date(2020, 12, 12),
}


@pytest.mark.parametrize(("text", "day"), DAYS.items())
def test_a_day_is_read_as_written(text, day):
    assert read_moment(text).moment == Moment(day)


CLOCKS = {
    "2023-05-12T09:00": (time(9), None),
    "2023-05-12T09:00:30.250Z": (time(9, 0, 30), "+00:00"),
    "2026-11-22T08:00:00+07:00": (time(8), "+07:00"),
    "2026-11-22T08:00+0900": (time(8), "+09:00"),
    "2026-11-22T08:00:00-05:30": (time(8), "-05:30"),
    "2026-11-22 08:00:00-05:00": (time(8), "-05:00"),
    "2026-11-22 08:00:00+00:00": (time(8), "+00:00"),
    "2026-11-22t08:00z": (time(8), "+00:00"),
    "2027-01-01 10.00 WIB": (time(10), "WIB"),
    "12 Mei 2023 pukul 09.00 WIB": (time(9), "WIB"),
    "12 Mei 2023, pkl. 9:30 wita": (time(9, 30), "WITA"),
    "12 Mei 2023 pukul 10.30 WIT": (time(10, 30), "WIT"),
    "12 Mei 2023 jam 9": (time(9), None),
    "12 Mei 2023 (09.00)": (time(9), None),
    "12 Mei 2023 00.00": (time(0), None),
    "12 Mei 2023 pukul 09.00 GMT+7": (time(9), "+07:00"),
    "12 Mei 2023 09:00 UTC": (time(9), "+00:00"),
    "12 Mei 2023 09:00 +0800": (time(9), "+08:00"),
    "12 Mei 23 09.00": (time(9), None),
    "12 Mei 2023 09.00-11.00 WIB": (time(9), "WIB"),
    "12 Mei 2023 pukul 09.00 WIB – selesai": (time(9), "WIB"),
    "12 Mei 2023 pukul 9 s.d. 11 WIB": (time(9), "WIB"),
    "2023-05-12 09:00-11:00": (time(9), None),
    "12 Mei 2023 pukul 10.00 WIB/11.00 WITA/12.00 WIT": (time(10), "WIB"),
    "pukul 09.00 WIB, Jumat, 12 Mei 2023": (time(9), "WIB"),
    "pukul 09.00 - 12 Mei 2023": (time(9), None),
    "pukul 09.00 - 12/5/2023": (time(9), None),
    "12 Mei 20.00 dan 13 Mei 2023": (time(20), None),
    "12 Mei 2023 09:00 UTC-5": (time(9), "-05:00"),
    "12 Mei 2023 jam 9 pagi": (time(9), None),
    "12 Mei 2023, 9 pagi": (time(9), None),
    "12 Mei 2023 jam 11 siang": (time(11), None),
    "12 Mei 2023 jam 12 siang": (time(12), None),
    "12 Mei 2023 jam 2 siang": (time(14), None),
    "12 Mei 2023 pukul 14.00 siang": (time(14), None),
    "12 Mei 2023 jam 4 sore": (time(16), None),
    "12 Mei 2023 jam 7 malam": (time(19), None),
    "12 Mei 2023 jam 1 dini hari": (time(1), None),
    "12 Mei 2023 jam 2-4 sore": (time(14), None),
    "12 Mei 2023 jam 8-12 siang": (time(8), None),
    "12 Mei 2023 jam 9 pagi - 2 siang": (time(9), None),
    "Jumat sore, 12 Mei 2023 jam 4": (time(16), None),
    "malam Sabtu, 12 Mei 2023 jam 7": (time(19), None),
    "May 12, 2023 2:30 PM": (time(14, 30), None),
    "May 12, 2023 12 am": (time(0), None),
    "12 Mei 2023 WITA": (None, "WITA"),
}


@pytest.mark.parametrize(("text", "clock", "zone"), [(text, *read) for text, read in CLOCKS.items()])
def test_an_hour_and_a_zone_are_read_as_written(text, clock, zone):
    moment = read_moment(text).moment
    assert (moment.clock, moment.zone) == (clock, zone)
    assert moment.day in {MAY_12, date(2026, 11, 22), date(2027, 1, 1)}


@pytest.mark.parametrize("text", ["12 Mei 2023 jam 12 malam", "12 Mei 2023 pukul 24.00", "2023-05-12T24:00:00"])
def test_midnight_at_the_end_of_a_day_keeps_that_day(text):
    assert read_moment(text).moment == Moment(MAY_12, time(23, 59, 59))


WEEKDAYS_WRITTEN = {
    "12 Mei 2023": (None, False),
    "Jumat, 12 Mei 2023": ("Jumat", False),
    "Jum'at, 12 Mei 2023": ("Jumat", False),
    "Kemis, 12 Mei 2023": ("Kemis", True),
    "Friday, 12 May 2023": ("Friday", False),
    "12 Mei 2023 (Sabtu)": ("Sabtu", True),
    "Ahad, 14 Mei 2023": ("Ahad", False),
    "Minggu, 14 Mei 2023": ("Minggu", False),
    "Senen, 15/5/2023": ("Senen", False),
    "Selasa, 16/5/2023": ("Selasa", False),
    "Rebo, 17/5/2023": ("Rebo", False),
    "Saptu, 13/5/2023": ("Saptu", False),
    "pada hari Senin tanggal 16 Mei 2023": ("Senin", True),
    "Jumat, 12 s.d. Minggu, 14 Mei 2023": ("Jumat", False),
    "12 s.d. Minggu, 14 Mei 2023": (None, False),
    "malam Minggu, 13 Mei 2023": (None, False),
}


@pytest.mark.parametrize(("text", "written", "wrong"), [(text, *read) for text, read in WEEKDAYS_WRITTEN.items()])
def test_a_weekday_that_does_not_fit_is_told(text, written, wrong):
    read = read_moment(text)
    assert (read.weekday_written, read.weekday_wrong) == (written, wrong)


ERRORS = {
    "": ("empty", "12 Mei 2023"),
    " \u00a0\n": ("empty", "12 Mei 2023"),
    "31 Juni 2023": ("impossible", "30 Juni 2023"),
    "32 Juli 2025": ("impossible", "31 Juli 2025"),
    "29 Februari 2023": ("impossible", "28 Februari 2023"),
    "0 Mei 2023": ("impossible", "1 Mei 2023"),
    "2023-02-30": ("impossible", "28 Februari 2023"),
    "2023-13-01": ("impossible", "13 Januari 2023"),
    "5/25/2023": ("impossible", "25 Mei 2023"),
    "40/40/2023": ("impossible", "31 Desember 2023"),
    "12 Mei 0000": ("impossible", "12 Mei 0001"),
    "32 Desember 9999": ("impossible", "31 Desember 9999"),
    "8-32 Mei 2023": ("impossible", "31 Mei 2023"),
    "30 - 2 Mei 2023": ("impossible", "2 Mei 2023"),
    "12 Mei 2023 pukul 25.00": ("impossible", "12 Mei 2023 pukul 23.00"),
    "12 Mei 2023 pukul 24.30": ("impossible", "12 Mei 2023 pukul 23.30"),
    "12 Mei 2023 pukul 09.75": ("impossible", "12 Mei 2023 pukul 09.59"),
    "12 Mei 2023 pukul 09.00.75": ("impossible", "12 Mei 2023 pukul 09.00"),
    "12 Mei 2023 pukul 09.00-25.00": ("impossible", "12 Mei 2023 pukul 23.00"),
    "12 Mei 2023 jam 5 malam": ("impossible", "12 Mei 2023 pukul 23.00"),
    "2023-05-12T25:00:00": ("impossible", "12 Mei 2023 pukul 23.00"),
    "2023-05-12T09:00:00+25:00": ("impossible", "12 Mei 2023 pukul 09.00 WIB"),
    "12 Mei": ("unknown", "12 Mei 2023"),
    "Mei 2024": ("unknown", "1 Mei 2024"),
    "2024": ("unknown", "1 Mei 2024"),
    "12 Agsutus 2024": ("unknown", "12 Agustus 2024"),
    "12 Mei 202": ("unknown", "12 Mei 2023"),
    "1 2 Mei 2023": ("unknown", "1 Mei 2023"),
    "3 hari 12-14 Mei 2023": ("unknown", "3 Mei 2023"),
    "112 Mei 2023": ("unknown", "1 Mei 2023"),
    "12 Mei 2023 9": ("unknown", "12 Mei 2023"),
    "12 Mei 2023 di balai desa": ("unknown", "12 Mei 2023"),
    "besok": ("unknown", "12 Mei 2023"),
    "pukul 09.00 WIB": ("unknown", "12 Mei 2023"),
    "12 Mei 2023 " + "-" * 300: ("unknown", "12 Mei 2023"),
}


@pytest.mark.parametrize(("text", "reason", "suggestion"), [(text, *said) for text, said in ERRORS.items()])
def test_what_is_no_date_is_an_error_with_an_example(text, reason, suggestion):
    with pytest.raises(DateError) as raised:
        read_moment(text)
    assert (raised.value.reason, raised.value.suggestion) == (reason, suggestion)


def test_an_error_crosses_processes():
    error = pickle.loads(pickle.dumps(DateError("impossible", "31 Juli 2025")))
    assert (error.reason, error.suggestion) == ("impossible", "31 Juli 2025")


@pytest.mark.parametrize(("number", "words"), list(enumerate(MONTHS, 1)))
def test_every_spelling_of_a_month_is_read(number, words):
    for word in words:
        assert read_moment(f"3 {word} 2023").moment.day == date(2023, number, 3)
        assert read_moment(f"3 {word}. 23 jam 9").moment == Moment(date(2023, number, 3), time(9))


@pytest.mark.parametrize(("number", "words"), list(enumerate(WEEKDAYS)))
def test_every_spelling_of_a_weekday_is_read(number, words):
    for word in words:
        assert not read_moment(f"{word}, {15 + number} Mei 2023").weekday_wrong
        assert read_moment(f"{word}, {16 + number} Mei 2023").weekday_wrong


@given(st.dates())
def test_every_day_can_be_written_in_each_form(day):
    month = FIRST_OF_THE_TABLE[day.month - 1]
    forms = [
        day.isoformat(),
        f"{day.day} {month} {day.year:04}",
        f"{WEEKDAYS[day.weekday()][0].capitalize()}, {day.day} {month} {day.year:04}",
        f"{day.day}/{day.month}/{day.year:04}",
        f"{day.day:02}-{day.month:02}-{day.year:04}",
        f"{day.day}.{day.month}.{day.year:04}",
        f"{day.isoformat()} ",
    ]
    read = [read_moment(form) for form in forms]
    assert {found.moment for found in read} == {Moment(day)}
    assert not any(found.weekday_wrong for found in read)


@given(st.datetimes(timezones=st.timezones()))
def test_every_program_s_time_stamp_is_read(stamp):
    offset = stamp.isoformat()[19:].lstrip(".0123456789")
    if len(offset) > 6:  # local mean time, before zones: seconds in the offset
        return
    read = read_moment(stamp.isoformat()).moment
    assert (read.day, read.clock, read.zone) == (stamp.date(), stamp.time().replace(microsecond=0), offset)


@given(st.dates(), st.times(), st.sampled_from(["WIB", "WITA", "WIT"]))
def test_every_hour_can_be_written_in_indonesian(day, clock, zone):
    month = FIRST_OF_THE_TABLE[day.month - 1]
    text = f"{day.day} {month} {day.year:04} pukul {clock:%H.%M} {zone}"
    assert read_moment(text).moment == Moment(day, time(clock.hour, clock.minute), zone)


DATE_WORDS = """12 5 31 2023 23 Mei Februari Des Jumat hari tgl. pukul jam 09.00 25.61 24 siang malam WIB +07:00 - s.d.
, / dan T Z : . selesai 2023-05-12 2023-02-31 12/5/2023 31/2 0 00 9999 th UTC -14"""
WORDS = st.sampled_from(DATE_WORDS.split())


@given(st.one_of(st.text(), st.lists(WORDS).map(" ".join), st.lists(WORDS).map("".join)))
@example("2023-05-12T09:00:00+99:99")
@example("٣ Mei ٢٠٢٣")
@example("12 Mei ²023")
def test_any_text_is_a_moment_or_an_error_whose_example_can_be_read(text):
    try:
        moment = read_moment(text).moment
    except DateError as error:
        read_moment(error.suggestion)
    else:
        moment.instant("WIB")
