"""What the pages of records behind advocacy show: the ledger of support, plans, policy questions, selections."""

from datetime import date
from typing import ClassVar

import msgspec

from pipeline.build.output import View
from pipeline.desks.evidence.views import Way
from pipeline.templating.frame import Frame

PLACE: dict[str, str] = {
    "key": "alamat",
    "name": "nama wilayah atau perpustakaan",
    "up": "wilayah di atasnya",
}


class Given(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One matter of the ledger. *library* leads to its own page, ``None`` on that page itself.

    *late*: what was promised is past its date.
    """

    what: str
    party: str
    anonymous: bool
    form: str
    value: int | None
    amount: str
    since: date | None
    due: date | None
    reason: str
    thanks: str
    stories: tuple[Way, ...]
    library: Way | None = None
    late: bool = False


class Shelf(msgspec.Struct, frozen=True):
    """The matters of one *status*: how many, how many of them state rupiah and how much, the newest of them.

    *material* and *nonmaterial* are counts. Promises past their date stand first.
    """

    status: str
    matters: int
    valued: int
    rupiah: int
    material: int
    nonmaterial: int
    newest: tuple[Given, ...]


class Book(msgspec.Struct, frozen=True):
    """The ledger of an area: of real records, or of samples. *late* counts the promises past their date."""

    sample: bool
    shelves: tuple[Shelf, ...]
    late: int


class LedgerPage(View, frozen=True, kw_only=True):
    """The ledger of support of one area."""

    INPUTS: ClassVar[dict[str, str]] = PLACE | {"books": "permintaan, dukungan (laporan dan content/dukungan)"}

    frame: Frame
    key: str
    name: str
    up: tuple[Way, ...]
    books: tuple[Book, ...]


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a plan. *done* is *counted* where reports say it; *share* is in percent of the target."""

    what: str
    target: float | None
    done: float | None
    unit: str
    counted: bool
    share: int | None
    state: str
    due: date | None
    obstacle: str
    follow_up: str


class Board(msgspec.Struct, frozen=True):
    """One plan beside what came of it; *states* are how many lines have come how far."""

    title: str
    year: int
    sample: bool
    states: tuple[tuple[str, int], ...]
    steps: tuple[Step, ...]


class PlanPage(View, frozen=True, kw_only=True):
    """The plans of one area."""

    INPUTS: ClassVar[dict[str, str]] = PLACE | {"boards": "content/rencana, angka laporan"}

    frame: Frame
    key: str
    name: str
    up: tuple[Way, ...]
    boards: tuple[Board, ...]


class Scored(msgspec.Struct, frozen=True, kw_only=True):
    """One option under its *letter*. *marks* are pairs of score and reason; *score* is weighted, in hundredths."""

    letter: str
    name: str
    description: str
    cost: int | None
    pros: tuple[str, ...]
    cons: tuple[str, ...]
    marks: tuple[tuple[int | None, str], ...]
    score: int | None
    place: int | None


class Firmness(msgspec.Struct, frozen=True):
    """How far a weight may go, all in percent, before another option is first."""

    criterion: str
    weight: int
    least: int
    most: int
    free: bool


class IssuePage(View, frozen=True, kw_only=True):
    """One policy question. *weights* are in percent; *first* and *equal* are letters of the options that are first.

    *options* stand as they were written, *firmness* in the order of the criteria, empty where nothing can be said.
    """

    INPUTS: ClassVar[dict[str, str]] = PLACE | {
        "address": "alamat",
        "title": "content/opsi",
        "retrospective": "content/opsi",
        "day": "content/opsi",
        "sample": "content/opsi",
        "problem": "content/opsi",
        "evidence": "content/opsi",
        "options": "content/opsi",
        "criteria": "content/opsi",
        "weighted": "content/opsi",
        "first": "content/opsi",
        "equal": "content/opsi",
        "firmness": "content/opsi",
        "recommendation": "content/opsi",
        "references": "content/opsi",
    }

    frame: Frame
    key: str
    address: str
    name: str
    up: tuple[Way, ...]
    title: str
    retrospective: bool
    day: date | None
    sample: bool
    problem: str
    evidence: tuple[str, ...]
    options: tuple[Scored, ...]
    criteria: tuple[tuple[str, int], ...]
    weighted: bool
    first: tuple[str, ...]
    equal: tuple[str, ...]
    firmness: tuple[Firmness, ...]
    recommendation: str
    references: tuple[Way, ...]


class Told(msgspec.Struct, frozen=True):
    """A story that was chosen, or might have been."""

    way: Way
    summary: str
    library: str
    chosen: bool


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """What one panel chose, and why."""

    title: str
    level: str
    period: str
    day: date | None
    panel: tuple[str, ...]
    candidates: tuple[Told, ...]
    reason: str
    sample: bool


class ChoicePage(View, frozen=True, kw_only=True):
    """The selections of one area, newest first."""

    INPUTS: ClassVar[dict[str, str]] = PLACE | {"choices": "content/pilihan"}

    frame: Frame
    key: str
    name: str
    up: tuple[Way, ...]
    choices: tuple[Choice, ...]
