"""Documents as they come: made by python-docx as Word would, or written by hand for LibreOffice.

``python -m tests.intake.making`` has LibreOffice write those in ``documents/`` again; they are kept, so that tests
need no LibreOffice.
"""

import io
import subprocess
import sys
import tempfile
import zipfile
from email.message import EmailMessage
from pathlib import Path

from docx import Document
from docx.document import Document as Word
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from tests.pictures.conftest import scene

HERE = Path(__file__).resolve().parent
DOCUMENTS = HERE / "documents"
PHOTO = scene(300, 200).write_to_buffer(".jpg")
OTHER = scene(200, 300).write_to_buffer(".png")


def saved(document: Word) -> bytes:
    """Return *document* as a file."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def changed(data: bytes, parts: dict[str, bytes | None]) -> bytes:
    """Return a package with other *parts*; ``None`` drops one."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, text in parts.items():
            if text is not None:
                new.writestr(name, text)
    return stream.getvalue()


def part(data: bytes, name: str) -> bytes:
    """Return one part of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def linked(paragraph: Paragraph, text: str, address: str) -> None:
    """Add a link."""
    number = paragraph.part.relate_to(
        address, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink", is_external=True
    )
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), number)
    run = OxmlElement("w:r")
    words = OxmlElement("w:t")
    words.text = text
    run.append(words)
    link.append(run)
    paragraph._p.append(link)


def report() -> bytes:
    """Return a report with all that a good one has."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = "PEMERINTAH DESA ALFA"
    document.sections[0].footer.paragraphs[0].text = "Halaman 1"
    document.add_heading("Panen Perdana Kebun Sayur", 0)
    opening = document.add_paragraph("Pada hari ")
    opening.add_run("Rabu, 12 Agustus 2026 pukul 09.00 WIB").bold = True
    opening.add_run(", dua puluh ibu memanen sayur di halaman ")
    opening.add_run("Perpustakaan Desa Alfa").italic = True
    opening.add_run(".")
    document.add_heading("Dari buku ke kebun", 1)
    document.add_paragraph("Bibit dibagikan sebulan lalu. Harga 3 < 4 * 2, berkas_catatan_1.")
    for text, style in (
        ("Alat", "List Bullet"), ("Cangkul", "List Bullet 2"), ("Ember", "List Bullet 2"), ("Bibit", "List Bullet"),
    ):  # fmt: skip
        document.add_paragraph(text, style)
    document.add_paragraph("Langkahnya:")
    for text in ("Semai", "Tanam", "Panen"):
        document.add_paragraph(text, "List Number")
    document.add_picture(io.BytesIO(PHOTO), width=Cm(6))
    document.add_paragraph("Gambar 1. Warga memanen selada.", "Caption")
    document.add_heading("Hasil", 2)
    table = document.add_table(rows=1, cols=3)
    for cell, text in zip(table.rows[0].cells, ("Sayur", "Kilogram", "Catatan"), strict=True):
        cell.text = text
    for row in (("Selada", "12", "dibagi | dijual"), ("Kangkung", "7", "baris satu\nbaris dua")):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.add_paragraph("“Dulu saya malu ke perpustakaan.”", "Intense Quote")
    closing = document.add_paragraph("Selengkapnya di ")
    linked(closing, "situs desa", "https://alfa.example/panen?a=(1)")
    document.add_picture(io.BytesIO(OTHER), width=Cm(3))
    return saved(document)


def reviewed() -> bytes:
    """Return a document with comments, tracked changes and a box that only new Word knows."""
    document = Document()
    document.add_paragraph("Rapat Kader Membaca")
    paragraph = document.add_paragraph("Rapat dihadiri ")
    paragraph._p.append(
        parse_xml(
            f'<w:ins {nsdecls("w")} w:id="1" w:author="Ibu S.">'
            '<w:r><w:t xml:space="preserve">lima belas </w:t></w:r></w:ins>'
        )
    )
    paragraph._p.append(
        parse_xml(
            f'<w:del {nsdecls("w")} w:id="2" w:author="Ibu S."><w:r><w:delText>lima puluh </w:delText></w:r></w:del>'
        )
    )
    run = paragraph.add_run("kader, 3/9/2026.")
    document.add_comment(run, text="Jumlahnya sudah dicek?", author="Camat", initials="C")
    boxed = document.add_paragraph("Di balai desa.")
    boxed._p.append(
        parse_xml(
            f'<w:r {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
            'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
            '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx><w:txbxContent><w:p><w:r>'
            "<w:t>Kotak: membaca itu menyenangkan.</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></w:drawing>"
            "</mc:Choice></mc:AlternateContent></w:r>"
        )
    )
    document.add_paragraph()._p.append(
        parse_xml(
            '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">'
            "<m:r><m:t>a=b+c rumus</m:t></m:r></m:oMath>"
        )
    )
    return saved(document)


def plain() -> bytes:
    """Return a document as most people write it: no styles, all typed by hand."""
    document = Document()
    for text in ("LAPORAN KEGIATAN", "POJOK BACA BALITA"):
        document.add_paragraph().add_run(text).bold = True
    for text in (
        "Hari/tanggal\t: Sabtu, 5 September 2026",
        "Tempat\t\t: Posyandu Melati",
        "",
        "Kegiatan dibuka tanggal 5 September 2026 dan dilanjutkan 12 September 2026.",
        "1. Membaca nyaring",
        "2. Menggambar",
        "- Catatan: bawa #bekal",
        "# bukan judul",
    ):
        document.add_paragraph(text)
    return saved(document)


def mail(text: str, subject: str = "Laporan: Panen Perdana", **heads: str) -> EmailMessage:
    """Return a mail as a librarian sends it."""
    message = EmailMessage()
    usual = {
        "From": "Ibu Siti Aminah <siti.aminah@posel.example>", "To": "redaksi@kabar.example", "Subject": subject,
        "Date": "Thu, 13 Aug 2026 20:30:00 +0800", "Message-ID": "<satu@posel.example>",
    }  # fmt: skip
    for name, value in (usual | {key.replace("_", "-"): value for key, value in heads.items()}).items():
        message[name] = value
    message.set_content(text)
    return message


LETTER = """Yth. Redaksi,

Pada hari Rabu, 12 Agustus 2026, dua puluh ibu memanen sayur di halaman
Perpustakaan Desa Alfa. Sayur dibawa pulang oleh keluarga masing-masing dan
sisanya dijual di pasar desa.

Yang dipanen:
* selada
* kangkung

Hormat kami,
Siti Aminah
HP: 0812 3456 7890
siti.aminah@posel.example

--
Perpustakaan Desa Alfa
Telp. 0812-9999-0000

Dikirim dari iPhone saya
"""


def letter_with_photos() -> bytes:
    """Return a mail with a signature and two photos."""
    message = mail(LETTER)
    message.add_alternative(f"<html><body><p>{LETTER}</p></body></html>", subtype="html")
    message.add_attachment(PHOTO, maintype="image", subtype="jpeg", filename="IMG_20260812_091500.jpg")
    # Many telephones say of every file that it is just bytes.
    message.add_attachment(OTHER, maintype="application", subtype="octet-stream", filename="panen dua.png")
    return message.as_bytes()


def cover_with_document() -> bytes:
    """Return a mail that only brings a document."""
    message = mail("Terlampir laporan kami. Hubungi saya di 0812 3456 7890 ya.\n\nTerima kasih.")
    message.add_attachment(report(), maintype="application", subtype="octet-stream", filename="Laporan Panen.docx")
    message.add_attachment(OTHER, maintype="image", subtype="png", filename="panen.png")
    message.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="undangan.pdf")
    return message.as_bytes()


FORWARDED = """Tolong dimuat ya, Bu.

---------- Pesan terusan ---------
Dari: Rina <rina@desa.example>
Tanggal: Sen, 31 Agu 2026 pukul 08.10
Perihal: Pojok baca balita
Kepada: <kecamatan@alfa.example>


Posyandu Melati kini punya pojok baca. Dibuka 30 Agustus 2026.

Salam hangat,
Rina (WA 0812 1111 2222)
"""


def forwarded() -> bytes:
    """Return a forwarded mail, written within the text as most programs do."""
    return mail(FORWARDED, "Fwd: Pojok baca balita").as_bytes()


def forwarded_whole() -> bytes:
    """Return a mail that brings others whole, one of them in HTML only."""
    message = mail("Dua laporan terlampir.", "Fwd: Laporan Agustus")
    page = mail("x", "Kelas menjahit", Message_ID="<dua@x.example>")
    page.set_content(
        "<p>Kelas <b>menjahit</b> dimulai<br>Senin, 7 September 2026.</p><ul><li>jarum</li></ul>"
        '<img src="https://pelacak.example/1.gif"><p>--<br>Rina</p>',
        subtype="html",
    )
    message.add_attachment(mail(LETTER, Message_ID="<tiga@x.example>"))
    message.add_attachment(page)
    return message.as_bytes()


def old_encoding() -> bytes:
    """Return a mail in an old encoding, with a head that lies about it and one that is broken."""
    raw = mail("ganti", "=?utf-8?q?Lomba_membaca_=E2=80=9Cnyaring=E2=80=9D?=").as_bytes()
    text = "Lomba “nyaring” diikuti 14 anak pada 17 Agustus 2026.\r\n".encode("cp1252")
    head, _gap, _body = raw.partition(b"\n\n")
    return head.replace(b"utf-8", b"x-tidak-ada").replace(b"7bit", b"8bit") + b"\nX-Rusak: =?\xff?=\n\n" + text


TYPED = """LAPORAN KEGIATAN
PERPUSTAKAAN DESA ALFA

Nama kegiatan : Lomba mewarnai
Hari/tgl      : Minggu, 16 Agustus 2026
Tempat        : Balai desa [lantai 1](dekat pintu)

Lomba diikuti 24 anak TK. “Senang sekali,” kata Ibu S. Hadiah senilai Rp150.000 berasal
dari warga; daftar penyumbang <lihat papan> ada di kantor desa.

Juara:
1) Kelompok Melati
2) Kelompok Mawar
--------------------
• pensil warna
• buku gambar

Demikian laporan ini dibuat.
"""

MARKDOWN = """---
judul: Kelas menjahit
tanggal: 7 September 2026
perpustakaan: alfa
topik: [perempuan, keterampilan]
peserta: {perempuan: 12}
kutipan:
  - {teks: "Sekarang saya berani.", nama: Ibu S., izin: ya}
sumber: papan pengumuman
---
# Kelas menjahit

Dua belas ibu *belajar* menjahit. ![Mesin jahit](https://luar.example/mesin.jpg)

- [x] mengukur
- [ ] memotong
"""

PAGE = """<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>Panen Raya - Blog Desa</title>
<script>lacak()</script></head><body><nav><a href="/">Beranda</a></nav><article><h2>Panen Raya</h2>
<p>Pada <strong>12 Agustus 2026</strong> warga memanen<br>padi.</p><figure><img src="/foto/padi.jpg" alt="Padi">
<figcaption>Padi siap panen</figcaption></figure><table><tr><th>RT<th>Karung<tr><td>1<td>12
<tr><td rowspan=2>2<td>7</table>
<ol start="3"><li>Potong<p>pelan-pelan</p><li>Ikat</ol><pre>a  b
  c</pre><blockquote>Alhamdulillah</blockquote><p><a href="data:text/html,x">jahat</a></p></article></body></html>
"""

FODT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles>
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="I" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<text:list-style style:name="L"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/>
<text:list-level-style-bullet text:level="2" text:bullet-char="◦"/></text:list-style>
<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
</text:list-style>
</office:automatic-styles>
<office:body><office:text>
<text:p text:style-name="Title">Kelas Menjahit Angkatan Kedua</text:p>
<text:p>Dimulai <text:span text:style-name="B">Senin, 7 September 2026</text:span>, diikuti <text:span
 text:style-name="I">dua belas ibu</text:span><text:note text:id="n1" text:note-class="footnote"><text:note-citation>1</text:note-citation>
<text:note-body><text:p>Tiga di antaranya penyandang disabilitas.</text:p></text:note-body></text:note>.</text:p>
<text:h text:outline-level="1">Yang dipelajari</text:h>
<text:list text:style-name="L"><text:list-item><text:p>Mengukur</text:p><text:list><text:list-item><text:p>Badan</text:p>
</text:list-item><text:list-item><text:p>Kain</text:p></text:list-item></text:list></text:list-item>
<text:list-item><text:p>Memotong</text:p></text:list-item></text:list>
<text:list text:style-name="N"><text:list-item><text:p>Pola</text:p></text:list-item><text:list-item><text:p>Jahit</text:p>
</text:list-item></text:list>
<table:table table:name="T"><table:table-column table:number-columns-repeated="2"/>
<table:table-row><table:table-cell><text:p>Hari</text:p></table:table-cell><table:table-cell><text:p>Bahan</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell><text:p>Senin</text:p></table:table-cell><table:table-cell><text:p>Kain perca</text:p>
<table:table table:name="U"><table:table-column/><table:table-row><table:table-cell><text:p>dan benang</text:p></table:table-cell>
</table:table-row></table:table></table:table-cell></table:table-row>
</table:table>
<text:p><draw:frame draw:name="a" text:anchor-type="as-char" svg:width="4cm" svg:height="2.7cm"><draw:image draw:mime-type="image/jpeg"><office:binary-data>{photo}</office:binary-data></draw:image><svg:desc>Dua ibu di depan mesin jahit</svg:desc></draw:frame></text:p>
<text:p text:style-name="Illustration">Gambar 1: Latihan memotong kain.</text:p>
<text:p>Daftar di <text:a xlink:type="simple" xlink:href="https://alfa.example/daftar">halaman kelas</text:a>.</text:p>
<text:p><office:annotation><dc:creator>Editor</dc:creator><text:p>Sudah bagus.</text:p></office:annotation>Terima kasih.</text:p>
<text:p><draw:frame text:anchor-type="paragraph" svg:width="6cm" svg:height="2cm"><draw:text-box><text:p>Kotak: terbuka untuk umum.</text:p></draw:text-box></draw:frame></text:p>
</office:text></office:body></office:document>
"""  # noqa: E501  as LibreOffice writes it


def main() -> int:
    """Have LibreOffice write the documents again."""
    import base64

    DOCUMENTS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "libreoffice.fodt"
        source.write_text(FODT.format(photo=base64.b64encode(PHOTO).decode()), "utf-8")
        profile = f"-env:UserInstallation=file://{folder}/profile"
        for kind in ("docx", "odt"):
            command = [
                "soffice",
                "--headless",
                "--norestore",
                profile,
                "--convert-to",
                kind,
                "--outdir",
                DOCUMENTS,
                source,
            ]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        docx = DOCUMENTS / "libreoffice.docx"
        command = ["soffice", "--headless", profile, "--convert-to", "doc", "--outdir", DOCUMENTS, docx]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return 0


if __name__ == "__main__":
    sys.exit(main())
