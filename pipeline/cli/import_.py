"""``warta import``."""

import json
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli import options
from pipeline.content.text import one_line, shown
from pipeline.language import N_, _
from pipeline.production.newsroom import Newsroom, find

if TYPE_CHECKING:
    from pipeline.intake.chatdates import Order
    from pipeline.intake.draft import Refusal
    from pipeline.intake.options import Options
    from pipeline.intake.source import Source
    from pipeline.intake.write import Written

STATES = {
    "baru": N_("Draf baru: {path}"),
    "diperbarui": N_("Draf diperbarui, sumbernya berubah: {path}"),
    "di-samping": N_(
        "Sumbernya berubah, tetapi draf lama sudah disunting atau diterima; draf baru di sampingnya: {path}"
    ),
    "sama": N_("Sudah pernah diimpor: {path}"),
}
REHEARSED = {
    "baru": N_("Akan menjadi draf baru: {path}"),
    "diperbarui": N_("Akan memperbarui draf: {path}"),
    "di-samping": N_("Akan menjadi draf baru di samping yang lama: {path}"),
    "sama": STATES["sama"],
}


@click.command(
    "import",
    help=_(
        "Ubah dokumen menjadi draf laporan di content/inbox/, yang tidak pernah terbit: Word, LibreOffice, surel, "
        "teks, Markdown, halaman web, folder foto, chat WhatsApp (- untuk yang ditempel), tabel formulir, ekspor "
        "WordPress; juga yang alamatnya https://…. Yang ditebak diberi tanda. Boleh diulang: tidak ada yang menjadi "
        "dobel. Dengan --terima: "
        "pindahkan draf yang sudah diperiksa ke content/stories/. FOLDER yang berupa ruang redaksi lain masuk "
        "langsung ke content/."
    ),
)
@click.argument("paths", nargs=-1, metavar=_("BERKAS|FOLDER|ALAMAT …"), type=str)
@click.option("--perpustakaan", "--library", "library", metavar="SLUG", help=_("Perpustakaan untuk semuanya."))
@click.option(
    "--coba", "rehearse", is_flag=True, help=_("Sebutkan saja apa yang akan terjadi; jangan menulis apa pun.")
)
@click.option("--sejak", metavar=_("TANGGAL"), help=_("Chat: hanya pesan mulai tanggal ini."))
@click.option("--sampai", metavar=_("TANGGAL"), help=_("Chat: hanya pesan sampai tanggal ini."))
@click.option("--dari", multiple=True, metavar=_("NAMA"), help=_("Chat: hanya pesan dari pengirim ini; boleh diulang."))
@click.option(
    "--urutan", type=click.Choice(("hari-bulan", "bulan-hari")), help=_("Chat: cara membaca tanggal seperti 05/06/26.")
)
@click.option(
    "--pemetaan", metavar=_("BERKAS"), type=click.Path(path_type=Path),
    help=_("Tabel: kolom mana menjadi isian mana (bawaan: content/inbox/pemetaan.toml)."),
)  # fmt: skip
@click.option("--profil", is_flag=True, help=_("Tabel: setiap baris menjadi profil di content/libraries/."))
@click.option(
    "--terima", "accepted", multiple=True, metavar=_("DRAF"),
    help=_("Jadikan DRAF laporan, kalau tidak ada kesalahan di dalamnya; boleh diulang."),
)  # fmt: skip
@options.root
@options.now
@options.as_json
def command(
    *, paths: tuple[str, ...], library: str | None, rehearse: bool, accepted: tuple[str, ...],
    root: Path, now_: int | None, json_: bool, profil: bool, **asked: Any,  # noqa: ANN401  what was asked for, by flag
) -> int:  # fmt: skip
    """Import, or accept."""
    if bool(paths) == bool(accepted):
        raise click.UsageError(_("sebutkan berkas atau folder yang diimpor, atau --terima DRAF."))
    room = find(root)
    if accepted:
        return _accept(room, accepted, as_json=json_)
    now = datetime.fromtimestamp(int(time.time()) if now_ is None else now_, UTC)
    options_ = _options(**asked)
    given = [_given(room, path) for path in paths]
    if profil:
        return _list(room, given, now, options_, rehearse=rehearse, as_json=json_)
    newsrooms = [path for path in given if isinstance(path, Path) and (path / "content" / "stories").is_dir()]
    if newsrooms:
        if len(newsrooms) < len(given):
            raise click.UsageError(_("ruang redaksi lain diimpor sendiri, tidak bersama berkas."))
        merged = [_merge(room, path, now, rehearse=rehearse, as_json=json_) for path in newsrooms]
        return max(merged)
    return _import(room, given, now, options_, library=library or "", rehearse=rehearse, as_json=json_)


def _given(room: Newsroom, path: str) -> "Path | Source | Refusal":
    """Return what *path* names: a file or folder, what is pasted, or what lies on the web."""
    from pipeline.production.importing import brought, is_address

    if path == "-":
        return _pasted()
    return brought(room, path) if is_address(path) else Path(path)


def _options(
    *, sejak: str | None, sampai: str | None, dari: tuple[str, ...], urutan: "Order | None", pemetaan: Path | None
) -> "Options":
    from pipeline.intake.options import Options
    from pipeline.production.draft import moment

    since, until = (moment(text).day if text else None for text in (sejak, sampai))
    return Options(since, until, dari, urutan, pemetaan)


def _list(
    room: Newsroom,
    paths: "list[Path | Source | Refusal]",
    now: datetime,
    asked: "Options",
    *,
    rehearse: bool,
    as_json: bool,
) -> int:
    """Make profiles of rows, and say what became of them."""
    from pipeline.intake.mapping import PATH
    from pipeline.production.importing import listed

    found = listed(room, paths, now, asked=asked, rehearse=rehearse)
    for one in found.faults:
        click.echo(f"{one_line(one.name)}: {one.reason}", err=True)
    done = found.registered.done
    if as_json:
        told = {"profiles": dict(done), "written": list(found.registered.written), "left": list(found.registered.left),
                "refused": [one._asdict() for one in found.faults]}  # fmt: skip
        click.echo(json.dumps(told, ensure_ascii=False))
        return 1 if found.faults else 0
    for path in found.registered.left:
        click.echo(
            _("{path}: tabelnya berubah, tetapi profil ini sudah disunting; dibiarkan.").format(path=path), err=True
        )
    said = (
        _("{new} profil akan dibuat, {changed} diperbarui, {same} tetap; {refused} baris tidak dapat dipakai.")
        if rehearse
        else _("{new} profil baru, {changed} diperbarui, {same} tetap; {refused} baris tidak dapat dipakai.")
    )
    click.echo(said.format(new=done["baru"], changed=done["diperbarui"], same=done["tetap"], refused=len(found.faults)))
    if found.proposed and not rehearse:
        click.echo(_("Arti kolomnya dikira dari judulnya. Periksa {path}, lalu impor sekali lagi.").format(path=PATH))
    return 1 if found.faults else 0


def _merge(room: Newsroom, path: Path, now: datetime, *, rehearse: bool, as_json: bool) -> int:
    """Take in another newsroom, and say what became of it."""
    from pipeline.production.merging import merge

    found = merge(room, path, now=int(now.timestamp()), trial=rehearse)
    for one in found.told:
        click.echo(f"{one_line(one.path)}: {one.said}", err=True)
    if as_json:
        told = {"origin": found.origin._asdict(), "stories": dict(found.stories), "libraries": dict(found.libraries),
                "photos": found.photos, "taken": found.taken, "samples": found.samples,
                "written": list(found.written), "told": [one._asdict() for one in found.told]}  # fmt: skip
        click.echo(json.dumps(told, ensure_ascii=False))
    else:
        said = (
            _("{origin}: {new} akan baru, {changed} diperbarui, {same} tetap; {libraries} profil, {photos} foto")
            if rehearse
            else _("{origin}: {new} baru, {changed} diperbarui, {same} tetap; {libraries} profil, {photos} foto")
        )
        stories, libraries = found.stories, found.libraries
        click.echo(said.format(
            origin=found.origin.name, new=stories["baru"], changed=stories["diperbarui"], same=stories["tetap"],
            libraries=libraries["baru"] + libraries["diperbarui"], photos=found.photos,
        ))  # fmt: skip
        if found.taken:
            click.echo(
                _("{count} yang ditarik di sana juga ditarik di sini (content/tarik.toml).").format(count=found.taken)
            )
        if found.samples:
            click.echo(_("{count} berita contoh di sana tidak diambil.").format(count=found.samples))
    return 1 if found.stories["bentrok"] + found.libraries["bentrok"] else 0


def _import(
    room: Newsroom, given: "list[Path | Source | Refusal]", now: datetime, asked: "Options", *, library: str,
    rehearse: bool, as_json: bool,
) -> int:  # fmt: skip
    from pipeline.intake.draft import Refusal
    from pipeline.production.importing import imported

    waiting = lambda: click.echo(_("Menunggu perintah warta lain selesai …"), err=True)  # noqa: E731  one line, used once
    drafts: list[dict[str, Any]] = []
    refused: list[dict[str, str]] = []
    for one in imported(room, given, now, library=library, asked=asked, rehearse=rehearse, waiting=waiting):
        if isinstance(one, Refusal):
            refused.append({"name": one.name, "reason": one.reason})
            click.echo(f"{one_line(one.name)}: {one.reason}", err=True)
            continue
        drafts.append(_object(one))
        if not as_json:
            for line in _told(one, rehearse=rehearse):
                click.echo(line)
    if as_json:
        click.echo(json.dumps({"drafts": drafts, "refused": refused}, ensure_ascii=False))
    else:
        fresh = sum(one["state"] != "sama" for one in drafts)
        click.echo(
            _("{fresh} draf ditulis, {same} sudah ada, {refused} tidak dapat dibaca.").format(
                fresh=0 if rehearse else fresh, same=len(drafts) - fresh, refused=len(refused)
            )
        )
        if fresh and not rehearse:
            click.echo(_("Berikutnya: periksa drafnya, lalu jalankan: warta import --terima DRAF"))
    return 1 if refused else 0


def _pasted() -> "Source":
    """Return what comes on standard input."""
    from pipeline.intake.source import HEAVIEST, Source

    data = sys.stdin.buffer.read(HEAVIEST + 1)
    return Source(_("tempelan.txt"), data=data)


def _object(one: "Written") -> dict[str, Any]:
    """Return what ``--json`` says of one draft."""
    from pipeline.intake.compose import missing

    return {
        "path": one.path, "state": one.state, "source": one.draft.origin.name, "kind": one.draft.origin.kind,
        "title": one.draft.title, "date": one.draft.date, "library": one.draft.library,
        "photos": len(one.draft.photos), "guesses": [guess.key for guess in one.draft.guesses],
        "missing": missing(one.draft), "notes": list(one.draft.notes),
    }  # fmt: skip


def _told(one: "Written", *, rehearse: bool) -> list[str]:
    """Return what is printed of one draft: where it is, what was guessed, what is missing."""
    from pipeline.intake.compose import missing

    lines = [_((REHEARSED if rehearse else STATES)[one.state]).format(path=one.path)]
    if one.state == "sama":
        return lines
    if one.draft.title:
        lines.append(f"  {shown(one.draft.title)}")
    if one.draft.guesses:
        lines.append("  " + _("ditebak: {keys}").format(keys=", ".join(guess.key for guess in one.draft.guesses)))
    if lacking := missing(one.draft):
        lines.append("  " + _("belum ada: {keys}").format(keys=", ".join(lacking)))
    if one.draft.notes:
        lines.append("  " + _("{number} catatan di CATATAN.md").format(number=len(one.draft.notes)))
    return lines


def _accept(room: Newsroom, asked: tuple[str, ...], *, as_json: bool) -> int:
    from pipeline.production.accepting import accept

    results = [accept(room, one) for one in asked]
    if as_json:
        told = [
            {
                "draft": one.draft, "path": one.path or None, "guesses": list(one.guesses),
                "problems": [finding._asdict() for finding in one.findings],
            }
            for one in results
        ]  # fmt: skip
        click.echo(json.dumps({"accepted": told}, ensure_ascii=False))
        return 0 if all(one.path for one in results) else 1
    for one in results:
        for finding in one.findings:
            if finding.level != "hint":
                click.echo(str(finding), err=True)
        if not one.path:
            click.echo(_("{draft} belum diterima: perbaiki kesalahan di atas dulu.").format(draft=one.draft))
            continue
        click.echo(_("Diterima: {path}").format(path=one.path))
        if one.guesses:
            click.echo("  " + _("memakai tebakan untuk: {keys}").format(keys=", ".join(one.guesses)))
    return 0 if all(one.path for one in results) else 1
