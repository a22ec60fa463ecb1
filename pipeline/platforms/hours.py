"""When posts go out: the usual days and hours of each platform, and what a newsroom sets instead (``[kalender]``).

No platform publishes when its readers in Indonesian villages look at it. The hours here are the judgement of those who
wrote this program, with work, prayer and sleep in mind, and nothing else (docs/panduan/kalender.md).
"""

import re
from collections.abc import Iterable
from datetime import time
from typing import Literal, NamedTuple

import msgspec

from pipeline.language import _
from pipeline.platforms.limits import LIMITS

DAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
"""Names of weekdays in settings, in the order of ``date.weekday()``."""

POLICIES = ("tandai", "lewati", "abaikan")
"""What to do on a holiday: mark it, pass it over where another day is left, or take no notice."""

Policy = Literal["tandai", "lewati", "abaikan"]

LATEST = 28
"""A post goes out at most so many days after its story: then it is news no more."""


class Timing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When posts for one platform go out (``[kalender.aturan.<platform>]``); what is left out is as usual there.

    *paling_cepat* are hours after publication, *paling_lambat* days after its day; *sehari* is how many posts of one
    library go out on one day.
    """

    hari: tuple[str, ...] = ()
    jam: tuple[str, ...] = ()
    paling_cepat: int | None = None
    paling_lambat: int | None = None
    sehari: int | None = None


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The calendar of posts (``[kalender]``): its platforms, and what holds for all of them.

    *hindari* are hours in which nothing is posted, on one weekday or on all; *libur* and *cuti_bersama* say what is
    done on national holidays and on days of collective leave.
    """

    saluran: tuple[str, ...] = ("whatsapp", "whatsapp-status", "facebook", "instagram")
    hindari: tuple[str, ...] = ("jumat 11.30-13.00",)
    libur: str = "tandai"
    cuti_bersama: str = "tandai"
    aturan: dict[str, Timing] = {}


class Window(NamedTuple):
    """Hours from *start* until before *end*, on one *weekday* (0: Monday) or, where ``None``, on all."""

    weekday: int | None
    start: time
    end: time


class Rule(NamedTuple):
    """When posts for one platform go out: on *days* (0: Monday), at *hours*.

    Not before *earliest* hours after publication, not after *latest* days after its day, and at most *most* posts of
    one library on one day.
    """

    days: frozenset[int]
    hours: tuple[time, ...]
    earliest: int
    latest: int
    most: int


class Rules(NamedTuple):
    """All that decides when posts go out: the platforms in order with their rules, and what holds for all of them."""

    platforms: tuple[tuple[str, Rule], ...]
    avoided: tuple[Window, ...]
    holiday: Policy
    leave: Policy


_EVERY_DAY = DAYS
_WORKDAYS = DAYS[:5]

USUAL: dict[str, Timing] = {
    "whatsapp": Timing(_EVERY_DAY, ("18.30", "19.30"), 0, 3, 2),
    "whatsapp-status": Timing(_EVERY_DAY, ("06.30", "17.00"), 0, 2, 2),
    "facebook": Timing(_EVERY_DAY, ("12.00", "19.00"), 0, 7, 2),
    "instagram": Timing(_EVERY_DAY, ("12.00", "20.00"), 0, 7, 1),
    "x": Timing(_EVERY_DAY, ("08.00", "16.00"), 0, 3, 2),
    "threads": Timing(_EVERY_DAY, ("08.30", "20.00"), 0, 3, 2),
    "telegram": Timing(_EVERY_DAY, ("17.00", "19.00"), 0, 3, 2),
    "telegram-caption": Timing(_EVERY_DAY, ("17.00", "19.00"), 0, 3, 2),
    "bluesky": Timing(_EVERY_DAY, ("09.00", "16.00"), 0, 3, 2),
    "mastodon": Timing(_EVERY_DAY, ("09.00", "16.00"), 0, 3, 2),
    "linkedin": Timing(_WORKDAYS, ("09.00", "12.00"), 0, 7, 1),
    "tiktok": Timing(_EVERY_DAY, ("12.00", "19.00"), 24, 7, 1),
    "youtube": Timing(_EVERY_DAY, ("16.00",), 24, 14, 1),
}
"""The usual timing of each platform; a film is made a day after the story at the earliest."""


def rules(settings: Settings) -> Rules:
    """Return what *settings* mean; they have no ``fault``."""
    return Rules(
        tuple(
            (name, _rule(USUAL[name], settings.aturan.get(name, Timing()))) for name in dict.fromkeys(settings.saluran)
        ),
        tuple(window for text in settings.hindari if (window := _window(text))),
        _policy(settings.libur),
        _policy(settings.cuti_bersama),
    )


def _rule(usual: Timing, own: Timing) -> Rule:
    hours = (_clock(hour) for hour in own.jam or usual.jam)
    return Rule(
        frozenset(DAYS.index(_folded(day)) for day in own.hari or usual.hari),
        tuple(sorted({hour for hour in hours if hour is not None})),
        _first(own.paling_cepat, usual.paling_cepat),
        _first(own.paling_lambat, usual.paling_lambat),
        _first(own.sehari, usual.sehari),
    )


def _first(own: int | None, usual: int | None) -> int:
    return own if own is not None else usual or 0


def _policy(text: str) -> Policy:
    return next((policy for policy in ("lewati", "abaikan") if policy == text), "tandai")


def _folded(day: str) -> str:
    """Return the name of a weekday as it stands in ``DAYS``: ``Jum'at`` is ``jumat``, ``Ahad`` is ``minggu``."""
    found = re.sub("['’`]", "", day.strip().lower())
    return "minggu" if found == "ahad" else found


_CLOCK = re.compile(r"([01]?\d|2[0-3])[.:]([0-5]\d)")


def _clock(text: str) -> time | None:
    found = _CLOCK.fullmatch(text.strip())
    return time(int(found[1]), int(found[2])) if found else None


_WINDOW = re.compile(r"(?:(?P<day>\D+?)\s+)?(?P<start>[\d.:]+)\s*[-–]\s*(?P<end>[\d.:]+)")


def _window(text: str) -> Window | None:
    found = _WINDOW.fullmatch(text.strip())
    if found is None:
        return None
    day, start, end = found["day"], _clock(found["start"]), _clock(found["end"])
    if start is None or end is None or start >= end or (day is not None and _folded(day) not in DAYS):
        return None
    return Window(None if day is None else DAYS.index(_folded(day)), start, end)


# -- what is wrong with settings ---------------------------------------------------------------------------------------


def fault(settings: Settings) -> tuple[str, str] | None:
    """Return the key and one sentence of what is wrong with *settings*, ``None`` where they can be used."""
    for name in (*settings.saluran, *settings.aturan):
        if name not in LIMITS:
            key = f"kalender.aturan.{name}" if name in settings.aturan else "saluran"
            said = _('kalender: saluran "{name}" tidak dikenal. Maksudnya {near}?')
            return key, said.format(name=name, near=_near(name, LIMITS))
    for text in settings.hindari:
        if _window(text) is None:
            said = _('kalender: hindari "{text}" tidak dimengerti. Tulis hari dan jam, misalnya: "jumat 11.30-13.00"')
            return "hindari", said.format(text=text)
    for key, policy in (("libur", settings.libur), ("cuti_bersama", settings.cuti_bersama)):
        if policy not in POLICIES:
            said = _('kalender: {key} = "{value}" tidak dikenal. Maksudnya {near}?')
            return key, said.format(key=key, value=policy, near=_near(policy, POLICIES))
    return next((found for name, timing in settings.aturan.items() if (found := _untimely(name, timing))), None)


def _near(word: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415  only where something is misspelt

    names = list(known)
    return (get_close_matches(word, names, 1, 0.5) or names)[0]


_RANGES = (("paling_cepat", 0, 24 * LATEST), ("paling_lambat", 0, LATEST), ("sehari", 1, 20))


def _untimely(name: str, timing: Timing) -> tuple[str, str] | None:
    """Return the key and one sentence of what is wrong with the timing of the platform *name*."""
    where = f"kalender.aturan.{name}"
    for day in timing.hari:
        if _folded(day) not in DAYS:
            said = _('{where}: hari "{day}" tidak dikenal. Maksudnya {near}?')
            return "hari", said.format(where=where, day=day, near=_near(day.lower(), DAYS))
    for hour in timing.jam:
        clock = _clock(hour)
        if clock is None or clock.minute not in (0, 30):
            said = _('{where}: jam "{hour}" harus tepat pada jam atau setengah jam, misalnya: jam = ["18.00", "19.30"]')
            return "jam", said.format(where=where, hour=hour)
    for key, least, most in _RANGES:
        number = getattr(timing, key)
        if number is not None and not least <= number <= most:
            said = _("{where}: {key} harus antara {least} dan {most}.")
            return key, said.format(where=where, key=key, least=least, most=most)
    rule = _rule(USUAL[name], timing)
    if rule.earliest >= 24 * (rule.latest + 1):
        said = _("{where}: paling_cepat ({hours} jam) melewati paling_lambat ({days} hari).")
        return "paling_cepat", said.format(where=where, hours=rule.earliest, days=rule.latest)
    return None
