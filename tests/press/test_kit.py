"""The press kit: what is in it, how it is called, and that nothing in it hides or computes."""

import csv
import io

import pytest
from docx import Document

from pipeline.content.near import fold
from pipeline.templating.folders import bundled
from tests.pictures.conftest import SECRET, planted_jpeg, scene
from tests.press.conftest import SETTINGS, files_of

FOLDER = "press/2026/11/panen/"
KIT = f"{FOLDER}panen-kit-pers.zip"
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60"><rect width="40" height="40"/></svg>'
PHOTO = "{berkas: foto.jpg, keterangan: %s, alt: Kangkung, fotografer: Budi, izin: %s}"
ALL = "{ref: 14/2026, sampai: 2027-05-12, wali: ya}"


def kit(room) -> dict[str, bytes]:
    return files_of((room.output / KIT).read_bytes())


@pytest.fixture
def packed(press):
    """Make a release with a photo (*caption*, *consent*) and a logo."""

    def make(caption: str = "Panen", consent: str = ALL, photo: bytes = b"", **more: str):
        files = {
            "content/site.toml": f'{SETTINGS}[kartu]\nlogo = "logo.svg"\n',
            "content/logo.svg": LOGO,
            "content/stories/2026/11/foto.jpg": photo or scene(2_400, 1_600).write_to_buffer(".jpg"),
        }
        return press(files=files, foto=f"[{PHOTO % (caption, consent)}]", **more)

    return make


def test_all_that_an_office_needs_is_in_it(packed):
    room = packed()
    assert room.build(only=("press",)).problems == ()
    found = kit(room)
    assert sorted(found) == [
        "BACA-DULU.txt", "foto/keterangan-foto.csv", "foto/keterangan-foto.txt", "foto/panen-01.jpg",
        "juru-bicara.txt", "lembar-fakta.txt", "logo.png", "siaran-pers.docx", "siaran-pers.html", "siaran-pers.pdf",
        "siaran-pers.txt",
    ]  # fmt: skip
    for name in ("siaran-pers.docx", "siaran-pers.html", "siaran-pers.pdf", "siaran-pers.txt"):
        assert found[name] == (room.output / FOLDER / name).read_bytes()
    caption = found["foto/keterangan-foto.txt"].decode()
    consent = "boleh dimuat pers, disetujui wali, formulir 14/2026, berlaku sampai 12 Mei 2027"
    assert f"panen-01.jpg: Panen (Foto: Budi) [Izin: {consent}]" in caption
    spoken = found["juru-bicara.txt"].decode()
    assert "Ibu Sari Contoh, pengelola: WhatsApp 0812 3456 7890" in spoken
    assert "Pak Gani Contoh, kepala desa: anggaran dan kebijakan" in spoken
    assert "Kapan: Senin, 2 November 2026" in found["lembar-fakta.txt"].decode()


def test_photos_are_as_large_as_there_is_a_clean_copy_and_hide_nothing(packed):
    room = packed(photo=planted_jpeg())
    room.build(only=("press",))
    data = kit(room)["foto/panen-01.jpg"]
    assert SECRET not in data
    for mark in (b"Exif", b"http://ns.adobe.com", b"Photoshop", b"GPS"):
        assert mark not in data


@pytest.mark.parametrize("caption", ['"=1+1"', '"@SUM(A1)"', '"+62"'])
def test_no_cell_is_a_formula(packed, caption):
    room = packed(caption)
    room.build(only=("press",))
    text = kit(room)["foto/keterangan-foto.csv"].decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(text))
    assert row["keterangan"].startswith("'")


@pytest.mark.parametrize(("consent", "there"), [("{kanal: [pers]}", True), ("{kanal: [web]}", False), ("tidak", False)])
def test_a_photo_is_in_it_where_its_people_agreed_to_the_press(packed, consent, there):
    room = packed(consent=consent)
    room.build(only=("press",))
    assert ("foto/panen-01.jpg" in kit(room)) is there


def test_an_office_may_restyle_the_document_in_word(press):
    room = press()
    document = Document(bundled("templates/press") / "siaran-pers.docx")
    assert {"Kop Nama", "Isi Siaran", "Label Siaran"} <= {style.name for style in document.styles}
    document.paragraphs[0].insert_paragraph_before("Kop dinas kami {{ nomor }}")
    made = io.BytesIO()
    document.save(made)
    room.write({"templates/press/siaran-pers.docx": made.getvalue()})
    room.build(only=("press",))
    data = (room.output / FOLDER / "siaran-pers.docx").read_bytes()
    assert Document(io.BytesIO(data)).paragraphs[0].text.strip() == "Kop dinas kami"


@pytest.mark.parametrize("said", ["{{ tidak_ada }}", "{% if %}", "{{ ''.__class__.__mro__[1].__subclasses__() }}"])
def test_a_template_with_a_fault_costs_the_document_and_says_so(press, said):
    room = press()
    document = Document(bundled("templates/press") / "siaran-pers.docx")
    document.paragraphs[0].insert_paragraph_before(said)
    made = io.BytesIO()
    document.save(made)
    room.write({"templates/press/siaran-pers.docx": made.getvalue()})
    report = room.build(only=("press",))
    assert f"{FOLDER}siaran-pers.docx" in {failure.path for failure in report.failures}
    told, _twin = [failure for failure in report.failures if failure.path.endswith(".docx")]
    assert "templates/press/siaran-pers.docx" in told.error
    assert (room.output / FOLDER / "siaran-pers.pdf").exists()


def test_no_name_of_a_file_is_a_persons(packed):
    room = packed()
    room.build(only=("press",))
    assert not [name for name in kit(room) if "budi" in fold(name)]
