"""``warta izin``."""

import json
import time
from itertools import groupby
from pathlib import Path
from typing import Any

import click

from pipeline.cli import options
from pipeline.cli.social import address_of
from pipeline.content.text import one_line
from pipeline.language import _, current
from pipeline.production.consents import STATES, WRONG, Consents, Row, consents
from pipeline.production.newsroom import Newsroom, find

DAYS = 90


@click.command(
    "izin",
    help=_(
        "Daftar izin foto dan kutipan: yang belum ada, segera berakhir, ditolak, atau dicabut. "
        "Dengan --formulir: formulir izin untuk dicetak. Dengan --bukti: apakah yang ditarik sudah benar-benar hilang."
    ),
)
@click.argument("story", required=False, metavar=_("BERITA"))
@click.option("--perpustakaan", "--library", "library", metavar="SLUG", help=_("Hanya perpustakaan ini."))
@click.option(
    "--hari", "--days", "days", type=click.IntRange(0, 3650), default=DAYS, show_default=True,
    help=_("Sebutkan izin yang berakhir dalam sekian hari."),
)  # fmt: skip
@click.option(
    "--formulir", "--form", "form",
    type=click.Path(dir_okay=False, path_type=Path), help=_("Tulis formulir izin (PDF, A4) ke berkas ini."),
)  # fmt: skip
@click.option(
    "--bukti", "--proof", "proof", is_flag=False, flag_value="", metavar=_("[ALAMAT|FOTO|HASH]"),
    help=_("Buktikan bahwa yang ditarik tidak ada lagi di output/ dan di simpanan warta (kosong: semua yang ditarik)."),
)  # fmt: skip
@options.root
@options.now
@options.as_json
def command(
    *, story: str | None, library: str | None, days: int, form: Path | None, proof: str | None,
    root: Path, now_: int | None, json_: bool,
) -> int:  # fmt: skip
    """List consents, print the form for them, or prove that what was taken down is gone."""
    room = find(root)
    if proof is not None:
        from pipeline.cli.proof import run

        return run(room, proof, now_, as_json=json_)
    now = int(time.time()) if now_ is None else now_
    address = address_of(room, story) if story else ""
    if form is not None:
        return _printed(room, form, library or "", address, as_json=json_)
    found = consents(room, now, days=days, library=library or "", story=address)
    if json_:
        click.echo(json.dumps(summary(found), ensure_ascii=False))
    else:
        for line in spoken(found, days):
            click.echo(line)
    return 1 if any(row.state in WRONG for row in found.rows) else 0


def _printed(room: Newsroom, form: Path, library: str, address: str, *, as_json: bool) -> int:
    """Write the form; return the status."""
    from pipeline.production.form import write_form

    pages = write_form(room, form, library=library, story=address)
    if as_json:
        click.echo(json.dumps({"file": str(form), "pages": pages}))
    else:
        click.echo(
            _("Formulir izin ditulis ke {path}: satu halaman untuk orang dewasa, satu untuk wali anak.").format(
                path=form
            )
        )
    return 0


def summary(found: Consents) -> dict[str, Any]:
    """Return the object that ``--json`` prints."""
    rows = [
        {
            "path": row.path, "line": row.line, "address": row.address, "library": row.library, "kind": row.kind,
            "what": row.what, "state": row.state, "day": row.day.isoformat() if row.day else None,
            "ref": row.reference, "reason": row.reason,
        }
        for row in found.rows
    ]  # fmt: skip
    counts = found.counts
    return {"reports": found.reports, "consents": rows, "counts": {state: counts[state] for state in STATES}}


def spoken(found: Consents, days: int) -> list[str]:
    """Return what is printed for people: each story with its lines, and all counts in the last one."""
    lines: list[str] = []
    for path, rows in groupby(found.rows, key=lambda row: row.path):
        title = found.titles.get(path, "")
        lines.append(f"{one_line(path)}  {title}".rstrip())
        lines += [f"  {_('baris')} {row.line:<4} {_named(row)}: {_told(row)}" for row in rows]
    counts = found.counts
    names = {
        "tanpa-wali": _("foto anak tanpa izin wali"), "tidak-jelas": _("izin tidak jelas"),
        "tanpa-izin": _("tanpa izin"), "segera": _("berakhir dalam {days} hari").format(days=days),
        "berakhir": _("sudah berakhir"), "ditolak": _("ditolak"), "dicabut": _("dicabut"), "ditarik": _("ditarik"),
        "aman": _("pengecualian aman"),
    }  # fmt: skip
    told = ", ".join(f"{counts[state]} {names[state]}" for state in STATES)
    lines.append(_("{reports} laporan: {counts}.").format(reports=found.reports, counts=told))
    return lines


def _named(row: Row) -> str:
    """Say what *row* is about."""
    kinds = {"foto": _("foto"), "kutipan": _("kutipan"), "aman": "aman", "berita": _("berita ini")}
    return f"{kinds[row.kind]} {one_line(row.what)}".rstrip()


def _told(row: Row) -> str:
    """Say how it stands with the consent of *row*."""
    said = {
        "tanpa-wali": _("ada anak, tetapi izin walinya belum ada"),
        "tidak-jelas": _("isian izinnya tidak terbaca, jadi dianggap tidak"),
        "tanpa-izin": _("belum ada izin"),
        "segera": _("berlaku sampai {day}"),
        "berakhir": _("sudah berakhir, terakhir {day}"),
        "ditolak": _("tidak diizinkan"),
        "dicabut": _("dicabut sejak {day}"),
        "ditarik": _("ditarik sejak {day}") if row.day else _("ditarik"),
        "aman": row.reason or _("tanpa alasan"),
    }[row.state]
    from pipeline.templating.dates import long_date

    told = said if row.state == "aman" or row.day is None else said.format(day=long_date(row.day, current()))
    extra = [row.reference, row.reason if row.state != "aman" else ""]
    return f"{told} ({', '.join(filter(None, extra))})" if any(extra) else told
