"""What a chart shows: one small frozen struct for each kind, from which both the drawing and its table are made.

Every *title* says what is counted, *unit* in what (``kehadiran``; ``rupiah`` and ``persen`` are written as signs);
*note* says what a reader must know to read it rightly, and may be empty. All of it is untrusted text. A value that is
``None`` is not known, which is not zero; values below zero have no length.
"""

import msgspec


class Column(msgspec.Struct, frozen=True):
    """A column: its whole *name*, the *label* below it (its name where empty) and a second line, mostly empty."""

    name: str
    label: str = ""
    under: str = ""


class Series(msgspec.Struct, frozen=True):
    """One kind of part in all columns: a value for each, in their order."""

    name: str
    values: tuple[float, ...]


class Columns(msgspec.Struct, frozen=True):
    """Columns by time; each the sum of its parts, which stand upon each other in the order of *series*."""

    title: str
    unit: str
    columns: tuple[Column, ...]
    series: tuple[Series, ...]
    note: str = ""


class Part(msgspec.Struct, frozen=True):
    """A part of a whole; *note* says of what it was counted (``dari 3 kegiatan``)."""

    name: str
    value: float
    note: str = ""


class Parts(msgspec.Struct, frozen=True):
    """A whole as one bar: *parts* add up to it. *beside* are parts that overlap, so each has a bar of its own."""

    title: str
    unit: str
    parts: tuple[Part, ...]
    beside: tuple[Part, ...] = ()
    note: str = ""


class Bar(msgspec.Struct, frozen=True):
    """A bar with its name."""

    name: str
    value: float | None


class Bars(msgspec.Struct, frozen=True):
    """Bars below each other, by place or library, in the order given."""

    title: str
    unit: str
    bars: tuple[Bar, ...]
    note: str = ""


class Pair(msgspec.Struct, frozen=True):
    """One thing measured twice, in its own unit."""

    name: str
    unit: str
    before: float | None
    after: float | None


class Pairs(msgspec.Struct, frozen=True):
    """What was before, and what after. Each pair has a scale of its own, for their units differ."""

    title: str
    pairs: tuple[Pair, ...]
    note: str = ""


class Answer(msgspec.Struct, frozen=True):
    """A question: how many agreed, of how many who answered it."""

    question: str
    agreed: int
    answered: int


class Survey(msgspec.Struct, frozen=True):
    """Questions, each as the share of those who agreed."""

    title: str
    answers: tuple[Answer, ...]
    note: str = ""


class Aim(msgspec.Struct, frozen=True):
    """A value and what was meant to be reached."""

    name: str
    unit: str
    value: float | None
    target: float | None


class Targets(msgspec.Struct, frozen=True):
    """Values against their targets. Each has a scale of its own."""

    title: str
    aims: tuple[Aim, ...]
    note: str = ""


Values = Columns | Parts | Bars | Pairs | Survey | Targets
"""What can be drawn."""
