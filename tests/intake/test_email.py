"""Mail: what it says, what came with it, and nothing of how to reach its writer."""

import re

from pipeline.intake.draft import Refusal
from pipeline.production.accepting import accept
from pipeline.production.newsroom import Newsroom
from tests.intake import making

NUMBER = re.compile(r"08\d\d[ -]?\d{4}[ -]?\d{4}|[\w.]+@[\w.]+\.example")


def test_no_number_and_no_address_of_its_writer_is_kept(desk):
    for name in ("letter_with_photos", "cover_with_document", "forwarded", "forwarded_whole"):
        desk.take(desk.put(f"{name}.eml", getattr(making, name)()))
    kept = {path: data.decode() for path, data in desk.drafts().items() if path.endswith(".md")}

    assert len(kept) >= 10
    assert {path: NUMBER.findall(text) for path, text in kept.items() if NUMBER.search(text)} == {}


def test_a_number_in_the_story_is_left_to_the_gate(desk):
    text = "Panen raya kemarin ramai.\n\nPendaftaran ke Budi, 0812 3456 7890, setiap Sabtu.\n\nSalam,\nRina\n"
    draft = desk.one("a.eml", making.mail(text).as_bytes(), library="alfa")

    assert "0812 3456 7890" in desk.text(draft)
    codes = {finding.code for finding in accept(Newsroom(desk.root), draft.path).findings}
    assert "data-telepon" in codes


def test_the_same_mail_saved_by_two_people_is_one(desk):
    first = desk.one("satu.eml", making.mail(making.LETTER).as_bytes())
    again = desk.one("dua.eml", making.mail(making.LETTER, Received="from x by y", X_Spam="no").as_bytes())

    assert (first.state, again.state) == ("baru", "sama")


def test_a_document_that_came_by_mail_is_known_when_it_comes_alone(desk):
    data = making.report()
    message = making.mail("Terlampir.")
    message.add_attachment(data, maintype="application", subtype="octet-stream", filename="laporan.docx")
    desk.one("surat.eml", message.as_bytes())

    assert desk.one("laporan.docx", data).state == "sama"


def test_a_document_that_cannot_be_read_costs_no_other(desk):
    refusals = [one for one in desk.take(desk.put("a.eml", making.cover_with_document())) if isinstance(one, Refusal)]

    assert [one.name for one in refusals] == ["a.eml › undangan.pdf"]
    assert len({path.split("/")[0] for path in desk.drafts()}) == 1


def test_locked_empty_and_endless_mails_are_refused(desk):
    locked = making.mail("x")
    locked.replace_header("Content-Type", "application/pkcs7-mime")
    assert "terenkripsi" in desk.refused("a.eml", locked.as_bytes())
    assert "tidak berisi" in desk.refused("b.eml", making.mail(" \n").as_bytes())
    many = making.mail("x")
    for number in range(201):
        many.add_attachment(b"x", maintype="application", subtype="x", filename=f"{number}")
    assert "terlalu banyak bagian" in desk.refused("c.eml", many.as_bytes())


def test_a_name_of_an_attachment_leads_nowhere(desk):
    message = making.mail(making.LETTER)
    message.add_attachment(making.PHOTO, maintype="image", subtype="jpeg", filename="../../../../etc/rahasia.jpg")
    draft = desk.one("a.eml", message.as_bytes())

    assert (desk.root / draft.path / "rahasia.jpg").read_bytes() == making.PHOTO


def test_import_check_accept_build(desk):
    draft = desk.one("surat.eml", making.letter_with_photos())
    accepted = accept(Newsroom(desk.root), draft.path)
    report = desk.room.build()

    assert accepted.path == "content/stories/2026/08/laporan-panen-perdana/index.md", accepted.findings
    assert (report.stories, report.errors) == (1, 0)
    assert "<li>kangkung" in desk.room.page("site/2026/08/laporan-panen-perdana/index.html")
