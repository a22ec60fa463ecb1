"""Events: what one or several stories tell of one activity, counted once."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeVar

import msgspec

from pipeline.archive.fact import Fact
from pipeline.content.proof import Answers, Measure, Survey
from pipeline.content.story import Participants
from pipeline.evidence.sums import Adds, adds

T = TypeVar("T")


class Event(NamedTuple):
    """One activity. *leader* is the story whose place and month count, *others* the further stories that tell of it.

    *adds* is what it adds to sums. *change* is what was measured before and after, *measured* the story that says so.
    """

    leader: Fact
    adds: Adds
    partners: tuple[str, ...] = ()
    funding: tuple[str, ...] = ()
    change: tuple[Measure, Measure] | None = None
    measured: Fact | None = None
    others: tuple[Fact, ...] = ()


def events(facts: Iterable[Fact]) -> list[Event]:
    """Return the events of which *facts* tell, by the address of their leaders.

    The leader is the earliest published story that says how many came, else the earliest: its month and area are the
    event's. Every other number is that of the earliest story that gives it. What only retells has no event, and real
    stories and samples have none in common.
    """
    found: list[Event] = []
    shared: defaultdict[tuple[str, bool], list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.retells:
            continue
        if fact.event:
            shared[(fact.event, fact.sample)].append(fact)
        else:
            found.append(_alone(fact))
    found += map(_together, shared.values())
    return sorted(found, key=lambda event: event.leader.address)


def _alone(fact: Fact) -> Event:
    """Return the event of which *fact* alone tells."""
    counted = (*_counted(fact), *_told(fact, fact.came))
    return Event(fact, counted, fact.partners, fact.funding, fact.change, fact if fact.change else None)


def _together(told: list[Fact]) -> Event:
    """Return the event of which all of *told* tell."""
    if len(told) == 1:
        return _alone(told[0])
    facts = sorted(told, key=lambda fact: (fact.published, fact.address))
    leader = next((fact for fact in facts if fact.came is not None), facts[0])
    measured = next((fact for fact in facts if fact.change is not None), None)
    first = msgspec.structs.replace(
        leader,
        partners=_first(facts, lambda fact: fact.partners or None) or (),
        funding=_first(facts, lambda fact: fact.funding or None) or (),
        people=_first(facts, lambda fact: fact.people),
        cost=_first(facts, lambda fact: fact.cost),
        survey=_first(facts, lambda fact: fact.survey),
    )
    return Event(
        leader=leader,
        adds=(*_counted(leader), *_told(first, leader.came)),
        partners=first.partners,
        funding=first.funding,
        change=measured.change if measured else None,
        measured=measured,
        others=tuple(fact for fact in facts if fact is not leader),
    )


def _first(facts: list[Fact], of: Callable[[Fact], T | None]) -> T | None:
    return next((found for fact in facts if (found := of(fact)) is not None), None)


def _counted(fact: Fact) -> Adds:
    """Return what one event adds of those who came."""
    if fact.came is None and fact.participants is None:
        return _HAPPENED
    known = fact.participants or _NOBODY
    men, women = (known.men, known.women) if fact.came is not None else (None, None)
    return adds(
        events=1,
        counted=int(fact.came is not None),
        came=fact.came or 0,
        split=men + women if men is not None and women is not None else 0,
        split_women=women if men is not None and women is not None else 0,
        men=men or 0,
        men_in=int(men is not None),
        women=women or 0,
        women_in=int(women is not None),
        children=known.children or 0,
        children_in=int(known.children is not None),
        elderly=known.elderly or 0,
        elderly_in=int(known.elderly is not None),
        disabled=known.disabled or 0,
        disabled_in=int(known.disabled is not None),
    )


_HAPPENED = adds(events=1)
_NOBODY = Participants()
_SILENT = Answers(0, 0)


def _told(fact: Fact, came: int | None) -> Adds:
    """Return what else one event adds: partners, distinct people, cost, the survey."""
    found = adds(ties=len(fact.partners))
    if fact.people is not None:
        found += adds(people=fact.people.count, people_in=1)
    if fact.cost is not None:
        found += adds(cost=fact.cost, costed=1)
        found += adds(costed_in=1, costed_came=came, cost_of_came=fact.cost) if came else ()
    return found + _asked(fact.survey) if fact.survey is not None else found


def _asked(survey: Survey) -> Adds:
    knowledge, confidence = survey.knowledge or _SILENT, survey.confidence or _SILENT
    application, awareness = survey.application or _SILENT, survey.awareness or _SILENT
    return adds(
        surveyed=1,
        knowledge=knowledge.agreed,
        knowledge_of=knowledge.of,
        confidence=confidence.agreed,
        confidence_of=confidence.of,
        application=application.agreed,
        application_of=application.of,
        awareness=awareness.agreed,
        awareness_of=awareness.of,
    )
