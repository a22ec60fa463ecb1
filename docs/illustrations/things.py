"""Things: books, shelves, plants, houses, water, light. Each stands on the origin unless it says otherwise."""

import math

from docs.illustrations.pen import (
    BARK,
    CLAY,
    CREAM,
    DEEP,
    INK,
    LEAF,
    LIGHT_LEAF,
    MIST,
    OCHRE,
    PAPER,
    ROSE,
    SAND,
    SEA,
    STONE,
    STRAW,
    TEAL,
    TERRACOTTA,
    WOOD,
    Point,
    blob,
    clipped,
    g,
    limb,
    line,
    n,
    oval,
    path,
    poly,
    rect,
    smooth,
    tex,
    vary,
)

COVERS = (TERRACOTTA, TEAL, OCHRE, DEEP, CLAY, CREAM, LEAF, MIST, ROSE, BARK)


def book(width: float = 120, colour: str = TERRACOTTA, *, lines: bool = True) -> str:
    """Return an open book seen from above its lower edge, centred on the origin."""
    w, h = width / 2, width * 0.34
    cover = poly(
        [(-w - 5, -h + 7), (0, -h + 16), (w + 5, -h + 7), (w + 5, h + 6), (0, h + 16), (-w - 5, h + 6)], colour
    )
    pages = poly([(-w, -h), (-w * 0.5, -h - 7), (0, -h + 8), (0, h + 8), (-w * 0.5, h - 6), (-w, h)], PAPER)
    pages += poly([(w, -h), (w * 0.5, -h - 7), (0, -h + 8), (0, h + 8), (w * 0.5, h - 6), (w, h)], CREAM)
    text = line([(0, -h + 8), (0, h + 8)], INK, 2, opacity=0.35)
    if lines:
        for i in range(4):
            y = -h * 0.55 + i * h * 0.36
            text += line([(-w * 0.82, y), (-w * 0.18, y + 4)], STONE, 2.6) + line(
                [(w * 0.18, y + 4), (w * 0.82, y)], STONE, 2.6
            )
    return cover + pages + text


def book_back(width: float = 120, colour: str = TERRACOTTA, *, mark: str = OCHRE) -> str:
    """Return a book held open towards its reader: its covers, centred on the origin."""
    w, h = width / 2, width * 0.36
    text = poly([(-w + 6, -h - 6), (0, -h + 4), (w - 6, -h - 6), (w - 6, h - 6), (-w + 6, h - 6)], PAPER)
    text += poly([(-w, -h), (-3, -h + 9), (-3, h + 9), (-w, h)], colour) + poly(
        [(w, -h), (3, -h + 9), (3, h + 9), (w, h)], colour
    )
    text += rect(-4, -h + 8, 8, 2 * h, INK, opacity=0.35) + oval(w * 0.5, 2, w * 0.2, w * 0.2, mark)
    return text


def closed_book(width: float = 60, height: float = 80, colour: str = TEAL, mark: str = OCHRE) -> str:
    """Return a closed book, its front to us, centred on the origin."""
    text = rect(-width / 2 + 4, -height / 2 + 3, width, height, CREAM, r=3) + rect(
        -width / 2, -height / 2, width, height, colour, r=4
    )
    text += rect(-width / 2, -height / 2, 8, height, INK, opacity=0.18) + oval(
        4, -height * 0.1, width * 0.22, width * 0.22, mark
    )
    return text + line([(-width * 0.2, height * 0.3), (width * 0.3, height * 0.3)], mark, 4)


def spines(width: float, height: float, seed: float = 1) -> str:
    """Return a row of books, *width* wide at most, standing on the origin."""
    x, i, text = 0.0, seed, ""
    while x < width - 34:
        thick = 15 + vary(i) * 20
        tall = height * (0.68 + vary(i + 0.5) * 0.3)
        colour = COVERS[int(vary(i + 0.2) * len(COVERS))]
        one = rect(0, -tall, thick, tall, colour, r=2)
        one += rect(2, -tall * 0.8, thick - 4, 5, PAPER if colour not in {CREAM, MIST} else TERRACOTTA, opacity=0.75)
        one += rect(thick * 0.3, -tall * 0.4, thick * 0.4, tall * 0.16, OCHRE if colour != OCHRE else TEAL, opacity=0.8)
        leaning = vary(i + 0.8) > 0.86 and x > 30
        text += g(one, at=(x + (12 if leaning else 0), 0), turn=-9 if leaning else 0)
        x += thick + (18 if leaning else 1.5)
        i += 1.37
    return text


def stack(count: int = 4, width: float = 110, seed: float = 1) -> str:
    """Return a pile of books on the origin."""
    text, y = "", 0.0
    for i in range(count):
        thick = 16 + vary(seed + i) * 10
        long = width * (0.8 + vary(seed + i * 2) * 0.2)
        x = -long / 2 + (vary(seed + i * 3) - 0.5) * 20
        colour = COVERS[int(vary(seed + i * 1.7) * len(COVERS))]
        text += rect(x, y - thick, long, thick, colour, r=3) + rect(x + long - 12, y - thick + 4, 12, thick - 8, CREAM)
        text += rect(x + 14, y - thick, 7, thick, PAPER, opacity=0.6)
        y -= thick
    return text


def shelf(width: float, rows: int, *, row: float = 130, seed: float = 1, wood: str = WOOD, back: str = BARK) -> str:
    """Return a book shelf that stands on the origin, its left lower corner."""
    high = rows * row
    text = rect(0, -high - 14, width, high + 14, back) + rect(0, -high - 14, width, high + 14, INK, opacity=0.12)
    for i in range(rows):
        y = -i * row
        text += g(spines(width - 34, row - 26, seed + i * 5.3), at=(17, y - 12))
        text += rect(6, y - 12, width - 12, 12, wood) + rect(6, y, width - 12, 6, INK, opacity=0.18)
    return (
        text
        + rect(0, -high - 14, 14, high + 20, wood)
        + rect(width - 14, -high - 14, 14, high + 20, wood)
        + rect(-6, -high - 24, width + 12, 14, wood)
    )


def leaf(long: float, wide: float, colour: str, *, vein: bool = True) -> str:
    """Return one leaf that grows upwards from the origin."""
    text = path(
        f"M0 0C{-wide} {-long * 0.3:.0f} {-wide * 0.8:.0f} {-long * 0.8:.0f} 0 {-long}"
        f"C{wide * 0.8:.0f} {-long * 0.8:.0f} {wide} {-long * 0.3:.0f} 0 0Z",
        colour,
    )
    return text + (line([(0, 0), (0, -long * 0.86)], PAPER, 2.4, opacity=0.3) if vein else "")


def tuft(
    count: int = 7,
    long: float = 150,
    wide: float = 26,
    *,
    colours: tuple[str, ...] = (LEAF, DEEP, LIGHT_LEAF),
    spread: float = 120,
    seed: float = 1,
) -> str:
    """Return a plant of *count* leaves that fan out."""
    text = ""
    order = sorted(range(count), key=lambda i: -abs(i - (count - 1) / 2))
    for i in order:
        angle = (i / max(count - 1, 1) - 0.5) * spread + (vary(seed + i) - 0.5) * 12
        text += g(leaf(long * (0.72 + vary(seed + i * 2.3) * 0.35), wide, colours[i % len(colours)]), turn=angle)
    return text


def banana(size: float = 1, *, seed: float = 1, colours: tuple[str, str] = (LEAF, DEEP)) -> str:
    """Return a banana plant."""
    trunk = limb([(0, 0), (8, -160), (0, -300)], [58, 46, 34], LIGHT_LEAF) + line(
        [(-8, -20), (0, -150), (-4, -270)], LEAF, 4
    )
    leaves = ""
    for i, angle in enumerate((-112, 104, -66, 62, -26, 22)):
        colour = colours[i % 2]
        one = blob([(0, 0), (-40, -90), (-46, -220), (-4, -330), (40, -220), (38, -90)], colour) + line(
            [(0, 0), (0, -310)], LIGHT_LEAF, 6
        )
        one += poly([(-46, -210), (-14, -190), (-44, -176)], LIGHT_LEAF, opacity=0.25) + poly(
            [(42, -160), (12, -146), (38, -130)], LIGHT_LEAF, opacity=0.25
        )
        leaves += g(one, at=(0, -285), turn=angle + (vary(seed + i) - 0.5) * 14)
    return g(trunk, leaves, size=size)


def coconut(height: float = 600, lean: float = 60, *, size: float = 1, colours: tuple[str, str] = (LEAF, DEEP)) -> str:
    """Return a coconut palm."""
    top = (lean, -height)
    trunk = limb([(0, 0), (lean * 0.2, -height * 0.5), top], [40, 28, 20], BARK)
    rings = "".join(
        line(
            [(lean * 0.02 + s * s * lean - 12, -height * s), (lean * 0.02 + s * s * lean + 12, -height * s - 4)],
            STRAW,
            2.4,
            opacity=0.5,
        )
        for s in (0.15, 0.27, 0.39, 0.51, 0.63, 0.75, 0.87)
    )
    fronds = ""
    for i, angle in enumerate((-100, 96, -62, 58, -24, 22, -130, 128)):
        one = path("M0 0C-6 -70 20 -180 90 -230C60 -150 40 -70 0 0Z", colours[i % 2])
        one += "".join(
            poly([(8 + k * 13, -34 - k * 34), (30 + k * 18, -20 - k * 26), (18 + k * 16, -60 - k * 32)], colours[i % 2])
            for k in range(5)
        )
        fronds += (
            g(one, at=top, turn=angle - 18, flip=angle < 0)
            if angle > 0
            else f'<g transform="translate({top[0]} {top[1]})rotate({angle + 18})scale(-1 1)">{one}</g>'
        )
    nuts = "".join(
        oval(top[0] + x, top[1] + y, 15, 17, BARK if x > 0 else STRAW) for x, y in ((-12, 16), (10, 20), (0, 6))
    )
    return g(trunk, rings, fronds, nuts, size=size)


def tree(
    height: float = 320, *, wide: float = 150, colour: str = LEAF, light: str = LIGHT_LEAF, seed: float = 1
) -> str:
    """Return a round tree."""
    text = limb([(0, 0), (6, -height * 0.35), (-4, -height * 0.6)], [32, 24, 18], BARK) + line(
        [(2, -height * 0.4), (wide * 0.3, -height * 0.62)], BARK, 11
    )
    crown = [
        (
            math.cos(a) * wide * (0.8 + vary(seed + a) * 0.3),
            -height * 0.72 + math.sin(a) * height * 0.33 * (0.8 + vary(seed + a * 2) * 0.35),
        )
        for a in [i * 0.6283 for i in range(10)]
    ]
    text += blob(crown, colour, over=tex("speckle", light), over_opacity=0.8)
    return text + blob([(x * 0.55 - wide * 0.2, y * 0.6 - height * 0.36) for x, y in crown], light, opacity=0.35)


def hills(points: list[Point], colour: str, *, floor: float = 1200, over: str = "", over_opacity: float = 0.3) -> str:
    """Return a range of hills along *points*."""
    d = smooth(points)
    return path(f"{d}L{points[-1][0]} {floor}L{points[0][0]} {floor}Z", colour, over=over, over_opacity=over_opacity)


def cloud(wide: float = 200, colour: str = PAPER, opacity: float = 0.8) -> str:
    """Return a long flat cloud."""
    return blob(
        [
            (-wide * 0.5, 0),
            (-wide * 0.36, -wide * 0.1),
            (-wide * 0.16, -wide * 0.12),
            (0, -wide * 0.2),
            (wide * 0.2, -wide * 0.13),
            (wide * 0.38, -wide * 0.1),
            (wide * 0.52, 0),
            (0, wide * 0.03),
        ],
        colour,
        opacity=opacity,
    )


def waves(x: float, y: float, w: float, h: float, *, colour: str = PAPER, seed: float = 1, count: int = 24) -> str:
    """Return light on water."""
    text = ""
    for i in range(count):
        down = vary(seed + i * 1.3)
        px, py, long = x + vary(seed + i) * w, y + down * h, 24 + down * 70 * vary(seed + i * 2.1)
        text += line(
            [(px, py), (px + long * 0.3, py - 4), (px + long * 0.6, py), (px + long, py - 2)],
            colour,
            2 + down * 2.4,
            opacity=0.55,
        )
    return text


def mat(width: float, depth: float, colour: str = STRAW, *, edge: str = TERRACOTTA) -> str:
    """Return a plaited mat on the floor, centred on the origin."""

    def corners(w: float, d: float) -> list[Point]:
        return [(-w * 0.42, -d / 2), (w * 0.42, -d / 2), (w / 2, d / 2), (-w / 2, d / 2)]

    return poly(corners(width, depth), edge) + poly(
        corners(width - 30, depth - 16), colour, over=tex("weave", BARK), over_opacity=0.35
    )


def basket(width: float = 150, height: float = 90, colour: str = STRAW) -> str:
    """Return an open basket that stands on the origin."""
    w = width / 2
    return poly(
        [(-w, -height), (w, -height), (w * 0.76, 0), (-w * 0.76, 0)], colour, over=tex("weave", BARK), over_opacity=0.5
    ) + rect(-w - 5, -height - 7, width + 10, 14, WOOD, r=7)


def lettuce(size: float = 1, *, light: str = LIGHT_LEAF, dark: str = LEAF) -> str:
    """Return a head of lettuce that grows on the origin."""
    outer = blob(
        [
            (-6, 0),
            (-44, -16),
            (-58, -44),
            (-36, -60),
            (-22, -50),
            (0, -70),
            (22, -52),
            (40, -60),
            (58, -42),
            (42, -14),
            (6, 0),
        ],
        dark,
    )
    inner = blob(
        [(-4, -2), (-28, -18), (-30, -42), (-10, -40), (2, -54), (16, -40), (32, -40), (26, -16), (4, -2)], light
    )
    return g(outer, inner, line([(0, -4), (0, -36)], PAPER, 2.4, opacity=0.5), size=size)


def pakcoy(size: float = 1) -> str:
    """Return a head of pakcoy that grows on the origin."""
    text = ""
    for angle in (-48, 46, -20, 20, 0):
        text += g(
            limb([(0, 0), (0, -36)], [18, 11], CREAM)
            + oval(0, -56, 21, 27, DEEP if angle else LEAF)
            + line([(0, -30), (0, -68)], CREAM, 3, opacity=0.7),
            turn=angle,
        )
    return g(text, size=size)


def sun(x: float, y: float, r: float, colour: str = OCHRE) -> str:
    """Return the sun with its soft ring."""
    return (
        oval(x, y, r * 1.6, r * 1.6, colour, opacity=0.18)
        + oval(x, y, r * 1.28, r * 1.28, colour, opacity=0.28)
        + oval(x, y, r, r, colour)
    )


def cat(colour: str = CLAY) -> str:
    """Return a cat that sits and looks to the right."""
    text = limb([(-34, -8), (-66, -4), (-74, -40), (-58, -62)], [16, 14, 12, 8], colour)
    text += blob([(-40, 0), (-44, -40), (-16, -86), (14, -84), (28, -40), (30, 0)], colour)
    text += blob(
        [(-26, -84), (-30, -112), (-12, -104), (10, -106), (24, -118), (30, -88), (20, -70), (-14, -68)], colour
    )
    text += line([(-30, -40), (-16, -38)], BARK, 4) + line([(-34, -26), (-18, -22)], BARK, 4)
    text += oval(6, -90, 3, 4, INK) + oval(22, -92, 3, 4, INK) + oval(15, -82, 4, 3, BARK)
    return (
        text
        + line([(28, -80), (46, -84)], PAPER, 1.8)
        + line([(28, -77), (46, -74)], PAPER, 1.8)
        + oval(18, -3, 15, 7, CREAM)
    )


def pot(width: float = 80, height: float = 76, colour: str = CLAY) -> str:
    """Return a flower pot on the origin."""
    w = width / 2
    return (
        poly([(-w, -height), (w, -height), (w * 0.7, 0), (-w * 0.7, 0)], colour, over=tex("hatch"), over_opacity=0.12)
        + rect(-w - 5, -height - 6, width + 10, 18, colour, r=3)
        + rect(-w - 5, -height + 10, width + 10, 4, INK, opacity=0.18)
    )


def window(width: float, height: float, view: str, *, frame: str = PAPER, name: str = "w") -> str:
    """Return a window, its left upper corner on the origin, with *view* behind it."""
    text = clipped(f"M0 0H{n(width)}V{n(height)}H0Z", view, name=name)
    text += "".join(rect(x - 6, 0, 12, height, frame) for x in (0, width / 2, width)) + rect(
        -6, height * 0.38, width + 12, 9, frame
    )
    return (
        text
        + rect(-12, -10, width + 24, 18, frame)
        + rect(-22, height - 6, width + 44, 20, frame)
        + rect(-22, height + 14, width + 44, 7, INK, opacity=0.2)
    )


def crate(width: float, height: float, *, wood: str = WOOD) -> str:
    """Return a wooden crate on the origin."""
    text = rect(-width / 2, -height, width, height, BARK)
    rows = 3
    for i in range(rows):
        text += rect(
            -width / 2,
            -height + i * height / rows + 2,
            width,
            height / rows - 6,
            wood,
            over=tex("hatch"),
            over_opacity=0.12,
        )
    return text + rect(-width / 2, -height, 16, height, STRAW) + rect(width / 2 - 16, -height, 16, height, STRAW)


def tile_roof(points: list[Point], colour: str = CLAY) -> str:
    """Return a roof with tiles within *points*."""
    return poly(points, colour, over=tex("tiles", TERRACOTTA), over_opacity=0.6)


def phone(size: float = 1, *, screen: str = SAND) -> str:
    """Return a phone, upright, centred on the origin."""
    return g(rect(-20, -38, 40, 76, INK, r=7) + rect(-15, -30, 30, 58, screen, r=2), size=size)


def pencil(long: float = 60, colour: str = OCHRE) -> str:
    """Return a pencil whose tip is on the origin and which leads up to the right."""
    return g(
        poly([(0, 0), (5, -12), (-5, -12)], CREAM)
        + rect(-5, -long, 10, long - 12, colour)
        + rect(-5, -long - 8, 10, 8, TERRACOTTA),
        turn=32,
    )


def water(x: float, y: float, w: float, h: float, colour: str = SEA) -> str:
    """Return a stretch of water."""
    return rect(x, y, w, h, colour) + waves(x, y + 10, w, h - 20)
