"""``warta build``."""

import gc
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from pipeline.archive.clock import Due
from pipeline.cli import options
from pipeline.content.taken import PATH
from pipeline.language import N_, _, current
from pipeline.production.build import Order, Report, build
from pipeline.production.newsroom import Newsroom, find
from pipeline.production.roster import NAMES


@click.command("build", help=_("Bangun situs dan kiriman dari content/ ke output/."))
@options.root
@click.option("--only", multiple=True, type=click.Choice(NAMES), help=_("Hanya meja ini (boleh diulang)."))
@click.option("--all", "whole", is_flag=True, help=_("Rencanakan dan periksa semuanya, bukan hanya yang berubah."))
@click.option("--drafts", is_flag=True, help=_("Ikutkan draf dan yang ditahan, ke .warta/cache/preview/output."))
@click.option("--strict", is_flag=True, help=_("Peringatan juga dianggap kesalahan (status 1)."))
@click.option("--jobs", type=click.IntRange(1, 64), default=None, help=_("Banyaknya proses (bawaan: sebanyak inti)."))
@options.now
@options.as_json
def command(
    *,
    root: Path,
    only: tuple[str, ...],
    whole: bool,
    drafts: bool,
    strict: bool,
    jobs: int | None,
    now_: int | None,
    json_: bool,
) -> int:
    """Build and report."""
    room = find(root, preview=drafts)
    order = Order(only=only, whole=whole, jobs=jobs or 0, now=now_)
    report = run(room, order)
    for problem in report.problems:
        if problem.level != "hint":
            click.echo(str(problem), err=True)
    for failure in report.failures:
        click.echo(f"{failure.owner}:1: output/{failure.path}: {failure.error}", err=True)
    click.echo(json.dumps(summary(report)) if json_ else spoken(room, report))
    return 1 if report.errors or (strict and report.warnings) else 0


def run(room: Newsroom, order: Order) -> Report:
    """Build *room*, with a bar on a terminal when it takes longer than a second."""
    # A build makes many short-lived records and hardly any cycles: looking for those at every 700th costs a tenth.
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    waiting = lambda: click.echo(_("Menunggu perintah warta lain selesai …"), err=True)  # noqa: E731  one line, used once
    if not sys.stderr.isatty():
        return build(room, order, waiting=waiting)
    from pipeline.cli.progress import shown

    with shown() as tell:
        return build(room, order, tell=tell, waiting=waiting)


def summary(report: Report) -> dict[str, Any]:
    """Return the object that ``--json`` prints."""
    due = None if report.next_due is None else datetime.fromtimestamp(report.next_due, UTC).isoformat()
    return {
        "stories": report.stories,
        "held": report.held,
        "errors": report.errors,
        "warnings": report.warnings,
        "planned": report.planned,
        "made": report.made,
        "kept": report.kept,
        "removed": report.removed,
        "next_due": due,
        "seconds": report.seconds,
    }


NEXT = {
    "opens": N_("Build berikutnya: {when}, saat {address} terbit."),
    "press": N_("Build berikutnya: {when}, saat siaran pers {address} siap untuk media."),
    "consent": N_("Build berikutnya: {when}, saat sebuah izin di {address} berakhir."),
    "promise": N_("Build berikutnya: {when}, saat sebuah tenggat di {address} lewat."),
    "news": N_("Build berikutnya: {when}, saat {address} keluar dari peta situs berita."),
}
"""What is said of each thing that changes by itself."""


def awaited(due: Due) -> str:
    """Return what changes by itself next, and when, by the clock of the story's library."""
    from pipeline.templating.dates import instant_in_words

    when = instant_in_words(due.instant, due.zone, current())
    return _(NEXT[due.what]).format(when=when, address=due.address)


def spoken(room: Newsroom, report: Report) -> str:
    """Return one or two lines for people."""
    seconds = sum(report.seconds.values())
    lines = [
        _(
            "{stories} berita terbit, {held} menunggu waktunya. "
            "{made} berkas dibuat, {removed} dihapus ({seconds:.1f} detik)."
        ).format(stories=report.stories, held=report.held, made=report.made, removed=report.removed, seconds=seconds)
    ]
    if report.errors:
        said = _("{errors} kesalahan di {files} berkas: lihat di atas.")
        lines[0] += " " + said.format(errors=report.errors, files=report.faulty)
    if report.taken:
        said = _("{number} penarikan dicatat di {path}: simpan berkas itu bersama laporannya, juga di git.")
        lines.append(said.format(number=report.taken, path=PATH))
    if report.aside:
        lines.append(
            _("{aside} berkas lama di output/ dipindahkan ke {folder}.").format(aside=report.aside, folder=room.aside)
        )
    if report.due is not None:
        lines.append(awaited(report.due))
    lines.append(_("Buka: {page}").format(page=room.output / "site" / "index.html"))
    return "\n".join(lines)
