"""Charts that grow downwards: a name above its bar, as long names need it on a small screen."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from pipeline.pictures.charts.ink import Ink
from pipeline.pictures.charts.lettering import SIZE, lines, width
from pipeline.pictures.charts.scale import share
from pipeline.pictures.charts.sheet import WIDE, Sheet
from pipeline.pictures.charts.values import Aim, Answer, Bars, Pair, Pairs, Survey, Targets

HIGH = 26
"""How high a bar is."""
GAP = 20
"""Between one row and the next."""
MOST = 15
"""So many bars are drawn; the table has all."""


Row = TypeVar("Row", Pair, Answer, Aim)


def bars(chart: Bars, ink: Ink) -> Sheet:
    """Return *chart* as a drawing: the first ``MOST`` bars, all by one scale."""
    sheet = Sheet(ink)
    drawn = chart.bars[:MOST]
    said = [_said(ink, one.value, chart.unit) for one in drawn]
    room = WIDE - max(map(width, said), default=0) - 14
    most = max((one.value or 0 for one in drawn), default=0)
    for one, words in zip(drawn, said, strict=True):
        sheet.written(lines(one.name, WIDE))
        _bar(sheet, 0, _length(one.value, most, room), words, known=one.value is not None)
        sheet.down += GAP
    return _ended(sheet, len(chart.bars) - len(drawn))


def pairs(chart: Pairs, ink: Ink) -> Sheet:
    """Return *chart* as a drawing: before and after below each other, each pair by its own scale."""

    def one(sheet: Sheet, pair: Pair) -> None:
        labels = (ink.say("sebelum"), ink.say("sesudah"))
        left = max(map(width, labels)) + 12
        said = [_said(ink, value, pair.unit) for value in (pair.before, pair.after)]
        room = WIDE - left - max(map(width, said)) - 14
        most = max(pair.before or 0, pair.after or 0)
        sheet.written(lines(_with_unit(pair.name, pair.unit), WIDE))
        sheet.down -= 4
        for kind, (label, value, words) in enumerate(zip(labels, (pair.before, pair.after), said, strict=True)):
            sheet.down += 4
            sheet.words(label, 0, sheet.down + SIZE + 1, quiet=True)
            _bar(sheet, left, _length(value, most, room), words, known=value is not None, kind=1 - kind)

    return _rows(ink, chart.pairs, one)


def survey(chart: Survey, ink: Ink) -> Sheet:
    """Return *chart* as a drawing: the track behind each bar is all who answered."""

    def one(sheet: Sheet, answer: Answer) -> None:
        sheet.written(lines(answer.question, WIDE, 3))
        if answer.answered <= 0:
            sheet.written((ink.say("belum ada jawaban"),), quiet=True)
            return
        part = share(answer.agreed, answer.answered)
        said = ink.say("{share}% setuju ({agreed} dari {answered})").format(
            share=part, agreed=ink.number(answer.agreed), answered=ink.number(answer.answered)
        )
        sheet.written(lines(said, WIDE), quiet=True)
        sheet.track(0, sheet.down, WIDE, HIGH)
        sheet.part(0, 0, sheet.down, _length(answer.agreed, answer.answered, WIDE), HIGH)
        sheet.down += HIGH

    return _rows(ink, chart.answers, one)


def targets(chart: Targets, ink: Ink) -> Sheet:
    """Return *chart* as a drawing: a bar for what was reached, a stroke for what was meant."""

    def one(sheet: Sheet, aim: Aim) -> None:
        most = max(aim.value or 0, aim.target or 0)
        sheet.written(lines(_with_unit(aim.name, aim.unit), WIDE))
        sheet.written(lines(reached(aim, ink), WIDE), quiet=True)
        if aim.target is None:
            return  # without a target a bar would say nothing: it has nothing to be long against
        room = WIDE - 6
        sheet.track(0, sheet.down + 4, room, HIGH)
        sheet.part(0, 0, sheet.down + 4, _length(aim.value, most, room), HIGH)
        sheet.edge(_length(aim.target, most, room), sheet.down, 6, HIGH + 8)
        sheet.down += HIGH + 8

    return _rows(ink, chart.aims, one)


def reached(aim: Aim, ink: Ink) -> str:
    """Return in words how far *aim* was reached."""
    value = ink.say("belum ada data") if aim.value is None else ink.measured(aim.value, aim.unit)
    if aim.target is None:
        return ink.say("{value}; belum ada target").format(value=value)
    target = ink.measured(aim.target, aim.unit)
    if aim.value is None or aim.target <= 0:
        return ink.say("{value}; target {target}").format(value=value, target=target)
    return ink.say("{value} dari target {target} ({share}%)").format(
        value=value, target=target, share=ink.number(share(aim.value, aim.target))
    )


def _rows(ink: Ink, rows: Iterable[Row], draw: Callable[[Sheet, Row], None]) -> Sheet:
    sheet = Sheet(ink)
    for row in rows:
        draw(sheet, row)
        sheet.down += GAP
    return _ended(sheet, 0)


def _ended(sheet: Sheet, left_out: int) -> Sheet:
    """Say what a drawing leaves out, or that there is nothing."""
    ink = sheet.ink
    if not sheet.down:
        sheet.written(lines(ink.say("Belum ada data."), WIDE), quiet=True)
    elif left_out > 0:
        sheet.written(lines(ink.say("{count} lagi ada di tabel.").format(count=ink.number(left_out)), WIDE), quiet=True)
    else:
        sheet.down -= GAP
    return sheet


def _bar(sheet: Sheet, left: float, wide: float, words: str, *, known: bool, kind: int = 0) -> None:
    """Draw a bar below all that is there, with its number after it. Nothing known draws nothing, zero a thin stroke."""
    sheet.down += 4
    x = left
    if known:
        if wide:
            sheet.part(kind, left, sheet.down, wide, HIGH)
        else:
            sheet.edge(left, sheet.down, 3, HIGH)
        x += max(wide, 3) + 10
    sheet.words(words, x, sheet.down + SIZE - 3, quiet=not known)
    sheet.down += HIGH


def _length(value: float | None, most: float, room: float) -> float:
    return max(0, room * (value or 0) / most) if most > 0 else 0


def _said(ink: Ink, value: float | None, unit: str) -> str:
    return ink.say("belum ada data") if value is None else ink.measured(value, unit)


def _with_unit(name: str, unit: str) -> str:
    return name if not unit or unit in {"rupiah", "persen"} or unit in name.lower() else f"{name} ({unit})"
