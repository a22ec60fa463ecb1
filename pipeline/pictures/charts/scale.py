"""The scale of an axis: round numbers that a reader can count in."""

from math import ceil, floor, log10

STEPS = (1, 2, 5, 10)


def ticks(most: float, *, wanted: int = 4) -> tuple[float, ...]:
    """Return the marks of a scale from 0 up to at least *most*: about *wanted* steps of 1, 2 or 5 times a power of ten.

    Steps are whole numbers: what is counted comes in no halves.
    """
    if most <= 0:
        return (0, 1)
    rough = most / wanted
    power = 10 ** floor(log10(rough))
    step = max(1, next(step for step in STEPS if step * power >= rough * (1 - 1e-9)) * power)
    step = int(step)
    return tuple(step * count for count in range(ceil(most / step - 1e-9) + 1))


def share(part: float, whole: float) -> int:
    """Return *part* of *whole* in per cent, rounded; 0 where there is no whole."""
    return round(100 * part / whole) if whole > 0 else 0
