"""The pages of ``docs/`` that follow from the code, written again: ``python -m docs.reference`` (or ``make docs``)."""

import os
from importlib import import_module
from pathlib import Path

os.environ["WARTA_LANG"] = "id"  # before anything asks for a text

import click

from pipeline.cli.main import COMMANDS, warta
from pipeline.content.catalogue import CODES
from pipeline.content.code import Level

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


def pages() -> dict[Path, str]:
    """Return every page with its text."""
    return {FOLDER / "perintah.md": commands(), FOLDER / "masalah.md": problems()}


def commands() -> str:
    """Return the page of all commands."""
    top = click.Context(
        warta, info_name="warta", terminal_width=WIDTH, max_content_width=WIDTH, **warta.context_settings
    )
    parts = [COMMANDS_PAGE, _help(top)]
    for name in COMMANDS:
        command = import_module(f"pipeline.cli.{name}").command
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


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, "utf-8")
