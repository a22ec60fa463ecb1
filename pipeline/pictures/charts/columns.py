"""Columns by month or year: a legend, a scale of round numbers, parts upon each other, names below."""

from collections.abc import Sequence

from pipeline.pictures.charts.ink import Ink
from pipeline.pictures.charts.legend import legend
from pipeline.pictures.charts.lettering import LINE, SIZE, lines, width
from pipeline.pictures.charts.scale import ticks
from pipeline.pictures.charts.sheet import WIDE, Sheet
from pipeline.pictures.charts.values import Column, Columns

HIGH = 300
"""How high the tallest scale is."""
WIDEST = 96
"""No column is wider, however few there are."""


def totals(chart: Columns) -> tuple[float, ...]:
    """Return what the parts of each column add up to; what is below zero has no length."""
    return tuple(sum(max(0, row.values[at]) for row in chart.series) for at in range(len(chart.columns)))


def columns(chart: Columns, ink: Ink) -> Sheet:
    """Return *chart* as a drawing."""
    sheet = Sheet(ink)
    sums = totals(chart)
    if not any(sums):
        sheet.written(lines(ink.say("Belum ada data."), WIDE), quiet=True)
        return sheet
    if len(chart.series) > 1:
        legend(sheet, [row.name for row in chart.series])
        sheet.down += 8
    marks = ticks(max(sums))
    left = max(width(ink.measured(mark, chart.unit)) for mark in marks) + 12
    top, foot = sheet.down + LINE + 4, sheet.down + LINE + 4 + HIGH
    for mark in marks:
        y = foot - HIGH * mark / marks[-1]
        sheet.line(left, y, WIDE)
        sheet.words(ink.measured(mark, chart.unit), left - 10, y + SIZE / 3, anchor="end", quiet=True)
    room = (WIDE - left) / len(sums)
    _stand(sheet, chart, (left, foot), room, HIGH / marks[-1])
    said = [ink.measured(one, chart.unit) for one in sums]
    if all(width(one) + 6 <= room for one in said):
        for at, one in enumerate(sums):
            if one:
                y = max(top - 10, foot - HIGH * one / marks[-1] - 8)
                sheet.words(said[at], left + room * (at + 0.5), y, anchor="middle")
    sheet.down = foot
    _below(sheet, chart.columns, left, room)
    return sheet


def _stand(sheet: Sheet, chart: Columns, corner: tuple[float, float], room: float, scale: float) -> None:
    """Draw all parts, from the foot upwards; a gap of paper lies between columns."""
    left, foot = corner
    wide = min(WIDEST, room * 0.76)
    for at in range(len(chart.columns)):
        y = foot
        for kind, row in enumerate(chart.series):
            high = max(0, row.values[at]) * scale
            if high:
                y -= high
                sheet.part(kind, left + room * (at + 0.5) - wide / 2, y, wide, high)
    sheet.edge(left, foot - 1, WIDE - left, 2)


def _below(sheet: Sheet, names: Sequence[Column], left: float, room: float) -> None:
    """Write the names of columns (all where there is room, else every second, third, …) and their second lines."""
    shown = [one.label or one.name for one in names]
    widest = min(max(map(width, shown)), WIDE / 3)
    step = next(step for step in (*range(1, len(names)), len(names)) if room * step >= widest + 8 or step == len(names))
    for at in range(0, len(names), step):
        label = lines(shown[at], widest + 1, 1)
        if label:
            _centred(sheet, label[0], left + room * (at + 0.5), sheet.down + LINE - 4, left)
    sheet.down += LINE + 2
    _second(sheet, names, left, room)


def _second(sheet: Sheet, names: Sequence[Column], left: float, room: float) -> None:
    """Write second lines (years) in the middle of their columns: from the last back, those for which there is room."""
    free = float(WIDE)
    found = False
    for at in reversed(range(len(names))):
        under = lines(names[at].under, WIDE / 3, 1)
        if not under:
            continue
        wide = width(under[0])
        x = min(left + room * (at + 0.5) - wide / 2, WIDE - wide)
        if x + wide <= free:
            sheet.words(under[0], x + wide / 2, sheet.down + LINE - 8, anchor="middle", quiet=True)
            free, found = x - 10, True
    if found:
        sheet.down += LINE


def _centred(sheet: Sheet, text: str, middle: float, y: float, left: float) -> None:
    """Write *text* around *middle*, but not beyond the drawing."""
    half = width(text) / 2
    sheet.words(text, min(max(middle, min(left, half)), WIDE - half), y, anchor="middle")
