"""Word: all that a report may hold comes over; what does not is told."""

import pytest

from pipeline.production.accepting import accept
from pipeline.production.newsroom import Newsroom
from tests.intake import making


def test_a_picture_is_kept_as_it_is_with_its_caption(desk):
    draft = desk.one("laporan.docx", making.report())

    assert [(photo.name, photo.caption) for photo in draft.draft.photos] == [
        ("foto-1", "Warga memanen selada."),
        ("foto-2", ""),
    ]
    assert (desk.root / draft.path / "foto-1.jpg").read_bytes() == making.PHOTO


def test_every_paragraph_stands_in_the_draft_or_in_its_notes(desk):
    data = making.report()
    extra = making.part(data, "word/document.xml").replace(
        b"</w:body>",
        b"<w:p><w:unheard><w:r><w:t>Kalimat di unsur asing.</w:t></w:r></w:unheard></w:p></w:body>",
    )
    draft = desk.one("laporan.docx", making.changed(data, {"word/document.xml": extra}))

    assert draft.draft.notes[-1] == "Tidak ikut: Kalimat di unsur asing."


def test_libreoffice_writes_word_too(desk):
    draft = desk.one("kelas.docx", (making.DOCUMENTS / "libreoffice.docx").read_bytes())

    assert draft.draft.title == "Kelas Menjahit Angkatan Kedua"
    assert "[^1]: Tiga di antaranya" in draft.draft.body
    assert "    - Badan\n" in draft.draft.body


def test_old_word_says_what_to_do(desk):
    assert "Simpan Sebagai .docx" in desk.refused("a.doc", (making.DOCUMENTS / "libreoffice.doc").read_bytes())


def test_macros_are_refused_whatever_the_file_is_called(desk):
    data = making.report()
    types = making.part(data, "[Content_Types].xml").replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    assert "makro" in desk.refused("a.docx", making.changed(data, {"[Content_Types].xml": types}))
    assert "makro" in desk.refused("b.docx", making.changed(data, {"word/vbaProject.bin": b"x"}))


@pytest.mark.parametrize("name", ["word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels"])
def test_entities_are_refused_in_every_part(desk, name):
    data = making.report()
    text = making.part(data, name)
    head, mark, rest = text.partition(b"?>")
    bomb = head + mark + b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + rest
    assert "DTD" in desk.refused("a.docx", making.changed(data, {name: bomb}))


def test_pictures_elsewhere_are_named_and_not_fetched(desk):
    data = making.report()
    rels = making.part(data, "word/_rels/document.xml.rels").replace(
        b'Target="media/image1.jpg"', b'Target="http://127.0.0.1:9/rahasia.jpg" TargetMode="External"'
    )
    text = making.part(data, "word/document.xml").replace(b"r:embed=", b"r:link=", 1)
    changed = making.changed(data, {"word/_rels/document.xml.rels": rels, "word/document.xml": text})
    draft = desk.one("a.docx", changed)

    assert "Gambar tidak diambil: http://127.0.0.1:9/rahasia.jpg" in draft.draft.notes
    assert len(draft.draft.photos) == 1
    assert "Selada" in draft.draft.body


def test_a_file_of_this_computer_is_no_picture(desk, tmp_path):
    secret = tmp_path / "rahasia.jpg"
    secret.write_bytes(making.PHOTO)
    data = making.report()
    rels = making.part(data, "word/_rels/document.xml.rels").replace(
        b'Target="media/image1.jpg"', f'Target="file://{secret}" TargetMode="External"'.encode()
    )
    text = making.part(data, "word/document.xml").replace(b"r:embed=", b"r:link=", 1)
    changed = making.changed(data, {"word/_rels/document.xml.rels": rels, "word/document.xml": text})

    assert len(desk.one("a.docx", changed).draft.photos) == 1


def test_parts_that_lie_are_one_sentence(desk):
    data = making.report()
    assert "rusak" in desk.refused("a.docx", making.changed(data, {"word/document.xml": b"<w:document"}))
    assert "rusak" in desk.refused("b.docx", making.changed(data, {"word/document.xml": None, "word/x.xml": b"<a/>"}))
    deep = b"<a>" * 100_000
    assert "rumit" in desk.refused("c.docx", making.changed(data, {"word/styles.xml": deep}))


def test_import_check_accept_build(desk):
    draft = desk.one("laporan.docx", making.report())
    accepted = accept(Newsroom(desk.root), draft.path)
    report = desk.room.build()

    assert accepted.path == "content/stories/2026/08/panen-perdana-kebun-sayur/index.md"
    assert not [finding for finding in accepted.findings if finding.code.startswith("isi-")]
    assert (report.stories, report.errors) == (1, 0)
    page = desk.room.page("site/2026/08/panen-perdana-kebun-sayur/index.html")
    for words in ("<li>Alat", "<th>Sayur", "berkas_catatan_1", "4 * 2", "3 &lt; 4", "dibagi | dijual"):
        assert words in page, words
