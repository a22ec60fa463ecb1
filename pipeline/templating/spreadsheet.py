"""Tables for spreadsheets (RFC 4180), with cells that none of them computes."""

import csv
import io
from collections.abc import Iterable

BOM = "\ufeff"
"""Excel takes a table for UTF-8 only with it. Tools read the first column's name as it stands, so theirs have none."""

FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""How a cell begins that a spreadsheet may compute, the wide signs of East Asian ones too (OWASP, CSV Injection)."""


def harmless(text: str) -> str:
    """Return *text* so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(FORMULAS) else text


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a table with the columns *head*; its cells are taken as they are."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows(rows)
    return text.getvalue()
