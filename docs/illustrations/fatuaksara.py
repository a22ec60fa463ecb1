"""Fatuaksara, a village on a dry ridge in Timor: round thatched houses, weaving, moringa."""

from docs.illustrations.pen import (
    BARK,
    CLAY,
    CREAM,
    DEEP,
    INK,
    LEAF,
    LIGHT_LEAF,
    OCHRE,
    PAPER,
    SAND,
    SKY,
    STONE,
    STRAW,
    TEAL,
    TERRACOTTA,
    WOOD,
    blob,
    clipped,
    g,
    glow,
    limb,
    line,
    oval,
    path,
    poly,
    rect,
    sheet,
    tex,
    vary,
)
from docs.illustrations.people import BROWN, DARK, GREY, WHITE, Arm, Face, Look, Pose, person
from docs.illustrations.things import book, cloud, hills, mat, pencil, sun, tuft


def ridge(*, sky: str = SKY) -> str:
    """Return dry hills under a wide sky."""
    text = (
        rect(0, 0, 1600, 1200, sky)
        + glow(330, 240, 420, "#fffdf8", 0.9)
        + sun(330, 230, 58)
        + g(cloud(300), at=(980, 140))
        + g(cloud(200), at=(1330, 240))
    )
    text += hills([(0, 430), (260, 330), (520, 400), (820, 270), (1100, 380), (1380, 300), (1600, 390)], "#d9b98a")
    text += hills(
        [(0, 500), (320, 470), (640, 430), (980, 500), (1300, 420), (1600, 470)],
        "#c99d62",
        over=tex("speckle", LEAF),
        over_opacity=0.7,
    )
    return text + hills(
        [(0, 610), (420, 560), (860, 590), (1240, 540), (1600, 580)],
        "#b98a4e",
        over=tex("rain", OCHRE),
        over_opacity=0.6,
    )


def round_house(size: float = 1) -> str:
    """Return a round house whose thatch almost touches the ground, standing on the origin."""
    text = rect(-120, -90, 240, 90, BARK) + blob([(-34, 2), (-34, -70), (0, -92), (34, -70), (34, 2)], INK)
    text += blob(
        [
            (-210, -46),
            (-180, -150),
            (-96, -290),
            (0, -352),
            (96, -290),
            (180, -150),
            (210, -46),
            (110, -66),
            (40, -94),
            (-40, -94),
            (-110, -66),
        ],
        "#a98250",
        over=tex("thatch", BARK),
        over_opacity=0.55,
    )
    text += blob([(60, -300), (150, -180), (206, -50), (130, -66), (120, -180)], INK, opacity=0.12)
    return g(text, oval(0, -352, 16, 20, BARK), size=size)


def moringa(height: float = 420, *, seed: float = 1) -> str:
    """Return a moringa tree: a thin stem and airy leaves of many small leaflets."""
    text = (
        limb([(0, 0), (10, -height * 0.4), (-2, -height * 0.72)], [26, 18, 12], WOOD)
        + limb([(8, -height * 0.42), (60, -height * 0.62), (78, -height * 0.82)], [12, 9, 6], WOOD)
        + limb([(6, -height * 0.36), (-50, -height * 0.56), (-78, -height * 0.74)], [12, 9, 6], WOOD)
    )
    tops = ((-2, -0.72), (78, -0.82), (-78, -0.74), (34, -0.6), (-40, -0.54))
    for t, (x, share) in enumerate(tops):
        for k in range(5):
            angle = -80 + k * 40 + (vary(seed + t * 5 + k) - 0.5) * 26
            sprig = line([(0, 0), (4, -50), (0, -104)], LEAF, 3)
            for j in range(6):
                y = -20 - j * 15
                for way in (-1, 1):
                    sprig += oval(
                        way * (14 - j * 0.6), y, 10, 7, (LEAF, DEEP, LIGHT_LEAF)[(k + j + t) % 3], turn=way * -24
                    )
            text += g(
                sprig,
                oval(0, -108, 7, 9, LIGHT_LEAF),
                at=(x, height * share),
                turn=angle,
                size=0.9 + vary(seed + k + t) * 0.35,
            )
    return text


def moringa_branch() -> str:
    """Return a branch of moringa that leads up from the origin."""
    text = line([(0, 0), (6, -120), (0, -250)], WOOD, 7)
    for k, (y, angle) in enumerate(
        ((-60, -64), (-90, 60), (-150, -50), (-180, 48), (-240, -24), (-246, 28), (-250, 2))
    ):
        sprig = line([(0, 0), (0, -90)], LEAF, 3)
        for j in range(5):
            sprig += "".join(
                oval(way * 16, -18 - j * 17, 11, 8, (LEAF, DEEP, LIGHT_LEAF)[(j + k) % 3], turn=way * -24)
                for way in (-1, 1)
            )
        text += g(sprig, oval(0, -96, 8, 10, LIGHT_LEAF), at=(2, y), turn=angle)
    return text


def low_fence(width: float) -> str:
    """Return a low bamboo fence, its left end on the origin."""
    text = ""
    for i in range(int(width / 34)):
        x = i * 34 + vary(i) * 6
        tall = 86 + vary(i + 3) * 24
        text += rect(x, -tall, 15, tall, STRAW, r=6) + line([(x, -tall * 0.5), (x + 15, -tall * 0.5)], BARK, 2.4)
    return text + rect(-8, -70, width, 11, WOOD, r=5) + rect(-8, -34, width, 11, WOOD, r=5)


def goat() -> str:
    """Return a goat that looks to the right, standing on the origin."""
    text = "".join(
        limb([(x, -70), (x + d, -34), (x + d * 0.4, 0)], [22, 15, 12], c)
        for x, d, c in ((-62, -6, BARK), (44, 6, BARK), (-46, 4, WOOD), (58, 4, WOOD))
    )
    text += blob(
        [(-84, -96), (-60, -128), (0, -124), (60, -134), (84, -104), (70, -68), (0, -60), (-70, -66)], WOOD
    ) + blob([(-40, -126), (10, -124), (20, -92), (-20, -80), (-50, -100)], CREAM)
    text += limb([(62, -108), (96, -158), (112, -168)], [44, 32, 28], WOOD) + blob(
        [(92, -190), (122, -190), (160, -160), (158, -144), (136, -144), (98, -158)], WOOD
    )
    text += (
        limb([(104, -186), (90, -214), (70, -222)], [10, 8, 4], STONE)
        + limb([(98, -178), (76, -170), (66, -158)], [15, 14, 5], BARK)
        + oval(124, -174, 4, 5, INK)
        + line([(144, -144), (142, -126)], CREAM, 6)
    )
    return text + limb([(-80, -112), (-100, -128)], [12, 6], WOOD)


def kelor() -> str:
    """Return neighbours who count the moringa trees that grew."""
    yard = blob(
        [(-60, 760), (500, 700), (1000, 720), (1660, 690), (1660, 1260), (-60, 1260)],
        "#dcb880",
        over=tex("speckle", CLAY),
        over_opacity=0.7,
    )
    path_ = blob([(620, 720), (760, 716), (900, 900), (1240, 1240), (240, 1240), (560, 900)], SAND, opacity=0.9)
    counter = person(
        Look(
            style="bun", top=TERRACOTTA, bottom=DEEP, bottom_tex=tex("tenun", OCHRE), skirt=True, skin=DARK, sash=TEAL
        ),
        Pose(
            lean=8,
            far=Arm((150, -70), hand="point", turn=-42),
            near=Arm((60, 96), hand="hold"),
            face=Face(0.7, tilt=-10, mouth="talk"),
        ),
        hold=g(book(96, CLAY), at=(80, -330), turn=-8),
    )
    writer = person(
        Look(style="curls", top=PAPER, sleeve="short", neck="buttons", bottom=INK, skin=BROWN),
        Pose(
            lean=10,
            bow=8,
            far=Arm((76, 88), hand="hold"),
            near=Arm((82, 64), hand="hold", turn=20),
            face=Face(0.6, eyes="down", tilt=10),
        ),
        lap=g(book(120, TEAL), at=(92, -350), turn=-6),
        hold=g(pencil(54), at=(100, -362)),
    )
    mama = person(
        Look(
            style="wrap",
            cover=OCHRE,
            cover_tex=tex("stripes", TERRACOTTA),
            hair=GREY,
            elder=True,
            top=TEAL,
            bottom=TERRACOTTA,
            bottom_tex=tex("tenun", CREAM),
            skirt=True,
            skin=DARK,
        ),
        Pose(
            lean=-6,
            far=Arm((106, -24), hand="open", turn=-50),
            near=Arm((-58, 190)),
            face=Face(0.6, eyes="happy", mouth="laugh", tilt=-8),
        ),
    )
    child = person(
        Look(child=True, style="curls", top=OCHRE, bottom=TEAL, sleeve="short", skin=BROWN),
        Pose(
            kind="stand",
            step=16,
            lean=10,
            far=Arm((96, -30), hand="open", turn=-30),
            near=Arm((-40, 140)),
            face=Face(0.8, mouth="laugh", tilt=-6),
        ),
    )
    small = g(moringa(250, seed=5), at=(420, 800)) + g(low_fence(180), at=(330, 812), size=0.7)
    fence = g(low_fence(520), at=(1050, 1000), size=0.95)
    stones = "".join(
        oval(x, y, r, r * 0.6, c)
        for x, y, r, c in (
            (60, 1150, 46, STONE),
            (130, 1176, 30, "#9c917c"),
            (980, 1150, 26, STONE),
            (1560, 1160, 60, "#9c917c"),
            (1490, 1186, 36, STONE),
        )
    )
    grass = "".join(
        g(tuft(6, 90, 9, spread=80, colours=(STRAW, OCHRE, LEAF), seed=i), at=(x, y))
        for i, (x, y) in enumerate(((30, 1190), (300, 1210), (1060, 1214), (1420, 1210)))
    )
    return sheet(
        ridge(),
        g(round_house(0.62), at=(960, 690)),
        yard,
        path_,
        g(round_house(1.0), at=(200, 800)),
        small,
        g(moringa(620, seed=2), at=(1230, 1000), size=1.2),
        g(goat(), at=(1350, 880), size=0.85, flip=True),
        fence,
        g(mama, at=(1450, 1100), size=1.14, flip=True),
        g(counter, at=(740, 1140), size=1.24),
        g(child, at=(1085, 1160), size=1.2),
        g(writer, at=(420, 1160), size=1.24),
        stones,
        grass,
        g(moringa_branch(), at=(-30, 40), turn=120, size=1.2),
        title="Kelor tumbuh di pekarangan",
    )


def loom_cloth(long: float, wide: float) -> str:
    """Return cloth on a loom, seen aslant: warp threads that become woven bands towards the origin."""
    warp = poly([(0, -wide * 0.5), (long, -wide * 0.62), (long, wide * 0.38), (0, wide * 0.5)], DEEP)
    warp += "".join(
        line(
            [(0, -wide * 0.5 + k * wide / 13), (long, -wide * 0.62 + k * wide / 13)],
            (OCHRE, CREAM, TERRACOTTA)[k % 3],
            3,
            opacity=0.85,
        )
        for k in range(14)
    )
    half = long * 0.46
    warp += poly([(0, -wide * 0.5), (half, -wide * 0.556), (half, wide * 0.444), (0, wide * 0.5)], TERRACOTTA) + poly(
        [(0, -wide * 0.5), (half, -wide * 0.556), (half, wide * 0.444), (0, wide * 0.5)],
        tex("tenun", CREAM),
        opacity=0.9,
    )
    bars = "".join(
        rect(x - 8, -wide * (0.56 + x / long * 0.1) - 14, 15, wide * 1.1 + 28, c, r=7)
        for x, c in ((0, BARK), (half, WOOD), (half + 46, STRAW), (long, BARK))
    )
    return warp + bars


def tenun() -> str:
    """Return an old weaver who tells what a motif means while a younger one writes it down."""
    house = rect(0, 0, 1600, 1200, "#caa06a") + rect(
        0, 0, 1600, 760, "#b98a4e", over=tex("weave", BARK), over_opacity=0.32
    )
    opening = rect(470, 130, 700, 590, SKY) + g(ridge(), at=(440, 110), size=0.47)
    yard = rect(470, 560, 700, 170, "#dcb880")
    far = g(round_house(0.5), at=(1010, 560)) + g(moringa(260, seed=8), at=(610, 610))
    view = clipped("M470 130H1170V720H470Z", opening, far, yard, g(round_house(0.42), at=(840, 590)), name="door")
    frame = rect(446, 100, 748, 34, BARK) + rect(446, 100, 34, 660, BARK) + rect(1160, 100, 34, 660, BARK)
    ceiling = poly([(0, 0), (1600, 0), (1600, 84), (0, 84)], BARK, over=tex("thatch", STRAW), over_opacity=0.5) + rect(
        0, 80, 1600, 24, WOOD
    )
    cloths = (
        line([(20, 180), (440, 170)], WOOD, 12)
        + rect(60, 176, 150, 360, TEAL, over=tex("tenun", CREAM), over_opacity=0.9)
        + rect(60, 536, 150, 22, TEAL, over=tex("boards", CREAM))
        + rect(240, 174, 130, 300, TERRACOTTA, over=tex("tenun", OCHRE), over_opacity=0.9)
    )
    cloths += "".join(line([(66 + k * 14, 536), (64 + k * 14, 574)], TEAL, 4) for k in range(11)) + "".join(
        line([(246 + k * 13, 474), (244 + k * 13, 508)], TERRACOTTA, 4) for k in range(10)
    )
    card = (
        line([(366, 470), (380, 500)], INK, 3)
        + rect(364, 498, 56, 76, PAPER)
        + poly([(392, 512), (408, 530), (392, 548), (376, 530)], TERRACOTTA)
        + line([(376, 560), (408, 560)], STONE, 4)
    )
    side = rect(1220, 300, 340, 16, BARK) + "".join(
        oval(1262 + i * 62, 274, 30, 28, c)
        + "".join(
            line([(1240 + i * 62, 264 + k * 9), (1284 + i * 62, 258 + k * 9)], PAPER, 2, opacity=0.4) for k in range(3)
        )
        for i, c in enumerate((TERRACOTTA, DEEP, OCHRE, TEAL, CREAM))
    )
    side += (
        rect(1220, 480, 340, 16, BARK)
        + rect(1250, 420, 120, 60, TEAL, over=tex("stripes", PAPER))
        + rect(1260, 370, 110, 50, CLAY, over=tex("tenun", CREAM), over_opacity=0.8)
        + rect(1420, 400, 80, 80, CLAY, r=20)
    )
    floor = rect(0, 740, 1600, 460, "#d7af76", over=tex("planks", BARK), over_opacity=0.22) + rect(
        0, 730, 1600, 14, BARK, opacity=0.6
    )
    weaver = person(
        Look(
            style="bun",
            hair=WHITE,
            elder=True,
            top=TEAL,
            bottom=TERRACOTTA,
            bottom_tex=tex("tenun", OCHRE),
            skirt=True,
            skin=DARK,
        ),
        Pose(
            kind="floor",
            lean=10,
            far=Arm((150, 64), hand="rest", turn=14),
            near=Arm((128, 104), hand="hold", turn=10),
            face=Face(0.85, mouth="talk", tilt=-2),
        ),
    )
    young = person(
        Look(
            style="ponytail",
            top=OCHRE,
            top_tex=tex("flowers", CREAM),
            bottom=DEEP,
            bottom_tex=tex("tenun", CREAM),
            skirt=True,
            skin=BROWN,
        ),
        Pose(
            kind="simpuh",
            lean=24,
            far=Arm((96, 116), hand="hold"),
            near=Arm((86, 112), hand="hold", turn=40),
            face=Face(0.8, tilt=6, mouth="smile"),
        ),
        lap=g(book(170, CLAY), at=(112, -104), turn=-5),
        hold=g(pencil(60), at=(118, -118)),
    )
    watcher = person(
        Look(style="curls", top=CREAM, top_tex=tex("stripes", LEAF), bottom=INK, sleeve="short", skin=DARK),
        Pose(
            kind="floor", lean=8, far=Arm((60, 22), hand="rest", turn=-70), near=Arm((40, 130)), face=Face(0.5, tilt=8)
        ),
    )
    second = person(
        Look(
            style="wrap",
            cover=CLAY,
            cover_tex=tex("stripes", CREAM),
            hair=GREY,
            elder=True,
            top=LEAF,
            bottom=TEAL,
            bottom_tex=tex("tenun", CREAM),
            skirt=True,
            skin=BROWN,
        ),
        Pose(
            kind="simpuh",
            lean=6,
            far=Arm((88, 70), hand="open", turn=-20),
            near=Arm((50, 116)),
            face=Face(0.6, eyes="happy", tilt=-6),
        ),
    )
    posts = poly([(1030, 760), (1056, 760), (1060, 1010), (1034, 1010)], WOOD) + rect(1022, 750, 42, 20, BARK, r=6)
    strap = limb([(300, 1010), (420, 1000), (530, 912)], [30, 22, 12], CLAY) + limb(
        [(300, 1020), (420, 1040), (536, 1056)], [30, 22, 12], CLAY
    )
    balls = (
        g(
            oval(0, 0, 44, 42, TERRACOTTA),
            *[
                path(f"M-38 {-20 + k * 18}Q0 {-44 + k * 20} 38 {-14 + k * 14}", stroke=PAPER, width=3, opacity=0.4)
                for k in range(4)
            ],
            at=(250, 1110),
        )
        + g(
            oval(0, 0, 34, 32, OCHRE),
            line([(-28, -8), (0, -20), (28, -4)], PAPER, 3, opacity=0.5),
            line([(-30, 6), (0, -4), (28, 12)], PAPER, 3, opacity=0.5),
            at=(330, 1134),
        )
        + line([(360, 1150), (450, 1166), (520, 1130), (600, 1150)], OCHRE, 4)
    )
    return sheet(
        house,
        view,
        frame,
        ceiling,
        cloths,
        card,
        side,
        floor,
        g(mat(1500, 330, STRAW, edge=DEEP), at=(800, 1000)),
        g(watcher, at=(600, 900), size=1.02),
        g(second, at=(1430, 925), size=1.02, flip=True),
        strap,
        g(weaver, at=(330, 1060), size=1.22),
        g(loom_cloth(520, 150), at=(520, 985), turn=-6),
        posts,
        g(young, at=(1230, 1120), size=1.2, flip=True),
        balls,
        title="Cerita di balik motif tenun",
    )


SCENES = {"2026/11/kelor-tumbuh-di-pekarangan": kelor, "2025/08/cerita-di-balik-motif-tenun/motif-tenun-dicatat": tenun}
