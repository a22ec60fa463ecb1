"""The rule that gives each story of a library its hour on a platform.

A pure function of the library's stories of one month of addresses, of the rules and of the holidays; never of today.
Stories get their hours one by one, invitations first (by the day to which they invite), then the others in the order
in which they were published: each takes the first hour that suits and that nobody took. So a new story leaves the hours
of older ones alone, but where it is an invitation.

Two stories of one library never get the same hour on a platform. Within a month this is counted; between months it
cannot collide: hours of the settings are full or half, and a story whose hour lies in another month than its address
goes out some minutes later, each distance of months with a minute of its own (``_shift``).
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from pipeline.holidays import Almanac, Holiday
from pipeline.platforms.hours import Rule, Rules, Window

ANY_HOUR = tuple(time(hour, minute) for hour in range(6, 21) for minute in (0, 30))
"""The hours of an invitation that would otherwise come too late: any in which people are awake."""

FAR = 366
"""So many days after publication nobody looks further for an hour, however far ahead the event may be."""

STEP = 30
"""Minutes between hours of the settings: as many distances of months are told apart."""


class Story(NamedTuple):
    """What decides when a story is posted, all in the local time of its library.

    *month* is that of its address, counted from the year 0. *begins* and *ends* are set for an invitation: the start of
    the day to which it invites, and the instant after which nobody can come.
    """

    address: str
    month: int
    published: datetime
    begins: datetime | None = None
    ends: datetime | None = None


class Slot(NamedTuple):
    """An hour for a post: local time, what is celebrated on that day, and whether that year's holidays are known."""

    at: datetime
    holiday: Holiday | None
    known: bool


def slots(stories: Iterable[Story], rule: Rule, rules: Rules, almanac: Almanac) -> dict[str, Slot]:
    """Return the hours of *stories*, all of one library and of one month, on the platform of *rule*, by address.

    A story without an hour is not there: none was left within the rule's days, or what it invites to is over.
    """
    timetable = Timetable(rule, rules, almanac)
    found = ((story.address, timetable.take(story)) for story in sorted(stories, key=_order))
    return {address: slot for address, slot in found if slot is not None}


def far(story: Story) -> bool:
    """Whether *story* was published too far from the month of its address to be given an hour."""
    return _shift(_month(story.published) - story.month) is None


def _month(day: date) -> int:
    return 12 * day.year + day.month


def _order(story: Story) -> tuple[bool, datetime, datetime, str]:
    return (story.begins is None, story.begins or story.published, story.published, story.address)


class Timetable:
    """The hours of one library on one platform, as stories take them."""

    def __init__(self, rule: Rule, rules: Rules, almanac: Almanac) -> None:
        self._rule = rule
        self._avoided = rules.avoided
        self._almanac = almanac
        self._skipped = {
            kind for kind, policy in (("libur", rules.holiday), ("cuti_bersama", rules.leave)) if policy == "lewati"
        }
        self._taken: set[datetime] = set()
        self._posts: Counter[date] = Counter()

    def take(self, story: Story) -> Slot | None:
        """Return the first hour that suits *story*, which nobody else gets then."""
        at = next(self._suiting(story), None)
        if at is None:
            return None
        self._taken.add(at)
        self._posts[at.date()] += 1
        return Slot(at, self._almanac.days.get(at.date()), at.year in self._almanac.years)

    def _suiting(self, story: Story) -> Iterator[datetime]:
        """Yield the hours that are free for *story*, the most suitable first."""
        rule = self._rule
        first = _later(story.published, timedelta(hours=rule.earliest))
        last = _later(story.published, timedelta(days=rule.latest))
        if story.begins is None:
            yield from self._free(story, first, last.date(), rule.hours, rule.days, skipping=True)
            yield from self._free(story, first, last.date(), rule.hours, rule.days)
            return
        ends = story.ends or story.begins
        far = min(_later(story.published, timedelta(days=FAR)), story.begins).date()
        found = (
            (last.date(), rule.hours, rule.days, True, story.begins),  # as usual
            (far, rule.hours, _ALL, False, story.begins),  # any day before the event
            (far, ANY_HOUR, _ALL, False, story.begins),  # any hour before its day
            (ends.date(), ANY_HOUR, _ALL, False, ends),  # on its day, before it is over
        )
        for until, hours, days, skipping, before in found:
            free = self._free(story, first, until, hours, days, skipping=skipping)
            yield from (at for at in free if at < before)

    def _free(
        self, story: Story, first: datetime, last: date, hours: tuple[time, ...], days: frozenset[int],
        *, skipping: bool = False,
    ) -> Iterator[datetime]:  # fmt: skip
        """Yield the free hours from *first* to the day *last*; *skipping*: not on days that the rules pass over."""
        for day in _days(first.date(), last):
            shift = _shift(_month(day) - story.month)
            if shift is None or day.weekday() not in days or self._posts[day] >= self._rule.most:
                continue
            if skipping and (holiday := self._almanac.days.get(day)) and holiday.kind in self._skipped:
                continue
            for hour in hours:
                at = datetime.combine(day, hour) + timedelta(minutes=shift)
                if at >= first and at not in self._taken and not _avoided(at, self._avoided):
                    yield at


_ALL = frozenset(range(7))


def _shift(months: int) -> int | None:
    """Return the minutes by which a story is later whose hour lies *months* after its address; ``None``: too far.

    Each distance has minutes of its own, so that stories of two months never get the same hour.
    """
    minutes = 2 * months - 1 if months > 0 else -2 * months
    return minutes if minutes < STEP else None


def _avoided(at: datetime, windows: tuple[Window, ...]) -> bool:
    return any(window.start <= at.time() < window.end and window.weekday in (None, at.weekday()) for window in windows)


def _days(first: date, last: date) -> Iterator[date]:
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        yield date.fromordinal(ordinal)


def _later(at: datetime, more: timedelta) -> datetime:
    """Return *more* after *at*, but never beyond the last year."""
    try:
        return at + more
    except OverflowError:
        return datetime.max  # noqa: DTZ901  local times have no zone here
