"""Importing again: nothing is doubled, nothing that somebody wrote is lost."""

import shutil

from pipeline.production.accepting import accept
from pipeline.production.newsroom import Newsroom

REPORT = "Panen Perdana\n\nPada Rabu, 12 Agustus 2026, dua puluh ibu memanen sayur.\n"


def test_the_same_source_makes_no_double(desk):
    first = desk.one("laporan.txt", REPORT)
    before = desk.drafts()
    second = desk.one("laporan.txt", REPORT)
    renamed = desk.one("salinan/laporan (1).txt", REPORT)

    assert (first.state, second.state, renamed.state) == ("baru", "sama", "sama")
    assert second.path == renamed.path == first.path == "content/inbox/2026-08-12-panen-perdana"
    assert desk.drafts() == before


def test_a_changed_source_updates_a_draft_that_nobody_edited(desk):
    first = desk.one("laporan.txt", REPORT)
    second = desk.one("laporan.txt", REPORT + "\nHadir juga kepala desa.\n")

    assert (second.state, second.path) == ("diperbarui", first.path)
    assert "kepala desa" in desk.text(second)
    assert len(desk.drafts()) == 2


def test_an_edited_draft_stays_and_the_new_one_goes_beside(desk):
    first = desk.one("laporan.txt", REPORT)
    path = desk.root / first.path / "index.md"
    path.write_text(path.read_text("utf-8") + "\nTulisan redaksi.\n", "utf-8")
    second = desk.one("laporan.txt", REPORT + "\nHadir juga kepala desa.\n")
    third = desk.one("laporan.txt", REPORT + "\nHadir juga camat.\n")

    assert (second.state, second.path) == ("di-samping", f"{first.path}-2")
    assert "Tulisan redaksi." in path.read_text("utf-8")
    assert (third.state, third.path) == ("diperbarui", second.path)


def test_a_photo_that_somebody_added_is_an_edit(desk):
    first = desk.one("laporan.txt", REPORT)
    (desk.root / first.path / "tambahan.jpg").write_bytes(b"\xff\xd8\xff")

    assert desk.one("laporan.txt", REPORT + "\nLagi.\n").state == "di-samping"


def test_another_report_under_an_old_name_replaces_nothing(desk):
    first = desk.one("Laporan.txt", REPORT)
    second = desk.one("Laporan.txt", "Kelas Menjahit\n\nPada 3 September 2026 ada kelas menjahit.\n")

    assert second.state == "di-samping"
    assert "Panen Perdana" in desk.text(first)


def test_two_files_of_one_name_in_two_folders_are_two_reports(desk):
    desk.put("satu/laporan.txt", REPORT)
    desk.put("dua/laporan.txt", REPORT.replace("dua puluh", "sepuluh"))

    assert [one.state for one in desk.take()] == ["baru", "baru"]


def test_what_was_accepted_is_known_ever_after(desk):
    first = desk.one("laporan.txt", REPORT)
    accepted = accept(Newsroom(desk.root), first.path)

    assert accepted.path == "content/stories/2026/08/panen-perdana/index.md"
    assert desk.one("laporan.txt", REPORT).path == accepted.path
    assert desk.one("laporan.txt", REPORT + "\nLagi.\n").state == "di-samping"


def test_a_draft_that_was_deleted_may_be_imported_again(desk):
    first = desk.one("laporan.txt", REPORT)
    shutil.rmtree(desk.root / first.path)

    assert desk.one("laporan.txt", REPORT).state == "baru"


def test_a_rehearsal_writes_nothing(desk):
    assert desk.one("laporan.txt", REPORT, rehearse=True).state == "baru"
    assert not (desk.root / "content/inbox").exists()


def test_the_instant_of_the_first_import_stays(desk):
    first = desk.one("laporan.txt", REPORT)
    path = desk.root / first.path / "index.md"
    assert "terbit_pada: 2026-11-22 08.00 WIB\n" in path.read_text("utf-8")


def test_what_remembers_a_source_holds_no_digits_that_may_look_like_a_persons_number(desk):
    (line,) = [line for line in desk.text(desk.one("laporan.txt", REPORT)).splitlines() if line.startswith("# sidik: ")]
    assert len(line) == len("# sidik: ") + 32 + 1 + 16 + 1 + 16
    assert not any(sign.isdigit() for sign in line)
