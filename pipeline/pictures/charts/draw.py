"""A chart for a page or a paper: the drawing, and the table of the same numbers."""

from collections.abc import Callable

import msgspec
from markupsafe import Markup

from pipeline.language import texts
from pipeline.pictures.charts.columns import columns
from pipeline.pictures.charts.ink import Ink, Palette
from pipeline.pictures.charts.parts import parts
from pipeline.pictures.charts.rows import bars, pairs, survey, targets
from pipeline.pictures.charts.sheet import Sheet
from pipeline.pictures.charts.table import Table, table
from pipeline.pictures.charts.values import Bars, Columns, Pairs, Parts, Survey, Targets, Values
from pipeline.templating.dates import number

TOLD = 8
"""So many rows are read out; the table has all."""


class Chart(msgspec.Struct, frozen=True):
    """What the macro ``bagan`` (``templates/evidence/bagan.html``) shows: *svg* is safe to stand in a page."""

    title: str
    note: str
    svg: Markup
    table: Table


def ink(prefix: str, language: str = "id", palette: Palette | None = None) -> Ink:
    """Return what draws in *language*: for pages, or with *palette* for papers. *prefix* is one word of ``a-z0-9-``."""
    return Ink(prefix, lambda n: number(n, language), texts(language), palette)


def chart(values: Values, using: Ink) -> Chart:
    """Return *values* drawn, with their table: the same for the same, whoever asks."""
    found = table(values, using)
    svg = _drawn(values, using).text(values.title, _told(found, using.say))
    return Chart(values.title, values.note, Markup(svg), found)  # noqa: S704  all words in it went through ``escaped``


def _drawn(values: Values, using: Ink) -> Sheet:
    match values:
        case Columns():
            return columns(values, using)
        case Parts():
            return parts(values, using)
        case Bars():
            return bars(values, using)
        case Pairs():
            return pairs(values, using)
        case Survey():
            return survey(values, using)
        case Targets():
            return targets(values, using)


def _told(found: Table, say: Callable[[str], str]) -> str:
    """Return the first rows of *found* in one line, as ``Mei 2023: 120; Juni 2023: 80.`` is."""
    if not found.rows:
        return say("Belum ada data.")
    rows = [f"{row[0]}: {', '.join(_cells(found.head, row))}" for row in found.rows[:TOLD]]
    more = [say("Selengkapnya dalam tabel.")] if len(found.rows) > TOLD else []
    return " ".join([f"{'; '.join(rows)}.", *more])


def _cells(head: tuple[str, ...], row: tuple[str, ...]) -> list[str]:
    """Return what stands in *row* after its name, each after the name of its column where there are several."""
    named = zip(head[1:], row[1:], strict=True)
    return [f"{name} {cell}" if len(row) > 2 else cell for name, cell in named if cell]
