"""The ledger of support: lines put together into matters, what they add up to, and promises past their date. Pure."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import NamedTuple, TypeVar

import msgspec

from pipeline.archive.records import ZONE
from pipeline.content.moment import tzinfo
from pipeline.content.support import STATES, Form, Line, State

T = TypeVar("T")


class Matter(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One matter: everything that lines of one ``kode`` say, the newest holding.

    *key* is ``<library>/<kode>``; *status* holds since *since* (``None`` where nobody said a day). *value* is in rupiah
    and as its present status has it: what was promised is not taken for what came. *asked_of* was asked, *party* gives,
    promised or refused; empty where nobody is named, or where a giver is *anonymous*. *stories* are addresses, the
    newest last; *sources* the paths of all files that tell of it.
    """

    key: str
    library: str
    status: State
    region: str = ""
    since: date | None = None
    what: str = ""
    asked_of: str = ""
    party: str = ""
    anonymous: bool = False
    form: Form = ""
    value: int | None = None
    amount: str = ""
    asked: date | None = None
    promised: date | None = None
    received: date | None = None
    refused: date | None = None
    due: date | None = None
    reason: str = ""
    thanks: str = ""
    stories: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    sample: bool = False


class Total(NamedTuple):
    """What the matters of one status and form add up to: how many, and *rupiah* of those *valued* that state them."""

    status: State
    form: Form
    matters: int
    valued: int
    rupiah: int


def matters(lines: Iterable[Line]) -> tuple[Matter, ...]:
    """Return the matters of *lines*, by library and key. Real ones and samples have none in common."""
    shared: defaultdict[tuple[str, bool], list[Line]] = defaultdict(list)
    for line in lines:
        shared[(line.key, line.sample)].append(line)
    return tuple(_matter(found) for _, found in sorted(shared.items()))


def _order(line: Line) -> tuple[date, int, str, int]:
    """Return where *line* stands in its matter: by day; of one day, a promise stands before what came of it."""
    return line.when, STATES.index(line.support.status), line.source, line.number


def _matter(found: list[Line]) -> Matter:
    lines = sorted(found, key=_order)
    newest = lines[-1]
    status = newest.support.status
    same = [line.support for line in lines if line.support.status == status]
    said = [line.support for line in lines]
    giving = [one for one in said if one.status != "diminta"]
    gives = giving or said
    return Matter(
        key=newest.key,
        library=newest.library,
        region=newest.region,
        status=status,
        since=None if newest.when == date.min else newest.when,
        what=_last(one.what for one in said) or "",
        asked_of=_last(one.party for one in said if one.status == "diminta") or "",
        party="" if gives[-1].anonymous else _last(one.party for one in gives if not one.anonymous) or "",
        anonymous=gives[-1].anonymous,
        form=_last(one.form for one in said) or "",
        value=_last((one.value for one in same), none=(None,)),
        amount=_last(one.amount for one in same) or "",
        asked=_last(line.on("diminta") for line in lines),
        promised=_last(line.on("dijanjikan") for line in lines),
        received=_last(line.on("diterima") for line in lines),
        refused=_last(line.on("ditolak") for line in lines),
        due=_last(one.due for one in said),
        reason=_last(one.reason for one in same) or "",
        thanks=_last(one.thanks for one in said) or "",
        stories=tuple(dict.fromkeys(address for line in lines for address in line.stories)),
        sources=tuple(dict.fromkeys(line.source for line in lines)),
        sample=newest.sample,
    )


def _last(values: Iterable[T], none: tuple[object, ...] = (None, "")) -> T | None:
    """Return the last of *values* that says something."""
    return next((value for value in reversed([*values]) if value not in none), None)


def totals(found: Iterable[Matter]) -> tuple[Total, ...]:
    """Return what *found* add up to, by status and form. What is told only in words is counted, never added."""
    groups: defaultdict[tuple[int, Form], list[Matter]] = defaultdict(list)
    for matter in found:
        groups[(STATES.index(matter.status), matter.form)].append(matter)
    return tuple(
        Total(STATES[state], form, len(group), len(values), sum(values))
        for (state, form), group in sorted(groups.items())
        for values in [[matter.value for matter in group if matter.value is not None]]
    )


def by_status(found: Iterable[Total]) -> dict[State, Total]:
    """Return the totals of each status there is, whatever the form (which is then empty)."""
    groups: defaultdict[State, list[Total]] = defaultdict(list)
    for total in found:
        groups[total.status].append(total)
    return {
        state: Total(
            state, "", sum(one.matters for one in group), sum(one.valued for one in group),
            sum(one.rupiah for one in group),
        )
        for state in STATES if (group := groups.get(state))
    }  # fmt: skip


def today(now: int) -> date:
    """Return the day at the instant *now* (seconds since 1970) by the clock of all ledgers."""
    return datetime.fromtimestamp(now, UTC).astimezone(tzinfo(ZONE)).date()


def overdue(found: Iterable[Matter], day: date) -> tuple[Matter, ...]:
    """Return the promises whose last day lies before *day*, the longest overdue first."""
    late = [one for one in found if one.status == "dijanjikan" and one.due is not None and one.due < day]
    return tuple(sorted(late, key=lambda matter: (matter.due or day, matter.key)))
