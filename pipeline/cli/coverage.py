"""``warta monitor --laporan``: what was printed of us in a quarter."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import click
import msgspec

from pipeline import regions
from pipeline.content.clipping import Clipping
from pipeline.content.moment import tzinfo
from pipeline.content.text import one_line, shown
from pipeline.errors import UsageError
from pipeline.language import _, current
from pipeline.monitor.report import Coverage, Covered, Quarter, Scope, quarter, quarter_of
from pipeline.production.coverage import Told, coverage, write
from pipeline.production.newsroom import Newsroom
from pipeline.templating.dates import number, short_date

ZONE = "WIB"
"""In which it is decided what quarter it is now."""

COLUMNS = (
    "tanggal", "media", "jenis", "lingkup", "judul", "url", "nada", "berita", "perpustakaan", "wilayah", "peristiwa",
)  # fmt: skip


def told(room: Newsroom, when: str, scope: Scope, now: int, *, as_json: bool, table: Path | None) -> int:
    """Print the report of the quarter *when* (empty: the present one), and write its clippings to *table*."""
    chosen = _quarter(when, now)
    scope = scope._replace(region=regions.dotted(scope.region) or scope.region)
    found = coverage(room, chosen, scope, now, _waiting)
    if table is not None:
        write(table, _table(found.clippings))
    if as_json:
        click.echo(json.dumps(_object(found), ensure_ascii=False))
    else:
        for line in _lines(found):
            click.echo(line)
        if table is not None:
            click.echo(_("Daftar kliping ditulis ke {path}.").format(path=table))
    return 0


def _waiting() -> None:
    click.echo(_("Menunggu perintah warta lain selesai …"), err=True)


def _quarter(when: str, now: int) -> Quarter:
    if not when:
        return quarter_of(datetime.fromtimestamp(now, tzinfo(ZONE)).date())
    found = quarter(when)
    if found is None:
        raise UsageError(_('triwulan "{value}" tidak terbaca. Tulis misalnya: 2026-4').format(value=when))
    return found


def _object(found: Told) -> dict[str, Any]:
    report = found.coverage
    return {
        **msgspec.to_builtins(report), "share": report.share, "covered": report.covered, "median_days": report.median,
        "list": [_row(one) for one in found.clippings],
    }  # fmt: skip


def _row(one: Clipping) -> dict[str, str]:
    values = (
        one.date.day.isoformat(), one.outlet, one.medium, one.reach or "", one.title, one.url, one.tone or "",
        " ".join(one.stories), " ".join(one.libraries), one.region, one.event,
    )  # fmt: skip
    return dict(zip(COLUMNS, values, strict=True))


def _table(clippings: Iterable[Clipping]) -> str:
    """Return the clippings as CSV with a byte-order mark, which spreadsheets need to read accents.

    Titles are strangers' words: those that a spreadsheet would reckon with are told to be text.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([_inert(value) for value in _row(one).values()] for one in clippings)
    return f"\ufeff{text.getvalue()}"


def _inert(value: str) -> str:
    return f"'{value}" if value[:1] in ("=", "+", "-", "@", "\t", "\r") else value


def _lines(found: Told) -> Iterator[str]:
    report = found.coverage
    days = _("{first} sampai {last}").format(
        first=short_date(report.first, current()), last=short_date(report.last, current())
    )
    yield _("Liputan triwulan {quarter} ({days}): {scope}").format(
        quarter=report.quarter, days=days, scope=shown(found.name)
    )
    yield ""
    yield from _of_releases(report)
    yield _("Kliping: {clippings}, dari {events} peristiwa.").format(clippings=report.clippings, events=report.events)
    yield from _of_outlets(report)
    both = ((name, report.reach[name], report.reach_events[name]) for name in report.reach)
    reach = ", ".join(f"{name} {one} ({other})" for name, one, other in both if one or other)
    yield _("Jangkauan, kliping (peristiwa menurut jangkauan terluasnya): {reach}").format(reach=reach or "-")
    yield _("Jenis media: {media}").format(media=_counted(report.media))
    yield _("Nada menurut redaksi: {tone}").format(tone=_counted(report.tone))


def _of_releases(report: Coverage) -> Iterator[str]:
    said = _("Siaran pers: {sent}, dimuat: {covered}.").format(sent=len(report.releases), covered=report.covered)
    if report.median is not None:
        said += " " + _("Separuh dari yang dimuat itu muncul dalam {days} hari.").format(
            days=number(report.median, current())
        )
    yield said
    for one in report.releases:
        yield f"  {one.date.isoformat()}  {shown(one.title)}: {_of_release(one)}"


def _of_release(one: Covered) -> str:
    if one.days is None:
        return _("belum dimuat")
    said = _("{clippings} kliping, {events} peristiwa, sesudah {days} hari: {outlets}")
    return said.format(
        clippings=one.clippings, events=one.events, days=one.days, outlets=one_line(", ".join(one.outlets))
    )


def _of_outlets(report: Coverage) -> Iterator[str]:
    if report.share is not None:
        said = _("Media terdaftar yang memuat: {printed} dari {declared} ({share} %): {names}")
        yield said.format(
            printed=len(report.printed), declared=len(report.declared), share=round(100 * report.share),
            names=shown(", ".join(report.printed)) or "-",
        )  # fmt: skip
        if silent := [name for name in report.declared if name not in report.printed]:
            yield _("Belum memuat: {names}").format(names=shown(", ".join(silent)))
    if report.others:
        yield _("Media lain: {names}").format(names=shown(", ".join(report.others)))


def _counted(counts: dict[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts.items() if count) or "-"
