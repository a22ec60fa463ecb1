"""The newsroom's own list of outlets, ``content/press/media.csv``: to whom releases are sent. It is never published."""

import csv
import re
from collections.abc import Iterator
from io import StringIO
from typing import NamedTuple

from pipeline.content.near import fold, nearest
from pipeline.content.text import one_line
from pipeline.language import _

PATH = "content/press/media.csv"

COLUMNS = {
    "media": ("media", "outlet", "nama media"),
    "nama": ("nama", "name", "wartawan", "redaktur"),
    "surel": ("surel", "email", "e-mail"),
    "sapaan": ("sapaan", "greeting"),
    "dateline": ("dateline",),
    "jenis": ("jenis", "type"),
}
"""The columns, with every heading that is understood. *media* and *surel* are needed."""

_MORE = {"name": "nama", "greeting": "sapaan", "dateline": "dateline", "kind": "jenis"}

NEEDED = ("media", "surel")

PLACES = ("kota", "KOTA", "perpustakaan", "tanggal")
"""What a dateline may name, as in ``site.toml``."""

_MAIL = re.compile(r"[^\s@<>,;:\"()\[\]\\]+@[^\s@<>,;:\"()\[\]\\]+\.[^\s@<>,;:\"()\[\]\\]+")
_HEADINGS = {fold(heading): column for column, headings in COLUMNS.items() for heading in headings}


class Outlet(NamedTuple):
    """Somebody to whom releases are sent. *name* is a person's, *greeting* how they are addressed.

    *dateline* is the outlet's own, with ``{KOTA}`` and the like; *kind* is for whoever keeps the list.
    """

    medium: str
    mail: str
    name: str = ""
    greeting: str = ""
    dateline: str = ""
    kind: str = ""


class Outlets(NamedTuple):
    """What the list holds, and a sentence, with file and line, for each row that cannot be used."""

    found: tuple[Outlet, ...]
    faults: tuple[str, ...]


def read(data: bytes, path: str = PATH) -> Outlets:
    """Return what the list *data* holds. Pure; never raises for what is in it.

    Columns are parted by commas, semicolons or tabs, as spreadsheets write them; UTF-8, else Windows-1252.
    """
    text = _decoded(data)
    rows = list(csv.reader(StringIO(text), delimiter=_delimiter(text)))
    lines = [(number, [one_line(cell) for cell in row]) for number, row in enumerate(rows, 1)]
    filled = [(number, row) for number, row in lines if any(row)]
    if not filled:
        return Outlets((), (f"{path}:1: " + _("daftar ini kosong. Baris pertamanya: media;nama;surel;dateline"),))
    (first, heading), *rest = filled
    faults: list[str] = []
    columns = list(_columns(heading, f"{path}:{first}: ", faults))
    if missing := [column for column in NEEDED if column not in columns]:
        said = _("kolom {column} tidak ada. Baris pertama memuat nama kolom, misalnya: media;nama;surel;dateline")
        return Outlets((), (*faults, *(f"{path}:{first}: {said.format(column=column)}" for column in missing)))
    found = []
    for number, row in rest:
        cells = {column: cell for column, cell in zip(columns, row, strict=False) if column}
        fault = _fault(cells)
        if fault:
            faults.append(f"{path}:{number}: {fault}")
        else:
            more = {field: cells.get(column, "") for field, column in _MORE.items()}
            found.append(Outlet(cells["media"], cells["surel"], **more))
    return Outlets(tuple(dict.fromkeys(found)), tuple(faults))


def _decoded(data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    return text.replace("\0", "")


def _delimiter(text: str) -> str:
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(",;\t", key=first.count)


def _columns(heading: list[str], place: str, faults: list[str]) -> Iterator[str]:
    """Yield the column below each heading, empty where it is none of ours, which is told."""
    for cell in heading:
        column = _HEADINGS.get(fold(cell), "")
        if cell and not column:
            near = nearest(cell, [*COLUMNS]) or "media"
            faults.append(place + _('kolom "{name}" tidak dikenal. Maksudnya {near}?').format(name=cell, near=near))
        yield column


def _fault(cells: dict[str, str]) -> str:
    """Return what is wrong with a row, empty where nothing is."""
    if not cells.get("media"):
        return _("nama media belum diisi, jadi baris ini dilewati.")
    if not _MAIL.fullmatch(cells.get("surel", "")):
        said = _('surel "{value}" bukan alamat surel, jadi baris ini dilewati. Tulis misalnya: redaksi@kabar.example')
        return said.format(value=cells.get("surel", ""))
    dateline = cells.get("dateline", "")
    bare = re.sub(rf"\{{(?:{'|'.join(PLACES)})\}}", "", dateline)
    if "{" in bare or "}" in bare:
        said = _('dateline "{value}" tidak dapat dipakai, jadi baris ini dilewati. Tulis misalnya: {example}')
        return said.format(value=dateline, example="{KOTA}, KABAR –")
    return ""
