"""``warta init``: a newsroom that builds at once."""

import pytest

from pipeline import config
from pipeline.config import Site, load
from pipeline.production.build import Order, build
from pipeline.production.newsroom import Newsroom
from pipeline.safety.rules import NEWEST
from pipeline.templating.folders import bundled


def test_the_sample_newsroom_is_whole(tmp_path, warta, tree) -> None:
    ran = warta("init", tmp_path / "kabar")

    copied = {path: data for path, data in tree(tmp_path / "kabar/content").items() if not path.startswith("inbox/")}
    ours = {path: data for path, data in tree(bundled("content")).items() if not path.startswith("inbox/")}
    assert (ran.status, ran.err) == (0, "")
    assert copied == ours


def test_the_sample_newsroom_checks_and_builds_without_errors(tmp_path, process) -> None:
    process("init", tmp_path / "kabar")

    assert process("check", "--root", tmp_path / "kabar").status == 0
    assert process("build", "--root", tmp_path / "kabar").status == 0
    assert (tmp_path / "kabar/output/site/index.html").exists()


def test_an_empty_newsroom_checks_and_builds_without_errors(tmp_path, process) -> None:
    process("init", "--kosong", tmp_path / "kabar")

    checked = process("check", "--root", tmp_path / "kabar")
    assert (checked.status, checked.err) == (0, "")
    assert process("build", "--root", tmp_path / "kabar").status == 0


def test_an_empty_newsroom_has_settings_with_their_comments_and_a_folder_for_this_month(tmp_path, warta) -> None:
    warta("init", "--kosong", tmp_path / "kabar")

    content = tmp_path / "kabar/content"
    assert (content / "site.toml").read_bytes() == (bundled("content") / "site.toml").read_bytes()
    assert isinstance(load(tmp_path / "kabar"), Site)
    assert len(list(content.glob("stories/[0-9][0-9][0-9][0-9]/[0-9][0-9]"))) == 1
    assert not list(content.glob("stories/*/*/*"))


def test_a_first_report_goes_into_an_empty_newsroom_and_out_again(tmp_path, warta) -> None:
    warta("init", "--kosong", tmp_path / "kabar")
    (tmp_path / "isi.md").write_text("Perpustakaan kami buka lagi.\n", "utf-8")
    warta("new", "--root", tmp_path / "kabar", "--judul", "Kabar pertama", "--isi", tmp_path / "isi.md")

    build(Newsroom(tmp_path / "kabar"), Order(jobs=1))

    assert list((tmp_path / "kabar/output/site").glob("*/*/kabar-pertama/index.html"))


def test_what_is_made_again_is_not_for_git(tmp_path, warta) -> None:
    warta("init", tmp_path / "kabar")

    assert {"/output/", ".warta/"} <= set((tmp_path / "kabar/.gitignore").read_text().splitlines())


def test_an_empty_folder_may_be_there_already(tmp_path, warta) -> None:
    assert warta("init", tmp_path).status == 0


@pytest.mark.parametrize("kosong", [[], ["--kosong"], ["--latihan"]])
def test_a_folder_with_something_in_it_is_left_alone(tmp_path, warta, tree, kosong) -> None:
    (tmp_path / "catatan.txt").write_text("milik orang")

    ran = warta("init", tmp_path, *kosong)

    assert (ran.status, ran.err.count("\n")) == (2, 1)
    assert tree(tmp_path) == {"catatan.txt": b"milik orang"}


def test_a_file_of_that_name_is_left_alone(tmp_path, warta) -> None:
    (tmp_path / "kabar").write_text("milik orang")

    assert warta("init", tmp_path / "kabar").status == 2
    assert (tmp_path / "kabar").read_text() == "milik orang"


def test_where_nothing_can_be_written_it_says_so(tmp_path, warta) -> None:
    (tmp_path / "berkas").write_text("bukan folder")

    ran = warta("init", tmp_path / "berkas" / "kabar")

    assert (ran.status, ran.err.count("\n")) == (2, 1)
    assert "Tidak dapat menulis" in ran.err


def test_the_next_commands_are_printed(tmp_path, warta) -> None:
    ran = warta("init", tmp_path / "kabar desa")

    assert f"cd '{tmp_path}/kabar desa'\n" in ran.out
    assert "warta serve\n" in ran.out


def test_a_training_newsroom_brings_its_exercises(tmp_path, warta, tree) -> None:
    ran = warta("init", "--latihan", tmp_path / "latihan")

    made = tree(tmp_path / "latihan")
    assert made.pop(".gitignore")
    assert made == tree(bundled("training"))
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines()[-2:] == ["  warta check", f"Langkah demi langkah: {tmp_path / 'latihan/LATIHAN.md'}"]


def test_a_newsroom_is_empty_or_for_training(tmp_path, warta) -> None:
    assert warta("init", "--latihan", "--kosong", tmp_path / "kabar").status == 2
    assert not (tmp_path / "kabar").exists()


@pytest.mark.parametrize("flags", [[], ["--kosong"], ["--latihan"]])
def test_a_new_newsroom_goes_by_the_newest_rules(tmp_path, warta, flags) -> None:
    warta("init", str(tmp_path / "baru"), *flags)

    assert config.load(tmp_path / "baru").aman.aturan == NEWEST
