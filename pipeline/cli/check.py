"""``warta check``."""

import json
import sys
from pathlib import Path

import click

from pipeline.cli import options
from pipeline.language import _
from pipeline.production.check import Findings, check
from pipeline.production.newsroom import Newsroom, find


@click.command("check", help=_("Periksa semua isi content/ dan sebutkan apa yang salah, tanpa membangun apa pun."))
@options.root
@options.now
@options.as_json
def command(*, root: Path, now_: int | None, json_: bool) -> int:
    """Check and report."""
    findings = run(find(root), now_)
    if json_:
        click.echo(json.dumps({"problems": [finding._asdict() for finding in findings.all]}, ensure_ascii=False))
    else:
        for finding in findings.all:
            click.echo(str(finding), err=True)
        click.echo(spoken(findings))
    return 1 if findings.count("error") else 0


def run(room: Newsroom, now: int | None) -> Findings:
    """Check *room*, with a bar on a terminal when it takes longer than a second."""
    waiting = lambda: click.echo(_("Menunggu perintah warta lain selesai …"), err=True)  # noqa: E731  one line, used once
    if not sys.stderr.isatty():
        return check(room, now=now, waiting=waiting)
    from pipeline.cli.progress import shown

    with shown() as tell:
        return check(room, now=now, step=lambda done, total: tell("read", done, total), waiting=waiting)


def spoken(findings: Findings) -> str:
    """Return the summary, one line."""
    looked = _("{stories} laporan, {libraries} profil perpustakaan dan {pages} halaman diperiksa:").format(
        stories=findings.files["story"], libraries=findings.files["library"], pages=findings.files["page"]
    )
    if not findings.all:
        return f"{looked} {_('tidak ada masalah.')}"
    return f"{looked} " + _("{errors} kesalahan, {warnings} peringatan, {hints} saran.").format(
        errors=findings.count("error"), warnings=findings.count("warning"), hints=findings.count("hint")
    )
