"""Who takes part: a whole as one bar of its parts, and below it what overlaps, each with a bar of its own."""

from pipeline.pictures.charts.ink import Ink
from pipeline.pictures.charts.legend import BOX
from pipeline.pictures.charts.lettering import LINE, lines
from pipeline.pictures.charts.scale import share
from pipeline.pictures.charts.sheet import WIDE, Sheet
from pipeline.pictures.charts.values import Part, Parts

HIGH = 44
"""How high the bar of the whole is."""
THIN = 22
"""How high those beside it are."""


def parts(chart: Parts, ink: Ink) -> Sheet:
    """Return *chart* as a drawing. All bars have one scale, so that they can be compared."""
    sheet = Sheet(ink)
    whole = sum(max(0, one.value) for one in chart.parts)
    most = max([whole, *(one.value for one in chart.beside)])
    if most <= 0:
        sheet.written(lines(ink.say("Belum ada data."), WIDE), quiet=True)
        return sheet
    if whole:
        _whole(sheet, chart, whole, WIDE / most)
    if chart.beside:
        sheet.down += 10
        sheet.written(lines(ink.say("Di antaranya (dapat tumpang tindih):"), WIDE), quiet=True)
    for one in chart.beside:
        sheet.down += 6
        sheet.written(lines(_said(one, chart, ink, 0), WIDE))
        sheet.track(0, sheet.down, WIDE, THIN)
        wide = max(0, one.value) * WIDE / most
        if wide:
            sheet.part(3, 0, sheet.down, wide, THIN)
        sheet.down += THIN
    return sheet


def _whole(sheet: Sheet, chart: Parts, whole: float, scale: float) -> None:
    """Draw the bar of the whole, and below it a line for each of its parts."""
    x = 0.0
    for kind, one in enumerate(chart.parts):
        wide = max(0, one.value) * scale
        if wide:
            sheet.part(kind, x, 0, wide, HIGH)
        x += wide
    sheet.down = HIGH + 6
    for kind, one in enumerate(chart.parts):
        sheet.part(kind, 0, sheet.down + 4, BOX, BOX)
        for line in lines(_said(one, chart, sheet.ink, whole), WIDE - BOX - 12):
            sheet.down += LINE
            sheet.words(line, BOX + 12, sheet.down - 6)
        sheet.down += 4


def _said(one: Part, chart: Parts, ink: Ink, whole: float) -> str:
    """Return a part in words: ``Perempuan: 120 (60%)``."""
    told = (
        f"{ink.measured(one.value, chart.unit)} ({share(one.value, whole)}%)"
        if whole
        else ink.measured(one.value, chart.unit)
    )
    return f"{one.name}: {told}{f', {one.note}' if one.note else ''}"
