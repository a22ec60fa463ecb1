"""Karangwacana, a village in Central Java: its library is an old pendopo."""

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
    NIGHT,
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
    path,
    poly,
    rect,
    sheet,
    tex,
)
from docs.illustrations.people import BROWN, FAIR, GREY, HONEY, TAN, WHITE, Arm, Face, Look, Pose, person
from docs.illustrations.things import (
    banana,
    basket,
    book,
    cat,
    cloud,
    crate,
    hills,
    mat,
    phone,
    pot,
    shelf,
    stack,
    tree,
    tuft,
    window,
)


def pendopo(*, sky: str = SKY, posts: tuple[int, ...] = (70, 520, 1010, 1470), horizon: int = 620) -> str:
    """Return the hall from within: carved posts, a tiled floor, the yard beyond."""
    text = rect(0, 0, 1600, 760, sky) + g(cloud(260), at=(300, 240)) + g(cloud(200), at=(1200, 200))
    text += hills(
        [
            (0, horizon - 120),
            (260, horizon - 170),
            (560, horizon - 110),
            (900, horizon - 190),
            (1250, horizon - 120),
            (1600, horizon - 160),
        ],
        "#93b394",
        floor=760,
    )
    text += hills(
        [(0, horizon), (500, horizon - 24), (1100, horizon + 6), (1600, horizon - 20)],
        LIGHT_LEAF,
        floor=780,
        over=tex("rain", LEAF),
        over_opacity=0.6,
    )
    text += (
        g(banana(0.95), at=(300, horizon + 70))
        + g(tree(330, wide=130, colour=DEEP, light=LEAF, seed=3), at=(1270, horizon + 60))
        + g(tree(260, wide=110, seed=9), at=(800, horizon + 40))
    )
    text += rect(0, horizon + 100, 1600, 60, STONE)
    floor = rect(0, 740, 1600, 460, "#cf9a6c") + "".join(
        line([(800 + (x - 800) * 0.7, 740), (800 + (x - 800) * 1.7, 1200)], CREAM, 3, opacity=0.4)
        for x in range(-400, 2100, 130)
    )
    floor += "".join(line([(0, y), (1600, y)], CREAM, 3, opacity=0.4) for y in (780, 840, 930, 1050))
    roof = (
        rect(0, 0, 1600, 96, BARK, over=tex("boards", INK), over_opacity=0.35)
        + rect(0, 90, 1600, 44, WOOD)
        + rect(0, 128, 1600, 10, INK, opacity=0.25)
    )
    roof += "".join(poly([(x, 92), (x + 30, 92), (x + 15, 126)], OCHRE, opacity=0.7) for x in range(0, 1600, 50))
    columns = ""
    for x in posts:
        columns += (
            rect(x, 130, 56, 640, WOOD)
            + rect(x + 38, 130, 18, 640, BARK, opacity=0.5)
            + rect(x - 8, 132, 72, 26, BARK)
            + poly([(x - 70, 134), (x, 134), (x, 210)], BARK)
            + poly([(x + 126, 134), (x + 56, 134), (x + 56, 210)], BARK)
        )
        columns += poly([(x - 18, 800), (x + 74, 800), (x + 62, 740), (x - 6, 740)], STONE) + poly(
            [(x + 28, 250), (x + 44, 290), (x + 28, 330), (x + 12, 290)], OCHRE, opacity=0.8
        )
    return text + floor + roof + columns


def machine() -> str:
    """Return a sewing machine, standing on the origin, its needle at the left."""
    text = rect(-120, -26, 240, 26, WOOD, r=4) + path(
        "M92 -26L92 -150Q92 -172 66 -172L-84 -172Q-112 -172 -112 -146L-112 -96L-74 -96L-74 -128L30 -128L30 -60L18 -26Z",
        INK,
    )
    text += (
        rect(-100, -96, 10, 62, STONE)
        + rect(-106, -36, 44, 10, STONE)
        + oval(106, -140, 18, 32, STONE)
        + oval(106, -140, 8, 16, BARK)
        + line([(-60, -150), (40, -150)], OCHRE, 5)
        + oval(60, -100, 12, 12, OCHRE)
    )
    return (
        text
        + rect(-40, -192, 8, 22, STONE)
        + rect(-50, -206, 28, 26, TERRACOTTA, r=4)
        + line([(-36, -200), (-96, -176), (-96, -60)], TERRACOTTA, 2.4, bent=False)
    )


def patch_bag(
    size: float = 1, *, first: str = TERRACOTTA, second: str = TEAL, third: str = OCHRE, crooked: bool = False
) -> str:
    """Return a shopping bag sewn from patches; it hangs from the origin."""
    lean = 14 if crooked else 0
    text = path("M-44 100C-44 -20 44 -20 44 100", stroke=BARK, width=12)
    text += poly([(-76, 90), (76 + lean, 84 - lean), (84 - lean, 262), (-84 + lean, 256 + lean)], first)
    text += poly(
        [(-76, 90), (-10, 88), (-20 + lean, 170), (-80, 176)], second, over=tex("kawung", PAPER), over_opacity=0.6
    ) + poly([(6, 150), (80, 140), (84 - lean, 262), (0, 259)], third, over=tex("stripes", PAPER), over_opacity=0.5)
    text += poly(
        [(-82, 190), (-26, 186), (-24, 258), (-84 + lean, 256 + lean)],
        CREAM,
        over=tex("flowers", CLAY),
        over_opacity=0.8,
    )
    stitches = "".join(
        line([(x, 146 + (x % 5) * (4 if crooked else 0)), (x + 8, 146)], PAPER, 3) for x in range(-70, 70, 18)
    )
    return g(text, stitches, size=size)


def tiba() -> str:
    """Return the two promised sewing machines as they come out of their crates."""
    line_of_bags = (
        line([(540, 210), (780, 250), (1030, 208)], BARK, 4)
        + g(patch_bag(0.62), at=(660, 236))
        + g(patch_bag(0.62, first=LEAF, second=CLAY, third=TEAL), at=(800, 246))
        + g(patch_bag(0.62, first=OCHRE, second=TERRACOTTA, third=LEAF), at=(930, 232))
    )
    straw = "".join(
        line([(x, -8), (x + 14 * (1 if i % 2 else -1), -34 - (i * 7) % 18)], OCHRE, 5)
        for i, x in enumerate(range(-130, 140, 18))
    )
    open_crate = crate(330, 170) + g(straw, at=(0, -160))
    ibu = person(
        Look(
            style="hijab",
            cover=TEAL,
            top=CLAY,
            top_tex=tex("flowers", CREAM),
            bottom=DEEP,
            skirt=True,
            tunic=70,
            skin=HONEY,
        ),
        Pose(
            lean=14,
            far=Arm((150, 96), hand="rest", turn=20),
            near=Arm((10, 84), hand="rest", turn=-40),
            face=Face(0.6, eyes="happy", mouth="laugh", tilt=6),
        ),
    )
    coop = person(
        Look(
            style="peci",
            cover=INK,
            hair=GREY,
            top=OCHRE,
            top_tex=tex("parang", BARK),
            neck="buttons",
            bottom=INK,
            skin=TAN,
            elder=True,
        ),
        Pose(
            lean=8,
            far=Arm((140, 60), hand="hold", turn=0),
            near=Arm((60, 110), hand="rest"),
            face=Face(0.7, mouth="talk"),
        ),
        lap=g(
            rect(-52, -66, 104, 132, WOOD, r=4),
            rect(-44, -56, 88, 116, PAPER),
            rect(-16, -72, 32, 16, STONE, r=4),
            *[line([(-32, -36 + k * 20), (32 - (k % 3) * 12, -36 + k * 20)], STONE, 4) for k in range(5)],
            at=(152, -372),
            turn=8,
        ),
    )
    lifter = person(
        Look(style="short", top=TEAL, sleeve="short", bottom=BARK, skin=BROWN),
        Pose(
            kind="kneel",
            lean=56,
            far=Arm((130, 30), hand="hold", turn=40),
            near=Arm((112, 62), hand="hold", turn=30),
            face=Face(0.8, eyes="down", tilt=10),
        ),
    )
    elder = person(
        Look(
            style="bun",
            hair=WHITE,
            elder=True,
            top=ROSE,
            neck="kebaya",
            bottom=BARK,
            bottom_tex=tex("parang", OCHRE),
            skirt=True,
            skin=TAN,
            tunic=24,
        ),
        Pose(
            lean=4,
            far=Arm((44, 60), hand="rest", turn=-60),
            near=Arm((36, 70), hand="rest", turn=-50),
            face=Face(0.6, eyes="happy", mouth="laugh", tilt=6),
        ),
    )
    girl = person(
        Look(style="ponytail", top=LEAF, bottom=TEAL, skin=FAIR, sleeve="short"),
        Pose(lean=12, step=20, far=Arm((80, 90)), near=Arm((70, 100)), face=Face(0.7, mouth="smile", tilt=8)),
    )
    mother = person(
        Look(style="hijab", cover=DAWN, top=TERRACOTTA, bottom=INK, skirt=True, tunic=60, skin=HONEY),
        Pose(
            lean=6,
            far=Arm((46, 30), hand="open", turn=-70),
            near=Arm((28, 40), hand="open", turn=-60),
            face=Face(0.6, mouth="laugh", eyes="happy"),
        ),
    )
    table = rect(1060, 830, 440, 26, WOOD, r=5) + rect(1090, 850, 24, 220, BARK) + rect(1450, 850, 24, 220, BARK)
    return sheet(
        pendopo(),
        line_of_bags,
        g(elder, at=(240, 1000), size=0.98),
        g(girl, at=(90, 1030), size=1.0),
        g(mother, at=(1380, 1010), size=1.0, flip=True),
        table,
        g(machine(), at=(1270, 832), size=1.12, flip=True),
        g(coop, at=(430, 1070), size=1.1),
        g(ibu, at=(1000, 1085), size=1.12),
        g(lifter, at=(590, 1150), size=1.14),
        g(machine(), at=(840, 1000), size=1.05),
        g(crate(250, 150), at=(1330, 1090)),
        g(open_crate, at=(850, 1160)),
        g(
            poly([(0, 0), (300, -26), (306, -8), (6, 20)], WOOD),
            poly([(20, 30), (290, 14), (294, 34), (24, 50)], STRAW),
            at=(1080, 1140),
        ),
        g(tuft(7, 190, 36, seed=6), at=(20, 1230)),
        title="Dua mesin jahit tiba",
    )


def screen_back(lit: str = MIST) -> str:
    """Return a computer screen from behind, its foot on the origin."""
    return (
        glow(0, -150, 190, lit, 0.16)
        + rect(-14, -60, 28, 56, INK)
        + rect(-56, -10, 112, 10, INK, r=4)
        + rect(-104, -190, 208, 136, "#3c3a37", r=8)
        + rect(-92, -178, 184, 112, INK, r=5, opacity=0.5)
        + oval(0, -122, 13, 13, STONE)
    )


def komputer() -> str:
    """Return elders at computers; the young sit beside them and leave the mouse alone."""
    wall = (
        rect(0, 0, 1600, 800, "#e9d3a6", over=tex("speckle", CLAY), over_opacity=0.4)
        + rect(0, 560, 1600, 240, LEAF, over=tex("boards", DEEP), over_opacity=0.3)
        + rect(0, 552, 1600, 14, WOOD)
    )
    view = (
        rect(0, 0, 440, 400, SKY)
        + g(cloud(180), at=(120, 80))
        + hills([(0, 240), (200, 190), (440, 230)], "#93b394", floor=420)
        + g(banana(0.8), at=(90, 420))
        + g(tree(230, wide=90, seed=4), at=(340, 410))
    )
    view2 = (
        rect(0, 0, 320, 400, SKY)
        + hills([(0, 230), (200, 190), (440, 230)], "#93b394", floor=420)
        + g(tree(260, wide=110, colour=DEEP, light=LEAF, seed=6), at=(210, 420))
    )
    decor = (
        g(shelf(360, 3, row=112, seed=11), at=(1215, 800))
        + g(pot(70, 56), g(tuft(7, 120, 18, spread=150), at=(0, -50)), at=(1330, 440))
        + g(stack(3, 120, 2), at=(1480, 440))
    )
    clock = (
        oval(760, 200, 58, 58, BARK)
        + oval(760, 200, 48, 48, PAPER)
        + line([(760, 200), (760, 166)], INK, 5)
        + line([(760, 200), (786, 212)], INK, 5)
    )
    table = (
        poly([(-20, 820), (1180, 820), (1240, 890), (-20, 890)], WOOD)
        + rect(30, 890, 34, 270, BARK)
        + rect(1150, 890, 34, 270, BARK)
        + rect(-20, 890, 1260, 26, BARK)
        + path(
            "M60 890L1150 890L1136 1030Q1000 1064 870 1034Q740 1066 600 1036Q460 1066 330 1034Q200 1062 76 1030Z",
            TERRACOTTA,
            over=tex("kawung", DAWN),
            over_opacity=0.55,
        )
    )
    one = person(
        Look(
            style="blangkon",
            cover=BARK,
            cover_tex=tex("parang", OCHRE),
            hair=WHITE,
            elder=True,
            glasses="y",
            top=TEAL,
            top_tex=tex("stripes", NIGHT),
            neck="buttons",
            skin=TAN,
        ),
        Pose(
            kind="chair",
            lean=10,
            far=Arm((80, 138), hand="rest", turn=10),
            near=Arm((30, 146), hand="rest", turn=10),
            face=Face(0.3, tilt=8, eyes="down"),
        ),
    )
    helper = person(
        Look(style="short", top=OCHRE, sleeve="short", bottom=INK, skin=HONEY),
        Pose(
            lean=-40,
            bow=24,
            far=Arm((-120, 60), hand="point", turn=160),
            near=Arm((-96, 96)),
            face=Face(-0.7, tilt=-8, mouth="smile"),
        ),
    )
    two = person(
        Look(
            style="bun", hair=GREY, elder=True, top=TERRACOTTA, neck="kebaya", top_tex=tex("flowers", CLAY), skin=BROWN
        ),
        Pose(
            kind="chair",
            lean=4,
            far=Arm((70, 134), hand="rest"),
            near=Arm((-20, 40), hand="open", turn=-100, bend=1),
            face=Face(0.2, tilt=-8, eyes="happy", mouth="laugh"),
        ),
    )
    three = person(
        Look(style="hijab", cover=CREAM, elder=True, glasses="y", top=LEAF, skin=FAIR),
        Pose(kind="chair", lean=-4, far=Arm((80, 134)), near=Arm((40, 140)), face=Face(0.2, mouth="talk", tilt=4)),
    )
    girl = person(
        Look(style="ponytail", top=ROSE, bottom=TEAL, skin=TAN),
        Pose(
            lean=-34,
            bow=18,
            far=Arm((-70, 90)),
            near=Arm((-120, 104), hand="rest", turn=170),
            face=Face(-0.7, tilt=-6, mouth="smile"),
        ),
    )
    grandchild = g(
        oval(0, 6, 24, 28, HONEY),
        blob([(-26, 0), (-24, -26), (0, -34), (24, -26), (26, 0), (0, -14)], INK),
        oval(-8, 4, 3, 4, INK),
        oval(9, 4, 3, 4, INK),
        path("M-8 16Q0 26 9 16Z", "#7c2b1c"),
        limb([(24, 46), (34, 24), (38, 6)], [12, 10, 9], HONEY),
        rect(-28, 34, 56, 30, OCHRE, r=12),
    )
    tablet = g(
        rect(-66, -84, 132, 168, INK, r=10),
        rect(-56, -72, 112, 144, SKY),
        clip_screen(grandchild),
        at=(178, -404),
        turn=8,
    )
    caller = person(
        Look(
            style="peci",
            cover=INK,
            hair=WHITE,
            elder=True,
            top=CREAM,
            bottom=TEAL,
            bottom_tex=tex("plaid", CREAM),
            skirt=True,
            skin=BROWN,
        ),
        Pose(
            kind="chair",
            lean=4,
            far=Arm((160, 20), hand="hold", turn=-40),
            near=Arm((40, 40), hand="open", turn=-80, bend=1),
            face=Face(0.85, mouth="laugh", eyes="happy", tilt=-6),
        ),
        behind=tablet,
    )
    stool = rect(1240, 1016, 150, 24, BARK, r=5) + rect(1250, 1036, 22, 150, BARK) + rect(1356, 1036, 22, 150, BARK)
    mice = "".join(oval(x, 838, 20, 11, CREAM) + rect(x - 150, 832, 96, 14, CREAM, r=4) for x in (380, 760, 1110))
    return sheet(
        wall,
        g(window(440, 330, view, name="a"), at=(90, 130)),
        g(window(300, 330, view2, name="b"), at=(880, 130)),
        clock,
        decor,
        rect(0, 796, 1600, 410, "#cf9a6c"),
        "".join(line([(0, y), (1600, y)], CREAM, 3, opacity=0.4) for y in (880, 980, 1100)),
        g(helper, at=(440, 1030), size=1.08),
        g(one, at=(210, 1040), size=1.12),
        g(two, at=(610, 1040), size=1.14),
        g(girl, at=(1120, 1030), size=1.04),
        g(three, at=(930, 1030), size=1.08),
        table,
        mice,
        g(screen_back(), at=(230, 868)),
        g(screen_back(), at=(630, 868)),
        g(screen_back(), at=(970, 868)),
        stool,
        g(caller, at=(1310, 1190), size=1.12),
        g(cat(CLAY), at=(960, 1170), size=1.1),
        g(basket(170, 96), g(stack(3, 120, 12), at=(0, -84)), basket(170, 96), at=(200, 1170)),
        title="Kelas komputer lansia",
    )


def clip_screen(*parts: str) -> str:
    """Return what a tablet shows, a little larger than life."""
    return g(*parts, size=1.25)


def canting(turn: float = 0) -> str:
    """Return a canting, its spout on the origin."""
    return g(
        line([(0, 0), (12, -6)], OCHRE, 5),
        oval(20, -8, 12, 9, CLAY),
        limb([(28, -12), (92, -44)], [9, 8], BARK),
        turn=turn,
    )


def batik() -> str:
    """Return elders who teach the young to hold a canting."""
    drying = line([(490, 262), (800, 250), (1120, 262)], BARK, 5)
    for i, (colour, name, ink) in enumerate(
        ((CREAM, "kawung", CLAY), (SAND, "parang", BARK), (CREAM, "truntum", TEAL), (DAWN, "kawung", BARK))
    ):
        drying += rect(600 + i * 104, 252, 90, 150 + (i % 2) * 8, colour, over=tex(name, ink), over_opacity=0.9)
    frame = rect(690, 560, 380, 16, BARK, r=6) + rect(704, 560, 16, 420, BARK) + rect(1040, 560, 16, 420, BARK)
    cloth = (
        poly([(716, 556), (1046, 556), (1056, 900), (706, 900)], CREAM)
        + poly([(716, 556), (1046, 556), (1050, 700), (712, 700)], tex("kawung", BARK), opacity=0.75)
        + poly([(712, 700), (900, 700), (900, 800), (709, 800)], tex("kawung", STONE), opacity=0.8)
    )
    stove = (
        poly([(-70, 0), (70, 0), (86, -70), (-86, -70)], CLAY, over=tex("hatch"))
        + blob([(-30, -6), (-26, -46), (26, -46), (30, -6)], INK)
        + blob([(-16, -8), (-12, -30), (0, -44), (12, -28), (16, -8)], OCHRE)
        + path("M-92 -82Q0 -10 92 -82Z", INK)
        + oval(0, -84, 92, 16, "#4a3022")
        + oval(0, -82, 74, 11, OCHRE)
        + "".join(
            line([(-20 + k * 34, -110), (-30 + k * 34, -146), (-14 + k * 34, -184)], CREAM, 6, opacity=0.5)
            for k in range(3)
        )
    )
    master = person(
        Look(
            style="bun",
            hair=WHITE,
            elder=True,
            top=DEEP,
            neck="kebaya",
            bottom=BARK,
            bottom_tex=tex("parang", OCHRE),
            skirt=True,
            skin=BROWN,
        ),
        Pose(
            kind="stool",
            lean=20,
            far=Arm((148, 10), hand="hold", turn=-30),
            near=Arm((110, 60), hand="rest", turn=-16),
            face=Face(0.85, tilt=4, mouth="talk"),
        ),
        hold=g(canting(-8), at=(162, -300), flip=True, size=0.9),
    )
    pupil = person(
        Look(style="ponytail", top=OCHRE, bottom=TEAL, bottom_tex=tex("truntum", CREAM), skirt=True, skin=HONEY),
        Pose(
            kind="stool",
            lean=16,
            far=Arm((140, 20), hand="hold", turn=-20),
            near=Arm((120, 76), hand="rest", turn=-10),
            face=Face(0.8, tilt=8, eyes="down"),
        ),
        hold=g(canting(), at=(166, -288), flip=True, size=0.9),
    )
    boy = person(
        Look(style="short", top=TERRACOTTA, sleeve="short", bottom=INK, skin=TAN),
        Pose(
            kind="floor",
            lean=18,
            far=Arm((110, 116), hand="hold", turn=30),
            near=Arm((70, 126), hand="rest"),
            face=Face(0.7, eyes="down", tilt=10),
        ),
        lap=poly([(20, -84), (196, -100), (236, -14), (30, -6)], CREAM)
        + poly([(60, -70), (180, -80), (204, -32), (66, -24)], tex("truntum", CLAY)),
        hold=g(canting(), at=(140, -88), size=0.8),
    )
    mbah = person(
        Look(
            style="blangkon",
            cover=BARK,
            cover_tex=tex("kawung", OCHRE),
            hair=WHITE,
            elder=True,
            top=TEAL,
            neck="buttons",
            bottom=BARK,
            bottom_tex=tex("kawung", OCHRE),
            skirt=True,
            skin=TAN,
            beard=WHITE,
        ),
        Pose(
            kind="floor",
            lean=20,
            far=Arm((130, 70), hand="point", turn=24),
            near=Arm((40, 130)),
            face=Face(0.7, tilt=6, mouth="smile"),
        ),
    )
    hijab_girl = person(
        Look(style="hijab", cover=ROSE, top=LEAF, bottom=CLAY, skirt=True, skin=FAIR),
        Pose(
            kind="simpuh",
            lean=14,
            far=Arm((90, 96), hand="hold", turn=20),
            near=Arm((70, 112), hand="rest"),
            face=Face(0.7, eyes="happy", mouth="laugh", tilt=6),
        ),
        lap=g(
            book(160, DEEP, lines=False),
            poly([(-60, -20), (-16, -12), (-16, 18), (-60, 12)], tex("kawung", BARK)),
            poly([(16, -12), (60, -20), (60, 12), (16, 18)], tex("parang", CLAY)),
            at=(80, -100),
        ),
    )
    low = rect(-74, -118, 140, 20, WOOD, r=5) + rect(-62, -100, 18, 102, BARK) + rect(40, -100, 18, 102, BARK)
    return sheet(
        pendopo(sky=DAWN, posts=(30, 470, 1100, 1520), horizon=600),
        glow(1250, 380, 360, OCHRE, 0.45),
        drying,
        frame,
        cloth,
        g(low, at=(590, 1010)),
        g(master, at=(590, 1010), size=1.12),
        g(low, at=(1190, 1000)),
        g(pupil, at=(1190, 1000), size=1.08, flip=True),
        g(mat(620, 150), at=(360, 1150)),
        g(mat(560, 150), at=(1280, 1150)),
        g(boy, at=(430, 1165), size=1.14, flip=True),
        g(mbah, at=(110, 1165), size=1.14),
        g(hijab_girl, at=(1370, 1165), size=1.14, flip=True),
        g(stove, at=(850, 1130), size=1.15),
        g(cat(BARK), at=(1060, 1170), size=0.9),
        title="Belajar membatik dari sesepuh",
    )


def keripik() -> str:
    """Return a plate of banana chips that learns to look good on a phone."""
    wall = rect(0, 0, 1600, 1200, "#8f4d2e", over=tex("speckle", OCHRE), over_opacity=0.25) + glow(
        800, 560, 820, OCHRE, 0.75
    )
    view = (
        rect(0, 0, 360, 380, NIGHT)
        + oval(250, 90, 40, 40, DAWN)
        + oval(266, 80, 36, 36, NIGHT)
        + g(banana(0.9, colours=("#1d4a45", "#12332f")), at=(110, 430))
        + "".join(oval(30 + i * 47, 40 + (i * 61) % 150, 2.4, 2.4, CREAM) for i in range(7))
    )
    lamp = (
        line([(830, -10), (830, 130)], INK, 6)
        + glow(830, 200, 300, DAWN, 0.9)
        + poly([(750, 210), (910, 210), (870, 130), (790, 130)], DEEP)
        + oval(830, 214, 40, 20, DAWN)
    )
    light = poly([(760, 214), (900, 214), (1250, 900), (420, 900)], DAWN, opacity=0.16)
    woman = person(
        Look(style="hijab", cover=LEAF, top=OCHRE, top_tex=tex("flowers", CREAM), bottom=INK, skirt=True, skin=HONEY),
        Pose(
            lean=44,
            bow=20,
            far=Arm((150, 10), hand="hold", turn=-60),
            near=Arm((140, 44), hand="hold", turn=-50),
            face=Face(0.7, tilt=10, mouth="smile"),
        ),
        lap=g(rect(-38, -22, 76, 44, INK, r=8), oval(-26, -10, 5, 5, STONE), at=(206, -392), turn=14),
    )
    helper = person(
        Look(style="short", top=TEAL, neck="buttons", sleeve="short", bottom=INK, skin=TAN, glasses="y"),
        Pose(
            lean=14,
            far=Arm((146, 30), hand="hold", turn=-60),
            near=Arm((120, 84), hand="hold", turn=-40),
            face=Face(0.7, mouth="laugh", tilt=4),
        ),
        lap=poly([(120, -470), (236, -430), (186, -240), (70, -280)], PAPER)
        + poly([(120, -470), (132, -466), (82, -276), (70, -280)], STONE),
    )
    buyer = person(
        Look(style="bun", top=TERRACOTTA, neck="kebaya", bottom=DEEP, skirt=True, skin=BROWN),
        Pose(
            lean=-4,
            far=Arm((60, 40), hand="hold", turn=-80),
            near=Arm((40, 50), hand="open", turn=-70),
            face=Face(0.5, eyes="happy", mouth="laugh", tilt=-8),
        ),
        lap=g(
            phone(1.05, screen=DAWN),
            oval(0, -10, 11, 11, LEAF),
            line([(-5, -10), (-1, -5), (7, -15)], PAPER, 3.4, bent=False),
            at=(74, -416),
        ),
    )
    clap = person(
        Look(
            style="peci",
            cover=DEEP,
            hair=GREY,
            elder=True,
            top=CREAM,
            neck="buttons",
            bottom=TEAL,
            bottom_tex=tex("plaid", CREAM),
            skirt=True,
            skin=TAN,
        ),
        Pose(
            far=Arm((50, 56), hand="open", turn=-50),
            near=Arm((34, 62), hand="open", turn=-50),
            face=Face(0.6, mouth="smile", tilt=6),
        ),
    )
    table = (
        poly([(220, 820), (1400, 820), (1520, 930), (120, 930)], WOOD, over=tex("planks", BARK), over_opacity=0.35)
        + rect(120, 930, 1400, 40, BARK)
        + rect(200, 966, 50, 260, BARK)
        + rect(1400, 966, 50, 260, BARK)
    )
    cloth = poly([(560, 836), (1090, 836), (1160, 914), (500, 914)], CREAM, over=tex("plaid", MIST), over_opacity=0.5)
    plate = oval(830, 866, 160, 36, TEAL) + oval(830, 860, 140, 28, PAPER)
    chips = ""
    for row, (count, y, spread) in enumerate(((8, 858, 30), (7, 836, 28), (6, 814, 27), (4, 794, 26), (2, 776, 24))):
        for i in range(count):
            x = 830 + (i - (count - 1) / 2) * spread + (row % 2) * 4
            chips += oval(
                x, y, 25, 14, OCHRE if (i + row) % 3 else "#e5bb62", turn=(i * 37 + row * 20) % 60 - 30
            ) + oval(x, y, 11, 5, CLAY, opacity=0.35, turn=(i * 37 + row * 20) % 60 - 30)
    bunch = "".join(
        limb(
            [(1010, 800), (1040 + i * 16, 830 + i * 2), (1030 + i * 26, 880 - i * 3)],
            [20, 28, 16],
            OCHRE if i % 2 else "#e5bb62",
        )
        for i in range(4)
    ) + limb([(1000, 784), (1012, 804)], [18, 22], BARK)
    bags = "".join(
        g(
            poly([(-50, 0), (50, 0), (44, -150), (-44, -150)], DAWN),
            poly([(-46, -100), (46, -100), (48, -30), (-48, -30)], c),
            oval(0, -64, 24, 18, OCHRE),
            rect(-46, -160, 92, 16, BARK, r=4),
            at=(x, 900 + dy),
        )
        for x, dy, c in ((1260, -6, TERRACOTTA), (1370, 8, DEEP), (330, 6, TERRACOTTA))
    )
    return sheet(
        wall,
        g(window(330, 360, view, frame=DAWN, name="malam"), at=(130, 130)),
        g(shelf(380, 3, row=120, seed=4), at=(1180, 640)),
        lamp,
        light,
        g(clap, at=(580, 1080), size=1.02),
        g(buyer, at=(1010, 1090), size=1.06, flip=True),
        g(helper, at=(1300, 1120), size=1.16, flip=True),
        table,
        cloth,
        bunch,
        plate,
        chips,
        bags,
        g(woman, at=(330, 1240), size=1.3),
        g(
            basket(260, 120),
            *[
                g(
                    limb([(0, 0), (20, -50), (10, -110)], [18, 34, 14], OCHRE if i % 2 else "#e5bb62"),
                    at=(-84 + i * 40, -100),
                    turn=-30 + i * 14,
                )
                for i in range(5)
            ],
            basket(260, 120),
            at=(1180, 1175),
        ),
        g(cat(STONE), at=(800, 1150), size=1.05),
        title="Keripik pisang lewat ponsel",
    )


def tas() -> str:
    """Return three minutes with two bags: the crooked first and the newest."""
    back = (
        rect(0, 0, 1200, 1600, TEAL, over=tex("boards", NIGHT), over_opacity=0.25)
        + glow(600, 560, 720, DAWN, 0.75)
        + rect(0, 1010, 1200, 600, "#b9794b", over=tex("planks", BARK), over_opacity=0.3)
        + rect(0, 1000, 1200, 14, BARK)
    )
    curtain = "".join(
        blob(
            [(x, -30), (x + 70 * w, -30), (x + 60 * w, 500), (x + 20 * w, 1010), (x - 10 * w, 1010)],
            TERRACOTTA,
            over=tex("boards", BARK),
            over_opacity=0.4,
        )
        for x, w in ((-20, 2.6), (1220, -2.6))
    )
    flags = line([(150, 80), (600, 170), (1050, 80)], PAPER, 4) + "".join(
        poly(
            [
                (210 + i * 100, 96 + (60 if 2 < i < 6 else 30) - abs(i - 4) * 6),
                (264 + i * 100, 96 + (60 if 2 < i < 6 else 30) - abs(i - 4) * 6),
                (237 + i * 100, 160 + (60 if 2 < i < 6 else 30) - abs(i - 4) * 6),
            ],
            (OCHRE, CREAM, CLAY)[i % 3],
        )
        for i in range(8)
    )
    woman = person(
        Look(
            style="hijab",
            cover=OCHRE,
            top=DEEP,
            top_tex=tex("truntum", LIGHT_LEAF),
            bottom=TERRACOTTA,
            bottom_tex=tex("parang", DAWN),
            skirt=True,
            tunic=50,
            skin=HONEY,
        ),
        Pose(
            lean=2,
            far=Arm((150, -70), hand="hold", turn=-80, bend=1),
            near=Arm((-160, -20), hand="hold", turn=-100, bend=-1),
            face=Face(0.12, mouth="laugh", tilt=-5),
        ),
    )
    people = [
        (150, 1640, Look(style="peci", cover=INK, hair=GREY, top=CREAM, skin=TAN), 6),
        (440, 1680, Look(style="hijab", cover=ROSE, top=LEAF, skin=HONEY), 5),
        (740, 1680, Look(style="short", top=OCHRE, skin=BROWN), -4),
        (1040, 1640, Look(style="bun", hair=GREY, top=CLAY, skin=TAN), -8),
    ]
    heads = "".join(
        g(
            person(look, Pose(kind="floor", far=Arm((60, 150)), near=Arm((-60, 150)), face=Face(away=True, tilt=t))),
            at=(x, y),
            size=1.45,
        )
        for x, y, look, t in people
    )
    sewing = (
        rect(850, 930, 300, 22, WOOD, r=5)
        + rect(880, 950, 20, 200, BARK)
        + rect(1100, 950, 20, 200, BARK)
        + g(machine(), at=(1000, 932), size=1.0)
    )
    return sheet(
        back,
        curtain,
        flags,
        oval(600, 1250, 330, 50, INK, opacity=0.18),
        sewing,
        g(
            rect(70, 950, 200, 20, BARK),
            rect(90, 968, 18, 190, BARK),
            rect(232, 968, 18, 190, BARK),
            g(stack(4, 130, 3), at=(170, 950)),
            g(pot(50, 40), g(tuft(5, 80, 13), at=(0, -36)), at=(170, 870)),
        ),
        g(woman, at=(590, 1250), size=1.62),
        g(patch_bag(1.0, crooked=True), at=(300, 440), turn=5),
        g(patch_bag(1.1, first=LEAF, second=CLAY, third=OCHRE), at=(862, 370), turn=-3),
        heads,
        width=1200,
        height=1600,
        title="Dua tas dari kelas menjahit",
    )


SCENES = {
    "2025/10/belajar-membatik-dari-sesepuh": batik,
    "2026/02/kelas-komputer-lansia": komputer,
    "2026/07/keripik-pisang-lewat-ponsel": keripik,
    "2026/09/dua-mesin-jahit-untuk-karangwacana": tas,
    "2026/10/dua-mesin-jahit-tiba": tiba,
}
