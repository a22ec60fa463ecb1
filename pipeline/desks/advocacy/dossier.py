"""All that papers on demand may say of an area: its sheet, its ledger, plans, policy questions and indicators."""

from collections.abc import Callable
from typing import NamedTuple

from pipeline.content.library import Library
from pipeline.content.option import Issue
from pipeline.content.plan import Plan
from pipeline.desks.advocacy.sheet import Number, number_of, source_of, worth_of
from pipeline.desks.advocacy.views import Sheet
from pipeline.evidence.indicator import Measured
from pipeline.evidence.ledger import Matter
from pipeline.language import texts
from pipeline.templating.dates import number


class Account(NamedTuple):
    """A story that tells what came of support: *outcome* as its report has it, else its summary."""

    title: str
    url: str
    outcome: str


class Dossier(NamedTuple):
    """Everything about an area, real or samples alone. *names* are those of libraries by slug, *accounts* by address.

    *text* is the body of the sheet's story.
    """

    sheet: Sheet
    text: str
    library: Library | None
    matters: tuple[Matter, ...]
    plans: tuple[Plan, ...]
    issues: tuple[Issue, ...]
    measured: tuple[Measured, ...]
    names: dict[str, str]
    accounts: dict[str, Account]

    @property
    def say(self) -> Callable[[str], str]:
        """How a text is said in the language of the papers."""
        return texts(self.sheet.language)

    def rupiah(self, value: int | None) -> str:
        """Return *value* in words, empty where there is none."""
        return "" if value is None else f"Rp{number(value, self.sheet.language)}"

    def worth(self, one: Matter) -> str:
        """Return what *one* is worth."""
        return worth_of(one.value, one.amount, self.sheet.language)

    def numbers(self) -> tuple[str, ...]:
        """Return all numbers of the area, each as one line: what it counts, how many, of how many events."""
        figures = (figure for figure in self.sheet.figures if figure.number > 0)
        return tuple(_line(number_of(figure, self.sheet, self.say)) for figure in figures)

    def source(self) -> str:
        """Return where numbers come from and what they are worth."""
        return source_of(self.sheet, self.say)


def _line(one: Number) -> str:
    note = f" ({one.note})" if one.note else ""
    return f"{one.name[:1].upper()}{one.name[1:]}: {one.value}{note}"
