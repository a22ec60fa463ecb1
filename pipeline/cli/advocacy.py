"""``warta advocacy``."""

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli import options
from pipeline.language import _
from pipeline.production.newsroom import find
from pipeline.production.recovery import recover

if TYPE_CHECKING:
    from pipeline.production.advocating import Look, Made

AUDIENCES = ("kades", "bupati", "gubernur", "kementerian", "perusahaan", "media", "warga")
DOCUMENTS = ("lembar", "proposal", "ringkasan", "matriks", "papan", "laporan-dukungan")


@click.command(
    "advocacy",
    help=_(
        "Tunjukkan kertas advokasi satu area: perpustakaan (nama berkas profilnya), kabupaten, kota, atau "
        "provinsi (kode atau namanya), atau semua. Dengan --untuk atau --dokumen: buat kertas lain ke folder kirim/."
    ),
)
@click.argument("area", metavar="AREA")
@click.option("--untuk", "--for", "audience", type=click.Choice(AUDIENCES), help=_("Untuk siapa kertasnya."))
@click.option("--dokumen", "--document", "kind", type=click.Choice(DOCUMENTS), help=_("Kertas apa yang dibuat."))
@click.option("--dari", "--from", "party", metavar=_("NAMA"), help=_("Laporan balik untuk pemberi dukungan ini."))
@click.option(
    "--ke", "--to", "folder", type=click.Path(file_okay=False, path_type=Path), metavar="FOLDER",
    help=_("Folder tujuan. Tanpa pilihan ini: kirim/AREA di ruang redaksi."),
)  # fmt: skip
@options.root
@options.now
@options.as_json
def command(
    *, area: str, audience: str | None, kind: str | None, party: str | None, folder: Path | None, root: Path,
    now_: int | None, json_: bool,
) -> int:  # fmt: skip
    """Tell of the papers of an area, or make others."""
    from pipeline.production import advocating

    room = find(root)
    recover(room)
    now = int(time.time()) if now_ is None else now_
    if party and kind not in (None, "laporan-dukungan"):
        raise click.UsageError(_("--dari dipakai bersama --dokumen laporan-dukungan."))
    chosen = kind or ("laporan-dukungan" if party else "lembar" if audience or folder else "")
    if not chosen:
        found = advocating.look(room, area, now)
        click.echo(
            json.dumps(found._asdict(), ensure_ascii=False) if json_ else "\n".join(_told(found, f"{room.output}"))
        )
        return 0
    made = advocating.make(room, area, audience or "", chosen, now, of=party or "", into=folder)
    click.echo(_object(made) if json_ else "\n".join(_listed(made)))
    return 0


def _told(found: "Look", output: str) -> list[str]:
    from pipeline.production.advocating import ABOUT

    lines = [found.name, *(f"  {output}/{path}" for path in found.files)]
    if not found.files:
        lines.append(_("Kertasnya belum dibuat: jalankan warta build."))
    lines += [_("Yang kurang: {what}").format(what=one) for one in found.missing]
    lines.append(_("Untuk pembaca lain: warta advocacy {area} --untuk perusahaan").format(area=found.key))
    lines += [
        f"  warta advocacy {found.key} --dokumen {kind}: {_(about)}"
        for kind, about in ABOUT.items()
        if kind != "lembar"
    ]
    return lines


def _listed(made: "Made") -> list[str]:
    lines = [f"  {path}" for path in made.files]
    lines += [_("Yang kurang: {what}").format(what=one) for one in made.missing]
    return [_("Dibuat. Periksa, lengkapi yang bertitik-titik, lalu serahkan:"), *lines]


def _object(made: "Made") -> str:
    return json.dumps({"files": [f"{path}" for path in made.files], "missing": made.missing}, ensure_ascii=False)
