"""The pen: colours, textures and shapes, each shape a piece of SVG text."""

import math
import re

PAPER, INK = "#fffdf8", "#1f1c18"
TERRACOTTA, CLAY, OCHRE = "#9a3412", "#c8643c", "#d9a441"
LEAF, DEEP, TEAL = "#4f7a4a", "#1f4d3a", "#2b5f75"
SKY, MIST, SEA = "#d3e5e3", "#a9c9c9", "#6fa3a8"
CREAM, SAND, DAWN = "#f8eed8", "#ecd9b4", "#f6dfb8"
WOOD, BARK, STRAW = "#a46b3c", "#6e4227", "#c79a56"
LIGHT_LEAF, ROSE, STONE = "#8fae6b", "#e3a68a", "#b9ad98"
NIGHT = "#17323f"

Point = tuple[float, float]

TILES: dict[str, tuple[float, float, str]] = {
    "dots": (22, 22, '<circle cx="5" cy="6" r="2.4"/><circle cx="16" cy="17" r="2.4"/>'),
    "speckle": (
        60,
        60,
        (
            '<circle cx="8" cy="10" r="1.7"/><circle cx="37" cy="5" r="1.2"/><circle cx="22" cy="31" r="1.9"/>'
            '<circle cx="52" cy="24" r="1.4"/><circle cx="11" cy="50" r="1.3"/><circle cx="43" cy="47" r="1.8"/>'
        ),
    ),
    "hatch": (14, 14, '<path d="M-3 10 10 -3M4 17 17 4" stroke-width="1.8"/>'),
    "rain": (26, 40, '<path d="M6 4v14M19 22v14" stroke-width="2"/>'),
    "lines": (12, 12, '<path d="M0 6h12" stroke-width="2"/>'),
    "stripes": (26, 26, '<path d="M6 0v26" stroke-width="7"/><path d="M18 0v26" stroke-width="2"/>'),
    "plaid": (44, 44, '<path d="M10 0v44M0 10h44" stroke-width="7"/><path d="M30 0v44M0 30h44" stroke-width="2"/>'),
    "weave": (24, 24, '<path d="M0 4h11M0 10h11M13 14v10M19 14v10M13 4v-4M19 4v-4" stroke-width="2.4"/>'),
    "thatch": (30, 44, '<path d="M4 0l3 24M14 12l-2 28M24 4l2 26" stroke-width="2.4"/>'),
    "tiles": (36, 28, '<path d="M0 0q9 16 18 0q9 16 18 0M-18 14q9 16 18 0q9 16 18 0q9 16 18 0" stroke-width="2.4"/>'),
    "planks": (160, 46, '<path d="M0 1h160M52 1v22M128 24v22M0 24h160" stroke-width="2"/>'),
    "boards": (46, 240, '<path d="M1 0v240" stroke-width="2.4"/>'),
    "kawung": (
        40,
        40,
        (
            '<ellipse cx="10" cy="10" rx="4.5" ry="9" transform="rotate(45 10 10)"/>'
            '<ellipse cx="30" cy="10" rx="4.5" ry="9" transform="rotate(-45 30 10)"/>'
            '<ellipse cx="10" cy="30" rx="4.5" ry="9" transform="rotate(-45 10 30)"/>'
            '<ellipse cx="30" cy="30" rx="4.5" ry="9" transform="rotate(45 30 30)"/><circle cx="20" cy="20" r="2"/>'
        ),
    ),
    "parang": (
        34,
        34,
        (
            '<path d="M-6 40q8 -2 10 -12t12 -12t12 -12t12 -12'
            'M-23 23q8 -2 10 -12t12 -12M11 57q8 -2 10 -12t12 -12t12 -12"'
            ' stroke-width="5"/><path d="M-8 22 22 -8M12 42 42 12" stroke-width="1.6"/>'
        ),
    ),
    "truntum": (
        30,
        30,
        (
            '<path d="M15 8v14M8 15h14M10 10l10 10M20 10l-10 10" stroke-width="2"/><circle cx="0" cy="0" r="2"/>'
            '<circle cx="30" cy="30" r="2"/><circle cx="30" cy="0" r="2"/><circle cx="0" cy="30" r="2"/>'
        ),
    ),
    "tenun": (
        48,
        64,
        (
            '<path d="M0 4h48M0 12h48" stroke-width="3"/><path d="M24 20l14 18l-14 18l-14 -18z" stroke-width="4"/>'
            '<path d="M24 30l6 8l-6 8l-6 -8z"/><path d="M0 28l8 10l-8 10M48 28l-8 10l8 10" stroke-width="3"/>'
        ),
    ),
    "flowers": (
        54,
        54,
        (
            '<g id="f"><circle cx="12" cy="10" r="5"/><circle cx="20" cy="16" r="5"/><circle cx="16" cy="25" r="5"/>'
            '<circle cx="7" cy="24" r="5"/><circle cx="4" cy="15" r="5"/></g><circle cx="41" cy="42" r="4"/>'
            '<circle cx="47" cy="37" r="4"/><circle cx="36" cy="36" r="4"/><circle cx="41" cy="32" r="4"/>'
        ),
    ),
}
"""Textures as tiles: width, height, and marks that take the colour of whoever asks."""

FILLED = frozenset({"dots", "speckle", "kawung", "flowers"})


def n(value: float) -> str:
    """Return *value* as short as SVG needs it."""
    return f"{value:.0f}" if abs(value) >= 30 else f"{value:.1f}".removesuffix(".0")


def vary(seed: float) -> float:
    """Return a number from 0 to 1 that looks random and is always the same for *seed*."""
    return (math.sin(seed * 12.9898 + 4.1) * 43758.5453) % 1


def tex(name: str, colour: str = INK) -> str:
    """Return the fill that is the texture *name* in *colour*."""
    return f"url(#t-{name}-{colour[1:]})"


def path(
    d: str,
    fill: str = "none",
    *,
    over: str = "",
    over_opacity: float = 0.3,
    stroke: str = "",
    width: float = 4,
    opacity: float = 1,
) -> str:
    """Return a path; *over* is a texture laid on it."""
    look = f' fill="{fill}"'
    if stroke:
        look += f' stroke="{stroke}" stroke-width="{n(width)}"'
    if opacity < 1:
        look += f' opacity="{opacity:.2f}"'
    text = f'<path d="{d}"{look}/>'
    if over:
        text += f'<path d="{d}" fill="{over}" opacity="{over_opacity:.2f}"/>'
    return text


def line(points: list[Point], stroke: str = INK, width: float = 4, *, bent: bool = True, opacity: float = 1) -> str:
    """Return a line through *points*."""
    d = smooth(points) if bent and len(points) > 2 else "M" + "L".join(f"{n(x)} {n(y)}" for x, y in points)
    return path(d, stroke=stroke, width=width, opacity=opacity)


def smooth(points: list[Point], *, closed: bool = False, tension: float = 6) -> str:
    """Return the path data of a soft curve through *points*."""
    count = len(points)
    start = points[0]
    d = f"M{n(start[0])} {n(start[1])}"
    for i in range(count if closed else count - 1):
        a, b = points[i], points[(i + 1) % count]
        before = points[i - 1] if closed or i else a
        after = points[(i + 2) % count] if closed or i + 2 < count else b
        d += (
            f"C{n(a[0] + (b[0] - before[0]) / tension)} {n(a[1] + (b[1] - before[1]) / tension)}"
            f" {n(b[0] - (after[0] - a[0]) / tension)} {n(b[1] - (after[1] - a[1]) / tension)} {n(b[0])} {n(b[1])}"
        )
    return d + ("Z" if closed else "")


def blob(points: list[Point], fill: str, *, over: str = "", over_opacity: float = 0.3, opacity: float = 1) -> str:
    """Return a soft closed shape."""
    return path(smooth(points, closed=True), fill, over=over, over_opacity=over_opacity, opacity=opacity)


def poly(points: list[Point], fill: str, *, over: str = "", over_opacity: float = 0.3, opacity: float = 1) -> str:
    """Return a shape with corners."""
    d = "M" + "L".join(f"{n(x)} {n(y)}" for x, y in points) + "Z"
    return path(d, fill, over=over, over_opacity=over_opacity, opacity=opacity)


def rect(
    x: float,
    y: float,
    w: float,
    h: float,
    fill: str,
    *,
    r: float = 0,
    over: str = "",
    over_opacity: float = 0.3,
    opacity: float = 1,
) -> str:
    """Return a box."""
    box = f'<rect x="{n(x)}" y="{n(y)}" width="{n(w)}" height="{n(h)}"' + (f' rx="{n(r)}"' if r else "")
    text = f'{box} fill="{fill}"' + (f' opacity="{opacity:.2f}"' if opacity < 1 else "") + "/>"
    return text + (f'{box} fill="{over}" opacity="{over_opacity:.2f}"/>' if over else "")


def oval(x: float, y: float, rx: float, ry: float, fill: str, *, opacity: float = 1, turn: float = 0) -> str:
    """Return an ellipse, turned by *turn* degrees."""
    text = f'<ellipse cx="{n(x)}" cy="{n(y)}" rx="{n(rx)}" ry="{n(ry)}" fill="{fill}"'
    text += f' opacity="{opacity:.2f}"' if opacity < 1 else ""
    return text + (f' transform="rotate({n(turn)} {n(x)} {n(y)})"/>' if turn else "/>")


def limb(points: list[Point], widths: list[float], fill: str, *, over: str = "", over_opacity: float = 0.3) -> str:
    """Return a long shape along *points*, as wide as *widths* there, with round ends."""
    spine = _spine(points)
    last = len(spine) - 1
    left: list[Point] = []
    right: list[Point] = []
    for i, (x, y) in enumerate(spine):
        ax, ay = spine[max(i - 1, 0)]
        bx, by = spine[min(i + 1, last)]
        long = math.hypot(bx - ax, by - ay) or 1
        dx, dy = (bx - ax) / long, (by - ay) / long
        at = i / last * (len(widths) - 1)
        low = min(int(at), len(widths) - 2)
        half = (widths[low] + (widths[low + 1] - widths[low]) * (at - low)) / 2
        if not i:
            left.append((x - dx * half * 0.6 - dy * half * 0.75, y - dy * half * 0.6 + dx * half * 0.75))
            right.append((x - dx * half * 0.6 + dy * half * 0.75, y - dy * half * 0.6 - dx * half * 0.75))
        left.append((x - dy * half, y + dx * half))
        right.append((x + dy * half, y - dx * half))
        if i == last:
            left.append((x + dx * half * 0.6 - dy * half * 0.75, y + dy * half * 0.6 + dx * half * 0.75))
            right.append((x + dx * half * 0.6 + dy * half * 0.75, y + dy * half * 0.6 - dx * half * 0.75))
    return blob([*left, *reversed(right)], fill, over=over, over_opacity=over_opacity)


def _spine(points: list[Point]) -> list[Point]:
    """Return *points* with their corners rounded, as many samples as a limb needs."""
    if len(points) == 2:
        (ax, ay), (bx, by) = points
        return [points[0], ((ax + bx) / 2, (ay + by) / 2), points[1]]
    found = [points[0]]
    for i in range(1, len(points) - 1):
        (ax, ay), (bx, by), (cx, cy) = points[i - 1], points[i], points[i + 1]
        ux, uy = bx + (ax - bx) * 0.42, by + (ay - by) * 0.42
        vx, vy = bx + (cx - bx) * 0.42, by + (cy - by) * 0.42
        found += [(ux, uy), ((ux + 2 * bx + vx) / 4, (uy + 2 * by + vy) / 4), (vx, vy)]
    return [*found, points[-1]]


def g(
    *parts: str,
    at: Point = (0, 0),
    size: float = 1,
    flip: bool = False,
    turn: float = 0,
    opacity: float = 1,
    name: str = "",
) -> str:
    """Return *parts* as a group, moved, turned, scaled, and flipped left to right where asked."""
    moves = f"translate({n(at[0])} {n(at[1])})" if at != (0, 0) else ""
    moves += f"rotate({n(turn)})" if turn else ""
    if flip or size != 1:
        moves += f"scale({-size if flip else size:.3g} {size:.3g})"
    attributes = (f' id="{name}"' if name else "") + (f' transform="{moves}"' if moves else "")
    attributes += f' opacity="{opacity:.2f}"' if opacity < 1 else ""
    return f"<g{attributes}>{''.join(parts)}</g>"


def clipped(d: str, *parts: str, name: str) -> str:
    """Return *parts*, of which only what lies within the path data *d* is seen."""
    return f'<clipPath id="{name}"><path d="{d}"/></clipPath><g clip-path="url(#{name})">{"".join(parts)}</g>'


def glow(x: float, y: float, r: float, colour: str, opacity: float = 0.6) -> str:
    """Return soft light around a point."""
    return f'<circle cx="{n(x)}" cy="{n(y)}" r="{n(r)}" fill="url(#l-{colour[1:]})" opacity="{opacity:.2f}"/>'


def _definitions(body: str) -> str:
    found = []
    for key in sorted(set(re.findall(r"url\(#([tl]-[a-z0-9-]+)\)", body))):
        kind, *name, colour = key.split("-")
        if kind == "t":
            width, height, marks = TILES["-".join(name)]
            marks = marks.replace('<g id="f">', "<g>")
            style = f'fill="#{colour}"' if "-".join(name) in FILLED else f'fill="none" stroke="#{colour}"'
            found.append(
                f'<pattern id="{key}" width="{n(width)}" height="{n(height)}" patternUnits="userSpaceOnUse">'
                f"<g {style}>{marks}</g></pattern>"
            )
        else:
            stops = f'<stop stop-color="#{colour}"/><stop offset="1" stop-color="#{colour}" stop-opacity="0"/>'
            found.append(f'<radialGradient id="{key}">{stops}</radialGradient>')
    return "\n".join(found)


HAND = (
    '<filter id="hand" filterUnits="userSpaceOnUse" x="0" y="0" width="{w}" height="{h}">'
    '<feTurbulence type="fractalNoise" baseFrequency="0.022" numOctaves="2" seed="7"/>'
    '<feDisplacementMap in="SourceGraphic" scale="6" xChannelSelector="R" yChannelSelector="G"/></filter>'
    '<filter id="wash" filterUnits="userSpaceOnUse" x="0" y="0" width="{w}" height="{h}">'
    '<feTurbulence type="fractalNoise" baseFrequency="0.006 0.011" numOctaves="3" seed="11"/>'
    '<feColorMatrix values="0 0 0 0 0.42  0 0 0 0 0.26  0 0 0 0 0.12  0.9 0 0 0 -0.36"/></filter>'
)
"""Edges as if cut by hand, and the unevenness of paint on paper."""


def sheet(*layers: str, width: int = 1600, height: int = 1200, title: str) -> str:
    """Return the finished picture: *layers* from back to front, one a line."""
    body = "\n".join(layers)
    leaf = re.sub(r"\s+", " ", HAND.format(w=width, h=height))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">\n'
        f"<title>{title}</title>\n<defs>\n{_definitions(body)}\n{leaf}\n</defs>\n"
        f'<g filter="url(#hand)" stroke-linecap="round" stroke-linejoin="round">\n{body}\n</g>\n'
        f'<rect width="{width}" height="{height}" filter="url(#wash)" opacity="0.32"/>\n</svg>\n'
    )


def between(a: Point, b: Point, share: float) -> Point:
    """Return the point *share* of the way from *a* to *b*."""
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share
