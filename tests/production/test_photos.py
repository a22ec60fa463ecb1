"""Photos of a newsroom: nothing leaks, nobody is shown who did not agree, and a bad photo costs itself only."""

import datetime as dt
import json
import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from pipeline.errors import OutputError
from pipeline.pictures.vips import vips
from pipeline.production.check import check
from pipeline.production.newsroom import Newsroom
from pipeline.production.why import explain
from tests.conftest import NOW
from tests.pictures import conftest as make

SITE = 'nama = "Kabar"\nurl = "https://kabar.example/"\n'
HEIC = Path(make.__file__).with_name("telepon.heic")
MONTH = "content/stories/2026/11/"
PLANTED = {
    "a.jpg": make.planted_jpeg(1_400, 1_000),
    "b.png": make.planted_png(),
    "c.webp": make.planted_webp(),
    "d.heic": HEIC.read_bytes(),
}


def photo_line(file: str, consent: str = "ya", **more: str) -> str:
    parts = {"berkas": file, "keterangan": "Rak buku", "alt": "Rak", "izin": consent} | more
    return "{" + ", ".join(f"{key}: {value}" for key, value in parts.items()) + "}"


@pytest.fixture
def gallery(newsroom, story):
    """Make a newsroom with one story and its photos: pairs of file and consent."""

    def build(*photos: tuple[str, str], files: dict[str, bytes] | None = None, settings: str = SITE, **more: str):
        lines = ", ".join(photo_line(file, consent) for file, consent in photos)
        report = story("Panen", day="2026-11-02", foto=f"[{lines}]", **more)
        room = newsroom({"content/site.toml": settings, f"{MONTH}panen.md": report})
        room.write({f"{MONTH}{file}": data for file, data in (files or PLANTED).items()})
        return room

    return build


def pictures(room) -> list[str]:
    """Return the names of all pictures of the story."""
    folder = room.output / "site/2026/11/panen"
    return sorted(path.name for path in folder.glob("*") if path.suffix != ".html")


def album(room) -> list[str]:
    return sorted(path.name for path in (room.root / ".warta/cache/photos").glob("??/*"))


def at(text: str) -> int:
    return int(dt.datetime.fromisoformat(f"{text}+07:00").timestamp())


# -- nothing leaks -----------------------------------------------------------------------------------------------------


def test_no_byte_of_what_was_planted_is_in_the_output_or_the_album(gallery):
    room = gallery(*((file, "ya") for file in PLANTED))
    assert room.build().errors == 0
    made = room.tree()
    assert sum(name.endswith(".webp") for name in made) >= 8
    album_bytes = {path: (room.root / ".warta/cache/photos" / path[:2] / path).read_bytes() for path in album(room)}
    assert len(album_bytes) == 4
    originals = {data[-4_000:] for data in PLANTED.values()}
    for name, data in {**made, **album_bytes}.items():
        for part in (data, *inside(data)):
            assert make.SECRET not in part, name
            for mark in (b"Exif\0", b"xmpmeta", b"8BIM", b"ICC_PROFILE", b"GPS", b"eXIf", b"EXIF", b"XMP ", b"ICCP"):
                assert mark not in part or not name.endswith((".jpg", ".webp", ".png")), (name, mark)
            assert not any(original in part for original in originals), name


def inside(data: bytes) -> list[bytes]:
    """Return what is inside *data* where it is a ZIP."""
    if not data.startswith(b"PK"):
        return []
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return [archive.read(name) for name in archive.namelist()]


def test_a_file_name_of_a_person_reaches_no_output(gallery):
    room = gallery(("IMG-Dimas-SDN1.jpg", "ya"), files={"IMG-Dimas-SDN1.jpg": make.planted_jpeg()})
    room.build()
    for name, data in room.tree().items():
        assert "Dimas" not in name
        assert b"Dimas" not in data, name


# -- what a page shows -------------------------------------------------------------------------------------------------


def test_the_page_names_files_that_are_there_with_their_true_sizes(gallery):
    room = gallery(("a.jpg", "ya"), ("d.heic", "ya"))
    room.build()
    page, folder = room.page("site/2026/11/panen/index.html"), room.output / "site/2026/11/panen"
    sets = re.findall(r'srcset="([^"]+)"', page)
    assert len(sets) == 2
    for files in sets:
        for item in files.split(", "):
            name, width = item.split(" ")
            assert vips().Image.new_from_file(f"{folder / name}").width == int(width.removesuffix("w"))
    for name, width, height in re.findall(r'<img [^>]*src="([^"]+)" width="(\d+)" height="(\d+)"', page):
        image = vips().Image.new_from_file(f"{folder / name}")
        assert image.width / image.height == pytest.approx(int(width) / int(height), rel=0.01)
    assert page.count('loading="lazy"') == 1
    assert page.count('fetchpriority="high"') == 1
    assert re.search(r'class="warna-\d+"', page)
    assert "style=" not in page


def test_a_photo_is_never_enlarged(gallery):
    room = gallery(("klein.jpg", "ya"), files={"klein.jpg": make.scene(500, 400).write_to_buffer(".jpg")})
    room.build()
    widths = sorted(int(name.rpartition("-")[2].split(".")[0]) for name in pictures(room) if name.endswith(".webp"))
    assert widths == [320, 480, 500]


def test_the_head_names_the_card_with_size_type_and_words(gallery):
    room = gallery(("a.jpg", "ya"))
    room.build()
    page = room.page("site/2026/11/panen/index.html")
    meta = dict(re.findall(r'<meta property="(og:image[^"]*)" content="([^"]+)"', page))
    assert meta["og:image"].startswith("https://kabar.example/2026/11/panen/kartu-1200x630-")
    assert (meta["og:image:width"], meta["og:image:height"], meta["og:image:type"]) == ("1200", "630", "image/jpeg")
    assert meta["og:image:alt"] == "Kartu berita: Panen. Rak"
    card = room.output / "site" / meta["og:image"].removeprefix("https://kabar.example/")
    assert card.stat().st_size <= 200_000
    image = vips().Image.new_from_file(f"{card}")
    assert (image.width, image.height) == (1_200, 630)
    data, *_ = json.loads(re.search(r'ld\+json">(.*?)</script>', page)[1])
    sizes = [vips().Image.new_from_file(f"{room.output}/site/{url[22:]}") for url in data["image"]]
    assert [(image.width, image.height) for image in sizes] == [(1_200, 675), (1_200, 900), (1_200, 1_200)]
    home = dict(re.findall(r'<meta property="(og:image[^"]*)" content="([^"]+)"', room.page("site/index.html")))
    assert (room.output / "site" / home["og:image"].removeprefix("https://kabar.example/")).exists()


def test_posts_name_the_cards_with_alternative_texts(gallery):
    room = gallery(("a.jpg", "ya"), kutipan="[{teks: Senang sekali, nama: Ibu S., izin: ya}]", peserta="{total: 24}")
    room.build()
    found = json.loads(room.page("social/2026/11/panen/posts.json"))["pictures"]
    assert [(picture["width"], picture["height"]) for picture in found] == [
        (1_080, 1_350), (1_080, 1_920), (1_080, 1_350), (1_080, 1_350),
    ]  # fmt: skip
    for picture in found:
        image = vips().Image.new_from_file(f"{room.output / picture['file']}")
        assert (image.width, image.height) == (picture["width"], picture["height"])
    assert [picture["alt"] for picture in found] == [
        "Kartu berita: Panen. Rak", "Kartu berita: Panen. Rak", "“Senang sekali” – Ibu S.", "24 peserta",
    ]  # fmt: skip


def test_stories_before_the_kit_have_their_photo_or_the_site_card(gallery, story):
    room = gallery(("a.jpg", "ya"), settings=f"{SITE}[kit]\nsejak = 2026-11-10\n")
    room.write({f"{MONTH}tanpa.md": story("Tanpa", day="2026-11-03")})
    room.build()
    assert not list((room.output / "site/2026/11").rglob("kartu-*"))
    images = [
        re.search(r'og:image" content="([^"]+)"', room.page(f"site/2026/11/{s}/index.html"))[1]
        for s in ("panen", "tanpa")
    ]
    assert "/2026/11/panen/panen-" in images[0]
    assert images[1].startswith("https://kabar.example/kartu-1200x630-")
    for image in images:
        assert (room.output / "site" / image.removeprefix("https://kabar.example/")).exists()


def test_a_logo_is_on_every_card_and_another_one_makes_other_cards(gallery):
    logo = make.scene(300, 300).draw_rect([255, 0, 255], 0, 0, 300, 300, fill=True)
    room = gallery(("a.jpg", "ya"), settings=f'{SITE}[kartu]\nlogo = "logo.png"\ngaya = "poster"\n')
    room.write({"content/logo.png": logo.write_to_buffer(".png")})
    room.build()
    before = pictures(room)
    assert seen(room, "kartu-1080x1350", [255, 0, 255])
    room.write({"content/logo.png": logo.invert().write_to_buffer(".png")})
    room.build()
    assert seen(room, "kartu-1080x1350", [0, 255, 0])
    changed = {name.rpartition("-")[0] for name in set(pictures(room)) - set(before)}
    assert changed == {"kartu-1080x1350", "kartu-1080x1920", "kartu-1200x630"}
    assert room.build(whole=True).made == 0


# -- consent -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("consent", "page", "posts", "kept"),
    [
        ("ya", True, True, True),
        ("tidak", False, False, False),
        ("{kanal: [web]}", True, False, True),
        ("{kanal: [sosial]}", False, False, True),
        ("{kanal: [cetak]}", False, False, True),
        ("{sampai: 2026-11-21}", False, False, False),
        ("{sampai: 2026-11-22}", True, True, True),
        ("{dicabut: 2026-11-22}", False, False, False),
        ("{dicabut: 2026-11-23}", True, True, True),
    ],
)
def test_a_photo_is_shown_where_its_people_agreed(gallery, consent, page, posts, kept):
    room = gallery(("a.jpg", consent), files={"a.jpg": PLANTED["a.jpg"]})
    room.build()
    assert any(name.endswith(".webp") for name in pictures(room)) is page
    assert any(re.search(r"panen-\w+-1200x675", name) for name in pictures(room)) is page
    assert bool(album(room)) is kept
    colour = make.scene(140, 100)(30, 50)
    assert seen(room, "kartu-1200x630", colour) is page
    assert seen(room, "kartu-1080x1350", colour) is posts


def seen(room, card: str, colour: list[float]) -> bool:
    """Whether the bright thing of the photo is to be seen on a card (its colour is on no card without it)."""
    (path,) = (room.output / "site/2026/11/panen").glob(f"{card}-??????????.jpg")
    image = vips().Image.new_from_file(f"{path}")
    near = None
    for band, part in enumerate(colour):
        here = (image.extract_band(band) - part).abs() < 9
        near = here if near is None else near & here
    return near.avg() / 255 * image.width * image.height > 300


def test_a_photo_that_nobody_may_see_is_never_opened(gallery):
    room = gallery(("a.jpg", "tidak"), files={"a.jpg": b"this would be an error if it were opened"})
    assert room.build().errors == 0


def test_consent_that_ends_takes_the_photo_from_everywhere_and_one_that_returns_brings_it_back(gallery, difference):
    room = gallery(("a.jpg", "{sampai: 2026-11-22}"), files={"a.jpg": PLANTED["a.jpg"]})
    report = room.build(now=at("2026-11-22T12:00"))
    before, copies = pictures(room), album(room)
    assert report.next_due == at("2026-11-23T00:00")
    assert len(copies) == 1
    room.build(now=at("2026-11-23T00:00"))
    assert album(room) == []
    assert not any("panen-" in name for name in pictures(room))
    assert difference(room.tree(), room.clean(now=at("2026-11-23T00:00"))) == ""
    room.build(now=at("2026-11-22T12:00"))
    assert (pictures(room), album(room)) == (before, copies)
    assert difference(room.tree(), room.clean(now=at("2026-11-22T12:00"))) == ""


def test_a_copy_stays_while_another_story_shows_the_same_photo(gallery, story):
    room = gallery(("a.jpg", "ya"), files={"a.jpg": PLANTED["a.jpg"], "b.jpg": PLANTED["a.jpg"]})
    room.write({f"{MONTH}lain.md": story("Lain", day="2026-11-03", foto=f"[{photo_line('b.jpg')}]")})
    room.build()
    assert len(album(room)) == 1
    room.write({f"{MONTH}panen.md": None})
    room.build()
    assert len(album(room)) == 1
    room.write({f"{MONTH}lain.md": None})
    room.build()
    assert album(room) == []


def test_a_child_is_shown_only_where_a_guardian_agreed(gallery):
    line = "{berkas: a.jpg, alt: Anak, keterangan: Anak, ada_anak: ya, izin: %s}"
    for consent, there in (("ya", False), ("{wali: ya}", True)):
        room = gallery(files={"a.jpg": PLANTED["a.jpg"]})
        text = (room.root / f"{MONTH}panen.md").read_text("utf-8")
        room.write({f"{MONTH}panen.md": text.replace("foto: []", f"foto: [{line % consent}]")})
        room.build()
        assert bool(album(room)) is there


def test_a_copy_that_a_failed_build_left_goes_when_consent_is_gone(gallery):
    room = gallery(("a.jpg", "ya"), files={"a.jpg": PLANTED["a.jpg"]})
    room.write({"templates/site/home.html": "{% if %}"})
    with pytest.raises(OutputError):
        room.build()
    assert album(room)
    text = (room.root / f"{MONTH}panen.md").read_text("utf-8")
    room.write({f"{MONTH}panen.md": text.replace("izin: ya", "izin: tidak"), "templates/site/home.html": None})
    room.build()
    assert album(room) == []


def test_a_check_tells_of_bad_photos_and_keeps_no_copy(gallery):
    room = gallery(("a.jpg", "ya"), ("b.png", "ya"), files=PLANTED | {"b.png": b"halo"})
    found = check(Newsroom(room.root), now=NOW)
    assert [(problem.line, problem.code) for problem in found.all if problem.level == "error"] == [
        (6, "foto-bukan-gambar")
    ]
    assert not list((room.root / ".warta").rglob("*.jpg"))


def test_a_preview_has_photos_of_its_own(gallery):
    room = gallery(("a.jpg", "ya"), files={"a.jpg": PLANTED["a.jpg"]}, status="draf")
    room.build()
    assert album(room) == []
    room.build(preview=True)
    preview = room.root / ".warta/cache/preview"
    assert list((preview / "output/site/2026/11/panen").glob("*.webp"))
    assert list((preview / "photos").glob("??/*.jpg"))


def test_why_names_the_inputs_of_a_picture(gallery):
    room = gallery(("a.jpg", "ya"), files={"a.jpg": PLANTED["a.jpg"]})
    room.build()
    text = (room.root / f"{MONTH}panen.md").read_text("utf-8")
    room.write({f"{MONTH}panen.md": text.replace("judul: Panen", "judul: Panen raya")})
    room.build()
    (card,) = (room.output / "site/2026/11/panen").glob("kartu-1200x630-*")
    said = explain(Newsroom(room.root), card.relative_to(room.output).as_posix(), now=NOW)
    assert "karena judul berubah" in said
    (small,) = (room.output / "site/2026/11/panen").glob("panen-*-480.webp")
    assert "sebelumnya belum ada" in explain(Newsroom(room.root), small.relative_to(room.output).as_posix(), now=NOW)


# -- bad photos --------------------------------------------------------------------------------------------------------

BAD = {
    "kosong.jpg": (b"", "foto-kosong"),
    "potong.jpg": (make.scene(2_000, 1_500).write_to_buffer(".jpg")[:-2_000], "foto-rusak"),
    "besar.png": (make.huge_png(), "foto-terlalu-besar"),
    "bukan.jpg": (b"halo", "foto-bukan-gambar"),
    "nama.jpg": (make.planted_png(), "foto-salah-nama"),
    "gambar.svg": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "foto-jenis-lain"),
    "gerak.png": (make.animated_png(), "foto-bergerak"),
}


def test_bad_photos_are_told_by_line_and_the_story_is_published_without_them(gallery):
    room = gallery(*((file, "ya") for file in (*BAD, "a.jpg")), files={f: d for f, (d, _) in BAD.items()} | PLANTED)
    report = room.build()
    errors = {p.values["file"].rpartition("/")[2]: p.code for p in report.problems if p.level == "error"}
    assert errors == {file: code for file, (_, code) in BAD.items()}
    assert all(problem.line == 6 for problem in report.problems)
    assert len([name for name in pictures(room) if name.endswith("-960.webp")]) == 1
    assert report.stories == 1
    assert not album(room)[1:]


def test_a_photo_that_cannot_be_opened_is_told_and_tried_again(gallery):
    room = gallery(("a.jpg", "ya"), files={"a.jpg": b"halo"})
    assert room.build().errors == 1
    assert room.build().errors == 1
    room.write({f"{MONTH}a.jpg": PLANTED["a.jpg"]})
    assert room.build().errors == 0
    assert album(room)


def test_the_limit_of_pixels_is_a_setting(gallery, difference):
    room = gallery(("a.jpg", "ya"), settings=f"{SITE}[foto]\nmegapiksel = 1\n", files={"a.jpg": PLANTED["a.jpg"]})
    (problem,) = (problem for problem in room.build().problems if problem.level == "error")
    assert problem.code == "foto-terlalu-besar"
    room.write({"content/site.toml": SITE})
    assert room.build().errors == 0
    assert album(room)
    assert difference(room.tree(), room.clean()) == ""


# -- an unchanged photo is not opened again ----------------------------------------------------------------------------


def test_what_is_opened(gallery, story, monkeypatch):
    from pipeline.production import photos

    opened: list[str] = []
    load = photos.load_photo
    monkeypatch.setattr(
        photos, "load_photo", lambda root, path: opened.append(path.rpartition("/")[2]) or load(root, path)
    )
    room = gallery(("a.jpg", "ya"), ("b.png", "ya"))
    long_ago = 1_700_000_000
    import os

    for path in (room.root / MONTH).iterdir():
        os.utime(path, (long_ago, long_ago))
    monkeypatch.setattr("pipeline.archive.reading.RACY_NS", -(10**18))
    room.build()
    assert sorted(opened) == ["a.jpg", "b.png"]
    opened.clear()
    room.build()
    room.write({f"{MONTH}lain.md": story("Lain", day="2026-11-03")})
    room.build()
    text = (room.root / f"{MONTH}panen.md").read_text("utf-8")
    room.write({f"{MONTH}panen.md": text.replace("Isi kabar.", "Isi lain.")})
    room.build()
    room.build(whole=True)
    assert opened == []
    room.write({f"{MONTH}b.png": make.planted_png(800, 600)})
    room.build()
    assert opened == ["b.png"]


def test_what_a_new_photo_plans(gallery, story):
    room = gallery(("a.jpg", "ya"))
    for number in range(30):
        room.write({f"content/stories/2026/10/k{number}.md": story(f"K {number}", day="2026-10-05")})
    room.build()
    room.write({f"{MONTH}a.jpg": make.scene(901, 900).write_to_buffer(".jpg")})
    report = room.build(only=("photos", "cards"))
    # Four renditions and a JPEG, three crops, the card; two cards to post.
    assert report.made <= 11
    assert report.planned <= 12
