"""``warta import``."""

import json
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
        "Ubah dokumen menjadi draf laporan di content/inbox/, yang tidak pernah terbit: Word, surel, teks, "
        "Markdown, halaman web, folder foto. Yang ditebak diberi tanda. Boleh diulang: tidak ada yang menjadi dobel. "
        "Dengan --terima: pindahkan draf yang sudah diperiksa ke content/stories/."
    ),
)
@click.argument("paths", nargs=-1, metavar=_("BERKAS|FOLDER …"), type=click.Path(path_type=Path))
@click.option("--perpustakaan", "--library", "library", metavar="SLUG", help=_("Perpustakaan untuk semuanya."))
@click.option(
    "--coba", "rehearse", is_flag=True, help=_("Sebutkan saja apa yang akan terjadi; jangan menulis apa pun.")
)
@click.option(
    "--terima", "accepted", multiple=True, metavar=_("DRAF"),
    help=_("Jadikan DRAF laporan, kalau tidak ada kesalahan di dalamnya; boleh diulang."),
)  # fmt: skip
@options.root
@options.now
@options.as_json
def command(
    *, paths: tuple[Path, ...], library: str | None, rehearse: bool, accepted: tuple[str, ...],
    root: Path, now_: int | None, json_: bool,
) -> int:  # fmt: skip
    """Import, or accept."""
    if bool(paths) == bool(accepted):
        raise click.UsageError(_("sebutkan berkas atau folder yang diimpor, atau --terima DRAF."))
    room = find(root)
    if accepted:
        return _accept(room, accepted, as_json=json_)
    now = datetime.fromtimestamp(int(time.time()) if now_ is None else now_, UTC)
    return _import(room, paths, now, library=library or "", rehearse=rehearse, as_json=json_)


def _import(
    room: Newsroom, paths: tuple[Path, ...], now: datetime, *, library: str, rehearse: bool, as_json: bool
) -> int:
    from pipeline.intake.draft import Refusal
    from pipeline.production.importing import imported

    waiting = lambda: click.echo(_("Menunggu perintah warta lain selesai …"), err=True)  # noqa: E731  one line, used once
    drafts: list[dict[str, Any]] = []
    refused: list[dict[str, str]] = []
    for one in imported(room, paths, now, library=library, rehearse=rehearse, waiting=waiting):
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
