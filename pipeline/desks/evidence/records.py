"""The pages of records behind advocacy: what an area asked for and got, its plans, policy questions and selections.

An area has a page only where there is something to show.
"""

import string
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction

from pipeline.archive.records import RecordChange
from pipeline.archive.update import Change
from pipeline.archive.visible import Visible
from pipeline.build.output import Output, Renderer
from pipeline.content.indicator import Indicator
from pipeline.content.option import CRITERIA, Issue
from pipeline.content.plan import PROGRESS, Item, Plan, progress
from pipeline.content.selection import Selection
from pipeline.desks.evidence import addresses
from pipeline.desks.evidence.record_views import (
    Board,
    Book,
    Choice,
    ChoicePage,
    Firmness,
    Given,
    IssuePage,
    LedgerPage,
    PlanPage,
    Scored,
    Shelf,
    Step,
    Told,
)
from pipeline.desks.evidence.views import Way
from pipeline.evidence.area import Area
from pipeline.evidence.indicator import measured
from pipeline.evidence.ledger import Matter, by_status, matters, overdue, today, totals
from pipeline.evidence.options import Range, ranking, sensitivity, weights
from pipeline.language import N_
from pipeline.templating.frame import Frame

SUPPORT, PLANS, ISSUES, SELECTIONS = "dukungan", "rencana", "opsi", "pilihan"
"""What pages of records are called below the address of their area."""

MANY = 24
"""So many matters of each status are shown, the newest; of all others the totals tell, and the open data."""

FEW = 3
"""So many stories of one matter are named."""

RENDER = "pipeline.desks.evidence.record_render:"
LEDGER = Renderer(f"{RENDER}ledger", ("evidence/ledger.html",))
BOARDS = Renderer(f"{RENDER}plans", ("evidence/plans.html",))
QUESTION = Renderer(f"{RENDER}issue", ("evidence/issue.html",))
CHOICES = Renderer(f"{RENDER}selections", ("evidence/selections.html",))

TITLES = {SUPPORT: N_("Permintaan dan dukungan"), PLANS: N_("Rencana kerja"), SELECTIONS: N_("Cerita paling berarti")}


class Records:
    """Makes the pages of records over one visible archive.

    *indicators* are those that are measured, as the site names them; *frame* is that of all pages, *up* tells the way
    to an area through all that hold it.
    """

    def __init__(
        self,
        visible: Visible,
        indicators: tuple[Indicator, ...],
        frame: Frame,
        up: Callable[[Area], tuple[Way, ...]],
    ) -> None:
        self._visible = visible
        self._frame = frame
        self._up = up
        self._indicators = indicators
        self._units = {one.code: one.unit for one in self._indicators}

    def outputs(self, one: Area) -> Iterator[Output]:
        """Yield the pages of records of *one*."""
        yield from filter(None, (self._ledger(one), self._plans(one), self._selections(one)))
        for issue in self._visible.issues(one.key):
            yield self._issue(one, issue)

    def output(self, one: Area, parts: tuple[str, ...]) -> Output | None:
        """Return the page of *one* at *parts* below its address, ``None`` where there is none."""
        makers = {(SUPPORT,): self._ledger, (PLANS,): self._plans, (SELECTIONS,): self._selections}
        if parts in makers:
            return makers[parts](one)
        found = (issue for issue in self._visible.issues(one.key) if parts == (ISSUES, issue.address))
        return next((self._issue(one, issue) for issue in found), None)

    def ways(self, one: Area) -> tuple[Way, ...]:
        """Return the ways from an area to its pages of records, each with a slash at its end as files have none."""
        found = [
            Way(TITLES[part], f"{addresses.of_area(one.key)}/{part}/")
            for part, there in (
                (SUPPORT, bool(self._visible.supports(one.key))),
                (PLANS, bool(self._visible.plans(one.key))),
                (SELECTIONS, bool(self._visible.selections(one.key))),
            )
            if there
        ]
        issues = self._visible.issues(one.key)
        found += [Way(issue.title, f"{addresses.of_area(one.key)}/{ISSUES}/{issue.address}/") for issue in issues]
        return tuple(found)

    def _way(self, one: Area) -> tuple[Way, ...]:
        return (*self._up(one), Way(one.name, addresses.of_area(one.key)))

    # -- support -----------------------------------------------------------------------------------------------------

    def _ledger(self, one: Area) -> Output | None:
        found = matters(self._visible.supports(one.key))
        books = tuple(
            self._book(one, [matter for matter in found if matter.sample is sample], sample=sample)
            for sample in (False, True)
            if any(matter.sample is sample for matter in found)
        )
        if not books:
            return None
        view = LedgerPage(frame=self._frame, key=one.key, name=one.name, up=self._way(one), books=books)
        return Output(addresses.page(one.key, SUPPORT), view, LEDGER, rank=1)

    def _book(self, one: Area, found: list[Matter], *, sample: bool) -> Book:
        late = {matter.key for matter in overdue(found, today(self._visible.now))}
        newest = sorted(found, key=lambda matter: (matter.key not in late, -_day(matter), matter.key))
        known = totals(found)
        shelves = []
        for state, total in by_status(known).items():
            forms = Counter({part.form: part.matters for part in known if part.status == state})
            own = [matter for matter in newest if matter.status == state][:MANY]
            given = tuple(self._given(one, matter, late) for matter in own)
            shelf = Shelf(
                state, total.matters, total.valued, total.rupiah, forms["material"], forms["nonmaterial"], given
            )
            shelves.append(shelf)
        return Book(sample, tuple(shelves), len(late))

    def _given(self, one: Area, matter: Matter, late: set[str]) -> Given:
        library = self._visible.library(matter.library)
        home = Way(library.name if library else matter.library, addresses.of_area(matter.library))
        return Given(
            what=matter.what,
            party=matter.asked_of if matter.status == "diminta" else matter.party,
            anonymous=matter.anonymous and matter.status != "diminta",
            form=matter.form,
            value=matter.value,
            amount=matter.amount,
            since=matter.since,
            due=matter.due if matter.status in ("diminta", "dijanjikan") else None,
            reason=matter.reason,
            thanks=matter.thanks,
            stories=tuple(self._stories(matter.stories[-FEW:])),
            library=None if matter.library == one.key else home,
            late=matter.key in late,
        )

    def _stories(self, found: Iterable[str]) -> Iterator[Way]:
        for address in found:
            if (entry := self._visible.entry(address)) is not None:
                yield Way(entry.story.title, address)

    # -- plans -------------------------------------------------------------------------------------------------------

    def _plans(self, one: Area) -> Output | None:
        boards = tuple(self._board(one, plan) for plan in self._visible.plans(one.key))
        if not boards:
            return None
        view = PlanPage(frame=self._frame, key=one.key, name=one.name, up=self._way(one), boards=boards)
        return Output(addresses.page(one.key, PLANS), view, BOARDS, rank=1)

    def _board(self, one: Area, plan: Plan) -> Board:
        known = self._measured(one, plan)
        steps = tuple(self._step(item, known) for item in plan.items)
        states = Counter(step.state for step in steps)
        counted = tuple((state, states[state]) for state in PROGRESS if states[state])
        return Board(plan.title, plan.year, plan.sample, counted, steps)

    def _measured(self, one: Area, plan: Plan) -> dict[str, float]:
        """Return what reports show of the year of *plan* and its area, by the codes of its indicators."""
        codes = {item.indicator for item in plan.items} - {""}
        asked = [indicator for indicator in self._indicators if indicator.code in codes]
        if not asked:
            return {}
        library = self._visible.library(one.key) if one.level == "perpustakaan" else None
        level = library.level if library else None
        found = {}
        for told in measured(one, self._visible.facts(one.key), asked, sample=plan.sample, level=level):
            value = dict(told.years).get(f"{plan.year}") if plan.year else told.whole
            if value is not None and value.number is not None:
                found[told.indicator.code] = value.number
        return found

    def _step(self, item: Item, known: dict[str, float]) -> Step:
        counted = known.get(item.indicator) if item.indicator else None
        done = item.done if counted is None else counted
        share = None
        if item.target and done is not None:
            share = int(Fraction(done) * 100 / Fraction(item.target))
        return Step(
            what=item.what, target=item.target, done=done, counted=counted is not None,
            unit=self._units.get(item.indicator, item.unit), share=share, state=progress(item, done), due=item.due,
            obstacle=item.obstacle, follow_up=item.follow_up,
        )  # fmt: skip

    # -- policy questions --------------------------------------------------------------------------------------------

    def _issue(self, one: Area, issue: Issue) -> Output:
        letters = {option.name: letter for option, letter in zip(issue.options, string.ascii_uppercase, strict=False)}
        ranks = {rank.option.name: rank for rank in ranking(issue)}
        found = sensitivity(issue)
        options = tuple(
            Scored(
                letter=letters[option.name], name=option.name, description=option.description, cost=option.cost,
                pros=option.pros, cons=option.cons, marks=tuple((mark.score, mark.reason) for mark in option.marks),
                score=None if (score := ranks[option.name].score) is None else _rounded(100 * score),
                place=ranks[option.name].place,
            )
            for option in issue.options
        )  # fmt: skip
        view = IssuePage(
            frame=self._frame,
            key=one.key,
            address=issue.address,
            name=one.name,
            up=self._way(one),
            title=issue.title,
            retrospective=issue.view == "retrospektif",
            day=issue.day,
            sample=issue.sample,
            problem=issue.problem,
            evidence=issue.evidence,
            options=options,
            criteria=tuple(zip(CRITERIA, (_rounded(100 * weight) for weight in weights(issue)), strict=True)),
            weighted=bool(issue.weights),
            first=tuple(letters[name] for name in found.first) if found else (),
            equal=tuple(letters[name] for name in found.equal) if found else (),
            firmness=tuple(map(_firmness, found.ranges)) if found else (),
            recommendation=issue.recommendation,
            references=tuple(Way(one.title, one.url) for one in issue.references),
        )
        return Output(addresses.page(one.key, ISSUES, issue.address), view, QUESTION, rank=1)

    # -- selections --------------------------------------------------------------------------------------------------

    def _selections(self, one: Area) -> Output | None:
        choices = tuple(self._choice(found) for found in self._visible.selections(one.key))
        if not choices:
            return None
        view = ChoicePage(frame=self._frame, key=one.key, name=one.name, up=self._way(one), choices=choices)
        return Output(addresses.page(one.key, SELECTIONS), view, CHOICES, rank=1)

    def _choice(self, found: Selection) -> Choice:
        order = dict.fromkeys((found.chosen, *found.candidates))
        told = (self._told(address, chosen=address == found.chosen) for address in order)
        return Choice(
            title=found.title, level=found.level, period=found.period, day=found.day, panel=found.panel,
            candidates=tuple(one for one in told if one is not None), reason=found.reason, sample=found.sample,
        )  # fmt: skip

    def _told(self, address: str, *, chosen: bool) -> Told | None:
        entry = self._visible.entry(address)
        if entry is None:
            return None
        library = self._visible.library(entry.story.library)
        name = library.name if library else entry.story.library
        return Told(Way(entry.story.title, address), entry.story.summary if chosen else "", name, chosen)


def paths(visible: Visible, keys: Iterable[str]) -> Iterator[str]:
    """Yield the pages of records that the areas *keys* may have."""
    for key in keys:
        yield from (addresses.page(key, part) for part in (SUPPORT, PLANS, SELECTIONS))
        yield from (addresses.page(key, ISSUES, issue.address) for issue in visible.issues(key))


def moved(changes: Iterable[Change]) -> Iterator[str]:
    """Yield the pages of policy questions that *changes* may bring or take away."""
    for change in changes:
        if isinstance(change, RecordChange):
            found = {record.address for record in (change.old, change.new) if isinstance(record, Issue)}
            yield from (addresses.page(key, ISSUES, address) for key in change.areas for address in found)


def _day(matter: Matter) -> int:
    return matter.since.toordinal() if matter.since else 0


def _firmness(found: Range) -> Firmness:
    """Return *found* in whole percent, rounded inward so that it promises no more than is true."""
    return Firmness(
        found.criterion, _rounded(100 * found.weight), -int(-100 * found.least // 1), int(100 * found.most // 1),
        found.free,
    )  # fmt: skip


def _rounded(number: Fraction) -> int:
    return int(number + Fraction(1, 2))
