"""``warta init``."""

import shlex
from datetime import UTC, datetime
from pathlib import Path

import click

from pipeline.content.moment import tzinfo
from pipeline.language import _
from pipeline.production.founding import Kind, set_up


@click.command("init", help=_("Buat ruang redaksi baru di FOLDER, dengan laporan dan perpustakaan contoh."))
@click.argument("folder", type=click.Path(path_type=Path), metavar=_("FOLDER"))
@click.option("--kosong", is_flag=True, help=_("Tanpa contoh: hanya setelan dan satu profil untuk diisi."))
@click.option(
    "--latihan", is_flag=True, help=_("Untuk berlatih setengah hari: delapan laporan rekaan yang perlu diperbaiki.")
)
def command(*, folder: Path, kosong: bool, latihan: bool) -> int:
    """Make a newsroom and say how to go on."""
    if kosong and latihan:
        raise click.UsageError(_("pilih salah satu: --kosong atau --latihan"))
    kind: Kind = "empty" if kosong else "training" if latihan else "sample"
    set_up(folder, kind, today=datetime.now(UTC).astimezone(tzinfo("WIB")).date())
    click.echo(_("Ruang redaksi siap di {folder}. Berikutnya:").format(folder=folder))
    click.echo(f"  cd {shlex.quote(str(folder))}")
    click.echo({"empty": "  warta new", "training": "  warta check", "sample": "  warta serve"}[kind])
    if latihan:
        click.echo(_("Langkah demi langkah: {path}").format(path=folder / "LATIHAN.md"))
    return 0
