"""What cannot be made is left out or ends the build; either way the rest is whole, and mending mends."""

import json
from pathlib import Path

import pytest

from pipeline.errors import WartaError
from pipeline.production.build import Report
from pipeline.templating.folders import bundled

BROKEN = '{{ 1 // 0 if page.title == "Rusak" else "" }}'
STORIES = "content/stories/2025/01"


def _template(name: str, add: str) -> str:
    """Return one of warta's own templates with *add* where it is sure to be carried out."""
    text = (bundled("templates") / name).read_text("utf-8")
    begin = "{% block main %}"
    return text.replace(begin, begin + add) if begin in text else text + add


@pytest.fixture
def room(newsroom, story):
    """Three stories of one library; the templates fail for a title that none of them has."""
    files = {f"{STORIES}/{name}.md": story(name.title(), topik="[panen]") for name in ("satu", "dua", "tiga")}
    room = newsroom(files)
    room.write({
        "templates/site/story.html": _template("site/story.html", BROKEN),
        "templates/social/x.txt": _template("social/x.txt", '{{ 1 // 0 if title == "Rusak" else "" }}'),
    })  # fmt: skip
    return room


def _codes(report: Report) -> list[tuple[str, str]]:
    return [(problem.path, problem.code) for problem in report.problems if problem.level == "error"]


def _equals_clean(room, difference) -> bool:
    assert difference(room.tree(), room.clean()) == ""
    return True


GONE = [(f"{STORIES}/dua.md", "halaman-gagal")]


def test_a_story_whose_page_fails_counts_as_a_bad_report_and_no_list_names_it(room, story, difference):
    room.build()
    assert "2025/01/dua/" in room.page("site/index.html")
    room.write({f"{STORIES}/dua.md": story("Rusak", topik="[panen]")})
    report = room.build()
    assert _codes(report) == GONE
    assert (report.errors, report.stories) == (1, 2)
    assert report.failures == ()
    naming = [path for path, data in room.tree().items() if b"2025/01/dua" in data or "2025/01/dua" in path]
    assert naming == []
    assert "2025/01/tiga/" in room.page("site/index.html")
    assert _equals_clean(room, difference)


def test_the_first_build_leaves_such_a_story_out_too(room, story, difference):
    room.write({f"{STORIES}/dua.md": story("Rusak")})
    report = room.build()
    assert _codes(report) == GONE
    assert not (room.output / "site/2025/01/dua").exists()
    assert (room.output / "site/2025/01/satu/index.html").exists()


def test_the_same_is_said_again_as_long_as_it_fails(room, story):
    room.write({f"{STORIES}/dua.md": story("Rusak")})
    for _ in range(3):
        report = room.build()
        assert _codes(report) == GONE
        assert report.stories == 2
    assert report.made == report.removed == 0


@pytest.mark.parametrize("whole", [False, True])
def test_a_mended_story_is_published(room, story, difference, whole):
    room.write({f"{STORIES}/dua.md": story("Rusak")})
    room.build()
    room.write({f"{STORIES}/dua.md": story("Dua")})
    report = room.build(whole=whole)
    assert (report.errors, report.stories) == (0, 3)
    assert _equals_clean(room, difference)


@pytest.mark.parametrize("mended", ["story.html", "no own templates"])
def test_a_mended_template_publishes_the_story(room, story, difference, mended):
    room.write({f"{STORIES}/dua.md": story("Rusak")})
    room.build()
    if mended == "story.html":
        room.write({"templates/site/story.html": _template("site/story.html", "")})
        room.write({"templates/social/x.txt": None})
    else:
        room.write({"templates/site/story.html": None, "templates/social/x.txt": None})
    report = room.build()
    assert (report.errors, report.stories) == (0, 3)
    assert (room.output / "site/2025/01/dua/index.html").exists()
    assert _equals_clean(room, difference)


def test_a_profile_that_heals_what_failed_publishes_the_story(room, story, difference):
    fails = '{{ 1 // 0 if page.library.title == "Perpustakaan Desa Rusak" else "" }}'
    profile = '---\nnama: {}\ntingkat: desa\nwilayah: "32.04.99.2998"\n---\nProfil.\n'
    room.write({
        "templates/site/story.html": _template("site/story.html", fails),
        "content/libraries/beta.md": profile.format("Perpustakaan Desa Rusak"),
        f"{STORIES}/dua.md": story("Dua", library="beta"),
    })  # fmt: skip
    assert _codes(room.build()) == GONE
    room.write({"content/libraries/beta.md": profile.format("Perpustakaan Desa Beta")})
    assert room.build().errors == 0
    assert _equals_clean(room, difference)


def test_an_alias_of_a_story_that_failed_leads_nowhere(room, story, difference):
    room.write({f"{STORIES}/dua.md": story("Dua", alias="lama/dua")})
    room.build()
    assert (room.output / "site/lama/dua/index.html").exists()
    room.write({f"{STORIES}/dua.md": story("Rusak", alias="lama/dua")})
    room.build()
    assert not (room.output / "site/lama").exists()
    assert _equals_clean(room, difference)


def test_posts_that_fail_are_left_out_alone_and_named(room, story, difference):
    room.build()
    room.write({"templates/site/story.html": None, f"{STORIES}/dua.md": story("Rusak")})
    for _ in range(2):
        report = room.build()
        assert [(failure.path, failure.owner) for failure in report.failures] == [
            ("social/2025/01/dua/", f"{STORIES}/dua.md")
        ]
        assert (report.errors, report.stories) == (1, 3)
    assert "Rusak" in room.page("site/2025/01/dua/index.html")
    assert not (room.output / "social/2025/01/dua").exists()
    assert (room.output / "social/2025/01/tiga/x.txt").exists()
    assert _equals_clean(room, difference)


@pytest.mark.parametrize("mended", ["story", "template"])
def test_mended_posts_are_made(room, story, difference, mended):
    room.write({"templates/site/story.html": None, f"{STORIES}/dua.md": story("Rusak")})
    room.build()
    room.write({f"{STORIES}/dua.md": story("Dua")} if mended == "story" else {"templates/social/x.txt": None})
    assert room.build().errors == 0
    assert (room.output / "social/2025/01/dua/x.txt").exists()
    assert _equals_clean(room, difference)


@pytest.mark.parametrize(
    ("name", "add", "said"),
    [
        ("site/story.html", "{% if %}", r"templates/site/story\.html:\d+"),
        ("site/story.html", "{{ page.title|tidakada }}", r"templates/site/story\.html:\d+.*tidakada"),
        ("social/x.txt", "{% endfor %}", r"templates/social/x\.txt:\d+"),
        ("site/parts.html", "{% block %}", r"templates/site/parts\.html:\d+"),
        ("site/story.html", '{% include "site/tidak-ada.html" %}', r"tidak-ada\.html"),
        ("site/home.html", "{{ 1 // 0 }}", r"site/index\.html.*ZeroDivisionError"),
        ("site/list.html", "{{ page.tidak_ada }}", r"site/.*tidak_ada"),
        ("site/feed.xml", "{{ 1 // 0 }}", r"feed\.xml"),
    ],
)
def test_what_belongs_to_no_story_ends_the_build_and_leaves_output_as_it_was(room, story, difference, name, add, said):
    room.build()
    before = room.tree()
    extra = add if name == "site/parts.html" or not name.endswith("story.html") else BROKEN + add
    room.write({f"templates/{name}": _template(name, extra), f"{STORIES}/empat.md": story("Empat")})
    for _ in range(2):
        with pytest.raises(WartaError, match=said) as error:
            room.build()
        assert "\n" not in str(error.value)
        assert difference(room.tree(), before) == ""
    room.write({f"templates/{name}": _template(name, "")})
    assert room.build().errors == 0
    assert _equals_clean(room, difference)


def test_a_bad_report_is_left_out_and_the_rest_is_built(room, story, difference):
    room.write({f"{STORIES}/dua.md": "---\njudul: [\n---\nIsi.\n"})
    report = room.build()
    assert report.errors >= 1
    assert report.stories == 2
    assert not (room.output / "site/2025/01/dua").exists()
    room.write({f"{STORIES}/dua.md": story("Dua")})
    assert room.build().errors == 0
    assert _equals_clean(room, difference)


# -- caches ----------------------------------------------------------------------------------------------------------


def _damage(path: Path, start: int) -> None:
    data = bytearray(path.read_bytes())
    data[start:] = b"\xff" * (len(data) - start)
    path.write_bytes(data)


@pytest.mark.parametrize("name", ["newsroom.sqlite", "blobs.sqlite"])
@pytest.mark.parametrize("damage", ["all", "from the second page", "gone", "empty", "cut"])
def test_a_damaged_cache_is_replaced_and_the_same_site_is_made(room, story, difference, name, damage):
    room.build()
    before = room.tree()
    path = room.root / ".warta" / "cache" / name
    if damage == "gone":
        path.unlink()
    elif damage == "empty":
        path.write_bytes(b"")
    elif damage == "cut":
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    else:
        _damage(path, 0 if damage == "all" else 4096)
    room.write({f"{STORIES}/satu.md": None})
    room.build()
    assert difference(room.tree(), before) != ""
    assert _equals_clean(room, difference)
    assert room.build().made == 0


def test_blobs_of_another_newsroom_are_no_help_and_no_harm(room, newsroom, story, difference):
    other = newsroom({f"{STORIES}/lain.md": story("Lain")})
    other.build()
    room.build()
    blobs = ".warta/cache/blobs.sqlite"
    room.write({blobs: (other.root / blobs).read_bytes(), f"{STORIES}/satu.md": None})
    room.build()
    assert _equals_clean(room, difference)


def test_unknown_files_in_a_marked_folder_are_kept_aside_when_the_state_is_lost(room, story, difference):
    import shutil

    room.build()
    shutil.rmtree(room.root / ".warta" / "cache")
    room.write({
        "output/site/lama/index.html": "halaman lama", "output/catatan.txt": "milik saya", f"{STORIES}/satu.md": None,
    })  # fmt: skip
    report = room.build()
    aside = room.root / ".warta" / "state" / "sisa"
    assert (aside / "site/lama/index.html").read_text() == "halaman lama"
    assert (aside / "catatan.txt").read_text() == "milik saya"
    assert (aside / "site/2025/01/satu/index.html").exists()
    assert report.aside == sum(1 for path in aside.rglob("*") if path.is_file())
    assert _equals_clean(room, difference)
    room.write({"output/catatan.txt": "milik saya juga"})
    assert room.build().aside == 0
    assert room.page("catatan.txt") == "milik saya juga"


def test_a_folder_with_somebodys_files_is_refused_and_untouched(room):
    room.write({"output/foto.jpg": "milik saya"})
    with pytest.raises(WartaError, match="bukan buatan warta"):
        room.build()
    assert {path: data.decode() for path, data in room.tree().items()} == {"foto.jpg": "milik saya"}


# -- files in output/ ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("limit", [50_000, 3])
def test_what_was_changed_or_deleted_in_output_is_made_again(room, monkeypatch, difference, limit):
    from pipeline.production import build

    monkeypatch.setattr(build, "LOOKED_AT", limit)
    room.build()
    before = room.tree()
    room.write({"output/site/index.html": "diubah", "output/site/2025/01/satu/index.html": None})
    room.write({"output/social/2025/01/dua/x.txt": "diubah", "output/site/feed.xml": None})
    report = room.build()
    if limit == 3:
        assert report.made == 0
        report = room.build(whole=True)
    assert report.made == 4
    assert difference(room.tree(), before) == ""


@pytest.mark.parametrize("limit", [50_000, 3])
def test_a_deleted_output_folder_comes_back_whole(room, monkeypatch, difference, limit):
    import shutil

    from pipeline.production import build

    monkeypatch.setattr(build, "LOOKED_AT", limit)
    room.build()
    before = room.tree()
    shutil.rmtree(room.output)
    room.build()
    assert difference(room.tree(), before) == ""


def test_the_answer_for_programs_counts_what_failed(room, story):
    from pipeline.cli.build import summary

    room.write({f"{STORIES}/dua.md": story("Rusak")})
    found = json.loads(json.dumps(summary(room.build())))
    assert (found["errors"], found["stories"], found["removed"]) == (1, 2, 0)
    assert found["made"] == found["planned"] > 0


def test_a_misspelt_name_in_the_story_template_ends_the_build_and_the_old_site_stays(room):
    room.build()
    before = room.tree()
    room.write({"templates/site/story.html": _template("site/story.html", "{{ page.titel }}")})
    with pytest.raises(WartaError, match=r"site/2025/01/\w+/index.html dan 2 halaman berita lain .*titel"):
        room.build()
    assert room.tree() == before
