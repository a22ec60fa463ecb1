"""From rows to files of tables: CSV, JSON, workbooks, and the description of all. Runs in workers."""

import csv
import io
import json
from collections.abc import Iterator
from datetime import date

import msgspec

from pipeline.archive.entry import EVERYTHING
from pipeline.build.output import Files, renders
from pipeline.build.workbench import Workbench
from pipeline.config import LICENCES
from pipeline.desks.evidence import addresses
from pipeline.desks.evidence.views import AreaData, Package, Twin, WholeTable, Workbook
from pipeline.evidence.table import TABLES, Field, Row, Table
from pipeline.language import N_, texts
from pipeline.regions import valid_code
from pipeline.templating.spreadsheet import BOM, harmless, table
from pipeline.templating.workbook import Cell, workbook

LONG_AGO = date(2000, 1, 1)
"""Stands in files where there is no story whose day they could bear."""


@renders(AreaData)
def own(view: AreaData, _bench: Workbench) -> Files:
    """The tables of one area."""
    heads = dict(view.heads)
    marks = dict.fromkeys(view.people, BOM.encode())
    return {f"{name}.csv": marks.get(name, b"") + _csv(heads[name], rows) for name, rows in view.rows}


@renders(WholeTable)
def whole(view: WholeTable, bench: Workbench) -> bytes:
    """One table of all areas, put together."""
    parts = [_csv(view.head, view.rows)]
    parts += (bench.made(f"{folder}{view.name}.csv").partition(b"\r\n")[2] for folder in view.parts)
    return b"".join(parts)


@renders(Twin)
def twin(view: Twin, bench: Workbench) -> bytes:
    """A table as JSON: a list of objects, numbers as numbers, ``null`` where nothing is told."""
    head, rows = _read(bench.made(view.of))
    found = [dict(zip(head, row, strict=True)) for row in _values(head, rows, view.numbers)]
    return msgspec.json.encode(found) + b"\n"


@renders(Workbook)
def book(view: Workbook, bench: Workbench) -> bytes:
    """Several tables as one workbook."""
    sheets: dict[str, tuple[list[str], list[tuple[Cell, ...]]]] = {}
    for title, file, numbers, wide in view.tables:
        head, every = _read(bench.made(file))
        rows = [row for row in every if not wide or row[0] == EVERYTHING or valid_code(row[0])]
        sheets[title] = (head, [*_values(head, rows, numbers)])
    return workbook(sheets, date.fromisoformat(view.day) if view.day else LONG_AGO)


@renders(Package)
def package(view: Package, _bench: Workbench) -> bytes:
    """The description of all tables (Data Package, specs.frictionlessdata.io/data-package)."""
    say = texts(view.language)
    name, path = LICENCES[view.licence]
    title = say(N_("Bukti: {site}")).format(site=view.title)
    found = {
        "profile": "tabular-data-package",
        "name": "bukti",
        "title": title,
        "description": say(N_("Dilaporkan sendiri oleh perpustakaan, belum diaudit. Kehadiran bukan jumlah orang.")),
        "homepage": f"{view.url}{addresses.ROOT}/",
        "licenses": [{"name": view.licence, "title": name, "path": path}],
        "sources": [{"title": view.title, "path": view.url}],
        "contributors": [{"title": view.publisher, "role": "publisher"}],
        "keywords": ["perpustakaan", "TPBIS"],
        **({"created": f"{view.day}T00:00:00Z"} if view.day else {}),
        "contoh": view.sample,
        "resources": [_resource(one, view.language) for one in TABLES],
    }
    return json.dumps(found, ensure_ascii=False, indent=1).encode() + b"\n"


def _resource(one: Table, language: str) -> dict[str, object]:
    say = texts(language)
    fields = [
        {
            "name": field.name,
            "type": field.type,
            "description": say(field.about),
            **({"constraints": limits} if (limits := _limits(field)) else {}),
        }
        for field in one.fields
    ]
    return {
        "profile": "tabular-data-resource",
        "name": one.name,
        "title": say(one.title),
        "description": say(one.about),
        "path": f"{one.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "header": True},
        "schema": {"fields": fields, "missingValues": [""]},
    }


def _limits(field: Field) -> dict[str, object]:
    required: dict[str, object] = {"required": True} if field.required else {}
    return required | ({"enum": list(field.values)} if field.values else {})


def _csv(head: Row, rows: tuple[Row, ...]) -> bytes:
    return table(head, (map(harmless, row) for row in rows)).encode()


def _read(data: bytes) -> tuple[list[str], list[list[str]]]:
    head, *rows = csv.reader(io.StringIO(data.decode(), newline=""))
    return head, rows


def _values(head: list[str], rows: list[list[str]], numbers: tuple[str, ...]) -> Iterator[tuple[Cell, ...]]:
    """Return the values of *rows* under *head*, of whose columns *numbers* hold numbers; nothing where none is told."""
    columns = zip(*rows, strict=True)
    return zip(*(_column(cells, name in numbers) for name, cells in zip(head, columns, strict=False)), strict=True)


def _column(cells: tuple[str, ...], numeric: bool) -> list[Cell]:  # noqa: FBT001  one of two kinds
    if numeric:
        return [None if not text else float(text) if "." in text else int(text) for text in cells]
    return [(text and (_bare(text) if text[0] == "'" else text)) or None for text in cells]


def _bare(text: str) -> str:
    """Return *text* without the sign that keeps spreadsheets from computing it."""
    return text[1:] if harmless(text[1:]) == text else text
