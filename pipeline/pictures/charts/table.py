"""The numbers of a chart as rows of words: for the table behind it, and for who hears it read."""

import msgspec

from pipeline.pictures.charts.columns import totals
from pipeline.pictures.charts.ink import Ink
from pipeline.pictures.charts.scale import share
from pipeline.pictures.charts.values import Bars, Columns, Pairs, Parts, Survey, Targets, Values


class Table(msgspec.Struct, frozen=True):
    """Names of columns, and rows: the first of each is the row's name."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def table(chart: Values, ink: Ink) -> Table:
    """Return all numbers of *chart*, none left out, in the order of the drawing."""
    match chart:
        case Columns():
            return _columns(chart, ink)
        case Parts():
            return _parts(chart, ink)
        case Bars():
            rows = tuple((one.name, _said(one.value, chart.unit, ink)) for one in chart.bars)
            return Table((ink.say("Nama"), _counted(chart.unit, ink)), rows)
        case Pairs():
            head = (ink.say("Yang diukur"), ink.say("Sebelum"), ink.say("Sesudah"), ink.say("Satuan"))
            return Table(
                head,
                tuple(
                    (one.name, _said(one.before, one.unit, ink), _said(one.after, one.unit, ink), one.unit)
                    for one in chart.pairs
                ),
            )
        case Survey():
            head = (ink.say("Pertanyaan"), ink.say("Setuju"), ink.say("Menjawab"), ink.say("Bagian"))
            return Table(
                head,
                tuple(
                    (
                        one.question,
                        ink.number(one.agreed),
                        ink.number(one.answered),
                        f"{share(one.agreed, one.answered)}%" if one.answered > 0 else "–",
                    )
                    for one in chart.answers
                ),
            )
        case Targets():
            return _targets(chart, ink)


def _columns(chart: Columns, ink: Ink) -> Table:
    several = len(chart.series) > 1
    head = (ink.say("Waktu"), *(row.name for row in chart.series), *((ink.say("Jumlah"),) if several else ()))
    rows = tuple(
        (
            column.name,
            *(ink.measured(row.values[at], chart.unit) for row in chart.series),
            *((ink.measured(whole, chart.unit),) if several else ()),
        )
        for at, (column, whole) in enumerate(zip(chart.columns, totals(chart), strict=True))
    )
    return Table(head, rows)


def _parts(chart: Parts, ink: Ink) -> Table:
    whole = sum(max(0, one.value) for one in chart.parts)
    rows = [
        (one.name, ink.measured(one.value, chart.unit), f"{share(one.value, whole)}%", one.note) for one in chart.parts
    ]
    rows.append((ink.say("Jumlah"), ink.measured(whole, chart.unit), "", ""))
    rows += [(one.name, ink.measured(one.value, chart.unit), "", one.note) for one in chart.beside]
    head = (ink.say("Siapa"), _counted(chart.unit, ink), ink.say("Bagian"), ink.say("Keterangan"))
    bare = not any(row[3] for row in rows)
    return Table(head[:3], tuple(row[:3] for row in rows)) if bare else Table(head, tuple(rows))


def _targets(chart: Targets, ink: Ink) -> Table:
    head = (ink.say("Yang diukur"), ink.say("Capaian"), ink.say("Target"), ink.say("Bagian"), ink.say("Satuan"))
    return Table(
        head,
        tuple(
            (
                one.name,
                _said(one.value, one.unit, ink),
                _said(one.target, one.unit, ink),
                f"{ink.number(share(one.value, one.target))}%" if one.value is not None and one.target else "–",
                one.unit,
            )
            for one in chart.aims
        ),
    )


def _said(value: float | None, unit: str, ink: Ink) -> str:
    return "–" if value is None else ink.measured(value, unit)


def _counted(unit: str, ink: Ink) -> str:
    return f"{unit[:1].upper()}{unit[1:]}" if unit else ink.say("Jumlah")
