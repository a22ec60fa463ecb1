"""Files made to do harm, or broken: each costs itself, with one sentence, and no other."""

import io
import stat
import zipfile

import pytest

from pipeline.intake import package
from pipeline.intake.draft import UnreadableError
from pipeline.intake.source import Source
from pipeline.intake.xml import checked

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("kosong.txt", b"  \n", "kosong"),
        ("laporan.pdf", b"%PDF-1.7\n", "PDF"),
        ("laporan.doc", OLE, "Simpan Sebagai .docx"),
        ("kunci.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "kata sandi"),
        ("laporan.rtf", b"{\\rtf1 halo}", "RTF"),
        ("arsip.rar", b"Rar!\x1a\x07", "arsip"),
        ("program.exe", b"MZ\x90" + bytes(64), "bukan dokumen"),
        ("video.mp4", b"\0\0\0\x18ftypisom" + bytes(64), "bukan dokumen"),
        ("potong.docx", b"PK\x03\x04" + bytes(40), "rusak atau terpotong"),
    ],
)
def test_what_is_not_read_says_what_to_do(desk, name, data, said):
    assert said in desk.refused(name, data)


def test_a_broken_source_stops_no_other(desk):
    desk.put("a.pdf", b"%PDF-1.7\n")
    desk.put("b.txt", "Rapat\n\nIsi rapat.\n")

    refusal, draft = desk.take()
    assert (refusal.name, draft.state) == ("a.pdf", "baru")


def test_links_are_not_followed(desk, tmp_path):
    (tmp_path / "rahasia.txt").write_text("Rahasia\n\nIsi.\n", "utf-8")
    (desk.folder / "tautan.txt").symlink_to(tmp_path / "rahasia.txt")
    (desk.folder / "folder").symlink_to(tmp_path)

    assert [one.name for one in desk.take()] == ["folder", "tautan.txt"]
    assert not (desk.root / "content/inbox").exists()


def test_a_wrong_extension_is_told(desk, zipped):
    draft = desk.one("laporan.docx", "Rapat\n\nIsi.\n")
    assert "isinya teks" in desk.text(draft, "CATATAN.md")


def names(data, limits=package.DOCUMENT):
    """Return the parts of a package and what was passed over."""
    with package.opened(Source("x.zip", data=data), limits) as found:
        return found.names, found.notes


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "C:\\a.txt", "..\\..\\a.txt", "a/../../b", "c:x"])
def test_parts_that_point_outside_are_passed_over(zipped, name):
    parts, notes = names(zipped({"baik.txt": "x", name: "jahat"}))
    assert parts == ("baik.txt",)
    assert len(notes) == 1


def test_links_within_packages_are_passed_over():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        link = zipfile.ZipInfo("tautan")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    parts, notes = names(stream.getvalue())
    assert (parts, len(notes)) == ((), 1)


def test_bombs_are_not_opened(zipped):
    with pytest.raises(UnreadableError, match="membengkak lebih dari 100 kali"):
        names(zipped({"a": bytes(50_000_000)}))
    with pytest.raises(UnreadableError, match="201 berkas"):
        names(zipped({f"{number}": "" for number in range(201)}))
    with pytest.raises(UnreadableError, match="lebih besar dari 100,0 MB"):
        names(zipped({f"{number}": bytes(900_000) for number in range(120)}))


def test_a_small_part_may_be_packed_tightly(zipped):
    assert names(zipped({"a": bytes(900_000)}))[0] == ("a",)


def test_a_part_that_lies_about_its_size_gives_no_more_than_it_said(zipped):
    data = bytearray(zipped({"a": bytes(range(256)) * 4_000}))
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = data.index(mark) + offset
        data[place : place + 4] = (1_000).to_bytes(4, "little")
    with package.opened(Source("x.zip", data=bytes(data))) as found, pytest.raises(UnreadableError, match="rusak"):
        found.read("a")


def test_locked_and_oddly_packed_packages_are_refused(zipped):
    data = bytearray(zipped({"a": "x"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(UnreadableError, match="kata sandi"):
        names(bytes(data))
    with pytest.raises(UnreadableError, match="tidak biasa"):
        names(zipped({"a": "x" * 99}, zipfile.ZIP_LZMA))


def test_two_parts_of_one_name_are_refused():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a", "1")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("a", "2")
    with pytest.raises(UnreadableError, match="dua bagian"):
        names(stream.getvalue())


@pytest.mark.parametrize(
    ("xml", "said"),
    [
        ('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "DTD"),
        ("<!DOCTYPE a><a/>", "DTD"),
        ('<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', "DTD"),
        ("<a>" * 200 + "</a>" * 200, "rumit"),
        ("<a><b></a>", "tidak utuh"),
    ],
)
def test_xml_that_does_harm_is_not_read(xml, said):
    with pytest.raises(UnreadableError, match=said):
        checked(xml.encode())
    with pytest.raises(UnreadableError, match=said):
        checked(f'<?xml version="1.0" encoding="UTF-16"?>{xml}'.encode("utf-16"))
