"""The net beneath the gate: what only the finished bytes show is not published, and costs no more than it must."""

import pytest

from pipeline.errors import RenderError
from pipeline.pictures import render
from pipeline.templating.folders import bundled
from tests.conftest import BASE, LIBRARY, Room, story
from tests.pictures.conftest import scene

GOOD, BAD = "content/stories/2025/01/baik.md", "content/stories/2025/01/buruk.md"
NUMBER = b"081234567890"


def page(name: str) -> str:
    return f"site/2025/01/{name}/index.html"


def leaky(name: str, before: str, shown: str) -> dict[str, str]:
    """Return our template *name* with *shown* before the first *before*: a newsroom's own, with a slip in it."""
    text = (bundled("templates") / "site" / name).read_text("utf-8")
    assert before in text
    return {f"templates/site/{name}": text.replace(before, shown + before, 1)}


def on_its_page() -> dict[str, str]:
    """Return a template that puts digits before a title, which alone are none of anybody."""
    return leaky("story.html", "</h1>", " <b>0812{{ page.title }}</b>")


def on_the_front_page() -> dict[str, str]:
    """Return the same for the front page, which belongs to no story."""
    return leaky(
        "home.html", "</h1>", "{% for one in (page.lead,) + page.items %} <b>0812{{ one.title }}</b>{% endfor %}"
    )


@pytest.fixture(name="room")
def _room(tmp_path):
    made = Room(tmp_path, {GOOD: story("Panen"), BAD: story("34567890")})
    made.build()
    return made


def test_a_story_whose_page_shows_a_number_is_left_out_and_told(room):
    assert (room.output / page("buruk")).exists()
    room.write(on_its_page())
    report = room.build()

    (problem,) = [one for one in report.problems if one.level == "error"]
    assert (problem.path, problem.code) == (BAD, "halaman-gagal")
    assert 'nomor telepon "0812…"' in problem.message
    assert "34567890" not in problem.message
    after = room.tree()
    assert page("buruk") not in after
    assert page("baik") in after
    assert not any(NUMBER in data or b"34567890" in data for data in after.values())


def test_the_same_in_worker_processes(room):
    room.write(on_its_page())
    report = room.build(jobs=2, whole=True)

    assert report.errors == 1
    assert not any(NUMBER in data for data in room.tree().values())


def test_a_list_that_shows_it_too_is_made_without_the_story(room):
    room.write(on_its_page() | on_the_front_page())
    report = room.build()

    assert report.errors == 1
    assert not any(NUMBER in data for data in room.tree().values())
    assert "Panen" in room.page("site/index.html")


def test_a_list_alone_that_shows_it_costs_the_story_as_well(room):
    """Nobody else can be blamed, and the rest of the site must go on."""
    room.write(on_the_front_page())
    report = room.build()

    (problem,) = [one for one in report.problems if one.level == "error"]
    assert (problem.path, problem.code) == (BAD, "halaman-gagal")
    assert page("buruk") not in room.tree()
    assert not any(NUMBER in data for data in room.tree().values())


def test_what_is_nobodys_fault_leaves_the_old_site(room):
    before = room.tree()
    room.write(leaky("home.html", "</h1>", " <b>0812{{ 34567890 }}</b>"))

    with pytest.raises(RenderError, match=r'memuat nomor telepon "0812…".*Situs lama tetap utuh'):
        room.build()
    assert room.tree() == before


def test_a_version_that_sees_more_looks_at_what_an_older_one_let_pass(tmp_path, monkeypatch):
    """Bytes that stay the same must not stay for ever unseen: an incremental build equals a clean one."""
    monkeypatch.setattr("pipeline.production.build.INSPECTOR", "")
    room = Room(tmp_path, {GOOD: story("Panen"), BAD: story("34567890")} | on_its_page())
    assert room.build().errors == 0
    assert any(NUMBER in data for data in room.tree().values())

    monkeypatch.undo()
    monkeypatch.setattr("pipeline.production.version.code", lambda *_: "newer")
    assert [one.code for one in room.build().problems if one.level == "error"] == ["halaman-gagal"]
    assert not any(NUMBER in data for data in room.tree().values())


def test_posts_that_show_it_are_left_out_alone(room):
    text = (bundled("templates") / "social" / "telegram.txt").read_text("utf-8")
    room.write({"templates/social/telegram.txt": "0812{{ title }}\n" + text})
    report = room.build()

    assert [failure.path for failure in report.failures] == ["social/2025/01/buruk/"]
    assert not any(NUMBER in data for data in room.tree().values())


def test_what_the_owner_writes_into_settings_or_templates_is_public(room):
    room.write(leaky("story.html", "</h1>", " <b>0812-3456-7890</b>"))
    room.write(
        {"content/site.toml": BASE["content/site.toml"].replace("nama =", 'slogan = "WA 0813 3456 7890"\nnama =')}
    )

    assert room.build().errors == 0
    assert b"0812-3456-7890" in room.tree()[page("baik")]


def test_what_a_library_or_a_mark_makes_public_is_public_in_the_bytes_too(tmp_path):
    contact = 'kontak: {whatsapp: "0812 3456 7890", surel: baca@posel.id}\n---\nProfil'
    room = Room(
        tmp_path,
        {
            "content/libraries/alfa.md": LIBRARY.format(name="Alfa").replace("---\nProfil", contact),
            GOOD: story("Panen", body="Motor D 1234 XX; donasi BRI 0123-01-004567-50-9, hubungi 0813-1111-2222.",
                        aman="[{kode: data-plat, alasan: regu}, {kode: data-rekening, alasan: donasi},"
                             " {kode: data-telepon, alasan: panitia}]"),
        },
    )  # fmt: skip
    report = room.build()

    assert report.errors == 0
    assert b"0813-1111-2222" in room.tree()[page("baik")]


def test_no_picture_with_a_note_of_its_camera_gets_out(tmp_path, monkeypatch):
    """Pictures are made from clean copies; here the note comes in after that, as by a fault of ours."""
    drawn = render.jpeg
    note = b"\xff\xfe\x00\x09Rumah A"
    monkeypatch.setattr(render, "jpeg", lambda image, **how: (data := drawn(image, **how))[:2] + note + data[2:])
    room = Room(tmp_path, {
        "content/site.toml": BASE["content/site.toml"].replace("photos = false", "photos = true"),
        GOOD: story("Panen", foto="[{berkas: a.jpg, keterangan: Rak, alt: Rak, izin: ya}]"),
        "content/stories/2025/01/a.jpg": scene(900, 700).write_to_buffer(".jpg"),
    })  # fmt: skip

    with pytest.raises(RenderError, match='catatan kamera "COM"'):
        room.build()
    assert not room.output.exists() or not any(note in data for data in room.tree().values())
