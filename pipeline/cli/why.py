"""``warta why``."""

from pathlib import Path

import click

from pipeline.cli import options
from pipeline.language import _
from pipeline.production.newsroom import find
from pipeline.production.why import explain


@click.command(
    "why",
    help=_(
        "Jelaskan dalam satu baris mengapa sebuah keluaran terakhir dibuat, atau mengapa tidak ada. "
        "JALUR boleh berupa berkas di output/, alamat berita (2023/05/panen), atau berkas laporannya."
    ),
)
@click.argument("path", metavar=_("JALUR"))
@options.root
@options.now
def command(*, path: str, root: Path, now_: int | None) -> int:
    """Explain one path."""
    click.echo(explain(find(root), path, now=now_))
    return 0
