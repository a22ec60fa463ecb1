"""The policy question: options weighed by Dunn's six criteria, before a decision or after it was carried out."""

from datetime import date
from typing import Literal

import msgspec

Criterion = Literal["efektivitas", "efisiensi", "kecukupan", "perataan", "responsivitas", "ketepatan"]
CRITERIA: tuple[Criterion, ...] = (
    "efektivitas", "efisiensi", "kecukupan", "perataan", "responsivitas", "ketepatan",
)  # fmt: skip
"""After William N. Dunn: effectiveness, efficiency, adequacy, equity, responsiveness, appropriateness."""

View = Literal["prospektif", "retrospektif"]
"""Before a decision, what options would bring; after it, what they brought."""

LEAST, MOST = 1, 5


class Mark(msgspec.Struct, frozen=True, omit_defaults=True):
    """How an option does by one criterion: *score* from 1 (poor) to 5 (good), ``None`` where nobody said, and why."""

    score: int | None = None
    reason: str = ""


class Option(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One option. *cost* is in rupiah; *marks* stand in the order of ``CRITERIA``."""

    name: str
    description: str = ""
    cost: int | None = None
    pros: tuple[str, ...] = ()
    cons: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = (Mark(),) * len(CRITERIA)

    @property
    def complete(self) -> bool:
        """Whether every criterion has its score."""
        return all(mark.score is not None for mark in self.marks)


class Reference(msgspec.Struct, frozen=True, omit_defaults=True):
    """A source; *url* is empty where it has no address on the web."""

    title: str
    url: str = ""


class Issue(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One policy question. *area* is a library's slug, the code of a regency or province, or ``semua``.

    *weights* stand in the order of ``CRITERIA``, in thousandths of whatever was written; none: all weigh the same.
    """

    address: str
    path: str
    area: str
    title: str
    view: View = "prospektif"
    day: date | None = None
    problem: str = ""
    evidence: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    weights: tuple[int, ...] = ()
    recommendation: str = ""
    references: tuple[Reference, ...] = ()
    sample: bool = False
