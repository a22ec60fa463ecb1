"""The ledger and all numbers of an area as files for the newsroom's own hands. Columns and keys are a contract."""

import json
from typing import Any
from urllib.parse import quote

from pipeline.build.output import renders
from pipeline.build.workbench import Workbench
from pipeline.desks.advocacy.views import Accounts, Ledger, Row, Sheaf
from pipeline.language import N_, texts
from pipeline.templating.spreadsheet import BOM, harmless, table
from pipeline.templating.workbook import Cell, workbook

HEAD = (
    "kode", "perpustakaan", "nama", "wilayah", "apa", "diminta_kepada", "pihak", "wujud", "jumlah", "nilai", "status",
    "sejak", "diminta", "dijanjikan", "diterima", "ditolak", "tenggat", "terlambat", "alasan", "hasil", "berita",
)  # fmt: skip
"""Columns of the ledger: add at the end, never rename. *nilai* is in rupiah, days are ISO, *berita* are addresses."""

SUMS = ("status", "wujud", "banyaknya", "bernilai", "rupiah")
"""Columns of its sums: how many matters, how many of them state rupiah, and how much those state."""

LIMITS = N_(
    "Angka dari laporan perpustakaan sendiri, belum diaudit. Kehadiran bukan orang: yang datang tiga kali dihitung "
    "tiga kali. Cerita yang ditulis cenderung yang berhasil."
)
"""What every number is worth."""


@renders(Ledger)
def spread(view: Ledger, bench: Workbench) -> bytes:  # noqa: ARG001  every renderer's signature
    """The ledger as CSV, as Excel opens it."""
    rows = ([_word(cell) for cell in _cells(row)] for row in view.rows)
    return (BOM + table(HEAD, rows)).encode()


@renders(Ledger)
def book(view: Ledger, bench: Workbench) -> bytes:  # noqa: ARG001  as above
    """The ledger as a workbook, with its sums."""
    rows = [_cells(row) for row in view.rows]
    sums = [(one.status, one.form, one.matters, one.valued, one.rupiah) for one in view.totals]
    return workbook({"dukungan": (HEAD, rows), "jumlah": (SUMS, sums)}, view.day)


def _word(cell: Cell) -> str:
    return harmless(cell) if isinstance(cell, str) else "" if cell is None else f"{cell}"


def _cells(row: Row) -> tuple[Cell, ...]:
    one = row.matter
    days = (one.since, one.asked, one.promised, one.received, one.refused, one.due)
    since, asked, promised, received, refused, due = ("" if day is None else day.isoformat() for day in days)
    return (
        one.key, one.library, row.name, one.region, one.what, one.asked_of, one.party, one.form, one.amount, one.value,
        one.status, since, asked, promised, received, refused, due, "ya" if row.late else "", one.reason, one.thanks,
        " ".join(row.urls),
    )  # fmt: skip


@renders(Sheaf)
def copied(view: Sheaf, bench: Workbench) -> bytes:  # noqa: ARG001  as above
    """A table to be copied elsewhere, as CSV."""
    ((_name, head, rows),) = view.tables
    return (BOM + table(map(harmless, head), (map(harmless, row) for row in rows))).encode()


@renders(Sheaf)
def copies(view: Sheaf, bench: Workbench) -> bytes:  # noqa: ARG001  as above
    """Tables to be copied elsewhere, as a workbook: what is all digits is a number."""
    found = {name: (head, [[_number(cell) for cell in row] for row in rows]) for name, head, rows in view.tables}
    return workbook(found, view.day)


def _number(cell: str) -> Cell:
    return int(cell) if cell.isascii() and cell.isdigit() else cell


def _page(view: Accounts, address: str) -> str:
    return f"{view.base}{quote(address)}/"


@renders(Accounts)
def accounts(view: Accounts, bench: Workbench) -> bytes:  # noqa: ARG001  as above
    """All numbers of an area, each with the stories behind it."""
    found: dict[str, Any] = {
        "area": {"kunci": view.key, "tingkat": view.level, "nama": view.name},
        "contoh": view.sample,
        "batas": texts(view.language)(LIMITS),
        "indikator": [
            {
                "kode": one.indicator.code, "nama": one.indicator.name, "satuan": one.indicator.unit,
                "ukur": one.indicator.measure, "jelas": one.indicator.about, "nilai": one.whole.number,
                "dari": one.whole.events,
                "tahun": [{"tahun": year, "nilai": value.number, "target": value.target} for year, value in one.years],
            }
            for one in view.measured
        ],
        "kegiatan": [
            {
                "alamat": _page(view, one.address), "judul": one.title, "hari": one.day, "perpustakaan": one.library,
                "kehadiran": one.sums.came if one.sums.counted else None,
                "berita_lain": [_page(view, address) for address in one.others],
            }
            for one in view.told
        ],
        "di_bawahnya": [
            {"kunci": one.key, "berita": one.sums.stories, "kegiatan": one.sums.events, "kehadiran": one.sums.came,
             "terakhir": one.last} for one in view.places
        ],
        "dukungan": [
            {"status": one.status, "wujud": one.form, "banyaknya": one.matters, "rupiah": one.rupiah}
            for one in view.totals
        ],
    }  # fmt: skip
    return (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()
