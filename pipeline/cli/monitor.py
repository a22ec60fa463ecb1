"""``warta monitor``."""

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from pipeline.cli import options
from pipeline.content.clipping import TONES
from pipeline.content.text import one_line, shown
from pipeline.errors import UsageError
from pipeline.language import _
from pipeline.production.newsroom import Newsroom, find

if TYPE_CHECKING:
    from pipeline.content.clipping import Tone
    from pipeline.production.monitoring import Polled


@click.command(
    "monitor",
    help=_(
        "Tanyakan umpan di content/press/sumber.toml yang sudah waktunya, dan catat berita yang baru. Umpan yang gagal "
        "disebut, yang lain tetap jalan. Boleh diulang dan boleh dihentikan kapan saja. Dengan --tarik: tulisan baru "
        "di blog perpustakaan (isian umpan di profilnya) menjadi draf di content/inbox/, dengan fotonya. "
        "Berita yang menyebut kita menjadi temuan, yang disimpan atau ditolak dengan --tinjau."
    ),
)
@click.option(
    "--sumber", "name", default="", metavar=_("NAMA"), help=_("Hanya sumber ini; dengan --tarik: perpustakaan ini.")
)
@click.option("--sekarang", "at_once", is_flag=True, help=_("Tanyakan semuanya, juga yang belum waktunya."))
@click.option("--tarik", "pulled", is_flag=True, help=_("Ambil tulisan baru dari blog perpustakaan sebagai draf."))
@click.option("--semua", "everything", is_flag=True, help=_("Dengan --tarik: juga tulisan lama di umpannya."))
@click.option(
    "--tinjau", "--review", "review_", is_flag=True, help=_("Tinjau temuan satu per satu; dengan --json: daftarnya.")
)
@click.option("--simpan", "--keep", "keep", type=int, metavar=_("NOMOR"), help=_("Simpan temuan ini sebagai kliping."))
@click.option(
    "--tolak", "--reject", "reject", type=int, metavar=_("NOMOR"), help=_("Tolak temuan ini untuk seterusnya.")
)
@click.option(
    "--nada", "--tone", "tone", type=click.Choice(TONES), help=_("Nadanya, menurut Anda yang sudah membacanya.")
)
@click.option(
    "--berita", "--story", "stories", multiple=True, metavar=_("ALAMAT"), help=_("Berita yang diliput (boleh diulang).")
)
@click.option(
    "--perpustakaan", "--library", "libraries", multiple=True, metavar="SLUG",
    help=_("Perpustakaan yang diliput (boleh diulang)."),
)  # fmt: skip
@click.option("--alasan", "--reason", "reason", default="", metavar=_("TEKS"), help=_("Mengapa ditolak."))
@click.option(
    "--cocokkan-ulang", "--match-again", "again", is_flag=True,
    help=_("Cocokkan semua berita yang tersimpan sekali lagi, tanpa bertanya ke umpan."),
)  # fmt: skip
@click.option(
    "--laporan", "--report", "report", is_flag=True,
    help=_("Laporan liputan sebuah triwulan; dengan --perpustakaan atau --wilayah: hanya liputannya."),
)  # fmt: skip
@click.option(
    "--triwulan", "--quarter", "quarter", default="", metavar="2026-4", help=_("Triwulan laporan (bawaan: sekarang).")
)
@click.option(
    "--wilayah", "--region", "region", default="", metavar=_("KODE"), help=_("Wilayah laporan, misalnya 32.04.")
)
@click.option(
    "--csv",
    "table",
    type=click.Path(dir_okay=False, path_type=Path),
    help=_("Tulis juga daftar klipingnya ke berkas ini."),
)
@options.root
@options.now
@options.as_json
def command(
    *, name: str, at_once: bool, pulled: bool, everything: bool, root: Path, now_: int | None, json_: bool,
    **asked: Any,  # noqa: ANN401  as _of_finds takes them
) -> int:  # fmt: skip
    """Poll, pull, or see to the finds, and report."""
    room = find(root)
    now = int(time.time()) if now_ is None else now_
    if everything and not pulled:
        raise click.UsageError(_("--semua hanya dengan --tarik."))
    if pulled:
        from pipeline.cli.pulling import pull

        return pull(room, name, now, at_once=at_once, everything=everything, as_json=json_)
    if any(value not in (None, False, (), "") for value in asked.values()):
        return _of_finds(room, now, as_json=json_, **asked)
    return poll(room, name, now, at_once=at_once, as_json=json_)


def _of_finds(
    room: Newsroom, now: int, *, review_: bool, keep: int | None, reject: int | None, tone: "Tone | None",
    stories: tuple[str, ...], libraries: tuple[str, ...], reason: str, again: bool, report: bool, quarter: str,
    region: str, table: Path | None, as_json: bool,
) -> int:  # fmt: skip
    """Do with the finds what was asked for."""
    from pipeline.cli import review

    if [review_, again, keep is not None, reject is not None, report].count(True) != 1:
        raise UsageError(_("Pilih salah satu: --tinjau, --simpan, --tolak, --cocokkan-ulang, atau --laporan."))
    if report:
        return _of_coverage(room, quarter, libraries, region, now, table, as_json=as_json)
    if keep is not None:
        return review.keep(room, keep, review.Choice(tone, stories, libraries), now, as_json=as_json)
    if reject is not None:
        return review.reject(room, reject, reason, now, as_json=as_json)
    if again:
        return review.again(room, now, as_json=as_json)
    return review.listed(room, now) if as_json else review.looked_through(room, now)


def _of_coverage(
    room: Newsroom,
    quarter: str,
    libraries: tuple[str, ...],
    region: str,
    now: int,
    table: Path | None,
    *,
    as_json: bool,
) -> int:
    from pipeline.cli import coverage
    from pipeline.monitor.report import Scope

    if len(libraries) + bool(region) > 1:
        raise UsageError(_("Laporan memuat satu perpustakaan atau satu wilayah; jalankan sekali untuk masing-masing."))
    return coverage.told(room, quarter, Scope("".join(libraries), region), now, as_json=as_json, table=table)


def poll(room: Newsroom, name: str, now: int, *, at_once: bool, as_json: bool) -> int:
    """Ask what is due, and print what came of it."""
    from pipeline.monitor import finds
    from pipeline.production import finding, monitoring

    sources = monitoring.chosen(room, name)
    web = monitoring.web_of(room)
    with monitoring.opened(room, _waiting) as db:
        done = []
        for one in monitoring.poll(db, sources, now, web, at_once=at_once):
            done.append(one)
            if one.said:
                click.echo(f"{shown(one.source.name)}: {one_line(one.said)}", err=True)
        fresh = finding.found(room, db, now, waiting=_waiting)
        waiting = finds.counts(db)["baru"]
    failed = any(one.result in ("gagal", "hilang") for one in done)
    if as_json:
        told = {
            "sources": [_object(one) for one in done], "waiting": len(sources) - len(done),
            "finds": {"new": fresh, "waiting": waiting},
        }  # fmt: skip
        click.echo(json.dumps(told, ensure_ascii=False))
    else:
        for line in _told(done, len(sources) - len(done)):
            click.echo(line)
        if waiting:
            said = _("{fresh} temuan baru, {waiting} menunggu ditinjau: warta monitor --tinjau")
            click.echo(said.format(fresh=len(fresh), waiting=waiting))
    return 1 if failed else 0


def _waiting() -> None:
    click.echo(_("Menunggu perintah warta lain selesai …"), err=True)


def _object(one: "Polled") -> dict[str, Any]:
    """Return what ``--json`` says of one source."""
    return {
        "name": one.source.name, "feed": one.source.feed, "result": one.result, "moved": one.moved, "said": one.said,
        "note": one.note, "items": [{"number": number, **msgspec.to_builtins(item)} for number, item in one.items],
    }  # fmt: skip


def _told(done: "list[Polled]", waiting: int) -> list[str]:
    for one in done:
        if one.moved:
            said = _("{name}: pindah untuk seterusnya ke {url}; perbarui content/press/sumber.toml.")
            click.echo(said.format(name=shown(one.source.name), url=one.moved), err=True)
    said = _("{asked} umpan ditanya: {fresh} berita baru, {failed} umpan gagal. {waiting} belum waktunya.")
    return [
        said.format(
            asked=sum(one.result != "ditunda" for one in done),
            fresh=sum(len(one.items) for one in done),
            failed=sum(one.result in ("gagal", "hilang") for one in done),
            waiting=waiting + sum(one.result == "ditunda" for one in done),
        )
    ]
