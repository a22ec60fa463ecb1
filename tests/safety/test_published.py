"""What is about to be published is looked at once more: every kind of file, however the words are packed."""

import io
import json
import zipfile

import pytest
import pyvips
import typst

from pipeline.build.keys import digest
from pipeline.safety.published import Seen, named, seen

NIK, PHONE, MAIL = "3204125203980001", "0812-3456-7890", "budi.santoso@posel.id"


def packed(**files: bytes) -> bytes:
    """Return a ZIP of *files*, by their names (``__`` for a full stop)."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, data in files.items():
            made.writestr(name.replace("__", "."), data)
    return out.getvalue()


def paper(text: str) -> bytes:
    """Return a PDF that says *text*."""
    return typst.compile(b"#set document(date: none)\n#sys.inputs.said", sys_inputs={"said": text})


WORD = f"<w:p><w:r><w:t>NIK 32041252</w:t></w:r><w:r><w:t>03980001</w:t></w:r></w:p><w:p><w:t>{PHONE}</w:t></w:p>"
FILES = {
    "halaman.html": f"<p>NIK {NIK[:8]}<b>{NIK[8:]}</b></p><p title='x' data-text=\"{PHONE}\">{MAIL}</p>",
    "alamat.html": f'<p>NIK {NIK}</p><a href="tel:{PHONE}">x</a><a href="mailto:{MAIL}">y</a>',
    "meta.html": f'<meta name="description" content="NIK {NIK} {PHONE}"><img alt="{MAIL}">',
    "data.html": f'<script type="application/ld+json">{{"a": ["NIK {NIK}"], "b": "{PHONE} {MAIL}"}}</script>',
    "entitas.html": f"<p>NIK {NIK[:4]}&#49;{NIK[5:]}</p><p>0812&#45;3456&#45;7890 budi.santoso&#64;posel.id</p>",
    "umpan.xml": f"<title>NIK {NIK}</title><d>&lt;p&gt;{PHONE[:6]}&lt;b&gt;{PHONE[6:]}&lt;/b&gt; {MAIL}&lt;/p&gt;</d>",
    "umpan.json": json.dumps({"items": [{"html": f"<p>NIK {NIK}</p>", "text": PHONE, "by": {"mail": MAIL}}]}),
    "rusak.json": f'{{"teks": "NIK {NIK} {PHONE} {MAIL}',
    "kiriman.txt": f"NIK {NIK}\nhubungi {PHONE} / {MAIL}",
    "wa.txt": f"NIK {NIK} https://wa.me/6281234567890?text=halo {MAIL}",
    "kalender.ics": f"DESCRIPTION:NIK {NIK[:5]}\r\n {NIK[5:]}\\n{PHONE}\\, {MAIL[:4]}\r\n {MAIL[4:]}\r\nUID:x@y.id\r\n",
    "tabel.csv": f'judul,"NIK {NIK}"\r\nkontak,{PHONE},{MAIL}\r\n',
    "gambar.svg": f"<text><tspan>NIK {NIK[:8]}</tspan><tspan>{NIK[8:]}</tspan></text><title>{PHONE} {MAIL}</title>",
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_every_kind_of_text_is_read_as_people_read_it(name):
    found = {one.kind for one in seen(name, FILES[name].encode())}

    assert found == {"nik", "telepon", "surel"}


def test_packages_and_papers_are_opened():
    inner = packed(teks__txt=f"NIK {NIK}".encode())
    poster = paper(f"NIK {NIK}\n\n{PHONE}\n\n{MAIL}")

    assert {one.kind for one in seen("poster.pdf", poster)} == {"nik", "telepon", "surel"}
    assert seen("kit.zip", packed(dalam__zip=inner)) == (Seen("nik", NIK),)
    assert {one.kind for one in seen("kit.zip", packed(poster__pdf=poster))} == {"nik", "telepon", "surel"}
    assert {one.kind for one in seen("rilis.docx", packed(word__xml=WORD.encode()))} == {"nik", "telepon"}


def test_what_was_looked_at_by_itself_is_not_looked_at_again_where_it_is_packed():
    text = f"NIK {NIK}".encode()
    assert named(text) == digest(text)  # the engine's own names
    assert seen("kit.zip", packed(a__txt=text, b__txt=text), frozenset((named(text),))) == ()
    assert seen("kit.zip", packed(a__txt=text), frozenset((named(b"other"),))) == (Seen("nik", NIK),)
    assert seen("a.txt", text, frozenset((named(text),))) == (Seen("nik", NIK),)


def test_a_package_in_a_package_without_end_is_left_at_some_depth():
    data = packed(teks__txt=f"NIK {NIK}".encode())
    for _ in range(12):
        data = packed(dalam__zip=data)

    assert seen("kit.zip", data) == ()


@pytest.mark.parametrize("ending", ["jpg", "webp", "png"])
def test_what_a_camera_hides_is_seen(ending):
    picture = pyvips.Image.black(40, 30, bands=3).copy()
    clean = picture.write_to_buffer(f".{ending}", keep="none")
    picture.set_type(pyvips.GValue.gstr_type, "exif-ifd3-GPSLatitude", "6/1 54/1 0/1")
    picture.set_type(pyvips.GValue.blob_type, "xmp-data", b"<x:xmpmeta/>")
    told = picture.write_to_buffer(f".{ending}", keep="all")

    assert seen(f"foto.{ending}", clean) == ()
    assert {one.kind for one in seen(f"foto.{ending}", told)} == {"metadata"}
    assert {one.kind for one in seen("kit.zip", packed(**{f"foto__{ending}": told}))} == {"metadata"}


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-22T08:00:00+07:00", "kartu-1200x630-0812345678.jpg", "site/2025/06/a/kartu-1080x1350-4472024472.webp",
        "https://kabar.example/2025/06/0812345678901/", "Perdes Nomor 7 Tahun 2023", "ISBN 978-602-8519-93-9",
        "Sabtu, 14 November 2026 pukul 09.00–11.00 WIB", "Rp1.850.000 dan Rp24.000.000", "Kode wilayah 32.04.05.2003",
        "24 ibu, 6 anak, 1.180 berkas", "Pasal 26 UU 27/2022",
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.json", "a.xml"])
def test_what_is_no_number_of_a_person_is_left_alone(name, text):
    data = json.dumps([text]) if name == "a.json" else f"<p>{text}</p>" if name != "a.txt" else text

    assert seen(name, data.encode()) == ()
