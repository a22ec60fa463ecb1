"""Dates, hours and numbers for readers and machines."""

import email.utils
import subprocess
import sys
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.content.dates import read_moment
from pipeline.content.moment import Moment, tzinfo
from pipeline.templating.dates import (
    clock,
    local_day,
    long_date,
    month_name,
    number,
    rfc822,
    rfc3339,
    short_date,
)

MAY_12 = date(2023, 5, 12)
MIDNIGHT = 1_683_824_400  # 12 May 2023, 00:00 in Jakarta
ZONES = st.sampled_from(["WIB", "WITA", "WIT", "+00:00", "+05:30", "-05:30"])


@pytest.mark.parametrize(
    ("language", "long", "short", "month", "many"),
    [
        ("id", "Jumat, 12 Mei 2023", "12 Mei 2023", "Mei 2023", "1.238"),
        ("en", "Friday, May 12, 2023", "May 12, 2023", "May 2023", "1,238"),
        ("en-GB", "Friday, 12 May 2023", "12 May 2023", "May 2023", "1,238"),
        ("jv", "Jumat, 12 Mei 2023", "12 Mei 2023", "Mei 2023", "1.238"),
        ("su", "Jumaah, 12 Méi 2023", "12 Méi 2023", "Méi 2023", "1.238"),
        ("id-ID", "Jumat, 12 Mei 2023", "12 Mei 2023", "Mei 2023", "1.238"),
        ("ban", "Jumat, 12 Mei 2023", "12 Mei 2023", "Mei 2023", "1.238"),
        ("", "Jumat, 12 Mei 2023", "12 Mei 2023", "Mei 2023", "1.238"),
        ("../etc", "Jumat, 12 Mei 2023", "12 Mei 2023", "Mei 2023", "1.238"),
    ],
)
def test_readers_get_their_own_language_and_indonesian_where_there_is_none(language, long, short, month, many):
    assert long_date(MAY_12, language) == long
    assert short_date(MAY_12, language) == short
    assert month_name(2023, 5, language) == month
    assert number(1238, language) == many


def test_indonesian_is_the_default():
    said = [long_date(MAY_12), short_date(MAY_12), month_name(2023, 5), number(1238), clock(time(9), "WIB")]
    assert said == ["Jumat, 12 Mei 2023", "12 Mei 2023", "Mei 2023", "1.238", "pukul 09.00 WIB"]


@pytest.mark.parametrize(
    ("zone", "language", "said"),
    [
        ("WIB", "id", "pukul 09.05 WIB"),
        ("WITA", "id", "pukul 09.05 WITA"),
        ("+09:00", "id", "pukul 09.05 WIT"),
        ("+00:00", "id", "pukul 09.05 UTC+00:00"),
        ("-05:30", "id", "pukul 09.05 UTC-05:30"),
        ("WIB", "en", "09:05 WIB"),
        ("WIB", "jv", "09:05 WIB"),
        ("WIB", "su", "09.05 WIB"),
        ("WIB", "ban", "pukul 09.05 WIB"),
    ],
)
def test_an_hour_names_its_zone(zone, language, said):
    assert clock(time(9, 5, 59), zone, language) == said


@pytest.mark.parametrize(
    ("n", "said"), [(0, "0"), (999, "999"), (1000, "1.000"), (-1234567, "-1.234.567"), (2.5, "2,5")]
)
def test_numbers_have_indonesian_separators(n, said):
    assert number(n) == said


def test_machines_get_an_instant_in_its_zone():
    assert rfc822(MIDNIGHT, "WIB") == "Fri, 12 May 2023 00:00:00 +0700"
    assert rfc3339(MIDNIGHT, "WIB") == "2023-05-12T00:00:00+07:00"
    assert rfc3339(MIDNIGHT, "+00:00") == "2023-05-11T17:00:00+00:00"
    assert rfc822(MIDNIGHT, "-05:30") == "Thu, 11 May 2023 11:30:00 -0530"


def test_days_of_a_feed_have_two_digits():
    assert rfc822(MIDNIGHT - 7 * 86400, "WIB") == "Fri, 05 May 2023 00:00:00 +0700"


def test_a_month_is_written_out():
    assert month_name(2023, 8) == "Agustus 2023"


def test_a_day_begins_in_its_own_zone():
    assert [local_day(MIDNIGHT - 1, zone) for zone in ("WIB", "WITA", "WIT")] == [MAY_12 - timedelta(1), MAY_12, MAY_12]


@pytest.mark.parametrize("day", [date.min, date.max])
@pytest.mark.parametrize("zone", ["WIB", "WIT", "+00:00", "-05:30"])
def test_the_first_and_last_days_do_not_overflow(day, zone):
    instant = Moment(day).instant(zone)
    assert local_day(instant, zone) == day
    assert rfc3339(instant, zone).startswith(day.isoformat())


@given(st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2200, 1, 1)), ZONES)  # noqa: DTZ001  naive by kind
def test_machine_forms_are_what_their_own_readers_read(stamp, zone):
    instant = int(stamp.replace(tzinfo=UTC).timestamp())
    read = [email.utils.parsedate_to_datetime(rfc822(instant, zone)), datetime.fromisoformat(rfc3339(instant, zone))]
    assert [int(found.timestamp()) for found in read] == [instant, instant]
    assert {found.utcoffset() for found in read} == {tzinfo(zone).utcoffset(None)}
    assert local_day(instant, zone) == read[0].date()


@given(st.dates())
def test_a_date_that_warta_writes_can_be_read_back(day):
    if day.year < 1000:  # the CLDR does not pad a year
        return
    assert read_moment(short_date(day)).moment == Moment(day)
    assert read_moment(long_date(day)).moment == Moment(day)
    assert not read_moment(long_date(day)).weekday_wrong


def test_babel_is_loaded_only_when_a_reader_needs_it():
    program = "import sys, pipeline.templating.dates as d; d.rfc822(0, 'WIB'); sys.exit('babel' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
