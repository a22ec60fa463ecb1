"""``warta init``."""

import shlex
from datetime import UTC, datetime
from pathlib import Path

import click

from pipeline.content.moment import tzinfo
from pipeline.language import _
from pipeline.production.founding import set_up


@click.command("init", help=_("Buat ruang redaksi baru di FOLDER, dengan laporan dan perpustakaan contoh."))
@click.argument("folder", type=click.Path(path_type=Path), metavar=_("FOLDER"))
@click.option("--kosong", is_flag=True, help=_("Tanpa contoh: hanya setelan dan satu profil untuk diisi."))
def command(*, folder: Path, kosong: bool) -> int:
    """Make a newsroom and say how to go on."""
    set_up(folder, empty=kosong, today=datetime.now(UTC).astimezone(tzinfo("WIB")).date())
    click.echo(_("Ruang redaksi siap di {folder}. Berikutnya:").format(folder=folder))
    click.echo(f"  cd {shlex.quote(str(folder))}")
    click.echo("  warta new" if kosong else "  warta serve")
    return 0
