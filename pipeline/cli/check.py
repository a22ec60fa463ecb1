"""``warta check``."""

import json
import sys
from pathlib import Path

import click

from pipeline.cli import options
from pipeline.content.problem import check_json
from pipeline.language import _
from pipeline.production.check import Findings, check
from pipeline.production.newsroom import Newsroom, find


@click.command("check", help=_("Periksa semua isi content/ dan sebutkan apa yang salah, tanpa membangun apa pun."))
@options.root
@options.now
@click.option("--site", "site_", is_flag=True, help=_("Timbang halaman yang sudah dibangun: mana yang terlalu berat."))
@options.as_json
def command(*, root: Path, now_: int | None, site_: bool, json_: bool) -> int:
    """Check and report."""
    if site_:
        return _weigh(find(root), as_json=json_)
    findings = run(find(root), now_)
    if json_:
        click.echo(json.dumps({"problems": [finding._asdict() for finding in findings.all]}, ensure_ascii=False))
    else:
        for finding in findings.all:
            click.echo(str(finding), err=True)
        click.echo(spoken(findings))
    return 1 if findings.count("error") else 0


def _weigh(room: Newsroom, *, as_json: bool) -> int:
    """Report the pages of the built site that are too heavy; return the status."""
    from pipeline.production.scales import weighed

    found = weighed(room)
    if as_json:
        click.echo(json.dumps({"problems": list(map(check_json, found.problems))}, ensure_ascii=False))
    else:
        for problem in found.problems:
            click.echo(str(problem), err=True)
        said = (
            _("{pages} halaman ditimbang: {heavy} terlalu berat.")
            if found.problems
            else _("{pages} halaman ditimbang: tidak ada masalah.")
        )
        click.echo(said.format(pages=found.pages, heavy=len({problem.path for problem in found.problems})))
    return 1 if found.problems else 0


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
