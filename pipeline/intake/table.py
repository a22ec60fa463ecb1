"""A table of a form, CSV or XLSX, as headings and rows of text; nothing in it is carried out."""

import csv
import io
import re
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from pipeline.content.text import clean
from pipeline.intake.draft import UnreadableError
from pipeline.intake.plaintext import decoded
from pipeline.language import _

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

DELIMITERS = ",;\t|"
MOST_ROWS = 20_000
MOST_COLUMNS = 400
ABOVE = 20
"""Rows that may stand above the headings."""
LONGEST_CELL = 50_000
"""Letters; a report of ten pages has half of that."""

HEAVIEST_SHEET = 30_000_000
"""Bytes of one sheet's XML, unpacked: some 20,000 rows of a form."""


class Row(NamedTuple):
    """One row: its *number* as the spreadsheet shows it, and as many cells as there are headings."""

    number: int
    cells: tuple[str, ...]


class Table(NamedTuple):
    """One sheet. *notes* tell what could not be read; *wrong* rows that were left out, by number."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    wrong: tuple[tuple[int, str], ...] = ()


class Grid(NamedTuple):
    """The cells of a sheet as text, by row number; *wide* are the rows in which a cell spans several columns."""

    rows: Sequence[tuple[int, tuple[str, ...]]]
    wide: frozenset[int] = frozenset()


# -- CSV ---------------------------------------------------------------------------------------------------------------


def read_csv(data: bytes) -> Table:
    """Return the table in *data*: encoding, delimiter and headings are found out. Raises ``UnreadableError``."""
    text = decoded(data)
    delimiter, text = _delimiter(text)
    grid = Grid([(number, cells) for number, cells in _csv_rows(text, delimiter) if any(cells)])
    return _table("", grid)


def _delimiter(text: str) -> tuple[str, str]:
    """Return what parts the cells of *text*, and *text* without the line in which Excel says so."""
    first, _end, rest = text.partition("\n")
    if found := re.fullmatch(r"\"?sep=(.)\"?\s*", first, re.IGNORECASE):
        return found[1], rest
    return max(DELIMITERS, key=lambda mark: _regular(text[:200_000], mark)), text


def _regular(text: str, mark: str) -> tuple[float, int]:
    """Return how well *mark* parts *text*: the share of rows with the usual number of cells, and that number."""
    try:
        rows = islice(csv.reader(io.StringIO(text), delimiter=mark), 60)
        widths = Counter(len(row) for row in rows if row)
    except csv.Error:
        return 0.0, 0
    if not widths:
        return 0.0, 0
    width, count = widths.most_common(1)[0]
    return (round(count / widths.total(), 1) if width > 1 else 0.0), width


def _csv_rows(text: str, delimiter: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    before = csv.field_size_limit(max(len(text), 1))  # a cell that is too long costs its row, not the table
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), 1):
            yield number, tuple(_text(cell) for cell in row[:MOST_COLUMNS])
            if number > MOST_ROWS + ABOVE:  # one too many, so that the cut is told
                return
    except csv.Error as error:
        raise UnreadableError(_("tabelnya rusak: {reason}.").format(reason=error)) from error
    finally:
        csv.field_size_limit(before)


# -- XLSX --------------------------------------------------------------------------------------------------------------


def read_xlsx(stream: io.BytesIO) -> list[Table]:
    """Return the tables of the workbook in *stream*, one for each sheet that has one. Raises ``UnreadableError``.

    Of a formula the result that was saved with it is read. The package must have been looked at before (bombs).
    """
    from openpyxl import load_workbook  # noqa: PLC0415  200 ms, for tables only

    try:
        formulas = _weigh(stream)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what openpyxl leaves out (checks of input, colours) is no text
            book = load_workbook(stream, data_only=True, keep_links=False)
            written = load_workbook(stream, data_only=False, keep_links=False) if formulas else None
    except UnreadableError:
        raise
    except Exception as error:  # openpyxl raises what it likes for a damaged file
        raise UnreadableError(
            _("buku kerja ini rusak atau bukan XLSX: {reason}.").format(reason=_reason(error))
        ) from error
    tables = []
    for sheet in book.worksheets:
        lost = _unsaved(sheet, written[sheet.title]) if written else ()
        table = _table(sheet.title, _grid(sheet))
        far = [cell.coordinate for (_row, column), cell in sheet._cells.items() if column > MOST_COLUMNS and cell.value]  # noqa: SLF001  as in _grid
        if far:
            lost = (*lost, _("Sel yang terlalu jauh di kanan tidak dibaca: {cells}.").format(cells=", ".join(far[:20])))
        if table.headings:
            hidden = (_("Lembar ini tersembunyi di buku kerjanya."),) if sheet.sheet_state != "visible" else ()
            tables.append(table._replace(notes=(*hidden, *lost, *table.notes)))
    return tables


def _reason(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:120]


def _weigh(stream: io.BytesIO) -> bool:
    """Return whether a sheet holds formulas; raises where a sheet is too large or its XML declares anything."""
    import zipfile  # noqa: PLC0415  as above

    formulas = False
    with zipfile.ZipFile(stream) as package:
        for member in package.infolist():
            if not member.filename.endswith((".xml", ".rels")):
                continue
            if member.file_size > HEAVIEST_SHEET:
                raise UnreadableError(
                    _("lembarnya terlalu besar; bagilah menjadi berkas-berkas yang paling banyak {most} baris.").format(
                        most=MOST_ROWS
                    )
                )
            data = package.read(member)
            if b"<!" in data[:1000].replace(b"<!--", b"").replace(b"\0", b""):
                raise UnreadableError(
                    _("ada deklarasi (DTD) di dalam XML-nya, yang tidak dipakai oleh buku kerja yang wajar.")
                )
            formulas = formulas or (member.filename.startswith("xl/worksheets/") and b"<f" in data)
    stream.seek(0)
    return formulas


def _grid(sheet: "Worksheet") -> Grid:
    spans = [found.bounds for found in sheet.merged_cells.ranges]  # left, top, right, bottom
    cells: dict[int, dict[int, str]] = {}
    # A lone cell at the end of a sheet makes no million rows.
    for (row, column), cell in sheet._cells.items():  # noqa: SLF001  only cells that are there
        if column <= MOST_COLUMNS and (text := _cell(cell.value)):
            cells.setdefault(row, {})[column] = text
    for left, top, right, bottom in spans:
        value = cells.get(top, {}).get(left, "")
        for row in range(top + 1, min(bottom, top + MOST_ROWS) + 1) if value and right - left < MOST_COLUMNS else ():
            cells.setdefault(row, {})[left] = value
    wide = frozenset(top for left, top, right, _bottom in spans if right > left)
    rows = sorted(cells)[: MOST_ROWS + ABOVE]
    width = max((max(cells[row]) for row in rows), default=0)
    return Grid([(row, tuple(cells[row].get(column, "") for column in range(1, width + 1))) for row in rows], wide)


def _unsaved(sheet: "Worksheet", written: "Worksheet") -> tuple[str, ...]:
    """Return a note that names the formulas without a saved result, and those whose result is an error."""
    lost = [
        cell.coordinate
        for place, cell in sorted(written._cells.items())  # noqa: SLF001  as above
        if cell.data_type == "f" and (sheet._cells[place].value is None or sheet._cells[place].data_type == "e")  # noqa: SLF001
    ]
    if not lost:
        return ()
    said = _(
        "Rumus tanpa hasil yang tersimpan (kosong di sini): {cells}. Buka dan simpan lagi di Excel atau LibreOffice."
    )
    return (said.format(cells=", ".join(lost[:20]) + (" …" if len(lost) > 20 else "")),)


def _cell(value: object) -> str:  # noqa: PLR0911  one for each kind of value
    """Return *value* as people would type it: dates as ISO, whole numbers without a point, yes and no as words."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}" if value.time() == time.min else f"{value:%Y-%m-%d %H:%M:%S}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return f"{value:%H.%M}"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{value:.10g}"
    text = _text(str(value))
    return "" if re.fullmatch(r"#(?:REF|N/A|VALUE|DIV/0|NAME|NUM|NULL)[!?]?", text) else text


# -- both --------------------------------------------------------------------------------------------------------------


def _text(value: str) -> str:
    """Return *value* clean, its line ends kept (also those that Excel writes as ``_x000D_``)."""
    value = value.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")
    return clean(value).replace("\u00a0", " ").strip()


def _table(name: str, grid: Grid) -> Table:
    """Return the table in *grid*: its headings stand in the first row with two cells or more."""
    rows = list(grid.rows)
    start = next((at for at, (_number, cells) in enumerate(rows) if sum(map(bool, cells)) > 1), None)
    if start is None:
        return Table(name, (), ())
    headings, first = _headings(rows, start, grid.wide)
    made, wrong = [], []
    for number, cells in rows[first:]:
        if any(len(cell) > LONGEST_CELL for cell in cells):
            wrong.append((number, _("ada sel dengan lebih dari {most} huruf.").format(most=LONGEST_CELL)))
        elif any(cells):
            extra = [cell for cell in cells[len(headings) :] if cell]
            if extra:
                wrong.append((number, _("sel di luar judul kolom: {cells}").format(cells="; ".join(extra)[:80])))
            made.append(Row(number, (*cells, *[""] * len(headings))[: len(headings)]))
    above = tuple(
        _("Di atas tabel: {text}").format(text=" ".join(filter(None, cells)))
        for _n, cells in rows[:start]
        if any(cells)
    )
    cut = (_("Hanya {most} baris pertama yang dibaca.").format(most=MOST_ROWS),) if len(made) > MOST_ROWS else ()
    return Table(name, headings, tuple(made[:MOST_ROWS]), (*above, *cut), tuple(wrong))


def _headings(rows: list[tuple[int, tuple[str, ...]]], start: int, wide: frozenset[int]) -> tuple[tuple[str, ...], int]:
    """Return the headings from row *start* on, and the row after them; one over several takes in the row below."""
    number, top = rows[start]
    if number not in wide or start + 1 >= len(rows):
        return _unique(_trimmed(top)), start + 1
    below = rows[start + 1][1]
    groups, last = [], ""
    for over, under in zip(top, (*below, *[""] * len(top)), strict=False):
        last = over or (last if under else "")
        groups.append(over if over == under else " ".join(filter(None, (last, under))))
    return _unique(_trimmed(tuple(groups))), start + 2


def _trimmed(cells: tuple[str, ...]) -> tuple[str, ...]:
    width = max((at for at, cell in enumerate(cells, 1) if cell), default=0)
    return tuple(" ".join(cell.split()) for cell in cells[:width])


def _unique(headings: Iterable[str]) -> tuple[str, ...]:
    """Return *headings*, an empty one named by its place and a second one of a name numbered."""
    seen: Counter[str] = Counter()
    out = []
    for place, heading in enumerate(headings, 1):
        name = heading or _("(kolom {number})").format(number=place)
        seen[name] += 1
        out.append(f"{name} ({seen[name]})" if seen[name] > 1 else name)
    return tuple(out)
