"""Finds, as an editor sees to them: ``warta monitor --tinjau``, ``--simpan``, ``--tolak``, ``--cocokkan-ulang``."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple

import click
import msgspec

from pipeline.content.clipping import TONES, Tone
from pipeline.content.moment import tzinfo
from pipeline.content.scalar import plain
from pipeline.content.text import one_line, shown
from pipeline.errors import UsageError
from pipeline.language import _, current
from pipeline.monitor import finds
from pipeline.monitor.finds import Find
from pipeline.production import clippings, finding, monitoring
from pipeline.production.clippings import Known
from pipeline.production.newsroom import Newsroom
from pipeline.templating.dates import long_date

ZONE = "WIB"
"""In which days are told before it is known whose library it is."""


class Choice(NamedTuple):
    """What an editor says of a find: its tone, and the stories and libraries of which it speaks (none: as found)."""

    tone: Tone | None = None
    stories: tuple[str, ...] = ()
    libraries: tuple[str, ...] = ()


# -- for scripts -------------------------------------------------------------------------------------------------------


def listed(room: Newsroom, now: int) -> int:
    """Print all finds that wait, as JSON."""
    with monitoring.opened(room, _waiting) as db:
        finding.found(room, db, now, waiting=_waiting)
        found = list(finds.each(db, "baru"))
        counts = finds.counts(db)
    click.echo(json.dumps({"finds": [_object(find) for find in found], "counts": counts}, ensure_ascii=False))
    return 0


def keep(room: Newsroom, number: int, choice: Choice, now: int, *, as_json: bool) -> int:
    """Keep one find."""
    kept = _keep(room, number, choice, clippings.known(room), now)
    if as_json:
        click.echo(json.dumps({"find": number, "path": kept.path, "said": kept.said}, ensure_ascii=False))
    else:
        _tell_kept(kept)
    return 0


def reject(room: Newsroom, number: int, reason: str, now: int, *, as_json: bool) -> int:
    """Reject one find."""
    _reject(room, number, reason, now)
    click.echo(json.dumps({"find": number}) if as_json else _("Temuan {number} ditolak.").format(number=number))
    return 0


def again(room: Newsroom, now: int, *, as_json: bool) -> int:
    """Match all that is stored once more."""
    with monitoring.opened(room, _waiting) as db:
        fresh = finding.found(room, db, now, again=True, waiting=_waiting)
        waiting = finds.counts(db)["baru"]
    if as_json:
        click.echo(json.dumps({"finds": {"new": fresh, "waiting": waiting}}))
    else:
        said = _("{fresh} temuan baru, {waiting} menunggu ditinjau: warta monitor --tinjau")
        click.echo(said.format(fresh=len(fresh), waiting=waiting))
    return 0


def _object(find: Find) -> dict[str, Any]:
    item, match = find.item, find.match
    return {
        "number": find.number, "title": item.title, "outlet": item.outlet or item.source, "reach": item.reach,
        "url": item.url, "published": item.published, "seen": item.seen, "summary": item.summary,
        "score": match.score, "stories": match.stories, "libraries": match.libraries, "people": match.of("tokoh"),
        "regions": match.of("wilayah"), "event": find.event,
        "why": [
            {"kind": target.kind, "name": target.name, "score": target.score, "rules": msgspec.to_builtins(target.why)}
            for target in match.targets
        ],
    }  # fmt: skip


# -- one after the other -----------------------------------------------------------------------------------------------


def looked_through(room: Newsroom, now: int) -> int:
    """Show one find after the other and do what the editor answers, until all are seen or the editor leaves.

    Nothing is held locked while somebody reads, so that polls go on.
    """
    with monitoring.opened(room, _waiting) as db:
        finding.found(room, db, now, waiting=_waiting)
        found = list(finds.each(db, "baru"))
    if not found:
        click.echo(_("Tidak ada temuan yang menunggu."))
        return 0
    there = clippings.known(room)
    together = {event: sum(find.event == event for find in found) for event in {find.event for find in found}}
    done = {"y": 0, "t": 0, "l": 0}
    for at, find in enumerate(found, 1):
        click.echo("\n".join(["", f"[{at}/{len(found)}]", *_told(find, there, together[find.event])]))
        key = _seen_to(room, find, there, now)
        if key == "q":
            break
        done[key] += 1
    said = _("{kept} disimpan, {rejected} ditolak, {left} belum diputuskan.")
    click.echo(said.format(kept=done["y"], rejected=done["t"], left=len(found) - done["y"] - done["t"]))
    return 0


def _told(find: Find, there: Known, together: int) -> Iterator[str]:
    item, match = find.item, find.match
    when = datetime.fromtimestamp(item.seen if item.published is None else item.published, tzinfo(ZONE)).date()
    yield one_line(item.title)
    yield f"{shown(item.outlet or item.source)} · {long_date(when, current())} · {item.reach}"
    for line in (item.summary, item.url):
        if line:
            yield f"  {one_line(line)}"
    for address in match.stories:
        yield "  " + _("berita: {address} ({title})").format(
            address=address, title=shown(there.stories.get(address, "?"))
        )
    for slug in match.libraries:
        yield "  " + _("perpustakaan: {slug} ({name})").format(slug=slug, name=shown(there.libraries.get(slug, "?")))
    for kind, name in ((_("tokoh"), match.of("tokoh")), (_("wilayah"), match.of("wilayah"))):
        if name:
            yield f"  {kind}: {shown(', '.join(name))}"
    for target in match.targets[:1]:
        why = ", ".join(f"{one.rule} {one.weight:+.2f} {one.words}".rstrip() for one in target.why)
        yield "  " + _("alasan ({score}): {why}").format(score=f"{target.score:.2f}", why=one_line(why))
    if together > 1:
        yield "  " + _("{count} temuan lain dari peristiwa yang sama").format(count=together - 1)


def _seen_to(room: Newsroom, find: Find, there: Known, now: int) -> str:
    """Ask what to do with *find* until it is decided; returns ``y``, ``t``, ``l`` or ``q``."""
    choice = Choice()
    while True:
        key = _answer(_("y simpan · t tolak · l lewati · n nada · u ubah berita/perpustakaan · q keluar > "), "q")[
            :1
        ].lower()
        try:
            if key == "n":
                choice = choice._replace(tone=_tone())
            elif key == "u":
                choice = _changed(find, choice, there)
            elif key == "y":
                _tell_kept(_keep(room, find.number, choice, there, now))
                return key
            elif key == "t":
                _reject(room, find.number, _answer(_("Mengapa? (boleh kosong) > "), ""), now)
                return key
            elif key in ("l", "q"):
                return key
        except UsageError as error:
            click.echo(str(error))


def _answer(question: str, otherwise: str) -> str:
    """Return what is typed; *otherwise* where nothing more will come. What is no text counts as nothing."""
    click.echo(question, nl=False)  # not by input(), which fails where the terminal lacks a sign of it
    try:
        return plain(input())
    except EOFError:
        click.echo()
        return otherwise
    except UnicodeDecodeError:
        return ""


def _tone() -> Tone | None:
    said = _answer(_("Nada tulisannya: 1 positif, 2 netral, 3 negatif (kosong: belum) > "), "").lower()
    named = dict(zip("123", TONES, strict=True)) | {tone: tone for tone in TONES}
    if said and said not in named:
        raise UsageError(_("Nada: tulis 1, 2, atau 3."))
    tone = named.get(said)
    click.echo(_("Nada: {tone}").format(tone=tone or "-"))
    return tone


def _changed(find: Find, choice: Choice, there: Known) -> Choice:
    """Ask for the stories and libraries of which *find* speaks; raises ``UsageError`` for what does not exist."""
    stories = _answer(_("Alamat berita, pisahkan dengan koma (kosong: tetap) > "), "")
    libraries = _answer(_("Perpustakaan, pisahkan dengan koma (kosong: tetap) > "), "")
    changed = choice._replace(
        stories=_split(stories) or choice.stories, libraries=_split(libraries) or choice.libraries
    )
    clippings.retargeted(find, changed.stories, changed.libraries, there)
    return changed


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


# -- what both do ------------------------------------------------------------------------------------------------------


def _keep(room: Newsroom, number: int, choice: Choice, there: Known, now: int) -> clippings.Kept:
    with monitoring.opened(room, _waiting) as db:
        find = clippings.retargeted(finds.one(db, number), choice.stories, choice.libraries, there)
        find = msgspec.structs.replace(find, tone=choice.tone)
        return clippings.keep(room, db, find, there, monitoring.web_of(room), now)


def _reject(room: Newsroom, number: int, reason: str, now: int) -> None:
    with monitoring.opened(room, _waiting) as db:
        find = finds.one(db, number)
        if find.state == "simpan":
            said = _("Temuan {number} sudah menjadi kliping; hapus berkasnya bila tidak jadi: {path}")
            raise UsageError(said.format(number=number, path=find.clipping))
        finds.reject(db, number, reason, now)


def _tell_kept(kept: clippings.Kept) -> None:
    click.echo(_("Kliping: {path}").format(path=kept.path))
    if kept.said:
        click.echo(one_line(kept.said), err=True)


def _waiting() -> None:
    click.echo(_("Menunggu perintah warta lain selesai …"), err=True)
