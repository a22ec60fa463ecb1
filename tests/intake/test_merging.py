"""Another newsroom taken into ours: what is published there, with its consents, and nothing guessed."""

import pytest

from pipeline.archive.visible import Visible
from pipeline.content import taken
from pipeline.errors import UsageError
from pipeline.production.check import check
from pipeline.production.merging import merge
from pipeline.production.newsroom import Newsroom
from pipeline.production.survey import surveyed
from tests.conftest import LIBRARY, NOW, Room, difference, story
from tests.pictures.conftest import scene

SITE = 'nama = "Kabar {name}"\nurl = "https://{name}.example/"\n'
PLACE = "content/stories/2026/11/"
PANEN, PHOTO = f"{PLACE}panen.md", f"{PLACE}panen.jpg"


def jpeg(width: int = 640) -> bytes:
    return scene(width, 480).write_to_buffer(".jpg", Q=80, keep="none")


def photo(consent: str = "ya") -> str:
    return f"[{{berkas: panen.jpg, keterangan: Panen, alt: Ibu-ibu memanen selada, izin: {consent}}}]"


def report(title: str = "Panen", **more: str) -> str:
    return story(title, day="2026-11-02", library="sukamaju", **more)


@pytest.fixture
def village(tmp_path):
    """A village's newsroom: one story with a photo, one with a quotation, a draft, one that waits, a sample."""
    return Room(
        tmp_path / "desa",
        {
            "content/site.toml": SITE.format(name="sukamaju"),
            "content/libraries/sukamaju.md": LIBRARY.format(name="Sukamaju"),
            PANEN: report(foto=photo()),
            PHOTO: jpeg(),
            f"{PLACE}kelas/index.md": report("Kelas", kutipan="[{teks: Saya senang, nama: Ibu S., izin: ya}]"),
            f"{PLACE}draf.md": report("Draf", status="draf"),
            f"{PLACE}nanti.md": report("Nanti", terbit_pada="2026-12-24"),
            f"{PLACE}contoh.md": report("Contoh", contoh="ya"),
            f"{PLACE}salah.md": report("Salah", tanggal="kapan-kapan"),
        },
    )


@pytest.fixture
def regency(tmp_path):
    return Room(tmp_path / "kabupaten", {"content/site.toml": SITE.format(name="kabupaten")})


def take(regency, village, **more):
    return merge(Newsroom(regency.root), village.root, now=NOW, **more)


def paths(room) -> set[str]:
    return {path.relative_to(room.root).as_posix() for path in (room.root / "content").rglob("*") if path.is_file()}


def test_what_is_published_comes_with_its_photos_and_its_profile(village, regency):
    before = village.root / ".warta"
    merged = take(regency, village)

    assert (merged.stories, merged.libraries, merged.photos) == ({"baru": 2}, {"baru": 1, "tetap": 1}, 1)
    assert (merged.samples, merged.told) == (1, ())
    came = paths(regency) - {"content/site.toml", "content/libraries/alfa.md"}
    assert came == {PANEN, PHOTO, f"{PLACE}kelas/index.md", "content/libraries/sukamaju.md"}
    assert not before.exists(), "nothing is written to the other newsroom"
    assert (regency.root / PHOTO).read_bytes() == (village.root / PHOTO).read_bytes()


def test_files_are_identical_but_for_one_line(village, regency):
    take(regency, village)
    for path in (PANEN, "content/libraries/sukamaju.md"):
        ours = (regency.root / path).read_text("utf-8").splitlines(keepends=True)
        extra = ours.pop(1)
        assert "".join(ours) == (village.root / path).read_text("utf-8")
        assert extra.startswith("# asal: Kabar sukamaju <https://sukamaju.example/> sidik ")


def test_again_and_again_nothing_changes(village, regency, tree):
    take(regency, village)
    before = tree(regency.root / "content")
    again = take(regency, village)
    assert again.stories == {"tetap": 2}
    assert again.written == ()
    assert difference(before, tree(regency.root / "content")) == ""


def test_it_is_checked_and_built_like_any_other(village, regency):
    take(regency, village)
    errors = [found for found in check(Newsroom(regency.root), now=NOW).all if found.level == "error"]
    assert errors == []
    regency.build()
    assert "Panen" in regency.page("site/2026/11/panen/index.html")
    assert difference(regency.tree(), regency.clean()) == ""


def test_a_trial_writes_nothing(village, regency, tree):
    before = tree(regency.root / "content")
    assert take(regency, village, trial=True).stories == {"baru": 2}
    assert difference(before, tree(regency.root / "content")) == ""


def test_what_changed_there_is_brought_up_to_date(village, regency):
    take(regency, village)
    village.write({PANEN: report("Panen raya", foto=photo())})
    assert take(regency, village).stories == {"diperbarui": 1, "tetap": 1}
    assert "Panen raya" in (regency.root / PANEN).read_text("utf-8")

    village.write({PHOTO: jpeg(700)})
    assert take(regency, village).photos == 1
    assert (regency.root / PHOTO).read_bytes() == jpeg(700)


def test_what_was_edited_here_is_left_and_told(village, regency):
    take(regency, village)
    ours = (regency.root / PANEN).read_text("utf-8").replace("Isi kabar.", "Isi kabar, disunting.")
    regency.write({PANEN: ours})
    assert take(regency, village).told == ()

    village.write({PANEN: report("Panen raya", foto=photo())})
    merged = take(regency, village)
    assert merged.stories["disunting"] == 1
    assert [told.path for told in merged.told] == [PANEN]
    assert (regency.root / PANEN).read_text("utf-8") == ours


@pytest.mark.parametrize("place", [PANEN, f"{PLACE}panen/index.md"])
def test_another_story_at_the_same_address_is_a_conflict(village, regency, place):
    regency.write({place: story("Panen kami", day="2026-11-03")})
    merged = take(regency, village)
    assert merged.stories["bentrok"] == 1
    assert [told.path for told in merged.told if "bentrok" in told.said] == [PANEN]
    assert "Panen kami" in (regency.root / place).read_text("utf-8")
    assert not (regency.root / PHOTO).exists()


def test_the_same_address_of_two_villages_is_a_conflict(village, regency, tmp_path):
    take(regency, village)
    other = Room(tmp_path / "lain", {
        "content/site.toml": SITE.format(name="lain"),
        "content/libraries/lain.md": LIBRARY.format(name="Lain"),
        PANEN: story("Panen di Lain", day="2026-11-04", library="lain"),
    })  # fmt: skip
    merged = take(regency, other)
    assert merged.stories == {"bentrok": 1}
    assert "Panen di Lain" not in (regency.root / PANEN).read_text("utf-8")


def test_one_slug_for_two_libraries_takes_in_no_story_of_the_other(village, regency):
    regency.write({"content/libraries/sukamaju.md": LIBRARY.format(name="Sukamaju Seberang")})
    merged = take(regency, village)
    assert merged.libraries["bentrok"] == 1
    assert merged.stories == {"bentrok": 2}
    assert not (regency.root / PANEN).exists()


def test_the_same_library_described_by_the_regency_stays_as_it_is(village, regency):
    ours = LIBRARY.format(name="Sukamaju") + "Ditulis kabupaten.\n"
    regency.write({"content/libraries/sukamaju.md": ours})
    assert take(regency, village).stories == {"baru": 2}
    assert (regency.root / "content/libraries/sukamaju.md").read_text("utf-8") == ours


@pytest.mark.parametrize("consent", ["tidak", "{dicabut: 2026-11-01}"])
def test_a_photo_that_nobody_may_show_does_not_come_and_goes_where_it_was(village, regency, consent):
    take(regency, village)
    assert (regency.root / PHOTO).exists()
    village.write({PANEN: report(foto=photo(consent))})
    assert take(regency, village).stories["diperbarui"] == 1
    assert not (regency.root / PHOTO).exists()
    assert [found.code for found in check(Newsroom(regency.root), now=NOW).all if found.level == "error"] == []


def test_consent_for_print_alone_travels(village, regency):
    village.write({PANEN: report(foto=photo("{kanal: [cetak]}"))})
    take(regency, village)
    with surveyed(Newsroom(regency.root), now=NOW) as store:
        assert Visible(store, "web", NOW).entry("2026/11/panen").story.photos == ()
        assert len(Visible(store, "cetak", NOW).entry("2026/11/panen").story.photos) == 1


def test_what_was_taken_down_there_is_taken_down_here(village, regency):
    take(regency, village)
    regency.build()
    assert "2026/11/panen/index.html" in " ".join(regency.tree())

    village.write({PANEN: report(status="tarik", tarik_alasan="Permintaan warga")})
    merged = take(regency, village)
    assert merged.taken == 1
    assert [one.address for one in taken.load(regency.root)[1]] == ["2026/11/panen"]
    regency.build()
    assert "Isi kabar" not in regency.page("site/2026/11/panen/index.html")
    assert difference(regency.tree(), regency.clean()) == ""

    assert take(regency, village).taken == 0, "and once only"


def test_a_quotation_taken_back_there_is_shown_by_no_story_here(village, regency):
    kelas = f"{PLACE}kelas/index.md"
    take(regency, village)
    regency.write({f"{PLACE}kami.md": story("Kami", kutipan="[{teks: Saya senang, nama: S., izin: ya}]")})
    village.write({kelas: report("Kelas", kutipan="[{teks: Saya senang, nama: Ibu S., izin: {dicabut: 2026-11-10}}]")})
    assert take(regency, village).taken == 1
    regency.build()
    assert not any(b"Saya senang" in data for data in regency.tree().values())
    assert [one.kind for one in taken.load(regency.root)[1]] == ["kutipan"]


def test_a_take_down_there_does_not_touch_our_own_story_at_that_address(village, regency):
    regency.write({PANEN: story("Panen kami", day="2026-11-03")})
    village.write({PANEN: report(status="tarik")})
    merged = take(regency, village)
    assert merged.taken == 0
    assert any("ditarik" in told.said for told in merged.told)


def test_what_only_vanished_there_is_told_and_left(village, regency):
    take(regency, village)
    village.write({PANEN: None})
    merged = take(regency, village)
    assert [told.path for told in merged.told] == [PANEN]
    assert (regency.root / PANEN).exists()


def test_links_are_not_followed(village, regency, tmp_path):
    secret = tmp_path / "rahasia.md"
    secret.write_text(report("Rahasia"), "utf-8")
    (village.root / f"{PLACE}rahasia.md").symlink_to(secret)
    (village.root / PHOTO).unlink()
    (village.root / f"{PLACE}asli.jpg").write_bytes(jpeg())
    (village.root / PHOTO).symlink_to(f"{village.root}/{PLACE}asli.jpg")
    merged = take(regency, village)
    assert not any("rahasia" in path for path in paths(regency))
    assert not (regency.root / PHOTO).exists()
    assert any(told.path == PHOTO for told in merged.told)


def test_folders_that_are_links_are_not_followed_either(village, regency):
    village.write({"content/simpan/index.md": report("Lewat tautan")})
    (village.root / PLACE / "lewat").symlink_to(village.root / "content/simpan")
    merged = take(regency, village)
    assert merged.stories == {"baru": 2, "bentrok": 1}
    assert [told.path for told in merged.told] == [f"{PLACE}lewat/index.md"]
    assert not (regency.root / PLACE / "lewat").exists()


def test_a_newsroom_is_not_merged_into_itself(village, tmp_path):
    with pytest.raises(UsageError, match="ini sendiri"):
        merge(Newsroom(village.root), village.root, now=NOW)
    with pytest.raises(UsageError, match="bukan ruang redaksi"):
        merge(Newsroom(village.root), tmp_path, now=NOW)


def test_twice_passed_on_it_keeps_both_origins(village, regency, tmp_path):
    take(regency, village)
    province = Room(tmp_path / "provinsi", {"content/site.toml": SITE.format(name="provinsi")})
    merge(Newsroom(province.root), regency.root, now=NOW)
    lines = (province.root / PANEN).read_text("utf-8").splitlines()
    assert [line.split("<")[1].split(">")[0] for line in lines[1:3]] == [
        "https://kabupaten.example/",
        "https://sukamaju.example/",
    ]
