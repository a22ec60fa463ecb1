"""Sukabaca, a village of vegetable growers in the cool hills of Bandung."""

import math

from docs.illustrations.pen import (
    BARK,
    CLAY,
    CREAM,
    DAWN,
    DEEP,
    INK,
    LEAF,
    LIGHT_LEAF,
    MIST,
    OCHRE,
    PAPER,
    ROSE,
    SAND,
    SKY,
    STONE,
    STRAW,
    TEAL,
    TERRACOTTA,
    WOOD,
    blob,
    g,
    glow,
    limb,
    line,
    oval,
    poly,
    rect,
    sheet,
    tex,
)
from docs.illustrations.people import BROWN, FAIR, GREY, HONEY, TAN, WHITE, Arm, Face, Look, Pose, near_hand, person
from docs.illustrations.things import (
    banana,
    basket,
    book,
    cloud,
    hills,
    lettuce,
    pakcoy,
    pot,
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


def jar(colour: str, label: str = CREAM, height: float = 92) -> str:
    """Return a jar of seeds, standing on the origin."""
    text = rect(-36, -height, 72, height, MIST, r=12, opacity=0.9) + rect(
        -36, -height * 0.72, 72, height * 0.72, colour, r=12, over=tex("speckle", CREAM), over_opacity=0.9
    )
    text += (
        rect(-32, -height - 16, 64, 20, WOOD, r=4)
        + rect(-26, -height * 0.6, 52, 34, label, r=3)
        + line([(-16, -height * 0.6 + 12), (16, -height * 0.6 + 12)], STONE, 3)
        + line([(-16, -height * 0.6 + 22), (6, -height * 0.6 + 22)], STONE, 3)
    )
    return text + rect(-28, -height + 8, 8, height - 24, PAPER, r=4, opacity=0.5)


def rak_benih() -> str:
    """Return the shelf from which seeds are borrowed like books."""
    wall = (
        rect(0, 0, 1200, 1600, "#e6ead3", over=tex("speckle", LEAF), over_opacity=0.35)
        + rect(0, 1130, 1200, 480, "#c98f5e", over=tex("planks", BARK), over_opacity=0.3)
        + rect(0, 1120, 1200, 16, BARK)
    )
    light = poly([(760, 0), (1200, 0), (1200, 900), (420, 1600), (60, 1600)], DAWN, opacity=0.2)
    seeds = (TERRACOTTA, OCHRE, BARK, LEAF, CLAY, CREAM, INK, STRAW, DEEP, ROSE)
    case = rect(90, 150, 1020, 860, BARK) + rect(90, 150, 1020, 860, INK, opacity=0.15)
    for row in range(4):
        y = 350 + row * 210
        for i in range(10):
            x = 170 + i * 96
            if (row, i) in {(1, 6), (2, 3), (3, 7), (3, 8)}:
                continue
            if row in {1, 3} and i in {2, 3} and row == 1:
                case += (
                    g(spines(96, 130, i * 3 + row), at=(x - 46, y)) if i == 2 else g(spines(90, 120, 7), at=(x - 40, y))
                )
                continue
            case += g(jar(seeds[(i * 3 + row * 7) % 10], height=80 + (i * 5 + row) % 3 * 12), at=(x, y))
        case += rect(90, y, 1020, 20, WOOD) + rect(90, y + 20, 1020, 8, INK, opacity=0.2)
    case += (
        rect(76, 130, 1048, 26, WOOD)
        + rect(76, 130, 26, 990, WOOD)
        + rect(1098, 130, 26, 990, WOOD)
        + g(pot(80, 66), g(tuft(8, 150, 22, spread=150), at=(0, -56)), at=(240, 130))
        + g(
            basket(150, 70),
            "".join(
                blob([(-58 + k * 26, -60), (-52 + k * 26, -110), (-36 + k * 26, -60)], (LEAF, OCHRE, TERRACOTTA)[k % 3])
                for k in range(5)
            ),
            basket(150, 70),
            at=(900, 130),
        )
    )
    farmer = person(
        Look(style="caping", hair=GREY, elder=True, top=TEAL, neck="buttons", bottom=BARK, skin=BROWN, beard=WHITE),
        Pose(
            lean=8,
            far=Arm((140, 50), hand="open", turn=-10),
            near=Arm((70, 104), hand="hold"),
            face=Face(0.7, eyes="happy", mouth="laugh"),
        ),
        lap=g(jar(OCHRE), at=(168, -362), turn=4),
        hold=g(
            basket(130, 80),
            "".join(
                limb([(-50 + k * 20, -76), (-60 + k * 24, -126)], [9, 6], (LIGHT_LEAF, LEAF)[k % 2]) for k in range(6)
            ),
            basket(130, 80),
            at=(84, -250),
        ),
    )
    borrower = person(
        Look(
            style="hijab",
            cover=CLAY,
            top=OCHRE,
            top_tex=tex("truntum", TERRACOTTA),
            bottom=DEEP,
            skirt=True,
            tunic=70,
            skin=FAIR,
        ),
        Pose(
            lean=10,
            bow=6,
            far=Arm((132, 64), hand="open", turn=10),
            near=Arm((70, 70), hand="hold", turn=-20),
            face=Face(0.7, tilt=4, mouth="smile"),
        ),
        hold=line([(70, -390), (120, -350)], STONE, 7) + oval(128, -344, 18, 10, STONE, turn=30),
    )
    girl = person(
        Look(child=True, style="bob", top=TERRACOTTA, bottom=TEAL, skirt=True, skin=HONEY),
        Pose(
            lean=8,
            bow=4,
            far=Arm((76, 92), hand="hold"),
            near=Arm((60, 80), hand="hold", turn=30),
            face=Face(0.6, eyes="down", tilt=10),
        ),
        lap=g(
            rect(-52, -34, 104, 68, CREAM, r=4),
            *[line([(-38, -16 + k * 16), (36 - k * 14, -16 + k * 16)], STONE, 4) for k in range(3)],
            at=(82, -206),
            turn=-8,
        ),
    )
    return sheet(
        wall,
        case,
        light,
        g(farmer, at=(330, 1480), size=1.36),
        g(borrower, at=(890, 1490), size=1.36, flip=True),
        g(girl, at=(520, 1560), size=1.36),
        g(tuft(9, 260, 44, spread=120, seed=4), at=(30, 1640)),
        g(tuft(8, 230, 40, spread=130, seed=9), at=(1180, 1640)),
        width=1200,
        height=1600,
        title="Rak benih warga",
    )


def bicycle() -> str:
    """Return a bicycle that rolls to the right, its back wheel's ground on the origin."""
    wheels = "".join(
        f'<circle cx="{x}" cy="-92" r="86" fill="none" stroke="{INK}" stroke-width="10"/>'
        + "".join(
            line([(x, -92), (x + dx, -92 + dy)], STONE, 2.4)
            for dx, dy in ((0, -80), (70, -40), (70, 40), (0, 80), (-70, 40), (-70, -40))
        )
        + oval(x, -92, 11, 11, INK)
        for x in (0, 300)
    )
    frame = (
        line([(0, -92), (70, -240), (236, -240), (130, -92), (0, -92)], TEAL, 12, bent=False)
        + line([(130, -92), (58, -268)], TEAL, 12)
        + line([(300, -92), (228, -290), (206, -306), (176, -300)], TEAL, 11, bent=False)
    )
    return (
        wheels
        + frame
        + rect(20, -286, 80, 18, INK, r=9)
        + oval(130, -92, 20, 20, INK)
        + line([(130, -92), (150, -52)], INK, 8)
        + rect(134, -54, 40, 9, INK, r=4)
        + g(basket(150, 96), at=(290, -204))
        + "".join(g(f(0.74), at=(x, -292)) for f, x in ((lettuce, 240), (pakcoy, 336), (lettuce, 290)))
    )


def warung() -> str:
    """Return the basket's way from the garden to the stall at the end of the road."""
    road = (
        rect(0, 0, 1200, 1600, SKY)
        + glow(860, 260, 460, "#fffdf8", 0.9)
        + sun(880, 280, 64)
        + g(cloud(300), at=(300, 190))
        + hills([(0, 480), (260, 360), (520, 450), (820, 330), (1200, 430)], "#b9cfc4")
        + hills([(0, 600), (300, 520), (700, 590), (1200, 500)], "#93b394")
        + hills(
            [(0, 720), (500, 650), (900, 700), (1200, 660)], "#6f9a63", over=tex("rain", LIGHT_LEAF), over_opacity=0.6
        )
    )
    road += "".join(
        line([(0, 770 + i * 24), (300, 740 + i * 22), (560, 760 + i * 26)], LIGHT_LEAF, 6, opacity=0.7)
        for i in range(5)
    ) + blob(
        [(-60, 1130), (400, 1060), (1260, 1040), (1260, 1660), (-60, 1660)],
        SAND,
        over=tex("speckle", CLAY),
        over_opacity=0.5,
    )
    shop = (
        rect(600, 640, 560, 560, CREAM, over=tex("weave", STRAW), over_opacity=0.6)
        + rect(640, 720, 480, 300, "#3d2b20")
        + "".join(
            rect(660 + i * 58, 900 - (i % 2) * 16, 44, 100 + (i % 2) * 16, c, r=8)
            for i, c in enumerate((TERRACOTTA, OCHRE, TEAL, CLAY, LEAF, CREAM, MIST, ROSE))
        )
        + rect(650, 820, 460, 10, WOOD)
        + "".join(
            rect(668 + i * 70, 764, 50, 56, c, r=6)
            for i, c in enumerate((OCHRE, MIST, CLAY, LIGHT_LEAF, CREAM, TERRACOTTA))
        )
    )
    shop += (
        rect(610, 1010, 540, 30, WOOD)
        + rect(630, 1040, 500, 190, WOOD, over=tex("boards", BARK), over_opacity=0.6)
        + tile_roof([(520, 650), (620, 470), (1200, 470), (1260, 650)], CLAY)
        + rect(510, 642, 760, 18, TERRACOTTA)
        + rect(560, 650, 18, 580, BARK)
    )
    shop += "".join(
        g(
            limb([(0, 0), (-6, 50)], [12, 20], OCHRE),
            limb([(0, 0), (10, 52)], [12, 20], "#e5bb62"),
            limb([(0, 0), (24, 44)], [12, 20], OCHRE),
            at=(650 + i * 190, 664),
        )
        for i in range(2)
    )
    owner = person(
        Look(
            style="hijab",
            cover=ROSE,
            top=TERRACOTTA,
            top_tex=tex("flowers", DAWN),
            bottom=DEEP,
            skirt=True,
            tunic=60,
            skin=TAN,
        ),
        Pose(
            lean=6,
            far=Arm((130, 44), hand="open", turn=0),
            near=Arm((96, 80), hand="open", turn=0),
            face=Face(0.7, eyes="happy", mouth="laugh", tilt=4),
        ),
    )
    rider = person(
        Look(style="hijab", cover=TEAL, top=OCHRE, top_tex=tex("stripes", CREAM), bottom=DEEP, skin=HONEY),
        Pose(
            lean=30,
            step=30,
            far=Arm((132, 158), hand="hold", turn=30),
            near=Arm((108, 172), hand="hold", turn=30),
            face=Face(0.7, mouth="smile", tilt=-2),
        ),
    )
    hen = (
        blob(
            [
                (-60, -40),
                (-70, -84),
                (-40, -66),
                (0, -70),
                (24, -100),
                (44, -100),
                (48, -76),
                (34, -40),
                (0, -18),
                (-40, -22),
            ],
            CLAY,
        )
        + blob([(24, -98), (28, -114), (36, -104), (44, -112), (46, -96)], TERRACOTTA)
        + poly([(48, -90), (64, -84), (48, -80)], OCHRE)
        + oval(38, -90, 3, 4, INK)
        + line([(-8, -20), (-8, 0), (4, 0)], OCHRE, 5, bent=False)
        + line([(10, -22), (10, 0), (22, 0)], OCHRE, 5, bent=False)
    )
    return sheet(
        road,
        g(banana(0.95, seed=4), at=(90, 1080)),
        g(library(), at=(150, 810), size=0.36),
        shop,
        g(basket(180, 80), *[g(f(0.8), at=(x, -74)) for f, x in ((pakcoy, -50), (lettuce, 40))], at=(720, 1012)),
        g(owner, at=(960, 1370), size=1.36, flip=True),
        g(rider, at=(300, 1450), size=1.42),
        g(bicycle(), at=(300, 1480), size=1.3),
        g(hen, at=(150, 1560), size=1.1),
        g(hen, at=(930, 1540), size=0.9, flip=True),
        g(tuft(9, 230, 40, spread=120, seed=4), at=(1170, 1640)),
        width=1200,
        height=1600,
        title="Sayur perpustakaan mengisi warung",
    )


def braille() -> str:
    """Return two pairs of hands on one page of raised dots."""
    table = rect(0, 0, 1400, 1400, "#c4814f", over=tex("planks", BARK), over_opacity=0.35) + poly(
        [(0, 0), (900, 0), (300, 1400), (0, 1400)], DAWN, opacity=0.25
    )
    page = (
        poly([(150, 330), (700, 380), (1250, 330), (1290, 1060), (700, 1110), (110, 1060)], DEEP)
        + poly([(180, 320), (440, 290), (700, 360), (700, 1080), (420, 1010), (140, 1040)], PAPER)
        + poly([(1220, 320), (960, 290), (700, 360), (700, 1080), (980, 1010), (1260, 1040)], CREAM)
        + line([(700, 360), (700, 1080)], INK, 4, opacity=0.35)
    )
    dots = ""
    patterns = (
        0b100000,
        0b110000,
        0b100100,
        0b100110,
        0b100010,
        0b110100,
        0b110110,
        0b110010,
        0b010100,
        0b010110,
        0b101000,
        0b111000,
        0b101100,
        0b101110,
    )
    for row in range(7):
        for cell in range(10):
            left = cell < 5
            x0 = 222 + cell * 90 if left else 762 + (cell - 5) * 90
            slant = (cell * -4 if left else (cell - 9) * 4) + 30
            for k in range(6):
                if patterns[(row * 5 + cell * 3) % len(patterns)] >> (5 - k) & 1:
                    x, y = x0 + (k // 3) * 26, 400 + row * 88 - slant + (k % 3) * 25
                    dots += oval(x + 2, y + 3, 8, 7, STONE) + oval(x, y, 7.5, 7, SAND)
    sleeve = near_hand(BROWN, TEAL, tex("stripes", MIST))
    hands = g(sleeve, at=(420, 960), turn=14, flip=True) + g(sleeve, at=(770, 980), turn=-10)
    small = g(near_hand(HONEY, TERRACOTTA, tex("flowers", DAWN)), at=(1120, 830), turn=-46, size=0.8, flip=True)
    slate = g(
        rect(-150, -60, 300, 120, STONE, r=8),
        *[rect(-130 + i * 44, -40 + j * 44, 30, 34, INK, r=4, opacity=0.5) for i in range(6) for j in range(2)],
        at=(300, 150),
        turn=-8,
    ) + g(limb([(0, 0), (70, -20)], [8, 10], STONE), oval(96, -26, 32, 22, TERRACOTTA), at=(520, 190))
    leaves = g(tuft(8, 260, 44, spread=150, seed=3), at=(1330, 60), turn=210)
    return sheet(
        table,
        slate,
        oval(1060, 170, 96, 96, PAPER),
        oval(1060, 170, 78, 78, CLAY),
        oval(1060, 170, 70, 70, BARK),
        page,
        dots,
        small,
        hands,
        leaves,
        width=1400,
        height=1400,
        title="Mengenal huruf braille",
    )


def timbang() -> str:
    """Return two who weigh the harvest and a third who writes it down."""
    garden = (
        upland()
        + hills([(0, 640), (700, 610), (1600, 650)], "#a8b877", over=tex("rain", LEAF), over_opacity=0.5)
        + g(rack(), at=(-220, 900), size=0.9)
        + g(banana(0.9, seed=6), at=(1500, 800))
    )
    board = (
        rect(1090, 250, 26, 700, WOOD)
        + rect(1440, 250, 26, 700, WOOD)
        + rect(1060, 240, 430, 330, BARK, r=6)
        + rect(1076, 256, 398, 298, "#caa06a")
        + rect(1096, 276, 150, 190, PAPER)
        + "".join(rect(1110, 300 + i * 26, (118, 90, 110, 70, 100, 84)[i], 7, STONE) for i in range(6))
        + rect(1266, 276, 190, 120, CREAM)
        + "".join(
            rect(1284 + i * 42, 384 - h, 28, h, c)
            for i, (h, c) in enumerate(((40, LEAF), (56, LEAF), (70, DEEP), (92, DEEP)))
        )
        + oval(1170, 280, 7, 7, TERRACOTTA)
        + oval(1360, 280, 7, 7, TERRACOTTA)
    )
    table = poly(
        [(60, 900), (1540, 900), (1640, 1010), (-40, 1010)], WOOD, over=tex("planks", BARK), over_opacity=0.3
    ) + rect(-40, 1010, 1680, 200, BARK, over=tex("boards", INK), over_opacity=0.35)
    scale = (
        poly([(-120, 0), (120, 0), (84, -170), (-84, -170)], TEAL)
        + oval(0, -86, 70, 70, PAPER)
        + "".join(
            line([(math.sin(a) * 54, -86 - math.cos(a) * 54), (math.sin(a) * 63, -86 - math.cos(a) * 63)], INK, 4)
            for a in [i * 0.5236 for i in range(12)]
        )
        + line([(0, -86), (40, -52)], TERRACOTTA, 6)
        + oval(0, -86, 9, 9, INK)
        + rect(-16, -196, 32, 30, STONE)
        + poly([(-160, -226), (160, -226), (110, -190), (-110, -190)], STONE)
        + "".join(g(f(1.0), at=(x, -220)) for f, x in ((lettuce, -92), (pakcoy, 88), (lettuce, -6)))
        + g(lettuce(0.9), at=(44, -262))
        + g(pakcoy(0.85), at=(-52, -268))
    )
    adder = person(
        Look(
            style="hijab",
            cover=TERRACOTTA,
            top=OCHRE,
            top_tex=tex("flowers", CREAM),
            bottom=DEEP,
            skirt=True,
            tunic=60,
            skin=HONEY,
        ),
        Pose(
            lean=24,
            far=Arm((160, 30), hand="hold", turn=0),
            near=Arm((140, 74), hand="open", turn=-4),
            face=Face(0.7, tilt=6, mouth="laugh", eyes="happy"),
        ),
        lap=g(lettuce(0.9), at=(206, -400), turn=12),
    )
    watcher = person(
        Look(
            style="shawl",
            cover=CREAM,
            hair=WHITE,
            elder=True,
            glasses="y",
            top=LEAF,
            neck="kebaya",
            bottom=BARK,
            skirt=True,
            skin=TAN,
        ),
        Pose(lean=8, bow=8, far=Arm((40, 120)), near=Arm((30, 118)), face=Face(0.4, tilt=8, eyes="down")),
    )
    writer = person(
        Look(style="ponytail", top=CLAY, top_tex=tex("stripes", CREAM), bottom=TEAL, skin=BROWN),
        Pose(
            lean=12,
            bow=8,
            far=Arm((86, 96), hand="hold"),
            near=Arm((84, 80), hand="hold", turn=30),
            face=Face(0.7, eyes="down", tilt=12, mouth="smile"),
        ),
        lap=g(book(170, TEAL), at=(108, -318), turn=-6),
        hold=g(rect(-4, -56, 9, 52, OCHRE), poly([(-4, -4), (5, -4), (0, 10)], CREAM), at=(106, -320), turn=28),
    )
    return sheet(
        garden,
        board,
        g(watcher, at=(1030, 1110), size=1.12, flip=True),
        g(writer, at=(1300, 1230), size=1.26, flip=True),
        g(adder, at=(330, 1260), size=1.34),
        table,
        g(scale, at=(790, 980), size=1.1),
        g(
            basket(260, 120),
            "".join(g(f(0.95), at=(x, -112)) for x, f in ((-80, pakcoy), (80, lettuce), (0, lettuce))),
            at=(1420, 1010),
        ),
        g(
            basket(230, 110),
            "".join(g(f(0.95), at=(x, -104)) for x, f in ((-64, lettuce), (66, pakcoy), (0, pakcoy))),
            at=(150, 1015),
        ),
        title="Panen ditimbang dan dicatat",
    )


SCENES = {
    "2025/01/rak-benih-warga": rak_benih,
    "2026/05/panen-perdana-kebun-hidroponik": panen,
    "2026/05/panen-ditimbang-dan-dicatat": timbang,
    "2026/08/sayur-perpustakaan-mengisi-warung": warung,
    "2027/01/kelas-mengenal-huruf-braille": braille,
}
