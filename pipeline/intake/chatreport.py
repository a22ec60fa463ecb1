"""Which messages of a chat make a report: guessed from how reports begin, and always said. Pure."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from pipeline.intake.chat import Message

LONG = 200
"""Letters from which on a message is told, not said."""

AFTER, BEFORE = timedelta(hours=3), timedelta(minutes=30)
"""How long the same person goes on with a report, and how long before it the photos may come."""

_TITLED = re.compile(r"\s*[*_]{1,2}[^*_\n]{5,120}[*_]{1,2}\s*\n+.{20,}", re.DOTALL)
_NAMED = re.compile(
    r"\s*[*_]*(?:laporan|lap\.|berita|kabar|kegiatan|dokumentasi|report|news)\b.{40,}", re.DOTALL | re.IGNORECASE
)


class ChatReport(NamedTuple):
    """*messages* make the report, the first text among them at *start*; *around* were said meanwhile by others.

    *guessed* is ``False`` where nothing had to be guessed: there is but one text.
    """

    messages: tuple[Message, ...]
    start: Message
    around: tuple[Message, ...]
    guessed: bool = True


def choose(
    messages: Iterable[Message], since: date | None = None, until: date | None = None, senders: Sequence[str] = ()
) -> tuple[Message, ...]:
    """Return the messages of the days from *since* to *until* (both counted) by one of *senders* (none: by anybody).

    A sender is named as saved; any part of the name will do. A message whose day cannot be told is left out where
    days are asked for.
    """
    wanted = [name.casefold() for name in senders]
    return tuple(
        message
        for message in messages
        if (since is None or (message.day is not None and message.day >= since))
        and (until is None or (message.day is not None and message.day <= until))
        and (not wanted or any(name in message.sender.casefold() for name in wanted))
    )


def begins(message: Message) -> bool:
    """Tell whether *message* reads as the beginning of a report: long, with a title, or called one."""
    text = message.text
    if message.kind != "pesan":
        return False
    return len(text) >= LONG or bool(_TITLED.match(text) or _NAMED.match(text))


def reports(messages: Sequence[Message]) -> list[ChatReport]:
    """Return the reports in *messages*; where none can be told, all of it as one. Every message is in exactly one."""
    said = [at for at, message in enumerate(messages) if message.kind == "pesan" and (message.text or message.files)]
    if not said:
        return []
    starts = [at for at in said if begins(messages[at])]
    if not starts:
        first = next((at for at in said if messages[at].text), said[0])
        return [ChatReport(tuple(messages), messages[first], (), guessed=len(said) > 1)]
    owner = _owners(messages, starts)
    made = []
    for number, start in enumerate(starts):
        own = [at for at in range(len(messages)) if owner.get(at) == start]
        low = 0 if number == 0 else start
        high = starts[number + 1] if number + 1 < len(starts) else len(messages)
        around = [messages[at] for at in range(low, high) if at not in owner]
        guessed = len(said) > 1
        made.append(ChatReport(tuple(messages[at] for at in own), messages[start], tuple(around), guessed))
    return made


def _owners(messages: Sequence[Message], starts: Sequence[int]) -> dict[int, int]:
    """Return for each message of a report where that report starts."""
    owner = {start: start for start in starts}
    for start in starts:
        first = messages[start]
        for at in range(start + 1, len(messages)):
            if not _within(first, messages[at], AFTER) or (at in owner and messages[at].sender == first.sender):
                break
            if messages[at].sender == first.sender:
                owner.setdefault(at, start)
        for at in range(start - 1, -1, -1):
            message = messages[at]
            if at in owner or not _within(message, first, BEFORE):
                break
            if message.sender == first.sender and message.files and len(message.text) < LONG:
                owner[at] = start
    return owner


def _within(earlier: Message, later: Message, most: timedelta) -> bool:
    """Whether *later* follows within *most*; without days, whether they may stand on the same one."""
    if earlier.clock is None or later.clock is None:
        return False
    if earlier.day is None or later.day is None:
        same = earlier.written == later.written
        return same and timedelta() <= _span(earlier.clock, later.clock) <= most
    span = datetime.combine(later.day, later.clock) - datetime.combine(earlier.day, earlier.clock)
    return timedelta() <= span <= most


def _span(earlier: time, later: time) -> timedelta:
    anyday = date(2000, 1, 1)
    return datetime.combine(anyday, later) - datetime.combine(anyday, earlier)
