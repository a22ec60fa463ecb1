"""``warta import --terima``: a draft becomes a report, or says what is missing."""

import pytest

from pipeline.errors import UsageError
from pipeline.production.accepting import accept
from pipeline.production.newsroom import Newsroom
from tests.pictures.conftest import scene

REPORT = "Panen Perdana\n\nPada Rabu, 12 Agustus 2026, dua puluh ibu memanen sayur bersama pengurus perpustakaan.\n"
PHOTO = scene(700, 500).write_to_buffer(".jpg")


def test_import_check_accept_build(desk):
    desk.put("panen/laporan.txt", REPORT)
    desk.put("panen/IMG 001.jpg", PHOTO)
    (draft,) = desk.take()
    assert desk.room.build().stories == 0, "the inbox is never published"
    accepted = accept(Newsroom(desk.root), draft.path)
    report = desk.room.build()

    assert (report.stories, report.errors) == (1, 0)
    assert accepted.path == "content/stories/2026/08/panen-perdana/index.md"
    assert "dua puluh ibu" in desk.room.page("site/2026/08/panen-perdana/index.html")
    text = (desk.root / accepted.path).read_text("utf-8")
    assert "tebakan" not in text
    assert "status" not in text
    assert "#" not in text.replace("# asal: ", "").replace("# sidik: ", "")
    assert (desk.root / accepted.path).with_name("img-001.jpg").read_bytes() == PHOTO
    assert accepted.guesses == ("judul", "tanggal", "perpustakaan")
    assert not (desk.root / draft.path).exists()
    assert (desk.root / "content/inbox/diterima/2026-08-12-panen-perdana.md").exists()


def test_a_draft_with_an_error_stays_and_says_where(desk):
    draft = desk.one("catatan.txt", "Rapat\n\nKami bertemu.\n")
    before = desk.drafts()
    accepted = accept(Newsroom(desk.root), draft.path)
    errors = [finding for finding in accepted.findings if finding.level == "error"]

    assert accepted.path == ""
    assert [(error.path, error.code) for error in errors] == [(f"{draft.path}/index.md", "tanggal-hilang")]
    assert desk.drafts() == before
    assert not (desk.root / "content/stories").exists()


def test_private_data_holds_a_draft_as_it_holds_a_report(desk):
    draft = desk.one("laporan.txt", f"{REPORT}\nHubungi Budi di 0812 3456 7890.\n")
    accepted = accept(Newsroom(desk.root), draft.path)

    assert accepted.path == ""
    (error,) = [finding for finding in accepted.findings if finding.level == "error"]
    assert error.code == "data-telepon"
    line = desk.text(draft).splitlines()[error.line - 1]
    assert "0812" in line


def test_two_drafts_of_one_title_get_two_addresses(desk):
    desk.put("satu.txt", REPORT)
    desk.put("dua.txt", REPORT.replace("dua puluh", "sepuluh"))
    paths = [accept(Newsroom(desk.root), draft.path).path for draft in desk.take()]

    assert paths == [f"content/stories/2026/08/panen-perdana{number}/index.md" for number in ("", "-2")]


@pytest.mark.parametrize("asked", ["tidak-ada", "..", "../stories", "/etc", "content/libraries"])
def test_only_drafts_are_accepted(desk, asked):
    desk.one("laporan.txt", REPORT)
    with pytest.raises(UsageError, match="content/inbox"):
        accept(Newsroom(desk.root), asked)
