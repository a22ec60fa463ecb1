"""A point in time as people write it: a day, perhaps an hour, perhaps a zone."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import lru_cache

import msgspec

OFFSETS = {"WIB": 7, "WITA": 8, "WIT": 9}
"""Hours east of Greenwich of Indonesia's three zones (Keppres 41/1987)."""


class Moment(msgspec.Struct, frozen=True):
    """A day, with *clock* and *zone* where they were written.

    *zone* is ``WIB``, ``WITA``, ``WIT`` or an offset such as ``+07:00``; ``None`` means the zone of the library.
    """

    day: date
    clock: time | None = None
    zone: str | None = None

    def instant(self, zone: str) -> int:
        """Return seconds since 1970 (UTC); a missing clock is the start of the day, a missing zone is *zone*."""
        local = datetime.combine(self.day, self.clock or time.min, tzinfo=tzinfo(self.zone or zone))
        return int(local.timestamp())


@lru_cache(64)
def tzinfo(zone: str) -> timezone:
    """Return the fixed offset of *zone* (``WIB``, ``WITA``, ``WIT``, ``+07:00``)."""
    if zone in OFFSETS:
        return timezone(timedelta(hours=OFFSETS[zone]), zone)
    sign = -1 if zone.startswith("-") else 1
    hours, minutes = zone.lstrip("+-").split(":")
    offset = timedelta(hours=int(hours), minutes=int(minutes))
    return timezone(sign * offset) if offset else UTC
