"""``warta press``."""

import json
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli import options
from pipeline.cli.social import address_of
from pipeline.desks.press.questions import NAMES
from pipeline.language import _
from pipeline.production.newsroom import Newsroom, find
from pipeline.production.recovery import recover

if TYPE_CHECKING:
    from pipeline.production.pressing import Look


@click.command(
    "press",
    help=_(
        "Tunjukkan siaran pers satu berita: berkasnya, dan yang akan ditanyakan redaktur. Dengan --surel: tulis naskah "
        "surel untuk tiap media di daftar, siap dibuka di program surel. Tidak ada yang dikirim."
    ),
)
@click.argument("story", metavar=_("BERITA"))
@click.option(
    "--surel", "--mail", "folder", type=click.Path(file_okay=False, path_type=Path), metavar="FOLDER",
    help=_("Tulis satu naskah surel (.eml) untuk tiap media ke folder ini."),
)  # fmt: skip
@click.option(
    "--media", "listed", type=click.Path(dir_okay=False, path_type=Path),
    help=_("Daftar media (CSV). Tanpa pilihan ini: content/press/media.csv."),
)  # fmt: skip
@options.root
@options.now
@options.as_json
def command(
    *, story: str, folder: Path | None, listed: Path | None, root: Path, now_: int | None, json_: bool
) -> int:  # fmt: skip
    """Tell of a release, or write drafts of mail with it."""
    from pipeline.production.pressing import look

    room = find(root)
    recover(room)
    address, now = address_of(room, story), int(time.time()) if now_ is None else now_
    if folder is not None:
        return _mailed(room, address, folder, listed, now, as_json=json_)
    if listed is not None:
        raise click.UsageError(_("--media dipakai bersama --surel FOLDER."))
    found = look(room, address, now)
    if json_:
        click.echo(json.dumps(_object(address, found), ensure_ascii=False))
        return 0
    for line in _told(room, address, found):
        click.echo(line)
    return 0


def _object(address: str, found: "Look") -> dict[str, Any]:
    """Return what ``--json`` says."""
    return {
        "address": address,
        "title": found.title,
        "embargo": datetime.fromtimestamp(found.until, UTC).isoformat() if found.until else None,
        "files": [f"output/{path}" for path in found.files],
        "words": found.words,
        "missing": [{"question": one.name, "missing": _(one.missing), "fix": _(one.fix)} for one in found.questions],
        "notes": list(found.notes),
    }


def _told(room: Newsroom, address: str, found: "Look") -> list[str]:
    lines = [found.title, f"{found.timing}. " + _("{number} kata.").format(number=found.words)]
    lines += [f"  {room.output / path}" for path in found.files]
    if not found.files:
        lines.append(_("Berkasnya belum dibuat: jalankan warta build."))
    for one in found.questions:
        said = _("Belum terjawab ({question}): {missing}. {fix}")
        lines.append(said.format(question=_(NAMES[one.name]), missing=_(one.missing), fix=_(one.fix)))
    lines += found.notes
    lines.append(
        _("Saran bahasa: warta check {story}. Naskah surel untuk media: warta press {story} --surel FOLDER").format(
            story=address
        )
    )
    return lines


def _mailed(room: Newsroom, address: str, folder: Path, listed: Path | None, now: int, *, as_json: bool) -> int:
    from pipeline.production.mailing import write

    found = write(room, address, folder, listed, now=now)
    for fault in found.faults:
        click.echo(fault, err=True)
    if as_json:
        told = {"files": [f"{path}" for path in found.written], "faults": found.faults, "left": found.left}
        click.echo(json.dumps(told, ensure_ascii=False))
    else:
        said = _("{number} naskah surel ditulis ke {folder}. Periksa, lalu kirim sendiri; jangan terbitkan folder itu.")
        click.echo(said.format(number=len(found.written), folder=folder))
        if found.left:
            click.echo(_("Tidak dilampirkan karena terlalu berat: {names}").format(names=", ".join(found.left)))
    return 1 if found.faults else 0
