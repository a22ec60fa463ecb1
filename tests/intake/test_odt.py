"""LibreOffice's own form: the same comes over as from Word."""

import re

import pytest

from pipeline.production.accepting import accept
from pipeline.production.newsroom import Newsroom
from tests.intake import making

ODT = (making.DOCUMENTS / "libreoffice.odt").read_bytes()


def test_one_document_in_two_forms_is_one_report(desk, body):
    texts = [body(desk.text(desk.one(f"kelas.{kind}", (making.DOCUMENTS / f"libreoffice.{kind}").read_bytes())))
             for kind in ("odt", "docx")]  # fmt: skip
    assert texts[0] == texts[1]


def test_its_picture_comes_with_what_it_shows(desk):
    (photo,) = desk.one("kelas.odt", ODT).draft.photos
    assert (photo.data, photo.alt, photo.caption) == (
        making.PHOTO, "Dua ibu di depan mesin jahit", "Latihan memotong kain.",
    )  # fmt: skip


def test_a_locked_one_is_refused(desk):
    manifest = b"<manifest><encryption-data/></manifest>"
    assert "kata sandi" in desk.refused("a.odt", making.changed(ODT, {"META-INF/manifest.xml": manifest}))


@pytest.mark.parametrize("name", ["content.xml", "styles.xml"])
def test_entities_are_refused(desk, name):
    text = re.sub(rb"\?>", b'?><!DOCTYPE x [<!ENTITY a "b">]>', making.part(ODT, name), count=1)
    assert "DTD" in desk.refused("a.odt", making.changed(ODT, {name: text}))


def test_pictures_elsewhere_are_named_and_not_fetched(desk):
    address = b'xlink:href="http://127.0.0.1:9/a.jpg"'
    text = re.sub(rb'xlink:href="Pictures/[^"]+"', address, making.part(ODT, "content.xml"))
    draft = desk.one("a.odt", making.changed(ODT, {"content.xml": text}))

    assert draft.draft.photos == ()
    assert "Gambar tidak diambil: http://127.0.0.1:9/a.jpg (Latihan memotong kain.)" in draft.draft.notes


def test_a_cell_that_says_it_is_repeated_without_end_is_not(desk):
    text = making.part(ODT, "content.xml").replace(
        b"<table:table-cell ", b'<table:table-cell table:number-columns-repeated="99999999" ', 1
    )
    assert len(desk.text(desk.one("a.odt", making.changed(ODT, {"content.xml": text})))) < 10_000


def test_import_check_accept_build(desk):
    draft = desk.one("kelas.odt", ODT)
    accepted = accept(Newsroom(desk.root), draft.path)
    report = desk.room.build()

    assert accepted.path == "content/stories/2026/09/kelas-menjahit-angkatan-kedua/index.md", accepted.findings
    assert (report.stories, report.errors) == (1, 0)
    assert "penyandang disabilitas" in desk.room.page("site/2026/09/kelas-menjahit-angkatan-kedua/index.html")
