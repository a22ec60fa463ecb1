"""Which stories have a poster, whom it shows, and what a poster that cannot be made costs."""

import datetime as dt

import pytest

from pipeline.errors import PlanError
from pipeline.templating.folders import bundled
from tests.conftest import NOW
from tests.pictures import conftest as make
from tests.posters.conftest import SETTINGS, Sheet

MONTH = "content/stories/2026/11/"
PANEN = "site/2026/11/panen/bagikan/poster.pdf"
ALL = "[web, sosial, cetak]"


def at(text: str) -> int:
    return int(dt.datetime.fromisoformat(text).timestamp())


@pytest.fixture
def panen(newsroom, story):
    """Make a newsroom with one story, whose photo and quotation have the consent *consent*."""

    def build(consent: str = "ya", *, photo: bytes = b"", end: str = "jpg", settings: str = SETTINGS, **more: str):
        shown = {
            "foto": f"[{{berkas: foto.{end}, keterangan: Rak, alt: Rak buku, izin: {consent}}}]",
            "kutipan": f"[{{teks: Senang sekali, nama: Ibu S., peran: peserta, izin: {consent}}}]",
        }
        data = photo or make.scene(1_000, 750).write_to_buffer(".jpg")
        files = {f"{MONTH}panen.md": story("Panen", day="2026-11-02", **shown | more), f"{MONTH}foto.{end}": data}
        return newsroom({"content/site.toml": settings} | files)

    return build


def sheet(room, path: str = PANEN) -> Sheet:
    return Sheet((room.output / path).read_bytes())


def posters(room) -> list[str]:
    return sorted(path for path in room.tree() if path.endswith("poster.pdf"))


def test_every_original_that_can_be_seen_has_one(newsroom, story):
    room = newsroom({
        "content/site.toml": SETTINGS,
        f"{MONTH}panen.md": story("Panen", day="2026-11-02"),
        f"{MONTH}harvest.md": story("Harvest", day="2026-11-02", terjemahan="2026/11/panen", bahasa="en"),
        f"{MONTH}draf.md": story("Draf", day="2026-11-02", status="draf"),
        f"{MONTH}tarik.md": story("Tarik", day="2026-11-02", status="tarik"),
        f"{MONTH}nanti.md": story("Nanti", day="2026-11-02", embargo="2027-01-01"),
    })  # fmt: skip
    room.build()

    assert posters(room) == [PANEN]


def test_older_stories_are_spared_and_the_desk_may_be_switched_off(panen):
    room = panen()
    room.build()
    assert posters(room) == [PANEN]
    room.write({"content/site.toml": f"{SETTINGS}[kit]\nsejak = 2026-11-02\n"})
    room.build()
    assert posters(room) == [PANEN]
    room.write({"content/site.toml": f"{SETTINGS}[kit]\nsejak = 2026-11-03\n"})
    room.build()
    assert posters(room) == []
    room.write({"content/site.toml": f"{SETTINGS}posters = false\n"})
    room.build()
    assert posters(room) == []


def test_one_edit_makes_one_poster(newsroom, story):
    files = {f"{MONTH}kabar-{n}.md": story(f"Kabar {n}", day="2026-11-02") for n in range(9)}
    room = newsroom({"content/site.toml": SETTINGS} | files)
    room.build()
    room.write({f"{MONTH}kabar-4.md": story("Kabar baru", day="2026-11-02")})
    report = room.build(only=("posters",))

    assert (report.planned, report.made) == (1, 1)


@pytest.mark.parametrize(
    ("consent", "shown"),
    [
        ("ya", True),
        (f"{{kanal: {ALL}}}", True),
        ("{kanal: [web]}", False),
        ("{kanal: [cetak]}", False),
        ("{kanal: [web, cetak]}", False),
        ("{kanal: [sosial, cetak]}", False),
        ("{kanal: [web, sosial]}", False),
        ("tidak", False),
        ("{sampai: 2026-11-21}", False),
        ("{dicabut: 2026-11-22}", False),
        ("{sampai: 2026-11-22}", True),
    ],
)
def test_people_are_shown_where_they_agreed_to_print_web_and_social_media(panen, consent, shown):
    room = panen(consent)
    room.build()

    assert bool(sheet(room).photos) is shown
    assert ("Senang sekali" in sheet(room).text) is shown
    assert ("Ibu S." in sheet(room).text) is shown


def test_no_child_is_shown_without_a_guardians_consent(panen, story):
    room = panen(ada_anak="ya")
    lines = "[{berkas: foto.jpg, alt: Rak, ada_anak: ya, izin: %s}]"
    room.write({f"{MONTH}panen.md": story("Panen", day="2026-11-02", foto=lines % "ya")})
    room.build()
    assert sheet(room).photos == []
    room.write({f"{MONTH}panen.md": story("Panen", day="2026-11-02", foto=lines % "{wali: ya}")})
    room.build()
    assert len(sheet(room).photos) == 1


@pytest.mark.parametrize("end", ["dicabut: 2026-11-23", "sampai: 2026-11-22"])
def test_a_consent_that_ends_takes_people_off_the_poster(panen, end):
    room = panen(f"{{kanal: {ALL}, {end}}}")
    room.build()
    assert sheet(room).photos
    room.build(now=at("2026-11-23T00:00:00+07:00"))
    assert sheet(room).photos == []
    assert "Senang sekali" not in sheet(room).text
    room.build(now=NOW)
    assert bool(sheet(room).photos) == ("sampai" in end)  # what was taken back is not given again by the clock


@pytest.mark.parametrize(
    ("end", "photo"), [("jpg", make.planted_jpeg()), ("png", make.planted_png()), ("webp", make.planted_webp())]
)
def test_nothing_that_a_telephone_hides_is_in_the_file(panen, end, photo):
    room = panen(photo=photo, end=end)
    room.build()
    found = sheet(room)
    (shown,) = found.photos

    assert make.SECRET not in found.data + b"".join(found.streams())
    for mark in (b"Exif", b"http://ns.adobe.com", b"Photoshop", b"GPS", b"\xff\xfe", b"ICC_PROFILE"):
        assert mark not in shown[:2_000]
    assert photo not in found.data


def test_photos_are_as_large_as_paper_needs_and_no_larger(panen):
    room = panen(photo=make.scene(4_000, 3_000).write_to_buffer(".jpg", Q=98))
    room.build()
    (found,) = [image for image in sheet(room).reader.pages[0].images if image.data.startswith(b"\xff\xd8")]

    assert (found.image.width if found.image else 1_400) == 1_400
    assert len(sheet(room).data) < 400_000


def test_the_photos_desk_need_not_work(panen):
    room = panen(settings=SETTINGS.replace("photos = false", "photos = true"))
    room.build()
    with_desk = (room.output / PANEN).read_bytes()
    room.write({"content/site.toml": SETTINGS})
    room.build()

    assert (room.output / PANEN).read_bytes() == with_desk


# -- templates ---------------------------------------------------------------------------------------------------------


def own(name: str, *changes: tuple[str, str]) -> dict[str, str]:
    """Return one of warta's templates of posters, changed, as a newsroom's own."""
    text = (bundled("templates/posters") / name).read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return {f"templates/posters/{name}": text}


BROKEN = ("#context {", '#if d.heading == "Rusak" { panic("patah") }\n#context {')


def test_a_poster_that_cannot_be_made_costs_itself_alone(newsroom, story, difference):
    room = newsroom({
        "content/site.toml": SETTINGS,
        **own("poster.typ", BROKEN),
        f"{MONTH}panen.md": story("Panen", day="2026-11-02"),
        f"{MONTH}rusak.md": story("Rusak", day="2026-11-03"),
    })  # fmt: skip
    report = room.build()
    (failure,) = report.failures

    assert posters(room) == [PANEN]
    assert (room.output / "site/2026/11/rusak/index.html").exists()
    assert (failure.owner, failure.path) == (f"{MONTH}rusak.md", "site/2026/11/rusak/bagikan/poster.pdf")
    assert failure.error.startswith("poster tidak dapat dibuat: panicked with: ")
    assert "(templates/posters/poster.typ:" in failure.error
    assert (report.errors, report.stories) == (1, 2)
    room.write({f"{MONTH}rusak.md": story("Utuh", day="2026-11-03")})
    assert room.build().failures == ()
    assert len(posters(room)) == 2
    assert difference(room.tree(), room.clean()) == ""


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("poster.typ", ("#let edge = 14mm", "#let edge = 16mm")),
        ("parts.typ", ("top-edge: if high", "baseline: 1pt, top-edge: if high")),
        ("latar.svg", ('fill="{{ t.deep }}"', 'fill="#000000"')),
    ],
)
def test_a_newsrooms_own_template_counts(panen, name, change):
    room = panen()
    room.build()
    before = (room.output / PANEN).read_bytes()
    room.write(own(name, change))
    room.build()
    changed = (room.output / PANEN).read_bytes()
    room.write({f"templates/posters/{name}": None})
    room.build()

    assert changed != before
    assert (room.output / PANEN).read_bytes() == before


def test_a_template_is_given_its_own_files_and_no_others(panen):
    room = panen()
    room.write({"templates/posters/rahasia.txt": "terbuka", "rahasia.txt": "tertutup"})
    named = own("poster.typ", ("#context {", '#place(top, dx: 20mm, dy: 20mm, read("rahasia.txt"))\n#context {'))
    room.write(named)
    assert room.build().failures == ()
    assert "terbuka" in sheet(room).text
    for path in (f"{room.root}/rahasia.txt", "../../../../rahasia.txt", "/rahasia.txt", "/etc/passwd"):
        room.write(own("poster.typ", ("#context {", f'#place(top, read("{path}"))\n#context {{')))
        (failure,) = room.build().failures
        assert "poster tidak dapat dibuat" in failure.error


def test_what_a_template_names_is_part_of_it(panen):
    room = panen()
    room.write(own("poster.typ", ("#context {", '#place(top, dx: 20mm, read("salam.txt"))\n#context {')))
    for said in ("Halo", "Hai"):
        room.write({"templates/posters/salam.txt": said})
        room.build()
        assert said in sheet(room).text


def test_packages_from_the_network_are_refused(panen):
    room = panen()
    room.write(own("poster.typ", ("#context {", '#import "@preview/tiaoma:0.3.0"\n#context {')))
    with pytest.raises(PlanError, match=r"templates/posters/poster\.typ: paket @preview/tiaoma:0\.3\.0"):
        room.build()


def test_a_letter_that_warns_is_an_error(panen):
    room = panen()
    room.write(own("poster.typ", ("font: fonts", 'font: ("Tidak Ada",)')))
    (failure,) = room.build().failures

    assert "poster tidak dapat dibuat: unknown font family" in failure.error


def test_posters_in_this_process_and_then_in_others(newsroom, story):
    files = {f"{MONTH}kabar-{n}.md": story(f"Kabar {n}", day="2026-11-02") for n in range(50)}
    room = newsroom({"content/site.toml": SETTINGS} | files)
    room.build(jobs=1, only=("posters",))
    here = {path: data for path, data in room.tree().items() if path.endswith("poster.pdf")}
    for path in here:
        (room.output / path).unlink()
    room.build(jobs=2, whole=True, only=("posters",))
    there = {path: data for path, data in room.tree().items() if path.endswith("poster.pdf")}

    assert len(here) == 50
    assert here == there
