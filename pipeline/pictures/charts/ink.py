"""With what a chart is drawn: classes for pages, fixed colours for papers; and how it says numbers and words."""

from collections.abc import Callable

import msgspec


class Palette(msgspec.Struct, frozen=True):
    """Fixed colours (``#rrggbb``): *fills* of parts in their order, *mark* for patterns and targets, *word*, *quiet*
    words, *line* for the scale, *track* behind bars; *font* is the family of words.
    """  # noqa: D205  one sentence

    fills: tuple[str, ...] = ("#9a3412", "#1f4d3a", "#a8730f", "#2f6690", "#7a4b7f", "#5f5444")
    mark: str = "#fffaf0"
    word: str = "#211a14"
    quiet: str = "#5f5444"
    line: str = "#cdbfa6"
    track: str = "#f0e6d3"
    font: str = "Plus Jakarta Sans"


class Ink(msgspec.Struct, frozen=True):
    """*prefix* begins every id of a drawing: a page gives each of its charts another. *number* writes numbers as
    readers write them, *say* puts words into their language. Without a *palette* colours are classes ``bagan-…``.
    """  # noqa: D205  as above

    prefix: str
    number: Callable[[float], str]
    say: Callable[[str], str]
    palette: Palette | None = None

    def measured(self, value: float, unit: str = "") -> str:
        """Return *value* with the sign of its *unit*, where it has one: ``Rp1.200``, ``12%``, ``1.200``."""
        whole = float(value).is_integer()
        said = self.number(int(value) if whole else round(value, 1))
        return f"Rp{said}" if unit == "rupiah" else f"{said}%" if unit == "persen" else said

    def look(self, name: str) -> str:
        """Return the attribute that colours something: parts ``1`` to ``6``, or a name of ``Palette``."""
        if self.palette is None:
            return f'class="bagan-{name}"'
        colour = self.palette.fills[int(name) - 1] if name.isdigit() else getattr(self.palette, name)
        if name in {"word", "quiet"}:
            return f'fill="{colour}" font-family="{self.palette.font}"'
        return f'stroke="{colour}"' if name == "line" else f'fill="{colour}"'
