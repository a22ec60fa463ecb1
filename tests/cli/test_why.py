"""``warta why``: one line on why a file is there, or why it is not."""

import pytest

from pipeline.templating.folders import bundled
from tests.conftest import BASE

PAGE = "site/2025/01/a/index.html"
FILE = "content/stories/2025/01/a.md"


@pytest.fixture
def why(warta):
    """Ask about a path and return what was said, of which there is one line."""

    def ask(room, path: str, *more: str) -> str:
        ran = warta("why", path, "--root", room.root, "--now", "2026-11-22T08:00:00+07:00", *more)
        assert (ran.status, ran.err) == (0, "")
        assert ran.out.count("\n") == 1
        return ran.out.strip()

    return ask


@pytest.fixture
def built(newsroom, story):
    """A newsroom with one story, built."""
    room = newsroom({FILE: story("Kabar A")})
    room.build()
    return room


def test_a_new_page_was_not_there_before(built, why) -> None:
    assert why(built, PAGE) == f"{PAGE}: terakhir dibuat karena sebelumnya belum ada."


def test_an_edit_is_named_by_its_key(built, story, why) -> None:
    built.write({FILE: story("Kabar baru", ringkasan="Ringkasan Kabar A.")})
    built.build()

    assert why(built, PAGE) == f"{PAGE}: terakhir dibuat karena judul berubah."


def test_a_template_is_named(built, why) -> None:
    built.write({"templates/site/404.html": (bundled("templates") / "site/404.html").read_bytes() + b"\n"})
    built.build()

    assert why(built, "site/404.html") == "site/404.html: terakhir dibuat karena templates/site/404.html berubah."


def test_a_file_that_someone_changed_is_named_so(built, why) -> None:
    (built.output / PAGE).write_text("coretan")
    built.build()

    assert "diubah atau hilang di output/" in why(built, PAGE)


@pytest.mark.parametrize(
    "path",
    [
        PAGE, f"output/{PAGE}", "2025/01/a", "2025/01/a/", "site/2025/01/a", FILE,
        "https://kabar.example/2025/01/a/",
    ],
)  # fmt: skip
def test_every_way_to_name_a_page_means_the_page(built, why, path) -> None:
    assert why(built, path).startswith(f"{PAGE}: terakhir dibuat")


def test_a_path_on_this_computer_means_the_output(built, why) -> None:
    assert why(built, str(built.output / PAGE)).startswith(f"{PAGE}: ")


def test_a_file_of_a_folder_is_explained_by_its_folder(built, why) -> None:
    assert why(built, "social/2025/01/a/x.txt").startswith("social/2025/01/a/: terakhir dibuat")


def test_posts_that_site_toml_leaves_out_say_so(built, why) -> None:
    settings = (built.root / "content/site.toml").read_text("utf-8")
    built.write({"content/site.toml": f'{settings}[sosial]\nplatform = ["whatsapp"]\n'})
    built.build()

    assert "[sosial] di content/site.toml" in why(built, "social/2025/01/a/tiktok.txt")


def test_a_library_is_asked_for_by_its_profile(built, why) -> None:
    assert why(built, "content/libraries/alfa.md").startswith("site/perpustakaan/alfa/index.html: terakhir dibuat")


def test_what_changed_since_the_build_is_to_be_built(built, story, why) -> None:
    built.write({FILE: story("Kabar baru"), "content/stories/2025/01/b.md": story("Kabar B")})

    assert why(built, PAGE).endswith(f"{FILE} berubah sejak itu: jalankan warta build.")
    assert why(built, "2025/01/b") == "site/2025/01/b/index.html: belum dibangun: jalankan warta build."


@pytest.mark.parametrize("status", ["draf", "periksa"])
def test_a_draft_says_its_status(newsroom, story, why, status) -> None:
    room = newsroom({FILE: story("Kabar A", status=status)})
    room.build()

    assert why(room, "2025/01/a") == f"{PAGE}: belum terbit karena status: {status} di {FILE}."


def test_a_withdrawn_story_says_so(newsroom, story, why) -> None:
    room = newsroom({FILE: story("Kabar A", status="tarik")})
    room.build()

    assert "berita di alamat ini ditarik sejak 2026-11-22 (status: tarik" in why(room, "2025/01/a")
    assert "ditarik dari peredaran" in why(room, "social/2025/01/a/x.txt")


def test_a_story_that_became_a_draft_will_be_removed(built, story, why) -> None:
    built.write({FILE: story("Kabar A", status="draf")})

    assert "Akan dihapus oleh warta build berikutnya: belum terbit karena status: draf" in why(built, PAGE)


def test_a_story_whose_file_is_gone_will_be_removed(built, why) -> None:
    built.write({FILE: None})

    assert "tidak ada lagi" in why(built, PAGE)


@pytest.mark.parametrize(
    ("keys", "until", "reason"),
    [
        ({"terbit_pada": "2027-01-15 10.00 WIB"}, "Jumat, 15 Januari 2027 pukul 10.00 WIB", "terbit_pada"),
        ({"embargo": "2027-01-15 12.00 WITA"}, "Jumat, 15 Januari 2027 pukul 11.00 WIB", "embargo"),
        ({"day": "2027-01-15"}, "Jumat, 15 Januari 2027 pukul 00.00 WIB", "tanggal"),
        (
            {"terbit_pada": "2027-01-16", "embargo": "2027-01-15"},
            "Sabtu, 16 Januari 2027 pukul 00.00 WIB",
            "terbit_pada",
        ),
    ],
)
def test_a_held_story_says_until_when_in_its_library_s_zone(newsroom, story, why, keys, until, reason) -> None:
    room = newsroom({"content/stories/2027/01/a.md": story("Kabar A", **keys)})
    room.build()

    assert why(room, "2027/01/a") == f"site/2027/01/a/index.html: ditahan sampai {until}: {reason}."


def test_an_error_is_named_with_file_and_line(newsroom, story, why) -> None:
    room = newsroom({FILE: story("Kabar A", day="31 Juni 2025")})
    room.build()

    assert f"tidak dibuat karena kesalahan ini: {FILE}:3: " in why(room, "2025/01/a")


def test_an_unknown_library_is_the_error(newsroom, story, why) -> None:
    room = newsroom({FILE: story("Kabar A", library="alpa")})
    room.build()

    assert f'{FILE}:4: perpustakaan "alpa" tidak ada' in why(room, FILE)


def test_of_two_files_with_one_address_the_second_is_told(newsroom, story, why) -> None:
    second = "content/stories/2025/01/a/index.md"
    room = newsroom({FILE: story("Kabar A"), second: story("Kabar B")})
    room.build()

    assert why(room, FILE).startswith(f"{PAGE}: terakhir dibuat")
    assert "sudah dipakai oleh content/stories/2025/01/a.md" in why(room, second)


def test_a_story_outside_its_month_is_told_where_to_go(newsroom, story, why) -> None:
    room = newsroom({"content/stories/a.md": story("Kabar A")})

    assert "Pindahkan ke: content/stories/2025/01/a.md" in why(room, "content/stories/a.md")


def test_a_desk_that_is_switched_off_is_named(newsroom, story, why) -> None:
    room = newsroom({FILE: story("Kabar A"), "content/site.toml": "[meja]\nsocial = false\n"})
    room.build()

    assert "[meja] social = false" in why(room, "social/2025/01/a/x.txt")


@pytest.mark.parametrize(
    ("path", "near"),
    [
        ("2025/01/aa", "2025/01/a"),
        ("2025/03/a", "2025/01/a"),
        ("2024/07/jadwal", "2024/09/jadwal"),
        ("site/topik/index.htm", "site/topik/index.html"),
        ("ngawur", ""),
        ("content/site.toml", ""),
        ("content/stories/2025/01/tidak-ada.md", ""),
    ],
)
def test_a_path_that_means_nothing_ends_with_2_and_the_nearest(built, story, warta, path, near) -> None:
    built.write({f"content/stories/2024/0{month}.md": story("Jadwal") for month in ("7/jadwa", "9/jadwal")})

    ran = warta("why", path, "--root", built.root)

    assert (ran.status, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert near in ran.err


def test_before_the_first_build_it_says_to_build(newsroom, story, warta, why) -> None:
    room = newsroom({FILE: story("Kabar A")})

    assert why(room, "2025/01/a").endswith("belum dibangun: jalankan warta build.")
    assert "belum ada yang dibangun" in warta("why", "site/index.html", "--root", room.root).err


def test_it_neither_waits_for_a_build_nor_disturbs_it(built, why) -> None:
    import sqlite3
    from contextlib import closing

    from pipeline.build import lock

    database = built.root / ".warta/cache/newsroom.sqlite"
    with lock.held(built.root / ".warta/lock"), closing(sqlite3.connect(database, isolation_level=None)) as db:
        db.execute("BEGIN IMMEDIATE")
        assert why(built, PAGE).startswith(f"{PAGE}: terakhir dibuat")
    assert built.build().made == 0


def test_a_release_is_explained_by_what_holds_it(newsroom, story, warta):
    held = {"terbit_pada": "2026-11-21 08.00 WIB", "embargo": "2026-11-25 10.00 WIB"}
    room = newsroom({
        "content/stories/2026/11/panen.md": story("Panen", day="2026-11-20", siaran="ya", **held),
        "content/stories/2026/11/lain.md": story("Lain", day="2026-11-20"),
        "content/stories/2026/11/nanti.md": story(
            "Nanti", day="2026-11-20", siaran="ya", terbit_pada="2026-11-23 08.00 WIB", embargo="2026-11-25 10.00 WIB"
        ),
        "content/kliping/2026/11/a.md": "---\njudul: A\ntanggal: 2026-11-20\nmedia: Kabar\nperpustakaan: alfa\n---\n",
    })  # fmt: skip
    room.build()

    def why(path):
        ran = warta("why", path, "--root", room.root, "--now", "2026-11-22T08:00:00+07:00")
        return ran.out.strip()

    assert why("output/press/2026/11/panen/siaran-pers.pdf").endswith("karena sebelumnya belum ada.")
    assert "ditahan sampai Rabu, 25 November 2026 pukul 10.00 WIB: embargo" in why("site/pers/2026/11/panen/index.html")
    assert "ditahan sampai Senin, 23 November 2026 pukul 08.00 WIB: terbit_pada" in why(
        "press/2026/11/nanti/siaran-pers.txt"
    )
    assert "tulis siaran: ya di content/stories/2026/11/lain.md" in why("press/2026/11/lain/siaran-pers.docx")
    assert (
        why("content/kliping/2026/11/a.md") == "site/liputan/index.html: terakhir dibuat karena sebelumnya belum ada."
    )


def test_records_are_shown_on_pages_of_evidence(warta, newsroom):
    """Of one that has no place it is said where to ask."""
    room = newsroom({
        "content/site.toml": BASE["content/site.toml"].replace("evidence = false\n", ""),
        "content/dukungan/rak.md": "---\nperpustakaan: alfa\napa: rak\n---\n",
        "content/dukungan/hilang.md": "---\nperpustakaan: tidak-ada\napa: rak\n---\n",
        "content/opsi/a.md": "---\njudul: A\nwilayah: '32.04'\nopsi: [{nama: B}, {nama: C}]\n---\n",
        "content/pilihan/draf.md": "---\nstatus: draf\n---\n",
    })  # fmt: skip
    room.build()

    def why(path):
        return warta("why", path, "--root", room.root).out.strip()

    made = "terakhir dibuat karena sebelumnya belum ada."
    assert why("content/dukungan/rak.md") == f"site/bukti/alfa/dukungan/index.html: {made}"
    assert why("content/opsi/a.md") == f"site/bukti/32.04/opsi/a/index.html: {made}"
    assert "tidak terbit; alasannya: warta check." in why("content/dukungan/hilang.md")
    assert "content/pilihan/draf.md: tid" in why("content/pilihan/draf.md")
