"""Dates, hours and numbers as readers and machines want them.

For readers by the Unicode CLDR (Babel) in the language of the page, Indonesian where the CLDR does not know it; for
machines always the same. Zones are those of ``pipeline.content.moment``: WIB, WITA, WIT or an offset as ``+07:00``.
"""

from datetime import date, datetime, time, timedelta
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from pipeline.content.moment import OFFSETS, tzinfo

if TYPE_CHECKING:
    from babel import Locale

_NAMES = {f"+{hours:02}:00": name for name, hours in OFFSETS.items()}
_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001  offsets are added by hand, so that the first and last year stay in range
# RFC 5322, section 3.3.
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@lru_cache(maxsize=4096)
def long_date(day: date, language: str = "id") -> str:
    """Return *day* with its weekday: ``Jumat, 5 Mei 2023`` (where the CLDR has ``05``, as nobody writes it)."""
    return _date(day, "EEEE, d MMMM y" if _locale(language).language == "id" else "full", language)


@lru_cache(maxsize=4096)
def short_date(day: date, language: str = "id") -> str:
    """Return *day*: ``12 Mei 2023``."""
    return _date(day, "long", language)


@lru_cache(maxsize=1024)
def month_name(year: int, month: int, language: str = "id") -> str:
    """Return a month with its year: ``Mei 2023``."""
    return _date(date(year, month, 1), "LLLL y", language)


@lru_cache(maxsize=1024)
def month_short(month: date, language: str = "id") -> str:
    """Return the month of *month* in few letters, without its year: ``Mei``, ``Agu``."""
    return _date(month, "LLL", language)


def instant_in_words(instant: int, zone: str, language: str = "id") -> str:
    """Return *instant* (seconds since 1970) by the clock of *zone*: ``Jumat, 15 Januari 2027 pukul 10.00 WIB``."""
    at = _local(instant, zone)
    return f"{long_date(at.date(), language)} {clock(at.time(), zone, language)}"


@lru_cache(maxsize=2048)
def clock(hour: time, zone: str, language: str = "id") -> str:
    """Return *hour* with the name of *zone*: ``pukul 09.00 WIB``, without ``pukul`` in another language.

    Between hour and minute stands what the CLDR has there: ``09.00 WIB`` in Sundanese, ``09:00 WIB`` in English.
    """
    name = _NAMES.get(zone, zone if zone in OFFSETS else f"UTC{zone}")
    locale = _locale(language)
    between = "." if "." in locale.time_formats["short"].pattern else ":"
    return f"{'pukul ' if locale.language == 'id' else ''}{hour.hour:02}{between}{hour.minute:02} {name}"


@lru_cache(maxsize=4096)
def number(n: float, language: str = "id") -> str:
    """Return *n* with the separators of the language: ``1.238``, ``2,5``."""
    from babel.numbers import format_decimal  # noqa: PLC0415  start-up counts

    return format_decimal(n, locale=_locale(language))


@lru_cache(maxsize=4096)
def rfc822(instant: int, zone: str) -> str:
    """Return *instant* (seconds since 1970) as feeds of RSS want it: ``Fri, 12 May 2023 00:00:00 +0700``."""
    at = _local(instant, zone)
    day = f"{_DAYS[at.weekday()]}, {at.day:02} {_MONTHS[at.month - 1]} {at.year:04}"
    return f"{day} {at.time()} {at.isoformat()[-6:].replace(':', '')}"


@lru_cache(maxsize=4096)
def rfc3339(instant: int, zone: str) -> str:
    """Return *instant* (seconds since 1970) as ``2023-05-12T00:00:00+07:00``."""
    return _local(instant, zone).isoformat()


@lru_cache(4096)
def local_day(instant: int, zone: str) -> date:
    """Return the day on which *instant* (seconds since 1970) falls in *zone*."""
    return _local(instant, zone).date()


def _local(instant: int, zone: str) -> datetime:
    offset = tzinfo(zone)
    return (_EPOCH + (timedelta(seconds=instant) + offset.utcoffset(None))).replace(tzinfo=offset)


@cache
def native(language: str) -> str:
    """Return what a language calls itself: ``en`` gives ``English``, ``jv`` ``Jawa``; its code where nobody knows."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415  start-up counts

    try:
        name = Locale.parse(language, sep="-").get_display_name()
    except (UnknownLocaleError, ValueError):
        return language
    return name[:1].upper() + name[1:] if name else language


@cache
def territory(language: str) -> str:
    """Return a language with its country, as Open Graph wants it: ``id`` gives ``id_ID``, ``en`` ``en_US``."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415  start-up counts
    from babel.core import get_global  # noqa: PLC0415

    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return language.replace("-", "_")
    likely = get_global("likely_subtags").get(locale.language, "")
    country = locale.territory or likely.rpartition("_")[2]
    return f"{locale.language}_{country}" if country else locale.language


def _date(day: date, pattern: str, language: str) -> str:
    from babel.dates import format_date  # noqa: PLC0415  start-up counts

    return format_date(day, pattern, locale=_locale(language))


@cache
def _locale(language: str) -> "Locale":
    """Return the CLDR's locale of *language* (``id``, ``jv``, ``en-GB``), that of Indonesian where it has none."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415  start-up counts

    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("id")
