"""``warta publish``."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from pipeline.cli import options
from pipeline.content.text import one_line
from pipeline.language import N_, _
from pipeline.production import publishing
from pipeline.production.newsroom import Newsroom, find
from pipeline.production.publishing import Asked, Result
from pipeline.publish.plan import CAP, Stage
from pipeline.publish.publisher import Tell

FIRST = 3
STAGES: dict[Stage, str] = {
    "tarik": N_("yang ditarik"),
    "berkas": N_("gambar dan berkas"),
    "halaman": N_("halaman"),
    "daftar": N_("daftar"),
    "umpan": N_("umpan dan pencarian"),
    "hapus": N_("yang dihapus"),
}
"""What is done in each step, in order."""


def _part(_context: click.Context, _parameter: click.Parameter, value: str | None) -> float:
    if value is None:
        return CAP
    if value.lower() in ("semua", "all"):
        return 1.0
    number = value.rstrip("% ").replace(",", ".")
    try:
        part = float(number) / 100
    except ValueError:
        part = -1.0
    if not 0 <= part <= 1:
        raise click.BadParameter(_("tulis bagiannya, misalnya 10%, atau semua"))
    return part


@click.command("publish", help=_("Terbitkan output/site/ ke tujuan di content/site.toml ([terbit.NAMA])."))
@click.argument("target", default="", metavar=_("[TUJUAN]"))
@options.root
@click.option("--coba", "--dry-run", "trial", is_flag=True, help=_("Katakan saja apa yang akan terjadi."))
@click.option(
    "--hapus", "part", callback=_part, metavar=_("N%|semua"), help=_("Sebanyak ini boleh terhapus (bawaan: 5%).")
)
@click.option("--ambil-alih", "force", is_flag=True, help=_("Tempat itu memang milik kami, juga kalau ada isinya."))
@click.option("--biarkan", "held", is_flag=True, help=_("Berita yang laporannya keliru boleh hilang dari situs."))
@click.option("--contoh", "samples", is_flag=True, help=_("Terbitkan juga contoh: ini situs peragaan."))
@click.option("--versi", "listing", is_flag=True, help=_("Daftar versi yang dapat dikembalikan."))
@click.option("--kembali", "back", default="", metavar=_("VERSI"), help=_("Terbitkan lagi versi ini."))
@options.now
@options.as_json
def command(
    *,
    target: str,
    root: Path,
    trial: bool,
    part: float,
    force: bool,
    held: bool,
    samples: bool,
    listing: bool,
    back: str,
    now_: int | None,
    json_: bool,
) -> int:
    """Publish and report."""
    room = find(root)
    if listing:
        click.echo(json.dumps(versions(room)) if json_ else "\n".join(_versions(room)))
        return 0
    asked = Asked(part, force, samples, held, back, now_)
    waiting = lambda: click.echo(_("Menunggu perintah warta lain selesai …"), err=True)  # noqa: E731  one line, used once
    with _telling() as tell:
        act = publishing.rehearse if trial else publishing.publish
        done = act(room, target, asked, tell=tell, waiting=waiting)
    for said in done.warnings:
        click.echo(said, err=True)
    click.echo(json.dumps(summary(done, trial=trial)) if json_ else "\n".join(spoken(done, trial=trial)))
    return 0


def summary(done: Result, *, trial: bool) -> dict[str, Any]:
    """Return the object that ``--json`` prints."""
    return {
        "target": done.target,
        "label": done.label,
        "trial": trial,
        "steps": [
            {"stage": step.stage, "act": step.act, "files": len(step.paths), "first": step.paths[:FIRST]}
            for step in done.plan.steps
        ],
        "put": done.plan.puts,
        "deleted": done.plan.deletes,
        "lost": len(done.plan.lost),
        "known": done.plan.known,
        "bytes": done.size,
        "resumed": done.there.resumed,
        "changed": done.there.changed,
        "foreign": done.there.foreign,
        "generation": done.generation,
        "version": done.version,
        "warnings": done.warnings,
    }


def spoken(done: Result, *, trial: bool) -> list[str]:
    """Return what is printed for people."""
    where = one_line(done.label)
    if not done.plan.steps:
        return [_("{where}: sudah sama, tidak ada yang dikirim.").format(where=where)]
    values = {"where": where, "put": done.plan.puts, "deleted": done.plan.deletes, "size": _size(done.size)}
    if not trial:
        return [_("Terbit di {where}: {put} berkas dikirim ({size}), {deleted} dihapus.").format(**values)]
    lines = [_("Di {where} akan dikirim {put} berkas ({size}) dan dihapus {deleted}:").format(**values)]
    for step in done.plan.steps:
        names = ", ".join(step.paths[:FIRST]) + (" …" if len(step.paths) > FIRST else "")
        sign = "-" if step.act == "delete" else "+"
        lines.append(f"  {sign} {_(STAGES[step.stage])}: {len(step.paths)} ({names})")
    if done.there.foreign:
        lines.append(_("Di sana ada berkas yang tidak diterbitkan warta: perlu --ambil-alih."))
    if done.there.changed:
        lines.append(_("Orang lain menerbitkan ke sana sejak terakhir kali."))
    if done.there.resumed:
        lines.append(_("Penerbitan sebelumnya terputus; akan dilanjutkan."))
    return lines


def versions(room: Newsroom) -> list[dict[str, Any]]:
    """Return the object that ``--versi --json`` prints."""
    return [
        {
            "name": one.name, "time": datetime.fromtimestamp(one.time, UTC).isoformat(), "target": one.target,
            "files": len(one.files), "removed": len(one.removed), "generation": one.generation,
        }
        for one in publishing.listed(room)
    ]  # fmt: skip


def _versions(room: Newsroom) -> list[str]:
    lines = []
    for one in publishing.listed(room):
        when = datetime.fromtimestamp(one.time, UTC).astimezone().strftime("%Y-%m-%d %H.%M")
        said = _("{name}  {when}  {target}: {files} berkas").format(
            name=one.name, when=when, target=one.target, files=len(one.files)
        )
        gone = _("{number} tidak disimpan lagi karena ada yang ditarik").format(number=len(one.removed))
        lines.append(f"{said}, {gone}" if one.removed else said)
    return lines or [_("Belum ada versi: belum pernah diterbitkan dari sini.")]


def _size(count: int) -> str:
    if count < 1_000_000:
        return f"{-(-count // 1_000)} kB"
    return f"{count / 1_000_000:.1f} MB".replace(".", ",")


def _note(said: str) -> None:
    click.echo(said, err=True)


@contextmanager
def _telling() -> Iterator[Tell]:
    """Yield who tells of progress: on a terminal a bar with what, how much and how long."""
    if not sys.stderr.isatty():
        yield Tell(_note)
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    bar = Progress(
        TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[files]}"), DownloadColumn(),
        TimeRemainingColumn(), console=console, transient=True,
    )  # fmt: skip
    task = bar.add_task(_("Menyiapkan"), total=None, files="")

    def step(stage: Stage, done: int, count: int, sent: int, total: int) -> None:
        bar.update(task, description=_(STAGES[stage]), completed=sent, total=total or None, files=f"{done}/{count}")

    with bar:
        yield Tell(lambda said: console.print(said, markup=False, highlight=False), step)
