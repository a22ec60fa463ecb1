"""``warta social``."""

import json
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import click
import msgspec

from pipeline.cli import options
from pipeline.content.address import named_address
from pipeline.desks.social.counting import count
from pipeline.errors import UsageError
from pipeline.language import _
from pipeline.platforms.limits import LIMITS
from pipeline.platforms.sheet import Sheet
from pipeline.production.newsroom import Newsroom, find
from pipeline.production.recovery import recover


@click.command("social", help=_("Tampilkan kiriman satu berita, persis seperti yang akan ditempel."))
@click.argument("story", required=False, metavar=_("BERITA"))
@click.option("--platform", type=click.Choice(list(LIMITS)), help=_("Hanya teks untuk saluran ini."))
@click.option("--count", "counted", type=click.Choice(list(LIMITS)), help=_("Hitung teks dari masukan standar."))
@click.option("--library", metavar="SLUG", help=_("Semua perangkat berbagi perpustakaan ini dalam satu bulan."))
@click.option("--month", metavar="YYYY-MM", help=_("Bulannya, misalnya 2026-11."))
@click.option(
    "--zip",
    "target",
    type=click.Path(dir_okay=False, path_type=Path),
    help=_("Berkas ZIP yang ditulis untuk --library dan --month."),
)
@options.root
@options.as_json
def command(
    *, story: str | None, platform: str | None, counted: str | None, library: str | None, month: str | None,
    target: Path | None, root: Path, json_: bool,
) -> int:  # fmt: skip
    """Print posts, count a text, or pack the share kits of a month."""
    if counted is not None:
        click.echo(json.dumps(_counted(counted, _pasted(sys.stdin.buffer.read()))))
        return 0
    if library or month or target:
        return _packed(find(root), library, month, target, json_=json_)
    if story is None:
        raise click.UsageError(_("sebutkan beritanya, misalnya: warta social 2023/05/panen-hidroponik"))
    room = find(root)
    recover(room)
    address = address_of(room, story)
    folder = room.output / "social" / address
    if not (folder / "posts.json").exists():
        raise UsageError(
            _(
                "Belum ada kiriman untuk {story}. Bangun dulu dengan warta build, atau tanyakan: warta why {page}"
            ).format(story=address, page=f"social/{address}/posts.json")
        )
    printed = _printed(folder, platform, json_=json_)
    for told in _too_long(folder, platform):
        click.echo(told, err=True)
    click.echo(printed, nl=sys.stdout.isatty() and not printed.endswith("\n"))  # in a file: exactly the post
    return 0


def _packed(room: Newsroom, library: str | None, month: str | None, target: Path | None, *, json_: bool) -> int:
    if not (library and month and target):
        said = _(
            "--library, --month, dan --zip dipakai bersama: --library perpusdes-sukamaju --month 2026-11 --zip {file}"
        )
        raise click.UsageError(said.format(file="november.zip"))
    from pipeline.production.month import pack

    recover(room)
    found = pack(room, library, month, target)
    if json_:
        click.echo(json.dumps({"stories": found.stories, "without": found.without, "file": str(target)}))
        return 0
    click.echo(_("{number} berita dikemas: {path}").format(number=found.stories, path=target))
    if found.without:
        click.echo(
            _("{number} berita bulan itu tanpa perangkat berbagi: lihat [kit] di site.toml.").format(
                number=found.without
            )
        )
    return 0


def address_of(room: Newsroom, story: str) -> str:
    """Return the address that *story* (an address, or the path of its file) means in *room*."""
    path = Path(story)
    if path.suffix == ".md" or path.exists():
        with suppress(ValueError):
            story = f"content/{path.resolve().relative_to(room.content.resolve()).as_posix()}"
    return named_address(story) or story.strip("/")


def _pasted(data: bytes) -> str:
    """Return the text on standard input, without the one line end that a shell adds."""
    text = data.decode("utf-8", "replace").replace("\r\n", "\n")
    return text.removesuffix("\n")


def _counted(platform: str, text: str) -> dict[str, Any]:
    found = count(platform, text)
    return {"count": found.count, "limit": found.limit, "unit": found.unit, "fits": found.fits}


def _printed(folder: Path, platform: str | None, *, json_: bool) -> str:
    known = json.loads((folder / "posts.json").read_text("utf-8"))
    if platform is not None:
        known["posts"] = [post for post in known["posts"] if post["platform"] == platform]
        if not known["posts"]:
            raise UsageError(
                _("Kiriman untuk {platform} tidak dibuat: lihat [sosial] di site.toml.").format(platform=platform)
            )
    if json_:
        return json.dumps(known, ensure_ascii=False) + "\n"
    if platform is not None:
        return (folder / f"{platform}.txt").read_text("utf-8")
    return "".join(_line(folder, post) for post in known["posts"])


def _too_long(folder: Path, platform: str | None) -> list[str]:
    """Return a sentence for each post that does not fit however much is left out of it."""
    sheet = msgspec.json.decode((folder / "posts.json").read_bytes(), type=Sheet)
    said = _(
        "{name}: tautan, tanggal, dan tempat saja sudah {count} dari {limit}. Pendekkan lokasi atau nama berkasnya."
    )
    return [
        said.format(name=post.name, count=post.count, limit=post.limit)
        for post in sheet.posts
        if not post.fits and platform in (None, post.platform)
    ]


def _line(folder: Path, post: dict[str, Any]) -> str:
    room = _("dari {limit}").format(limit=post["limit"]) if post["limit"] else _("tanpa batas")
    return f"{post['platform']:<18}{post['count']:>6} {room:<12} {folder / post['file']}\n"
