"""The Word templates of papers for advocacy, made again: ``python -m docs.advocacy_template``.

An office restyles a copy of them in Word and needs no script. Ours are made by one so that what stands in them can be
read here, and they are light: nothing in them but what these papers use, for a thousand of them are made in one build.
"""
# ruff: noqa: E501  what Word is told stays on one line, as Word has it

import re
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

from pipeline.build.parcel import packed

FOLDER = Path(__file__).resolve().parent.parent / "templates" / "advocacy"
DAY = date(2026, 1, 1)

INK, SOFT, ACCENT, WASH, WHITE = "1C1A17", "57524A", "9A3412", "FBEADC", "FFFFFF"

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MM = 56.7
"""Twentieths of a point to a millimetre."""

STYLES: dict[str, dict[str, object]] = {
    "Kop Nama": {"size": 13, "bold": True, "colour": ACCENT},
    "Kop Keterangan": {"size": 8, "colour": SOFT},
    "Kop Kanan": {"size": 8, "colour": SOFT, "right": True},
    "Kop Garis": {"size": 3, "after": 3, "line": ACCENT},
    "Karena": {"size": 10, "colour": SOFT, "after": 5},
    "Isi Lembar": {"size": 9.5, "after": 3},
    "Isi Dokumen": {"size": 11, "after": 7},
    "Judul Cerita": {"size": 10.5, "bold": True, "after": 2},
    "Kutipan": {"size": 9.5, "bold": True, "after": 1},
    "Butir": {"size": 9.5, "after": 2, "indent": 4, "hang": 4},
    "Butir Dokumen": {"size": 11, "after": 3, "indent": 7, "hang": 6},
    "Catatan": {"size": 7.5, "colour": SOFT, "after": 2},
    "Catatan Dokumen": {"size": 9, "colour": SOFT, "after": 6},
    "Angka": {"size": 18, "bold": True, "colour": ACCENT},
    "Nama Angka": {"size": 9, "bold": True},
    "Label Permintaan": {"size": 8, "bold": True, "colour": "F3D9C4"},
    "Permintaan": {"size": 14, "bold": True, "colour": WHITE, "after": 3},
    "Isi Permintaan": {"size": 9.5, "bold": True, "colour": WHITE},
    "Sel Tabel": {"size": 9.5},
    "Kepala Tabel": {"size": 9.5, "bold": True},
    "Data": {"size": 11, "after": 3, "indent": 35, "hang": 35},
    "Contoh": {"size": 9, "colour": SOFT, "after": 6},
}
"""The styles that an office changes: size in points, space after, indents in millimetres."""

HEADINGS = {"Heading 1": (19, 3, 2), "Heading 2": (8.5, 5, 2), "Heading 3": (11, 8, 3)}
"""Size, space before and after in points; the second is coloured on sheets."""


def main() -> None:
    """Write the templates."""
    _write("lembar.docx", sheet(), margins=(14, 12), headings=HEADINGS | {"Heading 1": (19, 3, 2)})
    _write("dokumen.docx", paper(), margins=(25, 20), headings={
        "Heading 1": (18, 6, 8), "Heading 2": (12.5, 12, 4), "Heading 3": (11, 8, 3)
    })  # fmt: skip


# -- words -------------------------------------------------------------------------------------------------------------


def say(text: str, style: str = "Isi Lembar") -> str:
    """Return a paragraph."""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style.replace(" ", "")}"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
    )


def when(condition: str, *parts: str) -> str:
    """Return *parts* where *condition* holds."""
    return say(f"{{%p if {condition} %}}") + "".join(parts) + say("{%p endif %}")


def each(names: str, *parts: str) -> str:
    """Return *parts* for each of *names* (``baris in kop``)."""
    return say(f"{{%p for {names} %}}") + "".join(parts) + say("{%p endfor %}")


def cell(width: float, *parts: str, fill: str = "") -> str:
    """Return a cell, *width* in millimetres."""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{round(width * MM)}" w:type="dxa"/>{shade}</w:tcPr>{"".join(parts)}</w:tc>'


def table(widths: tuple[float, ...], *rows: str, border: bool = False, inset: float = 0) -> str:
    """Return a table of *rows*; *inset* are the millimetres left and right of words."""
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="C9C2B6"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    edge, pad = round(inset * MM), round(inset * MM / 4)
    borders = f"<w:tblBorders>{lines}</w:tblBorders>" if border else ""
    columns = "".join(f'<w:gridCol w:w="{round(width * MM)}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{round(sum(widths) * MM)}" w:type="dxa"/>'
        f'{borders}<w:tblInd w:w="{edge}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="{pad}" w:type="dxa"/><w:left w:w="{edge}" w:type="dxa"/>'
        f'<w:bottom w:w="{pad}" w:type="dxa"/><w:right w:w="{edge}" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>'
        f"{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def row(*cells: str, head: bool = False) -> str:
    """Return a row; a *head* is repeated on every page."""
    return f"<w:tr>{'<w:trPr><w:tblHeader/></w:trPr>' if head else ''}{''.join(cells)}</w:tr>"


def sheet() -> str:
    """Return the sheet: one side of A4."""
    wide = 182.0
    top = table((120, 62), row(
        cell(120, when("logo", say("{{ logo }}", "Kop Nama")), say("{{ nama }}", "Kop Nama"), say("{{ tempat }}", "Kop Keterangan")),
        cell(62, say("{{ kata.label }}", "Kop Kanan"), say("{{ untuk }}", "Kop Kanan")),
    ))  # fmt: skip
    told = (
        say("{{ kata.story }}", "Heading 2"),
        when("judul_cerita", say("{{ judul_cerita }}", "Judul Cerita")),
        say("{{ cerita }}"),
        when("kutipan", say("“{{ kutipan }}”", "Kutipan"), say("{{ pembicara }}", "Catatan")),
        when("sumber_cerita", say("{{ sumber_cerita }}", "Catatan")),
    )
    story = (
        say("{%p if foto %}"),
        table((62, 120), row(
            cell(62, say("{{ foto }}", "Catatan"), when("fotografer", say("{{ kata.photographer }} {{ fotografer }}", "Catatan"))),
            cell(120, *told),
        )),
        say("{%p else %}"), *told, say("{%p endif %}"),
    )  # fmt: skip
    third = wide / 3
    numbers = (
        say("{{ kata.numbers }}", "Heading 2"),
        say("{%p if angka %}"),
        table((third,) * 3, row(*(
            cell(third, when(
                f"angka|length > {n}", say(f"{{{{ angka[{n}].nilai }}}}", "Angka"), say(f"{{{{ angka[{n}].nama }}}}", "Nama Angka"),
                when(f"angka[{n}].catatan", say(f"{{{{ angka[{n}].catatan }}}}", "Catatan")),
            ), say("", "Kop Garis").replace("KopGaris", "KopKeterangan"), fill=WASH) for n in range(3)
        )), inset=3),
        say("{{ kata.source }} {{ sumber }}", "Catatan"),
        say("{%p endif %}"),
        when("tanpa_angka", say("{{ tanpa_angka }}", "Catatan")),
    )  # fmt: skip
    state = table((90, 6, 86), row(
        cell(90, say("{{ kata.there }}", "Heading 2"), each("baris in ada", say("–\t{{ baris }}", "Butir"))),
        cell(6, say("", "Kop Keterangan")),
        cell(86, when("kurang", say("{{ kata.missing }}", "Heading 2")), each("baris in kurang", say("–\t{{ baris }}", "Butir")), say("", "Kop Keterangan")),
    ), inset=0)  # fmt: skip
    ask = (
        say("{%p if permintaan %}"),
        table((55, 77, 50), row(
            f'<w:tc><w:tcPr><w:tcW w:w="{round(wide * MM)}" w:type="dxa"/><w:gridSpan w:val="3"/>'
            f'<w:shd w:val="clear" w:color="auto" w:fill="{ACCENT}"/></w:tcPr>'
            f"{say('{{ kata.ask }}', 'Label Permintaan')}{say('{{ permintaan.apa }}', 'Permintaan')}"
            f"{when('permintaan.perpustakaan', say('{{ permintaan.perpustakaan }}', 'Label Permintaan'))}</w:tc>"
        ), row(*(
            cell(width, say(f"{{{{ kata.{name} }}}}", "Label Permintaan"), say(f"{{{{ permintaan.{key} }}}}", "Isi Permintaan"), fill=ACCENT)
            for width, name, key in ((55, "much", "jumlah"), (77, "whom", "kepada"), (50, "when", "tenggat"))
        )), inset=4),
        say("{%p else %}"),
        say("{{ kata.ask }}", "Heading 2"), say("{{ tanpa_permintaan }}"),
        say("{%p endif %}"),
    )  # fmt: skip
    law = table((98, 6, 78), row(
        cell(98, say("{{ kata.grounds }}", "Heading 2"),
             each("satu in dasar", say("{{ satu.teks }} ({{ satu.sumber }})")),
             when("dasar", say("{{ kata.check }}", "Catatan")), when("tanpa_dasar", say("{{ tanpa_dasar }}", "Catatan")),
             say("", "Kop Keterangan")),
        cell(6, say("", "Kop Keterangan")),
        cell(78, say("{{ kata.peer }}", "Heading 2"), say("{{ tetangga }}")),
    ))  # fmt: skip
    foot = table((152, 30), row(
        cell(152, say("{{ kata.contact }}", "Heading 2"), say("{{ narahubung }}"), say("{{ kata.scan }}: {{ alamat }}", "Catatan"),
             when("contoh", say("{{ kata.sample }}", "Catatan"))),
        cell(30, when("qr", say("{{ qr }}", "Kop Kanan")), say("", "Kop Keterangan")),
    ))  # fmt: skip
    between = say("", "Kop Garis").replace("KopGaris", "Sela")
    return "".join((
        top, say("", "Kop Garis"), say("{{ judul }}", "Heading 1"), say("{{ karena }}", "Karena"), *story, *numbers, between,
        state, between, *ask, between, law, say("", "Kop Garis"), foot,
    ))  # fmt: skip


def paper() -> str:
    """Return a document of parts: words, lists, tables, pairs, signatures."""
    one = (
        "{%p if bagian.jenis == 'subjudul' %}", say("{{ bagian.teks }}", "Heading 2"),
        "{%p elif bagian.jenis == 'anak subjudul' %}", say("{{ bagian.teks }}", "Heading 3"),
        "{%p elif bagian.jenis == 'daftar' %}",
        each("butir in bagian.butir", say("{{ butir.tanda }}\t{{ butir.teks }}", "Butir Dokumen")),
        "{%p elif bagian.jenis == 'data' %}",
        each("satu in bagian.pasangan", say("{{ satu.nama }}\t{{ satu.teks }}", "Data")),
        "{%p elif bagian.jenis == 'tabel' %}", _grid(), say("", "Kop Keterangan"),
        "{%p elif bagian.jenis == 'tanda tangan' %}", _signed(), say("", "Kop Keterangan"),
        "{%p elif bagian.jenis == 'catatan' %}", say("{{ bagian.teks }}", "Catatan Dokumen"),
        "{%p else %}", say("{{ bagian.teks }}", "Isi Dokumen"), "{%p endif %}",
    )  # fmt: skip
    return "".join((
        when("logo", say("{{ logo }}", "Kop Nama")),
        say("{{ nama }}", "Kop Nama"),
        each("baris in kop", say("{{ baris }}", "Kop Keterangan")),
        say("", "Kop Garis"),
        when("contoh", say("{{ kata.sample }}", "Contoh")),
        each("satu in surat", say("{{ satu.nama }}\t{{ satu.teks }}", "Data")),
        say("{{ judul }}", "Heading 1"),
        each("bagian in isi", *(part if part.startswith("<") else say(part) for part in one)),
    ))  # fmt: skip


def _grid() -> str:
    """A table with as many rows and columns as there are."""
    cells = lambda *texts, style: row(*(cell(50, say(text, style)) for text in texts))  # noqa: E731
    made = table(
        (50, 50, 50),
        cells("{%tr if bagian.kepala %}", "", "", style="Kepala Tabel"),
        row(
            *(
                cell(50, say(text, "Kepala Tabel"))
                for text in ("{%tc for sel in bagian.kepala %}", "{{ sel }}", "{%tc endfor %}")
            ),
            head=True,
        ),
        cells("{%tr endif %}", "", "", style="Kepala Tabel"),
        cells("{%tr for baris in bagian.baris %}", "", "", style="Sel Tabel"),
        cells("{%tc for sel in baris %}", "{{ sel }}", "{%tc endfor %}", style="Sel Tabel"),
        cells("{%tr endfor %}", "", "", style="Sel Tabel"),
        border=True,
        inset=1.5,
    )
    # As wide as what stands in them: how many columns there are, and of what, is not known here.
    made = made.replace('<w:tblLayout w:type="fixed"/>', '<w:tblLayout w:type="autofit"/>')
    return re.sub(r'<w:tcW w:w="\d+" w:type="dxa"/>', '<w:tcW w:w="0" w:type="auto"/>', made)


def _signed() -> str:
    """Two places to sign."""

    def place(key: str) -> str:
        gap = say("", "Isi Dokumen") * 3
        return cell(
            80,
            say(f"{{{{ bagian.{key}.atas }}}}", "Isi Dokumen"),
            gap,
            say(f"{{{{ bagian.{key}.bawah }}}}", "Isi Dokumen"),
        )

    return table((80, 80), row(place("kiri"), place("kanan")))


# -- the package -------------------------------------------------------------------------------------------------------


def _write(
    name: str, body: str, *, margins: tuple[float, float], headings: dict[str, tuple[float, float, float]]
) -> None:
    (side, top) = (round(one * MM) for one in margins)
    section = (
        f'<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="{top}" '
        f'w:right="{side}" w:bottom="{top}" w:left="{side}" w:header="300" w:footer="300" w:gutter="0"/></w:sectPr>'
    )
    footer = "" if name == "lembar.docx" else (
        '<w:r><w:t xml:space="preserve">{{ nama }} · </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>'
        '<w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )  # fmt: skip
    parts = {
        "[Content_Types].xml": HEAD + f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(
            f'<Override PartName="/{part}" ContentType="application/vnd.openxmlformats-{kind}+xml"/>'
            for part, kind in (
                ("word/document.xml", "officedocument.wordprocessingml.document.main"),
                ("word/styles.xml", "officedocument.wordprocessingml.styles"),
                ("word/footer1.xml", "officedocument.wordprocessingml.footer"),
                ("docProps/core.xml", "package.core-properties"),
            )
        ) + "</Types>",
        "_rels/.rels": HEAD + f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
        "</Relationships>",
        "docProps/core.xml": HEAD + f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{{ judul }}</dc:title><dc:creator>{{ nama }}</dc:creator>'
        "<dc:language>{{ bahasa }}</dc:language></cp:coreProperties>",
        "word/document.xml": HEAD + f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}{section}</w:body></w:document>',
        "word/footer1.xml": HEAD + f'<w:ftr xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="Catatan"/></w:pPr>{footer}</w:p></w:ftr>',
        "word/styles.xml": HEAD + _styles(headings),
        "word/_rels/document.xml.rels": HEAD + f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{R}/styles" Target="styles.xml"/>'
        f'<Relationship Id="rId2" Type="{R}/footer" Target="footer1.xml"/></Relationships>',
    }  # fmt: skip
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / name).write_bytes(packed({part: text.encode() for part, text in parts.items()}, DAY))


def _styles(headings: dict[str, tuple[float, float, float]]) -> str:
    fonts = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri" w:eastAsia="Calibri"/>'
    made = [
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
        '<w:style w:type="paragraph" w:styleId="Sela"><w:name w:val="Sela"/><w:pPr><w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/></w:pPr></w:style>',
    ]
    for level, (name, (size, before, after)) in enumerate(headings.items()):
        colour = ACCENT if name == "Heading 2" else INK
        made.append(
            f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}"><w:name w:val="heading {level + 1}"/>'
            f'<w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="{round(before * 20)}" '
            f'w:after="{round(after * 20)}"/><w:outlineLvl w:val="{level}"/></w:pPr><w:rPr><w:b/>'
            f'<w:color w:val="{colour}"/><w:sz w:val="{round(size * 2)}"/></w:rPr></w:style>'
        )
    made += [_style(name, wanted) for name, wanted in STYLES.items()]
    return (
        f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:color w:val="{INK}"/><w:sz w:val="20"/>'
        '<w:lang w:val="id-ID"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr>'
        f"</w:pPrDefault></w:docDefaults>{''.join(made)}</w:styles>"
    )


def _style(name: str, wanted: dict[str, object]) -> str:
    size, after = float(f"{wanted['size']}"), float(f"{wanted.get('after', 0)}")
    indent, hang = (round(float(f"{wanted.get(key, 0)}") * MM) for key in ("indent", "hang"))
    line = (
        f'<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="1" w:color="{wanted["line"]}"/></w:pBdr>'
        if "line" in wanted
        else ""
    )
    right = '<w:jc w:val="right"/>' if wanted.get("right") else ""
    moved = f'<w:ind w:left="{indent}" w:hanging="{hang}"/>' if indent else ""
    tabs = f'<w:tabs><w:tab w:val="left" w:pos="{indent}"/></w:tabs>' if indent else ""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:pPr>{line}{tabs}<w:spacing w:after="{round(after * 20)}"/>'
        f"{moved}{right}</w:pPr><w:rPr>{'<w:b/>' if wanted.get('bold') else ''}"
        f'<w:color w:val="{wanted.get("colour", INK)}"/><w:sz w:val="{round(size * 2)}"/></w:rPr></w:style>'
    )


if __name__ == "__main__":
    main()
