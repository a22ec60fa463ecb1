"""What a report says in numbers beside its participants: measures, proofs, a survey, distinct people."""

from datetime import date

import msgspec

SMALLEST = 5
"""Answers to a question of the survey below which nothing of it is shown: so few could be told apart."""


class Measure(msgspec.Struct, frozen=True, omit_defaults=True):
    """A number with its unit: *what* was measured, by which *source*, on which *day*; *note* is what else is said."""

    value: float
    unit: str
    what: str = ""
    note: str = ""
    source: str = ""
    day: date | None = None


class Proof(msgspec.Struct, frozen=True, omit_defaults=True):
    """One piece of evidence (``bukti``): *text* says what, *kind* of what kind it is (a count, a document, a voice).

    *value* and *unit* say how much, where it can be counted.
    """

    text: str
    kind: str = ""
    value: float | None = None
    unit: str = ""
    source: str = ""
    day: date | None = None


class Answers(msgspec.Struct, frozen=True, array_like=True):
    """How many agreed, *of* how many who answered."""

    agreed: int
    of: int


class Survey(msgspec.Struct, frozen=True, omit_defaults=True):
    """The four questions that libraries ask after an activity (``survei``).

    Did you learn something, do you feel more confident, will you apply it, do you know better what the library offers:
    the outcomes of Project Outcome (Public Library Association, ALA).
    """

    knowledge: Answers | None = None
    confidence: Answers | None = None
    application: Answers | None = None
    awareness: Answers | None = None


class People(msgspec.Struct, frozen=True):
    """How many distinct people took part (``orang``), and by which *source* that is known."""

    count: int
    source: str


class Recipe(msgspec.Struct, frozen=True, omit_defaults=True):
    """What another library must know to repeat an activity: what it is called, what it needs, what went wrong."""

    name: str = ""
    needs: tuple[str, ...] = ()
    obstacles: tuple[str, ...] = ()
