"""Which part has which colour and pattern."""

from collections.abc import Sequence

from pipeline.pictures.charts.lettering import LINE, lines, width
from pipeline.pictures.charts.sheet import WIDE, Sheet

BOX = 24
"""A side of the sign before a name."""


def legend(sheet: Sheet, names: Sequence[str]) -> None:
    """Write *names* beside each other, each after the sign of its part, in as many lines as they need."""
    x = 0.0
    sheet.down += LINE + 4
    for kind, name in enumerate(names):
        (short,) = lines(name, WIDE - BOX - 10, 1) or ("–",)
        wide = BOX + 10 + width(short)
        if x and x + wide > WIDE:
            x = 0
            sheet.down += LINE + 4
        sheet.part(kind, x, sheet.down - BOX - 2, BOX, BOX)
        sheet.words(short, x + BOX + 10, sheet.down - 6)
        x += wide + 22
