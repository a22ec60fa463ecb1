"""A drawing as it grows downwards: shapes and words, and what is around them."""

from collections.abc import Sequence

from pipeline.pictures.charts.ink import Ink
from pipeline.pictures.charts.lettering import LINE, SIZE, escaped

WIDE = 640
"""The width of every drawing, in its own units."""
PATTERNS = (
    "",
    '<path d="M-3 3L3 -3M-3 15L15 -3M9 15L15 9" {look}/>',
    '<path d="M3 3h3v3h-3zM9 9h3v3h-3z" {look}/>',
    '<path d="M0 3h12M0 9h12" {look}/>',
    '<path d="M3 0v12M9 0v12" {look}/>',
    '<path d="M0 6h12M6 0v12" {look}/>',
)
"""What lies on the colour of each part, so that parts differ without colours too; the first is plain."""
KINDS = len(PATTERNS)


def place(number: float) -> str:
    """Return *number* as a coordinate: two decimals at most."""
    return f"{number:.2f}".rstrip("0").rstrip(".")


class Sheet:
    """Collects shapes. *down* is how far the drawing reaches."""

    def __init__(self, ink: Ink) -> None:
        self.ink = ink
        self.down = 0.0
        self._shapes: list[str] = []
        self._kinds: set[int] = set()

    def part(self, kind: int, x: float, y: float, wide: float, high: float) -> None:
        """Draw a part of the *kind* 0 to 5 (counted on from there) in its colour and pattern."""
        kind %= KINDS
        if PATTERNS[kind]:
            self._kinds.add(kind)
            look = f'fill="url(#{self.ink.prefix}-{kind + 1})"'
        else:
            look = self.ink.look(str(kind + 1))
        self._rect(look, x, y, wide, high)

    def track(self, x: float, y: float, wide: float, high: float) -> None:
        """Draw what lies behind a bar: as far as it could reach."""
        self._rect(self.ink.look("track"), x, y, wide, high)

    def edge(self, x: float, y: float, wide: float, high: float) -> None:
        """Draw a dark stroke, as for targets and for where nothing begins."""
        self._rect(self.ink.look("word"), x, y, wide, high)

    def line(self, x: float, y: float, until: float) -> None:
        """Draw a line of the scale, from left to right."""
        self._shapes.append(f'<path d="M{place(x)} {place(y)}H{place(until)}" {self.ink.look("line")}/>')

    def words(self, text: str, x: float, y: float, *, anchor: str = "", quiet: bool = False) -> None:
        """Write *text* with its foot at *y*; *anchor* is ``middle`` or ``end``, or empty for the start."""
        at = f' text-anchor="{anchor}"' if anchor else ""
        look = self.ink.look("quiet" if quiet else "word")
        self._shapes.append(f'<text x="{place(x)}" y="{place(y)}" font-size="{SIZE}"{at} {look}>{escaped(text)}</text>')

    def written(self, rows: Sequence[str], *, quiet: bool = False) -> None:
        """Write *rows* below all that is there."""
        for row in rows:
            self.down += LINE
            self.words(row, 0, self.down - 8, quiet=quiet)

    def text(self, title: str, told: str) -> str:
        """Return the whole as SVG, named *title* and described by *told*."""
        prefix = escaped(self.ink.prefix)
        high = place(max(self.down, LINE))
        shape = "" if self.ink.palette is None else f' width="{WIDE}" height="{high}"'
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {high}"{shape} role="img"'
            f' aria-labelledby="{prefix}-t {prefix}-d"><title id="{prefix}-t">{escaped(title)}</title>'
            f'<desc id="{prefix}-d">{escaped(told)}</desc>{self._patterns()}{"".join(self._shapes)}</svg>'
        )

    def _rect(self, look: str, x: float, y: float, wide: float, high: float) -> None:
        self._shapes.append(
            f'<rect x="{place(x)}" y="{place(y)}" width="{place(wide)}" height="{place(high)}" {look}/>'
        )

    def _patterns(self) -> str:
        if not self._kinds:
            return ""
        palette = self.ink.palette
        mark = 'class="bagan-mark"' if palette is None else f'stroke="{palette.mark}" stroke-width="2" fill="none"'
        return "<defs>{}</defs>".format(
            "".join(
                f'<pattern id="{self.ink.prefix}-{kind + 1}" width="12" height="12" patternUnits="userSpaceOnUse">'
                f'<rect width="12" height="12" {self.ink.look(str(kind + 1))}/>{PATTERNS[kind].format(look=mark)}'
                "</pattern>"
                for kind in sorted(self._kinds)
            )
        )
