"""Waisastra, a negeri on a bay in Central Maluku."""

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
    SEA,
    SKY,
    STONE,
    TEAL,
    TERRACOTTA,
    WOOD,
    blob,
    g,
    limb,
    line,
    oval,
    path,
    poly,
    rect,
    sheet,
    tex,
)
from docs.illustrations.people import BLACK, BROWN, DARK, GREY, TAN, WHITE, Arm, Face, Look, Pose, near_hand, person
from docs.illustrations.things import closed_book, cloud, coconut, hills, tuft, waves


def bay() -> str:
    """Return the bay with its green hills, from far to near."""
    text = (
        rect(0, 0, 1600, 900, SKY)
        + g(cloud(320), at=(420, 210))
        + g(cloud(260), at=(1120, 150))
        + g(cloud(170), at=(840, 260))
    )
    text += hills([(0, 360), (200, 300), (420, 250), (640, 330), (860, 380), (1000, 390)], "#9dbfb4", floor=430)
    text += hills([(780, 400), (1000, 340), (1240, 240), (1440, 280), (1600, 220)], "#6f9a80", floor=430)
    text += rect(0, 420, 1600, 400, SEA) + waves(0, 430, 1600, 220, seed=5, count=34)
    text += hills(
        [(900, 470), (1200, 420), (1400, 410), (1600, 380)],
        LEAF,
        floor=520,
        over=tex("speckle", DEEP),
        over_opacity=0.6,
    )
    return text + hills(
        [(0, 640), (500, 600), (900, 630), (1600, 590)], SAND, floor=900, over=tex("speckle", CLAY), over_opacity=0.4
    )


def seat(colour: str = TERRACOTTA) -> str:
    """Return a chair seen from its side, for somebody on the origin who looks to the right."""
    text = poly([(-80, -330), (-62, -330), (-52, -140), (-74, -140)], colour) + rect(-74, -148, 150, 20, colour, r=6)
    return (
        text
        + poly([(-74, -130), (-56, -130), (-66, 0), (-84, 0)], colour)
        + poly([(52, -130), (70, -130), (80, 0), (62, 0)], colour)
    )


def proposal() -> str:
    """Return the board with the four needs: books, a shelf, tools, a link to the net."""
    text = (
        line([(40, 300), (0, 520)], BARK, 12)
        + line([(260, 300), (300, 520)], BARK, 12)
        + rect(0, -20, 300, 340, WOOD, r=6)
        + rect(16, -4, 268, 308, PAPER)
    )
    for i, (long, colour) in enumerate(((150, TERRACOTTA), (124, OCHRE), (110, LEAF), (76, TEAL))):
        y = 38 + i * 74
        text += rect(104, y - 16, long, 32, colour, over=tex("hatch", PAPER))
        if i == 0:
            text += g(closed_book(34, 44, TERRACOTTA), at=(60, y))
        elif i == 1:
            text += (
                "".join(rect(38, y - 22 + k * 18, 44, 6, BARK) for k in range(3))
                + rect(38, y - 22, 5, 42, BARK)
                + rect(78, y - 22, 5, 42, BARK)
            )
        elif i == 2:
            text += (
                oval(50, y + 12, 9, 9, LEAF)
                + oval(72, y + 12, 9, 9, LEAF)
                + line([(54, y + 4), (76, y - 22)], LEAF, 6)
                + line([(68, y + 4), (46, y - 22)], LEAF, 6)
            )
        else:
            text += oval(60, y + 18, 6, 6, TEAL) + "".join(
                path(
                    f"M{60 - r} {y + 14 - r * 0.6:.0f}Q60 {y + 10 - r * 1.5:.0f} {60 + r} {y + 14 - r * 0.6:.0f}",
                    stroke=TEAL,
                    width=6,
                )
                for r in (12, 24)
            )
    return text


def guest_book(size: float = 1) -> str:
    """Return the worn guest book, its cover mended with tape, centred on the origin."""
    text = poly([(-66, -44), (60, -50), (66, 42), (-60, 48)], CREAM) + poly(
        [(-70, -50), (58, -54), (62, 38), (-64, 44)], TEAL, over=tex("speckle", PAPER), over_opacity=0.7
    )
    text += (
        poly([(-70, -50), (-44, -51), (-40, 43), (-64, 44)], STONE)
        + poly([(20, -54), (58, -54), (59, -26)], SAND)
        + rect(-26, -28, 64, 34, CREAM)
    )
    return g(
        text + line([(-16, -16), (26, -17)], INK, 3, opacity=0.5) + line([(-16, -6), (14, -7)], INK, 3, opacity=0.5),
        size=size,
    )


def anggaran() -> str:
    """Return the meeting in the hall: the guest book goes from hand to hand."""
    floor = (
        rect(0, 720, 1600, 480, "#d8b184")
        + "".join(
            line([(800 + (x - 800) * 0.62, 720), (x * 1.5 - 400, 1200)], PAPER, 3, opacity=0.35)
            for x in range(-600, 2300, 150)
        )
        + "".join(line([(0, y), (1600, y)], PAPER, 3, opacity=0.35) for y in (760, 830, 930, 1060))
    )
    roof = (
        poly([(0, 0), (1600, 0), (1600, 120), (800, 60), (0, 120)], BARK)
        + "".join(line([(x, 0), (800 + (x - 800) * 1.3, 130)], WOOD, 14) for x in range(-100, 1800, 170))
        + rect(0, 108, 1600, 34, WOOD)
        + rect(0, 138, 1600, 8, INK, opacity=0.25)
    )
    posts = "".join(
        rect(x, 130, 54, 640, PAPER)
        + rect(x + 36, 130, 18, 640, STONE, opacity=0.45)
        + rect(x - 10, 720, 74, 60, "#cfdccb")
        + rect(x - 10, 130, 74, 24, "#cfdccb")
        for x in (120, 560, 1010, 1450)
    )
    rail = rect(0, 640, 1600, 16, WOOD) + "".join(rect(x, 650, 10, 90, WOOD) for x in range(10, 1600, 46))
    bunting = "".join(
        poly(
            [
                (170 + i * 60, 172 + abs(i - 3) * -8),
                (216 + i * 60, 172 + abs(i - 3) * -8),
                (193 + i * 60, 214 + abs(i - 3) * -8),
            ],
            (TERRACOTTA, PAPER)[i % 2],
        )
        for i in range(7)
    )
    speaker = person(
        Look(
            style="bun",
            top=TERRACOTTA,
            neck="kebaya",
            bottom=DEEP,
            bottom_tex=tex("tenun", OCHRE),
            skirt=True,
            tunic=40,
            skin=BROWN,
            sash=OCHRE,
        ),
        Pose(
            lean=-4,
            far=Arm((150, -6), hand="open", turn=-25),
            near=Arm((-18, 96), hand="hold"),
            face=Face(-0.5, mouth="talk", tilt=-4),
        ),
    )
    elder = person(
        Look(
            style="sparse",
            hair=WHITE,
            elder=True,
            top=PAPER,
            neck="buttons",
            bottom=INK,
            skin=DARK,
            sash=TERRACOTTA,
            glasses="y",
        ),
        Pose(
            kind="chair",
            lean=20,
            far=Arm((168, 60), hand="hold", turn=10),
            near=Arm((140, 84), hand="hold", turn=0),
            face=Face(0.7, tilt=4),
        ),
    )
    taker = person(
        Look(
            style="hijab",
            cover=OCHRE,
            top=TEAL,
            bottom=TERRACOTTA,
            bottom_tex=tex("flowers", DAWN),
            skirt=True,
            skin=TAN,
        ),
        Pose(
            kind="chair",
            lean=24,
            far=Arm((168, 64), hand="hold", turn=4),
            near=Arm((144, 92), hand="open", turn=0),
            face=Face(0.6, eyes="down", tilt=6),
        ),
    )
    fisher = person(
        Look(
            style="curls",
            top=LEAF,
            top_tex=tex("flowers", LIGHT_LEAF),
            neck="buttons",
            sleeve="short",
            bottom=BARK,
            skin=DARK,
        ),
        Pose(kind="chair", lean=-8, far=Arm((80, 130)), near=Arm((100, 120)), face=Face(0.4, mouth="laugh", tilt=-6)),
    )
    oma = person(
        Look(
            style="bun",
            hair=GREY,
            elder=True,
            top=CREAM,
            neck="kebaya",
            bottom=CLAY,
            bottom_tex=tex("plaid", CREAM),
            skirt=True,
            skin=BROWN,
        ),
        Pose(
            kind="chair",
            lean=4,
            far=Arm((64, 92), hand="rest", turn=-60),
            near=Arm((60, 108)),
            face=Face(0.6, eyes="happy", tilt=6),
        ),
    )
    youth = person(
        Look(style="ponytail", top=ROSE, bottom=TEAL, skirt=True, skin=DARK),
        Pose(kind="chair", lean=12, far=Arm((74, 120)), near=Arm((92, 124)), face=Face(0.8, mouth="smile")),
    )
    back_rows = [
        (90, 1240, Look(style="curls", top=OCHRE, skin=DARK, sleeve="short"), 0),
        (330, 1262, Look(style="hijab", cover=DEEP, top=CLAY, skin=TAN), 6),
        (
            1010,
            1272,
            Look(style="short", hair=BLACK, top=CREAM, top_tex=tex("stripes", TEAL), skin=BROWN, sleeve="short"),
            -5,
        ),
        (1260, 1252, Look(style="bun", top=LEAF, skin=DARK), -6),
        (1510, 1240, Look(style="peci", cover=INK, hair=GREY, top=TERRACOTTA, skin=TAN), -3),
    ]
    backs = "".join(
        g(
            person(look, Pose(kind="floor", far=Arm((60, 150)), near=Arm((-60, 150)), face=Face(away=True, tilt=tilt))),
            at=(x, y),
            size=1.16,
        )
        for x, y, look, tilt in back_rows
    )
    return sheet(
        bay(),
        g(coconut(470, 70), at=(300, 690)),
        g(coconut(380, -50), at=(1290, 660)),
        rail,
        roof,
        bunting,
        floor,
        posts,
        g(proposal(), at=(1110, 300)),
        g(
            person(
                Look(
                    style="ikat",
                    cover=TERRACOTTA,
                    cover_tex=tex("tenun", OCHRE),
                    top=TEAL,
                    bottom=INK,
                    elder=True,
                    hair=GREY,
                    skin=BROWN,
                ),
                Pose(far=Arm((30, 96), hand="rest", turn=-150), near=Arm((20, 104)), face=Face(-0.3)),
            ),
            at=(1520, 880),
            size=0.92,
        ),
        g(speaker, at=(1020, 900), size=1.02),
        g(seat(BARK), oma, at=(90, 950), size=0.98),
        g(seat(BARK), fisher, at=(300, 970), size=0.98),
        g(seat(BARK), youth, at=(1400, 1000), size=0.98, flip=True),
        g(seat(WOOD), elder, at=(520, 1030), size=1.08),
        g(seat(WOOD), taker, at=(945, 1040), size=1.08, flip=True),
        g(guest_book(0.95), at=(735, 728), turn=-5),
        backs,
        g(tuft(6, 150, 30, seed=4), at=(1600, 1210)),
        title="Musyawarah menyepakati anggaran perpustakaan",
    )


def buku_tamu() -> str:
    """Return the guest book itself: one more visit is written down."""
    table = rect(0, 0, 1400, 1400, "#b9794b", over=tex("planks", BARK), over_opacity=0.3) + poly(
        [(500, 0), (1400, 0), (1400, 700), (700, 1400), (100, 1400)], DAWN, opacity=0.2
    )
    runner = poly([(0, 90), (1400, 20), (1400, 250), (0, 330)], TERRACOTTA, over=tex("tenun", OCHRE), over_opacity=0.75)
    cover = (
        poly(
            [(170, 360), (704, 410), (1240, 350), (1280, 1090), (704, 1150), (120, 1090)],
            TEAL,
            over=tex("speckle", PAPER),
            over_opacity=0.6,
        )
        + poly([(120, 960), (230, 975), (216, 1100), (120, 1090)], STONE)
        + poly([(1240, 350), (1160, 358), (1176, 470), (1246, 460)], STONE)
    )
    pages = (
        poly([(196, 350), (450, 318), (704, 390), (704, 1116), (430, 1046), (150, 1070)], PAPER)
        + poly([(1216, 340), (960, 316), (704, 390), (704, 1116), (984, 1040), (1250, 1064)], CREAM)
        + line([(704, 390), (704, 1116)], INK, 5, opacity=0.35)
    )
    rows = ""
    for i in range(9):
        y = 430 + i * 64
        rows += line([(196 - i * 4, y + 10), (440, y - 24), (690, y + 36)], STONE, 2.6, opacity=0.8) + line(
            [(722, y + 36), (970, y - 24), (1216 + i * 3, y + 6)], STONE, 2.6, opacity=0.8
        )
        for k, (x, up) in enumerate(((226 - i * 3, -8), (400, -36), (560, -10), (750, 12), (930, -30), (1090, -28))):
            if (x > 740 and i > 3) or (x > 740 and i == 3 and x > 800):
                continue
            long = 70 + (i * 37 + k * 23) % 50
            mark = [(x + j * long / 6, y + up + (-12, 8, -6, 10, -14, 4, -2)[(j + i + k) % 7]) for j in range(7)]
            rows += line(mark, (TEAL, INK, TEAL, BARK)[(i + k) % 4], 4, opacity=0.85)
    stain = oval(520, 960, 60, 56, BARK, opacity=0.12) + oval(520, 960, 48, 45, PAPER, opacity=0.8)
    pen = g(
        limb([(0, 0), (10, -26)], [5, 16], BARK)
        + limb([(12, -30), (80, -230)], [26, 22], OCHRE)
        + rect(60, -262, 40, 40, TERRACOTTA, r=8),
        at=(806, 668),
        turn=30,
    )
    sleeve = limb(
        [(1400, 1480), (1180, 1050), (1040, 800)], [270, 220, 150], CLAY, over=tex("flowers", DAWN), over_opacity=0.5
    )
    palm = limb([(1070, 850), (1020, 770), (1000, 720)], [116, 108, 110], DARK)
    for start, bend, end in (
        ((960, 770), (880, 770), (872, 728)),
        ((950, 735), (866, 735), (858, 696)),
        ((940, 700), (860, 700), (852, 664)),
    ):
        palm += limb([start, bend, end], [52, 46, 36], DARK) + line(
            [(bend[0] + 4, bend[1] + 20), (bend[0] + 46, bend[1] + 22)], "#4f2d1c", 3
        )
    palm += blob(
        [(900, 610), (950, 556), (1010, 572), (1052, 650), (1060, 740), (1010, 800), (950, 780), (916, 700)], DARK
    )
    thumb = limb([(936, 690), (884, 676), (842, 634)], [50, 44, 32], DARK) + oval(842, 632, 10, 9, PAPER, opacity=0.3)
    index = limb([(966, 590), (900, 572), (850, 606)], [50, 44, 32], DARK) + oval(852, 604, 9, 10, PAPER, opacity=0.3)
    index += line([(918, 590), (934, 606)], "#4f2d1c", 3) + line([(990, 600), (1000, 630)], "#4f2d1c", 3)
    writing = sleeve + palm + thumb + pen + index
    left = g(near_hand(DARK, CLAY, tex("flowers", DAWN)), at=(330, 1170), turn=12, size=1.05, flip=True)
    nutmeg = "".join(
        g(
            oval(0, 0, 58, 62, "#e3c46a"),
            path("M-4 -60Q-30 0 -2 60Q30 0 -4 -60Z", BARK),
            path("M-2 -40Q-18 0 0 40Q16 0 -2 -40Z", TERRACOTTA),
            at=(x, y),
            turn=t,
        )
        for x, y, t in ((1240, 170, 20), (1130, 120, -30))
    ) + g(tuft(4, 130, 34, spread=100, seed=3), at=(1300, 110), turn=100)
    new_book = g(
        rect(-150, -100, 300, 200, DEEP, r=8),
        rect(-150, -100, 40, 200, INK, opacity=0.25),
        rect(-60, -50, 160, 70, CREAM, r=4),
        line([(-40, -24), (80, -24)], STONE, 5),
        line([(-40, -2), (40, -2)], STONE, 5),
        at=(260, 180),
        turn=-7,
    )
    return sheet(
        table,
        runner,
        new_book,
        nutmeg,
        cover,
        pages,
        stain,
        rows,
        left,
        writing,
        width=1400,
        height=1400,
        title="Buku tamu yang lusuh",
    )


SCENES = {"2026/11/anggaran-perpustakaan-disepakati": anggaran, "2026/11/buku-tamu-waisastra": buku_tamu}
