"""The calendar desk: under ``output/social/`` when to post what.

One story plans two outputs, whatever the size of the archive: the calendar of the newest stories, and the tables of its
month. In files: one, and for that month one for people and one for each tool, channel and time zone.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, time, timedelta
from urllib.parse import quote, urlsplit

from pipeline.archive.entry import EVERYTHING, Entry
from pipeline.archive.update import Change, StoryChange
from pipeline.archive.visible import Visible
from pipeline.build.output import Output, Renderer
from pipeline.config import Site
from pipeline.content.consent import Channel
from pipeline.content.moment import OFFSETS
from pipeline.desks.calendar import schedule
from pipeline.desks.calendar.schedule import Slot, Story, slots
from pipeline.desks.calendar.views import Agenda, Month, Reminder, Row
from pipeline.holidays import almanac
from pipeline.language import N_, texts
from pipeline.platforms import hours
from pipeline.platforms.limits import LIMITS
from pipeline.templating.dates import local_day

AGENDA = "social/kalender.ics"
STEM = "social/kalender-"
NEWEST = 60
"""The calendar holds the newest so many stories: what is older has been posted, or never will be."""

Plan = dict[tuple[str, str], Slot]
"""Hours by address and platform."""


class CalendarDesk:
    """The desk that proposes when each story is posted."""

    name = "calendar"
    channel: Channel = "sosial"

    def __init__(self, site: Site) -> None:
        self._site = site
        found = hours.rules(site.kalender)
        posted = site.sosial.platform
        self._rules = found._replace(platforms=tuple(pair for pair in found.platforms if pair[0] in posted))
        self._say = texts(site.bahasa)

    @property
    def _works(self) -> bool:
        """Whether there is a calendar at all: it is made of posts."""
        return self._site.meja.social and bool(self._rules.platforms)

    def outputs(self, visible: Visible) -> Iterator[Output]:
        """Yield the calendar, and the tables of every month."""
        if not self._works or not visible.any(EVERYTHING):
            return
        yield self._agenda(visible)
        for month in sorted(visible.names("bulan")):
            yield self._month(visible, month)

    def output(self, visible: Visible, path: str) -> Output | None:
        """Return the output at *path*, or ``None`` where there must be none."""
        if not self._works or not visible.any(EVERYTHING):
            return None
        if path == AGENDA:
            return self._agenda(visible)
        month = path.removeprefix(STEM).replace("-", "/")
        return self._month(visible, month) if path.startswith(STEM) and visible.any(f"bulan/{month}") else None

    def touched(self, visible: Visible, changes: Sequence[Change]) -> set[str]:  # noqa: ARG002  the protocol's
        """Return the calendar and the months of changed stories: an hour hangs on nothing outside its month."""
        entries = (entry for change in changes if isinstance(change, StoryChange) for entry in (change.old, change.new))
        months = {entry.month for entry in entries if entry is not None and entry.live and not entry.story.original}
        return {AGENDA, *(_stem(month) for month in months)} if months else set()

    # -- hours ---------------------------------------------------------------------------------------------------------

    def _plan(self, entries: Iterable[Entry]) -> Plan:
        """Return the hours of *entries*: of each library all that stand in one month, or none."""
        groups: defaultdict[tuple[str, str], list[Story]] = defaultdict(list)
        for entry in entries:
            groups[entry.story.library, entry.month].append(_story(entry))
        return {
            (address, platform): slot
            for stories in groups.values()
            for platform, rule in self._rules.platforms
            for address, slot in slots(stories, rule, self._rules, almanac()).items()
        }

    @staticmethod
    def _lack(entry: Entry) -> str:
        """Return why there is no hour for *entry*, to be translated."""
        story = _story(entry)
        if schedule.far(story):
            return N_("Tanpa jadwal: waktu terbit terlalu jauh dari bulan pada alamatnya.")
        if story.begins is not None:
            return N_("Tanpa jadwal: tidak ada waktu yang sempat sebelum acaranya.")
        return N_("Tanpa jadwal: hari-hari sesudah terbit sudah penuh.")

    def _note(self, slot: Slot | None, entry: Entry) -> str:
        """Return what an editor should know of that day; empty where there is nothing to be said."""
        if slot is None:
            return self._say(self._lack(entry))
        holiday = slot.holiday
        if holiday is not None:
            policy = self._rules.holiday if holiday.kind == "libur" else self._rules.leave
            said = N_("Hari libur: {name}.") if holiday.kind == "libur" else N_("Cuti bersama: {name}.")
            return "" if policy == "abaikan" else self._say(said).format(name=holiday.name)
        if slot.known or (self._rules.holiday, self._rules.leave) == ("abaikan", "abaikan"):
            return ""
        return self._say(N_("Hari libur tahun {year} belum dikenal warta.")).format(year=f"{slot.at.year:04}")

    # -- the calendar --------------------------------------------------------------------------------------------------

    def _agenda(self, visible: Visible) -> Output:
        newest = {card.address: card for card in visible.newest(EVERYTHING, NEWEST)}
        groups = {(card.library, card.address[:7]) for card in newest.values()}
        beside = (
            card
            for month in sorted({month for _, month in groups})
            for card in visible.whole(f"bulan/{month}")
            if (card.library, month) in groups
        )
        entries = {card.address: entry for card in beside if (entry := visible.entry(card.address)) is not None}
        plan = self._plan(entries.values())
        found = [
            self._reminder(visible, entries[address], platform, slot)
            for (address, platform), slot in plan.items()
            if address in newest
        ]
        order = {platform: number for number, (platform, _) in enumerate(self._rules.platforms)}
        found.sort(key=lambda reminder: (reminder.at, order[reminder.platform], reminder.address))
        view = Agenda(
            name=self._site.nama,
            host=urlsplit(self._site.base).hostname or "warta",
            language=self._site.bahasa,
            reminders=tuple(found),
        )
        return Output(AGENDA, view, Renderer("pipeline.desks.calendar.render:agenda"), rank=2)

    def _reminder(self, visible: Visible, entry: Entry, platform: str, slot: Slot) -> Reminder:
        story, url = entry.story, self._url(entry)
        kit = self._site.has_kit(local_day(entry.published, entry.zone))
        return Reminder(
            address=story.address,
            platform=platform,
            name=LIMITS[platform].name,
            title=story.title,
            library=_library(visible, story.library),
            zone=entry.zone,
            at=slot.at,
            published=entry.published,
            file=f"output/social/{story.address}/{platform}.txt",
            page=f"{url}bagikan/" if kit else url,
            kit=kit,
            note=self._note(slot, entry),
        )

    def _url(self, entry: Entry) -> str:
        return f"{self._site.base}{quote(entry.story.address)}/"

    # -- the tables ----------------------------------------------------------------------------------------------------

    def _month(self, visible: Visible, month: str) -> Output:
        cards = visible.whole(f"bulan/{month}")
        entries = [entry for card in cards if (entry := visible.entry(card.address)) is not None]
        plan = self._plan(entries)
        rows = [
            self._row(visible, entry, platform, plan.get((entry.story.address, platform)))
            for entry in entries
            for platform, _ in self._rules.platforms
        ]
        order = {platform: number for number, (platform, _) in enumerate(self._rules.platforms)}
        # By the clock on the wall of each library; what has no hour comes last.
        rows.sort(key=lambda row: (row.at is None, row.at or datetime.min, order[row.platform], row.address))  # noqa: DTZ901
        # A story whose posts could not be made keeps its row; it does not take the whole month with it.
        made = tuple(sorted(f"social/{entry.story.address}/" for entry in entries))
        view = Month(month=month, base=self._site.base, language=self._site.bahasa, rows=tuple(rows))
        renderer = Renderer("pipeline.desks.calendar.render:month")
        return Output(_stem(month), view, renderer, optional=made, rank=2, weight=8)

    def _row(self, visible: Visible, entry: Entry, platform: str, slot: Slot | None) -> Row:
        story = entry.story
        return Row(
            address=story.address,
            platform=platform,
            name=LIMITS[platform].name,
            title=story.title,
            library=_library(visible, story.library),
            zone=entry.zone,
            url=self._url(entry),
            at=slot.at if slot else None,
            note=self._note(slot, entry),
        )


def _stem(month: str) -> str:
    """Return what the names of the tables of *month* (``2026/11``) begin with."""
    return f"{STEM}{month.replace('/', '-')}"


def _library(visible: Visible, slug: str) -> str:
    found = visible.library(slug)
    return found.name if found else slug


_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001  offsets are added by hand, so that the first and last year stay in range


def _local(instant: int, zone: str) -> datetime:
    return _EPOCH + timedelta(seconds=instant + 3_600 * OFFSETS[zone])


def _story(entry: Entry) -> Story:
    """Return what decides when *entry* is posted."""
    story = entry.story
    month = 12 * int(entry.month[:4]) + int(entry.month[5:])
    published = _local(entry.published, entry.zone)
    if story.kind != "pengumuman":
        return Story(story.address, month, published)
    begins = _local(story.date.instant(entry.zone), entry.zone)
    day = datetime.combine(begins.date(), time.min)
    ends = begins if story.date.clock is not None else datetime.combine(begins.date(), time.max)
    return Story(story.address, month, published, day, ends)
