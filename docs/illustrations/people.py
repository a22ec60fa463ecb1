"""People: a look, a pose, a head, two arms that reach where they are told."""

import math
from dataclasses import dataclass, field

from docs.illustrations.pen import (
    BARK,
    DEEP,
    INK,
    OCHRE,
    PAPER,
    STRAW,
    TERRACOTTA,
    Point,
    between,
    blob,
    g,
    limb,
    line,
    oval,
    path,
    poly,
    rect,
    smooth,
    tex,
)

FAIR, HONEY, TAN, BROWN, DARK = "#dda676", "#c98d5c", "#b0754a", "#8f5a38", "#6f432b"
BLACK, GREY, WHITE = "#2a211c", "#a39a8e", "#d8d2c6"
DEEPER = {FAIR: "#bf8355", HONEY: "#a96d41", TAN: "#8d5733", BROWN: "#6d4026", DARK: "#4f2d1c"}


@dataclass(frozen=True)
class Look:
    """What somebody looks like: skin, clothes, hair or what covers it."""

    skin: str = HONEY
    top: str = TERRACOTTA
    top_tex: str = ""
    bottom: str = DEEP
    bottom_tex: str = ""
    hair: str = BLACK
    style: str = "short"
    cover: str = OCHRE
    cover_tex: str = ""
    sleeve: str = "long"
    neck: str = "round"
    tunic: float = 0
    skirt: bool = False
    elder: bool = False
    child: bool = False
    glasses: str = ""
    sash: str = ""
    shoes: str = ""
    beard: str = ""


@dataclass(frozen=True)
class Face:
    """Where a head turns, how it tilts, and what the face does."""

    turn: float = 0.5
    tilt: float = 0
    eyes: str = "open"
    mouth: str = "smile"
    away: bool = False


@dataclass(frozen=True)
class Arm:
    """Where a hand is, seen from the neck; which way the elbow bends; what the hand does."""

    to: Point = (40, 200)
    bend: int = 0
    hand: str = "rest"
    turn: float | None = None


@dataclass(frozen=True)
class Pose:
    """How a body is held; lengths are of an adult whose head is a hundred high."""

    kind: str = "stand"
    lean: float = 0
    bow: float = 0
    far: Arm = field(default_factory=lambda: Arm((46, 205)))
    near: Arm = field(default_factory=lambda: Arm((-52, 205)))
    face: Face = field(default_factory=Face)
    spread: float = 108
    step: float = 0


HIP = {"stand": 258, "walk": 258, "floor": 40, "simpuh": 52, "kneel": 100, "chair": 172, "stool": 120, "bust": 0}
TORSO = 182


def person(look: Look, pose: Pose, *, hold: str = "", lap: str = "", behind: str = "") -> str:
    """Return somebody who looks to the right; *hold* is drawn before the near hand, *lap* before both."""
    b = 0.66 if look.child else 1
    head_size = 0.84 if look.child else 1
    hip = (0.0, -HIP[pose.kind] * b)
    lift = TORSO * b - pose.bow
    neck = (pose.lean * b, hip[1] - lift)
    head = (
        neck[0] + pose.lean * b * 0.22 + pose.bow * 0.5 + pose.face.turn * 5,
        neck[1] - 58 * head_size + pose.bow * 0.25,
    )
    spread = pose.spread * (0.7 if look.child else 1)
    far_joint = (neck[0] + spread * 0.4, neck[1] + 27 * b)
    near_joint = (neck[0] - spread * 0.42, neck[1] + 27 * b)
    far = _arm(look, far_joint, neck, pose.far, b)
    near = _arm(look, near_joint, neck, pose.near, b)
    if pose.face.away:
        near = (_arms_from_behind(look, neck, spread, b), "")
        far = ("", "")
    front = far[0] + far[1] if pose.far.hand.startswith("front") else ""
    parts = [
        behind,
        _hair_behind(look, pose.face, head, head_size),
        "" if front else far[0] + far[1],
        _legs(look, pose, hip, b),
        _torso(look, hip, neck, spread, b),
        limb(
            [(neck[0], neck[1] + 6), (head[0] - pose.face.turn * 4, head[1] + 26 * head_size)],
            [38 * b + 2, 34 * b + 4],
            DEEPER[look.skin],
        ),
        "" if pose.face.away else _collar(look, neck, b),
        _drape(look, pose.face, head, head_size, neck, spread, b),
        g(_head(look, pose.face), at=head, size=head_size, turn=pose.face.tilt),
        lap,
        front,
        hold,
        near[0],
        near[1],
    ]
    return "".join(parts)


def _arm(look: Look, joint: Point, neck: Point, arm: Arm, b: float) -> tuple[str, str]:
    target = (neck[0] + arm.to[0] * b, neck[1] + arm.to[1] * b)
    upper, fore = 104 * b, 96 * b
    dx, dy = target[0] - joint[0], target[1] - joint[1]
    reach = math.hypot(dx, dy) or 1
    far = min(reach, (upper + fore) * 0.985)
    target = (joint[0] + dx / reach * far, joint[1] + dy / reach * far)
    angle = math.acos(max(-1, min(1, (upper**2 + far**2 - fore**2) / (2 * upper * far))))
    base = math.atan2(dy, dx)
    sides = [
        (joint[0] + math.cos(base + s * angle) * upper, joint[1] + math.sin(base + s * angle) * upper) for s in (1, -1)
    ]
    elbow = max(sides, key=lambda p: p[1]) if not arm.bend else sides[0 if arm.bend > 0 else 1]
    start = between(joint, elbow, 0.35 if look.sleeve else 0)
    skin = limb([start, elbow, target], [38 * b, 33 * b, 25 * b], look.skin)
    if look.sleeve == "long":
        cuff = between(elbow, target, 0.86)
        edge = limb([joint, elbow, cuff], [55 * b, 50 * b, 42 * b], INK)
        sleeve = limb([joint, elbow, cuff], [50 * b, 45 * b, 37 * b], look.top, over=look.top_tex)
    elif look.sleeve == "short":
        cuff = between(joint, elbow, 0.72)
        edge = limb([joint, cuff], [56 * b, 57 * b], INK)
        sleeve = limb([joint, cuff], [50 * b, 51 * b], look.top, over=look.top_tex)
    else:
        edge = sleeve = ""
    sleeve = (g(edge, opacity=0.16) if edge else "") + sleeve
    along = math.degrees(math.atan2(target[1] - elbow[1], target[0] - elbow[0])) if arm.turn is None else arm.turn
    hand = g(_hand(look.skin, arm.hand.removeprefix("front-")), at=target, size=b * 0.98, turn=along)
    return skin + sleeve, hand


def _arms_from_behind(look: Look, neck: Point, spread: float, b: float) -> str:
    """Return the upper arms of somebody who turns the back on us and has the hands before the body."""
    x, y = neck
    text = ""
    for way in (-1, 1):
        points = [
            (x + way * spread * 0.45, y + 30 * b),
            (x + way * spread * 0.62, y + 96 * b),
            (x + way * spread * 0.56, y + 150 * b),
        ]
        text += limb(points, [46 * b, 44 * b, 36 * b], look.skin)
        if look.sleeve:
            cut = points if look.sleeve == "long" else [points[0], between(points[0], points[1], 0.9)]
            widths = [50 * b, 49 * b, 40 * b] if look.sleeve == "long" else [50 * b, 52 * b]
            text += g(limb(cut, [w + 5 for w in widths], INK), opacity=0.16) + limb(
                cut, widths, look.top, over=look.top_tex
            )
    return text


def _hand(skin: str, kind: str) -> str:
    dark = DEEPER[skin]
    if kind == "hold":
        return (
            blob([(-8, -12), (8, -16), (24, -13), (28, 0), (23, 13), (6, 15), (-8, 11)], skin)
            + line([(14, -4), (25, -4)], dark, 2)
            + line([(14, 4), (25, 5)], dark, 2)
        )
    thumb = limb([(4, -8), (14, -19), (22, -24)], [13, 11, 9], skin)
    if kind == "point":
        return (
            thumb
            + blob([(-8, -12), (10, -14), (24, -9), (26, 6), (14, 14), (-8, 11)], skin)
            + limb([(18, -5), (50, -6)], [12, 9], skin)
        )
    if kind == "open":
        fingers = "".join(
            limb([(18, y), (tip, y * 1.7)], [11, 9], skin) for y, tip in ((-9, 44), (-3, 49), (4, 47), (10, 39))
        )
        return thumb + fingers + blob([(-8, -12), (10, -15), (24, -12), (26, 10), (12, 14), (-8, 11)], skin)
    return (
        thumb
        + blob([(-8, -12), (12, -14), (30, -11), (44, -4), (44, 4), (30, 11), (10, 14), (-8, 11)], skin)
        + line([(28, 1), (42, 1)], dark, 1.8)
    )


def _torso(look: Look, hip: Point, neck: Point, spread: float, b: float) -> str:
    dx, dy = hip[0] - neck[0], hip[1] - neck[1]
    long = math.hypot(dx, dy) or 1
    ux, uy = dx / long, dy / long

    def at(share: float, side: float) -> Point:
        return neck[0] + ux * long * share + uy * side * spread, neck[1] + uy * long * share - ux * side * spread

    end = 1.04 + look.tunic / TORSO
    flare = 0.5 + look.tunic / 700
    points = [at(-0.02, -0.17), at(0.07, -0.46), at(0.2, -0.57), at(0.55, -0.47), at(0.86, -0.5), at(end, -flare)]
    points += [
        at(end + 0.04, 0),
        at(end, flare),
        at(0.86, 0.5),
        at(0.55, 0.46),
        at(0.2, 0.55),
        at(0.07, 0.45),
        at(-0.02, 0.17),
    ]
    text = blob(points, look.top, over=look.top_tex)
    shade = [
        at(0.1, 0.5),
        at(0.2, 0.55),
        at(0.55, 0.46),
        at(0.86, 0.5),
        at(end, flare),
        at(end + 0.02, flare * 0.4),
        at(0.6, 0.2),
    ]
    text += blob(shade, INK, opacity=0.09)
    if look.sash:
        text += limb(
            [at(0.05, 0.34), at(0.5, -0.1), at(0.9, -0.46)],
            [34 * b, 40 * b, 34 * b],
            look.sash,
            over=tex("tenun", PAPER),
            over_opacity=0.6,
        )
    if look.neck == "buttons":
        text += line([at(0.06, 0.04), at(0.5, 0.1), at(end, 0.06)], INK, 2, opacity=0.35)
        text += "".join(oval(*at(s, 0.05), 3, 3, PAPER, opacity=0.8) for s in (0.25, 0.45, 0.65))
    return text


def _collar(look: Look, neck: Point, b: float) -> str:
    x, y = neck
    if look.neck == "kebaya":
        return poly([(x - 18 * b, y - 2), (x + 20 * b, y - 2), (x + 6 * b, y + 62 * b)], look.skin) + line(
            [(x - 22 * b, y), (x + 4 * b, y + 66 * b), (x + 24 * b, y)], PAPER, 3.4, bent=False, opacity=0.75
        )
    if look.neck == "buttons":
        return (
            poly(
                [(x - 22 * b, y - 8), (x + 2, y + 10 * b), (x - 16 * b, y + 26 * b), (x - 34 * b, y + 6 * b)], look.top
            )
            + poly(
                [(x + 24 * b, y - 8), (x + 2, y + 10 * b), (x + 20 * b, y + 26 * b), (x + 36 * b, y + 6 * b)], look.top
            )
            + line(
                [
                    (x - 34 * b, y + 6 * b),
                    (x - 16 * b, y + 26 * b),
                    (x + 2, y + 10 * b),
                    (x + 20 * b, y + 26 * b),
                    (x + 36 * b, y + 6 * b),
                ],
                INK,
                2,
                bent=False,
                opacity=0.35,
            )
        )
    return blob([(x - 24 * b, y - 3), (x, y - 8), (x + 24 * b, y - 3), (x + 2, y + 16 * b)], look.skin) + line(
        [(x - 26 * b, y - 2), (x + 2, y + 18 * b), (x + 26 * b, y - 2)], INK, 2, opacity=0.22
    )


def _foot(x: float, y: float, look: Look, b: float, *, way: int = 1) -> str:
    shape = [
        (x - 20 * b * way, y - 18 * b),
        (x + 4 * b * way, y - 22 * b),
        (x + 36 * b * way, y - 10 * b),
        (x + 44 * b * way, y - 2),
        (x + 34 * b * way, y + 3),
        (x - 18 * b * way, y + 3),
    ]
    text = blob(shape, look.shoes or look.skin)
    if not look.shoes:
        text += rect(min(x - 20 * b * way, x + 42 * b * way), y, 62 * b, 5 * b, BARK, r=2) + line(
            [(x + 10 * b * way, y - 18 * b), (x + 22 * b * way, y - 2)], BARK, 5 * b
        )
    return text


def _legs(look: Look, pose: Pose, hip: Point, b: float) -> str:
    draw = {
        "stand": _standing,
        "walk": _standing,
        "floor": _floor,
        "simpuh": _simpuh,
        "kneel": _kneel,
        "chair": _chair,
        "stool": _chair,
    }
    return draw[pose.kind](look, pose, hip, b) if pose.kind in draw else ""


def _standing(look: Look, pose: Pose, hip: Point, b: float) -> str:
    x, y = hip
    step = (pose.step or 16) * b
    if look.skirt:
        feet = _foot(x - step, 0, look, b) + _foot(x + step + 8 * b, -3, look, b)
        shape = [
            (x - 54 * b, y - 14),
            (x + 54 * b, y - 14),
            (x + 64 * b, y + 80 * b),
            (x + 50 * b + step * 0.7, -34 * b),
            (x + 44 * b + step * 0.7, -22 * b),
        ]
        shape += [
            (x, -16 * b),
            (x - 44 * b - step * 0.7, -22 * b),
            (x - 50 * b - step * 0.7, -36 * b),
            (x - 62 * b, y + 80 * b),
        ]
        fold = line(
            [(x + 12 * b, y + 40 * b), (x + 26 * b, y + 130 * b), (x + 20 * b + step * 0.3, -30 * b)],
            INK,
            2.6,
            opacity=0.28,
        )
        return feet + blob(shape, look.bottom, over=look.bottom_tex, over_opacity=0.5) + fold
    text = ""
    for way, joint in ((1, 24 * b), (-1, -24 * b)):
        ankle = (x + way * step + way * 6 * b, -20 * b)
        knee = (x + way * (step * 0.7 + 10 * b) + 8 * b, y * 0.5)
        text += _foot(ankle[0], 0, look, b) + limb([ankle, (ankle[0] + 2, -8)], [22 * b, 22 * b], look.skin)
        text += limb(
            [(x + joint, y - 4), knee, (ankle[0], ankle[1] - 4)],
            [70 * b, 56 * b, 44 * b],
            look.bottom,
            over=look.bottom_tex,
        )
    return text


def _floor(look: Look, _pose: Pose, hip: Point, b: float) -> str:
    x, y = hip
    if look.skirt:
        shape = [
            (x - 56 * b, y - 34 * b),
            (x - 128 * b, -44 * b),
            (x - 144 * b, -14 * b),
            (x - 70 * b, 4),
            (x + 70 * b, 4),
            (x + 144 * b, -14 * b),
            (x + 128 * b, -44 * b),
            (x + 56 * b, y - 34 * b),
        ]
        return (
            blob(shape, look.bottom, over=look.bottom_tex, over_opacity=0.5)
            + line([(x - 110 * b, -18 * b), (x - 30 * b, -34 * b), (x + 16 * b, -8 * b)], INK, 3, opacity=0.25)
            + line([(x + 110 * b, -20 * b), (x + 40 * b, -32 * b)], INK, 3, opacity=0.25)
        )
    lap = [
        (x - 54 * b, y - 30 * b),
        (x - 112 * b, -46 * b),
        (x - 136 * b, -20 * b),
        (x - 96 * b, -2),
        (x, 2),
        (x + 96 * b, -2),
    ]
    lap += [(x + 136 * b, -20 * b), (x + 112 * b, -46 * b), (x + 54 * b, y - 30 * b)]
    foot_a = blob(
        [(x - 70 * b, -14 * b), (x - 34 * b, -20 * b), (x - 22 * b, -4), (x - 50 * b, 5), (x - 76 * b, 1)], look.skin
    )
    foot_b = blob(
        [(x + 70 * b, -14 * b), (x + 34 * b, -18 * b), (x + 22 * b, -3), (x + 50 * b, 6), (x + 76 * b, 2)], look.skin
    )
    folds = line([(x - 118 * b, -30 * b), (x - 50 * b, -30 * b), (x + 20 * b, -14 * b)], INK, 3, opacity=0.3)
    folds += line([(x + 118 * b, -30 * b), (x + 60 * b, -32 * b), (x + 24 * b, -24 * b)], INK, 3, opacity=0.3)
    return blob(lap, look.bottom, over=look.bottom_tex) + folds + foot_b + foot_a


def _simpuh(look: Look, _pose: Pose, hip: Point, b: float) -> str:
    x, y = hip
    foot = blob(
        [(x - 150 * b, -16 * b), (x - 116 * b, -26 * b), (x - 100 * b, -4), (x - 130 * b, 4), (x - 158 * b, 0)],
        look.skin,
    )
    shape = [
        (x - 54 * b, y - 30 * b),
        (x + 54 * b, y - 32 * b),
        (x + 116 * b, y - 20 * b),
        (x + 152 * b, -22 * b),
        (x + 136 * b, 2),
        (x + 20 * b, 6),
        (x - 100 * b, 5),
        (x - 124 * b, -14 * b),
        (x - 84 * b, -46 * b),
    ]
    return (
        foot
        + blob(shape, look.bottom, over=look.bottom_tex, over_opacity=0.5)
        + line([(x + 136 * b, -18 * b), (x + 60 * b, -34 * b), (x - 40 * b, -14 * b)], INK, 3, opacity=0.25)
    )


def _kneel(look: Look, _pose: Pose, hip: Point, b: float) -> str:
    x, y = hip
    text = limb(
        [(x + 10 * b, y), (x + 108 * b, y - 26 * b), (x + 72 * b, -14 * b)],
        [72 * b, 60 * b, 42 * b],
        look.bottom,
        over=look.bottom_tex,
    ) + _foot(x + 70 * b, 0, look, b)
    if look.skirt:
        shape = [
            (x - 58 * b, y - 26 * b),
            (x + 50 * b, y - 30 * b),
            (x + 118 * b, y - 40 * b),
            (x + 136 * b, y - 4 * b),
            (x + 100 * b, -16 * b),
            (x - 20 * b, -14 * b),
            (x - 66 * b, y + 30 * b),
        ]
        return _foot(x - 6 * b, 0, look, b) + text + blob(shape, look.bottom, over=look.bottom_tex, over_opacity=0.5)
    near = limb(
        [(x - 14 * b, y), (x + 84 * b, y - 8 * b), (x + 10 * b, -18 * b)],
        [78 * b, 62 * b, 44 * b],
        look.bottom,
        over=look.bottom_tex,
    )
    return text + _foot(x + 4 * b, 0, look, b) + near


def _chair(look: Look, _pose: Pose, hip: Point, b: float) -> str:
    x, y = hip
    far_foot, near_foot = _foot(x + 138 * b, -4, look, b), _foot(x + 112 * b, 0, look, b)
    if look.skirt:
        shape = [
            (x - 58 * b, y - 28 * b),
            (x + 40 * b, y - 32 * b),
            (x + 132 * b, y - 30 * b),
            (x + 164 * b, y - 2 * b),
            (x + 160 * b, -26 * b),
            (x + 88 * b, -20 * b),
            (x + 84 * b, y + 34 * b),
            (x - 30 * b, y + 34 * b),
            (x - 64 * b, y + 14 * b),
        ]
        return (
            far_foot
            + near_foot
            + blob(shape, look.bottom, over=look.bottom_tex, over_opacity=0.5)
            + line([(x + 124 * b, y + 2), (x + 126 * b, y * 0.5), (x + 118 * b, -30 * b)], INK, 2.6, opacity=0.25)
        )
    far = limb(
        [(x + 10 * b, y), (x + 140 * b, y - 2 * b), (x + 142 * b, -20 * b)],
        [66 * b, 56 * b, 42 * b],
        look.bottom,
        over=look.bottom_tex,
    )
    near = limb(
        [(x - 10 * b, y), (x + 126 * b, y + 6 * b), (x + 114 * b, -16 * b)],
        [74 * b, 62 * b, 46 * b],
        look.bottom,
        over=look.bottom_tex,
    )
    return far_foot + far + near_foot + near


# Heads: the centre of the head is the origin; it is about a hundred high.


def _hair_behind(look: Look, face: Face, head: Point, size: float) -> str:
    t = face.turn
    back = -1 if t > 0 else 1
    parts = ""
    if look.style == "long":
        parts = blob(
            [
                (-46, -20),
                (0, -58),
                (46, -20),
                (46 - t * 12, 60),
                (38 - t * 26, 118),
                (-38 - t * 26, 118),
                (-48 - t * 12, 60),
            ],
            look.hair,
        )
    elif look.style == "bob":
        parts = blob(
            [(-50, -20), (0, -56), (50, -20), (52 - t * 8, 34), (40, 56), (-40, 56), (-54 - t * 8, 34)], look.hair
        )
    elif look.style == "ponytail":
        parts = limb([(back * 30, -34), (back * 84, -14), (back * 74, 66)], [30, 36, 10], look.hair)
    elif look.style == "pigtails":
        parts = limb([(-38, -6), (-70, 22), (-66, 62)], [22, 26, 10], look.hair) + limb(
            [(38, -6), (70, 22), (66, 62)], [22, 26, 10], look.hair
        )
    elif look.style == "bun":
        parts = oval(back * (48 + abs(t) * 6), 10, 25, 27, look.hair) + oval(
            back * (52 + abs(t) * 6), 8, 12, 14, PAPER, opacity=0.10
        )
    elif look.style == "topbun":
        parts = oval(back * 8, -62, 24, 20, look.hair)
    elif look.style == "curls":
        parts = "".join(
            oval(math.cos(a) * 46, -14 + math.sin(a) * 42, 22, 22, look.hair)
            for a in (2.6, 3.1, 3.6, 4.1, 4.6, 5.1, 5.6, 6.1, 6.6)
        )
    elif look.style == "hijab":
        parts = blob(
            [(-54, -14), (-40, -52), (0, -64), (40, -52), (54, -14), (54, 40), (0, 78), (-54, 40)],
            look.cover,
            over=look.cover_tex,
        )
    if not parts:
        return ""
    return g(parts, at=head, size=size, turn=face.tilt)


def _drape(look: Look, face: Face, head: Point, size: float, neck: Point, spread: float, b: float) -> str:
    if look.style not in {"hijab", "shawl"} or face.away:
        return ""
    x, y = neck
    hx, hy = head
    t = face.turn
    if look.style == "shawl":
        return limb(
            [(x - spread * 0.5, y + 20 * b), (x, y + 12 * b), (x + spread * 0.46, y + 22 * b)],
            [40 * b, 44 * b, 40 * b],
            look.cover,
            over=look.cover_tex,
        )
    points = [
        (hx - 50 * size, hy + 6),
        (hx - 46 * size, hy + 46 * size),
        (x - spread * 0.6, y + 34 * b),
        (x - spread * 0.42, y + 92 * b),
    ]
    points += [
        (x + t * 10, y + 122 * b),
        (x + spread * 0.45, y + 84 * b),
        (x + spread * 0.58, y + 30 * b),
        (hx + 46 * size, hy + 46 * size),
        (hx + 50 * size, hy + 6),
    ]
    text = blob(points, look.cover, over=look.cover_tex)
    text += line(
        [(hx - 20 * size, hy + 56 * size), (x + 4, y + 30 * b), (x + spread * 0.4, y + 50 * b)], INK, 2.6, opacity=0.22
    )
    return text + line(
        [(hx - 34 * size, hy + 52 * size), (x - 12, y + 62 * b), (x + spread * 0.26, y + 88 * b)],
        INK,
        2.6,
        opacity=0.16,
    )


def _head(look: Look, face: Face) -> str:
    if face.away:
        return _head_away(look)
    t = face.turn
    side = -1 if t > 0 else 1
    chin = t * 9
    profile = abs(t) > 0.8
    outline = [
        (t * 3, -51),
        (35, -38),
        (43, -4),
        (37 + chin * 0.4, 28),
        (17 + chin, 51),
        (chin, 56),
        (-17 + chin, 51),
        (-37 + chin * 0.4, 28),
        (-43, -4),
        (-35, -38),
    ]
    skull = blob(outline, look.skin)
    nose_bump = blob([(t * 36, -8), (t * 50, 12), (t * 46, 20), (t * 34, 18)], look.skin) if abs(t) > 0.6 else ""
    ears = ""
    if look.style != "hijab":
        places = (-42, 42) if abs(t) < 0.25 else (side * (44 - abs(t) * 26),)
        ears = "".join(oval(x, 6, 9, 13, look.skin) + oval(x, 6, 4, 7, DEEPER[look.skin], opacity=0.5) for x in places)
    back_ears = ears if abs(t) < 0.25 else ""
    front_ears = "" if abs(t) < 0.25 else ears
    body = back_ears + skull + nose_bump + _features(look, face, profile=profile)
    if look.style == "hijab":
        # The cloth leaves an oval of the face free.
        rim = [
            (t * 12, -40),
            (30 + t * 8, -28),
            (37 + t * 6, 4),
            (28 + t * 8, 38),
            (t * 12, 52),
            (-28 + t * 12, 38),
            (-37 + t * 14, 4),
            (-30 + t * 14, -28),
        ]
        ring = smooth(
            [(-54, -14), (-40, -52), (0, -64), (40, -52), (54, -14), (50, 36), (20, 66), (-20, 66), (-50, 36)],
            closed=True,
        )
        ring += smooth(rim, closed=True)
        cloth = f'<path fill-rule="evenodd" d="{ring}" fill="{look.cover}"/>'
        if look.cover_tex:
            cloth += f'<path fill-rule="evenodd" d="{ring}" fill="{look.cover_tex}" opacity=".3"/>'
        return (
            body
            + cloth
            + line([(-30 + t * 14, -22), (t * 12, -38), (30 + t * 8, -22)], INK, 3, opacity=0.25)
            + line([(-46, 0), (-44, 34), (-20, 62)], INK, 2.4, opacity=0.18)
        )
    return body + _hair_front(look, t, side) + front_ears


LIPS, BLUSH = "#7c2b1c", "#b5482e"


def _features(look: Look, face: Face, *, profile: bool) -> str:
    t = face.turn
    x, y = t * 20, (9 if face.eyes == "down" else 3)
    gap = 16 * (1 - abs(t) * 0.25)
    eyes = [(t * 26, float(y))] if profile else [(x + gap, float(y)), (x - gap, float(y))]
    text = "".join(oval(ex + (-3 if ex < x else 3), y + 19, 9, 6, BLUSH, opacity=0.22) for ex, _ in eyes)
    text += "".join(_eye(look, face.eyes, eye, out=1 if eye[0] > x else -1) for eye in eyes)
    nose = x + t * 9
    bridge, tip = (nose - 1 + t * 3, y + 4), (nose + (4 if t >= 0 else -4) + t * 3, y + 14)
    text += line([bridge, tip, (nose - 3, y + 16)], DEEPER[look.skin], 3)
    return text + _mouth(look, face.mouth, (x + t * 3, y + 27)) + _glasses(look, eyes, t)


def _eye(look: Look, kind: str, at: Point, *, out: int) -> str:
    x, y = at
    if kind in {"down", "shut"}:
        text = line([(x - 7, y - 1), (x, y + 3), (x + 7, y - 1)], INK, 3)
    elif kind == "happy":
        text = line([(x - 7, y + 2), (x, y - 4), (x + 7, y + 2)], INK, 3)
    else:
        text = oval(x, y, 4.2, 5.4, INK) + oval(x + 1.4, y - 2, 1.3, 1.5, PAPER)
    brow = look.hair if look.style != "hijab" else BLACK
    text += line([(x - 7 * out, y - 16), (x + 1 * out, y - 19), (x + 9 * out, y - 13)], brow, 2.8)
    return text + (line([(x - 6, y + 9), (x + 6, y + 9)], DEEPER[look.skin], 1.8) if look.elder else "")


def _mouth(look: Look, kind: str, at: Point) -> str:
    x, y = at
    if kind == "laugh":
        text = path("M-12 -3Q0 0 12 -3Q8 12 0 12Q-8 12 -12 -3Z", LIPS) + path("M-9 -1Q0 3 9 -1", stroke=PAPER, width=3)
        text = g(text, at=at)
    elif kind == "talk":
        text = oval(x, y + 2, 7, 6, LIPS)
    else:
        text = line([(x - 10, y - 2), (x, y + 4), (x + 10, y - 2)], LIPS, 3.2)
    if look.elder:
        text += "".join(line([(x + w * 17, y - 9), (x + w * 19, y + 2)], DEEPER[look.skin], 1.8) for w in (-1, 1))
    if look.beard:
        text += blob([(x - 22, y + 9), (x, y + 12), (x + 22, y + 9), (x + 12, y + 34), (x - 10, y + 34)], look.beard)
        text += line([(x - 12, y - 6), (x, y - 8), (x + 12, y - 6)], look.beard, 5)
    return text


def _glasses(look: Look, eyes: list[Point], t: float) -> str:
    if not look.glasses:
        return ""
    x, y = sum(eye[0] for eye in eyes) / len(eyes), eyes[0][1]
    if look.glasses == "dark":
        text = "".join(rect(ex - 12, ey - 9, 24, 18, INK, r=8) for ex, ey in eyes) + line([eyes[0], eyes[-1]], INK, 3)
        return text + line([(min(eye[0] for eye in eyes) - 10, y - 2), (-40 if t > 0 else 40, -2)], INK, 3)
    text = "".join(oval(ex, ey, 12, 12, PAPER, opacity=0.25) for ex, ey in eyes)
    text += "".join(
        path(f"M{ex - 12:.1f} {ey}a12 12 0 1 0 24 0a12 12 0 1 0 -24 0", stroke=INK, width=2.4) for ex, ey in eyes
    )
    return text + line([(x - 4, y), (x + 4, y)], INK, 2.4)


def _hair_front(look: Look, t: float, side: int) -> str:
    style, hair = look.style, look.hair
    left, right = (22, -2) if side < 0 else (-2, 22)
    if abs(t) < 0.25:
        left = right = 2
    line_y = -24 if style == "short" else -20
    cap = [
        (-44, left),
        (-49, -22),
        (-34, -54),
        (0, -64),
        (34, -54),
        (49, -22),
        (44, right),
        (37 + t * 4, -8),
        (26 + t * 16, line_y - 4),
        (t * 18, line_y - 8),
        (-26 + t * 16, line_y - 2),
        (-37 + t * 6, -8),
    ]
    if style in {"short", "bun", "topbun", "ponytail", "long", "pigtails"}:
        text = blob(cap, hair)
        if style in {"bun", "long", "ponytail", "pigtails"}:
            text += line([(-4 - t * 10, -60), (t * 16, line_y - 10)], PAPER, 2, opacity=0.18)
    elif style == "bob":
        text = blob(
            [
                (-52, 34),
                (-54, -20),
                (-34, -56),
                (0, -66),
                (34, -56),
                (54, -20),
                (52, 34),
                (40 + t * 4, 30),
                (38 + t * 6, -6),
                (t * 18 + 14, -26),
                (-26 + t * 12, -20),
                (-38 + t * 8, 0),
                (-38 + t * 6, 32),
            ],
            hair,
        )
    elif style == "curls":
        text = "".join(
            oval(math.cos(a) * 38 + t * 5, -22 + math.sin(a) * 30, 16, 15, hair)
            for a in (3.3, 3.75, 4.2, 4.65, 5.1, 5.55, 6.0)
        ) + blob([(-34, -34), (0, -56), (34, -34), (20 + t * 10, -28), (-20 + t * 10, -28)], hair)
    elif style == "fringe":
        text = blob(
            [
                (-48, 18),
                (-52, -20),
                (-32, -56),
                (0, -66),
                (32, -56),
                (52, -20),
                (48, 18),
                (38 + t * 5, -8),
                (10 + t * 12, -14),
                (-20 + t * 12, -12),
                (-38 + t * 8, -4),
            ],
            hair,
        )
    elif style == "sparse":
        text = blob([(-43, 16), (-50, -6), (-42, -28), (-34, -14), (-36, 4)], hair) + blob(
            [(43, 16), (50, -6), (42, -28), (36, -14), (37, 4)], hair
        )
    else:
        text = _hats(look, t, cap)
    return text


def _hats(look: Look, t: float, cap: list[Point]) -> str:
    colour, cloth = look.cover, look.cover_tex
    front = 66 if t >= 0 else -66
    shapes: dict[str, list[Point]] = {
        "peci": [(-47, -22), (-44, -66), (-8, -76), (36, -72), (47, -24), (20 + t * 10, -30), (-20 + t * 10, -28)],
        "ikat": [(-50, -18), (-46, -48), (-10, -68), (36, -60), (50, -18), (t * 14, -34)],
        "blangkon": [(-51, -14), (-50, -46), (-12, -68), (36, -60), (50, -20), (30 + t * 8, -30)],
        "cap": [(-48, -20), (-40, -56), (0, -68), (38, -56), (48, -22)],
        "shawl": [(-52, 20), (-56, -24), (-30, -62), (6, -66), (36, -54), (46, -30), (10, -44), (-26, -30)],
        "wrap": [(-50, -14), (-48, -52), (0, -72), (46, -54), (50, -16), (24 + t * 8, -34), (-20 + t * 8, -32)],
    }
    shapes["blangkon"] += [(t * 12, -24), (-24 + t * 8, -30)]
    shapes["shawl"] += [(-36, 6), (-38, 40)]
    more = {
        "ikat": poly([(-44, -30), (-70, -52), (-62, -18)], colour),
        "blangkon": oval(-50, -14, 13, 13, colour),
        "cap": limb([(20, -24), (front, -18)], [16, 8], colour),
        "wrap": oval(-46, -30, 16, 12, colour),
    }
    text = blob(cap, look.hair)
    if look.style == "caping":
        cone: list[Point] = [(-98, -22), (-6, -96), (98, -22), (50, -12), (-50, -12)]
        return text + poly(cone, STRAW, over=tex("weave", BARK), over_opacity=0.35)
    if look.style in shapes:
        text += blob(shapes[look.style], colour, over=cloth, over_opacity=0.55) + more.get(look.style, "")
    return text


def _head_away(look: Look) -> str:
    skull = blob(
        [(0, -51), (35, -38), (43, -4), (34, 32), (14, 52), (-14, 52), (-34, 32), (-43, -4), (-35, -38)], look.skin
    )
    ears = oval(-43, 6, 9, 13, look.skin) + oval(43, 6, 9, 13, look.skin)
    hair = [
        (-46, -2),
        (-47, -32),
        (-26, -58),
        (0, -64),
        (26, -58),
        (47, -32),
        (46, -2),
        (36, 30),
        (18, 42),
        (-18, 42),
        (-36, 30),
    ]
    style = look.style
    if style == "hijab":
        shape = [
            (-54, -10),
            (-42, -52),
            (0, -66),
            (42, -52),
            (54, -10),
            (56, 50),
            (60, 96),
            (0, 116),
            (-60, 96),
            (-56, 50),
        ]
        return blob(shape, look.cover, over=look.cover_tex) + line(
            [(30, -40), (10, 30), (-34, 84)], INK, 2.6, opacity=0.2
        )
    text = ears + skull + blob(hair, look.hair)
    if style in {"bun", "topbun"}:
        text += oval(0, 18 if style == "bun" else -58, 27, 24, look.hair) + line(
            [(-16, 14), (0, 6), (18, 16)], PAPER, 2, opacity=0.25
        )
    elif style == "long":
        text += blob([(-46, -10), (0, -40), (46, -10), (44, 96), (0, 112), (-44, 96)], look.hair)
    elif style == "ponytail":
        text += limb([(0, -20), (10, 30), (4, 98)], [30, 34, 8], look.hair) + oval(1, -16, 14, 8, TERRACOTTA)
    elif style == "pigtails":
        text += (
            limb([(-36, 0), (-66, 26), (-60, 66)], [22, 26, 8], look.hair)
            + limb([(36, 0), (66, 26), (60, 66)], [22, 26, 8], look.hair)
            + line([(0, -60), (0, 34)], look.skin, 2.4)
        )
    elif style == "curls":
        text += "".join(
            oval(math.cos(a) * 40, -10 + math.sin(a) * 40, 20, 20, look.hair)
            for a in (0, 0.6, 1.2, 1.9, 2.5, 3.1, 3.7, 4.3, 4.9, 5.5)
        )
    elif style == "bob":
        text += blob([(-52, -20), (0, -66), (52, -20), (54, 40), (0, 54), (-54, 40)], look.hair)
    elif style in {"peci", "ikat", "blangkon", "caping", "cap", "wrap"}:
        text += _hats(look, 0, [(0, 0), (0, 0), (0, 0)])
    return text


def near_hand(skin: str, sleeve: str, texture: str = "") -> str:
    """Return a right hand that lies flat, seen by its owner; the wrist is on the origin, the arm leads down."""
    text = limb([(60, 720), (30, 300), (0, 60)], [240, 190, 140], sleeve, over=texture) + limb(
        [(6, 110), (0, 40), (-2, 0)], [112, 100, 96], skin
    )
    text += limb([(-46, -20), (-96, -76), (-112, -124)], [52, 44, 34], skin) + oval(-112, -126, 17, 18, skin)
    text += blob([(-60, 20), (-64, -60), (-44, -120), (44, -120), (58, -60), (52, 20)], skin)
    for x, tip in ((-40, -222), (-13, -258), (14, -250), (40, -212)):
        text += (
            limb([(x, -90), (x * 1.25, -180), (x * 1.3, tip)], [38, 35, 30], skin)
            + oval(x * 1.3, tip - 4, 15, 17, skin)
            + oval(x * 1.3, tip - 4, 9, 10, PAPER, opacity=0.35)
        )
    return text
