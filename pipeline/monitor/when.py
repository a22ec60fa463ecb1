"""When a post was published, as feeds write it: RFC 822, ISO 8601, and every form in which Indonesians write dates.

Feed parsers know no Indonesian month, take WIB for Greenwich, and fill in what is missing from today's date. So only
the text of a date is taken from them.
"""

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from pipeline.content.dates import DateError, read_moment

ZONE = "WIB"
"""The zone of a time that names none: most outlets write Jakarta's. Wrong by two hours at most."""

LONGEST = 100
EARLIEST = 631_152_000
"""1990: before it there was no web to post on."""

AHEAD = timedelta(days=1)
"""A post may be dated a day ahead (a wrong zone, the morning's paper); more is a mistake or bait."""

_RFC = re.compile(r"[A-Za-z]{3,9},?\s+\d{1,2}\s+[A-Za-z]{3,9}\s+\d{4}\s+\d{1,2}:\d\d(:\d\d)?\s+([+-]\d{4}|GMT|UTC?|Z)")
_RUBBISH = re.compile(r"\s*[|•·,]\s*|\s+-\s+")


def instant(text: str, now: int) -> int | None:
    """Return seconds since 1970 of what *text* names, ``None`` where it names no time that can be trusted.

    *now* is when it was read: what lies further ahead than a day is not trusted.
    """
    bare = " ".join(text.split())
    if not bare or len(bare) > LONGEST:
        return None
    found = _english(bare)
    if found is None:
        found = _written(bare)
    return found if found is not None and EARLIEST <= found <= now + int(AHEAD.total_seconds()) else None


def _english(text: str) -> int | None:
    """Return the instant of RFC 822 with a zone that means one thing (``EST`` and ``CST`` mean several)."""
    if not _RFC.fullmatch(text):
        return None
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())


_FOREIGN = re.compile(r"\b(E[SD]T|C[SD]T|M[SD]T|P[SD]T|IST|JST|SGT|HKT|BST|CES?T|AES?T|AEDT)\b")
_HOURS = {"EST": -5, "EDT": -4, "MDT": -6, "PST": -8, "PDT": -7, "JST": 9, "SGT": 8, "HKT": 8, "CET": 1, "CEST": 2}


def _written(text: str) -> int | None:
    zone, plain = ZONE, text
    if foreign := _FOREIGN.search(text):
        if foreign[1] not in _HOURS:
            return None
        zone, plain = f"{_HOURS[foreign[1]]:+03}:00", _FOREIGN.sub("", text)
    try:
        moment = read_moment(_RUBBISH.sub(" ", plain).strip()).moment
    except DateError:
        return _atom(text)
    return moment.instant(zone)


def _atom(text: str) -> int | None:
    """Return the instant of an ISO 8601 form that people do not write (``20240805T100000Z``, seven decimals)."""
    try:
        moment = datetime.fromisoformat(re.sub(r"(\.\d{6})\d+", r"\1", text))
    except ValueError:
        return None
    return int(moment.timestamp()) if moment.tzinfo else None
