"""The rule that gives every story its hour: hard cases first."""

import datetime as dt
from collections import Counter
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.desks.calendar.schedule import Slot, Story, slots
from pipeline.holidays import Almanac, Holiday, almanac
from pipeline.platforms.hours import Rule, Rules, Settings, Window, rules

ALL = frozenset(range(7))
EVENING = Rule(ALL, (time(18, 30), time(19, 30)), 0, 3, 2)
FREE = Rules((), (), "tandai", "tandai")
NONE = Almanac({}, frozenset({2026}))


def story(address: str, published: str, *, event: str = "", month: str = "") -> Story:
    """Return a story; *event* is the day, or the instant, to which it invites."""
    at = datetime.fromisoformat(published)
    year, number = (int(part) for part in (month or published[:7]).split("-"))
    if not event:
        return Story(address, 12 * year + number, at)
    begins = datetime.fromisoformat(event)
    day = datetime.combine(begins.date(), time.min)
    return Story(address, 12 * year + number, at, day, begins if len(event) > 10 else day + dt.timedelta(hours=23))


def hours(stories, rule: Rule = EVENING, free: Rules = FREE, days: Almanac = NONE) -> dict[str, str]:
    """Return the hours that stories get, as text."""
    return {address: f"{slot.at:%Y-%m-%d %H:%M}" for address, slot in slots(stories, rule, free, days).items()}


def test_a_story_goes_out_on_its_own_day_at_the_first_hour_that_is_left():
    assert hours([story("a", "2026-11-11 08:00")]) == {"a": "2026-11-11 18:30"}
    assert hours([story("a", "2026-11-11 18:30")]) == {"a": "2026-11-11 18:30"}
    assert hours([story("a", "2026-11-11 18:31")]) == {"a": "2026-11-11 19:30"}


def test_what_is_published_at_one_minute_to_midnight_waits_for_the_next_day():
    assert hours([story("a", "2026-11-11 23:59")]) == {"a": "2026-11-12 18:30"}


def test_on_the_last_day_of_a_year_it_goes_out_in_the_next_some_minutes_later():
    assert hours([story("a", "2026-12-31 23:59")]) == {"a": "2027-01-01 18:31"}
    assert hours([story("b", "2027-01-01 00:00")]) == {"b": "2027-01-01 18:30"}


def test_a_leap_day_is_a_day():
    assert hours([story("a", "2028-02-28 20:00")]) == {"a": "2028-02-29 18:30"}
    assert hours([story("a", "2028-02-29 20:00")]) == {"a": "2028-03-01 18:31"}


@pytest.mark.parametrize("year", ["0001", "1999", "2100", "9999"])
def test_far_years_are_years_and_their_holidays_are_not_known(year):
    (slot,) = slots([story("a", f"{year}-12-30 08:00")], EVENING, FREE, almanac()).values()

    assert (f"{slot.at.year:04}-{slot.at:%m-%d %H:%M}", slot.holiday, slot.known) == (
        f"{year}-12-30 18:30", None, False,
    )  # fmt: skip


def test_after_the_last_day_of_all_there_is_no_hour():
    assert hours([story("a", "9999-12-31 20:00")]) == {}


def test_forty_stories_of_one_day_fill_their_days_and_the_rest_has_no_hour():
    found = hours([story(f"{number:02}", "2026-11-11 06:00") for number in range(40)])

    assert list(found) == [f"{number:02}" for number in range(8)]  # two hours on each of four days
    assert len(set(found.values())) == 8
    assert max(found.values()) == "2026-11-14 19:30"


def test_one_a_day_is_one_a_day():
    found = hours([story(name, "2026-11-11 06:00") for name in "abc"], EVENING._replace(most=1))

    assert found == {"a": "2026-11-11 18:30", "b": "2026-11-12 18:30", "c": "2026-11-13 18:30"}


def test_only_on_its_weekdays_and_not_before_so_many_hours():
    weekend = Rule(frozenset({5, 6}), (time(9),), 24, 7, 1)

    assert hours([story("a", "2026-11-11 08:00")], weekend) == {"a": "2026-11-14 09:00"}  # a Wednesday
    assert hours([story("a", "2026-11-13 10:00")], weekend) == {"a": "2026-11-15 09:00"}  # Saturday 9 is too early
    assert hours([story("a", "2026-11-09 08:00")], weekend._replace(latest=3)) == {}


def test_nothing_is_posted_during_friday_prayer_which_ends_at_its_end():
    noon = Rule(ALL, (time(12), time(13)), 0, 3, 1)
    friday = FREE._replace(avoided=(Window(4, time(11, 30), time(13)),))

    assert hours([story("a", "2026-11-13 08:00")], noon, friday) == {"a": "2026-11-13 13:00"}
    assert hours([story("a", "2026-11-12 08:00")], noon, friday) == {"a": "2026-11-12 12:00"}
    daily = FREE._replace(avoided=(Window(None, time(11), time(13, 1)),))
    assert hours([story("a", "2026-11-12 08:00")], noon, daily) == {}


# -- holidays --------------------------------------------------------------------------------------------------------


def feast(*days: str, kind: str = "libur") -> Almanac:
    return Almanac({date.fromisoformat(day): Holiday("Hari Raya", kind) for day in days}, frozenset({2026}))


def test_a_holiday_is_marked_or_passed_over_as_the_rules_say():
    one = [story("a", "2026-11-11 08:00")]
    days = feast("2026-11-11")
    (marked,) = slots(one, EVENING, FREE, days).values()

    assert marked == Slot(datetime(2026, 11, 11, 18, 30), Holiday("Hari Raya", "libur"), True)  # noqa: DTZ001  local
    assert hours(one, free=FREE._replace(holiday="lewati"), days=days) == {"a": "2026-11-12 18:30"}
    assert hours(one, free=FREE._replace(leave="lewati"), days=days) == {"a": "2026-11-11 18:30"}
    leave = feast("2026-11-11", kind="cuti_bersama")
    assert hours(one, free=FREE._replace(leave="lewati"), days=leave) == {"a": "2026-11-12 18:30"}


def test_where_every_day_is_a_holiday_it_goes_out_on_the_first_all_the_same():
    days = feast(*(f"2026-11-{day}" for day in range(11, 20)))
    found = slots([story("a", "2026-11-11 08:00")], EVENING, FREE._replace(holiday="lewati"), days)

    assert [(f"{slot.at:%d %H:%M}", slot.holiday is not None) for slot in found.values()] == [("11 18:30", True)]


# -- invitations -----------------------------------------------------------------------------------------------------


def test_an_invitation_goes_out_before_its_day():
    found = hours([story("a", "2026-11-11 08:00", event="2026-11-20")])
    assert found == {"a": "2026-11-11 18:30"}
    slow = Rule(frozenset({5}), (time(9),), 0, 7, 1)  # Saturdays only, and the event is on Friday
    assert hours([story("a", "2026-11-11 08:00", event="2026-11-13")], slow) == {"a": "2026-11-11 09:00"}


def test_an_invitation_that_comes_late_takes_any_hour_of_the_day():
    assert hours([story("a", "2026-11-11 19:40", event="2026-11-12")]) == {"a": "2026-11-11 20:00"}
    assert hours([story("a", "2026-11-11 21:00", event="2026-11-12 10:00")]) == {"a": "2026-11-12 06:00"}
    assert hours([story("a", "2026-11-12 09:10", event="2026-11-12 10:00")]) == {"a": "2026-11-12 09:30"}
    assert hours([story("a", "2026-11-12 09:40", event="2026-11-12 10:00")]) == {}
    assert hours([story("a", "2026-11-12 09:40", event="2026-11-12")]) == {"a": "2026-11-12 10:00"}
    assert hours([story("a", "2026-11-13 09:40", event="2026-11-12")]) == {}


def test_invitations_go_before_other_stories_the_nearest_event_first():
    rule = EVENING._replace(most=1, latest=9)
    found = hours(
        [
            story("kabar", "2026-11-11 06:00"),
            story("nanti", "2026-11-11 07:00", event="2026-11-20"),
            story("segera", "2026-11-11 08:00", event="2026-11-12"),
        ],
        rule,
    )

    assert found == {"segera": "2026-11-11 18:30", "nanti": "2026-11-12 18:30", "kabar": "2026-11-13 18:30"}


def test_an_invitation_to_a_far_day_finds_a_day_beyond_the_usual_ones():
    news = [story(f"{number}", "2026-11-11 06:00", event="2026-11-30") for number in range(10)]

    assert len(hours(news)) == 10
    assert max(hours(news).values()) == "2026-11-15 19:30"


# -- laws ------------------------------------------------------------------------------------------------------------

MOMENTS = st.datetimes(datetime(2026, 10, 25), datetime(2026, 12, 5))  # noqa: DTZ001  local
SETTINGS = rules(Settings(libur="lewati", cuti_bersama="lewati"))


@given(
    st.lists(
        st.tuples(MOMENTS, st.sampled_from([None, 0, 1, 5]), st.sampled_from(["2026-10", "2026-11", "2026-12"])),
        max_size=40,
    ),
    st.sampled_from([rule for _, rule in SETTINGS.platforms]),
)
def test_laws_that_always_hold(found, rule):
    stories = []
    for number, (at, days, month) in enumerate(found):
        event = None if days is None else f"{(at + dt.timedelta(days=days)).date()}"
        stories.append(story(f"{number}", at.isoformat(" "), event=event or "", month=month))
    months = [[item for item in stories if item.month == month] for month in {item.month for item in stories}]
    plans = [slots(group, rule, SETTINGS, almanac()) for group in months]
    by_address = {item.address: item for item in stories}
    taken = [slot.at for plan in plans for slot in plan.values()]

    assert len(taken) == len(set(taken))  # also between months
    assert [slots(group[::-1], rule, SETTINGS, almanac()) for group in months] == plans  # in whatever order they come
    for plan in plans:
        assert max(Counter(slot.at.date() for slot in plan.values()).values(), default=0) <= rule.most
        for address, slot in plan.items():
            mine = by_address[address]
            assert slot.at >= mine.published
            assert mine.ends is None or slot.at < mine.ends
            assert not (slot.at.weekday() == 4 and time(11, 30) <= slot.at.time() < time(13))


def test_a_new_story_moves_none_that_is_older():
    old = [story(f"{number}", f"2026-11-{number + 1:02} 08:00") for number in range(9)]
    new = story("z", "2026-11-10 08:00")

    assert {address: hour for address, hour in hours([*old, new]).items() if address != "z"} == hours(old)


def test_a_story_whose_address_lies_years_from_its_hour_has_none():
    assert hours([story("a", "2026-11-11 08:00", month="2025-12")]) == {"a": "2026-11-11 18:51"}
    assert hours([story("a", "2026-11-11 08:00", month="2024-01")]) == {}
