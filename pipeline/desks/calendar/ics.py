"""Reminders as an iCalendar file (RFC 5545), for the calendar of a telephone.

Written by ourselves, for it is little and must be the same bytes each time; tests read it with ``icalendar``
(docs/decisions/calendar.md).
"""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta

from pipeline.content.moment import OFFSETS
from pipeline.desks.calendar.views import Agenda, Reminder
from pipeline.language import N_, texts

ZONES = {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}
"""The names by which the world knows Indonesia's zones; none has summer time."""

WIDTH = 75
"""A line has at most so many octets (RFC 5545, 3.1)."""

MINUTES = 15
"""How long sending a post may take, so that entries at one hour are seen side by side."""


def calendar(agenda: Agenda) -> bytes:
    """Return the file for *agenda*."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Warta Pustaka//Kalender kiriman//ID",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    ]
    say = texts(agenda.language)
    lines.append(f"X-WR-CALNAME:{_text(say(N_('Kiriman {site}')).format(site=agenda.name))}")
    for zone in sorted({reminder.zone for reminder in agenda.reminders}, key=OFFSETS.__getitem__):
        lines += _timezone(zone)
    for reminder in agenda.reminders:
        lines += _event(reminder, agenda.host, say)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _timezone(zone: str) -> list[str]:
    offset = f"+{OFFSETS[zone]:02}00"
    return [
        "BEGIN:VTIMEZONE",
        f"TZID:{ZONES[zone]}",
        "BEGIN:STANDARD",
        "DTSTART:19640101T000000",
        f"TZOFFSETFROM:{offset}",
        f"TZOFFSETTO:{offset}",
        f"TZNAME:{zone}",
        "END:STANDARD",
        "END:VTIMEZONE",
    ]


def _event(reminder: Reminder, host: str, say: Callable[[str], str]) -> list[str]:
    summary = _text(say(N_("Kirim di {platform}: {title}")).format(platform=reminder.name, title=reminder.title))
    opened = say(N_("Buka halaman bagikan: {url}")) if reminder.kit else say(N_("Halaman berita: {url}"))
    lines = (
        opened.format(url=reminder.page),
        say(N_("Tempel isi berkas: {file}")).format(file=reminder.file),
        say(N_("Perpustakaan: {name}")).format(name=reminder.library),
        reminder.note,
    )
    told = "\n".join(line for line in lines if line)
    return [
        "BEGIN:VEVENT",
        f"UID:{reminder.address}/{reminder.platform}@{host}",
        f"DTSTAMP:{_utc(reminder.published)}",
        f"DTSTART;TZID={ZONES[reminder.zone]}:{_clock(reminder.at)}",
        f"DURATION:PT{MINUTES}M",
        f"SUMMARY:{summary}",
        f"DESCRIPTION:{_text(told)}",
        f"URL:{reminder.page}",
        f"CATEGORIES:{_text(reminder.name)}",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "TRIGGER:PT0S",
        f"DESCRIPTION:{summary}",
        "END:VALARM",
        "END:VEVENT",
    ]


def _clock(at: datetime) -> str:
    return f"{at.year:04}{at:%m%dT%H%M%S}"


_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001  counted by hand: UTC all the way


def _utc(instant: int) -> str:
    try:
        return f"{_clock(_EPOCH + timedelta(seconds=instant))}Z"
    except OverflowError:  # the first hours of the year 1 in Indonesia lie before it in Greenwich
        return f"{_clock(datetime.min)}Z"  # noqa: DTZ901  as above


_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


def _text(value: str) -> str:
    """Return *value* as a TEXT (RFC 5545, 3.3.11); control characters have no place there."""
    plain = value.replace("\r\n", "\n").replace("\r", "\n")
    plain = plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
    return _CONTROLS.sub("", plain)


def _folded(line: str) -> bytes:
    """Return *line* with its end, broken where it is longer than ``WIDTH`` octets, never inside a character."""
    return b"\r\n ".join(_pieces(line)) + b"\r\n"


def _pieces(line: str) -> Iterable[bytes]:
    data = line.encode()
    if len(data) <= WIDTH:
        return (data,)
    return _cut(data)


def _cut(data: bytes) -> Iterator[bytes]:
    start, room = 0, WIDTH
    while len(data) - start > room:
        end = start + room
        while data[end] & 0xC0 == 0x80:  # inside a character
            end -= 1
        yield data[start:end]
        start, room = end, WIDTH - 1  # the space in front of what goes on counts
    yield data[start:]
