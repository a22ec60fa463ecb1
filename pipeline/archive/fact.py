"""A fact: what one story adds to evidence, with no number that its own page may not show."""

import msgspec

from pipeline.archive.entry import Entry, attendance
from pipeline.archive.privacy import shown_participants
from pipeline.content.proof import SMALLEST, Answers, Measure, People, Survey
from pipeline.content.story import Participants


class Fact(msgspec.Struct, frozen=True, array_like=True):
    """What one story tells that can be added up.

    *published* is its publication time (seconds since 1970), *month* that of its address (``2023/05``), *day* the day
    that it tells of (ISO). *library* is a slug; *region* the code of its place, *regency* and *province* those in which
    it lies, empty where unknown. *event* names what it shares with other stories, empty where it stands alone.
    *retells*: what it says was told elsewhere or is still to come, so that its numbers are added nowhere.
    *came* are attendances; *participants* hold only parts that may be shown, and none that disagree with *came*.
    *cost* is in rupiah. Of the *survey*, questions that few answered are left out.
    """

    address: str
    title: str
    published: int
    month: str
    day: str
    library: str
    region: str
    regency: str
    province: str
    kind: str
    strategy: str
    topics: tuple[str, ...]
    sample: bool
    event: str
    retells: bool
    came: int | None
    participants: Participants | None
    partners: tuple[str, ...] = ()
    people: People | None = None
    cost: int | None = None
    funding: tuple[str, ...] = ()
    survey: Survey | None = None
    change: tuple[Measure, Measure] | None = None


def fact(entry: Entry) -> Fact:
    """Return what *entry* adds to evidence."""
    story = entry.story
    return Fact(
        address=story.address,
        title=story.title,
        published=entry.published,
        month=entry.month,
        day=story.date.day.isoformat(),
        library=story.library,
        region=entry.region,
        regency=entry.regency,
        province=entry.province,
        kind=story.kind,
        strategy=story.strategy or "",
        topics=entry.topics,
        sample=story.sample,
        event=story.event,
        retells=story.kind == "pengumuman" or bool(story.about),
        came=attendance(story.participants),
        participants=sound(shown_participants(story.participants)),
        partners=story.partners,
        people=story.people,
        cost=story.cost,
        funding=story.funding,
        survey=answered(story.survey),
        change=story.change,
    )


def sound(counts: Participants | None) -> Participants | None:
    """Return *counts* without parts that are more than their whole: they cannot be added, and the writer was told."""
    if counts is None or counts.total is None:
        return counts
    whole = counts.total
    split = (counts.men or 0) + (counts.women or 0) <= whole
    return msgspec.structs.replace(
        counts,
        men=counts.men if split else None,
        women=counts.women if split else None,
        children=_within(counts.children, whole),
        elderly=_within(counts.elderly, whole),
        disabled=_within(counts.disabled, whole),
    )


def _within(part: int | None, whole: int) -> int | None:
    return None if part is not None and part > whole else part


def answered(survey: Survey | None) -> Survey | None:
    """Return *survey* without questions that fewer than five answered, ``None`` where nothing is left."""
    if survey is None:
        return None
    shown = Survey(*map(_enough, msgspec.structs.astuple(survey)))
    return None if shown == Survey() else shown


def _enough(answers: Answers | None) -> Answers | None:
    return answers if answers is not None and answers.of >= SMALLEST else None
