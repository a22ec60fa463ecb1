"""On the road: books for every way of reading along the coast, and a library at the night market."""

from docs.illustrations.bontosastra import prahu
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
    SEA,
    SKY,
    STONE,
    STRAW,
    TEAL,
    TERRACOTTA,
    WOOD,
    Point,
    blob,
    g,
    glow,
    line,
    oval,
    path,
    poly,
    rect,
    sheet,
    tex,
    vary,
)
from docs.illustrations.people import BROWN, FAIR, GREY, HONEY, TAN, WHITE, Arm, Face, Look, Pose, person
from docs.illustrations.things import (
    basket,
    book,
    book_back,
    cloud,
    coconut,
    hills,
    spines,
    stack,
    tree,
    tuft,
    waves,
)


def van(body: str = TERRACOTTA, band: str = CREAM) -> str:
    """Return the library's van seen from its side, its flap open over the shelves, standing on the origin."""
    text = path(
        "M-420 -60L-420 -380Q-420 -420 -380 -420L230 -420Q300 -420 340 -350L400 -230Q430 -216 440 -180L440 -60Z", body
    )
    text += (
        rect(-420, -170, 860, 34, band)
        + path("M250 -380L300 -380Q318 -372 330 -344L372 -240L250 -240Z", MIST)
        + path("M290 -380L300 -380Q318 -372 330 -344L340 -320Z", PAPER, opacity=0.6)
    )
    text += rect(-370, -374, 560, 230, "#4a3022") + "".join(
        g(spines(550, 84, 5 + i * 4), at=(-364, -268 + i * 112)) + rect(-370, -268 + i * 112, 560, 12, STRAW)
        for i in range(2)
    )
    text += (
        poly([(-390, -384), (210, -384), (250, -470), (-430, -470)], body)
        + poly([(-390, -384), (210, -384), (250, -470), (-430, -470)], tex("stripes", CREAM), opacity=0.55)
        + line([(-380, -384), (-424, -466)], INK, 5)
        + line([(200, -384), (244, -466)], INK, 5)
    )
    text += (
        rect(222, -232, 6, 160, INK, opacity=0.3)
        + rect(240, -206, 34, 9, INK, r=4)
        + oval(424, -140, 14, 22, DAWN)
        + rect(-440, -78, 900, 26, INK, r=8)
    )
    for x in (-270, 290):
        text += (
            path(f"M{x - 96} -62Q{x - 90} -158 {x} -158Q{x + 90} -158 {x + 96} -62Z", INK, opacity=0.85)
            + oval(x, -62, 72, 72, INK)
            + oval(x, -62, 38, 38, STONE)
            + oval(x, -62, 14, 14, INK)
        )
    return text


def wheelchair(seat: str = TEAL) -> tuple[str, str]:
    """Return what of a wheelchair is behind its owner, and what is before."""
    back = (
        rect(-76, -330, 14, 200, INK, r=6)
        + rect(-110, -332, 46, 13, INK, r=6)
        + rect(-80, -300, 22, 150, seat, r=8)
        + rect(-74, -150, 140, 22, seat, r=8)
    )
    back += (
        line([(60, -140), (124, -40), (160, -30)], INK, 10, bent=False)
        + oval(96, -22, 24, 24, INK)
        + oval(96, -22, 14, 14, STONE)
    )
    spokes: tuple[Point, ...] = ((0, -86), (74, -44), (74, 44), (0, 86), (-74, 44), (-74, -44))
    front = path("M-100 -96a94 94 0 1 0 188 0a94 94 0 1 0 -188 0", stroke=INK, width=13)
    front += path("M-84 -96a78 78 0 1 0 156 0a78 78 0 1 0 -156 0", stroke=STONE, width=4)
    return back, front + "".join(line([(-6, -96), (-6 + dx, -96 + dy)], STONE, 4) for dx, dy in spokes) + oval(
        -6, -96, 14, 14, INK
    )


def headphones() -> str:
    """Return headphones on a head at the origin."""
    return path("M-48 6C-56 -84 56 -84 48 6", stroke=INK, width=9) + rect(-60, -14, 22, 40, TERRACOTTA, r=10)


def braille_book(width: float = 190) -> str:
    """Return a large open book with raised dots."""
    dots = ""
    for i in range(60):
        if vary(i * 1.7) > 0.36:
            column, row = i % 12, i // 12
            x = -width * 0.41 + column * width * 0.068 + (width * 0.07 if column > 5 else 0)
            dots += oval(
                x, -width * 0.2 + row * width * 0.085 + (3 if column in {5, 6} else 0), 3.4, 3, BARK, opacity=0.75
            )
    return book(width, DEEP, lines=False) + dots


def keliling() -> str:
    """Return the stop of the van by the sea: listening, touching, reading large letters."""
    shore = (
        rect(0, 0, 1600, 1200, SKY)
        + glow(420, 220, 400, "#fffdf8", 0.9)
        + g(cloud(320), at=(520, 150))
        + g(cloud(200), at=(1400, 110))
    )
    shore += (
        hills([(0, 380), (200, 340), (500, 390), (800, 400)], "#9dbfb4", floor=440)
        + rect(0, 410, 1600, 320, SEA)
        + waves(0, 420, 1600, 230, seed=8, count=40)
    )
    shore += g(prahu(), at=(455, 545), size=0.7) + g(prahu(DAWN), at=(120, 460), size=0.5, flip=True)
    sand = hills(
        [(0, 640), (400, 610), (900, 650), (1600, 600)], SAND, over=tex("speckle", CLAY), over_opacity=0.6
    ) + blob(
        [(-50, 1020), (400, 930), (1100, 960), (1700, 900), (1700, 1260), (-50, 1260)],
        "#dfc48d",
        over=tex("speckle", BARK),
        over_opacity=0.4,
    )
    ramp = poly([(560, 800), (720, 800), (800, 860), (540, 860)], STONE)
    reader = person(
        Look(
            style="short",
            hair=GREY,
            top=CREAM,
            top_tex=tex("lines", TEAL),
            neck="buttons",
            bottom=DEEP,
            skin=BROWN,
            glasses="dark",
            elder=True,
        ),
        Pose(
            kind="chair",
            lean=16,
            far=Arm((120, 112), hand="rest", turn=8),
            near=Arm((92, 122), hand="rest", turn=4),
            face=Face(0.5, tilt=-4, mouth="smile", eyes="shut"),
        ),
        lap=g(braille_book(200), at=(116, -214), turn=-4),
    )
    bench = rect(-130, -150, 420, 24, WOOD, r=5) + rect(-110, -130, 24, 132, BARK) + rect(240, -130, 24, 132, BARK)
    friend = person(
        Look(style="hijab", cover=TERRACOTTA, top=OCHRE, bottom=TEAL, skirt=True, skin=HONEY),
        Pose(
            kind="chair",
            lean=-12,
            far=Arm((40, 120)),
            near=Arm((-30, 116), hand="rest"),
            face=Face(-0.6, tilt=-8, mouth="smile"),
        ),
    )
    back, front = wheelchair(OCHRE)
    wheeler = person(
        Look(style="ponytail", top=LEAF, bottom=BARK, skin=FAIR, shoes=CREAM),
        Pose(
            kind="chair",
            lean=12,
            far=Arm((160, -30), hand="open", turn=-20),
            near=Arm((70, 130), hand="rest"),
            face=Face(0.8, tilt=-8, mouth="laugh"),
        ),
    )
    clerk = person(
        Look(style="short", top=TEAL, neck="buttons", sleeve="short", bottom=INK, skin=TAN),
        Pose(
            lean=16,
            bow=8,
            far=Arm((120, 86), hand="hold", turn=30),
            near=Arm((100, 96), hand="hold", turn=30),
            face=Face(0.7, tilt=10, mouth="smile"),
        ),
        lap=g(closed_big(), at=(150, -330), size=0.7, turn=8),
    )
    listener_face = Face(0.5, eyes="shut", tilt=-8, mouth="smile")
    listener = person(
        Look(
            style="bun",
            hair=WHITE,
            elder=True,
            top=ROSE,
            neck="kebaya",
            bottom=TERRACOTTA,
            bottom_tex=tex("plaid", CREAM),
            skirt=True,
            skin=TAN,
        ),
        Pose(lean=-4, far=Arm((60, 60), hand="rest", turn=-60), near=Arm((40, 110), hand="hold"), face=listener_face),
        hold=g(headphones(), at=(-2, -498), turn=-8)
        + rect(22, -350, 46, 66, INK, r=6)
        + oval(45, -318, 14, 14, STONE)
        + line([(-44, -480), (-30, -400), (24, -340)], INK, 3),
    )
    table = (
        rect(-150, -190, 300, 22, STRAW, r=5)
        + line([(-110, -170), (110, 0)], BARK, 12)
        + line([(110, -170), (-110, 0)], BARK, 12)
        + g(stack(4, 120, 5), at=(-60, -190))
        + g(closed_big(), at=(80, -250))
    )
    return sheet(
        shore,
        sand,
        g(coconut(560, 80), at=(80, 760)),
        g(coconut(470, -70), at=(1560, 720)),
        g(van(), at=(1020, 800), size=1.12),
        ramp,
        g(table, at=(1430, 960), size=1.0),
        g(listener, at=(300, 990), size=1.02),
        g(clerk, at=(700, 950), size=1.0),
        g(back, wheeler, front, at=(1130, 1010), size=1.0, flip=True),
        g(bench, g(friend, at=(210, 0)), reader, at=(480, 1150), size=1.12),
        g(tuft(8, 210, 26, spread=130, seed=3), at=(60, 1230)),
        g(tuft(7, 170, 24, spread=130, seed=5), at=(1500, 1230)),
        title="Buku audio dan braille keliling",
    )


def closed_big() -> str:
    """Return a book in large letters, upright on the origin."""
    return (
        rect(-44, -60, 92, 120, CREAM, r=4)
        + rect(-48, -60, 90, 120, TEAL, r=4)
        + oval(-2, -16, 24, 24, OCHRE)
        + rect(-34, 26, 64, 12, PAPER)
    )


def lamps(points: list[Point]) -> str:
    """Return a string of lamps along *points*."""
    text = line(points, INK, 4)
    for i, (x, y) in enumerate(points[1:-1]):
        text += (
            glow(x, y + 26, 110, OCHRE, 0.55)
            + line([(x, y), (x, y + 14)], INK, 4)
            + oval(x, y + 26, 13, 16, DAWN if i % 2 else OCHRE)
        )
    return text


def stall(width: float, cloth: str, stripe: str) -> str:
    """Return a market stall, its table's left lower corner on the origin."""
    text = (
        rect(0, -420, 12, 420, BARK)
        + rect(width - 12, -420, 12, 420, BARK)
        + rect(12, -400, width - 24, 260, "#3a2a1e")
    )
    text += poly([(-40, -360), (20, -470), (width - 20, -470), (width + 40, -360)], cloth) + poly(
        [(-40, -360), (20, -470), (width - 20, -470), (width + 40, -360)], tex("stripes", stripe), opacity=0.8
    )
    text += "".join(
        path(f"M{x} -362q{(width + 80) / 16:.0f} 40 {(width + 80) / 8:.0f} 0z", cloth if i % 2 else stripe)
        for i, x in enumerate(range(-40, int(width + 30), int((width + 80) / 8)))
    )
    return text


def pasar() -> str:
    """Return the library at the night market: nobody has to leave the stall to borrow a book."""
    night = rect(0, 0, 1600, 1200, NIGHT) + "".join(
        oval(
            vary(i) * 1600,
            vary(i + 0.4) * 420,
            1.6 + vary(i + 0.7) * 2.2,
            1.6 + vary(i + 0.7) * 2.2,
            CREAM,
            opacity=0.8,
        )
        for i in range(60)
    )
    night += (
        oval(1310, 150, 62, 62, DAWN)
        + oval(1336, 134, 56, 56, NIGHT)
        + hills([(0, 470), (300, 400), (640, 450), (980, 330), (1280, 440), (1600, 390)], "#123039")
    )
    night += "".join(
        g(tree(230 + vary(i) * 90, wide=100, colour="#0f2b2e", light="#1d4345", seed=i), at=(60 + i * 210, 640))
        for i in range(8)
    )
    ground = hills(
        [(0, 700), (600, 680), (1600, 700)], "#6b5140", over=tex("speckle", OCHRE), over_opacity=0.35
    ) + glow(800, 940, 760, CLAY, 0.45)
    front_lamps = lamps(
        [(-20, 190), (180, 250), (390, 286), (610, 300), (830, 300), (1050, 286), (1270, 244), (1620, 150)]
    )
    veg = g(stall(400, TERRACOTTA, CREAM), at=(40, 960))
    seller = person(
        Look(style="hijab", cover=OCHRE, top=LEAF, bottom=INK, skirt=True, skin=HONEY),
        Pose(
            lean=10,
            far=Arm((96, 76), hand="hold"),
            near=Arm((60, 90), hand="hold"),
            face=Face(0.6, tilt=8, eyes="down", mouth="smile"),
        ),
        hold=g(book(130, TERRACOTTA), at=(88, -350), turn=-6),
    )
    goods = rect(40, 800, 400, 30, WOOD) + rect(40, 826, 400, 150, BARK, over=tex("boards", INK), over_opacity=0.5)
    goods += "".join(
        g(
            basket(110, 56),
            "".join(oval(-36 + k * 24, -64 - (k % 2) * 10, 17, 16, c) for k in range(4)),
            at=(104 + i * 132, 802),
        )
        for i, c in enumerate((TERRACOTTA, LIGHT_LEAF, OCHRE))
    )
    cook = person(
        Look(style="short", top=CREAM, sleeve="short", bottom=INK, skin=TAN),
        Pose(lean=-4, far=Arm((140, 10), hand="open", turn=-14), near=Arm((40, 120)), face=Face(0.8, mouth="laugh")),
    )
    wok = (
        rect(1190, 800, 380, 30, WOOD)
        + rect(1190, 826, 380, 150, BARK, over=tex("boards", INK), over_opacity=0.5)
        + path("M1400 756Q1460 820 1540 756Z", INK)
        + rect(1390, 750, 160, 10, STONE, r=5)
        + "".join(
            line([(1430 + k * 34, 736), (1424 + k * 34, 700), (1438 + k * 34, 664)], CREAM, 6, opacity=0.35)
            for k in range(3)
        )
    )
    wok += "".join(oval(1230 + k * 36, 788, 17, 13, OCHRE) for k in range(4)) + "".join(
        oval(1248 + k * 36, 770, 17, 13, CLAY) for k in range(3)
    )
    librarian = person(
        Look(
            style="hijab",
            cover=CREAM,
            top=TERRACOTTA,
            top_tex=tex("truntum", DAWN),
            bottom=TEAL,
            skirt=True,
            tunic=70,
            skin=BROWN,
        ),
        Pose(
            lean=10,
            step=26,
            far=Arm((150, 40), hand="hold", turn=-10),
            near=Arm((20, 150), hand="hold"),
            face=Face(0.8, mouth="smile", tilt=-2),
        ),
        lap=g(book_back(96, TEAL), at=(172, -396), turn=-8),
        hold=path("M-24 -262Q30 -350 84 -262", stroke=BARK, width=9)
        + g(basket(140, 84), g(spines(120, 70, 21), at=(-58, -80)), basket(140, 84), at=(30, -180)),
    )
    teller = person(
        Look(
            style="bun", top=OCHRE, neck="kebaya", bottom=BARK, bottom_tex=tex("kawung", OCHRE), skirt=True, skin=HONEY
        ),
        Pose(
            kind="stool",
            lean=14,
            far=Arm((112, 30), hand="hold", turn=-20),
            near=Arm((90, 76), hand="hold"),
            face=Face(0.6, mouth="talk", tilt=6),
        ),
        lap=g(book_back(140, DEEP), at=(122, -240), turn=-4),
    )
    kids = g(
        person(
            Look(child=True, style="short", top=TEAL, bottom=INK, skin=TAN),
            Pose(kind="floor", far=Arm((50, 120)), near=Arm((-50, 120)), face=Face(away=True, tilt=-8)),
        ),
        at=(770, 1200),
        size=1.3,
    )
    kids += g(
        person(
            Look(child=True, style="pigtails", top=ROSE, bottom=DEEP, skin=BROWN),
            Pose(kind="floor", far=Arm((50, 120)), near=Arm((-50, 120)), face=Face(away=True, tilt=6)),
        ),
        at=(960, 1210),
        size=1.3,
    )
    kids += g(
        person(
            Look(child=True, style="hijab", cover=DAWN, top=LEAF, bottom=CLAY, skirt=True, skin=FAIR),
            Pose(
                kind="simpuh",
                far=Arm((50, 60), hand="rest", turn=-60),
                near=Arm((40, 64), hand="rest", turn=-60),
                face=Face(0.7, mouth="laugh", tilt=-10),
            ),
        ),
        at=(1120, 1150),
        size=1.15,
        flip=True,
    )
    return sheet(
        night,
        ground,
        glow(800, 620, 560, OCHRE, 0.5),
        g(van(TEAL, OCHRE), at=(800, 860), size=1.0),
        glow(690, 560, 330, DAWN, 0.35),
        veg,
        g(seller, at=(230, 1010), size=0.98),
        goods,
        g(stall(380, DEEP, OCHRE), at=(1190, 960)),
        g(cook, at=(1400, 1010), size=0.98, flip=True),
        wok,
        front_lamps,
        rect(508, 1000, 110, 26, BARK, r=5),
        rect(516, 1020, 18, 140, BARK),
        rect(592, 1020, 18, 140, BARK),
        g(librarian, at=(980, 1030), size=1.0),
        g(teller, at=(560, 1150), size=1.15),
        kids,
        g(tuft(8, 200, 30, spread=120, seed=3, colours=("#12332f", DEEP, "#2c5a41")), at=(40, 1230)),
        g(tuft(8, 220, 30, spread=120, seed=6, colours=("#12332f", DEEP, "#2c5a41")), at=(1560, 1230)),
        title="Perpustakaan malam di pasar desa",
    )


SCENES = {"2026/06/buku-audio-dan-braille-keliling": keliling, "2027/01/buku-di-pasar-malam": pasar}
