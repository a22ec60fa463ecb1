"""The colours of a card, from the two of the site: in OKLCH, so that a step is as wide in blue as in yellow.

Every pair of colours gives a whole set in which words can be read: a contrast of 4.5 (WCAG 2, 1.4.3) at least.
"""

from functools import lru_cache
from math import atan2, cbrt, cos, hypot, radians, sin
from typing import NamedTuple

READABLE = 4.5
"""The contrast of words with what lies below them (WCAG 2, level AA, small text)."""

_GOLD = 76.0
"""The hue of the spark: marigold, which stands well beside earth, green, blue and red."""


class Lch(NamedTuple):
    """A colour in OKLCH: lightness 0 to 1, chroma 0 to about 0.3, hue in degrees."""

    light: float
    chroma: float
    hue: float


class Tones(NamedTuple):
    """The colours of a card, as ``#rrggbb``.

    *on_…* is for words on the colour of that name, *…_quiet* for its calmer words, *…_high* and *…_low* for patterns
    and shapes upon it, *weave* for cloth upon *deep*. *accent*, *soft* and *ink* are for words on *paper* and *tint*;
    *line* is for rules, *spark* a light colour that stands out from *deep* (its own words are *ink*).
    """

    primary: str
    on_primary: str
    primary_quiet: str
    primary_high: str
    primary_low: str
    second: str
    on_second: str
    second_quiet: str
    second_high: str
    second_low: str
    deep: str
    on_deep: str
    deep_quiet: str
    deep_high: str
    deep_low: str
    weave: str
    paper: str
    tint: str
    tint_low: str
    line: str
    ink: str
    soft: str
    accent: str
    spark: str
    spark_low: str


@lru_cache(32)
def tones(colours: tuple[str, str]) -> Tones:
    """Return the colours of the cards of a site whose two colours (``#rrggbb``) are *colours*."""
    first, other = lch(colours[0]), lch(colours[1])
    if _pale(first) and not _pale(other):
        first, other = other, first
    other = _apart(other, first)
    hue, colourful = first.hue, min(1.0, first.chroma / 0.06)
    paper = _hex(_sheet(first, 0.989, 0.008))
    tint = _hex(_sheet(first, 0.947, 0.026))
    ink = _hex(Lch(0.2, 0.018 * colourful, hue))
    primary, on_primary = _field(first, paper, ink)
    second, on_second = _field(other, paper, ink)
    deep = _hex(Lch(0.29, min(first.chroma, 0.075), hue))
    weave = lch(primary)
    spark = _spark(first)
    return Tones(
        primary=primary,
        on_primary=on_primary,
        primary_quiet=_quiet(on_primary, primary),
        primary_high=_moved(primary, 0.07),
        primary_low=_moved(primary, -0.07),
        second=second,
        on_second=on_second,
        second_quiet=_quiet(on_second, second),
        second_high=_moved(second, 0.07),
        second_low=_moved(second, -0.07),
        deep=deep,
        on_deep=paper,
        deep_quiet=_quiet(paper, deep),
        deep_high=_moved(deep, 0.075),
        deep_low=_moved(deep, -0.06),
        weave=_hex(weave._replace(light=max(weave.light, 0.43))),
        paper=paper,
        tint=tint,
        tint_low=_hex(_sheet(first, 0.888, 0.04)),
        line=_hex(_sheet(first, 0.83, 0.026)),
        ink=ink,
        soft=_darkened(Lch(0.46, 0.022 * colourful, hue), tint),
        accent=_darkened(Lch(min(first.light, 0.56), first.chroma, hue), tint),
        spark=_hex(spark),
        spark_low=_hex(spark._replace(light=spark.light - 0.12)),
    )


def _sheet(first: Lch, light: float, chroma: float) -> Lch:
    """Return a colour of paper: the yellow of real paper with a breath of the site's own colour."""
    warm = _cartesian(Lch(light, chroma * 0.7, 82))
    own = _cartesian(Lch(light, min(chroma, first.chroma) * 0.5, first.hue))
    return _polar(light, warm[1] + own[1], warm[2] + own[2])


def _field(colour: Lch, paper: str, ink: str) -> tuple[str, str]:
    """Return *colour* as a ground for large fields, and the colour of words on it.

    A light colour stays light and takes ink, others are darkened until paper can be read on them. It never comes near
    to paper or to black.
    """
    colour = colour._replace(light=min(max(colour.light, 0.3), 0.86))
    if colour.light > 0.72:
        while contrast(ink, _hex(colour)) < 5:
            colour = colour._replace(light=colour.light + 0.01)
        return _hex(colour), ink
    return _darkened(colour, paper, 4.9), paper


def _pale(colour: Lch) -> bool:
    """Return whether *colour* is that of paper, so that it would be none on it."""
    return colour.light > 0.92 and colour.chroma < 0.04


def _apart(other: Lch, first: Lch) -> Lch:
    """Return *other*, or nearly the opposite hue of *first* where the eye would take it for that or for paper."""
    if _distance(other, first) > 0.1 and not _pale(other):
        return other
    return Lch(0.42 if first.light > 0.5 else 0.6, max(0.07, first.chroma * 0.8), (first.hue + 150) % 360)


def _spark(first: Lch) -> Lch:
    """Return marigold, or a pale yellow where the site itself is nearly that."""
    gold = Lch(0.83, 0.135, _GOLD)
    return gold if _distance(gold, first) > 0.14 else Lch(0.93, 0.07, 92)


def _quiet(words: str, ground: str) -> str:
    """Return the colour of *words*, drawn towards *ground* as far as they can still be read well."""
    wanted, below = _lab(words), _lab(ground)
    for share in (0.24, 0.18, 0.12, 0.06, 0.03):
        mixed = _hex(_polar(*(a + (b - a) * share for a, b in zip(wanted, below, strict=True))))
        if contrast(mixed, ground) >= READABLE:
            return mixed
    return words


def _darkened(colour: Lch, ground: str, least: float = READABLE) -> str:
    """Return *colour*, darkened until its contrast with the light *ground* is at least *least*."""
    while contrast(_hex(colour), ground) < least:
        colour = colour._replace(light=colour.light - 0.01)
    return _hex(colour)


def _moved(colour: str, by: float) -> str:
    found = lch(colour)
    return _hex(found._replace(light=min(max(found.light + by, 0.08), 0.985)))


def _distance(a: Lch, b: Lch) -> float:
    one, two = _cartesian(a), _cartesian(b)
    return hypot(*(x - y for x, y in zip(one, two, strict=True)))


# -- colour spaces -------------------------------------------------------------------------------------------------


def contrast(a: str, b: str) -> float:
    """Return the contrast of two colours by WCAG 2: from 1 to 21."""
    light, dark = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(colour: str) -> tuple[float, float, float]:
    """Return red, green and blue of ``#rrggbb`` as light, from 0 to 1."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return red, green, blue


def _lab(colour: str) -> tuple[float, float, float]:
    """Return *colour* in OKLab (Björn Ottosson, 2020)."""
    r, g, b = _linear(colour)
    long = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    medium = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    short = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def lch(colour: str) -> Lch:
    """Return ``#rrggbb`` in OKLCH."""
    return _polar(*_lab(colour))


def _polar(light: float, a: float, b: float) -> Lch:
    return Lch(light, hypot(a, b), atan2(b, a) * 180 / 3.141592653589793 % 360)


def _cartesian(colour: Lch) -> tuple[float, float, float]:
    angle = radians(colour.hue)
    return colour.light, colour.chroma * cos(angle), colour.chroma * sin(angle)


def _hex(colour: Lch) -> str:
    """Return *colour* as ``#rrggbb``, with as much of its chroma as a screen can show."""
    for step in range(40, -1, -1):
        parts = _screen(colour._replace(chroma=colour.chroma * step / 40))
        if all(-0.0005 <= part <= 1.0005 for part in parts) or step == 0:
            break
    return "#" + "".join(f"{round(255 * _gamma(min(max(part, 0.0), 1.0))):02x}" for part in parts)


def _gamma(part: float) -> float:
    return part * 12.92 if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055


def _screen(colour: Lch) -> tuple[float, float, float]:
    light, a, b = _cartesian(colour)
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
