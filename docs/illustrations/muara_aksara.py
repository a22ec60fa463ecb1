"""Muara Aksara, a district of rivers in South Kalimantan: its library travels by kelotok."""

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
    SEA,
    SKY,
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
    vary,
)
from docs.illustrations.people import BROWN, FAIR, GREY, HONEY, TAN, Arm, Face, Look, Pose, person
from docs.illustrations.things import (
    banana,
    basket,
    book,
    closed_book,
    cloud,
    coconut,
    crate,
    hills,
    spines,
    stack,
    sun,
    tree,
    tuft,
    waves,
)


def river(*, sky: str = DAWN, water: str = SEA, horizon: float = 470) -> str:
    """Return the wide river in the morning with its far bank."""
    text = (
        rect(0, 0, 1600, 1200, sky)
        + rect(0, 0, 1600, 520, SKY, opacity=0.55)
        + glow(1000, 300, 420, "#fffdf8", 0.9)
        + sun(1000, 300, 60)
    )
    text += g(cloud(280), at=(300, 170)) + g(cloud(220), at=(1340, 140))
    text += hills(
        [
            (0, horizon - 80),
            (300, horizon - 110),
            (700, horizon - 60),
            (1000, horizon - 90),
            (1300, horizon - 120),
            (1600, horizon - 70),
        ],
        "#93b394",
        floor=horizon + 20,
    )
    text += "".join(
        g(
            tree(130 + vary(i) * 70, wide=60, colour=(DEEP, LEAF, "#6f9a63")[i % 3], light=LIGHT_LEAF, seed=i),
            at=(40 + i * 150, horizon + 8),
        )
        for i in range(11)
    )
    for x in (180, 330, 1280, 1420):
        text += (
            rect(x, horizon - 70, 110, 60, WOOD, over=tex("boards", BARK))
            + poly(
                [(x - 20, horizon - 66), (x + 55, horizon - 126), (x + 130, horizon - 66)],
                TERRACOTTA if x % 4 else BARK,
            )
            + "".join(rect(x + k, horizon - 12, 7, 34, BARK) for k in (6, 50, 96))
        )
    return (
        text
        + rect(0, horizon, 1600, 1200 - horizon, water)
        + rect(0, horizon, 1600, 50, DEEP, opacity=0.2)
        + waves(0, horizon + 20, 1600, 600, seed=4, count=60)
    )


def jetty(width: float, *, depth: float = 60, legs: float = 190) -> str:
    """Return a jetty of planks, its left upper corner on the origin."""
    text = "".join(rect(x, 20, 24, legs, BARK) for x in range(30, int(width) - 20, 150))
    return (
        text
        + rect(0, 0, width, depth, WOOD, over=tex("boards", BARK), over_opacity=0.8)
        + rect(0, depth, width, 16, BARK)
    )


def kelotok() -> str:
    """Return the reading boat: a long hull, a roof on posts, books beneath; its waterline is the origin's height."""
    inside = rect(-330, -250, 640, 190, "#5a3a26") + "".join(
        g(spines(180, 92, i * 7 + 3), at=(-310 + i * 208, -156))
        + rect(-318 + i * 208, -156, 200, 10, STRAW)
        + g(spines(180, 80, i * 5 + 2), at=(-310 + i * 208, -66))
        for i in range(3)
    )
    roof = poly(
        [(-420, -262), (-370, -316), (350, -316), (400, -262)], TERRACOTTA, over=tex("boards", BARK), over_opacity=0.4
    ) + rect(-430, -268, 842, 18, BARK)
    posts = "".join(rect(x, -256, 16, 210, PAPER) for x in (-390, -120, 100, 360))
    hull = blob(
        [
            (-640, -130),
            (-560, -76),
            (-300, -52),
            (200, -52),
            (470, -74),
            (590, -150),
            (560, -40),
            (440, 40),
            (-440, 44),
            (-580, -20),
        ],
        TEAL,
    )
    hull += blob([(-590, -20), (-300, 0), (200, 0), (560, -36), (440, 44), (-440, 46)], DEEP) + line(
        [(-630, -128), (-560, -76), (-300, -54), (200, -54), (470, -76), (586, -146)], OCHRE, 12
    )
    hull += "".join(poly([(x, -28), (x + 26, -44), (x + 52, -28), (x + 26, -12)], OCHRE) for x in range(-420, 440, 110))
    flag = line([(-600, -100), (-612, -330)], BARK, 7) + poly([(-612, -330), (-520, -306), (-610, -282)], OCHRE)
    return inside + posts + roof + flag + hull


def reflection(wide: float) -> str:
    """Return what the water shows of a boat."""
    return "".join(
        line(
            [(-wide / 2 + vary(i) * wide, 16 + i * 6), (-wide / 2 + vary(i) * wide + 120, 14 + i * 6)],
            DEEP,
            7,
            opacity=0.35,
        )
        for i in range(9)
    )


VEST = "#d9722e"


def perahu() -> str:
    """Return the reading boat at its first jetty."""
    driver = person(
        Look(
            style="wrap",
            cover=CLAY,
            cover_tex=tex("stripes", CREAM),
            top=OCHRE,
            sleeve="short",
            bottom=INK,
            skin=BROWN,
            hair=GREY,
            elder=True,
        ),
        Pose(
            lean=-8,
            far=Arm((90, -70), hand="open", turn=-70),
            near=Arm((-52, 190)),
            face=Face(0.6, mouth="laugh", eyes="happy", tilt=-4),
        ),
    )
    clerk = person(
        Look(style="hijab", cover=CREAM, top=VEST, bottom=DEEP, skirt=True, tunic=40, skin=HONEY),
        Pose(
            lean=20,
            far=Arm((160, 60), hand="hold", turn=20),
            near=Arm((110, 100), hand="hold"),
            face=Face(0.8, tilt=8, mouth="smile"),
        ),
        lap=g(closed_book(78, 104, TERRACOTTA), at=(186, -360), turn=10),
    )
    taker = person(
        Look(child=True, style="fringe", top=PAPER, top_tex=tex("lines", TEAL), bottom=BARK, sleeve="short", skin=TAN),
        Pose(
            lean=12,
            step=18,
            far=Arm((130, -44), hand="open", turn=-20),
            near=Arm((116, 0), hand="open", turn=-20),
            face=Face(0.7, mouth="laugh", tilt=-10),
        ),
    )
    runner = person(
        Look(
            child=True,
            style="pigtails",
            top=OCHRE,
            top_tex=tex("dots", TERRACOTTA),
            bottom=TEAL,
            skirt=True,
            skin=BROWN,
        ),
        Pose(
            lean=30,
            step=36,
            far=Arm((100, 0), hand="open", turn=-40),
            near=Arm((-90, 60), hand="open", turn=140),
            face=Face(0.7, mouth="laugh", eyes="happy"),
        ),
    )
    reader = person(
        Look(child=True, style="hijab", cover=ROSE, top=LEAF, bottom=CLAY, skirt=True, skin=FAIR),
        Pose(
            kind="floor",
            lean=4,
            far=Arm((56, 100), hand="hold"),
            near=Arm((-10, 104), hand="hold", turn=10),
            face=Face(0.3, eyes="down", tilt=6),
        ),
        lap=g(book(130, TEAL), at=(24, -76), turn=-4),
    )
    pair = person(
        Look(child=True, style="short", top=TERRACOTTA, bottom=INK, sleeve="short", skin=TAN),
        Pose(
            kind="floor",
            lean=-14,
            far=Arm((-10, 120), hand="rest"),
            near=Arm((-60, 120)),
            face=Face(-0.6, eyes="down", tilt=-10, mouth="smile"),
        ),
    )
    mother = person(
        Look(
            style="hijab",
            cover=TERRACOTTA,
            top=TEAL,
            top_tex=tex("flowers", MIST),
            bottom=OCHRE,
            skirt=True,
            tunic=60,
            skin=HONEY,
        ),
        Pose(
            lean=6,
            far=Arm((70, 84), hand="hold"),
            near=Arm((60, 96), hand="hold"),
            face=Face(0.5, mouth="smile", tilt=4),
        ),
        hold=g(basket(120, 70), at=(66, -240)) + g(stack(2, 76, 3), at=(66, -306)),
    )
    planks = (
        g(jetty(960, depth=70, legs=260), at=(-40, 960))
        + poly([(860, 972), (930, 972), (1080, 860), (1030, 850)], STRAW)
        + rect(884, 830, 26, 160, BARK)
        + rect(60, 820, 26, 150, BARK)
    )
    rope = line([(896, 860), (880, 900), (760, 880), (690, 800)], CREAM, 6)
    return sheet(
        river(),
        g(coconut(430, -60), at=(120, 560), size=0.9),
        g(reflection(1000), at=(1080, 880)),
        g(driver, at=(1500, 830), size=0.86, flip=True),
        g(kelotok(), at=(1210, 860), size=1.05),
        g(crate(170, 90), g(stack(3, 120, 6), at=(0, -82)), at=(1180, 806)),
        rope,
        planks,
        g(mother, at=(110, 1000), size=1.0),
        g(runner, at=(300, 1006), size=1.02),
        g(clerk, at=(800, 1010), size=1.0, flip=True),
        g(taker, at=(490, 1004), size=1.08),
        g(jetty(560, depth=80, legs=200), at=(-60, 1130)),
        g(pair, at=(395, 1150), size=1.15),
        g(reader, at=(230, 1160), size=1.2),
        g(tuft(9, 260, 22, spread=70, colours=(DEEP, LEAF), seed=2), at=(1540, 1240)),
        g(tuft(7, 200, 20, spread=80, colours=(LEAF, DEEP), seed=5), at=(1390, 1250)),
        title="Perahu baca singgah di dermaga",
    )


def warta_dinding() -> str:
    """Return the wall news at a stall above the river; a man reads it from his boat."""
    stall = rect(640, 330, 860, 520, STRAW, over=tex("boards", BARK), over_opacity=0.55) + rect(640, 640, 860, 24, BARK)
    stall += poly(
        [(560, 360), (680, 190), (1470, 190), (1580, 360)], "#a98250", over=tex("thatch", BARK), over_opacity=0.6
    ) + rect(560, 346, 1020, 18, BARK)
    opening = rect(1150, 420, 300, 240, "#3b2a1f") + "".join(
        limb([(1180 + i * 42, 424), (1180 + i * 42, 470 + (i % 2) * 14)], [18, 24], c)
        for i, c in enumerate((OCHRE, LIGHT_LEAF, OCHRE, CLAY, OCHRE, LIGHT_LEAF))
    )
    opening += "".join(
        rect(1166 + i * 54, 600, 40, 50, c, r=8) + rect(1170 + i * 54, 588, 32, 14, TERRACOTTA, r=4)
        for i, c in enumerate((CREAM, OCHRE, MIST, CLAY, CREAM))
    )
    owner = g(
        person(
            Look(
                style="hijab",
                cover=OCHRE,
                top=TERRACOTTA,
                top_tex=tex("flowers", DAWN),
                bottom=DEEP,
                skirt=True,
                skin=TAN,
            ),
            Pose(
                lean=-6, far=Arm((160, -16), hand="point", turn=-8), near=Arm((36, 100)), face=Face(0.8, mouth="talk")
            ),
        ),
        at=(1120, 900),
        size=1.05,
        flip=True,
    )
    board = (
        rect(690, 386, 270, 250, BARK, r=6)
        + rect(704, 400, 242, 222, "#caa06a")
        + rect(716, 412, 104, 96, PAPER)
        + rect(832, 412, 102, 96, CREAM)
        + rect(716, 520, 218, 90, PAPER)
    )
    board += g(
        rect(-30, -6, 60, 12, TEAL),
        poly([(-44, -6), (44, -6), (30, 14), (-30, 14)], TEAL),
        rect(-20, -26, 40, 20, TERRACOTTA),
        at=(768, 450),
    ) + "".join(rect(726, 478 + k * 11, 84 - k * 18, 5, INK, opacity=0.6) for k in range(2))
    board += "".join(
        rect(842 + k * 18, 430, 14, 60, c) for k, c in enumerate((TERRACOTTA, OCHRE, TEAL, LEAF, CLAY))
    ) + "".join(rect(728, 534 + k * 15, (190, 170, 184, 120)[k], 6, INK, opacity=0.55) for k in range(4))
    board += "".join(oval(x, y, 6, 6, TERRACOTTA) for x, y in ((768, 414), (884, 414), (826, 522)))
    deck = g(jetty(1100, depth=56, legs=330), at=(560, 850))
    pinner = g(
        person(
            Look(style="short", top=TEAL, sleeve="short", bottom=BARK, skin=BROWN),
            Pose(
                lean=10,
                step=16,
                far=Arm((128, -76), hand="hold", turn=-60),
                near=Arm((110, -20), hand="rest", turn=-50),
                face=Face(0.9, tilt=-6, mouth="smile"),
            ),
        ),
        at=(640, 888),
        size=1.03,
    )
    elder = g(
        person(
            Look(
                style="peci",
                cover=DEEP,
                hair=GREY,
                elder=True,
                glasses="y",
                top=CREAM,
                bottom=TEAL,
                bottom_tex=tex("plaid", CREAM),
                skirt=True,
                skin=TAN,
            ),
            Pose(
                far=Arm((34, 110), hand="rest", turn=150),
                near=Arm((20, 120), hand="rest"),
                face=Face(0.8, tilt=-4, mouth="smile"),
            ),
        ),
        at=(1400, 905),
        size=1.0,
        flip=True,
    )
    boat = blob(
        [(-330, -60), (-270, -34), (0, -22), (250, -36), (330, -84), (290, 0), (200, 40), (-220, 42), (-300, 0)], BARK
    ) + line([(-326, -58), (-270, -34), (0, -22), (250, -36), (324, -80)], OCHRE, 9)
    goods = g(basket(130, 76), at=(130, -10)) + "".join(
        g(blob([(-16, 0), (-20, -34), (0, -52), (20, -34), (16, 0)], c), at=(92 + i * 30, -76))
        for i, c in enumerate((CLAY, OCHRE, LEAF, OCHRE))
    )
    rower = person(
        Look(style="caping", top=ROSE, bottom=DEEP, skirt=True, skin=TAN),
        Pose(
            kind="floor",
            lean=-4,
            far=Arm((70, 30), hand="hold"),
            near=Arm((-30, 96), hand="hold"),
            face=Face(0.7, tilt=-14, mouth="smile"),
        ),
        lap=limb([(90, -250), (10, -110), (-70, 50)], [10, 10, 12], WOOD)
        + blob([(-60, 30), (-80, 40), (-110, 120), (-92, 130), (-60, 90)], WOOD),
    )
    return sheet(
        river(sky=SKY, horizon=520),
        g(banana(0.8), at=(1560, 640)),
        stall,
        opening,
        board,
        owner,
        rect(1180, 656, 290, 22, WOOD),
        deck,
        pinner,
        elder,
        g(closed_book(52, 68, TERRACOTTA), at=(1210, 622), turn=-8),
        g(reflection(560), at=(330, 1080)),
        g(rower, at=(260, 1050), size=1.12),
        g(boat, goods, at=(320, 1080), size=1.1),
        waves(0, 1090, 1600, 110, seed=12, count=16),
        g(tuft(9, 280, 22, spread=70, colours=(DEEP, LEAF), seed=2), at=(1500, 1240)),
        g(tuft(7, 220, 20, spread=60, colours=(LEAF, DEEP), seed=8), at=(860, 1250)),
        title="Warta dinding di warung dan dermaga",
    )


SCENES = {
    "2025/04/perahu-baca-tiga-dermaga/perahu-baca": perahu,
    "2026/10/warta-dinding-di-warung-dan-dermaga": warta_dinding,
}
