"""The Word template of releases, ``templates/press/siaran-pers.docx``, made again: ``python -m docs.press_template``.

An office restyles a copy of it in Word and needs no script. Ours is made by one so that what stands in it can be read
here, and so that it has the same bytes whenever it is made.
"""

from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from pipeline.build.parcel import packed

TARGET = Path(__file__).resolve().parent.parent / "templates" / "press" / "siaran-pers.docx"
DAY = date(2026, 1, 1)
WIDE = 210 - 2 * 25
"""Millimetres between the margins of A4."""

INK, SOFT, ACCENT, WARN = "1C1A17", "57524A", "9A3412", "9B1C1C"

STYLES: dict[str, dict[str, Any]] = {
    "Kop Nama": {"size": 15, "bold": True, "colour": ACCENT, "after": 1, "next": True},
    "Kop Keterangan": {"size": 9, "colour": SOFT, "after": 0},
    "Kop Garis": {"size": 4, "after": 6, "line": ACCENT},
    "Label Siaran": {"size": 13, "bold": True, "after": 0, "next": True},
    "Nomor Siaran": {"size": 9.5, "colour": SOFT, "after": 2},
    "Waktu Siar": {"size": 10.5, "bold": True, "after": 6},
    "Waktu Embargo": {"size": 10.5, "bold": True, "colour": WARN, "after": 6},
    "Contoh": {"size": 9, "colour": SOFT, "after": 6},
    "Isi Siaran": {"size": 11, "after": 7},
    "Kutipan Siaran": {"size": 11, "after": 7, "indent": 8},
    "Butir Siaran": {"size": 11, "after": 3, "indent": 7, "hang": 6},
    "Butir Dalam": {"size": 11, "after": 3, "indent": 14, "hang": 6},
    "Sel Tabel": {"size": 9.5, "after": 0},
    "Kepala Tabel": {"size": 9.5, "bold": True, "after": 0},
    "Selesai": {"size": 9.5, "colour": SOFT, "after": 6, "centre": True},
    "Data Siaran": {"size": 10, "after": 3, "indent": 35, "hang": 35},
    "Catatan Siaran": {"size": 9, "colour": SOFT, "after": 6},
}
"""The styles that an office changes: size in points, space after, indents in millimetres."""


def main() -> None:
    """Write the template."""
    made = BytesIO()
    _written().save(made)
    with ZipFile(made) as parts:
        TARGET.write_bytes(packed({name: parts.read(name) for name in parts.namelist()}, DAY))


def _written() -> Any:  # noqa: ANN401  python-docx has no types
    document = Document()
    known = document.part.package.rels  # the picture of a page that python-docx brings along is of no use
    for name in [name for name, found in known.items() if found.reltype.endswith("/thumbnail")]:
        del known[name]
    _set(document)
    say = document.add_paragraph
    _letterhead(say)
    _news(document)
    _aftermath(say)
    _edges(document.sections[0])
    return document


def _set(document: Any) -> None:  # noqa: ANN401  as above
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin, section.bottom_margin = Mm(20), Mm(20)
    told = document.core_properties
    told.title, told.author, told.subject = "{{ judul }}", "{{ perpustakaan }}", "{{ label }}"
    told.comments = told.keywords = told.last_modified_by = ""
    told.language = "id-ID"
    told.created = told.modified = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    normal.paragraph_format.line_spacing = 1.15
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), "id-ID")
    normal.element.get_or_add_rPr().append(spoken)
    for name, size in (("Heading 1", 20), ("Heading 2", 11.5), ("Heading 3", 11)):
        _heading(document.styles[name], size)
    for name, wanted in STYLES.items():
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = normal
        _style(style, wanted)


def _heading(style: Any, size: float) -> None:  # noqa: ANN401  as above
    style.font.name, style.font.size, style.font.bold = "Calibri", Pt(size), True
    style.font.color.rgb = RGBColor.from_string(INK)
    fonts = style.element.rPr.rFonts
    for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{kind}"), None)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(12), Pt(4)


def _style(style: Any, wanted: dict[str, Any]) -> None:  # noqa: ANN401  as above
    style.font.size, style.font.bold = Pt(wanted["size"]), wanted.get("bold", False)
    style.font.color.rgb = RGBColor.from_string(wanted.get("colour", INK))
    shape = style.paragraph_format
    shape.space_before, shape.space_after = Pt(0), Pt(wanted["after"])
    shape.keep_with_next = wanted.get("next", False)
    if "indent" in wanted:
        shape.left_indent = Mm(wanted["indent"])
    if "hang" in wanted:
        shape.first_line_indent = -Mm(wanted["hang"])
        shape.tab_stops.add_tab_stop(Mm(wanted["indent"]))
    if wanted.get("centre"):
        shape.alignment = 1
    if "line" in wanted:
        borders, bottom = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
        for key, value in (("val", "single"), ("sz", "12"), ("space", "1"), ("color", wanted["line"])):
            bottom.set(qn(f"w:{key}"), value)
        borders.append(bottom)
        style.element.get_or_add_pPr().append(borders)


def _letterhead(say: Any) -> None:  # noqa: ANN401  as above
    say("{%p if logo %}")
    say("{{ logo }}", "Kop Nama")
    say("{%p endif %}")
    say("{{ perpustakaan }}", "Kop Nama")
    say("{%p for baris in kop %}")
    say("{{ baris }}", "Kop Keterangan")
    say("{%p endfor %}")
    say("", "Kop Garis")
    say("{{ label }}", "Label Siaran")
    say("{%p if nomor %}")
    say("{{ kata.nomor }} {{ nomor }}", "Nomor Siaran")
    say("{%p endif %}")
    say("{%p if embargo %}")
    say("{{ waktu }}", "Waktu Embargo")
    say("{%p else %}")
    say("{{ waktu }}", "Waktu Siar")
    say("{%p endif %}")
    say("{%p if contoh %}")
    say("{{ kata.contoh }}", "Contoh")
    say("{%p endif %}")


def _news(document: Any) -> None:  # noqa: ANN401  as above
    say = document.add_paragraph
    say("{{ judul }}", "Heading 1")
    lead = say("", "Isi Siaran")
    lead.add_run("{{ dateline }}").bold = True
    lead.add_run(" {{ teras }}")
    say("{%p for bagian in isi %}")
    say("{%p if bagian.jenis == 'subjudul' %}")
    say("{{ bagian.teks }}", "Heading 2")
    say("{%p elif bagian.jenis == 'anak subjudul' %}")
    say("{{ bagian.teks }}", "Heading 3")
    say("{%p elif bagian.jenis == 'kutipan' %}")
    say("{{ bagian.teks }}", "Kutipan Siaran")
    say("{%p elif bagian.jenis == 'daftar' %}")
    say("{%p for butir in bagian.butir %}")
    say("{%p if butir.dalam %}")
    say("{{ butir.tanda }}\t{{ butir.teks }}", "Butir Dalam")
    say("{%p else %}")
    say("{{ butir.tanda }}\t{{ butir.teks }}", "Butir Siaran")
    say("{%p endif %}")
    say("{%p endfor %}")
    say("{%p elif bagian.jenis == 'tabel' %}")
    _table(document)
    say("", "Sel Tabel")
    say("{%p else %}")
    say("{{ bagian.teks }}", "Isi Siaran")
    say("{%p endif %}")
    say("{%p endfor %}")
    say("{%p for ucapan in kutipan %}")
    say("{{ ucapan }}", "Isi Siaran")
    say("{%p endfor %}")
    say("{{ kata.selesai }}", "Selesai")


def _table(document: Any) -> None:  # noqa: ANN401  as above
    """A table whose rows and columns are as many as the report's; its first row is repeated where it names columns."""
    table = document.add_table(rows=6, cols=3, style="Table Grid")
    rows = (
        ("{%tr if bagian.kepala %}", "", ""),
        ("{%tc for sel in bagian.kepala %}", "{{ sel }}", "{%tc endfor %}"),
        ("{%tr endif %}", "", ""),
        ("{%tr for baris in bagian.baris %}", "", ""),
        ("{%tc for sel in baris %}", "{{ sel }}", "{%tc endfor %}"),
        ("{%tr endfor %}", "", ""),
    )
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
            cell.paragraphs[0].style = "Kepala Tabel" if "kepala" in texts[0] else "Sel Tabel"
    table.rows[1]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001  there is no other way


def _aftermath(say: Any) -> None:  # noqa: ANN401  as above
    say("{{ kata.data }}", "Heading 2")
    say("{%p for fakta in data %}")
    line = say("", "Data Siaran")
    line.add_run("{{ fakta.nama }}").bold = True
    line.add_run("\t{{ fakta.teks }}")
    say("{%p endfor %}")
    say("{{ kata.sumber }} {{ sumber }}. {{ alamat }}", "Catatan Siaran")
    say("{%p if kabar %}")
    say("{{ kata.kabar }}", "Heading 2")
    say("{%p endif %}")
    say("{%p for satu in kabar %}")
    say("{{ satu.judul }}: {{ satu.alamat }}", "Isi Siaran")
    say("{%p endfor %}")
    say("{%p if ralat %}")
    say("{{ kata.ralat }}", "Heading 2")
    say("{%p endif %}")
    say("{%p for satu in ralat %}")
    say("{{ satu.nama }}: {{ satu.teks }}", "Isi Siaran")
    say("{%p endfor %}")
    say("{%p for satu in tentang %}")
    say("{{ satu.nama }}", "Heading 2")
    say("{{ satu.teks }}", "Isi Siaran")
    say("{%p endfor %}")
    say("{%p if narahubung %}")
    say("{{ kata.narahubung }}", "Heading 2")
    say("{%p endif %}")
    say("{%p for orang in narahubung %}")
    person = say("", "Isi Siaran")
    person.add_run("{{ orang.nama }}").bold = True
    person.add_run(": {{ orang.cara }}")
    say("{%p endfor %}")
    say("{%p if foto %}")
    say("{{ kata.foto }}", "Heading 2")
    say("{%p endif %}")
    say("{%p for satu in foto %}")
    say("{{ satu }}", "Isi Siaran")
    say("{%p endfor %}")


def _edges(section: Any) -> None:  # noqa: ANN401  as above
    """At the foot of every page whose it is, its number, and until when it is to be kept."""
    foot = section.footer.paragraphs[0]
    foot.style = "Catatan Siaran"
    foot.paragraph_format.tab_stops.clear_all()
    foot.paragraph_format.tab_stops.add_tab_stop(Mm(WIDE), WD_TAB_ALIGNMENT.RIGHT)
    foot.add_run("{{ perpustakaan }}{% if embargo %} · {{ waktu }}{% endif %}\t")
    run = foot.add_run()
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        part.text = text or None
        run._r.append(part)  # noqa: SLF001  there is no other way to a page's number


if __name__ == "__main__":
    main()
