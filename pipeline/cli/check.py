"""``warta check``."""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from pipeline.archive.records import KINDS
from pipeline.cli import options
from pipeline.coaching.words_of_praise import PRAISE
from pipeline.content.problem import check_json
from pipeline.language import _
from pipeline.production.check import Findings, check
from pipeline.production.newsroom import Newsroom, find

COACHING = "saran-"
"""What the codes of suggestions to writers begin with."""

NEWEST = 10
"""Reports whose suggestions are shown where all are looked at: what was published long ago is mended by nobody."""

KINDS_OF_PRAISE = 3


@click.command(
    "check",
    help=_(
        "Periksa satu LAPORAN, atau semua isi content/: apa yang salah, apa yang bisa lebih baik (paling banyak tiga "
        "saran untuk satu laporan), dan apa yang sudah baik. Tidak membangun apa pun."
    ),
)
@click.argument("story", required=False, metavar=_("[LAPORAN]"))
@options.root
@options.now
@click.option("--site", "site_", is_flag=True, help=_("Timbang halaman yang sudah dibangun: mana yang terlalu berat."))
@options.as_json
def command(*, story: str | None, root: Path, now_: int | None, site_: bool, json_: bool) -> int:
    """Check and report."""
    if site_ and story:
        raise click.UsageError(_("--site menimbang semua halaman; jangan sebut laporannya."))
    if site_:
        return _weigh(find(root), as_json=json_)
    findings = run(find(root), now_, story or "")
    if json_:
        problems = [finding._asdict() for finding in findings.all]
        praise = [praised._asdict() for praised in findings.praise]
        click.echo(json.dumps({"problems": problems, "praise": praise}, ensure_ascii=False))
    else:
        _tell(findings, one=bool(story))
    return 1 if findings.count("error") else 0


def _tell(findings: Findings, *, one: bool) -> None:
    """Print problems as lines of their own, and the rest below them."""
    waiting = frozenset() if one else _others(findings)
    for finding in findings.all:
        if not (finding.path in waiting and finding.code.startswith(COACHING)):
            click.echo(str(finding), err=True)
    for line in _praised(findings, one=one):
        click.echo(line)
    if waiting:
        click.echo(_("Saran untuk {number} laporan lain: warta check LAPORAN").format(number=len(waiting)))
    click.echo(spoken(findings))


def _others(findings: Findings) -> frozenset[str]:
    """Return the reports whose suggestions are left out where all are looked at: but for the newest ones."""
    advised = {finding.path for finding in findings.all if finding.code.startswith(COACHING)}
    return frozenset(sorted(advised, reverse=True)[NEWEST:])


def _praised(findings: Findings, *, one: bool) -> Iterator[str]:
    """Yield what was done well: of one report in its own words, of many how many they are."""
    if one:
        for praised in findings.praise:
            yield _("Yang sudah baik: {praise}").format(praise=praised.message)
        return
    counted = Counter(praised.code for praised in findings.praise).most_common(KINDS_OF_PRAISE)
    if counted:
        said = "; ".join(_(PRAISE[code].counted).format(number=number) for code, number in counted)
        yield _("Yang sudah baik: {praise}").format(praise=f"{said}.")


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


def run(room: Newsroom, now: int | None, asked: str) -> Findings:
    """Check *room*, or what is *asked* for in it, with a bar on a terminal when it takes longer than a second."""
    waiting = lambda: click.echo(_("Menunggu perintah warta lain selesai …"), err=True)  # noqa: E731  one line, used once
    if not sys.stderr.isatty():
        return check(room, asked=asked, now=now, waiting=waiting)
    from pipeline.cli.progress import shown

    with shown() as tell:
        step = lambda done, total: tell("read", done, total)  # noqa: E731  one line, used once
        return check(room, asked=asked, now=now, step=step, waiting=waiting)


def spoken(findings: Findings) -> str:
    """Return the summary, one line."""
    if not findings.files:
        looked = _("{path} diperiksa:").format(path=findings.path)
    else:
        said = _("{stories} laporan, {libraries} profil perpustakaan dan {pages} halaman diperiksa:")
        if findings.files["clipping"]:
            said = _("{stories} laporan, {libraries} profil, {pages} halaman dan {clippings} kliping diperiksa:")
        if records := sum(findings.files[kind] for kind in KINDS):
            said = _(
                "{stories} laporan, {libraries} profil, {pages} halaman, {clippings} kliping dan {records} catatan "
                "advokasi diperiksa:"
            )
        looked = said.format(
            stories=findings.files["story"], libraries=findings.files["library"], pages=findings.files["page"],
            clippings=findings.files["clipping"], records=records,
        )  # fmt: skip
    if not findings.all:
        return f"{looked} {_('tidak ada masalah.')}"
    return f"{looked} " + _("{errors} kesalahan, {warnings} peringatan, {hints} saran.").format(
        errors=findings.count("error"), warnings=findings.count("warning"), hints=findings.count("hint")
    )
