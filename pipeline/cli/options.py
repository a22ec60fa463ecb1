"""Options that several commands share."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from pipeline.language import _

F = TypeVar("F", bound=Callable[..., Any])


def root(command: F) -> F:
    """Add ``--root``: the newsroom, by default the folder one stands in or the nearest above it."""
    return click.option(
        "--root", type=click.Path(path_type=Path), default=Path(), metavar=_("FOLDER"),
        help=_("Ruang redaksi (bawaan: folder ini atau di atasnya)."),
    )(command)  # fmt: skip


def as_json(command: F) -> F:
    """Add ``--json``."""
    return click.option("--json", "json_", is_flag=True, help=_("Cetak hasil sebagai JSON, untuk program lain."))(
        command
    )


def now(command: F) -> F:
    """Add ``--now``: another instant than the clock's, as ISO with its zone."""
    return click.option(
        "--now", "now_", callback=_instant, metavar="2026-11-22T08:00:00+07:00",
        help=_("Anggap sekarang pukul sekian (bawaan: jam komputer)."),
    )(command)  # fmt: skip


def _instant(_context: click.Context, _parameter: click.Parameter, value: str | None) -> int | None:
    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise click.BadParameter(_("tulis tanggal dan jam lengkap dengan zonanya, misalnya 2026-11-22T08:00:00+07:00"))
    return int(moment.timestamp())
