"""``Retry-After``: when a server that had enough may be asked again."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

LONGEST = 7 * 86_400
"""A server may send us away for a week; what says longer is a mistake, and would lose the feed."""


def seconds(value: str, now: int) -> int | None:
    """Return how many seconds after *now* a server wants to be left alone, ``None`` where it does not say.

    *value* is a number of seconds, or a date of HTTP (RFC 9110, 10.2.3).
    """
    text = value.strip()
    if text.isascii() and text.isdecimal():
        return min(int(text[:9]), LONGEST)
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return min(max(int((moment - datetime.fromtimestamp(now, UTC)).total_seconds()), 0), LONGEST)
