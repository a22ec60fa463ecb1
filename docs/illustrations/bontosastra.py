"""Bontosastra, a village of seaweed growers on the coast of South Sulawesi: the library is an old ice store."""

from docs.illustrations.pen import (
    BARK,
    CLAY,
    CREAM,
    DAWN,
    DEEP,
    INK,
    LEAF,
    MIST,
    OCHRE,
    PAPER,
    ROSE,
    SEA,
    SKY,
    TEAL,
    TERRACOTTA,
    WOOD,
    blob,
    g,
    limb,
    line,
    oval,
    poly,
    rect,
    sheet,
    tex,
)
from docs.illustrations.people import BROWN, DARK, HONEY, TAN, Arm, Face, Look, Pose, person
from docs.illustrations.things import book, cat, cloud, hills, mat, shelf, spines, stack, sun, tuft, waves, window

WALL = "#4d8797"


def prahu(sail: str = PAPER) -> str:
    """Return a small boat with an outrigger and a sail, seen from afar."""
    text = poly([(0, -12), (-4, -120), (66, -34)], sail, over=tex("stripes", CLAY), over_opacity=0.6) + line(
        [(0, 0), (-4, -126)], BARK, 4
    )
    text += blob([(-70, -14), (-30, -8), (40, -8), (82, -20), (60, 8), (-44, 10)], TERRACOTTA)
    return (
        text
        + line([(-60, 16), (70, 14)], OCHRE, 5)
        + line([(-20, 0), (-24, 16)], BARK, 3)
        + line([(30, 0), (34, 16)], BARK, 3)
    )


def crab() -> str:
    """Return a crab sewn from an old sock, on a hand at the origin that points up."""
    text = limb([(0, 70), (0, 10), (0, -20)], [52, 56, 60], OCHRE, over=tex("lines", TERRACOTTA), over_opacity=0.8)
    for way in (-1, 1):
        text += limb([(way * 34, -32), (way * 70, -50), (way * 74, -86)], [16, 14, 16], TERRACOTTA)
        text += blob(
            [(way * 74, -84), (way * 52, -112), (way * 62, -136), (way * 76, -112), (way * 98, -130), (way * 98, -100)],
            CLAY,
        )
        text += "".join(
            limb([(way * 36, -22 + k * 13), (way * 64, -14 + k * 18), (way * 70, 4 + k * 18)], [9, 8, 5], TERRACOTTA)
            for k in range(3)
        )
        text += (
            limb([(way * 16, -60), (way * 18, -88)], [8, 7], CLAY)
            + oval(way * 18, -94, 12, 12, PAPER)
            + oval(way * 14, -93, 5, 6, INK)
        )
    text += blob(
        [(-52, -30), (-34, -66), (0, -74), (34, -66), (52, -30), (30, -4), (-30, -4)],
        CLAY,
        over=tex("dots", DAWN),
        over_opacity=0.6,
    )
    return text + line([(-16, -28), (0, -20), (16, -28)], INK, 4)


def dongeng() -> str:
    """Return Saturday morning: a volunteer tells of a crab that looks for a house."""
    view = (
        rect(0, 0, 520, 400, SKY)
        + sun(120, 110, 40)
        + g(cloud(200), at=(370, 80))
        + hills([(0, 190), (110, 165), (240, 196), (400, 176), (520, 200)], MIST, floor=260)
    )
    view += (
        rect(0, 200, 520, 220, SEA)
        + waves(0, 210, 520, 180, seed=3)
        + g(prahu(), at=(160, 258), size=0.8)
        + g(prahu(DAWN), at=(420, 232), size=0.5, flip=True)
    )
    room = (
        rect(0, 0, 1600, 800, WALL, over=tex("boards", "#17323f"), over_opacity=0.22)
        + rect(0, 640, 1600, 150, TEAL, over=tex("boards", "#17323f"), over_opacity=0.3)
        + rect(0, 632, 1600, 12, PAPER, opacity=0.6)
    )
    floor = rect(0, 780, 1600, 420, "#d9b483", over=tex("planks", BARK), over_opacity=0.35) + rect(
        0, 772, 1600, 16, BARK
    )
    light = poly([(520, 790), (1010, 790), (860, 1200), (170, 1200)], DAWN, opacity=0.4)
    fish = ""
    for i in range(9):
        x = 60 + i * 190
        y = 70 + (i % 2) * 22 + abs(i - 4) * -6 + 22
        colour = (OCHRE, CLAY, PAPER, ROSE)[i % 4]
        fish += line([(x, 38 + (40 if 0 < i < 8 else 20)), (x, y)], PAPER, 2)
        fish += (
            blob([(x - 30, y + 14), (x, y), (x + 26, y + 14), (x, y + 28)], colour)
            + poly([(x + 20, y + 14), (x + 42, y), (x + 42, y + 28)], colour)
            + oval(x - 16, y + 11, 3, 3, INK)
        )
    fish = line([(-20, 30), (400, 86), (800, 96), (1200, 84), (1620, 26)], PAPER, 3) + fish
    left = (
        g(shelf(420, 3, row=122, seed=2), at=(50, 800))
        + g(tuft(7, 130, 20, spread=150), at=(130, 412))
        + rect(100, 396, 66, 28, CLAY, r=5)
    )
    left += g(stack(3, 120, 4), at=(350, 412))
    right = (
        rect(1270, 250, 270, 14, WOOD)
        + g(spines(230, 100, 9), at=(1290, 250))
        + rect(1270, 430, 270, 14, WOOD)
        + g(spines(160, 100, 14), at=(1370, 430))
        + g(tuft(5, 90, 16, spread=120), at=(1312, 408))
        + rect(1288, 400, 48, 32, OCHRE, r=4)
    )
    stool = poly(
        [(1085, 790), (1210, 790), (1222, 985), (1196, 985), (1190, 830), (1106, 830), (1098, 985), (1072, 985)], BARK
    )
    teller = person(
        Look(
            style="hijab",
            cover=OCHRE,
            top=TERRACOTTA,
            top_tex=tex("flowers", DAWN),
            bottom=DEEP,
            skirt=True,
            tunic=40,
            skin=HONEY,
        ),
        Pose(
            kind="chair",
            lean=26,
            far=Arm((168, -40), bend=1, hand="hold", turn=-90),
            near=Arm((120, 96), hand="open", turn=-20),
            face=Face(0.75, tilt=6, mouth="talk"),
        ),
        lap=g(crab(), at=(196, -420), turn=6),
    )
    back = [
        (
            150,
            905,
            Look(style="hijab", cover=ROSE, top=CLAY, bottom=TEAL, skirt=True, skin=TAN),
            Pose(kind="simpuh", lean=6, far=Arm((70, 130)), near=Arm((70, 120)), face=Face(0.6)),
            0.98,
        ),
        (
            330,
            930,
            Look(child=True, style="fringe", top=OCHRE, bottom=BARK, sleeve="short", skin=BROWN),
            Pose(kind="floor", lean=6, far=Arm((60, 120)), near=Arm((-70, 130)), face=Face(0.7, mouth="laugh")),
            1.04,
        ),
        (
            500,
            910,
            Look(child=True, style="hijab", cover=PAPER, top=TEAL, bottom=DEEP, skirt=True, skin=HONEY),
            Pose(
                kind="simpuh",
                far=Arm((40, 8), hand="rest", turn=-70),
                near=Arm((28, 16), hand="rest", turn=-60),
                face=Face(0.7, tilt=-4, mouth="talk"),
            ),
            1.0,
        ),
        (
            655,
            935,
            Look(
                child=True,
                style="short",
                top=TERRACOTTA,
                top_tex=tex("stripes", CREAM),
                bottom=INK,
                sleeve="short",
                skin=TAN,
            ),
            Pose(
                kind="floor",
                lean=14,
                far=Arm((120, -95), hand="point", turn=-50),
                near=Arm((-60, 130)),
                face=Face(0.8, mouth="laugh"),
            ),
            1.04,
        ),
        (
            800,
            905,
            Look(
                child=True, style="pigtails", top=CREAM, top_tex=tex("dots", CLAY), bottom=CLAY, skirt=True, skin=BROWN
            ),
            Pose(kind="simpuh", far=Arm((70, 110)), near=Arm((50, 110)), face=Face(0.75, tilt=-8, mouth="smile")),
            1.0,
        ),
    ]
    listeners = "".join(g(person(look, pose), at=(x, y), size=s) for x, y, look, pose, s in back)
    front = [
        (120, 1225, Look(child=True, style="bob", top=LEAF, bottom=INK, skin=TAN), Face(away=True, tilt=8), 1.5),
        (
            400,
            1235,
            Look(child=True, style="short", top=CREAM, bottom=INK, skin=DARK, sleeve="short"),
            Face(away=True, tilt=5),
            1.5,
        ),
        (
            655,
            1215,
            Look(child=True, style="ponytail", top=OCHRE, top_tex=tex("dots", TERRACOTTA), bottom=INK, skin=HONEY),
            Face(away=True, tilt=-5),
            1.42,
        ),
        (1395, 1220, Look(child=True, style="curls", top=TEAL, bottom=INK, skin=BROWN), Face(away=True, tilt=-9), 1.5),
    ]
    heads = "".join(
        g(person(look, Pose(kind="floor", far=Arm((52, 120)), near=Arm((-52, 120)), face=face)), at=(x, y), size=s)
        for x, y, look, face, s in front
    )
    helper = g(
        person(
            Look(child=True, style="hijab", cover=MIST, top=OCHRE, bottom=TERRACOTTA, skirt=True, skin=TAN),
            Pose(
                kind="simpuh",
                far=Arm((70, 60), hand="hold"),
                near=Arm((46, 66), hand="hold"),
                face=Face(0.5, eyes="happy", tilt=-8),
            ),
            hold=g(book(84, TEAL), at=(42, -110)),
        ),
        at=(1330, 985),
        size=1.1,
        flip=True,
    )
    return sheet(
        room,
        fish,
        left,
        right,
        g(window(520, 380, view, name="view"), at=(590, 182)),
        floor,
        light,
        g(mat(1300, 300), at=(640, 990)),
        listeners,
        g(stool, at=(0, 0)),
        g(teller, at=(1150, 985), size=1.16, flip=True),
        helper,
        g(cat(), at=(1500, 1000), size=0.9, flip=True),
        heads,
        title="Dongeng Sabtu pagi",
    )


SCENES = {"2026/11/dongeng-sabtu-pagi": dongeng}
