"""What ``warta monitor --tarik`` says of the blogs that it asked and of the drafts that came."""

import json
from typing import TYPE_CHECKING, Any

import click

from pipeline.content.text import one_line, shown
from pipeline.intake.draft import Refusal
from pipeline.language import _
from pipeline.production.newsroom import Newsroom

if TYPE_CHECKING:
    from pipeline.production.pulling import Pulled


def pull(room: Newsroom, name: str, now: int, *, at_once: bool, everything: bool, as_json: bool) -> int:
    """Bring new posts of blogs as drafts, and print what came of it."""
    from pipeline.production import monitoring, pulling

    waiting = lambda: click.echo(_("Menunggu perintah warta lain selesai …"), err=True)  # noqa: E731  used once
    web = monitoring.web_of(room)
    done = []
    with monitoring.opened(room, waiting) as db:
        for one in pulling.pull(room, db, now, web, pulling.Asked(at_once, everything), name=name):
            done.append(one)
            for line in _told(one):
                click.echo(line, err=True)
            if not as_json:
                for draft in one.drafts:
                    if not isinstance(draft, Refusal):
                        click.echo(_("Draf baru: {path}").format(path=draft.path))
    made = sum(not isinstance(draft, Refusal) for one in done for draft in one.drafts)
    failed = sum(one.result in ("gagal", "hilang") for one in done)
    if as_json:
        click.echo(json.dumps({"blogs": [_object(one) for one in done]}, ensure_ascii=False))
    else:
        said = _("{asked} blog ditanya: {made} draf baru, {failed} gagal.")
        click.echo(said.format(asked=len(done), made=made, failed=failed))
        if made:
            click.echo(_("Berikutnya: periksa drafnya, lalu jalankan: warta import --terima DRAF"))
    refused = any(isinstance(draft, Refusal) for one in done for draft in one.drafts)
    return 1 if failed or refused else 0


def _told(one: "Pulled") -> list[str]:
    """Return what is said of a blog beside its drafts."""
    name = shown(one.library.name)
    lines = [f"{name}: {one_line(one.said)}"] if one.said else []
    if one.result == "dikenal":
        said = _("{name}: blognya dikenal mulai sekarang; {count} tulisan lama tidak ditarik (kecuali dengan --semua).")
        lines.append(said.format(name=name, count=one.left))
    lines += [f"{shown(draft.name)}: {draft.reason}" for draft in one.drafts if isinstance(draft, Refusal)]
    return lines


def _object(one: "Pulled") -> dict[str, Any]:
    drafts = [draft for draft in one.drafts if not isinstance(draft, Refusal)]
    return {
        "library": one.library.slug, "feed": one.library.feed, "result": one.result, "left": one.left, "said": one.said,
        "drafts": [
            {"path": draft.path, "title": draft.draft.title, "photos": len(draft.draft.photos)} for draft in drafts
        ],
        "refused": [draft._asdict() for draft in one.drafts if isinstance(draft, Refusal)],
    }  # fmt: skip
