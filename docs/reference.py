"""The pages of ``docs/`` that follow from the code, written again: ``python -m docs.reference`` (or ``make docs``)."""

import json
import os
from importlib import import_module
from pathlib import Path

os.environ["WARTA_LANG"] = "id"  # before anything asks for a text

import click
import msgspec

from pipeline.cli.main import COMMANDS, module_of, warta
from pipeline.content.catalogue import CODES
from pipeline.content.code import Level
from pipeline.platforms.limits import LIMITS, Limit, Unit
from pipeline.platforms.sheet import Sheet

FOLDER = Path(__file__).resolve().parent
WIDTH = 100

LEVELS: dict[Level, str] = {"error": "kesalahan", "warning": "peringatan", "hint": "saran"}

COMMANDS_PAGE = """\
# Perintah warta

Halaman ini ditulis oleh `make docs` dari `--help` tiap perintah; jangan disunting.

Status keluar: 0 selesai; 1 selesai, tetapi ada isi yang salah; 2 tidak dapat dikerjakan.
"""

PROBLEMS_PAGE = """\
# Pesan pemeriksaan

Halaman ini ditulis oleh `make docs` dari `pipeline/content/catalogue.py`; jangan disunting.

Setiap pesan `warta check` dan `warta build` punya kode tetap (`warta check --json` menyebutkannya). Kata dalam kurung
kurawal diganti dengan isi laporan. *Ditahan*: laporan tidak terbit sampai diperbaiki; yang lain tetap terbit, paling
banyak tanpa bagian yang disebut.

| kode | tingkat | pesan | cara memperbaiki |
|---|---|---|---|
"""


TABLE = ("<!-- tabel: mulai -->", "<!-- tabel: selesai -->")

CHANNELS_HEAD = """\
| saluran | batas | dihitung dalam | tagar | sumber (keyakinan) |
|---|---|---|---|---|
"""

UNITS: dict[Unit, str] = {
    "code-points": "kode Unicode",
    "utf16-units": "satuan UTF-16",
    "utf8-bytes": "byte UTF-8",
    "weighted": "bobot X: tautan 23, emoji 2",
    "graphemes-links-23": "huruf yang terlihat, tautan 23",
    "graphemes-links-short": "huruf yang terlihat, tautan dipendekkan",
}


def pages() -> dict[Path, str]:
    """Return every page with its text."""
    return {
        FOLDER / "perintah.md": commands(),
        FOLDER / "masalah.md": problems(),
        FOLDER / "posts.schema.json": schema(),
        FOLDER / "saluran.md": channels(),
    }


def commands() -> str:
    """Return the page of all commands."""
    top = click.Context(
        warta, info_name="warta", terminal_width=WIDTH, max_content_width=WIDTH, **warta.context_settings
    )
    parts = [COMMANDS_PAGE, _help(top)]
    for name in COMMANDS:
        command = import_module(f"pipeline.cli.{module_of(name)}").command
        parts.append(_help(click.Context(command, parent=top, info_name=name)))
    return "\n".join(parts)


def _help(context: click.Context) -> str:
    return f"## `{context.command_path}`\n\n```text\n{context.get_help()}\n```\n"


def problems() -> str:
    """Return the page of all problems, by their codes."""
    return PROBLEMS_PAGE + "".join(f"{_problem(code)}\n" for code in sorted(CODES))


def _problem(code: str) -> str:
    found = CODES[code]
    level = LEVELS[found.level] + (", ditahan" if found.holds else "")
    message, fix = (text.replace("{{", "{").replace("}}", "}").replace("|", "\\|") for text in found[1:3])
    return f"| `{code}` | {level} | {message} | {fix} |"


def schema() -> str:
    """Return the JSON Schema (2020-12) of ``posts.json``; what stands in it is what the record's docstrings say."""
    found = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "posts.json",
        **msgspec.json.schema(Sheet),
    }
    return json.dumps(found, indent=2, ensure_ascii=False) + "\n"


def channels() -> str:
    """Return the page of all platforms, with what was written by hand around the table."""
    page = (FOLDER / "saluran.md").read_text("utf-8")
    before, _, rest = page.partition(TABLE[0])
    after = rest.partition(TABLE[1])[2]
    rows = "".join(_channel(row) for row in LIMITS.values())
    return f"{before}{TABLE[0]}\n\n{CHANNELS_HEAD}{rows}\n{TABLE[1]}{after}"


def _channel(row: Limit) -> str:
    limit = "tidak diumumkan" if row.limit is None else f"{row.limit:,}".replace(",", ".")
    tags = {None: "bebas", 0: "tidak berguna"}.get(row.hashtags, str(row.hashtags))
    return (
        f"| {row.name} (`{row.platform}`) | {limit} | {UNITS[row.unit]} | {tags} | {row.source} ({row.confidence}) |\n"
    )


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, "utf-8")
