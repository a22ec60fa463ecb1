"""The kit of a story: what is in its page and its ZIP, for whom it is made, and when it is not."""

import base64
import hashlib
import re
import shutil
import zipfile
from html import unescape

import html5lib
import pytest

from pipeline.desks.kit.blocks import blocks, cut
from pipeline.production.newsroom import Newsroom
from pipeline.production.why import explain
from tests.conftest import NOW
from tests.kit.conftest import ADDRESS, PAGE, PICTURED, PLAIN, REPORT, ZIP, sheet

NS = "{http://www.w3.org/1999/xhtml}"
HOSTILE = '\'</textarea></script><b>Panen</b> & "dua" ꦧꦸꦏꦸ مرحبا 👨‍👩‍👧'


def parsed(data: bytes):
    parser = html5lib.HTMLParser()
    document = parser.parse(data, transport_encoding="utf-8")
    assert parser.errors == []
    return document


def boxes(document) -> dict[str, str]:
    """Return the texts to copy by their ids, as a browser holds them."""
    return {node.get("id"): node.text or "" for node in document.iter(f"{NS}textarea")}


def packed(room, path: str = ZIP) -> dict[str, bytes]:
    with zipfile.ZipFile(room.output / path) as found:
        return {info.filename: found.read(info) for info in found.infolist()}


def texts(found) -> dict[str, str]:
    """Return every text of a sheet by the id of its box."""
    told = {slip.key: slip.text.text for block in blocks(found, {}) for slip in block.slips}
    return told | {"pengeras-suara": found.spoken.text}


# -- the page ----------------------------------------------------------------------------------------------------------


def test_the_page_holds_every_text_of_the_sheet_byte_for_byte(kit):
    room = kit(
        body="Isi kabar yang panjang.\n\n" * 60,
        hasil="24 ibu kini berjualan.",
        kutipan="[{teks: Senang sekali, nama: Ibu S., izin: ya}]",
    )
    assert room.build().errors == 0
    found = sheet(room)
    there = boxes(parsed((room.output / PAGE).read_bytes()))
    assert there == texts(found)
    assert len(there) > 40
    assert sum(len(post.thread) for post in found.posts) > 4
    for post in found.posts:
        assert there[post.platform] == (room.output / f"social/{ADDRESS}/{post.file}").read_text("utf-8")


def test_hostile_words_stay_words(kit):
    own = "<b> & </textarea> 'dua' مرحبا"
    room = kit(title=f"'{HOSTILE.replace(chr(39), chr(39) * 2)}'", sosial=f'{{whatsapp: "{own}"}}')
    assert room.build().errors == 0
    data = (room.output / PAGE).read_bytes()
    document = parsed(data)
    assert document.find(f".//{NS}h1").text == HOSTILE
    assert boxes(document) == texts(sheet(room))
    assert [node.get("src") for node in document.iter(f"{NS}script")] == ["../../../../kit.js"]
    assert len(list(document.iter(f"{NS}section"))) == 14
    alone = parsed(packed(room)["bagikan.html"])
    assert boxes(alone) == texts(sheet(room))
    assert len(list(alone.iter(f"{NS}script"))) == 1


def test_platforms_stand_in_the_order_of_the_settings(kit):
    room = kit(settings=f'{PLAIN}[sosial]\nplatform = ["x", "whatsapp"]\n')
    room.build()
    assert re.findall(r'data-saluran="([^"]+)"', room.page(PAGE)) == ["x", "whatsapp"]


def test_the_page_is_for_those_who_know_of_it(kit):
    room = kit()
    room.build()
    assert '<meta name="robots" content="noindex">' in room.page(PAGE)
    assert 'href="bagikan/"' in room.page(f"site/{ADDRESS}/index.html")
    others = [path for path in room.tree() if path.endswith((".xml", ".json", "arsip/index.html"))]
    assert [path for path in others if "bagikan" in room.page(path)] == []


def test_a_story_without_photos_and_a_site_without_cards_have_a_kit_without_pictures(kit):
    room = kit()
    assert room.build().errors == 0
    assert "<img" not in room.page(PAGE)
    assert all(name.startswith(("teks/", "bagikan")) for name in packed(room))


# -- the ZIP -----------------------------------------------------------------------------------------------------------


def test_the_zip_holds_texts_pictures_and_a_page_that_asks_for_nothing(kit):
    room = kit(settings=PICTURED, photos="[{berkas: rak.jpg, alt: Rak buku, izin: ya}]")
    assert room.build().errors == 0
    found, files = sheet(room), packed(room)
    for block in blocks(found, {}):
        for slip in block.slips:
            assert files[f"teks/{slip.file}"].decode() == slip.text.text
    assert files["teks/pengeras-suara.txt"].decode() == found.spoken.text
    pictures = {name: data for name, data in files.items() if name.endswith(".jpg")}
    assert sorted(pictures.values()) == sorted((room.output / picture.file).read_bytes() for picture in found.pictures)
    assert "Rak buku" in files["gambar/teks-alternatif.txt"].decode()

    page = files["bagikan.html"].decode()
    document = parsed(page.encode())
    images = [node.get("src") for node in document.iter(f"{NS}img")]
    assert len(images) == len(set(images)) == len(found.pictures) + 1
    assert all(image.startswith("data:image/jpeg;base64,") for image in images)
    assert {base64.b64decode(image.partition(",")[2]) for image in images} > set(pictures.values())
    assert [node.get("src") for node in document.iter(f"{NS}script")] == [None]
    assert [node.get("href") for node in document.iter(f"{NS}link")] == ["data:,"]
    assert "url(" not in document.find(f".//{NS}style").text
    assert "@import" not in document.find(f".//{NS}style").text


def test_what_stands_inside_of_the_page_is_allowed_by_its_hash_alone(kit):
    room = kit()
    room.build()
    document = parsed(packed(room)["bagikan.html"])
    (policy,) = (node.get("content") for node in document.iter(f"{NS}meta") if node.get("http-equiv"))
    for kind in ("style", "script"):
        text = document.find(f".//{NS}{kind}").text
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; img-src data:; ")


def test_two_builds_give_the_same_bytes_which_bear_the_storys_day(kit, difference):
    room = kit(settings=PICTURED)
    room.build()
    assert difference(room.tree(), room.clean()) == ""
    with zipfile.ZipFile(room.output / ZIP) as found:
        infos = found.infolist()
    assert {info.date_time for info in infos} == {(2026, 11, 2, 0, 0, 0)}
    assert [info.filename for info in infos] == sorted(info.filename for info in infos)
    kinds = {info.filename.rpartition(".")[2]: info.compress_type for info in infos}
    assert kinds == {"txt": zipfile.ZIP_DEFLATED, "html": zipfile.ZIP_DEFLATED, "jpg": zipfile.ZIP_STORED}


def test_the_poster_is_in_the_zip_and_on_the_page_where_there_is_one(kit, difference):
    settings = PLAIN.replace("posters = false", "posters = true")
    room = kit(settings=settings)
    assert room.build().errors == 0
    assert packed(room)["poster.pdf"] == (room.output / f"site/{ADDRESS}/bagikan/poster.pdf").read_bytes()
    assert 'href="poster.pdf"' in room.page(PAGE)
    room.write({"content/site.toml": PLAIN})
    room.build()
    assert "poster.pdf" not in packed(room)
    assert 'href="poster.pdf"' not in room.page(PAGE)
    assert difference(room.tree(), room.clean()) == ""


# -- who may see it ----------------------------------------------------------------------------------------------------


def test_a_photo_for_the_web_alone_is_nowhere_in_the_kit(kit):
    both = kit(settings=PICTURED, photos="[{berkas: rak.jpg, alt: Rak buku, izin: ya}]")
    both.build()
    alone = kit(settings=PICTURED, photos='[{berkas: rak.jpg, alt: "Rak buku", izin: {kanal: [web]}}]')
    assert alone.build().errors == 0

    assert "Rak buku" in alone.page(f"site/{ADDRESS}/index.html")
    assert "kartu-1200x630" in both.page(PAGE)
    assert "kartu-1200x630" not in alone.page(PAGE)
    assert "Rak buku" not in alone.page(PAGE)
    assert b"Rak buku" not in b"".join(packed(alone).values())
    web = (alone.output / f"site/{ADDRESS}").glob("kartu-1200x630-*.jpg")
    shown = b"".join(packed(alone).values())
    assert not any(base64.b64encode(path.read_bytes()) in shown for path in web)
    assert len(list(alone.output.rglob("kartu-1080x*.jpg"))) == 2  # drawn without the photo


def test_a_withdrawn_story_takes_its_kit_along(kit, story):
    room = kit()
    room.build()
    room.write({REPORT: story("Panen", day="2026-11-02", status="tarik")})
    room.build()
    assert [path for path in room.tree() if "bagikan/" in path] == []


def test_a_withdrawn_photo_leaves_the_kit_with_the_next_build(kit, story, difference):
    room = kit(settings=PICTURED, photos="[{berkas: rak.jpg, alt: Rak buku, izin: {kanal: [web, sosial]}}]")
    room.build()
    before = packed(room)
    room.write(
        {REPORT: story("Panen kangkung", day="2026-11-02", foto="[{berkas: rak.jpg, alt: Rak buku, izin: tidak}]")}
    )
    room.build()
    assert b"Rak buku" in before["gambar/teks-alternatif.txt"]
    assert b"Rak buku" not in b"".join(packed(room).values())
    assert difference(room.tree(), room.clean()) == ""


# -- when there is none ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "settings",
    [
        f"{PLAIN}kit = false\n",
        f"{PLAIN}social = false\n",
        f"{PLAIN}[kit]\nsejak = 2026-11-03\n",
    ],
)
def test_without_a_kit_nothing_leads_to_one(kit, settings):
    room = kit(settings=settings)
    assert room.build().errors == 0
    assert [path for path in room.tree() if "bagikan/" in path] == []
    assert 'href="bagikan/"' not in room.page(f"site/{ADDRESS}/index.html")


def test_a_kit_comes_and_goes_with_the_settings(kit, difference):
    room = kit()
    room.build()
    for settings in (f"{PLAIN}kit = false\n", PLAIN, f"{PLAIN}social = false\n", PLAIN, PICTURED, PLAIN):
        room.write({"content/site.toml": settings})
        room.build()
        assert difference(room.tree(), room.clean()) == ""


def test_a_translation_has_none(kit, story):
    room = kit()
    room.write(
        {"content/stories/2026/11/harvest.md": story("Harvest", day="2026-11-02", terjemahan=ADDRESS, bahasa="en")}
    )
    room.build()
    assert not (room.output / "site/2026/11/harvest/bagikan").exists()
    assert 'href="bagikan/"' not in room.page("site/2026/11/harvest/index.html")


def test_one_story_plans_two_files_more(kit, story):
    planned = []
    for settings in (PLAIN, f"{PLAIN}kit = false\n"):
        room = kit(settings=settings)
        room.build()
        room.write({REPORT: story("Panen kangkung", day="2026-11-02", body="Isi lain.")})
        planned.append(room.build().planned)
    assert planned[0] - planned[1] == 2


def test_why_knows_the_kits_desk_and_inputs(kit, story):
    room = kit()
    room.build()
    room.write({REPORT: story("Judul lain", day="2026-11-02", ringkasan="Ringkasan Panen kangkung.")})
    room.build()
    assert "judul" in explain(Newsroom(room.root), PAGE, now=NOW)
    room.write({"content/site.toml": f"{PLAIN}kit = false\n"})
    room.build()
    assert "[meja] kit = false" in explain(Newsroom(room.root), PAGE, now=NOW)


# -- failure is contained ----------------------------------------------------------------------------------------------

BROKEN = "{{ 1 / 0 }}"


def test_a_card_that_cannot_be_drawn_costs_the_kit_its_pictures_only(kit, difference):
    room = kit(settings=PICTURED)
    room.write({f"templates/cards/{look}.svg": BROKEN for look in LOOKS})
    report = room.build()
    assert {failure.path for failure in report.failures} == {
        f"site/{ADDRESS}/kartu-1080x",
        f"site/{ADDRESS}/kartu-1200x",
    }
    assert "kartu-" not in room.page(PAGE)
    assert all(name.startswith(("teks/", "gambar/teks", "bagikan")) for name in packed(room))
    assert boxes(parsed((room.output / PAGE).read_bytes())) == texts(sheet(room))
    shutil.rmtree(room.root / "templates")
    assert room.build().errors == 0
    assert "kartu-1080x1350" in room.page(PAGE)
    assert difference(room.tree(), room.clean()) == ""


LOOKS = ("koran", "jendela", "poster", "pita", "bingkai", "lapis")


@pytest.mark.parametrize("order", [("kit", "social", "site"), ("site", "kit", "social"), ("social", "kit")])
def test_desks_one_at_a_time_come_to_the_same(kit, difference, order):
    room = kit()
    for name in order:
        assert room.build(only=(name,)).errors == 0
    room.build()
    assert difference(room.tree(), room.clean()) == ""
    room.write({REPORT: None})
    for name in order:
        assert room.build(only=(name,)).errors == 0
    room.build()
    assert difference(room.tree(), room.clean()) == ""


# -- small rules -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "most", "there"),
    [
        ("pendek", None, "pendek"),
        ("pendek", 0, ""),
        ("satu dua tiga", 13, "satu dua tiga"),
        ("satu dua tiga", 12, "satu dua…"),
        ("👩👩👩👩", 6, "👩👩…"),
    ],
)
def test_an_alternative_text_is_as_long_as_the_platform_takes(text, most, there):
    assert cut(text, most) == there
    assert most is None or len(cut(text, most).encode("utf-16-le")) // 2 <= most


def test_a_long_text_says_that_it_must_be_pasted(kit):
    room = kit(sosial='{whatsapp: "' + "Kabar panjang. " * 200 + '"}')
    room.build()
    page = room.page(PAGE)
    assert (
        "https://wa.me/"
        not in page.partition('id="saluran-facebook"')[0].partition('id="whatsapp"')[2].partition("<details")[0]
    )
    assert "Teks ini terlalu panjang untuk tombol WhatsApp" in unescape(page)
