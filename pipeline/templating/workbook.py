"""Workbooks for spreadsheets (ECMA-376), written plainly: words are words, numbers numbers, and nothing is computed."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from pipeline.build.parcel import packed

Cell = str | int | float | None
Table = tuple[Sequence[str], Iterable[Sequence[Cell]]]
"""The names of columns, and rows."""

LONGEST = 32_767
"""Letters that a cell holds."""

WIDEST = 48
"""Letters that a column shows without being widened."""

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_STYLES = (
    f'{_HEAD}<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/>'
    '<sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs '
    'count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf fontId="1" applyFont="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
_FORBIDDEN = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold (XML 1.0, 2.2)."""

_NAMELESS = re.compile(r"[\[\]:*?/\\]")
"""What the name of a sheet cannot hold."""


def workbook(sheets: Mapping[str, Table], day: date) -> bytes:
    """Return a workbook with a sheet for each table, by name; its parts bear *day*. The same gives the same bytes.

    The first row names columns, in bold, and stays in sight. Texts are texts whatever they begin with.
    """
    tables = [(head, [*rows]) for head, rows in sheets.values()]
    numbers = range(1, len(tables) + 1)
    named = [
        f'<sheet name={quoteattr(_NAMELESS.sub(" ", name)[:31])} sheetId="{n}" r:id="rId{n}"/>'
        for n, name in zip(numbers, sheets, strict=True)
    ]  # fmt: skip
    related = [
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in numbers
    ]  # fmt: skip
    related.append(f'<Relationship Id="rId0" Type="{_OFFICE}/styles" Target="styles.xml"/>')
    kinds = [("workbook.xml", "sheet.main"), ("styles.xml", "styles")]
    kinds += [(f"worksheets/sheet{n}.xml", "worksheet") for n in numbers]
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType='
        '"application/xml"/>'
        + "".join(f'<Override PartName="/xl/{part}" ContentType="{_KIND}.{kind}+xml"/>' for part, kind in kinds)
        + "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_OFFICE}'
        '/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{"".join(named)}</sheets>'
        "</workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(related)}'
        "</Relationships>",
    }  # fmt: skip
    files = {name: f"{_HEAD}{text}".encode() for name, text in parts.items()}
    files["xl/styles.xml"] = _STYLES.encode()
    for n, (head, rows) in zip(numbers, tables, strict=True):
        files[f"xl/worksheets/sheet{n}.xml"] = _sheet(head, rows).encode()
    return packed(files, day)


def _sheet(head: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    widths = [
        min(WIDEST, max((len(f"{row[at]}") for row in (head, *rows) if at < len(row)), default=8)) + 2
        for at in range(len(head))
    ]  # fmt: skip
    columns = "".join(f'<col min="{n}" max="{n}" width="{wide}" customWidth="1"/>' for n, wide in enumerate(widths, 1))
    body = "".join(
        f'<row r="{n}">{"".join(_cell(value, bold=n == 1) for value in row)}</row>'
        for n, row in enumerate((head, *rows), 1)
    )  # fmt: skip
    return (
        f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" '
        'topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f"{f'<cols>{columns}</cols>' if columns else ''}"
        f"<sheetData>{body}</sheetData></worksheet>"
    )


def _cell(value: Cell, *, bold: bool) -> str:
    style = ' s="1"' if bold else ""
    if value is None or value == "":
        return f"<c{style}/>"
    if isinstance(value, (int, float)):
        return f"<c{style}><v>{value}</v></c>"
    text = value if value.isalnum() else escape(_FORBIDDEN.sub("", value)[:LONGEST])
    return f'<c t="inlineStr"{style}><is><t xml:space="preserve">{text}</t></is></c>'
