"""What was taken down: remembered, obeyed everywhere, and gone from everything that warta made or kept."""

import datetime as dt
import zipfile
from io import BytesIO

import pypdfium2
import pytest

from pipeline.build import lock
from pipeline.errors import ConfigError
from pipeline.pictures.vips import vips
from pipeline.production.check import check
from pipeline.production.newsroom import Newsroom
from pipeline.production.why import explain
from tests.conftest import NOW
from tests.pictures.conftest import scene

SITE = 'nama = "Kabar"\nurl = "https://kabar.example/"\n'
MONTH = "content/stories/2026/11/"
LIST = "content/tarik.toml"
SAID = "Dulu saya malu sekali datang ke perpustakaan."
OTHER = "Anak saya kini gemar membaca buku."
PINK = [255, 0, 200]
DAY = 86_400


def magenta(width: int = 900, height: int = 700) -> bytes:
    """Return a photo that nothing else looks like."""
    image = vips().Image.black(width, height, bands=3).linear(0, PINK).cast("uchar").copy(interpretation="srgb")
    return image.write_to_buffer(".jpg", Q=90)


def photo(file: str, consent: str = "ya", **more: str) -> str:
    parts = {"berkas": file, "keterangan": "Rak buku", "alt": "Rak", "izin": consent} | more
    return "{" + ", ".join(f"{key}: {value}" for key, value in parts.items()) + "}"


def quote(said: str = SAID, consent: str = "ya") -> str:
    return f"[{{teks: {said}, nama: Ibu S., izin: {consent}}}]"


def texts(room, *folders: str) -> dict[str, bytes]:
    """Return every file below *folders* of the newsroom, members of ZIPs and the words of PDFs too."""
    found: dict[str, bytes] = {}
    for folder in folders:
        for path in sorted((room.root / folder).rglob("*")):
            if path.is_file():
                name, data = path.relative_to(room.root).as_posix(), path.read_bytes()
                found[name] = data
                if data.startswith(b"PK"):
                    with zipfile.ZipFile(BytesIO(data)) as archive:
                        found.update({f"{name}!{part}": archive.read(part) for part in archive.namelist()})
                if data.startswith(b"%PDF"):
                    pages = pypdfium2.PdfDocument(data)
                    words = "".join(page.get_textpage().get_text_range() for page in pages)
                    found[f"{name}!teks"] = " ".join(words.split()).encode()
    return found


def holding(room, words: str, *folders: str) -> list[str]:
    """Return the files in which *words* stand."""
    return [name for name, data in texts(room, *folders).items() if words.encode() in b" ".join(data.split())]


def pink(room, *folders: str) -> list[str]:
    """Return the pictures, and pages of PDFs, in which the magenta photo is still to be seen."""
    found = []
    for name, data in texts(room, *folders).items():
        if data.startswith(b"%PDF"):
            drawn = pypdfium2.PdfDocument(data)[0].render(scale=0.5).to_pil().convert("RGB").tobytes()
            pixels = list(zip(drawn[::3], drawn[1::3], drawn[2::3], strict=True))
            close = sum(r > 200 and g < 80 and b > 140 for r, g, b in pixels) > len(pixels) // 200
        elif data.startswith((b"\xff\xd8\xff", b"\x89PNG", b"RIFF")):
            image = vips().Image.new_from_buffer(data, "").colourspace("srgb")
            red, green, blue = image[0], image[1], image[2]
            close = (((red > 200) & (green < 80)) & (blue > 140)).avg() > 255 / 200
        else:
            continue
        if close:
            found.append(name)
    return found


@pytest.fixture
def pair(newsroom, story):
    """A newsroom with two stories that show the same photo under two names and quote the same person."""

    def report(title: str, file: str, *, of_photo: str = "ya", of_quote: str = "ya", said: str = SAID, **more: str):
        return story(title, day="2026-11-02", foto=f"[{photo(file, of_photo)}]", kutipan=quote(said, of_quote), **more)

    room = newsroom(
        {
            "content/site.toml": SITE,
            f"{MONTH}panen.md": report("Panen", "a.jpg"),
            f"{MONTH}lain.md": report("Lain", "b.jpg", said="“dulu saya malu sekali datang ke perpustakaan”"),
            f"{MONTH}a.jpg": magenta(),
            f"{MONTH}b.jpg": magenta(),
        }
    )
    room.report = report
    return room


# -- a photo -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("consent", ["{dicabut: 2026-11-20}", "tidak"])
def test_a_photo_that_was_taken_down_is_nowhere_in_no_story(pair, difference, consent):
    pair.build()
    assert pink(pair, "output", ".warta")
    before = set(pair.tree())

    pair.write({f"{MONTH}panen.md": pair.report("Panen", "a.jpg", of_photo=consent)})
    report = pair.build()

    assert pink(pair, "output", ".warta") == []
    assert {name for name in before if name.endswith(".webp")} & set(pair.tree()) == set()
    assert [(found.path, found.code) for found in report.problems if found.level == "error"] == [
        (f"{MONTH}lain.md", "foto-ditarik")
    ]
    assert report.taken == 1
    assert "[[foto]]" in (pair.root / LIST).read_text("utf-8")
    assert difference(pair.tree(), pair.clean()) == ""


def test_a_slip_of_the_pen_takes_nothing_down(pair):
    pair.build()
    pair.write({f"{MONTH}panen.md": pair.report("Panen", "a.jpg", of_photo="tidk")})
    pair.build()
    assert not (pair.root / LIST).exists()

    pair.write({f"{MONTH}panen.md": pair.report("Panen", "a.jpg", of_photo="tidak")})
    pair.build()
    assert (pair.root / LIST).exists()


def test_a_no_that_was_always_one_concerns_its_own_story_only(pair):
    pair.write({f"{MONTH}panen.md": pair.report("Panen", "a.jpg", of_photo="tidak")})
    report = pair.build()

    assert not (pair.root / LIST).exists()
    assert report.errors == 0
    assert list((pair.output / "site/2026/11/lain").glob("*.webp"))
    assert not list((pair.output / "site/2026/11/panen").glob("*.webp"))


def test_a_photo_of_a_child_is_taken_down_by_a_plain_no(pair, story):
    agreed = photo("a.jpg", "{wali: ya}", ada_anak="ya")
    refused = photo("a.jpg", "tidak", ada_anak="ya")
    pair.write({f"{MONTH}panen.md": story("Panen", day="2026-11-02", foto=f"[{agreed}]")})
    pair.build()
    pair.write({f"{MONTH}panen.md": story("Panen", day="2026-11-02", foto=f"[{refused}]")})
    pair.build()

    assert pink(pair, "output", ".warta") == []


def test_a_consent_that_ends_later_counts_from_its_day_and_the_clock_does_not_bring_it_back(pair, difference):
    pair.write({f"{MONTH}panen.md": pair.report("Panen", "a.jpg", of_photo="{dicabut: 2026-11-24}")})
    pair.build()
    assert not (pair.root / LIST).exists()

    pair.build(now=NOW + 2 * DAY)
    assert pink(pair, "output", ".warta") == []
    assert "sejak = 2026-11-24" in (pair.root / LIST).read_text("utf-8")
    assert difference(pair.tree(), pair.clean(now=NOW + 2 * DAY)) == ""

    pair.build()
    assert pink(pair, "output", ".warta") == []
    assert difference(pair.tree(), pair.clean()) == ""


def test_deleting_the_entry_allows_it_again(pair, difference):
    first = pair.build()
    kept = pair.tree()
    sound = (pair.root / f"{MONTH}panen.md").read_bytes()
    pair.write({f"{MONTH}panen.md": pair.report("Panen", "a.jpg", of_photo="tidak", of_quote="{dicabut: 2026-11-01}")})
    pair.build()
    pair.write({f"{MONTH}panen.md": sound})
    held = pair.build()
    assert {found.code for found in held.problems if found.level == "error"} == {"foto-ditarik", "kutipan-ditarik"}
    assert pink(pair, "output", ".warta") == []

    pair.write({LIST: None})
    again = pair.build()

    assert again.problems == first.problems
    assert difference(pair.tree(), kept) == ""


# -- a quotation -------------------------------------------------------------------------------------------------------


def test_the_words_of_a_quotation_that_was_taken_down_are_nowhere(pair, difference):
    pair.build()
    assert len(holding(pair, "malu sekali datang", "output")) > 4
    assert holding(pair, "malu sekali datang", ".warta/cache")

    pair.write({f"{MONTH}panen.md": pair.report("Panen", "a.jpg", of_quote="{dicabut: 2026-11-20}")})
    report = pair.build()

    assert holding(pair, "malu sekali datang", "output", ".warta") == []
    errors = [found for found in report.problems if found.level == "error"]
    assert [(found.path, found.code) for found in errors] == [(f"{MONTH}lain.md", "kutipan-ditarik")]
    assert errors[0].line == 7
    assert difference(pair.tree(), pair.clean()) == ""


def test_words_that_also_stand_in_the_body_hold_the_report_until_they_are_gone(newsroom, story):
    def report(consent: str, body: str) -> str:
        return story("Panen", day="2026-11-02", kutipan=quote(SAID, consent), body=body)

    path = f"{MONTH}panen.md"
    room = newsroom({path: report("ya", f"Kata Ibu S.: “{SAID}”")})
    room.build()
    room.write({path: report("{dicabut: 2026-11-20}", f"Kata Ibu S.: “{SAID}”")})
    held = room.build()
    assert [found.code for found in held.problems if found.holds] == ["kutipan-masih-di-isi"]
    assert held.stories == 0
    assert holding(room, "malu sekali datang", "output") == []

    room.write({path: report("{dicabut: 2026-11-20}", "Ibu S. kini sering datang.")})
    assert room.build().stories == 1
    assert holding(room, "malu sekali datang", "output", ".warta") == []


def test_a_translation_obeys_what_was_taken_down_in_its_original(newsroom, story):
    def files(consent: str) -> dict[str, str]:
        english = quote("I used to be shy.").replace("ya}", "ya}")
        return {
            f"{MONTH}panen.md": story("Panen", day="2026-11-02", kutipan=quote(SAID, consent)),
            f"{MONTH}harvest.md": story(
                "Harvest", day="2026-11-02", kutipan=english, terjemahan="2026/11/panen", bahasa="en"
            ),
        }

    room = newsroom(files("ya"))
    room.build()
    assert "I used to be shy" in room.page("site/2026/11/harvest/index.html")
    room.write(files("{dicabut: 2026-11-20}"))
    room.build()
    assert holding(room, "I used to be shy", "output") == []


# -- a story -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def withdrawn(newsroom, story):
    """A newsroom in which one of two stories was published and then taken down."""
    body = "Ibu Kartinah memanen selada merah."
    files = {
        f"{MONTH}panen.md": story("Panen selada Kartinah", day="2026-11-02", body=body, alias="2026/10/lama"),
        f"{MONTH}lain.md": story("Lain", day="2026-11-03"),
    }
    room = newsroom({"content/site.toml": SITE, **files})
    room.build()
    assert holding(room, "Kartinah", "output", ".warta/cache")
    down = story(
        "Panen selada Kartinah", day="2026-11-02", body=body, alias="2026/10/lama", status="tarik",
        tarik_alasan="Diminta narasumber.",
    )  # fmt: skip
    room.write({f"{MONTH}panen.md": down})
    room.report = room.build()
    return room


def test_a_story_that_was_taken_down_leaves_a_page_that_says_so_and_nothing_else(withdrawn, difference):
    page = withdrawn.page("site/2026/11/panen/index.html")

    assert "Diminta narasumber." in page
    assert 'datetime="2026-11-22"' in page
    assert '<meta name="robots" content="noindex">' in page
    assert "<img" not in page
    assert "og:image" not in page
    assert holding(withdrawn, "Kartinah", "output", ".warta") == []
    assert holding(withdrawn, "selada merah", "output", ".warta") == []
    assert difference(withdrawn.tree(), withdrawn.clean()) == ""


def test_no_other_page_names_its_address_and_old_addresses_lead_nowhere(withdrawn):
    naming = [name for name, data in texts(withdrawn, "output").items() if b"2026/11/panen" in data]

    assert set(naming) <= {"output/site/2026/11/panen/index.html"}
    assert not (withdrawn.output / "site/2026/10/lama").exists()
    assert [name for name in withdrawn.tree() if "/panen/" in name] == ["site/2026/11/panen/index.html"]


def test_the_page_stays_when_the_report_is_deleted_and_says_less(withdrawn, difference):
    withdrawn.write({f"{MONTH}panen.md": None})
    withdrawn.build()
    page = withdrawn.page("site/2026/11/panen/index.html")

    assert "Diminta narasumber" not in page
    assert 'datetime="2026-11-22"' in page
    assert difference(withdrawn.tree(), withdrawn.clean()) == ""


def test_the_day_stays_and_another_reason_is_shown(withdrawn, story, difference):
    down = story("Panen", day="2026-11-02", status="tarik", tarik_alasan="Permintaan keluarga.")
    withdrawn.write({f"{MONTH}panen.md": down})
    withdrawn.build(now=NOW + 9 * DAY)
    page = withdrawn.page("site/2026/11/panen/index.html")

    assert "Permintaan keluarga." in page
    assert 'datetime="2026-11-22"' in page
    assert difference(withdrawn.tree(), withdrawn.clean(now=NOW + 9 * DAY)) == ""


def test_a_listed_story_is_held_until_its_entry_is_deleted(withdrawn, story, difference):
    withdrawn.write({f"{MONTH}panen.md": story("Panen", day="2026-11-02", body="Isi yang boleh.", status="terbit")})
    held = withdrawn.build()
    lines = (withdrawn.root / LIST).read_text("utf-8").splitlines()

    assert [found.code for found in held.problems if found.holds] == ["alamat-ditarik"]
    assert f"baris {lines.index('[[berita]]') + 1}" in str(held.problems[0])
    assert "Isi yang boleh" not in withdrawn.page("site/2026/11/panen/index.html")
    assert difference(withdrawn.tree(), withdrawn.clean()) == ""

    withdrawn.write({LIST: "\n".join(lines[: lines.index("[[berita]]")]) + "\n"})
    assert withdrawn.build().errors == 0
    assert "Isi yang boleh" in withdrawn.page("site/2026/11/panen/index.html")
    assert difference(withdrawn.tree(), withdrawn.clean()) == ""


def test_a_comment_above_moves_the_line_that_is_named(withdrawn, story):
    withdrawn.write({f"{MONTH}panen.md": story("Panen", day="2026-11-02", status="terbit")})
    first = withdrawn.build().problems
    withdrawn.write({LIST: "# catatan\n" + (withdrawn.root / LIST).read_text("utf-8")})
    second = withdrawn.build().problems

    assert int(second[0].values["line"]) == int(first[0].values["line"]) + 1


def test_what_was_never_public_leaves_no_page(newsroom, story):
    room = newsroom({f"{MONTH}panen.md": story("Panen", day="2026-11-30", status="tarik", tarik_alasan="Batal.")})
    room.build()

    assert not (room.output / "site/2026/11/panen").exists()
    assert not (room.root / LIST).exists()


def test_why_knows_the_page_of_what_was_taken_down(withdrawn):
    said = explain(Newsroom(withdrawn.root), "2026/11/panen", now=NOW)

    assert "status: tarik" in said
    assert "Akan dihapus" not in said


# -- the list ----------------------------------------------------------------------------------------------------------


def test_a_list_that_cannot_be_understood_ends_the_build_and_is_told_by_check(pair):
    pair.build()
    before = pair.tree()
    pair.write({LIST: "# a\n[[foto]]\nhash = 3\n", f"{MONTH}panen.md": pair.report("Baru", "a.jpg")})

    with pytest.raises(ConfigError, match=r"^content/tarik\.toml:2: "):
        pair.build()
    found = [one for one in check(Newsroom(pair.root), now=NOW).all if one.level == "error"]

    assert pair.tree() == before
    assert [(one.path, one.line, one.code) for one in found] == [(LIST, 2, "tarik-toml")]


def test_a_list_that_cannot_be_written_is_a_warning_and_is_tried_again(withdrawn, story):
    blocked = withdrawn.root / "content/.tarik.toml.tmp"
    blocked.mkdir()
    before = (withdrawn.root / LIST).read_bytes()
    withdrawn.write({f"{MONTH}lain.md": story("Lain", day="2026-11-03", status="tarik", tarik_alasan="Diminta.")})
    for _ in range(2):
        report = withdrawn.build()
        assert [found.code for found in report.problems] == ["tarik-tidak-tercatat"]
        assert report.errors == 0
        assert "Diminta." in withdrawn.page("site/2026/11/lain/index.html")
    assert (withdrawn.root / LIST).read_bytes() == before

    blocked.rmdir()
    assert withdrawn.build().problems == ()
    text = (withdrawn.root / LIST).read_bytes()
    assert text.startswith(before)
    assert b"2026/11/lain" in text


def test_previews_and_checks_write_nothing_and_their_copies_go(pair, story):
    preview, checks = (pair.root / ".warta/cache" / name for name in ("preview", "check"))
    pair.build(preview=True)
    check(Newsroom(pair.root), now=NOW)
    pair.write({f"{MONTH}panen.md": story("Panen", day="2026-11-02", status="tarik", tarik_alasan="Diminta.")})
    pair.build(preview=True)
    check(Newsroom(pair.root), now=NOW)
    assert "Diminta." in (preview / "output/site/2026/11/panen/index.html").read_text("utf-8")
    assert not (pair.root / LIST).exists()

    with lock.held(pair.root / ".warta/lock-preview"):
        pair.build()
        assert preview.exists()
        assert not checks.exists()
    pair.build()
    assert not preview.exists()


def test_each_desk_alone_obeys(pair, difference):
    pair.build()
    pair.write({f"{MONTH}panen.md": pair.report("Panen", "a.jpg", of_photo="tidak", of_quote="{dicabut: 2026-11-20}")})
    for desk in ("photos", "site", "cards", "social", "posters", "kit", "search", "calendar"):
        pair.build(only=(desk,))
    pair.build()

    assert pink(pair, "output", ".warta") == []
    assert holding(pair, "malu sekali datang", "output", ".warta") == []
    assert difference(pair.tree(), pair.clean()) == ""


def test_other_photos_and_words_stay(pair, story):
    pair.write({f"{MONTH}c.jpg": scene(900, 700).write_to_buffer(".jpg")})
    pair.write(
        {f"{MONTH}ketiga.md": story("Ketiga", day="2026-11-04", foto=f"[{photo('c.jpg')}]", kutipan=quote(OTHER))}
    )
    pair.write({f"{MONTH}panen.md": pair.report("Panen", "a.jpg", of_photo="{dicabut: 2026-11-20}")})
    pair.build()

    assert list((pair.output / "site/2026/11/ketiga").glob("*.webp"))
    assert OTHER in pair.page("site/2026/11/ketiga/index.html")


def test_days_are_those_of_the_library(newsroom, story):
    """At 22.30 UTC it is the next day in Indonesia, and later still in its east."""
    east = '---\nnama: Perpustakaan Timur\ntingkat: desa\nwilayah: "91.05.99.2999"\n---\nProfil.\n'
    room = newsroom(
        {
            "content/libraries/timur.md": east,
            f"{MONTH}a.md": story("A", day="2026-11-02", library="timur", status="tarik", tarik_alasan="x"),
            f"{MONTH}b.md": story("B", day="2026-11-02", status="tarik", tarik_alasan="x"),
        }
    )
    room.build(now=int(dt.datetime(2026, 11, 22, 15, 30, tzinfo=dt.UTC).timestamp()))
    found = [line for line in (room.root / LIST).read_text("utf-8").splitlines() if line.startswith("sejak")]

    assert found == ["sejak = 2026-11-23", "sejak = 2026-11-22"]
