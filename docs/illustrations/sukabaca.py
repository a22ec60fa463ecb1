"""Sukabaca, a village of vegetable growers in the cool hills of Bandung."""

from docs.illustrations.pen import (
    BARK,
    CLAY,
    CREAM,
    DAWN,
    DEEP,
    INK,
    LEAF,
    LIGHT_LEAF,
    OCHRE,
    PAPER,
    ROSE,
    SAND,
    SKY,
    STONE,
    TEAL,
    TERRACOTTA,
    WOOD,
    blob,
    g,
    glow,
    line,
    oval,
    poly,
    rect,
    sheet,
    tex,
)
from docs.illustrations.people import BROWN, FAIR, HONEY, TAN, WHITE, Arm, Face, Look, Pose, person
from docs.illustrations.things import (
    banana,
    basket,
    book,
    cloud,
    hills,
    lettuce,
    pakcoy,
    spines,
    sun,
    tile_roof,
    tree,
    tuft,
)


def upland(*, light: str = DAWN) -> str:
    """Return terraced hills in the morning, from far to near."""
    text = (
        rect(0, 0, 1600, 1200, light)
        + rect(0, 0, 1600, 460, SKY, opacity=0.7)
        + glow(1130, 250, 420, "#fffdf8", 0.9)
        + sun(1130, 250, 62)
    )
    text += g(cloud(300), at=(380, 150)) + g(cloud(220), at=(760, 90), opacity=0.8)
    text += hills(
        [(0, 330), (240, 230), (420, 290), (640, 190), (900, 300), (1200, 260), (1420, 200), (1600, 280)], "#b9cfc4"
    )
    text += hills([(0, 420), (260, 380), (520, 400), (820, 340), (1120, 410), (1400, 330), (1600, 380)], "#93b394")
    text += hills([(0, 520), (300, 450), (700, 500), (1060, 430), (1350, 470), (1600, 430)], "#6f9a63")
    for i in range(5):
        y = 470 + i * 20
        text += line([(900, y + 50), (1100, y), (1350, y + 26), (1600, y - 14)], LIGHT_LEAF, 5, opacity=0.8)
    return text + "".join(
        g(tree(110, wide=46, colour=DEEP, seed=i), at=(640 + i * 66, 500 - (i % 2) * 18)) for i in range(4)
    )


def library() -> str:
    """Return the library of the village: white walls, a veranda, a roof of red tiles; it stands on the origin."""
    text = rect(-30, -300, 560, 300, CREAM, over=tex("speckle", STONE), over_opacity=0.5) + rect(
        -30, -70, 560, 70, "#cfdccb"
    )
    text += (
        rect(40, -240, 150, 150, BARK)
        + rect(48, -232, 134, 134, "#3b4a46")
        + g(spines(124, 60, 3), at=(53, -100))
        + rect(40, -170, 150, 8, WOOD)
        + g(spines(120, 56, 8), at=(55, -170))
    )
    text += (
        rect(250, -250, 120, 250, BARK)
        + rect(262, -238, 96, 238, "#3a2c22")
        + g(spines(90, 80, 5), at=(268, -70))
        + rect(262, -72, 96, 8, WOOD)
    )
    text += rect(-40, 0, 620, 26, STONE)
    text += "".join(rect(x, -310, 20, 312, WOOD) for x in (-24, 212, 420, 536))
    text += (
        tile_roof([(-110, -290), (40, -440), (470, -440), (620, -290)], CLAY)
        + rect(-110, -296, 730, 16, TERRACOTTA)
        + rect(30, -450, 450, 16, TERRACOTTA)
    )
    return text


def rack() -> str:
    """Return a rack of white pipes in which vegetables grow, standing on the origin."""
    text = ""
    for x in (60, 740):
        text += poly([(x - 14, 0), (x + 10, 0), (x + 44, -470), (x + 24, -470)], WOOD) + poly(
            [(x + 80, 0), (x + 100, 0), (x + 44, -470), (x + 26, -470)], BARK
        )
    for row, (y, kind) in enumerate(((-400, lettuce), (-255, pakcoy), (-110, lettuce))):
        for i in range(9):
            x = 40 + i * 92 + row * 10
            if (row, i) in {(2, 2), (2, 3), (1, 7), (0, 4), (1, 3)}:
                continue
            text += g(kind(0.82 + (i * 7 % 3) * 0.07), at=(x, y - 12))
        text += rect(-30, y - 22, 880, 44, PAPER, r=22) + rect(-30, y + 4, 880, 18, STONE, r=9, opacity=0.45)
        text += "".join(oval(40 + i * 92 + row * 10, y - 18, 19, 6, INK, opacity=0.5) for i in range(9))
    return text + rect(838, -412, 22, 300, PAPER, r=11)


def panen() -> str:
    """Return the first harvest of the garden beside the library."""
    ground = hills(
        [(0, 700), (400, 690), (900, 705), (1600, 690)], "#a8b877", over=tex("rain", LEAF), over_opacity=0.5
    ) + blob(
        [(-60, 1010), (300, 900), (900, 880), (1660, 900), (1660, 1240), (-60, 1240)],
        SAND,
        over=tex("speckle", CLAY),
        over_opacity=0.5,
    )
    behind = [
        (
            790,
            930,
            Look(style="hijab", cover=ROSE, top=TEAL, skin=FAIR),
            Pose(lean=6, far=Arm((100, 62)), near=Arm((70, 90)), face=Face(0.5, eyes="down", tilt=8)),
            1.0,
            False,
        ),
        (
            1290,
            925,
            Look(style="short", top=OCHRE, sleeve="short", skin=TAN),
            Pose(far=Arm((96, -10), hand="hold"), near=Arm((80, 60), hand="hold"), face=Face(0.6, mouth="laugh")),
            1.02,
            True,
        ),
    ]
    rear = "".join(g(person(look, pose), at=(x, y), size=s, flip=f) for x, y, look, pose, s, f in behind)
    picker = person(
        Look(
            style="hijab",
            cover=TERRACOTTA,
            top=OCHRE,
            top_tex=tex("flowers", CREAM),
            bottom=DEEP,
            skirt=True,
            tunic=70,
            skin=HONEY,
        ),
        Pose(
            lean=64,
            bow=16,
            step=20,
            far=Arm((120, 6), hand="hold"),
            near=Arm((130, 50), hand="hold", turn=-30),
            face=Face(0.8, tilt=10, eyes="down"),
        ),
        lap=g(lettuce(0.8), at=(212, -376), turn=10),
    )
    wheel = (
        oval(-6, -96, 100, 100, INK)
        + oval(-6, -96, 88, 88, SAND)
        + "".join(
            line([(-6, -96), (-6 + dx, -96 + dy)], STONE, 4)
            for dx, dy in ((0, -86), (74, -44), (74, 44), (0, 86), (-74, 44), (-74, -44))
        )
        + oval(-6, -96, 14, 14, INK)
    )
    chair = (
        rect(-76, -330, 14, 200, INK, r=6)
        + rect(-110, -332, 46, 13, INK, r=6)
        + rect(-80, -300, 22, 150, TEAL, r=8)
        + rect(-74, -150, 140, 22, TEAL, r=8)
        + line([(60, -140), (124, -40), (160, -30)], INK, 10, bent=False)
        + oval(96, -22, 24, 24, INK)
        + oval(96, -22, 14, 14, STONE)
    )
    sitter = person(
        Look(
            style="bun",
            top=CLAY,
            top_tex=tex("stripes", CREAM),
            bottom=TEAL,
            bottom_tex=tex("parang", OCHRE),
            skirt=True,
            skin=BROWN,
        ),
        Pose(
            kind="chair",
            lean=10,
            far=Arm((170, -6), hand="hold"),
            near=Arm((96, 120)),
            face=Face(0.7, mouth="laugh", tilt=-4),
        ),
        lap=g(basket(150, 74), at=(78, -190))
        + g(lettuce(0.7), at=(50, -250))
        + g(pakcoy(0.7), at=(108, -252))
        + g(lettuce(0.66), at=(82, -244)),
    )
    elder = person(
        Look(
            style="shawl",
            cover=CREAM,
            hair=WHITE,
            elder=True,
            top=LEAF,
            neck="kebaya",
            bottom=TERRACOTTA,
            bottom_tex=tex("kawung", DAWN),
            skirt=True,
            skin=TAN,
            tunic=20,
        ),
        Pose(
            lean=-4,
            far=Arm((70, 92), hand="hold"),
            near=Arm((36, 100), hand="hold"),
            face=Face(0.7, eyes="happy", tilt=-6),
        ),
        hold=g(basket(150, 84), at=(62, -252))
        + "".join(g(lettuce(0.72), at=(22 + i * 40, -318 - (i % 2) * 16)) for i in range(3)),
    )
    child = person(
        Look(
            child=True, style="fringe", top=PAPER, top_tex=tex("lines", TEAL), bottom=BARK, skin=HONEY, sleeve="short"
        ),
        Pose(
            kind="kneel",
            lean=20,
            far=Arm((90, 60)),
            near=Arm((70, 84), hand="hold"),
            face=Face(0.7, tilt=10, eyes="down"),
        ),
        hold=g(book(110, TEAL), at=(70, -120), turn=-6),
    )
    box = g(basket(230, 120), at=(0, 0)) + "".join(
        g(f(0.95), at=(x, -112)) for x, f in ((-76, lettuce), (78, pakcoy), (-10, lettuce), (38, lettuce))
    )
    front = (
        g(tuft(9, 260, 46, spread=150, seed=3), at=(40, 1230))
        + g(tuft(7, 200, 40, spread=130, seed=7, colours=(DEEP, LEAF, LIGHT_LEAF)), at=(1570, 1240))
        + g(tuft(6, 120, 24, spread=120, seed=4), at=(250, 1225))
    )
    return sheet(
        upland(),
        ground,
        g(library(), at=(110, 760), size=1.02),
        g(banana(0.9, seed=2), at=(30, 800)),
        rear,
        g(rack(), at=(640, 985)),
        g(chair, sitter, wheel, at=(1240, 1120), size=0.96, flip=True, name="kursi"),
        g(picker, at=(560, 1085), size=1.0),
        g(elder, at=(250, 1110), size=1.02),
        g(child, at=(800, 1150), size=1.05, flip=True),
        g(box, at=(1010, 1165)),
        front,
        title="Panen perdana kebun hidroponik",
    )


SCENES = {"2026/05/panen-perdana-kebun-hidroponik": panen}
